//! Halls of which the outcome is reckoned by hand, and the order of tables that changes nothing.

use super::*;
use crate::{
    form::terms::then,
    record::{
        Assessor, BlockId, DeviceId, Entry, EntryId, FactKey, Flag, Home, Item, JudgementKey, Mint, Now, Parties,
        Stamp, TableId, Value, Verdict, Voice,
    },
    session::{FORMAT, Head},
    words::Lang,
    workshop,
};
use chrono::NaiveDate;
use proptest::prelude::*;

const NOW: Now = Now { millis: 1_778_569_200_000, offset: 7200 };

const WORKSHOP: &str = r#"(
    format: 1, id: "proef", title: "Proef", language: "nl",
    rounds: [
        (id: "r", title: "Alles", question: "Wat helpt?", minutes: 20, blocks: [
            Collect(id: "punten", categories: [(id: "plus", label: "Helpt", sigil: "+"), (id: "min", label: "Hindert", sigil: "!"), (id: "taak", label: "Taken")]),
            Vote(id: "stem", title: "Stickers", from: [Category("punten", "plus"), Category("punten", "min")], per: Seat, tokens: 3, choose: 1),
            Judge(id: "cijfer", title: "Cijfers", from: [List(["We vertrouwen elkaar", "We halen onze doelen"])], scale: Numbers(from: 1, to: 10, low: "niet", high: "helemaal"), per: Party),
            Judge(id: "door", title: "Doorgaan", from: [List(["Gaan we door?"])], scale: Zones(["ja", "anders", "nee"]), per: Seat),
            Judge(id: "veld", title: "Veld", from: [List(["Loket"])], scale: Axes(x: (label: "Moeite"), y: (label: "Winst")), per: Seat),
            Judge(id: "geheim", title: "Geheim", from: [List(["Wat denk je echt?"])], per: Seat, hidden: UntilReveal),
            Matrix(id: "wie", title: "Wie doet wat", rows: [Category("punten", "taak")], what: "Taak", columns: [Parties], cell: Signs([
                (id: "trekt", glyph: "●", letter: "t", label: "trekt", means: Lead),
                (id: "mee", glyph: "◐", letter: "m", label: "doet mee", means: Join),
                (id: "geen", glyph: ".", letter: "g", label: "geen rol", means: Outside),
                (id: "onbekend", glyph: "?", letter: "o", label: "weten we niet", means: Unknown),
                (id: "schuurt", glyph: "×", letter: "w", label: "wrijving", means: Friction),
            ])),
            Collect(id: "namens", as: Party("Gemeente"), categories: [(id: "wil", label: "Ik wil")]),
            Collect(id: "zelf", categories: [(id: "reactie", label: "Reactie")]),
            Judge(id: "spiegel", title: "Spiegel", from: [Block("namens")], scale: Zones(["herkend", "verrassend", "gemist"]), per: Party, only: Voiced, mirror: "zelf"),
            Collect(id: "acties", preset: ActionList),
        ]),
    ],
)"#;

/// A hall of some tables.
pub(crate) struct Hall {
    pub(crate) session: Session,
    last: i64,
}

impl Hall {
    pub(crate) fn new(tables: u32) -> Self {
        let (workshop, complaints) = workshop::check(WORKSHOP);
        let workshop = workshop.unwrap_or_else(|| panic!("{complaints:?}"));
        let head = Head {
            format: FORMAT,
            id: Default::default(),
            title: "Proef".into(),
            date: NOW.date(),
            place: String::new(),
            tables,
            names: Default::default(),
            parties: Parties::named(["Bewoners", "Gemeente"]),
            device: DeviceId::new("laptop-1"),
            workshop,
        };
        Self { session: Session::new(head, Mint::new(DeviceId::new("laptop-1"), 7)), last: 0 }
    }

    fn stamp(&mut self) -> Stamp {
        self.last += 1;
        Stamp { millis: self.last, tick: 0, device: "a".into() }
    }

    /// A table says something; its id is the table's number and the text.
    pub(crate) fn says(&mut self, table: u32, place: &str, text: &str, with: impl FnOnce(&mut Entry)) -> EntryId {
        let (block, category) = place.split_once('/').expect("block/category");
        let stamp = self.stamp();
        let id = EntryId::new(&format!("{table}:{text}"));
        let home = Home { round: "r".into(), block: block.into(), pass: 0 };
        let mut entry = Entry::new(id.clone(), stamp, home, category.into(), text);
        with(&mut entry);
        self.session.table_mut(TableId(table)).expect("there").records.meet(&entry);
        id
    }

    pub(crate) fn gives(&mut self, table: u32, block: &str, item: Item, assessor: Assessor, verdict: Verdict) {
        let key = JudgementKey { block: BlockId::new(block), item, assessor, criterion: None, pass: 0 };
        self.judged(table, key, verdict);
    }

    fn judged(&mut self, table: u32, key: JudgementKey, verdict: Verdict) {
        let stamp = self.stamp();
        self.session.table_mut(TableId(table)).expect("there").records.judge(&key, Some(verdict), &stamp);
    }

    /// The nth chair of a table puts stickers on something the table said.
    pub(super) fn sticks(&mut self, table: u32, chair: u32, on: &str, count: u32) {
        let item = Item::Entry(EntryId::new(&format!("{table}:{on}")));
        self.gives(table, "stem", item, Assessor::Chair(chair), Verdict::Tokens(count));
    }

    fn rates(&mut self, table: u32, party: &str, statement: &str, number: f64) {
        let item = Item::Statement(statement.into());
        self.gives(table, "cijfer", item, Assessor::Party(party.into()), Verdict::Number(number));
    }

    fn fills(&mut self, table: u32, task: &str, party: &str, sign: &str) {
        let row = Item::Entry(EntryId::new(&format!("{table}:{task}")));
        let cell = Item::Cell(Box::new(row), Box::new(Item::Party(party.into())));
        self.gives(table, "wie", cell, Assessor::Table, Verdict::Choice(sign.into()));
    }

    pub(crate) fn read(&self) -> Verdicts {
        Verdicts::read(&self.session, &Words::new(Lang::Nl), false)
    }
}

fn t(numbers: &[u32]) -> Vec<TableId> {
    numbers.iter().copied().map(TableId).collect()
}

/// Three tables that stuck: 3 and 1, 0 and 3, 1.
pub(crate) fn stuck() -> Hall {
    let mut hall = Hall::new(3);
    for (table, text) in [(1, "Elkaar kennen"), (1, "Bellen"), (2, "elkaar  kennen."), (2, "Loket"), (3, "Loket")] {
        hall.says(table, "punten/plus", text, |_| {});
    }
    hall.says(3, "punten/min", "Elkaar kennen", |_| {});
    hall.sticks(1, 1, "Elkaar kennen", 2);
    hall.sticks(1, 1, "Bellen", 1);
    hall.sticks(1, 2, "Elkaar kennen", 1);
    hall.sticks(2, 1, "Loket", 3);
    hall.sticks(3, 1, "Loket", 1);
    hall
}

#[test]
fn the_same_words_at_two_tables_are_one_option_and_of_another_category_they_are_not() {
    let read = stuck().read();
    let vote = &read.votes[0];
    let told: Vec<String> = vote
        .options
        .iter()
        .map(|one| {
            let shares: Vec<String> =
                one.tables.iter().map(|share| format!("{}:{}/{}", share.table, share.score, share.voters)).collect();
            format!("{} {:?} {} | {}", one.label, one.place, one.score, shares.join(" "))
        })
        .collect();
    assert_eq!(
        told,
        [
            "Loket Some(1) 4 | 2:3/1 3:1/1",
            "Elkaar kennen Some(2) 3 | 1:3/2 2:0/0",
            "Bellen Some(3) 1 | 1:1/1",
            "Elkaar kennen None 0 | 3:0/0",
        ]
    );
    assert_eq!(vote.options[1].divided, Some((t(&[1]), t(&[2]))), "first at one, nothing at another");
    assert_eq!(vote.options[0].divided, None);
    assert_eq!((vote.options[0].reach(), vote.options[1].spread()), (2, (0, 3)));
    let on = |at: usize| vote.options[at].traces.iter().filter(|trace| trace.key.is_some()).count();
    assert_eq!((on(0), on(1), on(2)), (2, 2, 1), "every sticker can be followed back");
    let entries: Vec<&str> = vote.options[1].traces.iter().flat_map(|one| &one.entry).map(EntryId::as_str).collect();
    assert_eq!(entries, ["1:Elkaar kennen", "1:Elkaar kennen", "2:elkaar  kennen."]);
}

/// Two tables whose parties differ and who do not differ as tables: 2 and 8, 3 and 9.
pub(crate) fn rated() -> Hall {
    let mut hall = Hall::new(2);
    let about = "We vertrouwen elkaar";
    for (table, party, number) in [(1, "bewoners", 2.0), (1, "gemeente", 8.0), (2, "bewoners", 3.0)] {
        hall.rates(table, party, about, number);
    }
    hall.rates(2, "gemeente", about, 9.0);
    for table in [1, 2] {
        let item = Item::Statement(about.into());
        let key =
            JudgementKey { block: "cijfer".into(), item, assessor: Assessor::Table, criterion: Some(then()), pass: 0 };
        hall.judged(table, key, Verdict::Number(4.0));
    }
    hall
}

#[test]
fn parties_that_lie_apart_are_told_also_where_tables_do_not() {
    let read = rated().read();
    let item = &read.scales[0].items[0];
    let all = &item.all;
    assert_eq!((all.count, all.mean, all.median, all.lower, all.upper, all.range()), (4, 5.5, 5.5, 2.75, 8.25, 5.5));
    assert!((all.deviation - 9.25_f64.sqrt()).abs() < 1e-12);
    let tables = item.between_tables.expect("two tables");
    assert!((tables.part - 1.0 / 9.0).abs() < 1e-12 && !tables.is_apart);
    let parties = item.between_parties.expect("two parties");
    assert!((parties.part - 6.0 / 9.0).abs() < 1e-12 && parties.is_apart);
    assert_eq!((parties.one, parties.other), (0, 1), "the residents lower, the municipality higher");
    assert_eq!(item.within, t(&[1, 2]), "each table is divided within itself: 3 is more than a quarter of 9");
    assert_eq!(item.then, Some(4.0));
    assert!(item.dots.iter().all(|dot| dot.trace.key.is_some()));
    assert_eq!(read.scales[0].items[1].all.count, 0, "what nobody rated is there, with nothing");
}

#[test]
fn tables_that_choose_otherwise_lie_apart() {
    let mut hall = Hall::new(2);
    for (table, chair, choice) in [(1, 1, "ja"), (1, 2, "ja"), (2, 1, "nee"), (2, 2, "nee"), (2, 3, "ja")] {
        let item = Item::Statement("Gaan we door?".into());
        hall.gives(table, "door", item, Assessor::Chair(chair), Verdict::Choice(choice.into()));
    }
    let read = hall.read();
    let item = &read.scales[1].items[0];
    assert_eq!(item.all.choices, [3, 0, 2]);
    // all of one against a third of the other: two thirds would have to choose otherwise
    let apart = item.between_tables.expect("two tables");
    assert!((apart.part - 2.0 / 3.0).abs() < 1e-12 && apart.is_apart);
    assert_eq!(item.within, t(&[2]), "one in three chose otherwise than most");
}

#[test]
fn a_field_is_two_scales_and_what_is_out_of_sight_is_not_counted() {
    let mut hall = Hall::new(1);
    for (chair, x, y) in [(1, 0.0, 1.0), (2, 1.0, 1.0)] {
        let item = Item::Statement("Loket".into());
        hall.gives(1, "veld", item, Assessor::Chair(chair), Verdict::Place(x, y));
        let item = Item::Statement("Wat denk je echt?".into());
        hall.gives(1, "geheim", item, Assessor::Chair(chair), Verdict::Number(7.0));
    }
    let read = hall.read();
    let [_, _, x, y, secret] = &read.scales[..] else { panic!("{:?}", read.scales) };
    assert_eq!((x.on.as_str(), x.items[0].all.mean, x.items[0].within.len()), ("Moeite", 3.0, 1));
    assert_eq!((y.on.as_str(), y.items[0].all.mean, y.items[0].within.len()), ("Winst", 5.0, 0));
    assert_eq!((secret.items[0].all.count, &secret.hidden), (0, &t(&[1])));
    let stamp = hall.stamp();
    let key = FactKey::Revealed("geheim".into());
    hall.session.tables[0].records.note(&key, Some(Value::Yes(true)), &stamp);
    let secret = &hall.read().scales[4];
    assert_eq!((secret.items[0].all.count, secret.hidden.len()), (2, 0));
}

/// Two tables with three tasks: an overlap, a gap at both, and quite other leaders.
pub(crate) fn filled() -> Hall {
    let mut hall = Hall::new(2);
    for table in [1, 2] {
        for task in ["Scholen", "Doorverwijzen", "Ontmoeting"] {
            hall.says(table, "punten/taak", task, |_| {});
        }
    }
    for (table, task, party, sign) in [
        (1, "Scholen", "bewoners", "trekt"),
        (1, "Scholen", "gemeente", "trekt"),
        (2, "Scholen", "bewoners", "mee"),
        (2, "Scholen", "gemeente", "trekt"),
        (1, "Doorverwijzen", "bewoners", "onbekend"),
        (1, "Doorverwijzen", "gemeente", "mee"),
        (2, "Doorverwijzen", "bewoners", "schuurt"),
        (1, "Ontmoeting", "bewoners", "trekt"),
        (2, "Ontmoeting", "gemeente", "trekt"),
    ] {
        hall.fills(table, task, party, sign);
    }
    hall
}

#[test]
fn laid_over_each_other_it_is_told_which_table_said_so() {
    let read = filled().read();
    let [schooling, referring, meeting] = &read.roles[0].rows[..] else { panic!("{:?}", read.roles) };
    assert_eq!(schooling.overlap, [(TableId(1), vec![0, 1])]);
    assert_eq!(schooling.contradicted, [0], "the residents pull at one table and take part at the other");
    assert_eq!(schooling.leads, [(0, t(&[1])), (1, t(&[1, 2]))]);
    assert!(!schooling.other_leads, "both tables name the municipality");
    assert_eq!(referring.gap, t(&[1, 2]));
    assert!(referring.is_nobodys());
    assert_eq!(referring.unknown, [(TableId(1), vec![0])]);
    assert_eq!(referring.friction, [(TableId(2), vec![0])]);
    assert_eq!(referring.contradicted, [0]);
    assert!(meeting.other_leads && meeting.contradicted.is_empty() && meeting.gap.is_empty());
    let said = meeting.standing(0).next().expect("filled in");
    assert!(said.trace.key.is_some() && said.trace.entry == Some("1:Ontmoeting".into()));
}

#[test]
fn what_was_said_in_a_name_stands_beside_what_the_party_said_itself() {
    let mut hall = Hall::new(2);
    let namens = |entry: &mut Entry| {
        entry.namens = Some(Voice::Party("gemeente".into()));
        entry.by = Some(Voice::Party("bewoners".into()));
    };
    for (table, text, zone) in
        [(1, "Ik wil grip", Some("gemist")), (2, "Ik wil rust", Some("herkend")), (2, "Ik wil geld", None)]
    {
        let id = hall.says(table, "namens/wil", text, namens);
        if let Some(zone) = zone {
            let (who, item) = (Assessor::Party("gemeente".into()), Item::Entry(id));
            hall.gives(table, "spiegel", item, who, Verdict::Choice(zone.into()));
        }
    }
    hall.says(2, "zelf/reactie", "Ik wil vertrouwen", |entry| entry.by = Some(Voice::Party("gemeente".into())));
    let read = hall.read();
    assert_eq!(read.mirrors.len(), 1, "a block that has a mirror is not told again without it");
    let [seen] = &read.mirrors[0].parties[..] else { panic!("{:?}", read.mirrors) };
    assert_eq!((seen.party.as_str(), &seen.counts[..], seen.open), ("gemeente", &[1, 0, 1][..], 1));
    let said: Vec<String> = seen.said.iter().map(|line| format!("{} {}", line.text, line.told.join(","))).collect();
    assert_eq!(said, ["Ik wil grip gemist", "Ik wil rust herkend", "Ik wil geld "]);
    assert_eq!(seen.own.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["Ik wil vertrouwen"]);
    assert_eq!(seen.said[0].traces.len(), 2, "where it was said, and the reaction");
}

#[test]
fn of_an_agreement_it_is_told_what_it_lacks() {
    let mut hall = Hall::new(2);
    let day = NaiveDate::from_ymd_opt(2026, 6, 1).expect("a day");
    hall.says(1, "acties/action", "Bellen", |entry| {
        entry.columns.insert("who".into(), Value::Voice(Voice::Party("gemeente".into())));
        entry.columns.insert("when".into(), Value::Date(day));
        entry.columns.insert("board".into(), Value::Choice("bevestigd".into()));
    });
    hall.says(2, "acties/action", "Loket openen", |_| {});
    hall.says(2, "acties/action", "Praten", |entry| {
        entry.columns.insert("who".into(), Value::Text("Welzijn".into()));
        entry.columns.insert("when".into(), Value::Text("na de zomer".into()));
        entry.columns.insert("board".into(), Value::Choice("to be asked".into()));
        entry.flags.insert(Flag::Confidential);
    });
    let read = hall.read();
    let told = |one: &Agreed| {
        let (who, when) =
            (one.who.clone().unwrap_or_default(), one.when.map(|day| day.to_string()).unwrap_or_default());
        let lacks = (one.lacks_who(), one.lacks_when());
        format!("{} T{} {who} {when} {:?} {lacks:?}", one.what, one.table(), one.board)
    };
    assert_eq!(
        read.agreements.iter().map(told).collect::<Vec<_>>(),
        [
            "Loket openen T2   Unsaid (true, true)",
            "Praten T2 Welzijn  ToAsk (false, true)",
            "Bellen T1 Gemeente 2026-06-01 Confirmed (false, false)",
        ]
    );
    assert_eq!(read.agreements[1].about_when.as_deref(), Some("na de zomer"));
    let public = Verdicts::read(&hall.session, &Words::new(Lang::Nl), true);
    assert_eq!(public.agreements.len(), 2, "what is for those who were there stays out of a report");
}

#[test]
fn a_session_in_which_nothing_was_said_yields_nothing_and_harms_nothing() {
    let read = Hall::new(0).read();
    assert!(read.votes.is_empty() && read.agreements.is_empty() && read.mirrors.iter().all(|one| one.said() == 0));
    let read = Hall::new(4).read();
    assert!(read.votes.iter().all(|vote| vote.tables.is_empty()));
    assert!(read.scales.iter().all(|scale| scale.items.iter().all(|item| item.between_tables.is_none())));
    assert!(read.roles.iter().all(|roles| roles.rows.is_empty()));
}

/// What a table of a random hall gives: stickers on three options, marks of two parties, signs of two tasks.
type Given = (Vec<(u8, u8, u8)>, Vec<(bool, u8)>, Vec<(bool, bool, u8)>);

fn given() -> impl Strategy<Value = Given> {
    (
        prop::collection::vec((1..5u8, 0..3u8, 1..4u8), 0..6),
        prop::collection::vec((any::<bool>(), 1..11u8), 0..4),
        prop::collection::vec((any::<bool>(), any::<bool>(), 0..5u8), 0..5),
    )
}

fn hall(tables: &[Given]) -> Hall {
    let mut hall = Hall::new(tables.len() as u32);
    for (at, (votes, marks, cells)) in tables.iter().enumerate() {
        let table = at as u32 + 1;
        let options = ["Elkaar kennen", "Loket", "Bellen"];
        options.iter().for_each(|text| drop(hall.says(table, "punten/plus", text, |_| {})));
        ["Scholen", "Ontmoeting"].iter().for_each(|text| drop(hall.says(table, "punten/taak", text, |_| {})));
        for (chair, option, count) in votes {
            hall.sticks(table, u32::from(*chair), options[usize::from(*option)], u32::from(*count));
        }
        let party = |first: bool| if first { "bewoners" } else { "gemeente" };
        for (first, number) in marks {
            hall.rates(table, party(*first), "We vertrouwen elkaar", f64::from(*number));
        }
        for (task, first, sign) in cells {
            let sign = ["trekt", "mee", "geen", "onbekend", "schuurt"][usize::from(*sign)];
            hall.fills(table, if *task { "Scholen" } else { "Ontmoeting" }, party(*first), sign);
        }
    }
    hall
}

proptest! {
    #[test]
    fn the_order_in_which_tables_come_in_changes_nothing(tables in prop::collection::vec(given(), 1..6), seed in any::<u64>()) {
        let mut hall = hall(&tables);
        let straight = hall.read();
        let count = hall.session.tables.len();
        for at in (1..count).rev() {
            hall.session.tables.swap(at, (seed as usize).wrapping_mul(at + 7) % (at + 1));
        }
        prop_assert_eq!(straight, hall.read());
    }

    #[test]
    fn other_numbers_on_the_tables_change_no_outcome(tables in prop::collection::vec(given(), 1..6)) {
        let other: Vec<Given> = tables.iter().rev().cloned().collect();
        let (one, other) = (hall(&tables).read(), hall(&other).read());
        let votes = |read: &Verdicts| -> Vec<(String, i64, Option<usize>, usize, bool)> {
            let all = read.votes[0].options.iter();
            all.map(|one| (one.label.clone(), one.score, one.place, one.reach(), one.divided.is_some())).collect()
        };
        prop_assert_eq!(votes(&one), votes(&other));
        let scale = |read: &Verdicts| {
            let item = &read.scales[0].items[0];
            let (all, apart) = (&item.all, |apart: &Option<Apart>| apart.map(|apart| apart.is_apart));
            (all.count, all.median, all.lower, all.upper, all.ends, apart(&item.between_tables), apart(&item.between_parties), item.within.len())
        };
        prop_assert_eq!(scale(&one), scale(&other));
        let roles = |read: &Verdicts| -> Vec<(String, usize, usize, usize, Vec<usize>, bool)> {
            let rows = read.roles[0].rows.iter();
            rows.map(|row| (row.label.clone(), row.gap.len(), row.overlap.len(), row.friction.len(), row.contradicted.clone(), row.other_leads)).collect()
        };
        prop_assert_eq!(roles(&one), roles(&other));
    }

    #[test]
    fn between_the_quartiles_lies_half_of_it(mut values in prop::collection::vec(0..100u8, 1..40)) {
        values.sort_unstable();
        let values: Vec<f64> = values.into_iter().map(f64::from).collect();
        let at = |part| summary::quantile(&values, part);
        prop_assert!(at(0.0) == values[0] && at(1.0) == values[values.len() - 1]);
        prop_assert!(at(0.25) <= at(0.5) && at(0.5) <= at(0.75));
        let inside = values.iter().filter(|value| (at(0.25)..=at(0.75)).contains(*value)).count();
        prop_assert!(inside * 2 + 2 >= values.len());
    }
}
