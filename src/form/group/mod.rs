//! **Group** (*groepeer*): puts entries in groups that are made now, names them, merges doubles.
//!
//! The groups are facts of the table; that something stands in one is a judgement. So a group that gets another name keeps
//! what stands in it and what was judged of it, and an entry that is moved or reworded stays in its group.

mod board;
mod check;
mod fill;
mod now;
mod typed;

use super::{
    Case, Fault, Form, Frame, Lens, Place, Scope, Source, Tone, block,
    board::{Board, Fill, Spot, Stroke},
    board_place, case,
    terms::Rule,
};
use crate::record::{CategoryId, Item};
use now::In;
use serde::{Deserialize, Serialize};

/// A group that is there from the beginning.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ready {
    /// Its id, unique in the block.
    pub id: CategoryId,
    /// Its name.
    pub label: String,
}

block! {
    /// Entries in groups that are made now.
    Group {
        /// What is put in groups.
        from: Vec<Source>,
        /// Groups that are there from the beginning.
        groups: Vec<Ready>,
        /// The most groups that are asked for; more are shown as too many.
        most: Option<u32>,
        /// Entries that fit nowhere are outliers and need no group.
        outliers: bool,
        /// A block that judged the entries, whose mean is shown for each group.
        mean: Option<crate::record::BlockId>,
        /// The colour of its heading.
        tone: Tone,
    }
}

impl Lens for Group {
    fn frame(&self) -> Frame<'_> {
        self.own_frame()
    }

    fn places(&self, scope: Scope<'_>) -> Vec<Place> {
        vec![board_place(self.own_frame(), &scope.words.say("form-board-group"), self.tone)]
    }

    fn open(&self, scope: Scope<'_>) -> Vec<String> {
        if self.optional {
            return Vec::new();
        }
        let mut told: Vec<String> = Vec::new();
        for case in case::all(scope, &Form::Group(self.clone())) {
            for sentence in self.still_open(scope, self.counts(scope, case.as_ref())) {
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
        &["each", "as", "only", "until", "rules", "carry", "inject"]
    }

    fn beside(&self) -> Vec<(&'static str, &crate::record::BlockId)> {
        self.mean.iter().map(|block| ("mean", block)).collect()
    }

    fn sources(&self) -> Vec<(String, &Source)> {
        self.from.iter().enumerate().map(|(at, source)| (format!("from[{at}]"), source)).collect()
    }

    fn board(&self, scope: Scope<'_>, case: Option<&Case>) -> Option<Board> {
        Some(board::board(self, scope, case))
    }

    fn fill(&self, scope: Scope<'_>, case: Option<&Case>, spot: Spot<'_>, stroke: Stroke<'_>) -> Fill {
        fill::fill(self, scope, case, spot, stroke)
    }

    /// The groups with how much stands in each.
    fn scores(&self, scope: Scope<'_>) -> Vec<(Item, f64)> {
        let mut sizes: Vec<(Item, f64)> = Vec::new();
        for case in case::all(scope, &Form::Group(self.clone())) {
            let now = self.now(scope, case.as_ref());
            for (nth, made) in now.groups.iter().enumerate() {
                let item = Item::Group(self.id.clone(), made.id.clone());
                let count = now.count(In::Group(nth)) as f64;
                match sizes.iter_mut().find(|(other, _)| *other == item) {
                    Some((_, size)) => *size += count,
                    None => sizes.push((item, count)),
                }
            }
        }
        sizes
    }

    /// The groups in which something stands, by number.
    fn picked(&self, scope: Scope<'_>, _: &Source) -> Vec<Item> {
        self.scores(scope).into_iter().filter(|(_, size)| *size > 0.0).map(|(item, _)| item).collect()
    }

    fn group_label(&self, scope: Scope<'_>, group: &CategoryId) -> Option<String> {
        let (groups, _) = self.made(scope, &|id| id == group);
        groups.into_iter().find(|made| made.id == *group).map(|made| made.label)
    }
}

impl Group {
    /// What is still open on one board.
    fn still_open(&self, scope: Scope<'_>, (open, count): (usize, usize)) -> Vec<String> {
        let words = scope.words;
        let mut told = Vec::new();
        if open > 0 && (!self.outliers || self.rules.contains(&Rule::AllFilled)) {
            told.push(words.tell("form-group-open", &[("count", open.into())]));
        }
        if let Some(most) = self.most.filter(|most| count > *most as usize) {
            told.push(words.tell("form-group-many", &[("count", count.into()), ("most", (most as usize).into())]));
        }
        for rule in &self.rules {
            if let Rule::Exactly(wanted) = rule
                && count != *wanted as usize
            {
                let args = [("count", count.into()), ("wanted", (*wanted as usize).into())];
                told.push(words.tell("form-group-exactly", &args));
            }
        }
        told
    }
}

#[cfg(test)]
mod tests;
