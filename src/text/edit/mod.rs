//! The text box as a pure state machine: a text, a caret and a history, changed by [`Op`]s and by nothing else.
//!
//! It draws nothing, knows no keys and reads no clock. The screens and the forms' sheets turn keys into operations; the
//! program writes each [`Op`] to disk before it is shown, and after a crash feeds them to a fresh [`Editor`] to get back
//! the text, the caret and all that could be undone. A box of one row cleans with `clean_line` before it inserts.

mod bounds;
mod history;
mod op;
mod splice;
mod visual;

#[cfg(test)]
mod tests;

pub use op::Op;
pub use visual::Goal;

use super::clean::{clean, is_starter, strip};
use history::{Deed, History, Run};
use splice::Splice;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A text being written, the caret in it, and what can be taken back.
///
/// The text is always clean and the caret always stands between two graphemes; nothing else can be said with it. Two
/// editors that began equal and obeyed the same operations are equal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editor {
    text: String,
    cursor: usize,
    history: History,
}

impl Editor {
    /// Whether the operation would alter anything; one that would not need not be written down.
    pub fn is_altered_by(&self, op: &Op) -> bool {
        match op {
            Op::Insert(text) => !text.is_empty(),
            Op::Back | Op::WordBack | Op::KillToStart | Op::Left | Op::WordLeft | Op::Start => self.cursor > 0,
            Op::Delete | Op::WordDelete | Op::KillToEnd | Op::Right | Op::WordRight | Op::End => {
                self.cursor < self.text.len()
            }
            Op::To(at) => *at != self.cursor,
            Op::Undo => self.can_undo(),
            Op::Redo => self.can_redo(),
            Op::Set(text) => *text != self.text,
        }
    }

    /// Gives an empty text box.
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives a text box with a text in it, cleaned, the caret at its end and nothing to undo.
    pub fn with_text(text: &str) -> Self {
        let text = clean(text).into_owned();
        Self { cursor: text.len(), text, history: History::default() }
    }

    /// The text, always clean.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the caret stands, in bytes; always between two graphemes.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The text before the caret.
    pub fn before(&self) -> &str {
        &self.text[..self.cursor]
    }

    /// The text behind the caret.
    pub fn after(&self) -> &str {
        &self.text[self.cursor..]
    }

    /// Says whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Says whether there is a step to take back, so that a screen can offer it or not.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Says whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Makes the box fresh: no text and no history, as after an answer was sent off.
    ///
    /// This is not an operation; whoever replays a journal must know from elsewhere that the box was cleared.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Obeys one operation and says whether the text or the caret changed.
    ///
    /// Where it says no, nothing at all changed, the history included; such an operation need not be journalled. It
    /// looks only at what stands near the caret, except for `Set`.
    pub fn apply(&mut self, op: &Op) -> bool {
        let (text, at) = (self.text.as_str(), self.cursor);
        match op {
            Op::Insert(new) => self.insert(new),
            Op::Back => self.take(bounds::prev(text, at)..at, Deed::Back),
            Op::Delete => self.take(at..bounds::next(text, at), Deed::Delete),
            Op::WordBack => self.take(bounds::word_left(text, at)..at, Deed::Whole),
            Op::WordDelete => self.take(at..bounds::word_right(text, at), Deed::Whole),
            Op::KillToEnd => self.take(at..bounds::paragraph(text, at).end, Deed::Whole),
            Op::KillToStart => self.take(bounds::paragraph(text, at).start..at, Deed::Whole),
            Op::Left => self.go(bounds::prev(text, at)),
            Op::Right => self.go(bounds::next(text, at)),
            Op::WordLeft => self.go(bounds::word_left(text, at)),
            Op::WordRight => self.go(bounds::word_right(text, at)),
            Op::Start => self.go(bounds::paragraph(text, at).start),
            Op::End => self.go(bounds::paragraph(text, at).end),
            Op::To(place) => self.go(bounds::floor(text, *place)),
            Op::Undo => self.history.undo(&mut self.text).map(|caret| self.cursor = caret).is_some(),
            Op::Redo => self.history.redo(&mut self.text).map(|caret| self.cursor = caret).is_some(),
            Op::Set(new) => self.change(0..text.len(), &clean(new), Run::CLOSED),
        }
    }

    fn insert(&mut self, new: &str) -> bool {
        let host = self.before().chars().rev().find(|&c| is_starter(c));
        let new = strip(new, host);
        let deed = if new.graphemes(true).nth(1).is_none() { Deed::Type } else { Deed::Whole };
        let blank = new.chars().all(char::is_whitespace);
        self.change(self.cursor..self.cursor, &new, Run { deed, blank })
    }

    fn take(&mut self, range: Range<usize>, deed: Deed) -> bool {
        let blank = self.text[range.clone()].chars().all(char::is_whitespace);
        self.change(range, "", Run { deed, blank })
    }

    fn change(&mut self, range: Range<usize>, new: &str, run: Run) -> bool {
        let (splice, end) = Splice::plan(&self.text, range, new);
        if splice.is_empty() {
            return false;
        }
        splice.make(&mut self.text);
        let before = self.cursor;
        self.cursor = bounds::ceil(&self.text, end);
        self.history.keep(splice, before, self.cursor, run);
        true
    }

    fn go(&mut self, to: usize) -> bool {
        if to == self.cursor {
            return false;
        }
        self.cursor = to;
        self.history.close();
        true
    }
}
