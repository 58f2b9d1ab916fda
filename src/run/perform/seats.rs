//! Who writes at a table: taking it, taking it over, and writing beside another window.

use super::{Performer, seed};
use crate::{
    app::{App, Event, Seat},
    record::{Now, RoundId, TableId},
    run::late::Broken,
    store::{Refused, Trouble},
    words::dates,
};
use std::time::Duration;

impl Performer {
    /// Keeps words that are on the screen and on no line.
    pub(super) fn keep_loose(&self, words: &str) -> Vec<Event> {
        let Some(open) = self.open.as_ref().filter(|open| open.unmade.is_none()) else { return Vec::new() };
        let failed = self.store.keep_loose(&open.dir, words).err();
        failed.map(|trouble| Event::Trouble(trouble.tell(&self.words))).into_iter().collect()
    }

    pub(super) fn sit(&mut self, table: TableId, app: &App, now: Now) -> Vec<Event> {
        let mut events = match self.make() {
            Ok(made) => Vec::from_iter(made),
            Err(trouble) => return self.unopened(table, trouble, app, now),
        };
        // who was looking on takes over what the other left: its last words, and its line
        let looked_on = app.looks_on() == Some(table);
        let seated = self.take_seat(table, app, now);
        if looked_on && matches!(seated, Some(Event::Seated(_, Seat::Ours))) {
            events.extend(self.take_over(table, now));
        }
        events.extend(seated);
        let fresh = self.open.as_mut().filter(|open| !open.copied && open.writers.contains_key(&table));
        if let Some(open) = fresh {
            open.copied = true;
            let dir = open.dir.clone();
            events.extend(self.back_up(&dir, now));
        }
        events
    }

    /// Reads a table that is ours now, as the window left it that had it before.
    fn take_over(&self, table: TableId, now: Now) -> Vec<Event> {
        let Some(open) = &self.open else { return Vec::new() };
        match self.store.load_table(&open.dir, table, seed(now)) {
            Ok((left, doubts)) => {
                let told = doubts.iter().map(|doubt| Event::Trouble(doubt.tell(&self.words)));
                [Event::TakenOver(table, Box::new(left))].into_iter().chain(told).collect()
            }
            Err(trouble) => vec![Event::Trouble(trouble.tell(&self.words))],
        }
    }

    /// Goes on under another name, so that this window can write where another does: the first that is free.
    pub(super) fn write_aside(&mut self, table: TableId, round: Option<RoundId>, app: &App, now: Now) -> Vec<Event> {
        const MOST: u32 = 99;
        let Some(dir) = self.open.as_ref().map(|open| open.dir.clone()) else { return Vec::new() };
        let own = self.store.device().clone();
        for number in 2..=MOST {
            let store = self.store.under(format!("{own}-{number}").as_str().into());
            match store.sit(&dir, table, "") {
                Ok(writer) => drop(writer), // free: it is taken when the session is open under that name
                Err(Refused::Busy(_)) => continue,
                Err(Refused::Trouble(trouble)) => return vec![Event::Trouble(trouble.tell(&self.words))],
            }
            if let Some(failed) = self.leave(app) {
                return vec![Event::Trouble(failed)];
            }
            let words = self.store.loose(&dir);
            let before = std::mem::replace(&mut self.store, store);
            // under the new name first: twice is better than not at all
            for (store, words) in words.iter().flat_map(|words| [(&self.store, words.as_str()), (&before, "")]) {
                if let Err(trouble) = store.keep_loose(&dir, words) {
                    return vec![Event::Trouble(trouble.tell(&self.words))];
                }
            }
            let loaded = match self.store.load(&dir, seed(now)) {
                Ok(loaded) => loaded,
                Err(trouble) => return vec![Event::Trouble(trouble.tell(&self.words))],
            };
            return self.opened(&dir, loaded, Some(table), round, now);
        }
        vec![Event::Trouble(self.words.say("looking-no-name"))]
    }

    /// A table's files could not be opened: typing goes on in memory, and it is tried again.
    fn unopened(&mut self, table: TableId, trouble: Trouble, app: &App, now: Now) -> Vec<Event> {
        if let Some(open) = &mut self.open {
            open.late.at(table).broken = Some(Broken::Unopened);
            open.late.failed(Refused::Trouble(trouble), now, Duration::ZERO);
        }
        self.stand(app.session())
    }

    pub(in crate::run) fn take_seat(&mut self, table: TableId, app: &App, now: Now) -> Option<Event> {
        let open = self.open.as_mut()?;
        if open.writers.contains_key(&table) {
            return Some(Event::Seated(table, Seat::Ours));
        }
        let since = dates::time(now.local().time());
        let taken = match app.session() {
            Some(session) => self.store.sit_with(&open.dir, &session.head, table, &since),
            None => self.store.sit(&open.dir, table, &since),
        };
        match taken {
            Ok(writer) => {
                open.writers.insert(table, writer);
                self.watching.writes(table);
                Some(Event::Seated(table, Seat::Ours))
            }
            Err(Refused::Busy(holder)) => {
                let (who, since) = holder.map(|holder| (holder.who, holder.since)).unwrap_or_default();
                Some(Event::Seated(table, Seat::Taken { who, since }))
            }
            Err(Refused::Trouble(trouble)) => self.unopened(table, trouble, app, now).pop(),
        }
    }
}
