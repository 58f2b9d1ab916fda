//! The past of a table: what it was at any moment, and what became of one entry.
//!
//! **What is known.** Journals keep every change of every device for good, with what was and what is; the table's files keep
//! when each part was set last, and every wording that no longer stands. From the two together follows what stood at a
//! moment: of every part, what was set last by then. Order is that of the stamps, so what a device said stays in the order
//! in which it was said there; the time beside it is what the clock of that device said.
//!
//! **What is not known.** A change by hand in a file carries no stamp: it stands in the past as it does now, from the
//! moment at which that part was set last. Where a part was altered, and no journal says what it was before, it is shown as
//! it is now and counted in [`Then::unsure`].
//!
//! Pure: no files, no clock. The journals come from `store`; called by `app` and `cli`.

mod entry;
mod turns;

pub use turns::{Turn, bring_back};

use super::Table;
use crate::record::{Change, Deed, EntryId, FactKey, JudgementKey, Records, Stamp, Touch};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Everything that is known of how a table came to be what it is.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// Every change, of every device, in the order of their stamps.
    changes: Vec<Change>,
    /// Which changes touch an entry, in order.
    of: HashMap<EntryId, Vec<usize>>,
    moments: Vec<Moment>,
    /// The local time of every stamp that is known.
    times: HashMap<Stamp, NaiveDateTime>,
    /// The change that told of a birth, by the stamp of the birth.
    told: HashMap<Stamp, Stamp>,
}

/// A moment at which something was altered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moment {
    /// The change.
    pub stamp: Stamp,
    /// When, in local time of this device, by the clock of the device that made it.
    pub local: NaiveDateTime,
}

/// A table as it was.
#[derive(Clone, Debug)]
pub struct Then {
    /// What stood.
    pub records: Records,
    /// How many parts of entries were altered since without anybody knowing from what.
    pub unsure: usize,
}

impl Past {
    /// The past of a table, from the changes in the journals of all devices (in any order, also twice) and what the table
    /// holds in memory. `zone` says how many seconds local time was ahead of UTC at a moment in milliseconds since 1970.
    pub fn new(table: &Table, journals: Vec<Change>, zone: impl Fn(i64) -> i32) -> Self {
        let mut all: BTreeMap<Stamp, Change> =
            journals.into_iter().map(|change| (change.stamp.clone(), change)).collect();
        for change in table.history() {
            all.entry(change.stamp.clone()).or_insert_with(|| change.clone());
        }
        let mut past = Self { changes: all.into_values().collect(), ..Self::default() };
        let mut said: BTreeMap<Stamp, i64> = BTreeMap::new();
        for (at, change) in past.changes.iter().enumerate() {
            past.times.insert(change.stamp.clone(), local(&change.stamp, change.said(), &zone));
            if change.deed != Deed::Kept {
                said.insert(change.stamp.clone(), change.said());
            }
            for touch in &change.touches {
                if let Touch::Birth(born) = touch {
                    past.times.insert(born.born.clone(), local(&born.born, change.said(), &zone));
                    past.told.entry(born.born.clone()).or_insert_with(|| change.stamp.clone());
                }
                if let Some(id) = entry_of(touch) {
                    let list = past.of.entry(id.clone()).or_default();
                    if list.last() != Some(&at) {
                        list.push(at);
                    }
                }
            }
        }
        // what only the table's files tell
        for entry in table.records.all() {
            let stamps = entry.changed.values().chain([&entry.born]);
            for stamp in stamps.chain(entry.earlier.iter().map(|wording| &wording.stamp)) {
                if !past.told.contains_key(stamp) && !past.times.contains_key(stamp) {
                    past.times.insert(stamp.clone(), local(stamp, stamp.millis, &zone));
                    said.insert(stamp.clone(), stamp.millis);
                }
            }
        }
        for judgement in table.records.judgements().values() {
            if !past.times.contains_key(&judgement.stamp) {
                past.times.insert(judgement.stamp.clone(), local(&judgement.stamp, judgement.stamp.millis, &zone));
                said.insert(judgement.stamp.clone(), judgement.stamp.millis);
            }
        }
        past.moments = said.into_keys().map(|stamp| Moment { local: past.times[&stamp], stamp }).collect();
        past
    }

    /// Every moment at which something was altered, in the order of the stamps.
    pub fn moments(&self) -> &[Moment] {
        &self.moments
    }

    /// How many of the moments lie at or before a local time, with whatever came before them: where a clock went back, what
    /// was said before that counts too.
    pub fn until(&self, local: NaiveDateTime) -> usize {
        self.moments.iter().rposition(|moment| moment.local <= local).map_or(0, |at| at + 1)
    }

    /// The day that is meant where a time of day is given and no day: that of the session if anything was altered on it,
    /// otherwise the last on which something was.
    pub fn day(&self, session: NaiveDate) -> NaiveDate {
        let on_it = self.moments.iter().any(|moment| moment.local.date() == session);
        let last = self.moments.last().map(|moment| moment.local.date());
        if on_it { session } else { last.unwrap_or(session) }
    }

    /// The local time of a stamp, by the clock of the device that gave it.
    pub fn time(&self, stamp: &Stamp) -> NaiveDateTime {
        self.times.get(stamp).copied().unwrap_or_else(|| stamp.local(0))
    }

    /// The entry that was altered at the last of the first `count` moments, if it was one.
    pub fn altered(&self, count: usize) -> Option<&EntryId> {
        let stamp = &self.moments.get(count.checked_sub(1)?)?.stamp;
        let at = self.changes.binary_search_by(|change| change.stamp.cmp(stamp)).ok()?;
        self.changes[at].touches.iter().find_map(entry_of)
    }

    /// The table as it was after the first `count` moments: 0 is before anything, and all of them is now.
    pub fn after(&self, count: usize, now: &Records) -> Then {
        match count.checked_sub(1).map(|at| self.moments.get(at)) {
            None => self.as_of(&Stamp::zero(), now),
            Some(Some(moment)) if count < self.moments.len() => self.as_of(&moment.stamp, now),
            Some(_) => Then { records: now.clone(), unsure: 0 },
        }
    }

    /// The table as it was right after the change with this stamp, and those before it.
    pub fn as_of(&self, cut: &Stamp, now: &Records) -> Then {
        let mut then = Then { records: Records::default(), unsure: 0 };
        let mut ids: BTreeSet<&EntryId> = now.all().into_iter().map(|entry| &entry.id).collect();
        ids.extend(self.of.keys());
        for id in ids {
            if let Some((entry, unsure)) = self.entry_at(id, cut, now) {
                then.records.meet(&entry);
                then.unsure += unsure;
            }
        }
        self.judgements_at(cut, now, &mut then.records);
        self.facts_at(cut, now, &mut then.records);
        then
    }

    fn judgements_at(&self, cut: &Stamp, now: &Records, then: &mut Records) {
        let mut last: BTreeSet<&JudgementKey> = BTreeSet::new();
        for change in self.changes.iter() {
            for touch in &change.touches {
                let Touch::Judgement { key, was, now: given } = touch else { continue };
                if change.stamp <= *cut {
                    then.judge(key, given.clone(), &change.stamp);
                } else if !last.contains(key) && was.is_some() {
                    then.judge(key, was.clone(), &Stamp::zero());
                }
                last.insert(key);
            }
        }
        // what stood by then and still stands: also what no journal tells
        for (key, judgement) in now.judgements().iter().filter(|(_, judgement)| judgement.stamp <= *cut) {
            then.judge(key, judgement.verdict.clone(), &judgement.stamp);
        }
    }

    fn facts_at(&self, cut: &Stamp, now: &Records, then: &mut Records) {
        let mut last: BTreeSet<&FactKey> = BTreeSet::new();
        for change in self.changes.iter() {
            for touch in &change.touches {
                let Touch::Fact { key, was, now: noted } = touch else { continue };
                if change.stamp <= *cut {
                    then.note(key, noted.clone(), &change.stamp);
                } else if !last.contains(key) && was.is_some() {
                    then.note(key, was.clone(), &Stamp::zero());
                }
                last.insert(key);
            }
        }
        for (key, fact) in now.facts().iter().filter(|(_, fact)| fact.stamp <= *cut) {
            then.note(key, fact.value.clone(), &fact.stamp);
        }
    }
}

/// The entry that a touch is about, if it is about one.
fn entry_of(touch: &Touch) -> Option<&EntryId> {
    match touch {
        Touch::Birth(entry) => Some(&entry.id),
        Touch::Part { entry, .. } => Some(entry),
        Touch::Judgement { .. } | Touch::Fact { .. } => None,
    }
}

fn local(stamp: &Stamp, said: i64, zone: &impl Fn(i64) -> i32) -> NaiveDateTime {
    Stamp { millis: said, ..stamp.clone() }.local(zone(said))
}

#[cfg(test)]
#[path = "past_tests.rs"]
mod tests;
