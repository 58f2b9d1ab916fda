//! Who goes where, told: as lines, as cards on paper, as JSON. Per round and table, and per party.

use super::{Given, Kept, bound};
use crate::{
    cli::room::{Room, table_title},
    document::{Block, Document, Run, Table},
    record::{PartyId, TableId, Voice},
    session::Session,
    text::{clean_line, pad},
};
use serde_json::{Value, json};
use std::io::{self, Write};

/// A seating, and everything that it takes to say it.
pub(super) struct Seats<'a> {
    pub(super) room: &'a Room,
    pub(super) session: &'a Session,
    pub(super) given: &'a Given,
    pub(super) kept: &'a Kept,
    /// Whether it stands so in the session.
    pub(super) stands: bool,
}

impl Seats<'_> {
    fn chair(&self, chair: usize) -> String {
        let voice = Voice::Seat(self.kept.seats[chair].clone());
        clean_line(&self.given.parties().voice(&voice)).into_owned()
    }

    fn round(&self, nth: usize) -> String {
        let id = &self.kept.rounds[nth];
        let rounds = &self.session.head.workshop.rounds;
        let at = rounds.iter().position(|round| round.id == *id).unwrap_or(nth);
        let title = rounds.get(at).map_or("", |round| &round.title);
        let args = [("number", (at + 1).into()), ("title", clean_line(title).into_owned().into())];
        self.room.words.tell("seats-round", &args)
    }

    fn table(&self, table: usize) -> String {
        clean_line(&table_title(&self.room.words, &self.session.head, TableId(table as u32 + 1))).into_owned()
    }

    /// Who sits at a table in a round.
    fn fellows(&self, round: usize, table: usize) -> String {
        let chairs = self.kept.seating.at(round, table);
        if chairs.is_empty() {
            return self.room.words.say("seats-empty");
        }
        chairs.into_iter().map(|chair| self.chair(chair)).collect::<Vec<_>>().join(", ")
    }

    /// The table of a chair in a round, as a number; a dash for who is not there.
    fn number(&self, round: usize, chair: usize) -> String {
        self.kept.seating.table(round, chair).map_or_else(|| "-".to_owned(), |table| (table + 1).to_string())
    }

    /// The chairs of a party.
    fn own(&self, party: usize) -> impl Iterator<Item = usize> {
        let chairs = self.kept.seating.chairs().iter().enumerate();
        chairs.filter(move |(_, own)| **own == party).map(|(chair, _)| chair)
    }

    /// How good it is, in a sentence.
    fn measured(&self) -> String {
        let (seating, measure) = (&self.kept.seating, self.kept.seating.measure());
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX).into();
        let args = [
            ("people", seating.chairs().len().into()),
            ("tables", seating.tables().into()),
            ("rounds", seating.rounds().into()),
            ("met", number(measure.met)),
            ("together", number(measure.together)),
            ("least", number(bound(seating).together)),
            ("imbalance", number(measure.imbalance)),
        ];
        self.room.words.tell("seats-measured", &args)
    }

    /// As lines for a terminal.
    pub(super) fn tell(&self, out: &mut impl Write) -> io::Result<()> {
        let seating = &self.kept.seating;
        for round in 0..seating.rounds() {
            writeln!(out, "{}", self.round(round))?;
            for table in 0..seating.tables() {
                writeln!(out, "  {}: {}", self.table(table), self.fellows(round, table))?;
            }
            writeln!(out)?;
        }
        writeln!(out, "{}", self.room.words.say("seats-per-party"))?;
        let widest = (0..self.kept.seats.len()).map(|chair| crate::text::width(&self.chair(chair))).max().unwrap_or(0);
        for party in 0..self.kept.parties.len() {
            for chair in self.own(party) {
                let tables = (0..seating.rounds()).map(|round| format!("{:>3}", self.number(round, chair)));
                writeln!(out, "  {}{}", pad(&self.chair(chair), widest), tables.collect::<String>())?;
            }
        }
        if !self.room.quiet {
            writeln!(out, "\n{}", self.measured())?;
            let told = if self.stands { "seats-kept" } else { "seats-seed" };
            writeln!(out, "{}", self.room.words.tell(told, &[("seed", self.given.seed.to_string().into())]))?;
        }
        Ok(())
    }

    /// As cards for paper: one for every table, one for every party.
    pub(super) fn document(&self) -> Document {
        let words = &self.room.words;
        let seating = &self.kept.seating;
        let mut blocks = vec![Block::Paragraph(vec![Run::plain(self.measured())])];
        for table in 0..seating.tables() {
            blocks.push(Block::Heading(1, self.table(table)));
            let row = |round: usize| {
                [self.round(round), self.fellows(round, table)].map(|cell| vec![Run::plain(cell)]).to_vec()
            };
            let head = vec![words.say("seats-round-head"), words.say("seats-who")];
            blocks.push(Block::Table(Table::new(head, (0..seating.rounds()).map(row).collect())));
        }
        for (party, id) in self.kept.parties.iter().enumerate().filter(|(party, _)| self.own(*party).next().is_some()) {
            blocks.push(Block::Heading(1, self.party(id)));
            let rounds = (0..seating.rounds()).map(|round| self.round(round));
            let row = |chair: usize| {
                let tables = (0..seating.rounds()).map(|round| match seating.table(round, chair) {
                    Some(table) => self.table(table),
                    None => "-".to_owned(),
                });
                std::iter::once(self.chair(chair)).chain(tables).map(|cell| vec![Run::plain(cell)]).collect()
            };
            let head = std::iter::once(words.say("seats-who")).chain(rounds).collect();
            blocks.push(Block::Table(Table::new(head, self.own(party).map(row).collect())));
        }
        let title = words.tell("seats-card", &[("title", clean_line(&self.session.head.title).into_owned().into())]);
        Document { title, language: words.lang().code().to_owned(), blocks, ..Document::default() }
    }

    fn party(&self, id: &PartyId) -> String {
        clean_line(&self.given.label(id)).into_owned()
    }

    /// For a script.
    pub(super) fn json(&self) -> Value {
        let (kept, seating) = (self.kept, &self.kept.seating);
        let (measure, floor) = (seating.measure(), bound(seating));
        let table = |round: usize, table: usize| {
            let seats: Vec<&str> = seating.at(round, table).iter().map(|chair| kept.seats[*chair].as_str()).collect();
            json!({"table": table + 1, "seats": seats})
        };
        let round = |nth: usize| {
            let tables: Vec<Value> = (0..seating.tables()).map(|at| table(nth, at)).collect();
            json!({"round": kept.rounds[nth], "tables": tables})
        };
        let seat = |chair: usize| {
            let tables: Vec<_> =
                (0..seating.rounds()).map(|round| seating.table(round, chair).map(|table| table + 1)).collect();
            json!({"seat": kept.seats[chair], "label": self.chair(chair), "tables": tables})
        };
        json!({
            "session": self.session.head.id,
            "seed": self.given.seed,
            "kept": self.stands,
            "rounds": (0..seating.rounds()).map(round).collect::<Vec<_>>(),
            "seats": (0..kept.seats.len()).map(seat).collect::<Vec<_>>(),
            "together": measure.together,
            "least": floor.together,
            "again": measure.again,
            "met": measure.met,
            "imbalance": measure.imbalance,
        })
    }
}
