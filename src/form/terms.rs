//! Parameters that blocks of several forms carry: who gives a value, what is hidden, who may, until when.

use super::{Fault, Tone};
use crate::record::{BlockId, ColumnId, CriterionId};
use serde::{Deserialize, Serialize};

/// Who gives a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Per {
    /// The table, together.
    #[default]
    Table,
    /// Everybody, on a chair without a name: the chairs from the note-taker's left.
    Seat,
    /// Each party at the table.
    Party,
}

/// What is kept out of sight, and until when. Nothing hidden is ever lost: it is in the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Hidden {
    /// Nothing.
    #[default]
    No,
    /// What one gave is seen when everybody gave it.
    UntilComplete,
    /// It is seen when the facilitator shows it.
    UntilReveal,
    /// Values are seen, but never whose they are.
    Anonymous,
    /// It is never shown on the screen or in the report; only that it was given.
    Private,
    /// Values are seen, their reasons when the round is shown.
    Reasons,
}

/// Who may fill it in. It is said on the screen and limits whose columns there are; it never refuses what is typed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Only {
    /// Everybody.
    #[default]
    Everyone,
    /// The party in whose name it was said.
    Voiced,
    /// The party to whom the entry is addressed: the one in its column of parties.
    Addressee,
    /// Those who were outvoted.
    Minority,
    /// Those who listened.
    Listeners,
    /// These parties.
    Parties(Vec<String>),
}

/// A block that is repeated in passes until something holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Until {
    /// What must hold.
    pub when: Condition,
    /// After how many passes it is left for later; 0 for never.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub most: u32,
    /// What is done then, in words; parking where nothing is said.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub otherwise: String,
}

/// What must hold before a repeated block ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Condition {
    /// Nobody objects any more.
    NoObjection,
    /// All values lie close together.
    Consensus,
    /// Everything was given a value.
    Complete,
    /// The facilitator says so.
    Said,
}

/// What is computed from what was given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Derive {
    /// All together.
    Sum,
    /// The middle by weight.
    Mean,
    /// How far they lie apart: the standard deviation of all that was given.
    Spread,
    /// The lowest and the highest.
    Extremes,
    /// What nobody took.
    Gap,
    /// What more than one took.
    Overlap,
    /// Whether all agree.
    Consensus,
    /// Whether the outcome stays the same when any one voice is left out.
    Robust,
    /// Whether it reaches the threshold.
    Threshold,
}

/// A rule about what was filled in. It never blocks typing: what it asks for is shown as open.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Rule {
    /// Every cell, or every item for everybody, has a value.
    AllFilled,
    /// Every row has exactly one of this sign.
    OnePerRow(String),
    /// Every row has at least one of this sign.
    SomePerRow(String),
    /// No row has more than so many of this sign.
    MostPerRow(String, u32),
    /// Every column has at least one of this sign.
    SomePerColumn(String),
    /// Nothing is said of a thing and itself.
    NoSelf,
    /// Every item has at least so many links.
    Links(u32),
    /// Exactly so many are chosen.
    Exactly(u32),
}

/// What the block starts from, of another session: the last one of that workshop in which the block was filled in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carry {
    /// The workshop of that session; any in which there is such a block where it is left out.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub workshop: String,
    /// The block of that session.
    pub block: BlockId,
}

/// People move, or sheets do; what was said stays with its table.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rotate {
    /// What moves.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub what: Moves,
    /// How often.
    pub moves: u32,
    /// Somebody stays and tells the next ones what was said: the host.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub host_stays: bool,
}

/// What moves in a round with rotation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Moves {
    /// People go to the next table.
    #[default]
    People,
    /// People stay, the sheet goes on.
    Sheets,
}

/// The column in which a carried entry keeps the day of the session it comes from.
pub fn carried_column() -> ColumnId {
    ColumnId::new("carried")
}

/// The criterion of a value that was carried: that of then.
pub fn then() -> CriterionId {
    CriterionId::new("then")
}

/// A remark that the program computes: a gap, a tie, what is still open.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Remark {
    /// The words.
    pub text: String,
    /// Their colour.
    pub tone: Tone,
}

impl Remark {
    /// A remark in a colour.
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone }
    }
}

/// What is wrong with ids of a list of things that have one and a label: empty ones and doubles.
pub fn check_ids<'a>(field: &str, ids: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut met: Vec<&str> = Vec::new();
    for (at, (id, label)) in ids.into_iter().enumerate() {
        if id.is_empty() {
            faults.push(Fault::new(format!("{field}[{at}].id"), "empty"));
        } else if met.contains(&id) {
            faults.push(Fault::new(format!("{field}[{at}].id"), "id-twice").naming("id", id));
        }
        if label.trim().is_empty() {
            faults.push(Fault::new(format!("{field}[{at}].label"), "empty"));
        }
        met.push(id);
    }
    faults
}
