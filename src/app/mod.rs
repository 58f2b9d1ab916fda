//! What is on the screen, and what a key does to it.
//!
//! The loop of `run` gives an [`Event`]; `App::on` changes what is in memory and says what must be done as [`Effect`]s;
//! `run` does them, writing before showing; then `App::draw` shows. Nothing here touches a file, a clock or the terminal,
//! so a test can be the facilitator: type, press, see, open the drawer, own the clock.
//!
//! One folder a door: `begin` (home, with `terugblik` over it), `tafel` (capture), `regie` (leading), `oogst` (the
//! harvest) and `verslag` (the report), which `tafel` opens, and `screen` (the projector, a program of its own). `over`
//! holds what lies on top of a door, `happen` what an event does.
//!
//! `canvas` keeps what is painted, so that a key costs the line and a copy, however much was said.

mod begin;
mod canvas;
mod desk;
mod effect;
mod footer;
mod happen;
mod oogst;
mod over;
mod palette;
mod regie;
mod screen;
mod tafel;
mod terugblik;
mod verslag;

pub use canvas::Repaint;
pub use desk::Desk;
pub use effect::{Doorway, Effect, Event, Kept, Listed, Seat, Unsaved};
pub use over::Fresh;
use palette::palette;
pub use screen::Screen;
pub use terugblik::Recall;
pub use verslag::{Audience, FormatName, Made, Reported, Shelf, Stage, Wanted, Wish};

use crate::{
    record::{Now, TableId},
    session::Session,
    ui::{Command, Theme, Where, keys, theme::Ink},
    words::{Lang, Words},
};
use begin::Begin;
use crossterm::event::{KeyCode, KeyEvent};
use desk::NOTICE;
use over::Over;
use ratatui::buffer::Buffer;
use tafel::Tafel;

/// The least screen on which anything can be shown; below it the program says so and keeps what is typed.
pub const LEAST: (u16, u16) = (40, 12);

/// The program as it is in memory.
pub struct App {
    desk: Desk,
    door: Door,
    over: Option<Over>,
    /// Painted when nothing but the line changed since.
    canvas: Buffer,
    stale: bool,
    /// Whether the canvas was painted since [`App::repaint`] was asked last.
    painted: bool,
    /// Whether the window was given another size since then.
    resized: bool,
}

enum Door {
    Begin(Begin),
    Tafel(Box<Tafel>),
}

impl App {
    /// The program at its home screen.
    pub fn new(words: Words, theme: Theme, now: Now) -> Self {
        let desk = Desk::new(words, theme, now);
        Self {
            desk,
            door: Door::Begin(Begin::new()),
            over: None,
            canvas: Buffer::default(),
            stale: true,
            painted: true,
            resized: true,
        }
    }

    /// What must be done before the screen is shown, in order.
    pub fn effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.desk.effects)
    }

    /// Whether the bell of the terminal is to be rung, told once.
    pub fn rings(&mut self) -> bool {
        std::mem::take(&mut self.desk.rings)
    }

    /// What is to be sent to the clipboard of the terminal, told once.
    pub fn clip(&mut self) -> Option<String> {
        self.desk.clip.take()
    }

    /// The session that is open, for who saves it.
    pub fn session(&self) -> Option<&Session> {
        match &self.door {
            Door::Tafel(tafel) => Some(&tafel.session),
            Door::Begin(_) => None,
        }
    }

    /// The table that is shown, if another window writes there: it may be free at any moment.
    pub fn looks_on(&self) -> Option<TableId> {
        match &self.door {
            Door::Tafel(tafel) => tafel.looks_on().then_some(tafel.table),
            Door::Begin(_) => None,
        }
    }

    /// The table that is shown.
    pub fn table(&self) -> Option<TableId> {
        match &self.door {
            Door::Tafel(tafel) => Some(tafel.table),
            Door::Begin(_) => None,
        }
    }

    /// Whether there is something to go on with as soon as nothing else happens.
    pub fn is_busy(&self) -> bool {
        match &self.door {
            Door::Tafel(tafel) => tafel.is_busy(),
            Door::Begin(_) => false,
        }
    }

    /// The time as the program was told it last.
    pub fn now(&self) -> Now {
        self.desk.now
    }

    /// The language in which the program speaks.
    pub fn lang(&self) -> Lang {
        self.desk.words.lang()
    }

    /// Takes in something that happened.
    pub fn on(&mut self, event: Event) {
        self.happen(event);
        self.keep_loose();
    }

    /// Words that are on the screen and on no line yet are written down like any other.
    fn keep_loose(&mut self) {
        if !matches!(self.door, Door::Tafel(_)) {
            return;
        }
        let typed = match &self.over {
            Some(Over::Looking(looking)) => Some(looking.typed()),
            Some(Over::Lesson(lesson)) => Some(lesson.unsaved()),
            Some(_) | None => None,
        };
        let words = typed.unwrap_or_else(|| self.desk.held.clone());
        if words != self.desk.loose {
            self.desk.loose.clone_from(&words);
            self.desk.ask(Effect::Loose(words));
        }
    }

    /// Takes in what time it is, also when the clock was put back or the lid was shut for an hour.
    fn take_time(&mut self, now: Now) {
        let by = now.millis.saturating_sub(self.desk.now.millis);
        self.desk.now = now;
        if let Some(notice) = &mut self.desk.notice {
            notice.until = notice.until.min(now.millis.saturating_add(NOTICE)); // not for an hour, if the clock went back
        }
        if let Door::Tafel(tafel) = &mut self.door {
            tafel.clock_leapt(by, &mut self.desk);
        }
    }

    fn key(&mut self, key: KeyEvent) {
        if self
            .over
            .as_ref()
            .is_some_and(|over| over.gives_way_to(&key) || over.gives_way() && self.is_for_the_table(&key))
        {
            self.over = None;
            self.painted = true; // what lay on top is still on the screen
        }
        let place = self.place();
        let command = keys::command(place, &key);
        match command {
            Some(Command::Quit) => {
                self.desk.ask(Effect::Quit);
                return;
            }
            Some(Command::Help) => {
                self.over = match self.over.take() {
                    Some(Over::Help(help)) => help.next(),
                    Some(under) => Some(Over::Help(over::Help::new(place, Some(under)))),
                    None => Some(Over::Help(over::Help::new(place, None))),
                };
                return;
            }
            Some(_) | None => {}
        }
        if let Some(over) = &mut self.over {
            let done = over.on(command, &key, &mut self.desk);
            match done {
                over::Done::No => {}
                over::Done::Close => {
                    self.over = match self.over.take() {
                        Some(Over::Help(help)) => help.under(),
                        Some(_) | None => None,
                    }
                }
                over::Done::Deed(deed) => {
                    self.over = None;
                    self.act(deed);
                }
                over::Done::Keep(deed) => self.act(deed),
            }
            return;
        }
        let deed = match &mut self.door {
            Door::Begin(begin) => begin.on(command, &key, &mut self.desk),
            Door::Tafel(tafel) => {
                let (deed, line_only) = tafel.on(command, &key, &mut self.desk);
                self.stale = !line_only;
                deed
            }
        };
        if let Some(deed) = deed {
            self.act(deed);
        }
    }

    /// Whether a key means something at the table below what is only there to be read: a card may come up between two
    /// keys of somebody who types, and must not take the Enter that saves.
    fn is_for_the_table(&self, key: &KeyEvent) -> bool {
        let Door::Tafel(tafel) = &self.door else { return false };
        match keys::command(Where::Page, key) {
            Some(Command::Back) => false,
            Some(Command::Up | Command::Down) => !self.over.as_ref().is_some_and(Over::scrolls),
            Some(_) | None => key.code != KeyCode::Enter || tafel.has_typed(),
        }
    }

    fn paste(&mut self, text: &str) {
        if self.over.as_ref().is_some_and(Over::gives_way) {
            self.over = None;
            self.painted = true;
        }
        if let Some(over) = &mut self.over {
            over.paste(text);
            return;
        }
        let deed = match &mut self.door {
            Door::Begin(begin) => begin.paste(text, &self.desk),
            Door::Tafel(tafel) => tafel.paste(text, &mut self.desk),
        };
        if let Some(deed) = deed {
            self.act(deed);
        }
    }

    /// Does what was chosen in a list, or what a door asks of the whole program.
    fn act(&mut self, deed: over::Deed) {
        self.stale = true;
        match deed {
            over::Deed::Show(over) => {
                if matches!(*over, Over::Form(_)) {
                    self.desk.ask(Effect::Lessons);
                }
                self.over = Some(*over);
            }
            over::Deed::Command(command) => {
                let key = KeyEvent::new(crossterm::event::KeyCode::Null, crossterm::event::KeyModifiers::NONE);
                match command {
                    Command::Language => self.speak(),
                    Command::Look => self.look(),
                    Command::Home => self.home(),
                    Command::Quit => self.desk.ask(Effect::Quit),
                    Command::Help => self.over = Some(Over::Help(over::Help::new(self.place(), None))),
                    other => {
                        let deed = match &mut self.door {
                            Door::Begin(begin) => begin.on(Some(other), &key, &mut self.desk),
                            Door::Tafel(tafel) => tafel.on(Some(other), &key, &mut self.desk).0,
                        };
                        if let Some(deed) = deed {
                            self.act(deed);
                        }
                    }
                }
            }
            over::Deed::Open(id) => self.desk.ask(Effect::Open(id, None)),
            over::Deed::Create(fresh) => self.desk.ask(Effect::Create(fresh)),
            over::Deed::SaveTo(folder) => self.desk.ask(Effect::SaveTo(folder)),
            over::Deed::BringIn(path) => self.desk.ask(Effect::BringIn(path)),
            other => {
                if let Door::Tafel(tafel) = &mut self.door {
                    tafel.act(other, &mut self.desk);
                }
            }
        }
    }

    fn home(&mut self) {
        self.over = None;
        if let Door::Tafel(tafel) = &self.door
            && tafel.is_unsaved()
        {
            // what is in memory only stays where it can be seen
            return self.desk.tell(Ink::Bad, self.desk.words.say("tafel-home-unsaved"));
        }
        if let Door::Tafel(tafel) = std::mem::replace(&mut self.door, Door::Begin(Begin::new())) {
            self.desk.ask(Effect::Leave(Box::new(tafel.session)));
        }
        self.desk.ask(Effect::List);
    }

    fn speak(&mut self) {
        self.desk.words = Words::new(self.desk.words.lang().other());
        if let Door::Tafel(tafel) = &mut self.door {
            tafel.forget_layout(&self.desk);
            tafel.report_anew(&mut self.desk);
        } else {
            self.desk.ask(Effect::List);
        }
    }

    fn look(&mut self) {
        self.desk.theme = self.desk.theme.with(self.desk.theme.look().next());
        if let Door::Tafel(tafel) = &mut self.door {
            tafel.forget_layout(&self.desk);
        }
    }

    /// Where the keyboard goes.
    pub fn place(&self) -> Where {
        match (&self.over, &self.door) {
            (Some(over), _) => over.place(),
            (None, Door::Begin(begin)) => begin.place(),
            (None, Door::Tafel(tafel)) => tafel.place(),
        }
    }

    /// What stands at the right of the footer: how safe everything is.
    fn status(&self) -> (String, Ink) {
        if let Some(notice) = &self.desk.notice {
            return (notice.text.clone(), notice.ink);
        }
        match &self.door {
            Door::Begin(_) => (self.desk.words.say("begin-local"), Ink::Dim),
            Door::Tafel(tafel) => tafel.status(&self.desk),
        }
    }
}
