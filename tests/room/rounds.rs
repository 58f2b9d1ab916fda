//! Rounds, the clock, tables, and who sits there.

use crate::facilitator::Facilitator;

#[test]
fn the_clock_starts_with_the_first_words_and_runs_per_phase() {
    let mut at = Facilitator::seated("Hoe dan");
    assert!(!at.finds("klaar rond"));
    at.says("We beginnen");
    assert!(at.finds("klaar rond 15:00"), "{}", at.sees());
    at.waits(3600);
    assert!(at.finds("loopt 53’ uit"), "{}", at.sees());
    at.resizes(110, 32);
    assert!(at.finds("53’ achter op schema"), "{}", at.sees());
}

#[test]
fn going_back_to_look_never_moves_the_clock() {
    let mut at = Facilitator::seated("Hoe dan");
    at.says("een").presses("Ctrl+N").says("+twee").presses("Ctrl+B Ctrl+B Ctrl+N");
    let began = at.session().tables[0]
        .records
        .facts()
        .keys()
        .filter(|key| matches!(key, aantafel::record::FactKey::Began(_)))
        .count();
    assert_eq!(began, 2);
}

#[test]
fn one_key_goes_to_another_table_and_its_line_is_its_own() {
    let mut at = Facilitator::new();
    at.presses("Enter Tab Tab Tab Ctrl+U").types("3").presses("Enter");
    at.presses("Ctrl+N").types("half bij een").presses("Alt+2").says("van tafel twee").presses("Alt+1");
    assert!(at.finds("half bij een") && at.finds("Tafel 1"));
    assert_eq!((at.said(1).len(), at.said(2)), (0, vec!["van tafel twee".to_owned()]));
    at.presses("Ctrl+T").types("3").presses("Enter");
    assert!(at.finds("Tafel 3"));
}

#[test]
fn who_sits_here_is_set_with_arrows_and_a_new_party_joins() {
    let mut at = Facilitator::at(110, 32, aantafel::words::Lang::Nl).sits("Hoe dan");
    at.presses("Ctrl+K").types("wie zitten").presses("Enter").presses("Right Right Down Right");
    at.presses("Enter").says("Kerk").presses("Esc");
    let screen = at.sees();
    assert!(screen.contains("Kerk"), "{screen}");
    let records = &at.session().tables[0].records;
    assert_eq!(records.number(&aantafel::record::FactKey::Seats("gemeente".into())), Some(2.0));
}

#[test]
fn the_details_of_a_session_can_be_changed_and_a_party_that_spoke_stays() {
    let mut at = Facilitator::seated("Hoe dan");
    at.says("Ik ben er @gem").presses("Ctrl+K").types("gegevens").presses("Enter");
    at.presses("Ctrl+U").types("Andere titel").presses("Tab Tab Tab Tab Ctrl+U").types("Welzijn").presses("Enter");
    let parties: Vec<_> = at.session().head.parties.0.iter().map(|party| party.label.clone()).collect();
    assert!(
        parties.contains(&"Gemeente".to_owned()) && parties.contains(&"Welzijn".to_owned()) && parties.len() == 2,
        "{parties:?}"
    );
    assert!(at.drawer("session.ron").contains("Andere titel"));
}
