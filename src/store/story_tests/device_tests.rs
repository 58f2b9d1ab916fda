//! Stories of several programs and devices at one session.

use super::*;

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
