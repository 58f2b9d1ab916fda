//! Writes tables' files on a thread of their own, one at a time.
//!
//! Not the syncing of the journal (`sync`), which must not wait for a long file. What is being written is known to the
//! journal already, so a kill in the middle loses nothing. Called by `perform`.

use super::feed::Message;
use crate::{
    record::TableId,
    store::{Snapshot, Written},
};
use std::{
    panic,
    sync::{Arc, Mutex, PoisonError, mpsc::Sender},
    thread::{self, JoinHandle},
};

/// Writes one file at a time.
pub struct Scribe {
    tell: Sender<Message>,
    busy: Option<(TableId, JoinHandle<Written>)>,
}

impl Scribe {
    /// One that says through `tell` when it has written something.
    pub fn new(tell: Sender<Message>) -> Self {
        Self { tell, busy: None }
    }

    /// Whether it is writing, or has written what was not taken back yet.
    pub fn is_busy(&self) -> bool {
        self.busy.is_some()
    }

    /// Begins to write; gives the snapshot back if there is no thread to be had.
    pub fn write(&mut self, table: TableId, snapshot: Snapshot) -> Result<(), Box<Snapshot>> {
        let tell = self.tell.clone();
        // kept where both can reach it: a thread that cannot be started takes its work with it
        let work = Arc::new(Mutex::new(Some(snapshot)));
        let taken = Arc::clone(&work);
        let write = move || {
            let snapshot = taken.lock().unwrap_or_else(PoisonError::into_inner).take();
            let written = snapshot.expect("only this thread takes it, and only once").write();
            // nobody listens any more only when the program ends, which waits for this thread by itself
            drop(tell.send(Message::Wrote));
            written
        };
        match thread::Builder::new().name("scribe".into()).spawn(write) {
            Ok(thread) => {
                self.busy = Some((table, thread));
                Ok(())
            }
            Err(_) => {
                let back = work.lock().unwrap_or_else(PoisonError::into_inner).take();
                back.map_or(Ok(()), |snapshot| Err(Box::new(snapshot)))
            }
        }
    }

    /// What was written, and of which table; waits until it is. Nothing if nothing was begun.
    pub fn written(&mut self) -> Option<(TableId, Written)> {
        let (table, thread) = self.busy.take()?;
        match thread.join() {
            Ok(written) => Some((table, written)),
            // a mistake of the program: it ends as any other does, and the journal has everything
            Err(panic) => panic::resume_unwind(panic),
        }
    }
}
