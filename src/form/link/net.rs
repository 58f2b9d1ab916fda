//! The network as it stands: what can be linked, what kinds there are, and which links were given.
//!
//! A link is a judgement of the table on a pair, with its kind as criterion and its strength as value. One that goes both
//! ways is kept with the lesser item first, by the items' own order, so that it is one link from whichever end it was
//! typed; the other order is read too, since putting two entries together may leave it.

use super::{Link, LinkKind};
use crate::{
    form::{Case, Scope, Thing, case, source},
    record::{Assessor, Item, JudgementKey, Verdict},
    text::fold,
};
use std::collections::{BTreeMap, HashMap};

/// A link that stands.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Tie {
    /// From which item.
    pub from: usize,
    /// To which.
    pub to: usize,
    /// Of which kind.
    pub kind: usize,
    /// How strong.
    pub strength: f64,
}

/// What is linked with what.
pub(super) struct Net {
    /// All items; the number of one is its place, from 1.
    pub items: Vec<Thing>,
    /// How many of them links go out from; they come first.
    pub starts: usize,
    /// Whether links go to an item.
    pub ends: Vec<bool>,
    /// Whether the items are linked among themselves.
    pub among: bool,
    /// The kinds, each with a letter where there is more than one.
    pub kinds: Vec<LinkKind>,
    /// The links, by where they go out from and to.
    pub ties: Vec<Tie>,
}

impl Link {
    /// The kinds of links, at least one, each with the letter that it is typed with.
    pub(super) fn all_kinds(&self) -> Vec<LinkKind> {
        if self.kinds.is_empty() {
            return vec![LinkKind { id: "link".to_owned(), ..LinkKind::default() }];
        }
        let mut taken: Vec<String> = self.kinds.iter().map(|kind| fold(&kind.letter)).collect();
        let mut kinds = self.kinds.clone();
        for kind in &mut kinds {
            kind.letter = kind.letter.chars().take(1).collect();
            if kind.letter.is_empty() {
                let own = fold(&kind.label).chars().chain('a'..='z').collect::<Vec<_>>();
                let free =
                    own.into_iter().find(|letter| letter.is_alphabetic() && !taken.contains(&letter.to_string()));
                kind.letter = free.map(String::from).unwrap_or_default();
                taken.push(kind.letter.clone());
            }
        }
        kinds
    }

    fn pass(&self, scope: Scope<'_>) -> u32 {
        if self.until.is_some() { case::pass(scope, &self.id) } else { 0 }
    }

    /// The judgement by which two items are linked.
    pub(super) fn key(&self, scope: Scope<'_>, case: Option<&Case>, pair: (&Item, &Item), kind: &str) -> JudgementKey {
        let item = Item::Cell(Box::new(pair.0.clone()), Box::new(pair.1.clone()));
        let (criterion, pass) = (Case::criterion(case, Some(kind)), self.pass(scope));
        JudgementKey { block: self.id.clone(), item, assessor: Assessor::Table, criterion, pass }
    }

    /// The network now.
    pub(super) fn net(&self, scope: Scope<'_>, case: Option<&Case>) -> Net {
        let mut items = source::things(scope, &self.from);
        let (starts, among) = (items.len(), self.to.is_empty());
        let mut ends = vec![among; starts];
        if !among {
            let known: HashMap<Item, usize> =
                items.iter().enumerate().map(|(nth, thing)| (thing.item.clone(), nth)).collect();
            for thing in source::things(scope, &self.to) {
                match known.get(&thing.item) {
                    Some(nth) => ends[*nth] = true,
                    None => {
                        items.push(thing);
                        ends.push(true);
                    }
                }
            }
        }
        let kinds = self.all_kinds();
        let ties = self.ties(scope, case, &items, &kinds);
        Net { items, starts, ends, among, kinds, ties }
    }

    fn ties(&self, scope: Scope<'_>, case: Option<&Case>, items: &[Thing], kinds: &[LinkKind]) -> Vec<Tie> {
        let nth: HashMap<&Item, usize> = items.iter().enumerate().map(|(nth, thing)| (&thing.item, nth)).collect();
        let criteria: Vec<_> = kinds.iter().map(|kind| Case::criterion(case, Some(&kind.id))).collect();
        let pass = self.pass(scope);
        let mut ties: BTreeMap<(usize, usize, usize), f64> = BTreeMap::new();
        for (key, verdict) in scope.records.judged(&self.id) {
            let (Item::Cell(from, to), Verdict::Number(strength)) = (&key.item, verdict) else { continue };
            if key.pass != pass || key.assessor != Assessor::Table {
                continue;
            }
            let kind = criteria.iter().position(|criterion| *criterion == key.criterion);
            let (Some(kind), Some(from), Some(to)) = (kind, nth.get(&**from), nth.get(&**to)) else { continue };
            let (from, to) = if self.both_ways { (*from.min(to), *from.max(to)) } else { (*from, *to) };
            let strongest = ties.entry((from, to, kind)).or_insert(*strength);
            *strongest = strongest.max(*strength);
        }
        ties.into_iter().map(|((from, to, kind), strength)| Tie { from, to, kind, strength }).collect()
    }
}

impl Net {
    /// For each item the links that touch it, each once.
    pub fn touching(&self) -> Vec<Vec<Tie>> {
        let mut touching = vec![Vec::new(); self.items.len()];
        for tie in &self.ties {
            touching[tie.from].push(*tie);
            if tie.to != tie.from {
                touching[tie.to].push(*tie);
            }
        }
        touching
    }

    /// From where to where a link goes that is typed at one item and names another; nothing where none goes.
    pub fn between(&self, here: usize, there: usize) -> Option<(usize, usize)> {
        let goes = |from: usize, to: usize| from < self.starts && self.ends[to];
        if goes(here, there) {
            Some((here, there))
        } else if goes(there, here) {
            Some((there, here))
        } else {
            None
        }
    }

    /// The kind with this letter.
    pub fn lettered(&self, letter: char) -> Option<usize> {
        let wanted = fold(&letter.to_string());
        self.kinds.iter().position(|kind| !kind.letter.is_empty() && fold(&kind.letter) == wanted)
    }

    /// The items whose words begin so, however they are spelled; one whose words are just these stands alone.
    pub fn beginning(&self, words: &str) -> Vec<usize> {
        let wanted = fold(words.trim());
        if wanted.is_empty() {
            return Vec::new();
        }
        let folded: Vec<String> = self.items.iter().map(|thing| fold(&thing.label)).collect();
        let whole: Vec<usize> = (0..folded.len()).filter(|nth| folded[*nth] == wanted).collect();
        if whole.len() == 1 {
            return whole;
        }
        (0..folded.len()).filter(|nth| folded[*nth].starts_with(&wanted)).collect()
    }
}
