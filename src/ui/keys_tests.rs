//! The table of keys keeps its promises.

use super::*;
use crossterm::event::{KeyCode, KeyModifiers};

fn press(code: KeyCode, mods: KeyModifiers) -> KeyEvent {
    KeyEvent::new(code, mods)
}

#[test]
fn a_key_means_what_the_contract_says_where_one_is() {
    let enter = press(KeyCode::Enter, KeyModifiers::NONE);
    assert_eq!(command(Where::Line, &enter), Some(Command::Save));
    assert_eq!(command(Where::Entry, &enter), Some(Command::Edit));
    let both = [press(KeyCode::Right, KeyModifiers::CONTROL), press(KeyCode::Char('n'), KeyModifiers::CONTROL)];
    assert!(both.iter().all(|key| command(Where::Line, key) == Some(Command::NextRound)));
    assert_eq!(command(Where::Line, &press(KeyCode::BackTab, KeyModifiers::SHIFT)), Some(Command::PrevField));
    assert_eq!(command(Where::Line, &press(KeyCode::Char('n'), KeyModifiers::NONE)), None, "printable keys type");
    assert_eq!(command(Where::Seats, &press(KeyCode::Char('+'), KeyModifiers::SHIFT)), Some(Command::More));
}

#[test]
fn no_key_means_two_things_in_one_place() {
    for place in Where::ALL {
        let mut seen = Vec::new();
        for binding in BINDINGS.iter().filter(|binding| binding.places.contains(&place)) {
            for key in binding.keys {
                assert!(!seen.contains(key), "{key} twice in {place:?}");
                seen.push(key);
            }
        }
    }
}

#[test]
fn where_text_is_typed_no_printable_key_is_a_command() {
    for binding in BINDINGS.iter().filter(|binding| !types(binding.command)) {
        if binding
            .places
            .iter()
            .any(|place| matches!(place, Where::Line | Where::Entry | Where::Form | Where::Picker | Where::Wording))
        {
            assert!(binding.keys.iter().all(|key| key.chars().count() > 1), "{:?}", binding.command);
        }
    }
}
