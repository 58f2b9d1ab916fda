//! Colours and characters: as few as somebody asks for.

use crate::laptop::{Laptop, quits};
use crate::terminal::{Rhythm, Terminal};

/// Every colour code in what was sent: the numbers of SGR sequences that choose a colour.
fn colours(sent: &[u8]) -> Vec<String> {
    let sent = String::from_utf8_lossy(sent);
    let sequences = sent.split("\u{1b}[").skip(1).filter_map(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != ';' && letter != ':')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    sequences
        .filter(|sequence| {
            let numbers = sequence.split([';', ':']).filter_map(|number| number.parse::<u16>().ok());
            // 39 and 49 give the terminal its own colour back
            numbers.clone().any(|number| matches!(number, 30..=38 | 40..=48 | 58 | 90..=107))
        })
        .collect()
}

fn a_moment_at_the_table(terminal: &mut Terminal) {
    terminal.type_text("!Te weinig tijd", Rhythm::Fast);
    terminal.press("Enter");
    terminal.type_text(">Samen", Rhythm::Fast);
    terminal.wait_for("Samen");
    terminal.press("F1");
    terminal.settle();
    terminal.press("Esc");
    terminal.press("Ctrl+K");
    terminal.settle();
    terminal.press("Esc");
    terminal.settle();
}

#[test]
fn without_colour_it_sends_no_colour() {
    let laptop = Laptop::with("hoe-dan", 1);
    let args = ["open", "last", "--table", "1", "--round", "factoren"];
    let mut plain = laptop.sits_with(laptop.launch(&args).env("NO_COLOR", "1"));
    a_moment_at_the_table(&mut plain);
    assert_eq!(colours(plain.tail()), [""; 0], "{}", plain.screen());
    quits(plain);
    let mut mono = laptop.sits_with(laptop.launch(&args).args(["--theme", "mono"]));
    assert_eq!(colours(mono.tail()), [""; 0], "{}", mono.screen());
    quits(mono);
    let mut colourful = laptop.sits();
    assert!(!colours(colourful.tail()).is_empty(), "the measure itself sees colours");
    quits(colourful);
}

#[test]
fn with_ascii_every_sign_on_the_screen_is_ascii_but_the_words() {
    let laptop = Laptop::with("hoe-dan", 1);
    let args = ["open", "last", "--table", "1", "--round", "factoren", "--ascii"];
    let mut terminal = laptop.sits_with(laptop.launch(&args));
    a_moment_at_the_table(&mut terminal);
    terminal.press("Enter"); // the hint of the workshop is seen then
    terminal.settle();
    let screen = terminal.screen();
    let strange: Vec<char> = screen.chars().filter(|letter| !letter.is_ascii() && !letter.is_alphabetic()).collect();
    assert!(strange.is_empty(), "{strange:?}\n{screen}");
    terminal.press("Ctrl+U");
    terminal.type_text("één", Rhythm::Fast);
    terminal.wait_for("één");
    quits(terminal);
    let mut home = laptop.launch(&["--ascii"]).start();
    home.wait_for("Proef");
    let screen = home.screen();
    let strange: Vec<char> = screen.chars().filter(|letter| !letter.is_ascii() && !letter.is_alphabetic()).collect();
    assert!(strange.is_empty(), "{strange:?}\n{screen}");
    quits(home);
}

#[test]
fn every_theme_and_every_kind_of_terminal_works() {
    let laptop = Laptop::with("hoe-dan", 1);
    let args = ["open", "last", "--table", "1", "--round", "factoren"];
    for theme in ["auto", "dark", "light", "contrast", "mono"] {
        let mut terminal = laptop.sits_with(laptop.launch(&args).args(["--theme", theme]));
        a_moment_at_the_table(&mut terminal);
        terminal.press("Ctrl+D");
        quits(terminal);
    }
    for (term, colour) in [("dumb", ""), ("linux", ""), ("vt100", ""), ("xterm", ""), ("tmux-256color", "")] {
        let launch = laptop.launch(&args).env("TERM", term).env("COLORTERM", colour);
        let mut terminal = laptop.sits_with(launch);
        a_moment_at_the_table(&mut terminal);
        let deep = colours(terminal.tail()).into_iter().find(|code| code.contains("38;2;") || code.contains("48;2;"));
        assert_eq!(deep, None, "{term} has no such colours");
        terminal.press("Ctrl+D");
        quits(terminal);
    }
}
