//! Paints the home screen.

use super::{Begin, Line};
use crate::{
    app::Desk,
    record::Now,
    session::Summary,
    text::fit,
    ui::{
        paint::{self, Header},
        theme::Ink,
    },
    words::dates,
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

/// The headings, in order: what is not in its place, go on, something new, look back.
const SECTIONS: [&str; 4] = ["begin-kept", "begin-go-on", "begin-new", "begin-back"];

/// A painted row, before it is put on the screen.
enum Row {
    Gap,
    Bold(String),
    Heading(String),
    Warn(String),
    Dim(String),
    Line(usize),
}

impl Begin {
    /// Paints it.
    pub fn paint(&self, buf: &mut Buffer, desk: &Desk) {
        if let Some(back) = &self.back {
            return back.paint(buf, desk);
        }
        let (theme, area) = (&desk.theme, desk.area);
        let day = dates::weekday_long(desk.now.date(), desk.words.lang());
        let right = [(day, theme.ink(Ink::Dim))];
        Header { title: "", right: &right, progress: None }.draw(buf, area, theme, &desk.words.say("app-name"));
        let wide = area.width.saturating_sub(8).min(92);
        let left = area.x + (area.width - wide) / 2;
        let body = Rect::new(left, 2, wide, area.height.saturating_sub(4));
        let rows = self.rows(desk, body.height);
        let chosen = rows.iter().position(|row| matches!(row, Row::Line(at) if *at == self.at)).unwrap_or(0);
        let fits = rows.len() <= usize::from(body.height);
        // where not all fit, the last row says how much more there is, so that it never stands over words
        let most = usize::from(if fits { body.height } else { body.height.saturating_sub(1) });
        let top = if fits { 0 } else { (chosen + 3).saturating_sub(most).min(rows.len() - most) };
        let spare = most.saturating_sub(rows.len());
        let lead = (spare / 4).min(2) as u16;
        for (nth, row) in rows.iter().skip(top).take(most).enumerate() {
            self.row(buf, desk, body, body.y + lead + nth as u16, row);
        }
        more(buf, desk, body, top > 0, rows.get(top + most..).unwrap_or_default());
    }

    fn rows(&self, desk: &Desk, height: u16) -> Vec<Row> {
        let airy = height >= 14;
        let mut rows = Vec::new();
        if height >= 10 {
            rows.push(Row::Bold(desk.words.greeting(desk.now.local().time())));
            rows.push(Row::Gap);
        }
        for trouble in &self.listed.troubles {
            rows.extend(warning(trouble, desk));
        }
        if !self.listed.troubles.is_empty() {
            rows.push(Row::Gap);
        }
        let mut section = None;
        for (at, line) in self.lines.iter().enumerate() {
            let now = match line {
                Line::Kept(_) => 0,
                Line::GoOn(_) => 1,
                Line::New(_) => 2,
                Line::Back(_) | Line::All => 3,
            };
            if section != Some(now) {
                if section.is_some() && airy {
                    rows.push(Row::Gap);
                }
                section = Some(now);
                rows.push(Row::Heading(desk.words.say(SECTIONS[now])));
            }
            rows.push(Row::Line(at));
            if let Line::Kept(nth) = line
                && let Some(kept) = self.listed.kept.get(*nth)
            {
                let path = kept.path.display().to_string();
                let text = desk
                    .words
                    .tell("begin-kept-where", &[("path", crate::text::clean_line(&path).into_owned().into())]);
                rows.extend(warning(&text, desk));
            }
        }
        if self.listed.reading && self.listed.sessions.is_empty() {
            if airy {
                rows.push(Row::Gap);
            }
            rows.push(Row::Heading(desk.words.say(SECTIONS[3])));
            rows.push(Row::Dim(desk.words.say("begin-reading")));
        } else if self.listed.sessions.is_empty() {
            rows.push(Row::Gap);
            let first = desk.words.say("begin-first");
            rows.extend(wrapped(&first, desk).map(Row::Dim));
        }
        rows
    }

    fn row(&self, buf: &mut Buffer, desk: &Desk, body: Rect, y: u16, row: &Row) {
        let theme = &desk.theme;
        let mut put = |text: &str, style| paint::put(buf, body, body.x, y, text, style, body.width);
        match row {
            Row::Gap => {}
            Row::Bold(text) => drop(put(text, theme.ink(Ink::Text).add_modifier(Modifier::BOLD))),
            Row::Heading(text) => drop(put(text, theme.ink(Ink::Accent).add_modifier(Modifier::BOLD))),
            Row::Warn(text) => drop(put(text, theme.ink(Ink::Warn))),
            Row::Dim(text) => drop(put(text, theme.ink(Ink::Dim))),
            Row::Line(at) => {
                let chosen = *at == self.at;
                self.line(buf, desk, body, y, self.lines[*at], chosen);
                if chosen {
                    let whole = Rect::new(body.x.saturating_sub(2), y, body.width + 4, 1);
                    buf.set_style(whole.intersection(desk.area), theme.chosen());
                }
            }
        }
    }

    fn line(&self, buf: &mut Buffer, desk: &Desk, body: Rect, y: u16, line: Line, chosen: bool) {
        let theme = &desk.theme;
        let title = if chosen { theme.ink(Ink::Text).add_modifier(Modifier::BOLD) } else { theme.ink(Ink::Text) };
        match line {
            Line::Kept(at) => {
                let Some(kept) = self.listed.kept.get(at) else { return };
                let then = Now { millis: kept.at, ..desk.now }.local();
                let date = dates::date_short(then.date(), desk.words.lang());
                let when = format!("{date} {}", dates::time(then.time()));
                let text =
                    desk.words.tell("begin-kept-line", &[("title", (&kept.title).into()), ("when", when.into())]);
                paint::put(buf, body, body.x, y, &text, title, body.width);
            }
            Line::GoOn(at) | Line::Back(at) => {
                let Some(summary) = self.listed.sessions.get(at) else { return };
                session(buf, desk, body, y, summary, matches!(line, Line::GoOn(_)), title);
            }
            Line::All => {
                let shown = self.lines.iter().filter(|line| matches!(line, Line::GoOn(_) | Line::Back(_))).count();
                let more = self.listed.all.saturating_sub(shown);
                let text = desk.words.tell("begin-more", &[("count", more.into())]);
                paint::put(buf, body, body.x, y, &text, theme.ink(Ink::Dim), body.width);
            }
            Line::New(at) => {
                let Some(workshop) = self.listed.shelf.get(at) else { return };
                let minutes = dates::minutes(i64::from(workshop.minutes()));
                let right = paint::put_right(buf, body, body.right(), y, &minutes, theme.ink(Ink::Dim));
                let column = body.x + (body.width * 3 / 10).max(26);
                paint::put(buf, body, body.x, y, workshop.title(), title, column.saturating_sub(body.x + 2));
                paint::put(
                    buf,
                    body,
                    column,
                    y,
                    workshop.summary(),
                    theme.ink(Ink::Dim),
                    right.saturating_sub(column + 2),
                );
            }
        }
    }
}

/// A sentence that asks for attention, over as many rows as it takes.
fn warning(text: &str, desk: &Desk) -> Vec<Row> {
    wrapped(text, desk).map(Row::Warn).collect()
}

fn wrapped<'a>(text: &'a str, desk: &Desk) -> impl Iterator<Item = String> + use<'a> {
    let wide = usize::from(desk.area.width.saturating_sub(8).clamp(1, 84));
    crate::text::wrap_text(text, wide).into_iter().map(|row| text[row].trim_end().to_owned())
}

/// Says that there is more above, and how much more there is below.
fn more(buf: &mut Buffer, desk: &Desk, body: Rect, above: bool, below: &[Row]) {
    let (theme, dim) = (&desk.theme, desk.theme.ink(Ink::Dim));
    let (up, down) = if theme.is_plain() { ("^", "v") } else { ("↑", "↓") };
    if above {
        // beside the rows, where the bar of what is chosen ends
        paint::put(buf, desk.area, body.right() + 2, body.y, up, dim, 1);
    }
    if !below.is_empty() {
        let count = below.iter().filter(|row| matches!(row, Row::Line(_))).count();
        let text = if count == 0 {
            down.to_owned()
        } else {
            format!("{} {down}", desk.words.tell("app-more", &[("count", count.into())]))
        };
        paint::put_right(buf, body, body.right(), body.bottom().saturating_sub(1), &text, dim);
    }
}

fn session(buf: &mut Buffer, desk: &Desk, body: Rect, y: u16, summary: &Summary, going: bool, title: Style) {
    let (theme, words) = (&desk.theme, &desk.words);
    let tables = words.tell("begin-tables", &[("count", (summary.tables as usize).into())]);
    let date = dates::date_short(summary.date, words.lang());
    let (right, ink) = match &summary.last {
        Some(last) if going && desk.now.millis - last.at < 3 * 3600 * 1000 => (words.say("begin-busy"), Ink::Warn),
        Some(_) | None => (date, Ink::Dim),
    };
    let end = paint::put_right(buf, body, body.right(), y, &right, theme.ink(ink));
    let first = body.x + body.width * 9 / 20;
    let second = body.x + body.width * 13 / 20;
    paint::put(buf, body, body.x, y, &fit(&summary.title, usize::from(first - body.x - 1)), title, first - body.x - 1);
    let round = summary.last.as_ref().filter(|last| going && last.round > 0);
    let middle = match round {
        Some(last) => words.tell("begin-round", &[("round", last.round.into()), ("rounds", summary.rounds.into())]),
        None => summary.place.clone(),
    };
    paint::put(buf, body, first, y, &middle, theme.ink(Ink::Dim), (second - first).saturating_sub(1));
    paint::put(buf, body, second, y, &tables, theme.ink(Ink::Dim), end.saturating_sub(second + 1));
}
