//! **Assign** (*wijs toe*): who or what goes where.
//!
//! That something goes somewhere is a judgement of the table on the pair of the two, `Cell(what, where)`, with the slot by
//! its number as criterion. So both are known by their ids: renaming alters nothing, and when two entries are put together
//! what was assigned goes along. Where two laptops say something else of the same, the latest holds. What went to a place
//! that is gone is kept and not shown.
//!
//! A rotation writes each pass down as it begins, so the earlier ones stay as they were. `draw` is the lot, `told` reads
//! what stands and tells it, `fill` alters.

mod check;
mod draw;
mod fill;
mod told;

use super::{Case, Fault, Form, Frame, Lens, Place, Scope, Source, Tone, block, board_place, case};
use crate::record::Item;
use serde::{Deserialize, Serialize};

/// How it is decided.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Draw {
    /// The table chooses.
    #[default]
    Choose,
    /// By lot; can be drawn again, and changed by hand.
    Random,
    /// Each to the next, one further in every pass.
    Rotate,
}

block! {
    /// Who or what goes where.
    Assign {
        /// Who or what.
        what: Vec<Source>,
        /// Where, or to whom.
        to: Vec<Source>,
        /// How it is decided.
        draw: Draw,
        /// Nobody gets oneself, or one's own party.
        never_own: bool,
        /// How many can go to the same. A draw takes one where everything can be had once, else as many as needed.
        capacity: Option<u32>,
        /// Moments, where it is decided for more than one: columns of the board.
        slots: Vec<String>,
        /// In a rotation the first of each place stays: the host.
        host_stays: bool,
        /// The colour of its heading.
        tone: Tone,
    }
}

impl Assign {
    /// The cases it is repeated for; one without a name where it is not.
    fn cases(&self, scope: Scope<'_>) -> Vec<Option<Case>> {
        match case::cases(scope, &Form::Assign(self.clone())) {
            Some(cases) => cases.into_iter().map(Some).collect(),
            None => vec![None],
        }
    }

    /// In which pass it is, if it has any.
    fn pass(&self, scope: Scope<'_>) -> u32 {
        if self.has_passes() { case::pass(scope, &self.id) } else { 0 }
    }

    fn has_passes(&self) -> bool {
        self.until.is_some() || self.draw == Draw::Rotate
    }
}

impl Lens for Assign {
    fn frame(&self) -> Frame<'_> {
        self.own_frame()
    }

    fn places(&self, scope: Scope<'_>) -> Vec<Place> {
        vec![board_place(self.own_frame(), &scope.words.say("form-board-assign"), self.tone)]
    }

    fn open(&self, scope: Scope<'_>) -> Vec<String> {
        if self.optional {
            return Vec::new();
        }
        let cases = self.cases(scope);
        let told = |case: &Option<Case>| {
            let standing = told::Standing::of(self, scope, case.as_ref());
            let of = case.as_ref().map(|case| format!("{}: ", case.label)).unwrap_or_default();
            let open = told::open(self, scope, &standing);
            open.into_iter().map(move |remark| format!("{of}{}", remark.text))
        };
        cases.iter().flat_map(told).collect()
    }

    fn check(&self) -> Vec<Fault> {
        check::check(self)
    }

    fn terms(&self) -> &'static [&'static str] {
        &["each", "until", "rules", "carry", "inject"]
    }

    fn sources(&self) -> Vec<(String, &Source)> {
        let path = |name: &'static str| move |(at, source)| (format!("{name}[{at}]"), source);
        let what = self.what.iter().enumerate().map(path("what"));
        what.chain(self.to.iter().enumerate().map(path("to"))).collect()
    }

    fn board(&self, scope: Scope<'_>, case: Option<&Case>) -> Option<super::board::Board> {
        Some(told::board(self, scope, &told::Standing::of(self, scope, case)))
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

    /// Who goes where now: in the order of the rows, and of a row in that of the slots.
    fn pairs(&self, scope: Scope<'_>) -> Vec<(Item, Item)> {
        let mut pairs: Vec<(Item, Item)> = Vec::new();
        for case in self.cases(scope) {
            for pair in told::Standing::of(self, scope, case.as_ref()).pairs() {
                if !pairs.contains(&pair) {
                    pairs.push(pair);
                }
            }
        }
        pairs
    }
}

#[cfg(test)]
mod law_tests;
#[cfg(test)]
mod tests;
