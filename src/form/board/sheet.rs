//! Draws a board as lines of a given width: signs and headings above a thin rule, its rows, what is seen in it.
//!
//! Where all columns fit with their headings in full they stand so; else with as much of the headings as fits, with their
//! short forms, and at last a page of them, with on the rule how many stand beyond and the name of the one with the
//! cursor. What is measured of a board does not depend on the screen and is kept with it, so that moving over a large one
//! costs only the rows in view.

pub use super::plan::Shown;

use super::{
    Cell, Row,
    plan::{Heads, MARK, Plan},
};
use crate::{
    form::Tone,
    text::{fit, width as wide, wrap_text},
    ui::theme::{Ink, Theme},
};
use ratatui::{
    style::{Modifier, Style},
    text::{Line, Span},
};

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

/// What is seen in the whole stands side by side as long as it is no wider than this.
const WORD: usize = 24;
/// What stands between things that stand side by side.
const BETWEEN: usize = 3;

impl Look<'_> {
    fn plan(&self) -> Plan {
        self.shown.plan(self.width, self.spot.map(|(_, column)| column))
    }

    /// What the signs mean, and what stands above the columns.
    pub fn head(&self) -> Vec<Line<'static>> {
        let mut lines = self.legend();
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(self.heading());
        lines
    }

    /// What stands above the columns, with its rule: what stays in view when the board is longer than the screen.
    pub fn heading(&self) -> Vec<Line<'static>> {
        let board = &self.shown.board;
        if board.columns.is_empty() && board.what.is_empty() {
            return Vec::new();
        }
        let plan = self.plan();
        let bold = self.theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
        let here = self.spot.map(|(_, column)| column);
        let mut spans =
            vec![Span::raw(" ".repeat(MARK + self.shown.number)), Span::styled(padded(&board.what, plan.label), bold)];
        for (at, room) in &plan.columns {
            let heading = &board.columns[*at];
            let text = match plan.heads {
                Heads::Full | Heads::Cut => &heading.label,
                Heads::Short => &heading.short,
            };
            let ink = if here == Some(*at) { self.theme.ink(Ink::Accent).add_modifier(Modifier::BOLD) } else { bold };
            let gap = if plan.heads == Heads::Short { 1 } else { 2 };
            let text = fit(text, room.saturating_sub(gap).max(1));
            spans.push(Span::styled(if board.wide { behind(&text, *room) } else { centred(&text, *room) }, ink));
        }
        vec![cut(Line::from(spans), self.width), cut(self.rule(&plan), self.width)]
    }

    /// A thin rule; on it the name of the column with the cursor where there was no room for it, and what is beyond.
    fn rule(&self, plan: &Plan) -> Line<'static> {
        let rule = self.theme.glyphs.rule;
        let plain = self.theme.is_plain();
        let mut name = String::new();
        if let Some((_, column)) = self.spot
            && let Some(heading) = self.shown.board.columns.get(column)
            && let Some((_, room)) = plan.columns.iter().find(|(at, _)| *at == column)
            && (plan.heads == Heads::Short && heading.short != heading.label
                || plan.heads == Heads::Cut && wide(&heading.label) + 2 > *room)
        {
            name = format!(" {} ", fit(&heading.label, self.width / 2));
        }
        let arrows = if plain { ["<", ">"] } else { ["◂", "▸"] };
        let beyond = match (plan.before, plan.beyond) {
            (0, 0) => String::new(),
            (0, beyond) => format!(" {beyond} {}", arrows[1]),
            (before, 0) => format!(" {} {before}", arrows[0]),
            (before, beyond) => format!(" {} {before}  {beyond} {}", arrows[0], arrows[1]),
        };
        let lead = if name.is_empty() { 0 } else { 2 };
        let rest = self.width.saturating_sub(MARK + lead + wide(&name) + wide(&beyond));
        let faint = self.theme.ink(Ink::Faint);
        Line::from(vec![
            Span::raw(" ".repeat(MARK)),
            Span::styled(rule.repeat(lead), faint),
            Span::styled(name, self.theme.ink(Ink::Accent)),
            Span::styled(rule.repeat(rest), faint),
            Span::styled(beyond, self.theme.ink(Ink::Dim)),
        ])
    }

    /// The signs with their meanings, on as many lines as they need.
    fn legend(&self) -> Vec<Line<'static>> {
        let signs = self.shown.board.legend.iter().map(|sign| {
            vec![
                Span::styled(format!("{} ", sign.glyph), self.theme.ink(Ink::Tone(sign.tone))),
                Span::styled(sign.label.clone(), self.theme.ink(Ink::Dim)),
            ]
        });
        self.flow(signs)
    }

    /// Things side by side, on as many lines as they need.
    fn flow(&self, things: impl Iterator<Item = Vec<Span<'static>>>) -> Vec<Line<'static>> {
        let mut lines: Vec<Line<'static>> = Vec::new();
        for thing in things {
            let room: usize = thing.iter().map(|span| wide(&span.content)).sum();
            match lines.last_mut().filter(|line| line.width() + BETWEEN + room <= self.width) {
                Some(line) => line.spans.push(Span::raw(" ".repeat(BETWEEN))),
                None => lines.push(Line::from(Span::raw(" ".repeat(MARK)))),
            }
            if let Some(line) = lines.last_mut() {
                line.spans.extend(thing);
            }
        }
        lines.into_iter().map(|line| cut(line, self.width)).collect()
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
        let label = wrapped(&row.label, plan.label.saturating_sub(1));
        let cells: Vec<(Vec<String>, Style, usize)> = plan
            .columns
            .iter()
            .map(|(column, room)| {
                let here = self.spot == Some((at, *column));
                let (texts, style) = self.cell(row.cells.get(*column), *room, here);
                (texts, style, *room)
            })
            .collect();
        let height = cells.iter().map(|(texts, ..)| texts.len()).chain([label.len()]).max().unwrap_or(1);
        for nth in 0..height {
            let text = label.get(nth).map_or("", String::as_str);
            let mut spans = self.lead(row, chosen, nth == 0);
            spans.push(Span::styled(padded(text, plan.label), self.label_style(chosen)));
            for (texts, style, room) in &cells {
                spans.push(match texts.get(nth) {
                    Some(text) => Span::styled(text.clone(), *style),
                    None => Span::raw(" ".repeat(*room)),
                });
            }
            if nth == 0 {
                spans.extend(self.bar(row, plan.bar));
                spans.extend(self.remark(row, plan.remark, spans.iter().map(|span| wide(&span.content)).sum()));
            }
            lines.push(self.marked(cut(Line::from(spans), self.width), chosen));
        }
        if let Some(remark) = row.remark.as_ref().filter(|_| plan.remark == 0) {
            let text = fit(&remark.text, self.width.saturating_sub(indent + 2)).into_owned();
            lines.push(Line::from(vec![Span::raw(" ".repeat(indent + 2)), Span::styled(text, self.ink(remark.tone))]));
        }
        let dim = self.theme.ink(Ink::Dim);
        for note in &row.notes {
            for text in wrapped(note, self.width.saturating_sub(indent + 2)) {
                let text = self.signs(&text);
                lines.push(Line::from(vec![Span::raw(" ".repeat(indent + 2)), Span::styled(text, dim)]));
            }
        }
        lines.into_iter().map(|line| cut(line, self.width)).collect()
    }

    /// The mark and the number of a row.
    fn lead(&self, row: &Row, chosen: bool, first: bool) -> Vec<Span<'static>> {
        let mark = if chosen && first { self.theme.glyphs.step } else { " " };
        let room = self.shown.number;
        let number = row.number.filter(|_| first);
        let number = number.map(|number| format!("{number:>width$} ", width = room.saturating_sub(1)));
        vec![
            Span::styled(format!("{mark} "), self.theme.ink(Ink::Accent)),
            Span::styled(number.unwrap_or_else(|| " ".repeat(room)), self.theme.ink(Ink::Dim)),
        ]
    }

    fn label_style(&self, chosen: bool) -> Style {
        let style = self.theme.ink(Ink::Text);
        if chosen { style.add_modifier(Modifier::BOLD) } else { style }
    }

    /// A cell, line by line, each as wide as its room; the one with the cursor between brackets, which say where one is
    /// where colours do not.
    fn cell(&self, cell: Option<&Cell>, room: usize, here: bool) -> (Vec<String>, Style) {
        let empty = Cell::default();
        let cell = cell.unwrap_or(&empty);
        let blank = match (cell.blocked, self.theme.is_plain(), self.shown.dotted) {
            (true, false, _) => "×",
            (true, true, _) => "x",
            // an author's own sign must not look like nothing
            (false, _, true) => " ",
            (false, false, false) => "·",
            (false, true, false) => ".",
        };
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
            style = self.theme.ink(Ink::Warn).add_modifier(Modifier::BOLD);
        }
        let [open, close] = if here { ["[", "]"] } else { [" ", " "] };
        let within = room.saturating_sub(if self.shown.board.wide { 3 } else { 2 }).max(1);
        if !self.shown.board.wide {
            return (vec![centred(&format!("{open}{}{close}", fit(text, within)), room)], style);
        }
        let lines = wrapped(text, within);
        let last = lines.len() - 1;
        let framed = lines.into_iter().enumerate().map(|(nth, line)| {
            let open = if nth == 0 { open } else { " " };
            let close = if nth == last { close } else { " " };
            padded(&format!("{open}{line}{close}"), room)
        });
        (framed.collect(), style)
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

    /// What is seen when one looks at all of it, under a heading.
    pub fn foot(&self, heading: &str) -> Vec<Line<'static>> {
        let (below, picture) = (&self.shown.board.below, &self.shown.board.picture);
        if below.is_empty() && picture.is_empty() {
            return Vec::new();
        }
        let bold = self.theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
        let room = self.width.saturating_sub(MARK);
        let rule = self.theme.glyphs.rule.repeat(room);
        let mut lines = vec![
            Line::default(),
            Line::from(vec![Span::raw("  "), Span::styled(rule, self.theme.ink(Ink::Faint))]),
            Line::from(vec![Span::raw("  "), Span::styled(fit(heading, room).into_owned(), bold)]),
        ];
        let mut rest = &below[..];
        while let [first, tail @ ..] = rest {
            let short = rest.iter().take_while(|remark| wide(&remark.text) <= WORD).count();
            if short > 0 {
                let words = rest[..short].iter().map(|one| vec![Span::styled(one.text.clone(), self.ink(one.tone))]);
                lines.extend(self.flow(words));
                rest = &rest[short..];
                continue;
            }
            let style = self.ink(first.tone);
            let told = wrapped(&first.text, room).into_iter();
            lines.extend(told.map(|text| Line::from(vec![Span::raw("  "), Span::styled(text, style)])));
            rest = tail;
        }
        if !picture.is_empty() && !below.is_empty() {
            lines.push(Line::default());
        }
        let text = self.theme.ink(Ink::Text);
        let drawn = picture.iter().map(|row| Line::from(vec![Span::raw("  "), Span::styled(self.signs(row), text)]));
        lines.extend(drawn);
        lines.into_iter().map(|line| cut(line, self.width)).collect()
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

/// Behind a space, where a bracket would stand.
fn behind(text: &str, room: usize) -> String {
    padded(&format!(" {text}"), room)
}

/// Words in lines of this width, at least one.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let lines: Vec<String> =
        wrap_text(text, width.max(1)).into_iter().map(|range| text[range].trim_end().to_owned()).collect();
    if lines.is_empty() { vec![String::new()] } else { lines }
}

/// In the middle of its room but for one column, which keeps it apart from what follows.
fn centred(text: &str, room: usize) -> String {
    let text = fit(text, room);
    let missing = room.saturating_sub(wide(&text));
    let before = missing / 2;
    format!("{}{text}{}", " ".repeat(before), " ".repeat(missing - before))
}

#[cfg(test)]
#[path = "sheet_tests.rs"]
mod tests;
