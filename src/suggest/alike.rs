//! Which other lines say much the same.
//!
//! Words of the two lines are laid beside each other, each once, the best pair first: the same stem, a part of a compound,
//! an idea of the field. What two lines share weighs by how rare it is, against all that they say. One shared word is
//! little: two lines that both say *budget* are on one subject and need not say the same. Two lines that nobody put under
//! one theme must share something rare besides: on the labelled lines that takes away half of what is wrong.
//!
//! **Bounded.** Only lines that share a clue are looked at, the rarest clues first, and never more than a few thousand; so
//! a line costs the same in a hall of 20,000. What two lines were called weighs for the clues that they share: what met in
//! pairs that were refused counts less. Called by `harvest` and the bench.

use super::clues::{Known, Lines};
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// What a part of a compound weighs beside a whole word; two parts of two compounds weigh that twice.
const PART: f64 = 0.7;
/// What remains when only one word is shared.
const ONE: f64 = 0.3;
/// The least that two lines are taken to say, so that two short ones are not alike by a single word.
const LEAST: f64 = 6.0;

/// How much of what they say two lines must share before they are proposed.
const BOUND: f64 = 0.15;

/// In how many lines at most a word stands that is rare: this power of how many lines there are, and no fewer than a few.
const RARE: f64 = 0.3;
const FEW: f64 = 3.0;
/// How many places of clues are looked at for one line, and how many lines are then laid beside it.
const LOOKED: usize = 4000;
const BESIDE: usize = 50;
/// As how many pairs that were called the same a clue begins.
const TRUST: f64 = 2.0;

/// Another line that says much the same.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Alike {
    /// The other line.
    pub other: usize,
    /// How much of what the two say is shared, from 0 to about 1.
    pub strength: f64,
    /// They share something that few lines say, or hardly say anything else; without that, only two lines under one theme
    /// are to be proposed.
    pub rare: bool,
}

impl Lines {
    /// The lines that may say the same as this one, of those that `among` lets in: the most alike first.
    ///
    /// How often that is right, and for which lines, stands in `docs/suggestions.md`.
    pub fn alike(&self, line: usize, among: impl Fn(usize) -> bool) -> Vec<Alike> {
        let near = self.near(line).into_iter().filter(|other| among(*other)).take(BESIDE);
        let mut found: Vec<Alike> = near.filter_map(|other| self.beside(line, other)).collect();
        found.sort_by(|a, b| b.strength.total_cmp(&a.strength).then(a.other.cmp(&b.other)));
        found
    }

    /// The lines that share a clue with this one, those that share the rarest first.
    fn near(&self, line: usize) -> Vec<usize> {
        let mut clues = self.spoken_by(line);
        clues.sort_by_key(|clue| (self.stands[*clue as usize].len(), *clue));
        let mut looked = 0;
        let mut near: HashMap<u32, f64, RandomState> = HashMap::default();
        for clue in clues {
            let stands = &self.stands[clue as usize];
            looked += stands.len();
            if looked > LOOKED {
                break;
            }
            let weight = self.counts_for(clue);
            stands.iter().for_each(|other| *near.entry(*other).or_default() += weight);
        }
        let mut near: Vec<(usize, f64)> = near.into_iter().map(|(other, sum)| (other as usize, sum)).collect();
        near.retain(|(other, _)| *other != line);
        near.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        near.into_iter().map(|(other, _)| other).collect()
    }

    /// Two lines beside each other, if they are alike enough to be proposed.
    pub fn beside(&self, one: usize, other: usize) -> Option<Alike> {
        let pairs = self.side_by_side(&self.lines[one], &self.lines[other]);
        let strength = self.strength(&pairs, one, other);
        // a single word that reaches the bound is half of what they say: that it is not rare says nothing
        // and what was refused elsewhere makes no word less rare
        let least = self.rare();
        let rare = |(_, a, b): &(f64, u32, u32)| self.meet(*a, *b, |clue| self.rarity(clue)) >= least;
        let rare = pairs.len() < 2 || pairs.iter().any(rare);
        (strength >= BOUND).then_some(Alike { other, strength, rare })
    }

    /// What a word weighs that few lines say.
    fn rare(&self) -> f64 {
        let lines = self.lines.len() as f64;
        ((lines + 1.0) / (lines.powf(RARE).max(FEW) + 0.5)).ln()
    }

    /// Two lines were called the same, or different; with `again` false, no longer. What they share counts accordingly.
    pub fn called(&mut self, one: usize, other: usize, same: bool, again: bool) {
        let theirs = self.spoken_by(other);
        for clue in self.spoken_by(one).into_iter().filter(|clue| theirs.binary_search(clue).is_ok()) {
            let (alike, different) = &mut self.called[clue as usize];
            let count = if same { alike } else { different };
            *count = if again { count.saturating_add(1) } else { count.saturating_sub(1) };
        }
    }

    /// How rare a clue is, less where it met in lines that were called different.
    fn counts_for(&self, clue: u32) -> f64 {
        let (alike, different) = self.called[clue as usize];
        let same = TRUST + f64::from(alike);
        self.rarity(clue) * same / (same + f64::from(different))
    }

    /// The clues of a line by which it can meet another, each once, by number.
    fn spoken_by(&self, line: usize) -> Vec<u32> {
        let mut clues: Vec<u32> =
            self.lines[line].iter().flat_map(|word| spoken(&self.words[*word as usize])).collect();
        clues.sort_unstable();
        clues.dedup();
        clues
    }

    /// Notes where the clues of a new line stand.
    pub(super) fn note(&mut self, line: usize) {
        let number = u32::try_from(line).expect("a session has fewer than four milliard lines");
        for clue in self.spoken_by(line) {
            self.stands[clue as usize].push(number);
        }
    }

    /// How much of what two lines say is shared, from 0 to about 1.
    pub fn likeness(&self, one: usize, other: usize) -> f64 {
        self.strength(&self.side_by_side(&self.lines[one], &self.lines[other]), one, other)
    }

    fn strength(&self, pairs: &[(f64, u32, u32)], one: usize, other: usize) -> f64 {
        let said = |line: usize| self.lines[line].iter().map(|word| self.says(*word)).sum::<f64>();
        let sum: f64 = pairs.iter().map(|(weight, ..)| weight).sum();
        let likeness = sum / (f64::midpoint(said(one), said(other))).max(LEAST);
        if pairs.len() < 2 { likeness * ONE } else { likeness }
    }

    /// The words of two lines that meet, each once, the strongest first: what the pair weighs, and the two words.
    pub(super) fn side_by_side(&self, one: &[u32], other: &[u32]) -> Vec<(f64, u32, u32)> {
        let all =
            one.iter().flat_map(|a| other.iter().map(|b| (self.meet(*a, *b, |clue| self.counts_for(clue)), *a, *b)));
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
    pub(super) fn meet(&self, one: u32, other: u32, weighs: impl Fn(u32) -> f64) -> f64 {
        let (one, other) = (&self.words[one as usize], &self.words[other as usize]);
        if one.bits & other.bits == 0 {
            return 0.0;
        }
        let mut best = 0.0_f64;
        for (i, a) in one.stems.iter().enumerate() {
            for (j, b) in other.stems.iter().enumerate().filter(|(_, b)| *b == a) {
                let part = [i, j].iter().filter(|place| **place > 0).fold(1.0, |part, _| part * PART);
                best = best.max(part * weighs(*b));
            }
        }
        if one.stems.first() == other.stems.first() {
            return best;
        }
        let ideas = one.ideas.iter().filter(|idea| other.ideas.contains(idea));
        ideas.map(|idea| weighs(*idea)).fold(best, f64::max)
    }
}

/// The clues by which lines can meet here: letters in a row are too many and say too little.
fn spoken(word: &Known) -> impl Iterator<Item = u32> + '_ {
    word.stems.iter().chain(&word.ideas).copied()
}
