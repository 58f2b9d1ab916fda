//! An entry (*inbreng*): one thing said at a table, with everything that is known of it.

use super::{
    id::{BlockId, CategoryId, ColumnId, EntryId, PartyId, RoundId, SeatId, ThemeId},
    order::Order,
    stamp::Stamp,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Where an entry belongs in the workshop.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Home {
    /// The round in which it was said.
    pub round: RoundId,
    /// The block it answers.
    pub block: BlockId,
    /// The pass in which it was said, from 0, where a block is repeated.
    #[serde(default)]
    pub pass: u32,
}

/// Whose words, or in whose name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Voice {
    /// A party: an organisation or group, never a person.
    Party(PartyId),
    /// A chair at the table.
    Seat(SeatId),
}

/// A mark on an entry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Flag {
    /// Literal words.
    Quote,
    /// A key insight (*sleutelinzicht*); the star on the screen.
    Key,
    /// Set aside for later (*geparkeerd*).
    Parked,
    /// For those who were there only.
    Confidential,
    /// Kept, but not in the report.
    NotInReport,
    /// A lesson for a next time.
    Lesson,
}

impl Flag {
    /// All flags, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Quote, Self::Key, Self::Parked, Self::Confidential, Self::NotInReport, Self::Lesson];
}

/// What stands in a typed column, or in a fact.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Value {
    /// Words; also what was typed where a date or number was asked and could not be read, since no word is refused.
    Text(String),
    /// One of the column's choices, by its label.
    Choice(String),
    /// A number, without unit.
    Number(f64),
    /// A day.
    Date(NaiveDate),
    /// A party or a chair.
    Voice(Voice),
    /// Another entry.
    Entry(EntryId),
    /// Several entries, in order.
    Entries(Vec<EntryId>),
    /// Yes or no.
    Yes(bool),
}

/// An earlier wording of an entry.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Wording {
    /// When this wording was given.
    pub stamp: Stamp,
    /// The words.
    pub text: String,
}

/// One thing said at a table.
///
/// Plain values, so that reading one is simple; `changed` holds the stamp of every part that was set after birth.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// Its id, unique over tables and devices.
    pub id: EntryId,
    /// When and where it was first written.
    pub born: Stamp,
    /// Where it belongs.
    pub home: Home,
    /// Category or slot.
    pub category: CategoryId,
    /// The words as they stand; lines are divided by `\n`.
    pub text: String,
    /// Who said it; never required.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Voice>,
    /// In whose name it was said, which is not the same as who said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub namens: Option<Voice>,
    /// The entry under which it hangs: a solution's threat, a reaction's statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<EntryId>,
    /// Its place in the list.
    pub order: Order,
    /// What stands in its columns.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<ColumnId, Value>,
    /// Its marks.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub flags: BTreeSet<Flag>,
    /// The themes it was put under at the table.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub themes: BTreeSet<ThemeId>,
    /// Deleted; kept, because undo brings it back.
    #[serde(default, skip_serializing_if = "is_false")]
    pub gone: bool,
    /// Wordings that no longer stand, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Wording>,
    /// When each part was set, where that was after birth.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: BTreeMap<PartKey, Stamp>,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

/// One part of an entry with its value: the unit that changes and merges.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Part {
    /// The words.
    Text(String),
    /// Where it belongs.
    Home(Home),
    /// Category or slot.
    Category(CategoryId),
    /// Who said it.
    By(Option<Voice>),
    /// In whose name.
    Namens(Option<Voice>),
    /// What it hangs under.
    Answers(Option<EntryId>),
    /// Its place in the list.
    Order(Order),
    /// One column.
    Column(ColumnId, Option<Value>),
    /// One mark.
    Flag(Flag, bool),
    /// One theme.
    Theme(ThemeId, bool),
    /// Deleted or not.
    Gone(bool),
}

/// Which part, without its value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum PartKey {
    /// See [`Part::Text`].
    Text,
    /// See [`Part::Home`].
    Home,
    /// See [`Part::Category`].
    Category,
    /// See [`Part::By`].
    By,
    /// See [`Part::Namens`].
    Namens,
    /// See [`Part::Answers`].
    Answers,
    /// See [`Part::Order`].
    Order,
    /// See [`Part::Column`].
    Column(ColumnId),
    /// See [`Part::Flag`].
    Flag(Flag),
    /// See [`Part::Theme`].
    Theme(ThemeId),
    /// See [`Part::Gone`].
    Gone,
}

impl Part {
    /// Which part this is a value of.
    pub fn key(&self) -> PartKey {
        match self {
            Self::Text(_) => PartKey::Text,
            Self::Home(_) => PartKey::Home,
            Self::Category(_) => PartKey::Category,
            Self::By(_) => PartKey::By,
            Self::Namens(_) => PartKey::Namens,
            Self::Answers(_) => PartKey::Answers,
            Self::Order(_) => PartKey::Order,
            Self::Column(id, _) => PartKey::Column(id.clone()),
            Self::Flag(flag, _) => PartKey::Flag(*flag),
            Self::Theme(id, _) => PartKey::Theme(id.clone()),
            Self::Gone(_) => PartKey::Gone,
        }
    }
}

impl Entry {
    /// A new entry with nothing but its words and its place.
    pub fn new(id: EntryId, born: Stamp, home: Home, category: CategoryId, text: &str) -> Self {
        Self {
            order: Order::born(&born),
            id,
            born,
            home,
            category,
            text: text.to_owned(),
            by: None,
            namens: None,
            answers: None,
            columns: BTreeMap::new(),
            flags: BTreeSet::new(),
            themes: BTreeSet::new(),
            gone: false,
            earlier: Vec::new(),
            changed: BTreeMap::new(),
        }
    }

    /// Whether the entry carries the mark.
    pub fn has(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }

    /// Whether its words are for those who were there, or not for the report: the one rule for reports, for search over
    /// sessions, for lessons and for what the wall shows.
    pub fn is_kept_in(&self) -> bool {
        self.has(Flag::Confidential) || self.has(Flag::NotInReport)
    }

    /// The value of a part as it stands, for keeping beside a new one so that the change can be taken back.
    pub fn part(&self, key: &PartKey) -> Part {
        match key {
            PartKey::Text => Part::Text(self.text.clone()),
            PartKey::Home => Part::Home(self.home.clone()),
            PartKey::Category => Part::Category(self.category.clone()),
            PartKey::By => Part::By(self.by.clone()),
            PartKey::Namens => Part::Namens(self.namens.clone()),
            PartKey::Answers => Part::Answers(self.answers.clone()),
            PartKey::Order => Part::Order(self.order.clone()),
            PartKey::Column(id) => Part::Column(id.clone(), self.columns.get(id).cloned()),
            PartKey::Flag(flag) => Part::Flag(*flag, self.has(*flag)),
            PartKey::Theme(id) => Part::Theme(id.clone(), self.themes.contains(id)),
            PartKey::Gone => Part::Gone(self.gone),
        }
    }

    /// When the part was last set; `None` if it never was (a column or mark that the entry was born without).
    pub fn stamp_of(&self, key: &PartKey) -> Option<&Stamp> {
        let at_birth = match key {
            PartKey::Column(id) => self.columns.contains_key(id),
            PartKey::Flag(flag) => self.has(*flag),
            PartKey::Theme(id) => self.themes.contains(id),
            PartKey::Text
            | PartKey::Home
            | PartKey::Category
            | PartKey::By
            | PartKey::Namens
            | PartKey::Answers
            | PartKey::Order
            | PartKey::Gone => true,
        };
        self.changed.get(key).or(at_birth.then_some(&self.born))
    }

    /// Sets a part, unless it was set by a later change already. Says whether the entry is different now.
    pub(super) fn set(&mut self, part: &Part, stamp: &Stamp) -> bool {
        let key = part.key();
        let wins = match self.stamp_of(&key) {
            Some(standing) if stamp == standing => return false,
            Some(standing) => stamp > standing,
            None => true,
        };
        if let Part::Text(text) = part {
            let (loser, at) = if wins {
                (self.text.clone(), self.stamp_of(&key).cloned().unwrap_or_else(Stamp::zero))
            } else {
                (text.clone(), stamp.clone())
            };
            self.remember(Wording { stamp: at, text: loser });
        }
        if wins {
            self.put(part.clone());
            self.changed.insert(key, stamp.clone());
        }
        true
    }

    fn remember(&mut self, wording: Wording) {
        if let Err(at) = self.earlier.binary_search(&wording) {
            self.earlier.insert(at, wording);
        }
    }

    /// Makes a part what it is said to be, without asking when: for who puts an entry together from what is known of it.
    pub fn put(&mut self, part: Part) {
        match part {
            Part::Text(text) => self.text = text,
            Part::Home(home) => self.home = home,
            Part::Category(category) => self.category = category,
            Part::By(by) => self.by = by,
            Part::Namens(namens) => self.namens = namens,
            Part::Answers(answers) => self.answers = answers,
            Part::Order(order) => self.order = order,
            Part::Column(id, Some(value)) => drop(self.columns.insert(id, value)),
            Part::Column(id, None) => drop(self.columns.remove(&id)),
            Part::Flag(flag, true) => drop(self.flags.insert(flag)),
            Part::Flag(flag, false) => drop(self.flags.remove(&flag)),
            Part::Theme(id, true) => drop(self.themes.insert(id)),
            Part::Theme(id, false) => drop(self.themes.remove(&id)),
            Part::Gone(gone) => self.gone = gone,
        }
    }

    /// Lays another account of the same entry over this one: part by part, the later stamp stands.
    ///
    /// Two accounts meet when two devices hold the same table, or when both wrote the same slot of a text.
    pub(super) fn merge(&mut self, other: &Self) {
        if other.born < self.born {
            let mine = std::mem::replace(self, other.clone());
            return self.merge(&mine);
        }
        for (part, stamp) in other.parts() {
            self.set(&part, &stamp);
        }
        // `gone` of a birth says nothing; only a later deletion does, and `parts` has given it
        for wording in &other.earlier {
            if self.stamp_of(&PartKey::Text) != Some(&wording.stamp) {
                self.remember(wording.clone());
            }
        }
    }

    /// Every part that was ever set, with its stamp.
    fn parts(&self) -> Vec<(Part, Stamp)> {
        let mut keys = vec![
            PartKey::Text,
            PartKey::Home,
            PartKey::Category,
            PartKey::By,
            PartKey::Namens,
            PartKey::Answers,
            PartKey::Order,
            PartKey::Gone,
        ];
        keys.extend(self.columns.keys().cloned().map(PartKey::Column));
        keys.extend(self.flags.iter().copied().map(PartKey::Flag));
        keys.extend(self.themes.iter().cloned().map(PartKey::Theme));
        keys.extend(
            self.changed
                .keys()
                .filter(|key| matches!(key, PartKey::Column(_) | PartKey::Flag(_) | PartKey::Theme(_)))
                .cloned(),
        );
        keys.sort();
        keys.dedup();
        keys.into_iter().filter_map(|key| self.stamp_of(&key).cloned().map(|stamp| (self.part(&key), stamp))).collect()
    }
}
