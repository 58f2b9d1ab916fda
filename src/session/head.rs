//! The head of a session: what was settled before the first word, and the workshop as it was then.

use crate::{
    record::{DeviceId, Parties, SessionId, TableId},
    workshop::Workshop,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the format of `session.ron` that this program writes and the newest that it reads.
pub const FORMAT: u32 = 1;

/// What was settled before the first word.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Head {
    /// The version of the format; the first field, so that any program can read it from any file.
    pub format: u32,
    /// The session's id: the name of its folder.
    pub id: SessionId,
    /// What it is called.
    pub title: String,
    /// When it is held.
    pub date: NaiveDate,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// How many tables there are.
    pub tables: u32,
    /// Names of tables that have one beside their number.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<TableId, String>,
    /// The parties at the tables.
    pub parties: Parties,
    /// The device that made the session; its tables' files carry no device in their name.
    pub device: DeviceId,
    /// The workshop as it was when the session was made.
    pub workshop: Workshop,
}

impl Head {
    /// The most tables a session can have.
    pub const MOST_TABLES: u32 = 200;
}
