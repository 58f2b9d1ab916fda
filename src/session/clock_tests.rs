//! Rounds that run, stand still, run over and are shortened.

use super::*;
use crate::{
    record::{Deed, Touch},
    session::{
        Programme,
        samples::{NINE, phase, session},
    },
};
use proptest::prelude::*;

const MINUTE: i64 = 60_000;

fn say_facts(session: &mut Session, table: usize, facts: Vec<(FactKey, Option<Value>)>) {
    let (table, mint) = (&mut session.tables[table], &mut session.mint);
    let touches: Vec<Touch> = facts.into_iter().map(|(key, now)| table.records.touch_fact(key, now)).collect();
    table.alter(touches, Deed::Kept, mint, NINE);
}

fn start(session: &mut Session, at: usize, minutes: i64) {
    let round = session.head.workshop.rounds[at].id.clone();
    say_facts(session, 0, Clock::start(&round, NINE.millis + minutes * MINUTE));
}

fn extra(session: &mut Session, at: usize, minutes: f64) {
    let round = session.head.workshop.rounds[at].id.clone();
    say_facts(session, 0, vec![(FactKey::Extra(round), Some(Value::Number(minutes)))]);
}

fn pause(session: &mut Session, at: usize, seconds: i64) {
    let round = session.head.workshop.rounds[at].id.clone();
    let facts = Clock::read(session).pause(at, &round, NINE.millis + seconds * 1000);
    say_facts(session, 1, facts);
}

fn running(session: &Session, at: usize, seconds: i64) -> Option<Running> {
    Clock::read(session).at(at, &session.head.workshop.rounds[at], NINE.millis + seconds * 1000)
}

/// The phase, and the seconds left and taken in all.
fn told(session: &Session, at: usize, seconds: i64) -> (Option<usize>, i64, i64) {
    running(session, at, seconds).map(|running| (running.phase, running.left, running.whole)).expect("it was begun")
}

#[test]
fn a_round_goes_through_its_phases_and_then_runs_over() {
    let mut session = session();
    assert_eq!(running(&session, 0, 0), None);
    start(&mut session, 0, 0);
    assert_eq!(told(&session, 0, 0), (Some(0), 180, 180));
    assert_eq!(told(&session, 0, 179), (Some(0), 1, 180));
    assert_eq!(told(&session, 0, 180), (Some(1), 720, 720));
    assert_eq!(told(&session, 0, 20 * 60), (Some(2), 0, 300));
    assert_eq!(told(&session, 0, 20 * 60 + 75), (Some(2), -75, 300));
    assert_eq!(running(&session, 0, -30).map(|running| running.elapsed), Some(0), "a clock set back shows no time");
}

#[test]
fn a_round_without_phases_has_its_own_minutes() {
    let mut session = session();
    start(&mut session, 1, 0);
    assert_eq!(told(&session, 1, 60), (None, 29 * 60, 30 * 60));
}

#[test]
fn a_pause_at_another_table_stands_still_and_goes_on_where_it_was() {
    let mut session = session();
    start(&mut session, 0, 0);
    pause(&mut session, 0, 100);
    let still = running(&session, 0, 500).expect("it was begun");
    assert_eq!((still.elapsed, still.left, still.paused), (100, 80, true));
    pause(&mut session, 0, 500);
    let on = running(&session, 0, 520).expect("it was begun");
    assert_eq!((on.elapsed, on.left, on.paused), (120, 60, false));
    assert_eq!(Clock::read(&session).pause(1, &"dromen".into(), NINE.millis), vec![], "nothing runs there");
    start(&mut session, 0, 20);
    assert_eq!(told(&session, 0, 20 * 60), (Some(0), 180, 180), "begun again, nothing stands still");
}

#[test]
fn minutes_added_go_to_the_last_phase() {
    let mut session = session();
    start(&mut session, 0, 0);
    extra(&mut session, 0, 4.0);
    assert_eq!(told(&session, 0, 0), (Some(0), 180, 180));
    assert_eq!(told(&session, 0, 16 * 60), (Some(2), 8 * 60, 9 * 60));
    assert_eq!(running(&session, 0, 0).map(|running| running.length), Some(24 * 60));
}

#[test]
fn minutes_taken_off_come_off_the_last_phases_down_to_their_least() {
    let session = session();
    let round = &session.head.workshop.rounds[0];
    let minutes = |length: i64| lengths(round, length * 60).iter().map(|seconds| seconds / 60).collect::<Vec<_>>();
    assert_eq!(minutes(20), [3, 12, 5]);
    assert_eq!(minutes(18), [3, 12, 3]);
    assert_eq!(minutes(16), [3, 10, 3]);
    assert_eq!(minutes(14), [1, 10, 3]);
    assert_eq!(minutes(11), [0, 10, 1]);
    assert_eq!(minutes(2), [0, 2, 0]);
    assert_eq!(minutes(0), [0, 0, 0]);
}

#[test]
fn taken_off_more_than_there_was_leaves_nothing_and_no_file_makes_it_overflow() {
    let mut session = session();
    start(&mut session, 0, 0);
    extra(&mut session, 0, -90.0);
    assert_eq!(running(&session, 0, 60).map(|running| (running.length, running.left)), Some((0, -60)));
    for wild in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 1e300] {
        extra(&mut session, 0, wild);
        say_facts(&mut session, 0, vec![(FactKey::Began("huid".into()), Some(Value::Number(wild)))]);
        say_facts(&mut session, 0, vec![(FactKey::PausedFor("huid".into()), Some(Value::Number(-wild)))]);
        running(&session, 0, 60);
        Programme::read(&session).end(NINE.millis);
        Programme::read(&session).late(NINE.millis);
        pause(&mut session, 0, 60);
    }
}

#[test]
fn the_round_begun_last_runs() {
    let mut session = session();
    assert_eq!(Clock::read(&session).running(), None);
    start(&mut session, 0, 0);
    start(&mut session, 1, 20);
    assert_eq!(Clock::read(&session).running(), Some(1));
    start(&mut session, 0, 30); // back
    let clock = Clock::read(&session);
    assert_eq!((clock.running(), clock.began(0), clock.began(2), clock.began(9)), (Some(0), true, false, false));
}

#[test]
fn the_end_and_how_far_behind() {
    let mut session = session();
    assert_eq!(Programme::read(&session).end(NINE.millis), None);
    start(&mut session, 0, 0);
    let end = |session: &Session, minutes: i64| {
        let (end, behind) = Programme::read(session).end(NINE.millis + minutes * MINUTE).expect("it was begun");
        ((end - NINE.millis) / MINUTE, behind)
    };
    assert_eq!(end(&session, 0), (60, 0));
    assert_eq!(end(&session, 20), (60, 0));
    assert_eq!(end(&session, 25), (65, 5), "five minutes over");
    start(&mut session, 1, 15);
    assert_eq!(end(&session, 15), (55, -5), "five minutes won");
    extra(&mut session, 1, 10.0);
    assert_eq!(end(&session, 15), (65, 5), "what is added on the day is behind the plan");
    pause(&mut session, 1, 20 * 60);
    assert_eq!(end(&session, 23), (68, 8), "standing still moves the end");
    start(&mut session, 2, 60);
    assert_eq!(end(&session, 69), (70, 10), "the last round");
    assert_eq!(end(&session, 80), (80, 20));
}

proptest! {
    #[test]
    fn time_left_moves_with_time_and_phases_follow_one_another(
        phases in proptest::collection::vec((0..9u32, proptest::option::of(0..9u32)), 0..5),
        minutes in 0..40u32, added in -50..30i32, from in 0..3000i64,
    ) {
        let mut session = session();
        session.head.workshop.rounds[0].phases = phases.iter().map(|(minutes, least)| phase(*minutes, *least)).collect();
        session.head.workshop.rounds[0].minutes = Some(minutes);
        start(&mut session, 0, 0);
        extra(&mut session, 0, f64::from(added));
        let round = session.head.workshop.rounds[0].clone();
        let length = running(&session, 0, 0).map_or(0, |running| running.length);
        prop_assert!(round.phases.is_empty() || lengths(&round, length).iter().sum::<i64>() == length);
        prop_assert!(lengths(&round, length).iter().all(|seconds| *seconds >= 0));
        for second in from..from + 400 {
            let (now, next) = (told(&session, 0, second), told(&session, 0, second + 1));
            if now.0 == next.0 {
                prop_assert_eq!(next.1, now.1 - 1, "within a phase");
            } else {
                prop_assert!(next.0 > now.0 && now.1 == 1 && next.1 == next.2, "{now:?} {next:?}");
            }
        }
    }

    #[test]
    fn a_pause_of_any_length_takes_nothing_off(begin in 0..2000i64, still in 0..5000i64) {
        let mut session = session();
        start(&mut session, 0, 0);
        let before = told(&session, 0, begin);
        pause(&mut session, 0, begin);
        prop_assert_eq!(told(&session, 0, begin + still), before);
        pause(&mut session, 0, begin + still);
        prop_assert_eq!(told(&session, 0, begin + still), before);
    }
}
