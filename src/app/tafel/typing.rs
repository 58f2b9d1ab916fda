//! The line at the bottom: what a key types, what a sigil chooses, what Enter saves.

use super::Tafel;
use crate::{
    app::{Desk, over::Deed},
    form::{Kind, Place, board::Stroke, formulate},
    record::{Deed as Why, EntryId, Flag, Touch, Value},
    session::{Hold, Said, Slot, Step},
    text::{Editor, Op, clean_line},
    ui::{theme::Ink, typing},
};
use crossterm::event::KeyEvent;

impl Tafel {
    /// Types a key; says whether nothing but the line is different.
    pub(super) fn type_key(&mut self, key: &KeyEvent, desk: &mut Desk) -> bool {
        let focus = self.at().desk.focus;
        let empty = Editor::new();
        let editor = self.at().desk.editor(focus).unwrap_or(&empty);
        let Some(op) = typing::op_in_rows(key, editor, self.page.text_width()) else { return true };
        if self.is_on_board() && matches!(&op, Op::Insert(text) if text == " ") {
            self.stroke(Stroke::Turn, desk);
            return false;
        }
        if let Op::Insert(text) = &op
            && let Some(sigil) = text.chars().next()
            && self.at().desk.is_blank()
            && !self.is_value(sigil, desk)
            && self.sigil(sigil, desk)
        {
            return false;
        }
        let chose = self.at().desk.chosen.is_some();
        if chose {
            self.step(Step::Choose(None), desk);
        }
        self.edit(op, desk);
        !chose // a line of more or fewer rows is seen by the layout
    }

    /// Puts pasted text on the line, cleaned; lines stay lines.
    pub fn paste(&mut self, text: &str, desk: &mut Desk) -> Option<Deed> {
        if self.reporting().is_some() {
            return None; // nothing is typed there
        }
        if self.harvesting().is_some() {
            self.paste_at_harvest(text, desk);
            return None;
        }
        if self.regie.is_some() {
            return None; // nothing is typed there
        }
        if let Some(then) = &mut self.then {
            then.paste(text);
            return None;
        }
        if self.looks_on() {
            return self.offer(&clean_line(text), desk);
        }
        if self.at().desk.chosen.is_some() {
            self.step(Step::Choose(None), desk);
        }
        let text = if self.at().desk.focus == 0 { text.to_owned() } else { clean_line(text).into_owned() };
        self.edit(Op::Insert(text), desk);
        None
    }

    /// A key in the field with the cursor.
    pub(super) fn edit(&mut self, op: Op, desk: &mut Desk) {
        let focus = self.at().desk.focus;
        // what would alter nothing need not be written down
        if !self.at().desk.editor(focus).unwrap_or(&Editor::new()).is_altered_by(&op) {
            return;
        }
        self.step(Step::Type(focus, op), desk);
        self.look_for_marks(desk);
    }

    /// A sigil at the start of an empty line chooses where it goes; one of another round's works too. Says whether it was one.
    fn sigil(&mut self, sigil: char, desk: &mut Desk) -> bool {
        let slot =
            self.place_now().is_some_and(|(_, place)| place.kind == Kind::Slot) && self.at().desk.hold != Hold::New;
        if slot || self.at().desk.focus != 0 {
            return false;
        }
        let own = self.here().find(|(_, place)| place.sigil == Some(sigil)).map(|(nth, _)| nth);
        let any = || self.places.iter().position(|(_, place)| place.sigil == Some(sigil) && !place.quiet);
        let Some(nth) = own.or_else(any) else { return false };
        if own.is_none() {
            self.before = self.place_now().map(|(_, place)| (place.block.clone(), place.category.clone()));
        }
        let chosen = self.at().desk.chosen.clone();
        let answers = chosen.as_ref().and_then(|id| self.at().records.entry(id)).is_some_and(|entry| {
            let place = &self.places[nth].1;
            place.answers.contains(&entry.category) && place.block == entry.home.block
        });
        if chosen.is_some() {
            self.step(Step::Choose(None), desk);
        }
        self.go_place(nth, desk);
        if answers {
            self.step(Step::Under(chosen), desk);
        }
        true
    }

    /// Enter: saves the line.
    pub(super) fn save(&mut self, flag: Option<Flag>, desk: &mut Desk) {
        self.accept_moved_suggestion(desk);
        self.suggest = None;
        let Some((round, place)) = self.place_now().map(|(round, place)| (round, place.clone())) else { return };
        let touches = self.line_touches(round, &place, flag, desk);
        let held = match &self.at().desk.hold {
            Hold::Reword(id) => Some(id.clone()),
            Hold::New => None,
        };
        let blank = self.at().desk.is_blank();
        if touches.is_empty() && held.is_none() && !blank {
            desk.tell(Ink::Warn, desk.words.say("tafel-no-words"));
            return;
        }
        if held.is_none() && blank {
            return;
        }
        let altered = self.alter(touches, Why::Did, desk);
        if place.kind == Kind::Slot {
            if altered {
                desk.tell(Ink::Good, desk.words.tell("tafel-worded", &[("slot", place.label.clone().into())]));
            }
            if held.is_none() {
                self.step(Step::Clear, desk);
                self.take_slot(desk);
            }
        } else {
            self.step(Step::Clear, desk);
            if round != self.round_at() {
                let title =
                    self.session.head.workshop.rounds.get(round).map(|round| round.title.clone()).unwrap_or_default();
                desk.tell(Ink::Good, desk.words.tell("tafel-saved-there", &[("round", title.into())]));
            }
        }
        self.go_back_after_detour(desk);
        self.page.follow();
        self.start_clock_if_forgotten(desk);
    }

    fn go_back_after_detour(&mut self, desk: &mut Desk) {
        if let Some((block, category)) = self.before.take()
            && let Some(nth) = self.places.iter().position(|(_, place)| place.is(&block, &category))
        {
            self.go_place(nth, desk);
        }
    }

    /// What saving the line would alter.
    fn line_touches(&mut self, round: usize, place: &Place, flag: Option<Flag>, desk: &Desk) -> Vec<Touch> {
        let id = self.table;
        let round = self.session.head.workshop.rounds.get(round).map(|round| round.id.clone()).unwrap_or_default();
        let crate::session::Session { tables, mint, head, .. } = &mut self.session;
        let Some(table) = tables.iter().find(|table| table.id == id) else { return Vec::new() };
        let typed: Vec<String> =
            (1..=place.columns.len()).map(|field| table.desk.field(field as u8).to_owned()).collect();
        let slot = Slot {
            round: &round,
            place,
            under: table.desk.under.as_ref(),
            columns: &typed,
            parties: &head.parties,
            day: head.date,
            lang: desk.words.lang(),
        };
        let line = table.desk.field(0);
        let mut touches = match &table.desk.hold {
            Hold::Reword(id) if table.records.entry(id).is_some() => table.reword(id, line, &slot),
            Hold::Reword(_) | Hold::New => table.say(line, &slot, mint, desk.now),
        };
        if let (Some(flag), Some(Touch::Birth(entry))) = (flag, touches.first_mut()) {
            entry.flags.insert(flag);
        }
        touches
    }

    /// Takes an entry in hand: its words and marks are on the line.
    pub(super) fn take(&mut self, id: &EntryId, desk: &mut Desk) {
        let Some(entry) = self.at().records.entry(id).cloned() else { return };
        self.leave_slot(desk);
        let parties = &self.session.head.parties;
        let slot = self
            .places
            .iter()
            .any(|(_, place)| place.is(&entry.home.block, &entry.category) && place.kind == Kind::Slot);
        let marks = if slot {
            String::new()
        } else {
            Said::marks(entry.by.as_ref(), entry.namens.as_ref(), entry.themes.iter().cloned(), parties)
        };
        let text = format!("{}{marks}", entry.text);
        let scope = self.scope(desk);
        let place =
            self.places.iter().find(|(_, place)| place.is(&entry.home.block, &entry.category)).map(|(_, place)| place);
        let columns = place.map(|place| place.columns.as_slice()).unwrap_or_default();
        let values: Vec<(u8, String)> = columns
            .iter()
            .enumerate()
            .filter_map(|(nth, column)| {
                let value: &Value = entry.columns.get(&column.id)?;
                Some((nth as u8 + 1, crate::form::listing::tell(scope, value)))
            })
            .collect();
        self.step(Step::Choose(None), desk);
        self.step(Step::Hold(Hold::Reword(id.clone())), desk);
        self.step(Step::Type(0, Op::Set(text)), desk);
        for (field, value) in values {
            self.step(Step::Type(field, Op::Set(value)), desk);
        }
        self.suggest = None;
    }

    /// Takes the text of the slot in hand, if it has one; a half-typed line goes into an empty slot as it is.
    pub(super) fn take_slot(&mut self, desk: &mut Desk) {
        if self.looks_on() {
            return;
        }
        let Some((_, place)) = self.place_now() else { return };
        let id = formulate::slot_entry_of(self.table, place);
        if let Some(text) = self.at().records.entry(&id).filter(|entry| !entry.gone).map(|entry| entry.text.clone()) {
            self.step(Step::Hold(Hold::Reword(id)), desk);
            self.step(Step::Type(0, Op::Set(text)), desk);
        }
    }

    /// Leaves a slot: what was worded is saved, and what was laid aside is back on the line.
    pub(super) fn leave_slot(&mut self, desk: &mut Desk) {
        if self.looks_on() {
            return;
        }
        let Hold::Reword(id) = self.at().desk.hold.clone() else { return };
        let Some(entry) = self.at().records.entry(&id) else { return };
        let slot = self
            .places
            .iter()
            .any(|(_, place)| place.is(&entry.home.block, &entry.category) && place.kind == Kind::Slot);
        let reworded = entry.text != self.at().desk.field(0).trim();
        if slot {
            if reworded && let Some((round, place)) = self.place_now().map(|(round, place)| (round, place.clone())) {
                let touches = self.line_touches(round, &place, None, desk);
                self.alter(touches, Why::Did, desk);
            }
            self.step(Step::Clear, desk);
        }
    }

    /// Puts the words of an entry behind those of the text that is being worded, and remembers where they came from.
    pub(super) fn assemble(&mut self, id: &EntryId, desk: &mut Desk) -> bool {
        let Some((round, place)) =
            self.place_now().filter(|(_, place)| place.kind == Kind::Slot).map(|(round, place)| (round, place.clone()))
        else {
            return false;
        };
        let Some(words) = self.at().records.entry(id).map(|entry| entry.text.clone()) else { return false };
        let standing = self.at().desk.field(0).trim_end().to_owned();
        let text = if standing.is_empty() { words } else { format!("{standing}\n{words}") };
        self.step(Step::Type(0, Op::Set(text)), desk);
        let mut touches = self.line_touches(round, &place, None, desk);
        let slot = formulate::slot_entry_of(self.table, &place);
        let standing = self.at().records.entry(&slot).and_then(|entry| entry.columns.get(&formulate::sources()));
        let mut sources = match standing {
            Some(Value::Entries(ids)) => ids.clone(),
            Some(_) | None => Vec::new(),
        };
        if !sources.contains(id) {
            sources.push(id.clone());
        }
        let sources = Value::Entries(sources);
        match touches.first_mut() {
            Some(Touch::Birth(entry)) => drop(entry.columns.insert(formulate::sources(), sources)),
            _ => touches.extend(
                self.at().records.touch(&slot, crate::record::Part::Column(formulate::sources(), Some(sources))),
            ),
        }
        self.alter(touches, Why::Did, desk);
        if self.at().desk.hold == Hold::New {
            self.step(Step::Clear, desk);
            self.take_slot(desk);
        }
        true
    }
}
