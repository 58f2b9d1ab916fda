//! A table as rows on a screen: columns as their words need, or, where they do not fit beside one another, beneath.

use super::lay::{Setter, Words};
use crate::{
    document::{Run, Table},
    text::width,
    ui::theme::Ink,
};

/// A column with fewer columns of the screen cannot be read.
const LEAST: usize = 7;
/// Between two columns.
const GAP: usize = 2;

impl Setter<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.say(&table.caption, self.ink(Ink::Dim));
        }
        let count = table.head.len();
        let room = self.columns.saturating_sub(GAP * count.saturating_sub(1));
        if count == 0 {
            return;
        }
        let needs = needs(table);
        if needs.iter().sum::<usize>() > room && room < LEAST * count {
            return self.stack(table);
        }
        let wide = share(&needs, room);
        let head = table.head.iter().map(|name| {
            let mut words = Words::default();
            words.add(name, self.bold(Ink::Dim));
            words
        });
        let head: Vec<(Words, usize)> = head.zip(wide.iter().copied()).collect();
        self.beside(&head);
        self.rule(wide.iter().sum::<usize>() + GAP * (count - 1));
        let empty: &[Run] = &[];
        for row in &table.rows {
            let cells = (0..count).map(|nth| {
                let mut words = Words::of(row.get(nth).map_or(empty, Vec::as_slice), self.theme);
                if nth == 0 && table.names_rows {
                    words.strengthen();
                }
                (words, wide[nth])
            });
            let cells: Vec<(Words, usize)> = cells.collect();
            self.beside(&cells);
        }
    }

    /// Row by row, each cell behind the name of its column.
    fn stack(&mut self, table: &Table) {
        let most = (self.columns / 3).max(LEAST);
        let wide = table.head.iter().map(|name| width(name)).max().unwrap_or(0).min(most);
        for row in &table.rows {
            for (name, cell) in table.head.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
                let mut names = Words::default();
                names.add(name, self.ink(Ink::Dim));
                let cell = Words::of(cell, self.theme);
                self.beside(&[(names, wide), (cell, self.columns.saturating_sub(wide + GAP))]);
            }
            self.rule(self.columns);
        }
    }
}

/// How wide every column would be if there were room for all.
fn needs(table: &Table) -> Vec<usize> {
    let mut needs: Vec<usize> = table.head.iter().map(|name| width(name)).collect();
    for row in &table.rows {
        for (need, cell) in needs.iter_mut().zip(row) {
            let words: usize = cell.iter().map(|run| width(&run.text)).sum();
            *need = (*need).max(words + cell.len().saturating_sub(1));
        }
    }
    needs
}

/// Divides the room: who needs little gets that, the others alike of what is left.
fn share(needs: &[usize], room: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..needs.len()).collect();
    order.sort_by_key(|&nth| needs[nth]);
    let (mut wide, mut left) = (vec![0; needs.len()], room);
    for (done, &nth) in order.iter().enumerate() {
        wide[nth] = needs[nth].min(left / (needs.len() - done)).max(1);
        left = left.saturating_sub(wide[nth]);
    }
    wide
}
