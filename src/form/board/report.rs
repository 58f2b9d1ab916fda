//! A board as blocks of a report: a table with a row for each item, what is computed of it in the last column, then what is
//! seen in all of it.

use super::Board;
use crate::{
    document::{Block, Item, Run, Table},
    form::Scope,
    record::Item as RecordItem,
};

/// The blocks of a board under its heading, at that level; none if nothing was filled in.
pub fn report(scope: Scope<'_>, title: &str, board: &Board, level: u8) -> Vec<Block> {
    if board.filled() == 0 {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(level, title.to_owned())];
    if !board.legend.is_empty() {
        let signs = board.legend.iter().map(|sign| format!("{} {}", sign.glyph, sign.label));
        blocks.push(Block::Paragraph(vec![Run::aside(signs.collect::<Vec<_>>().join("; "))]));
    }
    let say = |key: &str| scope.words.say(key);
    let heads = board.rows.iter().any(|row| row.head.is_some());
    let remarks = board.rows.iter().any(|row| row.remark.is_some());
    let notes = board.rows.iter().any(|row| !row.notes.is_empty());
    let what = if board.what.is_empty() { say("report-what") } else { board.what.clone() };
    let mut head: Vec<String> = heads.then(|| say("form-board-part")).into_iter().collect();
    head.push(what);
    let columns = board.told_columns();
    head.extend(board.columns[..columns].iter().map(|column| column.label.clone()));
    head.extend(remarks.then(|| say("form-board-seen")));
    head.extend(notes.then(|| say("form-board-notes")));
    let mut part = String::new();
    let mut rows = Vec::new();
    for row in &board.rows {
        if let Some(head) = &row.head {
            part.clone_from(head);
        }
        let mut cells: Vec<Vec<Run>> = heads.then(|| vec![Run::plain(&part)]).into_iter().collect();
        let number = row.number.map(|number| format!("{number}. ")).unwrap_or_default();
        let code = match &row.item {
            RecordItem::Entry(id) => scope.room.code(scope.table, id).map(Run::link),
            RecordItem::Party(_)
            | RecordItem::Statement(_)
            | RecordItem::Chair(_)
            | RecordItem::Cell(..)
            | RecordItem::Group(..) => None,
        };
        cells.push(std::iter::once(Run::plain(format!("{number}{}", row.label))).chain(code).collect());
        for nth in 0..columns {
            let cell = row.cells.get(nth).filter(|cell| !cell.text.is_empty());
            cells.push(
                cell.map(|cell| if cell.strong { Run::strong(&cell.text) } else { Run::plain(&cell.text) })
                    .into_iter()
                    .collect(),
            );
        }
        if remarks {
            cells.push(row.remark.iter().map(|remark| Run::plain(&remark.text)).collect());
        }
        if notes {
            cells.push(
                Some(row.notes.join("; ")).filter(|notes| !notes.is_empty()).map(Run::plain).into_iter().collect(),
            );
        }
        rows.push(cells);
    }
    blocks.push(Block::Table(Table::new(head, rows)));
    let below = board.below.iter().map(|remark| Item { runs: vec![Run::plain(&remark.text)], below: Vec::new() });
    let below: Vec<Item> = below.collect();
    if !below.is_empty() {
        blocks.push(Block::List(below));
    }
    blocks
}
