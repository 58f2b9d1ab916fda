//! Every change that the journals of all devices hold for a table: what its past is made of.
//!
//! Not for loading (that is `load`, which applies them). Reads only, also what another program is writing. Called by `run`
//! and `cli`, for `session::Past`.

use super::journal::read_journal;
use super::load::read_log;
use super::place::{SessionDir, read_journal_name};
use super::sessions::{Store, is_missing, named};
use super::trouble::Trouble;
use crate::dialect::Mistake;
use crate::record::{Change, TableId};
use crate::session::Log;

impl Store {
    /// The changes at a table, of every device and every copy of a journal, in no order and some of them perhaps twice; and
    /// which journals could not be read.
    pub fn changes(&self, dir: &SessionDir, table: TableId) -> (Vec<Change>, Vec<Trouble>) {
        let (mut changes, mut troubles) = (Vec::new(), Vec::new());
        let journals = named(self.root_of(dir), &dir.journal_dir(), read_journal_name).unwrap_or_else(|trouble| {
            troubles.push(trouble);
            Vec::new()
        });
        for (_, path) in journals.into_iter().filter(|(name, _)| name.table == table.0) {
            match read_journal(&path, read_change) {
                Ok(told) => {
                    let logs = told.records.into_iter().flatten().flat_map(Log::each);
                    changes.extend(logs.filter_map(|log| match log {
                        Log::Change(change) => Some(*change),
                        Log::Step(_) | Log::Together(_) => None,
                    }));
                }
                Err(trouble) if is_missing(&trouble) => {} // it was there a moment ago; its successor is read
                Err(trouble) => troubles.push(trouble),
            }
        }
        (changes, troubles)
    }
}

/// A record that may hold changes; keys alone are not even read.
fn read_change(record: &str) -> Result<Option<Log>, Mistake> {
    if record.starts_with("Step(") { Ok(None) } else { read_log(record).map(Some) }
}
