//! What a session starts from, of an earlier one: open agreements, the scale of then.
//!
//! Entries keep their id, so that over sessions one can see what became of them; their words, voices and columns go along,
//! and they remember from which day they are. Of what was judged the mean goes along, as one value *of then* beside which
//! the values of today stand. Pure: which session it is, and reading it, is the store's.

use super::Session;
use crate::{
    form::{
        Form, Kind, Place,
        terms::{Carry, carried_column, then},
    },
    record::{
        Assessor, BlockId, CategoryId, Entry, Flag, Home, Item, JudgementKey, Mint, Now, TableId, Touch, Value, Verdict,
    },
    words::{Lang, Words},
};
use std::collections::BTreeMap;

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
    let said = earlier.tables.iter().any(|table| {
        table.records.all().iter().any(|entry| !entry.gone && entry.home.block == wish.block)
            || table.records.judgements().iter().any(|(key, given)| key.block == wish.block && given.verdict.is_some())
    });
    of_workshop && said
}

/// What a block starts with at each table: with as many tables as then each its own, else all at the first.
pub fn carried(
    session: &Session,
    earlier: &Session,
    block: &BlockId,
    wish: &Carry,
    mint: &mut Mint,
    now: Now,
) -> Vec<(TableId, Vec<Touch>)> {
    let apart = session.tables.len() == earlier.tables.len();
    let mut given: BTreeMap<TableId, Vec<Touch>> = BTreeMap::new();
    let Some((round, places)) = places(session, block) else { return Vec::new() };
    for table in &earlier.tables {
        let to = if apart { table.id } else { TableId(1) };
        let entries = table.records.all();
        let living = entries.into_iter().filter(|entry| !entry.gone && entry.home.block == wish.block);
        for entry in living.filter(|entry| !entry.has(Flag::Confidential)) {
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
            copy.columns.insert(carried_column(), Value::Date(earlier.head.date));
            given.entry(to).or_default().push(Touch::Birth(Box::new(copy)));
        }
    }
    for (item, mean) in means(earlier, &wish.block) {
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
