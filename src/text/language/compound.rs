//! Compounds taken apart by the words that occur: explainable, because each part was said somewhere by itself.

use super::{super::fold::fold, words};
use std::collections::HashMap;

/// The fewest letters of a part.
const PART: usize = 4;
/// The letters that Dutch puts between two parts.
const BETWEEN: [&str; 4] = ["", "s", "en", "e"];
/// The most parts.
const PARTS: usize = 4;

/// Words that occur, folded, with how often.
#[derive(Clone, Default, Debug)]
pub struct Lexicon {
    counts: HashMap<String, usize>,
}

impl Lexicon {
    /// Takes in the words of a text.
    pub fn add(&mut self, text: &str) {
        for at in words(text) {
            *self.counts.entry(fold(&text[at])).or_default() += 1;
        }
    }

    /// How often a folded word occurs.
    pub fn count(&self, folded: &str) -> usize {
        self.counts.get(folded).copied().unwrap_or_default()
    }

    /// The parts of a folded word that each occur by themselves, in order; nothing where it cannot be taken apart.
    ///
    /// Of several ways the one with the longest last part: in Dutch that says what the thing is.
    pub fn parts<'a>(&self, folded: &'a str) -> Vec<&'a str> {
        let parts = self.split(folded, PARTS);
        if parts.len() > 1 { parts } else { Vec::new() }
    }

    fn split<'a>(&self, folded: &'a str, most: usize) -> Vec<&'a str> {
        let places = folded.char_indices().map(|(at, _)| at).skip(PART);
        for at in places {
            let (front, last) = folded.split_at(at);
            if last.chars().count() < PART || self.count(last) == 0 {
                continue;
            }
            for between in BETWEEN {
                let Some(front) = front.strip_suffix(between).filter(|front| front.chars().count() >= PART) else {
                    continue;
                };
                if self.count(front) > 0 {
                    return vec![front, last];
                }
                if most > 2 {
                    let mut parts = self.split(front, most - 1);
                    if parts.len() > 1 {
                        parts.push(last);
                        return parts;
                    }
                }
            }
        }
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_is_taken_apart_by_words_that_were_said() {
        let mut lexicon = Lexicon::default();
        lexicon.add("De buurt heeft een kamer. Bewoners vragen water, een voorziening, een raad, een overleg");
        lexicon.add("drink bewoner");
        assert_eq!(lexicon.parts("buurtkamer"), ["buurt", "kamer"]);
        assert_eq!(lexicon.parts("bewonersoverleg"), ["bewoners", "overleg"]);
        assert_eq!(lexicon.parts("drinkwatervoorziening"), ["drink", "water", "voorziening"]);
        assert_eq!(lexicon.parts("buurt"), Vec::<&str>::new());
        assert_eq!(lexicon.parts("kamerplant"), Vec::<&str>::new());
    }
}
