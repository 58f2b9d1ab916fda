//! A text being typed, drawn in rows of a given width, with the caret where the terminal's own cursor must stand.

use super::paint;
use crate::text::{self, Editor};
use ratatui::{buffer::Buffer, layout::Rect, style::Style};
use std::ops::Range;

/// Which rows of a text are in view.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct View {
    /// The rows in view, as ranges of the text.
    pub rows: Vec<Range<usize>>,
    /// How many rows stand above them.
    pub above: usize,
    /// The caret among the rows in view: row and column.
    pub caret: (u16, u16),
}

/// The rows of `editor` that fit in `height`, the caret's among them.
pub fn view(editor: &Editor, width: usize, height: usize) -> View {
    // the caret is looked up in the rows, not wrapped for again: the text may be a megabyte that somebody pasted
    let rows = editor.rows(width.max(1));
    let row = rows.partition_point(|row| row.start <= editor.cursor()).saturating_sub(1);
    let start = rows.get(row).map_or(0, |row| row.start);
    let col = text::width(&editor.text()[start..editor.cursor()]);
    let above = (row + 1).saturating_sub(height.max(1)).min(rows.len().saturating_sub(1));
    let shown = rows.into_iter().skip(above).take(height.max(1)).collect();
    View { rows: shown, above, caret: ((row - above.min(row)) as u16, col.min(width.saturating_sub(1)) as u16) }
}

/// Draws the text in the area and says where the caret stands on the screen.
pub fn draw(buf: &mut Buffer, area: Rect, editor: &Editor, style: Style) -> (u16, u16) {
    let view = view(editor, usize::from(area.width), usize::from(area.height));
    for (at, row) in view.rows.iter().enumerate() {
        let text = editor.text()[row.clone()].trim_end_matches([' ', '\n']); // a space may hang past the edge
        paint::put(buf, area, area.x, area.y + at as u16, text, style, area.width);
    }
    (area.x + view.caret.1, area.y + view.caret.0)
}
