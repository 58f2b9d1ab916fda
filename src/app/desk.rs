//! What every door has at hand: language, colours, size and time, and what it asks to be done.
//!
//! Not for what stands at a table; that is the session's. Made and held by [`super::App`].

use super::Effect;
use crate::{
    record::{EntryId, Now},
    ui::{Theme, theme::Ink},
    words::Words,
};
use ratatui::layout::Rect;

/// For how many milliseconds something is said in the footer.
pub(super) const NOTICE: i64 = 6000;

/// What every door needs: language, colours, size, time, and what is to be done.
pub struct Desk {
    /// The language.
    pub words: Words,
    /// Colours and characters.
    pub theme: Theme,
    /// The screen.
    pub area: Rect,
    /// The time, as it was told last.
    pub now: Now,
    pub(super) notice: Option<Notice>,
    pub(super) effects: Vec<Effect>,
    /// What was typed where this window may only look on; it goes onto the line where it may write.
    pub(super) held: String,
    /// What of it was asked to be written down last.
    pub(super) loose: String,
    /// The entry to go to once the session it is in is open.
    pub(super) goal: Option<EntryId>,
    /// Whether the bell is to be rung.
    pub(super) rings: bool,
    /// What is to be sent to the clipboard of the terminal.
    pub(super) clip: Option<String>,
    /// How many previews of a report were asked for; each has its number, also over sessions.
    pub(super) previews: u32,
}

/// Something that is said for a moment.
pub(super) struct Notice {
    /// In a sentence.
    pub(super) text: String,
    /// Its colour.
    pub(super) ink: Ink,
    /// Until when, in milliseconds since 1970.
    pub(super) until: i64,
}

impl Desk {
    /// A desk on which nothing lies.
    pub(super) fn new(words: Words, theme: Theme, now: Now) -> Self {
        Self {
            words,
            theme,
            area: Rect::ZERO,
            now,
            notice: None,
            effects: vec![Effect::List],
            held: String::new(),
            loose: String::new(),
            goal: None,
            rings: false,
            clip: None,
            previews: 0,
        }
    }

    /// Asks the loop to do something.
    pub fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Takes away what was said in the footer, when it is about something that is no longer looked at.
    pub fn hush(&mut self) {
        self.notice = None;
    }

    /// Says something in the footer for a few seconds.
    pub fn tell(&mut self, ink: Ink, text: String) {
        self.notice = Some(Notice { text, ink, until: self.now.millis.saturating_add(NOTICE) });
    }
}
