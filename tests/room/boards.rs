//! Boards at the table: every form, held by keys alone.

use crate::facilitator::Facilitator;
use aantafel::{form::Form, words::Lang};
use proptest::prelude::*;

/// A workshop with every form in it, each on a board of its own round.
const ALL: &str = include_str!("every-form.ron");

#[test]
fn the_workshop_of_this_test_has_every_form() {
    for form in Form::NAMES {
        assert!(ALL.contains(&format!("{form}(")), "every-form.ron lacks {form}");
    }
}

/// Keys as somebody might press them who has never seen it.
fn any_key() -> impl Strategy<Value = String> {
    let typed = prop::sample::select(vec![
        "1",
        "2",
        "3",
        "7",
        "-",
        "j",
        "n",
        "z",
        "l",
        "t",
        ":",
        "=",
        ">",
        "é",
        "漢",
        "👩‍👩‍👧",
        "@",
        "#",
        "&",
        "+",
        ",",
        ".",
        "x",
    ]);
    let pressed = prop::sample::select(vec![
        "Enter",
        "Tab",
        "Shift+Tab",
        "Up",
        "Down",
        "Left",
        "Right",
        "Backspace",
        "Delete",
        "Esc",
        "PageUp",
        "PageDown",
        "Ctrl+R",
        "Ctrl+Right",
        "Ctrl+Left",
        "Ctrl+Up",
        "Ctrl+Down",
        "Ctrl+Z",
        "Ctrl+Y",
        "Ctrl+D",
        "Ctrl+S",
        "Ctrl+P",
        "Ctrl+G",
        "Ctrl+X",
        "Ctrl+O",
        "Ctrl+E",
        "F6",
        "F7",
        "Ctrl+T",
        "F1",
        "Ctrl+K",
        "Alt+Up",
        "Alt+Down",
    ]);
    prop_oneof![4 => typed.prop_map(|text| format!("type {text}")), 1 => Just("type  ".to_owned()), 4 => pressed.prop_map(str::to_owned)]
}

const SIZES: [(u16, u16); 6] = [(1, 1), (20, 5), (40, 12), (80, 24), (110, 32), (200, 60)];

/// Presses any keys at a round and changes the size in between; everything that was ever said is still there.
fn survives(round: usize, keys: &[String]) {
    let mut someone = Facilitator::at(110, 32, Lang::Nl).with_workshop(ALL).sits("Alle vormen");
    someone
        .says("Een eerste punt")
        .says("Een tweede punt met een heel lang woord: aansprakelijkheidsverzekeringspolis")
        .says("Derde");
    for _ in 0..round {
        someone.presses("Ctrl+Right");
    }
    for (nth, key) in keys.iter().enumerate() {
        if nth % 90 == 0 {
            let (width, height) = SIZES[(nth / 90) % SIZES.len()];
            someone.resizes(width, height);
        }
        match key.strip_prefix("type ") {
            Some(text) => someone.types(text),
            None => someone.presses(key),
        };
        someone.sees();
    }
    let said = someone.everything_said();
    for words in ["Een eerste punt", "Een tweede punt", "Derde"] {
        assert!(said.contains(words), "{words} is lost after {keys:?}:\n{said}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_keys_lose_a_record_or_stop_the_program(keys in prop::collection::vec(any_key(), 500)) {
        for round in 0..=9 {
            survives(round, &keys);
        }
    }
}
