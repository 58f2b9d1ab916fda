//! A table on pages: its head comes back on every page, a row stays together where it can, and one that cannot goes on.

use super::{
    flow::{BOTTOM, Flow, LEFT, Mark, RIGHT, Spot, TOP},
    font::Cut,
    lines::{Line, lines, span},
};
use crate::{
    document::{Run, Shade, Table},
    report::{columns, palette, palette::Tone, wash},
};
use krilla::tagging::{TableHeaderScope, Tag};

/// The size of words in a cell, the step between lines, and the room around them.
const SIZE: f32 = 9.2;
const LEADING: f32 = 12.8;
const PAD: f32 = 4.5;
const SIDE: f32 = 5.0;
/// A head of more lines than this does not come back.
const MOST_HEAD: f32 = 8.0;

/// A cell that is laid out.
struct Cell {
    lines: Vec<Line>,
    spots: Vec<Spot>,
    ground: Option<u32>,
}

/// Where a row stands.
struct Row<'a> {
    cells: &'a mut [Cell],
    nodes: &'a [usize],
    edges: &'a [f32],
    least: f32,
    grid: bool,
}

impl Flow<'_> {
    /// A table; `shades` are those of a matrix, `below` is a caption that stands below it.
    pub(super) fn table(&mut self, table: &Table, shades: Option<&[(String, Vec<Shade>)]>, below: Option<&str>) {
        if table.head.is_empty() {
            return;
        }
        self.space(6.0);
        let alt = Some(wash::line(&table.alt)).filter(|alt| !alt.is_empty());
        let node = self.tags.top(self.part, Tag::Table.with_summary(alt));
        let mut edges = vec![LEFT];
        for part in columns::parts(table) {
            edges.push(edges[edges.len() - 1] + part * (RIGHT - LEFT));
        }
        let mut head: Vec<Cell> = Vec::new();
        for (nth, words) in table.head.iter().enumerate() {
            let words = [span(&wash::line(words), Cut::Bold, SIZE, Tone::Accent.light())];
            head.push(Cell {
                lines: lines(self.fonts, &words, edges[nth + 1] - edges[nth] - 2.0 * SIDE),
                spots: Vec::new(),
                ground: None,
            });
        }
        let tall = head.iter().map(|cell| cell.lines.len()).max().unwrap_or(1) as f32 * LEADING;
        self.need(tall.min(MOST_HEAD * LEADING) + 3.0 * LEADING + 24.0);
        let caption = wash::line(&table.caption);
        if !caption.is_empty() {
            let owner = self.tags.below(node, Tag::Caption);
            let words = [span(&caption, Cut::Regular, 8.8, Tone::Muted.light())];
            self.words(&words, &[], owner, super::flow::Setting { leading: 12.5, ..Default::default() });
            self.y += 2.0;
        }
        let group = self.tags.below(node, Tag::THead);
        let row = self.tags.below(group, Tag::TR);
        let nodes: Vec<usize> = head.iter().map(|_| self.tags.below(row, Tag::TH(TableHeaderScope::Column))).collect();
        if tall > MOST_HEAD * LEADING {
            // a head that fills a page would leave no room for what it is the head of
            let least = 0.0;
            self.row(Row { cells: &mut head, nodes: &nodes, edges: &edges, least, grid: false }, &[]);
            head.clear();
        } else {
            self.head(&head, Some(&nodes), &edges);
        }
        let body = self.tags.below(node, Tag::TBody);
        let least = f32::from(table.row_height) * 72.0 / 25.4;
        for (nth, cells) in table.rows.iter().enumerate() {
            let row = self.tags.below(body, Tag::TR);
            let shades = shades.and_then(|shades| shades.get(nth)).map(|(_, shades)| shades.as_slice());
            let (mut laid, mut nodes) = (Vec::new(), Vec::new());
            for column in 0..table.head.len() {
                let name = column == 0 && table.names_rows;
                nodes.push(match name {
                    true => self.tags.below(row, Tag::TH(TableHeaderScope::Row)),
                    false => self.tags.below(row, Tag::TD),
                });
                let runs = cells.get(column).map_or(&[][..], Vec::as_slice);
                let shade = column.checked_sub(1).and_then(|at| shades.and_then(|shades| shades.get(at)));
                laid.push(self.cell(runs, name, shade, edges[column + 1] - edges[column] - 2.0 * SIDE));
            }
            self.row(Row { cells: &mut laid, nodes: &nodes, edges: &edges, least, grid: table.row_height > 0 }, &head);
        }
        self.space(3.0);
        self.caption(below.unwrap_or_default());
    }

    fn cell(&mut self, runs: &[Run], name: bool, shade: Option<&Shade>, width: f32) -> Cell {
        let (ground, ink) = match shade {
            Some(shade) => {
                let (ground, ink) = palette::LIGHT_SHADES[palette::shade(shade.depth)];
                (Some(ground), ink)
            }
            None => (None, Tone::Ink.light()),
        };
        let cut = if name { Cut::Bold } else { Cut::Regular };
        let (spans, spots) = self.spans(runs, false, SIZE, cut, ink);
        Cell { lines: lines(self.fonts, &spans, width), spots, ground }
    }

    /// The head; without nodes it is a repetition, which is decoration.
    fn head(&mut self, cells: &[Cell], nodes: Option<&[usize]>, edges: &[f32]) {
        let Some(most) = cells.iter().map(|cell| cell.lines.len()).max() else { return };
        for (nth, cell) in cells.iter().enumerate() {
            // words stand at the foot of the head
            let top = self.y + PAD + (most - cell.lines.len()) as f32 * LEADING;
            for (at, line) in cell.lines.iter().enumerate() {
                let (x, y) = (edges[nth] + SIDE, top + at as f32 * LEADING);
                match nodes {
                    Some(nodes) => self.line(line.clone(), x, y, LEADING, nodes[nth], &[]),
                    None => self
                        .put(Mark::Words { pieces: line.pieces.clone(), x, y: y + LEADING / 2.0 + SIZE * 0.36 }, None),
                }
            }
        }
        self.y += most as f32 * LEADING + 2.0 * PAD;
        let colour = Tone::Accent.light();
        self.put(Mark::Rule { from: (LEFT, self.y), to: (RIGHT, self.y), weight: 1.2, colour }, None);
    }

    /// One row: whole on this page, whole on the next, or, if it is higher than a page, as far as it comes.
    fn row(&mut self, row: Row<'_>, head: &[Cell]) {
        let room = BOTTOM - TOP - 120.0;
        let mut done = 0;
        let most = row.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(1);
        let whole = (most as f32 * LEADING + 2.0 * PAD).max(row.least.min(room));
        if whole <= room && self.y + whole > BOTTOM {
            self.turn();
            self.head(head, None, row.edges);
        }
        while done < most {
            if self.y + LEADING + 2.0 * PAD > BOTTOM {
                self.turn();
                self.head(head, None, row.edges);
            }
            let fit = (((BOTTOM - self.y - 2.0 * PAD) / LEADING) as usize).max(1).min(most - done);
            let height = if fit == most { whole } else { fit as f32 * LEADING + 2.0 * PAD };
            for (nth, cell) in row.cells.iter_mut().enumerate() {
                let (from, to, y) = (row.edges[nth], row.edges[nth + 1], self.y);
                if let Some(colour) = cell.ground {
                    self.put(
                        Mark::Area { x: from + 0.5, y: y + 0.5, width: to - from - 1.0, height: height - 1.0, colour },
                        None,
                    );
                }
                let upto = cell.lines.len().min(done + fit);
                for at in done.min(upto)..upto {
                    let line = std::mem::take(&mut cell.lines[at]);
                    let shift = if cell.ground.is_some() {
                        ((to - from - 2.0 * SIDE - line.width) / 2.0).max(0.0)
                    } else {
                        0.0
                    };
                    let top = y + PAD + (at - done) as f32 * LEADING;
                    self.line(line, from + SIDE + shift, top, LEADING, row.nodes[nth], &cell.spots);
                }
            }
            let (top, colour) = (self.y, Tone::Line.light());
            self.y += height;
            self.put(Mark::Rule { from: (LEFT, self.y), to: (RIGHT, self.y), weight: 0.6, colour }, None);
            if row.grid {
                for edge in row.edges {
                    self.put(Mark::Rule { from: (*edge, top), to: (*edge, self.y), weight: 0.6, colour }, None);
                }
            }
            done += fit;
        }
    }
}
