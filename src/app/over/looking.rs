//! What is shown at the first key in front of a table where another window writes: who it is, and where the words can go.
//!
//! Nothing typed vanishes: it stands here on a line of its own, and goes along wherever one goes; when one goes on looking it
//! is kept, and put on the line as soon as this window may write.

use super::{Deed, Done, Elsewhere, sheet};
use crate::{
    app::Desk,
    text::{Editor, Op, clean_line, wrap_text},
    ui::{Command, line, paint, theme::Ink, typing},
};
use crossterm::event::KeyEvent;
use ratatui::{buffer::Buffer, layout::Rect};

/// Words in front of a table that is taken, and where they can go.
#[derive(Clone, Debug)]
pub struct Looking {
    /// Who writes there, since when, and what that means.
    told: String,
    words: Editor,
    choices: Vec<(String, Elsewhere)>,
    at: usize,
}

impl Looking {
    /// With what was typed before, and where it can go: as shown, and what is meant.
    pub fn new(told: String, words: &str, choices: Vec<(String, Elsewhere)>) -> Self {
        Self { told, words: Editor::with_text(words), choices, at: 0 }
    }

    /// What was typed.
    pub fn typed(&self) -> String {
        self.words.text().to_owned()
    }

    pub(super) fn on(&mut self, command: Option<Command>, key: &KeyEvent) -> Done {
        match command {
            Some(Command::Open) => {
                let chosen = self.choices.get(self.at).map_or(Elsewhere::Wait, |(_, chosen)| *chosen);
                return Done::Deed(Deed::Hold(self.typed(), chosen));
            }
            Some(Command::Back) => return Done::Deed(Deed::Hold(self.typed(), Elsewhere::Wait)),
            Some(Command::Up) => self.at = self.at.saturating_sub(1),
            Some(Command::Down) => self.at = (self.at + 1).min(self.choices.len().saturating_sub(1)),
            Some(_) => {}
            None => self.edit(typing::op(key)),
        }
        Done::No
    }

    fn edit(&mut self, op: Option<Op>) {
        if let Some(op) = op {
            self.words.apply(&op);
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.edit(Some(Op::Insert(clean_line(text).into_owned())));
    }

    pub(super) fn draw(&self, buf: &mut Buffer, desk: &Desk) -> (u16, u16) {
        let theme = &desk.theme;
        let wide = 76.min(desk.area.width.saturating_sub(2));
        let told = wrap_text(&self.told, usize::from(wide.saturating_sub(4)).max(1));
        // on a small screen the words and the choices matter more than the sentence
        let most = desk.area.height.saturating_sub(3).saturating_sub(4 + self.choices.len() as u16);
        let rows = (told.len() as u16).min(most.max(1));
        let height = rows + self.choices.len() as u16 + 5;
        let inner = sheet(buf, desk, wide, height, &desk.words.say("looking-title"));
        let mut y = inner.y;
        for row in told.into_iter().take(usize::from(rows)) {
            paint::put(buf, inner, inner.x, y, self.told[row].trim_end(), theme.ink(Ink::Dim), inner.width);
            y += 1;
        }
        let prompt = 2; // the sign and a space
        let sign = if theme.is_plain() { ">" } else { "›" };
        paint::put(buf, inner, inner.x, y, sign, theme.ink(Ink::Accent), 1);
        let field = Rect::new(inner.x + prompt, y, inner.width.saturating_sub(prompt), 1);
        let caret = line::draw(buf, field, &self.words, theme.ink(Ink::Text));
        paint::rule(buf, inner, y + 1, theme);
        y += 2;
        let room = usize::from(inner.bottom().saturating_sub(y));
        let first = (self.at + 1).saturating_sub(room);
        for (nth, (label, _)) in self.choices.iter().enumerate().skip(first).take(room) {
            paint::put(buf, inner, inner.x, y, label, theme.ink(Ink::Text), inner.width);
            if nth == self.at {
                buf.set_style(Rect::new(inner.x.saturating_sub(1), y, inner.width + 2, 1), theme.chosen());
            }
            y += 1;
        }
        caret
    }
}
