//! The lessons that fit a session while it is prepared: a few of them below its form, and all of them to be read by key.
//!
//! The shelf is read elsewhere and comes when it is there; until then the form is as quick as ever. Which lessons fit, and
//! where each was named, is for `search`. Called by `form`.

use super::sheet;
use crate::{
    app::Desk,
    form::listing,
    record::{About, Taught},
    search::{Lesson, fitting},
    text::{clean_line, fit, wrap_text},
    ui::{Command, paint, theme::Ink},
    words::dates,
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

/// How far a page goes.
const PAGE: usize = 5;
/// How wide they are at most, when they are read.
const WIDE: u16 = 110;
/// How many rows each thing takes at most that is said of a lesson.
const LONG: usize = 4;

/// The lessons that fit.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    /// All there are, as soon as they were read.
    shelf: Vec<Lesson>,
    /// Those that fit, by their places on the shelf, the best first.
    fits: Vec<usize>,
    at: usize,
    /// Whether they are being read.
    pub open: bool,
}

impl Offer {
    /// Takes in the shelf.
    pub fn take(&mut self, shelf: Vec<Lesson>) {
        self.shelf = shelf;
    }

    /// Looks which fit these parties and what the session is about.
    pub fn suit(&mut self, parties: &[String], about: &str) {
        self.fits = fitting(&self.shelf, parties, about);
        self.at = self.at.min(self.fits.len().saturating_sub(1));
    }

    fn lessons(&self) -> impl Iterator<Item = &Lesson> {
        self.fits.iter().filter_map(|at| self.shelf.get(*at))
    }

    /// Opens them to be read, if there are any.
    pub fn read(&mut self) {
        self.open = !self.fits.is_empty();
    }

    /// Takes a key while they are read.
    pub fn on(&mut self, command: Option<Command>) {
        let last = self.fits.len().saturating_sub(1);
        match command {
            Some(Command::Up) => self.at = self.at.saturating_sub(1),
            Some(Command::Down) => self.at = (self.at + 1).min(last),
            Some(Command::PageUp) => self.at = self.at.saturating_sub(PAGE),
            Some(Command::PageDown) => self.at = (self.at + PAGE).min(last),
            Some(Command::Back) => self.open = false,
            Some(_) | None => {}
        }
    }

    /// Below the form: as many as there is room for, or only how many there are.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, desk: &Desk) {
        let (theme, words) = (&desk.theme, &desk.words);
        if self.fits.is_empty() || area.height == 0 {
            return;
        }
        let (dim, count) = (theme.ink(Ink::Dim), self.fits.len());
        let head = words.tell("lesson-fit", &[("count", count.into())]);
        let style = theme.ink(Ink::Good).add_modifier(Modifier::BOLD);
        let key = words.say("lesson-read");
        let end = paint::put_right(buf, area, area.right(), area.y, &key, dim);
        paint::put(buf, area, area.x, area.y, &head, style, end.saturating_sub(area.x + 2));
        let body = Rect { y: area.y + 1, height: area.height - 1, ..area };
        let mut y = body.y;
        for lesson in self.lessons() {
            if y + 2 > body.bottom() {
                break;
            }
            self.head(buf, Rect { y, height: 1, ..body }, lesson, desk);
            let below = clean_line(&beside(lesson, desk)).into_owned();
            let wide = body.width.saturating_sub(2);
            paint::put(buf, body, body.x + 2, y + 1, &fit(&below, usize::from(wide)), dim, wide);
            y += 2;
        }
    }

    /// A lesson on one row, with in how many labs it was named.
    fn head(&self, buf: &mut Buffer, row: Rect, lesson: &Lesson, desk: &Desk) {
        let (theme, text) = (&desk.theme, clean_line(&lesson.text).into_owned());
        paint::put(buf, row, row.x, row.y, theme.glyphs.lesson, theme.ink(Ink::Good), 1);
        let end =
            paint::put_right(buf, row, row.right(), row.y, &lesson.told_named(&desk.words), theme.ink(Ink::Accent));
        let wide = end.saturating_sub(row.x + 4);
        paint::put(buf, row, row.x + 2, row.y, &fit(&text, usize::from(wide)), theme.ink(Ink::Text), wide);
    }

    /// All of them: a list, and below it the one that is chosen in full.
    pub fn draw_open(&self, buf: &mut Buffer, desk: &Desk) {
        let theme = &desk.theme;
        let title = desk.words.tell("lesson-fit", &[("count", self.fits.len().into())]);
        let room = desk.area.height.saturating_sub(5);
        let wide = WIDE.min(desk.area.width.saturating_sub(2));
        let high = (self.fits.len() as u16).min((room / 3).max(1));
        // as high as the longest needs, so that it does not jump from one to the next
        let text = usize::from(wide.saturating_sub(4)).max(1);
        let told = self.lessons().map(|lesson| rows(lesson, text, usize::MAX, desk).len()).max().unwrap_or(0);
        let told = (told as u16).min(room.saturating_sub(high + 1));
        let inner = sheet(buf, desk, wide, high + 1 + told + 2, &title);
        let list = Rect { height: high.min(inner.height), ..inner };
        let first = (self.at + 1).saturating_sub(usize::from(high));
        for (nth, lesson) in self.lessons().enumerate().skip(first).take(usize::from(high)) {
            let row = Rect { y: list.y + (nth - first) as u16, height: 1, ..list };
            self.head(buf, row, lesson, desk);
            if nth == self.at {
                buf.set_style(Rect::new(row.x.saturating_sub(1), row.y, row.width + 2, 1), theme.chosen());
            }
        }
        paint::rule(buf, inner, list.bottom(), theme);
        let below = self.fits.len().saturating_sub(first + usize::from(high));
        if below > 0 {
            let more = desk.words.tell("app-more", &[("count", below.into())]);
            paint::put_right(buf, inner, inner.right(), list.bottom(), &format!(" {more}"), theme.ink(Ink::Dim));
        }
        let Some(lesson) = self.lessons().nth(self.at) else { return };
        let y = list.bottom() + 1;
        for (nth, (row, style)) in rows(lesson, text, usize::from(told), desk).into_iter().enumerate() {
            paint::put(buf, inner, inner.x, y + nth as u16, &row, style, inner.width);
        }
    }
}

/// What one must know or under which conditions, or else where it was named.
fn beside(lesson: &Lesson, desk: &Desk) -> String {
    let [know, conditions] =
        [(About::Know, &lesson.know), (About::Conditions, &lesson.conditions)].map(|(about, text)| {
            (!text.is_empty()).then(|| format!("{}: {text}", desk.words.say(about.key()).to_lowercase()))
        });
    let dot = format!(" {} ", desk.theme.glyphs.dot);
    know.or(conditions)
        .into_iter()
        .chain([places(lesson)])
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(&dot)
}

/// Where it was named: the places of the labs, or their names.
fn places(lesson: &Lesson) -> String {
    let mut places: Vec<&str> = Vec::new();
    for lab in &lesson.evidence {
        let place = if lab.place.is_empty() { lab.title.as_str() } else { lab.place.as_str() };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.join(", ")
}

/// A lesson in full, in rows: its words, what is said beside them, and every session in which it was named; at most so many.
fn rows(lesson: &Lesson, wide: usize, most: usize, desk: &Desk) -> Vec<(String, Style)> {
    let (theme, words) = (&desk.theme, &desk.words);
    let (plain, dim) = (theme.ink(Ink::Text), theme.ink(Ink::Dim));
    let mut rows: Vec<(String, Style)> = Vec::new();
    let mut put = |text: &str, style: Style| {
        rows.extend(wrap_text(text, wide).into_iter().take(LONG).map(|row| (text[row].trim_end().to_owned(), style)));
    };
    put(&clean_line(&lesson.text), plain.add_modifier(Modifier::BOLD));
    let about = [lesson.counts(words), lesson.by.clone(), lesson.title.clone()];
    let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
    put(&about.join(&format!(" {} ", theme.glyphs.dot)), theme.ink(Ink::Accent));
    let taught = Taught([&lesson.place, &lesson.conditions, &lesson.know].map(String::clone));
    for (label, text) in listing::lore(words, &taught) {
        put(&format!("{label}: {}", clean_line(&text)), plain);
    }
    if most > rows.len() + lesson.evidence.len() + lesson.themed.len() {
        rows.push((String::new(), plain));
    }
    let only = format!(" {} {}", theme.glyphs.dot, words.say("lesson-only-theme"));
    let labs = lesson.evidence.iter().map(|lab| (lab, "")).chain(lesson.themed.iter().map(|lab| (lab, only.as_str())));
    let labs = labs.map(|(lab, only)| {
        let place = if lab.place.is_empty() { String::new() } else { format!(" {} {}", theme.glyphs.dot, lab.place) };
        let text = format!("{}  {}{place}{only}", dates::date_short(lab.date, words.lang()), lab.title);
        (fit(&clean_line(&text), wide).into_owned(), dim)
    });
    rows.extend(labs);
    if rows.len() > most {
        let more = words.tell("app-more", &[("count", (rows.len() - most + 1).into())]);
        rows.truncate(most.saturating_sub(1));
        rows.push((more, dim));
    }
    rows
}
