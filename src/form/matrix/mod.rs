//! **Matrix**: rows and columns with one kind of cell.

use super::{Fault, Frame, Lens, Place, Scope, Source, Tone, block, board_place, terms::Per};
use serde::{Deserialize, Serialize};

/// What stands in a cell.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum CellKind {
    /// One of these signs.
    Signs(Vec<CellSign>),
    /// Words.
    Text,
    /// A number from one to another.
    Numbers {
        /// The least.
        from: i64,
        /// The most.
        to: i64,
    },
}

/// A sign that a cell can have.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellSign {
    /// Its id, unique in the block.
    pub id: String,
    /// The sign on the screen.
    pub glyph: String,
    /// The letter it is typed with.
    pub letter: String,
    /// What it means.
    pub label: String,
    /// Its colour.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub tone: Tone,
    /// What it says of the row.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub means: Meaning,
}

/// What a sign says of its row, so that overlaps and gaps can be seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Meaning {
    /// Nothing special.
    #[default]
    Plain,
    /// It pulls: two in a row overlap, none is a gap.
    Lead,
    /// It takes part.
    Join,
    /// It has no part.
    Outside,
    /// It is not known.
    Unknown,
    /// It rubs.
    Friction,
}

impl Default for CellKind {
    fn default() -> Self {
        Self::Text
    }
}

block! {
    /// Rows and columns with one kind of cell.
    Matrix {
        /// The rows.
        rows: Vec<Source>,
        /// What stands above the rows: `Taak`.
        what: String,
        /// The columns.
        columns: Vec<Source>,
        /// What stands in a cell.
        cell: CellKind,
        /// Whose copies there are: one of the table, or one of each party and an agreed one.
        per: Per,
        /// Row and column are never the same thing.
        blocked: bool,
        /// The colour of its heading.
        tone: Tone,
    }
}

impl Lens for Matrix {
    fn frame(&self) -> Frame<'_> {
        self.own_frame()
    }

    fn places(&self, scope: Scope<'_>) -> Vec<Place> {
        vec![board_place(self.own_frame(), &scope.words.say("form-board-matrix"), self.tone)]
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
