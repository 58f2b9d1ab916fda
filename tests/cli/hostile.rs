//! Files that are damaged, hostile or of a newer program: a clear sentence, and not a byte of them altered.

use crate::room::Room;
use std::fs;

/// Checks a file and asks that it is left as it was; gives what was said.
fn checked(room: &Room, name: &str, bytes: &[u8]) -> String {
    room.file(name, bytes);
    let answer = room.expect(1, &["check", name]);
    assert_eq!(fs::read(room.root.path().join(name)).expect("a file"), bytes, "{name} was altered");
    let first = answer.out.lines().next().unwrap_or_default().to_owned();
    let place: Vec<&str> = first.splitn(4, ':').collect();
    assert!(place.len() == 4 && place[0] == name, "{first}");
    assert!(place[1].parse::<usize>().is_ok() && place[2].parse::<usize>().is_ok(), "{first}");
    assert!(first.len() < 400, "{} long", first.len());
    assert!(!answer.out.contains('\u{1b}'));
    assert_eq!(answer.out.lines().count() % 2, 0, "a sentence and a remedy: {}", answer.out);
    first
}

#[test]
fn files_of_every_kind_and_every_damage_are_told_with_their_place() {
    let room = Room::new();
    let long = format!("Workshop(format: 1, id: \"{}\", entries: 3, rounds: 3)", "x".repeat(10 << 20));
    let deep = format!("(format: 1, id: {}", "[".repeat(200_000));
    let escape = "Workshop(format: 1, \u{1b}]0;weg\u{7}\u{1b}[2J: \"\\u{1b}[31m\")";
    for kind in ["Workshop", "Session", "Table"] {
        checked(&room, "leeg.ron", b"");
        checked(&room, "half.ron", format!("{kind}(\n  format: 1,\n  title: \"half").as_bytes());
        let newer = checked(&room, "nieuw.ron", format!("{kind}(format: 9, rounds: New)").as_bytes());
        assert!(newer.contains("nieuwere"), "{newer}");
        checked(&room, "lang.ron", long.replacen("Workshop", kind, 1).as_bytes());
        checked(&room, "diep.ron", deep.replacen('(', &format!("{kind}("), 1).as_bytes());
        checked(&room, "escape.ron", escape.replacen("Workshop", kind, 1).as_bytes());
        checked(
            &room,
            "latin.ron",
            format!("{kind}(format: 1, title: \"caf")
                .into_bytes()
                .iter()
                .chain(b"\xe9")
                .copied()
                .collect::<Vec<_>>()
                .as_slice(),
        );
        checked(&room, "binair.ron", &[0, 159, 146, 150, 0, 255]);
    }
    assert!(!room.expect(1, &["check", "weg.ron"]).err.is_empty());
    assert!(!room.expect(1, &["check", "."]).err.is_empty());
}

#[test]
fn a_session_that_cannot_be_read_does_not_hide_the_others() {
    let room = Room::new();
    let id = room.session();
    for (name, text) in [
        ("half", "Session(format: 1, title: \"half"),
        ("nieuw", "Session(format: 99, everything: Different)"),
        ("binair", "\0\0\0"),
    ] {
        let folder = room.folder(name);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("session.ron"), text).expect("a file");
        let listed = room.expect(3, &["list"]);
        assert!(listed.out.contains(&id) && listed.err.contains(name), "{}", listed.err);
        assert!(!room.expect(1, &["show", name]).err.is_empty());
        assert!(!room.expect(1, &["capture", name, "--table", "1", "--round", "droom"]).err.is_empty());
        assert_eq!(fs::read_to_string(folder.join("session.ron")).expect("a file"), text, "untouched");
    }
}

#[test]
fn a_damaged_table_gives_what_is_whole_and_says_so() {
    let room = Room::new();
    let id = room.session();
    room.tell(0, &["capture", &id, "--table", "1", "--round", "factoren"], "+ blijft staan\n+ ook dit\n");
    let path = room.folder(&id).join("tables/tafel-1.ron");
    let text = fs::read_to_string(&path).expect("a file");
    let half = &text[..text.len() - 60];
    fs::write(&path, half).expect("a file");
    let shown = room.expect(3, &["show", &id]);
    assert!(shown.out.contains("blijft staan") && shown.out.contains("ook dit"), "{}", shown.out);
    assert!(shown.err.contains("tafel-1.ron"), "{}", shown.err);
    room.expect(3, &["report", &id, "--to", "md"]);
    assert_eq!(fs::read_to_string(&path).expect("a file"), half, "untouched");
    let newer = "Table(format: 99, entries: Other)";
    fs::write(&path, newer).expect("a file");
    assert!(room.expect(3, &["show", &id]).err.contains("tafel-1.ron"));
    room.tell(1, &["capture", &id, "--table", "1", "--round", "factoren"], "+ kan niet\n");
    assert_eq!(fs::read_to_string(&path).expect("a file"), newer, "untouched");
}

#[test]
fn what_a_file_says_never_reaches_the_terminal_raw() {
    let room = Room::new();
    let id = room.session();
    room.tell(0, &["capture", &id, "--table", "1", "--round", "factoren"], "+ rood\u{1b}[31m\u{202e}\u{7} woord\n");
    let path = room.folder(&id).join("tables/tafel-1.ron");
    let text = fs::read_to_string(&path).expect("a file").replace("rood", "rood\\u{1b}[2J");
    fs::write(&path, text).expect("a file");
    for args in [vec!["show", &id], vec!["report", &id, "--to", "md", "-o", "-"], vec!["show", &id, "--json"]] {
        let told = room.ask(&args);
        assert!(told.out.contains("rood") && !told.out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{:?}", told.out);
    }
}
