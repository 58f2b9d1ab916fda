//! How a block came out over the tables, as far as it may be seen.
//!
//! Nothing of a table that keeps it hidden: a block that is shown on the facilitator's word counts from that word on, one that
//! is shown when everybody gave something from then on, and a private one never. Called by `draw`.

use crate::{
    form::{Form, Scope, case, source, terms::Hidden},
    record::BlockId,
    session::{Session, Table, is_revealed, shown_scope},
    text::{clean_line, fold},
    words::{Words, numbers::number},
};

/// How it came out.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// Nobody filled in anything.
    Nothing,
    /// It may not be seen, or not yet.
    Hidden,
    /// The items, highest first, and at how many tables.
    Scores(Vec<Score>, usize),
    /// What is seen on the boards, line by line.
    Lines(Vec<String>),
}

/// What an item has.
#[derive(Clone, PartialEq, Debug)]
pub struct Score {
    /// Its words.
    pub label: String,
    /// How much of the most any item has, from 0 to 1.
    pub share: f64,
    /// The number, as it is read.
    pub text: String,
}

/// How a block came out.
pub fn outcome(session: &Session, words: &Words, block: &BlockId) -> Outcome {
    let rounds = &session.head.workshop.rounds;
    let found = rounds.iter().find_map(|round| {
        let form = round.blocks.iter().find(|form| form.lens().frame().id == block)?;
        Some((round, form))
    });
    let Some((round, form)) = found else { return Outcome::Nothing };
    let frame = form.lens().frame();
    let looked = |table| (table, round.scope(shown_scope(session, words, table)));
    let filled: Vec<(&Table, Scope<'_>)> =
        session.tables.iter().map(looked).filter(|(_, scope)| is_filled(form, *scope)).collect();
    if filled.is_empty() {
        return Outcome::Nothing;
    }
    let shown: Vec<Scope<'_>> =
        filled.iter().filter(|(_, scope)| is_revealed(form, *scope)).map(|(_, scope)| *scope).collect();
    let whole = shown.len() == filled.len();
    let Some(first) = shown.first().filter(|_| whole || !frame.pool) else { return Outcome::Hidden };
    let tables = shown.len();
    let scores = scores(form, if frame.pool { std::slice::from_ref(first) } else { &shown });
    if !scores.is_empty() {
        return Outcome::Scores(scores, tables);
    }
    match frame.hidden {
        Hidden::No | Hidden::Reasons => {
            let lines: Vec<String> = shown.iter().flat_map(|scope| lines(form, *scope)).collect();
            if lines.is_empty() { Outcome::Nothing } else { Outcome::Lines(lines) }
        }
        Hidden::UntilComplete | Hidden::UntilReveal | Hidden::Anonymous | Hidden::Private => Outcome::Hidden,
    }
}

fn is_filled(form: &Form, scope: Scope<'_>) -> bool {
    let boards = case::all(scope, form).into_iter().filter_map(|case| form.lens().board(scope, case.as_ref()));
    boards.into_iter().any(|board| board.filled() > 0)
}

/// What every item has over the tables: all together where things are counted, the mean where they are weighed.
fn scores(form: &Form, scopes: &[Scope<'_>]) -> Vec<Score> {
    let is_sum = match form {
        Form::Vote(_) | Form::Group(_) | Form::Link(_) => true,
        Form::Judge(_) | Form::Matrix(_) | Form::Assign(_) => false,
        Form::Collect(_) | Form::Formulate(_) | Form::Moment(_) => return Vec::new(),
    };
    let mut all: Vec<(String, f64, usize)> = Vec::new();
    for scope in scopes {
        for (item, score) in form.lens().scores(*scope) {
            let Some(label) = source::label(*scope, &item) else { continue };
            let label = clean_line(&label).into_owned();
            match all.iter_mut().find(|(other, ..)| fold(other) == fold(&label)) {
                Some((_, sum, count)) => (*sum, *count) = (*sum + score, *count + 1),
                None => all.push((label, score, 1)),
            }
        }
    }
    let mut all: Vec<(String, f64)> = all
        .into_iter()
        .map(|(label, sum, count)| (label, if is_sum { sum } else { sum / count.max(1) as f64 }))
        .collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    let most = all.iter().map(|(_, score)| *score).fold(0.0, f64::max);
    let lang = scopes.first().map(|scope| scope.words.lang()).unwrap_or_default();
    let score = |(label, score): (String, f64)| Score {
        label,
        share: if most > 0.0 { (score / most).clamp(0.0, 1.0) } else { 0.0 },
        text: number(score, if is_sum { 0 } else { 1 }, lang),
    };
    all.into_iter().map(score).collect()
}

/// What is computed of every row of a board, as a line.
fn lines(form: &Form, scope: Scope<'_>) -> Vec<String> {
    let boards = case::all(scope, form).into_iter().filter_map(|case| form.lens().board(scope, case.as_ref()));
    let rows = boards.into_iter().flat_map(|board| board.rows);
    let line = |row: crate::form::board::Row| {
        let remark = row.remark?;
        Some(clean_line(&format!("{}: {}", row.label, remark.text)).into_owned())
    };
    rows.filter_map(line).collect()
}
