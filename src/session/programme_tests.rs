//! The running order on a day that does not go as planned.

use super::*;
use crate::{
    record::{Deed, Now, Touch},
    session::samples::{NINE, phase, session},
    session::{Head, Table},
};

fn after(minutes: i64) -> Now {
    Now { millis: NINE.millis + minutes * MINUTE, ..NINE }
}

fn set(session: &mut Session, facts: Facts, now: Now) {
    let touches: Vec<Touch> =
        facts.into_iter().map(|(key, value)| session.room.records.touch_fact(key, value)).collect();
    session.room.alter(touches, Deed::Did, &mut session.mint, now);
}

/// Does something with the running order of now.
fn does(session: &mut Session, minutes: i64, what: impl Fn(&Programme, i64) -> Facts) {
    let facts = what(&Programme::read(session), after(minutes).millis);
    set(session, facts, after(minutes));
}

fn titles(session: &Session) -> Vec<String> {
    let blocks = Programme::read(session).blocks;
    blocks.into_iter().filter(|block| !block.dropped).map(|block| block.title).collect()
}

fn starts(session: &Session, minutes: i64) -> Vec<Option<i64>> {
    let starts = Programme::read(session).starts(after(minutes).millis);
    starts.into_iter().map(|at| at.map(|at| (at - NINE.millis).div_euclid(MINUTE))).collect()
}

#[test]
fn before_it_begins_the_order_is_the_workshops_and_starts_now() {
    let session = session();
    assert_eq!(titles(&session), ["huid", "dromen", "afspraken"]);
    assert_eq!(starts(&session, 0), [Some(0), Some(20), Some(50)]);
    let programme = Programme::read(&session);
    assert_eq!((programme.end(NINE.millis), programme.late(NINE.millis)), (None, None));
    let least: Vec<i64> = programme.blocks.iter().map(|block| block.least).collect();
    assert_eq!(least, [2 + 10 + 3, 15, 5], "what the phases say, or half");
}

#[test]
fn what_was_planned_stands_beside_what_it_took() {
    let mut session = session();
    does(&mut session, 0, |order, now| order.begin(0, now));
    does(&mut session, 10, Programme::pause);
    does(&mut session, 14, Programme::pause);
    does(&mut session, 27, |order, now| order.begin(1, now));
    let order = Programme::read(&session);
    assert_eq!((order.blocks[0].planned, order.blocks[0].took()), (20, Some(23)), "standing still is not counted");
    assert_eq!(order.blocks[1].took(), None);
    assert_eq!(starts(&session, 30), [Some(0), Some(27), Some(57)]);
    assert_eq!(order.end(after(30).millis), Some((after(67).millis, 7)));
}

#[test]
fn every_edit_is_taken_back_by_the_ordinary_undo() {
    let mut session = session();
    let fresh = Programme::read(&session);
    type Edit = fn(&Programme, i64) -> Facts;
    let edits: [(Edit, &[&str]); 5] = [
        (|order, _| order.leave_out(1), &["huid", "afspraken"]),
        (|order, _| order.shift(2, true), &["huid", "afspraken", "dromen"]),
        (|order, _| order.shift(0, false), &["dromen", "huid", "afspraken"]),
        (|order, now| order.add_break(0, "Pauze", now), &["huid", "Pauze", "dromen", "afspraken"]),
        (|order, _| order.lengthen(1, -5), &["huid", "dromen", "afspraken"]),
    ];
    for (edit, expected) in edits {
        does(&mut session, 0, edit);
        assert_eq!(titles(&session), expected);
        assert_ne!(Programme::read(&session), fresh);
        session.room.undo(&mut session.mint, NINE).expect("something to take back");
        assert_eq!(Programme::read(&session), fresh);
    }
    does(&mut session, 0, |order, now| order.begin(0, now));
    does(&mut session, 20, |order, now| order.begin(1, now));
    session.room.undo(&mut session.mint, after(21)).expect("something to take back");
    assert_eq!(Programme::read(&session).running(), Some(0), "the round before runs on");
}

#[test]
fn a_break_is_begun_ended_and_moved_like_a_round() {
    let mut session = session();
    does(&mut session, 0, |order, now| order.begin(0, now));
    does(&mut session, 0, |order, now| order.add_break(0, "Pauze", now));
    assert_eq!(starts(&session, 5), [Some(0), Some(20), Some(30), Some(60)]);
    does(&mut session, 20, |order, now| order.begin(1, now));
    assert!(Clock::read(&session).is_resting());
    assert_eq!(starts(&session, 24), [Some(0), Some(20), Some(30), Some(60)]);
    does(&mut session, 30, |order, now| order.begin(2, now));
    assert!(!Clock::read(&session).is_resting());
    assert_eq!(Programme::read(&session).blocks[1].took(), Some(10));
}

#[test]
fn going_back_only_says_which_round_runs() {
    let mut session = session();
    does(&mut session, 0, |order, now| order.begin(0, now));
    does(&mut session, 20, |order, now| order.begin(1, now));
    let said: Vec<Table> = session.tables.clone();
    does(&mut session, 30, |order, now| order.begin(0, now));
    let order = Programme::read(&session);
    assert_eq!((order.running(), order.next()), (Some(0), Some(1)), "what was left is to come again");
    assert_eq!(order.end(after(30).millis).map(|(_, behind)| behind), Some(30));
    assert!(session.tables.iter().zip(&said).all(|(now, was)| now.records == was.records));
}

#[test]
fn late_the_rest_is_shortened_by_weight_and_never_below_its_least() {
    let mut session = session();
    does(&mut session, 0, |order, now| order.begin(0, now));
    let late = |session: &Session, minutes| Programme::read(session).late(after(minutes).millis);
    assert_eq!(late(&session, 20), None);
    assert_eq!(late(&session, 24), Some(Late::Shorten(vec![(1, 27), (2, 9)])), "thirty and ten, less four");
    assert_eq!(late(&session, 40), Some(Late::Shorten(vec![(1, 15), (2, 5)])));
    assert_eq!(late(&session, 41), Some(Late::TooLate(1)));
    does(&mut session, 24, |order, now| order.late(now).map(|late| order.accept(&late)).unwrap_or_default());
    assert_eq!(late(&session, 24), None);
    assert_eq!(starts(&session, 24), [Some(0), Some(24), Some(51)]);
    does(&mut session, 24, |order, now| order.begin(1, now));
    does(&mut session, 54, |order, _| order.finish());
    assert_eq!(Programme::read(&session).waits(after(56).millis), Some(2 * MINUTE), "the next was not started");
    assert_eq!(late(&session, 57), Some(Late::TooLate(2)));
}

#[test]
fn a_break_is_not_halved_twice() {
    let mut session = session();
    does(&mut session, 0, |order, now| order.begin(0, now));
    does(&mut session, 0, |order, now| order.add_break(0, "Pauze", now));
    let accept = |order: &Programme, now| order.late(now).map(|late| order.accept(&late)).unwrap_or_default();
    for minutes in 0..36 {
        does(&mut session, minutes, accept);
    }
    let order = Programme::read(&session);
    assert_eq!((order.blocks[1].minutes, order.blocks[1].least, order.blocks[1].planned), (5, 5, 10));
}

/// Numbers that are the same for the same seed: splitmix64.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self(seed)
    }
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % u64::from(most)) as u32
    }
    fn one_in(&mut self, many: u32) -> bool {
        self.below(many) == 0
    }
}

/// A day of eight rounds at five tables, some rounds with phases that say their least.
fn day(dice: &mut Dice) -> Session {
    let sample = session();
    let rounds = (0..8).map(|nth| {
        let mut round = Round { id: format!("r{nth}").as_str().into(), title: format!("r{nth}"), ..Round::default() };
        if dice.one_in(2) {
            round.minutes = Some(8 + dice.below(20));
        } else {
            let mut step = || phase(3 + dice.below(10), None);
            round.phases = vec![step(), step()];
            round.phases[1].least = Some(2);
        }
        round
    });
    let mut head = Head { tables: 5, ..sample.head };
    head.workshop.rounds = rounds.collect();
    Session::new(head, sample.mint)
}

/// One simulated day, minute by minute: whatever is proposed is taken over. Says whether it ended in time.
fn holds(seed: u64) -> bool {
    let mut dice = Dice::new(seed);
    let mut session = day(&mut dice);
    let mut order = Programme::read(&session);
    let mut waits = i64::from(dice.below(8));
    let (mut said, mut delay) = (false, 0);
    for minute in 0..2000 {
        let now = after(minute);
        let change = |session: &mut Session, order: &mut Programme, facts: Facts| {
            set(session, facts, now);
            *order = Programme::read(session);
        };
        if let Some(ends) = order.ends {
            let before = order.clone();
            let least: i64 = order.to_come().map(|at| order.blocks[at].least * MINUTE).sum();
            let left = order.running().map_or(0, |at| order.blocks[at].left(now.millis));
            let can = now.millis + left + least <= ends;
            match order.late(now.millis) {
                None => assert!(order.end(now.millis).is_none_or(|(end, _)| end <= ends) || order.next().is_none()),
                Some(Late::TooLate(by)) => {
                    assert!(!can && by > 0, "seed {seed}, minute {minute}: it still can");
                    said = true;
                }
                Some(late) => {
                    assert!(can, "seed {seed}, minute {minute}: it no longer can, and did not say so");
                    // made again a minute later it lowers more, and raises nothing
                    if let (Late::Shorten(now_given), Some(Late::Shorten(later))) =
                        (&late, order.late(now.millis + MINUTE))
                    {
                        for (at, minutes) in now_given {
                            let then = later.iter().find(|(other, _)| other == at).map(|(_, minutes)| *minutes);
                            assert!(
                                then.is_some_and(|then| then <= *minutes),
                                "seed {seed}, minute {minute}: it swings"
                            );
                        }
                    }
                    let facts = order.accept(&late);
                    change(&mut session, &mut order, facts);
                    assert_eq!(order.late(now.millis), None, "seed {seed}, minute {minute}: one proposal is enough");
                    assert!(order.end(now.millis).is_some_and(|(end, _)| end <= ends));
                }
            }
            for (was, is) in before.blocks.iter().zip(&order.blocks) {
                assert!(is.minutes <= was.minutes, "a proposal raises nothing");
                assert!(is.minutes >= is.least && is.least == was.least, "seed {seed}: {} has its least", is.id);
            }
        }
        // the room: a round runs over by chance, a start comes late, one is left out, a table wants a minute more
        match order.running() {
            Some(at) if order.blocks[at].left(now.millis) == 0 && delay > 0 => delay -= 1,
            Some(at) if order.blocks[at].left(now.millis) == 0 => {
                let facts = order.finish();
                change(&mut session, &mut order, facts);
                waits = if dice.one_in(3) { i64::from(dice.below(4)) } else { 0 };
            }
            Some(at) if dice.one_in(60) => {
                let key = FactKey::Extra(order.blocks[at].id.clone());
                let more = Value::Number((order.blocks[at].extra + 1) as f64);
                let table = dice.below(5) as usize;
                let touch = session.tables[table].records.touch_fact(key, Some(more));
                session.tables[table].alter(vec![touch], Deed::Kept, &mut session.mint, now);
                order = Programme::read(&session);
            }
            Some(_) | None => {}
        }
        if order.running().is_none() {
            let Some(next) = order.next() else { break };
            if waits > 0 {
                waits -= 1;
            } else if order.has_begun() && dice.one_in(25) {
                let facts = order.leave_out(next);
                change(&mut session, &mut order, facts);
            } else {
                let facts = order.begin(next, now.millis);
                change(&mut session, &mut order, facts);
                delay = if dice.one_in(2) { dice.below(7) } else { 0 };
            }
        }
    }
    let last = order.blocks.iter().filter_map(|block| block.ended).max().expect("it was held");
    let in_time = order.ends.is_some_and(|ends| last <= ends);
    assert!(in_time || said, "seed {seed}: it ended late, and nobody was told");
    in_time
}

#[test]
fn on_a_thousand_days_it_ends_in_time_or_says_at_once_that_it_cannot() {
    let in_time = (0..1000).filter(|seed| holds(*seed)).count();
    assert!(in_time > 300 && in_time < 1000, "both happen: {in_time} of a thousand ended in time");
}
