//! Begin, the home screen: go on, something new, look back.

mod draw;

use super::{
    Desk, Effect,
    effect::Listed,
    over::{Deed, Form, List, Over},
    terugblik::{Recall, Terugblik},
};
use crate::{
    session::Summary,
    ui::{Choice, Command, Picker, Where},
    words::dates,
    workshop::OnShelf,
};
use chrono::NaiveDate;
use crossterm::event::KeyEvent;

/// The home screen.
pub struct Begin {
    listed: Listed,
    lines: Vec<Line>,
    at: usize,
    /// Whether somebody chose a line: then what is read later leaves it chosen.
    chose: bool,
    day: Option<NaiveDate>,
    /// Looking back, on top of it.
    back: Option<Box<Terugblik>>,
}

/// A line that can be chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Line {
    /// Something that could not be saved where it belongs, as an index.
    Kept(usize),
    /// A session of today, or the one worked on last, as an index.
    GoOn(usize),
    /// A workshop to start with, as an index.
    New(usize),
    /// An earlier session, as an index.
    Back(usize),
    /// All the others.
    All,
}

/// How many earlier sessions stand on the home screen; the rest is found by searching.
const BACK: usize = 8;

impl Begin {
    /// A home screen that does not know yet what is there.
    pub fn new() -> Self {
        Self { listed: Listed::default(), lines: Vec::new(), at: 0, chose: false, day: None, back: None }
    }

    /// Takes in what is on this computer.
    pub fn list(&mut self, listed: Listed, desk: &Desk) {
        let today = desk.now.date();
        let chosen = self.chosen().filter(|_| self.chose);
        let before = std::mem::replace(&mut self.listed, listed);
        if self.listed.reading {
            // what was known stays until what is there now is known
            (self.listed.sessions, self.listed.all) = (before.sessions, before.all);
        }
        self.day = Some(today);
        let sessions = &self.listed.sessions;
        // worked on in the last half day, or planned for today
        let fresh = |summary: &Summary| {
            let recent = summary.last.as_ref().is_some_and(|last| desk.now.millis - last.at < 12 * 3600 * 1000);
            recent || summary.date == today
        };
        let mut lines: Vec<Line> = (0..self.listed.kept.len()).map(Line::Kept).collect();
        lines.extend((0..sessions.len()).filter(|&at| fresh(&sessions[at])).take(4).map(Line::GoOn));
        let going: Vec<usize> =
            lines.iter().filter_map(|line| if let Line::GoOn(at) = line { Some(*at) } else { None }).collect();
        lines.extend((0..self.listed.shelf.len()).map(Line::New));
        lines.extend((0..sessions.len()).filter(|at| !going.contains(at)).take(BACK).map(Line::Back));
        let shown = lines.iter().filter(|line| matches!(line, Line::GoOn(_) | Line::Back(_))).count();
        lines.extend((self.listed.all > shown).then_some(Line::All));
        self.lines = lines;
        // a list that is completed while one looks at it must not put something else under the finger
        let same = chosen.and_then(|chosen| (0..self.lines.len()).find(|at| self.what(*at).as_ref() == Some(&chosen)));
        self.at = same.unwrap_or(if self.chose { self.at } else { 0 }).min(self.lines.len().saturating_sub(1));
    }

    fn chosen(&self) -> Option<String> {
        self.what(self.at)
    }

    /// What a line stands for, whatever else is in the list.
    fn what(&self, at: usize) -> Option<String> {
        match *self.lines.get(at)? {
            Line::Kept(at) => self.listed.kept.get(at).map(|kept| kept.path.display().to_string()),
            Line::GoOn(at) | Line::Back(at) => self.listed.sessions.get(at).map(|one| one.id.to_string()),
            Line::New(at) => self.listed.shelf.get(at).map(|workshop| format!("new {}", workshop.id())),
            Line::All => Some(String::new()),
        }
    }

    /// Takes in a part of what was ever saved.
    pub fn recalled(&mut self, recall: Recall, desk: &Desk) {
        if let Some(back) = &mut self.back {
            back.recalled(recall, desk);
        }
    }

    /// Where the keyboard goes.
    pub fn place(&self) -> Where {
        if self.back.is_some() { Where::Terugblik } else { Where::Begin }
    }

    /// Takes pasted text, where text can be typed.
    pub fn paste(&mut self, text: &str, desk: &Desk) -> Option<Deed> {
        self.back.as_mut()?.paste(text, desk);
        None
    }

    /// Where the caret stands, if something can be typed.
    pub fn caret(&self, desk: &Desk) -> Option<(u16, u16)> {
        self.back.as_ref()?.caret(desk)
    }

    /// Whether midnight went by since this was painted.
    pub fn is_of_another_day(&self, desk: &Desk) -> bool {
        self.day != Some(desk.now.date())
    }

    /// Takes a key.
    pub fn on(&mut self, command: Option<Command>, key: &KeyEvent, desk: &mut Desk) -> Option<Deed> {
        if let Some(back) = &mut self.back {
            let (closes, deed) = back.on(command, key, desk);
            if closes {
                self.back = None;
                desk.ask(Effect::Forget);
            }
            return deed;
        }
        let last = self.lines.len().saturating_sub(1);
        self.chose |= matches!(command, Some(Command::Up | Command::Down | Command::PageUp | Command::PageDown));
        match command? {
            Command::Up => self.at = self.at.checked_sub(1).unwrap_or(last),
            Command::Down => self.at = if self.at >= last { 0 } else { self.at + 1 },
            Command::PageUp => self.at = 0,
            Command::PageDown => self.at = last,
            Command::Open => return self.open(desk),
            Command::New => return Some(self.workshops(desk)),
            Command::Search => self.look_back(desk),
            Command::Palette => return Some(palette(desk)),
            _ => {}
        }
        None
    }

    fn look_back(&mut self, desk: &mut Desk) {
        self.back = Some(Box::new(Terugblik::new(desk)));
    }

    fn open(&mut self, desk: &mut Desk) -> Option<Deed> {
        match *self.lines.get(self.at)? {
            Line::Kept(at) => Some(Deed::BringIn(self.listed.kept.get(at)?.path.clone())),
            Line::GoOn(at) | Line::Back(at) => Some(Deed::Open(self.listed.sessions.get(at)?.id.clone())),
            Line::New(at) => form(self.listed.shelf.get(at)?, desk),
            Line::All => {
                self.look_back(desk);
                None
            }
        }
    }

    fn workshops(&self, desk: &Desk) -> Deed {
        let choice = |workshop: &OnShelf| {
            Some(Choice {
                label: workshop.title().to_owned(),
                detail: dates::minutes(i64::from(workshop.minutes())),
                also: String::new(),
                gives: form(workshop, desk)?,
            })
        };
        let choices = self.listed.shelf.iter().filter_map(choice).collect();
        Deed::Show(Box::new(Over::Picker(List::new(Picker::new(desk.words.say("begin-new"), choices)))))
    }
}

fn form(workshop: &OnShelf, desk: &Desk) -> Option<Deed> {
    Some(Deed::Show(Box::new(Over::Form(Box::new(Form::new(workshop.whole()?, desk.now, desk))))))
}

fn palette(desk: &Desk) -> Deed {
    super::palette(desk, Where::Begin, Vec::new())
}
