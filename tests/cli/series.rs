//! A lab that is held on more than one day: what was agreed comes back, and the scale of then stands beside that of now.

use crate::room::{Room, json};
use serde_json::Value;
use std::fs;

fn new(room: &Room, workshop: &str, title: &str, date: &str, place: &str) -> String {
    let args = ["new", workshop, "--title", title, "--date", date, "--place", place, "--tables", "1", "--lang", "nl"];
    room.expect(0, &args).out.trim().to_owned()
}

fn says(room: &Room, id: &str, round: &str, lines: &str) {
    let told = room.tell(0, &["capture", id, "--table", "1", "--round", round, "--lang", "nl"], lines);
    assert!(!told.out.contains("niet ingevoerd"), "{}{}", told.out, told.err);
}

fn shown(room: &Room, id: &str) -> String {
    room.expect(0, &["show", id, "--lang", "nl"]).out
}

fn report(room: &Room, id: &str) -> String {
    room.expect(0, &["report", id, "--to", "md", "-o", "-", "--lang", "nl"]).out
}

/// What is told of an agreement over all sessions.
fn agreement(room: &Room, what: &str) -> Value {
    let told = json(&room.expect(0, &["agreements", "--json"]).out);
    let all = told["agreements"].as_array().expect("a list");
    all.iter().find(|one| one["what"] == what).cloned().unwrap_or_else(|| panic!("{what} is not in {told}"))
}

fn found(room: &Room, args: &[&str]) -> u64 {
    json(&room.expect(0, &[&["search", "--json"], args].concat()).out)["count"].as_u64().expect("a number")
}

/// Three agreements in Kapelle in March, and one in Goes in April.
fn agreed() -> (Room, String) {
    let room = Room::new();
    let first = new(&room, "living-lab", "Eerste avond", "2026-03-02", "Kapelle");
    says(&room, &first, "afspraken", "Sleutel regelen | Welzijn | 1 mei 2026\nRaad bellen\nFlyer maken\n");
    let other = new(&room, "living-lab", "Elders", "2026-04-01", "Goes");
    says(&room, &other, "afspraken", "Bus huren | Welzijn | 1 mei 2026\n");
    (room, first)
}

/// The second evening in Kapelle: what was agreed is gone through, and one is put off to September.
fn gone_through(room: &Room) -> String {
    let second = new(room, "terugkomdag", "Tweede avond", "2026-06-01", "Dorpshuis, Kapelle");
    says(room, &second, "openstaand", "== openstaand/stand\n1: loopt\n2: gedaan\n3: hoeft niet meer\n");
    says(room, &second, "afspraken", "Zaal huren | Gemeente | 1 juli 2026\n");
    let file = room.folder(&second).join("tables/tafel-1.ron");
    let text = fs::read_to_string(&file).expect("there is a file of the table");
    let moved = text.replace("2026-05-01", "2026-09-01");
    assert_ne!(text, moved, "the day came along");
    fs::write(&file, moved).expect("put off by hand");
    second
}

#[test]
fn what_was_agreed_is_there_the_next_time_and_only_in_its_own_place() {
    let (room, first) = agreed();
    let second = new(&room, "terugkomdag", "Tweede avond", "2026-06-01", "Dorpshuis, Kapelle");
    let told = shown(&room, &second);
    for what in ["Sleutel regelen", "Raad bellen", "Flyer maken", "van 2 maart 2026"] {
        assert!(told.contains(what), "{what}: {told}");
    }
    assert!(!told.contains("Bus huren"), "what Goes agreed is nobody's business here: {told}");
    let elsewhere = new(&room, "terugkomdag", "Tholen", "2026-06-01", "Tholen");
    assert!(!shown(&room, &elsewhere).contains("regelen"), "a place without an earlier session starts with nothing");
    assert!(!shown(&room, &first).contains("van 2 maart"), "the first session is left as it was");
}

#[test]
fn its_state_of_the_second_time_is_told_by_agreements_search_and_report() {
    let (room, _) = agreed();
    let second = gone_through(&room);
    for (what, state, sessions) in [
        ("Sleutel regelen", "going", 2),
        ("Raad bellen", "done", 2),
        ("Flyer maken", "dropped", 2),
        ("Zaal huren", "made", 1),
        ("Bus huren", "made", 1),
    ] {
        let told = agreement(&room, what);
        assert_eq!((told["state"].as_str(), told["sessions"].as_u64()), (Some(state), Some(sessions)), "{told}");
    }
    let key = agreement(&room, "Sleutel regelen");
    assert_eq!((key["when"].as_str(), key["moved_from"].as_str()), (Some("2026-09-01"), Some("2026-05-01")), "{key}");
    assert_eq!((key["made"].as_str(), key["session"].as_str()), (Some("2026-03-02"), Some(second.as_str())), "{key}");
    let open = room.expect(0, &["agreements", "--open", "--lang", "nl"]).out;
    assert!(open.contains("loopt; Welzijn; 1 sep 2026; verzet, was 1 mei 2026"), "{open}");
    assert!(!open.contains("Raad bellen") && !open.contains("Flyer maken"), "{open}");

    assert_eq!((found(&room, &["sleutel"]), found(&room, &["sleutel", "--kind", "loopt"])), (2, 1));
    assert_eq!((found(&room, &["--kind", "gedaan"]), found(&room, &["--kind", "dropped"])), (1, 1));
    let told = report(&room, &second);
    for what in ["Sleutel regelen", "loopt", "gedaan", "hoeft niet meer", "1 september 2026", "van 2 maart 2026"] {
        assert!(told.contains(what), "{what}: {told}");
    }
}

#[test]
fn the_report_of_the_second_time_counts_what_was_said_then_and_tells_how_each_agreement_stands() {
    let (room, _) = agreed();
    let second = gone_through(&room);
    let told = report(&room, &second);
    assert!(told.contains("1 tafel, 1 inbreng"), "{told}");
    assert!(told.contains("1 afspraak, 3 van eerder") && !told.contains("zonder trekker"), "{told}");
    assert!(told.contains("De tafels legden 1 punt vast"), "{told}");
    let front = told.split("## Afspraken").nth(1).expect("the agreements").split("\n## ").next().unwrap_or_default();
    assert!(front.contains("| Stand |"), "{front}");
    let row = |what: &str| front.lines().find(|line| line.contains(what)).unwrap_or_else(|| panic!("{what}: {front}"));
    for (what, state) in [
        ("Sleutel regelen", "| loopt |"),
        ("Raad bellen", "| gedaan |"),
        ("Flyer maken", "| hoeft niet meer |"),
        ("Zaal huren", "| gemaakt |"),
    ] {
        assert!(row(what).contains(state), "{what}: {front}");
    }
    assert!(!front.contains("Zonder trekker"), "what is done lacks nothing: {front}");
    let data = json(&room.expect(0, &["report", &second, "--to", "json", "-o", "-"]).out);
    let states = data["agreements"].as_array().expect("a list").iter();
    let mut states: Vec<_> = states.map(|one| (one["what"].as_str(), one["state"].as_str())).collect();
    states.sort_unstable();
    let wanted =
        [("Flyer maken", "dropped"), ("Raad bellen", "done"), ("Sleutel regelen", "going"), ("Zaal huren", "made")];
    assert_eq!(states, wanted.map(|(what, state)| (Some(what), Some(state))));
}

#[test]
fn the_third_time_what_is_still_open_is_there_with_its_new_day() {
    let (room, _) = agreed();
    gone_through(&room);
    let third = new(&room, "terugkomdag", "Derde avond", "2026-10-01", "Kapelle");
    let told = shown(&room, &third);
    assert!(told.contains("Sleutel regelen") && told.contains("1 september 2026"), "{told}");
    assert!(told.contains("van 2 maart 2026"), "it is from the day it was made: {told}");
    assert!(told.contains("Zaal huren") && told.contains("van 1 juni 2026"), "{told}");
    assert!(!told.contains("Raad bellen") && !told.contains("Flyer maken"), "done is done: {told}");
    says(&room, &third, "openstaand", "== openstaand/stand\n1: gedaan\n");
    let key = agreement(&room, "Sleutel regelen");
    assert_eq!((key["state"].as_str(), key["sessions"].as_u64()), (Some("done"), Some(3)), "{key}");
}

#[test]
fn a_session_in_between_that_does_not_ask_loses_no_agreement() {
    let (room, _) = agreed();
    let between = new(&room, "living-lab", "Tussendoor", "2026-05-01", "Kapelle");
    says(&room, &between, "afspraken", "Bord ophangen | Gemeente | 1 juni 2026\n");
    let told = shown(&room, &new(&room, "terugkomdag", "Tweede avond", "2026-06-01", "Kapelle"));
    for what in ["Sleutel regelen", "Raad bellen", "Bord ophangen"] {
        assert!(told.contains(what), "{what}: {told}");
    }
}

#[test]
fn the_scale_of_then_stands_beside_that_of_now() {
    let room = Room::new();
    let first = new(&room, "koers", "Toen", "2026-03-02", "Kapelle");
    says(&room, &first, "koers", "1: 4 6\n2: 8 8\n");
    let second = new(&room, "terugkomdag", "Nu", "2026-06-01", "Kapelle");
    says(&room, &second, "toen-nu", "== toen-nu/koers\n1: 7 7\n2: 6 8\n3: 5 5\n4: 6 6\n5: 7 7\n");
    let told = shown(&room, &second);
    assert!(told.contains("Toen 5,0, nu 7,0") && told.contains("Toen 8,0, nu 7,0"), "{told}");
    let told = report(&room, &second);
    assert!(told.contains("Toen 5, nu 7") && told.contains("Toen 8, nu 7"), "then and now side by side: {told}");
    let third = new(&room, "terugkomdag", "Straks", "2026-10-01", "Kapelle");
    let told = shown(&room, &third);
    assert!(told.contains("Toen: 7"), "the time before this one, and not the first: {told}");
}

#[test]
fn what_a_report_leaves_out_is_not_found_and_no_agreement_and_no_lesson() {
    let (room, first) = agreed();
    let file = room.folder(&first).join("tables/tafel-1.ron");
    let text = fs::read_to_string(&file).expect("there is a file of the table");
    let secret = text.replace("text: \"Raad bellen\",", "text: \"Raad bellen\",\n      flags: [Confidential, Lesson],");
    let secret =
        secret.replace("text: \"Flyer maken\",", "text: \"Flyer maken\",\n      flags: [NotInReport, Lesson],");
    assert_ne!(text, secret);
    fs::write(&file, secret).expect("marked by hand");
    let told = report(&room, &first);
    for what in ["Raad bellen", "Flyer maken"] {
        assert!(!told.contains(what), "{told}");
        assert_eq!(found(&room, &[what]), 0, "{what}");
        for command in ["agreements", "lessons"] {
            assert!(!room.expect(0, &[command]).out.contains(what), "{command}: {what}");
        }
    }
    assert_eq!(found(&room, &["sleutel"]), 1);
}

#[test]
fn an_agreement_is_told_with_the_day_of_the_session_that_is_named() {
    let (room, first) = agreed();
    let second = gone_through(&room);
    let told = room.expect(0, &["--lang", "nl", "agreements"]).out;
    assert!(told.contains("   1 jun 2026, Tweede avond, ") && !told.contains("2 mrt 2026, Tweede avond"), "{told}");
    assert!(told.contains("afgesproken op 2 mrt 2026"), "when it was made is told as well\n{told}");
    assert_eq!(agreement(&room, "Raad bellen")["made"], "2026-03-02");
    assert_ne!(first, second);
}

#[test]
fn lessons_are_counted_by_lab_and_only_where_something_was_said() {
    let room = Room::new();
    for (title, date, place, line) in [
        ("Een", "2026-03-02", "Kapelle", "Korte lijnen met de wijkraad"),
        ("Twee", "2026-04-02", "Dorpshuis, Kapelle", "De wijkraad: korte lijnen helpen"),
        ("Drie", "2026-05-02", "Goes", "Korte lijnen, ook met de wijkraad"),
        ("Vier", "2026-05-03", "Tholen", "Meer bankjes in het park"),
    ] {
        let id = new(&room, "living-lab", title, date, place);
        says(&room, &id, "factoren", &format!("{line}\n"));
        let file = room.folder(&id).join("tables/tafel-1.ron");
        let text = fs::read_to_string(&file).expect("there is a file of the table");
        let said = format!("text: \"{line}\",");
        fs::write(&file, text.replace(&said, &format!("{said}\n      flags: [Lesson],"))).expect("marked by hand");
    }
    new(&room, "living-lab", "Nooit begonnen", "2026-05-04", "Vlissingen");
    new(&room, "terugkomdag", "Klaargezet", "2026-05-05", "Veere");
    let told = json(&room.expect(0, &["lessons", "wijkraad", "--json"]).out);
    let lessons = told["lessons"].as_array().expect("a list");
    assert_eq!(lessons.len(), 3, "{told}");
    for one in lessons {
        assert_eq!((one["named"].as_u64(), one["of"].as_u64()), (Some(2), Some(3)), "{one}");
        assert_eq!(one["evidence"].as_array().map(Vec::len), Some(3), "every evening that named it is told: {one}");
    }
    let told = room.expect(0, &["lessons", "wijkraad", "--lang", "nl"]).out;
    assert!(told.contains("in 2 van 3 labs genoemd"), "{told}");
}

#[test]
fn of_a_lab_that_only_knows_the_theme_of_a_lesson_no_more_is_said_than_that() {
    let room = Room::new();
    for (title, date, place, line, theme) in [
        ("Een", "2026-03-02", "Kapelle", "Korte lijnen met de wijkraad", "#vertrouwen"),
        ("Twee", "2026-04-02", "Goes", "Niemand belt terug", "#vertrouwen"),
        ("Drie", "2026-05-02", "Tholen", "De sleutel ligt bij de buren", "#vertrouwen"),
    ] {
        let id = new(&room, "living-lab", title, date, place);
        says(&room, &id, "factoren", &format!("{line} {theme}\n"));
        let file = room.folder(&id).join("tables/tafel-1.ron");
        let text = fs::read_to_string(&file).expect("there is a file of the table");
        let said = format!("text: \"{line}\",");
        // in Goes it is a lesson too, and one that says something else
        let marked = text.replace(&said, &format!("{said}\n      flags: [Lesson],"));
        if title != "Drie" {
            fs::write(&file, marked).expect("marked by hand");
        }
    }
    let told = room.expect(0, &["lessons", "lijnen", "--lang", "nl"]).out;
    assert!(told.contains("in 1 van 3 labs genoemd; thema vertrouwen in 3 van 3 labs"), "{told}");
    assert!(told.contains("2 mei 2026, Drie (alleen het thema)") && told.contains("2 mrt 2026, Een  aan"), "{told}");
    let told = json(&room.expect(0, &["lessons", "lijnen", "--json"]).out);
    let one = &told["lessons"][0];
    assert_eq!((one["named"].as_u64(), one["of"].as_u64()), (Some(1), Some(3)), "{one}");
    assert_eq!((&one["theme"]["name"], one["theme"]["labs"].as_u64()), (&"vertrouwen".into(), Some(3)), "{one}");
    assert_eq!(one["themed"].as_array().map(Vec::len), Some(2), "{one}");
}
