//! One table's files on this device, held by this process: every change and key at once, and the snapshot now and then.
//!
//! ```text
//! journal/tafel-2~laptop-1.journal    every Log, the moment it happens
//! tables/tafel-2.ron                  what the table said, now and then
//! ```
//!
//! What is promised: once [`Writer::write`] returns, what it wrote survives the end of the program, however it ends; once
//! the [`Syncer`] has synced as well, it survives a power failure. A snapshot replaces the table's file whole, and only what is in
//! it counts as seen: a crash before, between or after loses nothing, because a change stays in the journal for good.
//! Not for loading (that is `load`). Called by `run`.

mod compact;
mod disk;
mod mend;
mod scribe;

pub use self::scribe::{Snapshot, Written};

use self::disk::Disk;
use self::scribe::{Files, Scribe};
use super::folder::{disk_of, kept_inside};
use super::journal::{Journal, Syncer};
use super::load::{Glance, glance, is_fresh, own_name};
use super::lock::{Held, Lock, Refused};
use super::place::SessionDir;
use super::sessions::{Store, is_missing};
#[cfg(doc)]
use super::trouble::Safe;
use super::trouble::Trouble;
use crate::record::{Change, TableId};
use crate::session::{Head, Log, Table};

/// One table's files, held by this process until this value goes.
#[derive(Debug)]
pub struct Writer {
    files: Files,
    /// The disk it lies on, where the system says.
    on: Option<u64>,
    journal: Journal<Log>,
    /// What knows the table's file; away while a snapshot is being written.
    scribe: Option<Scribe>,
    /// Whether the table's file lacks something.
    due: bool,
    /// This device's changes that no snapshot holds, in order.
    pending: Vec<Change>,
    /// Bytes of the journal that are steps.
    steps: u64,
    /// Bytes that were written to the journal since the last snapshot was begun.
    since: u64,
    /// The length of the table's file when it was written last.
    size: u64,
    /// Last, so that the files are closed when it goes.
    held: Held,
}

/// How many bytes the journal must have taken for every byte that a snapshot writes: so that all snapshots together write
/// no more than a part of what the journal does, however long the table is (`cargo bench --bench store`).
const PAYS: u64 = 3;
/// Below this length in bytes a table's file is always worth writing: whoever tries the program sees it at once.
const SMALL: u64 = 2048;

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
        let (journal, found) =
            Journal::open_with(root, &journal_file, |record| glance(record, &disk.seen)).map_err(Refused::Trouble)?;
        let mut due = disk.damaged;
        let (mut pending, mut steps) = (Vec::new(), 0);
        for glance in found.records {
            let logs = match glance {
                Glance::Read(log) => log.each(),
                Glance::Old => continue,
                Glance::Step => {
                    steps += compact::USUAL_STEP;
                    continue;
                }
            };
            for log in logs {
                match log {
                    Log::Change(change) if is_fresh(&change, &disk.seen) => {
                        disk.add(&change);
                        pending.push(*change);
                        due = true;
                    }
                    Log::Change(_) | Log::Step(_) => {}
                    Log::Together(_) => {} // what was together came one by one
                }
            }
        }
        let size = disk.print.len();
        let files = Files {
            root: root.to_owned(),
            dir: dir.clone(),
            device: self.device().clone(),
            table,
            name,
            table_file: file,
            journal_file,
        };
        // what an earlier run could not put in the file is worth a snapshot at the first quiet moment
        let since = if due { u64::MAX } else { 0 };
        Ok(Writer {
            on: disk_of(dir.path()),
            journal,
            scribe: Some(Scribe { files: files.clone(), disk }),
            files,
            due,
            pending,
            steps,
            since,
            size,
            held,
        })
    }
}

impl Writer {
    /// Which table.
    pub fn table(&self) -> TableId {
        self.files.table
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
        let bytes = self.journal.len_bytes().saturating_sub(before);
        self.since = self.since.saturating_add(bytes);
        if let Log::Step(_) = log {
            self.steps += bytes;
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

    /// Whether the table's file lacks something: something was altered since the last snapshot.
    pub fn is_due(&self) -> bool {
        self.due
    }

    /// Whether a snapshot is worth writing now: one is due, and so much was written since the last that all snapshots
    /// together cost less than what they save. Before a table is left one is worth it whenever it is due.
    pub fn is_worth_it(&self) -> bool {
        let pays = self.size < SMALL || self.since >= self.size.saturating_mul(PAYS);
        self.due && self.scribe.is_some() && pays
    }

    /// Writes the table's file, and then, if it is mostly keys long since saved, shortens the journal; here and now.
    ///
    /// After a crash at any moment the file is the old one or the new one. What it counts as seen is what is in these
    /// records, so nothing that only the journal held can be lost by it. If the file was altered by another program or by
    /// hand since it was last read, what is new in it is kept; if it was damaged, a copy is first set aside.
    ///
    /// # Errors
    /// As [`Writer::end_snapshot`]. While one is being written elsewhere nothing is done: it is due again after that.
    pub fn snapshot(&mut self, head: &Head, table: &Table) -> Result<(), Trouble> {
        match self.begin_snapshot(head, &table.records) {
            Some(snapshot) => self.end_snapshot(snapshot.write()),
            None => Ok(()),
        }
    }
}
