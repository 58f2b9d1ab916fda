//! Undo and redo at the table: first in the line being typed, then of what was said.

use super::Tafel;
use crate::{
    app::{Desk, effect::Effect},
    form::Kind,
    record::Touch,
    session::{Hold, Step},
    text::{Editor, Op, fit},
    ui::theme::Ink,
};

impl Tafel {
    pub(super) fn undo(&mut self, desk: &mut Desk) {
        let focus = self.at().desk.focus;
        let line = &self.at().desk;
        let slot_untouched = matches!(&line.hold, Hold::Reword(id) if self.at().records.entry(id).is_some_and(|entry| entry.text == line.field(0)));
        if !slot_untouched && line.chosen.is_none() && line.editor(focus).is_some_and(Editor::can_undo) {
            return self.edit(Op::Undo, desk);
        }
        self.turn_back(true, desk);
    }

    pub(super) fn redo(&mut self, desk: &mut Desk) {
        let focus = self.at().desk.focus;
        if self.at().desk.editor(focus).is_some_and(Editor::can_redo) {
            return self.edit(Op::Redo, desk);
        }
        self.turn_back(false, desk);
    }

    fn turn_back(&mut self, undo: bool, desk: &mut Desk) {
        if self.refuses(desk) {
            return;
        }
        let id = self.table;
        let crate::session::Session { tables, mint, .. } = &mut self.session;
        let Some(table) = tables.iter_mut().find(|table| table.id == id) else { return };
        let change = if undo { table.undo(mint, desk.now) } else { table.redo(mint, desk.now) };
        let Some(change) = change else {
            desk.tell(Ink::Dim, desk.words.say(if undo { "tafel-nothing-undo" } else { "tafel-nothing-redo" }));
            return;
        };
        let first = change.touches.iter().find_map(|touch| match touch {
            Touch::Birth(entry) => Some(entry.id.clone()),
            Touch::Part { entry, .. } => Some(entry.clone()),
            Touch::Judgement { .. } | Touch::Fact { .. } => None,
        });
        desk.ask(Effect::Write(id, Box::new(crate::session::Log::Change(Box::new(change)))));
        self.facts_changed(desk);
        let words = first
            .and_then(|id| self.at().records.entry(&id))
            .map(|entry| fit(&entry.text, 40).into_owned())
            .unwrap_or_default();
        let key = if undo { "tafel-undone" } else { "tafel-redone" };
        desk.tell(Ink::Dim, desk.words.tell(key, &[("words", words.into())]));
        self.refresh_slot(desk);
    }

    /// The line of a slot shows what now stands in it.
    pub(super) fn refresh_slot(&mut self, desk: &mut Desk) {
        let Hold::Reword(id) = self.at().desk.hold.clone() else { return };
        if self.place_now().is_none_or(|(_, place)| place.kind != Kind::Slot) {
            return;
        }
        match self.at().records.entry(&id).filter(|entry| !entry.gone).map(|entry| entry.text.clone()) {
            Some(text) => self.step(Step::Type(0, Op::Set(text)), desk),
            None => self.step(Step::Clear, desk),
        }
    }
}
