//! The form of a text in which two spellings of one word are equal.
//!
//! For finding and comparing only; nothing folded is ever shown or saved. Search, the finding of parties and the
//! grouping of words in the harvest call it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Folds a text: compatibility forms taken apart, accents dropped, lower case, and the letters that Unicode does not
/// take apart written out.
///
/// So `Café`, `cafe` and `CAFE` are equal, and `ĳs` and `IJs`, and `'s` with either apostrophe; somebody who searches at
/// a keyboard without accents still finds. Vowel signs of Indic scripts stay, because there they are the word. White
/// space is kept. Folding twice is folding once.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|&c| !is_accent(c)).flat_map(char::to_lowercase).nfkd().filter(|&c| !is_accent(c)) {
        match written_out(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    folded
}

/// Combining marks, and the joiners and selectors that only change how something looks.
fn is_accent(c: char) -> bool {
    !c.is_ascii()
        && (canonical_combining_class(c) != 0
            || matches!(c, '\u{200c}' | '\u{200d}' | '\u{20dd}'..='\u{20e4}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'))
}

/// Letters and signs with no decomposition that people type otherwise.
fn written_out(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ß' => "ss",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        '‘' | '’' | 'ʼ' => "'",
        '“' | '”' | '„' => "\"",
        '‐' | '–' | '—' => "-",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::samples;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_word_meet() {
        for (a, b) in [
            ("Café", "CAFE\u{301}"),
            ("Ĳsbreker", "IJSBREKER"),
            ("’s Avonds", "'s avonds"),
            ("Sørensen & Łódź", "sorensen & lodz"),
            ("Straße", "STRASSE"),
            ("❤\u{fe0f}", "❤"),
            ("İzmir", "izmir"),
            ("ﬁets ２", "fiets 2"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
        assert_eq!(fold("ĳ"), "ij");
        assert_ne!(fold("कि"), fold("की"));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in samples::text(16)) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.as_str());
        }

        #[test]
        fn cleaning_first_makes_no_difference_to_accents(word in "[a-zA-Zéëïĳ漢]{0,8}\u{301}?") {
            prop_assert_eq!(fold(&crate::text::clean(&word)), fold(&word));
        }
    }
}
