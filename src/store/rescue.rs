//! What could not be saved where it belongs when the program had to end: kept elsewhere, told, and brought in.
//!
//! ```text
//! <state or temporary folder>/rescued/2026-05-12-dorpsnetwerk/
//!     rescued.ron      where it belongs, and since when it is here
//!     session.ron …    the whole session, as it was in memory
//! ```
//!
//! Not for saving elsewhere on purpose (that is `whole`). Called by `run`, and by `doctor`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::aside::read_file;
use super::lock::Refused;
use super::place::SessionDir;
use super::places::{is_ours, make_refuge};
use super::save::save;
use super::sessions::Store;
use super::trouble::{Deed, Safe, Trouble, Why};
use super::whole::holds_anything;
use super::writer::Writer;
use crate::dialect;
use crate::session::{Desk, Head, Hold, Session, Step};
use crate::text::{Op, clean_line};

/// The format number of `rescued.ron`.
const FORMAT: u32 = 1;
/// The largest `rescued.ron` that is read.
const MOST: usize = 64 << 10;
/// The name of the note.
const NOTE: &str = "rescued.ron";

/// Something that could not be saved where it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescued {
    /// The folder where it is.
    pub path: PathBuf,
    /// The folder of the session that it belongs to.
    pub of: PathBuf,
    /// When it was put there, in milliseconds since 1970.
    pub at: i64,
    /// What the session is called.
    pub title: String,
}

/// What is told about a session that is kept elsewhere: the text of `rescued.ron`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Belongs {
    /// The version of the format.
    format: u32,
    /// The folder of the session that it belongs to.
    of: String,
    /// When it was put there, in milliseconds since 1970.
    at: i64,
    /// What the session is called.
    title: String,
    /// Whether the session was ever made there.
    #[serde(default)]
    made: bool,
    /// Whether its head was altered and could not be saved either.
    #[serde(default)]
    head: bool,
    /// How long the journal of each table was there, in bytes: one that is longer has been written at since.
    #[serde(default)]
    lengths: BTreeMap<u32, u64>,
}

impl Belongs {
    /// The session belongs in this folder, where it was made or not and was written by these; `head` says whether its head
    /// could not be saved.
    pub fn to<'a>(
        dir: &SessionDir,
        made: bool,
        head: bool,
        writers: impl Iterator<Item = &'a Writer>,
        at: i64,
    ) -> Self {
        let lengths = writers.map(|writer| (writer.table().0, writer.len_bytes())).collect();
        let of = std::path::absolute(dir.path()).unwrap_or_else(|_| dir.path().to_owned());
        Self { format: FORMAT, of: of.to_string_lossy().into_owned(), at, title: String::new(), made, head, lengths }
    }
}

impl Store {
    /// Keeps a session that could not be saved where it belongs, whole, at the first place that takes it; says where.
    ///
    /// # Errors
    /// What the last place said; there may be none.
    pub fn rescue(&self, session: &Session, belongs: &Belongs, since: &str) -> Result<PathBuf, Trouble> {
        let belongs = Belongs { title: session.head.title.clone(), ..belongs.clone() };
        let mut last = Trouble::new(Deed::Write, Path::new(&belongs.of), Why::Gone, Safe::InMemory);
        for refuge in self.places().refuges() {
            let kept = make_refuge(&refuge).and_then(|()| self.write_whole(&refuge, session, since));
            match kept.and_then(|whole| note_down(whole.dir.path(), &belongs)) {
                Ok(path) => return Ok(path),
                Err(trouble) => last = trouble,
            }
        }
        Err(last)
    }

    /// What could not be saved where it belongs, oldest first.
    pub fn rescued(&self) -> Vec<Rescued> {
        let refuges = self.places().refuges().into_iter().filter(|refuge| refuge.is_dir() && is_ours(refuge));
        let folders = refuges.flat_map(|refuge| fs::read_dir(refuge).into_iter().flatten());
        let told = folders.filter_map(|folder| {
            let path = folder.ok()?.path();
            let Belongs { of, at, title, .. } = note(&path)?;
            let title = clean_line(&title).into_owned();
            Some(Rescued { path, of: PathBuf::from(of), at, title })
        });
        let mut found: Vec<Rescued> = told.collect();
        found.sort_by(|a, b| (a.at, &a.path).cmp(&(b.at, &b.path)));
        found
    }

    /// Brings something in: into the session that it belongs to, or as a session of its own if that was never made or is
    /// not there. Says which session it is in.
    ///
    /// It is all entries and all parts by their stamps, so what is there already is not doubled, and what was said there
    /// since stands. A line that was half typed comes back; if somebody typed there since, behind what stands there. The
    /// folder is removed when everything in it is in the session and secured.
    ///
    /// # Errors
    /// [`Refused::Busy`] if another program has one of its tables; otherwise what the system says. The folder is then as
    /// it was, and all of it may be done again.
    pub fn bring_in(&self, rescued: &Rescued, seed: u64, since: &str) -> Result<SessionDir, Refused> {
        let from = SessionDir::new(&rescued.path);
        let kept = self.load(&from, seed).map_err(Refused::Trouble)?.session;
        let belongs = note(&rescued.path);
        let place = SessionDir::new(&rescued.of);
        let made = belongs.as_ref().is_some_and(|belongs| belongs.made);
        let dir = if made && place.session_file().is_file() {
            place
        } else {
            let head = self.create(kept.head.clone()).map_err(Refused::Trouble)?;
            self.data().session(head.id.as_str())
        };
        let mut there = self.load(&dir, seed).map_err(Refused::Trouble)?.session;
        if belongs.as_ref().is_some_and(|belongs| belongs.head) {
            there.head = Head { id: there.head.id, ..kept.head };
            self.keep_head(&dir, &there.head).map_err(Refused::Trouble)?;
        }
        let lengths = belongs.map(|belongs| belongs.lengths).unwrap_or_default();
        let room = Some(kept.room).filter(holds_anything);
        for mut table in room.into_iter().chain(kept.tables) {
            let mut writer = self.sit_with(&dir, &there.head, table.id, since)?;
            if let Some(standing) = there.table(table.id) {
                let as_it_was = lengths.get(&table.id.0).is_some_and(|length| writer.len_bytes() <= *length);
                if !as_it_was || standing.records.latest() > table.records.latest() {
                    table.desk = both(&standing.desk, &table.desk);
                }
                table.records.merge(&standing.records);
            }
            writer.mend(&there.head, &table, &[], false, since)?;
            writer.syncer().sync().map_err(Refused::Trouble)?;
            writer.snapshot(&there.head, &table).map_err(Refused::Trouble)?;
        }
        let trouble = Trouble::io(Deed::Remove, &rescued.path, Safe::NothingLost);
        fs::remove_dir_all(&rescued.path).map_err(trouble).map_err(Refused::Trouble)?;
        Ok(dir)
    }
}

/// The desk as it stands, with the words of another one that it has not. If nothing is typed on it, the other one.
fn both(standing: &Desk, other: &Desk) -> Desk {
    if standing.is_at_rest() {
        return other.clone();
    }
    let mut desk = standing.clone();
    let has = standing.words();
    for words in other.words().into_iter().filter(|words| !has.contains(words)) {
        let lead = if desk.hold == Hold::New && desk.field(0).is_empty() { "" } else { " " };
        desk.step(&Step::Hold(Hold::New));
        desk.step(&Step::Type(0, Op::To(usize::MAX)));
        desk.step(&Step::Type(0, Op::Insert(format!("{lead}{words}"))));
    }
    desk
}

fn note_down(folder: &Path, belongs: &Belongs) -> Result<PathBuf, Trouble> {
    let path = folder.join(NOTE);
    let unwritable =
        |error: dialect::Unwritable| Trouble::new(Deed::Write, &path, Why::Unwritable(error.0), Safe::NothingLost);
    let text = dialect::write_pretty("Rescued", belongs).map_err(unwritable)?;
    save(folder, &path, text.as_bytes())?;
    Ok(folder.to_owned())
}

fn note(folder: &Path) -> Option<Belongs> {
    let bytes = read_file(&folder.join(NOTE), MOST).ok()?;
    let text = dialect::text_of(&bytes, MOST).ok()?;
    dialect::check_format(&text, FORMAT).ok()?;
    dialect::read(&text).ok().map(|reading| reading.value)
}
