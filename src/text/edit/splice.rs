//! One change to a text as a value: what stood somewhere and what stands there now.
//!
//! It knows no caret and no history; those keep it. Its first duty is the seam: a mark typed behind a letter, or a
//! newline taken out in front of a mark, must compose with what stands there, without reading the whole text again.

use crate::text::clean::{compose, is_stable};
use std::borrow::Cow;
use std::ops::Range;

/// A piece of text replaced by another; it can be made and unmade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    at: usize,
    removed: String,
    inserted: String,
}

impl Splice {
    /// Plans to put a stripped text in the place of a range of a clean one, composed with what stands on either side.
    ///
    /// Gives also where the inserted text ends once it is done. Only the characters that can compose across the seam are
    /// looked at.
    pub fn plan(text: &str, range: Range<usize>, insert: &str) -> (Self, usize) {
        let (before, behind) = (&text[..range.start], &text[range.end..]);
        let tail = match insert.chars().chain(behind.chars()).next() {
            Some(c) if !is_stable(c) => before.rfind(is_stable).unwrap_or(0),
            Some(_) | None => range.start,
        };
        let head = behind.find(is_stable).unwrap_or(behind.len());
        let start = compose(Cow::Owned(format!("{}{insert}", &text[tail..range.start])));
        let whole = match head {
            0 => start.clone(),
            1.. => compose(Cow::Owned(format!("{start}{}", &behind[..head]))),
        };
        let caret = tail + if whole.starts_with(&*start) { start.len() } else { whole.len() };
        (Self::between(tail, &text[tail..range.end + head], &whole), caret)
    }

    /// The smallest splice that makes the new piece out of the old one, which stands at `at`.
    fn between(at: usize, old: &str, new: &str) -> Self {
        let same = |(a, b): &(char, char)| a == b;
        let front: usize = old.chars().zip(new.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let (old, new) = (&old[front..], &new[front..]);
        let back: usize = old.chars().rev().zip(new.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let (removed, inserted) = (&old[..old.len() - back], &new[..new.len() - back]);
        Self { at: at + front, removed: removed.to_owned(), inserted: inserted.to_owned() }
    }

    /// Says whether nothing would change.
    pub fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.inserted.is_empty()
    }

    /// Makes the change.
    pub fn make(&self, text: &mut String) {
        text.replace_range(self.at..self.at + self.removed.len(), &self.inserted);
    }

    /// Unmakes the change.
    pub fn unmake(&self, text: &mut String) {
        text.replace_range(self.at..self.at + self.inserted.len(), &self.removed);
    }

    /// Takes in a change made right after this one, when the two touch; otherwise hands it back.
    ///
    /// This is how the letters of a word become one step.
    pub fn join(&mut self, next: Self) -> Option<Self> {
        let (end, next_end) = (self.at + self.inserted.len(), next.at + next.removed.len());
        if next.at > end || next_end < self.at {
            return Some(next);
        }
        let (front, back) = (self.at.saturating_sub(next.at), next_end.saturating_sub(end));
        if front > 0 {
            self.removed.insert_str(0, &next.removed[..front]);
        }
        self.removed.push_str(&next.removed[next.removed.len() - back..]);
        let from = next.at.saturating_sub(self.at);
        let to = next_end.min(end).saturating_sub(self.at);
        self.inserted.replace_range(from..to, &next.inserted);
        self.at = self.at.min(next.at);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{clean, samples};
    use proptest::prelude::*;

    #[test]
    fn a_mark_composes_with_the_letter_before_it_and_nothing_else_is_touched() {
        let (splice, caret) = Splice::plan("cafe!", 4..4, "\u{301}");
        assert_eq!(splice, Splice { at: 3, removed: "e".into(), inserted: "é".into() });
        assert_eq!(caret, 5);
    }

    #[test]
    fn removing_what_kept_two_pieces_apart_joins_them() {
        let mut text = String::from("e\n\u{301}x");
        let (splice, _) = Splice::plan(&text, 1..2, "");
        splice.make(&mut text);
        assert_eq!(text, "éx");
        splice.unmake(&mut text);
        assert_eq!(text, "e\n\u{301}x");
    }

    proptest! {
        #[test]
        fn two_that_touch_are_one(text in samples::text(6), a in samples::text(2), b in samples::text(2), cut in prop::array::uniform4(any::<prop::sample::Index>())) {
            let start = clean(&text).into_owned();
            let place = |text: &str, n: &prop::sample::Index| text.floor_char_boundary(n.index(text.len() + 1));
            let range = |text: &str, m, n| { let (m, n) = (place(text, m), place(text, n)); m.min(n)..m.max(n) };
            let mut done = start.clone();
            let (mut first, _) = Splice::plan(&done, range(&done, &cut[0], &cut[1]), &clean(&a));
            first.make(&mut done);
            let (second, _) = Splice::plan(&done, range(&done, &cut[2], &cut[3]), &clean(&b));
            second.make(&mut done);
            prop_assert!(unicode_normalization::is_nfc(&done));
            if first.join(second).is_none() {
                let mut again = start.clone();
                first.make(&mut again);
                prop_assert_eq!(&again, &done);
                first.unmake(&mut again);
                prop_assert_eq!(&again, &start);
            }
        }
    }
}
