//! **Group** (*groepeer*): puts entries in groups that are made now, names them, merges doubles.

use super::{Fault, Frame, Lens, Place, Scope, Source, Tone, block, board_place};
use crate::record::CategoryId;
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
