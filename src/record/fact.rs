//! Facts about the table that nobody said: who sits there, when a round began.
//!
//! What the facilitator does is kept likewise, at the table that is the room ([`TableId::ROOM`]): an order of its own,
//! breaks, minutes. A break is told apart from a round by its id only, so that all that can be done to a round can be
//! done to it.
//!
//! They are kept apart from entries because they are never part of the harvest, and apart from the screen's state
//! because they must merge between laptops like everything else.

use super::{
    entry::Value,
    id::{BlockId, CategoryId, PartyId, RoundId, SeatId, TableId},
    stamp::Stamp,
};
use serde::{Deserialize, Serialize};

/// What a fact is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum FactKey {
    /// How many people of a party sit at this table ([`Value::Number`]).
    Seats(PartyId),
    /// When the round's clock was started, in milliseconds since 1970 ([`Value::Number`]).
    Began(RoundId),
    /// Since when the round's clock stands still, in milliseconds since 1970; nothing while it runs.
    PausedSince(RoundId),
    /// Milliseconds that the round's clock has stood still before now.
    PausedFor(RoundId),
    /// Minutes added to the round on the day; negative when shortened.
    Extra(RoundId),
    /// The table says it has finished the round ([`Value::Yes`]).
    Done(RoundId),
    /// A category or group that was made at the table, with its label ([`Value::Text`]).
    Category(BlockId, CategoryId),
    /// In which pass of a block that is repeated the table is, from 0 ([`Value::Number`]).
    Pass(BlockId),
    /// What was hidden in the block may be seen ([`Value::Yes`]).
    Revealed(BlockId),
    /// Of the room: where a round or break stands in the running order ([`Value::Number`]); a round that was not moved
    /// stands at its number in the workshop, from 0.
    Place(RoundId),
    /// Of the room: the round or break is left out ([`Value::Yes`]).
    Dropped(RoundId),
    /// Of the room: how many minutes a round or break is to take, planned anew ([`Value::Number`]).
    Minutes(RoundId),
    /// Of the room: there is a break under this id, with what it is called ([`Value::Text`]).
    Break(RoundId),
    /// Of the room: minutes more for one table alone ([`Value::Number`]).
    Longer(RoundId, TableId),
    /// Of the room: when people were told that it ends, in milliseconds since 1970 ([`Value::Number`]).
    Ends,
    /// Of the room: what the projector shows ([`Value::Text`]).
    Screen,
    /// The table asks the facilitator to come ([`Value::Yes`]).
    Hand,
    /// Of the room: at which table a chair is in a round ([`Value::Number`]); nothing for who is not there.
    Chair(RoundId, SeatId),
    /// Of the room: at which table a chair stays in all rounds, however people are mixed ([`Value::Number`]).
    Pinned(SeatId),
    /// Of the room: at which table a chair was put by hand in a round; mixing leaves it there ([`Value::Number`]).
    Put(RoundId, SeatId),
    /// Of the room: how many people fit at a table ([`Value::Number`]); as many as elsewhere where it is left out.
    Places(TableId),
    /// Of the room: how much of a voice a report tells ([`Value::Choice`], spelled as [`Names::key`](super::Names::key)).
    Names,
}

/// A fact with its value and the moment it was set; nothing when it was taken back.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Fact {
    /// The value, if it stands.
    #[serde(default)]
    pub value: Option<Value>,
    /// When it was last set.
    pub stamp: Stamp,
}
