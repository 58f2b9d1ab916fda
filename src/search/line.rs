//! A thing that was said, with where: what is searched.

use super::lessons::theme;
use crate::{
    form::{self, Case, Form, Place, case_label, collect::Preset, formulate::Status},
    record::{About, Entry, EntryId, Flag, Names, Parties, RoundId, SessionId, TableId, Taught, Value, Voice},
    session::{Session, Standing, Table},
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
    /// An agreement.
    Agreement,
    /// An agreement of which this was said when it came back: how it stands.
    Stands(Standing),
    /// A lesson for a next time.
    Lesson,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Session,
        Self::Quote,
        Self::Key,
        Self::Parked,
        Self::Agreement,
        Self::Lesson,
        Self::Stands(Standing::Going),
        Self::Stands(Standing::Stalled),
        Self::Stands(Standing::Done),
        Self::Stands(Standing::Dropped),
    ];

    /// Its name in the keys of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Quote => "quote",
            Self::Key => "key",
            Self::Parked => "parked",
            Self::Agreement => "agreement",
            Self::Lesson => "lesson",
            Self::Stands(standing) => standing.key(),
        }
    }

    /// What it may be asked by, folded, in Dutch and in English: a script works in both.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::Session => &["sessie", "session"],
            Self::Quote => &["citaat", "quote"],
            Self::Key => &["sleutelinzicht", "key insight"],
            Self::Parked => &["geparkeerd", "parked"],
            Self::Agreement => &["afspraak", "agreement"],
            Self::Lesson => &["les", "lesson"],
            Self::Stands(Standing::Made) => &[],
            Self::Stands(Standing::Going) => &["loopt", "going"],
            Self::Stands(Standing::Stalled) => &["ligt stil", "stalled"],
            Self::Stands(Standing::Done) => &["gedaan", "done"],
            Self::Stands(Standing::Dropped) => &["hoeft niet meer", "dropped"],
        }
    }

    pub(super) fn bit(self) -> u16 {
        Self::ALL.iter().position(|kind| *kind == self).map_or(0, |at| 1 << at)
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
    /// The case it was said in, where its block is repeated: `Zorg, in the skin of Wonen`; else nothing.
    pub case: String,
    /// What it is besides.
    pub kinds: Vec<Kind>,
    /// Who said it, in words; nothing where that is not kept.
    pub by: String,
    /// Every party that it is of or about, folded, a line each.
    pub parties: String,
    /// The words, those in its columns, and behind them the themes it was given: `#trust`.
    pub text: String,
}

/// What was said in a session, a line each: first the session itself, then table by table in the order of the rounds, and then
/// the harvest.
///
/// **What is left out** is what a report leaves out, by the same rule: what was deleted, what is for those who were there or
/// not for the report ([`Entry::is_kept_in`]), and what a form keeps private or does not show yet. Search goes through every
/// session ever held on this computer, and is run with others looking on, so it is no desk at which one may see more: who
/// looks for what was confidential opens that table, where Ctrl+F finds it. Whose words they are is told as far as the
/// report of that session tells it, and never a name: a chair is its party and its number there, and where the session
/// tells no parties nothing.
pub fn lines(session: &Session, words: &Words) -> Vec<Line> {
    let head = &session.head;
    let itself = Line {
        table: TableId::ROOM,
        round: RoundId::default(),
        title: String::new(),
        question: String::new(),
        entry: None,
        label: String::new(),
        case: String::new(),
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
    entries.retain(|entry| !entry.gone && !entry.is_kept_in() && !entry.text.trim().is_empty());
    let names = session.names();
    let turn = |entry: &Entry| at.get(&entry.home.round).copied().unwrap_or(rounds.len());
    entries.sort_by(|a, b| (turn(a), &a.order, &a.id).cmp(&(turn(b), &b.order, &b.id)));
    let mut places: HashMap<usize, Vec<Place>> = HashMap::new();
    let line = |entry: &Entry| {
        let nth = turn(entry);
        let round = rounds.get(nth);
        let places = places.entry(nth).or_insert_with(|| round.map(|round| round.places(scope)).unwrap_or_default());
        // of a block that is repeated there is such a place for each case
        let own = places.iter().find(|place| place.holds(entry));
        let place = own.or_else(|| places.iter().find(|place| place.is(&entry.home.block, &entry.category)));
        if place.is_some_and(|place| place.masked || place.private) {
            return None;
        }
        let made = table.id == TableId::HARVEST && entry.category == theme();
        let unknown = || if made { words.say("report-theme") } else { entry.category.to_string() };
        let label = place.map_or_else(unknown, |place| place.label.clone());
        let secret = place.is_some_and(|place| place.anonymous);
        let voice = |voice: &Voice| voice_told(session, names, voice);
        let secret = secret || names == Names::None; // who takes something on is told all the same
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
        let namens = entry.namens.iter().filter(|_| names != Names::None);
        let of = entry.by.iter().filter(|_| !secret).chain(namens).map(voice);
        let parties: Vec<String> = of.chain(columns).map(|name| fold(&name)).collect();
        let quote = place.is_some_and(|place| place.quote);
        let agreed = is_agreement(session, entry).then(|| Standing::of(session, &table.records, entry));
        let taught = Taught::of(entry, Some(&session.harvest.records));
        Some(Line {
            table: table.id,
            round: entry.home.round.clone(),
            title: round.map(|round| round.title.clone()).unwrap_or_default(),
            question: round.map(|round| round.question.clone()).unwrap_or_default(),
            entry: Some(entry.id.clone()),
            label,
            case: own.and_then(|place| case_label(scope, &place.which)).unwrap_or_default(),
            kinds: kinds(entry, quote, agreed, taught.is_some()),
            by: entry.by.as_ref().filter(|_| !secret).map(voice).unwrap_or_default(),
            parties: parties.join("\n"),
            text: wording(entry, place, taught.as_ref()),
        })
    };
    entries.into_iter().filter_map(line).collect()
}

/// A voice as a report tells it: a chair is its party, or itself where that may be told.
pub(super) fn voice_told(session: &Session, names: Names, voice: &Voice) -> String {
    let parties = &session.head.parties;
    match (voice, names) {
        (Voice::Seat(seat), Names::None | Names::Party) => {
            Parties::chair_of(seat).map_or_else(String::new, |(party, _)| parties.voice(&Voice::Party(party)))
        }
        (Voice::Party(_), Names::None | Names::Party | Names::Full) | (Voice::Seat(_), Names::Full) => {
            parties.voice(voice)
        }
    }
}

/// The words of an entry, those of its columns, what is said of it as a lesson, and the themes it was given.
fn wording(entry: &Entry, place: Option<&Place>, taught: Option<&Taught>) -> String {
    let mut text = entry.text.clone();
    let mut add = |told: &str| {
        if !told.trim().is_empty() {
            text.push_str(" · ");
            text.push_str(told);
        }
    };
    let is_slot = place.is_some_and(|place| place.kind == form::Kind::Slot);
    for (column, value) in &entry.columns {
        match value {
            Value::Text(_) if About::of(column).is_some() => {} // as it was said last, below
            // codes of the forms: of the first the label stands around the line
            Value::Text(_) if *column == Case::column() => {}
            Value::Choice(_) if is_slot && *column == Status::column() => {}
            Value::Text(told) | Value::Choice(told) => add(told),
            // of these the file has no words, so they could not be looked for in its bytes; parties have a sieve of their own
            Value::Voice(_)
            | Value::Date(_)
            | Value::Number(_)
            | Value::Entry(_)
            | Value::Entries(_)
            | Value::Yes(_) => {}
        }
    }
    if let Some(taught) = taught {
        About::ALL.into_iter().for_each(|about| add(taught.get(about)));
    }
    entry.themes.iter().for_each(|theme| text.push_str(&format!(" #{theme}")));
    text
}

fn kinds(entry: &Entry, quote: bool, agreement: Option<Standing>, lesson: bool) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = entry
        .flags
        .iter()
        .filter_map(|flag| match flag {
            Flag::Quote => Some(Kind::Quote),
            Flag::Key => Some(Kind::Key),
            Flag::Parked => Some(Kind::Parked),
            Flag::Lesson | Flag::Confidential | Flag::NotInReport => None,
        })
        .collect();
    kinds.extend(quote.then_some(Kind::Quote));
    kinds.extend(agreement.map(|_| Kind::Agreement));
    kinds.extend(agreement.filter(|standing| *standing != Standing::Made).map(Kind::Stands));
    kinds.extend(lesson.then_some(Kind::Lesson));
    kinds.sort();
    kinds.dedup();
    kinds
}

/// Whether an entry is an agreement: it stands in an action list.
pub(super) fn is_agreement(session: &Session, entry: &Entry) -> bool {
    let list = |form: &Form| matches!(form, Form::Collect(collect) if collect.preset == Some(Preset::ActionList));
    entry.category == Preset::action() && session.head.workshop.block(&entry.home.block).is_some_and(list)
}
