//! Syncs what was appended to the disk itself, on a thread of its own.
//!
//! Asked at every key; done within a quarter of a second of the first key that waits, and at once after something was
//! said. Several askings for a table become one sync.

use super::{feed::Message, late::Tally};
use crate::{
    record::TableId,
    store::{Syncer, Trouble},
};
use std::{
    collections::BTreeMap,
    io,
    sync::mpsc::{self, Sender},
    thread,
    time::{Duration, Instant},
};

/// How a sync went.
#[derive(Debug)]
pub struct Synced {
    /// Of which table.
    pub of: Of,
    /// Everything up to this moment (milliseconds since 1970) is on disk, or what failed.
    pub outcome: Result<i64, Trouble>,
}

/// What a sync is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Of {
    /// The opening of a session, by its number: an answer may come when another one is open.
    pub opening: u32,
    /// The table.
    pub table: TableId,
    /// How much was written at the table when it was asked.
    pub written: Tally,
}

/// The most that is typed between two syncs.
const MOST: Duration = Duration::from_millis(200);

struct Asked {
    of: Of,
    syncer: Syncer,
    at: i64,
    soon: bool,
}

/// What waits to be synced.
struct Waiting {
    /// The last asking for a table covers those before it.
    asked: BTreeMap<(u32, TableId), Asked>,
    /// When it must be done; no later asking puts it off.
    due: Instant,
}

impl Waiting {
    fn of(first: Asked, now: Instant) -> Self {
        let mut waiting = Self { asked: BTreeMap::new(), due: now + MOST };
        waiting.add(first, now);
        waiting
    }

    fn add(&mut self, asked: Asked, now: Instant) {
        if asked.soon {
            self.due = self.due.min(now);
        }
        self.asked.insert((asked.of.opening, asked.of.table), asked);
    }
}

/// The thread that syncs.
pub struct Syncs {
    ask: Sender<Asked>,
}

impl Syncs {
    /// Starts the thread; outcomes come back through `tell`.
    pub fn start(tell: Sender<Message>) -> io::Result<Self> {
        let (ask, asked) = mpsc::channel::<Asked>();
        let work = move || {
            while let Ok(first) = asked.recv() {
                let mut waiting = Waiting::of(first, Instant::now());
                // until it is due, or nobody asks any more
                while let Ok(next) = asked.recv_timeout(waiting.due.saturating_duration_since(Instant::now())) {
                    waiting.add(next, Instant::now());
                }
                // all are tried: that one disk is gone is no reason to leave another
                for Asked { of, syncer, at, .. } in waiting.asked.into_values() {
                    let outcome = syncer.sync().map(|()| at);
                    if tell.send(Message::Synced(Synced { of, outcome })).is_err() {
                        return;
                    }
                }
            }
        };
        thread::Builder::new().name("sync".into()).stack_size(256 * 1024).spawn(work)?;
        Ok(Self { ask })
    }

    /// Asks for a sync of what was written up to `at`; `soon` if something was said.
    pub fn ask(&self, of: Of, syncer: Syncer, at: i64, soon: bool) {
        // the thread ends only with the program; then there is nothing to sync for
        drop(self.ask.send(Asked { of, syncer, at, soon }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Journal;

    /// What was asked for a table.
    fn asked(root: &std::path::Path, table: u32, soon: bool) -> Asked {
        let (journal, _) = Journal::<u32>::open(root, &root.join(table.to_string())).expect("works");
        let of = Of { opening: 1, table: TableId(table), written: Tally::default() };
        Asked { of, syncer: journal.syncer(), at: 1, soon }
    }

    #[test]
    fn who_goes_to_another_table_within_a_quarter_of_a_second_leaves_nothing_unsynced() {
        let root = tempfile::tempdir().expect("works");
        let now = Instant::now();
        let mut waiting = Waiting::of(asked(root.path(), 1, false), now);
        waiting.add(asked(root.path(), 2, false), now);
        assert_eq!(waiting.asked.len(), 2);
    }

    #[test]
    fn a_key_behind_an_enter_does_not_put_off_its_sync() {
        let root = tempfile::tempdir().expect("works");
        let now = Instant::now();
        let mut waiting = Waiting::of(asked(root.path(), 1, false), now);
        assert_eq!(waiting.due, now + MOST);
        waiting.add(asked(root.path(), 1, true), now);
        waiting.add(asked(root.path(), 1, false), now);
        assert_eq!((waiting.due, waiting.asked.len()), (now, 1));
    }
}
