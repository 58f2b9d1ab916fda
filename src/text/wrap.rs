//! Where text breaks into rows: the one wrap rule, for the screen, the editor and the PDF alike.
//!
//! It draws nothing and drops nothing: rows are byte ranges that join up and cover the paragraph. Break opportunities
//! are those of UAX 14; a space at the edge hangs past it rather than opening the next row, and a word wider than the
//! row is cut between graphemes.

use super::width::grapheme_width;
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

const SEGMENTER: LineSegmenterBorrowed<'static> =
    LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());

/// Breaks one paragraph into rows of at most `width` columns.
///
/// The ranges join up and cover the text; there is always at least one, and only an empty text has an empty one. A row
/// is wider than `width` only by spaces hanging past the edge, or when it is a single grapheme that is itself wider.
/// Linear in the length of the text.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    if is_plain(text.as_bytes()) { wrap_plain(text.as_bytes(), width) } else { wrap_any(text, width) }
}

/// Breaks a text with newlines into rows: those of each of its paragraphs, in order.
///
/// No row contains a newline, so between two paragraphs the ranges leave out one byte. An empty paragraph is one empty
/// row, because the caret can stand there.
pub fn wrap_text(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        rows.extend(wrap(paragraph, width).into_iter().map(|row| row.start + start..row.end + start));
        start += paragraph.len() + 1;
    }
    rows
}

/// Where a paragraph may break, in bytes from its begin: the end of each piece that stays together, the last one included.
///
/// For who measures by another measure than columns: a page. Linear in the length of the text.
pub fn breaks(text: &str) -> impl Iterator<Item = usize> {
    SEGMENTER.segment_str(text).filter(|at| *at > 0)
}

/// The rule itself, fed with graphemes and the places where a break is allowed.
fn lay<'a>(
    len: usize,
    width: usize,
    pieces: impl Iterator<Item = (usize, usize, bool)> + 'a,
    mut may_break: impl FnMut(usize) -> bool,
) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let (mut start, mut used) = (0, 0);
    let mut chance: Option<(usize, usize)> = None;
    for (at, columns, is_space) in pieces {
        if may_break(at) && at > start {
            chance = Some((at, used));
        }
        if used + columns > width && !is_space && at > start {
            let (cut, before) = chance.take().unwrap_or((at, used));
            rows.push(start..cut);
            start = cut;
            used -= before;
            if used + columns > width && at > start {
                rows.push(start..at);
                start = at;
                used = 0;
            }
        }
        used += columns;
    }
    rows.push(start..len);
    rows
}

fn wrap_any(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut breaks = SEGMENTER.segment_str(text).peekable();
    let pieces = text.grapheme_indices(true).map(|(at, g)| (at, grapheme_width(g), g == " "));
    lay(text.len(), width, pieces, |at| {
        while breaks.next_if(|&b| b < at).is_some() {}
        breaks.peek() == Some(&at)
    })
}

/// Says whether the text is of the plain kind for which [`wrap_plain`] knows UAX 14 by heart: letters, digits, spaces,
/// quotes, and stops and commas that stand behind a word and before a space.
fn is_plain(text: &[u8]) -> bool {
    text.iter().enumerate().all(|(at, b)| match b {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b' ' | b'\'' | b'"' => true,
        b'.' | b',' | b':' | b';' | b'!' | b'?' => {
            at > 0 && text[at - 1].is_ascii_alphanumeric() && text.get(at + 1).is_none_or(|&next| next == b' ')
        }
        _ => false,
    })
}

/// Plain text breaks behind spaces and nowhere else.
fn wrap_plain(text: &[u8], width: usize) -> Vec<Range<usize>> {
    let pieces = text.iter().enumerate().map(|(at, &b)| (at, 1, b == b' '));
    lay(text.len(), width, pieces, |at| at > 0 && text[at - 1] == b' ' && text[at] != b' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{samples, width::width as columns};
    use proptest::prelude::*;

    fn seen(text: &str, width: usize) -> Vec<&str> {
        wrap_text(text, width).into_iter().map(|row| &text[row]).collect()
    }

    #[test]
    fn a_text_may_break_behind_spaces_and_at_its_end() {
        assert_eq!(breaks("een twee").collect::<Vec<_>>(), [4, 8]);
        assert_eq!(breaks("").count(), 0);
    }

    #[test]
    fn a_space_hangs_past_the_edge() {
        assert_eq!(seen("één café’s terras", 8), ["één ", "café’s ", "terras"]);
        assert_eq!(seen("abcd efgh", 4), ["abcd ", "efgh"]);
        assert_eq!(seen("abcd   ", 4), ["abcd   "]);
    }

    #[test]
    fn a_word_too_long_is_cut_between_graphemes() {
        assert_eq!(seen("abcdefg h", 3), ["abc", "def", "g h"]);
        assert_eq!(seen("漢👩\u{200d}👩\u{200d}👧🇳🇱", 3), ["漢", "👩\u{200d}👩\u{200d}👧", "🇳🇱"]);
        assert_eq!(seen("e\u{301}e\u{301}", 1), ["e\u{301}", "e\u{301}"]);
    }

    #[test]
    fn empty_paragraphs_are_rows_too() {
        assert_eq!(seen("", 5), [""]);
        assert_eq!(seen("a\n\nb\n", 5), ["a", "", "b", ""]);
    }

    #[test]
    fn no_width_at_all_gives_one_grapheme_a_row() {
        assert_eq!(seen("ab c", 0), ["a", "b ", "c"]);
        assert_eq!(seen("漢字", 1), ["漢", "字"]);
    }

    fn check(text: &str, width: usize) -> Result<(), TestCaseError> {
        let rows = wrap(text, width);
        prop_assert_eq!(rows[0].start, 0);
        prop_assert_eq!(rows[rows.len() - 1].end, text.len());
        for pair in rows.windows(2) {
            prop_assert_eq!(pair[0].end, pair[1].start);
        }
        for row in rows {
            prop_assert!(!row.is_empty() || text.is_empty());
            let shown = text[row].trim_end_matches(' ');
            prop_assert!(columns(shown) <= width || shown.graphemes(true).count() == 1, "{:?} in {}", shown, width);
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn rows_join_up_and_fit(text in samples::text(24), width in 0usize..12) {
            check(&text, width)?;
            check(&crate::text::clean_line(&text), width)?;
            let rows = wrap_text(&text, width);
            let joined: usize = rows.iter().map(|row| row.len()).sum();
            prop_assert_eq!(joined + text.matches('\n').count(), text.len());
            prop_assert!(rows.iter().all(|row| !text[row.clone()].contains('\n')));
        }

        #[test]
        fn the_fast_path_is_the_rule(text in "([a-zA-Z0-9]{0,4}[.,:;!?'\"]?[ ]{0,3}){0,12}", width in 0usize..12) {
            if is_plain(text.as_bytes()) {
                prop_assert_eq!(wrap_plain(text.as_bytes(), width), wrap_any(&text, width), "{:?}", text);
            }
        }

        #[test]
        fn the_fast_path_is_the_rule_for_any_plain_noise(text in "[aB3 '\".,:;!?]{0,10}", width in 0usize..6) {
            if is_plain(text.as_bytes()) {
                prop_assert_eq!(wrap_plain(text.as_bytes(), width), wrap_any(&text, width), "{:?}", text);
            }
        }
    }

    #[test]
    fn the_fast_path_breaks_where_the_rule_breaks_for_every_short_plain_text() {
        let letters = b"aB3 '\".,:;!?";
        let mut tried = 0;
        for n in 0..letters.len().pow(5) {
            let text: Vec<u8> = (0..5).map(|k| letters[n / letters.len().pow(k) % letters.len()]).collect();
            if is_plain(&text) {
                let text = String::from_utf8(text).expect("ASCII");
                let allowed: Vec<usize> = SEGMENTER.segment_str(&text).filter(|&b| b > 0 && b < 5).collect();
                let known: Vec<usize> =
                    (1..5).filter(|&at| text[..at].ends_with(' ') && !text[at..].starts_with(' ')).collect();
                assert_eq!(known, allowed, "{text:?}");
                tried += 1;
            }
        }
        assert!(tried > 5_000, "{tried}");
    }
}
