//! The words that made a proposal: where each stands in the line, and which word elsewhere it met.
//!
//! Data, not a sentence: who shows it marks the words and says the rest in their own language. Called by `harvest`.

use super::{clues::Clue, clues::Lines, weigh::Weigh};
use std::ops::Range;

/// How many words are named; the rest of a sum is small.
const NAMED: usize = 3;
/// The least part of the whole that a word must bring to be named.
const PART: f64 = 0.12;

/// By what two words met.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Why {
    /// They have this stem, or a part of a compound with it, in common.
    Stem(String),
    /// They stand under one idea in the words of the field.
    Idea,
    /// They have letters in common, and no stem.
    Letters,
}

/// One word of a proposal.
#[derive(Clone, PartialEq, Debug)]
pub struct Because {
    /// Where the word stands in the line, in bytes.
    pub at: Range<usize>,
    /// By what it met the other.
    pub why: Why,
    /// The line of the other word; none where it stands in the name of the theme.
    pub line: Option<usize>,
    /// Where the other word stands, in bytes of that line or name.
    pub there: Range<usize>,
    /// What part of the whole it brings, from 0 to 1.
    pub part: f64,
}

impl Weigh {
    /// The words of a line that speak for a theme, the strongest first, each with the word under the theme that it met.
    ///
    /// `under` are the lines that stand under the theme with their texts, `name` is its name.
    pub fn why<'a>(
        &mut self,
        lines: &Lines,
        text: &str,
        theme: usize,
        name: &str,
        under: impl Iterator<Item = (usize, &'a str)> + Clone,
    ) -> Vec<Because> {
        self.settle(lines);
        let this = &*self;
        let speaks = |word: u32| -> f64 {
            lines.words[word as usize].all().map(|clue| this.weight_for(lines, clue, theme)).sum()
        };
        let mut words: Vec<(f64, Range<usize>, u32)> =
            lines.places(text).into_iter().map(|(at, word)| (speaks(word), at, word)).collect();
        let whole: f64 = words.iter().map(|(weight, ..)| weight).sum();
        words.retain(|(weight, ..)| *weight > whole * PART);
        words.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.start.cmp(&b.1.start)));
        let mut before: Vec<u32> = Vec::new();
        words.retain(|(_, _, word)| {
            !before.contains(word) && {
                before.push(*word);
                true
            }
        });
        let named = words.into_iter().take(NAMED).filter_map(|(weight, at, word)| {
            let names = std::iter::once((None, name));
            let texts = names.chain(under.clone().map(|(line, text)| (Some(line), text)));
            let mut best: Option<(f64, Option<usize>, Range<usize>, u32)> = None;
            for (line, text) in texts {
                // a line without a clue of the word has no word that met it
                if line.is_some_and(|line| !this.shares(lines, line, word)) {
                    continue;
                }
                for (there, other) in lines.places(text) {
                    let shared = this.shared(lines, word, other, theme);
                    if shared > best.as_ref().map_or(0.0, |(weight, ..)| *weight) {
                        best = Some((shared, line, there, other));
                    }
                }
            }
            let (_, line, there, other) = best?;
            Some(Because { at, why: lines.why(word, other), line, there, part: weight / whole })
        });
        named.collect()
    }

    fn shares(&self, lines: &Lines, line: usize, word: u32) -> bool {
        let clues = &lines.words[word as usize];
        let has = |other: &u32| {
            *other == word || lines.words[*other as usize].all().any(|clue| clues.all().any(|c| c == clue))
        };
        lines.lines[line].iter().any(has)
    }

    fn shared(&self, lines: &Lines, word: u32, other: u32, theme: usize) -> f64 {
        let theirs = &lines.words[other as usize];
        let common = lines.words[word as usize].all().filter(|clue| theirs.all().any(|their| their == *clue));
        common.map(|clue| self.weight_for(lines, clue, theme)).sum()
    }
}

impl Lines {
    /// The words that two lines share, the strongest first.
    pub fn why_alike(&self, one: &str, line: usize, other: &str) -> Vec<Because> {
        let (here, there) = (self.places(one), self.places(other));
        let words = |places: &[(Range<usize>, u32)]| {
            let mut words: Vec<u32> = places.iter().map(|(_, word)| *word).collect();
            words.sort_unstable();
            words.dedup();
            words
        };
        let pairs = self.side_by_side(&words(&here), &words(&there));
        let whole: f64 = pairs.iter().map(|(weight, ..)| weight).sum();
        let place = |places: &[(Range<usize>, u32)], word: u32| {
            places.iter().find(|(_, found)| *found == word).map(|(at, _)| at.clone())
        };
        let named = pairs.into_iter().take(NAMED).filter_map(|(weight, a, b)| {
            Some(Because {
                at: place(&here, a)?,
                why: self.why(a, b),
                line: Some(line),
                there: place(&there, b)?,
                part: weight / whole,
            })
        });
        named.collect()
    }

    fn why(&self, one: u32, other: u32) -> Why {
        let (one, other) = (&self.words[one as usize], &self.words[other as usize]);
        let stem = one.stems.iter().find(|stem| other.stems.contains(stem));
        if let Some(Clue::Stem(stem)) = stem.map(|stem| self.clue(*stem)) {
            return Why::Stem(stem.clone());
        }
        if one.ideas.iter().any(|idea| other.ideas.contains(idea)) { Why::Idea } else { Why::Letters }
    }
}
