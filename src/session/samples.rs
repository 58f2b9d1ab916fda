//! A room to test in: one table, one device, a workshop of three rounds, and the deeds said short.

use super::{Head, Session, Slot, Table};
use crate::{
    form::{Column, ColumnKind, Kind, Place},
    record::{Change, Deed, DeviceId, Entry, EntryId, Mint, Now, Parties, RoundId, SessionId, TableId, Touch},
    words::Lang,
    workshop::{FORMAT, Phase, Round, Workshop},
};
use chrono::NaiveDate;

/// Tuesday 12 May 2026, nine o'clock.
pub const NINE: Now = Now { millis: 1_778_569_200_000, offset: 7200 };

/// A phase of so many minutes that may be shortened to `least`.
pub fn phase(minutes: u32, least: Option<u32>) -> Phase {
    Phase { minutes, least, ..Phase::default() }
}

/// A session of two tables: a round of three phases (3, 12 and 5 minutes), one of 30 minutes, one of 10.
pub fn session() -> Session {
    let round = |id: &str| Round { id: id.into(), title: id.to_owned(), ..Round::default() };
    let rounds = vec![
        Round { phases: vec![phase(3, None), phase(12, Some(10)), phase(5, Some(3))], ..round("huid") },
        Round { minutes: Some(30), ..round("dromen") },
        Round { minutes: Some(10), ..round("afspraken") },
    ];
    let workshop =
        Workshop { format: FORMAT, id: "proef".into(), language: "nl".into(), rounds, ..Workshop::default() };
    let head = Head {
        format: super::FORMAT,
        id: SessionId::new("2026-05-12-proef"),
        title: "Proef".into(),
        date: NaiveDate::from_ymd_opt(2026, 5, 12).expect("a day"),
        place: String::new(),
        tables: 2,
        names: [].into(),
        parties: parties(),
        device: "laptop-1".into(),
        workshop,
    };
    Session::new(head, Mint::new("laptop-1".into(), 7))
}

/// The parties at the table.
pub fn parties() -> Parties {
    Parties::named(["Gemeente", "Welzijn", "Zorgcoöperatie Zeeland"])
}

/// The places of the room: `plus`, `min`, `oplossing` (answers `min`), `droom` (a text), `actie` (with columns).
pub fn place(category: &str) -> Place {
    let place = Place::list(&"b".into(), &category.into(), category, category);
    let column = |id: &str, kind| Column { id: id.into(), label: id.to_owned(), kind, required: false };
    let board = ["bevestigd", "nog nodig", "niet nodig"].map(str::to_owned).to_vec();
    match category {
        "oplossing" => Place { answers: vec!["min".into()], ..place },
        "droom" => Place { kind: Kind::Slot, ..place },
        "geheim" => Place { anonymous: true, ..place },
        "actie" => Place {
            columns: vec![
                column("who", ColumnKind::Participant),
                column("when", ColumnKind::Date),
                column("board", ColumnKind::Choice(board)),
                column("cost", ColumnKind::Number),
            ],
            ..place
        },
        _ => place,
    }
}

/// A table with the device that writes there.
#[derive(Clone, Debug)]
pub struct Room {
    /// The table.
    pub table: Table,
    /// The device's mint.
    pub mint: Mint,
    /// What time it is; every deed takes a second.
    pub now: Now,
    /// Every change that was made, as the journal would hold it.
    pub journal: Vec<Change>,
    parties: Parties,
    round: RoundId,
}

impl Room {
    /// Table 1, at which nothing was said.
    pub fn new() -> Self {
        Self::of("laptop-1", 7)
    }

    /// Table 1 as another device has it.
    pub fn of(device: &str, seed: u64) -> Self {
        Self {
            table: Table::new(TableId(1)),
            mint: Mint::new(device.into(), seed),
            now: NINE,
            journal: Vec::new(),
            parties: parties(),
            round: "r".into(),
        }
    }

    /// The device of the room.
    pub fn device(&self) -> DeviceId {
        self.mint.device().clone()
    }

    fn slot<'a>(&'a self, place: &'a Place, columns: &'a [String], under: Option<&'a EntryId>) -> Slot<'a> {
        let day = self.now.date();
        Slot { round: &self.round, place, under, columns, parties: &self.parties, day, lang: Lang::Nl }
    }

    /// Makes a change of touches.
    pub fn alter(&mut self, touches: Vec<Touch>) -> Option<Change> {
        self.now = self.now.plus(1);
        let change = self.table.alter(touches, Deed::Did, &mut self.mint, self.now);
        self.journal.extend(change.clone());
        change
    }

    /// Types a line in a category; gives the entry's id.
    pub fn typed(&mut self, category: &str, line: &str) -> EntryId {
        self.typed_in(category, line, &[], None).expect("something was said")
    }

    /// Types a line with columns, under an entry that was chosen; gives the id of what was born or altered.
    pub fn typed_in(
        &mut self,
        category: &str,
        line: &str,
        columns: &[&str],
        under: Option<&EntryId>,
    ) -> Option<EntryId> {
        let (place, columns) = (place(category), columns.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        let mut mint = self.mint.clone();
        let touches = self.table.say(line, &self.slot(&place, &columns, under), &mut mint, self.now.plus(1));
        self.mint = mint;
        self.alter(touches).map(|change| match &change.touches[0] {
            Touch::Birth(entry) => entry.id.clone(),
            Touch::Part { entry, .. } => entry.clone(),
            Touch::Judgement { .. } | Touch::Fact { .. } => panic!("saying something is about an entry"),
        })
    }

    /// Words an entry anew, in the place where it stands.
    pub fn reworded(&mut self, id: &EntryId, line: &str, columns: &[&str]) -> Option<Change> {
        let place = place(self.entry(id).category.as_str());
        let columns: Vec<String> = columns.iter().map(|text| (*text).to_owned()).collect();
        let touches = self.table.reword(id, line, &self.slot(&place, &columns, None));
        self.alter(touches)
    }

    /// Takes back the last change.
    pub fn undo(&mut self) -> bool {
        self.now = self.now.plus(1);
        let change = self.table.undo(&mut self.mint, self.now);
        self.journal.extend(change.clone());
        change.is_some()
    }

    /// Does again what was last taken back.
    pub fn redo(&mut self) -> bool {
        self.now = self.now.plus(1);
        let change = self.table.redo(&mut self.mint, self.now);
        self.journal.extend(change.clone());
        change.is_some()
    }

    /// An entry.
    pub fn entry(&self, id: &EntryId) -> &Entry {
        self.table.records.entry(id).expect("the entry is there")
    }

    /// The texts of a category, in order.
    pub fn texts(&self, category: &str) -> Vec<String> {
        self.table.records.listed(&"b".into(), &category.into()).map(|entry| entry.text.clone()).collect()
    }

    /// Everything living, without the stamps that say how it came about.
    pub fn seen(&self) -> Vec<Entry> {
        let living = self.table.records.all().into_iter().filter(|entry| !entry.gone).cloned();
        living.map(|entry| Entry { earlier: Vec::new(), changed: [].into(), ..entry }).collect()
    }

    /// The room after a restart: its journal read again by the same device.
    pub fn restarted(&self) -> Self {
        let mut room = Self { mint: Mint::new(self.device(), 99), journal: self.journal.clone(), ..Self::new() };
        room.now = self.now;
        for change in &self.journal {
            room.mint.observe(&change.stamp);
            room.table.replay(change.clone(), &self.device(), true);
        }
        room
    }
}
