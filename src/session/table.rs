//! A table: what it said, and what can be undone.

use super::desk::Desk;
use crate::record::{Change, Deed, DeviceId, Entry, Mint, Now, Part, Records, Stamp, TableId, Touch};

/// A table of the session, as the program holds it in memory.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its number.
    pub id: TableId,
    /// What it said, over all devices.
    pub records: Records,
    /// The line being typed here, and where.
    pub desk: Desk,
    /// Changes of this device that can be taken back, oldest first; there is no limit.
    past: Vec<Change>,
    /// Changes that were taken back and can be done again, last undone last.
    ahead: Vec<Change>,
}

impl Table {
    /// A table at which nothing was said.
    pub fn new(id: TableId) -> Self {
        Self { id, records: Records::default(), desk: Desk::default(), past: Vec::new(), ahead: Vec::new() }
    }

    /// A table that said this, and at which nothing can be taken back: for who looks at it only.
    pub(super) fn of(id: TableId, records: Records) -> Self {
        Self { records, ..Self::new(id) }
    }

    /// Makes a change of these touches, applies it and says it, so that it can be written down. Nothing for no touches.
    pub fn alter(&mut self, touches: Vec<Touch>, deed: Deed, mint: &mut Mint, now: Now) -> Option<Change> {
        if touches.is_empty() {
            return None;
        }
        let change = Change::new(self.id, deed, touches, mint, now);
        self.records.apply(&change);
        self.remember(change.clone());
        Some(change)
    }

    /// Takes back the last change that can be, whatever its age.
    pub fn undo(&mut self, mint: &mut Mint, now: Now) -> Option<Change> {
        while let Some(change) = self.past.last() {
            let touches = self.back(change);
            if touches.is_empty() {
                self.past.pop(); // another device has altered all of it since: nothing of ours is left to take back
                continue;
            }
            let deed = Deed::Undid(change.stamp.clone());
            return self.alter(touches, deed, mint, now);
        }
        None
    }

    /// Does again what was last taken back.
    pub fn redo(&mut self, mint: &mut Mint, now: Now) -> Option<Change> {
        while let Some(undone) = self.ahead.last() {
            let touches = self.back(undone);
            if touches.is_empty() {
                self.ahead.pop();
                continue;
            }
            let deed = Deed::Redid(undone.stamp.clone());
            return self.alter(touches, deed, mint, now);
        }
        None
    }

    /// The entry that was touched last by this device, if it still stands: what a key means when nothing is chosen.
    pub fn touched_last(&self) -> Option<&Entry> {
        let id = self.past.last()?.touches.iter().find_map(|touch| match touch {
            Touch::Birth(entry) => Some(&entry.id),
            Touch::Part { entry, .. } => Some(entry),
            Touch::Judgement { .. } | Touch::Fact { .. } => None,
        })?;
        self.records.entry(id).filter(|entry| !entry.gone)
    }

    /// What takes a change back without touching what another device did since, be it to set the same value again.
    fn back(&self, change: &Change) -> Vec<Touch> {
        let mut touches = self.records.undo(change);
        touches.retain(|touch| !self.is_theirs(touch, change));
        touches
    }

    /// Whether a touch that takes a change back would take back what another device did.
    ///
    /// An entry that another device altered after the change, or gave birth to as well (the text of a slot), is not made to
    /// disappear: with it would go the other's words.
    fn is_theirs(&self, touch: &Touch, change: &Change) -> bool {
        let own = &change.stamp.device;
        let later = |stamp: &Stamp| stamp.device != *own && *stamp > change.stamp;
        match touch {
            Touch::Birth(_) => false, // an inverse is never a birth
            Touch::Part { entry: id, now, .. } => self.records.entry(id).is_some_and(|entry| {
                let born_here = |touch: &Touch| matches!(touch, Touch::Birth(born) if born.id == *id);
                let vanishes = *now == Part::Gone(true);
                entry.stamp_of(&now.key()).is_some_and(later)
                    || vanishes && entry.changed.values().any(later)
                    || vanishes && entry.born.device != *own && change.touches.iter().any(born_here)
            }),
            Touch::Judgement { key, .. } => self.records.judgements().get(key).is_some_and(|given| later(&given.stamp)),
            Touch::Fact { key, .. } => self.records.facts().get(key).is_some_and(|fact| later(&fact.stamp)),
        }
    }

    /// Whether there is anything to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is anything to do again.
    pub fn can_redo(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// Replays a change from the journal of `device`: into the records if `fresh`, and into the history of undo if it is
    /// this device's own.
    pub fn replay(&mut self, change: Change, device: &DeviceId, fresh: bool) {
        if fresh {
            self.records.apply(&change);
        }
        if change.stamp.device == *device {
            self.remember(change);
        }
    }

    fn remember(&mut self, change: Change) {
        let drop_from = |list: &mut Vec<Change>, stamp: &Stamp| {
            if let Some(at) = list.iter().rposition(|change| change.stamp == *stamp) {
                list.truncate(at);
            }
        };
        match &change.deed {
            Deed::Did => {
                self.ahead.clear();
                self.past.push(change);
            }
            Deed::Undid(stamp) => {
                drop_from(&mut self.past, stamp);
                self.ahead.push(change);
            }
            Deed::Redid(stamp) => {
                drop_from(&mut self.ahead, stamp);
                self.past.push(change);
            }
            Deed::Kept => {}
        }
    }

    /// Forgets the line and what can be undone, before both are told anew; what was said stays.
    pub fn forget_doings(&mut self) {
        self.desk = Desk::default();
        self.past.clear();
        self.ahead.clear();
    }

    /// All changes that undo and redo still need, oldest first.
    pub fn history(&self) -> impl Iterator<Item = &Change> {
        self.past.iter().chain(&self.ahead)
    }
}

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
