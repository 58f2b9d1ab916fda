//! Typed ids: a party can never be passed where a round is meant.
//!
//! All are short strings, because they stand in files that people read and edit by hand; a hand-written id is as good as
//! a minted one. They are never used as file names. New entry ids come from [`super::Mint`].

use serde::{Deserialize, Serialize};
use std::{fmt, sync::Arc};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Makes the id from its text, as it stands in a file.
            pub fn new(text: &str) -> Self {
                Self(Arc::from(text))
            }
            /// The id as it stands in a file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }
        impl Default for $name {
            fn default() -> Self {
                Self::new("")
            }
        }
    )*};
}

ids! {
    /// One thing said; unique over all tables and devices of a session.
    EntryId;
    /// A round of the workshop.
    RoundId;
    /// A block (one form with its parameters) inside a round; unique in the workshop.
    BlockId;
    /// A category of entries, or a slot of a text, inside a block.
    CategoryId;
    /// A typed column of an entry.
    ColumnId;
    /// What an item is judged on.
    CriterionId;
    /// A party at the table: an organisation, never a person.
    PartyId;
    /// A chair at the table; a name of a person, if any, is kept elsewhere.
    SeatId;
    /// A session, which is also the name of its folder.
    SessionId;
    /// A theme that entries are put under.
    ThemeId;
    /// The laptop that wrote something.
    DeviceId;
}

impl BlockId {
    /// The block of what belongs to a round as a whole: its prose and its quotes.
    pub fn of_round(round: &RoundId) -> Self {
        Self::new(&format!("round.{round}"))
    }
}

impl CategoryId {
    /// Prose beside the lists (*sfeer*), which every round has.
    pub fn note() -> Self {
        Self::new("note")
    }
    /// Literal words, which every round has unless the workshop names its own category for them.
    pub fn quote() -> Self {
        Self::new("quote")
    }
}

/// A table by its number, from 1. Two numbers are no table's: see [`TableId::ROOM`] and [`TableId::HARVEST`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TableId(pub u32);

impl TableId {
    /// The room: what the facilitator does is written as if a table said it, so that it merges, survives a crash and can be
    /// taken back like everything else. It is in no list of tables.
    pub const ROOM: Self = Self(0);

    /// The harvest (*oogst*): what is made of what the tables said. It too is written as if a table said it, for the same
    /// reasons, and is in no list of tables.
    pub const HARVEST: Self = Self(u32::MAX);

    /// Whether people sit at it: it is neither the room nor the harvest.
    pub fn is_table(self) -> bool {
        self != Self::ROOM && self != Self::HARVEST
    }
}

impl fmt::Display for TableId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
