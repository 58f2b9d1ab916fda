//! The text box as it stands in rows: where the caret is seen, and which [`Op`] an arrow or a click means.
//!
//! It changes nothing. The rows depend on the width of a screen and the operations may not, so this is where the one
//! becomes the other: every answer that moves is an [`Op::To`].
//!
//! A caret at a soft break stands at the start of the lower row, never at the end of the upper one; a caret behind a
//! hanging space or at the end of a full last row is seen at a column of `width` or more, and it is for the screen to
//! draw it in its last column.

use super::{Editor, Op, bounds};
use crate::text::width::{grapheme_width, width as columns};
use crate::text::wrap::{wrap, wrap_text};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

impl Editor {
    /// The rows of the whole text as byte ranges, without the newlines between paragraphs.
    pub fn rows(&self, width: usize) -> Vec<Range<usize>> {
        wrap_text(&self.text, width)
    }

    /// The row and column at which the caret is seen.
    ///
    /// The column may be `width` or more, where spaces hang past the edge or the last row is full.
    pub fn caret(&self, width: usize) -> (usize, usize) {
        let (rows, row) = self.around(width);
        let above = match rows[0].start {
            0 => 0,
            start => wrap_text(&self.text[..start - 1], width).len(),
        };
        (above + row, self.column(&rows[row]))
    }

    /// What a click at a row and column of the text means; past the end of a row is its end, below the text its last row.
    pub fn at(&self, row: usize, col: usize, width: usize) -> Op {
        let rows = self.rows(width);
        Op::To(self.place(&rows[row.min(rows.len() - 1)], col))
    }

    /// One row up, as near to the column of the caret as may be; `None` on the first row, so that the caller can go to
    /// what stands above the box. For arrows pressed again and again, see [`Goal`].
    pub fn up(&self, width: usize) -> Option<Op> {
        Goal::default().up(self, width)
    }

    /// One row down, as near to the column of the caret as may be; `None` on the last row, so that the caller can go to
    /// what stands below the box. For arrows pressed again and again, see [`Goal`].
    pub fn down(&self, width: usize) -> Option<Op> {
        Goal::default().down(self, width)
    }

    /// To the start of the row that is seen.
    pub fn home(&self, width: usize) -> Op {
        let (rows, row) = self.around(width);
        Op::To(rows[row].start)
    }

    /// To the end of the row that is seen: before the spaces at a soft break, since behind them is the next row.
    pub fn end(&self, width: usize) -> Op {
        let (rows, row) = self.around(width);
        let row = &rows[row];
        let shown = row.start + self.text[row.clone()].trim_end_matches(' ').len();
        Op::To(if self.is_soft(row) && row.start < shown && shown < row.end && bounds::is_bound(&self.text, shown) {
            shown
        } else {
            self.place(row, usize::MAX)
        })
    }

    /// The rows of the paragraph with the caret, as ranges of the text, and which of them the caret is in.
    fn around(&self, width: usize) -> (Vec<Range<usize>>, usize) {
        let rows = self.rows_of(bounds::paragraph(&self.text, self.cursor), width);
        let row = rows.partition_point(|row| row.start <= self.cursor) - 1;
        (rows, row)
    }

    fn rows_of(&self, paragraph: Range<usize>, width: usize) -> Vec<Range<usize>> {
        let rows = wrap(&self.text[paragraph.clone()], width);
        rows.into_iter().map(|row| row.start + paragraph.start..row.end + paragraph.start).collect()
    }

    fn row_above(&self, width: usize) -> Option<Range<usize>> {
        let (mut rows, row) = self.around(width);
        match (row, rows[0].start) {
            (0, 0) => None,
            (0, start) => self.rows_of(bounds::paragraph(&self.text, start - 1), width).pop(),
            (1.., _) => Some(rows.swap_remove(row - 1)),
        }
    }

    fn row_below(&self, width: usize) -> Option<Range<usize>> {
        let (mut rows, row) = self.around(width);
        if row + 1 < rows.len() {
            return Some(rows.swap_remove(row + 1));
        }
        let end = rows[row].end;
        let below = (end < self.text.len()).then(|| bounds::paragraph(&self.text, end + 1))?;
        self.rows_of(below, width).into_iter().next()
    }

    fn column(&self, row: &Range<usize>) -> usize {
        columns(&self.text[row.start..self.cursor])
    }

    /// Says whether the paragraph goes on below this row.
    fn is_soft(&self, row: &Range<usize>) -> bool {
        self.text[row.end..].chars().next().is_some_and(|c| c != '\n')
    }

    /// The place in a row nearest to a column from the left.
    fn place(&self, row: &Range<usize>, col: usize) -> usize {
        let (mut used, mut last) = (0, row.start);
        for (at, grapheme) in self.text[row.clone()].grapheme_indices(true) {
            used += grapheme_width(grapheme);
            last = row.start + at;
            if used > col {
                return last;
            }
        }
        if self.is_soft(row) { last } else { row.end }
    }
}

/// The column that arrows up and down aim for, held by whoever reads the keys.
///
/// Going down through a short row and on must not lose the column one came from. That memory depends on the width of
/// the screen, so it is kept outside the [`Editor`], which must replay alike everywhere. It may be kept for ever: it
/// forgets by itself when the caret is not where it last led to, or when the width changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Goal {
    held: Option<Held>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Held {
    cursor: usize,
    width: usize,
    col: usize,
}

impl Goal {
    /// One row up, to the column aimed for; `None` on the first row.
    pub fn up(&mut self, editor: &Editor, width: usize) -> Option<Op> {
        let row = editor.row_above(width)?;
        Some(self.lead(editor, &row, width))
    }

    /// One row down, to the column aimed for; `None` on the last row.
    pub fn down(&mut self, editor: &Editor, width: usize) -> Option<Op> {
        let row = editor.row_below(width)?;
        Some(self.lead(editor, &row, width))
    }

    fn lead(&mut self, editor: &Editor, row: &Range<usize>, width: usize) -> Op {
        let col = match self.held {
            Some(held) if held.cursor == editor.cursor && held.width == width => held.col,
            Some(_) | None => {
                let (rows, row) = editor.around(width);
                editor.column(&rows[row])
            }
        };
        let cursor = editor.place(row, col);
        self.held = Some(Held { cursor, width, col });
        Op::To(cursor)
    }
}
