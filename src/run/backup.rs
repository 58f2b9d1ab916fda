//! Makes copies of sessions on a thread of its own: neither a key nor a sync waits for them.
//!
//! Asked when a session is opened for writing and when it is left. When the program ends it waits until the last copy is
//! done. Not for what a copy is (that is `store`).

use super::feed::Message;
use crate::{
    record::Now,
    store::{SessionDir, Store},
};
use std::{
    io,
    sync::mpsc::{self, Sender},
    thread::{self, JoinHandle},
};

/// The thread that copies.
pub struct Backups {
    ask: Option<Sender<(SessionDir, Now)>>,
    thread: Option<JoinHandle<()>>,
}

impl Backups {
    /// Starts the thread; what fails comes back through `tell`.
    pub fn start(store: Store, tell: Sender<Message>) -> io::Result<Self> {
        let (ask, asked) = mpsc::channel::<(SessionDir, Now)>();
        let work = move || {
            for (dir, now) in asked {
                if let Err(trouble) = store.back_up(&dir, now) {
                    // at the end nobody listens any more; the next start tries again
                    drop(tell.send(Message::NotBackedUp(trouble)));
                }
            }
        };
        let thread = thread::Builder::new().name("backup".into()).stack_size(512 * 1024).spawn(work)?;
        Ok(Self { ask: Some(ask), thread: Some(thread) })
    }

    /// Asks for a copy of a session, if it is different from the last one.
    pub fn ask(&self, dir: &SessionDir, now: Now) {
        if let Some(ask) = &self.ask {
            drop(ask.send((dir.clone(), now))); // the thread ends only with this value
        }
    }
}

impl Drop for Backups {
    fn drop(&mut self) {
        self.ask = None;
        if let Some(thread) = self.thread.take() {
            drop(thread.join()); // a panic there has said so itself
        }
    }
}
