//! Two windows on one table.

use crate::laptop::{Laptop, quits};
use crate::terminal::{PATIENCE, Rhythm, Signal, Terminal};

/// A window at table 1, as the device laptop-1.
fn window(laptop: &Laptop) -> Terminal {
    let place = ["--table", "1", "--round", "factoren", "--device", "laptop-1"];
    laptop.sits_with(laptop.launch(&[&["open", "last"], &place[..]].concat()))
}

#[test]
fn the_second_window_says_who_has_the_table_and_words_typed_there_go_where_they_can() {
    let laptop = Laptop::with("hoe-dan", 2);
    let mut first = window(&laptop);
    first.type_text("van de eerste", Rhythm::Fast);
    first.press("Enter");
    first.wait_for("✓ bewaard");

    let mut second = window(&laptop);
    second.wait_for("laptop-1 schrijft hier sinds");
    let screen = second.screen();
    assert!(screen.contains("je kijkt mee"), "it says what that means\n{screen}");
    assert!(screen.contains("van de eerste"), "it can be read\n{screen}");
    second.type_text("aan twee", Rhythm::Fast);
    second.wait_for("Wat je typt gaat niet verloren");
    second.press("Down");
    second.press("Enter");
    second.wait_gone("je kijkt mee");
    second.press("Enter");
    second.wait_for("✓ bewaard");
    quits(second);
    quits(first);
    assert_eq!(laptop.told(1), ["van de eerste"]);
    assert_eq!(laptop.told(2), ["aan twee"]);
}

#[test]
fn the_second_window_follows_and_goes_on_by_itself_when_the_first_is_killed() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut first = window(&laptop);
    let mut second = window(&laptop);
    second.wait_for("je kijkt mee");
    for words in ["een", "twee", "drie"] {
        first.type_text(words, Rhythm::Fast);
        first.press("Enter");
    }
    first.type_text("half ge", Rhythm::Fast);
    first.wait_for("half ge");
    second.wait_for("drie");
    first.signal(Signal::Kill);
    assert!(first.ended(PATIENCE).is_some());
    second.wait_for("Het andere venster is dicht");
    second.wait_for("half ge");
    second.type_text("typt", Rhythm::Fast);
    second.press("Enter");
    second.wait_for("✓ bewaard");
    quits(second);
    assert_eq!(laptop.told(1), ["een", "twee", "drie", "half getypt"]);
}
