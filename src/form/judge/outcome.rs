//! What one table gave, for who lays tables beside each other: every mark with who gave it.
//!
//! Gathered as the board gathers it, under the same veil: what a table may not see yet is not given out. Called by the
//! mirror and by `harvest`.

use super::{
    Axis, Judge, Scale,
    board::axis_words,
    derive::Tally,
    given::{Line as Row, Veil},
    mark::Mark,
};
use crate::{
    form::{Case, Scope, Thing, terms::then},
    record::{Assessor, CriterionId, Item, JudgementKey, PartyId, Verdict},
};

/// What one table gave in a case.
#[derive(Clone, PartialEq, Debug)]
pub struct Outcome {
    /// The case, if the block is repeated.
    pub case: Option<Case>,
    /// The pass in which it was given, from 0.
    pub pass: u32,
    /// What is judged at this table, with what it was given.
    pub lines: Vec<Line>,
    /// Values were given that are out of sight.
    pub hidden: bool,
}

/// A thing with what it was given.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// What is judged.
    pub thing: Thing,
    /// Whose row it is, where a row is one party's.
    pub party: Option<PartyId>,
    /// What it was given; nothing while that is out of sight.
    pub given: Vec<Given>,
    /// How many gave a value, seen or not.
    pub count: usize,
    /// The mean of an earlier session, where one came along.
    pub then: Option<f64>,
    /// What was noted beside it, where that may be seen.
    pub note: Option<String>,
}

/// A value that somebody gave.
#[derive(Clone, PartialEq, Debug)]
pub struct Given {
    /// The value.
    pub mark: Mark,
    /// On what, where it is more than one thing.
    pub criterion: Option<CriterionId>,
    /// Who gave it, where that may be seen.
    pub who: Option<Assessor>,
    /// The judgement, where it may be seen whose it is.
    pub key: Option<JudgementKey>,
    /// Why, where that was said and may be seen.
    pub reason: Option<String>,
}

impl Judge {
    /// What the table of a scope gave, case by case.
    pub fn outcomes(&self, scope: Scope<'_>) -> Vec<Outcome> {
        self.cases(scope).into_iter().map(|case| self.outcome(scope, case)).collect()
    }

    fn outcome(&self, scope: Scope<'_>, case: Option<Case>) -> Outcome {
        let pass = self.pass(scope);
        let given = self.given(scope, case.as_ref(), pass);
        let veil = self.veil(scope, &given);
        let line = |row: &Row<'_>| {
            let one = |(nth, mark): (usize, Mark)| {
                let column = &given.columns[nth];
                let who = row.assessor(column);
                let named = column.criterion.as_ref().map(CriterionId::as_str);
                let key = JudgementKey {
                    block: self.id.clone(),
                    item: row.thing.item.clone(),
                    assessor: who.clone(),
                    criterion: Case::criterion(case.as_ref(), named),
                    pass,
                };
                let Veil { names, reasons, .. } = veil;
                let reason = row.reasons[nth].filter(|_| !reasons).map(str::to_owned);
                let criterion = column.criterion.clone();
                Given { mark, criterion, who: (!names).then_some(who), key: (!names).then_some(key), reason }
            };
            let standing = row.standing();
            let count = standing.len();
            let given = if veil.values { Vec::new() } else { standing.into_iter().map(one).collect() };
            let then = self.then(scope, &row.thing.item);
            let note = row.note.filter(|_| !veil.values && !veil.reasons).map(str::to_owned);
            Line { thing: row.thing.clone(), party: row.party.clone(), given, count, then, note }
        };
        let lines = given.lines.iter().map(line).collect();
        Outcome { case, pass, lines, hidden: veil.values && !given.is_empty() }
    }

    /// The mean that came along from an earlier session, of an item.
    pub fn then(&self, scope: Scope<'_>, item: &Item) -> Option<f64> {
        let key = JudgementKey {
            block: self.id.clone(),
            item: item.clone(),
            assessor: Assessor::Table,
            criterion: Some(then()),
            pass: 0,
        };
        match scope.records.verdict(&key) {
            Some(Verdict::Number(was)) => Some(*was),
            Some(
                Verdict::Choice(_)
                | Verdict::Set(_)
                | Verdict::Tokens(_)
                | Verdict::Rank(_)
                | Verdict::Place(..)
                | Verdict::Text(_),
            )
            | None => None,
        }
    }

    /// What is computed of marks, whosever they are.
    pub fn tally(&self, marks: &[Mark]) -> Tally {
        Tally::of(self, &marks.iter().copied().enumerate().collect::<Vec<_>>())
    }

    /// The two axes of a field in their words, across and up; nothing for another scale.
    pub fn axes(&self, scope: Scope<'_>) -> Option<(Axis, Axis)> {
        match &self.scale {
            Scale::Axes { x, y } => Some((axis_words(scope, x), axis_words(scope, y))),
            Scale::Numbers { .. } | Scale::Zones(_) | Scale::Rings { .. } | Scale::YesNo | Scale::Consent => None,
        }
    }
}
