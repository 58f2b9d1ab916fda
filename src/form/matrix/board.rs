//! What stands on the board of a matrix.

use super::{
    CellKind, Matrix, Veil,
    derive::{self, Found, mean_and_spread},
    grid::{Grid, Stands},
    typed::{EMPTY, KEEP, NOTE, whole},
    whose,
};
use crate::{
    form::{
        Case, Scope, Tone,
        board::{Board, Cell, Heading, Row, Sign},
        terms::{Derive, Hidden, Remark},
    },
    record::{Assessor, Verdict},
    words::numbers::number,
};

/// What stands in a cell of which only may be seen that it was filled in.
const GIVEN: &str = "*";
/// What stands behind the value of a cell that not everybody gave.
const OTHERWISE: &str = "!";
/// More values that contradict each other than this are not shown in one cell.
const MOST_SHOWN: usize = 3;

/// How the copy that is looked at is seen.
struct View<'a> {
    matrix: &'a Matrix,
    scope: Scope<'a>,
    grid: Grid<'a>,
    whose: Assessor,
    veil: Veil,
    /// The copies are laid over each other.
    laid_over: bool,
    /// Only that something was given is shown.
    masked: bool,
}

pub(super) fn board(matrix: &Matrix, scope: Scope<'_>, case: Option<&Case>) -> Board {
    let (whose, of) = whose(case);
    let pass = matrix.pass(scope);
    let grid = Grid::read(matrix, scope, of, pass);
    let veil = matrix.veil(scope, || grid.is_complete());
    let agreed = whose == Assessor::Table && grid.parties().next().is_some();
    let masked = match veil {
        Veil::None | Veil::Notes => false,
        Veil::Names => whose != Assessor::Table,
        Veil::Values => !agreed || matrix.hidden == Hidden::Private,
    };
    let view = View { matrix, scope, grid, whose, veil, laid_over: agreed && veil != Veil::Values, masked };
    let found = derive::all(matrix, &view.grid, &view.whose, view.laid_over);
    let rows: Vec<Row> = found.iter().enumerate().map(|(at, found)| view.row(at, found)).collect();
    let mut below = Vec::new();
    if !masked {
        below = view.below(&found);
        below.extend(pass.checked_sub(1).and_then(|earlier| view.before(of, earlier)));
    }
    Board {
        what: matrix.what.clone(),
        columns: Heading::all(view.grid.columns.iter().map(|column| column.label.clone())),
        legend: view.legend(&rows),
        rows,
        below,
        hint: match (view.grid.rows.is_empty(), view.grid.columns.is_empty()) {
            (true, _) => scope.words.say("form-matrix-no-row"),
            (false, true) => scope.words.say("form-matrix-no-column"),
            (false, false) => hint(matrix, scope),
        },
        keys: keys(matrix),
        wide: matches!(matrix.cell, CellKind::Text),
        veiled: masked,
        ..Board::default()
    }
}

impl View<'_> {
    fn row(&self, at: usize, found: &Found) -> Row {
        let thing = &self.grid.rows[at];
        let mut row = Row::new(thing.item.clone(), thing.label.clone());
        row.cells = (0..self.grid.columns.len()).map(|column| self.cell(at, column)).collect();
        row.remark = if self.masked { None } else { self.remark(at, found) };
        row.notes = self.notes(at);
        row
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        if self.grid.is_blocked(row, column) {
            return Cell { blocked: true, ..Cell::default() };
        }
        let stands = if self.laid_over {
            self.grid.stands(row, column)
        } else {
            let given = self.grid.given(&self.whose, row, column);
            given.map_or(Stands::Nothing, |verdict| Stands::One(verdict, Vec::new()))
        };
        match stands {
            Stands::Nothing => Cell::default(),
            Stands::One(..) | Stands::Several(..) if self.masked => Cell::new(GIVEN, Tone::Plain),
            Stands::One(verdict, others) => {
                let (text, tone) = self.tell(verdict);
                let text = if others.is_empty() { text } else { format!("{text}{OTHERWISE}") };
                Cell { strong: !others.is_empty(), ..Cell::new(text, tone) }
            }
            Stands::Several(all, _) => {
                let told: Vec<String> = all.iter().take(MOST_SHOWN).map(|verdict| self.tell(verdict).0).collect();
                let between = match self.matrix.cell {
                    CellKind::Signs(_) => "",
                    CellKind::Numbers { .. } | CellKind::Text => "/",
                };
                let more = if all.len() > MOST_SHOWN { "…" } else { "" };
                let text = format!("{}{more}{OTHERWISE}", told.join(between));
                Cell { strong: true, ..Cell::new(text, Tone::Orange) }
            }
        }
    }

    /// A value as it stands in a cell; one that the workshop no longer knows stands as it was kept.
    fn tell(&self, verdict: &Verdict) -> (String, Tone) {
        let plain = |text: String| (text, Tone::Plain);
        match verdict {
            Verdict::Choice(id) => match derive::signs(self.matrix).iter().find(|sign| sign.id == *id) {
                Some(sign) => (glyph(sign).to_owned(), sign.tone),
                None => plain(id.clone()),
            },
            Verdict::Number(value) => {
                plain(number(*value, usize::from(whole(*value).is_none()), self.scope.words.lang()))
            }
            Verdict::Text(text) => plain(text.replace('\n', " ")),
            Verdict::Set(ids) => plain(ids.iter().cloned().collect::<Vec<_>>().join(", ")),
            Verdict::Tokens(count) | Verdict::Rank(count) => plain(count.to_string()),
            Verdict::Place(across, up) => plain(format!("{across:.1}/{up:.1}")),
        }
    }

    fn remark(&self, row: usize, found: &Found) -> Option<Remark> {
        let words = self.scope.words;
        let mut seen: Vec<(String, Tone)> = Vec::new();
        if !found.overlap.is_empty() {
            seen.push((words.say("form-matrix-overlap"), Tone::Yellow));
        }
        if found.gap {
            seen.push((words.say("form-matrix-gap"), Tone::Red));
        }
        if !found.friction.is_empty() {
            seen.push((words.say("form-matrix-friction"), Tone::Purple));
        }
        if !found.others.is_empty() {
            let args = [("count", found.others.len().into()), ("all", self.grid.took_part(row).into())];
            seen.push((words.tell("form-matrix-otherwise", &args), Tone::Purple));
        }
        if seen.is_empty() && !found.unknown.is_empty() {
            seen.push((words.say("form-matrix-unknown"), Tone::Orange));
        }
        seen.extend(self.sums(&derive::numbers(&self.grid, &self.whose, row)).map(|text| (text, Tone::Plain)));
        let tone = seen.first().map(|(_, tone)| *tone)?;
        let text = seen.into_iter().map(|(text, _)| text).collect::<Vec<_>>().join(", ");
        Some(Remark::new(text, tone))
    }

    /// What is computed of numbers: their sum where nothing else is asked.
    fn sums(&self, numbers: &[f64]) -> Option<String> {
        let (mean, spread) = mean_and_spread(numbers)?;
        let words = self.scope.words;
        let told = |value: f64| number(value, usize::from(whole(value).is_none()), words.lang());
        let asked = if self.matrix.derive.is_empty() { &[Derive::Sum][..] } else { &self.matrix.derive };
        let told = asked.iter().filter_map(|derive| match derive {
            Derive::Sum => Some(words.tell("form-matrix-sum", &[("number", told(numbers.iter().sum()).into())])),
            Derive::Mean => Some(words.tell("form-matrix-mean", &[("number", told(mean).into())])),
            Derive::Spread => Some(words.tell("form-matrix-spread", &[("number", told(spread).into())])),
            Derive::Extremes => {
                let least = numbers.iter().copied().fold(f64::INFINITY, f64::min);
                let most = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                Some(format!("{}–{}", told(least), told(most)))
            }
            Derive::Gap | Derive::Overlap | Derive::Consensus | Derive::Robust | Derive::Threshold => None,
        });
        Some(told.collect::<Vec<_>>().join(", ")).filter(|told| !told.is_empty())
    }

    /// The notes of a row; where copies are laid over each other also what each noted and, of words, what each wrote.
    fn notes(&self, row: usize) -> Vec<String> {
        let words = self.scope.words;
        let hidden = match self.veil {
            Veil::None | Veil::Names => self.masked,
            Veil::Notes | Veil::Values => !self.laid_over || self.veil == Veil::Notes,
        };
        let own = self.grid.note(&self.whose, row);
        if hidden {
            return own.map(|_| words.say("form-matrix-note-hidden")).into_iter().collect();
        }
        let mut notes: Vec<String> = own.map(|note| note.replace('\n', " ")).into_iter().collect();
        if !self.laid_over {
            return notes;
        }
        let named = |id: &crate::record::PartyId, text: String| match self.scope.parties.get(id) {
            Some(party) if self.veil != Veil::Names => format!("{}: {text}", party.label),
            Some(_) | None => text,
        };
        if matches!(self.matrix.cell, CellKind::Text) {
            let parties: Vec<_> = self.grid.parties().collect();
            for (column, heading) in self.grid.columns.iter().enumerate() {
                if self.grid.given(&Assessor::Table, row, column).is_some() {
                    continue; // they agreed on it
                }
                let each = self.grid.each(row, column);
                notes.extend(each.map(|(nth, verdict)| {
                    format!("{} – {}", heading.label, named(parties[nth], self.tell(verdict).0))
                }));
            }
        }
        let each = self.grid.parties().filter_map(|id| Some((id, self.grid.note(&Assessor::Party(id.clone()), row)?)));
        notes.extend(each.map(|(id, note)| named(id, note.replace('\n', " "))));
        notes
    }

    /// What is seen when one looks at all of it.
    fn below(&self, found: &[Found]) -> Vec<Remark> {
        let words = self.scope.words;
        let count = |is: &dyn Fn(&Found) -> bool| found.iter().filter(|found| is(found)).count();
        let mut below = Vec::new();
        let mut seen = |count: usize, key: &str, tone: Tone| {
            if count > 0 {
                below.push(Remark::new(words.tell(key, &[("count", count.into())]), tone));
            }
        };
        seen(count(&|found| !found.overlap.is_empty()), "form-matrix-overlaps", Tone::Yellow);
        seen(count(&|found| found.gap), "form-matrix-gaps", Tone::Red);
        seen(count(&|found| !found.friction.is_empty()), "form-matrix-frictions", Tone::Purple);
        seen(count(&|found| !found.others.is_empty()), "form-matrix-otherwises", Tone::Purple);
        seen(count(&|found| !found.unknown.is_empty()), "form-matrix-unknowns", Tone::Orange);
        let numbers: Vec<f64> =
            (0..self.grid.rows.len()).flat_map(|row| derive::numbers(&self.grid, &self.whose, row)).collect();
        below.extend(self.sums(&numbers).map(|text| Remark::new(text, Tone::Plain)));
        below
    }

    /// What was seen in an earlier pass.
    fn before(&self, of: Option<&Case>, pass: u32) -> Option<Remark> {
        let grid = Grid::read(self.matrix, self.scope, of, pass);
        let view = View { grid, whose: self.whose.clone(), ..*self };
        let found = derive::all(self.matrix, &view.grid, &view.whose, view.laid_over);
        let seen: Vec<String> = view.below(&found).into_iter().map(|remark| remark.text).collect();
        let args = [("pass", (pass as usize + 1).into()), ("seen", seen.join(", ").into())];
        (!seen.is_empty()).then(|| Remark::new(self.scope.words.tell("form-matrix-before", &args), Tone::Plain))
    }

    fn legend(&self, rows: &[Row]) -> Vec<Sign> {
        let words = self.scope.words;
        let signs = derive::signs(self.matrix).iter();
        let mut legend: Vec<Sign> = signs
            .map(|sign| Sign { glyph: glyph(sign).to_owned(), label: sign.label.clone(), tone: sign.tone })
            .collect();
        if rows.iter().any(|row| row.cells.iter().any(|cell| cell.strong)) {
            let label = words.say("form-matrix-sign-otherwise");
            legend.push(Sign { glyph: OTHERWISE.to_owned(), label, tone: Tone::Orange });
        }
        if self.masked {
            let label = words.say("form-matrix-sign-given");
            legend.push(Sign { glyph: GIVEN.to_owned(), label, tone: Tone::Plain });
        }
        legend
    }
}

/// The sign on the screen; its letter where an author forgot it.
fn glyph(sign: &super::CellSign) -> &str {
    [&sign.glyph, &sign.letter, &sign.id].into_iter().find(|text| !text.is_empty()).map_or("?", String::as_str)
}

/// How a row is typed, in a few words.
fn hint(matrix: &Matrix, scope: Scope<'_>) -> String {
    let words = scope.words;
    match &matrix.cell {
        CellKind::Text => words.say("form-matrix-hint-text"),
        CellKind::Numbers { from, to } => {
            let args = [("from", from.to_string().into()), ("to", to.to_string().into())];
            words.tell("form-matrix-hint-numbers", &args)
        }
        CellKind::Signs(list) => {
            let typed = list.iter().map(|sign| if sign.letter.is_empty() { &sign.glyph } else { &sign.letter });
            let letters = typed.filter(|letter| !letter.is_empty()).cloned().collect::<Vec<_>>().join(" ");
            words.tell("form-matrix-hint-signs", &[("letters", letters.into())])
        }
    }
}

/// The characters with which a line of values, or a note, begins.
fn keys(matrix: &Matrix) -> String {
    let mut keys = NOTE.to_string();
    match &matrix.cell {
        CellKind::Text => {}
        CellKind::Numbers { .. } => {
            keys.push_str("0123456789+");
            keys.push_str(KEEP);
            keys.push_str(EMPTY);
        }
        CellKind::Signs(list) => {
            for sign in list {
                let first = |text: &str| text.chars().next();
                keys.extend(first(&sign.letter).into_iter().chain(first(&sign.glyph)));
                keys.extend(first(&sign.letter.to_lowercase()).into_iter().chain(first(&sign.letter.to_uppercase())));
            }
            keys.push_str(KEEP);
            keys.push_str(EMPTY);
        }
    }
    keys
}
