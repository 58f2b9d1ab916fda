//! Columns: how many a text takes on a terminal, and how to make it take a given number.
//!
//! It does not break lines (see [`wrap`](super::wrap())) and draws nothing. The screens, the editor and the plain-text
//! report call it. The widths are those of `unicode-width`, taken per whole grapheme as ratatui does, so that what is
//! counted here is what is drawn there.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Counts the columns of a text on one row, grapheme by grapheme.
///
/// Characters are not added up, because a family of four is one picture of two columns. Control characters and
/// newlines count nothing.
pub fn width(text: &str) -> usize {
    if is_printable(text) { text.len() } else { text.graphemes(true).map(grapheme_width).sum() }
}

/// Counts the columns of one grapheme: 0, 1 or 2, and more for a few ligated sequences.
///
/// Anything with a control character in it is 0, because the screen leaves it out.
pub fn grapheme_width(grapheme: &str) -> usize {
    if is_printable(grapheme) {
        grapheme.len()
    } else if grapheme.contains(char::is_control) {
        0
    } else {
        UnicodeWidthStr::width(grapheme)
    }
}

/// Makes a text take at most so many columns, ending in `…` when something was cut off.
///
/// It cuts between graphemes and leaves no space before the `…`. Borrowed when the text fitted; it reads no further
/// than it needs, so a title may be taken from a long text.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    if text.len() <= columns && is_printable(text) {
        return Cow::Borrowed(text);
    }
    let (mut taken, mut room) = (0, 0);
    for (at, grapheme) in text.grapheme_indices(true) {
        taken += grapheme_width(grapheme);
        if taken > columns {
            return match columns {
                0 => Cow::Borrowed(""),
                1.. => Cow::Owned(format!("{}…", text[..room].trim_end())),
            };
        }
        if taken < columns {
            room = at + grapheme.len();
        }
    }
    Cow::Borrowed(text)
}

/// Makes a text take exactly so many columns: cut as by [`fit`], then filled up with spaces.
///
/// For the cells of a table, where a wide grapheme at the edge would otherwise shift the next column.
pub fn pad(text: &str, columns: usize) -> Cow<'_, str> {
    let text = fit(text, columns);
    let missing = columns.saturating_sub(width(&text));
    if missing == 0 {
        return text;
    }
    let mut padded = text.into_owned();
    padded.extend(std::iter::repeat_n(' ', missing));
    Cow::Owned(padded)
}

fn is_printable(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' '..=b'~'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::samples;
    use proptest::prelude::*;

    #[test]
    fn a_grapheme_is_measured_whole() {
        let seen = ["a", "é", "e\u{301}", "漢", "👩\u{200d}👩\u{200d}👧", "🇳🇱", "👍🏽", "❤\u{fe0f}", "\n", "\u{1b}", ""];
        assert_eq!(seen.map(grapheme_width), [1, 1, 1, 2, 2, 2, 2, 2, 0, 0, 0]);
        assert_eq!(width("één 漢\n"), 6);
    }

    #[test]
    fn a_long_name_ends_in_an_ellipsis() {
        assert_eq!(fit("Waterschap", 10), "Waterschap");
        assert_eq!(fit("Waterschap", 9), "Watersch…");
        assert_eq!(fit("de burgers", 4), "de…");
        assert_eq!(fit("漢字漢字", 4), "漢…");
        assert_eq!(fit("👩\u{200d}👩\u{200d}👧x", 2), "…");
        assert_eq!([fit("ab", 1), fit("ab", 0), fit("", 0)], ["…", "", ""]);
    }

    #[test]
    fn a_cell_is_filled_to_its_edge() {
        assert_eq!(pad("漢字漢字", 4), "漢… ");
        assert_eq!(pad("é", 3), "é  ");
        assert!(matches!(pad("abc", 3), Cow::Borrowed("abc")));
    }

    proptest! {
        #[test]
        fn what_is_fitted_fits(text in samples::text(12), columns in 0usize..12) {
            let text = crate::text::clean_line(&text).into_owned();
            let fitted = fit(&text, columns);
            prop_assert!(width(&fitted) <= columns);
            prop_assert_eq!(width(&text) <= columns, fitted == text || fitted.is_empty() && columns == 0 && text.is_empty());
            prop_assert_eq!(width(&pad(&text, columns)), columns);
        }
    }
}
