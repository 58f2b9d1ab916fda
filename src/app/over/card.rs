//! Something to read: what is in doubt about a session's files.

use super::{Done, sheet};
use crate::{
    app::Desk,
    text::wrap_text,
    ui::{Command, paint, theme::Ink},
};
use ratatui::buffer::Buffer;

/// A card: a title, and paragraphs each with what stands beside it.
#[derive(Clone, Debug)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// Pairs of a small line and the words below it.
    pub parts: Vec<(String, String)>,
    /// Which part is chosen.
    pub at: usize,
}

impl Card {
    pub(super) fn on(&mut self, command: Option<Command>, _: &mut Desk) -> Done {
        match command {
            Some(Command::Up) => self.at = self.at.saturating_sub(1),
            Some(Command::Down) => self.at = (self.at + 1).min(self.parts.len().saturating_sub(1)),
            Some(_) | None => {}
        }
        Done::No
    }

    pub(super) fn draw(&self, buf: &mut Buffer, desk: &Desk) {
        let theme = &desk.theme;
        let wide = 76u16.min(desk.area.width.saturating_sub(6)).saturating_sub(4);
        let rows = |text: &str| wrap_text(text, usize::from(wide.max(1))).len() as u16;
        let height: u16 =
            self.parts.iter().fold(1u16, |sum, (_, text)| sum.saturating_add(rows(text).saturating_add(2)));
        let inner = sheet(buf, desk, wide + 4, height.saturating_add(2), &self.title);
        let mut y = inner.y;
        for (nth, (beside, text)) in self.parts.iter().enumerate().skip(self.first(inner.height, wide)) {
            let ink = if nth == self.at { Ink::Accent } else { Ink::Dim };
            paint::put(buf, inner, inner.x, y, beside, theme.ink(ink), inner.width);
            for row in wrap_text(text, usize::from(inner.width.max(1))) {
                y += 1;
                paint::put(buf, inner, inner.x, y, text[row].trim_end(), theme.ink(Ink::Text), inner.width);
            }
            y += 2;
        }
    }

    /// The first part to draw so that the chosen one is in view.
    fn first(&self, height: u16, wide: u16) -> usize {
        let rows = |(_, text): &(String, String)| wrap_text(text, usize::from(wide.max(1))).len() + 2;
        let mut room = usize::from(height);
        let mut first = self.at;
        for nth in (0..=self.at).rev() {
            let need = self.parts.get(nth).map_or(0, rows);
            if need > room {
                break;
            }
            room -= need;
            first = nth;
        }
        first
    }
}
