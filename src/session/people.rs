//! The names of people, where somebody asked for them: which person sits on which chair.
//!
//! They are kept apart from everything else, in a file of their own (`people.ron`), so that they can be destroyed. Nothing
//! that was said refers to a person: it refers to a chair ([`SeatId`]), and the chair is looked up here by one function,
//! [`Told`](super::Told). Pure: the file is the store's. Called by `store`, `cli` and `Told`, and not by any screen of a hall.

use crate::{
    record::{Parties, PartyId, SeatId, TableId},
    text::fold,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The version of the format of `people.ron` that this program writes and the newest that it reads.
pub const PEOPLE_FORMAT: u32 = 1;

/// The people of a session.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct People {
    /// The version of the format; the first field, so that any program can read it from any file.
    pub format: u32,
    /// Until when names may be kept. After that day people are asked to have them forgotten; nothing does it by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The day on which the names were forgotten. It stays, so that an older copy that is brought in brings none back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forgotten: Option<NaiveDate>,
    /// The people, in the order in which they were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
}

/// One person, on a chair of a party.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Person {
    /// The chair, by which everything else knows this person. Its id says of which party.
    pub seat: SeatId,
    /// At which table that chair stands, where chairs are counted per table; nothing where they are counted over all of
    /// them, as in a seating that was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<TableId>,
    /// First and last name.
    pub name: String,
    /// What the person does there, if anybody wants that told.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub function: String,
}

impl Default for People {
    fn default() -> Self {
        Self { format: PEOPLE_FORMAT, until: None, forgotten: None, people: Vec::new() }
    }
}

impl People {
    /// The most people of a session.
    pub const MOST: usize = 5000;

    /// Who sits on a chair at a table: who was given there, or who has that chair at every table.
    pub fn at(&self, seat: &SeatId, table: TableId) -> Option<&Person> {
        let on = |at: Option<TableId>| self.people.iter().find(move |one| one.seat == *seat && one.table == at);
        on(Some(table)).or_else(|| on(None))
    }

    /// Puts somebody on a chair; who was there is there no longer. Says whether anything is different now.
    pub fn put(&mut self, person: Person) -> bool {
        self.forgotten = None; // somebody asked for names again
        let full = self.people.len() >= Self::MOST;
        match self.people.iter_mut().find(|one| one.seat == person.seat && one.table == person.table) {
            Some(standing) if *standing == person => false,
            Some(standing) => {
                *standing = person;
                true
            }
            None if full => false,
            None => {
                self.people.push(person);
                true
            }
        }
    }

    /// Takes everybody off a chair. Says whether anybody was there.
    pub fn leave(&mut self, seat: &SeatId, table: Option<TableId>) -> bool {
        let before = self.people.len();
        self.people.retain(|one| one.seat != *seat || one.table != table);
        self.people.len() < before
    }

    /// The chair on which somebody of this name sits already, or the first chair of the party that nobody has.
    pub fn chair_for(&self, party: &PartyId, name: &str, table: Option<TableId>) -> SeatId {
        let own =
            |one: &&Person| Parties::chair_of(&one.seat).is_some_and(|(of, _)| of == *party) && one.table == table;
        if let Some(known) = self.people.iter().filter(own).find(|one| fold(&one.name) == fold(name)) {
            return known.seat.clone();
        }
        let taken = |seat: &SeatId| self.people.iter().filter(own).any(|one| one.seat == *seat);
        let chairs = (1..=u32::MAX).map(|number| Parties::nth_chair(party, number));
        chairs.into_iter().find(|seat| !taken(seat)).unwrap_or_else(|| Parties::nth_chair(party, 1))
    }

    /// Lays another account over this one: who is new there comes in, and a chair that both gave away keeps whom it has
    /// here. Gives the chairs on which another person sits there.
    ///
    /// The later date of forgetting empties both: what was forgotten on one laptop does not come back from a stick.
    pub fn merge(&mut self, other: &Self) -> Vec<SeatId> {
        if self.forgotten.is_some() && self.people.is_empty() {
            return Vec::new();
        }
        let mut clashes = Vec::new();
        for person in &other.people {
            match self.people.iter().find(|one| one.seat == person.seat && one.table == person.table) {
                Some(standing) if standing.name != person.name => clashes.push(person.seat.clone()),
                Some(_) => {}
                None => drop(self.put(person.clone())),
            }
        }
        self.until = [self.until, other.until].into_iter().flatten().min();
        clashes
    }

    /// Whether there is anything that the retention date is about, and it has passed.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        !self.people.is_empty() && self.until.is_some_and(|until| today > until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(seat: &str, table: Option<u32>, name: &str) -> Person {
        Person { seat: seat.into(), table: table.map(TableId), name: name.into(), function: String::new() }
    }

    #[test]
    fn a_chair_is_looked_up_at_its_table_first_and_then_in_the_room() {
        let mut people = People::default();
        people.put(person("welzijn#1", None, "stoel in de zaal"));
        people.put(person("welzijn#1", Some(2), "stoel aan tafel 2"));
        let at = |table: u32| people.at(&"welzijn#1".into(), TableId(table)).map(|one| one.name.as_str());
        assert_eq!(at(1), Some("stoel in de zaal"));
        assert_eq!(at(2), Some("stoel aan tafel 2"));
        assert_eq!(people.at(&"welzijn#2".into(), TableId(2)), None);
    }

    #[test]
    fn who_is_given_twice_keeps_the_chair_and_who_is_new_gets_the_next() {
        let mut people = People::default();
        let chair = people.chair_for(&"welzijn".into(), "Stoel Een", None);
        people.put(person(chair.as_str(), None, "Stoel Een"));
        assert_eq!(people.chair_for(&"welzijn".into(), "stoel een", None), chair);
        assert_eq!(people.chair_for(&"welzijn".into(), "Stoel Twee", None).as_str(), "welzijn#2");
        assert_eq!(people.chair_for(&"welzijn".into(), "Stoel Twee", Some(TableId(3))).as_str(), "welzijn#1");
    }

    #[test]
    fn what_was_forgotten_does_not_come_back_from_a_stick() {
        let mut stick = People::default();
        stick.put(person("welzijn#1", None, "Stoel Een"));
        let mut here = People { forgotten: NaiveDate::from_ymd_opt(2026, 9, 1), ..People::default() };
        assert!(here.merge(&stick).is_empty());
        assert!(here.people.is_empty());
        let mut fresh = People::default();
        fresh.merge(&stick);
        assert_eq!(fresh.people, stick.people);
        fresh.put(person("welzijn#1", None, "Stoel Anders"));
        assert_eq!(fresh.merge(&stick), [SeatId::new("welzijn#1")], "who sits here stays");
    }
}
