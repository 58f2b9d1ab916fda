//! Every line of every table, once: where it was said, whose it is, how many stickers it has.
//!
//! Not for its words: they are read off the session where they are shown. Called by [`super::Harvest`].

use super::{Progress, spelled};
use crate::{
    form::{Column, ColumnKind, Form, Kind, Place, Tone, collect::Preset},
    record::{BlockId, CategoryId, Entry, EntryId, Flag, Item, PartyId, TableId, Verdict, Voice},
    session::{Session, Table},
    text::fold,
    words::Words,
};
use foldhash::fast::{FixedState, RandomState};
use std::{
    collections::HashMap,
    hash::{BuildHasher, Hash, Hasher},
    sync::Arc,
};

/// A category of a round over all tables: one question, as it is harvested.
#[derive(Clone, PartialEq, Debug)]
pub struct Spot {
    /// The round, by its place in the workshop; behind the last one what belongs to no round any more.
    pub round: usize,
    /// The block.
    pub block: BlockId,
    /// The category.
    pub category: CategoryId,
    /// Its heading, or that of the round where it has none.
    pub label: String,
    /// Its sign.
    pub sigil: Option<char>,
    /// Its colour.
    pub tone: Tone,
    /// It is one text that grew.
    pub slot: bool,
    /// Its lines are literal words.
    pub quote: bool,
    /// Its lines are agreements: somebody pulls them, or they have a day.
    pub agreed: bool,
    /// What was said never leaves the desk.
    pub private: bool,
    /// Nobody is told whose words they are.
    pub anonymous: bool,
}

/// A line that was said at a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Point {
    /// Its entry.
    pub id: EntryId,
    /// The table.
    pub table: TableId,
    /// The table by its place in the session.
    pub nth: usize,
    /// Its question, by its place in [`Points::spots`].
    pub spot: usize,
    /// In whose name it was said, or whose words it is.
    pub party: Option<PartyId>,
    /// That party by its place in [`Points::parties`].
    pub whose: Option<usize>,
    /// The table marked it as a key insight.
    pub key: bool,
    /// For those who were there, or not for the report.
    pub kept_in: bool,
    /// When it was said first, in milliseconds since 1970.
    pub born: i64,
    /// The themes that were typed at it, as names are compared, and as they were typed.
    pub names: Box<[(String, String)]>,
    /// How many stickers it has, over all tables; those against it are taken off.
    pub votes: i64,
    /// Its words as they are searched in: folded once here, and not for every letter that is typed.
    pub folded: Arc<str>,
}

/// What one table brings.
#[derive(Clone, Debug)]
struct Sheet {
    table: TableId,
    version: u64,
    points: Vec<Point>,
    votes: Vec<(EntryId, i64)>,
}

/// Every line of every table.
#[derive(Clone, Debug, Default)]
pub struct Points {
    /// The lines, by table, round, category and order.
    pub all: Vec<Point>,
    /// The questions, in the order of the workshop.
    pub spots: Vec<Spot>,
    /// The tables of the session.
    pub tables: Vec<TableId>,
    /// The parties of the session, in their order.
    pub parties: Vec<PartyId>,
    /// A number of the tables and their versions: while it is the same, every place means the same line with the same words.
    pub edition: u64,
    sheets: Vec<Sheet>,
    /// Sheets were read that are not laid behind each other yet.
    loose: bool,
    places: HashMap<(BlockId, CategoryId), usize, RandomState>,
    index: HashMap<EntryId, usize, RandomState>,
}

impl Points {
    /// Where a line stands in [`Points::all`].
    pub fn at(&self, id: &EntryId) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// The question of a line.
    pub fn spot(&self, point: usize) -> &Spot {
        &self.spots[self.all[point].spot]
    }

    /// The entry of a line, as it stands at its table.
    pub fn entry<'a>(&self, session: &'a Session, point: usize) -> Option<&'a Entry> {
        let point = self.all.get(point)?;
        session.tables.get(point.nth).filter(|table| table.id == point.table)?.records.entry(&point.id)
    }

    /// The words of a line.
    pub fn text<'a>(&self, session: &'a Session, point: usize) -> &'a str {
        self.entry(session, point).map(|entry| entry.text.as_str()).unwrap_or_default()
    }

    /// Whether anybody kept whose words anything is, so that it means something when a party is missing.
    pub fn has_parties(&self) -> bool {
        self.all.iter().any(|point| point.party.is_some())
    }

    /// Reads the tables that were altered, about as many lines as `most` and at least one table, until all are read.
    pub(super) fn advance(&mut self, session: &Session, words: &Words, most: usize) -> Progress {
        let tables: Vec<TableId> = session.tables.iter().map(|table| table.id).collect();
        let parties: Vec<PartyId> = session.head.parties.0.iter().map(|party| party.id.clone()).collect();
        let same = |sheet: &Sheet, table: &Table| sheet.table == table.id && sheet.version == table.records.version();
        let all_same = self.sheets.len() == session.tables.len()
            && self.sheets.iter().zip(&session.tables).all(|(sheet, table)| same(sheet, table));
        if all_same && !self.loose && self.tables == tables && self.parties == parties {
            return Progress::Same;
        }
        let mut old: HashMap<TableId, Sheet, RandomState> =
            std::mem::take(&mut self.sheets).into_iter().map(|sheet| (sheet.table, sheet)).collect();
        let (mut sheets, mut read, mut more) = (Vec::with_capacity(session.tables.len()), 0, false);
        for (nth, table) in session.tables.iter().enumerate() {
            let known = old.remove(&table.id);
            let is_read = known.as_ref().is_some_and(|sheet| same(sheet, table));
            if !is_read && read >= most {
                more = true;
                sheets.extend(known); // as it was, until its turn comes
                continue;
            }
            let mut sheet = match known.filter(|_| is_read) {
                Some(sheet) => sheet,
                None => {
                    read += 1 + table.records.len();
                    self.sheet(session, table, words)
                }
            };
            sheet.points.iter_mut().for_each(|point| point.nth = nth);
            sheets.push(sheet);
        }
        self.sheets = sheets;
        // after much reading, laying it all behind each other is a piece by itself
        self.loose = more || read > most / 2;
        if self.loose {
            return Progress::More;
        }
        (self.tables, self.parties) = (tables, parties);
        self.gather();
        Progress::Anew
    }

    /// Reads a table: every line with words that stands, in the order of the workshop and then of the table.
    fn sheet(&mut self, session: &Session, table: &Table, words: &Words) -> Sheet {
        let records = &table.records;
        for (round, place) in places(session, table, words) {
            let key = (place.block.clone(), place.category.clone());
            if !self.places.contains_key(&key) {
                let title = session.head.workshop.rounds.get(round).map(|round| round.title.clone());
                self.places.insert(key, self.spots.len());
                self.spots.push(Spot::of(round, place, title.unwrap_or_default()));
            }
        }
        let strange = session.head.workshop.rounds.len();
        let living = records.all().into_iter().filter(|entry| !entry.gone && !entry.text.trim().is_empty());
        let mut lines: Vec<(&Entry, usize)> = Vec::new();
        for entry in living {
            let key = (entry.home.block.clone(), entry.category.clone());
            let spot = *self.places.entry(key).or_insert_with(|| {
                self.spots.push(Spot::strange(strange, entry));
                self.spots.len() - 1
            });
            lines.push((entry, spot));
        }
        lines.sort_by(|(a, one), (b, other)| {
            (self.spots[*one].round, one, &a.order, &a.id).cmp(&(self.spots[*other].round, other, &b.order, &b.id))
        });
        let points = lines
            .into_iter()
            .map(|(entry, spot)| Point::of(entry, table.id, spot, self.spots[spot].anonymous))
            .collect();
        Sheet { table: table.id, version: records.version(), points, votes: votes(session, table) }
    }

    /// Lays the tables behind each other.
    fn gather(&mut self) {
        let mut edition = FixedState::default().build_hasher();
        self.sheets.iter().for_each(|sheet| (sheet.table, sheet.version).hash(&mut edition));
        self.edition = edition.finish();
        self.all.clear();
        self.all.extend(self.sheets.iter().flat_map(|sheet| sheet.points.iter().cloned()));
        self.index.clear();
        self.index.extend(self.all.iter().enumerate().map(|(at, point)| (point.id.clone(), at)));
        for (id, votes) in self.sheets.iter().flat_map(|sheet| &sheet.votes) {
            if let Some(at) = self.index.get(id) {
                self.all[*at].votes += votes;
            }
        }
        for point in &mut self.all {
            point.whose = point.party.as_ref().and_then(|id| self.parties.iter().position(|party| party == id));
            point.party.take_if(|_| point.whose.is_none());
        }
    }
}

/// The places of a table with their rounds, by their place in the workshop.
fn places(session: &Session, table: &Table, words: &Words) -> Vec<(usize, Place)> {
    let scope = session.scope(table, words);
    let rounds = session.head.workshop.rounds.iter().enumerate();
    rounds.flat_map(|(at, round)| round.places(scope).into_iter().map(move |place| (at, place))).collect()
}

/// The stickers that were given at a table, by the line that has them.
fn votes(session: &Session, table: &Table) -> Vec<(EntryId, i64)> {
    let mut found = Vec::new();
    let blocks = session.head.workshop.rounds.iter().flat_map(|round| &round.blocks);
    for block in blocks {
        let Form::Vote(vote) = block else { continue };
        for (key, verdict) in table.records.judged(&vote.id) {
            let Item::Entry(id) = &key.item else { continue };
            let count = match verdict {
                Verdict::Tokens(count) => i64::from(*count),
                Verdict::Rank(_) => 1,
                Verdict::Number(_) | Verdict::Choice(_) | Verdict::Set(_) | Verdict::Place(..) | Verdict::Text(_) => {
                    continue;
                }
            };
            let kind = |id: &str| key.criterion.as_ref().is_some_and(|criterion| criterion.as_str().ends_with(id));
            let against = vote.kinds().iter().any(|sticker| sticker.against && kind(&sticker.id));
            found.push((id.clone(), if against { -count } else { count }));
        }
    }
    found
}

/// Whether the lines of a place are agreements: somebody pulls them, or they have a day.
pub(super) fn is_agreed(place: &Place) -> bool {
    let dated = |column: &Column| matches!(column.kind, ColumnKind::Participant | ColumnKind::Date);
    place.category == Preset::action() || place.columns.iter().any(dated)
}

impl Spot {
    fn of(round: usize, place: Place, title: String) -> Self {
        let agreed = is_agreed(&place);
        Self {
            round,
            label: if place.label.is_empty() { title } else { place.label },
            sigil: place.sigil,
            tone: place.tone,
            slot: place.kind == Kind::Slot,
            quote: place.quote,
            agreed,
            private: place.private || place.masked,
            anonymous: place.anonymous,
            block: place.block,
            category: place.category,
        }
    }

    /// Of a line whose question is in the workshop no more.
    fn strange(round: usize, entry: &Entry) -> Self {
        Self {
            round,
            block: entry.home.block.clone(),
            category: entry.category.clone(),
            label: entry.category.to_string(),
            sigil: None,
            tone: Tone::Plain,
            slot: false,
            quote: entry.has(Flag::Quote),
            agreed: false,
            private: false,
            anonymous: false,
        }
    }
}

impl Point {
    fn of(entry: &Entry, table: TableId, spot: usize, anonymous: bool) -> Self {
        let party = |voice: &Voice| match voice {
            Voice::Party(id) => id.clone(),
            Voice::Seat(seat) => PartyId::new(seat.as_str().rsplit_once('#').map_or(seat.as_str(), |(id, _)| id)),
        };
        Self {
            id: entry.id.clone(),
            table,
            nth: 0,
            spot,
            // one that was moved to an anonymous place may still know who said it
            party: entry.namens.as_ref().or(entry.by.as_ref().filter(|_| !anonymous)).map(party),
            whose: None,
            key: entry.has(Flag::Key),
            kept_in: entry.has(Flag::Confidential) || entry.has(Flag::NotInReport),
            born: entry.born.millis,
            names: entry.themes.iter().map(|name| (spelled(name.as_str()), name.to_string())).collect(),
            votes: 0,
            folded: fold(&entry.text).into(),
        }
    }
}
