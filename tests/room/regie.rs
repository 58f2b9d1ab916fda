//! The facilitator leads the room: the running order, the clock, the tables at a glance, and what to do when it is late.

use crate::facilitator::Facilitator;
use aantafel::{
    record::{FactKey, Value},
    session::Programme,
};

/// At the facilitator's door of a session in which nothing began.
fn leading() -> Facilitator {
    let mut at = Facilitator::new().sits("Hoe dan?");
    at.presses("F2");
    at
}

/// How many minutes every block that is not left out takes as it stands.
fn minutes(at: &Facilitator) -> Vec<i64> {
    let order = Programme::read(at.session());
    order.blocks.iter().filter(|block| !block.dropped).map(|block| block.minutes).collect()
}

#[test]
fn space_starts_the_day_and_the_order_says_when_everything_comes() {
    let mut at = leading();
    assert!(at.finds("nog niet begonnen") && at.finds("Spatie start de eerste ronde"), "{}", at.sees());
    at.presses("Space");
    assert!(at.finds("● 14:00 Het thema") && at.finds("○ 14:07 Helpt en"), "{}", at.sees());
    assert!(at.finds("klaar rond 15:00") && at.finds("afgesproken 15:00"), "{}", at.sees());
    at.presses("F3");
    assert!(at.finds("Tafel 1   "), "back at the table\n{}", at.sees());
    at.says("een punt");
    assert_eq!(at.said(1), ["een punt"], "and the line takes words as ever");
}

#[test]
fn the_clock_stands_still_runs_on_and_survives_a_kill() {
    let mut at = leading();
    at.presses("Space").waits(60);
    at.presses("Space").waits(600);
    assert!(at.finds("de klok staat stil"), "{}", at.sees());
    at.presses("Space Ctrl+Right").waits(90);
    let mut again = at.pulls_the_plug();
    again.presses("F2");
    assert!(again.finds("● 14:11 Helpt en"), "the same round\n{}", again.sees());
    assert!(again.finds("nog 01:2"), "and the right time left\n{}", again.sees());
    assert!(
        again.finds("✓ 14:00 Het thema") && again.finds(" 1/7’"),
        "what it took beside what was planned\n{}",
        again.sees()
    );
    again.presses("Ctrl+Z");
    assert!(again.finds("● 14:00 Het thema"), "taken back after the restart\n{}", again.sees());
}

#[test]
fn late_it_proposes_enter_takes_it_over_and_undo_gives_it_back() {
    let mut at = leading();
    at.presses("Space").waits(11 * 60);
    let before = minutes(&at);
    assert!(at.finds("De tijd is om.") && at.finds("Het loopt uit. Voorstel:"), "{}", at.sees());
    at.presses("Enter");
    let given = minutes(&at);
    assert!(given.iter().sum::<i64>() < before.iter().sum() && !at.finds("Voorstel"), "{}", at.sees());
    assert!(at.finds("klaar rond 14:59"), "{}", at.sees());
    at.presses("Ctrl+Z");
    assert_eq!(minutes(&at), before);
    at.presses("Ctrl+Y");
    assert_eq!(minutes(&at), given);
    at.waits(60 * 60);
    assert!(at.finds("Op tijd eindigen lukt niet meer"), "{}", at.sees());
}

#[test]
fn the_order_is_edited_on_the_spot_and_nothing_that_was_said_is_lost() {
    let mut at = Facilitator::seated("Hoe dan?");
    at.says("een punt").presses("F2");
    let before = minutes(&at);
    at.presses("Down p");
    assert!(at.finds("Pauze"), "{}", at.sees());
    at.presses("+ +");
    assert_eq!(minutes(&at)[1], before[1] + 2, "a key is about what is chosen");
    at.presses("x");
    assert!(at.finds("vervalt"), "{}", at.sees());
    at.presses("x Alt+Down Esc");
    assert_eq!(Programme::read(at.session()).blocks[1].title, "Pauze", "the break comes first now");
    at.presses("Ctrl+Right");
    at.waits(60);
    assert!(at.finds("We gaan verder om 14:10."), "{}", at.sees());
    at.presses("Ctrl+Left");
    assert!(at.finds("● 14:01 Het thema"), "{}", at.sees());
    assert_eq!(at.said(1), ["een punt"]);
}

#[test]
fn another_laptop_is_followed_its_hand_is_seen_and_it_hears_of_the_next_round() {
    let mut at = leading();
    at.presses("Space");
    let mut table = at.beside("laptop-2");
    table.says("van laptop twee");
    at.waits(1);
    assert!(at.finds("van laptop twee"), "within a second\n{}", at.sees());
    table.presses("Alt+h");
    at.waits(1);
    assert!(at.finds("hand omhoog") && at.finds("Eén tafel vraagt om hulp."), "{}", at.sees());
    table.presses("Alt+h Alt+d");
    at.waits(1);
    assert!(!at.finds("hand omhoog") && at.finds("klaar  laptop-2"), "{}", at.sees());
    at.presses("Ctrl+Right");
    table.waits(1);
    assert_eq!(Programme::read(table.session()).running(), Some(1));
    at.waits(5 * 60);
    assert!(at.finds("stil"), "a table that says nothing for long\n{}", at.sees());
}

#[test]
fn one_table_gets_five_minutes_more_and_the_room_does_not() {
    let mut at = leading();
    at.presses("Space");
    let before = minutes(&at);
    at.presses("Ctrl+Right m Enter");
    assert_eq!(minutes(&at), before);
    let clock = aantafel::session::Clock::at_table(at.session(), aantafel::record::TableId(1));
    let round = &at.session().head.workshop.rounds[1];
    let length = clock.at(1, round, 0).map(|running| running.length);
    assert_eq!(length, Some(i64::from(round.minutes() + 5) * 60));
}

#[test]
fn a_second_window_looks_on_and_says_who_leads() {
    let mut at = leading();
    at.presses("Space");
    let mut other = at.beside("laptop-1");
    other.presses("F2");
    assert!(other.finds("Een ander venster (laptop-1) leidt"), "{}", other.sees());
    other.presses("Ctrl+Right");
    assert_eq!(Programme::read(other.session()).running(), Some(0), "it leads nothing");
}

#[test]
fn every_size_down_to_the_least_shows_what_matters() {
    for (width, height) in [(40, 12), (80, 24), (110, 32), (200, 60)] {
        let mut at = leading();
        at.presses("Space").waits(12 * 60).resizes(width, height);
        assert!(at.finds("Voorstel") && at.finds("1  Het thema"), "{width} by {height}\n{}", at.sees());
    }
}

#[test]
fn the_facilitator_chooses_what_the_screen_in_the_hall_shows_and_undo_gives_back_what_it_showed() {
    let mut at = leading();
    at.presses("Space s");
    assert!(at.finds("Wat staat er op het scherm") && at.finds("De kaart van Tafel 1"), "{}", at.sees());
    at.types("oogst").presses("Enter");
    let shows = |at: &Facilitator| at.session().room.records.fact(&FactKey::Screen).cloned();
    assert_eq!(shows(&at), Some(Value::Text("harvest".into())));
    at.presses("s").types("kaart").presses("Enter");
    assert_eq!(shows(&at), Some(Value::Text("card:1".into())));
    at.presses("Ctrl+Z");
    assert_eq!(shows(&at), Some(Value::Text("harvest".into())));
    at.presses("s Enter");
    assert_eq!(shows(&at), None, "by itself again");
}
