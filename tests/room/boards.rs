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

fn seated(round: usize) -> Facilitator {
    let mut someone = Facilitator::at(110, 32, Lang::Nl).with_workshop(ALL).sits("Alle vormen");
    someone.says("Buurtbus").says("Eettafel").says("Klusdienst");
    for _ in 0..round {
        someone.presses("Ctrl+Right");
    }
    someone
}

/// How many judgements stand at table 1.
fn standing(someone: &Facilitator) -> usize {
    let judgements = someone.session().tables[0].records.judgements();
    judgements.values().filter(|given| given.verdict.is_some()).count()
}

#[test]
fn a_row_of_digits_is_a_whole_table_and_undo_takes_it_back() {
    let mut someone = seated(3);
    someone.says("7 8 6 - 9 4").says("2 3 2 2 3 9");
    assert_eq!(standing(&someone), 12, "one keystroke a chair, and a space");
    assert!(!someone.finds("6,8"), "hidden until it is shown: {}", someone.sees());
    someone.presses("Ctrl+R");
    assert!(someone.finds("6,8"), "the mean of five: {}", someone.sees());
    someone.presses("Ctrl+Z Ctrl+Z");
    assert_eq!(standing(&someone), 6, "the second row is gone again");
    someone.presses("Ctrl+Y");
    assert_eq!(standing(&someone), 12);
    // a mark that the scale does not have stays on the line
    someone.says("12");
    assert_eq!(standing(&someone), 12);
    assert!(someone.line_is("oordeel") && someone.finds("12"), "{}", someone.sees());
}

#[test]
fn who_does_what_goes_by_letters_or_by_space_and_a_sigil_still_leads_away() {
    let mut someone = seated(5);
    someone.says("tmg").types(" ").presses("Right").types("  ");
    assert_eq!(standing(&someone), 5, "a row by letters, then a cell by one space and its neighbour by two");
    someone.presses("Backspace");
    assert_eq!(standing(&someone), 4);
    someone.says("!Niemand heeft een sleutel");
    assert!(someone.said(1).contains(&"Niemand heeft een sleutel".to_owned()));
    assert!(someone.finds("Wie doet wat") && someone.line_is("overzicht"), "back on the board: {}", someone.sees());
}

#[test]
fn in_the_skin_of_the_other_what_was_said_stays_with_the_lot_it_was_said_in() {
    let mut someone = seated(8);
    someone.presses("Ctrl+R");
    assert!(someone.finds("in de huid van"), "{}", someone.sees());
    someone.presses("Tab").says("Ik lig wakker van de huur");
    let entry = |someone: &Facilitator| {
        let all = someone.session().tables[0].records.all();
        let said = all.into_iter().find(|entry| entry.text == "Ik lig wakker van de huur").cloned();
        said.expect("it was said")
    };
    let said = entry(&someone);
    assert!(said.by.is_some() && said.namens.is_some() && said.by != said.namens, "{said:?}");
    someone.presses("Ctrl+Down").says("Ik ook");
    let next = someone.session().tables[0].records.all().into_iter().find(|entry| entry.text == "Ik ook").cloned();
    assert_ne!(next.expect("it was said").by, said.by, "another party speaks");
    // the plug is pulled and the lots are drawn again: nothing that was said moves
    let mut someone = someone.pulls_the_plug();
    someone.presses("Tab Tab Tab Tab");
    for _ in 0..6 {
        someone.presses("Shift+Tab Ctrl+R");
    }
    let again = entry(&someone);
    assert_eq!((again.by, again.namens), (said.by, said.namens));
    someone.resizes(200, 60);
    assert!(someone.finds("Ik lig wakker van de huur"), "it is still shown: {}", someone.sees());
}

#[test]
fn what_is_put_together_keeps_what_was_judged_of_it() {
    let mut someone = seated(5);
    someone.says("tmg").says("mtg");
    someone.presses("Ctrl+Left Ctrl+Left Ctrl+Left Ctrl+Left Ctrl+Left");
    let before = standing(&someone);
    // the last one is put together with the one above it
    someone.presses("Up Ctrl+G Up Enter");
    assert_eq!(someone.said(1).len(), 2, "{:?}", someone.said(1));
    assert!(standing(&someone) >= before, "no judgement is lost");
    someone.presses("Ctrl+Z");
    assert_eq!((someone.said(1).len(), standing(&someone)), (3, before));
}
