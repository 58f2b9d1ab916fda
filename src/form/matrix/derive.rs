//! What is computed of a matrix: gaps, overlaps and frictions by row, sums of numbers, and what is still open.

use super::{
    CellKind, CellSign, Matrix, Meaning,
    grid::{Grid, Stands},
};
use crate::{
    form::{
        Scope,
        terms::{Derive, Rule},
    },
    record::{Assessor, Item, Verdict},
};

/// What was found in a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// Nobody pulls.
    pub gap: bool,
    /// The columns that pull, where there is more than one.
    pub overlap: Vec<usize>,
    /// The columns in which it rubs.
    pub friction: Vec<usize>,
    /// The columns of which it is not known.
    pub unknown: Vec<usize>,
    /// The parties that see a cell of it otherwise, by their place in the list.
    pub others: Vec<usize>,
    /// The columns in which they do.
    pub contradicted: Vec<usize>,
}

impl Found {
    /// Whether something in the row asks to be talked about.
    pub fn is_open(&self) -> bool {
        self.gap || !self.overlap.is_empty() || !self.friction.is_empty() || !self.others.is_empty()
    }
}

/// Which of them are computed.
#[derive(Clone, Copy)]
struct Wanted {
    gap: bool,
    overlap: bool,
    friction: bool,
}

impl Wanted {
    fn of(matrix: &Matrix) -> Self {
        let signs = signs(matrix);
        let can = |meaning: Meaning| signs.iter().any(|sign| sign.means == meaning);
        let asked = |derive: Derive| matrix.derive.is_empty() || matrix.derive.contains(&derive);
        Self {
            gap: can(Meaning::Lead) && asked(Derive::Gap),
            overlap: can(Meaning::Lead) && asked(Derive::Overlap),
            friction: asked(Derive::Consensus),
        }
    }
}

/// The signs of a cell; none where cells hold something else.
pub fn signs(matrix: &Matrix) -> &[CellSign] {
    match &matrix.cell {
        CellKind::Signs(list) => list,
        CellKind::Text | CellKind::Numbers { .. } => &[],
    }
}

/// What a value says of its row.
pub(super) fn meaning(signs: &[CellSign], verdict: &Verdict) -> Meaning {
    match verdict {
        Verdict::Choice(id) => signs.iter().find(|sign| sign.id == *id).map_or(Meaning::Plain, |sign| sign.means),
        Verdict::Number(_)
        | Verdict::Set(_)
        | Verdict::Tokens(_)
        | Verdict::Rank(_)
        | Verdict::Place(..)
        | Verdict::Text(_) => Meaning::Plain,
    }
}

/// What is found in a row of the agreed copy with the others laid over it.
pub(super) fn row(matrix: &Matrix, grid: &Grid<'_>, row: usize) -> Found {
    let stands = grid.free(row).into_iter().map(|column| (column, grid.stands(row, column)));
    look(matrix, stands)
}

/// What is found in a row of somebody's copy.
pub(super) fn own_row(matrix: &Matrix, grid: &Grid<'_>, whose: &Assessor, row: usize) -> Found {
    let given = |column| match grid.given(whose, row, column) {
        Some(verdict) => (column, Stands::One(verdict, Vec::new())),
        None => (column, Stands::Nothing),
    };
    look(matrix, grid.free(row).into_iter().map(given))
}

/// What is found in cells with their columns. A row in which nothing stands yet has no gap: nobody came to it.
fn look<'a>(matrix: &Matrix, cells: impl Iterator<Item = (usize, Stands<'a>)>) -> Found {
    let (signs, wanted) = (signs(matrix), Wanted::of(matrix));
    let mut found = Found::default();
    let (mut given, mut disputed) = (0, false);
    for (column, stands) in cells {
        let others = match stands {
            Stands::Nothing => continue,
            Stands::One(verdict, others) => {
                match meaning(signs, verdict) {
                    Meaning::Lead => found.overlap.push(column),
                    Meaning::Friction => found.friction.push(column),
                    Meaning::Unknown => found.unknown.push(column),
                    Meaning::Plain | Meaning::Join | Meaning::Outside => {}
                }
                others
            }
            Stands::Several(all, others) => {
                // whether anybody pulls is what they contradict each other about
                disputed |= all.iter().any(|verdict| meaning(signs, verdict) == Meaning::Lead);
                others
            }
        };
        given += 1;
        if !others.is_empty() {
            found.contradicted.push(column);
        }
        found.others.extend(others);
    }
    found.others.sort_unstable();
    found.others.dedup();
    found.gap = wanted.gap && given > 0 && found.overlap.is_empty() && !disputed;
    if !wanted.overlap || found.overlap.len() < 2 {
        found.overlap.clear();
    }
    if !wanted.friction {
        found.friction.clear();
        found.others.clear();
        found.contradicted.clear();
    }
    found
}

/// The numbers of a row of the agreed copy, or of somebody's.
pub(super) fn numbers(grid: &Grid<'_>, whose: &Assessor, row: usize) -> Vec<f64> {
    let number = |column| {
        let verdict = match whose {
            Assessor::Table => match grid.stands(row, column) {
                Stands::One(verdict, _) => Some(verdict),
                Stands::Nothing | Stands::Several(..) => None,
            },
            Assessor::Party(_) | Assessor::Seat(_) | Assessor::Chair(_) => grid.given(whose, row, column),
        };
        match verdict {
            Some(Verdict::Number(number)) if number.is_finite() => Some(*number),
            Some(
                Verdict::Number(_)
                | Verdict::Choice(_)
                | Verdict::Set(_)
                | Verdict::Tokens(_)
                | Verdict::Rank(_)
                | Verdict::Place(..)
                | Verdict::Text(_),
            )
            | None => None,
        }
    };
    grid.free(row).into_iter().filter_map(number).collect()
}

/// The middle of numbers, and how far they lie from it: the standard deviation of all of them.
pub(super) fn mean_and_spread(numbers: &[f64]) -> Option<(f64, f64)> {
    if numbers.is_empty() {
        return None;
    }
    let count = numbers.len() as f64;
    let mean = numbers.iter().sum::<f64>() / count;
    let spread = (numbers.iter().map(|number| (number - mean).powi(2)).sum::<f64>() / count).sqrt();
    Some((mean, spread))
}

/// The rows with how many have a part in them, or with the sum of their numbers.
pub(super) fn scores(matrix: &Matrix, scope: Scope<'_>) -> Vec<(Item, f64)> {
    let mut scores: Vec<(Item, f64)> = Vec::new();
    for case in matrix.cases(scope) {
        let grid = Grid::read(matrix, scope, case.as_ref(), matrix.pass(scope));
        for (at, thing) in grid.rows.iter().enumerate() {
            let score = match &matrix.cell {
                CellKind::Numbers { .. } => numbers(&grid, &Assessor::Table, at).iter().sum(),
                CellKind::Text | CellKind::Signs(_) => {
                    let part = |column: &usize| match grid.stands(at, *column) {
                        Stands::Nothing => false,
                        Stands::Several(..) => true,
                        Stands::One(verdict, _) => match meaning(signs(matrix), verdict) {
                            Meaning::Plain | Meaning::Lead | Meaning::Join | Meaning::Friction => true,
                            Meaning::Outside | Meaning::Unknown => false,
                        },
                    };
                    grid.free(at).iter().filter(|column| part(column)).count() as f64
                }
            };
            match scores.iter_mut().find(|(item, _)| *item == thing.item) {
                Some((_, sum)) => *sum += score,
                None => scores.push((thing.item.clone(), score)),
            }
        }
    }
    scores
}

/// The rows that ask to be talked about, in any case.
pub(super) fn picked(matrix: &Matrix, scope: Scope<'_>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for case in matrix.cases(scope) {
        let grid = Grid::read(matrix, scope, case.as_ref(), matrix.pass(scope));
        for (at, thing) in grid.rows.iter().enumerate() {
            if row(matrix, &grid, at).is_open() && !items.contains(&thing.item) {
                items.push(thing.item.clone());
            }
        }
    }
    items
}

/// What is still open, in sentences; of a case by its name.
pub(super) fn open(matrix: &Matrix, scope: Scope<'_>) -> Vec<String> {
    let mut open = Vec::new();
    for case in matrix.cases(scope) {
        let grid = Grid::read(matrix, scope, case.as_ref(), matrix.pass(scope));
        if grid.rows.is_empty() || grid.columns.is_empty() {
            continue;
        }
        let told = matrix.rules.iter().flat_map(|rule| rule_open(matrix, scope, &grid, rule));
        open.extend(told.map(|sentence| match &case {
            Some(case) => format!("{}: {sentence}", case.label),
            None => sentence,
        }));
    }
    open
}

fn rule_open(matrix: &Matrix, scope: Scope<'_>, grid: &Grid<'_>, rule: &Rule) -> Vec<String> {
    let is = |id: &str, row: usize, column: usize| match grid.stands(row, column) {
        Stands::One(Verdict::Choice(own), _) => own == id,
        Stands::One(..) | Stands::Several(..) | Stands::Nothing => false,
    };
    let in_row = |id: &str, row: usize| grid.free(row).into_iter().filter(|column| is(id, row, *column)).count();
    let rows = |wrong: &dyn Fn(usize) -> bool| (0..grid.rows.len()).filter(|row| wrong(*row)).collect::<Vec<_>>();
    let row_names = |rows: &[usize]| {
        names(scope, rows.iter().map(|row| grid.rows[*row].label.as_str()).collect::<Vec<_>>().as_slice())
    };
    let label = |id: &str| signs(matrix).iter().find(|sign| sign.id == *id).map_or(id, |sign| &sign.label).to_owned();
    let of_rows = |key: &str, id: &str, rows: Vec<usize>| -> Vec<String> {
        let args = [("count", rows.len().into()), ("sign", label(id).into()), ("names", row_names(&rows).into())];
        if rows.is_empty() { Vec::new() } else { vec![scope.words.tell(key, &args)] }
    };
    match rule {
        Rule::AllFilled => all_filled(scope, grid),
        Rule::OnePerRow(id) => of_rows("form-matrix-open-one", id, rows(&|row| in_row(id, row) != 1)),
        Rule::SomePerRow(id) => of_rows("form-matrix-open-some", id, rows(&|row| in_row(id, row) == 0)),
        Rule::MostPerRow(id, most) => {
            let rows = rows(&|row| in_row(id, row) > *most as usize);
            let args = [
                ("count", rows.len().into()),
                ("most", (*most as usize).into()),
                ("sign", label(id).into()),
                ("names", row_names(&rows).into()),
            ];
            if rows.is_empty() { Vec::new() } else { vec![scope.words.tell("form-matrix-open-most", &args)] }
        }
        Rule::SomePerColumn(id) => {
            let lacks = |column: &usize| !(0..grid.rows.len()).any(|row| is(id, row, *column));
            let columns: Vec<&str> =
                (0..grid.columns.len()).filter(lacks).map(|column| grid.columns[column].label.as_str()).collect();
            let args =
                [("count", columns.len().into()), ("sign", label(id).into()), ("names", names(scope, &columns).into())];
            if columns.is_empty() { Vec::new() } else { vec![scope.words.tell("form-matrix-open-column", &args)] }
        }
        Rule::NoSelf => {
            let own = |row: usize| {
                let same = |column: &usize| grid.rows[row].item == grid.columns[*column].item;
                (0..grid.columns.len()).filter(same).any(|column| grid.given(&Assessor::Table, row, column).is_some())
            };
            of_rows("form-matrix-open-self", "", rows(&own))
        }
        Rule::Links(_) | Rule::Exactly(_) => Vec::new(),
    }
}

fn all_filled(scope: Scope<'_>, grid: &Grid<'_>) -> Vec<String> {
    let lacking = grid.lacking(&Assessor::Table);
    let mut open = Vec::new();
    if lacking > 0 {
        let all: usize = (0..grid.rows.len()).map(|row| grid.free(row).len()).sum();
        open.push(scope.words.tell("form-matrix-open-filled", &[("count", lacking.into()), ("all", all.into())]));
    }
    let own = grid.parties().filter(|id| grid.lacking(&Assessor::Party((*id).clone())) > 0);
    let late: Vec<String> =
        own.map(|id| scope.parties.get(id).map_or_else(|| id.to_string(), |party| party.label.clone())).collect();
    if !late.is_empty() {
        let late: Vec<&str> = late.iter().map(String::as_str).collect();
        open.push(
            scope.words.tell(
                "form-matrix-open-copies",
                &[("count", late.len().into()), ("names", names(scope, &late).into())],
            ),
        );
    }
    open
}

/// The first two names, and how many more there are.
fn names(scope: Scope<'_>, all: &[&str]) -> String {
    let first = all.iter().take(2).copied().collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(2) {
        0 => first,
        more => scope.words.tell("form-matrix-more", &[("names", first.into()), ("count", more.into())]),
    }
}

/// What is found in every row: of the agreed copy with the others laid over it, or of one copy by itself.
pub(super) fn all(matrix: &Matrix, grid: &Grid<'_>, whose: &Assessor, laid_over: bool) -> Vec<Found> {
    let found = |at| if laid_over { row(matrix, grid, at) } else { own_row(matrix, grid, whose, at) };
    (0..grid.rows.len()).map(found).collect()
}
