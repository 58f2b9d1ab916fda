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

/// Links that lead out of the data folder.
#[cfg(unix)]
#[test]
fn nothing_is_read_or_written_through_a_link_out_of_the_data_folder() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().expect("a folder");
    let away = |name: &str| elsewhere.path().join(name);
    let room = Room::new();
    let id = room.session();
    room.tell(0, &["capture", &id, "--table", "1", "--round", "factoren"], "+ blijft binnen\n");
    let folder = room.folder(&id);
    let secret =
        fs::read_to_string(folder.join("tables/tafel-1.ron")).expect("a file").replace("blijft binnen", "geheim");
    fs::write(away("geheim.ron"), &secret).expect("a file");
    fs::write(away("geheim.journal"), "geheim").expect("a file");
    let stays = || {
        assert_eq!(fs::read_to_string(away("geheim.ron")).expect("a file"), secret);
        assert_eq!(fs::read_dir(elsewhere.path()).expect("a folder").count(), 4, "nothing is made there");
    };
    fs::create_dir(away("map")).expect("a folder");
    fs::write(away("sessie.ron"), fs::read(folder.join("session.ron")).expect("a head")).expect("a file");

    // a table of another laptop
    symlink(away("geheim.ron"), folder.join("tables/tafel-1~ander.ron")).expect("a link");
    let shown = room.expect(3, &["show", &id]);
    assert!(shown.out.contains("blijft binnen") && !shown.out.contains("geheim"), "{}", shown.out);
    assert!(shown.err.contains("tafel-1~ander.ron") && shown.err.contains("buiten"), "{}", shown.err);
    assert!(room.expect(3, &["doctor"]).out.contains("tafel-1~ander.ron"));
    fs::remove_file(folder.join("tables/tafel-1~ander.ron")).expect("removed");

    // the table's own file, and a journal
    for (name, target) in [("tables/tafel-2.ron", "geheim.ron"), ("journal/tafel-2~ander.journal", "geheim.journal")] {
        symlink(away(target), folder.join(name)).expect("a link");
        let shown = room.expect(3, &["show", &id]);
        assert!(!shown.out.contains("geheim") && shown.err.contains("buiten"), "{name}: {}", shown.err);
        if name.starts_with("tables") {
            room.tell(1, &["capture", &id, "--table", "2", "--round", "factoren"], "+ nee\n");
        }
        fs::remove_file(folder.join(name)).expect("removed");
        stays();
    }

    // the reports, the head, a whole session, a workshop
    symlink(away("map"), folder.join("reports")).expect("a link");
    room.expect(1, &["report", &id, "--to", "md"]);
    assert_eq!(fs::read_dir(away("map")).expect("a folder").count(), 0);
    fs::create_dir_all(room.data().join("workshops")).expect("a folder");
    symlink(away("geheim.ron"), room.data().join("workshops/eigen.ron")).expect("a link");
    symlink(elsewhere.path(), room.data().join("sessions/weg")).expect("a link");
    fs::create_dir(room.folder("half")).expect("a folder");
    symlink(away("sessie.ron"), room.folder("half").join("session.ron")).expect("a link");
    let listed = room.expect(3, &["list"]);
    assert!(listed.err.contains("half") && listed.err.contains("buiten"), "{}", listed.err);
    assert_eq!(listed.out.lines().count(), 1, "{}", listed.out);
    assert!(room.expect(3, &["doctor"]).out.contains("eigen.ron"));
    stays();
}

/// Everything the program makes: sessions, tables, journals, locks, copies, reports, what is set aside.
#[cfg(unix)]
#[test]
fn everything_it_makes_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    let id = room.session();
    let say = |code: i32, words: &str| room.tell(code, &["capture", &id, "--table", "1", "--round", "factoren"], words);
    say(0, "+ een\n");
    room.expect(0, &["report", &id, "--to", "md"]);
    let folder = room.folder(&id);
    fs::write(folder.join("tables/tafel-1.ron"), "Table(format: 1, entries: [").expect("written");
    let mut journals = fs::read_dir(folder.join("journal")).expect("a folder").flatten().map(|entry| entry.path());
    let journal = journals.find(|path| path.extension().is_some_and(|ending| ending == "journal")).expect("a journal");
    let half = fs::read_to_string(&journal).expect("text") + "0badc0de half";
    fs::write(&journal, half).expect("written");
    fs::write(folder.join("session.ron"), "Session(form").expect("written");
    say(3, "+ twee\n");
    room.expect(3, &["doctor"]);
    let mut folders = vec![room.data()];
    let (mut seen, mut count) = (String::new(), 0);
    while let Some(folder) = folders.pop() {
        let mode = |path: &std::path::Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700, "{}", folder.display());
        for entry in fs::read_dir(&folder).expect("a folder").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                assert_eq!(mode(&entry.path()), 0o600, "{}", entry.path().display());
                seen += &entry.file_name().to_string_lossy();
                count += 1;
            }
        }
    }
    for name in ["session.ron.damaged-1", "tafel-1.ron.damaged-1", ".torn-1", ".lock", ".md"] {
        assert!(seen.contains(name), "{name} is not among {seen}");
    }
    assert!(count >= 8, "{seen}");
}

#[test]
fn names_never_leave_their_folder() {
    let room = Room::new();
    let long = "lang".repeat(200);
    for device in ["../../weg", "/etc/passwd", "CON", "nul.", "a\\..\\b", "laptop...", "\u{1b}[2J", "漢字", &long, "."]
    {
        let args = ["--device", device, "new", "living-lab", "--title", "../../../weg/CON.", "--date", "2026-05-12"];
        let id = room.expect(0, &args).out.trim().to_owned();
        assert!(id.starts_with("2026-05-12-weg-con"), "{id}");
        let args = ["--device", device, "capture", &id, "--table", "1", "--round", "factoren"];
        let told = room.tell(0, &args, "+ een\n");
        assert!(!told.out.contains('\u{1b}') && !told.err.contains('\u{1b}'));
    }
    let id = "2026-05-12-weg-con";
    // an id in a file is not where the program goes
    let head = room.folder(id).join("session.ron");
    let text = fs::read_to_string(&head).expect("a head");
    fs::write(&head, text.replacen(id, "../../../../buiten\\u{0}", 1)).expect("written");
    room.tell(0, &["capture", id, "--table", "1", "--round", "factoren"], "+ twee\n");
    room.expect(0, &["report", id, "--to", "md"]);
    for name in ["../sessions", "/etc", "..", "\u{0}x", "weg/../..", "con"] {
        if !name.contains('\u{0}') {
            room.expect(1, &["show", name]);
        }
    }
    let outside: Vec<_> =
        fs::read_dir(room.root.path()).expect("a folder").flatten().map(|one| one.file_name()).collect();
    assert_eq!(outside, ["data"], "nothing stands outside the data folder");
}

#[cfg(unix)]
#[test]
fn names_of_files_are_told_without_what_a_terminal_would_obey() {
    let room = Room::new();
    let id = room.session();
    let hostile = "x\u{1b}]0;weg\u{7}\u{202e}";
    let folder = room.folder(&format!("{hostile}-sessie"));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("session.ron"), "Session(format: 1, \u{1b}[31m").expect("a file");
    fs::write(room.folder(&id).join(format!("tables/tafel-1 ({hostile}).ron")), "Table(format: \u{9b}1")
        .expect("a file");
    fs::write(room.folder(&id).join(format!("tables/tafel-1 ({hostile}).ron.damaged-1")), "x").expect("a file");
    fs::create_dir_all(room.data().join("workshops")).expect("a folder");
    let own = room.data().join(format!("workshops/{hostile}.ron"));
    fs::write(&own, "Workshop(format: 1, id: \"\u{1b}[2J\", title: \"\u{1b}]52;c;AA\u{7}\", \u{1b}: 1)")
        .expect("a file");
    let own = own.to_str().expect("UTF-8").to_owned();
    for args in [
        &["list"][..],
        &["list", "--json"],
        &["doctor"],
        &["doctor", "--json"],
        &["show", &id],
        &["show", hostile],
        &["check", &own],
        &["check", &own, "--json"],
        &["workshops"],
        &["workshops", hostile],
        &["workshops", &own, "--copy", "-"],
        &["new", hostile],
        &["open", hostile],
        &["report", &id, "--to", hostile],
        &["capture", &id, "--table", hostile, "--round", hostile],
        &["capture", &id, "--table", "1", "--round", "factoren", hostile],
    ] {
        let told = room.ask(args);
        for text in [&told.out, &told.err] {
            let wrong = text.chars().find(|c| c.is_control() && *c != '\n' || matches!(c, '\u{202a}'..='\u{202e}'));
            assert_eq!(wrong, None, "{args:?}: {text:?}");
        }
        assert!(!told.err.contains("panicked"), "{args:?}: {}", told.err);
    }
}

#[test]
fn what_is_far_too_much_is_told_and_the_rest_is_there() {
    let room = Room::new();
    let id = room.session();
    room.tell(0, &["capture", &id, "--table", "1", "--round", "factoren"], "+ een\n");
    let tables = room.folder(&id).join("tables");
    fs::write(tables.join("tafel-201.ron"), "Table(format: 1)").expect("a file");
    assert!(room.expect(3, &["show", &id]).err.contains("1 tot 200"));
    for number in 0..4100 {
        fs::write(tables.join(format!("tafel-2 ({number}).ron")), "Table(format: 1, entries: [])").expect("a file");
    }
    let shown = room.expect(3, &["show", &id]);
    assert!(shown.out.contains("een"), "{}", shown.out);
    assert!(shown.err.contains("te veel bestanden"), "{}", shown.err);
    let rounds: String = (0..600).map(|nth| format!("(id: \"r{nth}\", title: \"R\", minutes: 5),")).collect();
    let many = format!("Workshop(format: 1, id: \"veel\", language: \"nl\", title: \"Veel\", rounds: [{rounds}])");
    assert!(checked(&room, "veel.ron", many.as_bytes()).contains("hoogstens 500"));
    // a line that no one types, and a heap of signs
    let line = format!("+ {}\n", "x@#&|".repeat(200_000));
    assert!(!room.tell(3, &["capture", &id, "--table", "1", "--round", "factoren"], &line).err.contains("panicked"));
}
