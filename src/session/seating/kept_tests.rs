//! What stands among the facts of the room, and what becomes of it when somebody comes late, leaves or is moved.

use super::*;
use crate::{
    record::{Deed, Now},
    session::{
        samples::session,
        seating::{mix, start},
    },
};

const NOW: Now = Now { millis: 1_778_587_200_000, offset: 7200 };
/// A search that is long enough for a handful of people.
const SHORT: Search = Search { looks: 20_000, starts: 1, hot: 0.5 };

fn keep(session: &mut Session, kept: &Kept) -> bool {
    let touches = kept.touches(&session.room.records);
    session.room.alter(touches, Deed::Did, &mut session.mint, NOW).is_some()
}

fn set(session: &mut Session, key: FactKey, value: Value) {
    let touch = session.room.records.touch_fact(key, Some(value));
    session.room.alter(vec![touch], Deed::Did, &mut session.mint, NOW).expect("a fact is set");
}

fn round(session: &Session, at: usize) -> RoundId {
    session.head.workshop.rounds[at].id.clone()
}

fn kept(session: &Session, people: &[usize], seed: u64) -> Kept {
    let parties: Vec<PartyId> =
        session.head.parties.0.iter().map(|party| party.id.clone()).take(people.len()).collect();
    let rounds: Vec<RoundId> = rounds(session).into_iter().take(2).collect();
    let tables = session.head.tables as usize;
    let asked = Asked { people: people.to_vec(), tables, rounds: rounds.len(), seed, ..Asked::default() };
    Kept::new(parties, rounds, start(&asked))
}

#[test]
fn what_is_kept_is_read_again_and_undo_takes_a_mixing_back_as_a_whole() {
    let mut session = session();
    assert_eq!(Kept::read(&session), None);
    let first = kept(&session, &[3, 2], 1);
    assert!(keep(&mut session, &first) && !keep(&mut session, &first), "the second time there is nothing to say");
    assert_eq!(Kept::read(&session), Some(first.clone()));
    let smaller = kept(&session, &[2, 1], 2);
    assert!(keep(&mut session, &smaller));
    assert_eq!(Kept::read(&session), Some(smaller));
    session.room.undo(&mut session.mint, NOW).expect("a mixing can be taken back");
    assert_eq!(Kept::read(&session), Some(first));
}

#[test]
fn who_comes_late_is_the_next_of_the_party_and_is_read_again_where_the_party_stands() {
    let mut session = session();
    let mut late = kept(&session, &[2, 2], 1);
    let party = late.parties[0].clone();
    let chair = late.arrive(&party, 1);
    assert_eq!((late.seats[chair].as_str(), late.seating.table(0, chair)), (format!("{party}#3").as_str(), None));
    assert!(keep(&mut session, &late));
    let read = Kept::read(&session).expect("it is kept");
    let again = read.seats.iter().position(|seat| *seat == late.seats[chair]).expect("the late one is there");
    assert_eq!((again, read.seating.table(1, again)), (2, late.seating.table(1, chair)));
}

#[test]
fn what_was_written_by_hand_and_means_no_table_seats_nobody() {
    let mut session = session();
    let round = round(&session, 0);
    let wrong = [Value::Number(f64::NAN), Value::Number(-1.0), Value::Number(1e300), Value::Text("2".into())];
    for (nth, value) in wrong.into_iter().enumerate() {
        set(&mut session, FactKey::Chair(round.clone(), SeatId::new(&format!("gemeente#{nth}"))), value);
    }
    assert_eq!(Kept::read(&session), None);
}

#[test]
fn who_was_put_somewhere_by_hand_and_who_stays_are_left_there_by_every_mixing_and_stand_in_the_facts() {
    let mut session = session();
    let mut kept = kept(&session, &[4, 4], 1);
    let other = 1 - kept.seating.table(1, 2).expect("a table");
    kept.put(1, 2, other);
    kept.stay(5, 1, 0);
    assert!(keep(&mut session, &kept));
    for seed in 0..8 {
        let mut again = Kept::read(&session).expect("it is kept");
        again.again(&rounds(&session), 0, seed, SHORT);
        assert_eq!(again.seating.table(1, 2), Some(other), "seed {seed}");
        assert!((0..again.rounds.len()).all(|round| again.seating.table(round, 5) == Some(1)), "seed {seed}");
    }
    let mut freed = Kept::read(&session).expect("it is kept");
    freed.unpin(5, 0);
    freed.unpin(2, 0);
    assert!(keep(&mut session, &freed) && Kept::read(&session).expect("it is kept").pins.is_empty());
}

#[test]
fn rounds_that_were_held_stand_when_the_rest_is_mixed_anew_and_who_left_is_gone() {
    let mut session = session();
    let held = rounds(&session);
    let asked = Asked { people: vec![4, 5], tables: 2, rounds: 3, ..Asked::default() };
    let parties = session.head.parties.0.iter().map(|party| party.id.clone()).take(2).collect();
    let mut kept = Kept::new(parties, held.clone(), mix(&asked));
    assert!(keep(&mut session, &kept));
    set(&mut session, FactKey::Began(held[0].clone()), Value::Number(NOW.millis as f64));
    assert_eq!((kept.to_come(&session), kept.current(&session)), (1, 0));
    kept.seating.leave(3, 1);
    let party = kept.parties[1].clone();
    let late = kept.arrive(&party, 1);
    let before = kept.seating.clone();
    kept.again(&held, 1, 9, SHORT);
    assert!((0..10).all(|chair| kept.seating.table(0, chair) == before.table(0, chair)), "the first round stands");
    for round in 1..3 {
        assert_eq!((kept.seating.table(round, 3), kept.seating.table(round, late).is_some()), (None, true));
        assert_eq!(kept.seating.sizes(round).iter().sum::<usize>(), 9);
    }
}

#[test]
fn rounds_follow_the_running_order_and_one_that_is_left_out_keeps_its_seats_for_when_it_comes_back() {
    let mut session = session();
    let mut kept = kept(&session, &[2, 2], 1);
    assert!(keep(&mut session, &kept));
    let (first, second, third) = (round(&session, 0), round(&session, 1), round(&session, 2));
    set(&mut session, FactKey::Place(first.clone()), Value::Number(1.5));
    assert_eq!(Kept::read(&session).expect("it is kept").rounds, [second.clone(), first.clone()]);
    set(&mut session, FactKey::Dropped(second.clone()), Value::Yes(true));
    let mut read = Kept::read(&session).expect("it is kept");
    assert_eq!(
        (read.rounds.as_slice(), read.aside.as_slice()),
        ([first.clone()].as_slice(), [second.clone()].as_slice())
    );
    let sat = kept.seating.table(1, 0);
    read.again(&rounds(&session), 0, 3, SHORT);
    assert_eq!(read.rounds, std::slice::from_ref(&first), "the day that was mixed ended here");
    set(&mut session, FactKey::Place(third.clone()), Value::Number(-1.0));
    read.again(&rounds(&session), 0, 3, SHORT);
    assert_eq!(read.rounds, [third, first], "a round that comes before it gets a seating");
    assert!(keep(&mut session, &read));
    set(&mut session, FactKey::Dropped(second), Value::Yes(false));
    let back = Kept::read(&session).expect("it is kept");
    assert_eq!((back.rounds.len(), back.seating.table(0, 0)), (3, sat));
    kept = back;
    assert!(!keep(&mut session, &kept), "nothing is different");
}

#[test]
fn tables_of_another_size_are_kept_and_who_comes_late_goes_where_there_is_room() {
    let mut session = session();
    let mut uneven = kept(&session, &[4, 2], 1);
    uneven.seating.places = vec![5, 3];
    uneven.again(&rounds(&session), 0, 1, SHORT);
    assert_eq!(uneven.seating.sizes(0), [4, 2]);
    assert!(keep(&mut session, &uneven));
    let mut read = Kept::read(&session).expect("it is kept");
    assert_eq!(places(&session.room.records, &session.head), [5, 3]);
    let party = read.parties[0].clone();
    for _ in 0..2 {
        read.arrive(&party, 0);
    }
    assert_eq!(read.seating.sizes(0), [5, 3]);
}
