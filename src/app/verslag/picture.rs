//! A picture of numbers as rows on a screen: bars, dots on a scale. A matrix is a table.

use super::lay::{Setter, Words};
use crate::{
    document::{Bar, Figure, Picture, Scale, Spread},
    text::width,
    ui::theme::Ink,
};
use ratatui::text::Span;

/// The longest bar or scale.
const LONGEST: usize = 48;

/// How the columns of a picture are divided: names, what is drawn, numbers in words.
struct Widths {
    name: usize,
    drawn: usize,
    told: usize,
}

impl Setter<'_> {
    pub(super) fn figure(&mut self, figure: &Figure) {
        match &figure.picture {
            Picture::Bars { bars, .. } => self.bars(bars),
            Picture::Spread { scale, rows, .. } => self.spreads(scale, rows),
            Picture::Matrix { .. } => self.table(&figure.picture.table()),
        }
        if !figure.caption.is_empty() {
            self.say(&figure.caption, self.ink(Ink::Dim));
        }
    }

    fn widths<'t>(&self, rows: impl Iterator<Item = (&'t str, &'t str)>) -> Widths {
        let third = self.columns / 3;
        let (mut name, mut told) = (0, 0);
        for (label, words) in rows {
            (name, told) = (name.max(width(label)), told.max(width(words)));
        }
        let (name, told) = (name.min(third), told.min(third));
        Widths { name, told, drawn: self.columns.saturating_sub(name + told + 4).clamp(1, LONGEST) }
    }

    fn row(&mut self, label: &str, drawn: Words, told: &str, widths: &Widths) {
        let (mut names, mut numbers) = (Words::default(), Words::default());
        names.add(label, self.ink(Ink::Text));
        numbers.add(told, self.ink(Ink::Dim));
        self.beside(&[(names, widths.name), (drawn, widths.drawn), (numbers, widths.told)]);
    }

    fn bars(&mut self, bars: &[Bar]) {
        let widths = self.widths(bars.iter().map(|bar| (bar.label.as_str(), bar.told.as_str())));
        let values = bars.iter().flat_map(|bar| [Some(bar.value), bar.notch]).flatten();
        let most = values.filter(|value| value.is_finite()).fold(0.0, f64::max);
        for bar in bars {
            let cells = |value: f64| {
                let part = if most > 0.0 && value.is_finite() { (value / most).clamp(0.0, 1.0) } else { 0.0 };
                (part * widths.drawn as f64).round() as usize
            };
            let long = cells(bar.value);
            let notch = bar.notch.map(|notch| cells(notch).saturating_sub(1));
            let glyphs = &self.theme.glyphs;
            let reach = long.max(notch.map_or(0, |notch| notch + 1));
            let drawn: String = (0..reach)
                .map(|at| match at {
                    _ if Some(at) == notch => glyphs.wall,
                    _ if at < long => glyphs.past,
                    _ => " ",
                })
                .collect();
            let mut words = Words::default();
            words.add(&drawn, self.ink(Ink::Accent));
            self.row(&bar.label, words, &bar.told, &widths);
        }
    }

    fn spreads(&mut self, scale: &Scale, rows: &[Spread]) {
        let widths = self.widths(rows.iter().map(|row| (row.label.as_str(), row.told.as_str())));
        let span = scale.high - scale.low;
        let place = |value: f64| {
            let part = if span > 0.0 { ((value - scale.low) / span).clamp(0.0, 1.0) } else { 0.0 };
            (part * widths.drawn.saturating_sub(1) as f64).round() as usize
        };
        for row in rows {
            let mut cells = vec![(self.theme.glyphs.rest, Ink::Faint); widths.drawn];
            if let Some(mean) = row.mean.filter(|mean| mean.is_finite()) {
                cells[place(mean)] = (self.theme.glyphs.wall, Ink::Text);
            }
            for value in row.given.iter().filter(|value| value.is_finite()) {
                cells[place(*value)] = (self.theme.glyphs.now, Ink::Accent);
            }
            let mut words = Words::default();
            for (sign, ink) in cells {
                words.join(sign, self.ink(ink));
            }
            self.row(&row.label, words, &row.told, &widths);
        }
        let ends = width(&scale.low_label) + width(&scale.high_label);
        if ends > 0 {
            let between = widths.drawn.saturating_sub(ends).max(1);
            let text = format!("{}{}{}", scale.low_label, " ".repeat(between), scale.high_label);
            let indent = " ".repeat(widths.name + 2);
            let text =
                crate::text::fit(&crate::text::clean_line(&text), self.columns - widths.name.min(self.columns) - 2)
                    .into_owned();
            let style = self.ink(Ink::Dim);
            self.push(vec![Span::raw(indent), Span::styled(text, style)]);
        }
    }
}
