//! Nobody does anything: then the program does nothing either.

use std::time::Duration;

use crate::laptop::{Laptop, quits};
use crate::terminal::Rhythm;

#[test]
fn at_a_table_without_a_running_clock_it_writes_nothing() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut terminal = laptop.sits();
    terminal.type_text("half", Rhythm::Fast);
    terminal.wait_for("✓ bewaard");
    // the files that people read are brought up to date once
    terminal.rest(Duration::from_millis(2500));
    let before = terminal.bytes_out();
    terminal.rest(Duration::from_secs(3));
    let wrote = terminal.bytes_out() - before;
    assert_eq!(wrote, 0, "{}", terminal.screen());
    quits(terminal);
}

#[test]
fn a_running_clock_costs_one_small_update_a_second() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut terminal = laptop.sits();
    terminal.type_text("gezegd", Rhythm::Fast);
    terminal.press("Enter");
    terminal.wait_for("✓ bewaard");
    terminal.rest(Duration::from_millis(2500));
    let (mut writes, mut last) = (0, terminal.bytes_out());
    let before = last;
    for _ in 0..150 {
        terminal.rest(Duration::from_millis(20));
        let now = terminal.bytes_out();
        writes += u32::from(now != last);
        last = now;
    }
    assert!((2..=4).contains(&writes), "{writes} updates in 3 seconds\n{}", terminal.screen());
    assert!(last - before < 4 * 120, "{} bytes for {writes} updates", last - before);
    quits(terminal);
}
