//! Who does what, with the matrices of all tables laid over each other: overlap, gap, friction, contradiction.
//!
//! Within a table the form says what is seen in a row; here it is told **which table said so**. An **overlap** is a row in
//! which a table has more than one that pulls; a **gap** one that a table came to and in which nobody pulls. **Friction** is
//! what a table marked as such, and where parties each claim in their own copy that they pull. A **contradiction** is a cell
//! in which what stands at one table is not what stands at another; that two tables name quite other leaders is told apart.
//!
//! Where things are assigned by choice (not by lot), that is a matrix of one sign: who gets it, pulls.

use super::{
    Gather, Place, Verdicts, Walk,
    subject::{Asked, Named, Trace, case_name},
};
use crate::{
    form::{
        Form, Tone,
        assign::{Assign, Draw},
        case,
        matrix::{self, CellKind, CellSign, Meaning},
        source,
    },
    record::{Assessor, Item, PartyId, TableId, Verdict},
    session::Table,
    workshop::Round,
};
use std::collections::{BTreeMap, BTreeSet};

/// The matrices of all tables laid over each other.
#[derive(Clone, PartialEq, Debug)]
pub struct Overlay {
    /// What was asked.
    pub asked: Asked,
    /// What the rows are.
    pub what: String,
    /// What stands in a cell.
    pub kind: CellKind,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows, in the order of the tables.
    pub rows: Vec<Task>,
    /// The tables that filled in anything, by number.
    pub tables: Vec<TableId>,
    /// The tables of which it is still out of sight what was filled in.
    pub hidden: Vec<TableId>,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its words.
    pub label: String,
    /// The party that it is, if it is one.
    pub party: Option<PartyId>,
}

/// A row over all tables.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Task {
    /// Its words.
    pub label: String,
    /// What was filled in, by column.
    pub cells: Vec<Vec<Said>>,
    /// The tables that came to it.
    pub tables: Vec<TableId>,
    /// The tables at which nobody pulls.
    pub gap: Vec<TableId>,
    /// The tables at which more than one pulls, with the columns.
    pub overlap: Vec<(TableId, Vec<usize>)>,
    /// The tables that marked friction, with the columns.
    pub friction: Vec<(TableId, Vec<usize>)>,
    /// The tables at which more parties claim that they pull, with these parties.
    pub claims: Vec<(TableId, Vec<PartyId>)>,
    /// The tables at which it is not known, with the columns.
    pub unknown: Vec<(TableId, Vec<usize>)>,
    /// The columns in which tables contradict each other.
    pub contradicted: Vec<usize>,
    /// Who pulls, by column, with the tables that say so.
    pub leads: Vec<(usize, Vec<TableId>)>,
    /// Two tables name leaders of whom none is the same.
    pub other_leads: bool,
    /// What was noted of it.
    pub notes: Vec<(TableId, String)>,
    /// Where it was said, for a row that is an entry.
    pub traces: Vec<Trace>,
}

/// What a table filled in a cell.
#[derive(Clone, PartialEq, Debug)]
pub struct Said {
    /// The value.
    pub verdict: Verdict,
    /// What it says of the row.
    pub means: Meaning,
    /// Whose copy it stands in, where that may be seen.
    pub whose: Option<Assessor>,
    /// It is what stands at the table when its copies are laid over each other.
    pub stands: bool,
    /// What it rests on.
    pub trace: Trace,
}

impl Overlay {
    /// The signs of its cells; none where they hold something else.
    pub fn signs(&self) -> &[CellSign] {
        match &self.kind {
            CellKind::Signs(signs) => signs,
            CellKind::Text | CellKind::Numbers { .. } => &[],
        }
    }

    /// The sign of a value.
    pub fn sign(&self, verdict: &Verdict) -> Option<&CellSign> {
        match verdict {
            Verdict::Choice(id) => self.signs().iter().find(|sign| sign.id == *id),
            Verdict::Number(_)
            | Verdict::Set(_)
            | Verdict::Tokens(_)
            | Verdict::Rank(_)
            | Verdict::Place(..)
            | Verdict::Text(_) => None,
        }
    }
}

impl Task {
    /// What stands in a cell, by table.
    pub fn standing(&self, column: usize) -> impl Iterator<Item = &Said> {
        self.cells.get(column).into_iter().flatten().filter(|said| said.stands)
    }

    /// What stands in a cell with the tables that say so, in the order in which it is met.
    pub fn kinds(&self, column: usize) -> Vec<(&Verdict, Vec<TableId>)> {
        let mut kinds: Vec<(&Verdict, Vec<TableId>)> = Vec::new();
        for said in self.standing(column) {
            match kinds.iter_mut().find(|(verdict, _)| *verdict == &said.verdict) {
                Some((_, tables)) => tables.push(said.trace.table),
                None => kinds.push((&said.verdict, vec![said.trace.table])),
            }
        }
        kinds
    }

    /// The mean of the numbers that stand in a cell; nothing where there are none.
    pub fn mean(&self, column: usize) -> Option<f64> {
        let numbers = self.standing(column).filter_map(|said| match said.verdict {
            Verdict::Number(number) if number.is_finite() => Some(number),
            Verdict::Number(_)
            | Verdict::Choice(_)
            | Verdict::Set(_)
            | Verdict::Tokens(_)
            | Verdict::Rank(_)
            | Verdict::Place(..)
            | Verdict::Text(_) => None,
        });
        let numbers: Vec<f64> = numbers.collect();
        (!numbers.is_empty()).then(|| numbers.iter().sum::<f64>() / numbers.len() as f64)
    }

    /// Nobody pulls at any of the tables that came to it.
    pub fn is_nobodys(&self) -> bool {
        !self.gap.is_empty() && self.gap.len() == self.tables.len()
    }

    /// Whether something in it asks to be talked about.
    pub fn is_open(&self) -> bool {
        !(self.gap.is_empty() && self.overlap.is_empty() && self.friction.is_empty() && self.claims.is_empty())
            || self.other_leads
            || !self.contradicted.is_empty()
    }
}

/// Gathers a matrix, or what was assigned by choice.
pub(super) fn gather(walk: &Walk<'_>, at: Place) -> Option<Box<dyn Gather>> {
    let (_, form) = walk.block(at)?;
    let laid_over = match form {
        Form::Matrix(_) => true,
        Form::Assign(assign) => assign.draw == Draw::Choose,
        Form::Moment(_)
        | Form::Collect(_)
        | Form::Formulate(_)
        | Form::Group(_)
        | Form::Link(_)
        | Form::Judge(_)
        | Form::Vote(_) => false,
    };
    laid_over.then(|| -> Box<dyn Gather> { Box::new(Gathered { at, cases: Named::default() }) })
}

/// An overlay while it is gathered, by case.
#[derive(Debug)]
struct Gathered {
    at: Place,
    cases: Named<Gathering>,
}

impl Gather for Gathered {
    fn take(&mut self, walk: &Walk<'_>, table: &Table) {
        let Some((round, form)) = walk.block(self.at) else { return };
        let asked = |case: Option<&case::Case>| Asked::new(self.at.round, round, form, case);
        match form {
            Form::Matrix(matrix) => {
                for outcome in matrix.outcomes(walk.scope(round, table)) {
                    let case = outcome.case.as_ref();
                    let fresh = || Gathering::new(asked(case), &matrix.what, matrix.cell.clone());
                    self.cases.get(case_name(case), fresh).take(walk, round, table, &outcome);
                }
            }
            Form::Assign(assign) => {
                let sign = CellSign {
                    id: ASSIGNED.to_owned(),
                    glyph: "●".to_owned(),
                    label: walk.words.say("verdicts-assigned"),
                    tone: Tone::Blue,
                    means: Meaning::Lead,
                    ..CellSign::default()
                };
                let outcome = assigned(walk, round, table, assign);
                let fresh = || Gathering::new(asked(None), "", CellKind::Signs(vec![sign]));
                self.cases.get(String::new(), fresh).take(walk, round, table, &outcome);
            }
            Form::Moment(_)
            | Form::Collect(_)
            | Form::Formulate(_)
            | Form::Group(_)
            | Form::Link(_)
            | Form::Judge(_)
            | Form::Vote(_) => {}
        }
    }

    fn done(self: Box<Self>, _: &Walk<'_>, into: &mut Verdicts) {
        into.roles.extend(self.cases.all.into_iter().map(Gathering::done));
    }
}

/// The one sign of what was assigned.
const ASSIGNED: &str = "assigned";

/// What was assigned at a table, as if it were a matrix.
fn assigned(walk: &Walk<'_>, round: &Round, table: &Table, assign: &Assign) -> matrix::Outcome {
    let scope = walk.scope(round, table);
    let (rows, columns) = (source::things(scope, &assign.what), source::things(scope, &assign.to));
    let pairs = crate::form::Lens::pairs(assign, scope);
    let blank = pairs.is_empty();
    let row = |thing: crate::form::Thing| {
        let mine = pairs.iter().filter(|(who, _)| *who == thing.item);
        let mut to: Vec<usize> =
            mine.filter_map(|(_, whom)| columns.iter().position(|column| column.item == *whom)).collect();
        to.sort_unstable();
        to.dedup();
        let said = |column: &usize| {
            let pair = Item::Cell(Box::new(thing.item.clone()), Box::new(columns[*column].item.clone()));
            let key =
                source::judged(scope, &assign.id).find(|(key, given)| key.item == pair && given.verdict.is_some());
            matrix::Said {
                column: *column,
                verdict: Verdict::Choice(ASSIGNED.to_owned()),
                means: Meaning::Lead,
                whose: Some(Assessor::Table),
                stands: true,
                key: key.map(|(key, _)| key.clone()),
            }
        };
        let found = matrix::Found {
            gap: to.is_empty() && !blank,
            overlap: if to.len() > 1 { to.clone() } else { Vec::new() },
            ..matrix::Found::default()
        };
        matrix::Row { said: to.iter().map(said).collect(), found, note: None, thing }
    };
    let rows = rows.into_iter().map(row).collect();
    matrix::Outcome { case: None, pass: 0, columns: columns.clone(), rows, parties: Vec::new(), hidden: false }
}

/// One case of it.
#[derive(Debug)]
struct Gathering {
    asked: Asked,
    what: String,
    kind: CellKind,
    columns: Named<Column>,
    rows: Named<Task>,
    tables: Vec<TableId>,
    hidden: Vec<TableId>,
}

impl Gathering {
    fn new(asked: Asked, what: &str, kind: CellKind) -> Self {
        let (columns, rows) = (Named::default(), Named::default());
        Self { asked, what: what.to_owned(), kind, columns, rows, tables: Vec::new(), hidden: Vec::new() }
    }

    /// Lays a table over those before it.
    fn take(&mut self, walk: &Walk<'_>, round: &Round, table: &Table, outcome: &matrix::Outcome) {
        let (scope, table) = (walk.scope(round, table), table.id);
        self.hidden.extend(outcome.hidden.then_some(table));
        let mut places = Vec::with_capacity(outcome.columns.len());
        for thing in &outcome.columns {
            let party = match &thing.item {
                Item::Party(id) => Some(id.clone()),
                Item::Entry(_) | Item::Statement(_) | Item::Chair(_) | Item::Cell(..) | Item::Group(..) => None,
            };
            let make = || Column { label: thing.label.clone(), party };
            places.push(self.columns.place(walk.name(scope, thing), make));
        }
        let all = |columns: &[usize]| columns.iter().map(|column| places[*column]).collect::<Vec<_>>();
        let mut filled = false;
        for row in &outcome.rows {
            let make = || Task { label: row.thing.label.clone(), ..Task::default() };
            let task = self.rows.get(walk.name(scope, &row.thing), make);
            task.traces.push(Trace::new(table, &row.thing.item, None));
            task.notes.extend(row.note.clone().map(|note| (table, note)));
            filled |= !row.said.is_empty();
            let found = &row.found;
            if !row.said.is_empty() || found.gap {
                task.tables.push(table);
            }
            let some = |columns: &[usize]| (!columns.is_empty()).then(|| (table, all(columns)));
            task.gap.extend(found.gap.then_some(table));
            task.overlap.extend(some(&found.overlap));
            task.friction.extend(some(&found.friction));
            task.unknown.extend(some(&found.unknown));
            let mut claims: Vec<PartyId> = Vec::new();
            for said in &row.said {
                let at = places[said.column];
                if task.cells.len() <= at {
                    task.cells.resize_with(at + 1, Vec::new);
                }
                if let (Some(Assessor::Party(party)), Meaning::Lead) = (&said.whose, said.means)
                    && outcome.columns[said.column].item == Item::Party(party.clone())
                {
                    claims.push(party.clone());
                }
                let trace = Trace::new(table, &row.thing.item, said.key.clone());
                let (verdict, whose) = (said.verdict.clone(), said.whose.clone());
                task.cells[at].push(Said { verdict, means: said.means, whose, stands: said.stands, trace });
            }
            task.claims.extend((claims.len() > 1).then_some((table, claims)));
        }
        self.tables.extend(filled.then_some(table));
    }

    fn done(self) -> Overlay {
        let (columns, mut rows) = (self.columns.all, self.rows.all);
        let compared = match &self.kind {
            CellKind::Signs(_) | CellKind::Numbers { .. } => true,
            CellKind::Text => false, // words are never the same
        };
        for row in &mut rows {
            row.cells.resize_with(columns.len(), Vec::new);
            let contradicted = (0..columns.len()).filter(|column| compared && row.kinds(*column).len() > 1);
            row.contradicted = contradicted.collect();
            row.leads = leads(row);
            row.other_leads = other_leads(&row.leads);
        }
        let Self { asked, what, kind, tables, hidden, .. } = self;
        Overlay { asked, what, kind, columns, rows, tables, hidden }
    }
}

/// Whether two tables name leaders of whom none is the same.
fn other_leads(leads: &[(usize, Vec<TableId>)]) -> bool {
    let mut named: BTreeMap<TableId, BTreeSet<usize>> = BTreeMap::new();
    for (column, tables) in leads {
        for table in tables {
            named.entry(*table).or_default().insert(*column);
        }
    }
    // of a hundred tables most name the same ones
    let kinds: BTreeSet<BTreeSet<usize>> = named.into_values().collect();
    kinds.iter().any(|one| kinds.iter().any(|other| one.is_disjoint(other)))
}

/// Who pulls a row, by column, with the tables that say so.
fn leads(row: &Task) -> Vec<(usize, Vec<TableId>)> {
    let of = |column: usize| {
        let leads = row.standing(column).filter(|said| said.means == Meaning::Lead);
        (column, leads.map(|said| said.trace.table).collect::<Vec<_>>())
    };
    (0..row.cells.len()).map(of).filter(|(_, tables)| !tables.is_empty()).collect()
}
