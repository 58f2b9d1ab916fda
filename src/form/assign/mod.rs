//! **Assign** (*wijs toe*): who or what goes where.

use super::{Fault, Frame, Lens, Place, Scope, Source, Tone, block, board_place};
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
        /// How many can go to the same; one where everything can be had once, else as many as needed.
        capacity: Option<u32>,
        /// Moments, where it is decided for more than one: columns of the board.
        slots: Vec<String>,
        /// In a rotation the first of each place stays: the host.
        host_stays: bool,
        /// The colour of its heading.
        tone: Tone,
    }
}

impl Lens for Assign {
    fn frame(&self) -> Frame<'_> {
        self.own_frame()
    }

    fn places(&self, scope: Scope<'_>) -> Vec<Place> {
        vec![board_place(self.own_frame(), &scope.words.say("form-board-assign"), self.tone)]
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
