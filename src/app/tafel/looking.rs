//! At a table where another window writes: this one looks on, says who it is, and takes over when it is gone.
//!
//! What others write comes in here too. Looking on one may go anywhere, because that is written down nowhere; whatever would
//! be written says who has the table, and words are kept.

use super::Tafel;
use crate::{
    app::{
        Desk,
        effect::{Effect, Seat},
        over::{Deed, Elsewhere, Looking, Over},
    },
    record::TableId,
    session::{News, Step, Table},
    text::{Op, fit},
    ui::{paint, theme::Ink},
};
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

/// The most tables that are named as a way out.
const MOST: usize = 5;

impl Tafel {
    /// Whether another window writes at the table that is shown.
    pub fn looks_on(&self) -> bool {
        matches!(self.seats.get(&self.table), Some(Seat::Taken { .. }))
    }

    /// Whether this window may not write here; says who does.
    pub(super) fn refuses(&mut self, desk: &mut Desk) -> bool {
        if !self.looks_on() {
            return false;
        }
        desk.tell(Ink::Warn, self.looking_text(desk));
        desk.ask(Effect::Sit(self.table)); // perhaps it is free by now
        true
    }

    /// Who writes at the table that is shown, and since when.
    fn looking_text(&self, desk: &Desk) -> String {
        let Some(Seat::Taken { who, since }) = self.seats.get(&self.table) else { return String::new() };
        match (who.is_empty(), since.is_empty()) {
            (true, _) => desk.words.say("looking-on-somebody"),
            (false, true) => desk.words.tell("looking-on-who", &[("who", who.clone().into())]),
            (false, false) => {
                desk.words.tell("looking-on", &[("who", who.clone().into()), ("time", since.clone().into())])
            }
        }
    }

    /// What stands in the bar below the title while this window looks on; with what was typed, where that is kept.
    fn looking_bar(&self, desk: &Desk) -> Option<String> {
        if !self.looks_on() {
            return None;
        }
        let kept = if desk.held.is_empty() {
            desk.words.say("looking-on-goes-over")
        } else {
            desk.words.tell("looking-on-held", &[("words", fit(&desk.held, 30).into_owned().into())])
        };
        Some(format!("{} {} {kept}", self.looking_text(desk), desk.theme.glyphs.dot))
    }

    /// Paints the bar; what is not on disk is said over it.
    pub(super) fn looking(&self, buf: &mut Buffer, desk: &Desk) {
        let Some(text) = self.looking_bar(desk) else { return };
        let bar = Rect::new(desk.area.x, desk.area.y + 1, desk.area.width, 1);
        let style = desk.theme.ink(Ink::Accent).add_modifier(Modifier::REVERSED);
        paint::put(buf, bar, bar.x, bar.y, &" ".repeat(usize::from(bar.width)), style, bar.width);
        paint::put(buf, bar, bar.x, bar.y, &format!(" {text}"), style, bar.width);
    }

    /// Takes a step that only leads the eye elsewhere; says whether it was one.
    pub(super) fn look_elsewhere(&mut self, step: &Step) -> bool {
        let only_eyes = match step {
            Step::Round(_)
            | Step::Place(..)
            | Step::Under(_)
            | Step::Choose(_)
            | Step::Focus(_)
            | Step::Spot(..)
            | Step::Case(_) => true,
            Step::Hold(_) | Step::Type(..) | Step::Clear => false,
        };
        let table = self.table;
        if only_eyes && let Some(table) = self.session.table_mut(table) {
            table.desk.step(step);
        }
        only_eyes
    }

    /// Words that are typed or pasted while this window looks on: they are kept, and it is said where they can go.
    pub(super) fn offer(&mut self, words: &str, desk: &mut Desk) -> Option<Deed> {
        if words.is_empty() {
            return None;
        }
        desk.ask(Effect::Sit(self.table)); // perhaps it is free by now
        let held = format!("{}{words}", std::mem::take(&mut desk.held));
        let told = format!("{}.\n{}", self.looking_text(desk), desk.words.say("looking-what"));
        let aside = desk.words.tell("looking-aside", &[("table", self.table_name(desk).into())]);
        let mut choices = vec![(aside, Elsewhere::Aside)];
        let free =
            |table: &&Table| table.id != self.table && !matches!(self.seats.get(&table.id), Some(Seat::Taken { .. }));
        choices.extend(self.session.tables.iter().filter(free).take(MOST).map(|table| {
            let name = super::table_name(&self.session, table.id, desk);
            (desk.words.tell("looking-table", &[("table", name.into())]), Elsewhere::Table(table.id))
        }));
        choices.push((desk.words.say("looking-wait"), Elsewhere::Wait));
        Some(Deed::Show(Box::new(Over::Looking(Looking::new(told, &held, choices)))))
    }

    /// Keeps words, and goes where they can be written.
    pub(super) fn hold(&mut self, words: String, to: Elsewhere, desk: &mut Desk) {
        desk.held = words;
        match to {
            Elsewhere::Aside => desk.ask(Effect::WriteAside(self.table, self.at().desk.round.clone())),
            Elsewhere::Table(table) => self.go_table(table, desk),
            Elsewhere::Wait => {}
        }
    }

    /// Takes in whether this window may write at a table; says whether that is news. What was kept goes onto the line.
    pub fn seated(&mut self, table: TableId, seat: Seat, desk: &mut Desk) -> bool {
        let ours = seat == Seat::Ours;
        let news = self.seats.get(&table) != Some(&seat);
        self.seats.insert(table, seat);
        // a table that was not visited yet begins where the room is
        if table == self.table
            && let Some(at) = self.arriving.take().and_then(|round| self.session.head.workshop.round_at(&round))
            && self.at().desk.round.is_none()
        {
            self.go_round(at, desk);
        }
        if ours && table == self.table && !desk.held.is_empty() {
            let held = std::mem::take(&mut desk.held);
            let empty = self.at().desk.is_blank();
            if self.at().desk.chosen.is_some() {
                self.step(Step::Choose(None), desk);
            }
            if !empty {
                self.step(Step::Type(0, Op::To(usize::MAX)), desk); // half a line that was left here stays before it
            }
            let text = if empty { held } else { format!("\n{held}") };
            self.step(Step::Type(0, Op::Insert(text)), desk);
        }
        self.arrive(table, desk);
        news || ours
    }

    /// The window that wrote at a table is gone: the table is as it was left, its line too, and this window writes on.
    pub fn taken_over(&mut self, table: TableId, left: Table, desk: &mut Desk) {
        left.records.latest().iter().for_each(|stamp| self.session.mint.observe(stamp));
        if let Some(at) = self.session.table_mut(table) {
            *at = left;
        }
        self.suggest = None;
        self.aim = None;
        self.facts_changed(desk);
        if table == self.table {
            desk.tell(Ink::Good, desk.words.say("looking-over"));
        }
    }

    /// Takes in what others wrote; the view stays where it is.
    pub fn take_in(&mut self, news: News, desk: &Desk) {
        let Self { session, seats, .. } = self;
        session.take_in(news, |table| seats.get(&table) == Some(&Seat::Ours));
        self.facts_changed(desk);
    }
}
