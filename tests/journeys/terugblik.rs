//! Who looks back in a real terminal: from half a memory with a typo in it to the line where it was said.

use std::fs;

use crate::laptop::{Laptop, line_of, quits};
use crate::terminal::{Rhythm, text};

/// Three sessions, each with something said in it.
fn held() -> Laptop {
    let laptop = Laptop::new();
    for (title, place, line) in [
        ("Eerste avond", "Kapelle", "Korte lijnen met de wijkraad"),
        ("Tweede avond", "Goes", "Meer bankjes langs de dijk"),
        ("Derde avond", "Tholen", "Een buurthuis dat open is"),
    ] {
        let id = laptop.says(&["new", "hoe-dan", "--title", title, "--place", place, "--lang", "nl"]);
        let file = laptop.home().join("lijnen.txt");
        fs::write(&file, format!("+ {line}\n+ Samen eten in {place}\n")).expect("a file");
        let file = file.to_str().expect("UTF-8");
        laptop.says(&["capture", id.trim(), "--table", "1", "--round", "factoren", file]);
    }
    laptop
}

#[test]
fn a_search_with_a_typo_leads_to_the_line_where_it_was_said() {
    let laptop = held();
    let mut terminal = laptop.launch(&[]).start();
    terminal.wait_for("Derde avond");
    terminal.press("/");
    terminal.wait_for("3 sessies");
    terminal.type_text("wijkrad", Rhythm::Fast);
    terminal.wait_for("Dit lijkt erop");
    terminal.wait_for("1 regel gevonden");
    let screen = terminal.screen();
    let row = screen.lines().position(|row| row.contains("Korte lijnen met de wijkraad")).expect("it is found");
    let line = screen.lines().nth(row).unwrap_or_default();
    let before = line.split("wijkraad").next().unwrap_or_default().chars().count();
    let bold = |column: usize| terminal_cell_is_bold(&mut terminal, row, column);
    let marked: Vec<bool> = [before, before + 7, before - 3].map(bold).into();
    assert_eq!(marked, [true, true, false], "the word is marked, and what stands before it is not\n{screen}");
    terminal.press("Enter");
    terminal.wait_for("succesfactor");
    terminal.wait_for("Korte lijnen met de wijkraad");
    // the line is chosen: Enter takes it up
    terminal.press("Enter");
    terminal.wait_until("the line in hand", |screen| {
        line_of(&text(screen)).concat().contains("Korte lijnen met de wijkraad")
    });
    terminal.press("Esc");
    quits(terminal);
}

fn terminal_cell_is_bold(terminal: &mut crate::terminal::Terminal, row: usize, column: usize) -> bool {
    let cell = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
    terminal.vt().cell(cell(row), cell(column)).is_some_and(vt100::Cell::bold)
}

#[test]
fn a_lesson_of_one_lab_is_there_while_the_next_is_prepared() {
    let laptop = held();
    let mut terminal = laptop.launch(&[]).start();
    terminal.wait_for("Derde avond");
    terminal.press("/");
    terminal.wait_for("3 sessies");
    terminal.type_text("wijkraad", Rhythm::Fast);
    terminal.wait_for("1 regel gevonden");
    terminal.press("Enter");
    terminal.wait_for("succesfactor");
    terminal.press("Alt+L");
    terminal.wait_for("Les voor een volgende keer");
    terminal.type_text("als de wijkraad bestaat", Rhythm::Fast);
    terminal.press("Enter");
    terminal.wait_for("◆ les");
    quits(terminal);
    let told = laptop.says(&["lessons", "--lang", "nl"]);
    assert!(told.contains("Als: als de wijkraad bestaat") && told.contains("in 1 van 3 labs genoemd"), "{told}");
    let mut next = laptop.launch(&[]).size(110, 32).start();
    next.wait_for("Derde avond");
    next.press("n");
    next.type_text("Hoe dan", Rhythm::Fast);
    next.press("Enter");
    next.wait_for("1 les past hierbij");
    next.wait_for("in 1 van 3 labs genoemd");
    next.press("Ctrl+L");
    next.wait_for("als: als de wijkraad bestaat");
    next.press("Esc");
    next.press("Esc");
    quits(next);
}
