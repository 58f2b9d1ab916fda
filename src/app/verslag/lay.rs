//! A document as rows on a screen: headings, words that wrap, lists, quotes, cards.
//!
//! Tables stand in `table`, pictures in `picture`. Pure: the same document, columns and look give the same rows.

use crate::{
    document::{Block, Card, Document, Item, Manner, Run},
    text::{clean, width, wrap_text},
    ui::{Theme, theme::Ink},
};
use ratatui::{
    style::{Modifier, Style},
    text::{Line, Span},
};
use std::ops::Range;

/// A document, laid out.
#[derive(Debug, Default)]
pub struct Page {
    /// Its rows.
    pub rows: Vec<Line<'static>>,
    /// Its headings.
    pub heads: Vec<Heading>,
    /// The first row of every block.
    pub starts: Vec<usize>,
}

/// A heading, and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heading {
    /// Its row.
    pub row: usize,
    /// 1 or more.
    pub level: u8,
    /// Its words.
    pub text: String,
}

impl Page {
    /// Lays a document out in so many columns.
    pub fn of(document: &Document, columns: u16, theme: &Theme) -> Self {
        let mut setter = Setter { theme, columns: usize::from(columns.max(8)), page: Page::default() };
        setter.head(document);
        for block in &document.blocks {
            setter.block(block);
        }
        setter.page
    }

    /// Where a row of another layout of the same document stands in this one.
    pub fn same(&self, before: &Page, row: usize) -> usize {
        let Some(block) = before.starts.iter().rposition(|start| *start <= row) else { return row };
        let Some(start) = self.starts.get(block) else { return row };
        let end = self.starts.get(block + 1).copied().unwrap_or(self.rows.len());
        (start + (row - before.starts[block])).min(end.saturating_sub(1))
    }
}

/// Puts rows below one another.
pub(super) struct Setter<'a> {
    pub theme: &'a Theme,
    /// How wide a row is.
    pub columns: usize,
    pub page: Page,
}

/// What stands before the first row of a paragraph and before the others.
#[derive(Clone, Default)]
pub(super) struct Lead {
    first: Vec<Span<'static>>,
    rest: Vec<Span<'static>>,
    wide: usize,
}

impl Lead {
    /// The same before every row.
    fn all(spans: Vec<Span<'static>>) -> Self {
        let wide = spans.iter().map(|span| width(&span.content)).sum();
        Self { first: spans.clone(), rest: spans, wide }
    }
}

/// Words with their styles, which wrap as one.
#[derive(Default)]
pub(super) struct Words {
    pub text: String,
    styles: Vec<(Range<usize>, Style)>,
}

impl Words {
    pub fn add(&mut self, text: &str, style: Style) {
        if !self.text.is_empty() && !text.is_empty() {
            self.text.push(' ');
        }
        let from = self.text.len();
        self.text.push_str(&clean(text));
        self.styles.push((from..self.text.len(), style));
    }

    /// More of the same, with nothing between.
    pub fn join(&mut self, text: &str, style: Style) {
        let from = self.text.len();
        self.text.push_str(text);
        self.styles.push((from..self.text.len(), style));
    }

    /// All of it as what matters more.
    pub fn strengthen(&mut self) {
        for (_, style) in &mut self.styles {
            *style = style.add_modifier(Modifier::BOLD);
        }
    }

    pub fn of(runs: &[Run], theme: &Theme) -> Self {
        let mut words = Self::default();
        for run in runs {
            let style = match run.manner {
                Manner::Plain => theme.ink(Ink::Text),
                Manner::Strong => theme.ink(Ink::Text).add_modifier(Modifier::BOLD),
                Manner::Aside | Manner::Code => theme.ink(Ink::Dim),
                Manner::Link => theme.ink(Ink::Accent),
            };
            words.add(&run.text, style);
        }
        words
    }

    /// Its rows, in so many columns.
    pub fn rows(&self, columns: usize) -> Vec<Vec<Span<'static>>> {
        let mut rows = Vec::new();
        let mut first = 0; // styles before it are past
        for row in wrap_text(&self.text, columns.max(1)) {
            while self.styles.get(first).is_some_and(|(range, _)| range.end <= row.start) {
                first += 1;
            }
            // a space that hangs past the edge would push away what stands beside it
            let end = row.start + self.text[row.clone()].trim_end_matches(' ').len();
            let here = self.styles[first..].iter().take_while(|(range, _)| range.start < end);
            let mut spans: Vec<Span<'static>> = Vec::new();
            let mut at = row.start;
            for (range, style) in here {
                let (from, to) = (range.start.max(row.start), range.end.min(end));
                if from > at {
                    spans.push(Span::raw(" "));
                }
                spans.push(Span::styled(self.text[from..to].to_owned(), *style));
                at = to;
            }
            rows.push(spans);
        }
        rows
    }
}

impl Setter<'_> {
    pub fn ink(&self, ink: Ink) -> Style {
        self.theme.ink(ink)
    }

    pub fn bold(&self, ink: Ink) -> Style {
        self.theme.ink(ink).add_modifier(Modifier::BOLD)
    }

    pub fn push(&mut self, spans: Vec<Span<'static>>) {
        self.page.rows.push(Line::from(spans));
    }

    fn blank(&mut self) {
        if self.page.rows.last().is_some_and(|row| !row.spans.is_empty()) {
            self.page.rows.push(Line::default());
        }
    }

    fn lay(&mut self, words: &Words, lead: &Lead) {
        for (nth, row) in words.rows(self.columns.saturating_sub(lead.wide).max(1)).into_iter().enumerate() {
            let before = if nth == 0 { &lead.first } else { &lead.rest };
            self.push(before.iter().cloned().chain(row).collect());
        }
    }

    pub fn say(&mut self, text: &str, style: Style) {
        let mut words = Words::default();
        words.add(text, style);
        self.lay(&words, &Lead::default());
    }

    fn head(&mut self, document: &Document) {
        self.say(&document.title, self.bold(Ink::Accent));
        if !document.subtitle.is_empty() {
            self.say(&document.subtitle, self.ink(Ink::Dim));
        }
        if !document.facts.is_empty() {
            self.blank();
            self.facts(&document.facts);
        }
    }

    fn block(&mut self, block: &Block) {
        self.blank();
        self.page.starts.push(self.page.rows.len());
        match block {
            Block::Heading(level, text) => self.heading((*level).max(1), text),
            Block::Paragraph(runs) => self.lay(&Words::of(runs, self.theme), &Lead::default()),
            Block::Facts(facts) => self.facts(facts),
            Block::List(items) => self.list(items, 0),
            Block::Quote(runs, who) => self.quote(runs, who.as_deref()),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Card(card) => self.card(card),
            Block::Lines(count) => (0..*count).for_each(|_| self.rule(self.columns)),
            Block::PageBreak => {}
        }
    }

    pub fn rule(&mut self, columns: usize) {
        let rule = self.theme.glyphs.rule.repeat(columns);
        self.push(vec![Span::styled(rule, self.ink(Ink::Faint))]);
    }

    fn heading(&mut self, level: u8, text: &str) {
        let text = crate::text::clean_line(text).into_owned();
        let style = match level {
            1 => self.bold(Ink::Accent),
            2 => self.bold(Ink::Text),
            3.. | 0 => self.bold(Ink::Dim),
        };
        self.page.heads.push(Heading { row: self.page.rows.len(), level, text: text.clone() });
        self.say(&text, style);
        if level == 1 {
            self.rule(self.columns);
        }
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        let most = (self.columns / 3).max(8);
        let wide = facts.iter().map(|(name, _)| width(name)).max().unwrap_or(0).min(most);
        for (name, value) in facts {
            let (mut names, mut values) = (Words::default(), Words::default());
            names.add(name, self.ink(Ink::Dim));
            values.add(value, self.ink(Ink::Text));
            self.beside(&[(names, wide), (values, self.columns.saturating_sub(wide + 2))]);
        }
    }

    /// Words beside one another, each in so many columns, two apart.
    pub fn beside(&mut self, cells: &[(Words, usize)]) {
        let rows: Vec<Vec<Vec<Span<'static>>>> = cells.iter().map(|(words, wide)| words.rows(*wide)).collect();
        for nth in 0..rows.iter().map(Vec::len).max().unwrap_or(0) {
            let mut spans = Vec::new();
            let mut owed = 0; // columns that are empty until something follows
            for (cell, (_, wide)) in rows.iter().zip(cells) {
                let row = cell.get(nth).cloned().unwrap_or_default();
                let used: usize = row.iter().map(|span| width(&span.content)).sum();
                if !row.is_empty() && owed > 0 {
                    spans.push(Span::raw(" ".repeat(std::mem::take(&mut owed))));
                }
                spans.extend(row);
                owed += wide.saturating_sub(used) + 2;
            }
            self.push(spans);
        }
    }

    fn list(&mut self, items: &[Item], depth: usize) {
        let indent = (depth * 2).min(self.columns / 3);
        let sign = Span::styled(self.theme.glyphs.dot, self.ink(Ink::Accent));
        let lead = Lead {
            first: vec![Span::raw(" ".repeat(indent)), sign, Span::raw(" ")],
            rest: vec![Span::raw(" ".repeat(indent + 2))],
            wide: indent + 2,
        };
        for item in items {
            self.lay(&Words::of(&item.runs, self.theme), &lead);
            self.list(&item.below, depth + 1);
        }
    }

    fn quote(&mut self, runs: &[Run], who: Option<&str>) {
        let lead = self.wall(Ink::Faint);
        let mut words = Words::of(runs, self.theme);
        for (_, style) in &mut words.styles {
            *style = style.add_modifier(Modifier::ITALIC);
        }
        self.lay(&words, &lead);
        if let Some(who) = who {
            let mut words = Words::default();
            words.add(&format!("{} {who}", self.theme.glyphs.rule), self.ink(Ink::Dim));
            self.lay(&words, &lead);
        }
    }

    fn card(&mut self, card: &Card) {
        let lead = self.wall(Ink::Accent);
        if !card.title.is_empty() {
            let mut words = Words::default();
            words.add(&card.title, self.bold(Ink::Accent));
            self.lay(&words, &lead);
        }
        for paragraph in &card.paragraphs {
            self.lay(&Words::of(paragraph, self.theme), &lead);
        }
    }

    fn wall(&self, ink: Ink) -> Lead {
        Lead::all(vec![Span::styled(self.theme.glyphs.wall, self.ink(ink)), Span::raw(" ")])
    }
}

#[cfg(test)]
#[path = "lay_tests.rs"]
mod tests;
