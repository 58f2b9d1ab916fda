//! A list to choose from, found by typing; some take what was typed where nothing fits.

use super::{Deed, Done, clear, sheet};
use crate::{
    app::{Desk, oogst::Reap},
    text::{clean_line, fit, width},
    ui::{Command, Picker, line, paint, theme::Ink, typing},
};
use crossterm::event::KeyEvent;
use ratatui::{buffer::Buffer, layout::Rect};

/// What becomes of typed words that name nothing in the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Free {
    /// They do nothing.
    No,
    /// They name a party.
    Party,
    /// They name a category.
    Category,
    /// They name a theme of the harvest.
    Theme,
    /// They are the path of a folder; then they go before what is in the list.
    Folder,
}

/// A list to choose from, on top of a door.
#[derive(Clone, Debug)]
pub struct List {
    picker: Picker<Deed>,
    free: Free,
}

impl List {
    /// A list in which only what stands there can be chosen.
    pub fn new(picker: Picker<Deed>) -> Self {
        Self { picker, free: Free::No }
    }

    /// A list that takes words of one's own.
    pub fn open(picker: Picker<Deed>, free: Free) -> Self {
        Self { picker, free }
    }

    pub(super) fn on(&mut self, command: Option<Command>, key: &KeyEvent, _: &mut Desk) -> Done {
        match command {
            Some(Command::Open) => match self.picker.chosen().filter(|_| !self.is_path()) {
                Some(deed) => Done::Deed(deed.clone()),
                None => self.typed(),
            },
            Some(Command::Up) => self.step(-1),
            Some(Command::Down) => self.step(1),
            Some(Command::PageUp) => self.step(-10),
            Some(Command::PageDown) => self.step(10),
            Some(_) => Done::No,
            None => {
                if let Some(op) = typing::op(key) {
                    self.picker.edit(&op);
                }
                Done::No
            }
        }
    }

    fn typed(&self) -> Done {
        let words = self.picker.query.text().trim();
        match self.free {
            _ if words.is_empty() => Done::No,
            Free::No => Done::No,
            Free::Party => Done::Deed(Deed::AddParty(words.to_owned())),
            Free::Category => Done::Deed(Deed::AddCategory(words.to_owned())),
            Free::Theme => Done::Deed(Deed::Harvest(Reap::New(words.to_owned()))),
            Free::Folder => Done::Deed(Deed::SaveTo(words.into())),
        }
    }

    /// Whether what is typed is the path of a folder.
    fn is_path(&self) -> bool {
        let typed = self.picker.query.text();
        self.free == Free::Folder && (typed.contains(['/', '\\']) || typed.starts_with('~'))
    }

    fn step(&mut self, by: isize) -> Done {
        self.picker.step(by);
        Done::No
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.picker.edit(&crate::text::Op::Insert(clean_line(text).into_owned()));
    }

    pub(super) fn draw(&self, buf: &mut Buffer, desk: &Desk) -> (u16, u16) {
        let theme = &desk.theme;
        let height = (self.picker.len() as u16).clamp(1, 20) + 5;
        let inner = sheet(buf, desk, 76, height.max(8), &self.picker.title);
        let prompt = 2; // the sign and a space
        paint::put(buf, inner, inner.x, inner.y, "›", theme.ink(Ink::Accent), 1);
        let field = Rect::new(inner.x + prompt, inner.y, inner.width.saturating_sub(prompt), 1);
        let caret = line::draw(buf, field, &self.picker.query, theme.ink(Ink::Text));
        paint::rule(buf, inner, inner.y + 1, theme);
        let rows = inner.height.saturating_sub(2);
        let (choices, at) = if self.is_path() { (Vec::new(), 0) } else { self.picker.view(usize::from(rows)) };
        if choices.is_empty() {
            let key = match self.free {
                Free::No => "app-nothing-found",
                Free::Party | Free::Category => "app-enter-adds",
                Free::Theme => "oogst-enter-makes",
                Free::Folder => "tafel-enter-saves-there",
            };
            paint::put(buf, inner, inner.x, inner.y + 2, &desk.words.say(key), theme.ink(Ink::Dim), inner.width);
        }
        for (nth, choice) in choices.into_iter().enumerate() {
            let y = inner.y + 2 + nth as u16;
            let detail = fit(&choice.detail, usize::from(inner.width / 2));
            paint::put_right(buf, inner, inner.right(), y, &detail, theme.ink(Ink::Dim));
            let room = inner.width.saturating_sub(width(&detail) as u16 + 2);
            paint::put(buf, inner, inner.x, y, &choice.label, theme.ink(Ink::Text), room);
            if nth == at {
                let row = Rect::new(inner.x.saturating_sub(1), y, inner.width + 2, 1);
                buf.set_style(row, theme.chosen());
            }
        }
        caret
    }
}

/// A few lines to choose from just above the line being typed: how a mark can be completed.
pub fn suggestions(buf: &mut Buffer, desk: &Desk, at: (u16, u16), lines: &[String], chosen: usize) {
    let theme = &desk.theme;
    let wide = lines.iter().map(|line| width(line)).max().unwrap_or(0) as u16 + 2;
    let wide = wide.min(desk.area.width);
    let high = (lines.len() as u16).min(at.1.saturating_sub(2));
    let x = at.0.min(desk.area.right().saturating_sub(wide));
    let area = Rect::new(x, at.1.saturating_sub(high), wide, high);
    clear(buf, area);
    buf.set_style(area, theme.raised());
    for (nth, line) in lines.iter().take(usize::from(high)).enumerate() {
        let y = area.y + nth as u16;
        paint::put(buf, area, area.x + 1, y, line, theme.ink(Ink::Text), wide.saturating_sub(2));
        if nth == chosen {
            buf.set_style(Rect::new(area.x, y, wide, 1), theme.chosen());
        }
    }
}
