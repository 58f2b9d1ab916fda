//! The lists, cards and forms that a key at the table puts on top.

use super::{Tafel, table_name};
use crate::{
    app::{
        Desk,
        over::{Deed, Free, List, Over, Seats},
    },
    form::Kind,
    text::fit,
    ui::{Choice, Picker, theme::Ink},
    words::dates,
};

impl Tafel {
    pub(super) fn tables(&self, desk: &Desk) -> Deed {
        let mut choices: Vec<Choice<Deed>> = Vec::new();
        for table in &self.session.tables {
            let count = desk.words.tell("tafel-count", &[("count", table.records.len().into())]);
            let detail =
                if table.desk.is_blank() { count } else { format!("{count}, {}", desk.words.say("tafel-half-typed")) };
            choices.push(Choice {
                label: table_name(&self.session, table.id, desk),
                detail,
                also: String::new(),
                gives: Deed::Table(table.id),
            });
        }
        choices.push(Choice {
            label: desk.words.say("tafel-add-table"),
            detail: String::new(),
            also: String::new(),
            gives: Deed::AddTable,
        });
        let at = self.session.tables.iter().position(|table| table.id == self.table).unwrap_or(0);
        let next = (at + 1) % self.session.tables.len().max(1);
        let next = self.session.tables.get(next).map(|table| table.id);
        let picker = Picker::new(desk.words.say("tafel-tables"), choices);
        let picker = picker.at(|deed| matches!(deed, Deed::Table(table) if Some(*table) == next));
        show(Over::Picker(List::open(picker, Free::Code)))
    }

    pub(super) fn moves(&mut self, desk: &mut Desk) -> Option<Deed> {
        let id = self.about()?;
        let rounds = &self.session.head.workshop.rounds;
        let choices = self.places.iter().filter(|(_, place)| place.kind == Kind::List).map(|(at, place)| Choice {
            label: place.sigil.map_or_else(|| place.label.clone(), |sigil| format!("{sigil} {}", place.label)),
            detail: rounds.get(*at).map(|round| format!("{} {}", at + 1, round.title)).unwrap_or_default(),
            also: String::new(),
            gives: Deed::Place(id.clone(), rounds[*at].id.clone(), place.block.clone(), place.category.clone()),
        });
        let words = self.at().records.entry(&id).map(|entry| fit(&entry.text, 40).into_owned()).unwrap_or_default();
        let picker = Picker::new(desk.words.tell("tafel-move", &[("words", words.into())]), choices.collect());
        let round = self.round_id();
        Some(show(Over::Picker(List::new(picker.at(|deed| matches!(deed, Deed::Place(_, at, _, _) if *at == round))))))
    }

    /// The rounds, to go to from the palette.
    pub(super) fn rounds(&self, desk: &Desk) -> Vec<Choice<Deed>> {
        let rounds = self.session.head.workshop.rounds.iter().enumerate();
        let choice = |(at, round): (usize, &crate::workshop::Round)| Choice {
            label: desk
                .words
                .tell("tafel-go-round", &[("round", (at + 1).into()), ("title", round.title.clone().into())]),
            detail: dates::minutes(i64::from(round.minutes())),
            also: String::new(),
            gives: Deed::Round(round.id.clone()),
        };
        rounds.map(choice).collect()
    }

    pub(super) fn find(&self, desk: &Desk) -> Deed {
        let rounds = &self.session.head.workshop.rounds;
        let said = self.at().records.all().into_iter().filter(|entry| !entry.gone);
        let choices = said.map(|entry| Choice {
            label: entry.text.replace('\n', " "),
            detail: rounds
                .iter()
                .find(|round| round.id == entry.home.round)
                .map(|round| round.title.clone())
                .unwrap_or_default(),
            also: String::new(),
            gives: Deed::Entry(entry.id.clone()),
        });
        show(Over::Picker(List::new(Picker::new(desk.words.say("tafel-find"), choices.collect()))))
    }

    pub(super) fn seats(&self, _: &Desk) -> Deed {
        let parties = &self.session.head.parties.0;
        let rows = parties.iter().map(|party| (party.id.clone(), party.label.clone(), self.seated_here(&party.id)));
        show(Over::Seats(Seats { rows: rows.collect(), at: 0 }))
    }

    pub(super) fn add_category(&self, desk: &mut Desk) -> Option<Deed> {
        if self.extendable().is_none() {
            desk.tell(Ink::Dim, desk.words.say("tafel-not-extendable"));
            return None;
        }
        let picker = Picker::new(desk.words.say("tafel-add-category"), Vec::new());
        Some(show(Over::Picker(List::open(picker, Free::Category))))
    }
}

/// Puts something on top of the table.
pub(super) fn show(over: Over) -> Deed {
    Deed::Show(Box::new(over))
}
