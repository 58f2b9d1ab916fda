//! Themes that note-takers named, at the harvest: they keep their place and their name, and every key says what it did.

use crate::facilitator::Facilitator;
use aantafel::{
    harvest::Harvest,
    words::{Lang, Words},
};

/// At the harvest of a table that named three themes, and said four things more.
fn harvesting() -> Facilitator {
    let mut at = Facilitator::at(80, 24, Lang::Nl).sits("Hoe dan?");
    at.presses("Ctrl+Right");
    for line in
        ["+ samen eten #eenzaam", "+ de balie #toegang", "! de huur #geld", "+ een", "+ twee", "+ drie", "+ vier"]
    {
        at.says(line);
    }
    at.presses("F4");
    at
}

/// The themes with how much stands under each.
fn themes(at: &Facilitator) -> Vec<(String, usize)> {
    let mut harvest = Harvest::default();
    harvest.follow(at.session(), &Words::new(Lang::Nl));
    harvest.themes.all.into_iter().map(|theme| (theme.name, theme.members.len())).collect()
}

fn told(themes: &[(&str, usize)]) -> Vec<(String, usize)> {
    themes.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
}

#[test]
fn a_number_means_the_same_theme_however_often_it_is_pressed() {
    let mut at = harvesting();
    assert_eq!(themes(&at), told(&[("eenzaam", 1), ("geld", 1), ("toegang", 1)]));
    at.presses("3 3 2");
    assert_eq!(themes(&at), told(&[("eenzaam", 1), ("geld", 2), ("toegang", 3)]), "{}", at.sees());
    // looking is not moving either
    at.presses("Home Down r Esc Home Down Down c Esc");
    assert_eq!(themes(&at), told(&[("eenzaam", 1), ("geld", 2), ("toegang", 3)]), "{}", at.sees());
    // one that somebody makes stands before those that were only named, and moving one moves that one alone
    at.presses("n").types("Zelf gemaakt").presses("Enter");
    assert_eq!(themes(&at)[0].0, "Zelf gemaakt");
    at.presses("Home Down Down Down Alt+Up Alt+Up");
    let names: Vec<String> = themes(&at).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Zelf gemaakt", "toegang", "eenzaam", "geld"], "{}", at.sees());
    at.presses("Alt+Up");
    assert_eq!(themes(&at)[0].0, "toegang");
}

#[test]
fn a_name_that_another_theme_has_is_not_taken_by_accident() {
    let mut at = harvesting();
    at.presses("Home r Ctrl+U").types("Geld").presses("Enter");
    assert!(at.finds("Er is al een thema geld. Met Esc en g voeg je samen."), "{}", at.sees());
    assert_eq!(themes(&at).len(), 3);
    at.types("zaken").presses("Enter");
    assert_eq!(themes(&at)[0], ("Geldzaken".to_owned(), 1), "the line was still open\n{}", at.sees());
}

#[test]
fn after_merging_the_theme_that_is_left_is_chosen_and_it_says_so() {
    let mut at = harvesting();
    at.presses("Home g").types("toegang").presses("Enter");
    assert!(at.finds("eenzaam staat nu bij toegang; l maakt los."), "{}", at.sees());
    at.presses("r").types(" en meer").presses("Enter");
    assert_eq!(themes(&at), told(&[("geld", 1), ("toegang en meer", 2)]), "{}", at.sees());
    at.presses("l Enter");
    assert_eq!(themes(&at).len(), 3, "{}", at.sees());
}

#[test]
fn what_was_named_at_a_table_cannot_be_taken_away_and_that_is_told() {
    let mut at = harvesting();
    at.presses("Home d");
    assert!(at.finds("eenzaam is aan tafel genoemd en blijft staan. r hernoemt, g voegt samen."), "{}", at.sees());
    assert_eq!(themes(&at).len(), 3);
    at.presses("End 1 Home d");
    assert!(at.finds("Thema weg; wat aan tafel eenzaam heet blijft. Ctrl+Z brengt alles terug."), "{}", at.sees());
    assert_eq!(themes(&at)[0], ("eenzaam".to_owned(), 1));
    at.presses("Ctrl+Z");
    assert_eq!(themes(&at)[0], ("eenzaam".to_owned(), 2));
}

#[test]
fn what_was_half_typed_comes_back_with_a_word_and_what_was_told_before_goes() {
    let mut at = harvesting();
    at.presses("n").types("Buurtkamer").presses("Esc Down n");
    assert!(at.finds("Dit had je al getypt. Je gaat ermee verder.") && at.finds("Buurtkamer"), "{}", at.sees());
    at.presses("Ctrl+U").types("Vervoer").presses("Enter");
    assert_eq!(themes(&at)[0].0, "Vervoer");
    at.presses("Ctrl+Z");
    assert!(at.finds("Teruggenomen"), "{}", at.sees());
    at.presses("Home c").types("Samen eten helpt").presses("Enter");
    assert!(!at.finds("Teruggenomen"), "that was about something else\n{}", at.sees());
}
