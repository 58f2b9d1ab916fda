//! Does what the program asks: the one place from which files are written.

mod codebook;
mod list;
mod past;
mod report;
mod seats;

use super::{
    backup::Backups,
    feed::Message,
    late::Late,
    recall::Recalling,
    report::Reporting,
    scribe::Scribe,
    shelving::Shelving,
    sync::{Of, Syncs},
    watch::Watching,
};
use crate::{
    app::{App, Effect, Event, Fresh},
    record::{Mint, Now, RoundId, TableId},
    session::{self, Head, Last, Log, Session, Step},
    store::{Follow, Loaded, Looked, Marks, Refused, SessionDir, Store, Trouble, Writer},
    words::Words,
};
use std::{
    collections::HashMap,
    sync::mpsc::Sender,
    time::{Duration, Instant},
};

/// Does what the program asks.
pub struct Performer {
    pub(super) store: Store,
    pub(super) words: Words,
    pub(super) syncs: Option<Syncs>,
    /// Who writes tables' files on a thread of their own.
    pub(super) scribe: Option<Scribe>,
    /// Who reads everything that was ever saved.
    pub(super) recalling: Recalling,
    /// Who reads the lessons of all sessions.
    pub(super) shelving: Shelving,
    /// Who makes reports.
    reporting: Reporting,
    /// Who looks what others write.
    pub(super) watching: Watching,
    /// Where the thread that makes copies says what failed.
    tell: Option<Sender<Message>>,
    backups: Option<Backups>,
    /// The zone of the people; that of the last key if it is not told.
    zone: Option<fn(i64) -> i32>,
    pub(super) open: Option<Open>,
    /// How many sessions were opened.
    pub(super) number: u32,
    done: bool,
    /// Whether somebody who wants to quit was told that not everything is saved.
    warned: bool,
}

/// The session that is open.
pub(super) struct Open {
    pub(super) dir: SessionDir,
    /// Which opening this is.
    pub(super) number: u32,
    /// The session that could not be made yet; it is in memory only, and tried again.
    pub(super) unmade: Option<Head>,
    /// The tables that this window writes at.
    pub(super) writers: HashMap<TableId, Writer>,
    /// What could not be written; tried again.
    pub(super) late: Late,
    /// When something was written last.
    pub(super) written: i64,
    /// Whether a copy was asked for since it was opened.
    pub(super) copied: bool,
}

/// How long nothing must be written before the files that people read are brought up to date, in milliseconds.
const QUIET: i64 = 1500;

impl Performer {
    /// One that works in a store. Until it is told where syncs are heard, what is written is said to be saved at once.
    pub fn new(store: Store, words: Words) -> Self {
        Self {
            store,
            words,
            syncs: None,
            scribe: None,
            recalling: Recalling::default(),
            shelving: Shelving::default(),
            reporting: Reporting::default(),
            watching: Watching::default(),
            tell: None,
            backups: None,
            zone: None,
            open: None,
            number: 0,
            done: false,
            warned: false,
        }
    }

    /// Syncs from now on what is written, writes the files that people read, and looks what others write, on threads of
    /// their own; what comes of it comes back through `tell`.
    pub fn sync_through(&mut self, tell: Sender<Message>) {
        self.tell_through(tell.clone());
        self.watching.start(tell.clone());
        // without a thread there are no syncs, but everything is written all the same
        self.syncs = Syncs::start(tell.clone()).ok();
        self.scribe = Some(Scribe::new(tell));
    }

    /// What the first screen need not wait for is told through this queue.
    pub fn tell_through(&mut self, tell: Sender<Message>) {
        self.tell = Some(tell);
    }

    /// Shows times that went by as the clocks of this zone showed them: given milliseconds since 1970, it says how many
    /// seconds local time was ahead of UTC.
    pub fn in_zone(&mut self, zone: fn(i64) -> i32) {
        self.zone = Some(zone);
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
            Effect::List => vec![self.list(now)],
            Effect::Recall => {
                let parts = self.recalling.start(&self.store, &self.words, self.tell.as_ref());
                parts.into_iter().map(|part| Event::Recalled(Box::new(part))).collect()
            }
            Effect::Forget => {
                self.recalling.stop();
                Vec::new()
            }
            Effect::Lessons => {
                let read = self.shelving.start(&self.store, self.tell.as_ref());
                read.map(Event::Lessons).into_iter().collect()
            }
            Effect::Create(fresh) => self.create(*fresh, now),
            Effect::Open(id, table) => {
                let dir = self.store.data().session(id.as_str());
                self.open(&dir, now, table)
            }
            Effect::Sit(table) => self.sit(table, app, now),
            Effect::Loose(words) => self.keep_loose(&words),
            Effect::WriteAside(table, round) => self.write_aside(table, round, app, now),
            Effect::Remember(last) => self.remember(last, app, now),
            Effect::Write(table, log) => self.write(table, *log, app, now),
            Effect::Keep(head) => self.keep(&head, app, now),
            Effect::Past(table, about) => self.past(table, about, app, now),
            Effect::Codebook => self.codebook(),
            Effect::Share(theme) => self.share(*theme, now),
            Effect::Report(wanted) => self.report(wanted, app, now),
            Effect::Leave(session) => Vec::from_iter(self.leave_session(&session).map(Event::Trouble)),
            Effect::Places => self.places(),
            Effect::SaveTo(folder) => self.save_to(&folder, app, now),
            Effect::BringIn(path) => self.bring_in(&path, now),
            Effect::Quit => self.quit(app, now),
        }
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
        self.begin(dir, Some(head), now);
        vec![Event::Opened(Box::new(session), TableId(1), vec![trouble.tell(&self.words)])]
    }

    fn begin(&mut self, dir: SessionDir, unmade: Option<Head>, now: Now) {
        self.number += 1;
        let (writers, late) = (HashMap::new(), Late::default());
        self.open = Some(Open { dir, number: self.number, unmade, writers, late, written: now.millis, copied: false });
    }

    /// Makes the session that could not be made before, if there is one.
    pub(super) fn make(&mut self) -> Result<Option<Event>, Trouble> {
        let Some(open) = &mut self.open else { return Ok(None) };
        let Some(head) = open.unmade.clone() else { return Ok(None) };
        let made = self.store.create(head)?;
        open.dir = self.store.data().session(made.id.as_str());
        open.unmade = None;
        self.watching.follow(Follow::new(self.store.clone(), open.dir.clone(), made.clone(), Marks::default()));
        Ok(Some(Event::Made(made.id)))
    }

    /// Quits. If something is in memory only, that is said first, and the second time it is meant.
    fn quit(&mut self, app: &App, now: Now) -> Vec<Event> {
        let late = self.open.as_ref().is_some_and(|open| !open.late.is_empty());
        let mut events = if late { self.try_again(app.session(), now) } else { Vec::new() };
        let unsaved = self.is_late();
        self.done = !unsaved || self.warned;
        self.warned = unsaved;
        if !self.done {
            events.push(Event::Trouble(self.words.say("tafel-quit-unsaved")));
        }
        events
    }

    /// Opens a session at a table, or where one was.
    pub(super) fn open(&mut self, dir: &SessionDir, now: Now, table: Option<TableId>) -> Vec<Event> {
        let told = self.bring_in_for(dir, now);
        match self.store.load(dir, seed(now)) {
            Ok(loaded) => {
                let events = self.opened(dir, loaded, table, None, now);
                events.into_iter().chain(told.into_iter().map(Event::Told)).collect()
            }
            Err(trouble) => vec![Event::Trouble(trouble.tell(&self.words))],
        }
    }

    /// Goes on with a session that was loaded, at a table or where one was.
    pub fn opened(
        &mut self,
        dir: &SessionDir,
        mut loaded: Loaded,
        table: Option<TableId>,
        round: Option<RoundId>,
        now: Now,
    ) -> Vec<Event> {
        loaded.look_at_clocks(now);
        let doubts: Vec<String> = loaded.doubts.iter().map(|doubt| doubt.tell(&self.words)).collect();
        let last = || self.store.last(dir).map(|last| last.table);
        let table = table.or_else(last).unwrap_or(TableId(1));
        self.begin(dir.clone(), None, now);
        let mut session = loaded.session;
        self.watching.follow(Follow::new(self.store.clone(), dir.clone(), session.head.clone(), loaded.marks));
        if let (Some(round), Some(at)) = (round, session.table_mut(table)) {
            at.desk.step(&Step::Round(round)); // where one looks; nothing typed depends on it
        }
        let loose = self.store.loose(dir).map(Event::Loose);
        [Event::Opened(Box::new(session), table, doubts)].into_iter().chain(loose).collect()
    }

    fn write(&mut self, table: TableId, log: Log, app: &App, now: Now) -> Vec<Event> {
        let Some(open) = self.open.as_mut() else { return Vec::new() };
        open.written = now.millis;
        open.late.ask(table, &log);
        let said = matches!(log, Log::Change(_) | Log::Together(_));
        let at = open.late.at(table);
        let writer = open.writers.get_mut(&table).filter(|_| at.logs.is_empty() && at.broken.is_none());
        let Some(writer) = writer else {
            at.logs.push(log);
            open.late.again = true; // once everything that this key asks for is done
            return Vec::new();
        };
        let begun = Instant::now();
        match writer.write(&log) {
            Ok(()) => self.ask_sync(table, now, said),
            Err(trouble) => {
                at.logs.push(log);
                open.late.failed(Refused::Trouble(trouble), now, begun.elapsed());
                self.stand(app.session())
            }
        }
    }

    pub(super) fn ask_sync(&mut self, table: TableId, now: Now, soon: bool) -> Vec<Event> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let written = open.late.at(table).asked;
        match (&self.syncs, open.writers.get(&table)) {
            (Some(syncs), Some(writer)) => {
                let of = Of { opening: open.number, table, written };
                syncs.ask(of, writer.syncer(), now.millis, soon);
                Vec::new()
            }
            (None, _) | (_, None) => {
                open.late.secured(table, written);
                if open.late.is_empty() { vec![Event::Saved(now.millis)] } else { Vec::new() }
            }
        }
    }

    fn keep(&mut self, head: &Head, app: &App, now: Now) -> Vec<Event> {
        let Some(open) = self.open.as_mut() else { return Vec::new() };
        if let Some(unmade) = &mut open.unmade {
            unmade.clone_from(head);
            return Vec::new();
        }
        match self.store.restore_head(&open.dir, head) {
            Ok(()) => Vec::new(),
            Err(trouble) => {
                open.late.head = true;
                open.late.failed(Refused::Trouble(trouble), now, Duration::ZERO);
                self.stand(app.session())
            }
        }
    }

    fn remember(&mut self, last: Last, app: &App, now: Now) -> Vec<Event> {
        let Some(open) = self.open.as_mut().filter(|open| open.unmade.is_none()) else { return Vec::new() };
        match self.store.remember(&open.dir, &last) {
            Ok(()) => Vec::new(),
            Err(trouble) => {
                open.late.last = Some(last);
                open.late.failed(Refused::Trouble(trouble), now, Duration::ZERO);
                self.stand(app.session())
            }
        }
    }

    /// What others wrote, if it is of the session that is open.
    pub(super) fn looked(&self, number: u64, looked: Looked) -> Vec<Event> {
        if self.watching.is_of_now(number) { self.news(looked) } else { Vec::new() }
    }

    fn news(&self, looked: Looked) -> Vec<Event> {
        let told = looked.doubts.iter().map(|doubt| Event::Trouble(doubt.tell(&self.words))).collect::<Vec<_>>();
        let news = (!looked.news.is_empty()).then(|| Event::News(Box::new(looked.news)));
        news.into_iter().chain(told).collect()
    }

    /// When it is quiet: what was late, and the files that people read.
    pub fn tidy(&mut self, app: &mut App, now: Now) {
        let looked = self.watching.look().map_or_else(Vec::new, |looked| self.news(looked));
        let free = app.looks_on().map_or_else(Vec::new, |table| self.sit(table, app, now));
        for event in looked.into_iter().chain(free).chain(self.catch_up_idle(app, now)) {
            app.on(event);
        }
        if let Some(open) = &mut self.open {
            open.written = open.written.min(now.millis); // the clock went back: it is quiet from now on
        }
        let quiet = self.open.as_ref().is_some_and(|open| now.millis - open.written >= QUIET && open.late.is_empty());
        if !quiet {
            return;
        }
        let begun = Instant::now();
        if let Some(Err(trouble)) = app.session().map(|session| self.snapshot_when_worth_it(session)) {
            for event in self.not_written(trouble, app.session(), now, begun.elapsed()) {
                app.on(event);
            }
        }
    }
}

/// A seed for ids; without randomness they still differ by their time.
pub(super) fn seed(now: Now) -> u64 {
    getrandom::u64().unwrap_or(now.millis as u64)
}
