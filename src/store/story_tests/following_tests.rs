//! Somebody follows what another writes: all of it comes, once, and nothing by halves.

use super::*;
use crate::session::Session;

/// Another laptop that has the session open and follows it.
struct Onlooker {
    session: Session,
    follow: Follow,
}

impl Onlooker {
    fn of(room: &Room, device: &str) -> Self {
        let store = room.other(device);
        let Loaded { session, marks, .. } = store.load(&room.dir, 3).expect("loaded");
        let follow = Follow::new(store, room.dir.clone(), session.head.clone(), marks);
        Self { session, follow }
    }

    /// Looks, takes in what there is, and says how many lines of journals that were.
    fn looks(&mut self) -> usize {
        let looked = self.follow.look();
        assert!(looked.doubts.is_empty(), "{:?}", looked.doubts);
        let heard = looked.news.heard.len();
        self.session.take_in(looked.news, |_| false);
        heard
    }

    fn texts(&self) -> Vec<String> {
        texts(self.session.table(T).expect("the table"))
    }
}

#[test]
fn what_is_said_comes_once_and_nothing_comes_of_looking_again() {
    let room = Room::new();
    let mut seat = room.sit();
    seat.say("een");
    let mut other = Onlooker::of(&room, "laptop-2");
    assert!(other.follow.look().is_empty(), "what was loaded is no news");
    seat.say("twee");
    seat.say("drie");
    assert_eq!(other.looks(), 2);
    assert_eq!(other.texts(), ["een", "twee", "drie"]);
    assert!(other.follow.look().is_empty());
    seat.snapshot();
    assert_eq!(other.looks(), 0, "the file that people read says nothing new");
    assert_eq!(other.session.table(T).expect("the table").records, seat.table().records);
    assert!(!other.session.table(T).expect("the table").can_undo(), "another's deeds are not ours to take back");
}

#[test]
fn half_a_line_waits_until_it_is_whole() {
    let room = Room::new();
    let mut seat = room.sit();
    seat.say("een");
    let mut other = Onlooker::of(&room, "laptop-2");
    let before = fs::read(room.journal()).expect("a journal");
    seat.say("twee");
    let whole = fs::read(room.journal()).expect("a journal");
    for end in before.len()..whole.len() {
        fs::write(room.journal(), &whole[..end]).expect("cut");
        assert_eq!(other.looks(), 0, "at {end}");
        assert_eq!(other.texts(), ["een"]);
    }
    fs::write(room.journal(), &whole).expect("whole");
    assert_eq!(other.looks(), 1);
    assert_eq!(other.texts(), ["een", "twee"]);
}

#[test]
fn a_journal_that_was_shortened_is_read_anew_and_the_line_is_as_it_was_left() {
    let room = Room::new();
    let mut seat = room.sit();
    for text in ["een", "twee"] {
        seat.typed(text);
        seat.say(text);
        seat.step(Step::Clear);
    }
    let mut other = Onlooker::of(&room, "laptop-1");
    seat.typed("half");
    let (mut journal, found) = Journal::<Log>::open(room.dir.path(), &room.journal()).expect("opened");
    let shorter: Vec<Log> = found.records.into_iter().filter(|log| !matches!(log, Log::Step(Step::Clear))).collect();
    let rest = shorter.iter().filter(|log| matches!(log, Log::Change(_))).cloned();
    journal.rewrite(&rest.chain([shorter[shorter.len() - 1].clone()]).collect::<Vec<_>>()).expect("shortened");
    assert_eq!(other.looks(), 3);
    assert_eq!(other.texts(), ["een", "twee"]);
    let table = other.session.table(T).expect("the table");
    assert_eq!(table.desk.field(0), "half");
    assert!(table.history().eq(seat.table().history()), "nothing is twice in what can be undone");
}

#[test]
fn a_file_that_is_being_copied_is_no_damaged_file_but_one_that_stays_so_is_told_once() {
    let room = Room::new();
    let mut seat = room.sit();
    for text in ["een", "twee"] {
        seat.say(text);
    }
    seat.snapshot();
    let text = room.text();
    let mut other = Onlooker::of(&room, "laptop-2");
    let copy = room.dir.tables_dir().join("tafel-2 (1).ron");
    let brought = text.replace("\"twee\"", "\"drie\"").replace(seat.table().records.all()[1].id.as_str(), "x");
    fs::write(&copy, &brought[..brought.len() - 20]).expect("half a copy");
    other.looks();
    fs::write(&copy, &brought).expect("the whole copy");
    other.looks();
    assert!(other.texts().contains(&"drie".to_owned()));
    fs::write(&copy, &brought[..brought.len() / 2]).expect("damaged");
    let doubts: Vec<usize> = (0..4).map(|_| other.follow.look().doubts.len()).collect();
    assert_eq!(doubts, [0, 1, 0, 0]);
}

#[test]
fn what_one_writes_oneself_is_no_news_and_a_new_title_is() {
    let room = Room::new();
    let mut own = Onlooker::of(&room, "laptop-1");
    own.follow.writes(T);
    let mut seat = room.sit();
    seat.say("een");
    seat.snapshot();
    assert!(own.follow.look().is_empty());
    room.store.keep_head(&room.dir, &Head { title: "Anders".into(), tables: 5, ..room.head.clone() }).expect("kept");
    own.looks();
    assert_eq!((own.session.head.title.as_str(), own.session.tables.len()), ("Anders", 5));
}

#[test]
fn what_the_facilitator_does_is_followed_as_any_table_and_is_no_table() {
    let room = Room::new();
    let mut other = Onlooker::of(&room, "laptop-2");
    let mut session = room.store.load(&room.dir, 7).expect("loaded").session;
    let mut writer = room.store.sit(&room.dir, TableId::ROOM, "14:32").expect("free");
    let now = Now { millis: 1_780_000_000_000, offset: 0 };
    let key = FactKey::Minutes("r1".into());
    let touch = session.room.records.touch_fact(key.clone(), Some(Value::Number(12.0)));
    let change = session.room.alter(vec![touch], Deed::Did, &mut session.mint, now).expect("something");
    writer.write(&Log::Change(Box::new(change))).expect("written");
    assert_eq!(other.looks(), 1);
    assert_eq!(other.session.room.records.number(&key), Some(12.0));
    writer.snapshot(&session.head, &session.room).expect("written");
    drop(writer);
    let folder = room.dir.path();
    assert!(folder.join("tables/regie.ron").is_file() && folder.join("journal/regie~laptop-1.journal").is_file());
    let again = room.store.load(&room.dir, 8).expect("loaded");
    assert!(again.doubts.is_empty(), "{:?}", again.doubts);
    assert_eq!(again.session.room.records.number(&key), Some(12.0));
    assert!(again.session.room.can_undo(), "after a restart it can still be taken back");
    let tables: Vec<u32> = again.session.tables.iter().map(|table| table.id.0).collect();
    assert_eq!(tables, [1, 2, 3], "the room is in no list of tables");
    // brought to another computer it is there as well
    let folder = tempfile::tempdir().expect("a folder");
    let elsewhere = Store::new(Data::new(folder.path()), "laptop-9".into());
    let brought = elsewhere.import(&[room.dir.path().to_owned()], 3);
    assert!(brought.doubts.is_empty(), "{:?}", brought.doubts);
    let after = brought.sessions[0].after.as_ref().expect("read");
    assert_eq!(after.room.records.number(&key), Some(12.0));
}
