//! **Link** (*koppel*): typed links between two entries, parties or people.

use super::{Fault, Frame, Lens, Place, Scope, Source, Tone, block, board_place};
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
