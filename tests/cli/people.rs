//! `aantafel people` and `aantafel forget`: names stand in one file, reports tell what was decided, and they can be destroyed.

use crate::room::{Room, json, shown};
use std::{
    fs,
    io::{Cursor, Write},
    path::{Path, PathBuf},
};

const SAID: &str = "== factoren\n\
    + Korte lijnen @wel2\n\
    ! Als Stoel Voorbeeld stopt, stopt alles @gem\n\
    > mevrouw Voorbéélds opvolger zoeken\n\
    + Een goed voorbeeld doet volgen\n";

/// A session in which the second chair of Welzijn is Stoel Voorbeeld, who is also spoken of.
fn session(room: &Room) -> String {
    let args = ["new", "living-lab", "--title", "Samen", "--date", "2026-05-12", "--tables", "2"];
    let parties = ["--party", "Gemeente", "--party", "Welzijn"];
    let id = room.expect(0, &[args.as_slice(), &parties].concat()).out.trim().to_owned();
    room.tell(0, &["capture", &id, "--table", "1", "--round", "welkom", "-"], SAID);
    room.expect(
        0,
        &["people", &id, "--add", "Stoel Voorbeeld;Welzijn 2;voorzitter", "--add", "Proef Bij-Naam;Gemeente"],
    );
    id
}

fn report(room: &Room, id: &str, more: &[&str]) -> String {
    room.expect(0, &[&["report", id, "--to", "md", "-o", "-"], more].concat()).out
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.clone(), fs::read(&path).expect("a file")));
        }
    }
    found
}

/// The parts of a file: itself, and what is packed in it.
fn parts(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut all = vec![bytes.to_vec()];
    if let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(bytes)) {
        for nth in 0..zip.len() {
            let mut part = Vec::new();
            std::io::copy(&mut zip.by_index(nth).expect("a part"), &mut part).expect("unpacks");
            all.push(part);
        }
    }
    all
}

/// Where a word stands in the bytes of these files, as UTF-8 or UTF-16, also in packed parts.
fn standing(files: &[(PathBuf, Vec<u8>)], word: &str) -> Vec<PathBuf> {
    let mut needles = vec![word.as_bytes().to_vec()];
    needles.push(word.encode_utf16().flat_map(u16::to_le_bytes).collect());
    needles.push(word.encode_utf16().flat_map(u16::to_be_bytes).collect());
    let holds = |bytes: &[u8]| needles.iter().any(|needle| bytes.windows(needle.len()).any(|window| window == needle));
    files
        .iter()
        .filter(|(_, bytes)| parts(bytes).iter().any(|part| holds(part)))
        .map(|(path, _)| path.clone())
        .collect()
}

fn packed(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file(name, options).expect("works");
    zip.write_all(bytes).expect("works");
    zip.finish().expect("works").into_inner()
}

/// A whole copy of a session, as the program at a table makes it.
fn back_up(room: &Room, id: &str) -> PathBuf {
    let to = room.data().join("backups").join(id).join("0001-2026-05-12T13-19-54Z");
    for (path, bytes) in files(&room.folder(id)) {
        let within = path.strip_prefix(room.folder(id)).expect("inside").to_owned();
        fs::create_dir_all(to.join(&within).parent().expect("a folder")).expect("works");
        fs::write(to.join(within), bytes).expect("works");
    }
    to
}

#[test]
fn names_stand_in_one_file_and_reports_tell_what_was_decided() {
    let room = Room::new();
    let id = session(&room);
    let listed = room.expect(0, &["people", &id]).out;
    assert!(listed.contains("Welzijn 2   Stoel Voorbeeld, voorzitter\n"), "{listed}");
    assert!(listed.contains("Gemeente 1  Proef Bij-Naam\n") && listed.contains("noemt partijen"), "{listed}");
    let all: Vec<_> = files(&room.folder(&id)).into_iter().filter(|(path, _)| !path.ends_with("people.ron")).collect();
    assert_eq!(standing(&all, "Bij-Naam"), Vec::<PathBuf>::new());
    let file = fs::read_to_string(room.folder(&id).join("people.ron")).expect("the names");
    assert!(file.starts_with("People(\n  format: 1,\n"), "{file}");
    assert!(!room.folder(&id).join("journal/people.ron").exists());

    assert!(report(&room, &id, &[]).contains("- Korte lijnen *(Welzijn)* \\[T1·7·01\\]\n"));
    assert!(report(&room, &id, &["--names", "none"]).contains("- Korte lijnen \\[T1·7·01\\]\n"));
    let wide = room.expect(2, &["report", &id, "--to", "md", "--names", "full"]);
    assert!(wide.err.contains("aantafel people SESSION --names full"), "{}", wide.err);
    room.expect(0, &["people", &id, "--names", "full", "--json"]);
    assert!(report(&room, &id, &[]).contains("- Korte lijnen *(Stoel Voorbeeld (Welzijn))* \\[T1·7·01\\]\n"));
    assert!(report(&room, &id, &["--names", "party"]).contains("- Korte lijnen *(Welzijn)* \\[T1·7·01\\]\n"));
    assert!(report(&room, &id, &["--public"]).contains("- Korte lijnen *(Welzijn)* \\[T1·7·01\\]\n"));
    room.expect(2, &["report", &id, "--to", "md", "--public", "--names", "full"]);
    for shown in [&["show", &id][..], &["show", &id, "--json"], &["list"], &["seats", &id, "--people", "Welzijn 2"]] {
        assert!(!room.expect(0, shown).out.contains("Bij-Naam"), "only a report that may and this command tell names");
    }
}

#[test]
fn a_list_from_a_spreadsheet_goes_in_and_what_is_wrong_in_it_is_said_with_its_line() {
    let room = Room::new();
    let id = session(&room);
    room.file(
        "lijst.csv",
        "\u{feff}Naam;Partij;Functie\r\nStoel Een;welzijn;\"bestuur; lid\"\r\n\r\nStoel Twee;Welzijn\r\n",
    );
    let told = json(&room.expect(0, &["people", &id, "--from", "lijst.csv", "--json"]).out);
    let seats: Vec<_> = told["people"].as_array().expect("people").iter().map(|one| one["seat"].as_str()).collect();
    assert_eq!(seats, [Some("welzijn#2"), Some("gemeente#1"), Some("welzijn#1"), Some("welzijn#3")]);
    room.file("fout.csv", "Stoel Drie;Kerk\n");
    assert!(room.expect(2, &["people", &id, "--from", "fout.csv"]).err.contains("fout.csv:1: “Kerk”"));
    assert!(room.expect(3, &["people", &id, "--remove", "Welzijn 9"]).err.contains("Welzijn 9"));
    room.expect(0, &["people", &id, "--remove", "Welzijn 1", "--remove", "Welzijn 3"]);
    let told = json(&room.expect(0, &["people", &id, "--json"]).out);
    assert_eq!(told["people"].as_array().map(Vec::len), Some(2));
    fs::write(room.folder(&id).join("people.ron"), "People(format: 1, people: [(").expect("works");
    assert!(!room.expect(1, &["people", &id]).err.is_empty());
    let told = room.expect(3, &["people", &id, "--add", "Stoel Vier;Welzijn"]);
    assert!(told.err.contains("people.ron.damaged-1"), "{}", told.err);
}

#[test]
fn after_forgetting_no_name_stands_in_any_byte_and_all_else_is_still_there() {
    let room = Room::new();
    let id = session(&room);
    let copy = back_up(&room, &id);
    let folder = room.folder(&id);
    fs::create_dir_all(folder.join("reports")).expect("works");
    fs::write(folder.join("reports/oud.docx"), packed("word/document.xml", b"<w:t>Stoel Voorbeeld</w:t>"))
        .expect("works");
    let utf16: Vec<u8> = "Stoel Voorbeeld".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(folder.join("reports/oud.txt"), utf16).expect("works");
    fs::write(folder.join("reports/zonder.md"), "Een goed voorbeeld").expect("works");
    let before = room.expect(0, &["show", &id, "--json"]).out;
    let sizes = files(&room.data());

    let asked = room.expect(3, &["forget", &id, "--names", "--yes"]);
    assert!(asked.out.contains("--also-in-text") && asked.out.contains("reports/oud.docx"), "{}", asked.out);
    assert!(asked.out.contains("Als Stoel Voorbeeld stopt"), "{}", asked.out);
    room.expect(3, &["forget", &id, "--names", "--also-in-text"]);
    assert_eq!(files(&room.data()), sizes, "until somebody says so nothing is altered");

    let left = room.expect(3, &["forget", &id, "--names", "--also-in-text", "--yes", "--json"]);
    let left =
        json(&left.out)["left"].as_array().expect("a list").iter().map(|one| one["path"].clone()).collect::<Vec<_>>();
    assert_eq!(left.len(), 2, "the reports are listed: {left:?}");
    let named = ["--name", "Stoel Voorbeeld", "--name", "Proef Bij-Naam"];
    let done = room.expect(0, &[&["forget", &id, "--names", "--reports", "--yes"][..], &named].concat());
    assert!(done.out.contains("Geen van deze namen staat nog"), "{}", done.out);

    let all = files(&room.data());
    for word in ["Voorbeeld", "VOORBEELD", "Voorbé", "Bij-Naam", "Stoel"] {
        assert_eq!(standing(&all, word), Vec::<PathBuf>::new(), "{word}");
    }
    assert!(folder.join("reports/zonder.md").exists(), "a report without a name stays");
    let after = room.expect(0, &["show", &id, "--json"]).out;
    let expected = before.replace("Stoel Voorbeeld", "Welzijn").replace("Voorbéélds", "Welzijn");
    assert_eq!(json(&after), json(&expected), "nothing but names is different");
    room.expect(0, &["check", &shown(&folder.join("tables/tafel-1.ron"))]);
    room.expect(0, &["show", &shown(&copy)]);
    assert!(room.expect(0, &["people", &id]).out.contains("zijn vergeten op"));

    // a stick from before brings no name back
    let stick = Room::new();
    let other = session(&stick);
    assert_eq!(other, id);
    room.ask(&["import", &shown(&stick.data())]);
    assert_eq!(json(&room.expect(0, &["people", &id, "--json"]).out)["people"].as_array().map(Vec::len), Some(0));
}

#[test]
fn names_may_be_left_in_what_was_typed_and_what_cannot_be_looked_into_is_said() {
    let room = Room::new();
    let id = session(&room);
    fs::create_dir_all(room.folder(&id).join("reports")).expect("works");
    fs::write(room.folder(&id).join("reports/oud.pdf"), b"%PDF-1.7 ...").expect("works");
    let told = room.expect(3, &["forget", &id, "--names", "--leave-text", "--yes"]);
    assert!(told.out.contains("oud.pdf: hierin kan niet worden gekeken"), "{}", told.out);
    assert!(told.out.contains("tafel-1.ron: in wat er getypt is"), "{}", told.out);
    assert_eq!(standing(&files(&room.data()), "Bij-Naam"), Vec::<PathBuf>::new());
    assert!(
        room.expect(0, &["forget", &id, "--names"]).out.contains("--name"),
        "nobody knows any more what to look for"
    );
    room.expect(2, &["forget", &id]);
}

#[test]
fn nothing_is_forgotten_while_somebody_writes_there() {
    let room = Room::new();
    let id = session(&room);
    let lock = room.folder(&id).join("journal/tafel-1~elders.lock");
    let held = fs::File::create(&lock).expect("works");
    held.try_lock().expect("is free");
    let before = files(&room.data());
    let told = room.expect(1, &["forget", &id, "--names", "--also-in-text", "--yes"]);
    assert!(told.err.contains("Er is niets veranderd"), "{}", told.err);
    drop(held);
    let same = |files: Vec<(PathBuf, Vec<u8>)>| {
        files.into_iter().filter(|(path, _)| path.extension().is_none_or(|ending| ending != "lock")).collect::<Vec<_>>()
    };
    assert_eq!(same(files(&room.data())), same(before));
    room.expect(0, &["forget", &id, "--names", "--also-in-text", "--yes"]);
}

#[test]
fn names_that_were_kept_too_long_are_told_and_nothing_is_done_about_it() {
    let room = Room::new();
    let id = session(&room);
    room.expect(0, &["people", &id, "--until", "2026-05-13"]);
    let is_late = json(&room.expect(0, &["people", &id, "--json"]).out)["until"] == "2026-05-13";
    assert!(is_late);
    room.expect(0, &["people", &id, "--until", "2020-01-01"]);
    for command in [&["list"][..], &["doctor"]] {
        let told = room.ask(command);
        assert!((told.out + &told.err).contains(&format!("aantafel forget {id} --names")), "{command:?}");
    }
    assert!(room.expect(0, &["people", &id]).out.contains("Stoel Voorbeeld"));
}

#[test]
fn an_import_lays_names_over_those_that_are_here() {
    let (here, there) = (Room::new(), Room::new());
    let id = session(&here);
    let other = session(&there);
    assert_eq!(other, id);
    here.expect(0, &["people", &id, "--remove", "Gemeente 1"]);
    there.expect(0, &["people", &id, "--add", "Stoel Anders;Welzijn 2"]);
    let told = here.expect(3, &["import", &shown(&there.data())]);
    assert!(told.err.contains("people.ron"), "{}", told.err);
    let told = here.expect(0, &["people", &id]).out;
    assert!(told.contains("Stoel Voorbeeld") && told.contains("Bij-Naam") && !told.contains("Stoel Anders"), "{told}");
}

#[test]
fn a_code_in_a_report_leads_to_what_was_said_with_its_question_and_history() {
    let room = Room::new();
    let id = session(&room);
    assert!(report(&room, &id, &[]).contains("\\[T1·7·03\\]"));
    let told = room.expect(0, &["show", &id, "t1.7.3"]).out;
    assert!(told.starts_with("T1·7·03  Tafel 1, Succesfactoren\n   Wat maakt dat"), "{told}");
    assert!(told.contains("\n   mevrouw Voorbéélds opvolger zoeken\n"), "{told}");
    assert!(told.contains("Zo werd het dit:\n") && told.contains("“mevrouw Voorbéélds opvolger zoeken”"), "{told}");
    let told = json(&room.expect(0, &["show", &id, "T1·7·03", "--json"]).out);
    assert_eq!((&told["code"], told["history"].as_array().map(Vec::len)), (&"T1·7·03".into(), Some(1)));
    for wrong in ["T1·7·99", "T9·1·01", "1·7·a", "kop"] {
        assert!(room.expect(2, &["show", &id, wrong]).err.contains("T2·4·07"), "{wrong}");
    }
    room.expect(2, &["show", &id, "T1·7·03", "--table", "1"]);
}
