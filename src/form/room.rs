//! What a form may ask about beyond its own table: the other blocks of the workshop, and the other tables.
//!
//! A form stands below the session and the workshop, so it asks through this door. Implemented by `session` and, for a
//! workshop that nobody holds, by `workshop`.

use super::Form;
use crate::record::{BlockId, EntryId, Records};

/// Everything around a table that a form may look at.
pub trait Room {
    /// A block of the workshop.
    fn block(&self, id: &BlockId) -> Option<&Form>;
    /// What every table of the session said, in the order of the tables.
    fn tables(&self) -> Vec<&Records>;
    /// The short code of an entry at a table, by the number of that, where what is told is printed with codes.
    fn code(&self, _table: u32, _entry: &EntryId) -> Option<String> {
        None
    }
    /// What is made of what the tables said, where that is at hand: there lines of a table are lessons too.
    fn harvest(&self) -> Option<&Records> {
        None
    }
}

/// A room without a workshop and without tables: for what looks at one table alone, as tests do.
#[derive(Clone, Copy, Debug)]
pub struct Bare;

impl Room for Bare {
    fn block(&self, _: &BlockId) -> Option<&Form> {
        None
    }
    fn tables(&self) -> Vec<&Records> {
        Vec::new()
    }
}
