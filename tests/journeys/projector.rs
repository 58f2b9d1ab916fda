//! The projector beside a table: it follows, and leaves no trace.

use crate::laptop::Laptop;
use crate::terminal::{PATIENCE, Rhythm};
use std::{collections::BTreeMap, fs, path::Path, path::PathBuf};

/// Every file below a folder with what is in it.
fn everything(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            found.insert(path.clone(), Vec::new());
            found.extend(everything(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).expect("it can be read"));
        }
    }
    found
}

#[test]
fn the_wall_shows_the_round_that_a_table_begins_and_counts_what_it_says() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut wall = laptop.launch(&["--lang", "nl", "screen", "last", "--device", "beamer"]).start();
    wall.wait_for("we beginnen zo");
    let mut table = laptop.sits();
    table.type_text("koffie", Rhythm::Fast);
    table.press("Enter");
    table.wait_for("✓ bewaard");
    wall.wait_gone("we beginnen zo");
    wall.wait_for("+ 1 succesfactoren");
    table.type_text("een vaste dag", Rhythm::Fast);
    table.press("Enter");
    wall.wait_for("+ 2 succesfactoren");
    let before = wall.screen();
    table.press("Ctrl+Right");
    table.type_text("verder", Rhythm::Fast);
    table.press("Enter");
    wall.wait_gone("+ 2 succesfactoren");
    assert_ne!(wall.screen(), before);
    wall.resize(40, 12);
    wall.settle();
    wall.press("q");
    assert_eq!(wall.exit_code(PATIENCE), 0);
    assert_eq!(wall.still_held(), [""; 0]);
}

#[test]
fn the_wall_writes_nothing_takes_no_lock_and_makes_no_folder() {
    let laptop = Laptop::with("hoe-dan", 2);
    let before = everything(laptop.home());
    let mut wall = laptop.launch(&["--lang", "nl", "screen", "last"]).start();
    wall.wait_for("we beginnen zo");
    assert_eq!(everything(laptop.home()), before, "while it runs");
    wall.press("Esc");
    assert_eq!(wall.exit_code(PATIENCE), 0);
    assert_eq!(everything(laptop.home()), before, "when it has closed");
}
