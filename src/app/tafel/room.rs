//! What a choice alters about the room: its clock, tables, parties and what the session is called.

use super::{Tafel, code::Way};
use crate::{
    app::{
        Desk,
        effect::{Effect, Seat},
        over::Fresh,
    },
    record::{BlockId, CategoryId, Deed as Why, EntryId, FactKey, Parties, PartyId, RoundId, TableId, Value, handle},
    session::{Clock, Hold, Programme, Step},
    ui::theme::Ink,
};

/// From so many milliseconds on the clock leapt ahead, and was not just looked at late.
const LEAP: i64 = 60_000;
/// From so many milliseconds on the clock went back.
const BACK: i64 = 5_000;

impl Tafel {
    pub(super) fn lengthen(&mut self, by: i64, desk: &mut Desk) {
        let round = self.round_id();
        let extra =
            self.session.tables.iter().filter_map(|table| table.records.facts().get(&FactKey::Extra(round.clone())));
        let extra = extra.max_by(|a, b| a.stamp.cmp(&b.stamp)).and_then(|fact| fact.value.clone());
        let extra = if let Some(Value::Number(extra)) = extra { extra as i64 } else { 0 };
        self.keep(vec![(FactKey::Extra(round), Some(Value::Number((extra + by) as f64)))], desk);
    }

    /// The clock of the computer is `by` milliseconds further than when it was looked at last.
    ///
    /// Ahead: the lid was shut, or the clock was set right. The people in the room went on either way, and the round with
    /// them. Back: somebody set the clock; the round goes on where it was, unless that only takes back a leap ahead.
    pub fn clock_leapt(&mut self, by: i64, desk: &mut Desk) {
        if by > LEAP {
            self.leapt = by;
        }
        if by > -BACK {
            return;
        }
        let taken_back = (self.leapt + by).abs() <= LEAP.max(self.leapt / 10);
        self.leapt = 0;
        if taken_back || !matches!(self.seats.get(&self.table), Some(Seat::Ours)) {
            return;
        }
        self.keep(Programme::read(&self.session).shifted(by), desk);
    }

    pub(super) fn go_table(&mut self, table: TableId, desk: &mut Desk) {
        if self.session.table(table).is_none() || table == self.table {
            return;
        }
        self.arriving = self.at().desk.round.clone().map(Way::Round);
        self.leave_slot(desk);
        self.table = table;
        self.clock = Clock::at_table(&self.session, table);
        self.suggest = None;
        self.aim = None;
        desk.ask(Effect::Sit(table));
        self.forget_layout(desk);
        self.remember(desk);
    }

    pub(super) fn seat(&mut self, party: PartyId, count: i32, desk: &mut Desk) {
        self.keep(vec![(FactKey::Seats(party), Some(Value::Number(f64::from(count))))], desk);
    }

    pub(super) fn add_table(&mut self, desk: &mut Desk) {
        let head = &mut self.session.head;
        if head.tables >= crate::session::Head::MOST_TABLES {
            return;
        }
        head.tables += 1;
        let table = TableId(head.tables);
        self.session.seat_tables();
        desk.ask(Effect::Keep(Box::new(self.session.head.clone())));
        self.go_table(table, desk);
    }

    pub(super) fn go_entry(&mut self, id: &EntryId, desk: &mut Desk) {
        let Some(round) = self.at().records.entry(id).map(|entry| entry.home.round.clone()) else { return };
        if round != self.round_id()
            && let Some(at) = self.session.head.workshop.round_at(&round)
        {
            self.go_round(at, desk);
        }
        self.go_case_of(id, desk);
        self.step(Step::Choose(Some(id.clone())), desk);
    }

    pub(super) fn put(
        &mut self,
        id: &EntryId,
        round: &RoundId,
        block: &BlockId,
        category: &CategoryId,
        desk: &mut Desk,
    ) {
        let Some((_, place)) = self.places.iter().find(|(_, place)| place.is(block, category)) else { return };
        let touches = self.at().rehome(id, round, place);
        let label = place.label.clone();
        if matches!(&self.at().desk.hold, Hold::Reword(held) if held == id) {
            self.step(Step::Clear, desk);
        }
        if self.alter(touches, Why::Did, desk) {
            desk.tell(Ink::Good, desk.words.tell("tafel-moved", &[("place", label.into())]));
        }
    }

    pub(super) fn add_party(&mut self, name: &str, desk: &mut Desk) {
        if let Some(party) = self.session.head.parties.add(&crate::text::clean_line(name)) {
            desk.ask(Effect::Keep(Box::new(self.session.head.clone())));
            if self.seated_here(&party) == 0 {
                self.keep(vec![(FactKey::Seats(party), Some(Value::Number(1.0)))], desk);
            }
            self.forget_layout(desk);
        }
    }

    pub(super) fn new_category(&mut self, name: &str, desk: &mut Desk) {
        let Some(block) = self.extendable() else { return };
        let id = CategoryId::new(&format!("own-{}", handle(name)));
        let label = crate::text::clean_line(name).into_owned();
        let touch =
            self.at().records.touch_fact(FactKey::Category(block.clone(), id.clone()), Some(Value::Text(label)));
        self.alter(vec![touch], Why::Did, desk);
        if let Some(nth) = self.places.iter().position(|(_, place)| place.is(&block, &id)) {
            self.go_place(nth, desk);
        }
    }

    /// The first block of the round to which the table may add categories.
    pub(super) fn extendable(&self) -> Option<BlockId> {
        self.round()?.blocks.iter().find_map(|block| {
            let crate::form::Form::Collect(collect) = block else { return None };
            collect.extendable.then(|| collect.id.clone())
        })
    }

    pub(super) fn details(&mut self, fresh: Fresh, desk: &mut Desk) {
        let head = &mut self.session.head;
        head.title = fresh.title;
        head.date = fresh.date;
        head.place = fresh.place;
        // a table that holds something is never taken away
        let held = self
            .session
            .tables
            .iter()
            .filter(|table| !table.records.is_empty())
            .map(|table| table.id.0)
            .max()
            .unwrap_or(1);
        head.tables = fresh.tables.max(held).max(self.table.0);
        for party in &fresh.parties.0 {
            let name = if party.seats > 0 { format!("{} {}", party.label, party.seats) } else { party.label.clone() };
            head.parties.add(&name);
        }
        let wanted = |party: &crate::record::Party| {
            fresh.parties.0.iter().any(|other| crate::text::fold(&other.label) == crate::text::fold(&party.label))
        };
        let spoke: Vec<_> = self
            .session
            .tables
            .iter()
            .flat_map(|table| table.records.all())
            .flat_map(|entry| [entry.by.clone(), entry.namens.clone()])
            .flatten()
            .collect();
        let quoted = |party: &crate::record::Party| {
            spoke.iter().any(|voice| match voice {
                crate::record::Voice::Party(id) => *id == party.id,
                crate::record::Voice::Seat(seat) => Parties::chair_of(seat).is_some_and(|(of, _)| of == party.id),
            })
        };
        head.parties.0.retain(|party| wanted(party) || quoted(party)); // a party that was heard stays
        self.session.tables.retain(|table| table.id.0 <= self.session.head.tables);
        self.session.seat_tables();
        desk.ask(Effect::Keep(Box::new(self.session.head.clone())));
        self.forget_layout(desk);
    }
}
