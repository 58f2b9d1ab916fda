//! Brings what a new session starts from out of the sessions that were held before.
//!
//! Only the store knows which those are. What is brought is written like anything else, in the journal of the table.

use super::{Refused, Store, Trouble};
use crate::{
    record::{Deed, Now},
    session::{self, Head, Log, Session},
};

impl Store {
    /// Gives a session that was just made what its blocks start from, of the last earlier session that has it.
    ///
    /// Says how many entries and values came along. A session that cannot be read is passed by: it is told of elsewhere.
    ///
    /// # Errors
    /// When the new session cannot be read or written; it stands, without what was to come along.
    pub fn carry(&self, head: &Head, seed: u64, now: Now) -> Result<usize, Trouble> {
        let dir = self.data().session(head.id.as_str());
        let asks = head.workshop.rounds.iter().flat_map(|round| &round.blocks);
        if asks.filter_map(|block| block.lens().frame().carry).next().is_none() {
            return Ok(0);
        }
        let mut fresh = self.load(&dir, seed)?.session;
        let mut wishes = session::wishes(&fresh);
        let (mut earlier, _) = self.sessions()?;
        earlier.retain(|summary| summary.id != head.id && summary.date <= head.date);
        earlier.sort_by(|a, b| (b.date, &b.id).cmp(&(a.date, &a.id)));
        let mut count = 0;
        for summary in earlier {
            if wishes.is_empty() {
                break;
            }
            let Ok(loaded) = self.load(&self.data().session(summary.id.as_str()), seed) else { continue };
            let (given, rest): (Vec<_>, Vec<_>) =
                wishes.into_iter().partition(|(_, wish)| session::can_give(&loaded.session, wish));
            wishes = rest;
            for (block, wish) in given {
                let mut mint = fresh.mint.clone();
                let carried = session::carried(&fresh, &loaded.session, &block, &wish, &mut mint, now);
                fresh.mint = mint;
                for (table, touches) in carried {
                    count += touches.len();
                    let Session { tables, mint, .. } = &mut fresh;
                    let Some(table) = tables.iter_mut().find(|one| one.id == table) else { continue };
                    let Some(change) = table.alter(touches, Deed::Kept, mint, now) else { continue };
                    let mut writer = match self.sit_with(&dir, head, table.id, "") {
                        Ok(writer) => writer,
                        Err(Refused::Trouble(trouble)) => return Err(trouble),
                        Err(Refused::Busy(_)) => continue, // somebody opened it within this moment: it begins without
                    };
                    writer.write(&Log::Change(Box::new(change)))?;
                    writer.snapshot(head, table)?;
                }
            }
        }
        Ok(count)
    }
}
