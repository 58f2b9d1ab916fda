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
    sync::mpsc::{self, RecvTimeoutError, Sender},
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
                let due = Instant::now() + if first.soon { Duration::ZERO } else { MOST };
                let mut soon = first.soon;
                // the last asking for a table covers those before it
                let mut waiting = BTreeMap::from([((first.of.opening, first.of.table), first)]);
                loop {
                    let left = due.saturating_duration_since(Instant::now());
                    match asked.recv_timeout(if soon { Duration::ZERO } else { left }) {
                        Ok(next) => {
                            soon |= next.soon;
                            waiting.insert((next.of.opening, next.of.table), next);
                        }
                        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
                    }
                }
                for Asked { of, syncer, at, .. } in waiting.into_values() {
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
