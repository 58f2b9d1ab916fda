//! The projector (*Scherm*): what the room sees on the wall. It shows what the facilitator chose, and alters nothing.
//!
//! ```text
//! shows     what is to be shown: chosen by the facilitator, or by what runs
//! harvest   what may be seen of what was said        outcome   how a vote came out, as far as it may be seen
//! letters   text as large as there is room           digits    the clock in blocks        dots   both, painted
//! slides    words that do not fit at once, one after the other
//! draw      a header, a band with the clock          pages     each of the things that are shown; `seats` one of them
//! ```
//!
//! **What never stands here**, because everybody sees it: names, whose words they are, the script (`say`, `why`), what is for
//! those who were there only, and what is hidden or was not shown yet. What is wrong with files is not told here either; the
//! facilitator's screen does.
//!
//! Pure like the rest of `app`: the loop of `run` gives an [`Event`] and shows the picture.

mod digits;
mod dots;
mod draw;
mod harvest;
mod letters;
mod outcome;
mod pages;
mod plenary;
mod seats;
mod shows;
mod slides;

use super::{Event, LEAST, Repaint};
use crate::{
    record::Now,
    session::{Clock, Session},
    text::wrap_text,
    ui::{Command, Theme, Where, keys, paint, theme::Ink},
    words::Words,
};
use crossterm::event::KeyEventKind;
use draw::Page;
use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
};
use shows::Shows;

/// The projector as it is in memory.
pub struct Screen {
    session: Session,
    clock: Clock,
    words: Words,
    theme: Theme,
    area: Rect,
    now: Now,
    done: bool,
    stale: bool,
    /// Whether the window was given another size since it was drawn: one that was smaller for a moment has lost what was on it.
    resized: bool,
}

impl Screen {
    /// The projector of a session.
    pub fn new(session: Session, words: Words, theme: Theme, now: Now) -> Self {
        let clock = Clock::read(&session);
        Self { session, clock, words, theme, area: Rect::ZERO, now, done: false, stale: true, resized: true }
    }

    /// Takes in something that happened.
    pub fn on(&mut self, event: Event) {
        match event {
            Event::Key(key, now) => {
                self.now = now;
                let command = keys::command(Where::Screen, &key);
                let leaves = matches!(command, Some(Command::Quit | Command::Back | Command::Shut));
                self.done |= leaves && key.kind != KeyEventKind::Release;
            }
            Event::Tick(now) => {
                // only a clock is different because time went by, and a break that begins to be over
                let another = now.millis.div_euclid(1000) != self.now.millis.div_euclid(1000);
                self.now = now;
                self.stale |= another && (self.clock.running().is_some() || self.clock.is_resting());
            }
            Event::Resize(width, height) => {
                self.area = Rect::new(0, 0, width, height);
                (self.stale, self.resized) = (true, true);
            }
            Event::News(news) => {
                self.session.take_in(*news, |_| false);
                self.clock = Clock::read(&self.session);
                self.stale = true;
            }
            // nothing is opened, written or typed here
            Event::Paste(..)
            | Event::Listed(_)
            | Event::Recalled(_)
            | Event::Lessons(_)
            | Event::Opened(..)
            | Event::Enter(_)
            | Event::Made(_)
            | Event::Past(..)
            | Event::Loose(_)
            | Event::Seated(..)
            | Event::TakenOver(..)
            | Event::Codebook(_)
            | Event::Saved(_)
            | Event::NotSaved(_)
            | Event::Places(_)
            | Event::Idle
            | Event::Moved(_)
            | Event::Report(_)
            | Event::Told(_)
            | Event::Trouble(_) => {}
        }
    }

    /// Whether it was left.
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// The size of the screen, as it was told last: columns and rows.
    pub fn size(&self) -> (u16, u16) {
        (self.area.width, self.area.height)
    }

    /// What has to be drawn since it was asked last; nothing if nothing can be different.
    pub fn repaint(&mut self) -> Option<Repaint> {
        let stale = std::mem::take(&mut self.stale);
        let afresh = std::mem::take(&mut self.resized);
        stale.then_some(if afresh { Repaint::Afresh } else { Repaint::Whole })
    }

    /// All of it, as it is to be shown.
    pub fn picture(&self) -> Buffer {
        let mut ground = Cell::EMPTY;
        ground.set_style(self.theme.ground());
        let mut buf = Buffer::filled(self.area, ground);
        if self.area.width < LEAST.0 || self.area.height < LEAST.1 {
            self.too_small(&mut buf);
        } else {
            let page = Page::new(&mut buf, &self.session, &self.clock, &self.words, &self.theme, self.now);
            page.draw(&Shows::now(&self.session, &self.clock));
        }
        if self.theme.is_plain() {
            super::canvas::plain(&mut buf);
        }
        super::canvas::close_rows(&mut buf);
        buf
    }

    fn too_small(&self, buf: &mut Buffer) {
        let args = [("width", usize::from(LEAST.0).into()), ("height", usize::from(LEAST.1).into())];
        let text = self.words.tell("app-too-small", &args);
        let rows = wrap_text(&text, usize::from(self.area.width.max(1)));
        for (y, row) in rows.into_iter().enumerate().take(usize::from(self.area.height)) {
            paint::put(buf, self.area, 0, y as u16, &text[row], self.theme.ink(Ink::Text), self.area.width);
        }
    }
}

#[cfg(test)]
mod tests;
