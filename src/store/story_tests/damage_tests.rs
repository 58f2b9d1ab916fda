//! Stories of what goes wrong on the disk: a kill, a file that is cut off, damaged, newer, foreign or not to be written.

use super::*;

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
