//! Help, palette, footer: all from the one table of keys.

use crate::facilitator::Facilitator;
use aantafel::{
    ui::{
        Where,
        keys::{self, BINDINGS},
    },
    words::{Lang, Words},
};

#[test]
fn every_binding_stands_in_the_help_of_its_place_in_both_languages() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let mut at = Facilitator::at(200, 400, lang);
        at.presses("F1 F1");
        let screen = at.sees();
        for binding in BINDINGS.iter().filter(|binding| !binding.keys.is_empty()) {
            let about = words.say(&format!("key-{}-about", binding.command.name()));
            let start: String = about.chars().take(40).collect();
            assert!(screen.contains(&start), "{lang}: {about}");
            assert!(!words.say(&format!("key-{}", binding.command.name())).is_empty());
        }
        for place in Where::ALL {
            assert!(screen.contains(&words.say(&format!("where-{}", place.key()))), "{place:?}");
        }
    }
}

#[test]
fn the_contract_holds() {
    let keys_of = |name: &str| {
        let rows = BINDINGS.iter().filter(|binding| binding.command.name() == name);
        rows.flat_map(|binding| binding.keys.iter().copied()).collect::<Vec<_>>()
    };
    for (name, wanted) in [
        ("help", "F1"),
        ("palette", "Ctrl+K"),
        ("next-round", "Ctrl+Right"),
        ("next-round", "Ctrl+N"),
        ("prev-round", "Ctrl+Left"),
        ("prev-round", "Ctrl+B"),
        ("table", "Ctrl+T"),
        ("save", "Enter"),
        ("new-line", "Alt+Enter"),
        ("new-line", "Ctrl+J"),
        ("next-field", "Tab"),
        ("prev-field", "Shift+Tab"),
        ("mention", "@"),
        ("theme", "#"),
        ("up", "Up"),
        ("down", "Down"),
        ("undo", "Ctrl+Z"),
        ("redo", "Ctrl+Y"),
        ("park", "Ctrl+P"),
        ("star", "Ctrl+S"),
        ("delete", "Ctrl+D"),
        ("find", "Ctrl+F"),
        ("search", "/"),
        ("back", "Esc"),
        ("quit", "Ctrl+Q"),
    ] {
        assert!(keys_of(name).contains(&wanted), "{name} must be {wanted}");
    }
    assert!(keys::types(keys::Command::Mention), "a mark is typed, not a command");
}

#[test]
fn the_palette_does_what_is_found_by_typing() {
    let mut at = Facilitator::seated("Hoe dan");
    at.presses("Ctrl+K").types("English").presses("Enter");
    assert!(at.finds("everything"), "{}", at.sees());
    at.presses("Ctrl+K").types("round 3").presses("Enter");
    assert!(at.session().tables[0].desk.round.as_ref().is_some_and(|round| round.as_str() == "kern"));
}

#[test]
fn help_closes_to_what_lay_under_it() {
    let mut at = Facilitator::seated("Hoe dan");
    at.types("half").presses("F1 F1 F1");
    assert!(at.finds("half") && !at.finds("Alle toetsen"));
    at.presses("Ctrl+K F1 Esc").types("stopt");
    assert!(at.finds("stopt"), "the palette is back and takes letters");
}
