//! A session as a report may tell it: the one place where a chair becomes a person, a party or nobody.
//!
//! What a report may not tell is not in it, so nothing that is built on it can tell it by mistake: not a form, not the
//! harvest, not a writer. Names are looked up here and nowhere else; the words of what is confidential or not for the report
//! are taken out, and only their number stays. Deleted entries and earlier wordings are not in it either,
//! but for the earlier names of themes, by which lines are found.
//!
//! Not for screens: those show chairs by party and number, and never a name. Pure. Called by `report` and `cli`.

use super::{Code, People, Session, Table};
use crate::{
    form::{Form, Room},
    record::{
        Assessor, BlockId, Entry, EntryId, FactKey, Item, JudgementKey, Names, Parties, Records, SeatId, TableId,
        Value, Voice,
    },
    words::Words,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So many chairs a party can have; a chair with a name at one table only is counted behind those, per table.
const CHAIRS: u32 = 100_000;

/// A session as a report may tell it.
#[derive(Clone, Debug)]
pub struct Told {
    /// The session, without what may not be told.
    pub session: Session,
    /// How much of a voice is told in it.
    pub names: Names,
    /// How many entries stay out of the report: confidential, or marked as not for it.
    pub withheld: usize,
    /// The short codes of all entries, as they are in the session itself: what is left out here keeps its number there.
    codes: HashMap<(TableId, EntryId), Code>,
}

impl Room for Told {
    fn block(&self, id: &BlockId) -> Option<&Form> {
        self.session.block(id)
    }
    fn tables(&self) -> Vec<&Records> {
        Room::tables(&self.session)
    }
    fn code(&self, table: u32, entry: &EntryId) -> Option<String> {
        self.codes.get(&(TableId(table), entry.clone())).map(Code::to_string)
    }
    fn harvest(&self) -> Option<&Records> {
        Room::harvest(&self.session)
    }
}

impl Session {
    /// How much of a voice reports of this session tell: what was decided, or [`Names::Party`].
    pub fn names(&self) -> Names {
        match self.room.records.fact(&FactKey::Names) {
            Some(Value::Choice(key)) => Names::of_key(key).unwrap_or_default(),
            Some(_) | None => Names::default(),
        }
    }

    /// The session as a report may tell it. Asked for more than was decided, it tells what was decided.
    pub fn told(&self, people: Option<&People>, names: Names, words: &Words) -> Told {
        let names = names.min(self.names());
        let chairs = BTreeMap::new();
        let mut telling = Telling { names, people, parties: &self.head.parties, chairs, secret: BTreeSet::new() };
        let (mut withheld, mut tables) = (0, Vec::with_capacity(self.tables.len()));
        for table in &self.tables {
            let (records, out) = telling.records(table.id, &table.records);
            withheld += out;
            tables.push(Table::of(table.id, records));
        }
        let (records, _) = telling.records(TableId::ROOM, &self.room.records);
        let (harvest, _) = telling.records(TableId::HARVEST, &self.harvest.records);
        let mut parties = self.head.parties.naming(telling.chairs);
        if names == Names::None {
            for (nth, party) in parties.0.iter_mut().enumerate() {
                party.label = words.tell("report-party-letter", &[("letter", letters(nth).into())]);
            }
        }
        let mut head = self.head.clone();
        head.parties = parties;
        let room = Table::of(TableId::ROOM, records);
        let harvest = Table::of(TableId::HARVEST, harvest);
        let session = Self { head, room, harvest, tables, mint: self.mint.clone() };
        let codes = self
            .tables
            .iter()
            .flat_map(|table| Code::entries(&self.head, table).into_iter().map(|(id, code)| ((table.id, id), code)));
        Told { names, withheld, codes: codes.collect(), session }
    }
}

/// A, B, … Z, AA, AB: parties that are not named are still told apart.
fn letters(mut nth: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (nth % 26) as u8));
        match nth / 26 {
            0 => return letters.iter().rev().collect(),
            more => nth = more - 1,
        }
    }
}

/// What is known while a session is made ready.
struct Telling<'a> {
    names: Names,
    people: Option<&'a People>,
    parties: &'a Parties,
    /// What the chairs that were met are called.
    chairs: BTreeMap<SeatId, String>,
    /// The entries that were met and stay out: the harvest, which comes last, tells nothing of them either.
    secret: BTreeSet<EntryId>,
}

impl Telling<'_> {
    /// The records of a table as they may be told, and how many entries stay out.
    fn records(&mut self, table: TableId, records: &Records) -> (Records, usize) {
        let mut told = Records::default();
        let mut out = 0;
        for entry in records.all().into_iter().filter(|entry| !entry.gone) {
            let mut entry = self.entry(table, entry);
            if entry.is_kept_in() {
                out += 1;
                self.secret.insert(entry.id.clone());
                (entry.text, entry.columns, entry.earlier) = (String::new(), BTreeMap::new(), Vec::new());
                (entry.by, entry.namens) = (None, None);
                entry.themes.clear();
            }
            told.meet(&entry);
        }
        let secret = self.secret.clone();
        let hidden = |item: &Item| match item {
            Item::Entry(id) => secret.contains(id),
            Item::Cell(row, column) => {
                [row, column].into_iter().any(|item| matches!(&**item, Item::Entry(id) if secret.contains(id)))
            }
            Item::Party(_) | Item::Statement(_) | Item::Chair(_) | Item::Group(..) => false,
        };
        for (key, judgement) in records.judgements().iter().filter(|(key, _)| !hidden(&key.item)) {
            let assessor = match &key.assessor {
                Assessor::Seat(seat) => Assessor::Seat(self.seat(table, seat)),
                Assessor::Table | Assessor::Party(_) | Assessor::Chair(_) => key.assessor.clone(),
            };
            let key = JudgementKey { assessor, ..key.clone() };
            told.judge(&key, judgement.verdict.clone(), &judgement.stamp);
        }
        for (key, fact) in records.facts() {
            let value = fact.value.clone().map(|value| self.value(table, value));
            told.note(key, value, &fact.stamp);
        }
        (told, out)
    }

    fn entry(&mut self, table: TableId, entry: &Entry) -> Entry {
        // by the earlier names of a theme one finds what was typed under it; no report tells them
        let earlier = if table == TableId::HARVEST { entry.earlier.clone() } else { Vec::new() };
        let mut told = Entry { earlier, ..entry.clone() };
        told.by = entry.by.as_ref().and_then(|voice| self.voice(table, voice));
        told.namens = entry.namens.as_ref().and_then(|voice| self.voice(table, voice));
        for value in told.columns.values_mut() {
            *value = self.value(table, value.clone());
        }
        told
    }

    /// Whose words, as far as that is told.
    fn voice(&mut self, table: TableId, voice: &Voice) -> Option<Voice> {
        match (self.names, voice) {
            (Names::None, Voice::Party(_) | Voice::Seat(_)) => None,
            (Names::Party | Names::Full, Voice::Party(_)) => Some(voice.clone()),
            (Names::Party, Voice::Seat(seat)) => Parties::chair_of(seat).map(|(party, _)| Voice::Party(party)),
            (Names::Full, Voice::Seat(seat)) => Some(Voice::Seat(self.seat(table, seat))),
        }
    }

    /// What stands in a column. Who takes something on is agreed and not said, so its party is told under any rule, in
    /// words; a report without that would be of no use to those who agreed.
    fn value(&mut self, table: TableId, value: Value) -> Value {
        match value {
            Value::Voice(voice) => match self.names {
                Names::Party | Names::Full => {
                    let told = self.voice(table, &voice);
                    told.map_or_else(|| Value::Text(self.parties.voice(&voice)), Value::Voice)
                }
                Names::None => {
                    let party = match &voice {
                        Voice::Party(party) => Some(party.clone()),
                        Voice::Seat(seat) => Parties::chair_of(seat).map(|(party, _)| party),
                    };
                    Value::Text(party.map_or_else(String::new, |party| self.parties.voice(&Voice::Party(party))))
                }
            },
            Value::Text(_)
            | Value::Choice(_)
            | Value::Number(_)
            | Value::Date(_)
            | Value::Entry(_)
            | Value::Entries(_)
            | Value::Yes(_) => value,
        }
    }

    /// The chair as it is told, with what it is called noted. One with a name at this table only gets a number of its own,
    /// so that it is nobody else's at another table.
    fn seat(&mut self, table: TableId, seat: &SeatId) -> SeatId {
        let chair = Parties::chair_of(seat);
        let label = chair.as_ref().and_then(|(party, _)| self.parties.get(party)).map(|party| party.label.clone());
        match self.names {
            Names::None => seat.clone(),
            Names::Party => {
                self.chairs.extend(label.map(|label| (seat.clone(), label)));
                seat.clone()
            }
            Names::Full => {
                let Some(person) = self.people.and_then(|people| people.at(seat, table)) else { return seat.clone() };
                let words = label.map_or_else(|| person.name.clone(), |label| format!("{} ({label})", person.name));
                let own = match (&person.table, chair) {
                    (Some(table), Some((party, number))) => {
                        Parties::nth_chair(&party, table.0.saturating_mul(CHAIRS).saturating_add(number))
                    }
                    (Some(_) | None, _) => seat.clone(),
                };
                self.chairs.insert(own.clone(), words);
                own
            }
        }
    }
}

#[cfg(test)]
#[path = "told_tests.rs"]
mod tests;
