//! At the harvest a line shows what another table said that may be the same; the organiser calls it so, or not.

use crate::facilitator::Facilitator;
use aantafel::{
    harvest::Harvest,
    words::{Lang, Words},
};

const LONG: &str = "Korte lijnen tussen wijkteam en corporatie";
const SHORT: &str = "Korte lijnen met de corporatie";

/// At the harvest of two tables that said four things each, with the first line chosen.
fn harvesting(width: u16, height: u16, lang: Lang) -> Facilitator {
    let mut at = Facilitator::at(width, height, lang).sits(if lang == Lang::Nl { "Hoe dan?" } else { "How" });
    at.presses("Ctrl+Right");
    for line in [LONG, "samen eten, elk kwartaal", "de bus rijdt niet meer", "geen geld voor de buurtkamer"] {
        at.says(&format!("+ {line}"));
    }
    at.presses("Ctrl+T").types(if lang == Lang::Nl { "erbij" } else { "another" }).presses("Enter Ctrl+Right");
    for line in ["vaste gezichten in de wijk", SHORT, "één plek voor vragen", "jongeren willen meepraten"] {
        at.says(&format!("+ {line}"));
    }
    at.presses("F4 Right");
    at
}

fn read(at: &Facilitator) -> Harvest {
    let mut harvest = Harvest::default();
    harvest.follow(at.session(), &Words::new(Lang::Nl));
    harvest
}

/// What stands under the first theme.
fn under(at: &Facilitator) -> Vec<String> {
    let harvest = read(at);
    let members = harvest.themes.all.first().map(|theme| theme.members.clone()).unwrap_or_default();
    members.iter().map(|line| harvest.points.text(at.session(), *line).to_owned()).collect()
}

/// How many lines say the same as the long one.
fn twins(at: &Facilitator) -> usize {
    let harvest = read(at);
    let long = (0..harvest.points.all.len()).find(|line| harvest.points.text(at.session(), *line) == LONG);
    harvest.twins.of(long.expect("it was said")).len()
}

#[test]
fn the_line_of_the_other_table_stands_beside_the_one_that_is_chosen_with_the_words_they_share() {
    let mut at = harvesting(80, 24, Lang::Nl);
    assert_eq!(read(&at).points.all.len(), 8, "{}", at.sees());
    assert!(at.finds("Lijkt op T2?  Korte lijnen met de corporatie"), "{}", at.sees());
    assert!(at.finds("= ja   - nee"), "with the keys\n{}", at.sees());
    assert!(at.finds("“Korte”") && at.finds("“lijnen”") && at.finds("“corporatie”"), "and why\n{}", at.sees());
    assert_eq!(twins(&at), 0, "looking alters nothing");
    at.presses("Down");
    assert!(!at.finds("Lijkt op T"), "what stands alone is left alone\n{}", at.sees());
    at.presses("t");
    assert!(at.finds("Lijkt op T1?  Korte lijnen tussen wijkteam"), "the next pair\n{}", at.sees());
}

#[test]
fn what_was_called_the_same_stands_together_and_goes_under_a_theme_together() {
    let mut at = harvesting(110, 32, Lang::Nl);
    at.presses("=");
    assert!(at.finds("2 punten zeggen hetzelfde") && !at.finds("Lijkt op T"), "{}", at.sees());
    let seen = at.sees();
    let row =
        |words: &str| seen.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}\n{seen}"));
    assert_eq!(row("  + Korte lijnen met de corporatie"), row("  + Korte lijnen tussen") + 1, "together\n{seen}");
    assert!(seen.lines().nth(row("  + Korte lijnen tussen")).is_some_and(|line| line.contains("= T2")), "{seen}");
    at.presses("n").types("Samenwerken").presses("Enter 1");
    assert_eq!(under(&at), [LONG, SHORT], "{}", at.sees());
    assert!(at.finds("met 1 die hetzelfde zegt"), "it is told\n{}", at.sees());
    at.presses("Ctrl+Z");
    assert!(under(&at).is_empty(), "one change");
    at.presses("Ctrl+Y Home Enter Down u");
    assert!(under(&at).is_empty() && at.finds("Uit Samenwerken, met 1 die hetzelfde zegt"), "{}", at.sees());
    assert_eq!(twins(&at), 1);
}

#[test]
fn when_one_of_two_stands_under_a_theme_the_other_goes_there_with_the_same_key_and_the_same_undo() {
    let mut at = harvesting(110, 32, Lang::Nl);
    at.presses("n").types("Samenwerken").presses("Enter 1");
    assert_eq!(under(&at), [LONG]);
    at.presses("t");
    assert!(at.finds("Lijkt op T1"), "{}", at.sees());
    at.presses("=");
    assert_eq!((under(&at), twins(&at)), (vec![LONG.to_owned(), SHORT.to_owned()], 1), "{}", at.sees());
    assert!(at.finds("1 punt ook naar Samenwerken"), "{}", at.sees());
    at.presses("Ctrl+Z");
    assert_eq!((under(&at), twins(&at)), (vec![LONG.to_owned()], 0));
}

#[test]
fn what_was_called_different_does_not_come_back_also_after_a_restart_until_undo() {
    let mut at = harvesting(110, 32, Lang::Nl);
    at.presses("-");
    assert!(at.finds("Zegt iets anders.") && !at.finds("Lijkt op T"), "{}", at.sees());
    let mut again = at.pulls_the_plug();
    again.presses("F4 Right t");
    assert!(again.finds("Verder is er geen tweetal dat op elkaar lijkt."), "{}", again.sees());
    again.presses("- =");
    assert!(again.finds("Bij dit punt is er niets"), "{}", again.sees());
    again.presses("Ctrl+Z t");
    assert!(
        again.finds("Lijkt op T") && !again.finds("geen tweetal"),
        "what was said before is gone\n{}",
        again.sees()
    );
}

#[test]
fn what_the_program_does_not_see_is_called_the_same_by_marking_it_and_taken_loose_again() {
    let mut at = harvesting(110, 32, Lang::Nl);
    at.presses("Space End =");
    assert!(at.finds("2 punten zeggen hetzelfde"), "one that is marked, and the one that is chosen\n{}", at.sees());
    assert_eq!(twins(&at), 1);
    at.presses("Home");
    at.presses("Right l");
    assert!(at.finds("Zegt toch iets anders dan") && at.finds("= T2  jongeren willen meepraten"), "{}", at.sees());
    at.presses("Enter");
    assert_eq!(twins(&at), 0, "{}", at.sees());
}

#[test]
fn the_tables_side_by_side_show_it_too() {
    let mut at = harvesting(110, 32, Lang::Nl);
    at.presses("Tab");
    assert!(at.finds("Lijkt op T2"), "{}", at.sees());
    at.presses("= v");
    assert!(at.finds("= T2") && at.finds("= T1"), "{}", at.sees());
    at.presses("Ctrl+Z End t");
    assert!(at.finds("Lijkt op T"), "{}", at.sees());
}

#[test]
fn where_there_is_room_the_lines_and_the_words_stand_in_full_and_in_english_too() {
    let mut at = harvesting(200, 60, Lang::En);
    assert!(at.finds("May say the same   proposal, you decide"), "{}", at.sees());
    assert!(at.finds("T2   Korte lijnen met de corporatie"), "{}", at.sees());
    assert!(at.finds("= the same   - different   t next"), "{}", at.sees());
    at.presses("=");
    assert!(at.finds("= T2  Korte lijnen met de corporatie"), "{}", at.sees());
}

#[test]
fn a_proposal_for_a_theme_has_its_place_beside_it() {
    let mut at = harvesting(80, 24, Lang::Nl);
    at.presses("n").types("Vervoer en de bus").presses("Enter n").types("Korte lijnen").presses("Enter");
    at.presses("Right");
    assert!(at.finds("Lijkt op T2?  Korte lijnen met de corporatie"), "{}", at.sees());
    let proposed = at.finds("Voorstel: Korte lijnen?");
    at.presses("=").presses("2");
    assert_eq!(read(&at).themes.all[1].members.len(), 2, "{}", at.sees());
    assert!(proposed, "both are told");
}

#[test]
fn what_is_refused_for_a_line_is_refused_for_what_says_the_same() {
    let mut at = harvesting(110, 32, Lang::Nl);
    at.presses("= n").types("Vervoer en de bus").presses("Enter n").types("Korte lijnen").presses("Enter Right");
    assert!(at.finds("Voorstel: Korte lijnen?"), "{}", at.sees());
    at.presses("w");
    assert!(at.finds("Niet in Korte lijnen, met 1 die hetzelfde zegt"), "{}", at.sees());
    at.presses("a");
    assert!(!at.finds("Voorstel: Korte lijnen?"), "for neither of them\n{}", at.sees());
    at.presses("Ctrl+Z Home a");
    assert!(at.finds("Voorstel: Korte lijnen?"), "one change\n{}", at.sees());
}

#[test]
fn the_next_pair_may_be_far_away_and_any_key_ends_the_search_for_it() {
    let mut at = Facilitator::at(80, 24, Lang::Nl).sits("Hoe dan?");
    at.presses("Ctrl+Right");
    // forty lines without a word in common with any other
    for (front, back) in
        "bdfgjklmnprstvwxz".chars().zip("zxwvtsrpnmlkjgfdb".chars()).cycle().zip(0..40).map(|(it, _)| it)
    {
        let nth = at.said(1).len();
        let vowel = ["a", "e", "i", "o", "u"][nth % 5];
        at.says(&format!("+ {front}{vowel}{back}{vowel}{front}{} {back}{vowel}{front}{vowel}{nth}", nth / 5));
    }
    at.says(&format!("+ {LONG}")).presses("Ctrl+T").types("erbij").presses("Enter Ctrl+Right");
    at.says(&format!("+ {SHORT}")).presses("F4 Right");
    assert_eq!(read(&at).points.all.len(), 42);
    assert!(!at.finds("Lijkt op T"), "the first stands alone\n{}", at.sees());
    // it is looked for in pieces, and that is told
    at.strikes("t");
    assert!(at.idles() && at.finds("Zoekt verder …"), "{}", at.sees());
    // who does not want to wait goes on, and is not taken elsewhere later
    at.strikes("Down");
    let chosen = at.sees();
    while at.idles() {}
    assert_eq!(at.sees(), chosen);
    let mut pieces = 0;
    at.strikes("t");
    while at.idles() {
        pieces += 1;
    }
    assert!(at.finds("Lijkt op T2?  Korte lijnen met de corporatie"), "{}", at.sees());
    assert!(pieces > 5, "it took {pieces}");
}

#[test]
fn every_size_down_to_the_least_can_be_asked() {
    for (width, height) in [(40, 12), (60, 18), (80, 24), (110, 32), (150, 40), (200, 60)] {
        let mut at = harvesting(width, height, Lang::Nl);
        at.presses("= Ctrl+Z - Ctrl+Z t =");
        assert_eq!(twins(&at), 1, "{width} by {height}\n{}", at.sees());
    }
}
