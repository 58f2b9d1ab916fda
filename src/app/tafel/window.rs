//! Which rows of a page are in view: as many whole ones as fit round the one that must be seen.

use crate::form::listing::{Part, Row, sheet::Sheet};
use ratatui::text::Line;

/// What of the rows is in view.
pub(super) struct View {
    /// The lines, as many as there is room for at most.
    pub lines: Vec<Line<'static>>,
    /// The first row in view.
    pub top: usize,
    /// The row behind the last one in view.
    pub end: usize,
}

/// Where the view begins so that as much as possible of the board with the cursor is seen: at its heading, if it does not
/// end within a view from `top` and the row with the cursor fits below the heading.
fn board_head(rows: &[Row], sheet: &Sheet<'_>, top: usize, anchor: usize, height: usize) -> Option<usize> {
    let (board, ..) = sheet.spot?;
    let head = rows.iter().position(|row| matches!(row, Row::Head { place, .. } if *place == board))?;
    let last = rows.iter().rposition(|row| matches!(row, Row::Board { place, .. } if *place == board))?;
    // never all of a long board: only until it is known not to fit
    let fits = |from: usize, to: usize| {
        let mut left = height;
        (from..=to).all(|at| {
            let lines = sheet.lines(&rows[at]).len();
            let fits = lines <= left;
            left = left.saturating_sub(lines);
            fits
        })
    };
    (head > top && head <= anchor && !fits(top, last) && fits(head, anchor)).then_some(head)
}

/// As many whole rows as fit round the one that must be seen, from where the view was.
pub(super) fn window(rows: &[Row], sheet: &Sheet<'_>, top: usize, anchor: usize, height: usize) -> View {
    // keep the view where it is if what must be seen is in it
    let mut top = top.min(rows.len());
    if anchor < top {
        top = anchor;
    }
    let mut above = Vec::new(); // the rows from `anchor` up
    // from the last row of a board what is seen in all of it is in view too, as far as there is room
    let tall = |at: usize| rows.get(at).map_or(0, |row| sheet.lines(row).len());
    let foot = sheet.spot.is_some() && matches!(rows.get(anchor + 1), Some(Row::Board { part: Part::Foot, .. }));
    let mut sum = if foot { tall(anchor + 1).min(height.saturating_sub(tall(anchor))) } else { 0 };
    for at in (0..=anchor).rev() {
        let lines = rows.get(at).map_or(0, |row| sheet.lines(row).len());
        if sum + lines > height && at < anchor {
            break;
        }
        sum += lines;
        above.push(at);
    }
    let first = above.last().copied().unwrap_or(0);
    top = top.max(first).max(board_head(rows, sheet, top.max(first), anchor, height).unwrap_or(0));
    let mut lines = Vec::new();
    let mut end = top;
    while end < rows.len() && lines.len() < height {
        lines.extend(sheet.lines(&rows[end]));
        end += 1;
    }
    // do not leave room at the bottom while there is more above
    while lines.len() < height && top > 0 {
        let more = sheet.lines(&rows[top - 1]);
        if lines.len() + more.len() > height {
            break;
        }
        top -= 1;
        lines.splice(0..0, more);
    }
    lines.truncate(height);
    View { lines, top, end }
}
