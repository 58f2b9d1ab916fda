//! Which other lines say much the same.
//!
//! Words of the two lines are laid beside each other, each once, the best pair first: the same stem, a part of a compound,
//! an idea of the field. What two lines share weighs by how rare it is, against all that they say. One shared word is
//! little: two lines that both say *budget* are on one subject and need not say the same. Called by `harvest` and the bench.

use super::clues::{Known, Lines};

/// What a part of a compound weighs beside a whole word; two parts of two compounds weigh that twice.
const PART: f64 = 0.7;
/// What remains when only one word is shared.
const ONE: f64 = 0.3;
/// The least that two lines are taken to say, so that two short ones are not alike by a single word.
const LEAST: f64 = 6.0;

/// How much of what they say two lines must share before they are proposed.
const BOUND: f64 = 0.15;

/// Another line that says much the same.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Alike {
    /// The other line.
    pub other: usize,
    /// How much of what the two say is shared, from 0 to about 1.
    pub strength: f64,
}

impl Lines {
    /// The lines among some that may say the same as this one, the most alike first.
    ///
    /// Asked among the lines under one theme it is right about three times out of five, among all lines much less often:
    /// see `docs/suggestions.md`.
    pub fn alike(&self, line: usize, among: impl Iterator<Item = usize>) -> Vec<Alike> {
        let mut shared = vec![false; self.how_many_clues()];
        for clue in self.lines[line].iter().flat_map(|word| spoken(&self.words[*word as usize])) {
            shared[clue as usize] = true;
        }
        let near = |other: &usize| {
            let mut clues = self.lines[*other].iter().flat_map(|word| spoken(&self.words[*word as usize]));
            *other != line && clues.any(|clue| shared[clue as usize])
        };
        let found = among.filter(near).map(|other| Alike { other, strength: self.likeness(line, other) });
        let mut found: Vec<Alike> = found.filter(|alike| alike.strength >= BOUND).collect();
        found.sort_by(|a, b| b.strength.total_cmp(&a.strength).then(a.other.cmp(&b.other)));
        found
    }

    /// How much of what two lines say is shared, from 0 to about 1.
    pub fn likeness(&self, one: usize, other: usize) -> f64 {
        let pairs = self.side_by_side(&self.lines[one], &self.lines[other]);
        let said = |line: usize| self.lines[line].iter().map(|word| self.says(*word)).sum::<f64>();
        let sum: f64 = pairs.iter().map(|(weight, ..)| weight).sum();
        let likeness = sum / (f64::midpoint(said(one), said(other))).max(LEAST);
        if pairs.len() < 2 { likeness * ONE } else { likeness }
    }

    /// The words of two lines that meet, each once, the strongest first: what the pair weighs, and the two words.
    pub(super) fn side_by_side(&self, one: &[u32], other: &[u32]) -> Vec<(f64, u32, u32)> {
        let all = one.iter().flat_map(|a| other.iter().map(|b| (self.meet(*a, *b), *a, *b)));
        let mut all: Vec<(f64, u32, u32)> = all.filter(|(weight, ..)| *weight > 0.0).collect();
        all.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut taken: Vec<(f64, u32, u32)> = Vec::new();
        for pair in all {
            if !taken.iter().any(|(_, a, b)| *a == pair.1 || *b == pair.2) {
                taken.push(pair);
            }
        }
        taken
    }

    /// What a word says: how rare its stem is.
    fn says(&self, word: u32) -> f64 {
        self.words[word as usize].stems.first().map_or(0.0, |stem| self.rarity(*stem))
    }

    /// What it weighs that two words have a stem, a part or an idea in common.
    pub(super) fn meet(&self, one: u32, other: u32) -> f64 {
        let (one, other) = (&self.words[one as usize], &self.words[other as usize]);
        let mut best = 0.0_f64;
        for (i, a) in one.stems.iter().enumerate() {
            for (j, b) in other.stems.iter().enumerate().filter(|(_, b)| *b == a) {
                let part = [i, j].iter().filter(|place| **place > 0).fold(1.0, |part, _| part * PART);
                best = best.max(part * self.rarity(*b));
            }
        }
        if one.stems.first() == other.stems.first() {
            return best;
        }
        let ideas = one.ideas.iter().filter(|idea| other.ideas.contains(idea));
        ideas.map(|idea| self.rarity(*idea)).fold(best, f64::max)
    }
}

/// The clues by which lines can meet here: letters in a row are too many and say too little.
fn spoken(word: &Known) -> impl Iterator<Item = u32> + '_ {
    word.stems.iter().chain(&word.ideas).copied()
}
