//! The themes: how much stands under each and from which tables, what that is, and always what is under none yet.

use super::{
    alike::twins_of,
    view::{At, Sight, View, first},
};
use crate::{
    app::Desk,
    harvest::{Origin, Theme, spelled},
    record::EntryId,
    text::width,
    ui::{Command, paint, theme::Ink},
};
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};
use std::collections::HashSet;

/// How many rows a page is.
const PAGE: usize = 10;
/// How many rows behind the choice are remembered, for when it goes.
const TRAIL: usize = 40;

/// A row of the view.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Row {
    Theme(usize),
    /// What was learned of it.
    Learned(usize),
    Line(Option<usize>, usize),
    /// How many of its lines are gone.
    Gone(usize),
    Unused,
    Gap,
}

/// What a row is of, whatever else is different.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Held {
    Theme(Origin),
    Line(Option<Origin>, EntryId),
    Unused,
}

/// The view.
#[derive(Debug, Default)]
pub struct Themes {
    rows: Vec<Row>,
    at: usize,
    open: HashSet<Origin>,
    /// Whether what is under no theme is folded away.
    unused_shut: bool,
    /// What is chosen, and what stands behind it.
    trail: Vec<Held>,
}

impl Row {
    fn can_be_chosen(self) -> bool {
        match self {
            Self::Theme(_) | Self::Line(..) | Self::Unused => true,
            Self::Learned(_) | Self::Gone(_) | Self::Gap => false,
        }
    }
}

impl Themes {
    fn held(&self, row: Row, sight: &Sight<'_>) -> Option<Held> {
        let origin = |theme: usize| sight.harvest.themes.all[theme].origin.clone();
        match row {
            Row::Theme(theme) => Some(Held::Theme(origin(theme))),
            Row::Line(theme, point) => Some(Held::Line(theme.map(origin), sight.point(point).id.clone())),
            Row::Unused => Some(Held::Unused),
            Row::Learned(_) | Row::Gone(_) | Row::Gap => None,
        }
    }

    /// The lines under no theme, as they are shown.
    pub fn unused(&self) -> Vec<usize> {
        let line = |row: &Row| match row {
            Row::Line(None, point) => Some(*point),
            Row::Line(Some(_), _) | Row::Theme(_) | Row::Learned(_) | Row::Gone(_) | Row::Unused | Row::Gap => None,
        };
        self.rows.iter().filter_map(line).collect()
    }

    /// All lines that are shown, as they stand.
    pub fn lines(&self) -> Vec<usize> {
        let line = |row: &Row| match row {
            Row::Line(_, point) => Some(*point),
            Row::Theme(_) | Row::Learned(_) | Row::Gone(_) | Row::Unused | Row::Gap => None,
        };
        self.rows.iter().filter_map(line).collect()
    }

    fn remember(&mut self, sight: &Sight<'_>) {
        let rows = self.rows.iter().skip(self.at).take(TRAIL);
        self.trail = rows.filter_map(|row| self.held(*row, sight)).collect();
    }

    /// Chooses a theme as soon as what is shown is laid out anew.
    pub fn turn_to(&mut self, origin: &Origin) {
        self.trail.insert(0, Held::Theme(origin.clone()));
    }

    fn find(&self, held: &Held, sight: &Sight<'_>) -> Option<usize> {
        // a theme of the tables that somebody made real is still the one that was chosen
        let theme = |origin: &Origin| {
            let same = |theme: &Theme| match origin {
                Origin::Tables(name) => theme.origin == *origin || spelled(&theme.name) == *name,
                Origin::Made(_) => theme.origin == *origin,
            };
            sight.harvest.themes.all.iter().position(same)
        };
        let wanted = match held {
            Held::Theme(origin) => Row::Theme(theme(origin)?),
            Held::Line(None, id) => Row::Line(None, sight.harvest.points.at(id)?),
            Held::Line(Some(origin), id) => Row::Line(Some(theme(origin)?), sight.harvest.points.at(id)?),
            Held::Unused => Row::Unused,
        };
        self.rows.iter().position(|row| *row == wanted)
    }

    /// Moves the choice by so many rows that can be chosen.
    fn step(&mut self, down: bool, by: usize, sight: &Sight<'_>) {
        for _ in 0..by {
            let next = if down {
                (self.at + 1..self.rows.len()).find(|at| self.rows[*at].can_be_chosen())
            } else {
                (0..self.at).rev().find(|at| self.rows[*at].can_be_chosen())
            };
            let Some(next) = next else { break };
            self.at = next;
        }
        self.remember(sight);
    }

    fn fold(&mut self, sight: &Sight<'_>) -> bool {
        match self.rows.get(self.at) {
            Some(Row::Theme(theme)) => {
                let origin = &sight.harvest.themes.all[*theme].origin;
                if !self.open.remove(origin) {
                    self.open.insert(origin.clone());
                }
            }
            Some(Row::Unused) => self.unused_shut = !self.unused_shut,
            Some(Row::Line(..) | Row::Learned(_) | Row::Gone(_) | Row::Gap) | None => return false,
        }
        self.lay_out(sight);
        true
    }

    fn lay_out(&mut self, sight: &Sight<'_>) {
        let (themes, look) = (&sight.harvest.themes, sight.look);
        let mut rows = Vec::with_capacity(themes.all.len() + themes.unused.len() + 8);
        let listed = |lines: &[usize]| {
            let mut lines: Vec<usize> = lines.to_vec();
            lines.retain(|at| look.lets(*at));
            sight.harvest.sort(&mut lines, look.sort);
            sight.harvest.twins.together(&mut lines);
            lines
        };
        for (nth, theme) in themes.all.iter().enumerate() {
            // while something is looked for, every theme shows what of it is found
            let open = self.open.contains(&theme.origin) || !look.filter.is_open();
            let lines = if open { listed(&theme.members) } else { Vec::new() };
            if !look.filter.is_open() && lines.is_empty() {
                continue;
            }
            rows.push(Row::Theme(nth));
            if !open {
                continue;
            }
            rows.extend((!theme.conclusion.is_empty()).then_some(Row::Learned(nth)));
            rows.extend(lines.into_iter().map(|line| Row::Line(Some(nth), line)));
            rows.extend((!theme.gone.is_empty()).then_some(Row::Gone(nth)));
            rows.push(Row::Gap);
        }
        if rows.last().is_some_and(|row| *row != Row::Gap) {
            rows.push(Row::Gap);
        }
        if !sight.harvest.points.all.is_empty() {
            rows.push(Row::Unused);
            if !self.unused_shut {
                rows.extend(listed(&themes.unused).into_iter().map(|line| Row::Line(None, line)));
            }
        }
        self.rows = rows;
    }
}

impl View for Themes {
    fn follow(&mut self, sight: &Sight<'_>) {
        self.lay_out(sight);
        let found = self.trail.iter().find_map(|held| self.find(held, sight));
        self.at = match found {
            Some(at) => at,
            // one begins where there is work: at the first line under no theme
            None if self.trail.is_empty() => {
                let line = self.rows.iter().position(|row| matches!(row, Row::Line(None, _)));
                line.or_else(|| self.rows.iter().position(|row| row.can_be_chosen())).unwrap_or(0)
            }
            None => self.at.min(self.rows.len().saturating_sub(1)),
        };
        if self.rows.get(self.at).is_some_and(|row| !row.can_be_chosen()) {
            self.at = (0..self.at).rev().find(|at| self.rows[*at].can_be_chosen()).unwrap_or(self.at);
        }
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
            // to the work, or to the themes
            Command::ColumnRight => {
                self.at = self.rows.iter().position(|row| matches!(row, Row::Line(None, _))).unwrap_or(self.at);
                self.remember(sight);
            }
            Command::ColumnLeft => {
                let up = self.rows[..self.at.min(self.rows.len())].iter().rposition(|row| matches!(row, Row::Theme(_)));
                self.at = up.unwrap_or(self.at);
                self.remember(sight);
            }
            _ => return false,
        }
        true
    }

    fn at(&self) -> At {
        match self.rows.get(self.at) {
            Some(Row::Theme(theme)) => At::Theme(*theme),
            Some(Row::Line(theme, point)) => At::Line { point: *point, theme: *theme },
            Some(Row::Unused) => At::Unused,
            Some(Row::Learned(_) | Row::Gone(_) | Row::Gap) | None => At::Nothing,
        }
    }

    fn choose(&mut self, point: usize, sight: &Sight<'_>) {
        if let Some(at) = self.rows.iter().position(|row| matches!(row, Row::Line(_, line) if *line == point)) {
            self.at = at;
            self.remember(sight);
        }
    }

    fn paint(&self, buf: &mut Buffer, area: Rect, sight: &Sight<'_>, desk: &Desk) {
        let columns = Columns::of(area, sight);
        columns.head(buf, sight, desk);
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let height = usize::from(body.height);
        let from = first(self.at, self.rows.len(), height);
        for (nth, row) in self.rows.iter().enumerate().skip(from).take(height) {
            let line = Rect { y: body.y + (nth - from) as u16, height: 1, ..body };
            self.row(buf, line, *row, &columns, sight, desk);
            if nth == self.at {
                buf.set_style(Rect::new(line.x.saturating_sub(1), line.y, line.width + 2, 1), desk.theme.chosen());
            }
        }
        // what is under no theme stays in view, with how much it is
        let unused = self.rows.iter().position(|row| *row == Row::Unused);
        if unused.is_some_and(|at| at >= from + height) && height > 2 {
            let last = Rect { y: body.bottom() - 1, height: 1, ..body };
            paint::put(
                buf,
                last,
                last.x,
                last.y,
                &" ".repeat(usize::from(last.width)),
                desk.theme.ground(),
                last.width,
            );
            self.row(buf, last, Row::Unused, &columns, sight, desk);
        }
    }
}

impl Themes {
    fn row(&self, buf: &mut Buffer, line: Rect, row: Row, columns: &Columns, sight: &Sight<'_>, desk: &Desk) {
        let (theme, words) = (&desk.theme, &desk.words);
        let (bold, dim) = (theme.ink(Ink::Text).add_modifier(Modifier::BOLD), theme.ink(Ink::Dim));
        let fold = |open: bool| match (open, theme.is_plain()) {
            (true, false) => "▾",
            (false, false) => "▸",
            (true, true) => "v",
            (false, true) => ">",
        };
        match row {
            Row::Theme(nth) => {
                let told = &sight.harvest.themes.all[nth];
                let number = if nth < 9 { (nth + 1).to_string() } else { String::new() };
                paint::put(buf, line, line.x, line.y, &number, dim, 1);
                paint::put(buf, line, line.x + 2, line.y, fold(self.open.contains(&told.origin)), dim, 1);
                let room = columns.bar.saturating_sub(line.x + 5);
                let is_lesson = told.id().is_some_and(|id| sight.teaches(id));
                let lead = if is_lesson { format!("{} ", theme.glyphs.lesson) } else { String::new() };
                let lead = paint::put(buf, line, line.x + 4, line.y, &lead, theme.ink(Ink::Good), room);
                let room = room.saturating_sub(lead);
                let used = lead + paint::put(buf, line, line.x + 4 + lead, line.y, &told.name, bold, room);
                let room = room + lead;
                if matches!(told.origin, Origin::Tables(_)) {
                    let text = words.say("oogst-from-tables");
                    let left = room.saturating_sub(used + 2);
                    if width(&text) <= usize::from(left) {
                        paint::put(buf, line, line.x + used + 6, line.y, &text, dim, left);
                    }
                }
                columns.counts(buf, line, told.members.len(), &told.tables, sight, desk);
            }
            Row::Learned(nth) => {
                let lead = format!("{} ", words.say("oogst-conclusion"));
                let x = line.x + 6;
                let used = paint::put(buf, line, x, line.y, &lead, theme.ink(Ink::Accent), line.width);
                let text = crate::text::clean_line(&sight.harvest.themes.all[nth].conclusion);
                paint::put(
                    buf,
                    line,
                    x + used,
                    line.y,
                    &text,
                    theme.ink(Ink::Text),
                    line.right().saturating_sub(x + used),
                );
            }
            Row::Line(under, point) => {
                let evidence =
                    under.is_some_and(|nth| sight.harvest.themes.all[nth].evidence.binary_search(&point).is_ok());
                let mut words = Rect { x: line.x + 4, width: columns.words.saturating_sub(line.x + 4), ..line };
                if let Some(twins) = twins_of(sight, point) {
                    let x = paint::put_right(buf, line, columns.words, line.y, &twins, dim);
                    words.width = x.saturating_sub(words.x + 2);
                }
                sight.line(buf, words, point, evidence, desk);
                columns.dot(buf, line, point, sight, desk);
            }
            Row::Gone(nth) => {
                let count = sight.harvest.themes.all[nth].gone.len();
                let text = words.tell("oogst-gone", &[("count", count.into())]);
                paint::put(buf, line, line.x + 6, line.y, &text, theme.ink(Ink::Warn), line.width.saturating_sub(6));
            }
            Row::Unused => {
                paint::put(buf, line, line.x + 2, line.y, fold(!self.unused_shut), dim, 1);
                let name = words.say("oogst-unused");
                let ink = theme.ink(Ink::Dim).add_modifier(Modifier::BOLD);
                paint::put(buf, line, line.x + 4, line.y, &name, ink, columns.bar.saturating_sub(line.x + 5));
                let count = sight.harvest.themes.unused.len();
                paint::put(buf, line, columns.bar, line.y, &count.to_string(), bold, 8);
            }
            Row::Gap => {}
        }
    }
}

/// Where the columns of the view stand.
struct Columns {
    area: Rect,
    /// Where the bars begin, and how long the longest is.
    bar: u16,
    long: u16,
    /// Where the columns of the tables begin and how wide each is; nothing if there are too many for that.
    tables: Option<(u16, u16)>,
    /// Where the words of a line must end.
    words: u16,
    most: usize,
}

impl Columns {
    fn of(area: Rect, sight: &Sight<'_>) -> Self {
        let count = sight.harvest.points.tables.len() as u16;
        let wide = [5, 4, 3].into_iter().find(|wide| wide * count <= area.width / 3 && (count < 10 || *wide > 3));
        let right = match wide {
            Some(wide) => wide * count,
            None => 10,
        };
        let tables = area.right().saturating_sub(right);
        let name = (area.width * 7 / 20).clamp(24, 60);
        let bar = area.x + name;
        let long = tables.saturating_sub(bar + 7).min(area.width / 4);
        let most = sight.harvest.themes.all.iter().map(|theme| theme.members.len()).max().unwrap_or(0).max(1);
        Self { area, bar, long, tables: wide.map(|wide| (tables, wide)), words: tables.saturating_sub(1), most }
    }

    /// The names of the tables above their columns.
    fn head(&self, buf: &mut Buffer, sight: &Sight<'_>, desk: &Desk) {
        let dim = desk.theme.ink(Ink::Dim);
        match self.tables {
            Some((x, wide)) => {
                for nth in 0..sight.harvest.points.tables.len() {
                    let right = x + wide * (nth as u16 + 1);
                    paint::put_right(buf, self.area, right, self.area.y, &sight.t(nth), dim);
                }
            }
            None => {
                let text = desk.words.say("oogst-of-tables");
                paint::put_right(buf, self.area, self.area.right(), self.area.y, &text, dim);
            }
        }
    }

    /// The bar of a theme, how much it is, and how much of that each table brings.
    fn counts(&self, buf: &mut Buffer, line: Rect, count: usize, tables: &[u32], sight: &Sight<'_>, desk: &Desk) {
        let theme = &desk.theme;
        let bold = theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
        let long = (usize::from(self.long) * count).div_ceil(self.most).min(usize::from(self.long));
        let cell = if theme.is_plain() { "#" } else { "▇" };
        let used = paint::put(buf, line, self.bar, line.y, &cell.repeat(long), theme.ink(Ink::Accent), self.long);
        paint::put(buf, line, self.bar + used + 1, line.y, &count.to_string(), bold, 5);
        match self.tables {
            Some((x, wide)) => {
                for (nth, &count) in tables.iter().enumerate() {
                    let right = x + wide * (nth as u16 + 1);
                    let (text, style) = match count {
                        0 => (theme.glyphs.dot.to_owned(), theme.ink(Ink::Faint)),
                        count => (count.to_string(), bold),
                    };
                    paint::put_right(buf, line, right, line.y, &text, style);
                }
            }
            None => {
                let reach = tables.iter().filter(|count| **count > 0).count();
                let args = [("count", reach.into()), ("of", sight.harvest.points.tables.len().into())];
                let text = desk.words.tell("oogst-reach", &args);
                paint::put_right(buf, line, line.right(), line.y, &text, theme.ink(Ink::Text));
            }
        }
    }

    /// The table of a line, below its name.
    fn dot(&self, buf: &mut Buffer, line: Rect, point: usize, sight: &Sight<'_>, desk: &Desk) {
        let (nth, theme) = (sight.point(point).nth, &desk.theme);
        match self.tables {
            Some((x, wide)) => {
                let right = x + wide * (nth as u16 + 1);
                let tone = theme.ink(Ink::Tone(sight.spot(point).tone));
                paint::put_right(buf, line, right, line.y, theme.glyphs.now, tone);
            }
            None => drop(paint::put_right(buf, line, line.right(), line.y, &sight.t(nth), theme.ink(Ink::Dim))),
        }
    }
}
