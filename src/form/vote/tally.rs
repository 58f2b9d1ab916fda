//! Reckons: what each item has, which place that is, which are chosen, and whether it hangs on one voter.

use super::{
    How, Vote,
    ballots::{self, Ballots, Marks},
};
use crate::form::{Case, Scope};
use std::collections::HashMap;

/// What all voters together gave.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Tally {
    /// What each item has, what counts against it taken off.
    pub(super) scores: Vec<i64>,
    /// How much of each kind each item has.
    pub(super) kinds: Vec<Vec<i64>>,
    /// How many voters gave each item something.
    pub(super) backers: Vec<usize>,
    /// What each voter added to which items; of hands that are counted, each hand.
    pub(super) voices: Vec<Vec<(usize, i64)>>,
}

/// How an item comes out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lot {
    /// It is chosen.
    Chosen,
    /// It would be, were it not equal to another at the edge.
    Tied,
    /// It is not.
    Left,
}

/// Reckons what was given at the table, or with `pool` at all tables.
pub(super) fn tally(vote: &Vote, scope: Scope<'_>, case: Option<&Case>, own: &Ballots) -> Tally {
    let count = own.things.len();
    let kinds = vote.budgets().len().max(1);
    let mut tally = Tally {
        scores: vec![0; count],
        kinds: vec![vec![0; kinds]; count],
        backers: vec![0; count],
        voices: Vec::new(),
    };
    let tables = if vote.pool { scope.room.tables() } else { Vec::new() };
    if tables.is_empty() {
        own.given.iter().for_each(|ballot| tally.add(vote, &ballot.marks, &|row| Some(row)));
        return tally;
    }
    let rows: HashMap<_, usize> = own.things.iter().enumerate().map(|(at, thing)| (&thing.item, at)).collect();
    for records in tables {
        let there = ballots::gather(vote, Scope { records, ..scope }, case);
        let here: Vec<Option<usize>> = there.things.iter().map(|thing| rows.get(&thing.item).copied()).collect();
        there.given.iter().for_each(|ballot| tally.add(vote, &ballot.marks, &|row| here[row]));
    }
    tally
}

impl Tally {
    fn add(&mut self, vote: &Vote, marks: &Marks, here: &dyn Fn(usize) -> Option<usize>) {
        let mut voice: Vec<(usize, i64)> = Vec::new();
        for ((row, kind), count) in marks {
            let Some(row) = here(*row) else { continue };
            let (weight, signed) = (weight(vote, *count), signed(vote, *kind, *count));
            if let Some(sum) = self.kinds[row].get_mut(*kind) {
                *sum += weight;
            }
            self.scores[row] += signed;
            self.backers[row] += usize::from(weight > 0 && !voice.iter().any(|(other, _)| *other == row));
            if vote.is_counted() {
                // one hand less is all that can be left out
                self.voices.push(vec![(row, signed.signum())]);
            } else {
                voice.push((row, signed));
            }
        }
        if !voice.is_empty() {
            self.voices.push(voice);
        }
    }

    /// Whether anything was given.
    pub(super) fn is_blank(&self) -> bool {
        self.voices.is_empty()
    }

    /// The place of each item, from 1; equal ones share it. Nothing for what has nothing.
    pub(super) fn places(&self) -> Vec<Option<usize>> {
        places(&self.scores)
    }

    /// How each item comes out when so many are chosen.
    pub(super) fn lots(&self, choose: usize) -> Vec<Lot> {
        lots(&self.scores, choose)
    }

    /// Whether the same items come out when any one voter is left out; nothing while nobody voted.
    pub(super) fn is_robust(&self, choose: usize) -> Option<bool> {
        if self.is_blank() {
            return None;
        }
        let all = self.lots(choose);
        let mut scores = self.scores.clone();
        for voice in &self.voices {
            voice.iter().for_each(|(row, weight)| scores[*row] -= weight);
            if lots(&scores, choose) != all {
                return Some(false);
            }
            voice.iter().for_each(|(row, weight)| scores[*row] += weight);
        }
        Some(true)
    }
}

/// How much a mark weighs: a sticker one, of a ranking of `k` the first `k` and the last 1.
fn weight(vote: &Vote, count: u32) -> i64 {
    match vote.how {
        How::Stickers | How::One => i64::from(count),
        How::Ranking => (i64::from(vote.tokens()) + 1 - i64::from(count)).max(0),
    }
}

/// The same, below 0 for a kind that counts against.
pub(super) fn signed(vote: &Vote, kind: usize, count: u32) -> i64 {
    let against = vote.kinds().get(kind).is_some_and(|kind| kind.against);
    if against { -weight(vote, count) } else { weight(vote, count) }
}

/// The place of each score, from 1; equal ones share it. Nothing for what has nothing.
pub fn places(scores: &[i64]) -> Vec<Option<usize>> {
    let mut order: Vec<i64> = scores.to_vec();
    order.sort_unstable_by(|a, b| b.cmp(a));
    let place = |score: &i64| (*score > 0).then(|| order.partition_point(|other| other > score) + 1);
    scores.iter().map(place).collect()
}

/// How items with these scores come out when so many are chosen; what has nothing is never chosen.
pub fn lots(scores: &[i64], choose: usize) -> Vec<Lot> {
    let mut some: Vec<i64> = scores.iter().copied().filter(|score| *score > 0).collect();
    if choose == 0 || some.is_empty() {
        return vec![Lot::Left; scores.len()];
    }
    let last = choose.min(some.len()) - 1;
    let (_, edge, _) = some.select_nth_unstable_by(last, |a, b| b.cmp(a));
    let edge = *edge;
    let tie = scores.iter().filter(|score| **score >= edge).count() > choose;
    let lot = |score: &i64| match score.cmp(&edge) {
        std::cmp::Ordering::Greater => Lot::Chosen,
        std::cmp::Ordering::Equal if tie => Lot::Tied,
        std::cmp::Ordering::Equal => Lot::Chosen,
        std::cmp::Ordering::Less => Lot::Left,
    };
    scores.iter().map(lot).collect()
}
