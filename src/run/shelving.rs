//! Reads the lessons of all sessions, on a thread of its own, for who prepares one: the form never waits for it.
//!
//! Not for looking back (`recall`). What was asked for before is not told any more. Called by `perform`.

use super::feed::Message;
use crate::{search::Lesson, store::Store};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::Sender,
    },
    thread,
};

/// Who reads.
#[derive(Default)]
pub(super) struct Shelving {
    number: u64,
    stop: Arc<AtomicBool>,
}

impl Shelving {
    /// Begins to read; it comes back through `tell`. Without anybody to tell, or a thread, it is read at once and given back.
    pub fn start(&mut self, store: &Store, tell: Option<&Sender<Message>>) -> Option<Vec<Lesson>> {
        self.stop.store(true, Ordering::Relaxed);
        self.number += 1;
        self.stop = Arc::new(AtomicBool::new(false));
        if let Some(tell) = tell {
            let (store, stop, tell, number) = (store.clone(), Arc::clone(&self.stop), tell.clone(), self.number);
            let work = move || drop(tell.send(Message::Lessons(number, read(&store, &stop))));
            if thread::Builder::new().name("lessons".into()).spawn(work).is_ok() {
                return None;
            }
        }
        Some(read(store, &self.stop))
    }

    /// Whether what was read is for who prepares a session now.
    pub fn is_of_now(&self, number: u64) -> bool {
        number == self.number
    }
}

/// One thread, so that a core is left for the keys. What cannot be read offers no lesson; Begin and the doctor tell of it.
fn read(store: &Store, stop: &AtomicBool) -> Vec<Lesson> {
    store.lessons(1, stop).map(|(lessons, _)| lessons).unwrap_or_default()
}
