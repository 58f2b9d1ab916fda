//! The words of a text, and when two of them are one: folded, by stem, as a part of a longer word, or but for a typo.
//!
//! Everything here can be explained to who asks *why does this match*: [`How`] says it, and [`Wanted::marks`] says which
//! letters of the text are meant. Dutch and English side by side, since tables mix them. Nothing here filters by meaning.
//!
//! - [`words`]: where the words of a text stand.
//! - [`Word`]: one of them, folded, with its Dutch and its English stem.
//! - [`Wanted`]: a word that is looked for; [`Wanted::meets`] says whether, and how, a word is it. Each word that it meets
//!   (but for a typo) holds one of its [`Wanted::needles`], so bytes can be looked through before anything is read.
//! - [`Lexicon`]: words that occur, with how often; takes compounds apart by them.
//! - [`distance`]: how many typos lie between two words.
//!
//! Not for sentences or order of words. Called by `search`, and by whoever proposes what belongs together.

mod compound;
mod typo;
mod wanted;

pub use compound::Lexicon;
pub use typo::{distance, typos_allowed};
pub use wanted::{How, Wanted};

use super::fold::fold;
use snowball_stemmers_rs::{Algorithm, Stemmer};
use std::ops::Range;
use unicode_normalization::char::canonical_combining_class;

/// Where the words of a text stand, in bytes: runs of letters and digits, with the marks that belong to them.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = letters.find(|(_, c)| is_letter(*c))?;
        let mut end = text.len();
        while let Some((at, c)) = letters.peek() {
            if !is_letter(*c) {
                end = *at;
                break;
            }
            letters.next();
        }
        Some(start..end)
    })
}

/// Whether it is part of a word.
fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() || canonical_combining_class(c) != 0 }
}

/// A word in the forms in which it is compared.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Word {
    /// Without accents, in small letters.
    pub folded: String,
    /// Its stem as a Dutch word, folded: `huizen` and `huis` have the same.
    pub dutch: String,
    /// Its stem as an English word, folded.
    pub english: String,
}

impl Word {
    /// The forms of a word as it stands in a text.
    ///
    /// Stems are made of the word with its accents and folded afterwards, because the Dutch stemmer tells *geënt* from
    /// *gent* by them.
    pub fn new(text: &str) -> Self {
        let small = text.to_lowercase();
        let folded = fold(&small);
        let (dutch, english) = stems(&small);
        Self { folded, dutch, english }
    }

    /// Whether the two have the same stem in one of the languages.
    pub fn has_stem_of(&self, other: &Self) -> bool {
        self.dutch == other.dutch || self.has_english_stem() && self.english == other.english
    }

    /// Whether its English stem says anything: a short one is often a Dutch word that lost a letter, `huis` without its s.
    pub(super) fn has_english_stem(&self) -> bool {
        self.english.chars().count() >= 4
    }
}

/// The longest word that has a stem: what is longer is none of a language.
const MOST_STEMMED: usize = 60;

/// The Dutch and the English stem of a word in small letters, folded.
pub fn stems(small: &str) -> (String, String) {
    if small.len() > MOST_STEMMED || !small.chars().all(char::is_alphabetic) {
        let folded = fold(small);
        return (folded.clone(), folded);
    }
    let stem = |algorithm| {
        let stem = fold(&Stemmer::create(algorithm).stem(small));
        if stem.is_empty() { fold(small) } else { stem }
    };
    (stem(Algorithm::Dutch), stem(Algorithm::English))
}

/// A text folded, and for every byte of it the place in the text it came from, with the length of the text at the end.
pub fn folded_with_places(text: &str) -> (String, Vec<usize>) {
    if text.is_ascii() {
        return (text.to_ascii_lowercase(), (0..=text.len()).collect());
    }
    let (mut folded, mut places) = (String::with_capacity(text.len()), Vec::with_capacity(text.len() + 1));
    let mut one = [0; 4];
    for (at, c) in text.char_indices() {
        folded.push_str(&fold(c.encode_utf8(&mut one)));
        places.resize(folded.len(), at);
    }
    places.push(text.len());
    (folded, places)
}

/// Where a folded phrase stands in a text, literally but for accents and capitals; in bytes of the text.
pub fn literally(text: &str, phrase: &str) -> Vec<Range<usize>> {
    if phrase.is_empty() {
        return Vec::new();
    }
    let (folded, places) = folded_with_places(text);
    let folded = folded.replace('\n', " ");
    let found = folded.match_indices(phrase).map(|(at, _)| {
        let last = places[at + phrase.len() - 1];
        let end = places[at + phrase.len()..].iter().copied().find(|end| *end > last).unwrap_or(text.len());
        places[at]..end
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::samples;
    use proptest::prelude::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for (a, b) in [
            ("huizen", "huis"),
            ("bewoners", "bewoner"),
            ("gemeenten", "gemeente"),
            ("geven", "geeft"),
            ("Reünies", "reünie"),
            ("facilities", "facility"),
            ("agreements", "agreement"),
        ] {
            assert!(Word::new(a).has_stem_of(&Word::new(b)), "{a} {b}: {:?} {:?}", Word::new(a), Word::new(b));
        }
        assert!(!Word::new("buurt").has_stem_of(&Word::new("bus")));
    }

    #[test]
    fn words_are_letters_and_digits_with_their_marks() {
        let text = "Café\u{301}s, 2e huis-aan-huis; d'r ’s 漢字!";
        let found: Vec<&str> = words(text).map(|at| &text[at]).collect();
        assert_eq!(found, ["Café\u{301}s", "2e", "huis", "aan", "huis", "d", "r", "s", "漢字"]);
    }

    #[test]
    fn a_phrase_is_found_over_accents_and_capitals_and_its_place_is_in_the_text() {
        let text = "De ﬁetsen\nvan ÉÉN coöperatie";
        let found = |phrase: &str| literally(text, &fold(phrase)).into_iter().map(|at| &text[at]).collect::<Vec<_>>();
        assert_eq!(found("fietsen van een"), ["ﬁetsen\nvan ÉÉN"]);
        assert_eq!(found("ooperat"), ["oöperat"]);
        assert_eq!(found("x"), Vec::<&str>::new());
    }

    proptest! {
        #[test]
        fn folding_with_places_is_folding(text in samples::text(16)) {
            let (folded, places) = folded_with_places(&text);
            prop_assert_eq!(&folded, &fold(&text));
            prop_assert_eq!(places.len(), folded.len() + 1);
            prop_assert!(places.windows(2).all(|two| two[0] <= two[1]));
        }

        #[test]
        fn words_never_overlap_and_their_letters_are_whole(text in samples::text(16)) {
            let mut end = 0;
            for at in words(&text) {
                prop_assert!(at.start >= end && at.end > at.start);
                let _ = Word::new(&text[at.clone()]);
                end = at.end;
            }
        }
    }
}
