//! Where everything of a board stands on a sheet of a given width. Pure; used by the sheet alone.
//!
//! The columns do not move while one goes over them: which are in view is a matter of pages, of which the last is full.

use super::{Board, Row};
use crate::text::width as wide;

/// With words wider than this there is no bar on a narrow sheet.
const WORDS_BEFORE_BAR: usize = 24;
/// Columns for the mark at the left.
pub(super) const MARK: usize = 2;
/// The least that is left for the words of a row.
const LEAST_LABEL: usize = 16;
/// Columns between the words of a row and its first cell.
const GAP: usize = 1;
/// Columns that short headings may stand further apart where there is room.
const LOOSE: usize = 3;
/// On a sheet that is narrower than this, what is computed of a row goes below it.
const NARROW: usize = 50;
/// The widest that a cell of words is drawn; what is longer goes on below.
const WIDEST: usize = 28;
/// The least that a cell of words is drawn with.
const LEAST_WORDS: usize = 12;
/// The least that a heading is cut to; with less its short form says more.
const LEAST_HEAD: usize = 5;

/// A board with what was measured of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Shown {
    /// The board.
    pub board: Board,
    label: usize,
    /// The longest word of a row.
    word: usize,
    pub(super) number: usize,
    remark: usize,
    bar: bool,
    /// For each column the width of its heading, of its short heading and of its widest cell.
    columns: Vec<(usize, usize, usize)>,
    /// With how many columns of the screen no two headings look the same.
    apart: usize,
    /// A sign of the legend looks like an empty cell.
    pub(super) dotted: bool,
}

/// Which form of a heading there is room for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Heads {
    /// In full.
    Full,
    /// As much of it as fits.
    Cut,
    /// The short form.
    Short,
}

/// Where everything stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Plan {
    /// The room for the words of a row, the space before the first cell included.
    pub label: usize,
    /// The columns in view with the room for each, the space before the next one included.
    pub columns: Vec<(usize, usize)>,
    /// The headings.
    pub heads: Heads,
    /// How many columns stand before those in view.
    pub before: usize,
    /// And how many beyond them.
    pub beyond: usize,
    /// The room for what is computed of a row; none where it goes below.
    pub remark: usize,
    /// The room for a bar.
    pub bar: usize,
}

/// The columns of the longest word of a text.
fn longest_word(text: &str) -> usize {
    if text.is_ascii() {
        return text.as_bytes().split(u8::is_ascii_whitespace).map(<[u8]>::len).max().unwrap_or(0);
    }
    text.split_whitespace().map(wide).max().unwrap_or(0)
}

impl Shown {
    /// Measures a board.
    pub fn new(board: Board) -> Self {
        let count = board.columns.len();
        let mut cells = vec![0; count];
        for row in &board.rows {
            for (nth, cell) in row.cells.iter().enumerate().take(count) {
                cells[nth] = cells[nth].max(wide(&cell.text));
            }
        }
        let columns = board.columns.iter().zip(cells);
        let columns = columns.map(|(head, cell)| (wide(&head.label), wide(&head.short), cell.min(WIDEST))).collect();
        let most = |of: &dyn Fn(&Row) -> usize| board.rows.iter().map(of).max().unwrap_or(0);
        Self {
            label: most(&|row| wide(&row.label)).max(wide(&board.what)),
            word: most(&|row| longest_word(&row.label)),
            number: most(&|row| row.number.map_or(0, |number| number.to_string().len() + 1)),
            remark: most(&|row| row.remark.as_ref().map_or(0, |remark| wide(&remark.text))),
            bar: board.rows.iter().any(|row| row.bar.is_some()),
            apart: apart(&board),
            dotted: board.legend.iter().any(|sign| sign.glyph == "·" || sign.glyph == "."),
            columns,
            board,
        }
    }

    /// Where everything stands, on so many columns of the screen, with the cursor in this column.
    pub(super) fn plan(&self, width: usize, column: Option<usize>) -> Plan {
        let bar = match (self.bar, width) {
            (false, _) => 0,
            (true, 72..) => 14,
            // where there is little room it is for the words of the rows; what a bar says stands beside it as a number
            (true, _) if self.label > WORDS_BEFORE_BAR => 0,
            (true, _) => 8,
        };
        let remark = if self.remark == 0 || width < NARROW { 0 } else { self.remark.min(width * 3 / 10) + 2 };
        let room = width.saturating_sub(MARK + self.number + GAP + remark + bar);
        // a label goes on below, but no word of it is broken as long as half the room will do
        let least = self.label.clamp(1, LEAST_LABEL.max(self.word).min(room / 2).max(1));
        let share = if self.board.wide { room / 3 } else { room / 2 };
        let comfortable = self.label.min(share).max(least);
        let (mut widths, heads) = self.widths(room, least, comfortable);
        if heads == Heads::Short && !widths.is_empty() {
            let over = room.saturating_sub(widths.iter().sum::<usize>() + self.label) / widths.len();
            widths.iter_mut().for_each(|width| *width += over.min(LOOSE));
        }
        let all: usize = widths.iter().sum();
        let plan = |label: usize, columns, before, beyond| Plan {
            label: label + GAP,
            columns,
            heads,
            before,
            beyond,
            remark,
            bar,
        };
        if all + least <= room || widths.is_empty() {
            let label = self.label.min(room - all.min(room)).max(1);
            return plan(label, widths.into_iter().enumerate().collect(), 0, 0);
        }
        let label = if self.board.wide { comfortable } else { self.label.min((room * 2 / 5).max(least)).max(1) };
        let (first, last) = page(&widths, room.saturating_sub(label), column.unwrap_or(0));
        let columns = (first..last).map(|at| (at, widths[at])).collect();
        plan(label, columns, first, widths.len() - last)
    }

    /// How wide the columns are: with their headings in full, cut, or short, whichever is the first to fit.
    fn widths(&self, room: usize, least: usize, comfortable: usize) -> (Vec<usize>, Heads) {
        // a cell has room for the brackets of the cursor round it and a space behind it
        let capped = |cap: usize| -> Vec<usize> {
            let one = |(full, _, cell): &(usize, usize, usize)| {
                let cell = if self.board.wide { (*cell).min(cap) } else { *cell };
                (*full).min(cap).max(cell + 1) + 2
            };
            self.columns.iter().map(one).collect()
        };
        let fits = |widths: &[usize], label: usize| widths.iter().sum::<usize>() + label <= room;
        let most = self.columns.iter().map(|(full, _, cell)| *full.max(cell)).max().unwrap_or(0);
        let full = capped(most);
        if fits(&full, comfortable) {
            return (full, Heads::Full);
        }
        let least_cap = if self.board.wide { LEAST_WORDS } else { LEAST_HEAD }.max(self.apart);
        let cut = (least_cap..most).rev().map(capped).find(|widths| fits(widths, comfortable));
        if let Some(cut) = cut {
            return (cut, Heads::Cut);
        }
        if self.board.wide {
            // as many as fit with the least, as wide as they then can be
            let space = room.saturating_sub(comfortable);
            let count = (space / (LEAST_WORDS + 3)).max(1);
            let each = vec![(space / count).max(4); self.columns.len()];
            return (each, Heads::Cut);
        }
        let narrow = capped(least_cap);
        if fits(&narrow, least) {
            return (narrow, Heads::Cut);
        }
        (self.columns.iter().map(|(_, short, cell)| (*short).max(cell + 2) + 1).collect(), Heads::Short)
    }
}

/// Which columns are in view: a page of as many as fit; the last page is as full as the others.
fn page(widths: &[usize], space: usize, column: usize) -> (usize, usize) {
    let column = column.min(widths.len() - 1);
    let mut first = 0;
    loop {
        let mut used = 0;
        let more = widths[first..].iter().take_while(|width| {
            used += **width;
            used <= space
        });
        let last = first + more.count().max(1);
        if last >= widths.len() {
            let mut left = space;
            let back = widths[..widths.len()].iter().rev().take_while(|width| {
                let fits = **width <= left;
                left = left.saturating_sub(**width);
                fits
            });
            return (widths.len() - back.count().max(1), widths.len());
        }
        if column < last {
            return (first, last);
        }
        first = last;
    }
}

/// With how many columns of the screen no two headings look the same when they are cut; headings that are the same in
/// full do not count.
fn apart(board: &Board) -> usize {
    let mut labels: Vec<&str> = board.columns.iter().map(|column| column.label.as_str()).collect();
    labels.sort_unstable();
    labels.dedup();
    let same = |(one, other): (&&str, &&str)| {
        let alike = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
        wide(&alike.map(|(letter, _)| letter).collect::<String>())
    };
    // with the letter that differs, and the mark that it was cut
    labels.iter().zip(labels.iter().skip(1)).map(same).max().unwrap_or(0) + 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn pages_hold_the_cursor_do_not_overflow_and_stay_where_they_are(
            widths in prop::collection::vec(1usize..12, 1..40), space in 12usize..80, column in 0usize..40
        ) {
            let column = column.min(widths.len() - 1);
            let (first, last) = page(&widths, space, column);
            prop_assert!((first..last).contains(&column));
            prop_assert!(widths[first..last].iter().sum::<usize>() <= space);
        }
    }
}
