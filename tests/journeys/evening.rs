//! The first evening: an empty machine, a first note, two workshops, three tables, and everything is found again.

use crate::laptop::{Laptop, quits};
use crate::terminal::{Rhythm, Terminal};

/// Somebody who counts the keys that are no words.
fn presses(terminal: &mut Terminal, keys: &[&str], count: &mut usize) {
    for key in keys {
        terminal.press(key);
        *count += 1;
    }
}

#[test]
fn on_an_empty_machine_the_first_note_takes_three_keys_and_is_found_everywhere() {
    let laptop = Laptop::new();
    let mut terminal = laptop.launch(&[]).start();
    terminal.wait_for("Kies een werkvorm");
    let mut keys = 0;
    presses(&mut terminal, &["Enter"], &mut keys);
    terminal.wait_for("Datum");
    presses(&mut terminal, &["Enter"], &mut keys);
    terminal.wait_for("Typ wat je hoort");
    terminal.type_text("Fijn dat iedereen er is", Rhythm::Human);
    presses(&mut terminal, &["Enter"], &mut keys);
    terminal.wait_for("bewaard");
    assert!(keys <= 6, "{keys} keys\n{}", terminal.screen());
    quits(terminal);
    assert_eq!(laptop.told(1), ["Fijn dat iedereen er is"]);
    assert!(laptop.drawer("tables/tafel-1.ron").contains("Fijn dat iedereen er is"));
    assert!(laptop.says(&["report", "last", "--to", "md", "-o", "-"]).contains("Fijn dat iedereen er is"));
}

#[test]
fn two_workshops_three_tables_there_and_back_and_the_command_line_finds_everything() {
    let laptop = Laptop::new();
    let mut terminal = laptop.launch(&[]).start();
    terminal.wait_for("Kies een werkvorm");
    for (workshop, title) in [("Living lab", "Avond een"), ("Hoe dan", "Avond twee")] {
        terminal.press("n");
        terminal.wait_for("Nieuwe bijeenkomst");
        terminal.type_text(workshop, Rhythm::Fast);
        terminal.press("Enter");
        terminal.wait_for("Tafels");
        terminal.press("Ctrl+U");
        terminal.type_text(title, Rhythm::Fast);
        for _ in 0..3 {
            terminal.press("Tab");
        }
        terminal.press("Ctrl+U");
        terminal.type_text("3", Rhythm::Fast);
        terminal.press("Enter");
        terminal.wait_for("Typ wat je hoort");
        for table in 1..=3 {
            if table > 1 {
                terminal.press(&format!("Alt+{table}"));
                terminal.wait_for(&format!("Tafel {table}"));
            }
            terminal.type_text(&format!("{title}, gezegd aan {table}"), Rhythm::Fast);
            terminal.press("Enter");
            terminal.wait_for("bewaard");
            terminal.wait_for(&format!("{title}, gezegd aan {table}"));
        }
        // back to the first table by the list, with a half line left there
        terminal.press("Alt+1");
        terminal.wait_for("gezegd aan 1");
        terminal.press("Ctrl+Right");
        terminal.press("Ctrl+Left");
        terminal.wait_for("gezegd aan 1");
        terminal.press("Ctrl+K");
        terminal.wait_for("Wat wil je doen?");
        terminal.type_text("terug naar het begin", Rhythm::Fast);
        terminal.press("Enter");
        terminal.wait_for(title);
        terminal.wait_for("Nieuwe bijeenkomst");
    }
    quits(terminal);
    let list = laptop.says(&["list"]);
    for (id, title) in [("avond-een", "Avond een"), ("avond-twee", "Avond twee")] {
        assert!(list.contains(id) && list.contains(title), "{list}");
        let id = list.lines().find(|row| row.contains(id)).and_then(|row| row.split_whitespace().next());
        let id = id.expect("the list names it");
        let shown = laptop.says(&["show", id]);
        let report = laptop.says(&["report", id, "--to", "md", "-o", "-"]);
        for table in 1..=3 {
            let said = format!("{title}, gezegd aan {table}");
            assert!(shown.contains(&said), "{said} in\n{shown}");
            assert!(report.contains(&said), "{said} in\n{report}");
        }
    }
}
