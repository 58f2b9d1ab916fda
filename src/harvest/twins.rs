//! Which lines say the same, because somebody called them so: *twins*.
//!
//! What is called is a judgement of two lines at the table that is the harvest, so undo, merging and history are those of all
//! else. What says the same as the same line says the same; but two lines that were called different are no twins, whatever
//! stands between them. A pair that names a line twice, or one that is not here, is kept in the files and means nothing.
//!
//! **Twins stand together.** One of them is put under a theme, and the others go along; so an organiser reads a thought once.
//! What goes along never moves what somebody put elsewhere on purpose: only what stands nowhere, or where the line itself
//! stands. Not for what may say the same (that is `alike`). Called by [`super::Harvest`].

use super::{Points, Themes, block};
use crate::record::{Assessor, CriterionId, EntryId, Item, JudgementKey, Records, Stamp, Verdict};
use foldhash::fast::RandomState;
use std::collections::{BTreeMap, HashMap};

/// How it is spelled in a judgement that two lines say the same, and that they do not.
pub(super) const ALIKE: &str = "alike";
/// See [`ALIKE`].
pub(super) const DIFFERENT: &str = "different";

/// Two lines, the lesser id first.
pub type Pair = (EntryId, EntryId);

/// What was called the same, and what different.
#[derive(Clone, Debug, Default)]
pub struct Twins {
    called: BTreeMap<Pair, bool>,
    /// What stands together through pairs that were called the same, and by line in which of these it is.
    groups: Vec<Vec<usize>>,
    of: HashMap<usize, usize, RandomState>,
    ids: HashMap<usize, EntryId, RandomState>,
}

/// Two lines in the order in which they are kept.
fn pair(one: &EntryId, other: &EntryId) -> Pair {
    let (one, other) = (one.clone(), other.clone());
    if one <= other { (one, other) } else { (other, one) }
}

/// The judgement of two lines.
pub(super) fn key(one: &EntryId, other: &EntryId) -> JudgementKey {
    let (one, other) = pair(one, other);
    JudgementKey {
        block: block(),
        item: Item::Cell(Box::new(Item::Entry(one)), Box::new(Item::Entry(other))),
        assessor: Assessor::Table,
        criterion: Some(CriterionId::new(ALIKE)),
        pass: 0,
    }
}

impl Twins {
    /// Reads them.
    pub(super) fn read(records: &Records, points: &Points) -> Self {
        let block = block();
        let mut last: BTreeMap<Pair, (&Stamp, bool)> = BTreeMap::new();
        for (key, judgement) in records.judged_cells(&block) {
            let (Item::Cell(one, other), Some(criterion)) = (&key.item, &key.criterion) else { continue };
            let (Item::Entry(one), Item::Entry(other)) = (one.as_ref(), other.as_ref()) else { continue };
            let same = match &judgement.verdict {
                Some(Verdict::Choice(choice)) if choice == ALIKE => true,
                Some(Verdict::Choice(choice)) if choice == DIFFERENT => false,
                Some(_) | None => continue,
            };
            if criterion.as_str() != ALIKE || one == other {
                continue;
            }
            // by hand a pair can be written both ways: what was said last stands
            let standing = last.entry(pair(one, other)).or_insert((&judgement.stamp, same));
            if standing.0 < &judgement.stamp {
                *standing = (&judgement.stamp, same);
            }
        }
        let called: BTreeMap<Pair, bool> = last.into_iter().map(|(pair, (_, same))| (pair, same)).collect();
        let mut twins = Self { called, ..Self::default() };
        twins.group(points);
        twins
    }

    /// Follows what was called the same, through any number of pairs.
    fn group(&mut self, points: &Points) {
        let mut next: HashMap<usize, Vec<usize>, RandomState> = HashMap::default();
        for ((one, other), _) in self.called.iter().filter(|(_, same)| **same) {
            if let (Some(at), Some(there)) = (points.at(one), points.at(other)) {
                next.entry(at).or_default().push(there);
                next.entry(there).or_default().push(at);
                self.ids.extend([(at, one.clone()), (there, other.clone())]);
            }
        }
        for start in next.keys() {
            if self.of.contains_key(start) {
                continue;
            }
            let nth = self.groups.len();
            self.of.insert(*start, nth);
            let (mut group, mut at) = (vec![*start], 0);
            while let Some(line) = group.get(at) {
                let near = next.get(line).into_iter().flatten();
                let more: Vec<usize> = near.filter(|line| self.of.insert(**line, nth).is_none()).copied().collect();
                group.extend(more);
                at += 1;
            }
            group.sort_unstable();
            self.groups.push(group);
        }
    }

    /// The lines that say the same as this one, by their places.
    pub fn of(&self, point: usize) -> Vec<usize> {
        let Some((group, id)) = self.of.get(&point).and_then(|nth| Some((&self.groups[*nth], self.ids.get(&point)?)))
        else {
            return Vec::new();
        };
        let same = |other: &usize| {
            *other != point && self.ids.get(other).is_some_and(|other| self.called(id, other) != Some(false))
        };
        group.iter().copied().filter(same).collect()
    }

    /// Whether nothing was called the same.
    pub fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// What two lines were called: the same or different; nothing if nobody said.
    pub fn called(&self, one: &EntryId, other: &EntryId) -> Option<bool> {
        self.called.get(&pair(one, other)).copied()
    }

    /// Every pair that somebody called the same or different.
    pub fn all(&self) -> impl Iterator<Item = (&Pair, bool)> {
        self.called.iter().map(|(pair, same)| (pair, *same))
    }

    /// Those that go along when a line is put somewhere: what says the same and stands nowhere, or only where the line stands.
    pub fn along(&self, themes: &Themes, point: usize) -> Vec<usize> {
        let here = themes.of.line(point);
        let free = |other: &usize| themes.of.line(*other).iter().all(|theme| here.contains(theme));
        self.of(point).into_iter().filter(free).collect()
    }

    /// Lays what says the same behind each other, each group where its first line stands.
    pub fn together(&self, lines: &mut Vec<usize>) {
        if self.is_empty() {
            return;
        }
        let mut waiting: HashMap<usize, bool, RandomState> =
            lines.iter().filter(|at| self.of.contains_key(*at)).map(|at| (*at, true)).collect();
        let mut laid = Vec::with_capacity(lines.len());
        for at in lines.drain(..) {
            match waiting.get_mut(&at) {
                None => laid.push(at),
                Some(false) => {}
                Some(waits) => {
                    *waits = false;
                    laid.push(at);
                    for twin in self.of(at) {
                        if let Some(waits) = waiting.get_mut(&twin).filter(|waits| **waits) {
                            *waits = false;
                            laid.push(twin);
                        }
                    }
                }
            }
        }
        *lines = laid;
    }
}
