//! A block on a sheet of paper, to be filled in with a pen: lines to write on, columns, and the grid of a board.
//!
//! What a form needs more or other than this it says itself (`Lens::paper`). What stands here is what can be told without the form:
//! its places and its board. Nothing of what was said is printed but the items that a board is about. Called by the
//! forms and by the sheets of `report`.

use super::{Case, Form, Kind, Lens, Place, Scope, board::Board, case};
use crate::document::{Block, Run, Table};

/// The height of a row that is written in, in millimetres.
pub const ROW: u16 = 12;
/// The height of a row in which a sign or a number is put, in millimetres.
pub const CELL: u16 = 9;
/// The fewest lines of a list.
const FEWEST: u16 = 3;
/// The rows of a board of which the items are not known yet.
const UNKNOWN: usize = 8;
/// The most cases that are printed each with room of its own.
const CASES: usize = 12;

/// A block as it stands on its sheet: every case under a heading of its own, at that level. `lines` is how many written
/// lines there is room for.
pub fn sheet(scope: Scope<'_>, form: &Form, level: u8, lines: u16) -> Vec<Block> {
    let mut blocks = Vec::new();
    let cases = case::all(scope, form);
    let shown = cases.len().clamp(1, CASES) as u16;
    for case in cases.iter().take(CASES) {
        blocks.extend(case.iter().map(|case| Block::Heading(level, case.label.clone())));
        blocks.extend(form.lens().paper(scope, case.as_ref(), lines / shown));
    }
    if cases.is_empty() {
        // what it is repeated for is not known before it was said
        blocks.push(Block::Paragraph(vec![Run::aside(scope.words.say("paper-about"))]));
        blocks.push(Block::Lines(1));
        blocks.extend(form.lens().paper(scope, None, lines));
    }
    blocks
}

/// Whether there is anything to fill in.
pub fn is_filled_in(scope: Scope<'_>, form: &Form) -> bool {
    !form.lens().places(scope).is_empty()
}

/// What a form shows on paper where it does not say it itself: its board as an empty grid, its lists and texts as lines.
pub fn usual(form: &(impl Lens + ?Sized), scope: Scope<'_>, case: Option<&Case>, lines: u16) -> Vec<Block> {
    let places = form.places(scope);
    let lists: Vec<&Place> = places.iter().filter(|place| place.kind != Kind::Board && !place.quiet).collect();
    let board = places.iter().any(|place| place.kind == Kind::Board).then(|| form.board(scope, case)).flatten();
    let mut blocks: Vec<Block> = board.iter().flat_map(|board| grid(scope, board)).collect();
    let each = (lines / (lists.len() as u16).max(1)).max(FEWEST);
    let mut rest = lists.as_slice();
    while let [place, tail @ ..] = rest {
        rest = tail;
        // what hangs under another list is written beside it
        if let [below, behind @ ..] = tail
            && below.answers == [place.category.clone()]
            && place.columns.is_empty()
            && below.columns.is_empty()
            && place.answers.is_empty()
        {
            rest = behind;
            blocks.push(Block::Table(Table::blank(vec![titled(place), titled(below)], usize::from(each), ROW)));
            continue;
        }
        blocks.extend(list(scope, place, each, lists.len() > 1));
    }
    blocks
}

/// The heading of a place, with the sign by which it is typed.
fn titled(place: &Place) -> String {
    place.sigil.map_or_else(|| place.label.clone(), |sigil| format!("{sigil} {}", place.label))
}

fn list(scope: Scope<'_>, place: &Place, lines: u16, named: bool) -> Vec<Block> {
    if !place.columns.is_empty() {
        let what = if named { titled(place) } else { scope.words.say("report-what") };
        let mut widths = vec![5];
        widths.extend(place.columns.iter().map(|_| 2));
        let head = std::iter::once(what).chain(place.columns.iter().map(|column| column.label.clone())).collect();
        return vec![Block::Table(Table { widths, ..Table::blank(head, usize::from(lines), ROW) })];
    }
    let head = (named || place.sigil.is_some()).then(|| Block::Paragraph(vec![Run::strong(titled(place))]));
    let hint = (!place.hint.is_empty()).then(|| Block::Paragraph(vec![Run::aside(&place.hint)]));
    head.into_iter().chain(hint).chain([Block::Lines(lines)]).collect()
}

/// A board as a grid: its items and columns, and nothing in the cells.
pub fn grid(scope: Scope<'_>, board: &Board) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !board.legend.is_empty() {
        let signs = board.legend.iter().map(|sign| format!("{} {}", sign.glyph, sign.label));
        blocks.push(Block::Paragraph(vec![Run::aside(signs.collect::<Vec<_>>().join("; "))]));
    }
    let what = if board.what.is_empty() { scope.words.say("report-what") } else { board.what.clone() };
    let mut head = vec![what];
    head.extend(board.columns.iter().map(|column| column.label.clone()));
    if board.columns.is_empty() {
        head.push(scope.words.say("paper-fill"));
    }
    let wide = board.wide || board.columns.is_empty();
    let row = |label: Vec<Run>| std::iter::once(label).chain(std::iter::repeat_n(Vec::new(), head.len() - 1)).collect();
    let mut rows: Vec<Vec<Vec<Run>>> = Vec::new();
    for item in &board.rows {
        let number = item.number.map(|number| format!("{number}. ")).unwrap_or_default();
        rows.push(row(vec![Run::plain(format!("{number}{}", item.label))]));
    }
    if rows.is_empty() {
        rows.extend((1..=UNKNOWN).map(|number| row(vec![Run::plain(format!("{number}."))])));
    }
    let mut widths = vec![if wide { 3 } else { 6 }];
    widths.extend(std::iter::repeat_n(if wide { 4 } else { 2 }, head.len() - 1));
    let row_height = if wide { ROW + 4 } else { CELL };
    blocks.push(Block::Table(Table { head, rows, widths, names_rows: true, row_height, ..Table::default() }));
    blocks
}
