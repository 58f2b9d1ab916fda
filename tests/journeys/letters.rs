//! Letters as people have them: long words, accents that come apart, pictures made of several.

use crate::laptop::{Laptop, line_of, quits};
use crate::terminal::Rhythm;

#[test]
fn accents_that_come_apart_are_one_letter_on_the_screen_and_in_the_file() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut terminal = laptop.sits();
    // as a terminal sends it when the dead key is a combining mark of its own
    terminal.send("e\u{301}e\u{301}n geïnde coe\u{308}fficie\u{308}nt".as_bytes().to_vec());
    terminal.wait_for("één geïnde coëfficiënt");
    for _ in 0..16 {
        terminal.press("Left");
    }
    terminal.press("Backspace");
    terminal.press("Enter");
    terminal.wait_for("✓ bewaard");
    quits(terminal);
    assert_eq!(
        laptop.told(1),
        ["één einde coëfficiënt".replacen("einde", "geïnde", 1).replacen("één geïnde", "één gïnde", 1)]
    );
}

#[test]
fn a_picture_of_several_people_goes_with_one_backspace() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut terminal = laptop.sits();
    terminal.type_text("Samen 👩‍👩‍👧 en 🇳🇱", Rhythm::Fast);
    terminal.wait_for("en");
    terminal.press("Backspace");
    terminal.type_text("hier", Rhythm::Fast);
    terminal.wait_for("en hier");
    for _ in 0..8 {
        terminal.press("Backspace");
    }
    terminal.press("Backspace");
    terminal.type_text("👍🏽", Rhythm::Fast);
    terminal.press("Enter");
    terminal.wait_for("✓ bewaard");
    quits(terminal);
    assert_eq!(laptop.told(1), ["Samen 👍🏽"]);
}

#[test]
fn a_word_longer_than_the_line_wraps_inside_it() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut terminal = laptop.sits();
    let word = "hottentottententententoonstellingsmakersopleidingscoördinator".repeat(3);
    terminal.type_text(&word, Rhythm::Fast);
    terminal.wait_until("all of it", |screen| line_of(&crate::terminal::text(screen)).concat() == word);
    terminal.press("Enter");
    terminal.wait_for("✓ bewaard");
    quits(terminal);
    assert_eq!(laptop.told(1), [word]);
}
