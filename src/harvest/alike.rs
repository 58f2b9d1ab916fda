//! Which lines of other tables may say the same as the one that is chosen; proposed, and never called so by itself.
//!
//! What was called the same or different is not proposed again, and speaks for or against the words that the two share.
//! Two lines under one theme need less in common than two that stand apart. `crate::suggest` holds the method, [`super::Twins`]
//! what was called.
//!
//! **Never slow.** A key costs the lines that share a rare word with the one that is looked at. Called by `app`, for the
//! door Oogst.

use super::{Harvest, Suggestions};
use crate::{
    record::EntryId,
    session::Session,
    suggest::{Alike, Because},
};

/// How many lines are told; of those behind them only that there are more.
const TOLD: usize = 3;
/// A line of another table that may say the same.
#[derive(Clone, PartialEq, Debug)]
pub struct Likely {
    /// The line that is looked at.
    pub line: EntryId,
    /// The other.
    pub other: EntryId,
    /// The words that speak for it, the strongest first; places are in bytes of the texts as they stand at their tables.
    pub because: Vec<Because>,
}

impl Suggestions {
    /// The lines that may say the same as one, the most alike first, and how many there are behind those that are told;
    /// nothing while lines are still read.
    pub fn alike(&self, session: &Session, harvest: &Harvest, point: usize) -> (Vec<Likely>, usize) {
        let found = self.likely(harvest, point);
        let points = &harvest.points;
        let told = found.iter().take(TOLD).filter_map(|alike| {
            let other = &self.ids[alike.other];
            let (text, there) = (points.text(session, point), points.text(session, points.at(other)?));
            let because = self.lines.why_alike(text, alike.other, there);
            Some(Likely { line: points.all[point].id.clone(), other: other.clone(), because })
        });
        (told.collect(), found.len().saturating_sub(TOLD))
    }

    fn likely(&self, harvest: &Harvest, point: usize) -> Vec<Alike> {
        let points = &harvest.points;
        let Some(line) = points.all.get(point).filter(|_| self.next >= points.all.len()) else { return Vec::new() };
        let Some(known) = self.known.get(&line.id) else { return Vec::new() };
        let twins = harvest.twins.of(point);
        let among = |number: usize| {
            let id = &self.ids[number];
            let other = points.at(id).filter(|_| self.known.get(id).is_some_and(|known| known.number == number));
            let apart = |at: usize| points.all[at].nth != line.nth && !twins.contains(&at);
            other.is_some_and(apart) && harvest.twins.called(&line.id, id).is_none()
        };
        let mut found = self.lines.alike(known.number, among);
        let of = |at: usize| harvest.themes.of.line(at);
        let together = |number: usize| {
            points.at(&self.ids[number]).is_some_and(|at| of(at).iter().any(|theme| of(point).contains(theme)))
        };
        found.retain(|alike| alike.rare || together(alike.other));
        found
    }

    /// Whether there is a line of another table that may say the same as one.
    pub fn has_alike(&self, harvest: &Harvest, point: usize) -> bool {
        !self.likely(harvest, point).is_empty()
    }

    /// Takes in which lines were called the same or different.
    pub(super) fn take_in_called(&mut self, harvest: &Harvest) {
        let number = |id: &EntryId| self.known.get(id).map(|known| known.number);
        let called = harvest.twins.all();
        let now: Vec<(usize, usize, bool)> =
            called.filter_map(|((one, other), same)| Some((number(one)?, number(other)?, same))).collect();
        if now != self.called {
            self.called.iter().for_each(|(one, other, same)| self.lines.called(*one, *other, *same, false));
            now.iter().for_each(|(one, other, same)| self.lines.called(*one, *other, *same, true));
            self.called = now;
        }
    }
}
