//! **Matrix**: rows and columns with one kind of cell: signs, words or numbers.
//!
//! Who does what, strategy beside scenario, how urgent each case is for each party. It computes what is seen in it: what
//! nobody pulls, what more than one pulls, where it rubs, what is not known, and where copies contradict each other.
//!
//! ```text
//! signs      t m . -     a letter or sign for each column; `.` leaves a cell as it is, `-` makes it empty
//!            t           one alone fills the cell with the cursor, and goes to the next
//! numbers    3 5 . -     in the same way; where none has two digits `35` too
//! words      any words   the cell, and on to the next; `een | twee` fills a row
//! all        : words     the note of the row; `:` alone takes it away
//!            other words the note of the row too, where cells hold signs or numbers
//! ```
//!
//! A line of nothing but signs is never a note: where it holds more than there are columns, it is told and stays on the
//! line. Cells that are blocked are passed over, as one does who reads the row aloud.
//!
//! Where each party has a copy of its own (`per: Party`), every copy is a **case** of the block: one goes to it as one goes
//! to a case, and what each has filled in stands in the list of cases. The agreed copy comes last, with the others laid
//! over it: a cell that nobody agreed on yet takes what all say who said something, or shows all that was said where they
//! contradict; an agreed cell is marked with `!` where a party sees it otherwise.

mod board;
mod check;
mod derive;
mod fill;
mod find;
mod grid;
mod outcome;
mod typed;

pub use derive::{Found, signs};
pub use outcome::{Outcome, Row, Said};

use super::{
    Case, Fault, Frame, Lens, Place, Scope, Source, Tone, Which, block, board_place, case,
    terms::{Hidden, Only, Per},
};
use crate::{
    document,
    form::board::{Board, Fill, Spot, Stroke},
    record::{Assessor, FactKey, Item, PartyId, Value},
};
use serde::{Deserialize, Serialize};

/// What stands in a cell.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub enum CellKind {
    /// One of these signs.
    Signs(Vec<CellSign>),
    /// Words.
    #[default]
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

/// How much of it may be seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Veil {
    /// All.
    None,
    /// All but the notes.
    Notes,
    /// All but whose it is.
    Names,
    /// Only that something was given.
    Values,
}

impl Lens for Matrix {
    fn frame(&self) -> Frame<'_> {
        self.own_frame()
    }

    fn places(&self, scope: Scope<'_>) -> Vec<Place> {
        let place = board_place(self.own_frame(), &scope.words.say("form-board-matrix"), self.tone);
        let copies = self.copies(scope);
        if copies.is_empty() {
            return vec![place];
        }
        let label = |id: &PartyId| scope.parties.get(id).map_or_else(|| id.to_string(), |party| party.label.clone());
        let own = copies.into_iter().map(|id| (label(&id), Assessor::Party(id)));
        let agreed = (scope.words.say("form-matrix-agreed"), Assessor::Table);
        let which = |(label, whose)| Which::Case(Box::new(Case::copied(whose, label)));
        own.chain([agreed]).map(|copy| Place { which: which(copy), ..place.clone() }).collect()
    }

    fn open(&self, scope: Scope<'_>) -> Vec<String> {
        if self.optional { Vec::new() } else { derive::open(self, scope) }
    }

    fn findings(&self, scope: Scope<'_>) -> Vec<document::Block> {
        find::findings(self, scope)
    }

    fn check(&self) -> Vec<Fault> {
        check::check(self)
    }

    fn terms(&self) -> &'static [&'static str] {
        &["each", "as", "hidden", "only", "until", "rules", "derive", "pool", "carry", "inject"]
    }

    fn sources(&self) -> Vec<(String, &Source)> {
        let field = |name: &'static str| move |(at, source)| (format!("{name}[{at}]"), source);
        let rows = self.rows.iter().enumerate().map(field("rows"));
        rows.chain(self.columns.iter().enumerate().map(field("columns"))).collect()
    }

    fn board(&self, scope: Scope<'_>, case: Option<&Case>) -> Option<Board> {
        Some(board::board(self, scope, case))
    }

    fn fill(&self, scope: Scope<'_>, case: Option<&Case>, spot: Spot<'_>, stroke: Stroke<'_>) -> Fill {
        fill::fill(self, scope, case, spot, stroke)
    }

    fn scores(&self, scope: Scope<'_>) -> Vec<(Item, f64)> {
        derive::scores(self, scope)
    }

    fn picked(&self, scope: Scope<'_>, source: &Source) -> Vec<Item> {
        match source {
            Source::Open(_) => derive::picked(self, scope),
            Source::Block(_)
            | Source::Category(..)
            | Source::Starred(_)
            | Source::Top(..)
            | Source::Contested(_)
            | Source::Unlinked(_)
            | Source::Groups(_)
            | Source::Parties
            | Source::Seats
            | Source::List(_)
            | Source::AllTables(_) => Vec::new(),
        }
    }
}

impl Matrix {
    /// The parties that have a copy of their own.
    fn copies(&self, scope: Scope<'_>) -> Vec<PartyId> {
        let asked = |label: &str| match &self.only {
            Only::Parties(names) => names.iter().any(|name| crate::text::fold(name) == crate::text::fold(label)),
            Only::Everyone | Only::Voiced | Only::Addressee | Only::Minority | Only::Listeners => true,
        };
        match self.per {
            Per::Party => {
                let parties = scope.parties.0.iter().filter(|party| asked(&party.label));
                parties.map(|party| party.id.clone()).collect()
            }
            Per::Table | Per::Seat => Vec::new(),
        }
    }

    /// In which pass one is; the first where it is not repeated.
    fn pass(&self, scope: Scope<'_>) -> u32 {
        if self.until.is_some() { case::pass(scope, &self.id) } else { 0 }
    }

    /// The cases it is repeated in, whosever copy; one that is none where it is not repeated.
    fn cases(&self, scope: Scope<'_>) -> Vec<Option<Case>> {
        match scope.room.block(&self.id).and_then(|form| case::cases(scope, form)) {
            Some(cases) => cases.into_iter().map(Some).collect(),
            None => vec![None],
        }
    }

    /// How much may be seen now, of a grid that may be complete.
    fn veil(&self, scope: Scope<'_>, complete: impl FnOnce() -> bool) -> Veil {
        let shown = || scope.records.fact(&FactKey::Revealed(self.id.clone())) == Some(&Value::Yes(true));
        match self.hidden {
            Hidden::No => Veil::None,
            Hidden::UntilComplete if shown() || complete() => Veil::None,
            Hidden::UntilReveal if shown() => Veil::None,
            Hidden::UntilComplete | Hidden::UntilReveal | Hidden::Private => Veil::Values,
            Hidden::Anonymous => Veil::Names,
            Hidden::Reasons if shown() => Veil::None,
            Hidden::Reasons => Veil::Notes,
        }
    }
}

/// Whose copy a case is, and of which case.
fn whose(case: Option<&Case>) -> (Assessor, Option<&Case>) {
    match case.and_then(|case| case.copy.as_deref()) {
        Some(copy) => (copy.whose.clone(), copy.of.as_ref()),
        None => (Assessor::Table, case),
    }
}

#[cfg(test)]
mod tests;
