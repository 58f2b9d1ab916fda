//! Who sits where, led from the facilitator's door; and the way back from a sheet of paper by its code.

use crate::facilitator::Facilitator;
use aantafel::{record::FactKey, session::seating::Kept};

/// At the facilitator's door, with people counted at the table.
fn leading() -> Facilitator {
    let mut at = Facilitator::new().sits("Hoe dan?");
    at.presses("Ctrl+K");
    at.types("wie zitten er aan tafel").presses("Enter Right Right Right Down Right Right Esc");
    at.presses("F2");
    at
}

fn kept(at: &Facilitator) -> Kept {
    Kept::read(at.session()).expect("people were mixed")
}

/// Chooses in the list of who sits where.
fn chooses(at: &mut Facilitator, words: &str) {
    at.presses("i").types(words).presses("Enter");
}

#[test]
fn people_are_mixed_moved_come_late_and_leave_by_key_and_undo_takes_each_back() {
    let mut at = leading();
    at.presses("i");
    assert!(at.finds("Wie zit waar"), "{}", at.sees());
    at.presses("Enter");
    let first = kept(&at);
    assert_eq!(first.seats.len(), 5, "{}", at.sees());
    at.presses("Space");
    chooses(&mut at, "er komt iemand bij");
    let late = kept(&at);
    assert_eq!(late.seats.len(), 6);
    assert!(
        late.rounds.iter().enumerate().all(|(nth, _)| (0..5).all(|chair| late.seating.table(nth, chair).is_some()))
    );
    at.presses("i").types("2").presses("Enter");
    assert!(at.finds("Gaat weg na deze ronde"), "{}", at.sees());
    at.types("gaat weg").presses("Enter");
    let left = kept(&at);
    let gone = (0..left.seats.len()).find(|chair| left.seating.table(1, *chair).is_none()).expect("somebody left");
    assert!(left.seating.table(0, gone).is_some(), "the round that runs stands");
    at.presses("Ctrl+Z");
    assert_eq!(kept(&at), late);
    at.presses("Ctrl+Z");
    assert_eq!(kept(&at).seats, first.seats);
    let stays = |at: &Facilitator| {
        at.session()
            .room
            .records
            .facts()
            .iter()
            .any(|(key, fact)| matches!(key, FactKey::Pinned(_)) && fact.value.is_some())
    };
    at.presses("i").types("1").presses("Enter");
    at.types("blijft").presses("Enter");
    assert!(stays(&at), "{}", at.sees());
}

#[test]
fn a_code_from_a_sheet_typed_in_the_palette_goes_to_its_round_and_question() {
    let mut at = Facilitator::new().sits("Hoe dan?");
    at.presses("Ctrl+K").types("1.2.a");
    assert!(at.finds("Enter gaat naar 1·2·a"), "{}", at.sees());
    at.presses("Enter").says("van het papier");
    assert_eq!(at.said(1), ["van het papier"]);
    let second = at.session().head.workshop.rounds[1].id.clone();
    let entry = at.session().tables[0].records.all()[0].clone();
    assert_eq!(entry.home.round, second);
    at.presses("Ctrl+K").types("13a").presses("Enter");
    at.presses("Ctrl+T").types("T1·2·01").presses("Enter");
    let chosen = at.session().tables[0].desk.chosen.clone();
    assert_eq!(chosen.as_ref(), Some(&entry.id), "{}", at.sees());
    at.presses("Ctrl+K").types("1.99.a").presses("Enter");
    assert!(at.finds("Er is geen ronde 99"), "{}", at.sees());
}
