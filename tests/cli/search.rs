//! `search`, `agreements` and `lessons`, as somebody at a prompt meets them.

use crate::room::{Room, json};
use std::fs;

/// A session with two tables that said something, and the id of its round of factors.
fn held(room: &Room) -> String {
    let id = room.session();
    room.tell(
        0,
        &["capture", &id, "--table", "1", "--round", "factoren", "-"],
        "Meer bankjes in het wijkpark\nÉén loket\n",
    );
    room.tell(
        0,
        &["capture", &id, "--table", "2", "--round", "factoren", "-"],
        "De gemeenten delen het buurthuis\nKorte lijnen met de wijkraad\n",
    );
    id
}

fn count(room: &Room, args: &[&str]) -> u64 {
    let told = json(&room.expect(0, &[&["search", "--json"], args].concat()).out);
    assert_eq!(told["hits"].as_array().map(|hits| hits.len() as u64), told["count"].as_u64());
    told["count"].as_u64().expect("a number")
}

#[test]
fn a_word_is_found_in_its_forms_and_in_longer_words_and_it_is_said_where() {
    let room = Room::new();
    let id = held(&room);
    let told = room.expect(0, &["--lang", "nl", "search", "parken"]).out;
    assert!(told.contains("Samen in Zeeland") && told.contains("Tafel 1") && told.contains("Meer bankjes"), "{told}");
    assert!(told.contains(&format!("aantafel open {id} --table 1 --round factoren")), "{told}");
    assert!(!told.contains('\u{1b}'), "nothing is marked where nobody sees it: {told}");
    for (words, hits) in [
        (&["gemeente"][..], 1),
        (&["huizen"], 1),
        (&["een"], 1),
        (&["bankje", "park"], 1),
        (&["bankje", "wijkraad"], 0),
        (&["korte lijnen"], 1),
        (&["lijnen korte"], 0),
        (&["--literal", "korte", "lijn"], 1),
        (&["zeeland"], 1),
    ] {
        assert_eq!(count(&room, words), hits, "{words:?}");
    }
}

#[test]
fn a_typo_only_counts_when_nothing_is_found_without_it() {
    let room = Room::new();
    held(&room);
    let told = json(&room.expect(0, &["search", "wijkrad", "--json"]).out);
    assert_eq!((told["count"].as_u64(), told["typos"].as_bool()), (Some(1), Some(true)), "{told}");
    let told = json(&room.expect(0, &["search", "wijk", "--json"]).out);
    assert_eq!((told["count"].as_u64(), told["typos"].as_bool()), (Some(2), Some(false)), "{told}");
    let none = room.expect(0, &["--lang", "nl", "search", "zeppelin"]);
    assert_eq!((none.out.as_str(), none.err.trim()), ("", "Niets gevonden."));
}

#[test]
fn what_only_a_journal_knows_is_found_and_so_is_what_was_changed_by_hand() {
    let room = Room::new();
    let id = held(&room);
    fs::remove_file(room.folder(&id).join("tables/tafel-1.ron")).expect("there is a file of the table");
    assert_eq!(count(&room, &["bankjes"]), 1, "the journal has it");
    let file = room.folder(&id).join("tables/tafel-2.ron");
    let text = fs::read_to_string(&file).expect("there is a file of the table");
    fs::write(&file, text.replace("buurthuis", "dorpshuis")).expect("changed by hand");
    assert_eq!((count(&room, &["dorpshuis"]), count(&room, &["buurthuis"])), (1, 0));
}

#[test]
fn a_sieve_asks_for_session_kind_party_day_and_place() {
    let room = Room::new();
    let id = held(&room);
    let next = room.expect(0, &["new", "living-lab", "--title", "Later", "--date", "2026-06-01", "--place", "Goes"]);
    let later = next.out.trim().to_owned();
    room.tell(0, &["capture", &later, "--table", "1", "--round", "factoren", "-"], "Bankjes op het plein @gem\n");
    for (args, hits) in [
        (&["bankjes"][..], 2),
        (&["bankjes", "--session", &id], 1),
        (&["bankjes", "--since", "2026-05-20"], 1),
        (&["bankjes", "--place", "goes"], 1),
        (&["bankjes", "--party", "gemeente"], 1),
        (&["--kind", "sessie"], 2),
        (&["bankjes", "--kind", "afspraak"], 0),
    ] {
        assert_eq!(count(&room, args), hits, "{args:?}");
    }
    room.expect(2, &["search"]);
    room.expect(2, &["search", "x", "--since", "ooit"]);
    room.expect(1, &["search", "x", "--session", "nergens"]);
}

#[test]
fn agreements_are_told_with_who_when_and_what_they_lack() {
    let room = Room::new();
    let id = room.session();
    let lines = "Loket openen | gem | 1 juni 2026\nFlyer maken\n";
    room.tell(0, &["capture", &id, "--table", "1", "--round", "afspraken", "-"], lines);
    let told = json(&room.expect(0, &["agreements", "--json"]).out);
    let all = told["agreements"].as_array().expect("a list");
    assert_eq!(all.len(), 2, "{told}");
    let flyer = all.iter().find(|one| one["what"] == "Flyer maken").expect("it is there");
    assert_eq!(
        (flyer["state"].as_str(), flyer["lacks"][0].as_str(), flyer["lacks"][1].as_str()),
        (Some("made"), Some("who"), Some("when"))
    );
    let text = room.expect(0, &["--lang", "nl", "agreements", "--open"]).out;
    assert!(text.contains("nog geen trekker") && text.contains(&format!("aantafel open {id}")), "{text}");
    assert!(Room::new().expect(0, &["--lang", "nl", "agreements"]).err.contains("geen afspraken"));
}

#[test]
fn what_is_marked_as_a_lesson_is_on_the_shelf_and_offered_to_who_prepares_a_session() {
    let room = Room::new();
    let id = held(&room);
    assert!(room.expect(0, &["--lang", "nl", "lessons"]).err.contains("nog geen lessen"));
    let file = room.folder(&id).join("tables/tafel-2.ron");
    let text = fs::read_to_string(&file).expect("there is a file of the table");
    let marked = text.replace(
        "text: \"Korte lijnen met de wijkraad\",",
        "text: \"Korte lijnen met de wijkraad\",\n      flags: [Lesson],\n      columns: {\"lesson-know\": Text(\"Bel eerst de voorzitter\")},",
    );
    assert_ne!(text, marked);
    fs::write(&file, marked).expect("marked by hand");
    let told = room.expect(0, &["--lang", "nl", "lessons", "wijkraden"]).out;
    assert!(
        told.contains("Korte lijnen") && told.contains("Bel eerst") && told.contains("in 1 van 1 lab genoemd"),
        "{told}"
    );
    let made = room.expect(0, &["--lang", "nl", "new", "living-lab", "--title", "Volgende keer"]);
    assert!(
        made.err.contains("Korte lijnen met de wijkraad") && made.out.lines().count() == 1,
        "{}{}",
        made.out,
        made.err
    );
    assert_eq!(count(&room, &["--kind", "les"]), 1);
}
