//! Two windows on one table.

use crate::laptop::{Laptop, quits};
use crate::terminal::{PATIENCE, Rhythm, Signal};

#[test]
fn the_second_window_says_who_has_the_table_and_only_reads_until_the_first_is_gone() {
    let laptop = Laptop::with("hoe-dan", 2);
    let mut first = laptop.sits_with(laptop.launch(&[
        "open",
        "last",
        "--table",
        "1",
        "--round",
        "factoren",
        "--device",
        "laptop-van-ans",
    ]));
    first.type_text("van de eerste", Rhythm::Fast);
    first.press("Enter");
    first.wait_for("✓ bewaard");

    let mut second = laptop.sits_with(laptop.launch(&[
        "open",
        "last",
        "--table",
        "1",
        "--round",
        "factoren",
        "--device",
        "laptop-van-ans",
    ]));
    second.wait_for("al open bij");
    let screen = second.screen();
    assert!(screen.contains("laptop-van-ans"), "it says who\n{screen}");
    assert!(screen.contains("van de eerste"), "it can be read\n{screen}");
    second.type_text("van de tweede", Rhythm::Fast);
    second.press("Enter");
    second.settle();
    assert!(!second.screen().contains("van de tweede"), "{}", second.screen());
    // another table is free
    second.press("Alt+2");
    second.wait_for("Tafel 2");
    second.type_text("aan twee", Rhythm::Fast);
    second.press("Enter");
    second.wait_for("aan twee");
    quits(second);

    first.signal(Signal::Kill);
    assert!(first.ended(PATIENCE).is_some());
    let mut third = laptop.sits_with(laptop.launch(&[
        "open",
        "last",
        "--table",
        "1",
        "--round",
        "factoren",
        "--device",
        "laptop-van-ans",
    ]));
    third.type_text("van de derde", Rhythm::Fast);
    third.press("Enter");
    third.wait_for("✓ bewaard");
    quits(third);
    assert_eq!(laptop.told(1), ["van de eerste", "van de derde"]);
    assert_eq!(laptop.told(2), ["aan twee"]);
}
