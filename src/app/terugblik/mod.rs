//! Terugblik: all sessions, and search as you type through everything that was ever saved.
//!
//! What was said is read on a thread of the loop when this opens, and comes in shelves, the newest sessions first; every key
//! is answered from those that are here. With nothing typed it lists the sessions, sorted. Lies over the home screen, which
//! is there again when it closes. Not for one table (Ctrl+F there finds what was said at it).

mod draw;

use super::{Desk, Effect, over::Deed};
use crate::{
    search::{Hit, Lab, Query, Shelf, Sieve},
    text::{Editor, Op, clean_line, fold},
    ui::{Command, typing},
    words::parse_since,
};
use chrono::NaiveDate;
use crossterm::event::KeyEvent;

/// The most lines that are shown; all are counted.
const MOST: usize = 400;

/// A part of what was ever saved, as it comes in.
#[derive(Debug, Default)]
pub struct Recall {
    /// Its lines.
    pub shelf: Shelf,
    /// How many sessions there are in all.
    pub of: usize,
    /// Whether it is the last.
    pub last: bool,
    /// What could not be read, in sentences.
    pub troubles: Vec<String>,
}

/// What is typed where, in the order of Tab.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Field {
    Words,
    Kind,
    Party,
    Since,
    Place,
}

/// The fields with the keys of their labels.
const FIELDS: [(Field, &str); 5] = [
    (Field::Words, "terugblik-words"),
    (Field::Kind, "terugblik-kind"),
    (Field::Party, "terugblik-party"),
    (Field::Since, "terugblik-since"),
    (Field::Place, "terugblik-place"),
];

/// In which order the sessions stand, and the lines by the session they are of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Order {
    Date,
    Title,
    Place,
}

/// A row that can be chosen.
#[derive(Clone, Copy, Debug)]
enum Row {
    /// A session: of which shelf, and which.
    Lab(usize, usize),
    /// A line: of which shelf, and which.
    Line(usize, u32),
}

/// Looking back.
pub struct Terugblik {
    fields: [Editor; FIELDS.len()],
    at: usize,
    literal: bool,
    order: Order,
    shelves: Vec<Shelf>,
    of: usize,
    done: bool,
    troubles: Vec<String>,
    /// What is looked for, as it was found last.
    query: Query,
    typos: bool,
    /// Whether the day that is typed is none.
    no_day: bool,
    rows: Vec<Row>,
    count: usize,
    chosen: usize,
}

impl Terugblik {
    /// Opens it: asks for all that was ever saved.
    pub fn new(desk: &mut Desk) -> Self {
        desk.ask(Effect::Recall);
        Self {
            fields: Default::default(),
            at: 0,
            literal: false,
            order: Order::Date,
            shelves: Vec::new(),
            of: 0,
            done: false,
            troubles: Vec::new(),
            query: Query::default(),
            typos: false,
            no_day: false,
            rows: Vec::new(),
            count: 0,
            chosen: 0,
        }
    }

    /// Takes in a part of what was saved.
    pub fn recalled(&mut self, recall: Recall, desk: &Desk) {
        self.of = recall.of;
        self.done |= recall.last;
        self.troubles.extend(recall.troubles);
        if !recall.shelf.is_empty() {
            self.shelves.push(recall.shelf);
        }
        let chosen = self.chosen;
        self.look(desk);
        self.chosen = chosen.min(self.rows.len().saturating_sub(1));
    }

    /// Takes a key; says whether it closes, and what is to be done.
    pub fn on(&mut self, command: Option<Command>, key: &KeyEvent, desk: &mut Desk) -> (bool, Option<Deed>) {
        let last = self.rows.len().saturating_sub(1);
        match command {
            Some(Command::Back) => return (!self.clear(desk), None),
            Some(Command::Open) => return (false, self.open(desk)),
            Some(Command::Up) => self.chosen = self.chosen.checked_sub(1).unwrap_or(last),
            Some(Command::Down) => self.chosen = if self.chosen >= last { 0 } else { self.chosen + 1 },
            Some(Command::PageUp) => self.chosen = self.chosen.saturating_sub(10),
            Some(Command::PageDown) => self.chosen = (self.chosen + 10).min(last),
            Some(Command::NextBlank) => self.at = (self.at + 1) % FIELDS.len(),
            Some(Command::PrevBlank) => self.at = (self.at + FIELDS.len() - 1) % FIELDS.len(),
            Some(Command::Literally) => {
                self.literal = !self.literal;
                self.look(desk);
            }
            Some(Command::SortSessions) => {
                self.order = match self.order {
                    Order::Date => Order::Title,
                    Order::Title => Order::Place,
                    Order::Place => Order::Date,
                };
                self.look(desk);
            }
            Some(_) => {}
            None => {
                if let Some(op) = typing::op(key) {
                    self.edit(&op, desk);
                }
            }
        }
        (false, None)
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, desk: &Desk) {
        self.edit(&Op::Insert(clean_line(text).into_owned()), desk);
    }

    fn edit(&mut self, op: &Op, desk: &Desk) {
        let before = self.fields[self.at].text().len();
        let altered = self.fields[self.at].apply(op);
        // moving the caret finds nothing else
        if altered && (before != self.fields[self.at].text().len() || matches!(op, Op::Insert(_))) {
            self.look(desk);
        }
    }

    /// Empties what is typed; says whether there was anything.
    fn clear(&mut self, desk: &Desk) -> bool {
        let typed = self.fields.iter().any(|field| !field.is_empty());
        self.fields = Default::default();
        self.at = 0;
        self.look(desk);
        typed
    }

    fn text(&self, wanted: Field) -> &str {
        FIELDS.iter().position(|(field, _)| *field == wanted).map_or("", |at| self.fields[at].text().trim())
    }

    fn sieve(&self, since: Option<NaiveDate>) -> Sieve {
        Sieve {
            session: None,
            kind: self.text(Field::Kind).to_owned(),
            party: self.text(Field::Party).to_owned(),
            since,
            place: self.text(Field::Place).to_owned(),
        }
    }

    /// Looks anew, in all that is here.
    fn look(&mut self, desk: &Desk) {
        let typed = self.text(Field::Words);
        self.query = if self.literal { Query::literal(typed) } else { Query::new(typed) };
        let day = self.text(Field::Since);
        let since = parse_since(day, desk.now.date(), desk.words.lang());
        self.no_day = !day.is_empty() && since.is_none();
        let sieve = self.sieve(since);
        self.chosen = 0;
        self.typos = false;
        if self.query.is_empty() && !sieve.asks_of_lines() {
            self.list(&sieve);
            return;
        }
        self.find(&sieve);
        if self.count == 0 && self.query.may_err() {
            self.typos = true;
            self.find(&sieve);
        }
    }

    fn find(&mut self, sieve: &Sieve) {
        (self.rows, self.count) = (Vec::new(), 0);
        let mut lines: Vec<(usize, u32)> = Vec::new();
        for (at, shelf) in self.shelves.iter().enumerate() {
            // they are found by date: in another order the first may be among the last
            let most = if self.order == Order::Date { MOST - lines.len() } else { usize::MAX };
            let found = shelf.find(&self.query, sieve, self.typos, most);
            self.count += found.count;
            lines.extend(found.rows.into_iter().map(|row| (at, row)));
        }
        if self.order != Order::Date {
            let mut ranks: Vec<Vec<usize>> = self.shelves.iter().map(|shelf| vec![0; shelf.labs().len()]).collect();
            self.labs(sieve).into_iter().enumerate().for_each(|(rank, (at, nth, _))| ranks[at][nth] = rank);
            lines.sort_by_key(|(at, row)| self.shelves[*at].lab_of(*row).map(|nth| ranks[*at][nth]));
            lines.truncate(MOST);
        }
        self.rows = lines.into_iter().map(|(at, row)| Row::Line(at, row)).collect();
    }

    /// The sessions that come through, in the order that is asked for.
    fn labs(&self, sieve: &Sieve) -> Vec<(usize, usize, &Lab)> {
        let all = self.shelves.iter().enumerate();
        let labs = all.flat_map(|(at, shelf)| shelf.labs().iter().enumerate().map(move |(nth, lab)| (at, nth, lab)));
        let mut labs: Vec<(usize, usize, &Lab)> = labs.filter(|(_, _, lab)| sieve.lets_in(lab)).collect();
        match self.order {
            Order::Date => labs.sort_by(|(.., a), (.., b)| (b.date, &a.id).cmp(&(a.date, &b.id))),
            Order::Title => labs.sort_by_cached_key(|(.., lab)| (fold(&lab.title), lab.date)),
            Order::Place => labs.sort_by_cached_key(|(.., lab)| (fold(&lab.place), fold(&lab.title), lab.date)),
        }
        labs
    }

    fn list(&mut self, sieve: &Sieve) {
        let labs = self.labs(sieve);
        let rows: Vec<Row> = labs.into_iter().map(|(at, nth, _)| Row::Lab(at, nth)).collect();
        (self.count, self.rows) = (rows.len(), rows);
    }

    fn lab(&self, row: Row) -> Option<&Lab> {
        match row {
            Row::Lab(at, nth) => self.shelves.get(at)?.labs().get(nth),
            Row::Line(..) => self.hit(row).map(|hit| hit.lab),
        }
    }

    fn hit(&self, row: Row) -> Option<Hit<'_>> {
        match row {
            Row::Lab(..) => None,
            Row::Line(at, line) => self.shelves.get(at)?.hit(line),
        }
    }

    fn open(&self, desk: &mut Desk) -> Option<Deed> {
        let row = *self.rows.get(self.chosen)?;
        let id = self.lab(row)?.id.clone();
        match self.hit(row).and_then(|hit| Some((hit.table, hit.entry()?))) {
            Some((table, entry)) => {
                // there one is at the entry, or in the harvest that it is of
                desk.goal = Some(entry);
                desk.ask(Effect::Open(id, Some(table).filter(|table| table.is_table())));
                None
            }
            None => Some(Deed::Open(id)),
        }
    }
}
