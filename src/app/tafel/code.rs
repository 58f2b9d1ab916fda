//! The way to what a short code of a sheet or a report leads to: table, round and question, with the cursor on the line;
//! or the entry itself.
//!
//! What a code means is `session::code`. Called by `act` and, when one is seated at another table, by `looking`.

use super::Tafel;
use crate::{
    app::Desk,
    record::{BlockId, CategoryId, RoundId},
    session::{Code, Step, code::Part},
    ui::theme::Ink,
};

/// Where one wants to be at the table one goes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Way {
    /// In the round one comes from, if the table was not visited yet.
    Round(RoundId),
    /// Where a code leads.
    Code(Code),
}

impl Tafel {
    /// Goes to where a typed code leads, or says why not.
    pub(super) fn go_code(&mut self, text: &str, desk: &mut Desk) {
        let code = match Code::read(text, &self.session.head) {
            Ok(code) => code,
            Err(why) => return desk.tell(Ink::Warn, why.tell(&desk.words)),
        };
        if code.table == self.table {
            return self.follow(&code, desk);
        }
        self.go_table(code.table, desk);
        self.arriving = Some(Way::Code(code));
    }

    /// Goes to where one wanted to be at the table where one is seated now.
    pub(super) fn arrive(&mut self, desk: &mut Desk) {
        match self.arriving.take() {
            // a table that was not visited yet begins where the room is
            Some(Way::Round(round)) if self.at().desk.round.is_none() => {
                let at = self.session.head.workshop.round_at(&round);
                at.into_iter().for_each(|at| self.go_round(at, desk));
            }
            Some(Way::Code(code)) => self.follow(&code, desk),
            Some(Way::Round(_)) | None => {}
        }
    }

    /// Goes to the round and place of a code at this table. No clock starts: what is on paper was said before.
    fn follow(&mut self, code: &Code, desk: &mut Desk) {
        if let Part::Entry(_) = code.part {
            return self.follow_entry(code, desk);
        }
        let Some(round) = code.round(&self.session.head).map(|round| round.id.clone()) else { return };
        let block = match code.block(&self.session.head) {
            Some(form) => form.lens().frame().id.clone(),
            None => BlockId::of_round(&round),
        };
        self.step(Step::Choose(None), desk);
        self.leave_slot(desk);
        self.step(Step::Round(round), desk);
        let notes = CategoryId::note();
        let own = |place: &crate::form::Place| place.block == block && (!place.quiet || place.category == notes);
        let nth = self.here().find(|(_, place)| own(place)).map(|(nth, _)| nth);
        match nth {
            Some(nth) => self.go_place(nth, desk),
            None => self.settle_place(desk),
        }
        let place = self.place_now().map(|(_, place)| place.label.clone()).unwrap_or_default();
        desk.tell(
            Ink::Accent,
            desk.words.tell("code-here", &[("code", code.to_string().into()), ("place", place.into())]),
        );
        self.remember(desk);
    }

    fn follow_entry(&mut self, code: &Code, desk: &mut Desk) {
        match code.entry(&self.session).map(|entry| (entry.id.clone(), entry.gone, entry.home.round.clone())) {
            None => desk.tell(Ink::Warn, desk.words.say("code-no-entry")),
            Some((_, true, _)) => desk.tell(Ink::Warn, desk.words.say("code-gone")),
            Some((id, false, round)) => {
                self.leave_slot(desk);
                self.step(Step::Round(round), desk);
                self.go_case_of(&id, desk);
                self.step(Step::Choose(Some(id)), desk);
                self.remember(desk);
            }
        }
    }
}
