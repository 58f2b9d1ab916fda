//! A change: the one way anything is altered.
//!
//! It is a value. It carries what was and what is, so it can be turned round without looking anything up; it carries a
//! stamp, so a heap of changes means the same in any order; and it is what stands in the journal.

use super::{
    entry::{Entry, Part, Value},
    fact::FactKey,
    id::{EntryId, TableId},
    judgement::{JudgementKey, Verdict},
    stamp::Stamp,
};
use serde::{Deserialize, Serialize};

/// Why a change was made, which decides what undo does with it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Deed {
    /// Somebody did something; undo takes it back.
    Did,
    /// It takes back the change with this stamp.
    Undid(Stamp),
    /// It does again the change with this stamp.
    Redid(Stamp),
    /// The program kept something (the clock was started); undo passes it by.
    Kept,
}

/// One thing that a change alters.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Touch {
    /// Something was said.
    Birth(Box<Entry>),
    /// A part of an entry became something else.
    Part {
        /// Which entry.
        entry: EntryId,
        /// What it was.
        was: Part,
        /// What it is.
        now: Part,
    },
    /// A judgement was given, altered or taken back.
    Judgement {
        /// Which.
        key: JudgementKey,
        /// What it was.
        was: Option<Verdict>,
        /// What it is.
        now: Option<Verdict>,
    },
    /// A fact about the table.
    Fact {
        /// Which.
        key: FactKey,
        /// What it was.
        was: Option<Value>,
        /// What it is.
        now: Option<Value>,
    },
}

/// Something altered at one table, all of it or nothing.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Change {
    /// When and by which device; unique, and so the change's id.
    pub stamp: Stamp,
    /// At which table.
    pub table: TableId,
    /// Why.
    pub deed: Deed,
    /// What. Merging two entries, for instance, touches both.
    pub touches: Vec<Touch>,
}

impl Touch {
    /// The touch that takes this one back. Taking back a birth deletes: nothing is ever unsaid, only set aside.
    pub fn inverse(&self) -> Self {
        match self {
            Self::Birth(entry) => Self::Part { entry: entry.id.clone(), was: Part::Gone(false), now: Part::Gone(true) },
            Self::Part { entry, was, now } => Self::Part { entry: entry.clone(), was: now.clone(), now: was.clone() },
            Self::Judgement { key, was, now } => {
                Self::Judgement { key: key.clone(), was: now.clone(), now: was.clone() }
            }
            Self::Fact { key, was, now } => Self::Fact { key: key.clone(), was: now.clone(), now: was.clone() },
        }
    }
}

impl Change {
    /// What has to be done to take this change back, last touch first.
    pub fn inverse(&self) -> Vec<Touch> {
        self.touches.iter().rev().map(Touch::inverse).collect()
    }
}
