//! What knows the table's file on disk and writes it anew: on whatever thread there is time.
//!
//! A large table takes long to write, and no key may wait for that. So a [`Snapshot`] is handed over with a copy of what
//! was said, written elsewhere, and what came of it ([`Written`]) is handed back to the [`Writer`]. Meanwhile the writer
//! appends to the journal as ever: what is said after the copy was made is not in the file, and does not count as seen.

use std::path::PathBuf;

use super::Writer;
use super::compact::{self, Shorter};
use super::disk::{self, Disk};
use crate::record::{Change, DeviceId, Records, TableId};
use crate::session::Head;
use crate::store::aside::keep_copy;
use crate::store::load::is_fresh;
use crate::store::place::{SessionDir, TableName};
use crate::store::print::Print;
use crate::store::save::save;
use crate::store::table_file::{self, Page, Seen};
use crate::store::trouble::{Deed, Safe, Trouble, Why};

/// Where the files of a table lie.
#[derive(Clone, Debug)]
pub(super) struct Files {
    pub(super) root: PathBuf,
    pub(super) dir: SessionDir,
    pub(super) device: DeviceId,
    pub(super) table: TableId,
    pub(super) name: TableName,
    pub(super) table_file: PathBuf,
    pub(super) journal_file: PathBuf,
}

/// What is known of the table's file; only one snapshot at a time has it.
#[derive(Debug)]
pub(super) struct Scribe {
    pub(super) files: Files,
    pub(super) disk: Disk,
}

/// A table's file that is to be written: everything it takes, so that it can be done on another thread.
#[derive(Debug)]
pub struct Snapshot {
    pub(super) scribe: Scribe,
    pub(super) head: Head,
    pub(super) records: Records,
    /// This device's changes that the file does not hold yet, in order.
    pub(super) pending: Vec<Change>,
    /// The length of the journal when the copy was made, if it is worth shortening.
    pub(super) shorten: Option<u64>,
}

/// What came of a snapshot; it must be handed back with [`Writer::end_snapshot`].
#[derive(Debug)]
pub struct Written {
    pub(super) scribe: Scribe,
    pub(super) pending: Vec<Change>,
    pub(super) due: bool,
    /// The length of the file, if it was written.
    pub(super) bytes: Option<u64>,
    pub(super) shorter: Option<Shorter>,
    pub(super) outcome: Result<(), Trouble>,
}

impl Snapshot {
    /// Writes the table's file, and beside the journal a shorter one if that is worth it; takes as long as the disk does.
    pub fn write(mut self) -> Written {
        let (bytes, outcome) = match self.put() {
            Ok((seen, bytes)) => {
                let before = self.pending.len();
                self.pending.retain(|change| is_fresh(change, &seen));
                self.scribe.disk.seen = seen;
                // what can never be held, because the line of its birth is damaged, is no reason to go on for ever
                (Some(bytes), Ok((1..before).contains(&self.pending.len())))
            }
            Err(trouble) => (None, Err(trouble)),
        };
        let shorten = self.shorten.filter(|_| outcome.is_ok());
        let shorter = shorten.map_or(Ok(None), |upto| compact::shorter(&self.scribe.files.journal_file, upto));
        let Self { scribe, pending, .. } = self;
        match (outcome, shorter) {
            (Ok(due), Ok(shorter)) => Written { scribe, pending, due, bytes, shorter, outcome: Ok(()) },
            (Ok(due), Err(trouble)) => Written { scribe, pending, due, bytes, shorter: None, outcome: Err(trouble) },
            (Err(trouble), Ok(_) | Err(_)) => {
                Written { scribe, pending, due: true, bytes, shorter: None, outcome: Err(trouble) }
            }
        }
    }

    /// Puts the file in place; gives what it counts as seen, and its length.
    fn put(&mut self) -> Result<(Seen, u64), Trouble> {
        let Self { scribe, head, records, pending, .. } = self;
        let Scribe { files, disk } = scribe;
        let Files { root, device, table, name, table_file: file, .. } = files;
        if Print::of(file) != disk.print {
            disk.look(file, name, head.date)?;
        }
        let records = disk.lay_over(records);
        let seen = disk::seen_with(&disk.seen, &records, pending, device);
        let page = Page { head, table: *table, device, seen: seen.clone(), extra: &disk.extra };
        let text = table_file::write(page, &records)
            .map_err(|error| Trouble::new(Deed::Write, file, Why::Unwritable(error.0), Safe::FileUntouched))?;
        if disk.damaged {
            keep_copy(file)?;
            disk.damaged = false;
        }
        save(root, file, text.as_bytes())?;
        disk.print = Print::of(file);
        Ok((seen, text.len() as u64))
    }
}

impl Writer {
    /// Hands over what a snapshot takes; nothing while one is being written.
    pub fn begin_snapshot(&mut self, head: &Head, records: &Records) -> Option<Snapshot> {
        let scribe = self.scribe.take()?;
        let shorten = compact::is_worth_it(self.steps, self.journal.len_bytes()).then(|| self.journal.len_bytes());
        self.due = false;
        self.since = 0;
        Some(Snapshot {
            scribe,
            head: head.clone(),
            records: records.clone(),
            pending: std::mem::take(&mut self.pending),
            shorten,
        })
    }

    /// Takes in what came of a snapshot, and puts the shorter journal in place.
    ///
    /// # Errors
    /// What the system said. The old file and the whole journal are then there, and a snapshot is still due; with
    /// [`Safe::NewInPlace`] the new file is there. A failure to shorten the journal loses nothing either.
    pub fn end_snapshot(&mut self, written: Written) -> Result<(), Trouble> {
        let Written { scribe, mut pending, due, bytes, shorter, outcome } = written;
        self.scribe = Some(scribe);
        pending.append(&mut self.pending);
        self.pending = pending;
        self.due |= due;
        match bytes {
            Some(bytes) => self.size = bytes,
            None => self.since = u64::MAX, // it was worth it, and still is
        }
        if let Some(shorter) = shorter {
            self.steps = 0; // what is left of them is counted from here on, so that one long line is not written again and again
            self.journal.adopt(shorter.file, shorter.upto)?;
        }
        outcome
    }
}
