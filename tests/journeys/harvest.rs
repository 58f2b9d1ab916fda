//! The organiser after the day: eight tables that each said fifteen things in six rounds, harvested in a real terminal.

use crate::laptop::{Laptop, quits};
use crate::terminal::Rhythm;
use std::{fmt::Write as _, fs};

const TABLES: usize = 8;
const ROUNDS: usize = 6;
const LINES: usize = 15;

/// A workshop of six rounds with one question each.
fn workshop() -> String {
    let round = |nth| {
        format!(
            "(id: \"r{nth}\", title: \"Ronde {nth}\", question: \"Vraag {nth}?\", minutes: 10, blocks: [\
             Collect(id: \"b{nth}\", categories: [(id: \"plus\", label: \"Punten {nth}\")])]),"
        )
    };
    let rounds: String = (1..=ROUNDS).map(round).collect();
    format!("(format: 1, id: \"zes\", title: \"Zes rondes\", language: \"nl\", rounds: [{rounds}])")
}

/// What a table said, as its file holds it when it comes from elsewhere.
fn told(table: usize) -> String {
    let mut file = format!("Table(\n  format: 1,\n  table: {table},\n  entries: [\n");
    for (round, line) in (1..=ROUNDS).flat_map(|round| (1..=LINES).map(move |line| (round, line))) {
        let words = format!("tafel {table} ronde {round} regel {line}");
        let place = format!("round: \"r{round}\", block: \"b{round}\", category: \"plus\"");
        writeln!(file, "    ({place}, text: \"{words}\"),").expect("a string takes it");
    }
    file + "  ],\n)\n"
}

#[test]
fn eight_tables_are_harvested_by_keys_alone_and_every_line_is_under_a_theme_or_listed() {
    let laptop = Laptop::new();
    let shelf = laptop.data().join("workshops");
    fs::create_dir_all(&shelf).expect("a shelf of one's own");
    fs::write(shelf.join("zes.ron"), workshop()).expect("a workshop of one's own");
    laptop.says(&["new", "zes", "--title", "Proef", "--tables", "8"]);
    for table in 1..=TABLES {
        let path = laptop.session().join(format!("tables/tafel-{table}.ron"));
        fs::write(path, told(table)).expect("what a table said is brought");
    }
    let mut terminal = laptop.launch(&["open", "last", "--table", "1"]).size(110, 32).start();
    terminal.wait_for("Vraag 1");
    terminal.press("F4");
    let all = TABLES * ROUNDS * LINES;
    terminal.wait_for(&format!("nog {all} in te delen"));
    let mut keys = 1;
    for nth in 1..=9 {
        let name = format!("Thema {nth}");
        terminal.press("n");
        terminal.type_text(&name, Rhythm::Fast);
        terminal.press("Enter");
        keys += 2 + name.chars().count();
    }
    let mut left = 0;
    for nth in 0..all {
        if nth % 20 == 19 {
            terminal.press("Down");
            left += 1;
        } else {
            terminal.press(&(nth % 9 + 1).to_string());
        }
        keys += 1;
        if nth % 60 == 59 {
            terminal.wait_for(&format!("nog {} in te delen", all - (nth + 1 - left)));
        }
    }
    terminal.wait_for(&format!("nog {left} in te delen"));
    let each = keys as f64 / all as f64;
    println!("{all} lines, {keys} keys: {each:.2} keys a line, names of nine themes included");
    assert!(each < 1.2, "{each}");
    // two keys from a line in the harvest to its table, its round, its words and how they came about
    terminal.press("Home");
    terminal.press("Right");
    terminal.wait_for("Tafel 1 · Ronde 2");
    terminal.press("Enter");
    terminal.wait_for("Vraag 2");
    terminal.press("F8");
    terminal.wait_for("staat nu zo");
    terminal.press("Esc");
    quits(terminal);
    let harvest = laptop.drawer("tables/oogst.ron");
    assert_eq!(harvest.matches("Choice(\"in\")").count(), all - left, "in the drawer");
}
