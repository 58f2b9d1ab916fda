//! Reads everything that was ever saved, on a thread of its own, for who looks back; and what Begin need not wait for.
//!
//! What was read comes in parts that grow, the newest sessions first, so that there is something to see at once and few
//! parts in the end. A core is left for the keys. It ends when nobody looks back any more. Called by `perform`.

use super::feed::Message;
use crate::{
    app::Recall,
    search::{Lab, Making, lines},
    store::{Look, SessionDir, Store},
    words::Words,
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::Sender,
    },
    thread,
};

/// How many sessions the first part has.
const FIRST: usize = 64;
/// How many times more each next part has.
const GROWTH: usize = 5;

/// Who reads.
#[derive(Default)]
pub(super) struct Recalling {
    number: u64,
    stop: Arc<AtomicBool>,
}

impl Recalling {
    /// Begins to read; what is read comes back through `tell`. Without anybody to tell, or a thread, it is all read at once
    /// and given back.
    pub fn start(&mut self, store: &Store, words: &Words, tell: Option<&Sender<Message>>) -> Vec<Recall> {
        self.stop();
        self.number += 1;
        self.stop = Arc::new(AtomicBool::new(false));
        if let Some(tell) = tell {
            let (store, words, stop, tell, number) =
                (store.clone(), words.clone(), Arc::clone(&self.stop), tell.clone(), self.number);
            let work = move || {
                read(&store, &words, &stop, &mut |part| drop(tell.send(Message::Recalled(number, Box::new(part)))));
            };
            if thread::Builder::new().name("recall".into()).spawn(work).is_ok() {
                return Vec::new();
            }
        }
        let mut all = Vec::new();
        read(store, words, &self.stop, &mut |part| all.push(part));
        all
    }

    /// Nobody looks back any more.
    pub fn stop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Whether what was read is for who looks back now.
    pub fn is_of_now(&self, number: u64) -> bool {
        number == self.number && !self.stop.load(Ordering::Relaxed)
    }
}

fn read(store: &Store, words: &Words, stop: &AtomicBool, tell: &mut dyn FnMut(Recall)) {
    let (dirs, trouble) = match store.session_dirs() {
        Ok(dirs) => (dirs, None),
        Err(trouble) => (Vec::new(), Some(trouble.tell(words))),
    };
    let of = dirs.len();
    let mut rest: &[SessionDir] = &dirs;
    let mut most = FIRST;
    while !rest.is_empty() && !stop.load(Ordering::Relaxed) {
        let (part, later) = rest.split_at(most.min(rest.len()));
        let made = store.recall(part, Look::All, 1, stop, &|session| (Lab::of(session), lines(session, words)));
        let mut making = Making::default();
        made.made.into_iter().for_each(|(lab, lines)| making.add(lab, lines));
        let troubles = made.troubles.iter().map(|trouble| trouble.tell(words)).collect();
        tell(Recall { shelf: making.done(), of, last: later.is_empty(), troubles });
        (rest, most) = (later, most * GROWTH);
    }
    if of == 0 {
        tell(Recall { of, last: true, troubles: trouble.into_iter().collect(), ..Recall::default() });
    }
}
