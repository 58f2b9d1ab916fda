//! Tafel, the heart: capture at the speed of talk.
//!
//! A line at the bottom always has the cursor; Enter saves. Everything typed is a [`Step`] and everything said a `Change`,
//! and both go to the journal before the screen shows them.
//!
//! `act` does what a key or a choice means, `board` holds a board, `room` what alters the room, `looking` what others do, `lists` puts something to choose from on top,
//! `typing` is the line, `suggest` completes marks, `layout` says what stands
//! where, `window` which of it is in view, `draw` paints it.

mod act;
mod bar;
mod board;
mod code;
mod draw;
mod layout;
mod lesson;
mod lists;
mod looking;
mod oogst;
mod past;
mod rail;
mod regie;
mod room;
mod suggest;
mod typing;
mod undo;
mod verslag;
mod window;

use super::{
    Desk,
    effect::{Effect, Seat},
    oogst::Oogst,
    over::Deed,
    regie::Regie,
    verslag::Verslag,
};
use crate::{
    form::{Kind, Place, Scope, Which},
    record::{Deed as Why, EntryId, FactKey, PartyId, RoundId, TableId, Touch, Value},
    session::{Clock, Hold, Last, Log, Session, Step, Table},
    text::{Goal, Op},
    ui::{Command, Where, keys},
    workshop::Round,
};
use bar::Safe;
use crossterm::event::KeyEvent;
use layout::Page;
use std::collections::HashMap;
use suggest::Suggest;

/// A table of the session that is open.
pub struct Tafel {
    /// The session, all tables of it.
    pub session: Session,
    /// The table that is shown.
    pub table: TableId,
    clock: Clock,
    /// Where what is typed can go, over all rounds, each with its round.
    places: Vec<(usize, Place)>,
    page: Page,
    goal: Goal,
    suggest: Option<Suggest>,
    /// Whether suggestions were shown before the last key.
    suggested: bool,
    aim: Option<(Aim, EntryId)>,
    /// The place to go back to after a sigil of another round.
    before: Option<(crate::record::BlockId, crate::record::CategoryId)>,
    seats: HashMap<TableId, Seat>,
    /// Where one wants to be at a table where it is not known yet who writes.
    arriving: Option<code::Way>,
    safe: Safe,
    /// By how many milliseconds the clock leapt ahead last, with nothing happening meanwhile.
    leapt: i64,
    /// The table as it was, while somebody looks at that.
    then: Option<Box<past::Back>>,
    /// The facilitator's door, while it is that one sees.
    regie: Option<Box<Regie>>,
    /// The harvest, since it was opened first.
    oogst: Option<Box<Oogst>>,
    /// The report, since it was opened first.
    verslag: Option<Box<Verslag>>,
}

/// A round that began so many seconds ago is still the same evening.
const LATE: i64 = 12 * 3600;

/// What choosing another entry will do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Aim {
    /// Put the two together.
    Merge,
    /// Hang the one under the other.
    Hang,
}

impl Tafel {
    /// Sits down at a table.
    pub fn open(session: Session, table: TableId, desk: &mut Desk) -> Self {
        let table = if table.is_table() && session.table(table).is_some() { table } else { TableId(1) };
        let mut tafel = Self::at_table(session, table);
        desk.ask(Effect::Sit(table));
        tafel.forget_layout(desk);
        tafel.remember(desk);
        tafel
    }

    /// A table of a session, of which nothing was laid out yet.
    fn at_table(session: Session, table: TableId) -> Self {
        let clock = Clock::at_table(&session, table);
        Self {
            session,
            table,
            clock,
            places: Vec::new(),
            page: Page::default(),
            goal: Goal::default(),
            suggest: None,
            suggested: false,
            aim: None,
            before: None,
            seats: HashMap::new(),
            arriving: None,
            safe: Safe::Fresh,
            leapt: 0,
            then: None,
            regie: None,
            oogst: None,
            verslag: None,
        }
    }

    /// The table that is shown.
    fn at(&self) -> &Table {
        self.session.table(self.table).expect("the table that is shown is one of the session's")
    }

    fn scope<'a>(&'a self, desk: &'a Desk) -> Scope<'a> {
        Scope {
            records: &self.at().records,
            parties: &self.session.head.parties,
            words: &desk.words,
            room: &self.session,
            table: self.table.0,
            each: None,
            rotate: None,
            public: false,
        }
    }

    /// Computes again where things can go: the language, the table or its categories changed.
    pub fn forget_layout(&mut self, desk: &Desk) {
        let rounds = self.session.head.workshop.rounds.iter().enumerate();
        let scope = self.scope(desk);
        self.places =
            rounds.flat_map(|(at, round)| round.places(scope).into_iter().map(move |place| (at, place))).collect();
        self.page = Page::default();
    }

    /// Computes again where things can go, and leaves the view where it is: what was said makes other cases.
    fn cases_changed(&mut self, desk: &Desk) {
        let page = std::mem::take(&mut self.page);
        self.forget_layout(desk);
        self.page = page;
        self.page.forget_rows();
    }

    /// Whether what is said makes other cases: some block is repeated for what was said, drawn or judged.
    fn has_cases(&self) -> bool {
        self.places.iter().any(|(_, place)| place.which != Which::All)
            || self.session.head.workshop.rounds.iter().any(Round::is_repeated)
    }

    /// The round that is shown, as an index.
    fn round_at(&self) -> usize {
        let chosen = self.at().desk.round.as_ref().and_then(|id| self.session.head.workshop.round_at(id));
        chosen.or(self.clock.running()).unwrap_or(0)
    }

    /// The round that is shown; a workshop without rounds has an empty one.
    fn round(&self) -> Option<&Round> {
        self.session.head.workshop.rounds.get(self.round_at())
    }

    /// The places of the round that is shown, each with its index among all places.
    fn here(&self) -> impl Iterator<Item = (usize, &Place)> {
        let round = self.round_at();
        let (cases, at) = self.cases();
        let case = cases.get(at).map(|(key, _)| (*key).to_owned());
        let of_round = self.places.iter().enumerate().filter(move |(_, (at, _))| *at == round);
        of_round.map(|(nth, (_, place))| (nth, place)).filter(move |(_, place)| match &place.which {
            Which::All => true,
            Which::Case(own) => Some(&own.key) == case.as_ref(),
            Which::Elsewhere(_) => self.session.table(self.table).is_some_and(|table| {
                table.records.listed(&place.block, &place.category).any(|entry| place.which.holds(entry))
            }),
        })
    }

    /// Where the line goes, with its round: the place of the entry in hand, the one that was chosen, or the round's first.
    fn place_now(&self) -> Option<(usize, &Place)> {
        let desk = &self.at().desk;
        let of_entry = match &desk.hold {
            Hold::Reword(id) => self.at().records.entry(id),
            Hold::New => None,
        };
        let found = match (of_entry, &desk.place) {
            (Some(entry), _) => self.places.iter().find(|(_, place)| place.holds(entry)),
            // of a block that is repeated, the place of the case that is shown
            (None, Some((block, category))) => {
                let shown = self.here().find(|(_, place)| place.is(block, category)).map(|(nth, _)| nth);
                let any = || self.places.iter().position(|(_, place)| place.is(block, category));
                shown.or_else(any).and_then(|nth| self.places.get(nth))
            }
            (None, None) => None,
        };
        let found = found.or_else(|| {
            let nth = self.first_place()?;
            self.places.get(nth)
        });
        found.map(|(round, place)| (*round, place))
    }

    /// The place that the round begins with: the first that is not its notes or quotes, if it has one.
    fn first_place(&self) -> Option<usize> {
        let own = self.here().find(|(_, place)| !place.quiet).map(|(nth, _)| nth);
        own.or_else(|| self.here().next().map(|(nth, _)| nth))
    }

    /// Where the keyboard goes.
    pub fn place(&self) -> Where {
        if self.reporting().is_some() {
            Where::Verslag
        } else if let Some(oogst) = self.harvesting() {
            oogst.place(&self.session)
        } else if self.regie.is_some() {
            Where::Regie
        } else if self.then.is_some() {
            Where::Past
        } else if self.aim.is_some() {
            Where::Aim
        } else if self.at().desk.chosen.is_some() {
            Where::Entry
        } else if self.is_on_board() {
            Where::Board
        } else {
            Where::Line
        }
    }

    /// Takes a key; says what is asked of the whole program, and whether only the line is different.
    pub fn on(&mut self, command: Option<Command>, key: &KeyEvent, desk: &mut Desk) -> (Option<Deed>, bool) {
        if self.reporting().is_some() {
            return (self.at_report(command, key, desk), false);
        }
        if command == Some(Command::Verslag) {
            self.report(desk);
            return (None, false);
        }
        if self.harvesting().is_some() {
            return (self.at_harvest(command, key, desk), false);
        }
        if command == Some(Command::Oogst) {
            self.reap_what_was_said(desk);
            return (None, false);
        }
        if let Some(regie) = self.regie.take() {
            let Some(command) = command else {
                self.regie = Some(regie);
                return (None, false);
            };
            return (self.at_regie(regie, command, desk), false);
        }
        if self.then.is_some() {
            self.look_on(command, key, desk);
            return (None, false);
        }
        self.suggested = self.suggest.is_some();
        match command {
            Some(command) => (self.command(command, key, desk), false),
            None if self.aim.is_some() => (None, false),
            None if self.looks_on() => match crate::ui::typing::op(key) {
                Some(Op::Insert(words)) => (self.offer(&words, desk), false),
                Some(_) | None => (None, false),
            },
            None => (None, self.type_key(key, desk)),
        }
    }

    /// Takes a step at the desk, written down first.
    fn step(&mut self, step: Step, desk: &mut Desk) {
        if self.looks_on() && self.look_elsewhere(&step) || self.refuses(desk) {
            return;
        }
        let table = self.table;
        desk.ask(Effect::Write(table, Box::new(Log::Step(step.clone()))));
        if let Some(table) = self.session.table_mut(table) {
            table.desk.step(&step);
        }
    }

    /// Alters what was said, written down first. Says whether anything was altered.
    fn alter(&mut self, touches: Vec<Touch>, why: Why, desk: &mut Desk) -> bool {
        if touches.is_empty() || self.refuses(desk) {
            return false;
        }
        let facts = touches.iter().any(|touch| matches!(touch, Touch::Fact { .. }));
        let id = self.table;
        let Session { tables, mint, .. } = &mut self.session;
        let Some(table) = tables.iter_mut().find(|table| table.id == id) else { return false };
        let Some(change) = table.alter(touches, why, mint, desk.now) else { return false };
        desk.ask(Effect::Write(id, Box::new(Log::Change(Box::new(change)))));
        if facts {
            self.facts_changed(desk);
        } else if self.has_cases() {
            self.cases_changed(desk);
        }
        true
    }

    fn facts_changed(&mut self, desk: &Desk) {
        self.clock = Clock::at_table(&self.session, self.table);
        self.cases_changed(desk);
    }

    /// Sets facts that nobody said, such as the clock; undo passes them by.
    fn keep(&mut self, facts: Vec<(FactKey, Option<Value>)>, desk: &mut Desk) {
        let records = &self.at().records;
        let touches = facts.into_iter().map(|(key, value)| records.touch_fact(key, value)).collect();
        self.alter(touches, Why::Kept, desk);
    }

    /// The name of the table that is shown.
    fn table_name(&self, desk: &Desk) -> String {
        table_name(&self.session, self.table, desk)
    }

    /// Remembers where one is, for the next time the session is opened.
    fn remember(&self, desk: &mut Desk) {
        let round = self.round_at() + 1;
        desk.ask(Effect::Remember(Last { table: self.table, round, at: desk.now.millis }));
    }

    /// How many of a party sit at this table; 0 is not known.
    fn seated_here(&self, party: &PartyId) -> u32 {
        let here = self.at().records.number(&FactKey::Seats(party.clone()));
        let usual = self.session.head.parties.get(party).map_or(0, |party| party.seats);
        here.map_or(usual, |count| count.clamp(0.0, 99.0) as u32)
    }

    /// Goes to a round, and starts its clock if it is the next one to be held.
    fn go_round(&mut self, at: usize, desk: &mut Desk) {
        let Some(round) = self.session.head.workshop.rounds.get(at).map(|round| round.id.clone()) else { return };
        self.leave_slot(desk);
        self.step(Step::Round(round.clone()), desk);
        self.settle_place(desk);
        let next = self.clock.running().is_some_and(|running| at > running) && !self.clock.began(at);
        if next && self.is_today(desk) {
            self.keep(Clock::start(&round, desk.now.millis), desk);
        }
        self.remember(desk);
    }

    /// Starts the clock with the first thing said, if nobody did.
    fn start_clock_if_forgotten(&mut self, desk: &mut Desk) {
        if self.clock.running().is_none() && self.is_today(desk) {
            self.start_clock(desk);
        }
    }

    fn start_clock(&mut self, desk: &mut Desk) {
        if let Some(round) = self.round().map(|round| round.id.clone()) {
            self.keep(Clock::start(&round, desk.now.millis), desk);
        }
    }

    fn pause_clock(&mut self, desk: &mut Desk) {
        let round = self.round_id();
        let facts = self.clock.pause(self.round_at(), &round, desk.now.millis);
        self.keep(facts, desk);
    }

    /// Whether Enter means something here: words stand on the line, or something that was said is chosen.
    pub fn has_typed(&self) -> bool {
        let desk = &self.at().desk;
        !desk.is_blank() || desk.chosen.is_some()
    }

    /// Whether the session is being held: on its day, and on after midnight while a round runs.
    fn is_today(&self, desk: &Desk) -> bool {
        self.session.head.date == desk.now.date()
            || self.running_now(desk).is_some_and(|(running, _)| {
                let over_midnight = self.session.head.date.succ_opt() == Some(desk.now.date());
                over_midnight && running.elapsed < LATE
            })
    }

    fn round_id(&self) -> RoundId {
        self.round().map(|round| round.id.clone()).unwrap_or_default()
    }

    /// Chooses the first place of the round that is shown, and takes a slot's text in hand.
    fn settle_place(&mut self, desk: &mut Desk) {
        if let Some(nth) = self.first_place() {
            self.go_place(nth, desk);
        }
    }

    /// Chooses where the line goes.
    fn go_place(&mut self, nth: usize, desk: &mut Desk) {
        let Some((_, place)) = self.places.get(nth) else { return };
        let (block, category, slot) = (place.block.clone(), place.category.clone(), place.kind == Kind::Slot);
        self.leave_slot(desk);
        self.step(Step::Place(block, category), desk);
        if slot {
            self.take_slot(desk);
        }
    }
}

/// The name of a table: its own, or its number.
pub fn table_name(session: &Session, table: TableId, desk: &Desk) -> String {
    match session.head.names.get(&table) {
        Some(name) => name.clone(),
        None => desk.words.tell("tafel-table", &[("number", (table.0 as usize).into())]),
    }
}

/// The digit of a key such as Alt+3, for going straight to a table.
fn digit(key: &KeyEvent) -> Option<u32> {
    (1..=9).find(|number| keys::is(&format!("Alt+{number}"), key))
}
