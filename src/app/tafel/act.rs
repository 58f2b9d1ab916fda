//! What a key or a choice in a list means at the table.

use super::{Aim, Tafel, digit, lists::show};
use crate::{
    app::{
        Desk,
        effect::Effect,
        over::{Deed, Form, Over},
    },
    form::{Kind, Tone, board::Stroke, formulate::Status},
    record::{Deed as Why, EntryId, Flag, Part, TableId},
    session::{Hold, Step},
    text::{Editor, Op},
    ui::{Command, keys, theme::Ink, typing},
};
use crossterm::event::KeyEvent;

impl Tafel {
    /// Does what a command means here.
    pub(super) fn command(&mut self, command: Command, key: &KeyEvent, desk: &mut Desk) -> Option<Deed> {
        match command {
            Command::Save if self.board_place().is_some() && self.at().desk.hold == Hold::New => {
                self.save_on_board(desk)
            }
            Command::Save => self.save(None, desk),
            Command::NextCell => self.move_spot(0, 1, desk),
            Command::PrevCell => self.move_spot(0, -1, desk),
            Command::ClearCell => {
                self.stroke(Stroke::Clear, desk);
            }
            Command::Draw => {
                self.stroke(Stroke::Reveal(desk.now.millis.unsigned_abs()), desk);
            }
            Command::Reveal => self.reveal(desk),
            Command::NextPass => self.next_pass(desk),
            Command::NextCase => self.go_case(1, desk),
            Command::PrevCase => self.go_case(-1, desk),
            Command::Edit => self.edit_chosen(desk),
            Command::Aim => self.hit(desk),
            Command::NewLine => self.edit(Op::Insert("\n".into()), desk),
            Command::NextField => self.next_field(1, desk),
            Command::PrevField => self.next_field(-1, desk),
            Command::NextCategory => self.recategorise(1, desk),
            Command::PrevCategory => self.recategorise(-1, desk),
            Command::Up => self.vertical(true, 1, desk),
            Command::Down => self.vertical(false, 1, desk),
            Command::PageUp => self.vertical(true, 10, desk),
            Command::PageDown => self.vertical(false, 10, desk),
            Command::Star => self.flag(Flag::Key, desk),
            Command::Park => self.flag(Flag::Parked, desk),
            Command::NotInReport => self.flag(Flag::NotInReport, desk),
            Command::Lesson => return self.teach(desk),
            Command::Confidential => self.flag(Flag::Confidential, desk),
            Command::Delete => self.delete(desk),
            Command::Split => self.split(desk),
            Command::Merge => self.aim(Aim::Merge, desk),
            Command::Hang => self.aim(Aim::Hang, desk),
            Command::Higher => self.shift(true, desk),
            Command::Lower => self.shift(false, desk),
            Command::Status => self.next_status(desk),
            Command::Undo => self.undo(desk),
            Command::Redo => self.redo(desk),
            Command::NextRound => self.go_round(self.round_at() + 1, desk),
            Command::PrevRound => self.round_at().checked_sub(1).into_iter().for_each(|at| self.go_round(at, desk)),
            Command::GoTable => self.go_table(TableId(digit(key)?), desk),
            Command::StartClock => self.start_clock(desk),
            Command::PauseClock => self.pause_clock(desk),
            Command::Longer => self.lengthen(1, desk),
            Command::Shorter => self.lengthen(-1, desk),
            Command::Elsewhere => desk.ask(Effect::Places),
            Command::Back => self.back(desk),
            Command::Table => return Some(self.tables(desk)),
            Command::Move => return self.moves(desk),
            Command::Find => return Some(self.find(desk)),
            Command::Earlier => desk.ask(Effect::Past(self.table, Some(self.about()?))),
            Command::AsItWas => desk.ask(Effect::Past(self.table, None)),
            Command::Seats => return Some(self.seats(desk)),
            Command::AddCategory => return self.add_category(desk),
            Command::Details => return Some(show(Over::Form(Box::new(Form::of(&self.session.head, desk))))),
            Command::Palette => return Some(crate::app::palette(desk, self.place(), self.rounds(desk))),
            Command::Regie => self.lead(desk),
            Command::Hand => self.raise_hand(desk),
            Command::Finished => self.say_finished(desk),
            Command::ReadBack => return self.read_back(desk),
            other => keys::elsewhere(other),
        }
        None
    }

    /// Does what was chosen in a list.
    pub fn act(&mut self, deed: Deed, desk: &mut Desk) {
        match deed {
            Deed::Table(table) => self.go_table(table, desk),
            Deed::Longer(table) => self.give_more(table, desk),
            Deed::OnPaper(table) => self.put_on_paper(table, desk),
            Deed::ReadBack(answer) => self.answer_card(answer, desk),
            Deed::Seating(asked) => self.mix_seats(&asked, desk),
            Deed::Harvest(reap) => self.reap(reap, desk),
            Deed::Verslag(pick) => self.pick_of_report(pick, desk),
            Deed::OnTheWall(shows) => self.show_on_the_wall(shows, desk),
            Deed::AddTable => self.add_table(desk),
            Deed::Round(round) => {
                if let Some(at) = self.session.head.workshop.round_at(&round) {
                    self.go_round(at, desk);
                }
            }
            Deed::Code(text) => self.go_code(&text, desk),
            Deed::Entry(id) => self.go_entry(&id, desk),
            Deed::Place(id, round, block, category) => self.put(&id, &round, &block, &category, desk),
            Deed::Seats(party, count) => self.seat(party, count, desk),
            Deed::AddParty(name) => self.add_party(&name, desk),
            Deed::AddCategory(name) => self.new_category(&name, desk),
            Deed::Lesson(filled) => self.taught_is(&filled, desk),
            Deed::PutBack(id, turn) => self.put_back(&id, &turn, desk),
            Deed::Hold(words, to) => self.hold(words, to, desk),
            Deed::Details(fresh) => self.details(*fresh, desk),
            Deed::Show(_) | Deed::Command(_) | Deed::Open(_) | Deed::Create(_) | Deed::SaveTo(_) | Deed::BringIn(_) => {
            }
        }
    }

    /// The entry that a key is about: the one chosen, the one in hand, the one touched last, or the one said last.
    pub(super) fn about(&self) -> Option<EntryId> {
        let desk = &self.at().desk;
        if let Some(chosen) = &desk.chosen {
            return Some(chosen.clone());
        }
        if let Hold::Reword(id) = &desk.hold {
            return Some(id.clone());
        }
        let round = self.round_id();
        if let Some(touched) = self.at().touched_last().filter(|entry| entry.home.round == round) {
            return Some(touched.id.clone());
        }
        let records = &self.at().records;
        let said = self.here().filter_map(|(_, place)| records.listed(&place.block, &place.category).next_back());
        said.max_by(|a, b| a.born.cmp(&b.born)).map(|entry| entry.id.clone())
    }

    fn edit_chosen(&mut self, desk: &mut Desk) {
        let Some(id) = self.at().desk.chosen.clone() else { return };
        let round = self.round_id();
        let elsewhere = self.at().records.entry(&id).is_some_and(|entry| entry.home.round != round);
        if elsewhere && self.assemble(&id, desk) {
            return;
        }
        self.take(&id, desk);
    }

    /// Tab: a suggestion, the next field of a line with columns, or the next place.
    fn next_field(&mut self, by: isize, desk: &mut Desk) {
        if by > 0 && self.accept_suggestion(desk) {
            return;
        }
        let Some((_, place)) = self.place_now() else { return };
        let fields = place.columns.len() + 1;
        let (block, category) = (place.block.clone(), place.category.clone());
        let line = &self.at().desk;
        if fields > 1 && (!line.is_blank() || line.focus > 0) {
            let focus = (usize::from(line.focus) + fields).saturating_add_signed(by) % fields;
            self.step(Step::Focus(focus as u8), desk);
            self.suggest = None;
            return;
        }
        if matches!(&line.hold, Hold::Reword(id) if self.at().records.entry(id).is_some()) && place.kind == Kind::List {
            return self.recategorise(by, desk);
        }
        let here: Vec<usize> = self.here().map(|(nth, _)| nth).collect();
        let at = here.iter().position(|&nth| self.places[nth].1.is(&block, &category)).unwrap_or(0);
        let next = (at + here.len()).saturating_add_signed(by) % here.len().max(1);
        if let Some(&nth) = here.get(next) {
            self.go_place(nth, desk);
        }
    }

    /// Another category of the round for the entry.
    fn recategorise(&mut self, by: isize, desk: &mut Desk) {
        let Some(id) = self.about() else { return };
        let Some(entry) = self.at().records.entry(&id) else { return };
        let lists: Vec<usize> = self.here().filter(|(_, place)| place.kind == Kind::List).map(|(nth, _)| nth).collect();
        let at = lists.iter().position(|&nth| self.places[nth].1.is(&entry.home.block, &entry.category)).unwrap_or(0);
        let next = (at + lists.len()).saturating_add_signed(by) % lists.len().max(1);
        if let Some(&nth) = lists.get(next) {
            let round = self.round_id();
            let touches = self.at().rehome(&id, &round, &self.places[nth].1);
            self.alter(touches, Why::Did, desk);
        }
    }

    fn vertical(&mut self, up: bool, by: usize, desk: &mut Desk) {
        if self.is_on_board() {
            let by = by as isize;
            return self.move_spot(if up { -by } else { by }, 0, desk);
        }
        if self.step_suggestion(if up { -1 } else { 1 }) {
            return;
        }
        if self.at().desk.chosen.is_none() {
            let focus = self.at().desk.focus;
            let empty = Editor::new();
            let editor = self.at().desk.editor(focus).unwrap_or(&empty).clone();
            if let Some(op) = typing::row(up, &mut self.goal, &editor, self.page.text_width()) {
                return self.edit(op, desk);
            }
            if !up {
                return;
            }
        }
        let next = self.page.beside(self.at().desk.chosen.as_ref(), up, by, self.current_index());
        if next.is_some() || !up && self.aim.is_none() {
            self.step(Step::Choose(next), desk);
        }
    }

    fn flag(&mut self, flag: Flag, desk: &mut Desk) {
        let line = &self.at().desk;
        if line.chosen.is_none() && line.hold == Hold::New && !line.is_blank() {
            return self.save(Some(flag), desk); // what is being typed is meant
        }
        let Some(id) = self.about() else { return };
        let touches = self.at().toggle(&id, flag);
        self.alter(touches, Why::Did, desk);
    }

    fn delete(&mut self, desk: &mut Desk) {
        let line = &self.at().desk;
        if line.chosen.is_none() && line.hold == Hold::New && !line.is_blank() {
            return self.edit(Op::Set(String::new()), desk);
        }
        let Some(id) = self.about() else { return };
        let next = self.page.beside(Some(&id), false, 1, None).or_else(|| self.page.beside(Some(&id), true, 1, None));
        if matches!(&self.at().desk.hold, Hold::Reword(held) if *held == id) {
            self.step(Step::Clear, desk);
        }
        let touches = self.at().delete(&id);
        if self.alter(touches, Why::Did, desk) {
            if self.at().desk.chosen.is_some() {
                self.step(Step::Choose(next), desk);
            }
            desk.tell(Ink::Dim, desk.words.say("tafel-deleted"));
        }
    }

    /// Two of one: an entry in hand at the cursor; a new line keeps what stands behind the cursor.
    fn split(&mut self, desk: &mut Desk) {
        if let Some(id) = self.at().desk.chosen.clone() {
            self.take(&id, desk);
            desk.tell(Ink::Accent, desk.words.say("tafel-split-where"));
            return;
        }
        let Some((first, second)) =
            self.at().desk.editor(0).map(|editor| (editor.before().to_owned(), editor.after().to_owned()))
        else {
            return;
        };
        if first.trim().is_empty() || second.trim().is_empty() {
            desk.tell(Ink::Accent, desk.words.say("tafel-split-where"));
            return;
        }
        match self.at().desk.hold.clone() {
            Hold::Reword(id) => {
                let table = self.table;
                let crate::session::Session { tables, mint, head, .. } = &mut self.session;
                let Some(table) = tables.iter().find(|other| other.id == table) else { return };
                let said = crate::session::Said::read(&second, &head.parties);
                let touches = table.split(&id, &first, &said.text, mint, desk.now);
                self.alter(touches, Why::Did, desk);
                self.step(Step::Clear, desk);
            }
            Hold::New => {
                self.step(Step::Type(0, Op::Set(first)), desk);
                self.save(None, desk);
                self.edit(Op::Set(second.trim_start().to_owned()), desk);
            }
        }
    }

    fn aim(&mut self, aim: Aim, desk: &mut Desk) {
        let Some(id) = self.about() else { return };
        self.aim = Some((aim, id.clone()));
        if self.at().desk.chosen.is_none() {
            self.step(Step::Choose(Some(id)), desk);
        }
        let key = match aim {
            Aim::Merge => "tafel-aim-merge",
            Aim::Hang => "tafel-aim-hang",
        };
        desk.tell(Ink::Accent, desk.words.say(key));
    }

    fn hit(&mut self, desk: &mut Desk) {
        let (Some((aim, id)), Some(target)) = (self.aim.take(), self.at().desk.chosen.clone()) else { return };
        let loose = target == id;
        let touches = match aim {
            Aim::Merge => self.at().merge(&id, &target),
            Aim::Hang => self.at().hang(&id, (!loose).then_some(&target)),
        };
        if touches.is_empty() {
            desk.tell(Ink::Warn, desk.words.say("tafel-aim-no"));
        } else if self.alter(touches, Why::Did, desk) {
            desk.tell(Ink::Good, desk.words.say("tafel-aim-done"));
        }
    }

    fn shift(&mut self, up: bool, desk: &mut Desk) {
        let line = &self.at().desk;
        if line.chosen.is_none() && line.hold == Hold::New {
            return self.next_target(up, desk);
        }
        let Some(id) = self.about() else { return };
        let touches = self.at().shift(&id, up);
        self.alter(touches, Why::Did, desk);
    }

    /// Another entry under which the line will hang.
    fn next_target(&mut self, up: bool, desk: &mut Desk) {
        let Some((_, place)) = self.place_now() else { return };
        let targets: Vec<EntryId> = self.at().answerable(place).map(|entry| entry.id.clone()).collect();
        let Some(last) = targets.len().checked_sub(1) else { return };
        let at =
            self.at().desk.under.as_ref().and_then(|id| targets.iter().position(|target| target == id)).unwrap_or(last);
        let next = if up {
            at.checked_sub(1).unwrap_or(last)
        } else if at == last {
            0
        } else {
            at + 1
        };
        self.step(Step::Under(Some(targets[next].clone())), desk);
    }

    fn next_status(&mut self, desk: &mut Desk) {
        let Some(id) = self.about() else { return };
        let Some(entry) = self.at().records.entry(&id) else { return };
        let slot = self
            .places
            .iter()
            .any(|(_, place)| place.is(&entry.home.block, &entry.category) && place.kind == Kind::Slot);
        if slot {
            let value = Status::of(entry).next().value();
            let touches =
                self.at().records.touch(&id, Part::Column(Status::column(), Some(value))).into_iter().collect();
            self.alter(touches, Why::Did, desk);
        }
    }

    /// Esc: closes what lies on top; never loses text.
    fn back(&mut self, desk: &mut Desk) {
        if self.suggest.take().is_some() || self.aim.take().is_some() {
            return;
        }
        if self.at().desk.chosen.is_some() {
            return self.step(Step::Choose(None), desk);
        }
        match self.at().desk.hold.clone() {
            // what was reworded is kept: its earlier words are kept too, and undo brings them back
            Hold::Reword(_) if self.place_now().is_some_and(|(_, place)| place.kind == Kind::List) => {
                self.save(None, desk)
            }
            Hold::Reword(_) | Hold::New => {}
        }
    }

    /// The place that the line goes to, as an index among all places.
    pub(super) fn place_index(&self) -> Option<usize> {
        let (_, place) = self.place_now()?;
        self.places.iter().position(|(_, other)| std::ptr::eq(other, place))
    }

    /// The place that the line goes to, as an index among the places of the round.
    pub(super) fn current_index(&self) -> Option<usize> {
        let (_, place) = self.place_now()?;
        self.here().position(|(_, other)| other.is(&place.block, &place.category))
    }

    /// The colour of the line.
    pub(super) fn tone(&self) -> Tone {
        match self.place_now() {
            Some((_, place)) if place.tone != Tone::Plain => place.tone,
            Some(_) | None => Tone::Blue,
        }
    }
}
