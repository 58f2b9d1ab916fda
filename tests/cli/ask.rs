//! Every command once, in both languages, used well and used wrongly.

use crate::room::{Room, json, shown};
use std::fs;

const COMMANDS: [&str; 15] = [
    "demo",
    "new",
    "open",
    "list",
    "show",
    "capture",
    "import",
    "report",
    "people",
    "forget",
    "workshops",
    "check",
    "doctor",
    "completions",
    "man",
];

#[test]
fn help_is_in_the_language_of_who_asks_for_every_command() {
    let room = Room::new();
    assert!(room.expect(0, &["--help"]).out.contains("Opdrachten"), "Dutch when nothing is said");
    assert!(room.expect(0, &["--help", "--lang", "en"]).out.contains("Commands"));
    assert!(room.expect(0, &["--lang=en", "new", "-h"]).out.contains("What you name"));
    let spoken = room.command(&["--help"]).env("AANTAFEL_LANG", "en").output().expect("runs");
    assert!(String::from_utf8_lossy(&spoken.stdout).contains("Commands"));
    let spoken = room.command(&["--help"]).env("LANG", "en_GB.UTF-8").output().expect("runs");
    assert!(String::from_utf8_lossy(&spoken.stdout).contains("Commands"));
    for command in COMMANDS {
        let (nl, en) =
            (room.expect(0, &[command, "--help"]).out, room.expect(0, &[command, "--help", "--lang", "en"]).out);
        assert!(nl.contains("Gebruik:") && nl.contains(&format!("aantafel {command}")), "{nl}");
        assert!(en.contains("Usage:") && !en.contains("Opties"), "{en}");
        for english in ["Options:", "Arguments:", "Usage:", "possible values", "[default", "[env", "Print help"] {
            assert!(!nl.contains(english), "{english} in {nl}");
        }
    }
    assert!(room.expect(0, &["--version"]).out.starts_with("aantafel "));
}

#[test]
fn wrong_use_is_said_in_our_own_sentences_with_what_was_meant() {
    let room = Room::new();
    for (args, nl, en) in [
        (&["lst"][..], "“lst” is geen opdracht.\nBedoelde je list?", "“lst” is not a command.\nDid you mean list?"),
        (&["list", "--jsn"], "“--jsn” hoort hier niet.\nBedoelde je --json?", "“--jsn” does not belong here."),
        (&["show"], "Er ontbreekt nog: <SESSION>", "This is still missing: <SESSION>"),
        (
            &["list", "--theme", "roze"],
            "“roze” kan niet bij --theme. Kies uit: auto, dark,",
            "Choose from: auto, dark,",
        ),
        (&["demo", "--tables", "0"], "“0” kan niet bij --tables.", "“0” cannot be used with --tables."),
        (&["demo", "--tables"], "Achter --tables hoort iets te staan.", "Something has to stand behind --tables."),
        (&["completions", "tcsh"], "Kies uit: bash", "Choose from: bash"),
        (&["new", "living-lab", "--title", "x", "--date", "ooit"], "“ooit” is geen datum", "“ooit” is not a date"),
        (&["report", "x", "--to", "odt"], "Een verslag als “odt” kan nog niet.", "cannot be made yet"),
    ] {
        let answer = room.expect(2, args);
        assert!(answer.err.contains(nl) && answer.out.is_empty(), "{}", answer.err);
        assert!(!answer.err.contains("error:"), "{}", answer.err);
        let answer = room.expect(2, &[args, &["--lang", "en"]].concat());
        assert!(answer.err.contains(en), "{}", answer.err);
    }
    let id = room.session();
    assert!(room.expect(2, &["show", &id, "--table", "9"]).err.contains("tafel 1 tot en met 2"));
    assert!(room.expect(2, &["show", &id, "--round", "x"]).err.contains("welkom, droom"));
    assert!(room.expect(2, &["open", &id, "--door", "dak"]).err.contains("regie, tafel, oogst, verslag"));
    assert!(!room.expect(1, &["show", "weg"]).err.is_empty());
    assert!(room.expect(1, &["new", "weg", "--title", "x"]).err.contains("living-lab"));
}

#[test]
fn a_session_is_made_listed_and_found_by_the_beginning_of_its_id() {
    let room = Room::new();
    assert!(room.expect(0, &["list"]).err.contains("aantafel new"));
    let id = room.session();
    assert_eq!(id, "2026-05-12-samen-in-zeeland");
    assert_eq!(room.session(), format!("{id}-2"));
    let told = room.expect(
        0,
        &["new", "hoe-dan", "--title", "Hoe dan", "--party", "Kerk 3", "--party", "School", "--json", "--lang", "en"],
    );
    let told = json(&told.out);
    let head =
        fs::read_to_string(room.folder(told["id"].as_str().expect("an id")).join("session.ron")).expect("a file");
    assert!(head.contains("label: \"Kerk\"") && head.contains("seats: 3") && head.contains("language: \"en\""));
    assert_eq!(room.expect(0, &["list"]).out.lines().count(), 3);
    assert_eq!(json(&room.expect(0, &["list", "--json"]).out)["sessions"].as_array().map(Vec::len), Some(3));
    assert!(room.expect(1, &["show", "2026-05-12"]).err.contains(&id), "two begin so");
    room.expect(0, &["show", &format!("{id}-2")]);
    room.expect(0, &["show", &shown(&room.folder(&id))]);
    room.expect(0, &["show", "last"]);
}

#[test]
fn a_workshop_is_listed_shown_copied_changed_and_checked() {
    let room = Room::new();
    let list = room.expect(0, &["workshops"]).out;
    assert!(list.contains("living-lab") && list.contains("hoe-dan"), "{list}");
    assert_eq!(list, room.expect(0, &["workshops", "list"]).out);
    assert!(
        json(&room.expect(0, &["workshops", "--json"]).out)["workshops"].as_array().is_some_and(|all| all.len() >= 2)
    );
    assert!(room.expect(0, &["workshops", "show", "living-lab"]).out.contains("+ Succesfactoren"));
    assert!(room.expect(0, &["workshops", "show", "living-lab", "--lang", "en"]).out.contains("Success factors"));
    json(&room.expect(0, &["workshops", "show", "living-lab", "--json"]).out);
    assert!(room.expect(0, &["workshops", "copy", "living-lab", "mijn.ron"]).out.contains("mijn.ron"));
    assert!(room.expect(1, &["workshops", "copy", "living-lab", "mijn.ron"]).err.contains("bestaat al"));
    assert_eq!(room.expect(0, &["check", "mijn.ron"]).out, "mijn.ron: in orde\n");
    let text = fs::read_to_string(room.root.path().join("mijn.ron")).expect("a file");
    let wrong = text.replacen("sigil: \"!\"", "sigil: \"+\"", 1).replacen("title: \"Welkom\"", "title: \"\"", 1);
    room.file("fout.ron", wrong);
    let told = room.expect(1, &["check", "fout.ron", "mijn.ron"]).out;
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 5, "{told}");
    assert!(lines[0].starts_with("fout.ron:") && lines[0].contains(": Hier staat niets bij title."), "{told}");
    assert!(lines[1].starts_with("    Vul "), "{told}");
    let told = json(&room.expect(1, &["check", "fout.ron", "--json", "--lang", "en"]).out);
    assert_eq!(told[0]["mistakes"].as_array().map(Vec::len), Some(2));
    // one's own workshop on the shelf goes before the one that ships
    fs::create_dir_all(room.data().join("workshops")).expect("a folder");
    fs::copy(room.root.path().join("fout.ron"), room.data().join("workshops/fout.ron")).expect("a copy");
    assert!(room.expect(0, &["workshops"]).out.contains("(eigen)"));
    room.expect(3, &["new", "fout", "--title", "Toch"]);
}

#[test]
fn the_doctor_looks_at_everything_and_touches_nothing() {
    let room = Room::new();
    let all = json(&room.ask(&["doctor", "--json"]).out);
    let names: Vec<&str> = all.as_array().expect("a list").iter().filter_map(|look| look["name"].as_str()).collect();
    assert_eq!(
        names,
        [
            "folder",
            "space",
            "terminal",
            "colours",
            "locale",
            "clock",
            "zone",
            "sessions",
            "aside",
            "clocks",
            "backups",
            "names",
            "workshops",
            "kept"
        ]
    );
    assert!(!room.data().exists(), "looking made a folder");
    let id = room.session();
    fs::write(room.folder(&id).join("session.ron"), "Session(format: 1, title: ").expect("a file");
    let told = room.expect(3, &["doctor"]).out;
    assert!(told.contains("! Sessies: 1") && told.contains("session.ron") && told.contains("met de kopie"), "{told}");
    fs::remove_file(room.folder(&id).join("journal/session.ron")).expect("removed");
    let told = room.expect(3, &["doctor"]).out;
    assert!(told.contains("! Sessies: 0") && told.contains("session.ron"), "{told}");
}

#[test]
fn shells_and_man_get_what_they_need() {
    let room = Room::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(room.expect(0, &["completions", shell]).out.contains("capture"), "{shell}");
    }
    let man = room.expect(0, &["man"]).out;
    for piece in [".TH aantafel 1", ".SH \"TOETSEN\"", ".SS \"aantafel workshops copy\"", ".SH \"UITKOMST\""] {
        assert!(man.contains(piece), "{piece} is not in {man}");
    }
    assert!(room.expect(0, &["man", "--lang", "en"]).out.contains(".SH \"KEYS\""));
}
