//! Everything one table said, indexed so that a key press costs the same with ten entries or ten thousand.

use super::{
    change::{Change, Touch},
    entry::{Entry, Flag, Part, Value},
    fact::{Fact, FactKey},
    id::{BlockId, CategoryId, EntryId},
    judgement::{Assessor, Item, Judgement, JudgementKey, Verdict},
    order::Order,
    stamp::Stamp,
};
use foldhash::fast::RandomState;
use std::{collections::BTreeMap, sync::Arc};

/// Ids are hashed with every row of every screen, so with a hash that is quick; it is seeded at random, so that no file
/// can be made to fill one bucket.
type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;

type Spot = (Order, EntryId);

/// The records of one table.
///
/// The maps below `entries` are indexes: derived, rebuilt on load, kept right by [`Records::apply`].
#[derive(Clone, Default, Debug)]
pub struct Records {
    /// Shared, so that a copy for a thread that writes them down costs little; one that is altered is copied then.
    entries: HashMap<EntryId, Arc<Entry>>,
    judgements: BTreeMap<JudgementKey, Judgement>,
    facts: BTreeMap<FactKey, Fact>,
    /// Parts of entries whose birth has not been seen yet: files may arrive in any order.
    waiting: HashMap<EntryId, Vec<(Part, Stamp)>>,
    lists: HashMap<(BlockId, CategoryId), Vec<Spot>>,
    below: HashMap<EntryId, Vec<Spot>>,
    parked: Vec<Spot>,
    living: usize,
    version: u64,
}

impl PartialEq for Records {
    /// Equal when they say the same, however they came to it.
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries && self.judgements == other.judgements && self.facts == other.facts
    }
}

impl Records {
    /// Applies a change: the one function by which anything is altered.
    ///
    /// Pure in the change and the records; the same set of changes in any order and any repetition gives the same.
    pub fn apply(&mut self, change: &Change) {
        for touch in &change.touches {
            match touch {
                Touch::Birth(entry) => self.meet(entry),
                Touch::Part { entry, now, .. } => self.set(entry, now, &change.stamp),
                Touch::Judgement { key, now, .. } => self.judge(key, now.clone(), &change.stamp),
                Touch::Fact { key, now, .. } => self.note(key, now.clone(), &change.stamp),
            }
        }
        self.version += 1;
    }

    /// Takes in an account of an entry: new, or laid over the one that stands. Also how a file is loaded.
    pub fn meet(&mut self, entry: &Entry) {
        let id = entry.id.clone();
        match self.entries.remove(&id) {
            None => drop(self.entries.insert(id.clone(), Arc::new(entry.clone()))),
            Some(mut standing) => {
                self.unlist(&standing);
                Arc::make_mut(&mut standing).merge(entry);
                self.entries.insert(id.clone(), standing);
            }
        }
        if let Some(parts) = self.waiting.remove(&id)
            && let Some(entry) = self.entries.get_mut(&id)
        {
            let entry = Arc::make_mut(entry);
            for (part, stamp) in parts {
                entry.set(&part, &stamp);
            }
        }
        self.list(&id);
        self.version += 1;
    }

    /// Takes in a judgement, unless a later one stands.
    pub fn judge(&mut self, key: &JudgementKey, verdict: Option<Verdict>, stamp: &Stamp) {
        if self.judgements.get(key).is_none_or(|standing| *stamp > standing.stamp) {
            self.judgements.insert(key.clone(), Judgement { verdict, stamp: stamp.clone() });
        }
        self.version += 1;
    }

    /// Takes in a fact, unless a later one stands.
    pub fn note(&mut self, key: &FactKey, value: Option<Value>, stamp: &Stamp) {
        if self.facts.get(key).is_none_or(|standing| *stamp > standing.stamp) {
            self.facts.insert(key.clone(), Fact { value, stamp: stamp.clone() });
        }
        self.version += 1;
    }

    /// Lays another account of the same table over this one.
    pub fn merge(&mut self, other: &Self) {
        for entry in other.entries.values() {
            self.meet(entry);
        }
        for (key, judgement) in &other.judgements {
            self.judge(key, judgement.verdict.clone(), &judgement.stamp);
        }
        for (key, fact) in &other.facts {
            self.note(key, fact.value.clone(), &fact.stamp);
        }
        for (id, parts) in &other.waiting {
            for (part, stamp) in parts {
                self.set(id, part, stamp);
            }
        }
    }

    fn set(&mut self, id: &EntryId, part: &Part, stamp: &Stamp) {
        let Some(mut entry) = self.entries.remove(id) else {
            self.waiting.entry(id.clone()).or_default().push((part.clone(), stamp.clone()));
            return;
        };
        self.unlist(&entry);
        Arc::make_mut(&mut entry).set(part, stamp);
        self.entries.insert(id.clone(), entry);
        self.list(id);
    }

    fn list(&mut self, id: &EntryId) {
        let Some(entry) = self.entries.get(id).filter(|entry| !entry.gone) else { return };
        let spot = (entry.order.clone(), id.clone());
        insert(self.lists.entry((entry.home.block.clone(), entry.category.clone())).or_default(), &spot);
        if let Some(above) = &entry.answers {
            insert(self.below.entry(above.clone()).or_default(), &spot);
        }
        if entry.has(Flag::Parked) {
            insert(&mut self.parked, &spot);
        }
        self.living += 1;
    }

    fn unlist(&mut self, entry: &Entry) {
        if entry.gone {
            return;
        }
        let spot = (entry.order.clone(), entry.id.clone());
        if let Some(list) = self.lists.get_mut(&(entry.home.block.clone(), entry.category.clone())) {
            remove(list, &spot);
        }
        if let Some(list) = entry.answers.as_ref().and_then(|above| self.below.get_mut(above)) {
            remove(list, &spot);
        }
        remove(&mut self.parked, &spot);
        self.living -= 1;
    }

    /// An entry, also one that was deleted.
    pub fn entry(&self, id: &EntryId) -> Option<&Entry> {
        self.entries.get(id).map(Arc::as_ref)
    }

    /// All entries in the order of their birth, deleted ones included: for files.
    pub fn all(&self) -> Vec<&Entry> {
        let mut all: Vec<_> = self.entries.values().map(Arc::as_ref).collect();
        all.sort_by(|a, b| (&a.born, &a.id).cmp(&(&b.born, &b.id)));
        all
    }

    /// The entries of one category of a block, in order; deleted ones are not in it.
    pub fn listed<'a>(
        &'a self,
        block: &BlockId,
        category: &CategoryId,
    ) -> impl DoubleEndedIterator<Item = &'a Entry> + use<'a> {
        let list = self.lists.get(&(block.clone(), category.clone())).map(Vec::as_slice).unwrap_or_default();
        list.iter().filter_map(|(_, id)| self.entry(id))
    }

    /// How many entries a category of a block holds.
    pub fn count(&self, block: &BlockId, category: &CategoryId) -> usize {
        self.lists.get(&(block.clone(), category.clone())).map_or(0, Vec::len)
    }

    /// The categories of a block that hold anything, whether or not the workshop still knows them.
    pub fn categories<'a>(&'a self, block: &'a BlockId) -> impl Iterator<Item = &'a CategoryId> + 'a {
        self.lists
            .iter()
            .filter(move |((at, _), list)| at == block && !list.is_empty())
            .map(|((_, category), _)| category)
    }

    /// The blocks that hold anything, whether or not the workshop still knows them.
    pub fn blocks(&self) -> impl Iterator<Item = &BlockId> {
        self.lists.iter().filter(|(_, list)| !list.is_empty()).map(|((block, _), _)| block)
    }

    /// What hangs under an entry, in order.
    pub fn below<'a>(&'a self, id: &EntryId) -> impl DoubleEndedIterator<Item = &'a Entry> + use<'a> {
        let list = self.below.get(id).map(Vec::as_slice).unwrap_or_default();
        list.iter().filter_map(|(_, id)| self.entry(id))
    }

    /// What was set aside for later, in order.
    pub fn parked(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.parked.iter().filter_map(|(_, id)| self.entry(id))
    }

    /// How many entries stand (deleted ones not counted).
    pub fn len(&self) -> usize {
        self.living
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.living == 0
    }

    /// The value of a fact, if it stands.
    pub fn fact(&self, key: &FactKey) -> Option<&Value> {
        self.facts.get(key).and_then(|fact| fact.value.as_ref())
    }

    /// A fact that is a number.
    pub fn number(&self, key: &FactKey) -> Option<f64> {
        match self.fact(key) {
            Some(Value::Number(number)) => Some(*number),
            Some(_) | None => None,
        }
    }

    /// All facts, for files.
    pub fn facts(&self) -> &BTreeMap<FactKey, Fact> {
        &self.facts
    }

    /// All judgements, for files and for forms.
    pub fn judgements(&self) -> &BTreeMap<JudgementKey, Judgement> {
        &self.judgements
    }

    /// The judgements of a block that stand, without looking at those of others.
    pub fn judged<'a>(&'a self, block: &'a BlockId) -> impl Iterator<Item = (&'a JudgementKey, &'a Verdict)> + 'a {
        let first = JudgementKey {
            block: block.clone(),
            item: Item::Entry(EntryId::default()), // the least of all items
            assessor: Assessor::Table,
            criterion: None,
            pass: 0,
        };
        let own = self.judgements.range(first..).take_while(move |(key, _)| key.block == *block);
        own.filter_map(|(key, judgement)| Some((key, judgement.verdict.as_ref()?)))
    }

    /// The judgements of a block that stand of cells, with their stamps, without looking at those of anything else.
    pub fn judged_cells<'a>(
        &'a self,
        block: &'a BlockId,
    ) -> impl Iterator<Item = (&'a JudgementKey, &'a Judgement)> + 'a {
        let least = || Box::new(Item::Entry(EntryId::default()));
        let first = JudgementKey {
            block: block.clone(),
            item: Item::Cell(least(), least()),
            assessor: Assessor::Table,
            criterion: None,
            pass: 0,
        };
        let cell = |item: &Item| matches!(item, Item::Cell(..));
        let own = self.judgements.range(first..).take_while(move |(key, _)| key.block == *block && cell(&key.item));
        own.filter(|(_, judgement)| judgement.verdict.is_some())
    }

    /// A judgement, if it stands.
    pub fn verdict(&self, key: &JudgementKey) -> Option<&Verdict> {
        self.judgements.get(key).and_then(|judgement| judgement.verdict.as_ref())
    }

    /// Rises with every alteration: what was computed from an equal number still holds.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The touch that sets a part of an entry, with what it was; nothing if it is so already or there is no such entry.
    pub fn touch(&self, id: &EntryId, now: Part) -> Option<Touch> {
        let was = self.entries.get(id)?.part(&now.key());
        (was != now).then(|| Touch::Part { entry: id.clone(), was, now })
    }

    /// The touch that sets a fact, with what it was.
    pub fn touch_fact(&self, key: FactKey, now: Option<Value>) -> Touch {
        Touch::Fact { was: self.fact(&key).cloned(), key, now }
    }

    /// The touch that gives a judgement, or takes it back, with what it was; nothing if it is so already.
    pub fn touch_verdict(&self, key: JudgementKey, now: Option<Verdict>) -> Option<Touch> {
        let was = self.verdict(&key).cloned();
        (was != now).then_some(Touch::Judgement { key, was, now })
    }

    /// What takes a change back without touching what was altered again since, by another device for instance.
    pub fn undo(&self, change: &Change) -> Vec<Touch> {
        let stands = |touch: &Touch| match touch {
            Touch::Birth(_) => false, // an inverse is never a birth
            Touch::Part { entry, was, .. } => {
                self.entries.get(entry).is_some_and(|entry| entry.part(&was.key()) == *was)
            }
            Touch::Judgement { key, was, .. } => self.verdict(key) == was.as_ref(),
            Touch::Fact { key, was, .. } => self.fact(key) == was.as_ref(),
        };
        change.inverse().into_iter().filter(stands).collect()
    }

    /// Every stamp in the records, in no order; those of earlier wordings are not among them.
    pub fn stamps(&self) -> impl Iterator<Item = &Stamp> {
        let entries = self.entries.values().flat_map(|entry| entry.changed.values().chain([&entry.born]));
        let judgements = self.judgements.values().map(|judgement| &judgement.stamp);
        entries.chain(judgements).chain(self.facts.values().map(|fact| &fact.stamp))
    }

    /// The latest stamp anywhere in the records; a mint must move past it.
    pub fn latest(&self) -> Option<Stamp> {
        self.stamps().max().cloned()
    }
}

fn insert(list: &mut Vec<Spot>, spot: &Spot) {
    // what is said now stands last, so look there before searching
    if list.last().is_none_or(|last| last < spot) {
        list.push(spot.clone());
    } else if let Err(at) = list.binary_search(spot) {
        list.insert(at, spot.clone());
    }
}

fn remove(list: &mut Vec<Spot>, spot: &Spot) {
    if let Ok(at) = list.binary_search(spot) {
        list.remove(at);
    }
}
