//! The way to the facilitator's door and back, and writing down what is done there: at the room, which is a table.

use super::Tafel;
use crate::{
    app::{
        Desk,
        effect::{Effect, Seat},
        over::Deed,
        regie::{Asked, Regie, Seating, longer, seating},
    },
    record::{Deed as Why, FactKey, TableId, Value},
    session::{Facts, Log},
    ui::{Command, theme::Ink},
};
use ratatui::buffer::Buffer;

impl Tafel {
    pub(super) fn lead(&mut self, desk: &mut Desk) {
        self.leave_slot(desk);
        self.regie = Some(Box::default());
        desk.ask(Effect::Sit(TableId::ROOM));
    }

    /// Takes a key at the facilitator's door.
    pub(super) fn at_regie(&mut self, mut regie: Box<Regie>, command: Command, desk: &mut Desk) -> Option<Deed> {
        let asked = regie.on(command, &self.session, desk);
        if !matches!(asked, Asked::Leave) {
            self.regie = Some(regie);
        }
        match asked {
            Asked::Nothing | Asked::Leave => {}
            Asked::Set(facts) => self.set(facts, desk),
            Asked::Turn { back } => self.turn_room(back, desk),
            Asked::Deed(deed) => return Some(deed),
        }
        None
    }

    /// Who writes at the room, if another window does.
    fn led_by(&self) -> Option<&str> {
        match self.seats.get(&TableId::ROOM) {
            Some(Seat::Taken { who, .. }) => Some(who),
            Some(Seat::Ours) | None => None,
        }
    }

    /// Whether this window may not lead; perhaps it may in a moment.
    fn may_not_lead(&self, desk: &mut Desk) -> bool {
        let taken = self.led_by().is_some();
        if taken {
            desk.ask(Effect::Sit(TableId::ROOM));
            desk.tell(Ink::Warn, desk.words.say("regie-not-here"));
        }
        taken
    }

    /// Sets facts of the room; undo takes them back.
    fn set(&mut self, facts: Facts, desk: &mut Desk) {
        if facts.is_empty() || self.may_not_lead(desk) {
            return;
        }
        let (room, mint) = (&mut self.session.room, &mut self.session.mint);
        let touches = facts.into_iter().map(|(key, value)| room.records.touch_fact(key, value)).collect();
        if let Some(change) = room.alter(touches, Why::Did, mint, desk.now) {
            desk.ask(Effect::Write(TableId::ROOM, Box::new(Log::Change(Box::new(change)))));
            self.facts_changed(desk);
        }
    }

    fn turn_room(&mut self, back: bool, desk: &mut Desk) {
        if self.may_not_lead(desk) {
            return;
        }
        let (room, mint) = (&mut self.session.room, &mut self.session.mint);
        let change = if back { room.undo(mint, desk.now) } else { room.redo(mint, desk.now) };
        let key = match (change.is_some(), back) {
            (true, true) => "regie-undone",
            (true, false) => "regie-redone",
            (false, true) => "tafel-nothing-undo",
            (false, false) => "tafel-nothing-redo",
        };
        desk.tell(Ink::Dim, desk.words.say(key));
        if let Some(change) = change {
            desk.ask(Effect::Write(TableId::ROOM, Box::new(Log::Change(Box::new(change)))));
            self.facts_changed(desk);
        }
    }

    /// Shows something on the projector, or what it shows by itself.
    pub(super) fn show_on_the_wall(&mut self, shows: Option<String>, desk: &mut Desk) {
        self.set(vec![(FactKey::Screen, shows.map(Value::Text))], desk);
    }

    /// Alters who sits where, and says so where it came to nothing.
    pub(super) fn mix_seats(&mut self, asked: &Seating, desk: &mut Desk) {
        let facts = seating(&self.session, asked, desk.now.millis.unsigned_abs());
        if facts.is_empty() {
            desk.tell(Ink::Dim, desk.words.say("regie-seats-same"));
        }
        self.set(facts, desk);
    }

    pub(super) fn give_more(&mut self, table: TableId, desk: &mut Desk) {
        self.set(longer(&self.session, table, desk), desk);
    }

    /// A second went by.
    pub fn tick(&mut self, desk: &mut Desk) {
        if let Some(regie) = &mut self.regie {
            regie.tick(&self.session, desk);
        }
    }

    pub(super) fn paint_regie(&self, regie: &Regie, buf: &mut Buffer, desk: &Desk) {
        regie.paint(buf, &self.session, self.led_by(), desk);
        self.bar(buf, desk);
    }

    /// The table asks the facilitator to come, or no longer does.
    pub(super) fn raise_hand(&mut self, desk: &mut Desk) {
        let up = self.at().records.fact(&FactKey::Hand).is_none();
        self.keep(vec![(FactKey::Hand, up.then_some(Value::Yes(true)))], desk);
        desk.tell(Ink::Accent, desk.words.say(if up { "tafel-hand-up" } else { "tafel-hand-down" }));
    }

    /// The table has finished the round, or has not after all.
    pub(super) fn say_finished(&mut self, desk: &mut Desk) {
        let key = FactKey::Done(self.round_id());
        let done = self.at().records.fact(&key).is_none();
        self.keep(vec![(key, done.then_some(Value::Yes(true)))], desk);
        desk.tell(Ink::Accent, desk.words.say(if done { "tafel-finished" } else { "tafel-not-finished" }));
    }
}
