//! The disk says no: typing goes on, the bar says so, and what was said is written when the disk says yes.

use std::fs;

use crate::laptop::{Laptop, line_of, quits};
use crate::terminal::Rhythm;

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
