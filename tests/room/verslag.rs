//! The report: seen before it is made, made with one key, and where it went is said.

use crate::facilitator::Facilitator;
use aantafel::words::Lang;
use std::fs;

/// At the report of a table that said three things.
fn reporting(width: u16, height: u16) -> Facilitator {
    let mut at = Facilitator::at(width, height, Lang::Nl).sits("Hoe dan?");
    at.presses("Ctrl+Right");
    for line in ["+ elkaar bellen", "+ samen eten", "! geen geld"] {
        at.says(line);
    }
    at.presses("F5");
    at
}

/// The names of the files among the reports.
fn files(at: &Facilitator) -> Vec<String> {
    let Ok(entries) = fs::read_dir(at.session_folder().join("reports")) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn made(at: &Facilitator, ending: &str) -> std::path::PathBuf {
    let name = files(at).into_iter().find(|name| name.ends_with(ending)).expect("it was made");
    at.session_folder().join("reports").join(name)
}

#[test]
fn the_report_is_seen_before_it_is_made_and_every_key_scrolls_as_it_says() {
    for (width, height) in [(40, 12), (80, 24), (110, 32), (200, 60)] {
        let mut at = reporting(width, height);
        assert!(at.finds("Verslag") && at.finds("Hoe dan?"), "{}", at.sees());
        let first = at.sees();
        at.presses("PageDown");
        let mut seen = vec![first.clone(), at.sees()];
        at.presses("Down Down Up PageUp Home");
        assert_eq!(at.sees(), first, "Home is the beginning");
        at.presses("End");
        let last = at.sees();
        at.presses("PageDown Down");
        assert_eq!(at.sees(), last, "below the end is nothing");
        at.presses("Home");
        for _ in 0..200 {
            seen.push(at.sees());
            at.presses("Down");
        }
        let all = seen.join("\n");
        for said in ["elkaar bellen", "samen eten", "geen geld"] {
            assert!(all.contains(said), "{width}x{height} lacks {said}:\n{last}");
        }
    }
}

#[test]
fn tab_goes_from_heading_to_heading_and_the_contents_go_straight_there() {
    let mut at = reporting(80, 12);
    let first = at.sees();
    at.presses("Tab Tab");
    assert_ne!(at.sees(), first);
    at.presses("Shift+Tab Shift+Tab Shift+Tab");
    assert_eq!(at.sees(), first);
    at.presses("i").types("tafel 1");
    assert!(at.finds("Inhoud"));
    at.presses("Enter");
    let view: Vec<String> = at.sees().lines().map(str::to_owned).collect();
    assert!(view.iter().take(6).any(|row| row.trim() == "Tafel 1"), "{}", view.join("\n"));
}

#[test]
fn one_key_makes_a_file_says_where_it_is_and_nothing_is_ever_written_over() {
    let mut at = reporting(200, 60);
    assert!(files(&at).is_empty());
    at.presses("Enter");
    let word = made(&at, ".docx");
    let name = word.file_name().expect("has a name").to_string_lossy().into_owned();
    assert!(at.finds("Opgeslagen:") && at.finds("Eerder gemaakt") && at.finds(&name[..30]), "{}", at.sees());
    assert!(fs::read(&word).expect("it is there").starts_with(b"PK"));
    fs::write(&word, "door iemand bewerkt").expect("it can be written");
    at.presses("w Enter");
    assert_eq!(files(&at).len(), 3);
    assert_eq!(fs::read(&word).expect("it is there"), b"door iemand bewerkt");
    // every format that there is, by its number
    for nth in 2..=9 {
        at.presses(&format!("{nth} Enter"));
    }
    assert!(made(&at, ".pdf").exists() && made(&at, ".html").exists());
    let text = fs::read_to_string(made(&at, ".md")).expect("it is text");
    assert!(text.contains("elkaar bellen") && text.contains("geen geld"));
    at.presses("l");
    assert!(at.finds("Eerder gemaakt") && at.finds("kB"), "{}", at.sees());
}

#[test]
fn a_report_for_everybody_and_one_of_a_page_have_names_of_their_own() {
    let mut at = reporting(110, 32);
    at.presses("v");
    assert!(at.finds("iedereen"));
    at.presses("Enter v Enter");
    assert!(at.finds("één bladzijde"));
    at.presses("v a Enter Enter");
    let names = files(&at);
    for part in ["-openbaar.docx", "-een-pagina.docx", "-tafel-1.docx"] {
        assert!(names.iter().any(|name| name.ends_with(part)), "{part} in {names:?}");
    }
}

#[test]
fn of_whose_words_they_are_no_more_is_told_than_was_decided() {
    let mut at = reporting(110, 32);
    assert!(at.finds("alleen de partij"), "{}", at.sees());
    at.presses("n");
    assert!(at.finds("niemand genoemd"));
    at.presses("n");
    assert!(at.finds("alleen de partij") && at.finds("Ruimer kan hier niet"), "{}", at.sees());
    for _ in 0..6 {
        at.presses("n v");
        assert!(!at.finds("naam en partij"), "{}", at.sees());
    }
}

#[test]
fn the_doors_are_one_key_away_and_esc_goes_back_to_where_one_was() {
    let mut at = reporting(110, 32);
    at.presses("Esc").types("nog iets").presses("Enter");
    assert!(at.said(1).iter().any(|text| text == "nog iets"), "Esc is the table");
    at.presses("F4 F5 Esc");
    assert!(at.finds("Tafels naast elkaar"), "{}", at.sees());
    at.presses("F5 F2");
    assert!(at.finds("Regie"), "{}", at.sees());
    at.presses("F5");
    assert!(at.finds("Verslag") && at.finds("4 keer inbreng"), "what was said meanwhile is in it:\n{}", at.sees());
    at.presses("Esc");
    assert!(at.finds("Regie"));
    at.presses("F5 F4");
    assert!(at.finds("Tafels naast elkaar"));
    at.presses("F5 F3").types("aan tafel").presses("Enter");
    assert!(at.said(1).iter().any(|text| text == "aan tafel"));
}

#[test]
fn a_file_that_nothing_opens_is_told_with_its_path() {
    let mut at = reporting(80, 24);
    at.presses("o");
    assert!(at.finds("Er is nog geen verslag gemaakt"));
    at.opens_files_with("een-programma-dat-er-niet-is").presses("Enter o");
    let path = made(&at, ".docx");
    let screen: String = at.sees().split_whitespace().collect();
    assert!(screen.contains(&*path.to_string_lossy()) && screen.contains("isnietgeopend"), "{}", at.sees());
    assert!(screen.contains("Hetbestandstaaterwel"), "{}", at.sees());
}

#[test]
fn the_text_goes_to_the_terminal_unless_it_is_too_large() {
    let mut at = reporting(110, 32);
    at.presses("c");
    assert!(at.clipboard().is_some_and(|text| text.contains("elkaar bellen")));
    assert!(at.finds("Naar de terminal gestuurd"), "{}", at.sees());
    at.presses("Esc");
    for _ in 0..9 {
        at.pastes(&"lang ".repeat(1800)).presses("Enter");
    }
    at.presses("F5 c");
    assert_eq!(at.clipboard(), None);
    assert!(at.finds("Te groot voor het klembord"), "{}", at.sees());
}

#[test]
fn a_session_that_is_in_memory_only_has_no_report_yet_and_says_so() {
    let mut at = Facilitator::at(110, 32, Lang::Nl);
    at.blocks_sessions();
    let mut at = at.sits("Hoe dan?");
    at.presses("Esc F5 Enter");
    assert!(at.finds("nog niet op"), "{}", at.sees());
}

#[test]
fn in_the_other_language_the_report_is_in_that_language() {
    let mut at = Facilitator::at(110, 32, Lang::En).sits("");
    at.presses("F5");
    assert!(at.finds("Report") && at.finds("all tables") && at.finds("those who were there"), "{}", at.sees());
    at.presses("Ctrl+K").types("nederlands").presses("Enter");
    assert!(at.finds("alle tafels") && at.finds("wie erbij was"), "{}", at.sees());
}
