//! As it was: by the journals of all devices, by the files, and with clocks that are wrong.

use super::*;
use crate::{
    record::{Entry, Flag, Mint, Now, Part, Value},
    session::samples::{NINE, Room, place},
};
use proptest::prelude::*;

const SUMMER: fn(i64) -> i32 = |_| 7200;

fn past(room: &Room) -> Past {
    Past::new(&room.table, room.journal.clone(), SUMMER)
}

fn texts(records: &Records) -> Vec<String> {
    records.all().into_iter().filter(|entry| !entry.gone).map(|entry| entry.text.clone()).collect()
}

fn clock(text: &str) -> NaiveDateTime {
    format!("2026-05-12T{text}").parse().expect("a time")
}

#[test]
fn a_table_is_shown_as_it_was_at_a_time() {
    let mut room = Room::new();
    room.now = NINE.plus(60); // 09:01 in local time
    let id = room.typed("plus", "Korte lijnen");
    room.now = NINE.plus(600);
    room.reworded(&id, "Korte lijnen naar elkaar", &[]);
    room.typed("min", "Te weinig tijd");
    room.now = NINE.plus(1200);
    room.alter(room.table.delete(&id));
    room.undo();
    let (past, now) = (past(&room), &room.table.records);
    let at = |time: &str| texts(&past.after(past.until(clock(time)), now).records);
    assert_eq!(at("09:00:00"), Vec::<String>::new());
    assert_eq!(at("09:05:00"), ["Korte lijnen"]);
    assert_eq!(at("09:10:30"), ["Korte lijnen naar elkaar", "Te weinig tijd"]);
    assert_eq!(at("09:20:01"), ["Te weinig tijd"]);
    assert_eq!(at("09:20:02"), ["Korte lijnen naar elkaar", "Te weinig tijd"]);
}

#[test]
fn what_only_the_file_tells_is_there_too_and_what_nobody_knows_is_counted() {
    let mut room = Room::new();
    let id = room.typed_in("actie", "Bellen", &["gem"], None).expect("said");
    let first = room.journal[0].stamp.clone();
    room.reworded(&id, "Snel bellen", &["wel"]);
    let without = Past::new(&Table::new(room.table.id), Vec::new(), SUMMER);
    let now = &room.table.records;
    assert_eq!(without.after(0, now).records.len(), 0, "before anything");
    let then = without.as_of(&first, now);
    assert_eq!(
        (texts(&then.records), then.unsure),
        (vec!["Bellen".to_owned()], 1),
        "its words are kept, who pulls it is not"
    );
    let exact = past(&room).as_of(&first, now);
    assert_eq!(
        (exact.records.entry(&id).and_then(|entry| entry.columns.get(&"who".into()).cloned()), exact.unsure),
        (Some(Value::Voice(crate::record::Voice::Party("gemeente".into()))), 0)
    );
}

#[test]
fn what_was_cut_out_of_the_file_by_hand_is_in_the_past_and_a_mended_word_is_there_from_its_stamp_on() {
    let mut room = Room::new();
    let (cut, mended) = (room.typed("plus", "Weggeknipt"), room.typed("plus", "Spelfuot"));
    room.typed("plus", "Later");
    let mut now = Records::default();
    for entry in room.table.records.all().into_iter().filter(|entry| entry.id != cut) {
        let text = if entry.id == mended { "Spelfout".to_owned() } else { entry.text.clone() };
        now.meet(&Entry { text, ..entry.clone() });
    }
    let past = past(&room);
    assert_eq!(texts(&past.after(2, &now).records), ["Weggeknipt", "Spelfout"]);
    assert_eq!(texts(&past.after(3, &now).records), ["Spelfout", "Later"], "now is now");
}

#[test]
fn every_turn_of_an_entry_is_told_and_can_be_put_back() {
    let mut room = Room::new();
    let id = room.typed("plus", "Eerst @gem");
    room.reworded(&id, "Dan @gem", &[]);
    room.alter(room.table.rehome(&id, &"r".into(), &place("min")));
    room.alter(room.table.toggle(&id, Flag::Key));
    room.alter(room.table.delete(&id));
    let turns = past(&room).turns(&id, &room.table.records);
    let parts: Vec<Vec<Part>> = turns.iter().map(|turn| turn.parts.clone()).collect();
    assert_eq!(parts[0], [Part::Gone(true)]);
    assert_eq!(parts[1], [Part::Flag(Flag::Key, true)]);
    assert!(parts[2].contains(&Part::Category("min".into())));
    assert_eq!(parts[3], [Part::Text("Dan".into())]);
    assert!(turns[4].born && parts[4].contains(&Part::Text("Eerst".into())), "{parts:?}");
    assert_eq!(turns.iter().map(|turn| turn.stands).collect::<Vec<_>>(), [true, true, true, true, false]);

    room.alter(turns[4].put_back(&id, &room.table.records));
    assert_eq!(room.texts("plus"), ["Eerst"], "its words, its place, and it is back");
    room.undo();
    assert!(room.entry(&id).gone && room.entry(&id).text == "Dan", "an ordinary change");
    room.alter(turns[0].put_back(&id, &room.table.records));
    assert_eq!(room.texts("min"), ["Dan"], "a turn in which it was deleted brings it back as it was");
}

#[test]
fn a_clock_that_went_back_changes_no_order_and_shows_its_own_time() {
    let mut room = Room::new();
    room.now = NINE.plus(3600);
    let id = room.typed("plus", "om tien uur");
    room.now = NINE; // somebody set the clock right
    room.reworded(&id, "daarna", &[]);
    let past = past(&room);
    assert_eq!(room.entry(&id).text, "daarna");
    assert_eq!(
        past.moments().iter().map(|moment| moment.local.to_string()).collect::<Vec<_>>(),
        ["2026-05-12 10:00:01", "2026-05-12 09:00:01"]
    );
    let until = |time| texts(&past.after(past.until(clock(time)), &room.table.records).records);
    assert_eq!(until("09:30:00"), ["daarna"], "what was said before it is there too");
}

#[test]
fn a_night_on_which_summer_time_ends_shows_each_time_as_the_clock_on_the_wall_did() {
    let ends = 1_792_890_000_000; // Sunday 25 October 2026, 01:00 UTC: three o'clock becomes two
    let zone = |millis: i64| if millis < ends { 7200 } else { 3600 };
    let mut room = Room::new();
    for minutes in [-30, 30, 90] {
        room.now = Now { millis: ends + minutes * 60_000, offset: 0 };
        room.typed("plus", &format!("{minutes}"));
    }
    let past = Past::new(&room.table, room.journal.clone(), zone);
    let shown: Vec<String> = past.moments().iter().map(|moment| moment.local.format("%H:%M").to_string()).collect();
    assert_eq!(shown, ["02:30", "02:30", "03:30"]);
    let until = past.until("2026-10-25T02:30:59".parse().expect("a time"));
    assert_eq!(texts(&past.after(until, &room.table.records).records), ["-30", "30"], "both half past twos have been");
}

#[test]
fn a_laptop_a_year_ahead_is_named_and_shown_times_stay_right() {
    let mut session = crate::session::samples::session();
    let mut other = Room::of("laptop-3", 8);
    other.now = NINE.plus(365 * 86_400);
    let id = other.typed("plus", "van het jaar 2027");
    let table = session.table_mut(other.table.id).expect("table 1");
    table.records.merge(&other.table.records);
    let mut mint = Mint::new("laptop-1".into(), 7);
    mint.observe(&table.records.latest().expect("something was said"));
    let touches = table.records.touch(&id, Part::Text("van nu".into())).into_iter().collect();
    let change = table.alter(touches, Deed::Did, &mut mint, NINE.plus(60)).expect("altered");
    assert_eq!(table.records.entry(&id).map(|entry| entry.text.as_str()), Some("van nu"), "knowledge wins");
    assert_eq!(change.said(), NINE.plus(60).millis);
    let line = crate::dialect::write_line(&change).expect("written");
    let back: Change = crate::dialect::read(&line).expect("read").value;
    assert_eq!(back, change, "{line}");
    let past = Past::new(table, other.journal.clone(), SUMMER);
    assert_eq!(past.time(&change.stamp), clock("09:01:00"));
    let year = 365 * 86_400 * 1000;
    assert_eq!(
        session.ahead(NINE),
        [("laptop-3".into(), year + 1000)],
        "and laptop-1, which counts on from it, is not"
    );
    assert_eq!(session.ahead(Now { millis: NINE.millis + year, ..NINE }), []);
}

#[test]
fn of_two_devices_that_speak_in_the_same_millisecond_each_is_heard_with_its_own_change() {
    let (mut one, mut two) = (Room::new(), Room::of("laptop-2", 8));
    one.typed("plus", "Van de een");
    two.typed("plus", "Van de ander");
    one.table.records.merge(&two.table.records);
    let journals: Vec<Change> = one.journal.iter().chain(&two.journal).cloned().collect();
    let cut = one.journal[0].stamp.clone();
    assert!(two.journal[0].stamp > cut && one.table.records.all().iter().all(|entry| entry.born < cut), "as it can be");
    let told = Past::new(&one.table, journals, SUMMER).as_of(&cut, &one.table.records);
    assert_eq!(texts(&told.records), ["Van de een"]);
}

/// A deed of one of two devices; the numbers choose.
fn deeds() -> impl Strategy<Value = Vec<(bool, u8, usize, i64)>> {
    proptest::collection::vec((any::<bool>(), 0..9u8, 0..6usize, -40..40i64), 1..30)
}

fn act(room: &mut Room, deed: u8, at: usize) {
    let ids: Vec<EntryId> = room.table.records.all().iter().map(|entry| entry.id.clone()).collect();
    let id = ids.get(at % ids.len().max(1)).cloned().unwrap_or_default();
    let touches = match deed {
        0 | 1 => {
            return drop(room.typed_in(
                ["plus", "actie", "droom"][at % 3],
                &format!("zin {at}"),
                &["wel", "1 dec"],
                None,
            ));
        }
        2 if !ids.is_empty() => return drop(room.reworded(&id, &format!("anders {at} @gem"), &["gem"])),
        3 => room.table.delete(&id),
        4 => room.table.toggle(&id, Flag::Key),
        5 => room.table.rehome(&id, &"r".into(), &place("min")),
        6 => {
            room.undo();
            return;
        }
        7 => {
            room.redo();
            return;
        }
        _ => room.table.shift(&id, true),
    };
    room.alter(touches);
}

proptest! {
    #[test]
    fn as_of_any_change_is_what_stood_then_and_now_is_now(deeds in deeds()) {
        let mut room = Room::new();
        let mut stood = vec![];
        for (_, deed, at, seconds) in deeds {
            room.now = room.now.plus(seconds);
            act(&mut room, deed, at);
            if let Some(change) = room.journal.last() {
                stood.push((change.stamp.clone(), room.table.records.clone()));
            }
        }
        let (past, now) = (past(&room), &room.table.records);
        for (stamp, records) in &stood {
            let then = past.as_of(stamp, now);
            prop_assert_eq!(&then.records, records);
            prop_assert_eq!(then.unsure, 0);
        }
        prop_assert_eq!(&past.after(past.moments().len(), now).records, now);
        prop_assert_eq!(&past.after(0, now).records, &Records::default());
    }

    #[test]
    fn as_of_is_what_all_changes_up_to_then_make_whatever_device_made_them(deeds in deeds(), skew in -3600..3600i64) {
        let (mut one, mut two) = (Room::new(), Room::of("laptop-2", 8));
        two.now = two.now.plus(skew);
        for (which, deed, at, seconds) in deeds {
            let room = if which { &mut one } else { &mut two };
            room.now = room.now.plus(seconds.max(0));
            act(room, deed, at);
        }
        one.table.records.merge(&two.table.records);
        let journals: Vec<Change> = one.journal.iter().chain(&two.journal).cloned().collect();
        let past = Past::new(&one.table, journals.clone(), SUMMER);
        for cut in journals.iter().map(|change| &change.stamp) {
            let mut told = Records::default();
            for change in journals.iter().filter(|change| change.stamp <= *cut) {
                told.apply(change);
            }
            prop_assert_eq!(&past.as_of(cut, &one.table.records).records, &told);
        }
    }
}
