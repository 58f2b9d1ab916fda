//! What is known of the table's file on disk, so that writing over it never takes anything away.
//!
//! Somebody may have altered the file by hand, or a synchroniser may have replaced it, after it was loaded. What it then
//! holds that the program does not know is kept here and goes into every snapshot.

use std::borrow::Cow;
use std::path::Path;

use chrono::NaiveDate;

use crate::record::{Change, DeviceId, Records, Touch};
use crate::store::place::TableName;
use crate::store::print::Print;
use crate::store::sessions::is_missing;
use crate::store::table_file::{Extra, Seen, raise, read_table};
use crate::store::trouble::{Deed, Safe, Trouble};

/// The table's file as it was last seen.
#[derive(Debug, Default)]
pub(super) struct Disk {
    pub(super) print: Print,
    pub(super) seen: Seen,
    pub(super) extra: Extra,
    /// Must be copied before it is written over.
    pub(super) damaged: bool,
    /// What was read since the last comparison.
    read: Option<Records>,
    /// What was on the disk and is not in the program's records.
    kept: Records,
}

impl Disk {
    /// Looks at the file again.
    ///
    /// # Errors
    /// If it is there and must be left alone.
    pub(super) fn look(&mut self, path: &Path, name: &TableName, date: NaiveDate) -> Result<(), Trouble> {
        self.print = Print::of(path);
        let told = match read_table(path, name, date) {
            Ok(told) => told,
            Err(trouble) if is_missing(&trouble) => return Ok(()),
            Err(trouble) => return Err(Trouble { deed: Deed::Write, safe: Safe::FileUntouched, ..trouble }),
        };
        // a file with more in it than is read may not be written over without a copy either
        self.damaged |= told.damage.is_some() || told.left > 0;
        told.seen.values().for_each(|stamp| raise(&mut self.seen, stamp));
        self.extra.take(told.extra);
        self.read = Some(told.records);
        Ok(())
    }

    /// Adds a change that only the journal holds.
    pub(super) fn add(&mut self, change: &Change) {
        self.read.get_or_insert_default().apply(change);
    }

    /// What is to be written: the program's records, over whatever only the disk holds.
    pub(super) fn lay_over<'a>(&mut self, records: &'a Records) -> Cow<'a, Records> {
        if let Some(read) = self.read.take() {
            self.keep_what_lacks(&read, records);
        }
        if self.kept == Records::default() {
            return Cow::Borrowed(records);
        }
        // the disk's first: where both hold the same stamp, what was altered by hand stands
        let mut all = self.kept.clone();
        all.merge(records);
        Cow::Owned(all)
    }

    fn keep_what_lacks(&mut self, read: &Records, records: &Records) {
        for entry in read.all() {
            match records.entry(&entry.id) {
                Some(known) if known == entry => {}
                Some(known) => {
                    let mut both = Records::default();
                    both.meet(entry);
                    both.meet(known);
                    if both.entry(&entry.id) != Some(known) {
                        self.kept.meet(entry);
                    }
                }
                None => self.kept.meet(entry),
            }
        }
        for (key, told) in read.judgements() {
            if records.judgements().get(key).is_none_or(|known| told.stamp > known.stamp) {
                self.kept.judge(key, told.verdict.clone(), &told.stamp);
            }
        }
        for (key, told) in read.facts() {
            if records.facts().get(key).is_none_or(|known| told.stamp > known.stamp) {
                self.kept.note(key, told.value.clone(), &told.stamp);
            }
        }
    }
}

/// What may count as seen once these records are in the file.
///
/// That is every stamp in them, and the changes of `pending` (this device's, in order) that are in them: the stamp of a
/// change that only brought something new stands nowhere else. One that is not in them, and whatever was done after it,
/// does not count, so that the journal brings it back.
pub(super) fn seen_with(seen: &Seen, records: &Records, pending: &[Change], device: &DeviceId) -> Seen {
    let mut seen = seen.clone();
    let before = seen.get(device).cloned();
    records.stamps().for_each(|stamp| raise(&mut seen, stamp));
    match pending.iter().position(|change| !holds(records, change)) {
        None => pending.iter().for_each(|change| raise(&mut seen, &change.stamp)),
        Some(at) => {
            let last = at.checked_sub(1).map(|at| pending[at].stamp.clone()).max(before);
            match last {
                Some(last) => drop(seen.insert(device.clone(), last)),
                None => drop(seen.remove(device)),
            }
        }
    }
    seen
}

/// Whether a change, or one after it, has been applied to the records.
fn holds(records: &Records, change: &Change) -> bool {
    let at = &change.stamp;
    change.touches.iter().all(|touch| match touch {
        Touch::Birth(entry) => records.entry(&entry.id).is_some(),
        Touch::Part { entry, now, .. } => {
            records.entry(entry).and_then(|entry| entry.stamp_of(&now.key())).is_some_and(|stamp| stamp >= at)
        }
        Touch::Judgement { key, .. } => records.judgements().get(key).is_some_and(|standing| standing.stamp >= *at),
        Touch::Fact { key, .. } => records.facts().get(key).is_some_and(|standing| standing.stamp >= *at),
    })
}
