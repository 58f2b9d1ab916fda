//! Screens in every size: nothing runs out of it, nothing panics, and the words are there.

use crate::facilitator::Facilitator;
use aantafel::words::Lang;

#[test]
fn every_size_shows_the_question_and_the_line() {
    for (width, height) in [(40, 12), (60, 16), (80, 24), (110, 32), (200, 60), (300, 100)] {
        let mut at = Facilitator::at(width, height, Lang::Nl).sits("Hoe dan");
        at.presses("Ctrl+N").says("+Elkaars werk van dichtbij gezien hebben @gem").types("nu");
        let screen = at.sees();
        assert!(screen.contains("nu"), "{width}x{height}\n{screen}");
        assert!(screen.contains("Elkaars werk"), "{width}x{height}\n{screen}");
    }
}

#[test]
fn a_window_that_is_too_small_says_so_and_loses_nothing() {
    let mut at = Facilitator::seated("Hoe dan");
    at.presses("Ctrl+N").types("half");
    at.resizes(20, 5);
    assert!(at.finds("klein"), "{}", at.sees());
    at.types(" en meer").resizes(80, 24);
    assert!(at.finds("half en meer"));
}

#[test]
fn two_hundred_entries_scroll_with_the_one_that_is_chosen() {
    let mut at = Facilitator::seated("Hoe dan");
    at.presses("Ctrl+N");
    for number in 1..=200 {
        at.says(&format!("punt nummer {number}"));
    }
    assert!(at.finds("punt nummer 200"));
    for _ in 0..12 {
        at.presses("PageUp");
    }
    for _ in 0..90 {
        at.presses("Up");
    }
    assert!(at.finds("punt nummer 1\n") || at.finds("punt nummer 1 "), "{}", at.sees());
    at.presses("Esc");
    assert!(at.finds("punt nummer 200"));
}

#[test]
fn long_words_and_wide_letters_wrap_and_stay_inside() {
    let mut at = Facilitator::seated("Hoe dan");
    at.presses("Ctrl+N")
        .says(&"prestatieafspraken".repeat(12))
        .says("漢字と👩‍👩‍👧 en é́ doen mee")
        .types(&"lang ".repeat(60));
    let screen = at.sees();
    assert!(screen.contains("漢字"), "{screen}");
    assert!(screen.lines().all(|row| aantafel::text::width(row) <= 80), "{screen}");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 24, ..Default::default() })]

    #[test]
    fn no_keys_in_any_order_panic_or_lose_what_was_said(
        keys in proptest::collection::vec(0..KEYS.len(), 1..120),
        size in proptest::sample::select(vec![(1u16, 1u16), (20, 5), (40, 12), (80, 24), (110, 32)]),
    ) {
        let mut at = Facilitator::at(80, 24, Lang::Nl).sits("Living lab");
        at.presses("Ctrl+N").says("Dit blijft staan").resizes(size.0, size.1);
        for key in keys {
            match KEYS[key] {
                "Ctrl+Q" => {}
                text if text.starts_with('=') => drop(at.types(&text[1..])),
                name => drop(at.presses(name)),
            }
            at.sees();
        }
        let kept = at.is_anywhere("Dit blijft staan");
        proptest::prop_assert!(kept);
    }
}

const KEYS: [&str; 44] = [
    "Enter",
    "Tab",
    "Shift+Tab",
    "Up",
    "Down",
    "Left",
    "Right",
    "Esc",
    "Backspace",
    "Delete",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Ctrl+Z",
    "Ctrl+Y",
    "Ctrl+S",
    "Ctrl+P",
    "Ctrl+D",
    "Ctrl+G",
    "Ctrl+X",
    "Ctrl+L",
    "Ctrl+O",
    "Ctrl+R",
    "Ctrl+E",
    "Ctrl+N",
    "Ctrl+B",
    "Ctrl+T",
    "Ctrl+F",
    "Ctrl+K",
    "F1",
    "Alt+Up",
    "Alt+Down",
    "Alt+Enter",
    "Alt+1",
    "=+plus",
    "=!",
    "=> daarom &1",
    "=woord ",
    "=@gem",
    "=#thema",
    "=\"",
    "=é漢👩‍👩‍👧",
    "Ctrl+U",
];
