//! When storage fails: tries again, puts down anew, saves elsewhere, and lets nothing go when the program ends.
//!
//! What was said is in memory, all of it, so whatever became of the files they can be written again. Called by the loop
//! after every key, when it is quiet, and at the end.

use super::{
    late::{Broken, Late, broken_by},
    perform::{Open, Performer, seed},
    scribe::Scribe,
    sync::Synced,
};
use crate::{
    app::{App, Event, Kept},
    record::{Now, TableId},
    session::{Head, Session},
    store::{Belongs, Follow, Marks, Refused, Rescued, SessionDir, Trouble},
    words::dates,
};
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

impl Performer {
    /// Tries again to write what had to wait, if something more was to be written meanwhile; says how it stands.
    ///
    /// Called when everything that was asked is done, so that what is in memory is what should be on disk.
    pub fn catch_up(&mut self, app: &App, now: Now) -> Vec<Event> {
        let Some(late) = self.open.as_mut().map(|open| &mut open.late) else { return Vec::new() };
        if !std::mem::take(&mut late.again) {
            return Vec::new();
        }
        if late.is_due(now, true) { self.try_again(app.session(), now) } else { self.stand(app.session()) }
    }

    /// Tries again after a while, if anything is late; and looks whether what was written is still there.
    pub(super) fn catch_up_idle(&mut self, app: &App, now: Now) -> Vec<Event> {
        self.look_around();
        match self.open.as_ref().map(|open| &open.late) {
            Some(late) if !late.is_empty() && late.is_due(now, false) => self.try_again(app.session(), now),
            Some(_) | None => Vec::new(),
        }
    }

    /// Whether the files are where they were written.
    fn look_around(&mut self) {
        let Some(Open { dir, unmade: None, writers, late, .. }) = &mut self.open else { return };
        for (table, writer) in writers.iter_mut() {
            if !writer.is_in_place() {
                late.at(*table).broken = Some(Broken::Gone);
            }
        }
        late.head |= !writers.is_empty() && !dir.session_file().exists();
    }

    /// Whether words are in memory only.
    pub(super) fn is_late(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.late.has_words() || open.unmade.is_some())
    }

    /// Tries to write everything that is late, and says how that went.
    pub(super) fn try_again(&mut self, session: Option<&Session>, now: Now) -> Vec<Event> {
        let Some(session) = session else { return Vec::new() };
        let begun = Instant::now();
        let mut events = Vec::new();
        let tried = self.try_each(session, now, &mut events);
        let Some(open) = self.open.as_mut() else { return events };
        match tried {
            Ok(asked) => {
                open.late.succeeded();
                // with a sync asked, its outcome says when all is safe
                if !asked || self.syncs.is_none() {
                    events.push(Event::Saved(now.millis));
                }
            }
            Err(refused) => {
                open.late.failed(refused, now, begun.elapsed());
                events.extend(self.stand(Some(session)));
            }
        }
        events
    }

    /// How much is not saved.
    pub(super) fn stand(&self, session: Option<&Session>) -> Vec<Event> {
        let (Some(open), Some(session)) = (&self.open, session) else { return Vec::new() };
        vec![Event::NotSaved(open.late.unsaved(session, &self.words))]
    }

    /// Writes everything that is late, one after the other, until something fails. Says whether a sync was asked.
    fn try_each(&mut self, session: &Session, now: Now, events: &mut Vec<Event>) -> Result<bool, Refused> {
        events.extend(self.make().map_err(Refused::Trouble)?);
        let tables = self.open.as_ref().map(|open| open.late.due_tables()).unwrap_or_default();
        for table in &tables {
            if self.write_table(session, *table, now)? == Some(Broken::Gone) {
                events.push(Event::Told(self.words.say("tafel-put-back")));
            }
        }
        let Some(Open { dir, late, .. }) = &mut self.open else { return Ok(false) };
        if late.head {
            self.store.restore_head(dir, &session.head).map_err(Refused::Trouble)?;
            late.head = false;
        }
        if let Some(last) = &late.last {
            self.store.remember(dir, last).map_err(Refused::Trouble)?;
            late.last = None;
        }
        if late.files {
            self.snapshot(session).map_err(Refused::Trouble)?;
        }
        Ok(!tables.is_empty())
    }

    /// Writes what is late at a table; says why it had to be put down anew, if it had.
    fn write_table(&mut self, session: &Session, table: TableId, now: Now) -> Result<Option<Broken>, Refused> {
        let since = dates::time(now.local().time());
        self.take_back().map_err(Refused::Trouble)?;
        let Some(Open { dir, writers, late, .. }) = &mut self.open else { return Ok(None) };
        let at = late.at(table);
        let writer = match writers.entry(table) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => {
                at.broken = Some(Broken::Unopened);
                self.watching.writes(table); // what this window writes is no news to it
                entry.insert(self.store.sit_with(dir, &session.head, table, &since)?)
            }
        };
        let broken = at.broken;
        match (broken, session.table(table)) {
            (Some(broken), Some(memory)) => {
                writer.mend(&session.head, memory, &at.logs, broken == Broken::Unsynced, &since)?;
                at.logs.clear();
                at.broken = None;
            }
            (Some(_), None) | (None, _) => {
                let mut done = 0;
                let written = at.logs.iter().try_for_each(|log| writer.write(log).map(|()| done += 1));
                at.logs.drain(..done);
                written.map_err(Refused::Trouble)?;
            }
        }
        self.ask_sync(table, now, true);
        Ok(broken)
    }

    /// What a sync came to.
    pub(super) fn synced(&mut self, synced: Synced, app: &App, now: Now) -> Vec<Event> {
        let Some(open) = self.open.as_mut().filter(|open| open.number == synced.of.opening) else { return Vec::new() };
        match synced.outcome {
            Ok(at) => {
                open.late.secured(synced.of.table, synced.of.written);
                // something else may still not be on disk
                if open.late.is_empty() { vec![Event::Saved(at)] } else { Vec::new() }
            }
            Err(trouble) => {
                open.late.at(synced.of.table).broken = Some(broken_by(&trouble));
                open.late.failed(Refused::Trouble(trouble), now, Default::default());
                self.stand(app.session())
            }
        }
    }

    /// Leaves the session: its files are brought up to date and its tables are free. What cannot be saved where it belongs
    /// is kept elsewhere. Says what a person must know of it.
    pub fn leave(&mut self, app: &App) -> Option<String> {
        let told = app.session().and_then(|session| self.leave_session(session));
        // also without a session: no table is free while its file is being written
        drop(self.take_back());
        self.open = None;
        self.watching.rest();
        told
    }

    pub(super) fn leave_session(&mut self, session: &Session) -> Option<String> {
        let now = super::now();
        self.look_around();
        for _ in 0..2 {
            // a sync that fails now is the last chance to put it down anew
            self.try_again(Some(session), now);
            let Some(Open { writers, late, .. }) = &mut self.open else { return None };
            for (table, writer) in writers.iter() {
                if let Err(trouble) = writer.syncer().sync() {
                    late.at(*table).broken = Some(broken_by(&trouble));
                }
            }
            if !late.has_words() {
                break;
            }
        }
        let unfinished = self.snapshot(session).err().map(|trouble| trouble.tell(&self.words));
        let Open { dir, unmade, late, writers, copied, .. } = self.open.take()?;
        self.watching.rest();
        if !late.has_words() && unmade.is_none() {
            drop(writers); // the tables are free before a copy is made of them
            let not_copied = copied.then(|| self.back_up(&dir, now)).flatten();
            let told = |event| if let Event::Trouble(told) = event { Some(told) } else { None };
            return unfinished.or(not_copied.and_then(told));
        }
        let belongs = Belongs::to(&dir, unmade.is_none(), late.head, writers.values(), now.millis);
        let told = match self.store.rescue(session, &belongs, &dates::time(now.local().time())) {
            Ok(path) => self.words.tell("tafel-rescued", &[("path", path.display().to_string().into())]),
            Err(trouble) => self.words.tell("tafel-rescued-nowhere", &[("why", trouble.tell(&self.words).into())]),
        };
        Some(told)
    }

    /// Saves everything that is in memory at another place, and goes on there.
    pub(super) fn save_to(&mut self, folder: &Path, app: &App, now: Now) -> Vec<Event> {
        let Some(session) = app.session() else { return Vec::new() };
        let folder = at_home(folder);
        drop(self.take_back()); // of the place where nothing can be saved
        match self.store.write_whole(&folder, session, &dates::time(now.local().time())) {
            Ok(whole) => {
                let mut events = Vec::new();
                // what others write there is followed from now on, and what this window writes is no news to it
                let head = Head { id: whole.id.clone(), ..session.head.clone() };
                self.watching.follow(Follow::new(self.store.clone(), whole.dir.clone(), head, Marks::default()));
                whole.writers.iter().for_each(|(table, _)| self.watching.writes(*table));
                if session.head.id != whole.id {
                    events.push(Event::Made(whole.id));
                }
                let path = whole.dir.path().to_owned();
                self.number += 1;
                self.open = Some(Open {
                    dir: whole.dir,
                    number: self.number,
                    unmade: None,
                    writers: whole.writers.into_iter().collect(),
                    late: Late::default(),
                    written: now.millis,
                    copied: false,
                });
                events.extend(app.table().and_then(|table| self.take_seat(table, app, now)));
                events.extend([Event::Saved(now.millis), Event::Moved(path)]);
                events
            }
            Err(trouble) => vec![Event::Trouble(trouble.tell(&self.words))],
        }
    }

    /// Where else everything could be saved.
    pub(super) fn places(&self) -> Vec<Event> {
        let offers = self.store.places().offers();
        vec![Event::Places(offers.into_iter().map(|offer| (offer.path, offer.free)).collect())]
    }

    /// What could not be saved where it belongs.
    pub(super) fn kept(&self) -> Vec<Kept> {
        let kept = |Rescued { path, at, title, .. }| Kept { path, at, title };
        self.store.rescued().into_iter().map(kept).collect()
    }

    /// Brings in what could not be saved where it belongs, and opens it there.
    pub(super) fn bring_in(&mut self, path: &Path, now: Now) -> Vec<Event> {
        let Some(rescued) = self.store.rescued().into_iter().find(|one| one.path == path) else {
            return vec![self.list(now)];
        };
        match self.store.bring_in(&rescued, seed(now), &dates::time(now.local().time())) {
            Ok(dir) => self.open(&dir, now, None),
            Err(refused) => vec![Event::Trouble(refused.tell(&self.words))],
        }
    }

    /// Brings in what belongs to a session that is about to be opened; what cannot be is told when it is open.
    pub(super) fn bring_in_for(&mut self, dir: &SessionDir, now: Now) -> Vec<String> {
        let of_this = |one: &Rescued| std::path::absolute(dir.path()).is_ok_and(|path| path == one.of);
        let mut told = Vec::new();
        for rescued in self.store.rescued().into_iter().filter(of_this) {
            let brought = self.store.bring_in(&rescued, seed(now), &dates::time(now.local().time()));
            told.push(match brought {
                Ok(_) => self.words.say("tafel-brought-in"),
                Err(refused) => {
                    let path = rescued.path.display().to_string();
                    let why = refused.tell(&self.words);
                    self.words.tell("tafel-not-brought-in", &[("path", path.into()), ("why", why.into())])
                }
            });
        }
        told
    }

    /// The files that people read could not be brought up to date: says so, and tries again later.
    pub(super) fn not_written(
        &mut self,
        trouble: Trouble,
        session: Option<&Session>,
        now: Now,
        took: Duration,
    ) -> Vec<Event> {
        if let Some(open) = &mut self.open {
            open.late.files = true;
            open.late.failed(Refused::Trouble(trouble), now, took);
        }
        self.stand(session)
    }

    /// Begins to bring a table's file up to date where that is worth it, on a thread of its own.
    pub(super) fn snapshot_when_worth_it(&mut self, session: &Session) -> Result<(), Trouble> {
        let Some(open) = &mut self.open else { return Ok(()) };
        let mut worth_it = open.writers.iter_mut().filter(|(_, writer)| writer.is_worth_it());
        let Some((id, writer)) = worth_it.next() else { return Ok(()) };
        let Some(table) = session.table(*id) else { return Ok(()) };
        let Some(scribe) = &mut self.scribe else { return writer.snapshot(&session.head, table) };
        if !scribe.is_busy()
            && let Some(snapshot) = writer.begin_snapshot(&session.head, &table.records)
            && let Err(snapshot) = scribe.write(*id, snapshot)
        {
            // no thread to be had: here and now, then
            return writer.end_snapshot(snapshot.write());
        }
        Ok(())
    }

    /// Takes back what the scribe has written, waiting for it if it must.
    fn take_back(&mut self) -> Result<(), Trouble> {
        let Some((table, written)) = self.scribe.as_mut().and_then(Scribe::written) else { return Ok(()) };
        let writer = self.open.as_mut().and_then(|open| open.writers.get_mut(&table));
        writer.map_or(Ok(()), |writer| writer.end_snapshot(written))
    }

    /// The scribe says that it has written a file, or could not.
    pub(super) fn wrote(&mut self, app: &App, now: Now) -> Vec<Event> {
        match self.take_back() {
            Ok(()) => Vec::new(),
            Err(trouble) => self.not_written(trouble, app.session(), now, Duration::ZERO),
        }
    }

    /// Brings the files of all tables of this window up to date. The journal holds everything meanwhile.
    pub(super) fn snapshot(&mut self, session: &Session) -> Result<(), Trouble> {
        self.take_back()?;
        let Some(open) = self.open.as_mut() else { return Ok(()) };
        for (table, writer) in &mut open.writers {
            if let Some(table) = session.table(*table).filter(|_| writer.is_due()) {
                writer.snapshot(&session.head, table)?;
            }
        }
        open.late.files = false;
        Ok(())
    }
}

/// A path as somebody types it: `~` is the home folder.
fn at_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), directories::UserDirs::new()) {
        (Ok(rest), Some(user)) => user.home_dir().join(rest),
        (Ok(_) | Err(_), _) => path.to_owned(),
    }
}
