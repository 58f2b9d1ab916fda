//! A word that is looked for, and when another is it.

use super::{super::fold::fold, Word, distance, stems, typos_allowed, words};
use std::ops::Range;

/// Why a word is the one that is looked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum How {
    /// It is the same, or begins with it.
    Begins,
    /// It has the same stem.
    Stem,
    /// The letters stand in it.
    Inside,
    /// A part of it has the same stem: `wijkhuizen` for `huis`.
    Part,
    /// It differs by a typo or two.
    Typo,
}

/// The fewest letters that are looked for inside a word, and not only at its beginning.
const INSIDE: usize = 4;
/// The fewest letters of a word that has a stem.
const STEMMED: usize = 3;
/// The fewest letters of the other part of a compound.
const REST: usize = 3;

/// A word that is looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    word: Word,
    needles: Vec<String>,
    /// How its Dutch stem is spelled as a part of a longer word.
    parts: Vec<String>,
    typos: usize,
}

impl Wanted {
    /// The word as it was typed, perhaps not to its end.
    pub fn new(text: &str) -> Self {
        let word = Word::new(text);
        let mut needles = vec![word.folded.clone()];
        let mut parts = Vec::new();
        if word.folded.chars().count() >= STEMMED {
            parts = spellings(&word.dutch);
            needles.extend(parts.iter().filter(|part| part.chars().count() >= STEMMED).cloned());
            parts.retain(|part| part.chars().count() >= INSIDE);
            needles.extend(word.has_english_stem().then(|| spellings(&word.english)).into_iter().flatten());
        }
        needles.retain(|needle| !needle.is_empty());
        needles.sort_by_key(|needle| (needle.len(), needle.clone()));
        let mut least: Vec<String> = Vec::new();
        for needle in needles {
            // what holds a longer one holds this one as well
            if !least.iter().any(|shorter| needle.contains(shorter.as_str())) {
                least.push(needle);
            }
        }
        let typos = typos_allowed(word.folded.chars().count());
        Self { word, needles: least, parts, typos }
    }

    /// Its forms.
    pub fn word(&self) -> &Word {
        &self.word
    }

    /// Folded pieces of words: every word that it meets, but for a typo, holds one of them in its folded form.
    pub fn needles(&self) -> &[String] {
        &self.needles
    }

    /// How many typos it may have.
    pub fn allowed(&self) -> usize {
        self.typos
    }

    /// Whether the word is meant, and why. A typo only counts where it is asked for.
    pub fn meets(&self, word: &Word, typos: bool) -> Option<How> {
        self.meets_well(word).or_else(|| self.meets_nearly(&word.folded, typos))
    }

    /// The same of a word as it stands in a text; its stems are only made where they can matter.
    pub fn meets_text(&self, text: &str, typos: bool) -> Option<How> {
        let folded = fold(text);
        if self.needles.iter().any(|needle| folded.contains(needle.as_str())) {
            return self.meets(&Word::new(text), typos);
        }
        self.meets_nearly(&folded, typos)
    }

    fn meets_well(&self, word: &Word) -> Option<How> {
        let (own, other) = (&self.word, &word.folded);
        if !self.needles.iter().any(|needle| other.contains(needle.as_str())) {
            return None;
        }
        let long = own.folded.chars().count();
        if other.starts_with(&own.folded) {
            return Some(How::Begins);
        }
        if long >= STEMMED && own.has_stem_of(word) {
            return Some(How::Stem);
        }
        let inside = |(at, _): (usize, &str)| has_front(&other[..at]);
        if long >= INSIDE && other.match_indices(own.folded.as_str()).any(inside) {
            return Some(How::Inside);
        }
        (long >= INSIDE && self.is_part_of(other)).then_some(How::Part)
    }

    /// Whether a word begins or ends with another form of this one, with a word's length of letters beside it.
    fn is_part_of(&self, other: &str) -> bool {
        let stem = &self.word.dutch;
        self.parts.iter().flat_map(|part| other.match_indices(part.as_str())).any(|(at, part)| {
            let (front, tail) = (&other[..at], &other[at..]);
            let ends = has_front(front) && stems(tail).0 == *stem;
            let begins = at == 0 && part == stem && other[part.len()..].chars().count() > REST;
            ends || begins
        })
    }

    /// Whether a folded word is this one but for a typo, where that is asked for.
    pub fn meets_nearly(&self, folded: &str, typos: bool) -> Option<How> {
        if !typos || self.typos == 0 || self.word.folded.len().abs_diff(folded.len()) > 4 * self.typos {
            return None;
        }
        distance(&self.word.folded, folded, self.typos).map(|_| How::Typo)
    }

    /// The words of a text that are meant, where they stand, and why.
    pub fn marks(&self, text: &str, typos: bool) -> Vec<(Range<usize>, How)> {
        let mark = |at: Range<usize>| {
            let how = self.meets_text(&text[at.clone()], typos)?;
            Some((at, how))
        };
        words(text).filter_map(mark).collect()
    }
}

/// Whether what stands before a part can be a part itself: `t` in front of `huis` cannot.
fn has_front(front: &str) -> bool {
    front.chars().count() >= REST || front == "ge"
}

/// A stem, and how its end is spelled before another ending: `loop` as in `lopen`, `huis` as in `huizen`, `geef` as in
/// `geven`, `communiti` as in `community`.
fn spellings(stem: &str) -> Vec<String> {
    let mut bare = stem.to_owned();
    let letters: Vec<char> = stem.chars().collect();
    if let [front @ .., a, b, last] = letters.as_slice()
        && a == b
        && matches!(a, 'a' | 'e' | 'o' | 'u')
        && !matches!(last, 'a' | 'e' | 'i' | 'o' | 'u')
    {
        bare = front.iter().chain([a, last]).collect();
    }
    let soft = |(hard, soft): &(&str, &str)| Some(format!("{}{soft}", bare.strip_suffix(hard)?));
    let softer: Vec<String> = [("s", "z"), ("f", "v"), ("i", "")].iter().filter_map(soft).collect();
    [stem.to_owned(), bare].into_iter().chain(softer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn how(wanted: &str, word: &str) -> Option<How> {
        Wanted::new(wanted).meets(&Word::new(word), true)
    }

    #[test]
    fn what_people_mean_is_met_and_it_is_said_why() {
        for (wanted, word, why) in [
            ("geme", "Gemeente", How::Begins),
            ("huizen", "huis", How::Stem),
            ("huis", "huizen", How::Stem),
            ("loop", "lopende", How::Stem),
            ("lopen", "loopt", How::Stem),
            ("geef", "geven", How::Stem),
            ("bomen", "boom", How::Stem),
            ("community", "communities", How::Stem),
            ("water", "drinkwatervoorziening", How::Inside),
            ("huis", "wijkhuizen", How::Part),
            ("huizen", "buurthuis", How::Part),
            ("buurten", "buurtkamer", How::Part),
            ("gemeete", "gemeente", How::Typo),
            ("cooperatie", "Coöperatie", How::Begins),
        ] {
            assert_eq!(how(wanted, word), Some(why), "{wanted} {word} {:?}", Wanted::new(wanted));
        }
    }

    #[test]
    fn what_only_looks_alike_is_not_met() {
        for (wanted, word) in [
            ("huizen", "thuis"),
            ("bus", "abuis"),
            ("boom", "boos"),
            ("weg", "meer"),
            ("bank", "bang"),
            ("huis", "thuis"),
        ] {
            assert_eq!(how(wanted, word), None, "{wanted} {word}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_met_but_for_a_typo_holds_a_needle(
            wanted in "[aeou]?[bdfghklmnprstvwz]{1,2}[aeiou]{1,2}[fgklmnpstvz]{1,2}(en|er|ers|s|t|de|ing|je|y|ies)?",
            front in "(wijk|ge|be|buurt)?",
            back in "(en|er|ers|s|t|de|ing|je|jes|y|ies|huis)?",
        ) {
            let asked = Wanted::new(&wanted);
            let (dutch, _) = stems(&wanted);
            for middle in [wanted.clone(), dutch.clone(), dutch.replace("oo", "o").replace("ee", "e")] {
                let word = Word::new(&format!("{front}{middle}{back}"));
                if asked.meets(&word, false).is_some() {
                    prop_assert!(asked.needles().iter().any(|needle| word.folded.contains(needle)), "{:?} {:?}", asked, word);
                }
            }
        }
    }
}
