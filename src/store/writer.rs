//! One table's files on this device, held by this process: every change and key at once, and the snapshot now and then.
//!
//! ```text
//! journal/tafel-2~laptop-1.journal    every Log, the moment it happens
//! tables/tafel-2.ron                  what the table said, when it is quiet
//! ```
//!
//! What is promised: once [`Writer::write`] returns, what it wrote survives the end of the program, however it ends; once
//! the [`Syncer`] has synced as well, it survives a power failure. A snapshot replaces the table's file whole, and only what is in
//! it counts as seen: a crash before, between or after loses nothing, because a change stays in the journal for good.
//! Not for loading (that is `load`). Called by `run`.

mod compact;
mod disk;

use std::path::PathBuf;

use self::disk::{Disk, Print};
use super::aside::keep_copy;
use super::folder::kept_inside;
use super::journal::{Journal, Syncer};
use super::load::{is_fresh, own_name, read_log};
use super::lock::{Held, Lock, Refused};
use super::place::{SessionDir, TableName};
use super::save::save;
use super::sessions::{Store, is_missing};
use super::table_file::{self, Page};
use super::trouble::{Deed, Safe, Trouble, Why};
use crate::record::{Change, DeviceId, TableId};
use crate::session::{Head, Log, Table};

/// One table's files, held by this process until this value goes.
#[derive(Debug)]
pub struct Writer {
    root: PathBuf,
    device: DeviceId,
    table: TableId,
    name: TableName,
    file: PathBuf,
    journal_file: PathBuf,
    journal: Journal<Log>,
    disk: Disk,
    /// Whether a snapshot is worth writing.
    due: bool,
    /// This device's changes that no snapshot holds, in order.
    pending: Vec<Change>,
    /// Bytes of the journal that are steps.
    steps: u64,
    /// Last, so that the files are closed when it goes.
    _held: Held,
}

impl Store {
    /// Takes a table for writing: its lock, and its journal. `since` is the time, in words, for whoever finds it taken.
    ///
    /// An unfinished last line of the journal is cut off and kept beside it; nothing else is altered.
    ///
    /// # Errors
    /// [`Refused::Busy`] with who has it; [`Refused::Trouble`] if a file cannot be made, or if the table's file on this
    /// device is of a newer program or cannot be opened: then it is left untouched.
    pub fn sit(&self, dir: &SessionDir, table: TableId, since: &str) -> Result<Writer, Refused> {
        let (head, _) = self.read_head(dir).map_err(Refused::Trouble)?;
        self.sit_with(dir, &head, table, since)
    }

    /// The same for who has read the head of the session already.
    ///
    /// # Errors
    /// As [`Store::sit`].
    pub fn sit_with(&self, dir: &SessionDir, head: &Head, table: TableId, since: &str) -> Result<Writer, Refused> {
        let (root, device) = (self.root_of(dir), self.device().as_str());
        let held = Lock::take(root, &dir.table_lock(table.0, device), device, since)?;
        self.even_head(dir);
        let name = own_name(table.0, self.device(), head);
        let file = dir.table_file(table.0, name.device.as_deref());
        let journal_file = dir.journal_file(table.0, Some(device));
        let mut disk = Disk::default();
        match kept_inside(root, &file) {
            Err(trouble) if !is_missing(&trouble) => return Err(Refused::Trouble(trouble)),
            Ok(()) | Err(_) => disk.look(&file, &name, head.date).map_err(Refused::Trouble)?,
        }
        let (journal, found) = Journal::open_with(root, &journal_file, read_log).map_err(Refused::Trouble)?;
        let mut due = disk.damaged;
        let (mut pending, mut steps) = (Vec::new(), 0);
        for log in found.records.into_iter().flat_map(Log::each) {
            match log {
                Log::Change(change) if is_fresh(&change, &disk.seen) => {
                    disk.add(&change);
                    pending.push(*change);
                    due = true;
                }
                Log::Change(_) => {}
                Log::Step(_) => steps += compact::USUAL_STEP,
                Log::Together(_) => {} // what was together came one by one
            }
        }
        Ok(Writer {
            root: root.to_owned(),
            device: self.device().clone(),
            table,
            name,
            file,
            journal_file,
            journal,
            disk,
            due,
            pending,
            steps,
            _held: held,
        })
    }
}

impl Writer {
    /// Which table.
    pub fn table(&self) -> TableId {
        self.table
    }

    /// Writes something down, before the screen shows it.
    ///
    /// It survives the end of the program from here on; a power failure only once it was synced.
    ///
    /// # Errors
    /// What the system says; what was written before is kept, and the same may be written again.
    pub fn write(&mut self, log: &Log) -> Result<(), Trouble> {
        let before = self.journal.len_bytes();
        self.journal.append(log)?;
        if let Log::Step(_) = log {
            self.steps += self.journal.len_bytes().saturating_sub(before);
        }
        self.note(log);
        Ok(())
    }

    /// Notes what a snapshot will have to hold.
    fn note(&mut self, log: &Log) {
        match log {
            Log::Change(change) => {
                self.pending.push((**change).clone());
                self.due = true;
            }
            Log::Step(_) => {}
            Log::Together(logs) => logs.iter().for_each(|log| self.note(log)),
        }
    }

    /// A handle with which another thread can secure what was written against a power failure.
    pub fn syncer(&self) -> Syncer {
        self.journal.syncer()
    }

    /// Whether a snapshot is worth writing: something was altered since the last one.
    pub fn is_due(&self) -> bool {
        self.due
    }

    /// Writes the table's file, and then, if it is mostly keys long since saved, shortens the journal.
    ///
    /// After a crash at any moment the file is the old one or the new one. What it counts as seen is what is in these
    /// records, so nothing that only the journal held can be lost by it. If the file was altered by another program or by
    /// hand since it was last read, what is new in it is kept; if it was damaged, a copy is first set aside.
    ///
    /// # Errors
    /// What the system says; the old file and the whole journal are then there, and a snapshot is still due. With
    /// [`Safe::NewInPlace`] the new file is there. A failure to shorten the journal loses nothing either.
    pub fn snapshot(&mut self, head: &Head, table: &Table) -> Result<(), Trouble> {
        if Print::of(&self.file) != self.disk.print {
            self.disk.look(&self.file, &self.name, head.date)?;
        }
        let records = self.disk.lay_over(&table.records);
        let seen = disk::seen_with(&self.disk.seen, &records, &self.pending, &self.device);
        let page = Page { head, table: self.table, device: &self.device, seen: seen.clone(), extra: &self.disk.extra };
        let text = table_file::write(page, &records)
            .map_err(|error| Trouble::new(Deed::Write, &self.file, Why::Unwritable(error.0), Safe::FileUntouched))?;
        if self.disk.damaged {
            keep_copy(&self.file)?;
            self.disk.damaged = false;
        }
        save(&self.root, &self.file, text.as_bytes())?;
        self.disk.print = Print::of(&self.file);
        let before = self.pending.len();
        self.pending.retain(|change| is_fresh(change, &seen));
        self.disk.seen = seen;
        // what can never be held, because the line of its birth is damaged, is no reason to go on for ever
        self.due = (1..before).contains(&self.pending.len());
        self.compact()
    }
}
