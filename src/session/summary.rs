//! A session as a list of sessions shows it, without opening it.

use crate::record::{SessionId, TableId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A session as a list shows it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Summary {
    /// Its id.
    pub id: SessionId,
    /// What it is called.
    pub title: String,
    /// When it is held.
    pub date: NaiveDate,
    /// Where.
    pub place: String,
    /// How many tables there are.
    pub tables: u32,
    /// How many rounds.
    pub rounds: usize,
    /// Where one was last, if anybody was.
    pub last: Option<Last>,
}

/// Where one was last in a session, on this device.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Last {
    /// The table.
    pub table: TableId,
    /// The round, from 1; 0 is not known.
    #[serde(default)]
    pub round: usize,
    /// When, in milliseconds since 1970.
    #[serde(default)]
    pub at: i64,
}
