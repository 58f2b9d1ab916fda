//! What Begin shows: at once what somebody waits for, and the rest when it is known.
//!
//! With few sessions all of it is looked at. With many, only the newest are read first; what else was worked on of late, what
//! was set aside and which sessions are gone is told later. And no screen waits for a disk: where even the names of the
//! sessions are not read in a moment, because there are ten thousand or the stick has to wake up, Begin is there without
//! them, and one can begin a new session.

use super::Performer;
use crate::{
    app::{Event, Listed},
    record::Now,
    run::feed::Message,
    store::{Store, list_aside, tell_aside, tell_overdue},
    words::Words,
};
use std::{
    sync::mpsc::{self, Sender, SyncSender},
    thread,
    time::{Duration, Instant},
};

/// How many sessions are read before anything else.
const FEW: usize = 40;
/// How long ago a session was used that is gone on with, in milliseconds: half a day.
const LATELY: i64 = 12 * 3600 * 1000;
/// How long the screen waits for the sessions: with ten of them they are there by then, on a disk that is awake.
const PATIENCE: Duration = Duration::from_millis(2);

impl Performer {
    pub(in crate::run) fn list(&self, now: Now) -> Event {
        let mut listed = Listed { kept: self.kept(), ..Listed::default() };
        let (shelf, bad) = self.store.shelf(self.words.lang());
        listed.troubles.extend(bad.iter().map(|doubt| doubt.tell(&self.words)));
        listed.shelf = shelf;
        let look = Look { store: self.store.clone(), words: self.words.clone(), now };
        let Some(tell) = self.tell.clone() else { return look.whole(listed) };
        // nothing lies between the two hands: either it is taken in time, or it is still with who read it
        let (give, take) = mpsc::sync_channel(0);
        let (own, known) = (look.clone(), listed.clone());
        let work = move || own.tell(known, &give, &tell);
        if thread::Builder::new().name("list".into()).spawn(work).is_err() {
            return look.whole(listed);
        }
        let read = take.recv_timeout(PATIENCE).unwrap_or(Listed { reading: true, ..listed });
        Event::Listed(Box::new(read))
    }
}

/// What is needed to look at the sessions.
#[derive(Clone)]
struct Look {
    store: Store,
    words: Words,
    now: Now,
}

impl Look {
    /// All of it, for who waits.
    fn whole(&self, mut listed: Listed) -> Event {
        self.newest(&mut listed);
        self.complete(&mut listed);
        Event::Listed(Box::new(listed))
    }

    /// Gives what is read first to who waits for it, or tells it if nobody does any more; and tells the rest.
    fn tell(&self, mut listed: Listed, give: &SyncSender<Listed>, tell: &Sender<Message>) {
        let begun = Instant::now();
        self.newest(&mut listed);
        // where the disk was slow for these, it will be for the rest
        let soon = listed.all <= FEW && begun.elapsed() < PATIENCE;
        if soon {
            self.complete(&mut listed);
        }
        let say = |listed: Listed| drop(tell.send(Message::Listed(Box::new(listed)))); // the program ended: nobody waits
        if let Err(mpsc::SendError(late)) = give.send(listed.clone()) {
            say(late);
        }
        if !soon {
            self.complete(&mut listed);
            say(listed);
        }
    }

    /// Adds the newest sessions.
    fn newest(&self, listed: &mut Listed) {
        match self.store.newest(FEW) {
            Ok((sessions, all, bad)) => {
                listed.troubles.extend(bad.iter().map(|trouble| trouble.tell(&self.words)));
                (listed.sessions, listed.all) = (sessions, all);
            }
            Err(trouble) => listed.troubles.push(trouble.tell(&self.words)),
        }
    }

    /// Adds what takes a look at every session.
    fn complete(&self, listed: &mut Listed) {
        let Self { store, words, now } = self;
        if listed.all > listed.sessions.len() {
            let used = store.used_since(now.millis - LATELY, &listed.sessions);
            listed.sessions.extend(used);
        }
        let overdue = store.overdue(now.date()).into_iter();
        listed.troubles.extend(overdue.map(|(id, until)| tell_overdue(&id, until, words)));
        listed.troubles.extend(store.gone_lately(*now).iter().map(|backup| backup.tell_gone(words)));
        // a folder that is not there yet has nothing in it
        let aside = list_aside(store.data().root()).unwrap_or_default();
        listed.troubles.extend(tell_aside(&aside, words));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        record::{DeviceId, Parties},
        session::{FORMAT, Head},
        store::Data,
        words::Lang,
        workshop::{read, shipped},
    };

    const NOW: Now = Now { millis: 1_778_587_200_000, offset: 7200 };

    fn store(root: &std::path::Path, count: usize) -> Store {
        let store = Store::new(Data::new(root), DeviceId::new("laptop-1"));
        let workshop = read(shipped("nl").next().expect("one ships").text).expect("it can be read");
        for nth in 0..count {
            let head = Head {
                format: FORMAT,
                id: Default::default(),
                title: format!("Dorpsnetwerk {nth}"),
                date: NOW.date(),
                place: String::new(),
                tables: 1,
                names: Default::default(),
                parties: Parties::default(),
                device: DeviceId::new("laptop-1"),
                workshop: workshop.clone(),
            };
            store.create(head).expect("made");
        }
        store
    }

    #[test]
    fn whether_it_comes_in_time_or_not_every_session_is_told_and_then_the_rest() {
        for count in [0, 3, FEW + 1] {
            let folder = tempfile::tempdir().expect("a folder");
            let mut performer = Performer::new(store(folder.path(), count), Words::new(Lang::Nl));
            for _ in 0..20 {
                let (tell, told) = mpsc::channel();
                performer.tell_through(tell);
                let Event::Listed(first) = performer.list(NOW) else { panic!("a list was asked for") };
                assert!(first.shelf.len() >= 7);
                performer.tell = None; // so that the last to tell is who reads
                let later = std::iter::from_fn(|| match told.recv_timeout(Duration::from_secs(20)) {
                    Ok(Message::Listed(listed)) => Some(listed),
                    Ok(other) => panic!("{other:?}"),
                    Err(error) => (error == mpsc::RecvTimeoutError::Timeout).then(|| panic!("nobody tells it")),
                });
                let all: Vec<_> = std::iter::once(first).chain(later).filter(|listed| !listed.reading).collect();
                assert!(all.iter().all(|read| (read.sessions.len(), read.all) == (count.min(FEW), count)));
                assert!((1..=2).contains(&all.len()) && (count <= FEW || all.len() == 2), "{}", all.len());
            }
        }
    }
}
