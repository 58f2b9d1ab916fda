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
}
