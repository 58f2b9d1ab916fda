//! What is pasted: very much, or hostile.

use std::time::{Duration, Instant};

use crate::laptop::{Laptop, quits};
use crate::terminal::{PATIENCE, Rhythm};

/// The most memory the program has taken so far, in MiB; nothing where the system does not say.
fn most_memory(pid: Option<u32>) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", pid?)).ok()?;
    let row = status.lines().find(|row| row.starts_with("VmHWM"))?;
    Some(row.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

#[test]
fn a_paste_of_a_megabyte_is_accepted_edited_saved_and_found() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut terminal = laptop.sits();
    let sentence = "Zo gaat het gesprek maar door aan tafel één. ";
    let pasted = sentence.repeat(1_000_000 / sentence.len());
    let began = Instant::now();
    terminal.paste(&pasted);
    terminal.wait_for("tafel één.");
    terminal.press("Backspace");
    terminal.type_text("!", Rhythm::Fast);
    terminal.wait_for("één.!");
    let edited = began.elapsed();
    terminal.press("Enter");
    terminal.wait_for("het lukt als");
    terminal.wait_for("✓ bewaard");
    assert!(edited < PATIENCE, "{edited:?} until the paste was edited");
    if let Some(most) = most_memory(terminal.pid()) {
        assert!(most < 400, "{most} MiB");
    }
    quits(terminal);
    let file = laptop.drawer("tables/tafel-1.ron");
    let wanted = format!("{}!", pasted.trim_end());
    assert!(file.contains(&wanted), "{} bytes", file.len());
    assert!(laptop.told(1) == [wanted], "the megabyte is what was pasted");
}

#[test]
fn a_hostile_paste_is_inert() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut terminal = laptop.sits();
    terminal.settle();
    let hostile = "voor\u{1b}]0;gekaapt\u{7}\u{1b}[31mrood\u{1b}[2J\u{1b}[1;1H\u{9b}5mknipper\u{8}\u{7f}\u{0}\
                   \u{1b}]52;c;Z2VrYWFwdA==\u{7}\u{202e}om\u{200b}na";
    terminal.paste(hostile);
    terminal.wait_for("knipper");
    terminal.settle();
    let screen = terminal.screen();
    assert!(screen.contains("voor") && screen.contains("rood") && screen.contains("na"), "{screen}");
    assert!(screen.contains("Succesfactoren"), "it was not wiped\n{screen}");
    let sent = terminal.tail().to_vec();
    let shown = String::from_utf8_lossy(&sent);
    for never in ["\u{1b}]0;", "gekaapt\u{7}", "\u{1b}]52", "\u{1b}[31mrood", "\u{9b}", "\u{7}", "\u{202e}", "\u{8}"] {
        assert!(!shown.contains(never), "{never:?} was sent to the terminal\n{screen}");
    }
    terminal.press("Enter");
    terminal.rest(Duration::from_millis(100));
    quits(terminal);
    let told = laptop.told(1);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].chars().all(|letter| !letter.is_control()), "{told:?}");
    let file = laptop.drawer("tables/tafel-1.ron");
    assert!(!file.contains('\u{1b}') && !file.contains('\u{9b}'), "{file}");
}
