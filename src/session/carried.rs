//! What a session starts from, of an earlier one: open agreements, the scale of then.
//!
//! Entries keep their id, so that over sessions one can see what became of them; their words, voices and columns go along,
//! and they remember from which day they are first. Of what was judged the mean goes along, as one value *of then* beside
//! which the values of today stand. Pure: which sessions they are, and reading them, is the store's.
//!
//! **What comes back.** What was agreed in a block, and what that session had itself carried from such a block before, so
//! that what was moved to a later day is there the third time too, with its new day; but not what was done or is no longer
//! needed. The latest session that knows an agreement tells how it stands. What is confidential stays where it was said.

use super::{Session, Standing};
use crate::{
    form::{
        Form, Kind, Place,
        terms::{Carry, carried_column, then},
    },
    record::{
        Assessor, BlockId, CategoryId, Entry, EntryId, Flag, Home, Item, JudgementKey, Mint, Now, TableId, Touch,
        Value, Verdict,
    },
    words::{Lang, Words},
};
use std::collections::{BTreeMap, HashSet};

/// The blocks of a session that start from an earlier one, with what they start from.
pub fn wishes(session: &Session) -> Vec<(BlockId, Carry)> {
    let blocks = session.head.workshop.rounds.iter().flat_map(|round| &round.blocks);
    let wish = |block: &Form| {
        let frame = block.lens().frame();
        frame.carry.map(|carry| (frame.id.clone(), carry.clone()))
    };
    blocks.filter_map(wish).collect()
}

/// Whether an earlier session can give what is wished: it is of that workshop, and something was said or judged there.
pub fn can_give(earlier: &Session, wish: &Carry) -> bool {
    let of_workshop = wish.workshop.is_empty() || wish.workshop == earlier.head.workshop.id;
    let from = chain(earlier, wish);
    let said = earlier.tables.iter().any(|table| {
        table.records.all().iter().any(|entry| !entry.gone && from.contains(&entry.home.block))
            || table.records.judgements().iter().any(|(key, given)| key.block == wish.block && given.verdict.is_some())
    });
    of_workshop && said
}

/// The blocks of an earlier session that a wish is about: the one it names, and those that started from such a block.
fn chain(earlier: &Session, wish: &Carry) -> Vec<BlockId> {
    let carried = wishes(earlier).into_iter().filter(|(_, carry)| carry.block == wish.block);
    std::iter::once(wish.block.clone()).chain(carried.map(|(block, _)| block)).collect()
}

/// What a block was given already, of later sessions than the one that is looked at.
#[derive(Clone, Debug, Default)]
pub struct Met {
    /// The entries that a later session knows, open or not.
    entries: HashSet<EntryId>,
    /// Whether one gave what was judged then.
    judged: bool,
}

impl Met {
    /// Whether any session gave anything.
    pub fn any(&self) -> bool {
        self.judged || !self.entries.is_empty()
    }
}

/// What a block starts with at each table: with as many tables as then each its own, else all at the first.
///
/// To be asked of the latest session first: `met` keeps what was met in later ones.
pub fn carried(
    session: &Session,
    earlier: &Session,
    block: &BlockId,
    wish: &Carry,
    met: &mut Met,
    (mint, now): (&mut Mint, Now),
) -> Vec<(TableId, Vec<Touch>)> {
    let apart = session.tables.len() == earlier.tables.len();
    let mut given: BTreeMap<TableId, Vec<Touch>> = BTreeMap::new();
    let Some((round, places)) = places(session, block) else { return Vec::new() };
    let from = chain(earlier, wish);
    for table in &earlier.tables {
        let to = if apart { table.id } else { TableId(1) };
        let entries = table.records.all();
        let living = entries.into_iter().filter(|entry| !entry.gone && from.contains(&entry.home.block));
        for entry in living {
            let known = !met.entries.insert(entry.id.clone());
            let stays = entry.has(Flag::Confidential) || !Standing::of(earlier, &table.records, entry).is_open();
            if known || stays {
                continue;
            }
            let Some(category) = category(&places, &entry.category) else { continue };
            let mut copy = Entry {
                home: Home { round: round.clone(), block: block.clone(), pass: 0 },
                earlier: Vec::new(),
                changed: BTreeMap::new(),
                answers: None,
                ..entry.clone()
            };
            copy.category = category;
            copy.born = mint.stamp(now); // said anew: what another session does to it is that session's
            copy.columns.entry(carried_column()).or_insert(Value::Date(earlier.head.date));
            given.entry(to).or_default().push(Touch::Birth(Box::new(copy)));
        }
    }
    let judged = means(earlier, &wish.block);
    let judged = if met.judged { BTreeMap::new() } else { judged.into_iter().collect() };
    met.judged |= !judged.is_empty();
    for (item, mean) in judged {
        let key =
            JudgementKey { block: block.clone(), item, assessor: Assessor::Table, criterion: Some(then()), pass: 0 };
        for table in &session.tables {
            let touch = Touch::Judgement { key: key.clone(), was: None, now: Some(Verdict::Number(mean)) };
            given.entry(table.id).or_default().push(touch);
        }
    }
    given.into_iter().collect()
}

/// The round of a block and its places.
fn places(session: &Session, block: &BlockId) -> Option<(crate::record::RoundId, Vec<Place>)> {
    let rounds = &session.head.workshop.rounds;
    let own = |form: &&Form| form.lens().frame().id == block;
    let (round, form) = rounds.iter().find_map(|round| Some((round, round.blocks.iter().find(own)?)))?;
    let words = Words::mute(Lang::default());
    let table = session.tables.first()?;
    let scope = session.scope(table, &words);
    Some((round.id.clone(), form.lens().places(scope)))
}

/// Where an entry of a category goes: the category of that name, or the first there is.
fn category(places: &[Place], wanted: &CategoryId) -> Option<CategoryId> {
    let lists = || places.iter().filter(|place| place.kind == Kind::List);
    let same = lists().find(|place| place.category == *wanted);
    same.or_else(|| lists().next()).map(|place| place.category.clone())
}

/// The mean of what each item was given as a number, over all tables and everybody.
fn means(earlier: &Session, block: &BlockId) -> Vec<(Item, f64)> {
    let mut sums: BTreeMap<Item, (f64, f64)> = BTreeMap::new();
    for table in &earlier.tables {
        for (key, given) in table.records.judgements() {
            let Some(Verdict::Number(value)) = &given.verdict else { continue };
            if key.block == *block && key.criterion.is_none() && value.is_finite() {
                let sum = sums.entry(key.item.clone()).or_default();
                *sum = (sum.0 + value, sum.1 + 1.0);
            }
        }
    }
    sums.into_iter().map(|(item, (sum, count))| (item, sum / count)).collect()
}
