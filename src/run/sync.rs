//! Syncs what was appended to the disk itself, on a thread of its own.
//!
//! Asked at every key; done within a quarter of a second of the first key that waits, and at once after something was
//! said. Several askings become one sync of every file that was asked for: who goes to another table leaves one behind.

use super::feed::Message;
use crate::store::{Syncer, Trouble};
use std::{
    io,
    sync::mpsc::{self, Sender},
    thread,
    time::{Duration, Instant},
};

/// How a sync went: everything up to this moment (milliseconds since 1970) is on disk, or what failed.
pub type Outcome = Result<i64, Trouble>;

/// The most that is typed between two syncs.
const MOST: Duration = Duration::from_millis(200);

struct Asked {
    syncer: Syncer,
    at: i64,
    soon: bool,
}

/// What waits to be synced.
struct Waiting {
    /// One for every file.
    syncers: Vec<Syncer>,
    /// Up to when it was written.
    at: i64,
    /// When it must be done; no later asking puts it off.
    due: Instant,
}

impl Waiting {
    fn of(first: Asked, now: Instant) -> Self {
        let mut waiting = Self { syncers: Vec::new(), at: first.at, due: now + MOST };
        waiting.add(first, now);
        waiting
    }

    fn add(&mut self, asked: Asked, now: Instant) {
        let Asked { syncer, at, soon } = asked;
        if !self.syncers.iter().any(|other| other.is_for_file_of(&syncer)) {
            self.syncers.push(syncer);
        }
        self.at = at;
        if soon {
            self.due = self.due.min(now);
        }
    }

    fn sync(self) -> Outcome {
        // all are tried: that one disk is gone is no reason to leave another
        let outcomes: Vec<_> = self.syncers.iter().map(Syncer::sync).collect();
        outcomes.into_iter().collect::<Result<Vec<()>, Trouble>>().map(|_| self.at)
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
                if tell.send(Message::Synced(waiting.sync())).is_err() {
                    return;
                }
            }
        };
        thread::Builder::new().name("sync".into()).stack_size(256 * 1024).spawn(work)?;
        Ok(Self { ask })
    }

    /// Asks for a sync of what was written up to `at`; `soon` if something was said.
    pub fn ask(&self, syncer: Syncer, at: i64, soon: bool) {
        // the thread ends only with the program; then there is nothing to sync for
        drop(self.ask.send(Asked { syncer, at, soon }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Journal;

    /// What was asked for a journal of its own, in a folder.
    fn asked(root: &std::path::Path, name: &str, soon: bool) -> Asked {
        let (journal, _) = Journal::<u32>::open(root, &root.join(name)).expect("works");
        Asked { syncer: journal.syncer(), at: 1, soon }
    }

    #[test]
    fn who_goes_to_another_table_within_a_quarter_of_a_second_leaves_nothing_unsynced() {
        let root = tempfile::tempdir().expect("works");
        let now = Instant::now();
        let mut waiting = Waiting::of(asked(root.path(), "tafel-1", false), now);
        waiting.add(asked(root.path(), "tafel-2", false), now);
        assert_eq!(waiting.syncers.len(), 2);
    }

    #[test]
    fn a_key_behind_an_enter_does_not_put_off_its_sync() {
        let root = tempfile::tempdir().expect("works");
        let now = Instant::now();
        let (journal, _) = Journal::<u32>::open(root.path(), &root.path().join("tafel-1")).expect("works");
        let asked = |soon| Asked { syncer: journal.syncer(), at: 1, soon };
        let mut waiting = Waiting::of(asked(false), now);
        assert_eq!(waiting.due, now + MOST);
        waiting.add(asked(true), now);
        waiting.add(asked(false), now);
        assert_eq!((waiting.due, waiting.syncers.len()), (now, 1));
    }
}
