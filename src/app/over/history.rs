//! What became of an entry: every turn it took, the latest first, of which one can be put back.

use super::{Deed, Done, sheet};
use crate::{
    app::Desk,
    record::EntryId,
    session::Turn,
    text::{width, wrap_text},
    ui::{Command, paint, theme::Ink},
};
use ratatui::{buffer::Buffer, layout::Rect};

/// The history of an entry.
#[derive(Clone, Debug)]
pub struct History {
    /// Its title.
    pub title: String,
    /// The entry.
    pub of: EntryId,
    /// Its turns, the latest first.
    pub chapters: Vec<Chapter>,
    /// Which is chosen.
    pub at: usize,
}

/// A turn, in words.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// When, and on which device.
    pub when: String,
    /// What stands beside it at the right: that it still stands so.
    pub beside: String,
    /// What it became, a line each.
    pub lines: Vec<String>,
    /// The turn itself.
    pub turn: Turn,
}

impl History {
    pub(super) fn on(&mut self, command: Option<Command>) -> Done {
        let last = self.chapters.len().saturating_sub(1);
        match command {
            Some(Command::Up) => self.at = self.at.saturating_sub(1),
            Some(Command::Down) => self.at = (self.at + 1).min(last),
            Some(Command::PageUp) => self.at = self.at.saturating_sub(5),
            Some(Command::PageDown) => self.at = (self.at + 5).min(last),
            Some(Command::PutBack) => {
                if let Some(chapter) = self.chapters.get(self.at) {
                    return Done::Deed(Deed::PutBack(self.of.clone(), Box::new(chapter.turn.clone())));
                }
            }
            Some(_) | None => {}
        }
        Done::No
    }

    pub(super) fn draw(&self, buf: &mut Buffer, desk: &Desk) {
        let theme = &desk.theme;
        let wide = 80u16.min(desk.area.width.saturating_sub(6)).saturating_sub(4);
        let rows: usize = self.chapters.iter().map(|chapter| chapter.rows(wide) + 1).sum();
        let height = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(1);
        let inner = sheet(buf, desk, wide + 4, height, &self.title);
        let mut y = inner.y;
        for (nth, chapter) in self.chapters.iter().enumerate().skip(self.first(inner.height, wide)) {
            if y >= inner.bottom() {
                return;
            }
            let chosen = nth == self.at;
            let top = y;
            let beside = if inner.width > 40 { chapter.beside.as_str() } else { "" };
            let room = inner.width.saturating_sub(width(beside) as u16 + 1);
            let ink = theme.ink(if chosen { Ink::Accent } else { Ink::Dim });
            paint::put(buf, inner, inner.x, y, &chapter.when, ink, room);
            paint::put_right(buf, inner, inner.right(), y, beside, theme.ink(Ink::Good));
            for line in &chapter.lines {
                for row in wrap_text(line, usize::from(inner.width.saturating_sub(2).max(1))) {
                    y += 1;
                    if y < inner.bottom() {
                        paint::put(buf, inner, inner.x + 2, y, line[row].trim_end(), theme.ink(Ink::Text), inner.width);
                    }
                }
            }
            if chosen {
                let high = (y + 1).min(inner.bottom()).saturating_sub(top);
                buf.set_style(Rect::new(inner.x.saturating_sub(1), top, inner.width + 2, high), theme.chosen());
            }
            y += 2;
        }
    }

    /// The first turn to draw so that the chosen one is in view.
    fn first(&self, height: u16, wide: u16) -> usize {
        let mut room = usize::from(height);
        let mut first = self.at;
        for nth in (0..=self.at).rev() {
            let need = self.chapters.get(nth).map_or(0, |chapter| chapter.rows(wide)) + 1;
            if need > room + 1 {
                break;
            }
            room = room.saturating_sub(need);
            first = nth;
        }
        first
    }
}

impl Chapter {
    fn rows(&self, wide: u16) -> usize {
        let wide = usize::from(wide.saturating_sub(2).max(1));
        1 + self.lines.iter().map(|line| wrap_text(line, wide).len()).sum::<usize>()
    }
}
