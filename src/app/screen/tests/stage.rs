//! What a hall reads from the back: the words one after the other, a table's own card, and when the break is over.

use super::*;

#[test]
fn the_words_of_the_harvest_follow_the_numbers_one_after_the_other_and_large() {
    let mut wall = Wall::new();
    wall.begins("een").says(1, "plus", "succes", "Een vaste dag", |_| {});
    wall.says(2, "plus", "gevaar", "Regels", |_| {}).shows("harvest");
    assert!(wall.sees(80, 24).contains("+ succesfactoren"), "the numbers first");
    wall.waits(10);
    insta::assert_snapshot!(wall.sees(80, 24), @"


    Succesfactoren                                                 ronde 1 van 2



                                  + succesfactoren

                    ▜▛▀▌                    ▟        ▜▌
                    ▐▙▌ ▟▀▙▐▛▜▖ ▐▌▐▌▝▀▙ ▟▀▀▝█▀▗▛▜▖  ▄▟▌ ▀▜▖▗▛▚▛
                    ▐▌▘▖█▀▀▐▌▐▌ ▝▙▟▘▟▀█ ▝▀▙ █▗▐▛▀▘ ▐▌▐▌▗▛▜▌▝▙▟▌
                    ▀▀▀▘▝▀▘▝▘▝▘  ▝▘ ▝▀▝▘▀▀▘ ▝▘ ▀▀   ▀▘▀ ▀▘▀▗▄▟▘

                                   ! bedreigingen

                               ▜▛▜▖           ▜▌
                               ▐▙▟▘▟▀▙▗▛▚▛▗▛▜▖▐▌▗▛▀▘
                               ▐▌▜▖█▀▀▝▙▟▌▐▛▀▘▐▌ ▀▜▖
                               ▀▘▝▘▝▀▘▗▄▟▘ ▀▀ ▀▀▝▀▀
    ");
    wall.waits(10);
    assert!(wall.sees(80, 24).contains("██████"), "and the numbers again");
}

#[test]
fn two_hundred_entries_are_shown_one_after_the_other_and_only_the_newest() {
    let mut wall = Wall::new();
    wall.begins("een");
    for nth in 0..200 {
        wall.says(1, "plus", "succes", &format!("漢 {nth}"), |_| {});
    }
    wall.shows("harvest");
    let screens: Vec<String> = (0..31).map(|_| wall.waits(10).sees(40, 12)).collect();
    let tight: Vec<String> = screens.iter().map(|screen| screen.split_whitespace().collect()).collect();
    let shown: Vec<usize> =
        (100..200).filter(|nth| tight.iter().any(|screen| screen.contains(&format!("漢{nth}")))).collect();
    assert!(shown.len() > 10 && shown.iter().all(|nth| *nth >= 170), "the newest of many: {shown:?}\n{screens:?}");
}

#[test]
fn a_tables_card_says_its_key_insights_and_what_the_table_says_of_them_and_never_who() {
    let mut wall = Wall::new();
    wall.begins("een").says(1, "plus", "succes", "Gewoon", |_| {});
    wall.says(1, "plus", "succes", "Kern", |entry| {
        entry.flags.insert(Flag::Key);
        entry.by = Some(Voice::Party("welzijn".into()));
    });
    wall.says(1, "plus", "gevaar", "Zaalhuur", |entry| {
        entry.flags.insert(Flag::Confidential);
    });
    wall.says(1, "stil", "geheim", "VERBORGEN", |_| {}).shows("card:1");
    wall.fact(1, FactKey::ReadBack("een".into()), Value::Choice("right".into()));
    let card = wall.sees(80, 24);
    insta::assert_snapshot!(card, @"


    Succesfactoren                                                 ronde 1 van 2

                                   T a f e l   1





                                  + succesfactoren

                                  ▜▌▐▌
                                  ▐▙▛ ▟▀▙▝▙▛▙▐▛▜▖
                                  ▐▌▜▖█▀▀ █ ▀▐▌▐▌
                                  ▀▘▝▘▝▀▘▝▀▘ ▝▘▝▘







                      k l o p t ,   z e g t   d e   t a f e l
    ");
    assert!(!card.contains("Welzijn") && !card.contains("bedreigingen") && !card.contains("zorgen"), "{card}");
    wall.fact(1, FactKey::ReadBack("een".into()), Value::Choice("disagrees".into()));
    assert!(tight(&mut wall).contains("detafelishethiernietmeeeens"), "{}", wall.sees(80, 24));
}

/// What stands on a wall without the air between its letters.
fn tight(wall: &mut Wall) -> String {
    wall.sees(80, 24).split_whitespace().collect()
}

#[test]
fn a_break_moves_on_while_its_clock_stands_still_and_says_when_it_is_over() {
    let mut wall = Wall::new();
    wall.begins("een");
    wall.fact(0, FactKey::Break("p".into()), Value::Text("Koffie".into()));
    wall.fact(0, FactKey::Minutes("p".into()), Value::Number(15.0)).begins("p");
    let before = wall.sees(80, 24);
    let now = Value::Number(wall.screen.now.millis as f64);
    wall.fact(0, FactKey::PausedSince("p".into()), now).waits(5 * 60);
    let paused = wall.sees(80, 24);
    assert!(tight(&mut wall).contains("deklokstaatstil") && paused != before, "{paused}");
    wall.fact(0, FactKey::PausedSince("p".into()), Value::Number(0.0));
    wall.hears(0, |session| vec![session.room.records.touch_fact(FactKey::PausedSince("p".into()), None)]);
    wall.waits(11 * 60);
    assert!(tight(&mut wall).contains("komterug"), "{}", wall.sees(80, 24));
    wall.fact(0, FactKey::Extra("p".into()), Value::Number(10.0));
    assert!(tight(&mut wall).contains("wegaanverderom"), "{}", wall.sees(80, 24));
}

#[test]
fn a_round_that_was_planned_anew_has_its_new_minutes_on_the_wall() {
    let mut wall = Wall::new();
    wall.begins("twee").shows("clock");
    let before = wall.sees(40, 12);
    wall.fact(0, FactKey::Minutes("twee".into()), Value::Number(4.0)).waits(60);
    let after = wall.sees(40, 12);
    assert_ne!(before, after);
    wall.waits(4 * 60);
    assert!(wall.sees(40, 12).contains("de tijd is om"), "{}", wall.sees(40, 12));
}

#[test]
fn when_all_is_done_the_wall_shows_the_welcome_again() {
    let mut wall = Wall::new();
    wall.begins("een").begins("twee");
    assert_eq!(Shows::now(&wall.screen.session, &wall.screen.clock), Shows::Question);
    wall.fact(0, FactKey::Done("twee".into()), Value::Yes(true));
    assert_eq!(Shows::now(&wall.screen.session, &wall.screen.clock), Shows::Welcome);
}
