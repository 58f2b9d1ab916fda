//! The form of a session: all of it on one calm screen, with defaults good enough to press Enter at once.

use super::{Deed, Done, offer::Offer};
use crate::{
    app::{Desk, canvas::close_rows},
    record::{Now, Parties, SessionId},
    search::{Lesson, about},
    session::Head,
    text::{Editor, Op, clean_line, width},
    ui::{
        Command, line,
        paint::{self, Header},
        theme::Ink,
        typing,
    },
    words::{dates, parse_date},
    workshop::Workshop,
};
use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Fresh {
    /// The workshop that is held.
    pub workshop: Workshop,
    /// What the session is called.
    pub title: String,
    /// When.
    pub date: NaiveDate,
    /// Where.
    pub place: String,
    /// How many tables.
    pub tables: u32,
    /// Who sits at them.
    pub parties: Parties,
}

/// What the form is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// A session that is to be made.
    New,
    /// The session that is open.
    Alter,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Field {
    Title,
    Date,
    Place,
    Tables,
    Parties,
}

const FIELDS: [(Field, &str); 5] = [
    (Field::Title, "fresh-title"),
    (Field::Date, "fresh-date"),
    (Field::Place, "fresh-place"),
    (Field::Tables, "fresh-tables"),
    (Field::Parties, "fresh-parties"),
];

/// The form of a session.
#[derive(Clone, Debug)]
pub struct Form {
    workshop: Workshop,
    purpose: Purpose,
    fields: [Editor; 5],
    at: usize,
    /// Whether the field still holds what the program put there: the first key then replaces it.
    fresh: [bool; 5],
    /// What the field with the cursor cannot be read as.
    wrong: Option<&'static str>,
    /// The session that is open; nothing for a new one.
    own: Option<SessionId>,
    /// The lessons that fit.
    offer: Offer,
}

impl Form {
    /// The form of a new session, filled in with what is likely.
    pub fn new(workshop: Workshop, now: Now, desk: &Desk) -> Self {
        let title = workshop.title.clone();
        let parties = workshop.parties.join(", ");
        let date = dates::date_long(now.date(), desk.words.lang());
        let fields = [title, date, String::new(), "1".into(), parties].map(|text| Editor::with_text(&text));
        Self {
            workshop,
            purpose: Purpose::New,
            fields,
            at: 0,
            fresh: [true; 5],
            wrong: None,
            own: None,
            offer: Offer::default(),
        }
    }

    /// The form of a session that is open.
    pub fn of(head: &Head, desk: &Desk) -> Self {
        let named = |party: &crate::record::Party| {
            if party.seats > 0 { format!("{} {}", party.label, party.seats) } else { party.label.clone() }
        };
        let parties = head.parties.0.iter().map(named).collect::<Vec<_>>().join(", ");
        let date = dates::date_long(head.date, desk.words.lang());
        let fields = [head.title.clone(), date, head.place.clone(), head.tables.to_string(), parties];
        let fields = fields.map(|text| Editor::with_text(&text));
        Self {
            workshop: head.workshop.clone(),
            purpose: Purpose::Alter,
            fields,
            at: 0,
            fresh: [false; 5],
            wrong: None,
            own: Some(head.id.clone()),
            offer: Offer::default(),
        }
    }

    /// Takes in the lessons of all sessions; those of the session itself are no news to it.
    pub fn offer(&mut self, shelf: Vec<Lesson>) {
        let others = shelf.into_iter().filter(|lesson| Some(&lesson.lab.id) != self.own.as_ref());
        self.offer.take(others.collect());
        self.suit();
    }

    /// Whether the lessons lie on top, to be read.
    pub fn is_reading(&self) -> bool {
        self.offer.open
    }

    /// Looks which lessons fit what is filled in.
    fn suit(&mut self) {
        let parties = Parties::named(self.text(Field::Parties).split([',', ';']));
        let parties: Vec<String> = parties.0.into_iter().map(|party| party.label).collect();
        let about = about(self.text(Field::Title), &self.workshop);
        self.offer.suit(&parties, &about);
    }

    pub(super) fn on(&mut self, command: Option<Command>, key: &KeyEvent, desk: &mut Desk) -> Done {
        if self.is_reading() {
            self.offer.on(command);
            return Done::No;
        }
        match command {
            Some(Command::Lessons) => self.offer.read(),
            Some(Command::Start) => return self.start(desk),
            Some(Command::NextBlank | Command::Down) => self.go((self.at + 1) % FIELDS.len()),
            Some(Command::PrevBlank | Command::Up) => self.go((self.at + FIELDS.len() - 1) % FIELDS.len()),
            Some(_) => {}
            None => {
                if let Some(op) = typing::op(key) {
                    self.wrong = None;
                    self.edit(&op);
                } else if key.code == crossterm::event::KeyCode::Home {
                    self.edit(&Op::Start);
                } else if key.code == crossterm::event::KeyCode::End {
                    self.edit(&Op::End);
                }
            }
        }
        Done::No
    }

    /// A key in the field with the cursor. Typing over what the program put there replaces it, as in any form; moving in it
    /// first keeps it.
    fn edit(&mut self, op: &Op) {
        let fresh = std::mem::take(&mut self.fresh[self.at]);
        if fresh && matches!(op, Op::Insert(_)) {
            self.fields[self.at].apply(&Op::Set(String::new()));
        }
        self.fields[self.at].apply(op);
        if matches!(FIELDS[self.at].0, Field::Title | Field::Parties) {
            self.suit();
        }
    }

    fn go(&mut self, at: usize) {
        self.at = at;
        self.wrong = None;
    }

    pub(super) fn paste(&mut self, text: &str) {
        if self.is_reading() {
            return;
        }
        self.edit(&Op::Insert(clean_line(text).into_owned()));
    }

    fn text(&self, field: Field) -> &str {
        let at = FIELDS.iter().position(|(other, _)| *other == field).unwrap_or(0);
        self.fields[at].text().trim()
    }

    fn start(&mut self, desk: &Desk) -> Done {
        let Some(date) = parse_date(self.text(Field::Date), desk.now.date(), desk.words.lang()) else {
            return self.refuse(Field::Date, "fresh-wrong-date");
        };
        let tables = match self.text(Field::Tables) {
            "" => Some(1),
            text => text.parse().ok().filter(|count| (1..=Head::MOST_TABLES).contains(count)),
        };
        let Some(tables) = tables else { return self.refuse(Field::Tables, "fresh-wrong-tables") };
        let title = self.text(Field::Title);
        let fresh = Fresh {
            title: if title.is_empty() { self.workshop.title.clone() } else { title.to_owned() },
            date,
            place: self.text(Field::Place).to_owned(),
            tables,
            parties: Parties::named(self.text(Field::Parties).split([',', ';'])),
            workshop: self.workshop.clone(),
        };
        Done::Deed(match self.purpose {
            Purpose::New => Deed::Create(Box::new(fresh)),
            Purpose::Alter => Deed::Details(Box::new(fresh)),
        })
    }

    fn refuse(&mut self, field: Field, why: &'static str) -> Done {
        self.at = FIELDS.iter().position(|(other, _)| *other == field).unwrap_or(0);
        self.wrong = Some(why);
        Done::No
    }

    pub(super) fn draw(&self, buf: &mut Buffer, desk: &Desk) -> (u16, u16) {
        let theme = &desk.theme;
        let area = Rect { height: desk.area.height.saturating_sub(1), ..desk.area };
        super::clear(buf, area);
        buf.set_style(area, theme.ground());
        let title = desk.words.say(match self.purpose {
            Purpose::New => "fresh-heading",
            Purpose::Alter => "fresh-alter",
        });
        Header { title: &title, right: &[], progress: None }.draw(buf, area, theme, &desk.words.say("app-name"));
        let wide = area.width.saturating_sub(8).min(92);
        let left = area.x + (area.width - wide) / 2;
        let body = Rect::new(left, 0, wide, area.height);
        let bold = theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
        let mut y = if area.height >= 20 { 4 } else { 3 };
        paint::put(buf, body, left, y, &self.workshop.title, bold, wide);
        let minutes = dates::minutes(i64::from(self.workshop.minutes()));
        paint::put_right(buf, body, body.right(), y, &minutes, theme.ink(Ink::Dim));
        paint::put(buf, body, left, y + 1, &self.workshop.summary, theme.ink(Ink::Dim), wide);
        y += 3;
        let labels: Vec<String> = FIELDS.iter().map(|(_, key)| desk.words.say(key)).collect();
        let column = labels.iter().map(|label| width(label)).max().unwrap_or(0) as u16 + 3;
        let gap = u16::from(area.height >= 22);
        let mut caret = (left, y);
        for (nth, label) in labels.iter().enumerate() {
            let here = nth == self.at;
            let style = if here { theme.ink(Ink::Accent).add_modifier(Modifier::BOLD) } else { theme.ink(Ink::Dim) };
            paint::put(buf, body, left, y, label, style, column);
            let field = Rect::new(left + column, y, wide.saturating_sub(column), 1);
            let rows = if here { field } else { Rect { height: 1, ..field } };
            if here {
                buf.set_style(Rect::new(left.saturating_sub(2), y, wide + 4, 1), theme.chosen());
            }
            // what will be replaced by the first key is marked, as a selection is
            let replaced = here && self.fresh[nth] && !self.fields[nth].is_empty();
            let style = theme.ink(Ink::Text);
            let style = if replaced { style.add_modifier(Modifier::UNDERLINED) } else { style };
            let at = line::draw(buf, rows, &self.fields[nth], style);
            if here {
                caret = at;
            } else if self.fields[nth].is_empty() {
                paint::put(buf, field, field.x, y, theme.glyphs.more, theme.ink(Ink::Faint), 3);
            }
            y += 1 + gap;
        }
        y += 1;
        let (text, ink) = match self.wrong {
            Some(why) => (desk.words.say(why), Ink::Warn),
            None => (desk.words.say("fresh-later"), Ink::Dim),
        };
        for row in crate::text::wrap_text(&text, usize::from(wide.max(1))) {
            paint::put(buf, body, left, y, &text[row], theme.ink(ink), wide);
            y += 1;
        }
        y += gap;
        let below = Rect { y, height: body.bottom().saturating_sub(y), ..body };
        self.offer.draw(buf, below, desk);
        if self.offer.open {
            self.offer.draw_open(buf, desk);
        }
        close_rows(buf); // it covers the canvas, on which that was done
        caret
    }
}
