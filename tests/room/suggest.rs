//! At the harvest a theme is proposed for a line, with the words that speak for it; the organiser decides.

use crate::facilitator::Facilitator;
use aantafel::{
    harvest::Harvest,
    words::{Lang, Words},
};

/// At the harvest of a table that said these things, with two lines under each of two themes.
fn harvesting() -> Facilitator {
    let mut at = Facilitator::at(110, 32, Lang::Nl).sits("Hoe dan?");
    at.presses("Ctrl+Right");
    let lines = ["de bus rijdt niet meer", "belbus terug", "elk kwartaal samen eten", "samen eten werkt"];
    for line in lines.iter().chain(&["geen idee", "bushalte bij de kerk"]) {
        at.says(&format!("+ {line}"));
    }
    at.presses("F4 n").types("Vervoer").presses("Enter n").types("Elkaar ontmoeten aan tafel").presses("Enter");
    at.presses("1 1 2 2");
    at
}

/// What stands under the theme about transport, and under none.
fn under(at: &Facilitator) -> (Vec<String>, usize) {
    let mut harvest = Harvest::default();
    harvest.follow(at.session(), &Words::new(Lang::Nl));
    let theme = harvest.themes.all.iter().find(|theme| theme.name == "Vervoer").expect("the theme");
    let text = |line: &usize| harvest.points.text(at.session(), *line).to_owned();
    (theme.members.iter().map(text).collect(), harvest.themes.unused.len())
}

#[test]
fn a_theme_is_proposed_with_its_words_and_only_a_key_puts_the_line_there() {
    let mut at = harvesting();
    assert_eq!(under(&at).1, 2, "{}", at.sees());
    at.presses("a");
    assert!(at.finds("Voorstel: Vervoer?") && at.finds("“bushalte” lijkt op “bus” in T1"), "{}", at.sees());
    assert_eq!(under(&at).1, 2, "looking alters nothing");
    at.presses("j");
    assert_eq!(under(&at).0, ["de bus rijdt niet meer", "belbus terug", "bushalte bij de kerk"], "{}", at.sees());
    at.presses("Ctrl+Z");
    assert_eq!(under(&at).0.len(), 2, "one undo takes it back");
}

#[test]
fn what_is_refused_is_not_proposed_again_also_after_a_restart_until_undo() {
    let mut at = harvesting();
    at.presses("a w");
    assert!(at.finds("Niet in Vervoer."), "{}", at.sees());
    assert!(!at.finds("Voorstel: Vervoer?"), "{}", at.sees());
    assert_eq!(under(&at).1, 2, "it stands where it stood");
    let mut again = at.pulls_the_plug();
    again.presses("F4 a");
    assert!(again.finds("Verder is er geen voorstel."), "{}", again.sees());
    again.presses("Ctrl+Z a");
    assert!(!again.finds("Teruggenomen"), "what was said before is not about this line\n{}", again.sees());
    assert!(again.finds("Voorstel: Vervoer? “bushalte” lijkt op “bus” in T1"), "{}", again.sees());
}

#[test]
fn a_line_without_a_proposal_says_so() {
    let mut at = harvesting();
    at.presses("Right");
    assert!(!at.finds("Voorstel:"), "{}", at.sees());
    at.presses("j");
    assert!(at.finds("Voor dit punt is er geen voorstel."), "{}", at.sees());
    assert_eq!(under(&at).1, 2);
}
