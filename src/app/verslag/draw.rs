//! Paints the report: header, what can be chosen, what is going on, and the preview.

use super::{
    Verslag,
    lay::{Page, Words},
};
use crate::{
    app::{Desk, tafel::table_name},
    session::Session,
    text::{clean_line, wrap_text},
    ui::{paint, paint::Header, theme::Ink},
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::Line,
};

/// From this many columns on the choices stand at the right.
const WIDE: u16 = 110;
/// How many columns that takes.
const ASIDE: u16 = 40;
/// Longer rows are not pleasant to read.
const LONGEST: u16 = 100;
/// How many rows are given to what is going on, where the choices stand above.
const MOST_TOLD: u16 = 4;
/// How many earlier reports are named beside the preview.
const MOST_MADE: usize = 5;

/// Where everything stands.
struct Areas {
    choices: Rect,
    told: Rect,
    view: Rect,
    wide: bool,
}

/// Puts rows below one another in an area.
struct Below<'a> {
    buf: &'a mut Buffer,
    area: Rect,
}

impl Below<'_> {
    fn line(&mut self, line: &Line<'_>) {
        if self.area.height > 0 {
            self.buf.set_line(self.area.x, self.area.y, line, self.area.width);
            self.skip();
        }
    }

    fn words(&mut self, words: &Words) {
        for row in words.rows(usize::from(self.area.width)) {
            self.line(&Line::from(row));
        }
    }

    fn say(&mut self, text: &str, style: Style) {
        let mut words = Words::default();
        words.add(text, style);
        self.words(&words);
    }

    fn skip(&mut self) {
        let by = self.area.height.min(1);
        self.area = Rect { y: self.area.y + by, height: self.area.height - by, ..self.area };
    }
}

impl Verslag {
    fn areas(&self, desk: &Desk) -> Areas {
        let area = desk.area;
        let tall = u16::from(area.height >= 28);
        let top = area.y + 2 + tall;
        let inside =
            Rect::new(area.x + 2, top, area.width.saturating_sub(4), area.bottom().saturating_sub(top + 2).max(1));
        if area.width >= WIDE {
            let aside = Rect { x: inside.right() - ASIDE + 4, width: ASIDE - 4, ..inside };
            let view = Rect { width: inside.width.saturating_sub(ASIDE).min(LONGEST), ..inside };
            return Areas { choices: aside, told: aside, view, wide: true };
        }
        let choices = Rect { height: if area.width < 72 { 2 } else { 1 }, ..inside };
        let told = self
            .going_on(desk)
            .map_or(0, |(_, text)| (wrap_text(&text, usize::from(inside.width.max(1))).len() as u16).min(MOST_TOLD));
        let told = Rect { y: choices.bottom(), height: told.min(inside.height / 3), ..inside };
        let y = told.bottom() + 1;
        let view = Rect { y, height: inside.bottom().saturating_sub(y), ..inside };
        Areas { choices, told, view, wide: false }
    }

    /// How many rows of the preview are seen.
    pub(super) fn high(&self, desk: &Desk) -> usize {
        usize::from(self.areas(desk).view.height)
    }

    /// Lays out the preview, if anything of it is different; what stood at the top stays there.
    pub fn lay_out(&mut self, desk: &Desk) -> bool {
        let view = self.areas(desk).view;
        let laid = (view.width, desk.theme.look());
        let anew = self.laid != Some(laid);
        if anew && let Some(document) = &self.document {
            let page = Page::of(document, view.width, &desk.theme);
            self.top = page.same(&self.page, self.top);
            self.page = page;
            self.laid = Some(laid);
        }
        self.top = self.top.min(self.page.rows.len().saturating_sub(usize::from(view.height)));
        anew
    }

    /// What is being done or was done last, and how it went.
    fn going_on(&self, desk: &Desk) -> Option<(Ink, String)> {
        let Some((stage, since)) = self.work else { return self.told.clone() };
        let format = self.format().map(|format| format.label.clone()).unwrap_or_default();
        let what = desk.words.say(&format!("verslag-stage-{}", stage.key()));
        let seconds = usize::try_from((desk.now.millis - since) / 1000).unwrap_or(0);
        let args = [("format", format.into()), ("what", what.into()), ("seconds", seconds.into())];
        Some((Ink::Accent, desk.words.tell("verslag-working", &args)))
    }

    /// Paints all of it but the footer.
    pub fn paint(&self, buf: &mut Buffer, session: &Session, desk: &Desk) {
        let (theme, words) = (&desk.theme, &desk.words);
        let areas = self.areas(desk);
        let last = self.page.rows.len().saturating_sub(usize::from(areas.view.height));
        let far = (self.top * 100).checked_div(last).map(|far| format!("{far}%")).unwrap_or_default();
        let right = [(far, theme.ink(Ink::Dim))];
        let right = if last == 0 { &right[..0] } else { &right[..] };
        let title = format!("{} · {}", words.say("verslag"), clean_line(&session.head.title));
        let header = Header { title: &title, right, progress: None };
        header.draw(buf, desk.area, theme, &words.say("app-name"));
        if areas.wide {
            self.aside(&mut Below { buf: &mut *buf, area: areas.choices }, session, desk);
        } else {
            self.above(&mut Below { buf: &mut *buf, area: areas.choices }, session, desk);
            if let Some((ink, text)) = self.going_on(desk) {
                Below { buf: &mut *buf, area: areas.told }.say(&text, theme.ink(ink));
            }
            paint::rule(buf, Rect { y: areas.told.bottom(), height: 1, ..areas.told }, areas.told.bottom(), theme);
        }
        let mut view = Below { buf, area: areas.view };
        if self.document.is_none() {
            return view.say(&words.say("verslag-loading"), theme.ink(Ink::Dim));
        }
        for row in self.page.rows.iter().skip(self.top).take(usize::from(areas.view.height)) {
            view.line(row);
        }
    }

    /// What can be chosen: its key, what it is, and what was chosen.
    fn choices(&self, session: &Session, desk: &Desk) -> [(&'static str, String, String); 4] {
        let words = &desk.words;
        let tables = match self.wish.table {
            Some(table) => table_name(session, table, desk),
            None => words.say("verslag-all-tables"),
        };
        let format = self.format().map(|format| format.label.clone()).unwrap_or_default();
        let audience = words.say(&format!("verslag-audience-{}", self.wish.audience.key()));
        let names = words.say(&format!("verslag-names-{}", self.wish.names.key()));
        [
            ("t", words.say("verslag-format"), format),
            ("v", words.say("verslag-audience"), audience),
            ("n", words.say("verslag-names"), names),
            ("a", words.say("verslag-tables"), clean_line(&tables).into_owned()),
        ]
    }

    /// The choices on a row or two.
    fn above(&self, rows: &mut Below<'_>, session: &Session, desk: &Desk) {
        let theme = &desk.theme;
        let mut words = Words::default();
        for (nth, (key, _, chosen)) in self.choices(session, desk).into_iter().enumerate() {
            if nth > 0 {
                words.add(theme.glyphs.dot, theme.ink(Ink::Faint));
            }
            words.add(key, theme.ink(Ink::Accent).add_modifier(Modifier::BOLD));
            words.add(&chosen, theme.ink(Ink::Text));
        }
        rows.words(&words);
    }

    /// The choices, what is going on, the reports made earlier and the headings, at the right.
    fn aside(&self, rows: &mut Below<'_>, session: &Session, desk: &Desk) {
        let (theme, words) = (&desk.theme, &desk.words);
        let strong = |ink| theme.ink(ink).add_modifier(Modifier::BOLD);
        for (key, what, chosen) in self.choices(session, desk) {
            let (area, y) = (rows.area, rows.area.y);
            paint::put(rows.buf, area, area.x, y, key, strong(Ink::Accent), 2);
            paint::put(rows.buf, area, area.x + 3, y, &what, theme.ink(Ink::Dim), 9);
            paint::put(rows.buf, area, area.x + 13, y, &chosen, theme.ink(Ink::Text), area.width.saturating_sub(13));
            rows.skip();
        }
        rows.skip();
        let mut formats = Words::default();
        for (nth, format) in self.shelf.formats.iter().enumerate() {
            let chosen = nth == self.format;
            let style = if chosen { strong(Ink::Accent) } else { theme.ink(Ink::Dim) };
            formats.add(&format!("{}\u{a0}{}", nth + 1, format.label.replace(' ', "\u{a0}")), style);
        }
        rows.words(&formats);
        if let Some((ink, text)) = self.going_on(desk) {
            rows.skip();
            rows.say(&text, theme.ink(ink));
        }
        rows.skip();
        if !self.shelf.made.is_empty() {
            rows.say(&words.say("verslag-made"), strong(Ink::Text));
            for made in self.shelf.made.iter().take(MOST_MADE) {
                let name = made.path.file_name().unwrap_or_default().to_string_lossy();
                let (area, name) = (rows.area, clean_line(&name).into_owned());
                paint::put(rows.buf, area, area.x, area.y, &name, theme.ink(Ink::Dim), area.width);
                rows.skip();
            }
            if self.shelf.made.len() > MOST_MADE {
                let more = self.shelf.made.len() - MOST_MADE;
                rows.say(&words.tell("verslag-more", &[("count", more.into())]), theme.ink(Ink::Dim));
            }
            rows.skip();
        }
        if self.page.heads.is_empty() || rows.area.height < 3 {
            return;
        }
        rows.say(&words.say("verslag-contents"), strong(Ink::Text));
        let high = usize::from(rows.area.height);
        let now = self.heading_now();
        let first = now.unwrap_or(0).saturating_sub(high / 3).min(self.page.heads.len().saturating_sub(high));
        for (nth, heading) in self.page.heads.iter().enumerate().skip(first).take(high) {
            let (area, indent) = (rows.area, (u16::from(heading.level) - 1).min(4) * 2);
            let style = if Some(nth) == now { strong(Ink::Accent) } else { theme.ink(Ink::Dim) };
            let room = area.width.saturating_sub(indent);
            paint::put(rows.buf, area, area.x + indent, area.y, &heading.text, style, room);
            rows.skip();
        }
    }
}
