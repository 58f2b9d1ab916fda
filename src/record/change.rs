//! A change: the one way anything is altered.
//!
//! It is a value. It carries what was and what is, so it can be turned round without looking anything up; it carries a
//! stamp, so a heap of changes means the same in any order; and it is what stands in the journal.

use super::{
    entry::{Entry, Part, Value},
    fact::FactKey,
    id::{EntryId, TableId},
    judgement::{JudgementKey, Verdict},
    stamp::{Mint, Now, Stamp},
};
use serde::{Deserialize, Serialize};

/// From so many milliseconds between stamp and clock on, a change keeps what the clock said.
const DRAGGED: u64 = 1000;

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
    /// What the clock of the device said, in milliseconds since 1970, where that is not the time of the stamp: see
    /// [`Stamp`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<i64>,
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
    /// A change with the next stamp of the mint, which keeps what the clock says where the stamp says something else.
    pub fn new(table: TableId, deed: Deed, touches: Vec<Touch>, mint: &mut Mint, now: Now) -> Self {
        let stamp = mint.stamp(now);
        let at = (stamp.millis.abs_diff(now.millis) >= DRAGGED).then_some(now.millis);
        Self { stamp, table, deed, touches, at }
    }

    /// When it was made by the clock of the device that made it, in milliseconds since 1970.
    pub fn said(&self) -> i64 {
        self.at.unwrap_or(self.stamp.millis)
    }

    /// What has to be done to take this change back, last touch first.
    pub fn inverse(&self) -> Vec<Touch> {
        self.touches.iter().rev().map(Touch::inverse).collect()
    }
}
