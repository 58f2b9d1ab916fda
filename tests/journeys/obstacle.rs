//! The disk says no: typing goes on, the bar says so, and what was said is written when the disk says yes.

use std::fs;

use crate::laptop::{Laptop, line_of, quits};
use crate::terminal::{Rhythm, text};

#[test]
fn a_journal_folder_that_is_in_the_way_is_told_and_saved_by_itself_when_it_is_gone() {
    let laptop = Laptop::with("hoe-dan", 1);
    let journal = laptop.session().join("journal");
    fs::remove_dir_all(&journal).expect("it can be removed");
    fs::write(&journal, "geen map").expect("it can be written");
    let mut terminal = laptop.launch(&["open", "last", "--table", "1", "--round", "factoren"]).start();
    terminal.wait_for("niet bewaard sinds");
    let screen = terminal.screen();
    assert!(screen.contains("journal"), "it says which file\n{screen}");
    terminal.type_text("toch gezegd", Rhythm::Fast);
    terminal.press("Enter");
    terminal.type_text("en half", Rhythm::Fast);
    terminal.wait_for("en half");
    assert!(terminal.screen().contains("niet bewaard sinds"), "the bar stays\n{}", terminal.screen());

    fs::remove_file(&journal).expect("it can be removed");
    terminal.wait_gone("niet bewaard sinds");
    terminal.wait_for("✓ bewaard");
    assert_eq!(line_of(&terminal.screen()), ["en half"]);
    // what was written must be there without a goodbye
    terminal.signal(crate::terminal::Signal::Kill);
    let mut again = laptop.sits();
    again.wait_for("en half");
    quits(again);
    assert_eq!(laptop.told(1), ["toch gezegd"]);
}

#[test]
fn without_a_folder_for_its_files_it_says_so_and_typing_goes_on_in_memory() {
    let laptop = Laptop::new();
    let in_the_way = laptop.home().join("bestand");
    fs::write(&in_the_way, "geen map").expect("it can be written");
    let data = in_the_way.join("aantafel");
    let mut terminal = laptop.launch(&["--data", data.to_str().expect("it is UTF-8")]).start();
    terminal.wait_for("Tafelgesprek");
    terminal.press("Enter");
    terminal.wait_for("Datum");
    terminal.press("Enter");
    terminal.wait_until("a sentence with the folder", |screen| text(screen).contains("bestand"));
    terminal.wait_for("niet bewaard sinds");
    terminal.type_text("toch gezegd", Rhythm::Fast);
    terminal.press("Enter");
    terminal.wait_for("toch gezegd");
    fs::remove_file(&in_the_way).expect("it can be removed");
    terminal.wait_for("✓ bewaard");
    quits(terminal);
    let (code, said, muttered) = laptop.runs(&["--data", data.to_str().expect("it is UTF-8"), "show", "last"]);
    assert_eq!(code, Some(0), "{muttered}");
    assert!(said.contains("toch gezegd"), "{said}");
}

#[test]
fn quitting_with_words_that_are_in_memory_only_is_said_first() {
    let laptop = Laptop::with("hoe-dan", 1);
    let path = laptop.session().join("tables/tafel-1.ron");
    fs::write(&path, "Table(format: 99)").expect("it can be written");
    let mut terminal = laptop.sits();
    terminal.wait_for("niet bewaard sinds");
    terminal.type_text("toch gezegd", Rhythm::Fast);
    terminal.press("Enter");
    terminal.wait_for("toch gezegd");
    terminal.press("Ctrl+Q");
    terminal.wait_for("Nog niet alles is bewaard");
    // somebody takes a newer program's file away
    fs::remove_file(&path).expect("it can be removed");
    terminal.wait_for("✓ bewaard");
    quits(terminal);
    assert_eq!(laptop.told(1), ["toch gezegd"]);
}
