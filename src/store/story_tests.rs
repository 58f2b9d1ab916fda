//! Stories of the disk: who does what, what goes wrong, and what is there afterwards.

use super::*;
use crate::dialect::What;
use crate::record::{Deed, *};
use crate::session::{FORMAT, Head, Last, Log, Step, Table};
use crate::text::Op;
use crate::workshop::{Round, Workshop};
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;

mod damage_tests;
mod device_tests;
mod following_tests;
mod hand_tests;

const T: TableId = TableId(2);

fn head(title: &str) -> Head {
    let round = |id: &str| Round { id: id.into(), title: id.to_owned(), ..Round::default() };
    Head {
        format: FORMAT,
        id: SessionId::default(),
        title: title.to_owned(),
        date: chrono::NaiveDate::from_ymd_opt(2026, 5, 12).expect("a date"),
        place: "Zaal 3".to_owned(),
        tables: 3,
        names: [(T, "Blauw".to_owned())].into(),
        parties: Parties::named(["Gemeente 2", "Welzijn"]),
        device: "laptop-1".into(),
        workshop: Workshop { format: 1, id: "w".into(), rounds: vec![round("r1"), round("r2")], ..Workshop::default() },
    }
}

/// A data folder, a session in it, and the device that looks at it.
struct Room {
    _folder: tempfile::TempDir,
    store: Store,
    dir: SessionDir,
    head: Head,
}

impl Room {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::new(Data::new(folder.path()), "laptop-1".into());
        let head = store.create(head("Dorpsnetwerk")).expect("made");
        let dir = store.find(head.id.as_str()).expect("found");
        Self { _folder: folder, store, dir, head }
    }

    fn other(&self, device: &str) -> Store {
        Store::new(self.store.data().clone(), device.into())
    }

    fn file(&self) -> PathBuf {
        self.dir.table_file(2, None)
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).expect("a table's file")
    }

    fn journal(&self) -> PathBuf {
        self.dir.journal_file(2, Some("laptop-1"))
    }

    /// The table as it is loaded, all being well.
    fn table(&self) -> Table {
        let loaded = self.store.load(&self.dir, 1).expect("loaded");
        assert!(loaded.doubts.is_empty(), "{:?}", loaded.doubts);
        loaded.session.table(T).expect("the table").clone()
    }

    fn doubts(&self) -> (Table, Vec<Doubt>) {
        let loaded = self.store.load(&self.dir, 1).expect("loaded");
        (loaded.session.table(T).expect("the table").clone(), loaded.doubts)
    }

    fn sit(&self) -> Seat {
        Seat::at(&self.store, &self.dir)
    }
}

/// Somebody at a table.
struct Seat {
    writer: Writer,
    session: crate::session::Session,
    millis: i64,
}

impl Seat {
    fn at(store: &Store, dir: &SessionDir) -> Self {
        let session = store.load(dir, 7).expect("loaded").session;
        let writer = store.sit(dir, T, "14:32").expect("free");
        let past = session.table(T).and_then(|table| table.records.latest()).map_or(0, |stamp| stamp.millis);
        Self { writer, session, millis: past.max(1_780_000_000_000) }
    }

    fn table(&self) -> &Table {
        self.session.table(T).expect("the table")
    }

    fn now(&mut self) -> Now {
        self.millis += 1000;
        Now { millis: self.millis, offset: 0 }
    }

    fn alter(&mut self, touches: Vec<Touch>) {
        let now = self.now();
        let crate::session::Session { tables, mint, .. } = &mut self.session;
        let table = tables.iter_mut().find(|table| table.id == T).expect("the table");
        if let Some(change) = table.alter(touches, Deed::Did, mint, now) {
            self.writer.write(&Log::Change(Box::new(change))).expect("written");
        }
    }

    fn say(&mut self, text: &str) -> EntryId {
        let now = self.now();
        let (id, stamp) = (self.session.mint.entry(now), self.session.mint.stamp(now));
        let home = Home { round: "r1".into(), block: "b".into(), pass: 0 };
        let entry = Entry::new(id.clone(), stamp, home, "plus".into(), text);
        self.alter(vec![Touch::Birth(Box::new(entry))]);
        id
    }

    fn set(&mut self, id: &EntryId, part: Part) {
        let touches = self.table().records.touch(id, part).into_iter().collect();
        self.alter(touches);
    }

    fn undo(&mut self) {
        let now = self.now();
        let crate::session::Session { tables, mint, .. } = &mut self.session;
        let table = tables.iter_mut().find(|table| table.id == T).expect("the table");
        if let Some(change) = table.undo(mint, now) {
            self.writer.write(&Log::Change(Box::new(change))).expect("written");
        }
    }

    fn step(&mut self, step: Step) {
        self.writer.write(&Log::Step(step.clone())).expect("written");
        self.session.table_mut(T).expect("the table").desk.step(&step);
    }

    fn typed(&mut self, text: &str) {
        self.step(Step::Type(0, Op::Insert(text.to_owned())));
    }

    fn snapshot(&mut self) {
        let table = self.session.table(T).expect("the table").clone();
        self.writer.snapshot(&self.session.head, &table).expect("saved");
    }
}

fn texts(table: &Table) -> Vec<String> {
    table.records.listed(&"b".into(), &"plus".into()).map(|entry| entry.text.clone()).collect()
}

#[test]
fn a_session_is_made_found_and_listed() {
    let room = Room::new();
    assert_eq!(room.head.id.as_str(), "2026-05-12-dorpsnetwerk");
    assert_eq!(room.store.load(&room.dir, 1).expect("loaded").session.head, room.head);
    let second = room.store.create(head("Dorpsnetwerk!")).expect("made");
    assert_eq!(second.id.as_str(), "2026-05-12-dorpsnetwerk-2");
    let other = room.store.create(Head { title: "../../Weg".into(), ..head("") }).expect("made");
    assert_eq!(other.id.as_str(), "2026-05-12-weg");

    let path = |name: &str| room.store.find(name).map(|dir| dir.path().to_owned());
    let at = |id: &SessionId| room.store.data().session(id.as_str()).path().to_owned();
    assert_eq!(path("2026-05-12-dorpsnetwerk").expect("the whole id"), at(&room.head.id));
    assert_eq!(path("2026-05-12-W").expect("a beginning"), at(&other.id));
    assert!(matches!(path("2026"), Err(NotFound::Several { ids, .. }) if ids.len() == 3));
    assert!(matches!(path("2027"), Err(NotFound::Nothing { .. })));
    assert!(matches!(path(""), Err(NotFound::Nothing { .. })));
    assert!(matches!(path("../sessions"), Err(NotFound::Nothing { .. })));
    assert_eq!(path(&at(&second.id).display().to_string()).expect("a folder"), at(&second.id));
    let last = Last { table: T, round: 2, at: i64::MAX }; // later than any of the files
    room.store.remember(&room.store.find(second.id.as_str()).expect("found"), &last).expect("kept");
    assert_eq!(path("last").expect("the last used"), at(&second.id));

    let (list, troubles) = room.store.sessions().expect("listed");
    assert!(troubles.is_empty());
    assert_eq!(list[0].last, Some(last));
    assert_eq!(
        list.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(),
        ["Dorpsnetwerk!", "Dorpsnetwerk", "../../Weg"]
    );
    fs::write(at(&other.id).join("session.ron"), "Session(format: 1,").expect("written");
    let count = || room.store.sessions().map(|(list, troubles)| (list.len(), troubles.len())).expect("listed");
    assert_eq!(count(), (3, 1), "it opens with the copy of its head, and says so");
    fs::remove_file(at(&other.id).join("journal/session.ron")).expect("removed");
    assert_eq!(count(), (2, 1));
    assert!(matches!(Store::new(Data::new("/nowhere"), "x".into()).find("last"), Err(NotFound::NoSessions)));
}

/// What somebody may do at the table.
#[derive(Clone, Debug)]
enum Does {
    Says(String),
    Sets(usize, Part),
    Judges(Verdict),
    Notes(FactKey, Option<Value>),
    Undoes,
    Snapshots,
    IsKilled,
}

fn any_deed() -> impl Strategy<Value = Does> {
    let words = || "[a-z \"\\\\é漢👩\n(),]{0,12}".prop_map(|text| crate::text::clean(&text).into_owned());
    let value = prop_oneof![
        words().prop_map(Value::Text),
        (-3..3i32).prop_map(|n| Value::Number(f64::from(n) / 3.0)),
        Just(Value::Date(chrono::NaiveDate::MIN)),
        Just(Value::Voice(Voice::Seat("gemeente#1".into()))),
        Just(Value::Entries(vec!["x".into(), "y".into()])),
        any::<bool>().prop_map(Value::Yes),
    ];
    let value = proptest::option::of(value);
    let part = prop_oneof![
        words().prop_map(Part::Text),
        Just(Part::Home(Home { round: "r2".into(), block: "c".into(), pass: 3 })),
        Just(Part::Category("min".into())),
        proptest::option::of(Just(Voice::Party("welzijn".into()))).prop_map(Part::By),
        proptest::option::of(Just(Voice::Seat("welzijn#2".into()))).prop_map(Part::Namens),
        proptest::option::of(Just(EntryId::from("z"))).prop_map(Part::Answers),
        Just(Part::Order(Order::between(None, None))),
        value.clone().prop_map(|value| Part::Column("k 1".into(), value)),
        (0..5usize, any::<bool>()).prop_map(|(flag, on)| Part::Flag(Flag::ALL[flag], on)),
        any::<bool>().prop_map(|on| Part::Theme("wonen/zorg".into(), on)),
        any::<bool>().prop_map(Part::Gone),
    ];
    let verdict = prop_oneof![
        Just(Verdict::Place(0.25, 1.0)),
        Just(Verdict::Set(["a".to_owned(), "b".to_owned()].into())),
        words().prop_map(Verdict::Text),
        (0..9u32).prop_map(Verdict::Tokens),
    ];
    let fact = prop_oneof![
        Just(FactKey::Seats("gemeente".into())),
        Just(FactKey::Began("r1".into())),
        Just(FactKey::Category("b".into(), "eigen".into())),
    ];
    prop_oneof![
        4 => words().prop_map(Does::Says),
        8 => (0..9usize, part).prop_map(|(at, part)| Does::Sets(at, part)),
        1 => verdict.prop_map(Does::Judges),
        1 => (fact, value).prop_map(|(key, value)| Does::Notes(key, value)),
        2 => Just(Does::Undoes),
        2 => Just(Does::Snapshots),
        2 => Just(Does::IsKilled),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_was_done_is_what_is_loaded(deeds in proptest::collection::vec(any_deed(), 0..25)) {
        let room = Room::new();
        let mut seat = room.sit();
        let mut ids = Vec::new();
        for deed in deeds {
            match deed {
                Does::Says(text) => ids.push(seat.say(&text)),
                Does::Sets(at, part) if !ids.is_empty() => seat.set(&ids[at % ids.len()].clone(), part),
                Does::Sets(..) => {}
                Does::Judges(verdict) => {
                    let item = Item::Cell(Box::new(Item::Statement("s".into())), Box::new(Item::Party("welzijn".into())));
                    let key = JudgementKey { block: "b".into(), item, assessor: Assessor::Chair(2), criterion: Some("c".into()), pass: 1 };
                    let was = seat.table().records.verdict(&key).cloned();
                    seat.alter(vec![Touch::Judgement { key, was, now: Some(verdict) }]);
                }
                Does::Notes(key, value) => {
                    let touch = seat.table().records.touch_fact(key, value);
                    seat.alter(vec![touch]);
                }
                Does::Undoes => seat.undo(),
                Does::Snapshots => seat.snapshot(),
                Does::IsKilled => {
                    drop(seat);
                    seat = room.sit();
                }
            }
            let table = room.table();
            prop_assert_eq!(&table.records, &seat.table().records);
            prop_assert!(table.history().eq(seat.table().history()));
        }
        // the snapshot alone says all of it
        seat.snapshot();
        let was = seat.table().records.clone();
        drop(seat);
        fs::remove_file(room.journal()).expect("removed");
        prop_assert_eq!(room.table().records, was);
    }
}

/// Not a test of right or wrong: `cargo test --release --lib store::story_tests::how_long -- --ignored --nocapture`.
#[test]
#[ignore = "measures"]
fn how_long_it_takes() {
    let room = Room::new();
    let mut seat = room.sit();
    for n in 0..10_000 {
        seat.say(&format!("Inbreng nummer {n}: meer bankjes in de zon, en “koffie” erbij voor wie dat wil"));
    }
    let time = |name: &str, deed: &mut dyn FnMut()| {
        let start = std::time::Instant::now();
        deed();
        println!("{name}: {:?}", start.elapsed());
    };
    time("snapshot of 10,000", &mut || seat.snapshot());
    time("snapshot of 10,000 again", &mut || seat.snapshot());
    time("1,000 steps", &mut || (0..1000).for_each(|_| seat.typed("a")));
    drop(seat);
    println!(
        "file {} kB, journal {} kB",
        room.text().len() >> 10,
        fs::metadata(room.journal()).expect("there").len() >> 10
    );
    time("load of 10,000 with a journal of 10,000", &mut || drop(room.table()));
    time("sit", &mut || drop(room.store.sit(&room.dir, T, "nu")));
    fs::remove_file(room.journal()).expect("removed");
    time("load of 10,000 without a journal", &mut || drop(room.table()));
    time("list of sessions", &mut || drop(room.store.sessions()));
}
