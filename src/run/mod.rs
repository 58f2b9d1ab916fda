//! The loop: keyboard and clock in, effects out, then the screen.
//!
//! The order is the promise: what a key alters is appended to the journal before the screen shows it, so a kill at any
//! moment loses nothing that was seen. Syncing to the disk itself follows within a quarter of a second, on a thread of
//! its own, because a slow stick must never hold up a key.
//!
//! `projector` is a loop of its own, which only looks. `perform` does what the program asks; `mend` what has to be done when storage fails, and `late` keeps count of that;
//! `terminal` takes the terminal and gives it back, whatever happens; `feed` brings keys, signals and syncs together, and
//! what `watch` finds that others wrote. The loop blocks until something happens; nothing is drawn unless something changed.

mod backup;
mod feed;
mod late;
mod mend;
mod perform;
mod projector;
mod recall;
mod report;
mod scribe;
mod shelving;
mod sync;
mod terminal;
mod watch;

pub use perform::Performer;
pub use projector::project;
pub use terminal::{Held, depth, look, restore};

use crate::{
    app::{App, Doorway, Effect, Event},
    record::{Now, RoundId, TableId},
    session::Log,
    store::{Loaded, SessionDir, Store},
    ui::Theme,
    words::Words,
};
use anyhow::Context as _;
use chrono::{Local, Offset as _, TimeZone as _};
use feed::{Feed, Message};
use std::{
    io::{self, Write as _},
    panic::{self, AssertUnwindSafe},
    time::Duration,
};

/// What the program starts with.
pub struct Start {
    /// The files.
    pub store: Store,
    /// The language.
    pub words: Words,
    /// Colours and characters.
    pub theme: Theme,
    /// The session to go on with, or the home screen.
    pub open: Option<Opening>,
}

/// A session that was loaded, and where in it to begin.
pub struct Opening {
    /// Its folder.
    pub dir: SessionDir,
    /// What was read of it.
    pub loaded: Loaded,
    /// At which table; where one was last if nothing is said.
    pub table: Option<TableId>,
    /// In which round.
    pub round: Option<RoundId>,
    /// At which door.
    pub door: Doorway,
}

/// The time on this computer's clock.
pub fn now() -> Now {
    let now = Local::now();
    Now { millis: now.timestamp_millis(), offset: now.offset().fix().local_minus_utc() }
}

/// How many seconds local time was ahead of UTC at a moment (milliseconds since 1970), in this computer's zone.
pub fn zone(millis: i64) -> i32 {
    let local = Local.timestamp_millis_opt(millis).earliest();
    local.map_or(0, |local| local.offset().fix().local_minus_utc())
}

/// Runs the program on the terminal until it is quit. Says what somebody must know of it afterwards: above all, what could
/// not be saved where it belongs.
///
/// # Errors
/// When the terminal cannot be taken or drawn on. What was typed is in the journal by then.
pub fn run(start: Start) -> anyhow::Result<Option<String>> {
    let mut terminal = terminal::Held::take(start.words.clone()).context("the terminal cannot be used")?;
    let words = start.words.clone();
    let mut app = App::new(start.words, start.theme, now());
    let mut performer = Performer::new(start.store, words);
    performer.in_zone(zone);
    let feed = Feed::new();
    performer.tell_through(feed.mailbox());
    if let Some(Opening { dir, loaded, table, round, door }) = start.open {
        drop(app.effects()); // the home screen is not what is shown first: nobody waits for its list
        for event in performer.opened(&dir, loaded, table, round, now()) {
            app.on(event);
        }
        app.on(Event::Enter(door));
    } else {
        settle(&mut app, &mut performer);
    }
    // last, so that nothing is laid out that is not shown
    let size = terminal.size()?;
    app.on(Event::Resize(size.width, size.height));
    // somebody waits for the first screen; what takes a table or a thread can follow, before the first key is taken in
    terminal.draw(&mut app)?;
    feed.listen().context("the keyboard cannot be read")?;
    performer.sync_through(feed.mailbox());
    let looped = panic::catch_unwind(AssertUnwindSafe(|| turn(&feed, &mut terminal, &mut app, &mut performer)));
    // also when the program is lost, what is in memory only need not be
    let told = if looped.is_ok() || performer.is_late() { performer.leave(&app) } else { None };
    let mutter = |told: Option<String>| {
        if let Some(told) = told {
            restore();
            drop(writeln!(io::stderr(), "{told}")); // if nobody listens there, that is no second failure
        }
    };
    match looped {
        Ok(Ok(())) => Ok(told),
        Ok(Err(error)) => {
            mutter(told);
            Err(error)
        }
        Err(cause) => {
            mutter(told);
            panic::resume_unwind(cause)
        }
    }
}

/// Goes round until the program is quit or the terminal is gone.
fn turn(feed: &Feed, terminal: &mut terminal::Held, app: &mut App, performer: &mut Performer) -> anyhow::Result<()> {
    loop {
        settle(app, performer);
        if performer.is_done() {
            break;
        }
        // the terminal library can miss that the window has another size when a key arrives with the news
        let size = terminal.size()?;
        if app.size() != (size.width, size.height) {
            app.on(Event::Resize(size.width, size.height));
        }
        terminal.draw(app)?;
        if app.rings() {
            terminal.ring()?;
        }
        if let Some(text) = app.clip() {
            terminal.clip(text)?;
        }
        if !next(feed, app, performer) {
            break; // the terminal is gone: everything typed is in the journal
        }
    }
    Ok(())
}

/// Does what the program asks, until it asks nothing more.
pub fn settle(app: &mut App, performer: &mut Performer) {
    loop {
        let effects = app.effects();
        if effects.is_empty() {
            break;
        }
        for effect in together(effects) {
            let now = app.now();
            for event in performer.perform(effect, app, now) {
                app.on(event);
            }
        }
    }
    // what could not be written before, now that memory and what was asked are the same
    let now = app.now();
    for event in performer.catch_up(app, now) {
        app.on(event);
    }
}

/// Makes one of what is to be written one after the other at the same table, so that a kill finds all of it or nothing: an
/// entry that is saved is then in the list and off the line, and never both or neither.
fn together(effects: Vec<Effect>) -> Vec<Effect> {
    let mut all: Vec<Effect> = Vec::with_capacity(effects.len());
    for effect in effects {
        match (all.last_mut(), effect) {
            (Some(Effect::Write(table, before)), Effect::Write(next, log)) if *table == next => match &mut **before {
                Log::Together(logs) => logs.push(*log),
                Log::Change(_) | Log::Step(_) => {
                    let first = std::mem::replace(&mut **before, Log::Together(Vec::new()));
                    **before = Log::Together(vec![first, *log]);
                }
            },
            (_, effect) => all.push(effect),
        }
    }
    all
}

/// Waits for something to happen and takes it in, with all that already waits behind it. Says whether there is a terminal.
fn next(feed: &Feed, app: &mut App, performer: &mut Performer) -> bool {
    let now_millis = now().millis;
    let until_second = Duration::from_millis((1000 - now_millis.rem_euclid(1000)) as u64);
    let waited = if app.is_busy() {
        let waiting = feed.waiting();
        if waiting.is_none() && app.now().millis.div_euclid(1000) == now_millis.div_euclid(1000) {
            app.on(Event::Idle);
            return true;
        }
        waiting
    } else {
        feed.wait(until_second)
    };
    let Some(first) = waited else {
        app.on(Event::Tick(now()));
        performer.tidy(app, now());
        return true;
    };
    let mut message = Some(first);
    while let Some(now_message) = message {
        match now_message {
            Message::Terminal(event) => {
                take(event, app);
                // each key is written down before the next is taken in
                settle(app, performer);
            }
            Message::Synced(outcome) => {
                for event in performer.synced(outcome, app, now()) {
                    app.on(event);
                }
            }
            Message::Wrote => {
                for event in performer.wrote(app, now()) {
                    app.on(event);
                }
            }
            Message::NotBackedUp(trouble) => app.on(performer.not_backed_up(&trouble)),
            Message::Looked(number, looked) => {
                for event in performer.looked(number, *looked) {
                    app.on(event);
                }
            }
            Message::Recalled(number, recall) => {
                if performer.recalling.is_of_now(number) {
                    app.on(Event::Recalled(recall));
                }
            }
            Message::Lessons(number, shelf) => {
                if performer.shelving.is_of_now(number) {
                    app.on(Event::Lessons(shelf));
                }
            }
            Message::Listed(listed) => app.on(Event::Listed(listed)),
            Message::Reported(reported) => app.on(Event::Report(reported)),
            Message::Ended => return false,
        }
        if performer.is_done() {
            return true;
        }
        message = feed.waiting();
    }
    true
}

fn take(event: crossterm::event::Event, app: &mut App) {
    use crossterm::event::Event as Terminal;
    match event {
        Terminal::Key(key) => app.on(Event::Key(key, now())),
        Terminal::Paste(text) => app.on(Event::Paste(text, now())),
        Terminal::Resize(width, height) => app.on(Event::Resize(width, height)),
        Terminal::FocusGained | Terminal::FocusLost | Terminal::Mouse(_) => {}
    }
}
