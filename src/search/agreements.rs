//! What was agreed in any session, and what became of it.
//!
//! An agreement that is carried to a later session keeps its id, so what is said of it there is said of the same one: the
//! latest session that has it tells how it stands. **The state** is read off a block that judges what was carried in zones:
//! its first zone means done, its last dropped, the second of three or more going, those between stalled.

use super::{Lab, line::is_agreement};
use crate::{
    form::terms::carried_column,
    record::{Entry, EntryId, RoundId, TableId, Value},
    session::{Session, Standing},
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// An agreement, as the latest session tells of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Agreement {
    /// The session that told of it last.
    pub lab: Lab,
    /// When it was made.
    pub made: NaiveDate,
    /// At which table.
    pub table: TableId,
    /// In which round.
    pub round: RoundId,
    /// Which entry.
    pub entry: EntryId,
    /// What.
    pub text: String,
    /// Who pulls it; nothing where nobody does.
    pub who: Option<String>,
    /// When it is to be done; nothing where that was not said.
    pub when: Option<String>,
    /// The same as a day, where it is one.
    pub day: Option<NaiveDate>,
    /// When it was to be done before, if it was moved.
    pub moved_from: Option<String>,
    /// How it stands.
    pub state: Standing,
    /// In how many sessions it came back.
    pub sessions: usize,
}

impl Agreement {
    /// All agreements of one session.
    pub fn of(session: &Session) -> Vec<Self> {
        let lab = Lab::of(session);
        let mut found = Vec::new();
        for table in &session.tables {
            let agreed = |entry: &&Entry| {
                !entry.gone && !entry.is_kept_in() && !entry.text.trim().is_empty() && is_agreement(session, entry)
            };
            let entries = table.records.all();
            for entry in entries.into_iter().filter(agreed) {
                let told = |column: &str| entry.columns.get(&column.into()).and_then(|value| told(session, value));
                let carried = match entry.columns.get(&carried_column()) {
                    Some(Value::Date(day)) => Some(*day),
                    Some(_) | None => None,
                };
                let day = match entry.columns.get(&"when".into()) {
                    Some(Value::Date(day)) => Some(*day),
                    Some(_) | None => None,
                };
                found.push(Self {
                    lab: lab.clone(),
                    made: carried.unwrap_or(lab.date),
                    table: table.id,
                    round: entry.home.round.clone(),
                    entry: entry.id.clone(),
                    text: entry.text.clone(),
                    who: told("who"),
                    when: told("when"),
                    day,
                    moved_from: None,
                    state: Standing::of(session, &table.records, entry),
                    sessions: 1,
                });
            }
        }
        found
    }
}

/// What stands in a column, in words; a day as scripts write it.
fn told(session: &Session, value: &Value) -> Option<String> {
    let told = match value {
        Value::Text(text) | Value::Choice(text) => text.trim().to_owned(),
        Value::Voice(voice) => session.head.parties.voice(voice),
        Value::Date(day) => day.format("%Y-%m-%d").to_string(),
        Value::Number(number) => number.to_string(),
        Value::Entry(_) | Value::Entries(_) | Value::Yes(_) => String::new(),
    };
    (!told.is_empty()).then_some(told)
}

/// The agreements of many sessions, each once: as the latest tells of it, with what was moved; those that are to be done
/// first come first, then those without a day.
pub fn agreements(mut told: Vec<Agreement>) -> Vec<Agreement> {
    told.sort_by(|a, b| (a.lab.date, &a.lab.id, a.table).cmp(&(b.lab.date, &b.lab.id, b.table)));
    let mut all: Vec<Agreement> = Vec::new();
    let mut at: HashMap<EntryId, usize> = HashMap::new();
    for later in told {
        match at.get(&later.entry).map(|at| &mut all[*at]) {
            None => {
                at.insert(later.entry.clone(), all.len());
                all.push(later);
            }
            Some(known) => {
                let moved = known.when.clone().filter(|_| known.when != later.when);
                *known = Agreement {
                    made: known.made,
                    moved_from: moved.or(known.moved_from.take()),
                    // a session that says nothing of it leaves it as it was
                    state: if later.state == Standing::Made { known.state } else { later.state },
                    sessions: known.sessions + 1,
                    ..later
                };
            }
        }
    }
    all.sort_by(|a, b| {
        let key = |one: &Agreement| (!one.state.is_open(), one.day.is_none(), one.day, one.made);
        key(a).cmp(&key(b)).then_with(|| a.entry.cmp(&b.entry))
    });
    all
}
