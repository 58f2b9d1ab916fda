//! What is promised of a seating: everybody has a chair, who stays stays, and mixing never makes it worse.

use super::*;
use proptest::prelude::*;

fn forty() -> Asked {
    Asked { people: vec![7, 7, 7, 7, 6, 6], tables: 5, rounds: 4, seed: 1, ..Asked::default() }
}

/// A search that is short enough to be made hundreds of times.
const SHORT: Search = Search { looks: 30_000, starts: 1, hot: 1.5 };

fn everybody_sits_once(seating: &Seating) {
    for round in 0..seating.rounds() {
        let mut here: Vec<usize> = (0..seating.tables()).flat_map(|table| seating.at(round, table)).collect();
        here.sort_unstable();
        assert_eq!(here, (0..seating.chairs().len()).collect::<Vec<_>>(), "round {round}");
    }
}

fn as_even_as_can_be(seating: &Seating) {
    for round in 0..seating.rounds() {
        let sizes = seating.sizes(round);
        let (least, most) = (sizes.iter().min(), sizes.iter().max());
        assert!(most.zip(least).is_none_or(|(most, least)| most - least <= 1), "round {round}: {sizes:?}");
    }
}

prop_compose! {
    fn any_asked()(
        people in prop::collection::vec(0usize..9, 0..7),
        tables in 0usize..9,
        rounds in 0usize..6,
        seed: u64,
    ) -> Asked {
        Asked { people, tables, rounds, seed, ..Asked::default() }
    }
}

prop_compose! {
    fn any_pinned()(asked in any_asked(), pins in prop::collection::vec((0usize..40, 0usize..9, prop::option::of(0usize..6)), 0..6)) -> Asked {
        let pins = pins.into_iter().map(|(chair, table, round)| Pin { chair, table, round }).collect();
        Asked { pins, ..asked }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn everybody_sits_once_in_every_round_and_tables_differ_by_one_at_most(asked in any_asked()) {
        let seating = mix_with(&asked, SHORT);
        everybody_sits_once(&seating);
        as_even_as_can_be(&seating);
        prop_assert_eq!(seating.chairs().len(), asked.people.iter().sum::<usize>());
        everybody_sits_once(&by_lot(&asked));
        as_even_as_can_be(&by_lot(&asked));
    }

    #[test]
    fn the_same_seed_gives_the_same_seating(asked in any_pinned()) {
        prop_assert_eq!(mix_with(&asked, SHORT), mix_with(&asked, SHORT));
    }

    #[test]
    fn mixing_is_never_worse_than_its_start_and_never_better_than_the_bound(asked in any_pinned(), starts in 1u32..4) {
        let (begun, found) = (start(&asked), mix_with(&asked, Search { starts, ..SHORT }));
        let (before, after) = (begun.measure(), found.measure());
        prop_assert!((after.imbalance, after.together) <= (before.imbalance, before.together), "{:?} {:?}", before, after);
        for seating in [found, by_lot(&asked)] {
            let (bound, measure) = (bound(&seating), seating.measure());
            prop_assert!(measure.together >= bound.together && measure.again >= bound.again, "{:?} {:?}", measure, bound);
        }
    }

    #[test]
    fn who_must_stay_stays_and_everybody_else_still_has_one_chair(asked in any_pinned()) {
        let seating = mix_with(&asked, SHORT);
        everybody_sits_once(&seating);
        for (nth, pin) in asked.pins.iter().enumerate() {
            for round in (0..asked.rounds).filter(|round| pin.round.is_none_or(|own| own == *round)) {
                let other = |(later, other): (usize, &Pin)| {
                    let for_this = other.round == Some(round);
                    let counts = other.table < asked.tables.max(1) && other.chair == pin.chair;
                    counts && (for_this && (pin.round.is_none() || later > nth) || other.round.is_none() && pin.round.is_none() && later > nth)
                };
                let exists = pin.chair < seating.chairs().len() && pin.table < asked.tables.max(1);
                if exists && !asked.pins.iter().enumerate().any(other) {
                    prop_assert_eq!(seating.table(round, pin.chair), Some(pin.table));
                }
            }
        }
    }

    #[test]
    fn a_host_stays_at_each_table(asked in any_asked()) {
        let asked = asked.with_hosts();
        let seating = mix_with(&asked, SHORT);
        everybody_sits_once(&seating);
        as_even_as_can_be(&seating);
        prop_assert_eq!(asked.pins.len(), asked.tables.min(asked.people.iter().sum()));
        for pin in &asked.pins {
            prop_assert!((0..asked.rounds).all(|round| seating.table(round, pin.chair) == Some(pin.table)));
        }
    }

    #[test]
    fn who_comes_late_moves_nobody_and_sits_at_a_smallest_table(asked in any_pinned(), party in 0usize..7, from in 0usize..7) {
        let before = mix_with(&asked, SHORT);
        let mut after = before.clone();
        let chair = after.arrive(party, from);
        for round in 0..asked.rounds {
            for other in 0..chair {
                prop_assert_eq!(before.table(round, other), after.table(round, other));
            }
            let sizes = before.sizes(round);
            match after.table(round, chair) {
                Some(table) => prop_assert!(round >= from && sizes.iter().min() == Some(&sizes[table])),
                None => prop_assert!(round < from),
            }
        }
    }

    #[test]
    fn who_leaves_is_gone_from_then_on_and_nobody_else_moves(asked in any_asked(), chair in 0usize..60, from in 0usize..7) {
        let before = mix_with(&asked, SHORT);
        let mut after = before.clone();
        after.leave(chair, from);
        for round in 0..asked.rounds {
            for other in 0..before.chairs().len() {
                let there = if other == chair && round >= from { None } else { before.table(round, other) };
                prop_assert_eq!(after.table(round, other), there);
            }
        }
    }

    #[test]
    fn tables_of_a_given_size_are_filled_to_it_and_not_beyond(
        places in prop::collection::vec(0usize..9, 1..6), part in 0usize..=100, seed: u64,
    ) {
        let people = places.iter().sum::<usize>() * part / 100;
        let asked = Asked { people: vec![people / 2, people - people / 2], tables: places.len(), places: places.clone(), rounds: 2, seed, ..Asked::default() };
        let seating = mix_with(&asked, SHORT);
        everybody_sits_once(&seating);
        for round in 0..2 {
            prop_assert!(seating.sizes(round).iter().zip(&places).all(|(sits, fit)| sits <= fit), "{:?}", seating.sizes(round));
            prop_assert!(part < 100 || seating.sizes(round) == places);
        }
    }
}

#[test]
fn parties_are_as_even_at_every_table_as_they_can_be() {
    assert_eq!(start(&forty()).measure().imbalance, 0);
    let mixed = mix_with(&forty(), Search { looks: 400_000, ..SHORT }).measure();
    assert_eq!(mixed.imbalance, 0);
    assert!(mixed.together < start(&forty()).measure().together);
    assert!(by_lot(&forty()).measure().imbalance > 0);
}

#[test]
fn twenty_five_people_at_five_tables_need_not_meet_anybody_twice() {
    let asked = Asked { people: vec![25], tables: 5, rounds: 2, seed: 3, ..Asked::default() };
    let seating = mix_with(&asked, Search { looks: 400_000, ..SHORT });
    assert_eq!((bound(&seating), seating.measure().together), (Bound::default(), 0));
}

#[test]
fn eight_at_each_of_five_tables_cannot_but_meet_again() {
    let bound = bound(&start(&forty()));
    assert_eq!(bound, Bound { together: 90, again: 45 });
}

#[test]
fn what_is_counted_step_by_step_is_what_is_measured_at_once() {
    let asked = forty();
    let mut walk = mix::Walk::new(&asked, start(&asked));
    let mut dice = crate::record::Dice::new(5);
    for _ in 0..300 {
        walk.any_exchange(&mut dice);
        let measure = walk.seating().measure();
        assert_eq!(walk.counted(), (measure.imbalance as i64, measure.together as i64));
    }
}

#[test]
fn one_chair_is_moved_and_nobody_else() {
    let before = start(&forty());
    let mut after = before.clone();
    let to = (before.table(1, 3).expect("chair 3 sits") + 1) % 5;
    assert!(after.put(1, 3, to) && !after.put(9, 3, to) && !after.put(1, 40, to) && !after.put(1, 3, 5));
    assert_eq!(after.table(1, 3), Some(to));
    let moved = (0..4).flat_map(|round| (0..40).map(move |chair| (round, chair)));
    assert_eq!(moved.filter(|(round, chair)| before.table(*round, *chair) != after.table(*round, *chair)).count(), 1);
}

#[test]
fn nobody_one_table_more_tables_than_people_and_five_hundred_people_are_seated() {
    let asked = |people: usize, tables: usize| Asked { people: vec![people], tables, rounds: 3, ..Asked::default() };
    for (people, tables) in [(0, 0), (0, 5), (1, 1), (40, 1), (3, 8), (500, 60), (500, 2)] {
        let seating = mix_with(&asked(people, tables), SHORT);
        everybody_sits_once(&seating);
        as_even_as_can_be(&seating);
    }
    assert_eq!(mix_with(&asked(usize::MAX, 9), SHORT).chairs().len(), MOST_PEOPLE);
}
