//! Draws a board as lines of a given width: signs and headings, its rows, what is seen in it.
//!
//! Where all columns fit with their headings in full they stand so; else with the headings' short forms; and where even
//! those do not fit, those round the cursor, with how many stand beyond. What is measured of a board does not depend on
//! the screen and is kept with it, so that moving over a large one costs only the rows in view.

use super::{Board, Cell, Row};
use crate::{
    form::Tone,
    text::{fit, width as wide, wrap_text},
    ui::theme::{Ink, Theme},
};
use ratatui::{
    style::{Modifier, Style},
    text::{Line, Span},
};

/// A board with what was measured of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Shown {
    /// The board.
    pub board: Board,
    label: usize,
    number: usize,
    remark: usize,
    bar: bool,
    /// For each column the width of its heading, of its short heading and of its widest cell.
    columns: Vec<(usize, usize, usize)>,
}

/// How a board is drawn at the moment.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The board.
    pub shown: &'a Shown,
    /// The colours and characters.
    pub theme: &'a Theme,
    /// How many columns of the screen there are.
    pub width: usize,
    /// The row and column with the cursor, if it is on this board.
    pub spot: Option<(usize, usize)>,
}

/// Where everything stands.
struct Plan {
    label: usize,
    /// The columns in view with their widths.
    columns: Vec<(usize, usize)>,
    short: bool,
    before: usize,
    beyond: usize,
    remark: usize,
    bar: usize,
}

/// Columns for the mark at the left.
const MARK: usize = 2;
/// The least that is left for the words of a row.
const LEAST_LABEL: usize = 16;
/// The widest that a cell of words is shown.
const WIDEST: usize = 26;

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
            number: most(&|row| row.number.map_or(0, |number| number.to_string().len() + 1)),
            remark: most(&|row| row.remark.as_ref().map_or(0, |remark| wide(&remark.text))),
            bar: board.rows.iter().any(|row| row.bar.is_some()),
            columns,
            board,
        }
    }
}

impl Look<'_> {
    fn plan(&self) -> Plan {
        let shown = self.shown;
        let bar = if !shown.bar {
            0
        } else if self.width >= 72 {
            14
        } else {
            8
        };
        let remark = if shown.remark == 0 { 0 } else { shown.remark.min(self.width / 4).max(8) + 2 };
        let fixed = MARK + shown.number + remark + bar;
        let room = self.width.saturating_sub(fixed);
        let full: Vec<usize> = shown.columns.iter().map(|(full, _, cell)| (*full).max(cell + 2) + 2).collect();
        let short: Vec<usize> = shown.columns.iter().map(|(_, short, cell)| (*short).max(cell + 2) + 1).collect();
        let least = shown.label.clamp(1, LEAST_LABEL.min(room / 2).max(1));
        let sum = |widths: &[usize]| widths.iter().sum::<usize>();
        let comfortable = shown.label.min(room * 2 / 5).max(least);
        let (widths, is_short) = if sum(&full) + comfortable <= room { (full, false) } else { (short, true) };
        let all = sum(&widths);
        if all + least <= room || widths.is_empty() {
            let label = shown.label.min(room - all.min(room)).max(1);
            let columns = widths.into_iter().enumerate().collect();
            return Plan { label, columns, short: is_short, before: 0, beyond: 0, remark, bar };
        }
        // those round the cursor, as many as fit
        let label = shown.label.min((room * 2 / 5).max(least));
        let space = room.saturating_sub(label);
        let here = self.spot.map_or(0, |(_, column)| column).min(widths.len() - 1);
        let (mut first, mut last, mut used) = (here, here, widths[here]);
        loop {
            let right = widths.get(last + 1).filter(|more| used + **more <= space);
            let left = first.checked_sub(1).map(|at| widths[at]).filter(|more| used + more <= space);
            match (right, left) {
                (Some(more), _) => (last, used) = (last + 1, used + more),
                (None, Some(more)) => (first, used) = (first - 1, used + more),
                (None, None) => break,
            }
        }
        let columns = (first..=last).map(|at| (at, widths[at])).collect();
        Plan { label, columns, short: is_short, before: first, beyond: widths.len() - 1 - last, remark, bar }
    }

    /// What the signs mean, and what stands above the columns.
    pub fn head(&self) -> Vec<Line<'static>> {
        let board = &self.shown.board;
        let dim = self.theme.ink(Ink::Dim);
        let mut lines = self.legend();
        if !board.columns.is_empty() || !board.what.is_empty() {
            let plan = self.plan();
            let bold = self.theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
            let here = self.spot.map(|(_, column)| column);
            let indent = MARK + self.shown.number;
            let what = padded(&board.what, plan.label);
            let mut spans = vec![Span::raw(" ".repeat(indent)), Span::styled(what, bold)];
            for (at, room) in &plan.columns {
                let heading = &board.columns[*at];
                let text = if plan.short { &heading.short } else { &heading.label };
                let style =
                    if here == Some(*at) { self.theme.ink(Ink::Accent).add_modifier(Modifier::BOLD) } else { bold };
                spans.push(Span::styled(centred(text, *room), style));
            }
            if plan.before + plan.beyond > 0 {
                let text = match (plan.before, plan.beyond) {
                    (0, beyond) => format!(" +{beyond}"),
                    (before, 0) => format!(" {before}+"),
                    (before, beyond) => format!(" {before}+{beyond}"),
                };
                spans.push(Span::styled(text, dim));
            }
            lines.push(cut(Line::from(spans), self.width));
        }
        lines
    }

    /// The signs with their meanings, on as many lines as they need.
    fn legend(&self) -> Vec<Line<'static>> {
        let mut lines: Vec<Vec<Span<'static>>> = Vec::new();
        let mut left = 0;
        for sign in &self.shown.board.legend {
            let room = wide(&sign.glyph) + wide(&sign.label) + 4;
            if lines.is_empty() || room > left + 3 {
                lines.push(vec![Span::raw("  ")]);
                left = self.width.saturating_sub(MARK);
            }
            left = left.saturating_sub(room);
            if let Some(line) = lines.last_mut() {
                line.push(Span::styled(format!("{} ", sign.glyph), self.theme.ink(Ink::Tone(sign.tone))));
                line.push(Span::styled(format!("{}   ", sign.label), self.theme.ink(Ink::Dim)));
            }
        }
        lines.into_iter().map(|spans| cut(Line::from(spans), self.width)).collect()
    }

    /// A row with what is noted below it.
    pub fn row(&self, at: usize) -> Vec<Line<'static>> {
        let Some(row) = self.shown.board.rows.get(at) else { return vec![Line::default()] };
        let plan = self.plan();
        let chosen = self.spot.is_some_and(|(here, _)| here == at);
        let mut lines = Vec::new();
        if let Some(head) = &row.head {
            let style = self.theme.ink(Ink::Accent).add_modifier(Modifier::BOLD);
            if at > 0 {
                lines.push(Line::default());
            }
            lines.push(Line::from(Span::styled(format!("  {}", fit(head, self.width.saturating_sub(MARK))), style)));
        }
        let indent = MARK + self.shown.number;
        let words = wrap_text(&row.label, plan.label.max(1));
        for (nth, range) in words.into_iter().enumerate() {
            let text = row.label[range].trim_end();
            if nth > 0 {
                let spans =
                    vec![Span::raw(" ".repeat(indent)), Span::styled(text.to_owned(), self.theme.ink(Ink::Text))];
                lines.push(self.marked(Line::from(spans), chosen));
                continue;
            }
            let mark = if chosen { format!("{} ", self.theme.glyphs.step) } else { "  ".to_owned() };
            let number =
                row.number.map(|number| format!("{number:>width$} ", width = self.shown.number.saturating_sub(1)));
            let mut spans = vec![
                Span::styled(mark, self.theme.ink(Ink::Accent)),
                Span::styled(number.unwrap_or_else(|| " ".repeat(self.shown.number)), self.theme.ink(Ink::Dim)),
                Span::styled(padded(text, plan.label), self.label_style(chosen)),
            ];
            for (column, room) in &plan.columns {
                spans.push(self.cell(row.cells.get(*column), *room, self.spot == Some((at, *column))));
            }
            spans.extend(self.bar(row, plan.bar));
            spans.extend(self.remark(row, plan.remark, spans.iter().map(|span| wide(&span.content)).sum()));
            lines.push(self.marked(cut(Line::from(spans), self.width), chosen));
        }
        let dim = self.theme.ink(Ink::Dim);
        for note in &row.notes {
            let room = self.width.saturating_sub(indent + 2).max(1);
            for range in wrap_text(note, room) {
                let text = self.signs(note[range].trim_end());
                lines.push(Line::from(vec![Span::raw(" ".repeat(indent + 2)), Span::styled(text, dim)]));
            }
        }
        lines
    }

    fn label_style(&self, chosen: bool) -> Style {
        let style = self.theme.ink(Ink::Text);
        if chosen { style.add_modifier(Modifier::BOLD) } else { style }
    }

    fn cell(&self, cell: Option<&Cell>, room: usize, here: bool) -> Span<'static> {
        let empty = Cell::default();
        let cell = cell.unwrap_or(&empty);
        let blank = if cell.blocked { "×" } else { "·" };
        let plain = if cell.blocked { "x" } else { "." };
        let blank = if self.theme.is_plain() { plain } else { blank };
        let signs = self.signs(&cell.text);
        let (text, ink) = match signs.as_str() {
            "" => (blank, Ink::Faint),
            text if cell.tone == Tone::Plain => (text, Ink::Text),
            text => (text, Ink::Tone(cell.tone)),
        };
        let mut style = self.theme.ink(ink);
        if cell.strong {
            style = style.add_modifier(Modifier::BOLD);
        }
        if here {
            // brackets say where one is where colours do not
            let text = format!("[{}]", fit(text, room.saturating_sub(3).max(1)));
            return Span::styled(centred(&text, room), self.theme.ink(Ink::Warn).add_modifier(Modifier::BOLD));
        }
        Span::styled(centred(text, room), style)
    }

    fn bar(&self, row: &Row, room: usize) -> Option<Span<'static>> {
        if room < 4 {
            return None;
        }
        let most = room - 2;
        let full = row.bar.map_or(0.0, |part| part.clamp(0.0, 1.0) * most as f64);
        let sign = if self.theme.is_plain() { "=" } else { "█" };
        let mut text = sign.repeat(full.floor() as usize);
        if !self.theme.is_plain() && full.fract() >= 0.5 {
            text.push('▌');
        } else if text.is_empty() && full > 0.0 {
            text.push_str(if self.theme.is_plain() { "=" } else { "▌" });
        }
        Some(Span::styled(format!(" {} ", padded(&text, most)), self.theme.ink(Ink::Accent)))
    }

    /// What is computed of the row, at the right edge.
    fn remark(&self, row: &Row, room: usize, used: usize) -> Option<Span<'static>> {
        let remark = row.remark.as_ref().filter(|_| room > 0)?;
        let text = fit(&remark.text, room.saturating_sub(1)).into_owned();
        let pad = self.width.saturating_sub(used + wide(&text));
        Some(Span::styled(format!("{}{text}", " ".repeat(pad)), self.ink(remark.tone)))
    }

    fn ink(&self, tone: Tone) -> Style {
        self.theme.ink(if tone == Tone::Plain { Ink::Dim } else { Ink::Tone(tone) })
    }

    /// What is seen when one looks at all of it.
    pub fn foot(&self) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        for remark in &self.shown.board.below {
            for range in wrap_text(&remark.text, self.width.saturating_sub(MARK).max(1)) {
                let text = remark.text[range].trim_end().to_owned();
                lines.push(Line::from(vec![Span::raw("  "), Span::styled(text, self.ink(remark.tone))]));
            }
        }
        if !self.shown.board.picture.is_empty() && !lines.is_empty() {
            lines.push(Line::default());
        }
        let text = self.theme.ink(Ink::Text);
        for row in &self.shown.board.picture {
            let row = Span::styled(self.signs(row), text);
            lines.push(cut(Line::from(vec![Span::raw("  "), row]), self.width));
        }
        if lines.is_empty() { lines } else { std::iter::once(Line::default()).chain(lines).collect() }
    }

    /// Words with the signs of a form, as far as they are letters everywhere.
    fn signs(&self, text: &str) -> String {
        if !self.theme.is_plain() {
            return text.to_owned();
        }
        let plain = |sign: char| match sign {
            '→' | '↔' => '>',
            '←' => '<',
            '✓' => 'v',
            '●' => 'o',
            '·' => '.',
            '│' => '|',
            '─' => '-',
            '└' | '┌' | '┐' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' => '+',
            sign => sign,
        };
        text.chars().map(plain).collect()
    }

    fn marked(&self, mut line: Line<'static>, chosen: bool) -> Line<'static> {
        if chosen {
            let missing = self.width.saturating_sub(line.width());
            line.spans.push(Span::raw(" ".repeat(missing)));
            line.patch_style(self.theme.chosen())
        } else {
            line
        }
    }
}

/// What does not fit is cut, so that no line is wider than the sheet.
fn cut(line: Line<'static>, width: usize) -> Line<'static> {
    if line.width() <= width {
        return line;
    }
    let mut left = width;
    let mut spans = Vec::new();
    for span in line.spans {
        let text = fit(&span.content, left).into_owned();
        left = left.saturating_sub(wide(&text));
        spans.push(Span::styled(text, span.style));
        if left == 0 {
            break;
        }
    }
    Line::from(spans)
}

fn padded(text: &str, room: usize) -> String {
    let text = fit(text, room);
    let missing = room.saturating_sub(wide(&text));
    format!("{text}{}", " ".repeat(missing))
}

fn centred(text: &str, room: usize) -> String {
    let text = fit(text, room.saturating_sub(1).max(1));
    let missing = room.saturating_sub(wide(&text));
    format!("{}{text}{}", " ".repeat(missing / 2), " ".repeat(missing - missing / 2))
}
