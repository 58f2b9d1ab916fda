//! One line of a table's journal: something altered, or a step at the desk.

use super::desk::Step;
use crate::record::Change;
use serde::{Deserialize, Serialize};

/// What is written before the screen shows it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Log {
    /// Something was altered; kept for undo.
    Change(Box<Change>),
    /// A key at the desk; worth keeping until the line it belongs to is saved.
    Step(Step),
    /// What one key did, all of it or nothing: a line that is saved is in the list and off the line, never both.
    Together(Vec<Log>),
}

impl Log {
    /// What is in it, one by one, in order.
    pub fn each(self) -> Vec<Self> {
        match self {
            Self::Change(_) | Self::Step(_) => vec![self],
            Self::Together(logs) => logs.into_iter().flat_map(Self::each).collect(),
        }
    }
}
