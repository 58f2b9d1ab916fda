//! What one table filled in, for who lays tables over each other: each row with its cells, and what is seen in it.
//!
//! The same look as the board's and the same veil. Called by `harvest`.

use super::{
    Matrix, Meaning, Veil,
    derive::{self, Found, meaning, signs},
    grid::{self, Grid, Stands},
};
use crate::{
    form::{Case, Scope, Thing},
    record::{Assessor, JudgementKey, PartyId, Verdict},
};

/// What one table filled in, in a case.
#[derive(Clone, PartialEq, Debug)]
pub struct Outcome {
    /// The case, if the block is repeated.
    pub case: Option<Case>,
    /// The pass in which it was filled in, from 0.
    pub pass: u32,
    /// The columns.
    pub columns: Vec<Thing>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The parties that have a copy of their own, in the order that [`Found::others`] counts by.
    pub parties: Vec<PartyId>,
    /// Something was filled in that is out of sight.
    pub hidden: bool,
}

/// A row with what stands in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// What it is about.
    pub thing: Thing,
    /// What stands in its cells, whosever copy.
    pub said: Vec<Said>,
    /// What is seen in it.
    pub found: Found,
    /// What was noted of it.
    pub note: Option<String>,
}

/// What somebody filled in a cell.
#[derive(Clone, PartialEq, Debug)]
pub struct Said {
    /// The column, by its place in [`Outcome::columns`].
    pub column: usize,
    /// The value.
    pub verdict: Verdict,
    /// What it says of its row.
    pub means: Meaning,
    /// Whose copy it stands in, where that may be seen; the table's is the agreed one.
    pub whose: Option<Assessor>,
    /// It is what stands when all copies of the table are laid over each other.
    pub stands: bool,
    /// The judgement, where it may be seen whose it is.
    pub key: Option<JudgementKey>,
}

impl Matrix {
    /// What the table of a scope filled in, case by case.
    pub fn outcomes(&self, scope: Scope<'_>) -> Vec<Outcome> {
        self.cases(scope).into_iter().map(|case| self.outcome(scope, case)).collect()
    }

    fn outcome(&self, scope: Scope<'_>, case: Option<Case>) -> Outcome {
        let pass = self.pass(scope);
        let grid = Grid::read(self, scope, case.as_ref(), pass);
        let veil = self.veil(scope, || grid.is_complete());
        let hidden = veil == Veil::Values;
        let parties: Vec<PartyId> = grid.parties().cloned().collect();
        let row = |at: usize| {
            let thing = grid.rows[at].clone();
            if hidden {
                return Row { thing, said: Vec::new(), found: Found::default(), note: None };
            }
            let said = grid.free(at).into_iter().flat_map(|column| {
                let stands = match grid.stands(at, column) {
                    Stands::One(verdict, _) => Some(verdict),
                    Stands::Nothing | Stands::Several(..) => None,
                };
                let agreed = grid.given(&Assessor::Table, at, column).map(|verdict| (Assessor::Table, verdict));
                let copy = |nth: usize| Assessor::Party(parties[nth].clone());
                let own = grid.each(at, column).map(|(nth, verdict)| (copy(nth), verdict));
                let all: Vec<(Assessor, &Verdict)> = agreed.into_iter().chain(own).collect();
                // one voice that says what stands is enough: the agreed copy, or else the first that says so
                let first = all.iter().position(|(_, verdict)| Some(*verdict) == stands);
                let (grid, case) = (&grid, case.as_ref());
                let one = move |(nth, (whose, verdict)): (usize, (Assessor, &Verdict))| Said {
                    column,
                    verdict: verdict.clone(),
                    means: meaning(signs(self), verdict),
                    stands: Some(nth) == first,
                    key: (veil != Veil::Names).then(|| JudgementKey {
                        assessor: whose.clone(),
                        ..grid::cell_key(self, case, &grid.rows[at].item, &grid.columns[column].item, pass)
                    }),
                    whose: (veil != Veil::Names).then_some(whose),
                };
                all.into_iter().enumerate().map(one).collect::<Vec<_>>()
            });
            let said = said.collect();
            let note = grid.note(&Assessor::Table, at).filter(|_| veil == Veil::None || veil == Veil::Names);
            Row { thing, said, found: derive::row(self, &grid, at), note: note.map(str::to_owned) }
        };
        let rows = (0..grid.rows.len()).map(row).collect();
        let filled = |at: usize| {
            let agreed = |column: &usize| grid.given(&Assessor::Table, at, *column).is_some();
            grid.took_part(at) > 0 || grid.free(at).iter().any(agreed)
        };
        let hidden = hidden && (0..grid.rows.len()).any(filled);
        Outcome { rows, columns: grid.columns.clone(), parties, hidden, pass, case: case.clone() }
    }
}
