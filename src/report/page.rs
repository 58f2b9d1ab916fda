//! What there is to know of a session on one page: what the tables marked as a key insight, each with its table.
//!
//! Not for the facts above it (that is `head`) and not for everything that was said (that is `table`). Called by the report
//! room only.

use crate::{
    document::{Block, Item, Run},
    form::Room,
    record::{Entry, Flag},
    session::{Table, Told},
    words::Words,
};

/// The most insights on a page; the rest is counted.
const MOST: usize = 20;

/// The key insights.
pub(super) fn blocks(told: &Told, tables: &[&Table], words: &Words) -> Vec<Block> {
    let keep = |entry: &&Entry| entry.has(Flag::Key) && !entry.has(Flag::Confidential) && !entry.has(Flag::NotInReport);
    let all: Vec<(&Table, &Entry)> = tables
        .iter()
        .flat_map(|table| table.records.all().into_iter().filter(keep).map(move |entry| (*table, entry)))
        .filter(|(_, entry)| !entry.gone)
        .collect();
    let mut blocks = vec![Block::Heading(1, words.say("report-insights"))];
    if all.is_empty() {
        blocks.push(Block::Paragraph(vec![Run::aside(words.say("report-insights-none"))]));
        return blocks;
    }
    let item = |(table, entry): &(&Table, &Entry)| {
        let by = entry.by.as_ref().map(|voice| told.session.head.parties.voice(voice));
        let code = told.code(table.id.0, &entry.id).map(Run::code);
        let table = words.tell("report-table", &[("number", table.id.to_string().into())]);
        let aside = by.map_or_else(|| table.clone(), |by| format!("{table}; {by}"));
        let runs = [Run::plain(&entry.text), Run::aside(aside)].into_iter().chain(code).collect();
        Item { runs, below: Vec::new() }
    };
    blocks.push(Block::List(all.iter().take(MOST).map(item).collect()));
    if let Some(more) = all.len().checked_sub(MOST).filter(|more| *more > 0) {
        let more = words.tell("report-insights-more", &[("count", more.into())]);
        blocks.push(Block::Paragraph(vec![Run::aside(more)]));
    }
    blocks
}
