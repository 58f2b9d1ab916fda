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

/// What the search of this session says.
fn told(room: &Room, args: &[&str]) -> String {
    room.expect(0, &[&["--lang", "nl", "search"], args].concat()).out
}

#[test]
fn a_line_in_the_skin_of_another_says_so_in_words_and_is_not_found_by_a_code() {
    let room = Room::new();
    let id = room.session();
    let lines = "== huid/board\n1: 2\n2: 3\n3: 4\n4: 1\n== huid/belangrijk\n=@ in de huid van Woningcorporatie\nIk wil dat zij zelf opendoen\n";
    room.tell(0, &["capture", &id, "--table", "1", "--round", "huid", "--lang", "nl", "-"], lines);
    let found = told(&room, &["opendoen"]);
    assert!(found.contains("in de huid van Woningcorporatie): Ik wil dat zij zelf opendoen"), "{found}");
    assert!(!found.contains("pair:"), "{found}");
    assert_eq!((count(&room, &["woning"]), count(&room, &["pair"]), count(&room, &["opendoen"])), (0, 0, 1));
    let told = json(&room.expect(0, &["search", "opendoen", "--json", "--lang", "nl"]).out);
    assert!(told["hits"][0]["case"].as_str().is_some_and(|case| case.contains("in de huid van")), "{told}");
    let told = room.expect(0, &["--lang", "nl", "show", &id, "T1·5·01"]).out;
    assert!(told.contains("; Welzijn, in de huid van Woningcorporatie\n") && !told.contains("pair:"), "{told}");
}

#[test]
fn an_entry_by_its_code_tells_where_it_stands_in_words_and_a_code_of_another_round_is_told() {
    let room = Room::new();
    let id = room.session();
    room.tell(0, &["capture", &id, "--table", "1", "--round", "welkom", "-"], "Twee mensen kwamen later\n");
    let told = room.expect(0, &["--lang", "nl", "show", &id, "T1·1·01"]).out;
    let title = told.lines().next().and_then(|line| line.rsplit(", ").next()).expect("a title").to_owned();
    assert!(told.contains(&format!("ronde: {title}")) && !told.contains("ronde: welkom"), "{told}");
    assert!(!told.contains("bij: note"), "{told}");
    let told = room.expect(3, &["--lang", "nl", "show", &id, "T1·7·01"]);
    assert!(told.err.contains("T1·7·01") && told.err.contains("T1·1·01"), "{}", told.err);
    assert!(told.out.contains("T1·1·01") && told.out.contains("Twee mensen"), "{}", told.out);
    room.expect(2, &["show", &id, "T1·7·09"]);
}

#[test]
fn a_theme_that_was_typed_is_found_and_stands_behind_the_words() {
    let room = Room::new();
    let id = room.session();
    let lines = "Elke maandag bellen #vertrouwen\nEen sleutel geven\n";
    room.tell(0, &["capture", &id, "--table", "1", "--round", "factoren", "-"], lines);
    for words in [&["vertrouwen"][..], &["#vertrouwen"], &["--literal", "#vertrouwen"]] {
        assert_eq!(count(&room, words), 1, "{words:?}");
    }
    let found = told(&room, &["#vertrouwen"]);
    assert!(found.contains("Elke maandag bellen #vertrouwen"), "{found}");
    let told = json(&room.expect(0, &["search", "vertrouwen", "--json"]).out);
    let hit = &told["hits"][0];
    let (text, mark) = (hit["text"].as_str().expect("words"), &hit["marks"][0]);
    let at = |nth: usize| mark[nth].as_u64().expect("a place") as usize;
    assert_eq!(&text[at(0)..at(1)], "vertrouwen", "{told}");
}

#[test]
fn last_is_the_session_that_was_just_made_and_capture_names_it() {
    let room = Room::new();
    let new = |title: &str| {
        let args = ["new", "living-lab", "--title", title, "--date", "2026-05-12"];
        room.expect(0, &args).out.trim().to_owned()
    };
    let (zwaluw, berk) = (new("Zwaluw"), new("Berk"));
    let says = |id: &str| {
        let args = ["--lang", "nl", "capture", id, "--table", "1", "--round", "factoren", "-"];
        room.tell(0, &args, "Korte lijnen\n").out
    };
    assert!(says("last").starts_with("1 regel ingevoerd aan tafel 1 van Berk"));
    assert!(says(&zwaluw).starts_with("1 regel ingevoerd aan tafel 1 van Zwaluw"));
    assert!(says("last").starts_with("1 regel ingevoerd aan tafel 1 van Zwaluw"), "it was worked on last");
    let told = json(&room.expect(0, &["show", "last", "--json"]).out);
    assert_ne!(told["id"], berk.as_str());
}

#[test]
fn a_kind_or_party_that_no_session_knows_is_refused_with_those_that_are_known() {
    let room = Room::new();
    let id = held(&room);
    for (kind, knows) in [("afspraken", "afspraak"), ("lessen", "les"), ("zzz", "Succesfactoren")] {
        let told = room.expect(2, &["--lang", "nl", "search", "--kind", kind]);
        assert!(told.err.contains(kind) && told.err.contains(knows) && told.err.contains("Kies uit"), "{}", told.err);
    }
    let told = room.expect(2, &["--lang", "nl", "search", "bankjes", "--party", "gemente", "--json"]);
    assert!(told.out.is_empty() && told.err.contains("“gemente”") && told.err.contains("Gemeente"), "{}", told.err);
    for (args, hits) in [
        (&["bankjes", "--kind", "les"][..], 0),
        (&["zeppelin", "--party", "gem"], 0),
        (&["bankjes", "--session", &id, "--party", "welzijn"], 0),
    ] {
        assert_eq!(count(&room, args), hits, "{args:?}");
    }
}

#[test]
fn since_a_year_or_a_month_is_understood() {
    let room = Room::new();
    held(&room);
    for (since, hits) in [("2026", 1), ("mei 2026", 1), ("juni 2026", 0), ("2027", 0), ("2026-05", 1)] {
        assert_eq!(count(&room, &["bankjes", "--since", since]), hits, "{since}");
    }
}
