//! What two tables said goes in as lines and comes out everywhere.

use crate::room::{Room, json};
use std::fs;

const ONE: &str = "== welkom\r\n\
    Iedereen was er op tijd.\r\n\
    \r\n\
    == factoren\r\n\
    + Elkaar kennen @wel #vertrouwen\r\n\
    Korte lijnen\r\n\
    ! Aanbesteden duurt lang\r\n\
    > Samen inkopen\r\n\
    ! Wie trekt verdwijnt\r\n\
    > Met zijn tweeën trekken\r\n\
    > Vooraf een buffer &1\r\n\
    \"Ik wil dat iemand opneemt.\" @bew\r\n\
    * Een zaal zonder huur\r\n\
    : Er werd gelachen.\r\n";

const TWO: &str = "## droom/droomzin\n\
    Samen oud worden.\n\
    == huid/wakker\n\
    Dat het geld op is @@gem\n\
    < Klopt helemaal @gem\n\
    == afspraken\n\
    Zaal regelen | Welzijn | 1 juni 2026 | hoeft niet\n\
    Raad bellen\n\
    == kiezen/top\n\
    een *hostile* <b>|x|</b> [a](b) | 4\n";

/// A report without the codes beside its sentences, of which `people` tells.
fn uncoded(report: &str) -> String {
    let mut pieces = report.split(" \\[T");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |told, piece| told + piece.split_once("\\]").map_or(piece, |(_, behind)| behind))
}

#[test]
fn every_point_is_found_in_show_in_the_files_and_in_the_report() {
    let room = Room::new();
    let id = room.session();
    room.file("een.txt", ONE);
    let told = room.expect(0, &["capture", &id, "--table", "1", "--round", "welkom", "een.txt"]);
    assert!(told.out.starts_with("11 regels ingevoerd aan tafel 1 van "), "{}", told.out);
    assert!(
        told.out.contains("2  Notities") && told.out.contains("3  Oplossingen") && told.out.contains("1  Wensen"),
        "{}",
        told.out
    );
    let told = room.tell(0, &["capture", &id, "--table", "2", "--round", "Welkom", "--json"], TWO);
    let told = json(&told.out);
    assert_eq!((told["taken"].as_u64(), told["missed"].as_array().map(Vec::len)), (Some(6), Some(0)));

    let shown = room.expect(0, &["show", &id]).out;
    let report = room.expect(0, &["report", &id, "--to", "md", "-o", "-"]).out;
    let files: Vec<String> = [1, 2]
        .map(|table| fs::read_to_string(room.folder(&id).join(format!("tables/tafel-{table}.ron"))).expect("a file"))
        .into();
    for (table, point) in [
        (0, "Iedereen was er op tijd."),
        (0, "Elkaar kennen"),
        (0, "Korte lijnen"),
        (0, "Aanbesteden duurt lang"),
        (0, "Samen inkopen"),
        (0, "Met zijn tweeën trekken"),
        (0, "Vooraf een buffer"),
        (0, "Ik wil dat iemand opneemt."),
        (0, "Een zaal zonder huur"),
        (0, "Er werd gelachen."),
        (1, "Samen oud worden."),
        (1, "Dat het geld op is"),
        (1, "Klopt helemaal"),
        (1, "Zaal regelen"),
        (1, "Raad bellen"),
    ] {
        assert!(shown.contains(point), "{point} is not shown");
        assert!(files[table].contains(point), "{point} is not in the file");
        assert!(report.contains(point), "{point} is not in the report");
    }
    // solutions under their threats, and the one that named a number under that
    let threats = "- Aanbesteden duurt lang\n  - Samen inkopen\n  - Vooraf een buffer\n- Wie trekt verdwijnt\n  - Met";
    assert!(uncoded(&report).contains(threats), "{report}");
    assert!(shown.contains("1. Aanbesteden duurt lang\n      → Samen inkopen\n      → Vooraf een buffer\n"), "{shown}");
    assert!(uncoded(&report).contains("> Ik wil dat iemand opneemt.\n>\n> — Bewonersinitiatief\n"), "{report}");
    assert!(report.contains("- **Afspraken:** 2 afspraken, 1 zonder trekker, 1 zonder datum\n"), "{report}");
    assert!(uncoded(&report).contains("een \\*hostile\\* \\<b>\\|x\\|\\</b> \\[a\\](b) | 4 |"), "{report}");
    assert!(!report.contains('\r'));
    let ascii = room.expect(0, &["show", &id, "--table", "1", "--round", "factoren", "--ascii"]).out;
    assert!(ascii.contains("> Samen inkopen") && !ascii.contains("Iedereen"), "{ascii}");
    let all = json(&room.expect(0, &["show", &id, "--json"]).out);
    assert_eq!(all["tables"].as_array().map(Vec::len), Some(2));
    assert!(room.expect(0, &["check", &format!("data/sessions/{id}/tables/tafel-1.ron")]).out.contains("in orde"));
    room.expect(0, &["check", &format!("data/sessions/{id}/session.ron")]);
}

#[test]
fn what_cannot_be_placed_is_named_and_the_rest_goes_in() {
    let room = Room::new();
    let id = room.session();
    let text = "+ een\n== facturen\nkwijt\n== droom/weg\nook kwijt\n== droom\ntwee\n+\n";
    let told = room.tell(3, &["capture", &id, "--table", "1", "--round", "factoren", "--lang", "en"], text);
    assert!(told.out.starts_with("2 lines entered"), "{}", told.out);
    for line in ["Line 2", "Line 3", "It says: kwijt", "Line 4", "It says: ook kwijt", "Line 8"] {
        assert!(told.err.contains(line), "{line}: {}", told.err);
    }
    // what is no mark stays in the words, and a bar without columns too
    room.tell(0, &["capture", &id, "--table", "1", "--round", "factoren"], "+ mail naar a@b.nl | of bel #1\n");
    assert!(room.expect(0, &["show", &id]).out.contains("mail naar a@b.nl | of bel #1"));
    assert_eq!(room.expect(0, &["show", &id, "--round", "droom"]).out.matches("twee").count(), 1);
    assert!(room.expect(1, &["capture", &id, "--table", "1", "--round", "droom", "weg.txt"]).err.contains("weg.txt"));
    room.file("latin.txt", b"caf\xe9");
    assert!(
        room.expect(1, &["capture", &id, "--table", "1", "--round", "droom", "latin.txt"])
            .err
            .contains("latin.txt:1:4:")
    );
}

#[test]
fn a_report_is_never_written_over_another() {
    let room = Room::new();
    let id = room.session();
    let first = room.expect(0, &["report", &id, "--to", "md"]).out;
    let second = room.expect(0, &["report", &id, "--to", "md"]).out;
    assert!(first.trim().ends_with(&format!("reports/{id}.md")) && second.trim().ends_with(&format!("{id}-2.md")));
    room.file("mijn.md", "van mij");
    assert_eq!(room.expect(0, &["report", &id, "--to", "md", "-o", "mijn.md"]).out, "mijn-2.md\n");
    assert_eq!(fs::read_to_string(room.root.path().join("mijn.md")).expect("a file"), "van mij");
    let english = room.expect(0, &["report", &id, "--to", "md", "--table", "2", "-o", "-", "--lang", "en"]).out;
    assert!(english.contains("## Table 2\n\n*(Nothing was recorded at this table.)*") && !english.contains("Table 1"));
    assert!(room.expect(1, &["report", &id, "--to", "md", "-o", "weg/x.md"]).err.contains("weg/x.md"));
}

#[test]
fn a_day_in_an_old_session_is_reckoned_from_the_day_of_that_session() {
    let room = Room::new();
    let id = room.expect(0, &["new", "living-lab", "--title", "Toen", "--date", "2025-03-12"]).out.trim().to_owned();
    let lines = "IJsje eten | Gemeente | vrijdag\nTerugbellen | Gemeente | 1 februari\n";
    room.tell(0, &["capture", &id, "--table", "1", "--round", "afspraken", "-"], lines);
    let told = room.expect(0, &["show", &id]).out;
    assert!(told.contains("14 mrt 2025") || told.contains("14 maart 2025"), "{told}");
    assert!(told.contains("1 feb 2026") || told.contains("1 februari 2026"), "{told}");
}
