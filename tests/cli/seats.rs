//! `aantafel seats`: who goes where.

use crate::room::{Room, json};
use serde_json::Value;

const PEOPLE: &str = "Gemeente 7, Welzijn 7, Zorg 6";

/// A session of three parties at five tables.
fn session(room: &Room) -> String {
    let parties = ["--party", "Gemeente", "--party", "Welzijn", "--party", "Zorg"];
    let args = ["new", "living-lab", "--title", "Samen", "--date", "2026-05-12", "--tables", "5"];
    room.expect(0, &[args.as_slice(), &parties].concat()).out.trim().to_owned()
}

fn seats(room: &Room, id: &str, more: &[&str]) -> Value {
    json(&room.expect(0, &[&["seats", id, "--json"], more].concat()).out)
}

/// The tables of a chair in every round.
fn of(seats: &Value, seat: &str) -> Vec<Value> {
    let all = seats["seats"].as_array().expect("chairs");
    let own = all.iter().find(|one| one["seat"] == seat).unwrap_or_else(|| panic!("no {seat} in {seats}"));
    own["tables"].as_array().expect("tables").clone()
}

#[test]
fn a_seating_is_proposed_and_only_kept_when_asked_for() {
    let room = Room::new();
    let id = session(&room);
    room.expect(2, &["seats", &id]);
    let people = ["--people", PEOPLE, "--rounds", "3"];
    let proposed = seats(&room, &id, &people);
    assert_eq!((&proposed["kept"], &proposed["imbalance"]), (&Value::Bool(false), &Value::from(0)));
    assert_eq!(proposed["rounds"].as_array().map(Vec::len), Some(3));
    assert_eq!(seats(&room, &id, &people), proposed, "the same seed");
    assert!(!room.folder(&id).join("journal").join("regie.journal").exists());
    room.expect(2, &["seats", &id]);

    let kept = seats(&room, &id, &[people.as_slice(), &["--keep"]].concat());
    assert_eq!((&kept["kept"], &kept["seats"]), (&Value::Bool(true), &proposed["seats"]));
    assert_eq!(seats(&room, &id, &[])["seats"], proposed["seats"], "it is read again");
    assert_ne!(seats(&room, &id, &["--people", PEOPLE, "--seed", "2"])["seats"], proposed["seats"]);
    room.expect(0, &["show", &id]);
}

#[test]
fn who_comes_late_or_is_moved_moves_nobody_else() {
    let room = Room::new();
    let id = session(&room);
    let before = seats(&room, &id, &["--people", PEOPLE, "--rounds", "3", "--hosts", "--keep"]);
    let second = before["rounds"][1]["round"].as_str().expect("a round").to_owned();
    let late = seats(&room, &id, &["--late", "zorg", "--round", &second, "--keep"]);
    assert!(of(&late, "zorg#7")[0].is_null() && of(&late, "zorg#7")[1].is_u64());
    let to = of(&before, "welzijn#7")[1].as_u64().expect("a table") % 5 + 1;
    let moved = seats(&room, &id, &["--move", &format!("Welzijn 7={to}"), "--round", &second, "--keep"]);
    assert_eq!(of(&moved, "welzijn#7")[1], Value::from(to));
    assert_eq!(of(&moved, "zorg#7"), of(&late, "zorg#7"));
    for one in before["seats"].as_array().expect("chairs").iter().filter(|one| one["seat"] != "welzijn#7") {
        assert_eq!(Value::from(of(&moved, one["seat"].as_str().expect("an id"))), one["tables"]);
    }
}

#[test]
fn who_is_pinned_stays_and_the_cards_say_so() {
    let room = Room::new();
    let id = session(&room);
    let args = ["seats", &id, "--people", "Gemeente 2, Zorg 1", "--rounds", "2", "--pin", "Gemeente 2=3"];
    let told = room.expect(0, &args).out;
    assert!(told.contains("  Gemeente 2  3  3\n"), "{told}");
    assert!(told.contains("Nog niet bewaard"), "{told}");
    let card = room.expect(0, &[args.as_slice(), &["--to", "md"]].concat()).out;
    assert!(card.contains("| Gemeente 2 | Tafel 3 | Tafel 3 |"), "{card}");
    assert!(card.starts_with("# Wie zit waar – Samen\n"), "{card}");
    let english = room.expect(0, &[args.as_slice(), &["--to", "md", "--lang", "en"]].concat()).out;
    assert!(english.starts_with("# Who sits where – Samen\n") && english.contains("| Round | Who |"), "{english}");
}

#[test]
fn what_cannot_be_understood_is_wrong_use_and_nothing_is_kept() {
    let room = Room::new();
    let id = session(&room);
    let wrong: [&[&str]; 9] = [
        &["--people", "Gemeente"],
        &["--people", "Gemeente 0"],
        &["--people", "Gemeente 3000"],
        &["--people", PEOPLE, "--rounds", "99"],
        &["--people", PEOPLE, "--pin", "Gemeente 3=6"],
        &["--people", PEOPLE, "--pin", "Gemeente 9=2"],
        &["--people", PEOPLE, "--late", "Kerk"],
        &["--people", PEOPLE, "--to", "docx"],
        &["--people", "Kerk 4"],
    ];
    for args in wrong {
        let answer = room.expect(2, &[&["seats", &id, "--keep"], args].concat());
        assert!(!answer.err.is_empty(), "{args:?}");
    }
    room.expect(2, &["seats", &id]);
    let kerk = room.expect(0, &["seats", &id, "--people", "Kerk 4"]).out;
    assert!(kerk.contains("Kerk 4"), "a party that is not in the session can be seated, not kept: {kerk}");
}

#[test]
fn who_was_moved_or_stays_is_left_there_when_the_rest_is_mixed_and_can_be_let_go() {
    let room = Room::new();
    let id = session(&room);
    let before = seats(&room, &id, &["--people", PEOPLE, "--rounds", "3", "--keep"]);
    let second = before["rounds"][1]["round"].as_str().expect("a round").to_owned();
    let to = of(&before, "zorg#2")[1].as_u64().expect("a table") % 5 + 1;
    seats(&room, &id, &["--move", &format!("Zorg 2={to}"), "--round", &second, "--pin", "Gemeente 1=4", "--keep"]);
    for seed in ["7", "8"] {
        let again = seats(&room, &id, &["--remix", "--seed", seed, "--keep"]);
        assert_eq!(of(&again, "zorg#2")[1], Value::from(to), "{again}");
        assert!(of(&again, "gemeente#1")[1..].iter().all(|table| table.as_u64() == Some(4)), "{again}");
    }
    let anew = seats(&room, &id, &["--people", PEOPLE, "--rounds", "3", "--seed", "3"]);
    assert!(of(&anew, "gemeente#1").iter().all(|table| table.as_u64() == Some(4)), "the host stays: {anew}");
    let free = seats(&room, &id, &["--unpin", "Gemeente 1", "--unpin", "Zorg 2", "--keep"]);
    assert_eq!(of(&free, "gemeente#1")[1..], [Value::from(4), Value::from(4)], "nobody moves by that");
    let last = seats(&room, &id, &["--people", PEOPLE, "--rounds", "3", "--seed", "3"]);
    assert!(of(&last, "gemeente#1").iter().any(|table| table.as_u64() != Some(4)), "{last}");
}

#[test]
fn who_leaves_is_gone_and_tables_may_differ_in_size() {
    let room = Room::new();
    let id = session(&room);
    let kept = seats(&room, &id, &["--people", PEOPLE, "--rounds", "2", "--places", "8,3,3,3,3", "--keep"]);
    let sizes = |seats: &Value, round: usize| -> Vec<usize> {
        let tables = seats["rounds"][round]["tables"].as_array().expect("tables");
        tables.iter().map(|table| table["seats"].as_array().map_or(0, Vec::len)).collect()
    };
    assert_eq!(sizes(&kept, 0), [8, 3, 3, 3, 3]);
    let second = kept["rounds"][1]["round"].as_str().expect("a round").to_owned();
    let left = seats(&room, &id, &["--leave", "Welzijn 3", "--round", &second, "--remix", "--keep"]);
    assert_eq!(of(&left, "welzijn#3"), [of(&kept, "welzijn#3")[0].clone(), Value::Null]);
    assert_eq!(
        (of(&left, "zorg#1")[0].clone(), sizes(&left, 1).iter().sum::<usize>()),
        (of(&kept, "zorg#1")[0].clone(), 19)
    );
    for wrong in [["--leave", "Welzijn"], ["--places", "8,8"], ["--unpin", "Kerk 1"], ["--leave", "Zorg 99"]] {
        assert!(!room.expect(2, &[&["seats", &id, "--keep"], wrong.as_slice()].concat()).err.is_empty(), "{wrong:?}");
    }
}
