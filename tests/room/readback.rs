//! At the end of a round the table hears its own words and says whether they are right; breaks, paper and what is forgotten.

use crate::facilitator::Facilitator;
use aantafel::{
    record::{FactKey, TableId, Value},
    session::{Answer, Programme},
};

/// What table 1 said of its card in the round that is shown.
fn answered(at: &Facilitator) -> Option<Answer> {
    let round = &at.session().head.workshop.rounds[1];
    Answer::of(&at.session().tables[0], round).map(|(answer, _)| answer)
}

/// At table 1 in a round with categories, with words in three of them.
fn talked() -> Facilitator {
    let mut at = Facilitator::seated("Hoe dan?");
    at.presses("Ctrl+Right");
    at.says("+gewoon").says("+dit is de kern").presses("Ctrl+S");
    at.says("!de huur stijgt").says("!nog iets");
    at
}

#[test]
fn one_key_reads_the_key_insights_aloud_and_one_key_says_that_it_is_right() {
    let mut at = talked();
    at.presses("Alt+r");
    let card = at.sees();
    assert!(card.contains("Lees voor aan Tafel 1"), "{card}");
    let card: String = card.lines().filter(|row| row.contains('│')).collect();
    assert!(at.finds("· dit is de kern") && at.finds("· de huur stijgt"), "{}", at.sees());
    assert!(!card.contains("· gewoon") && !card.contains("· nog iets"), "{}", at.sees());
    assert!(at.finds("1 klopt") && at.finds("2 aanvulling") && at.finds("3 oneens"), "{}", at.sees());
    at.presses("1");
    assert_eq!(answered(&at), Some(Answer::Right));
    assert!(at.finds("Klopt: het staat erbij") && !at.finds("Lees voor"), "{}", at.sees());
    at.presses("Alt+r");
    assert!(at.finds("klopt ✓"), "what was said before\n{}", at.sees());
    at.presses("Esc Ctrl+Z");
    assert_eq!(answered(&at), None, "undo takes it back");
}

#[test]
fn what_the_table_adds_is_typed_on_the_line_and_survives_a_kill() {
    let mut at = talked();
    at.types("half").presses("Alt+r").presses("2");
    assert!(at.finds("Typ de aanvulling") && at.finds("half"), "the line is as it was\n{}", at.sees());
    at.types(" en heel").presses("Enter");
    let mut again = at.pulls_the_plug();
    assert_eq!(answered(&again), Some(Answer::Addition));
    assert_eq!(again.said(1).last().map(String::as_str), Some("half en heel"));
    again.presses("Alt+r").presses("o");
    assert_eq!(answered(&again), Some(Answer::Disagrees));
    assert!(again.drawer("tables/tafel-1.ron").contains("Choice(\"disagrees\")"));
}

#[test]
fn a_round_without_words_has_no_card_and_says_so() {
    let mut at = Facilitator::seated("Hoe dan?");
    at.presses("Ctrl+Right Alt+r");
    assert!(at.finds("nog niets om voor te lezen"), "{}", at.sees());
    at.says("typen gaat door");
    assert_eq!(at.said(1), ["typen gaat door"]);
}

#[test]
fn regie_sees_what_every_table_said_of_its_card() {
    let mut at = talked();
    at.presses("Alt+r 1 F2");
    assert!(at.finds("klopt"), "{}", at.sees());
    let mut table = at.beside("laptop-2");
    table.presses("Alt+r 3");
    at.waits(1);
    assert!(at.finds("oneens"), "of the other laptop, within a second\n{}", at.sees());
    assert!(at.finds("laptop-2"), "and which laptop wrote there last\n{}", at.sees());
}

#[test]
fn a_table_on_paper_is_never_quiet() {
    let mut at = talked();
    at.presses("F2").waits(6 * 60);
    assert!(at.finds("Tafel 1   stil"), "{}", at.sees());
    at.presses("o Enter");
    assert!(at.finds("Tafel 1   op papier"), "{}", at.sees());
    assert_eq!(at.session().room.records.fact(&FactKey::Paper(TableId(1))), Some(&Value::Yes(true)));
    at.presses("o");
    assert!(at.finds("op papier"), "the list says it too\n{}", at.sees());
    at.presses("Enter");
    assert!(!at.finds("op papier"), "and takes it back\n{}", at.sees());
}

#[test]
fn during_a_break_the_table_sees_when_it_goes_on() {
    let mut at = Facilitator::seated("Hoe dan?");
    at.presses("F2 Space p Ctrl+Right F3").waits(60);
    assert!(at.finds("Pauze tot 14:10") && at.finds("09:00"), "{}", at.sees());
    assert!(!at.finds("● 1"), "no round runs in the rail\n{}", at.sees());
    at.presses("F2 Space").waits(120);
    at.presses("F3");
    assert!(at.finds("Pauze") && at.finds("stil"), "its clock stands still\n{}", at.sees());
    at.presses("F2 Ctrl+Right F3");
    assert!(!at.finds("Pauze tot"), "{}", at.sees());
}

#[test]
fn a_break_of_the_workshop_is_one_too_and_no_table_is_quiet_in_it() {
    let mut at = Facilitator::new().sits("Living lab");
    at.says("een naam").presses("F2 Down Down Down Space").waits(6 * 60);
    assert!(at.finds("We gaan verder om 14:15.") && !at.finds("stil "), "{}", at.sees());
    at.presses("F3");
    assert!(at.finds("Pauze tot 14:15"), "{}", at.sees());
}

#[test]
fn who_forgets_to_go_on_sees_it_in_a_bar_until_it_is_done_also_after_a_shut_lid() {
    let mut at = Facilitator::seated("Hoe dan?");
    at.presses("F2 Space").waits(7 * 60 + 10);
    let bar = |at: &mut Facilitator| at.sees().lines().nth(2).is_some_and(|row| row.starts_with(" ! "));
    assert!(!bar(&mut at) && at.finds("De tijd is om"), "said calmly at first\n{}", at.sees());
    at.clock_leaps(90 * 60);
    assert!(bar(&mut at), "{}", at.sees());
    let mut again = at.pulls_the_plug();
    again.presses("F2");
    assert!(bar(&mut again), "{}", again.sees());
    again.presses("Ctrl+Right");
    assert!(!bar(&mut again), "{}", again.sees());
}

#[test]
fn a_clock_that_is_put_back_leaves_the_break_and_the_agreed_end_where_they_are() {
    let mut at = Facilitator::seated("Hoe dan?");
    at.presses("F2 Space p Ctrl+Right").waits(4 * 60);
    let order = |at: &Facilitator| Programme::read(at.session());
    let left = |at: &Facilitator, now: i64| order(at).recess(now).map(|recess| recess.running.left);
    let now = crate::facilitator::START.millis;
    let (before, ends) = (order(&at).blocks[1].began, order(&at).ends);
    at.clock_leaps(-3600);
    let hour = 3_600_000;
    assert_eq!(order(&at).blocks[1].began, before.map(|at| at - hour), "{}", at.sees());
    assert_eq!(order(&at).ends, ends.map(|at| at - hour));
    assert_eq!(left(&at, now - hour + 4 * 60_000 + 1000).map(|left| left / 60), Some(6), "{}", at.sees());
}

#[test]
fn an_answer_is_of_its_own_round_only() {
    let mut at = talked();
    at.presses("Alt+r 1 Ctrl+Left").says("een naam").presses("Alt+r");
    assert!(at.finds("Lees voor aan Tafel 1") && !at.finds("klopt ✓"), "{}", at.sees());
}
