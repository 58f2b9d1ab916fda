//! A list of results over all tables that unfold: what was asked, the results, and of one that is open what is seen and the
//! tables that said so. Enter opens a result, Enter on a table goes there.
//!
//! What a result looks like is a [`Kind`], one file each. Rows are places and no words, so that laying out a hundred
//! tables costs little; words are made for the rows that are seen.

use super::view::{At, Part, Sight, View, first};
use crate::{
    app::Desk,
    harvest::verdicts::{Asked, Finding, Trace},
    text::{fold, wrap_text},
    ui::{Command, paint, theme::Ink},
};
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};
use std::collections::{HashMap, HashSet};

/// How many rows a page is.
const PAGE: usize = 10;

/// What the results of a view are.
pub trait Kind {
    /// How many things were asked.
    fn sections(&self, sight: &Sight<'_>) -> usize;
    /// What was asked, if it was one thing.
    fn asked<'a>(&self, sight: &Sight<'a>, section: usize) -> Option<&'a Asked>;
    /// What stands above the results of a section: the question, and its case.
    fn heading(&self, sight: &Sight<'_>, section: usize) -> String {
        let Some(asked) = self.asked(sight, section) else { return String::new() };
        let text = if asked.question.is_empty() { &asked.title } else { &asked.question };
        if asked.case.is_empty() { text.clone() } else { format!("{text} ({})", asked.case) }
    }
    /// How many results there are of it.
    fn count(&self, sight: &Sight<'_>, section: usize) -> usize;
    /// The words of a result.
    fn label<'a>(&self, sight: &Sight<'a>, at: (usize, usize)) -> &'a str;
    /// Whether something in it asks to be talked about.
    fn asks(&self, sight: &Sight<'_>, at: (usize, usize)) -> bool;
    /// On how many rows it rests: tables, or lines that were said.
    fn rests(&self, sight: &Sight<'_>, at: (usize, usize)) -> usize;
    /// What the nth of these leads to; of a result that rests on nothing else, what it is itself.
    fn trace<'a>(&self, sight: &Sight<'a>, at: (usize, usize), nth: usize) -> Option<&'a Trace>;
    /// What is seen in it, in sentences.
    fn seen(&self, sight: &Sight<'_>, at: (usize, usize)) -> Vec<Finding>;
    /// What is told of it below the view, between its words and what is seen.
    fn about(&self, sight: &Sight<'_>, at: (usize, usize)) -> Vec<String>;
    /// What has to be said of a section, below its heading: that something is not shown yet.
    fn note(&self, sight: &Sight<'_>, section: usize) -> Option<String>;
    /// Whether what stands above the results of a section has a row of its own, below its heading.
    fn has_columns(&self, sight: &Sight<'_>, section: usize) -> bool;
    /// Paints what stands above the results of a section: at the right of its heading, or on a row of its own.
    fn paint_head(&self, brush: &mut Brush<'_>, section: usize);
    /// Paints a result, without its words.
    fn paint_result(&self, brush: &mut Brush<'_>, at: (usize, usize));
    /// Paints what it rests on.
    fn paint_rest(&self, brush: &mut Brush<'_>, at: (usize, usize), nth: usize);
    /// What is told where there is nothing.
    fn nothing(&self) -> &'static str;
    /// How many columns the words of a result take of so many.
    fn words(&self, sight: &Sight<'_>, section: usize, wide: u16) -> u16;
}

/// What a row is painted with.
pub struct Brush<'a> {
    /// The screen.
    pub buf: &'a mut Buffer,
    /// The row.
    pub row: Rect,
    /// What is left of it behind the words.
    pub rest: Rect,
    /// What is looked at.
    pub sight: &'a Sight<'a>,
    /// Colours and words.
    pub desk: &'a Desk,
}

impl Brush<'_> {
    /// Writes at a place of the row; says how many columns it took.
    pub fn put(&mut self, x: u16, text: &str, ink: Ink, most: u16) -> u16 {
        paint::put(self.buf, self.row, x, self.row.y, text, self.desk.theme.ink(ink), most)
    }

    /// Writes so that it ends before `right`; says where it begins.
    pub fn put_right(&mut self, right: u16, text: &str, ink: Ink) -> u16 {
        paint::put_right(self.buf, self.row, right, self.row.y, text, self.desk.theme.ink(ink))
    }

    /// Writes strongly.
    pub fn strong(&mut self, x: u16, text: &str, ink: Ink, most: u16) -> u16 {
        let style = self.desk.theme.ink(ink).add_modifier(Modifier::BOLD);
        paint::put(self.buf, self.row, x, self.row.y, text, style, most)
    }
}

/// A row of the view, by place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Row {
    Head(usize),
    Columns(usize),
    Note(usize),
    Result(usize, usize),
    Seen(usize, usize, usize),
    Rest(usize, usize, usize),
    Gap,
}

/// The view.
#[derive(Debug, Default)]
pub struct Results<K> {
    kind: K,
    rows: Vec<Row>,
    at: usize,
    /// Which results are open, by their words: a place may be another's after the next sticker.
    open: HashMap<usize, HashSet<String>>,
    /// What asks to be talked about comes first.
    asking: bool,
    /// What is chosen: its row and its words.
    held: Option<(Row, String)>,
    /// What the keys are about.
    here: Option<At>,
}

impl Row {
    fn can_be_chosen(self) -> bool {
        match self {
            Self::Result(..) | Self::Rest(..) => true,
            Self::Head(_) | Self::Columns(_) | Self::Note(_) | Self::Seen(..) | Self::Gap => false,
        }
    }
}

impl<K: Kind> Results<K> {
    fn is_open(&self, sight: &Sight<'_>, at: (usize, usize)) -> bool {
        self.open.get(&at.0).is_some_and(|open| !open.is_empty() && open.contains(self.kind.label(sight, at)))
    }

    fn lay_out(&mut self, sight: &Sight<'_>) {
        let mut rows = Vec::new();
        let words = &sight.look.filter.words;
        for section in 0..self.kind.sections(sight) {
            let all = 0..self.kind.count(sight, section);
            let fits =
                |item: &usize| words.is_empty() || fold(self.kind.label(sight, (section, *item))).contains(words);
            let mut items: Vec<usize> = all.filter(fits).collect();
            if self.asking {
                items.sort_by_cached_key(|item| (!self.kind.asks(sight, (section, *item)), *item));
            }
            let note = self.kind.note(sight, section).is_some();
            if items.is_empty() && !note {
                continue;
            }
            rows.extend((!rows.is_empty()).then_some(Row::Gap));
            rows.push(Row::Head(section));
            rows.extend(note.then_some(Row::Note(section)));
            let columns = !items.is_empty() && self.kind.has_columns(sight, section);
            rows.extend(columns.then_some(Row::Columns(section)));
            for item in items {
                rows.push(Row::Result(section, item));
                if self.is_open(sight, (section, item)) {
                    let seen = self.kind.seen(sight, (section, item)).len();
                    rows.extend((0..seen).map(|nth| Row::Seen(section, item, nth)));
                    let rests = self.kind.rests(sight, (section, item));
                    rows.extend((0..rests).map(|nth| Row::Rest(section, item, nth)));
                }
            }
        }
        self.rows = rows;
    }

    fn result(&self) -> Option<(usize, usize)> {
        match self.rows.get(self.at)? {
            Row::Result(section, item) | Row::Rest(section, item, _) => Some((*section, *item)),
            Row::Head(_) | Row::Columns(_) | Row::Note(_) | Row::Seen(..) | Row::Gap => None,
        }
    }

    fn trace<'a>(&self, sight: &Sight<'a>) -> Option<&'a Trace> {
        match *self.rows.get(self.at)? {
            Row::Rest(section, item, nth) => self.kind.trace(sight, (section, item), nth),
            Row::Result(section, item) if self.kind.rests(sight, (section, item)) == 0 => {
                self.kind.trace(sight, (section, item), 0)
            }
            Row::Result(..) | Row::Head(_) | Row::Columns(_) | Row::Note(_) | Row::Seen(..) | Row::Gap => None,
        }
    }

    /// Where Enter leads: to the line, or to the round in which it was judged.
    fn leads(&self, sight: &Sight<'_>) -> Option<At> {
        let trace = self.trace(sight)?;
        if let Some(point) = trace.entry.as_ref().and_then(|id| sight.harvest.points.at(id)) {
            return Some(At::Line { point, theme: None });
        }
        let (section, _) = self.result()?;
        Some(At::Judged { table: trace.table, round: self.kind.asked(sight, section)?.round })
    }

    fn remember(&mut self, sight: &Sight<'_>) {
        let label = self.result().map(|at| self.kind.label(sight, at).to_owned());
        self.held = label.and_then(|label| Some((*self.rows.get(self.at)?, label)));
        self.here = self.leads(sight);
    }

    fn step(&mut self, down: bool, by: usize, sight: &Sight<'_>) {
        for _ in 0..by {
            let next = if down {
                (self.at + 1..self.rows.len()).find(|at| self.rows[*at].can_be_chosen())
            } else {
                (0..self.at.min(self.rows.len())).rev().find(|at| self.rows[*at].can_be_chosen())
            };
            let Some(next) = next else { break };
            self.at = next;
        }
        self.remember(sight);
    }

    /// Opens or closes a result; nothing for a row that leads to a table.
    fn fold(&mut self, sight: &Sight<'_>) -> bool {
        let Some(Row::Result(section, item)) = self.rows.get(self.at).copied() else { return false };
        if self.kind.rests(sight, (section, item)) == 0 {
            return false;
        }
        let label = self.kind.label(sight, (section, item)).to_owned();
        let open = self.open.entry(section).or_default();
        if !open.remove(&label) {
            open.insert(label);
        }
        self.lay_out(sight);
        true
    }

    /// Where the row with what was chosen stands now.
    fn find(&self, sight: &Sight<'_>) -> Option<usize> {
        let (held, label) = self.held.as_ref()?;
        let (section, nth) = match held {
            Row::Result(section, _) => (*section, None),
            Row::Rest(section, _, nth) => (*section, Some(*nth)),
            Row::Head(_) | Row::Columns(_) | Row::Note(_) | Row::Seen(..) | Row::Gap => return None,
        };
        let same = |item: usize| self.kind.label(sight, (section, item)) == label;
        let is = |row: &Row| match row {
            Row::Result(one, item) => *one == section && nth.is_none() && same(*item),
            Row::Rest(one, item, at) => *one == section && nth == Some(*at) && same(*item),
            Row::Head(_) | Row::Columns(_) | Row::Note(_) | Row::Seen(..) | Row::Gap => false,
        };
        // it nearly always stands where it stood
        let near = self.rows.get(self.at).filter(|row| is(row)).map(|_| self.at);
        near.or_else(|| self.rows.iter().position(is))
    }
}

impl<K: Kind> View for Results<K> {
    fn follow(&mut self, sight: &Sight<'_>) {
        self.lay_out(sight);
        let nearest = || {
            let at = self.at.min(self.rows.len().saturating_sub(1));
            let down = (at..self.rows.len()).find(|at| self.rows[*at].can_be_chosen());
            down.or_else(|| (0..at).rev().find(|at| self.rows[*at].can_be_chosen())).unwrap_or(0)
        };
        self.at = self.find(sight).unwrap_or_else(nearest);
        self.remember(sight);
    }

    fn on(&mut self, command: Command, sight: &Sight<'_>) -> bool {
        match command {
            Command::Up => self.step(false, 1, sight),
            Command::Down => self.step(true, 1, sight),
            Command::PageUp => self.step(false, PAGE, sight),
            Command::PageDown => self.step(true, PAGE, sight),
            Command::ToTop => self.step(false, usize::MAX, sight),
            Command::ToEnd => self.step(true, usize::MAX, sight),
            Command::Unfold => return self.fold(sight),
            Command::Order => {
                self.asking = !self.asking;
                self.follow(sight);
            }
            // to what was asked next, or before
            Command::ColumnRight | Command::NextRound => self.jump(true, sight),
            Command::ColumnLeft | Command::PrevRound => self.jump(false, sight),
            _ => return false,
        }
        true
    }

    fn at(&self) -> At {
        self.here.unwrap_or(At::Nothing)
    }

    fn choose(&mut self, _: usize, _: &Sight<'_>) {}

    fn told(&self, sight: &Sight<'_>) -> Option<Vec<Part>> {
        let Some(at) = self.result() else { return Some(Vec::new()) };
        if let (Some(Row::Rest(..)), Some(At::Line { .. })) = (self.rows.get(self.at), self.here) {
            return None; // the line itself, in full
        }
        let mut parts = vec![(self.kind.label(sight, at).to_owned(), Ink::Text, true)];
        let seen = self.kind.seen(sight, at).into_iter();
        parts.extend(self.kind.about(sight, at).into_iter().map(|text| (text, Ink::Dim, false)));
        parts.extend(seen.map(|finding| (finding.text, Ink::Tone(finding.sort.tone()), false)));
        Some(parts)
    }

    fn paint(&self, buf: &mut Buffer, area: Rect, sight: &Sight<'_>, desk: &Desk) {
        let theme = &desk.theme;
        if self.rows.is_empty() {
            let text = desk.words.say(self.kind.nothing());
            for (y, row) in wrap_text(&text, usize::from(area.width.max(1))).into_iter().enumerate() {
                paint::put(buf, area, area.x, area.y + y as u16, text[row].trim_end(), theme.ink(Ink::Dim), area.width);
            }
            return;
        }
        let height = usize::from(area.height);
        let from = first(self.at, self.rows.len(), height);
        for (nth, row) in self.rows.iter().enumerate().skip(from).take(height) {
            let line = Rect { y: area.y + (nth - from) as u16, height: 1, ..area };
            self.paint_row(buf, line, *row, sight, desk);
            if nth == self.at {
                buf.set_style(Rect::new(line.x.saturating_sub(1), line.y, line.width + 2, 1), theme.chosen());
            }
        }
    }
}

impl<K: Kind> Results<K> {
    /// To the first result of what was asked next, or before.
    fn jump(&mut self, down: bool, sight: &Sight<'_>) {
        let heads = |row: &Row| matches!(row, Row::Head(_));
        let from = self.rows[..self.at.min(self.rows.len())].iter().rposition(heads).unwrap_or(0);
        let head = if down {
            (self.at..self.rows.len()).find(|at| heads(&self.rows[*at]))
        } else {
            self.rows[..from].iter().rposition(heads)
        };
        if let Some(head) = head {
            self.at = head;
            self.step(true, 1, sight);
        }
    }

    fn paint_row(&self, buf: &mut Buffer, line: Rect, row: Row, sight: &Sight<'_>, desk: &Desk) {
        let theme = &desk.theme;
        let section = match row {
            Row::Head(section) | Row::Columns(section) | Row::Note(section) => section,
            Row::Result(section, _) | Row::Seen(section, ..) | Row::Rest(section, ..) => section,
            Row::Gap => return,
        };
        let words = self.kind.words(sight, section, line.width).min(line.width);
        let rest = Rect { x: line.x + words, width: line.width - words, ..line };
        let mut brush = Brush { buf, row: line, rest, sight, desk };
        match row {
            Row::Head(_) => {
                let text = self.kind.heading(sight, section);
                let apart = self.kind.has_columns(sight, section);
                let room = if apart { line.width } else { words.saturating_sub(1) };
                brush.strong(line.x, &text, Ink::Text, room);
                if !apart {
                    self.kind.paint_head(&mut brush, section);
                }
            }
            Row::Columns(_) => self.kind.paint_head(&mut brush, section),
            Row::Note(_) => {
                let text = self.kind.note(sight, section).unwrap_or_default();
                brush.put(line.x, &text, Ink::Warn, line.width);
            }
            Row::Result(_, item) => {
                let at = (section, item);
                let fold = match (self.kind.rests(sight, at), self.is_open(sight, at), theme.is_plain()) {
                    (0, ..) => theme.glyphs.dot,
                    (_, true, true) => "v",
                    (_, false, true) => ">",
                    (_, true, false) => "▾",
                    (_, false, false) => "▸",
                };
                brush.put(line.x, fold, Ink::Dim, 1);
                brush.put(line.x + 2, self.kind.label(sight, at), Ink::Text, words.saturating_sub(3));
                self.kind.paint_result(&mut brush, at);
            }
            Row::Seen(_, item, nth) => {
                if let Some(finding) = self.kind.seen(sight, (section, item)).get(nth) {
                    let ink = Ink::Tone(finding.sort.tone());
                    brush.put(line.x + 4, theme.glyphs.warn, ink, 1);
                    brush.put(line.x + 6, &finding.text, ink, line.width.saturating_sub(6));
                }
            }
            Row::Rest(_, item, nth) => self.kind.paint_rest(&mut brush, (section, item), nth),
            Row::Gap => {}
        }
    }
}
