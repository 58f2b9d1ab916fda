//! **Formulate** (*formuleer*): one text that grows, in one or more slots.
//!
//! A shared dream, a starting question, a conclusion, a proposal. Each slot is one entry; each time it is worded anew the
//! earlier version is kept. It can be assembled from chosen entries of earlier blocks, and is a draft, settled or parked.

use super::{Fault, Frame, Kind, Lens, Place, Scope, Tone, block};
use crate::record::{BlockId, CategoryId, ColumnId, Entry, EntryId, TableId, Value};
use serde::{Deserialize, Serialize};

/// A part of the text, with its own question.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Its id, unique in the block.
    pub id: CategoryId,
    /// Its heading.
    pub label: String,
    /// What to write here, shown while it is empty.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub hint: String,
    /// The most words; more are counted, not refused.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub most_words: Option<u32>,
}

/// How far a text has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Status {
    /// Still being worded.
    #[default]
    Draft,
    /// The table stands behind it.
    Settled,
    /// Left for later.
    Parked,
}

block! {
    /// One text that grows.
    Formulate {
        /// Its parts, in order.
        slots: Vec<Slot>,
        /// The colour of its headings.
        tone: Tone,
        /// Earlier blocks whose entries the text can be assembled from.
        from: Vec<BlockId>,
    }
}

impl Status {
    /// The column of a slot's entry in which its status stands.
    pub fn column() -> ColumnId {
        ColumnId::new("status")
    }

    /// The status of a slot's entry.
    pub fn of(entry: &Entry) -> Self {
        match entry.columns.get(&Self::column()) {
            Some(Value::Choice(choice)) if choice == "settled" => Self::Settled,
            Some(Value::Choice(choice)) if choice == "parked" => Self::Parked,
            Some(_) | None => Self::Draft,
        }
    }

    /// The next one, round and round.
    pub fn next(self) -> Self {
        match self {
            Self::Draft => Self::Settled,
            Self::Settled => Self::Parked,
            Self::Parked => Self::Draft,
        }
    }

    /// As it stands in a file.
    pub fn value(self) -> Value {
        Value::Choice(self.key().to_owned())
    }

    /// Its name in files and in the keys of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Settled => "settled",
            Self::Parked => "parked",
        }
    }
}

/// The column in which a text remembers the entries it was assembled from.
pub fn sources() -> ColumnId {
    ColumnId::new("from")
}

/// The id of a slot's entry: the same on every device, so that two laptops at one table word one text.
pub fn slot_entry(table: TableId, block: &BlockId, slot: &CategoryId) -> EntryId {
    EntryId::new(&format!("t{table}.{block}.{slot}"))
}

/// The id of the text of a place: that of its slot, and of its case where the block is repeated.
pub fn slot_entry_of(table: TableId, place: &Place) -> EntryId {
    let own = slot_entry(table, &place.block, &place.category);
    match place.which.case() {
        Some(case) => EntryId::new(&format!("{own}@{}", case.key)),
        None => own,
    }
}

impl Lens for Formulate {
    fn frame(&self) -> Frame<'_> {
        self.own_frame()
    }

    fn places(&self, _: Scope<'_>) -> Vec<Place> {
        let place = |slot: &Slot| Place {
            kind: Kind::Slot,
            tone: self.tone,
            hint: if slot.hint.is_empty() { self.hint.clone() } else { slot.hint.clone() },
            most_words: slot.most_words,
            ..Place::list(&self.id, &slot.id, &slot.label, &slot.label.to_lowercase())
        };
        self.slots.iter().map(place).collect()
    }

    fn open(&self, scope: Scope<'_>) -> Vec<String> {
        let empty = |slot: &&Slot| scope.records.count(&self.id, &slot.id) == 0 && !self.optional;
        let open = |slot: &Slot| scope.words.tell("form-open-slot", &[("slot", slot.label.clone().into())]);
        self.slots.iter().filter(empty).map(open).collect()
    }

    fn check(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.slots.is_empty() {
            faults.push(Fault::new("", "no-slot"));
        }
        for (at, slot) in self.slots.iter().enumerate() {
            let field = |name: &str| format!("slots[{at}].{name}");
            if slot.id.as_str().is_empty() {
                faults.push(Fault::new(field("id"), "empty"));
            }
            if self.slots[..at].iter().any(|other| other.id == slot.id) {
                faults.push(Fault::new(field("id"), "id-twice").naming("id", slot.id.as_str()));
            }
            if slot.label.trim().is_empty() {
                faults.push(Fault::new(field("label"), "empty"));
            }
            if slot.most_words == Some(0) {
                faults.push(Fault::new(field("most_words"), "no-words"));
            }
        }
        faults
    }

    fn terms(&self) -> &'static [&'static str] {
        &["each", "as", "only", "until", "carry", "inject"]
    }
}

#[cfg(test)]
mod tests;
