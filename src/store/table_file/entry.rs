//! An entry as it is spelled in a table's file, and how one that was written by hand gets what it lacks.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::{
    Assessor, BlockId, CategoryId, ColumnId, CriterionId, DeviceId, Entry, EntryId, FactKey, Flag, Home, Item,
    JudgementKey, Order, PartKey, RoundId, Stamp, ThemeId, Value, Verdict, Voice, Wording,
};
use crate::store::place::TableName;

/// An entry, flat, with first what people look for.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedEntry {
    round: RoundId,
    block: BlockId,
    category: CategoryId,
    #[serde(default)]
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<Voice>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    namens: Option<Voice>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answers: Option<EntryId>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    columns: BTreeMap<ColumnId, Value>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    flags: BTreeSet<Flag>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    themes: BTreeSet<ThemeId>,
    #[serde(default, skip_serializing_if = "is_default")]
    pass: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    gone: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    id: EntryId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    born: Option<Stamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    order: Option<Order>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    changed: BTreeMap<PartKey, Stamp>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<Wording>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl SavedEntry {
    /// The names of the fields; a test holds them equal to the struct.
    pub(super) const FIELDS: [&str; 17] = [
        "round", "block", "category", "text", "by", "namens", "answers", "columns", "flags", "themes", "pass", "gone",
        "id", "born", "order", "changed", "earlier",
    ];

    /// The entry as it is spelled. A place in the list that follows from its birth is left out.
    pub(super) fn of(entry: &Entry) -> Self {
        Self {
            round: entry.home.round.clone(),
            block: entry.home.block.clone(),
            category: entry.category.clone(),
            text: entry.text.clone(),
            by: entry.by.clone(),
            namens: entry.namens.clone(),
            answers: entry.answers.clone(),
            columns: entry.columns.clone(),
            flags: entry.flags.clone(),
            themes: entry.themes.clone(),
            pass: entry.home.pass,
            gone: entry.gone,
            id: entry.id.clone(),
            born: Some(entry.born.clone()),
            order: (entry.order != Order::born(&entry.born)).then(|| entry.order.clone()),
            changed: entry.changed.clone(),
            earlier: entry.earlier.clone(),
        }
    }

    fn list(&self) -> (BlockId, CategoryId) {
        (self.block.clone(), self.category.clone())
    }

    /// Its place in the list, if the file says it.
    fn told_order(&self) -> Option<Order> {
        self.order.clone().or_else(|| self.born.as_ref().map(Order::born))
    }
}

/// The moment of what was written by hand: the first of the session's day, so that any change to it counts as later.
pub(super) fn day(date: NaiveDate) -> Stamp {
    let midnight = date.and_time(chrono::NaiveTime::MIN).and_utc();
    Stamp { millis: midnight.timestamp_millis(), tick: 0, device: DeviceId::default() }
}

/// The entries of a file, in the order of the file.
///
/// One written by hand gets an id from its own words and its table, so that reading the file again, on any device and
/// also after lines were put above it, gives the same entry; it stands behind the one before it. An id that stands twice
/// with different words was copied along by hand: the second is an entry of its own.
pub(super) fn entries(saved: Vec<SavedEntry>, name: &TableName, date: NaiveDate) -> Vec<Entry> {
    let following = following(&saved);
    let mut behind: HashMap<(BlockId, CategoryId), Order> = HashMap::new();
    let mut words: HashMap<EntryId, String> = HashMap::new();
    let mut minted = Minted::default();
    let mut out = Vec::with_capacity(saved.len());
    for (at, (saved, next)) in saved.into_iter().zip(following).enumerate() {
        let list = saved.list();
        let order = saved.told_order().unwrap_or_else(|| place(behind.get(&list), next.as_ref(), at, date));
        let copied = words.get(&saved.id).is_some_and(|standing| *standing != saved.text);
        let id = if saved.id.as_str().is_empty() || copied { minted.id(&saved, name) } else { saved.id.clone() };
        words.insert(id.clone(), saved.text.clone());
        behind.insert(list, order.clone());
        out.push(Entry {
            id,
            born: saved.born.unwrap_or_else(|| day(date)),
            home: Home { round: saved.round, block: saved.block, pass: saved.pass },
            category: saved.category,
            text: saved.text,
            by: saved.by,
            namens: saved.namens,
            answers: saved.answers,
            order,
            columns: saved.columns,
            flags: saved.flags,
            themes: saved.themes,
            gone: saved.gone,
            earlier: saved.earlier,
            changed: saved.changed,
        });
    }
    out
}

/// For every entry, the place of the next one in its list that the file says.
fn following(saved: &[SavedEntry]) -> Vec<Option<Order>> {
    let by_hand = |entry: &SavedEntry| entry.born.is_none() && entry.order.is_none();
    if !saved.iter().any(by_hand) {
        return vec![None; saved.len()];
    }
    let mut next: HashMap<(BlockId, CategoryId), Order> = HashMap::new();
    let mut found: Vec<Option<Order>> = Vec::with_capacity(saved.len());
    for entry in saved.iter().rev() {
        found.push(if by_hand(entry) { next.get(&entry.list()).cloned() } else { None });
        if let Some(order) = entry.told_order() {
            next.insert(entry.list(), order);
        }
    }
    found.reverse();
    found
}

/// A place behind the entry before it and before the one behind it.
fn place(before: Option<&Order>, next: Option<&Order>, at: usize, date: NaiveDate) -> Order {
    // a list all written by hand needs no ever finer places in between
    let by_line = Order::born(&Stamp { tick: u32::try_from(at + 1).unwrap_or(u32::MAX), ..day(date) });
    let fits = before.is_none_or(|before| *before < by_line) && next.is_none_or(|next| by_line < *next);
    if fits { by_line } else { Order::between(before, next.filter(|next| before.is_none_or(|before| before < *next))) }
}

/// Ids for what was written by hand.
#[derive(Default)]
struct Minted {
    given: HashSet<u64>,
}

impl Minted {
    fn id(&mut self, entry: &SavedEntry, name: &TableName) -> EntryId {
        let table = name.table.to_string();
        let device = name.device.as_deref().unwrap_or_default();
        let parts =
            [&table, device, entry.round.as_str(), entry.block.as_str(), entry.category.as_str(), entry.text.as_str()];
        // FNV-1a (Fowler, Noll, Vo 1991), with a byte between the parts that no UTF-8 holds
        let hash = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
        let mut sum = bytes.fold(0xcbf2_9ce4_8422_2325, hash);
        while !self.given.insert(sum) {
            sum = hash(sum, 1);
        }
        EntryId::new(&format!("hand{sum:016x}"))
    }
}

/// A judgement, flat.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedJudgement {
    block: BlockId,
    item: Item,
    assessor: Assessor,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    criterion: Option<CriterionId>,
    #[serde(default, skip_serializing_if = "is_default")]
    pass: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    verdict: Option<Verdict>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stamp: Option<Stamp>,
}

impl SavedJudgement {
    /// The names of the fields.
    pub(super) const FIELDS: [&str; 7] = ["block", "item", "assessor", "criterion", "pass", "verdict", "stamp"];

    pub(super) fn key(&self) -> JudgementKey {
        let Self { block, item, assessor, criterion, pass, .. } = self;
        JudgementKey {
            block: block.clone(),
            item: item.clone(),
            assessor: assessor.clone(),
            criterion: criterion.clone(),
            pass: *pass,
        }
    }

    pub(super) fn of(key: &JudgementKey, verdict: Option<&Verdict>, stamp: &Stamp) -> Self {
        let JudgementKey { block, item, assessor, criterion, pass } = key.clone();
        Self { block, item, assessor, criterion, pass, verdict: verdict.cloned(), stamp: Some(stamp.clone()) }
    }

    pub(super) fn told(self) -> (JudgementKey, Option<Verdict>, Option<Stamp>) {
        let Self { block, item, assessor, criterion, pass, verdict, stamp } = self;
        (JudgementKey { block, item, assessor, criterion, pass }, verdict, stamp)
    }
}

/// A fact.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedFact {
    pub(super) key: FactKey,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) stamp: Option<Stamp>,
}

impl SavedFact {
    /// The names of the fields.
    pub(super) const FIELDS: [&str; 3] = ["key", "value", "stamp"];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_fields_is_that_of_the_struct() {
        let text = format!("({}: 1)", "nonsense");
        let mistake = crate::dialect::read::<SavedEntry>(&text).expect_err("the round is missing");
        assert!(matches!(mistake.what, crate::dialect::What::MissingField { .. }), "{mistake}");
        // every name on the list is one the reader uses
        let named: Vec<String> = SavedEntry::FIELDS.iter().map(|name| format!("{name}: ()")).collect();
        for name in &named {
            let failed = crate::dialect::read::<SavedEntry>(&format!("({name})")).expect_err("not a value");
            assert!(
                failed.place.is_some() || !matches!(failed.what, crate::dialect::What::MissingField { .. }),
                "{name}: {failed}"
            );
        }
    }
}
