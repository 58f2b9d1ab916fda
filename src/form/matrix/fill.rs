//! What a typed line or a key on a matrix alters.

use super::{
    CellKind, Matrix, derive,
    grid::{Grid, cell_key, note_key},
    typed::{self, Mark, Typed, whole},
    whose,
};
use crate::{
    form::{
        Case, Scope,
        board::{Fill, Spot, Stroke, Then},
        terms::{Condition, Hidden, Until},
    },
    record::{FactKey, JudgementKey, Touch, Value, Verdict},
};

/// A row with the cursor in one of its columns.
struct Here<'a> {
    matrix: &'a Matrix,
    scope: Scope<'a>,
    case: Option<&'a Case>,
    grid: &'a Grid<'a>,
    pass: u32,
    row: usize,
    column: usize,
}

pub(super) fn fill(matrix: &Matrix, scope: Scope<'_>, case: Option<&Case>, spot: Spot<'_>, stroke: Stroke<'_>) -> Fill {
    let words = scope.words;
    match stroke {
        Stroke::Reveal(_) => return reveal(matrix, scope),
        Stroke::NextPass => return next_pass(matrix, scope, case),
        Stroke::Typed(_) | Stroke::Turn | Stroke::Clear => {}
    }
    let pass = matrix.pass(scope);
    let grid = Grid::read(matrix, scope, whose(case).1, pass);
    let Some(row) = spot.item.and_then(|item| grid.rows.iter().position(|row| row.item == *item)) else {
        return Fill::not(words.say("form-matrix-no-row"));
    };
    let here = Here { matrix, scope, case, grid: &grid, pass, row, column: spot.column };
    match stroke {
        Stroke::Typed(line) => here.typed(line),
        Stroke::Turn => here.turn(),
        Stroke::Clear => here.clear(),
        Stroke::Reveal(_) | Stroke::NextPass => Fill::default(), // seen to above
    }
}

impl Here<'_> {
    fn typed(&self, line: &str) -> Fill {
        let words = self.scope.words;
        let free = self.grid.free(self.row);
        match typed::read(&self.matrix.cell, free.len(), line, words.lang()) {
            Typed::Note(text) => self.note(&text),
            Typed::Outside(number) => {
                let (from, to) = match self.matrix.cell {
                    CellKind::Numbers { from, to } => (from, to),
                    CellKind::Signs(_) | CellKind::Text => (0, 0),
                };
                let args =
                    [("number", number.into()), ("from", from.to_string().into()), ("to", to.to_string().into())];
                Fill::not(words.tell("form-matrix-outside", &args))
            }
            Typed::Cell(mark) => match self.blocked() {
                Some(told) => told,
                None => Fill::of(self.mark(self.column, &mark).into_iter().collect(), Then::NextCell),
            },
            Typed::Row(marks) if marks.len() > free.len() => {
                let args = [("count", marks.len().into()), ("columns", free.len().into())];
                Fill::not(words.tell("form-matrix-too-many", &args))
            }
            Typed::Row(marks) => {
                let touches = free.iter().zip(&marks).filter_map(|(column, mark)| self.mark(*column, mark));
                Fill::of(touches.collect(), Then::NextRow)
            }
        }
    }

    fn note(&self, text: &str) -> Fill {
        let key = note_key(self.matrix, self.case, &self.grid.rows[self.row].item, self.pass);
        let verdict = (!text.is_empty()).then(|| Verdict::Text(text.to_owned()));
        let touch = self.scope.records.touch_verdict(key, verdict);
        // what is noted stands under the row, where one stays; what was noted already is no mistake either
        match touch {
            Some(touch) => Fill::of(vec![touch], Then::Stay),
            None => Fill::not(self.scope.words.say("form-matrix-note-same")),
        }
    }

    /// Says so if nothing can stand at the cursor.
    fn blocked(&self) -> Option<Fill> {
        if self.column >= self.grid.columns.len() {
            return Some(Fill::not(self.scope.words.say("form-matrix-no-column")));
        }
        let args = [("name", self.grid.rows[self.row].label.as_str().into())];
        self.grid
            .is_blocked(self.row, self.column)
            .then(|| Fill::not(self.scope.words.tell("form-matrix-blocked", &args)))
    }

    fn key(&self, column: usize) -> JudgementKey {
        let (row, column) = (&self.grid.rows[self.row].item, &self.grid.columns[column].item);
        cell_key(self.matrix, self.case, row, column, self.pass)
    }

    fn mark(&self, column: usize, mark: &Mark) -> Option<Touch> {
        let verdict = match mark {
            Mark::Keep => return None,
            Mark::Empty => None,
            Mark::Sign(at) => Some(Verdict::Choice(derive::signs(self.matrix).get(*at)?.id.clone())),
            Mark::Number(number) => Some(Verdict::Number(*number as f64)),
            Mark::Words(words) => Some(Verdict::Text(words.clone())),
        };
        self.scope.records.touch_verdict(self.key(column), verdict)
    }

    /// The next value of the cell: from the first to the last, and then nothing again.
    fn turn(&self) -> Fill {
        if let Some(told) = self.blocked() {
            return told;
        }
        let now = self.scope.records.verdict(&self.key(self.column));
        let next = match &self.matrix.cell {
            CellKind::Text => return Fill::not(self.scope.words.say("form-matrix-hint-text")),
            CellKind::Numbers { from, to } if from > to => return Fill::default(),
            CellKind::Numbers { from, to } => match now {
                Some(Verdict::Number(number)) => {
                    whole(*number).and_then(|number| number.checked_add(1)).filter(|next| (from..=to).contains(&next))
                }
                Some(
                    Verdict::Choice(_)
                    | Verdict::Set(_)
                    | Verdict::Tokens(_)
                    | Verdict::Rank(_)
                    | Verdict::Place(..)
                    | Verdict::Text(_),
                )
                | None => Some(*from),
            }
            .map_or(Mark::Empty, Mark::Number),
            CellKind::Signs(list) => {
                let at = match now {
                    Some(Verdict::Choice(id)) => list.iter().position(|sign| sign.id == *id),
                    Some(
                        Verdict::Number(_)
                        | Verdict::Set(_)
                        | Verdict::Tokens(_)
                        | Verdict::Rank(_)
                        | Verdict::Place(..)
                        | Verdict::Text(_),
                    )
                    | None => None,
                };
                let next = at.map_or(0, |at| at + 1);
                if next < list.len() { Mark::Sign(next) } else { Mark::Empty }
            }
        };
        Fill::of(self.mark(self.column, &next).into_iter().collect(), Then::Stay)
    }

    fn clear(&self) -> Fill {
        if self.column >= self.grid.columns.len() {
            return Fill::default();
        }
        let touch = self.scope.records.touch_verdict(self.key(self.column), None);
        Fill::of(touch.into_iter().collect(), Then::Stay)
    }
}

/// Shows what is hidden, or hides it again.
fn reveal(matrix: &Matrix, scope: Scope<'_>) -> Fill {
    let can = match matrix.hidden {
        Hidden::UntilComplete | Hidden::UntilReveal | Hidden::Reasons => true,
        Hidden::No | Hidden::Anonymous | Hidden::Private => false,
    };
    if !can {
        return Fill::not(scope.words.say("form-matrix-not-hidden"));
    }
    let key = FactKey::Revealed(matrix.id.clone());
    let shown = scope.records.fact(&key) == Some(&Value::Yes(true));
    Fill::of(vec![scope.records.touch_fact(key, (!shown).then_some(Value::Yes(true)))], Then::Stay)
}

/// Begins another pass, unless what was waited for holds or there were passes enough.
fn next_pass(matrix: &Matrix, scope: Scope<'_>, case: Option<&Case>) -> Fill {
    let words = scope.words;
    let Some(until) = &matrix.until else { return Fill::not(words.say("form-matrix-one-pass")) };
    let pass = matrix.pass(scope);
    if holds(matrix, scope, case, until, pass) {
        return Fill::not(words.say("form-matrix-holds"));
    }
    if until.most > 0 && pass + 1 >= until.most {
        return Fill::not(if until.otherwise.is_empty() {
            words.tell("form-matrix-last-pass", &[("count", (until.most as usize).into())])
        } else {
            until.otherwise.clone()
        });
    }
    let next = Value::Number(f64::from(pass + 1));
    Fill::of(vec![scope.records.touch_fact(FactKey::Pass(matrix.id.clone()), Some(next))], Then::Stay)
}

fn holds(matrix: &Matrix, scope: Scope<'_>, case: Option<&Case>, until: &Until, pass: u32) -> bool {
    let grid = Grid::read(matrix, scope, whose(case).1, pass);
    let mut found = (0..grid.rows.len()).map(|at| derive::row(matrix, &grid, at));
    match until.when {
        Condition::NoObjection => grid.is_complete() && found.all(|found| found.friction.is_empty()),
        Condition::Consensus => grid.is_complete() && found.all(|found| found.others.is_empty()),
        Condition::Complete => grid.is_complete(),
        Condition::Said => false,
    }
}
