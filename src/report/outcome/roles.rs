//! Who does what over all tables: the matrices laid over each other, and which table says what is seen in them.

use super::Telling;
use crate::{
    document::{Block, Figure, Picture, Shade},
    form::matrix::{CellKind, Meaning},
    harvest::verdicts::{Overlay, Task},
};

/// The matrices of all tables; nothing where nobody filled in anything.
pub fn roles(telling: Telling<'_>, overlay: &Overlay) -> Vec<Block> {
    let (words, teller) = (telling.words, telling.teller());
    let rows: Vec<&Task> = overlay.rows.iter().filter(|row| !row.tables.is_empty()).collect();
    if rows.is_empty() && overlay.hidden.is_empty() {
        return Vec::new();
    }
    let mut blocks = telling.head(&overlay.asked, "");
    if !rows.is_empty() {
        let row = |task: &&Task| {
            let shade = |column: usize| Shade {
                text: teller.cells(overlay, task, column),
                depth: depth(overlay, task, column),
            };
            (task.label.clone(), (0..overlay.columns.len()).map(shade).collect())
        };
        let what = if overlay.what.is_empty() { words.say("verdicts-row") } else { overlay.what.clone() };
        let picture = Picture::Matrix {
            what,
            columns: overlay.columns.iter().map(|column| column.label.clone()).collect(),
            rows: rows.iter().map(row).collect(),
        };
        let args = [("tables", overlay.tables.len().into()), ("rows", rows.len().into())];
        let alt = words.tell("verdicts-roles-alt", &args);
        blocks.push(Block::Figure(Figure { picture, caption: overlay.asked.title.clone(), alt }));
    }
    let seen = rows.iter().filter_map(|task| telling.seen(&task.label, &teller.of_task(overlay, task), &task.traces));
    let seen: Vec<_> = seen.collect();
    blocks.extend((!seen.is_empty()).then_some(Block::List(seen)));
    blocks.extend(telling.hidden(&overlay.hidden));
    blocks
}

/// How dark a cell is: the part of the tables that came to the row and say that this one pulls; of numbers how high they are.
pub fn depth(overlay: &Overlay, task: &Task, column: usize) -> f64 {
    match &overlay.kind {
        CellKind::Signs(_) => {
            let leads = task.standing(column).filter(|said| said.means == Meaning::Lead).count();
            leads as f64 / task.tables.len().max(1) as f64
        }
        CellKind::Numbers { from, to } => {
            let long = (*to - *from) as f64;
            task.mean(column).filter(|_| long > 0.0).map_or(0.0, |mean| (mean - *from as f64) / long)
        }
        CellKind::Text => 0.0,
    }
}
