//! Puts a table's files down anew from memory: its journal was removed, replaced or not secured.
//!
//! A stick that was out and is in again has what was written until then; a folder that somebody removed has nothing. So
//! what is there is read first, and only what it lacks is added: by the stamps of the changes, and by what the desk shows.
//! Twice is the same as once. Not for a write that failed and can simply be tried again. Called by `run`, and by `whole`.

use std::collections::{BTreeMap, BTreeSet};

use super::Writer;
use super::disk::Disk;
use super::scribe::Scribe;
use crate::record::{Change, Stamp};
use crate::session::{Desk, Head, Log, Table};
use crate::store::folder::{disk_of, make_folder};
use crate::store::journal::read_journal;
use crate::store::load::{is_fresh, read_log};
use crate::store::lock::{Lock, Refused};
use crate::store::print::Print;
use crate::store::table_file::Seen;
use crate::store::trouble::{Deed, Safe, Trouble, Why};

/// The most records that are put down as one, so that a line stays of a size that can be read.
const MOST_TOGETHER: usize = 1000;

impl Writer {
    /// Whether what was written is where people will look for it: nobody removed or replaced the journal.
    ///
    /// That the table's file is gone is no reason to worry, because the journal has everything; a snapshot is then due.
    pub fn is_in_place(&mut self) -> bool {
        let was_there = self.scribe.as_ref().is_some_and(|scribe| scribe.disk.print.is_of_a_file());
        if was_there && !Print::of(&self.files.table_file).is_of_a_file() {
            self.due = true;
            self.since = u64::MAX;
        }
        self.journal.is_in_place()
    }

    /// How long its journal is, in bytes.
    pub fn len_bytes(&self) -> u64 {
        self.journal.len_bytes()
    }

    /// Makes the journal hold everything that this device did at the table, which is all of `table`, and `late`: what
    /// could not be written yet.
    ///
    /// `anew` writes all of it to a new file: after a failed sync nobody knows what the disk has of the old one. A folder
    /// that is gone is made again, unless the disk is another than it was: then the stick is out, and a folder of the same
    /// name elsewhere would only mislead.
    ///
    /// # Errors
    /// [`Refused::Busy`] if another program has taken the table meanwhile; otherwise what the system says. All of it is
    /// then still in memory, and may be tried again. What was there is kept.
    pub fn mend(&mut self, head: &Head, table: &Table, late: &[Log], anew: bool, since: &str) -> Result<(), Refused> {
        let there = self.files.dir.session_file().exists();
        if !there && self.on != disk_of(self.files.dir.path()) {
            let gone = Trouble::new(Deed::CreateFolder, self.files.dir.path(), Why::Gone, Safe::InMemory);
            return Err(Refused::Trouble(gone));
        }
        let lock = self.files.dir.table_lock(self.files.table.0, self.files.device.as_str());
        if !self.held.is_at(&lock) {
            self.held = Lock::take(&self.files.root, &lock, self.files.device.as_str(), since)?;
        }
        self.put_down(head, table, late, anew).map_err(Refused::Trouble)
    }

    fn put_down(&mut self, head: &Head, table: &Table, late: &[Log], anew: bool) -> Result<(), Trouble> {
        make_folder(&self.files.root, &self.files.dir.tables_dir())?;
        let before = self.journal.reread(read_log);
        if !self.journal.is_in_place() {
            self.journal.reopen(&self.files.root, read_log)?;
            self.on = disk_of(self.files.dir.path());
            let mut disk = Disk::default();
            disk.look(&self.files.table_file, &self.files.name, head.date)?;
            self.size = disk.print.len();
            self.scribe = Some(Scribe { files: self.files.clone(), disk });
        }
        let found = read_journal(&self.files.journal_file, read_log)?.records;
        let found: Vec<Log> = found.into_iter().flat_map(Log::each).collect();
        let lacks = self.lacking(&found, before, table, late);
        if anew {
            let all: Vec<Log> = found.iter().chain(&lacks).cloned().collect();
            self.journal.rewrite(&all)?;
        } else {
            let (first, last) = lacks.split_at(lacks.len().saturating_sub(MOST_TOGETHER));
            self.journal.append_all(first)?;
            if !last.is_empty() {
                self.journal.append(&Log::Together(last.to_vec()))?;
            }
        }
        let changes = found.into_iter().chain(lacks).filter_map(|log| match log {
            Log::Change(change) => Some(*change),
            Log::Step(_) | Log::Together(_) => None,
        });
        let nothing = Seen::new();
        let seen = self.scribe.as_ref().map_or(&nothing, |scribe| &scribe.disk.seen);
        self.pending = changes.filter(|change| is_fresh(change, seen)).collect();
        self.due = true;
        self.since = u64::MAX;
        Ok(())
    }

    /// What the journal must be given: changes of this device that it has not, and the way to the desk as it is.
    fn lacking(&self, found: &[Log], before: Vec<Log>, table: &Table, late: &[Log]) -> Vec<Log> {
        let mut there: BTreeSet<&Stamp> = BTreeSet::new();
        let mut desk = Desk::default();
        for log in found {
            match log {
                Log::Change(change) => drop(there.insert(&change.stamp)),
                Log::Step(step) => desk.step(step),
                Log::Together(_) => {} // what was together came one by one
            }
        }
        let mut lacks: BTreeMap<Stamp, Change> = BTreeMap::new();
        let mut add = |change: &Change| {
            if !there.contains(&change.stamp) {
                lacks.insert(change.stamp.clone(), change.clone());
            }
        };
        for log in before.into_iter().chain(late.iter().cloned()).flat_map(Log::each) {
            if let Log::Change(change) = log {
                add(&change);
            }
        }
        table.history().for_each(&mut add);
        let mut logs: Vec<Log> = lacks.into_values().map(|change| Log::Change(Box::new(change))).collect();
        let (has, wants) = (desk.anew(), table.desk.anew());
        if has != wants {
            logs.extend(desk.emptied().into_iter().chain(wants).map(Log::Step));
        }
        logs
    }
}
