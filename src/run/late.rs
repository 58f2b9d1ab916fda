//! What is not on disk yet: how much, why, and when it is tried again.
//!
//! It only keeps count; writing is for `perform` and `mend`. Everything in here is also in the session in memory.

use crate::{
    app::Unsaved,
    record::{Now, TableId},
    session::{Last, Log, Session},
    store::{Refused, Trouble, Why},
    words::Words,
};
use std::{collections::BTreeMap, time::Duration};

/// How long is waited before it is tried again while nobody types, at first and at most, in milliseconds.
const WAIT: (i64, i64) = (900, 5000);
/// A disk that takes longer than this to say no must not hold up every key with it.
const SLOW: Duration = Duration::from_millis(100);

/// How much was written: things said, and keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    said: usize,
    keys: usize,
}

impl Tally {
    fn add(&mut self, log: &Log) {
        match log {
            Log::Change(_) => self.said += 1,
            Log::Step(_) => self.keys += 1,
            Log::Together(logs) if logs.iter().any(|log| matches!(log, Log::Change(_))) => self.said += 1,
            Log::Together(_) => self.keys += 1,
        }
    }
}

/// Why a table's files must be put down anew.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Broken {
    /// They could not be opened.
    Unopened,
    /// They were removed or replaced.
    Gone,
    /// The disk did not secure them, and may have forgotten any of it.
    Unsynced,
}

/// How it stands with a table.
#[derive(Default)]
pub(super) struct AtTable {
    /// What the program asked to be written.
    pub asked: Tally,
    /// As much of it is on the disk itself.
    safe: Tally,
    /// What could not be appended, in order.
    pub logs: Vec<Log>,
    /// Whether its files must be put down anew.
    pub broken: Option<Broken>,
}

/// What is not on disk yet.
#[derive(Default)]
pub(super) struct Late {
    /// The tables that anything was written at.
    pub tables: BTreeMap<TableId, AtTable>,
    /// Whether the head of the session could not be written.
    pub head: bool,
    /// Where one is, if that could not be written.
    pub last: Option<Last>,
    /// Whether the files that people read could not be brought up to date; the journal has everything.
    pub files: bool,
    /// Whether something was to be written that had to wait, since it was tried last.
    pub again: bool,
    why: Option<Refused>,
    tried: i64,
    wait: i64,
    slow: bool,
}

impl Late {
    /// Whether everything is written.
    pub fn is_empty(&self) -> bool {
        !self.has_words() && self.last.is_none() && !self.files
    }

    /// Whether words or the head are in memory only, or not surely on the disk.
    pub fn has_words(&self) -> bool {
        self.head || self.tables.values().any(|table| !table.logs.is_empty() || table.broken.is_some())
    }

    /// How it stands with a table.
    pub fn at(&mut self, table: TableId) -> &mut AtTable {
        self.tables.entry(table).or_default()
    }

    /// The tables of which something must be written.
    pub fn due_tables(&self) -> Vec<TableId> {
        let due = self.tables.iter().filter(|(_, table)| !table.logs.is_empty() || table.broken.is_some());
        due.map(|(id, _)| *id).collect()
    }

    /// Something is to be written at a table.
    pub fn ask(&mut self, table: TableId, log: &Log) {
        self.at(table).asked.add(log);
    }

    /// So much of a table is on the disk.
    pub fn secured(&mut self, table: TableId, written: Tally) {
        self.at(table).safe = written;
    }

    /// Takes in what failed, and how long that took.
    pub fn failed(&mut self, why: Refused, now: Now, took: Duration) {
        // keys do not make the waiting longer
        let idle = now.millis - self.tried >= self.wait;
        self.wait = if idle { self.wait * 2 } else { self.wait }.clamp(WAIT.0, WAIT.1);
        self.why = Some(why);
        self.tried = now.millis;
        self.slow = took >= SLOW;
    }

    /// Everything could be written.
    pub fn succeeded(&mut self) {
        (self.why, self.wait, self.slow, self.again) = (None, 0, false, false);
    }

    /// Whether it is tried again now: with a key if the disk answers at once, else after a while.
    pub fn is_due(&self, now: Now, with_a_key: bool) -> bool {
        with_a_key && !self.slow || now.millis - self.tried >= self.wait || now.millis < self.tried
    }

    /// How much is not saved, and why.
    pub fn unsaved(&self, session: &Session, words: &Words) -> Unsaved {
        let (mut said, mut keys) = (0, 0);
        for (id, table) in &self.tables {
            said += match table.broken {
                // then nothing of the table is where it should be
                Some(Broken::Gone) => session.table(*id).map_or(0, |table| table.records.len()),
                Some(Broken::Unopened | Broken::Unsynced) | None => table.asked.said.saturating_sub(table.safe.said),
            };
            keys += table.asked.keys.saturating_sub(table.safe.keys);
        }
        let why = self.why.as_ref().map(|why| why.brief(words)).unwrap_or_default();
        Unsaved { said, keys, why, only_files: !self.has_words() }
    }
}

/// What a trouble makes of a table.
pub(super) fn broken_by(trouble: &Trouble) -> Broken {
    match &trouble.why {
        Why::Gone => Broken::Gone,
        Why::Io(_)
        | Why::Mistake(_)
        | Why::Unwritable(_)
        | Why::Outside { .. }
        | Why::NotAFile
        | Why::TooMany { .. } => Broken::Unsynced,
    }
}
