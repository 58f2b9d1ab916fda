//! Syncs what was appended to the disk itself, on a thread of its own.
//!
//! Asked at every key; done within a quarter of a second of the first key that waits, and at once after something was
//! said. Several askings become one sync.

use super::feed::Message;
use crate::store::{Syncer, Trouble};
use std::{
    io,
    sync::mpsc::{self, RecvTimeoutError, Sender},
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
                let mut last = first;
                loop {
                    let soon = last.soon;
                    let left = due.saturating_duration_since(Instant::now());
                    match asked.recv_timeout(if soon { Duration::ZERO } else { left }) {
                        Ok(next) => last = next, // one file is written at a time; the last asking covers those before it
                        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
                    }
                }
                let outcome = last.syncer.sync().map(|()| last.at);
                if tell.send(Message::Synced(outcome)).is_err() {
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
