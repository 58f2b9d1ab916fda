//! **Judge** (*beoordeel*): gives each item a value.
//!
//! Marks, zones, rings, a place in a field, yes or no, consent; by the table, by chairs without a name, by parties, or by
//! the one party in whose name a thing was said. One typed line fills a row: `7 8 6 - 9`.

mod below;
mod board;
mod check;
mod derive;
mod fill;
mod given;
mod mark;
mod mirror;
mod outcome;
mod tell;
mod typed;

pub use derive::Tally;
pub use mark::{Mark, Stance, decimal};
pub use mirror::{Own, Voiced};
pub use outcome::{Given, Line, Outcome};

use super::{
    Case, Fault, Frame, Lens, Place, Scope, Source, Tone, block,
    board::{Board, Fill, Spot, Stroke},
    board_place,
    terms::{Per, Rule},
};
use crate::{
    document,
    record::{CriterionId, Item},
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What values there are.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Scale {
    /// Marks from one number to another; the first may be the higher one.
    Numbers {
        /// The first mark.
        from: f64,
        /// The last mark.
        to: f64,
        /// What lies between two marks.
        #[serde(default = "one", skip_serializing_if = "is_one")]
        step: f64,
        /// What the first mark means.
        #[serde(default, skip_serializing_if = "super::is_default")]
        low: String,
        /// What the last mark means.
        #[serde(default, skip_serializing_if = "super::is_default")]
        high: String,
    },
    /// Zones with a name each; chosen by number or first letters.
    Zones(Vec<String>),
    /// Rings from the middle outward, and sectors round it.
    Rings {
        /// The rings, the inmost first.
        rings: Vec<String>,
        /// The sectors; may be left out.
        #[serde(default, skip_serializing_if = "super::is_default")]
        sectors: Vec<String>,
    },
    /// A field with two axes, across and up.
    Axes {
        /// From left to right.
        x: Axis,
        /// From below to above.
        y: Axis,
    },
    /// Yes or no.
    YesNo,
    /// No objection, a concern, an objection; an objection asks for its reason.
    Consent,
}

/// An axis of a field, in five steps.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Axis {
    /// What it measures.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub label: String,
    /// Where its words come from, where they are born today: the first item names the axis.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub from: Option<Source>,
    /// Which item of `from` it is, from 1.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub nth: u32,
    /// What its beginning means.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub low: String,
    /// What its end means.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub high: String,
}

/// Something that items are judged on, where it is more than one thing.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its id, unique in the block.
    pub id: CriterionId,
    /// What stands above it.
    pub label: String,
}

fn one() -> f64 {
    1.0
}

fn is_one(step: &f64) -> bool {
    *step == 1.0
}

impl Default for Scale {
    fn default() -> Self {
        Self::Numbers { from: 1.0, to: 10.0, step: 1.0, low: String::new(), high: String::new() }
    }
}

block! {
    /// A value for each item.
    Judge {
        /// What is judged.
        from: Vec<Source>,
        /// What values there are.
        scale: Scale,
        /// Who gives them.
        per: Per,
        /// On what, where it is more than one thing; only where the table judges together.
        criteria: Vec<Criterion>,
        /// The mean, or the part that says yes, from which it is enough.
        threshold: Option<f64>,
        /// A mark at or below which one voice is enough to stop.
        veto: Option<f64>,
        /// Ask for a reason beside every value.
        reasons: bool,
        /// A block of the parties' own answers, to be shown beside what was said in their name.
        mirror: Option<crate::record::BlockId>,
        /// The colour of its heading.
        tone: Tone,
    }
}

impl Lens for Judge {
    fn frame(&self) -> Frame<'_> {
        self.own_frame()
    }

    fn places(&self, scope: Scope<'_>) -> Vec<Place> {
        let place = board_place(self.own_frame(), &scope.words.say("form-board-judge"), self.tone);
        let hint = if self.hint.is_empty() { self.how(scope) } else { self.hint.clone() };
        vec![Place { hint, ..place }]
    }

    fn open(&self, scope: Scope<'_>) -> Vec<String> {
        if self.optional { Vec::new() } else { self.still_open(scope) }
    }

    fn findings(&self, scope: Scope<'_>) -> Vec<document::Block> {
        self.mirrored(scope)
    }

    fn check(&self) -> Vec<Fault> {
        check::check(self)
    }

    fn terms(&self) -> &'static [&'static str] {
        &["each", "as", "hidden", "only", "until", "rules", "derive", "pool", "carry", "inject"]
    }

    fn beside(&self) -> Vec<(&'static str, &crate::record::BlockId)> {
        self.mirror.iter().map(|block| ("mirror", block)).collect()
    }

    fn sources(&self) -> Vec<(String, &Source)> {
        let from = self.from.iter().enumerate().map(|(at, source)| (format!("from[{at}]"), source));
        let axes = match &self.scale {
            Scale::Axes { x, y } => vec![("scale.x.from", &x.from), ("scale.y.from", &y.from)],
            Scale::Numbers { .. } | Scale::Zones(_) | Scale::Rings { .. } | Scale::YesNo | Scale::Consent => Vec::new(),
        };
        let axes = axes.into_iter().filter_map(|(path, from)| Some((path.to_owned(), from.as_ref()?)));
        from.chain(axes).collect()
    }

    fn board(&self, scope: Scope<'_>, case: Option<&Case>) -> Option<Board> {
        Some(self.drawn(scope, case))
    }

    fn fill(&self, scope: Scope<'_>, case: Option<&Case>, spot: Spot<'_>, stroke: Stroke<'_>) -> Fill {
        self.filled(scope, case, spot, stroke)
    }

    fn scores(&self, scope: Scope<'_>) -> Vec<(Item, f64)> {
        let score = |(item, tally): (Item, Tally)| Some((item, tally.score(&self.scale)?));
        self.tallies(scope).into_iter().filter_map(score).collect()
    }

    fn picked(&self, scope: Scope<'_>, source: &Source) -> Vec<Item> {
        match source {
            Source::Contested(_) => {
                let compared = (self.has_voices() || self.pool) && self.criteria.is_empty();
                let consent = matches!(self.scale, Scale::Consent);
                let contested = |(_, tally): &(Item, Tally)| tally.contested && (compared || consent);
                self.tallies(scope).into_iter().filter(contested).map(|(item, _)| item).collect()
            }
            Source::AllTables(source) => self.picked(scope, source),
            Source::Block(_)
            | Source::Category(..)
            | Source::Starred(_)
            | Source::Top(..)
            | Source::Unlinked(_)
            | Source::Groups(_)
            | Source::Open(_)
            | Source::Parties
            | Source::Seats
            | Source::List(_) => Vec::new(),
        }
    }
}

impl Judge {
    /// What is computed of each item over all cases; of what is out of sight nothing.
    fn tallies(&self, scope: Scope<'_>) -> Vec<(Item, Tally)> {
        let mut items: Vec<Item> = Vec::new();
        let mut all: HashMap<Item, Vec<(usize, Mark)>> = HashMap::new();
        for case in self.cases(scope) {
            let given = self.given(scope, case.as_ref(), self.pass(scope));
            let hidden = self.veil(scope, &given).values;
            let mut pool = self.pooled(scope, case.as_ref());
            for line in &given.lines {
                let item = &line.thing.item;
                let marks = match &mut pool {
                    Some(pool) => pool.remove(item).unwrap_or_default(),
                    None => line.standing(),
                };
                if !all.contains_key(item) {
                    items.push(item.clone());
                }
                all.entry(item.clone()).or_default().extend(if hidden { Vec::new() } else { marks });
            }
        }
        let tally = |item: Item| {
            let tally = Tally::of(self, all.get(&item).map_or(&[], Vec::as_slice));
            (item, tally)
        };
        items.into_iter().map(tally).collect()
    }

    fn still_open(&self, scope: Scope<'_>) -> Vec<String> {
        let (mut all, mut missing, mut reasons, mut objections) = (0, 0, 0, 0);
        for case in self.cases(scope) {
            let given = self.given(scope, case.as_ref(), self.pass(scope));
            all += given.lines.len();
            missing += given.lines.len() - given.full();
            reasons += given.lines.iter().map(|line| fill::lacks_reason(self, line, &given.columns)).sum::<usize>();
            let hidden = self.veil(scope, &given).values;
            let own = given.lines.iter().map(|line| Tally::of(self, &line.standing()).objections());
            objections += if hidden { 0 } else { own.sum::<usize>() };
        }
        let tell = |key: &str, count: usize| scope.words.tell(key, &[("count", count.into()), ("all", all.into())]);
        let mut open = Vec::new();
        if self.rules.contains(&Rule::AllFilled) && missing > 0 {
            open.push(tell("form-judge-open-filled", missing));
        }
        if reasons > 0 {
            open.push(tell("form-judge-open-reasons", reasons));
        }
        if self.until.is_some() && objections > 0 {
            open.push(tell("form-judge-open-objections", objections));
        }
        open
    }
}

#[cfg(test)]
mod any_tests;
#[cfg(test)]
mod tests;
