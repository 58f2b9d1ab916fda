//! What a matrix says in the report behind its boards: gaps, overlaps and frictions by name, and where tables differ.

use super::{
    CellKind, CellSign, Matrix, Meaning, Veil,
    derive::{self, Found, signs},
    grid::{Grid, Stands},
};
use crate::{
    document::{Block, Item, Run},
    form::Scope,
    record::{Assessor, Verdict},
};

pub(super) fn findings(matrix: &Matrix, scope: Scope<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let pass = matrix.pass(scope);
    for case in matrix.cases(scope) {
        let grid = Grid::read(matrix, scope, case.as_ref(), pass);
        let veil = matrix.veil(scope, || grid.is_complete());
        if veil == Veil::Values {
            continue;
        }
        let teller = Teller { matrix, scope, grid, veil };
        let mut items = teller.items();
        if matrix.pool {
            items.extend(teller.tables(case.as_ref(), pass));
        }
        if items.is_empty() {
            continue;
        }
        blocks.extend(case.map(|case| Block::Paragraph(vec![Run::strong(case.label)])));
        blocks.push(Block::List(items));
    }
    blocks
}

struct Teller<'a> {
    matrix: &'a Matrix,
    scope: Scope<'a>,
    grid: Grid<'a>,
    veil: Veil,
}

impl Teller<'_> {
    fn items(&self) -> Vec<Item> {
        let found = derive::all(self.matrix, &self.grid, &Assessor::Table, true);
        let lead = signs(self.matrix).iter().find(|sign| sign.means == Meaning::Lead);
        let lead = lead.map_or_else(String::new, |sign| sign.label.clone());
        let say = |key: &str, count: usize| {
            self.scope.words.tell(key, &[("count", count.into()), ("sign", lead.as_str().into())])
        };
        let part = |key: &str, told: &dyn Fn(&Found) -> Option<String>| {
            let rows: Vec<Item> = found
                .iter()
                .enumerate()
                .filter_map(|(at, found)| {
                    let told = told(found)?;
                    let label = &self.grid.rows[at].label;
                    let text = if told.is_empty() { label.clone() } else { format!("{label}: {told}") };
                    let mut runs = vec![Run::plain(text)];
                    let note = self.grid.note(&Assessor::Table, at).filter(|_| self.veil != Veil::Notes);
                    runs.extend(note.map(|note| Run::aside(note.replace('\n', " "))));
                    Some(Item { runs, below: Vec::new() })
                })
                .collect();
            (!rows.is_empty()).then(|| Item { runs: vec![Run::strong(say(key, rows.len()))], below: rows })
        };
        let parts = [
            part("form-matrix-found-gap", &|found| found.gap.then(String::new)),
            part("form-matrix-found-overlap", &|found| self.columns(&found.overlap)),
            part("form-matrix-found-friction", &|found| self.columns(&found.friction)),
            part("form-matrix-found-unknown", &|found| self.columns(&found.unknown)),
            self.contradictions(&found),
        ];
        parts.into_iter().flatten().collect()
    }

    fn columns(&self, columns: &[usize]) -> Option<String> {
        let labels: Vec<&str> = columns.iter().map(|column| self.grid.columns[*column].label.as_str()).collect();
        (!labels.is_empty()).then(|| labels.join(", "))
    }

    /// The cells that parties see otherwise: what was agreed, and what each says.
    fn contradictions(&self, found: &[Found]) -> Option<Item> {
        let parties: Vec<&crate::record::PartyId> = self.grid.parties().collect();
        let mut below = Vec::new();
        for (row, found) in found.iter().enumerate() {
            for column in &found.contradicted {
                let name = |nth: usize| match self.scope.parties.get(parties[nth]) {
                    Some(party) => party.label.clone(),
                    None => parties[nth].to_string(),
                };
                let agreed = self.grid.given(&Assessor::Table, row, *column);
                let agreed = agreed.map(|verdict| (self.scope.words.say("form-matrix-agreed"), verdict));
                let own = self.grid.each(row, *column).map(|(nth, verdict)| (name(nth), verdict));
                let told = self.voices(agreed.into_iter().chain(own));
                below.push(Item { runs: self.cell_runs(row, *column, &told), below: Vec::new() });
            }
        }
        let count = found.iter().filter(|found| !found.others.is_empty()).count();
        let title = self.scope.words.tell("form-matrix-found-otherwise", &[("count", count.into())]);
        (!below.is_empty()).then(|| Item { runs: vec![Run::strong(title)], below })
    }

    fn cell_runs(&self, row: usize, column: usize, told: &str) -> Vec<Run> {
        let (row, column) = (&self.grid.rows[row].label, &self.grid.columns[column].label);
        vec![Run::plain(format!("{row} / {column}: {told}"))]
    }

    /// Who gives what; only what, and how often, where names are kept out of sight.
    fn voices<'v>(&self, voices: impl Iterator<Item = (String, &'v Verdict)>) -> String {
        let told: Vec<String> = if self.veil == Veil::Names {
            let mut counts: Vec<(String, usize)> = Vec::new();
            for (_, verdict) in voices {
                let text = self.tell(verdict);
                match counts.iter_mut().find(|(known, _)| *known == text) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((text, 1)),
                }
            }
            counts.into_iter().map(|(text, count)| format!("{count} × {text}")).collect()
        } else {
            voices.map(|(who, verdict)| format!("{who} {}", self.tell(verdict))).collect()
        };
        told.join("; ")
    }

    /// A value in words: what its sign means.
    fn tell(&self, verdict: &Verdict) -> String {
        match verdict {
            Verdict::Choice(id) => {
                let sign = signs(self.matrix).iter().find(|sign: &&CellSign| sign.id == *id);
                sign.map_or_else(|| id.clone(), |sign| format!("‘{}’", sign.label))
            }
            Verdict::Number(value) => {
                let decimals = usize::from(super::typed::whole(*value).is_none());
                crate::words::numbers::number(*value, decimals, self.scope.words.lang())
            }
            Verdict::Text(text) => text.replace('\n', " "),
            Verdict::Set(ids) => ids.iter().cloned().collect::<Vec<_>>().join(", "),
            Verdict::Tokens(count) | Verdict::Rank(count) => count.to_string(),
            Verdict::Place(across, up) => format!("{across:.1}/{up:.1}"),
        }
    }

    /// The cells in which the tables of the session contradict each other, with which table says what.
    fn tables(&self, case: Option<&crate::form::Case>, pass: u32) -> Option<Item> {
        if matches!(self.matrix.cell, CellKind::Text) {
            return None; // words are never the same
        }
        let grids = self
            .scope
            .room
            .tables()
            .into_iter()
            .map(|records| Grid::of_table(self.matrix, self.scope, records, case, pass));
        let grids: Vec<Grid<'_>> = grids.collect();
        let mut below = Vec::new();
        for row in 0..self.grid.rows.len() {
            for column in self.grid.free(row) {
                let said = grids.iter().enumerate().filter_map(|(nth, grid)| match grid.stands(row, column) {
                    Stands::One(verdict, _) => Some((nth + 1, verdict)),
                    Stands::Nothing | Stands::Several(..) => None,
                });
                let said: Vec<(usize, &Verdict)> = said.collect();
                if said.iter().all(|(_, verdict)| *verdict == said[0].1) {
                    continue;
                }
                let table = |nth: usize| self.scope.words.tell("form-matrix-table", &[("table", nth.into())]);
                let told = self.voices(said.into_iter().map(|(nth, verdict)| (table(nth), verdict)));
                below.push(Item { runs: self.cell_runs(row, column, &told), below: Vec::new() });
            }
        }
        let title = self.scope.words.tell("form-matrix-found-tables", &[("count", below.len().into())]);
        (!below.is_empty()).then(|| Item { runs: vec![Run::strong(title)], below })
    }
}
