//! Everything that stands in a matrix at one moment: its rows and columns, and what stands in the cells of each copy.
//!
//! Made at each look, in one go over the judgements of the block: a large matrix costs no more than it holds. What was
//! given for a row or column that is gone stays in the records and is not shown.

use super::{CellKind, Matrix, whose};
use crate::{
    form::{Case, Scope, Thing, source},
    record::{Assessor, CriterionId, EntryId, Item, JudgementKey, PartyId, Records, Verdict},
};
use std::collections::HashMap;

/// The rows and columns with what stands in each copy.
pub(super) struct Grid<'a> {
    /// The rows.
    pub rows: Vec<Thing>,
    /// The columns.
    pub columns: Vec<Thing>,
    /// The agreed copy.
    agreed: Layer<'a>,
    /// The copies of the parties, in their order.
    own: Vec<(PartyId, Layer<'a>)>,
    /// Words are never the same, so they are not compared.
    compared: bool,
    blocked: bool,
}

/// A copy.
struct Layer<'a> {
    cells: Vec<Option<&'a Verdict>>,
    notes: Vec<Option<&'a str>>,
}

/// What stands in a cell of the agreed copy when the others are laid over it.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Stands<'a> {
    /// Nothing.
    Nothing,
    /// This; with the parties that see it otherwise, by their place in the list.
    One(&'a Verdict, Vec<usize>),
    /// Nobody agreed on it and these contradict, the most given first; with the parties that did not give that one.
    Several(Vec<&'a Verdict>, Vec<usize>),
}

impl<'a> Grid<'a> {
    /// What stands in a matrix, in a case if it is repeated, in a pass.
    pub fn read(matrix: &Matrix, scope: Scope<'a>, of: Option<&Case>, pass: u32) -> Self {
        Self::of_table(matrix, scope, scope.records, of, pass)
    }

    /// The same rows and columns with what another table filled in.
    pub fn of_table(matrix: &Matrix, scope: Scope<'a>, records: &'a Records, of: Option<&Case>, pass: u32) -> Self {
        let (rows, columns) = (source::things(scope, &matrix.rows), source::things(scope, &matrix.columns));
        let layer = || Layer { cells: vec![None; rows.len() * columns.len()], notes: vec![None; rows.len()] };
        let mut agreed = layer();
        let mut own: Vec<(PartyId, Layer<'a>)> = matrix.copies(scope).into_iter().map(|id| (id, layer())).collect();
        let row_at: HashMap<&Item, usize> = rows.iter().enumerate().map(|(at, row)| (&row.item, at)).collect();
        let column_at: HashMap<&Item, usize> = columns.iter().enumerate().map(|(at, one)| (&one.item, at)).collect();
        let (in_cell, in_note) = (Case::criterion(of, None), note_criterion(of));
        let least = JudgementKey {
            block: matrix.id.clone(),
            item: Item::Entry(EntryId::new("")),
            assessor: Assessor::Table,
            criterion: None,
            pass: 0,
        };
        let standing = records.judgements().range(least..).take_while(|(key, _)| key.block == matrix.id);
        for (key, judgement) in standing.filter(|(key, _)| key.pass == pass) {
            let Some(verdict) = &judgement.verdict else { continue };
            let layer = match &key.assessor {
                Assessor::Table => Some(&mut agreed),
                Assessor::Party(id) => own.iter_mut().find(|(own, _)| own == id).map(|(_, layer)| layer),
                Assessor::Seat(_) | Assessor::Chair(_) => None,
            };
            let Some(layer) = layer else { continue };
            if let Item::Cell(row, column) = &key.item
                && key.criterion == in_cell
                && let (Some(row), Some(column)) = (row_at.get(&**row), column_at.get(&**column))
            {
                layer.cells[row * columns.len() + column] = Some(verdict);
            } else if let Verdict::Text(note) = verdict
                && key.criterion == in_note
                && let Some(row) = row_at.get(&key.item)
            {
                layer.notes[*row] = Some(note);
            }
        }
        let compared = match matrix.cell {
            CellKind::Signs(_) | CellKind::Numbers { .. } => true,
            CellKind::Text => false,
        };
        Self { agreed, own, compared, blocked: matrix.blocked, rows, columns }
    }

    /// Whether nothing can be filled in there: the row and the column are the same thing.
    pub fn is_blocked(&self, row: usize, column: usize) -> bool {
        self.blocked && self.rows[row].item == self.columns[column].item
    }

    /// The columns that can be filled in, of a row.
    pub fn free(&self, row: usize) -> Vec<usize> {
        (0..self.columns.len()).filter(|column| !self.is_blocked(row, *column)).collect()
    }

    /// What somebody gave in a cell.
    pub fn given(&self, whose: &Assessor, row: usize, column: usize) -> Option<&'a Verdict> {
        self.layer(whose)?.cells.get(row * self.columns.len() + column).copied().flatten()
    }

    /// What somebody noted of a row.
    pub fn note(&self, whose: &Assessor, row: usize) -> Option<&'a str> {
        self.layer(whose)?.notes.get(row).copied().flatten()
    }

    fn layer(&self, whose: &Assessor) -> Option<&Layer<'a>> {
        match whose {
            Assessor::Table => Some(&self.agreed),
            Assessor::Party(id) => self.own.iter().find(|(own, _)| own == id).map(|(_, layer)| layer),
            Assessor::Seat(_) | Assessor::Chair(_) => None,
        }
    }

    /// The parties with a copy, in order.
    pub fn parties(&self) -> impl Iterator<Item = &PartyId> {
        self.own.iter().map(|(id, _)| id)
    }

    /// How many parties gave something in a row.
    pub fn took_part(&self, row: usize) -> usize {
        let given = |column: usize, layer: &Layer<'_>| layer.cells[row * self.columns.len() + column].is_some();
        self.own.iter().filter(|(_, layer)| (0..self.columns.len()).any(|column| given(column, layer))).count()
    }

    /// What the parties gave in a cell, with their place in the list.
    pub fn each(&self, row: usize, column: usize) -> impl Iterator<Item = (usize, &'a Verdict)> + '_ {
        let at = row * self.columns.len() + column;
        self.own.iter().enumerate().filter_map(move |(nth, (_, layer))| Some((nth, layer.cells[at]?)))
    }

    /// What stands in a cell when all copies are laid over each other.
    pub fn stands(&self, row: usize, column: usize) -> Stands<'a> {
        let agreed = self.agreed.cells[row * self.columns.len() + column];
        if !self.compared || self.own.is_empty() {
            return agreed.map_or(Stands::Nothing, |verdict| Stands::One(verdict, Vec::new()));
        }
        if let Some(verdict) = agreed {
            let other = self.each(row, column).filter(|(_, own)| *own != verdict).map(|(nth, _)| nth);
            return Stands::One(verdict, other.collect());
        }
        let mut kinds: Vec<(&Verdict, usize)> = Vec::new();
        for (_, verdict) in self.each(row, column) {
            match kinds.iter_mut().find(|(kind, _)| *kind == verdict) {
                Some((_, count)) => *count += 1,
                None => kinds.push((verdict, 1)),
            }
        }
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count)); // stable: who said it first comes first
        match kinds[..] {
            [] => Stands::Nothing,
            // what one party says is not yet agreed
            [(_, 1)] => Stands::Nothing,
            [(verdict, _)] => Stands::One(verdict, Vec::new()),
            [(most, _), ..] => {
                let other = self.each(row, column).filter(|(_, own)| *own != most).map(|(nth, _)| nth).collect();
                Stands::Several(kinds.into_iter().map(|(verdict, _)| verdict).collect(), other)
            }
        }
    }

    /// How many cells of a copy are still empty.
    pub fn lacking(&self, whose: &Assessor) -> usize {
        let empty = |row: usize, column: usize| match whose {
            Assessor::Table => self.stands(row, column) == Stands::Nothing,
            Assessor::Party(_) | Assessor::Seat(_) | Assessor::Chair(_) => self.given(whose, row, column).is_none(),
        };
        let of_row = |row: usize| self.free(row).into_iter().filter(|column| empty(row, *column)).count();
        (0..self.rows.len()).map(of_row).sum()
    }

    /// Whether everybody who has a copy filled in all of it; the table, where nobody else has.
    pub fn is_complete(&self) -> bool {
        let own = self.own.iter().map(|(id, _)| Assessor::Party(id.clone()));
        let whose: Vec<Assessor> = if self.own.is_empty() { vec![Assessor::Table] } else { own.collect() };
        whose.iter().all(|whose| self.lacking(whose) == 0)
    }
}

/// The criterion by which the note of a row is kept.
pub(super) fn note_criterion(of: Option<&Case>) -> Option<CriterionId> {
    Case::criterion(of, Some("note"))
}

/// The key of a cell in the copy that a case is.
pub(super) fn cell_key(matrix: &Matrix, case: Option<&Case>, row: &Item, column: &Item, pass: u32) -> JudgementKey {
    let (whose, of) = whose(case);
    let item = Item::Cell(Box::new(row.clone()), Box::new(column.clone()));
    JudgementKey { block: matrix.id.clone(), item, assessor: whose, criterion: Case::criterion(of, None), pass }
}

/// The key of the note of a row in the copy that a case is.
pub(super) fn note_key(matrix: &Matrix, case: Option<&Case>, row: &Item, pass: u32) -> JudgementKey {
    let (whose, of) = whose(case);
    JudgementKey { block: matrix.id.clone(), item: row.clone(), assessor: whose, criterion: note_criterion(of), pass }
}
