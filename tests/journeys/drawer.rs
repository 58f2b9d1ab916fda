//! Bad files in the drawer: broken, truncated, newer, hostile. The program starts, says which file and where, leaves it as it
//! is, and everything else opens.

use std::fs;
use std::path::{Path, PathBuf};

use crate::laptop::{Laptop, quits};
use crate::terminal::{Launch, PATIENCE, Rhythm, Terminal};

/// Files that no program of ours wrote, by what is wrong with them; each needs a `session.ron` or so to be made of.
fn bad(good: &str) -> Vec<(&'static str, Vec<u8>)> {
    let cut = good.len() / 2;
    let cut = (0..=cut).rev().find(|&at| good.is_char_boundary(at)).unwrap_or(0);
    vec![
        ("broken", good.replacen('(', "((%%", 1).into_bytes()),
        ("cut off", good.as_bytes()[..cut].to_vec()),
        ("newer", good.replacen("format: 1", "format: 99", 1).into_bytes()),
        ("empty", Vec::new()),
        ("no text", vec![0xff, 0xfe, 0x00, 0x80, 0xc3, 0x28]),
        ("control characters", format!("\u{1b}]0;gekaapt\u{7}\u{1b}[2J{good}\u{9b}31m").into_bytes()),
        ("one long line", format!("Table(format:1,note:\"{}", "x".repeat(10 << 20)).into_bytes()),
        ("nested", format!("Session(format: 1, title: {}", "[(".repeat(10_000)).into_bytes()),
    ]
}

/// What the screen must never have been sent, whatever stands in a file.
fn was_not_hijacked(terminal: &mut Terminal, which: &str) {
    let sent = String::from_utf8_lossy(terminal.tail()).into_owned();
    for never in ["\u{1b}]0;", "\u{7}", "\u{9b}"] {
        assert!(!sent.contains(never), "{which}: {never:?} was sent\n{}", terminal.screen());
    }
}

/// The card on a screen, or the whole screen, as one piece, so that a path is found where it was wrapped.
fn run_on(screen: &str) -> String {
    let rows: Vec<Vec<char>> = screen.lines().map(|row| row.chars().collect()).collect();
    let title = screen.lines().position(|row| row.contains("Goed om te weten"));
    let side = |corner: char| rows[title?].iter().position(|letter| *letter == corner);
    let (left, right) = (side('╭').unwrap_or(0), side('╮').unwrap_or(usize::MAX));
    let words = rows.iter().flat_map(|row| row.iter().take(right).skip(left));
    words.filter(|letter| !letter.is_whitespace() && **letter != '│').collect()
}

/// Waits until words of one piece are on the screen, wherever they were wrapped.
fn wait_for_wrapped(terminal: &mut Terminal, which: &str, wanted: &str) {
    terminal
        .wait_until(&format!("{which}: {wanted}"), |screen| run_on(&crate::terminal::text(screen)).contains(wanted));
}

fn same(path: &Path, bytes: &[u8], which: &str) {
    assert!(fs::read(path).is_ok_and(|now| now == bytes), "{which}: {} was touched", path.display());
}

/// A second session, whose `session.ron` is then the bad one.
fn beside(laptop: &Laptop) -> PathBuf {
    let id = laptop.says(&["new", "hoe-dan", "--title", "Ander"]);
    laptop.data().join("sessions").join(id.trim()).join("session.ron")
}

#[test]
fn a_bad_session_file_is_named_left_alone_and_the_other_session_opens() {
    let laptop = Laptop::with("hoe-dan", 1);
    let path = beside(&laptop);
    let good = fs::read_to_string(&path).expect("it was made");
    // with a whole copy of it the session would open
    let copy = path.with_file_name("journal").join("session.ron");
    for (which, bytes) in bad(&good) {
        fs::write(&path, &bytes).expect("it can be written");
        fs::write(&copy, &bytes).expect("it can be written");
        let mut terminal = laptop.launch(&[]).size(120, 40).start();
        terminal.wait_for("Proef");
        wait_for_wrapped(&mut terminal, which, "ander/session.ron");
        terminal.press("Enter");
        terminal.wait_for("Tafel 1");
        was_not_hijacked(&mut terminal, which);
        quits(terminal);
        same(&path, &bytes, which);
        let (code, said, muttered) = laptop.runs(&["list"]);
        assert_eq!(code, Some(3), "{which}: {said}{muttered}");
        assert!(said.contains("proef") && muttered.contains("session.ron"), "{which}: {said}{muttered}");
    }
}

#[test]
fn a_bad_table_file_is_told_left_alone_and_the_other_tables_open() {
    let laptop = Laptop::with("hoe-dan", 3);
    for table in 1..=3 {
        let file = laptop.home().join("regels");
        fs::write(&file, format!("+ gezegd aan {table}\n")).expect("it can be written");
        let table = table.to_string();
        laptop.says(&["capture", "last", "--table", &table, "--round", "factoren", "regels"]);
    }
    let path = laptop.session().join("tables/tafel-2.ron");
    let good = fs::read_to_string(&path).expect("it was written");
    for (which, bytes) in bad(&good) {
        fs::write(&path, &bytes).expect("it can be written");
        let mut terminal = laptop.launch(&["open", "last", "--table", "1", "--round", "factoren"]).start();
        terminal.wait_for("Goed om te weten");
        wait_for_wrapped(&mut terminal, which, "tables/tafel-2.ron");
        terminal.press("Esc");
        terminal.wait_for("gezegd aan 1");
        terminal.press("Alt+3");
        terminal.wait_for("gezegd aan 3");
        was_not_hijacked(&mut terminal, which);
        quits(terminal);
        same(&path, &bytes, which);
    }
}

#[test]
fn what_is_said_at_a_table_with_a_bad_file_is_kept_and_so_is_the_bad_file() {
    for which in ["broken", "cut off", "no text"] {
        let laptop = Laptop::with("hoe-dan", 1);
        fs::write(laptop.home().join("regels"), "+ eerder gezegd\n").expect("it can be written");
        laptop.says(&["capture", "last", "--table", "1", "--round", "factoren", "regels"]);
        let path = laptop.session().join("tables/tafel-1.ron");
        let good = fs::read_to_string(&path).expect("it was written");
        let (_, bytes) = bad(&good).into_iter().find(|(name, _)| *name == which).expect("it is one of them");
        fs::write(&path, &bytes).expect("it can be written");
        let mut terminal = laptop.launch(&["open", "last", "--table", "1", "--round", "factoren"]).start();
        terminal.wait_for("Goed om te weten");
        // the card of doubts takes no word of who types on
        terminal.type_text("+toch nog iets", Rhythm::Fast);
        terminal.press("Enter");
        terminal.wait_for("toch nog iets");
        terminal.settle();
        quits(terminal);
        let kept = fs::read_dir(laptop.session().join("tables")).expect("it is there").flatten();
        let kept = kept.filter(|file| fs::read(file.path()).is_ok_and(|now| now == bytes)).count();
        assert!(kept >= 1, "{which}: the bad file is gone");
        assert_eq!(laptop.told(1), ["eerder gezegd", "toch nog iets"], "{which}");
    }
}

#[test]
fn a_bad_workshop_of_ones_own_is_told_and_the_shelf_stays() {
    let laptop = Laptop::new();
    let folder = laptop.data().join("workshops");
    fs::create_dir_all(&folder).expect("it can be made");
    laptop.says(&["workshops", "copy", "hoe-dan", "goed.ron"]);
    let good = fs::read_to_string(laptop.home().join("goed.ron")).expect("it was copied");
    let path = folder.join("eigen.ron");
    for (which, bytes) in bad(&good) {
        fs::write(&path, &bytes).expect("it can be written");
        let mut terminal = laptop.launch(&[]).size(120, 40).start();
        terminal.wait_for("Tafelgesprek Hoe dan?");
        wait_for_wrapped(&mut terminal, which, "workshops/eigen.ron");
        was_not_hijacked(&mut terminal, which);
        quits(terminal);
        same(&path, &bytes, which);
    }
}

#[test]
fn opening_a_bad_session_by_name_ends_with_a_sentence_and_not_with_a_screen() {
    let laptop = Laptop::with("hoe-dan", 1);
    let path = laptop.session().join("session.ron");
    fs::write(&path, "Session(format: 99)").expect("it can be written");
    let mut terminal = Launch::new(crate::laptop::PROGRAM).args(["open", "last"]).home(laptop.home()).start();
    assert_eq!(terminal.exit_code(PATIENCE), 1, "{}", terminal.screen());
    let screen = terminal.screen();
    assert!(screen.replace('\n', "").contains("session.ron"), "{screen}");
    assert_eq!(terminal.still_held(), [""; 0]);
    same(&path, b"Session(format: 99)", "newer");
}
