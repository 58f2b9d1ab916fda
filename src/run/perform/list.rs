//! What Begin shows: at once what somebody waits for, and the rest when it is known.
//!
//! With few sessions all of it is looked at. With many, only the newest are read before the screen is there; what else was
//! worked on of late, what was set aside and which sessions are gone is looked for on a thread, so that Begin opens as fast
//! with ten thousand sessions as with ten.

use super::Performer;
use crate::{
    app::{Event, Listed},
    record::Now,
    run::feed::Message,
    store::{Store, list_aside, tell_aside, tell_overdue},
    words::Words,
};
use std::thread;

/// How many sessions are read before the screen is there.
const FEW: usize = 40;
/// How long ago a session was used that is gone on with, in milliseconds: half a day.
const LATELY: i64 = 12 * 3600 * 1000;

impl Performer {
    pub(in crate::run) fn list(&self, now: Now) -> Event {
        let mut listed = Listed { kept: self.kept(), ..Listed::default() };
        match self.store.newest(FEW) {
            Ok((sessions, all, bad)) => {
                listed.troubles.extend(bad.iter().map(|trouble| trouble.tell(&self.words)));
                (listed.sessions, listed.all) = (sessions, all);
            }
            Err(trouble) => listed.troubles.push(trouble.tell(&self.words)),
        }
        let (shelf, bad) = self.store.shelf(self.words.lang());
        listed.troubles.extend(bad.iter().map(|doubt| doubt.tell(&self.words)));
        listed.shelf = shelf;
        let later = self.tell.clone().filter(|_| listed.all > FEW).is_some_and(|tell| {
            let (store, words, mut listed) = (self.store.clone(), self.words.clone(), listed.clone());
            let work = move || {
                complete(&store, &words, &mut listed, now);
                drop(tell.send(Message::Listed(Box::new(listed)))); // the program ended meanwhile: nobody waits
            };
            thread::Builder::new().name("list".into()).spawn(work).is_ok()
        });
        if !later {
            complete(&self.store, &self.words, &mut listed, now);
        }
        Event::Listed(Box::new(listed))
    }
}

/// Adds what takes a look at every session.
fn complete(store: &Store, words: &Words, listed: &mut Listed, now: Now) {
    if listed.all > listed.sessions.len() {
        let used = store.used_since(now.millis - LATELY, &listed.sessions);
        listed.sessions.extend(used);
    }
    let overdue = store.overdue(now.date()).into_iter();
    listed.troubles.extend(overdue.map(|(id, until)| tell_overdue(&id, until, words)));
    listed.troubles.extend(store.gone_lately(now).iter().map(|backup| backup.tell_gone(words)));
    // a folder that is not there yet has nothing in it
    let aside = list_aside(store.data().root()).unwrap_or_default();
    listed.troubles.extend(tell_aside(&aside, words));
}
