//! **Vote** (*stem*): spends stickers, ranks, or chooses.
//!
//! A sticker is a judgement [`Verdict::Tokens`](crate::record::Verdict::Tokens) of a voter on an item, with the kind of
//! sticker as its criterion; a choice is one sticker, and so is a raised hand, of the table. A place in a ranking is a
//! [`Verdict::Rank`](crate::record::Verdict::Rank); of a ranking of `k` the first weighs `k` and the last 1 (the count of
//! Borda, 1770). Somebody who does not vote is judged upon as an item of its own, so that one may wait for all.
//!
//! `typed` reads a line, `ballots` gathers what was given, `tally` reckons, `board` and `seen` show, `fill` alters.

mod ballots;
mod board;
mod check;
mod fill;
mod seen;
mod tally;
mod typed;

use super::{Case, Fault, Form, Frame, Lens, Place, Scope, Source, Tone, block, board_place, case, terms::Per};
use crate::record::Item;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How one votes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum How {
    /// Each spends so many stickers over the items.
    #[default]
    Stickers,
    /// Each puts the best so many in order: the first weighs most.
    Ranking,
    /// Each chooses one.
    One,
}

/// A kind of sticker, where there are more: for and against, now and later.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StickerKind {
    /// Its id, unique in the block.
    pub id: String,
    /// What it means.
    pub label: String,
    /// The letter that it is typed with, behind the number of the item; the first of its label where it is left out.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub letter: String,
    /// How many of it each voter has; the block's `tokens` where it is left out.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub tokens: Option<u32>,
    /// Whether it counts against.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub against: bool,
    /// Its colour.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub tone: Tone,
}

impl StickerKind {
    /// The letter it is typed with, small.
    fn sign(&self) -> Option<char> {
        let of = if self.letter.is_empty() { &self.label } else { &self.letter };
        of.chars().next().and_then(|letter| letter.to_lowercase().next())
    }
}

block! {
    /// Stickers, a ranking, or a choice.
    Vote {
        /// What is voted on.
        from: Vec<Source>,
        /// How one votes.
        how: How,
        /// Who votes: each chair, each party, or hands that are counted.
        per: Per,
        /// How many stickers, or how long the ranking; three where it is left out.
        tokens: Option<u32>,
        /// The most stickers one voter may put on one item.
        most_per_item: Option<u32>,
        /// Kinds of stickers.
        kinds: Vec<StickerKind>,
        /// How many are chosen in the end: from there on items are shown as chosen, ties at the edge as ties.
        choose: Option<u32>,
        /// The colour of its heading.
        tone: Tone,
    }
}

/// How many stickers one has, or how long a ranking is, where the author does not say.
const TOKENS: u32 = 3;

impl Vote {
    /// How long a ranking is, or how many stickers there are of a kind that does not say.
    fn tokens(&self) -> u32 {
        self.tokens.unwrap_or(TOKENS)
    }

    /// How many of each kind a voter has.
    fn budgets(&self) -> Vec<u32> {
        match self.how {
            How::One => vec![1],
            How::Ranking => vec![self.tokens()],
            How::Stickers if self.kinds.is_empty() => vec![self.tokens()],
            How::Stickers => self.kinds.iter().map(|kind| kind.tokens.unwrap_or(self.tokens())).collect(),
        }
    }

    /// The kinds of stickers, where they are told apart.
    pub fn kinds(&self) -> &[StickerKind] {
        match self.how {
            How::Stickers => &self.kinds,
            How::Ranking | How::One => &[],
        }
    }

    /// Hands are counted, a number for each item. A table that ranks does so as one voter.
    fn is_counted(&self) -> bool {
        self.per == Per::Table && self.how != How::Ranking
    }

    /// The cases it is repeated for; one without a name where it is not.
    fn cases(&self, scope: Scope<'_>) -> Vec<Option<Case>> {
        match case::cases(scope, &Form::Vote(self.clone())) {
            Some(cases) => cases.into_iter().map(Some).collect(),
            None => vec![None],
        }
    }

    /// In which pass it is, if it has any.
    fn pass(&self, scope: Scope<'_>) -> u32 {
        if self.until.is_some() { case::pass(scope, &self.id) } else { 0 }
    }
}

impl Lens for Vote {
    fn frame(&self) -> Frame<'_> {
        self.own_frame()
    }

    fn places(&self, scope: Scope<'_>) -> Vec<Place> {
        vec![board_place(self.own_frame(), &scope.words.say("form-board-vote"), self.tone)]
    }

    fn open(&self, scope: Scope<'_>) -> Vec<String> {
        if self.optional {
            return Vec::new();
        }
        let cases = self.cases(scope);
        let told = |case: &Option<Case>| {
            let open = seen::open(self, scope, case.as_ref());
            let of = case.as_ref().map(|case| format!("{}: ", case.label)).unwrap_or_default();
            open.into_iter().map(move |text| format!("{of}{text}"))
        };
        cases.iter().flat_map(told).collect()
    }

    fn check(&self) -> Vec<Fault> {
        check::check(self)
    }

    fn terms(&self) -> &'static [&'static str] {
        &["each", "as", "hidden", "only", "until", "rules", "derive", "pool", "carry", "inject"]
    }

    fn sources(&self) -> Vec<(String, &Source)> {
        self.from.iter().enumerate().map(|(at, source)| (format!("from[{at}]"), source)).collect()
    }

    fn board(&self, scope: Scope<'_>, case: Option<&Case>) -> Option<super::board::Board> {
        Some(board::board(self, scope, case))
    }

    fn fill(
        &self,
        scope: Scope<'_>,
        case: Option<&Case>,
        spot: super::board::Spot<'_>,
        stroke: super::board::Stroke<'_>,
    ) -> super::board::Fill {
        fill::fill(self, scope, case, spot, stroke)
    }

    /// What got at least something; nothing while it is hidden, so that nothing leaks by another block.
    fn scores(&self, scope: Scope<'_>) -> Vec<(Item, f64)> {
        let mut order: Vec<Item> = Vec::new();
        let mut sums: HashMap<Item, i64> = HashMap::new();
        for case in self.cases(scope) {
            let ballots = ballots::gather(self, scope, case.as_ref());
            if board::veil(self, scope, &ballots).hides_totals() {
                continue;
            }
            let tally = tally::tally(self, scope, case.as_ref(), &ballots);
            for (thing, score) in ballots.things.iter().zip(&tally.scores) {
                sums.entry(thing.item.clone()).and_modify(|sum| *sum += score).or_insert_with(|| {
                    order.push(thing.item.clone());
                    *score
                });
            }
        }
        let scored = order.into_iter().map(|item| (sums[&item], item)).filter(|(sum, _)| *sum > 0);
        scored.map(|(sum, item)| (item, sum as f64)).collect()
    }
}

#[cfg(test)]
mod law_tests;
#[cfg(test)]
mod tests;
