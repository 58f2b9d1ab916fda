//! A thing that was said, with where: what is searched.

use crate::{
    form::{Form, Place, collect::Preset},
    record::{Entry, EntryId, Flag, RoundId, SessionId, TableId, Value, Voice},
    session::{Session, Table},
    text::fold,
    words::Words,
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// A session, as what is found in it says where it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lab {
    /// Its id.
    pub id: SessionId,
    /// What it is called.
    pub title: String,
    /// When it was held.
    pub date: NaiveDate,
    /// Where.
    pub place: String,
    /// How many tables it had.
    pub tables: u32,
}

impl Lab {
    /// That of a session.
    pub fn of(session: &Session) -> Self {
        let head = &session.head;
        Self {
            id: head.id.clone(),
            title: head.title.clone(),
            date: head.date,
            place: head.place.clone(),
            tables: head.tables,
        }
    }
}

/// What a line is, besides its category.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// The session itself: its title and its place.
    Session,
    /// Literal words.
    Quote,
    /// A key insight.
    Key,
    /// Set aside for later.
    Parked,
    /// For those who were there only.
    Confidential,
    /// An agreement.
    Agreement,
    /// A lesson for a next time.
    Lesson,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Session, Self::Quote, Self::Key, Self::Parked, Self::Confidential, Self::Agreement, Self::Lesson];

    /// Its name in the keys of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Quote => "quote",
            Self::Key => "key",
            Self::Parked => "parked",
            Self::Confidential => "confidential",
            Self::Agreement => "agreement",
            Self::Lesson => "lesson",
        }
    }

    /// What it may be asked by, folded, in Dutch and in English: a script works in both.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::Session => &["sessie", "session"],
            Self::Quote => &["citaat", "quote"],
            Self::Key => &["sleutelinzicht", "key insight"],
            Self::Parked => &["geparkeerd", "parked"],
            Self::Confidential => &["vertrouwelijk", "confidential"],
            Self::Agreement => &["afspraak", "agreement"],
            Self::Lesson => &["les", "lesson"],
        }
    }

    pub(super) fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A thing that was said, with where.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// At which table; the room for a session itself.
    pub table: TableId,
    /// In which round; nothing for a session itself.
    pub round: RoundId,
    /// The title of the round.
    pub title: String,
    /// The question of the round.
    pub question: String,
    /// The entry; nothing for a session itself.
    pub entry: Option<EntryId>,
    /// The label of its category.
    pub label: String,
    /// What it is besides.
    pub kinds: Vec<Kind>,
    /// Who said it, in words; nothing where that is not kept.
    pub by: String,
    /// Every party that it is of or about, folded, a line each.
    pub parties: String,
    /// The words, and those in its columns.
    pub text: String,
}

/// What was said in a session, a line each: first the session itself, then table by table in the order of the rounds, and then
/// the harvest.
///
/// Not what was deleted, and not what is hidden: what a form keeps private, or not yet shows, is not found either.
pub fn lines(session: &Session, words: &Words) -> Vec<Line> {
    let head = &session.head;
    let itself = Line {
        table: TableId::ROOM,
        round: RoundId::default(),
        title: String::new(),
        question: String::new(),
        entry: None,
        label: String::new(),
        kinds: vec![Kind::Session],
        by: String::new(),
        parties: head.parties.0.iter().map(|party| fold(&party.label)).collect::<Vec<_>>().join("\n"),
        text: if head.place.is_empty() { head.title.clone() } else { format!("{} · {}", head.title, head.place) },
    };
    let said = session.tables.iter().chain([&session.harvest]).flat_map(|table| said(session, table, words));
    std::iter::once(itself).chain(said).collect()
}

fn said(session: &Session, table: &Table, words: &Words) -> Vec<Line> {
    if table.records.is_empty() {
        return Vec::new();
    }
    let scope = session.scope(table, words);
    let rounds = &session.head.workshop.rounds;
    let at: HashMap<&RoundId, usize> = rounds.iter().enumerate().map(|(at, round)| (&round.id, at)).collect();
    let mut entries: Vec<&Entry> = table.records.all();
    entries.retain(|entry| !entry.gone && !entry.text.trim().is_empty());
    let turn = |entry: &Entry| at.get(&entry.home.round).copied().unwrap_or(rounds.len());
    entries.sort_by(|a, b| (turn(a), &a.order, &a.id).cmp(&(turn(b), &b.order, &b.id)));
    let mut places: HashMap<usize, Vec<Place>> = HashMap::new();
    let line = |entry: &Entry| {
        let nth = turn(entry);
        let round = rounds.get(nth);
        let places = places.entry(nth).or_insert_with(|| round.map(|round| round.places(scope)).unwrap_or_default());
        let place = places.iter().find(|place| place.is(&entry.home.block, &entry.category));
        if place.is_some_and(|place| place.masked || place.private) {
            return None;
        }
        let label = place.map_or_else(|| entry.category.to_string(), |place| place.label.clone());
        let secret = place.is_some_and(|place| place.anonymous);
        let voice = |voice: &Voice| scope.parties.voice(voice);
        let columns = entry.columns.values().filter_map(|value| match value {
            Value::Voice(one) => Some(voice(one)),
            Value::Text(_)
            | Value::Choice(_)
            | Value::Number(_)
            | Value::Date(_)
            | Value::Entry(_)
            | Value::Entries(_)
            | Value::Yes(_) => None,
        });
        let of = entry.by.iter().filter(|_| !secret).chain(&entry.namens).map(voice);
        let parties: Vec<String> = of.chain(columns).map(|name| fold(&name)).collect();
        let quote = place.is_some_and(|place| place.quote);
        Some(Line {
            table: table.id,
            round: entry.home.round.clone(),
            title: round.map(|round| round.title.clone()).unwrap_or_default(),
            question: round.map(|round| round.question.clone()).unwrap_or_default(),
            entry: Some(entry.id.clone()),
            label,
            kinds: kinds(entry, quote, is_agreement(session, entry)),
            by: entry.by.as_ref().filter(|_| !secret).map(voice).unwrap_or_default(),
            parties: parties.join("\n"),
            text: wording(entry),
        })
    };
    entries.into_iter().filter_map(line).collect()
}

/// The words of an entry and those of its columns.
fn wording(entry: &Entry) -> String {
    let mut text = entry.text.clone();
    for value in entry.columns.values() {
        let told = match value {
            Value::Text(told) | Value::Choice(told) => told,
            // of these the file has no words, so they could not be looked for in its bytes; parties have a sieve of their own
            Value::Voice(_)
            | Value::Date(_)
            | Value::Number(_)
            | Value::Entry(_)
            | Value::Entries(_)
            | Value::Yes(_) => continue,
        };
        if !told.trim().is_empty() {
            text.push_str(" · ");
            text.push_str(told);
        }
    }
    text
}

fn kinds(entry: &Entry, quote: bool, agreement: bool) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = entry
        .flags
        .iter()
        .filter_map(|flag| match flag {
            Flag::Quote => Some(Kind::Quote),
            Flag::Key => Some(Kind::Key),
            Flag::Parked => Some(Kind::Parked),
            Flag::Confidential => Some(Kind::Confidential),
            Flag::Lesson => Some(Kind::Lesson),
            Flag::NotInReport => None,
        })
        .collect();
    kinds.extend(quote.then_some(Kind::Quote));
    kinds.extend(agreement.then_some(Kind::Agreement));
    kinds.sort();
    kinds.dedup();
    kinds
}

/// Whether an entry is an agreement: it stands in an action list.
pub(super) fn is_agreement(session: &Session, entry: &Entry) -> bool {
    let list = |form: &Form| matches!(form, Form::Collect(collect) if collect.preset == Some(Preset::ActionList));
    entry.category == Preset::action() && session.head.workshop.block(&entry.home.block).is_some_and(list)
}
