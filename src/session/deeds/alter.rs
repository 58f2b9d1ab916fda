//! What is done to entries without typing a line: marks, places, links, order, merging and splitting.

use crate::{
    form::Place,
    record::{Entry, EntryId, Flag, Home, Mint, Now, Order, Part, RoundId, Stamp, Touch},
    session::table::Table,
};

impl Table {
    /// The touches that set these parts of an entry, where they differ.
    pub(super) fn touches(&self, id: &EntryId, parts: impl IntoIterator<Item = Part>) -> Vec<Touch> {
        parts.into_iter().filter_map(|part| self.records.touch(id, part)).collect()
    }

    /// Sets an entry aside, so that it is seen nowhere; undo brings it back.
    pub fn delete(&self, id: &EntryId) -> Vec<Touch> {
        self.touches(id, [Part::Gone(true)])
    }

    /// Puts a mark on, or takes it off.
    pub fn toggle(&self, id: &EntryId, flag: Flag) -> Vec<Touch> {
        let on = self.records.entry(id).is_some_and(|entry| entry.has(flag));
        self.touches(id, [Part::Flag(flag, !on)])
    }

    /// Puts an entry in another place: another category, another block, another round.
    pub fn rehome(&self, id: &EntryId, round: &RoundId, place: &Place) -> Vec<Touch> {
        let Some(entry) = self.records.entry(id) else { return Vec::new() };
        let home = Home { round: round.clone(), block: place.block.clone(), pass: entry.home.pass };
        let mut parts =
            vec![Part::Home(home), Part::Category(place.category.clone()), Part::Flag(Flag::Quote, place.quote)];
        let above = entry.answers.as_ref().and_then(|above| self.records.entry(above));
        if above.is_some_and(|above| !(above.home.block == place.block && place.answers.contains(&above.category))) {
            parts.push(Part::Answers(None)); // what it hung under is not something one answers from there
        }
        self.touches(id, parts)
    }

    /// Hangs an entry under another, or loose. Refused where it would hang under itself.
    pub fn hang(&self, id: &EntryId, under: Option<&EntryId>) -> Vec<Touch> {
        if under.is_some_and(|under| self.circles(id, under)) {
            return Vec::new();
        }
        self.touches(id, [Part::Answers(under.cloned())])
    }

    /// Whether `above` is the entry itself or hangs under it.
    pub fn circles(&self, id: &EntryId, above: &EntryId) -> bool {
        self.records.circles(id, above)
    }

    /// Moves an entry one place up or down among those of its category that hang where it hangs.
    pub fn shift(&self, id: &EntryId, up: bool) -> Vec<Touch> {
        let Some(entry) = self.records.entry(id).filter(|entry| !entry.gone) else { return Vec::new() };
        let listed = self.records.listed(&entry.home.block, &entry.category);
        let beside: Vec<&Entry> = listed.filter(|other| self.hook(other) == self.hook(entry)).collect();
        let Some(at) = beside.iter().position(|other| other.id == *id) else { return Vec::new() };
        let passed = if up { at.checked_sub(1) } else { Some(at + 1).filter(|at| *at < beside.len()) };
        let Some(passed) = passed else { return Vec::new() };
        let (before, after) = if up { (passed.checked_sub(1), passed) } else { (Some(passed), passed + 1) };
        let order = |at: usize| beside.get(at).map(|entry| &entry.order);
        let (before, after) = (before.and_then(order), order(after));
        if before.is_some() && before == after {
            let keys = renumbered(&beside, at, passed);
            return keys.into_iter().flat_map(|(id, order)| self.touches(id, [Part::Order(order)])).collect();
        }
        self.touches(id, [Part::Order(between(before, after, &beside))])
    }

    /// Where an entry hangs; under something that was deleted is loose.
    fn hook<'a>(&'a self, entry: &'a Entry) -> Option<&'a EntryId> {
        entry.answers.as_ref().filter(|above| self.records.entry(above).is_some_and(|above| !above.gone))
    }

    /// Puts two entries together; see [`Records::put_together`](crate::record::Records::put_together).
    pub fn merge(&self, id: &EntryId, into: &EntryId) -> Vec<Touch> {
        self.records.put_together(id, into)
    }

    /// Makes two entries of one: it keeps the words `first`, and `second` becomes an entry right behind it, with the same
    /// voices, marks and themes. Columns stay with the first; nothing happens if either has no words.
    pub fn split(&self, id: &EntryId, first: &str, second: &str, mint: &mut Mint, now: Now) -> Vec<Touch> {
        let (first, second) = (first.trim(), second.trim());
        let Some(entry) = self.records.entry(id).filter(|entry| !entry.gone) else { return Vec::new() };
        if first.is_empty() || second.is_empty() {
            return Vec::new();
        }
        let listed: Vec<&Entry> = self.records.listed(&entry.home.block, &entry.category).collect();
        let next = listed.iter().find(|other| other.order > entry.order).copied();
        let new = mint.entry(now);
        let half = Entry {
            answers: entry.answers.clone(),
            by: entry.by.clone(),
            namens: entry.namens.clone(),
            flags: entry.flags.clone(),
            themes: entry.themes.clone(),
            order: between(Some(&entry.order), next.map(|next| &next.order), &listed),
            ..Entry::new(new, mint.stamp(now), entry.home.clone(), entry.category.clone(), second)
        };
        let rest = self.touches(id, [Part::Text(first.to_owned())]);
        rest.into_iter().chain([Touch::Birth(Box::new(half))]).collect()
    }
}

/// A place between two neighbours of a list.
///
/// Behind the last one it stays before whatever is said next: a key at the very end would stand behind all that is still to
/// be said.
fn between(before: Option<&Order>, after: Option<&Order>, list: &[&Entry]) -> Order {
    if after.is_some() {
        return Order::between(before, after);
    }
    let latest = list.iter().map(|entry| entry.born.millis).max().unwrap_or(0);
    let next = Order::born(&Stamp { millis: latest.saturating_add(1), ..Stamp::zero() });
    Order::between(before, Some(&next).filter(|next| before.is_none_or(|before| before < *next)))
}

/// New keys for a run of entries that share one, with the two at `at` and `passed` changed about.
///
/// Two laptops can move two entries to one spot and so give them one key; between equal keys there is no room.
fn renumbered<'a>(beside: &[&'a Entry], at: usize, passed: usize) -> Vec<(&'a EntryId, Order)> {
    let of_run = |other: &&Entry| other.order == beside[passed].order;
    let first = beside.iter().position(of_run).unwrap_or(at).min(at);
    let end = beside.iter().rposition(of_run).unwrap_or(at).max(at) + 1;
    let mut run = beside[first..end].to_vec();
    run.swap(at - first, passed - first);
    let mut last = first.checked_sub(1).map(|before| beside[before].order.clone());
    let after = beside.get(end).map(|entry| &entry.order);
    let mut keys = Vec::new();
    for entry in run {
        let order = between(last.as_ref(), after, beside);
        keys.push((&entry.id, order.clone()));
        last = Some(order);
    }
    keys
}

#[cfg(test)]
#[path = "alter_tests.rs"]
mod tests;
