//! Does what the program asks: the one place from which files are written.

use super::{
    feed::Message,
    sync::{Outcome, Syncs},
};
use crate::{
    app::{App, Effect, Event, Fresh, Listed, Seat},
    record::{Mint, Now, RoundId, TableId},
    report,
    session::{self, Head, Last, Log, Session, Step},
    store::{Loaded, Refused, SessionDir, Store, Trouble, Writer, list_aside, tell_aside},
    words::{Words, dates},
};
use std::{collections::HashMap, sync::mpsc::Sender};

/// Does what the program asks.
pub struct Performer {
    store: Store,
    words: Words,
    syncs: Option<Syncs>,
    open: Option<Open>,
    done: bool,
    /// Whether somebody who wants to quit was told that not everything is saved.
    warned: bool,
}

/// The session that is open.
struct Open {
    dir: SessionDir,
    /// The session that could not be made yet; it is in memory only, and tried again.
    unmade: Option<Head>,
    /// The tables that this window writes at.
    writers: HashMap<TableId, Writer>,
    /// What could not be written, by table, in order; tried again.
    late: HashMap<TableId, Vec<Log>>,
    /// When something was written last.
    written: i64,
}

/// How long nothing must be written before the files that people read are brought up to date, in milliseconds. A
/// millisecond more for every entry at the table, because a larger file holds up the next key longer.
const QUIET: i64 = 1500;

impl Performer {
    /// One that works in a store. Until it is told where syncs are heard, what is written is said to be saved at once.
    pub fn new(store: Store, words: Words) -> Self {
        Self { store, words, syncs: None, open: None, done: false, warned: false }
    }

    /// Syncs from now on what is written, on a thread of its own; the outcome comes back through `tell`.
    pub fn sync_through(&mut self, tell: Sender<Message>) {
        // without a thread there are no syncs, but everything is written all the same
        self.syncs = Syncs::start(tell).ok();
    }

    /// Whether the program must end.
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// Does one thing, and says what happened.
    pub fn perform(&mut self, effect: Effect, app: &App, now: Now) -> Vec<Event> {
        if self.words.lang() != app.lang() {
            self.words = Words::new(app.lang());
        }
        match effect {
            Effect::List => vec![self.list()],
            Effect::Create(fresh) => self.create(*fresh, now),
            Effect::Open(id, table) => {
                let dir = self.store.data().session(id.as_str());
                self.open(&dir, now, table)
            }
            Effect::Sit(table) => self.sit(table, app, now),
            Effect::Remember(last) => self.remember(&last),
            Effect::Write(table, log) => self.write(table, *log, now),
            Effect::Keep(head) => self.keep(&head),
            Effect::Report => self.report(app, now),
            Effect::Leave => {
                self.leave(app);
                Vec::new()
            }
            Effect::Quit => self.quit(now),
        }
    }

    fn list(&self) -> Event {
        let mut troubles = Vec::new();
        let sessions = match self.store.sessions() {
            Ok((sessions, bad)) => {
                troubles.extend(bad.iter().map(|trouble| trouble.tell(&self.words)));
                sessions
            }
            Err(trouble) => {
                troubles.push(trouble.tell(&self.words));
                Vec::new()
            }
        };
        let (shelf, bad) = self.store.shelf(self.words.lang());
        troubles.extend(bad.iter().map(|doubt| doubt.tell(&self.words)));
        // a folder that is not there yet has nothing in it
        let aside = list_aside(self.store.data().root()).unwrap_or_default();
        troubles.extend(tell_aside(&aside, &self.words));
        Event::Listed(Box::new(Listed { sessions, shelf, troubles }))
    }

    fn create(&mut self, fresh: Fresh, now: Now) -> Vec<Event> {
        let head = Head {
            format: session::FORMAT,
            id: Default::default(),
            title: fresh.title,
            date: fresh.date,
            place: fresh.place,
            tables: fresh.tables,
            names: Default::default(),
            parties: fresh.parties,
            device: self.store.device().clone(),
            workshop: fresh.workshop,
        };
        match self.store.create(head.clone()) {
            Ok(head) => {
                let dir = self.store.data().session(head.id.as_str());
                let carried = self.store.carry(&head, seed(now), now);
                let mut events = self.open(&dir, now, None);
                // the session stands; it begins with less than it could
                events.extend(carried.err().map(|trouble| Event::Told(trouble.tell(&self.words))));
                events
            }
            Err(trouble) => self.begin_in_memory(head, &trouble, now),
        }
    }

    /// The people are at the table, whatever the disk says: the session begins in memory, and is made when it can be.
    fn begin_in_memory(&mut self, head: Head, trouble: &Trouble, now: Now) -> Vec<Event> {
        let session = Session::new(head.clone(), Mint::new(self.store.device().clone(), seed(now)));
        let dir = self.store.data().session(head.id.as_str()); // nothing is written there before it is made
        let (writers, late) = (HashMap::new(), HashMap::new());
        self.open = Some(Open { dir, unmade: Some(head), writers, late, written: now.millis });
        vec![Event::Opened(Box::new(session), TableId(1), vec![trouble.tell(&self.words)])]
    }

    /// Makes the session that could not be made before, if there is one.
    fn make(&mut self) -> Result<Option<Event>, Trouble> {
        let Some(open) = &mut self.open else { return Ok(None) };
        let Some(head) = open.unmade.clone() else { return Ok(None) };
        let made = self.store.create(head)?;
        open.dir = self.store.data().session(made.id.as_str());
        open.unmade = None;
        Ok(Some(Event::Made(made.id)))
    }

    /// Quits. If something is in memory only, that is said first, and the second time it is meant.
    fn quit(&mut self, now: Now) -> Vec<Event> {
        let mut events = self.catch_up(now);
        let unsaved = self.open.as_ref().is_some_and(|open| !open.late.is_empty());
        self.done = !unsaved || self.warned;
        self.warned = unsaved;
        if !self.done {
            events.push(Event::Trouble(self.words.say("tafel-quit-unsaved")));
        }
        events
    }

    /// Opens a session at a table, or where one was.
    fn open(&mut self, dir: &SessionDir, now: Now, table: Option<TableId>) -> Vec<Event> {
        match self.store.load(dir, seed(now)) {
            Ok(loaded) => self.opened(dir, loaded, table, None, now),
            Err(trouble) => vec![Event::Trouble(trouble.tell(&self.words))],
        }
    }

    /// Goes on with a session that was loaded, at a table or where one was.
    pub fn opened(
        &mut self,
        dir: &SessionDir,
        loaded: Loaded,
        table: Option<TableId>,
        round: Option<RoundId>,
        now: Now,
    ) -> Vec<Event> {
        let doubts: Vec<String> = loaded.doubts.iter().map(|doubt| doubt.tell(&self.words)).collect();
        let last = || self.store.last(dir).map(|last| last.table);
        let table = table.or_else(last).unwrap_or(TableId(1));
        self.open = Some(Open {
            dir: dir.clone(),
            unmade: None,
            writers: HashMap::new(),
            late: HashMap::new(),
            written: now.millis,
        });
        let mut session = loaded.session;
        if let (Some(round), Some(at)) = (round, session.table_mut(table)) {
            at.desk.step(&Step::Round(round)); // where one looks; nothing typed depends on it
        }
        vec![Event::Opened(Box::new(session), table, doubts)]
    }

    fn sit(&mut self, table: TableId, app: &App, now: Now) -> Vec<Event> {
        let mut events = match self.make() {
            Ok(made) => Vec::from_iter(made),
            Err(trouble) => return vec![Event::NotSaved(trouble.tell(&self.words))],
        };
        events.extend(self.take_seat(table, app, now));
        events
    }

    fn take_seat(&mut self, table: TableId, app: &App, now: Now) -> Option<Event> {
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
                Some(Event::Seated(table, Seat::Ours))
            }
            Err(Refused::Busy(holder)) => {
                let who = match holder {
                    Some(holder) => {
                        self.words.tell("tafel-holder", &[("who", holder.who.into()), ("time", holder.since.into())])
                    }
                    None => self.words.say("tafel-somebody"),
                };
                Some(Event::Seated(table, Seat::Taken(who)))
            }
            // typing goes on in memory; what could not be opened is tried again with every key
            Err(Refused::Trouble(trouble)) => Some(Event::NotSaved(trouble.tell(&self.words))),
        }
    }

    fn write(&mut self, table: TableId, log: Log, now: Now) -> Vec<Event> {
        let Some(open) = self.open.as_mut() else { return Vec::new() };
        open.written = now.millis;
        let said = matches!(log, Log::Change(_) | Log::Together(_));
        let outcome = match open.writers.get_mut(&table) {
            Some(writer) if !open.late.contains_key(&table) => writer.write(&log).map_err(|trouble| (log, trouble)),
            Some(_) | None => {
                open.late.entry(table).or_default().push(log);
                return self.catch_up(now);
            }
        };
        match outcome {
            Ok(()) => self.ask_sync(table, now, said),
            Err((log, trouble)) => {
                open.late.entry(table).or_default().push(log);
                vec![Event::NotSaved(trouble.tell(&self.words))]
            }
        }
    }

    fn ask_sync(&self, table: TableId, now: Now, soon: bool) -> Vec<Event> {
        let writer = self.open.as_ref().and_then(|open| open.writers.get(&table));
        match (&self.syncs, writer) {
            (Some(syncs), Some(writer)) => {
                syncs.ask(writer.syncer(), now.millis, soon);
                Vec::new()
            }
            (None, _) | (_, None) => vec![Event::Saved(now.millis)],
        }
    }

    /// Tries again to write what could not be written.
    fn catch_up(&mut self, now: Now) -> Vec<Event> {
        let mut events = match self.make() {
            Ok(made) => Vec::from_iter(made),
            Err(trouble) => return vec![Event::NotSaved(trouble.tell(&self.words))],
        };
        events.extend(self.write_late(now));
        events
    }

    fn write_late(&mut self, now: Now) -> Vec<Event> {
        let Some(open) = self.open.as_mut().filter(|open| !open.late.is_empty()) else { return Vec::new() };
        let tables: Vec<TableId> = open.late.keys().copied().collect();
        for table in tables {
            if !open.writers.contains_key(&table) {
                let since = dates::time(now.local().time());
                match self.store.sit(&open.dir, table, &since) {
                    Ok(writer) => drop(open.writers.insert(table, writer)),
                    Err(Refused::Trouble(trouble)) => return vec![Event::NotSaved(trouble.tell(&self.words))],
                    Err(Refused::Busy(_)) => return vec![Event::NotSaved(self.words.say("tafel-somebody"))],
                }
            }
            let (Some(writer), Some(late)) = (open.writers.get_mut(&table), open.late.get_mut(&table)) else {
                continue;
            };
            while let Some(log) = late.first() {
                if let Err(trouble) = writer.write(log) {
                    return vec![Event::NotSaved(trouble.tell(&self.words))];
                }
                late.remove(0);
            }
            open.late.remove(&table);
            if let Some(syncs) = &self.syncs {
                syncs.ask(writer.syncer(), now.millis, true);
            }
        }
        if self.syncs.is_none() { vec![Event::Saved(now.millis)] } else { Vec::new() }
    }

    fn keep(&mut self, head: &Head) -> Vec<Event> {
        let Some(open) = self.open.as_mut() else { return Vec::new() };
        if let Some(unmade) = &mut open.unmade {
            unmade.clone_from(head);
            return Vec::new();
        }
        match self.store.keep_head(&open.dir, head) {
            Ok(()) => Vec::new(),
            Err(trouble) => vec![Event::Trouble(trouble.tell(&self.words))],
        }
    }

    fn remember(&self, last: &Last) -> Vec<Event> {
        let Some(open) = self.open.as_ref().filter(|open| open.unmade.is_none()) else { return Vec::new() };
        match self.store.remember(&open.dir, last) {
            Ok(()) => Vec::new(),
            Err(trouble) => vec![Event::Trouble(trouble.tell(&self.words))],
        }
    }

    /// What a sync came to.
    pub(super) fn synced(&mut self, outcome: Outcome) -> Vec<Event> {
        let late = self.open.as_ref().is_some_and(|open| !open.late.is_empty());
        match outcome {
            Ok(_) if late => Vec::new(), // something else is still not on disk
            Ok(at) => vec![Event::Saved(at)],
            Err(trouble) => vec![Event::NotSaved(trouble.tell(&self.words))],
        }
    }

    /// When it is quiet: what was late, and the files that people read.
    pub fn tidy(&mut self, app: &mut App, now: Now) {
        for event in self.catch_up(now) {
            app.on(event);
        }
        let said = app
            .session()
            .map_or(0, |session| session.tables.iter().map(|table| table.records.len()).max().unwrap_or(0));
        let wait = QUIET + said as i64;
        let quiet = self.open.as_ref().is_some_and(|open| now.millis - open.written >= wait && open.late.is_empty());
        if quiet && let Some(trouble) = app.session().and_then(|session| self.snapshot(session)) {
            app.on(Event::NotSaved(trouble));
        }
    }

    /// Brings the files of all tables of this window up to date; says what failed. The journal holds everything meanwhile.
    fn snapshot(&mut self, session: &Session) -> Option<String> {
        let open = self.open.as_mut()?;
        for (table, writer) in &mut open.writers {
            if let Some(table) = session.table(*table).filter(|_| writer.is_due())
                && let Err(trouble) = writer.snapshot(&session.head, table)
            {
                return Some(trouble.tell(&self.words));
            }
        }
        None
    }

    /// Leaves the session: its files are brought up to date and its tables are free. Says what failed.
    pub fn leave(&mut self, app: &App) -> Option<String> {
        drop(self.catch_up(super::now()));
        let failed = app.session().and_then(|session| self.snapshot(session));
        self.open = None;
        failed
    }

    fn report(&mut self, app: &App, now: Now) -> Vec<Event> {
        let (Some(open), Some(session)) = (self.open.as_ref(), app.session()) else { return Vec::new() };
        let options = report::Options { table: None, made: now.local() };
        let document = report::document(session, &self.words, &options);
        let written: Result<_, Trouble> =
            self.store.keep_report(&open.dir, session.head.id.as_str(), "md", |to| report::md::write(&document, to));
        match written {
            Ok(path) => {
                vec![Event::Told(self.words.tell("tafel-reported", &[("path", path.display().to_string().into())]))]
            }
            Err(trouble) => vec![Event::Trouble(trouble.tell(&self.words))],
        }
    }
}

/// A seed for ids; without randomness they still differ by their time.
fn seed(now: Now) -> u64 {
    getrandom::u64().unwrap_or(now.millis as u64)
}
