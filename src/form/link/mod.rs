//! **Link** (*koppel*): typed links between two entries, parties or people.
//!
//! A solution and the threat it answers, a remedy and the weak point it mends, a network of parties. A link is a judgement
//! of the table on a pair, so it stays when either end is reworded or put together with another.

mod board;
mod check;
mod fill;
mod net;
mod picture;
mod typed;

use super::{
    Case, Fault, Form, Frame, Lens, Place, Scope, Source, Tone, block,
    board::{Board, Fill, Spot, Stroke},
    board_place, case,
    terms::Rule,
};
use crate::record::Item;
use net::Net;
use serde::{Deserialize, Serialize};

/// A kind of link.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkKind {
    /// Its id, unique in the block.
    pub id: String,
    /// What it means, read from the one to the other: `helpt`.
    pub label: String,
    /// The letter it is typed with.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub letter: String,
    /// Its colour.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub tone: Tone,
}

block! {
    /// Typed links between entries or parties.
    Link {
        /// What is linked.
        from: Vec<Source>,
        /// To what; among themselves where it is left out.
        to: Vec<Source>,
        /// What kinds of links there are; one where it is left out.
        kinds: Vec<LinkKind>,
        /// A link goes both ways.
        both_ways: bool,
        /// The strongest a link can be; no strength is asked where it is left out.
        strength: Option<u32>,
        /// The least links that each item should have.
        least: Option<u32>,
        /// The colour of its heading.
        tone: Tone,
    }
}

impl Lens for Link {
    fn frame(&self) -> Frame<'_> {
        self.own_frame()
    }

    fn places(&self, scope: Scope<'_>) -> Vec<Place> {
        vec![board_place(self.own_frame(), &scope.words.say("form-board-link"), self.tone)]
    }

    fn open(&self, scope: Scope<'_>) -> Vec<String> {
        if self.optional {
            return Vec::new();
        }
        let mut told: Vec<String> = Vec::new();
        for case in case::all(scope, &Form::Link(self.clone())) {
            for sentence in self.still_open(scope, &self.net(scope, case.as_ref())) {
                told.push(match &case {
                    Some(case) => format!("{}: {sentence}", case.label),
                    None => sentence,
                });
            }
        }
        told
    }

    fn check(&self) -> Vec<Fault> {
        check::check(self)
    }

    fn terms(&self) -> &'static [&'static str] {
        &["each", "as", "only", "until", "rules", "pool", "carry", "inject"]
    }

    fn sources(&self) -> Vec<(String, &Source)> {
        let from = self.from.iter().enumerate().map(|(at, source)| (format!("from[{at}]"), source));
        let to = self.to.iter().enumerate().map(|(at, source)| (format!("to[{at}]"), source));
        from.chain(to).collect()
    }

    fn board(&self, scope: Scope<'_>, case: Option<&Case>) -> Option<Board> {
        Some(board::board(self, scope, case))
    }

    fn fill(&self, scope: Scope<'_>, case: Option<&Case>, spot: Spot<'_>, stroke: Stroke<'_>) -> Fill {
        fill::fill(self, scope, case, spot, stroke)
    }

    /// The items with how much links them: their links, each as strong as it is.
    fn scores(&self, scope: Scope<'_>) -> Vec<(Item, f64)> {
        let mut scores: Vec<(Item, f64)> = Vec::new();
        let tables = if self.pool { scope.room.tables() } else { Vec::new() };
        let tables = if tables.is_empty() { vec![scope.records] } else { tables };
        for records in tables {
            let scope = Scope { records, ..scope };
            for case in case::all(scope, &Form::Link(self.clone())) {
                let net = self.net(scope, case.as_ref());
                for (thing, ties) in net.items.iter().zip(net.touching()) {
                    let strength: f64 = ties.iter().map(|tie| tie.strength).sum();
                    match scores.iter_mut().find(|(item, _)| *item == thing.item) {
                        Some((_, score)) => *score += strength,
                        None => scores.push((thing.item.clone(), strength)),
                    }
                }
            }
        }
        scores
    }
}

impl Link {
    /// The least links that each item should have.
    fn asked(&self) -> usize {
        let rules = self.rules.iter().map(|rule| match rule {
            Rule::Links(count) => *count,
            Rule::AllFilled => 1,
            Rule::OnePerRow(_)
            | Rule::SomePerRow(_)
            | Rule::MostPerRow(..)
            | Rule::SomePerColumn(_)
            | Rule::NoSelf
            | Rule::Exactly(_) => 0,
        });
        rules.chain(self.least).max().unwrap_or(0) as usize
    }

    /// What is still open in one network.
    fn still_open(&self, scope: Scope<'_>, net: &Net) -> Vec<String> {
        let mut told = Vec::new();
        let least = self.asked();
        let fewer = net.touching().iter().filter(|ties| ties.len() < least).count();
        if fewer > 0 {
            told.push(scope.words.tell("form-link-open", &[("count", fewer.into()), ("least", least.into())]));
        }
        let selves = net.ties.iter().filter(|tie| tie.from == tie.to).count();
        if selves > 0 && self.rules.contains(&Rule::NoSelf) {
            told.push(scope.words.tell("form-link-self", &[("count", selves.into())]));
        }
        told
    }
}

#[cfg(test)]
mod tests;
