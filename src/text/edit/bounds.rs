//! Places in a text: where the next grapheme, word and paragraph begin and end.
//!
//! It changes nothing and remembers nothing. Every function looks only as far as it must from `at`, so that a key in a
//! long text costs what it costs in a short one. Only the editor calls it.

use std::ops::Range;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

const WHOLE: &str = "the whole text is the chunk, so no context is missing";

/// Says whether a caret may stand here.
pub fn is_bound(text: &str, at: usize) -> bool {
    text.is_char_boundary(at) && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).expect(WHOLE)
}

/// The grapheme boundary before `at`, or the start.
pub fn prev(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).expect(WHOLE).unwrap_or(0)
}

/// The grapheme boundary behind `at`, or the end.
pub fn next(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0).expect(WHOLE).unwrap_or(text.len())
}

/// The grapheme boundary at or before any byte, even one past the end.
pub fn floor(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    if is_bound(text, at) { at } else { prev(text, at) }
}

/// The grapheme boundary at or behind a character boundary.
pub fn ceil(text: &str, at: usize) -> usize {
    if is_bound(text, at) { at } else { next(text, at) }
}

/// The paragraph that `at` stands in, without its newline.
pub fn paragraph(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    start..end
}

/// The start of the word that `at` stands in or behind, or of the one before; or the start of the text.
pub fn word_left(text: &str, at: usize) -> usize {
    let mut from = at;
    while from > 0 {
        from = word_edge(text, from);
        let words = text[from..].unicode_word_indices().map(|(start, _)| from + start);
        if let Some(start) = words.take_while(|&start| start < at).last() {
            return floor(text, start);
        }
    }
    0
}

/// The end of the word that `at` stands in or before, or of the next; or the end of the text.
pub fn word_right(text: &str, at: usize) -> usize {
    let from = word_edge(text, at);
    let mut ends = text[from..].unicode_word_indices().map(|(start, word)| from + start + word.len());
    ends.find(|&end| end > at).map_or(text.len(), |end| ceil(text, end))
}

/// A place before `at` where words can be told apart without knowing what stands in front: the start of a run of
/// spaces, since UAX 29 keeps such a run together, or a newline.
fn word_edge(text: &str, at: usize) -> usize {
    let before = &text[..at];
    let edge = before.rfind([' ', '\n']).unwrap_or(0);
    if before[edge..].starts_with(' ') { before[..edge].trim_end_matches(is_space).len() } else { edge }
}

/// The spaces of UAX 29, class WSegSpace.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::samples;
    use proptest::prelude::*;

    #[test]
    fn words_end_where_people_say_they_do() {
        let text = "ik don't  weet, 't\nniet 漢字";
        let mut ends = vec![0];
        while ends[ends.len() - 1] < text.len() {
            ends.push(word_right(text, ends[ends.len() - 1]));
        }
        let words: Vec<_> = ends.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect();
        assert_eq!(words, ["ik", " don't", "  weet", ", 't", "\nniet", " 漢", "字"]);
        assert_eq!(word_left(text, text.find("weet").expect("there")), 3);
        assert_eq!(word_left(text, 5), 3);
    }

    #[test]
    fn a_loose_arabic_mark_made_a_word_of_the_spaces_before_it() {
        assert_eq!(word_left("a  \u{64b}", 5), 1);
    }

    proptest! {
        #[test]
        fn looking_from_here_sees_what_reading_from_the_start_sees(text in samples::text(16)) {
            let mut all: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            all.push(text.len());
            for at in 0..=text.len() + 2 {
                let before = all.iter().copied().filter(|&b| b <= at).max().expect("0 is there");
                prop_assert_eq!(floor(&text, at), before);
                if text.is_char_boundary(at) {
                    prop_assert_eq!(ceil(&text, at), all.iter().copied().find(|&b| b >= at).expect("the end is there"));
                }
            }
            for pair in all.windows(2) {
                prop_assert_eq!(next(&text, pair[0]), pair[1]);
                prop_assert_eq!(prev(&text, pair[1]), pair[0]);
            }
            for &at in &all {
                let starts = text.unicode_word_indices().map(|(start, _)| start).filter(|&start| start < at);
                prop_assert_eq!(word_left(&text, at), floor(&text, starts.max().unwrap_or(0)));
                let ends = text.unicode_word_indices().map(|(start, word)| start + word.len()).find(|&end| end > at);
                prop_assert_eq!(word_right(&text, at), ceil(&text, ends.unwrap_or(text.len())));
            }
        }
    }
}
