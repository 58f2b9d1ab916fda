//! `aantafel sheets` and `capture --codes`: what is printed, written on with a pen, and entered afterwards.

use crate::room::{Room, json};

fn session(room: &Room) -> String {
    let args = ["new", "living-lab", "--title", "Samen", "--date", "2026-05-12", "--tables", "3", "--party", "Zorg"];
    room.expect(0, &args).out.trim().to_owned()
}

/// The codes on the sheets of a session, in order.
fn codes(room: &Room, id: &str) -> Vec<String> {
    let sheets = room.expect(0, &["sheets", id, "--to", "md", "-o", "-"]).out;
    let codes = sheets.split("**").map(str::to_owned);
    codes.filter(|text| aantafel::session::Code::parse(text).is_some()).collect()
}

#[test]
fn the_sheets_hold_every_table_and_a_line_with_the_code_of_each_comes_where_it_belongs() {
    let room = Room::new();
    let id = session(&room);
    let printed = codes(&room, &id);
    assert!(printed.iter().any(|code| code.starts_with("3·")) && printed.contains(&"1·2".to_owned()), "{printed:?}");
    // notes of every round at every table, by the code that stands on the sheet
    let notes: Vec<&String> = printed.iter().filter(|code| code.matches('·').count() == 1).collect();
    let lines: String =
        notes.iter().map(|code| format!("{} Bij {code} werd gelachen.\n", code.replace('·', "."))).collect();
    let file = room.file("lines.txt", lines);
    let told = json(&room.expect(0, &["capture", &id, "--codes", &file, "--json"]).out);
    assert_eq!(told["taken"], notes.len());
    let shown = room.expect(0, &["show", &id, "--table", "3"]).out;
    assert!(shown.contains("Bij 3·2 werd gelachen.") && !shown.contains("Bij 2·2"), "{shown}");
}

#[test]
fn what_has_no_code_or_one_that_is_not_there_is_refused_with_its_line_and_a_remedy_and_the_rest_is_kept() {
    let room = Room::new();
    let id = session(&room);
    let text = "zonder code\n1.2 Het begon rustig.\n9.1 te ver\n2.99 ook te ver\nT1·2·07 een inbreng\n2.2\nonder de code\n2.2.zz\nnergens\n";
    let file = room.file("lines.txt", text);
    let answer = room.expect(3, &["capture", &id, "--codes", &file]);
    assert!(answer.out.starts_with("2 regels bewaard in ") && answer.out.contains("Tafel 2: 1"), "{}", answer.out);
    for (line, why) in [
        (1, "zoals 2.4.a"),
        (3, "geen tafel 9"),
        (4, "geen ronde 99"),
        (5, "code van een inbreng"),
        (8, "geen vraag met die letter"),
        (9, "zoals 2.4.a"),
    ] {
        let told = answer.err.lines().find(|told| told.contains(&format!("{line}"))).unwrap_or_default();
        assert!(answer.err.contains(why), "{line} {why}: {told}\n{}", answer.err);
    }
    let shown = room.expect(0, &["show", &id, "--table", "2"]).out;
    assert!(shown.contains("onder de code") && !shown.contains("nergens"), "{shown}");
    room.expect(2, &["capture", &id, "--codes", "--table", "1", "--round", "x"]);
    room.expect(2, &["capture", &id, "--table", "1"]);
}

#[test]
fn sheets_lie_among_the_reports_and_nothing_is_written_over() {
    let room = Room::new();
    let id = session(&room);
    let people = ["seats", &id, "--people", "Zorg 7", "--rounds", "2", "--keep"];
    room.expect(0, &people);
    let first = room.expect(0, &["sheets", &id, "--to", "html"]).out;
    let second = room.expect(0, &["sheets", &id, "--to", "html"]).out;
    assert!(
        first.trim().ends_with("-werkbladen.html") && second.trim().ends_with("-werkbladen-2.html"),
        "{first}{second}"
    );
    let html = std::fs::read_to_string(first.trim()).expect("it is there");
    assert!(
        html.contains("Kaartjes: wie zit waar") && html.contains("Zorg 7") && html.contains("Aan deze tafel"),
        "{html}"
    );
    let one = room.expect(0, &["sheets", &id, "--to", "md", "--table", "2", "-o", "-", "--lang", "en"]).out;
    assert!(one.contains("Table 2 · round 2") && !one.contains("Table 3 ·") && !one.contains("Cards"), "{one}");
    room.expect(2, &["sheets", &id, "--to", "odt"]);
}
