//! A judgement (*oordeel*): somebody gives an item a value.
//!
//! The key is (block, item, assessor, criterion); the value is a number, a choice, a set, tokens, a rank or a place. Forms
//! that judge, vote, fill a matrix or assign are lenses over these; they are kept here whole, so that those forms need no
//! change of the kernel or of the files.

use super::{
    id::{BlockId, CategoryId, CriterionId, EntryId, PartyId, SeatId},
    stamp::Stamp,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is judged.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Item {
    /// Something a table said.
    Entry(EntryId),
    /// A party.
    Party(PartyId),
    /// A statement that stands in the workshop.
    Statement(String),
    /// The nth chair at the table, from the note-taker's left.
    Chair(u32),
    /// A cell of a matrix: its row and its column.
    Cell(Box<Item>, Box<Item>),
    /// A group that entries were put in, by the block that groups: another name leaves it what it is.
    Group(BlockId, CategoryId),
}

impl Item {
    /// The same item with one put in the place of another, also inside a cell; nothing if that one is not in it.
    ///
    /// When two entries or two groups are put together, what was judged of the one is then judged of the other.
    pub fn with(&self, was: &Self, now: &Self) -> Option<Self> {
        if self == was {
            return Some(now.clone());
        }
        match self {
            Self::Entry(_) | Self::Party(_) | Self::Statement(_) | Self::Chair(_) | Self::Group(..) => None,
            Self::Cell(row, column) => {
                let (left, right) = (row.with(was, now), column.with(was, now));
                (left.is_some() || right.is_some()).then(|| {
                    let kept = |new: Option<Self>, old: &Self| Box::new(new.unwrap_or_else(|| old.clone()));
                    Self::Cell(kept(left, row), kept(right, column))
                })
            }
        }
    }
}

/// Who judges.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Assessor {
    /// The whole table, agreed.
    Table,
    /// A party at the table.
    Party(PartyId),
    /// Somebody on a chair, whose name is not here.
    Seat(SeatId),
    /// The nth chair from the note-taker's left, when seats have no party.
    Chair(u32),
}

/// The value given.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Verdict {
    /// A mark on a scale.
    Number(f64),
    /// One of the choices, by its id.
    Choice(String),
    /// Several of the choices.
    Set(BTreeSet<String>),
    /// Stickers spent.
    Tokens(u32),
    /// A place in an order, from 1.
    Rank(u32),
    /// A place in a field: across and up, each 0 to 1.
    Place(f64, f64),
    /// Words, where a cell holds text or a judgement its reason.
    Text(String),
}

/// Which judgement: a second one with the same key replaces the first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct JudgementKey {
    /// The block in which it was asked.
    pub block: BlockId,
    /// What is judged.
    pub item: Item,
    /// Who judges.
    pub assessor: Assessor,
    /// On what, if the block asks more than one thing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<CriterionId>,
    /// The pass in which it was given, from 0, where a block is repeated.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub pass: u32,
}

fn is_zero(pass: &u32) -> bool {
    *pass == 0
}

/// A judgement as it stands; nothing when it was taken back.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Judgement {
    /// The value, if it stands.
    #[serde(default)]
    pub verdict: Option<Verdict>,
    /// When it was last given.
    pub stamp: Stamp,
}
