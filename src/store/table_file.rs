//! A table's file: what the table said, as text that people read, compare and alter.
//!
//! Not for opening anything (that is `load` and `writer`). The file is ordered as people would read it: rounds as in the
//! workshop, then the places of the round, then the order in the list. Whatever is as usual is left out, and may be left
//! out by hand: an entry needs only `round`, `block`, `category` and `text`.

mod entry;
mod extra;
#[cfg(test)]
mod quick_tests;
mod write;

pub(super) use self::extra::Extra;
use self::extra::Names;
pub(super) use self::write::{Page, write};

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use self::entry::{SavedEntry, SavedFact, SavedJudgement};
use super::aside::read_file;
use super::place::TableName;
use super::trouble::{Deed, Safe, Trouble, Why};
use super::wash::{read_washed, wash};
use crate::dialect::{self, Mistake, What};
use crate::record::{DeviceId, JudgementKey, Records, SessionId, Stamp};

/// The version of the format of a table's file that this program writes and the newest that it reads.
pub(super) const TABLE_FORMAT: u32 = 1;
/// The largest file that is read: about twenty times the wordiest table we could imagine.
const MOST_BYTES: usize = 256 << 20;
/// The most entries, judgements or facts that are taken from one file.
const MOST_ENTRIES: usize = 1_000_000;

/// The file as it is spelled.
#[derive(Debug, Serialize, Deserialize)]
struct SavedTable {
    format: u32,
    #[serde(default)]
    session: SessionId,
    #[serde(default)]
    table: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(default)]
    device: DeviceId,
    /// For every device, the latest change of it that is in here.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    seen: Seen,
    #[serde(default)]
    entries: Vec<SavedEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    judgements: Vec<SavedJudgement>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    facts: Vec<SavedFact>,
}

/// For every device, its latest change that is known.
pub(super) type Seen = BTreeMap<DeviceId, Stamp>;

/// Raises what is seen of a stamp's device to that stamp.
pub(super) fn raise(seen: &mut Seen, stamp: &Stamp) {
    match seen.get_mut(&stamp.device) {
        Some(standing) if *standing >= *stamp => {}
        Some(standing) => stamp.clone_into(standing),
        None => drop(seen.insert(stamp.device.clone(), stamp.clone())),
    }
}

/// What stood in a table's file.
#[derive(Debug)]
pub(super) struct Told {
    /// The session that it says it belongs to; empty if it does not say.
    pub(super) session: SessionId,
    /// What was said.
    pub(super) records: Records,
    /// What is in here of every device's journal; nothing if the file is damaged, so that all of them are replayed.
    pub(super) seen: Seen,
    /// Fields that we do not know.
    pub(super) extra: Extra,
    /// What is wrong with it, if it was only salvaged.
    pub(super) damage: Option<Mistake>,
    /// How many entries, judgements and facts were left out because there were too many.
    pub(super) left: usize,
}

/// Reads a table's file. A damaged one gives what could be salvaged, and says so.
///
/// # Errors
/// What the system says, and [`What::Newer`] and [`What::TooLarge`]: such a file is to be left alone.
pub(super) fn read_table(path: &Path, name: &TableName, date: NaiveDate) -> Result<Told, Trouble> {
    let bytes = read_file(path, MOST_BYTES)?;
    let text = match dialect::text_of(&bytes, MOST_BYTES) {
        Ok(text) => text,
        // brackets and quotes are ASCII, so what is around the wrong bytes can still be found
        Err(mistake) => return Ok(salvage(&String::from_utf8_lossy(&bytes), mistake, name, date)),
    };
    match dialect::check_format(&text, TABLE_FORMAT) {
        Ok(_) => {}
        Err(mistake) if matches!(mistake.what, What::Newer { .. }) => {
            return Err(Trouble::new(Deed::Read, path, Why::Mistake(Box::new(mistake)), Safe::FileUntouched));
        }
        Err(mistake) => {
            // what else is wrong says more than that there is no format
            let mistake = read_washed::<SavedTable>(&text).err().unwrap_or(mistake);
            return Ok(salvage(&text, mistake, name, date));
        }
    }
    match read_washed::<SavedTable>(&text) {
        Ok(reading) => {
            if let Some(mistake) = extra::slip(&text, &reading.ignored) {
                return Ok(salvage(&text, mistake, name, date));
            }
            let extra = |names: &Names| Extra::of(&wash(&text), &reading.ignored, names);
            Ok(told(reading.value, extra, name, date))
        }
        Err(mistake) => Ok(salvage(&text, mistake, name, date)),
    }
}

/// What is wrong with the text of a table's file, for who edits it; nothing is salvaged.
///
/// # Errors
/// The first mistake, with its place.
pub fn check_table(text: &str) -> Result<(), Mistake> {
    dialect::check_format(text, TABLE_FORMAT)?;
    let reading = read_washed::<SavedTable>(text)?;
    extra::slip(text, &reading.ignored).map_or(Ok(()), Err)
}

fn told(mut saved: SavedTable, extra: impl FnOnce(&Names) -> Extra, name: &TableName, date: NaiveDate) -> Told {
    let mut left = shorten(&mut saved.entries);
    left += shorten(&mut saved.judgements) + shorten(&mut saved.facts);
    let entries = entry::entries(saved.entries, name, date);
    let mut records = Records::default();
    entries.iter().for_each(|entry| records.meet(entry));
    let born = entry::day(date);
    let judged: Vec<JudgementKey> = saved.judgements.iter().map(SavedJudgement::key).collect();
    let extra = extra(&extra::names(&entries, &judged, saved.facts.iter().map(|fact| &fact.key)));
    for saved in saved.judgements {
        let (key, verdict, stamp) = saved.told();
        records.judge(&key, verdict, &stamp.unwrap_or_else(|| born.clone()));
    }
    for saved in saved.facts {
        records.note(&saved.key, saved.value, &saved.stamp.unwrap_or_else(|| born.clone()));
    }
    Told { session: saved.session, records, seen: saved.seen, extra, damage: None, left }
}

fn shorten<T>(list: &mut Vec<T>) -> usize {
    let left = list.len().saturating_sub(MOST_ENTRIES);
    list.truncate(MOST_ENTRIES);
    left
}

/// Every whole entry, judgement and fact of a damaged file; nothing is completed, and nothing counts as seen.
fn salvage(text: &str, mistake: Mistake, name: &TableName, date: NaiveDate) -> Told {
    let saved = SavedTable {
        format: TABLE_FORMAT,
        session: SessionId::default(),
        table: name.table,
        title: None,
        device: DeviceId::default(),
        seen: Seen::new(),
        entries: whole(text, "entries"),
        judgements: whole(text, "judgements"),
        facts: whole(text, "facts"),
    };
    Told { damage: Some(mistake), ..told(saved, |_| Extra::default(), name, date) }
}

fn whole<T: DeserializeOwned>(text: &str, list: &str) -> Vec<T> {
    let pieces = dialect::salvage(text, extra::name_of_list(text, list));
    let read = pieces.into_iter().filter_map(|(_, piece)| read_washed(piece).ok());
    // what one of its fields meant is not known; the journals tell it whole
    read.filter(|reading| !extra::has_slip(&reading.ignored, list)).map(|reading| reading.value).collect()
}
