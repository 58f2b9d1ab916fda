//! Looking back, from the home screen.

use crate::facilitator::Facilitator;

/// Two sessions with something said in each, at the home screen.
fn held() -> Facilitator {
    let mut at = Facilitator::seated("Hoe dan");
    at.says("Meer bankjes in het wijkpark").presses("Ctrl+Right").says("Korte lijnen met de gemeente");
    let mut again = at.starts_again().sits("Living lab");
    again.says("Een buurthuis in elke wijk");
    again.starts_again()
}

#[test]
fn with_nothing_typed_all_sessions_stand_there_and_esc_goes_back() {
    let mut at = held();
    at.presses("/");
    let screen = at.sees();
    assert!(screen.contains("Terugblik") && screen.contains("2 sessies") && screen.contains("Hoe dan"), "{screen}");
    at.presses("Esc");
    assert!(at.finds("Kies een werkvorm") || at.finds("Nieuwe sessie") || at.finds("Goedemiddag"));
}

#[test]
fn words_find_as_one_types_and_enter_opens_the_entry_where_it_was_said() {
    let mut at = held();
    at.presses("/").types("lijn geme");
    let screen = at.sees();
    assert!(screen.contains("Korte lijnen met de gemeente") && screen.contains("1 regel gevonden"), "{screen}");
    assert!(screen.contains("Hoe dan") && screen.contains("Tafel 1"), "{screen}");
    at.presses("Enter");
    assert_eq!(at.session().head.workshop.id, "hoe-dan");
    let screen = at.sees();
    assert!(screen.contains("Korte lijnen met de gemeente"), "{screen}");
    let desk = &at.session().tables[0].desk;
    assert!(desk.chosen.is_some(), "the entry is in hand");
}

#[test]
fn typos_stems_and_phrases_are_understood_and_nothing_found_is_said() {
    let mut at = held();
    at.presses("/").types("parken");
    assert!(at.finds("Meer bankjes"));
    at.presses("Ctrl+U").types("wijkprak");
    assert!(at.finds("Dit lijkt erop") && at.finds("Meer bankjes"));
    at.presses("Ctrl+U").types("bankjes meer");
    assert!(at.finds("Meer bankjes"));
    at.presses("Ctrl+L");
    assert!(at.finds("letterlijk") && at.finds("Niets gevonden"));
    at.presses("Ctrl+U").types("meer bank");
    assert!(at.finds("Meer bankjes"));
    at.presses("Ctrl+L Esc");
    assert!(at.finds("2 sessies"), "Esc first empties what was typed");
}

#[test]
fn a_sieve_by_kind_and_day_is_filled_in_with_tab() {
    let mut at = held();
    at.presses("/").types("wijk").presses("Tab").types("sessie");
    assert!(at.finds("Niets gevonden"));
    at.presses("Shift+Tab Ctrl+U Tab");
    assert!(at.finds("2 regels gevonden"));
    at.presses("Ctrl+U Tab Tab").types("morgen");
    assert!(at.finds("Niets gevonden"));
}

#[test]
fn the_sessions_stand_by_date_and_by_title_when_asked() {
    let mut at = held();
    at.presses("n").types("Hoe dan").presses("Enter").types("Aanloop").presses("Tab Ctrl+U").types("1 mei 2026");
    at.presses("Enter");
    let mut at = at.starts_again();
    let first = |screen: String| screen.find("Aanloop").expect("there") < screen.find("Living lab").expect("there");
    at.presses("/");
    assert!(!first(at.sees()), "the newest stand first");
    at.presses("Ctrl+O");
    assert!(first(at.sees()));
}

#[test]
fn what_is_for_those_who_were_there_only_is_not_found() {
    let mut at = Facilitator::seated("Hoe dan");
    at.says("Meer bankjes in het wijkpark").presses("Up Ctrl+R Esc").says("Bankjes langs de dijk");
    let mut at = at.starts_again();
    at.presses("/").types("bankjes");
    assert!(at.finds("1 regel gevonden") && at.finds("langs de dijk") && !at.finds("wijkpark"), "{}", at.sees());
}

#[test]
fn a_theme_that_is_found_opens_the_harvest_it_is_of() {
    let mut at = Facilitator::seated("Hoe dan");
    at.says("Meer bankjes in het wijkpark").presses("F4 n").types("Buiten zitten").presses("Enter");
    let lines = aantafel::search::lines(at.session(), &aantafel::words::Words::new(aantafel::words::Lang::Nl));
    assert_eq!(lines.last().map(|line| line.label.as_str()), Some("Thema"), "told in words");
    let mut at = at.starts_again();
    at.presses("/").types("buiten zitten");
    assert!(at.finds("1 regel gevonden") && at.finds("oogst"), "{}", at.sees());
    at.presses("Enter");
    assert!(at.finds("Nog niet ingedeeld") && at.finds("Buiten zitten"), "{}", at.sees());
}

#[test]
fn an_agreement_comes_back_and_is_told_with_how_it_stands() {
    let mut at = Facilitator::at(110, 32, aantafel::words::Lang::Nl).sits("Living lab");
    at.says("$ Sleutel regelen");
    let mut at = at.starts_again().sits("Terugkomdag");
    at.presses("Ctrl+Right");
    assert!(at.finds("Sleutel regelen") && at.finds("van 12 mei 2026"), "{}", at.sees());
    at.presses("Tab").says("loopt");
    assert!(at.finds("loopt"), "{}", at.sees());
    let mut at = at.starts_again();
    at.presses("/").types("sleutel");
    let screen = at.sees();
    assert!(screen.contains("2 regels gevonden") && screen.contains("· loopt"), "{screen}");
    at.presses("Tab").types("loopt");
    assert!(at.finds("1 regel gevonden"), "by how it stands\n{}", at.sees());
}

#[test]
fn where_nothing_was_ever_held_that_is_said() {
    let mut at = Facilitator::new();
    at.presses("/");
    assert!(at.finds("0 sessies") && at.finds("Er is nog geen bijeenkomst geweest"), "{}", at.sees());
}

#[test]
fn the_order_is_named_and_lines_that_were_found_stand_in_it_too() {
    let mut at = held();
    at.presses("n").types("Hoe dan").presses("Enter").types("Aanloop").presses("Tab Ctrl+U").types("1 mei 2026");
    at.presses("Enter").says("Een buurthuis aan de dijk");
    let mut at = at.starts_again();
    at.presses("/");
    assert!(at.finds("3 sessies, op datum"), "{}", at.sees());
    at.types("buurthuis");
    let first = |screen: &str| screen.find("aan de dijk").expect("there") < screen.find("elke wijk").expect("there");
    assert!(at.finds("2 regels gevonden, op datum") && !first(&at.sees()), "{}", at.sees());
    at.presses("Ctrl+O");
    assert!(at.finds("2 regels gevonden, op titel") && first(&at.sees()), "{}", at.sees());
    at.presses("Ctrl+O");
    assert!(at.finds("op plaats"), "{}", at.sees());
}

#[test]
fn a_theme_that_was_typed_at_a_table_is_found_and_a_month_is_a_day_to_begin_at() {
    let mut at = Facilitator::seated("Hoe dan");
    at.says("Elke maandag bellen #vertrouwen").says("Een sleutel geven");
    let mut at = at.starts_again();
    at.presses("/").types("#vertrouwen");
    assert!(at.finds("1 regel gevonden") && at.finds("Elke maandag bellen #vertrouwen"), "{}", at.sees());
    at.presses("Tab Tab Tab").types("mei 2026");
    assert!(at.finds("1 regel gevonden"), "{}", at.sees());
    at.presses("Ctrl+U").types("juni 2026");
    assert!(at.finds("Niets gevonden"), "{}", at.sees());
}

#[test]
fn at_the_harvest_the_help_says_that_the_points_are_searched() {
    let mut at = Facilitator::seated("Hoe dan");
    at.says("Meer bankjes in het wijkpark").presses("F4 F1");
    assert!(at.finds("Zoekt in de punten") && !at.finds("Zoekt een bijeenkomst"), "{}", at.sees());
}
