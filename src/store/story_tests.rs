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

mod following_tests;

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
    let last = Last { table: T, round: 2, at: 1000 };
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

#[test]
fn a_kill_takes_nothing_not_even_the_half_typed_line() {
    let room = Room::new();
    let mut seat = room.sit();
    let first = seat.say("Meer bankjes");
    seat.snapshot();
    seat.set(&first, Part::Text("Meer bankjes in de zon".into()));
    seat.say("Een dorpsauto");
    seat.undo();
    seat.step(Step::Round("r2".into()));
    seat.step(Step::Place("b".into(), "min".into()));
    seat.typed("half ge");
    seat.typed("typt é 👩‍👩‍👧");
    seat.typed("\u{200d}");
    seat.step(Step::Type(0, Op::WordLeft));
    let Seat { writer, session, .. } = seat;
    drop(writer);

    let (was, now) = (session.table(T).expect("the table"), room.table());
    assert_eq!(now.records, was.records);
    assert!(now.history().eq(was.history()));
    assert_eq!((now.can_undo(), now.can_redo()), (true, true));
    assert_eq!(now.desk.editor(0), was.desk.editor(0));
    assert_eq!((&now.desk.round, &now.desk.place), (&was.desk.round, &was.desk.place));
    // and again, after the next snapshot
    let mut seat = room.sit();
    assert!(seat.writer.is_due());
    seat.snapshot();
    assert!(!seat.writer.is_due());
    drop(seat);
    assert!(!room.sit().writer.is_due());
    assert_eq!(room.table().records, was.records);
    assert!(room.table().history().eq(was.history()));
}

#[test]
fn a_journal_cut_off_anywhere_gives_what_was_whole() {
    let room = Room::new();
    let mut seat = room.sit();
    for text in ["een", "twee", "drie"] {
        seat.typed(text);
        seat.say(text);
        seat.step(Step::Clear);
    }
    drop(seat);
    let whole = fs::read(room.journal()).expect("a journal");
    let mut most = 0;
    for end in 0..=whole.len() {
        fs::write(room.journal(), &whole[..end]).expect("cut");
        let (table, doubts) = room.doubts();
        assert!(doubts.iter().all(|doubt| matches!(doubt, Doubt::Torn { .. })), "{doubts:?}");
        assert!(texts(&table).len() >= most, "at {end}");
        most = texts(&table).len();
    }
    assert_eq!(most, 3);
    fs::write(room.journal(), &whole[..whole.len() - 4]).expect("cut");
    drop(room.sit());
    assert_eq!(texts(&room.table()), ["een", "twee", "drie"], "only the last step was cut off");
}

#[test]
fn a_damaged_table_gives_back_what_stands_before_and_behind_and_is_kept() {
    let room = Room::new();
    let mut seat = room.sit();
    for text in ["een", "twee", "drie"] {
        seat.say(text);
    }
    seat.snapshot();
    drop(seat);
    let damaged = room.text().replace("\"twee\"", "\"twee");
    // without the journal only what is whole is there
    let journal = fs::read(room.journal()).expect("a journal");
    fs::remove_file(room.journal()).expect("removed");
    fs::write(room.file(), &damaged).expect("damaged");
    let (table, doubts) = room.doubts();
    assert_eq!(texts(&table), ["een", "drie"]);
    assert!(matches!(&doubts[..], [Doubt::Damaged { rescued: 2, .. }]), "{doubts:?}");
    // with it all are
    fs::write(room.journal(), journal).expect("back");
    assert_eq!(texts(&room.doubts().0), ["een", "twee", "drie"]);
    let mut seat = room.sit();
    assert!(seat.writer.is_due());
    assert_eq!(room.text(), damaged, "nothing is written before there is a copy");
    seat.snapshot();
    let aside = list_aside(room.dir.path()).expect("listed");
    assert_eq!(fs::read_to_string(&aside[0].path).expect("the copy"), damaged);
    drop(seat);
    assert_eq!(texts(&room.table()), ["een", "twee", "drie"]);
    // an empty file, as some disks leave after a power failure
    fs::write(room.file(), "").expect("emptied");
    assert_eq!(texts(&room.doubts().0), ["een", "twee", "drie"]);
    fs::write(
        room.file(),
        b"Table(format: 1, entries: [\n  (round: \"r1\", block: \"b\", category: \"plus\", text: \"z\"),\n  \xff",
    )
    .expect("broken");
    assert_eq!(texts(&room.doubts().0), ["z", "een", "twee", "drie"]);
}

#[test]
fn a_newer_table_is_left_alone_and_the_others_open() {
    let room = Room::new();
    let text = "Table(format: 2, entries: [Wow], nieuws: 1)";
    fs::write(room.file(), text).expect("written");
    let (table, doubts) = room.doubts();
    assert!(texts(&table).is_empty());
    assert!(matches!(&doubts[..], [Doubt::Newer { path }] if *path == room.file()));
    let refused = room.store.sit(&room.dir, T, "nu").expect_err("refused");
    assert!(matches!(refused, Refused::Trouble(Trouble { safe: Safe::FileUntouched, .. })), "{refused:?}");
    assert!(room.store.sit(&room.dir, TableId(1), "nu").is_ok());
    assert_eq!(room.text(), text);
    let newer =
        fs::read_to_string(room.dir.session_file()).expect("a head").replace("format: 1,\n  id", "format: 9,\n  id");
    fs::write(room.dir.session_file(), &newer).expect("written");
    for trouble in [
        room.store.load(&room.dir, 1).expect_err("newer"),
        room.store.keep_head(&room.dir, &room.head).expect_err("newer"),
    ] {
        assert!(matches!(&trouble.why, Why::Mistake(mistake) if matches!(mistake.what, What::Newer { .. })));
    }
    assert_eq!(fs::read_to_string(room.dir.session_file()).expect("a head"), newer);
}

#[test]
fn what_a_hand_writes_alters_and_deletes_stays_so() {
    let room = Room::new();
    let mut seat = room.sit();
    for text in ["een", "twee", "drie"] {
        seat.say(text);
    }
    seat.snapshot();
    drop(seat);
    let text = room.text();
    let list = crate::dialect::salvage(&text, "entries");
    let last = list[2].0.clone();
    // the last is deleted, the first altered, and one is written between the two that remain
    let by_hand = "(round: \"r1\", block: \"b\", category: \"plus\", text: \"met de hand\"),";
    let altered = format!("{}{by_hand}\n    {}", &text[..list[1].0.start], &text[list[1].0.start..last.start]);
    let altered = format!("{}{}", altered.replace("\"een\"", "\"eentje\""), &text[last.end + 1..]);
    fs::write(room.file(), altered).expect("written");
    let expected = ["eentje", "met de hand", "twee"];
    assert_eq!(texts(&room.table()), expected);
    assert_eq!(room.table().records, room.table().records, "an id by hand is the same every time");
    let mut seat = room.sit();
    seat.say("vier");
    seat.undo();
    seat.snapshot();
    drop(seat);
    assert_eq!(texts(&room.table()), expected);
    assert!(!room.text().contains("drie"));
}

#[test]
fn what_a_hand_writes_while_the_program_runs_is_not_written_over() {
    let room = Room::new();
    let mut seat = room.sit();
    seat.say("een");
    seat.snapshot();
    let by_hand = "entries: [\n    (round: \"r1\", block: \"b\", category: \"plus\", text: \"met de hand\"),";
    let text = room.text().replace("\"een\"", "\"eentje\"").replace("entries: [", by_hand);
    fs::write(room.file(), text).expect("written");
    for said in ["twee", "drie"] {
        seat.say(said);
        seat.snapshot();
    }
    drop(seat);
    assert_eq!(texts(&room.table()), ["met de hand", "eentje", "twee", "drie"]);
}

#[test]
fn an_entry_copied_by_hand_with_its_id_is_an_entry_of_its_own() {
    let room = Room::new();
    let mut seat = room.sit();
    seat.say("een");
    seat.snapshot();
    drop(seat);
    let text = room.text();
    let first = crate::dialect::salvage(&text, "entries")[0].1.to_owned();
    let copied = text.replace(&first, &format!("{first},\n    {}", first.replace("\"een\"", "\"nog een\"")));
    fs::write(room.file(), copied).expect("written");
    let mut found = texts(&room.table());
    found.sort();
    assert_eq!(found, ["een", "nog een"]);
}

#[test]
fn fields_we_do_not_know_survive() {
    let room = Room::new();
    let mut seat = room.sit();
    let id = seat.say("een");
    seat.say("twee");
    seat.snapshot();
    drop(seat);
    let text = room.text().replace("text: \"een\"", "kleur: Rood(\"(\", [1]), text: \"een\"");
    let text = text.replace("Table(\n", "Table(\n  stemming: \"goed\",\n");
    fs::write(room.file(), &text).expect("written");
    let mut seat = room.sit();
    seat.set(&id, Part::Text("anders".into()));
    seat.snapshot();
    seat.snapshot();
    drop(seat);
    let text = room.text();
    let entry = crate::dialect::salvage(&text, "entries")[0].1;
    assert!(entry.contains("\"anders\"") && entry.contains("\n      kleur: Rood(\"(\", [1]),\n"), "{text}");
    assert_eq!((text.matches("kleur").count(), text.matches("\n  stemming: \"goed\",\n").count()), (1, 1), "{text}");
    assert_eq!(texts(&room.table()), ["anders", "twee"]);

    let head =
        fs::read_to_string(room.dir.session_file()).expect("a head").replace("Session(\n", "Session(\n  zaal: 3,\n");
    fs::write(room.dir.session_file(), head).expect("written");
    room.store.keep_head(&room.dir, &Head { title: "Nieuw".into(), ..room.head.clone() }).expect("kept");
    let head = fs::read_to_string(room.dir.session_file()).expect("a head");
    assert!(head.contains("zaal: 3") && head.contains("\"Nieuw\""), "{head}");
}

#[test]
fn nothing_in_a_file_can_speak_to_the_terminal() {
    let room = Room::new();
    let hostile = "Table(format: 1, entries: [(round: \"r1\", block: \"b\", category: \"plus\", id: \"x\\u{1b}[2J\",
        text: \"a\\u{1b}]0;t\\u{7}b\u{202e}c\", by: Party(\"g\\u{9b}2Jx\"), columns: {\"c\\u{7}\": Text(\"d\\r\\u{8}e\")})])";
    fs::write(room.file(), hostile).expect("written");
    let head = fs::read_to_string(room.dir.session_file()).expect("a head");
    let head = head.replace("\"Zaal 3\"", "\"Zaal\\u{1b}[31m\n3\"").replace("\"laptop-1\"", "\"../lap\\u{7}top\"");
    fs::write(room.dir.session_file(), head).expect("written");
    let loaded = room.store.load(&room.dir, 1).expect("loaded");
    assert_eq!(loaded.session.head.place, "Zaal 3");
    assert_eq!(loaded.session.head.device.as_str(), "..-laptop");
    let shown = format!("{:?}", loaded.session.table(T).expect("the table").records.all());
    assert!(!shown.contains("\\u{") && !shown.contains("\\r"), "{shown}");
    assert!(shown.contains("text: \"abc\""), "{shown}");
    // a change in the journal of another device
    let bad = Change {
        stamp: Stamp { millis: 1, tick: u32::MAX, device: "y".into() },
        table: T,
        deed: Deed::Did,
        touches: vec![Touch::Part { entry: "x".into(), was: Part::Gone(false), now: Part::Text("p\u{1b}[2Jq".into()) }],
        at: None,
    };
    let path = room.dir.journal_file(2, Some("stick"));
    let (mut journal, _) = Journal::open(room.store.data().root(), &path).expect("made");
    journal.append(&Log::Change(Box::new(bad))).expect("written");
    let mut loaded = room.store.load(&room.dir, 1).expect("loaded");
    let entry = loaded.session.table(T).and_then(|table| table.records.entry(&"x".into())).expect("there");
    assert_eq!(entry.earlier[0].text, "pq");
    loaded.session.mint.stamp(Now { millis: 0, offset: 0 });
}

#[test]
fn two_devices_and_a_conflict_copy_merge() {
    let room = Room::new();
    let mut one = room.sit();
    let id = one.say("een");
    one.snapshot();
    drop(one);
    let laptop = room.other("Laptop 3");
    let mut two = Seat::at(&laptop, &room.dir);
    two.set(&id, Part::Text("een, maar beter".into()));
    two.say("van drie");
    two.snapshot();
    drop(two);
    assert!(room.dir.table_file(2, Some("laptop-3")).is_file());
    fs::copy(room.file(), room.dir.tables_dir().join("tafel-2.sync-conflict-20260512-143205-ABCDEFG.ron"))
        .expect("copied");
    let mut one = room.sit();
    one.say("van een");
    assert_eq!(texts(one.table()), ["een, maar beter", "van drie", "van een"]);
    drop(one);
    let (mine, theirs) = (room.table(), laptop.load(&room.dir, 1).expect("loaded").session);
    assert_eq!(mine.records, theirs.table(T).expect("the table").records);
    assert_eq!(mine.records.entry(&id).map(|entry| entry.earlier.len()), Some(1));
    // what the other said is not ours to take back
    assert_eq!(mine.history().count(), 2);
}

#[test]
fn a_table_that_is_taken_says_by_whom() {
    let room = Room::new();
    let seat = room.sit();
    let busy = room.store.sit(&room.dir, T, "15:00").expect_err("taken");
    if cfg!(unix) {
        assert!(matches!(&busy, Refused::Busy(Some(holder)) if holder.who == "laptop-1" && holder.since == "14:32"));
    }
    assert!(room.store.sit(&room.dir, TableId(1), "15:00").is_ok());
    drop(seat);
    assert!(room.store.sit(&room.dir, T, "15:00").is_ok());
}

#[test]
fn a_program_that_loaded_too_early_takes_nothing_away() {
    let room = Room::new();
    let early = room.store.load(&room.dir, 1).expect("loaded").session;
    let mut seat = room.sit();
    seat.say("in het bestand");
    seat.snapshot();
    seat.say("alleen in het logboek");
    drop(seat);
    let mut late =
        Seat { writer: room.store.sit(&room.dir, T, "nu").expect("free"), session: early, millis: 1_790_000_000_000 };
    late.say("later");
    late.snapshot();
    late.snapshot();
    drop(late);
    assert_eq!(texts(&room.table()), ["in het bestand", "alleen in het logboek", "later"]);
}

#[test]
fn a_snapshot_of_an_older_moment_does_not_hide_what_the_journal_holds() {
    let room = Room::new();
    let mut seat = room.sit();
    seat.say("een");
    let older = seat.table().clone();
    seat.say("twee");
    seat.writer.snapshot(&seat.session.head, &older).expect("saved");
    assert!(seat.writer.is_due());
    drop(seat);
    assert_eq!(texts(&room.table()), ["een", "twee"]);
}

#[test]
fn keys_long_since_saved_are_forgotten_and_nothing_else() {
    let room = Room::new();
    let mut seat = room.sit();
    for n in 0..40 {
        for _ in 0..100 {
            seat.typed("a");
        }
        seat.say(&format!("nummer {n}"));
        seat.step(Step::Clear);
    }
    seat.step(Step::Round("r2".into()));
    seat.typed("half");
    let before = fs::metadata(room.journal()).expect("a journal").len();
    seat.snapshot();
    seat.typed(" af");
    let was = seat.table().clone();
    drop(seat);
    assert!(fs::metadata(room.journal()).expect("a journal").len() < before / 4);
    let now = room.table();
    assert_eq!(now.records, was.records);
    assert!(now.history().eq(was.history()));
    assert_eq!(now.desk.editor(0), was.desk.editor(0));
    assert_eq!(now.desk.round, was.desk.round);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_only_be_read_opens() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    let mut seat = room.sit();
    seat.say("een");
    drop(seat);
    let all = [room.dir.journal_dir(), room.dir.tables_dir(), room.dir.path().to_owned()];
    let set =
        |mode| all.iter().for_each(|dir| fs::set_permissions(dir, fs::Permissions::from_mode(mode)).expect("set"));
    let names = || fs::read_dir(room.dir.journal_dir()).expect("listed").count();
    let before = names();
    set(0o500);
    assert_eq!(texts(&room.table()), ["een"]);
    assert_eq!(names(), before);
    set(0o700);
}

#[test]
fn files_for_impossible_tables_are_told_and_for_others_loaded() {
    let room = Room::new();
    for name in ["tafel-0.ron", "tafel-201.ron", "tafel-4000000000.ron", "tafel-7.ron"] {
        fs::write(room.dir.tables_dir().join(name), "Table(format: 1)").expect("written");
    }
    let loaded = room.store.load(&room.dir, 1).expect("loaded");
    assert_eq!(loaded.doubts.len(), 3, "{:?}", loaded.doubts);
    assert!(loaded.doubts.iter().all(|doubt| matches!(doubt, Doubt::NoSuchTable { .. })));
    assert_eq!(loaded.session.tables.iter().map(|table| table.id.0).collect::<Vec<_>>(), [1, 2, 3, 7]);
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
