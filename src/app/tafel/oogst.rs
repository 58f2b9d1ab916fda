//! The way to the harvest and back, and showing one of its lines at the table that said it.

use super::Tafel;
use crate::{
    app::{
        Desk,
        effect::{Effect, Seat},
        oogst::{Asked, Desks, Goal, Oogst, Reap},
        over::{Deed, Filled},
    },
    harvest::Codebook,
    record::{EntryId, TableId},
    session::{Step, Turn},
    ui::{Command, theme::Ink},
};
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;

impl Tafel {
    /// Opens the harvest, where one was there before.
    pub(super) fn reap_what_was_said(&mut self, desk: &mut Desk) {
        self.leave_slot(desk);
        self.regie = None;
        self.oogst.get_or_insert_default().shown = true;
        desk.ask(Effect::Sit(TableId::HARVEST));
        desk.ask(Effect::Codebook);
    }

    /// The harvest, while it is what one sees.
    pub(super) fn harvesting(&self) -> Option<&Oogst> {
        self.oogst.as_deref().filter(|oogst| oogst.shown)
    }

    /// Who writes at the harvest, if another window does.
    fn harvested_by(&self) -> Option<String> {
        match self.seats.get(&TableId::HARVEST) {
            Some(Seat::Taken { who, .. }) => Some(who.clone()),
            Some(Seat::Ours) | None => None,
        }
    }

    fn with_harvest<T>(&mut self, desk: &mut Desk, deed: impl FnOnce(&mut Oogst, &mut Desks<'_>) -> T) -> Option<T> {
        let mut oogst = self.oogst.take()?;
        let taken = self.harvested_by();
        let out = deed(&mut oogst, &mut Desks { session: &mut self.session, desk, taken });
        self.oogst = Some(oogst);
        Some(out)
    }

    /// Takes a key at the harvest.
    pub(super) fn at_harvest(&mut self, command: Option<Command>, key: &KeyEvent, desk: &mut Desk) -> Option<Deed> {
        match self.with_harvest(desk, |oogst, desks| oogst.on(command, key, desks))? {
            Asked::Nothing => {}
            Asked::Leave => self.leave_harvest(),
            Asked::Lead => {
                self.leave_harvest();
                self.lead(desk);
            }
            Asked::Go(table, goal) => self.go_see(table, goal, desk),
            Asked::Wall(shows) => {
                desk.ask(Effect::Sit(TableId::ROOM));
                self.show_on_the_wall(shows, desk);
            }
            Asked::Deed(deed) => return Some(deed),
        }
        None
    }

    pub(super) fn leave_harvest(&mut self) {
        if let Some(oogst) = &mut self.oogst {
            oogst.shown = false;
        }
    }

    pub(super) fn paste_at_harvest(&mut self, text: &str, desk: &mut Desk) {
        self.with_harvest(desk, |oogst, desks| oogst.paste(text, desks));
    }

    /// Does what was chosen in a list of the harvest.
    pub(super) fn reap(&mut self, reap: Reap, desk: &mut Desk) {
        self.with_harvest(desk, |oogst, desks| oogst.reap(reap, desks));
    }

    /// Makes a theme again what it was in a turn; what a table said is put back at that table.
    pub(super) fn put_back_at_harvest(&mut self, id: &EntryId, turn: &Turn, desk: &mut Desk) {
        if self.session.harvest.records.entry(id).is_none() {
            return desk.tell(Ink::Warn, desk.words.say("past-at-its-table"));
        }
        let touches = turn.put_back(id, &self.session.harvest.records);
        let key = match touches.is_empty() {
            true => "past-is-so",
            false => "past-put-back",
        };
        let altered = self.with_harvest(desk, |_, desks| touches.is_empty() || desks.touches(touches));
        if altered == Some(true) {
            desk.tell(Ink::Good, desk.words.say(key));
        }
    }

    /// Saves at the harvest what was filled in of a lesson.
    pub(super) fn harvest_teaches(&mut self, filled: &Filled, desk: &mut Desk) {
        self.with_harvest(desk, |oogst, desks| oogst.teaches(filled, desks));
    }

    /// Shows something at its table, in its round; as soon as it is known whether this window may write there.
    fn go_see(&mut self, table: TableId, goal: Goal, desk: &mut Desk) {
        self.leave_harvest();
        if table == self.table {
            return self.show_goal(goal, desk);
        }
        if let Some(oogst) = &mut self.oogst {
            oogst.going = Some(goal);
        }
        self.go_table(table, desk);
    }

    /// The table that a line of the harvest is at is there.
    pub(super) fn see_goal(&mut self, table: TableId, desk: &mut Desk) {
        let goal = self.oogst.as_mut().filter(|_| table == self.table).and_then(|oogst| oogst.going.take());
        if let Some(goal) = goal {
            self.show_goal(goal, desk);
        }
    }

    /// Looks at it: the round and the case it was said in are shown, and no clock is started.
    fn show_goal(&mut self, goal: Goal, desk: &mut Desk) {
        let (round, line) = match goal {
            Goal::Round(round) => (round, None),
            Goal::Line(id) => {
                let Some(entry) = self.at().records.entry(&id) else { return };
                (entry.home.round.clone(), Some(id))
            }
        };
        if round != self.round_id() && self.session.head.workshop.round_at(&round).is_some() {
            self.step(Step::Round(round), desk);
            self.settle_place(desk);
        }
        if let Some(id) = line {
            self.go_case_of(&id, desk);
            self.step(Step::Choose(Some(id)), desk);
        }
    }

    /// Looks at what is different in the harvest; says whether anything is.
    pub fn follow_harvest(&mut self, desk: &mut Desk) -> bool {
        let Self { oogst, session, .. } = self;
        oogst.as_mut().is_some_and(|oogst| oogst.shown && oogst.follow(session, desk))
    }

    /// Whether there is more to look at in the harvest, as soon as nothing else happens.
    pub fn is_busy(&self) -> bool {
        self.harvesting().is_some_and(Oogst::is_busy)
    }

    /// Takes in the themes that sessions share.
    pub fn shared(&mut self, codebook: Codebook) {
        if let Some(oogst) = &mut self.oogst {
            oogst.shared(codebook);
        }
    }

    pub(super) fn paint_harvest(&self, oogst: &Oogst, buf: &mut Buffer, desk: &Desk) {
        oogst.paint(buf, &self.session, self.harvested_by().as_deref(), desk);
        self.bar(buf, desk);
    }
}
