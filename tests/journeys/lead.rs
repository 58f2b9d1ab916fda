//! Leading a room: Regie, a table on another laptop and the wall beside each other; and Regie that is killed mid-round.

use std::time::Instant;

use crate::laptop::{Laptop, quits};
use crate::terminal::{PATIENCE, Rhythm, Signal, Terminal};

/// Seconds that are left of the phase, as the screen says it.
fn left(regie: &mut Terminal) -> i64 {
    regie.wait_for("nog 0");
    let screen = regie.screen();
    let clock = screen.split("nog ").nth(1).and_then(|rest| rest.get(..5)).unwrap_or_else(|| panic!("{screen}"));
    let (minutes, seconds) = clock.split_once(':').unwrap_or_else(|| panic!("{clock}\n{screen}"));
    let number = |text: &str| text.parse::<i64>().unwrap_or_else(|_| panic!("{clock}\n{screen}"));
    number(minutes) * 60 + number(seconds)
}

#[test]
fn a_line_at_the_table_is_on_regie_and_a_round_that_begins_is_on_the_wall_and_at_the_table() {
    let laptop = Laptop::with("hoe-dan", 2);
    let mut regie = laptop.launch(&["--lang", "nl", "--device", "laptop-1", "open", "last", "--door", "regie"]).start();
    regie.wait_for("nog niet begonnen");
    let mut wall = laptop.launch(&["--lang", "nl", "--device", "beamer", "screen", "last"]).start();
    wall.wait_for("we beginnen zo");
    let place = ["--table", "2", "--round", "factoren"];
    let open = ["--lang", "nl", "--device", "laptop-2", "open", "last"];
    let mut table = laptop.sits_with(laptop.launch(&[&open[..], &place[..]].concat()));

    regie.press("Space");
    wall.wait_for("ronde 1 van");
    table.wait_for("● 1");
    table.type_text("een vaste dag", Rhythm::Fast);
    table.press("Enter");
    regie.wait_for("een vaste dag");
    table.press("Alt+h");
    regie.wait_for("hand omhoog");
    regie.press("Ctrl+Right");
    wall.wait_for("ronde 2 van");
    table.wait_for("● 2");
    table.press("Alt+r");
    table.wait_for("Lees voor aan Tafel 2");
    table.press("1");
    regie.wait_for("hand omhoog, klopt");

    wall.press("q");
    assert_eq!(wall.exit_code(PATIENCE), 0);
    quits(table);
    quits(regie);
}

#[test]
fn regie_that_is_killed_mid_round_goes_on_in_the_same_round_and_phase_with_the_right_time_left() {
    let laptop = Laptop::with("hoe-dan", 1);
    let open = ["--lang", "nl", "open", "last", "--door", "regie"];
    let mut regie = laptop.launch(&open).start();
    regie.wait_for("nog niet begonnen");
    regie.press("Space");
    regie.wait_for("nog 0");
    regie.press("Ctrl+Right");
    regie.wait_for("2  Helpt en remt");
    regie.wait_for("1 stil schrijven");
    let (seen, before) = (Instant::now(), left(&mut regie));
    regie.signal(Signal::Kill);
    assert!(regie.ended(PATIENCE).is_some());

    let mut again = laptop.launch(&open).start();
    again.wait_for("2  Helpt en remt");
    let after = left(&mut again);
    let gone_by = seen.elapsed().as_secs() as i64;
    assert!((0..=gone_by + 2).contains(&(before - after)), "{before} before, {after} after {gone_by} seconds");
    let screen = again.screen();
    let phase = screen.lines().find(|row| row.contains("nog ")).unwrap_or_default();
    assert!(phase.contains("1 stil schrijven") && screen.contains("✓"), "the same phase\n{screen}");
    quits(again);
}
