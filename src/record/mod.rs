//! The kernel: what a table says, and how it changes.
//!
//! Two kinds of record hold everything that is ever said: an [`Entry`] (*inbreng*) and a [`Judgement`] (*oordeel*).
//! Beside them stand a few [`Fact`]s about the room that nobody said but that must survive (who sits here, when a round
//! began). A [`Change`] is the one way any of them is altered; [`Records::apply`] is the one function that alters.
//!
//! **Why `Change` lives here and not in `session/`**: a form turns a command into a change, and forms stand below the
//! session. The word was missing on the ground, so it was put there.
//!
//! **Merging.** Every part of an entry (its text, its category, one column, one flag) remembers the [`Stamp`] of the
//! change that set it; the later stamp wins. Applying the same set of changes in any order, any number of times, gives
//! the same records. A wording that loses is kept among the entry's earlier wordings, so merging never drops a word.
//!
//! Not here: files, clocks, randomness, screens. Called by every other room.

mod change;
mod dice;
mod entry;
mod fact;
mod id;
mod judgement;
mod merge;
mod order;
mod party;
mod records;
mod stamp;
mod taught;

pub use change::{Change, Deed, Touch};
pub use dice::Dice;
pub use entry::{Entry, Flag, Home, Part, PartKey, Value, Voice, Wording};
pub use fact::{Fact, FactKey};
pub use id::{
    BlockId, CategoryId, ColumnId, CriterionId, DeviceId, EntryId, PartyId, RoundId, SeatId, SessionId, TableId,
    ThemeId,
};
pub use judgement::{Assessor, Item, Judgement, JudgementKey, Verdict};
pub use order::Order;
pub use party::{Names, Parties, Party, handle};
pub use records::Records;
pub use stamp::{Mint, Now, Stamp};
pub use taught::{About, Taught};

#[cfg(test)]
mod tests;
