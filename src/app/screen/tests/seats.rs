//! Who sits where, as the hall sees it.

use super::*;
use crate::{
    record::PartyId,
    session::seating::{Asked, Kept, mix_with, rounds},
};

/// A wall of a day on which so many people of each party are mixed over two tables.
fn mixed(people: &[usize]) -> Wall {
    let mut wall = Wall::new();
    let people = people.to_vec();
    wall.hears(0, |session| {
        let held = rounds(session);
        let asked = Asked { people, tables: 2, rounds: held.len(), ..Asked::default() };
        let parties: Vec<PartyId> = session.head.parties.0.iter().map(|party| party.id.clone()).collect();
        let search = crate::session::seating::Search { looks: 1000, ..Default::default() };
        Kept::new(parties, held, mix_with(&asked, search)).touches(&session.room.records)
    });
    wall
}

#[test]
fn who_sits_where_stands_in_large_letters_by_party_and_number() {
    let mut wall = mixed(&[4, 3]);
    wall.shows("seats");
    insta::assert_snapshot!(wall.sees(80, 24), @"


    Wie zit waar: Succesfactoren                                   ronde 1 van 2

      ██     █ ▐▌   ▝█     ▀   ▀     ▗▛▜▖    ▗█▌
    ████     █▗▐▌▟▀▙ █ ▛▜▛▝█   █▐▛▜▖  ▗▟▘   ▗▛▐▌
      ██     █▛█▌█▀▀ █ ▗▛▗ █ ▄ █▐▌▐▌ ▗▖▐▌▗▖ ▝▀▜▛
      ██     ▀ ▝▘▝▀▘▝▀▘▀▀▀▝▀▘▜▄▛▝▘▝▘  ▀▀ ▟▘   ▀▀
    ██████   ▗▛▜▖                  ▗▌      ▗█     ▟▀▙
             █   ▟▀▙▐▙▟▙▗▛▜▖▟▀▙▐▛▜▖▜▛▘▟▀▙   █      ▄▛
             ▜▖▜▌█▀▀▐▛▛█▐▛▀▘█▀▀▐▌▐▌▐▌▖█▀▀   █  ▄  ▄ █
              ▀▀▘▝▀▘▝▘ ▀ ▀▀ ▝▀▘▝▘▝▘ ▀ ▝▀▘  ▀▀▀▗▛  ▝▀▘


    ██████   █ ▐▌   ▝█     ▀   ▀      ▟▌    ▗▛▜▖
        ██   █▗▐▌▟▀▙ █ ▛▜▛▝█   █▐▛▜▖  ▐▌     ▗▟▘
    ██████   █▛█▌█▀▀ █ ▗▛▗ █ ▄ █▐▌▐▌  ▐▌ ▗▖ ▗▛▗▖
    ██       ▀ ▝▘▝▀▘▝▀▘▀▀▀▝▀▘▜▄▛▝▘▝▘ ▝▀▀▘▟▘ ▝▀▀▘
    ██████   ▗▛▜▖                  ▗▌      ▟▀▙
             █   ▟▀▙▐▙▟▙▗▛▜▖▟▀▙▐▛▜▖▜▛▘▟▀▙   ▄▛
             ▜▖▜▌█▀▀▐▛▛█▐▛▀▘█▀▀▐▌▐▌▐▌▖█▀▀  ▟▘▄
              ▀▀▘▝▀▘▝▘ ▀ ▀▀ ▝▀▘▝▘▝▘ ▀ ▝▀▘  ▀▀▀
    ");
    insta::assert_snapshot!(wall.sees(40, 12), @"

    Wie zit waar: Succesf…   ronde 1 van 2
    ▄█    Welzijn 3, 4
     █    Gemeente 1, 3
    ▀▀▀


    ▀▀█   Welzijn 1, 2
    █▀▀   Gemeente 2
    ▀▀▀
    ");
}

#[test]
fn it_gives_way_when_the_round_begins_and_is_nothing_where_nobody_was_mixed() {
    let mut wall = mixed(&[4, 3]);
    let seats = wall.shows("seats:een").sees(80, 24);
    assert!(seats.contains("Wie zit waar: Succesfactoren"), "{seats}");
    let question = wall.begins("een").sees(80, 24);
    assert!(!question.contains("Wie zit waar") && question.contains("alleen bedenken"), "{question}");
    let next = wall.shows("seats:twee").sees(80, 24);
    assert!(next.contains("Wie zit waar: Kiezen") && next.contains("ronde 2 van 2"), "{next}");
    let nobody = Wall::new().shows("seats").sees(80, 24);
    assert!(nobody.contains("we beginnen zo"), "{nobody}");
}

#[test]
fn very_many_people_at_two_tables_are_cut_where_they_end_and_nothing_fails() {
    for (wide, high) in [(40, 12), (80, 24), (200, 60)] {
        let all = mixed(&[90, 90]).shows("seats").sees(wide, high);
        assert!(all.contains("Wie zit waar"), "{all}");
    }
}
