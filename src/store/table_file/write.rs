//! Writes a table's file in the order in which people would read it.

use std::collections::HashMap;

use super::entry::{SavedEntry, SavedFact, SavedJudgement};
use super::{Extra, SavedTable, Seen, TABLE_FORMAT, extra};
use crate::dialect::{self, Unwritable};
use crate::record::{BlockId, CategoryId, DeviceId, Entry, Records, RoundId, Stamp, TableId};
use crate::session::Head;

/// What goes into a table's file, besides what was said.
pub(in crate::store) struct Page<'a> {
    pub(in crate::store) head: &'a Head,
    pub(in crate::store) table: TableId,
    pub(in crate::store) device: &'a DeviceId,
    pub(in crate::store) seen: Seen,
    pub(in crate::store) extra: &'a Extra,
}

/// The text of a table's file.
///
/// # Errors
/// [`Unwritable`] for a value nested too deep.
pub(in crate::store) fn write(page: Page<'_>, records: &Records) -> Result<String, Unwritable> {
    let mut entries = records.all();
    let rank = Rank::of(page.head, &entries);
    entries.sort_by_cached_key(|entry| (rank.key(entry), entry.order.clone(), entry.id.clone()));
    let saved = SavedTable {
        format: TABLE_FORMAT,
        session: page.head.id.clone(),
        table: page.table.0,
        title: page.head.names.get(&page.table).cloned(),
        device: page.device.clone(),
        seen: page.seen,
        entries: entries.iter().map(|entry| SavedEntry::of(entry)).collect(),
        judgements: records
            .judgements()
            .iter()
            .map(|(key, standing)| SavedJudgement::of(key, standing.verdict.as_ref(), &standing.stamp))
            .collect(),
        facts: records
            .facts()
            .iter()
            .map(|(key, fact)| SavedFact {
                key: key.clone(),
                value: fact.value.clone(),
                stamp: Some(fact.stamp.clone()),
            })
            .collect(),
    };
    let text = dialect::write_pretty("Table", &saved)?;
    let names = extra::names(entries.iter().copied(), records.judgements().keys(), records.facts().keys());
    Ok(page.extra.put(text, &names))
}

/// Where things stand in the workshop; what it does not know comes behind, by its ids.
///
/// The categories of a block stand in the order in which the table first used them: their order in the form can only be
/// had with their labels, and a file must not depend on the language of a screen.
struct Rank {
    rounds: HashMap<RoundId, usize>,
    blocks: HashMap<BlockId, usize>,
    first: HashMap<(BlockId, CategoryId), Stamp>,
}

type Key = (usize, RoundId, usize, BlockId, Option<Stamp>, CategoryId);

impl Rank {
    fn of(head: &Head, entries: &[&Entry]) -> Self {
        let mut rank = Self { rounds: HashMap::new(), blocks: HashMap::new(), first: HashMap::new() };
        for (at, round) in head.workshop.rounds.iter().enumerate() {
            rank.rounds.entry(round.id.clone()).or_insert(at);
            for block in &round.blocks {
                let at = rank.blocks.len();
                rank.blocks.entry(block.lens().frame().id.clone()).or_insert(at);
            }
        }
        // they come in the order of their birth
        for entry in entries {
            let list = (entry.home.block.clone(), entry.category.clone());
            rank.first.entry(list).or_insert_with(|| entry.born.clone());
        }
        rank
    }

    fn key(&self, entry: &Entry) -> Key {
        let at = self.rounds.get(&entry.home.round).copied().unwrap_or(usize::MAX);
        let block = self.blocks.get(&entry.home.block).copied().unwrap_or(usize::MAX);
        let list = (entry.home.block.clone(), entry.category.clone());
        let first = self.first.get(&list).cloned();
        (at, entry.home.round.clone(), block, list.0, first, list.1)
    }
}
