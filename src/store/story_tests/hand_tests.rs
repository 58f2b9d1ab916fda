//! Stories of files that a person alters with an editor.

use super::*;

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
