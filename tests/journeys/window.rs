//! Windows of every size, also while somebody types.

use std::time::Duration;

use crate::laptop::{Laptop, line_of, quits};
use crate::terminal::{PATIENCE, Rhythm, text};

#[test]
fn in_a_window_of_twenty_by_five_it_says_so_and_typing_goes_on() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut terminal = laptop.launch(&["open", "last", "--round", "factoren"]).size(20, 5).start();
    terminal.wait_for("venster");
    let small = terminal.screen();
    assert!(small.replace('\n', " ").contains("Het venster is te klein"), "{small}");
    terminal.type_text("+toch gezegd", Rhythm::Fast);
    terminal.press("Enter");
    terminal.type_text("en half", Rhythm::Fast);
    terminal.resize(1, 1);
    terminal.type_text(" verder", Rhythm::Fast);
    terminal.resize(80, 24);
    terminal.wait_for("en half verder");
    terminal.wait_for("toch gezegd");
    assert_eq!(line_of(&terminal.screen()), ["en half verder"]);
    quits(terminal);
    assert_eq!(laptop.told(1), ["toch gezegd"]);
}

#[test]
fn fifty_sizes_while_typing_lose_no_letter() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut terminal = laptop.sits();
    let mut wanted = String::new();
    for step in 0..50_u16 {
        terminal.resize(1 + step * 37 % 200, 1 + step * 23 % 60);
        let word = format!("w{step} ");
        terminal.type_text(&word, Rhythm::Fast);
        wanted.push_str(&word);
        if step % 5 == 0 {
            terminal.rest(Duration::from_millis(3));
        }
    }
    terminal.resize(110, 32);
    terminal.wait_until(&wanted, |screen| line_of(&text(screen)).join(" ") == wanted.trim_end());
    terminal.press("Enter");
    terminal.wait_for("bewaard");
    assert_eq!(terminal.ended(Duration::ZERO), None);
    quits(terminal);
    assert_eq!(laptop.told(1), [wanted.trim_end()]);
}

#[test]
fn a_window_of_one_cell_opens_and_quits() {
    let laptop = Laptop::with("hoe-dan", 1);
    for args in [&[][..], &["open", "last"]] {
        let mut terminal = laptop.launch(args).size(1, 1).start();
        terminal.wait_until("a letter", |screen| !screen.contents().trim().is_empty());
        terminal.press("Ctrl+Q");
        assert_eq!(terminal.exit_code(PATIENCE), 0);
        assert_eq!(terminal.still_held(), [""; 0]);
    }
}

#[test]
fn a_letter_typed_in_the_moment_of_a_new_size_is_seen_without_another_key() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut terminal = laptop.sits();
    let mut wanted = String::new();
    for step in 0..60_u16 {
        let letter = char::from(b'a' + (step % 26) as u8);
        wanted.push(letter);
        if step % 2 == 0 {
            terminal.resize(110 + step % 3, 32);
            terminal.send(letter.to_string().into_bytes());
        } else {
            terminal.send(letter.to_string().into_bytes());
            terminal.resize(110 + step % 3, 32);
        }
        terminal.wait_until(&wanted, |screen| line_of(&text(screen)).concat() == wanted);
    }
    quits(terminal);
}
