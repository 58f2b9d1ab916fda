//! Brings what a new session starts from out of the sessions that were held before.
//!
//! Only the store knows which those are. What is brought is written like anything else, in the journal of the table.

use super::{Refused, Store, Trouble};
use crate::{
    record::{Deed, Now},
    session::{self, Head, Log, Met, Session, Summary},
};

impl Store {
    /// Gives a session that was just made what its blocks start from, of the earlier sessions of its series.
    ///
    /// Those are the sessions in the same place ([`session::same_place`]), the latest first; of what a session in between did
    /// not take up an earlier one still tells. Where neither they nor the new one say a place, it is the last session that
    /// has what is wished for; never one of another place.
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
        let mut wishes: Vec<_> = session::wishes(&fresh).into_iter().map(|wish| (wish, Met::default())).collect();
        let (mut earlier, _) = self.sessions()?;
        earlier.retain(|summary| summary.id != head.id && summary.date <= head.date);
        earlier.sort_by(|a, b| (b.date, &b.id).cmp(&(a.date, &a.id)));
        let place = |summary: &Summary| session::same_place(&summary.place, &head.place);
        let (of_series, unplaced): (Vec<_>, Vec<_>) = earlier
            .into_iter()
            .filter(|summary| place(summary) != Some(false))
            .partition(|summary| place(summary) == Some(true));
        let earlier = of_series.into_iter().map(|one| (one, true)).chain(unplaced.into_iter().map(|one| (one, false)));
        let mut count = 0;
        for (summary, of_series) in earlier {
            if !of_series && wishes.iter().all(|(_, met)| met.any()) {
                break;
            }
            let Ok(loaded) = self.load(&self.data().session(summary.id.as_str()), seed) else { continue };
            for ((block, wish), met) in &mut wishes {
                if !of_series && met.any() || !session::can_give(&loaded.session, wish) {
                    continue;
                }
                let mut mint = fresh.mint.clone();
                let carried = session::carried(&fresh, &loaded.session, block, wish, met, (&mut mint, now));
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
