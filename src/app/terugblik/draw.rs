//! Paints what was found, with the words marked.

use super::{FIELDS, Order, Row, Terugblik};
use crate::{
    app::Desk,
    search::{Hit, Kind, Lab},
    text::{fit, width, wrap_text},
    ui::{
        line,
        paint::{self, Header},
        theme::Ink,
    },
    words::dates,
};
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};
use std::ops::Range;

/// How far the list stands from the edge.
const MARGIN: u16 = 2;

impl Terugblik {
    /// Paints it; the caret stands where [`Terugblik::caret`] says.
    pub fn paint(&self, buf: &mut Buffer, desk: &Desk) {
        let (theme, area) = (&desk.theme, desk.area);
        let read: usize = self.shelves.iter().map(|shelf| shelf.labs().len()).sum();
        let progress = (!self.done).then(|| (read as f64 / self.of.max(1) as f64, Ink::Accent));
        let right = [(self.state(desk, read), theme.ink(Ink::Dim))];
        let title = desk.words.say("begin-back");
        Header { title: &title, right: &right, progress }.draw(buf, area, theme, &desk.words.say("app-name"));
        let body = Rect::new(MARGIN, 2, area.width.saturating_sub(2 * MARGIN), area.height.saturating_sub(3));
        self.paint_fields(buf, desk, body);
        let top = body.y + if area.height >= 20 { 4 } else { 3 };
        let list = Rect { y: top, height: body.bottom().saturating_sub(top), ..body };
        self.paint_rows(buf, desk, list);
    }

    /// What stands at the right of the header: how much was found or how much there is, and in which order.
    fn state(&self, desk: &Desk, read: usize) -> String {
        let words = &desk.words;
        if !self.done {
            return words.tell("terugblik-reading", &[("count", read.into()), ("of", self.of.into())]);
        }
        let told = match self.rows.first() {
            Some(Row::Lab(..)) => words.tell("terugblik-sessions", &[("count", self.count.into())]),
            None if self.query.is_empty() && read == 0 => words.tell("terugblik-sessions", &[("count", 0.into())]),
            Some(Row::Line(..)) | None => words.tell("terugblik-found", &[("count", self.count.into())]),
        };
        let order = words.say(match self.order {
            Order::Date => "terugblik-by-date",
            Order::Title => "terugblik-by-title",
            Order::Place => "terugblik-by-place",
        });
        // of one thing there is no order
        if self.rows.len() > 1 { format!("{told}, {order}") } else { told }
    }

    /// Where the caret stands: in the field where one types.
    pub fn caret(&self, desk: &Desk) -> Option<(u16, u16)> {
        let body = Rect::new(MARGIN, 2, desk.area.width.saturating_sub(2 * MARGIN), desk.area.height.saturating_sub(3));
        let field = self.places(desk, body).get(self.at).copied()?;
        let mut nowhere = Buffer::empty(field);
        Some(line::draw(&mut nowhere, field, &self.fields[self.at], desk.theme.ink(Ink::Text)))
    }

    /// Where each field is typed.
    fn places(&self, desk: &Desk, body: Rect) -> Vec<Rect> {
        let labels: Vec<u16> = FIELDS.iter().map(|(_, key)| width(&desk.words.say(key)) as u16).collect();
        let rest = &labels[1..];
        let all: u16 = rest.iter().map(|label| label + 3).sum();
        let each = body.width.saturating_sub(all) / rest.len() as u16;
        let words = Rect::new(body.x + 2, body.y, body.width.saturating_sub(2), 1);
        let mut x = body.x;
        let mut places = vec![words];
        for label in rest {
            x += label + 1;
            places.push(Rect::new(x, body.y + 1, each.max(1), 1).intersection(body));
            x += each + 2;
        }
        places
    }

    fn paint_fields(&self, buf: &mut Buffer, desk: &Desk, body: Rect) {
        let theme = &desk.theme;
        for (nth, place) in self.places(desk, body).into_iter().enumerate() {
            let here = nth == self.at;
            let label = desk.words.say(FIELDS[nth].1);
            let ink = if here { theme.ink(Ink::Accent).add_modifier(Modifier::BOLD) } else { theme.ink(Ink::Dim) };
            if nth == 0 {
                let sign = if theme.is_plain() { ">" } else { "›" };
                paint::put(buf, body, body.x, place.y, sign, theme.ink(Ink::Accent), 1);
                if self.fields[0].is_empty() {
                    let hint = desk.words.say("terugblik-hint");
                    paint::put(buf, body, place.x, place.y, &hint, theme.ink(Ink::Faint), place.width);
                }
                if self.literal {
                    let literal = desk.words.say("terugblik-literal");
                    paint::put_right(buf, body, body.right(), place.y, &literal, theme.ink(Ink::Warn));
                }
            } else {
                let x = place.x.saturating_sub(width(&label) as u16 + 1);
                paint::put(buf, body, x, place.y, &label, ink, width(&label) as u16);
                buf.set_style(place, theme.ink(Ink::Faint).add_modifier(Modifier::UNDERLINED));
            }
            let wrong = FIELDS[nth].0 == super::Field::Since && self.no_day;
            let ink = if wrong { Ink::Warn } else { Ink::Text };
            line::draw(buf, place, &self.fields[nth], theme.ink(ink));
        }
        paint::rule(buf, body, body.y + 2, theme);
    }

    fn paint_rows(&self, buf: &mut Buffer, desk: &Desk, list: Rect) {
        let theme = &desk.theme;
        let mut list = list;
        let mut note = |text: &str, ink: Ink, list: &mut Rect| {
            for row in wrap_text(text, usize::from(list.width.max(1))) {
                paint::put(buf, *list, list.x, list.y, &text[row], theme.ink(ink), list.width);
                list.y += 1;
                list.height = list.height.saturating_sub(1);
            }
        };
        if let Some(trouble) = self.troubles.first() {
            note(trouble, Ink::Warn, &mut list);
        }
        if self.rows.is_empty() {
            let none = self.shelves.iter().all(|shelf| shelf.labs().is_empty());
            let key = match (self.done, none) {
                (false, _) => "terugblik-wait",
                (true, true) => "terugblik-none",
                (true, false) => "terugblik-nothing",
            };
            note(&desk.words.say(key), Ink::Dim, &mut list);
            return;
        }
        if self.typos {
            note(&desk.words.say("terugblik-typos"), Ink::Dim, &mut list);
        }
        let high = match self.rows[0] {
            Row::Lab(..) => 1,
            Row::Line(..) => 2,
        };
        let fit = usize::from((list.height / high).max(1));
        let top = (self.chosen + 1).saturating_sub(fit);
        for (nth, row) in self.rows.iter().enumerate().skip(top).take(fit) {
            let y = list.y + (nth - top) as u16 * high;
            match (self.hit(*row), self.lab(*row)) {
                (Some(hit), _) => self.paint_hit(buf, desk, list, y, hit),
                (None, Some(lab)) => paint_lab(buf, desk, list, y, lab),
                (None, None) => {}
            }
            if nth == self.chosen {
                let whole = Rect::new(list.x.saturating_sub(1), y, list.width + 2, high);
                buf.set_style(whole.intersection(desk.area), theme.chosen());
            }
        }
    }

    /// The words on a row, and below them where it was.
    fn paint_hit(&self, buf: &mut Buffer, desk: &Desk, list: Rect, y: u16, hit: Hit<'_>) {
        let (theme, words) = (&desk.theme, &desk.words);
        let date = dates::date_short(hit.lab.date, words.lang());
        let end = paint::put_right(buf, list, list.right(), y, &date, theme.ink(Ink::Dim));
        let text = hit.text.replace('\n', " ");
        let room = usize::from(end.saturating_sub(list.x + 2));
        let (text, marks) = around(&text, &self.query.marks(&text, self.typos), room, theme.glyphs.more);
        let mut x = list.x;
        let mut from = 0;
        let bold = theme.ink(Ink::Accent).add_modifier(Modifier::BOLD);
        for at in marks {
            x += paint::put(buf, list, x, y, &text[from..at.start], theme.ink(Ink::Text), end.saturating_sub(x + 2));
            x += paint::put(buf, list, x, y, &text[at.clone()], bold, end.saturating_sub(x + 2));
            from = at.end;
        }
        paint::put(buf, list, x, y, &text[from..], theme.ink(Ink::Text), end.saturating_sub(x + 2));
        let mut parts = Vec::new();
        if hit.table.is_table() {
            parts.push(words.tell("report-table", &[("number", hit.table.to_string().into())]));
            parts.push(hit.title.to_owned());
            let same = hit.label.to_lowercase() == hit.title.to_lowercase();
            parts.extend((!same).then(|| hit.label.to_lowercase()));
        } else if hit.is(Kind::Session) {
            parts.push(words.tell("begin-tables", &[("count", (hit.lab.tables as usize).into())]));
        } else {
            parts.push(words.say("search-harvest"));
        }
        parts.extend((!hit.case.is_empty()).then(|| hit.case.to_owned()));
        parts.extend((!hit.by.is_empty()).then(|| hit.by.to_owned()));
        if hit.is(Kind::Lesson) {
            parts.push(format!("{} {}", theme.glyphs.lesson, words.say("form-flag-lesson")));
        }
        parts.extend(hit.kinds().filter_map(|kind| match kind {
            Kind::Stands(standing) => Some(words.say(&format!("agreement-state-{}", standing.key()))),
            Kind::Session | Kind::Quote | Kind::Key | Kind::Parked | Kind::Agreement | Kind::Lesson => None,
        }));
        if !hit.is(Kind::Session) {
            parts.insert(0, hit.lab.title.clone());
        }
        let below = parts.join(" · ");
        let below = fit(&below, usize::from(list.width.saturating_sub(2)));
        paint::put(buf, list, list.x + 2, y + 1, &below, theme.ink(Ink::Dim), list.width.saturating_sub(2));
    }
}

fn paint_lab(buf: &mut Buffer, desk: &Desk, list: Rect, y: u16, lab: &Lab) {
    let theme = &desk.theme;
    let date = dates::date_short(lab.date, desk.words.lang());
    let tables = desk.words.tell("begin-tables", &[("count", (lab.tables as usize).into())]);
    let first = list.x + 14;
    let second = list.x + list.width * 6 / 10;
    let end = paint::put_right(buf, list, list.right(), y, &tables, theme.ink(Ink::Dim));
    paint::put(buf, list, list.x, y, &date, theme.ink(Ink::Dim), 13);
    let wide = second.saturating_sub(first + 1);
    paint::put(buf, list, first, y, &fit(&lab.title, usize::from(wide)), theme.ink(Ink::Text), wide);
    let wide = end.saturating_sub(second + 1);
    paint::put(buf, list, second, y, &fit(&lab.place, usize::from(wide)), theme.ink(Ink::Dim), wide);
}

/// So much of a long text that its first mark is seen, with the marks in it.
fn around(text: &str, marks: &[Range<usize>], room: usize, more: &str) -> (String, Vec<Range<usize>>) {
    let first = marks.first().map_or(0, |at| at.end);
    if width(text) <= room || width(&text[..first]) + 3 <= room {
        return (text.to_owned(), marks.to_vec());
    }
    // a word or two before it say what it is about
    let before = text[..marks[0].start].char_indices().rev().filter(|(_, c)| c.is_whitespace()).nth(3);
    let start = before.map_or(marks[0].start, |(at, c)| at + c.len_utf8());
    let lead = format!("{more} ");
    let moved = marks.iter().filter(|at| at.start >= start);
    let moved = moved.map(|at| at.start - start + lead.len()..at.end - start + lead.len()).collect();
    (format!("{lead}{}", &text[start..]), moved)
}
