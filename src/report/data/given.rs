//! Every judgement that may be seen, as rows: who gave what to which thing.
//!
//! Read through the forms, so under their veil. Where it is out of sight who gave something, rows stand by what was given:
//! the order of the chairs would tell it. Called by the data of a report only.

use super::{Asked, Ground, JudgementRow};
use crate::{
    form::{
        Form, Scope, Thing, case,
        judge::{self, Judge, Mark, decimal},
        link::Link,
        matrix::{self, Matrix, signs},
        source,
        vote::Vote,
    },
    record::{Assessor, CategoryId, Item, Names, Parties, Verdict, Voice},
    report::wash,
    session::Table,
    workshop::Round,
};
use std::collections::HashMap;

/// What tells criterion, value and number of a verdict; nothing keeps it out.
type Teller<'a> = &'a mut dyn FnMut(&str, &Verdict) -> Option<(String, String, Option<f64>)>;

/// The rows of the tables that were asked for, and how many boards are out of sight.
pub(super) fn rows(ground: &Ground<'_>) -> (Vec<JudgementRow>, usize) {
    let (mut rows, mut hidden) = (Vec::new(), 0);
    for table in ground.tables.iter().copied().filter(|table| ground.chosen(table.id)) {
        for (at, round) in ground.told.session.head.workshop.rounds.iter().enumerate() {
            for form in &round.blocks {
                let board = Board { ground, scope: round.scope(ground.scope(table)), at, round, form, table };
                hidden += board.rows(&mut rows);
            }
        }
    }
    (rows, hidden)
}

/// A block at a table.
struct Board<'a> {
    ground: &'a Ground<'a>,
    scope: Scope<'a>,
    at: usize,
    round: &'a Round,
    form: &'a Form,
    table: &'a Table,
}

impl Board<'_> {
    /// Adds its rows; says how many of its cases are out of sight.
    fn rows(&self, rows: &mut Vec<JudgementRow>) -> usize {
        match self.form {
            Form::Judge(judge) => self.judged(judge, rows),
            Form::Vote(vote) => self.voted(vote, rows),
            Form::Matrix(matrix) => self.filled(matrix, rows),
            Form::Group(_) => self.grouped(rows),
            Form::Link(link) => self.linked(link, rows),
            Form::Assign(_) => {
                self.stands(rows, &mut |_, _| Some((String::new(), self.scope.words.say("form-yes"), None)))
            }
            Form::Moment(_) | Form::Collect(_) | Form::Formulate(_) => 0,
        }
    }

    /// A row of a thing, without its value; nothing where the thing is not told.
    fn row(&self, case: Option<&str>, item: &Item, label: &str, pass: u32) -> Option<JudgementRow> {
        let mut asked = Asked::of(self.at, self.round, Some(self.form.lens().frame()));
        asked.case = case.map(wash::line).unwrap_or_default();
        Some(JudgementRow {
            table: self.table.id.0,
            asked,
            code: self.code(item).ok()?,
            item: wash::line(label),
            criterion: String::new(),
            by: None,
            pass: pass.saturating_add(1),
            value: String::new(),
            number: None,
            reason: None,
        })
    }

    /// The code of an item, if it is an entry or the row of a cell is one.
    ///
    /// # Errors
    /// It is about something that is not told.
    fn code(&self, item: &Item) -> Result<Option<String>, ()> {
        match item {
            Item::Entry(id) => self.ground.codes.get(id).cloned().map(Some).ok_or(()),
            Item::Cell(row, column) => self.code(column).and_then(|_| self.code(row)),
            Item::Party(_) | Item::Statement(_) | Item::Chair(_) | Item::Group(..) => Ok(None),
        }
    }

    /// Who gave it. A party that the session does not know has its name in its id alone, which is not told without names.
    fn who(&self, who: &Assessor) -> Option<String> {
        let (parties, words) = (self.scope.parties, self.scope.words);
        let known = |party| self.ground.told.names != Names::None || parties.get(party).is_some();
        let told = match who {
            Assessor::Table => words.say("data-by-table"),
            Assessor::Party(id) => known(id).then(|| parties.voice(&Voice::Party(id.clone())))?,
            Assessor::Seat(seat) => {
                let (party, _) = Parties::chair_of(seat)?;
                known(&party).then(|| parties.voice(&Voice::Seat(seat.clone())))?
            }
            Assessor::Chair(nth) => words.tell("form-chair", &[("nth", (*nth as usize).into())]),
        };
        Some(wash::line(&told))
    }

    fn judged(&self, judge: &Judge, rows: &mut Vec<JudgementRow>) -> usize {
        let mut hidden = 0;
        for outcome in judge.outcomes(self.scope) {
            hidden += usize::from(outcome.hidden && outcome.lines.iter().any(|line| line.count > 0));
            for line in &outcome.lines {
                let case = outcome.case.as_ref().map(|case| case.label.as_str());
                let Some(bare) = self.row(case, &line.thing.item, &line.thing.label, outcome.pass) else { continue };
                let mut own: Vec<JudgementRow> =
                    line.given.iter().map(|given| self.marked(judge, given, bare.clone())).collect();
                if own.iter().any(|row| row.by.is_none()) {
                    own.sort_by(|one, other| by_value(one).cmp(&by_value(other)));
                }
                rows.extend(own);
                let note = line.note.as_deref().filter(|note| !note.trim().is_empty());
                rows.extend(note.map(|note| self.note(note, bare)));
            }
        }
        hidden
    }

    fn marked(&self, judge: &Judge, given: &judge::Given, bare: JudgementRow) -> JudgementRow {
        let own = given.criterion.as_ref();
        let criterion = judge.criteria.iter().find(|criterion| Some(&criterion.id) == own);
        let number =
            if let Mark::Number(value) = given.mark { Some(value).filter(|value| value.is_finite()) } else { None };
        JudgementRow {
            criterion: criterion.map(|criterion| wash::line(&criterion.label)).unwrap_or_default(),
            by: given.who.as_ref().and_then(|who| self.who(who)),
            value: wash::line(&judge.told(self.scope, given.mark)),
            number,
            reason: given.reason.as_deref().map(|reason| wash::lines(reason).into_owned()),
            ..bare
        }
    }

    fn note(&self, note: &str, bare: JudgementRow) -> JudgementRow {
        JudgementRow { criterion: self.scope.words.say("form-note"), value: wash::lines(note).into_owned(), ..bare }
    }

    fn voted(&self, vote: &Vote, rows: &mut Vec<JudgementRow>) -> usize {
        let mut hidden = 0;
        for outcome in vote.outcomes(self.scope) {
            hidden += usize::from(outcome.hidden && outcome.returned > 0);
            let case = outcome.case.as_ref().map(|case| case.label.as_str());
            let row = |given: &crate::form::vote::Given| {
                let Thing { item, label, .. } = &outcome.things[given.thing];
                let bare = self.row(case, item, label, outcome.pass)?;
                Some(JudgementRow {
                    criterion: vote.kinds().get(given.kind).map(|kind| wash::line(&kind.label)).unwrap_or_default(),
                    by: given.who.as_ref().and_then(|who| self.who(who)),
                    value: given.weight.to_string(),
                    number: Some(given.weight as f64),
                    ..bare
                })
            };
            let mut given: Vec<&crate::form::vote::Given> = outcome.given.iter().collect();
            if given.iter().any(|given| given.who.is_none()) {
                given.sort_by_key(|given| (given.thing, given.kind, given.weight));
            }
            rows.extend(given.into_iter().filter_map(row));
        }
        hidden
    }

    fn filled(&self, matrix: &Matrix, rows: &mut Vec<JudgementRow>) -> usize {
        let mut hidden = 0;
        for outcome in matrix.outcomes(self.scope) {
            hidden += usize::from(outcome.hidden);
            let case = outcome.case.as_ref().map(|case| case.label.as_str());
            for row in &outcome.rows {
                let Some(bare) = self.row(case, &row.thing.item, &row.thing.label, outcome.pass) else { continue };
                let mut said: Vec<&matrix::Said> = row.said.iter().collect();
                let cell = |said: &&matrix::Said| {
                    let column = outcome.columns.get(said.column)?;
                    self.code(&column.item).ok()?;
                    let (value, number) = self.cell(matrix, &said.verdict);
                    let by = said.whose.as_ref().and_then(|who| self.who(who));
                    Some(JudgementRow { criterion: wash::line(&column.label), by, value, number, ..bare.clone() })
                };
                if said.iter().any(|said| said.whose.is_none()) {
                    said.sort_by_cached_key(|said| (said.column, self.cell(matrix, &said.verdict).0));
                }
                rows.extend(said.iter().filter_map(cell));
                let note = row.note.as_deref().filter(|note| !note.trim().is_empty());
                rows.extend(note.map(|note| self.note(note, bare.clone())));
            }
        }
        hidden
    }

    fn cell(&self, matrix: &Matrix, verdict: &Verdict) -> (String, Option<f64>) {
        let sign = |id: &str| signs(matrix).iter().find(|sign| sign.id == id).map(|sign| wash::line(&sign.label));
        match verdict {
            Verdict::Choice(id) => (sign(id).unwrap_or_else(|| wash::line(id)), None),
            Verdict::Number(_)
            | Verdict::Set(_)
            | Verdict::Tokens(_)
            | Verdict::Rank(_)
            | Verdict::Place(..)
            | Verdict::Text(_) => self.plain(verdict),
        }
    }

    /// A value as it stands, in words and as a number.
    fn plain(&self, verdict: &Verdict) -> (String, Option<f64>) {
        match verdict {
            Verdict::Number(value) => {
                (decimal(*value, self.scope.words.lang()), Some(*value).filter(|value| value.is_finite()))
            }
            Verdict::Tokens(count) | Verdict::Rank(count) => (count.to_string(), Some(f64::from(*count))),
            Verdict::Choice(text) | Verdict::Text(text) => (wash::lines(text).into_owned(), None),
            Verdict::Set(all) => (wash::line(&all.iter().cloned().collect::<Vec<_>>().join(", ")), None),
            Verdict::Place(across, up) => (format!("{across:.2} / {up:.2}"), None),
        }
    }

    /// What stands in which group.
    fn grouped(&self, rows: &mut Vec<JudgementRow>) -> usize {
        let mut labels: HashMap<String, String> = HashMap::new();
        self.stands(rows, &mut |_, verdict| {
            let Verdict::Choice(id) = verdict else { return None }; // a mark while things are moved
            let label = || self.form.lens().group_label(self.scope, &CategoryId::new(id));
            let label = labels.entry(id.clone()).or_insert_with(|| wash::line(&label().unwrap_or_else(|| id.clone())));
            Some((String::new(), label.clone(), None))
        })
    }

    fn linked(&self, link: &Link, rows: &mut Vec<JudgementRow>) -> usize {
        self.stands(rows, &mut |own, verdict| {
            let kind = link.kinds.iter().find(|kind| kind.id == own).map(|kind| wash::line(&kind.label));
            let (value, number) = self.plain(verdict);
            Some((kind.unwrap_or_default(), value, number))
        })
    }

    /// Forms that keep nothing out of sight, in every pass; `tell` gives criterion, value and number.
    fn stands(&self, rows: &mut Vec<JudgementRow>, tell: Teller<'_>) -> usize {
        let cases = case::all(self.scope, self.form);
        for (key, verdict) in self.scope.records.judged(self.form.lens().frame().id) {
            let criterion = key.criterion.as_ref().map(|criterion| criterion.as_str()).unwrap_or_default();
            let (own, case) = criterion.split_once('@').unwrap_or((criterion, ""));
            let case = cases.iter().flatten().find(|known| known.key == case).map(|case| case.label.as_str());
            let Some(label) = source::label(self.scope, &key.item) else { continue };
            let Some(bare) = self.row(case, &key.item, &label, key.pass) else { continue };
            let Some((criterion, value, number)) = tell(own, verdict) else { continue };
            rows.push(JudgementRow { criterion, by: self.who(&key.assessor), value, number, ..bare });
        }
        0
    }
}

/// The order of rows of which it may not be seen whose they are.
fn by_value(row: &JudgementRow) -> (&str, &str, &Option<String>) {
    (&row.criterion, &row.value, &row.reason)
}
