//! What a table said, fit for a file: nothing in it that a terminal obeys, that XML forbids or that nobody could see.
//!
//! Not for escaping; that is each format's own. Called by the writers for every word that is not ours.

use crate::text;
use std::borrow::Cow;

/// The text in its clean form, with its lines.
pub(super) fn lines(words: &str) -> Cow<'_, str> {
    valid(text::clean(words))
}

/// The text in its clean form, on one line and without space around it.
pub(super) fn line(words: &str) -> String {
    valid(text::clean_line(words)).trim().to_owned()
}

/// XML 1.0 knows no U+FFFE and U+FFFF, not even escaped; PDF/UA forbids them too.
fn valid(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains(['\u{fffe}', '\u{ffff}']) {
        return Cow::Owned(text.replace(['\u{fffe}', '\u{ffff}'], ""));
    }
    text
}

/// Whether letters in it run from right to left.
pub(super) fn runs_left(words: &str) -> bool {
    words.chars().any(is_left)
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin.
pub(super) fn is_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}
