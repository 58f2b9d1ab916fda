//! **Judge** (*beoordeel*): gives each item a value.

use super::{Fault, Frame, Lens, Place, Scope, Source, Tone, block, board_place, terms::Per};
use crate::record::CriterionId;
use serde::{Deserialize, Serialize};

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
        vec![board_place(self.own_frame(), &scope.words.say("form-board-judge"), self.tone)]
    }

    fn open(&self, _: Scope<'_>) -> Vec<String> {
        Vec::new()
    }

    fn check(&self) -> Vec<Fault> {
        Vec::new()
    }

    fn terms(&self) -> &'static [&'static str] {
        &["each", "as", "hidden", "only", "until", "rules", "derive", "pool", "carry", "inject"]
    }
}
