//! A seating among the facts of the room: a fact for every chair and round, so that two laptops that each move somebody
//! both get their way, and undo takes one mixing back as a whole.
//!
//! Not for making a seating (`mix`). Called by `cli`.

use super::Seating;
use crate::{
    record::{FactKey, Parties, PartyId, Records, RoundId, SeatId, Touch, Value},
    session::Head,
};

/// A seating with whose chairs they are and which rounds.
#[derive(Clone, PartialEq, Debug)]
pub struct Kept {
    /// The parties, as the seating counts them.
    pub parties: Vec<PartyId>,
    /// The chairs, as the seating counts them.
    pub seats: Vec<SeatId>,
    /// The rounds, likewise.
    pub rounds: Vec<RoundId>,
    /// Who sits where.
    pub seating: Seating,
}

/// The chair of a party with this number, from 1, as voices name it.
fn seat(party: &PartyId, number: usize) -> SeatId {
    Parties::nth_chair(party, u32::try_from(number).unwrap_or(u32::MAX))
}

fn chair(seat: &SeatId) -> Option<(PartyId, usize)> {
    let (party, number) = Parties::chair_of(seat).filter(|(_, number)| *number > 0)?;
    Some((party, number as usize))
}

impl Kept {
    /// A seating that was made for these parties and rounds, in this order.
    pub fn new(parties: Vec<PartyId>, rounds: Vec<RoundId>, seating: Seating) -> Self {
        let mut numbers = vec![0; parties.len()];
        let mut next = |party: &usize| {
            numbers[*party] += 1;
            seat(&parties[*party], numbers[*party])
        };
        let seats = seating.chairs().iter().map(&mut next).collect();
        Self { parties, seats, rounds, seating }
    }

    /// The seating that stands among the facts of the room, if there is one. A table that does not exist seats nobody.
    pub fn read(records: &Records, head: &Head) -> Option<Self> {
        let standing = |round: &RoundId, seat: &SeatId| match records.fact(&FactKey::Chair(round.clone(), seat.clone()))
        {
            Some(Value::Number(table)) if (1.0..=f64::from(head.tables)).contains(table) => Some(*table as usize - 1),
            Some(_) | None => None,
        };
        let stands: Vec<(&RoundId, &SeatId)> = records
            .facts()
            .keys()
            .filter_map(|key| if let FactKey::Chair(round, seat) = key { Some((round, seat)) } else { None })
            .filter(|(round, seat)| standing(round, seat).is_some())
            .collect();
        let rounds = head.workshop.rounds.iter().map(|round| &round.id);
        let rounds: Vec<RoundId> = rounds.filter(|id| stands.iter().any(|(round, _)| round == id)).cloned().collect();
        let place = |party: &PartyId| head.parties.0.iter().position(|known| known.id == *party).unwrap_or(usize::MAX);
        let mut chairs: Vec<(usize, PartyId, usize)> = stands
            .iter()
            .filter(|(round, _)| rounds.contains(round))
            .filter_map(|(_, seat)| chair(seat))
            .map(|(party, number)| (place(&party), party, number))
            .collect();
        chairs.sort();
        chairs.dedup();
        chairs.truncate(super::MOST_PEOPLE);
        let mut parties: Vec<PartyId> = chairs.iter().map(|(_, party, _)| party.clone()).collect();
        parties.dedup();
        let seats: Vec<SeatId> = chairs.iter().map(|(_, party, number)| seat(party, *number)).collect();
        let own = |party: &PartyId| parties.iter().position(|known| known == party);
        let at = rounds.iter().map(|round| seats.iter().map(|seat| standing(round, seat)).collect()).collect();
        let seating = Seating {
            chairs: chairs.iter().filter_map(|(_, party, _)| own(party)).collect(),
            tables: head.tables.max(1) as usize,
            places: Vec::new(),
            at,
        };
        (!seats.is_empty()).then_some(Self { parties, seats, rounds, seating })
    }

    /// Somebody more of a party, from a round on, with the number after its last; gives the chair. Nobody else moves.
    pub fn arrive(&mut self, party: &PartyId, from: usize) -> usize {
        let known = self.parties.iter().position(|known| known == party);
        let at = known.unwrap_or_else(|| {
            self.parties.push(party.clone());
            self.parties.len() - 1
        });
        let numbers = self.seats.iter().filter_map(chair).filter(|(own, _)| own == party).map(|(_, number)| number);
        self.seats.push(seat(party, numbers.max().unwrap_or(0).saturating_add(1)));
        self.seating.arrive(at, from)
    }

    /// What makes the facts of the room say this and nothing else; what they say already is not touched.
    pub fn touches(&self, records: &Records) -> Vec<Touch> {
        let mut touches = Vec::new();
        let mut said = |key: FactKey, table: Option<usize>| {
            let value = table.map(|table| Value::Number((table + 1) as f64));
            if records.fact(&key) != value.as_ref() {
                touches.push(records.touch_fact(key, value));
            }
        };
        for (nth, round) in self.rounds.iter().enumerate() {
            for (chair, seat) in self.seats.iter().enumerate() {
                said(FactKey::Chair(round.clone(), seat.clone()), self.seating.table(nth, chair));
            }
        }
        for key in records.facts().keys() {
            if let FactKey::Chair(round, seat) = key
                && !(self.rounds.contains(round) && self.seats.contains(seat))
            {
                said(key.clone(), None);
            }
        }
        touches
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        record::Deed,
        session::{
            Session,
            samples::session,
            seating::{Asked, start},
        },
    };

    fn keep(session: &mut Session, kept: &Kept) -> bool {
        let touches = kept.touches(&session.room.records);
        let now = crate::record::Now { millis: 1_778_587_200_000, offset: 7200 };
        session.room.alter(touches, Deed::Did, &mut session.mint, now).is_some()
    }

    fn kept(session: &Session, people: &[usize], seed: u64) -> Kept {
        let parties: Vec<PartyId> =
            session.head.parties.0.iter().map(|party| party.id.clone()).take(people.len()).collect();
        let rounds = session.head.workshop.rounds.iter().map(|round| round.id.clone()).take(2).collect::<Vec<_>>();
        let tables = session.head.tables as usize;
        let asked = Asked { people: people.to_vec(), tables, rounds: rounds.len(), seed, ..Asked::default() };
        Kept::new(parties, rounds, start(&asked))
    }

    #[test]
    fn what_is_kept_is_read_again_and_undo_takes_a_mixing_back_as_a_whole() {
        let mut session = session();
        assert_eq!(Kept::read(&session.room.records, &session.head), None);
        let first = kept(&session, &[3, 2], 1);
        assert!(keep(&mut session, &first) && !keep(&mut session, &first), "the second time there is nothing to say");
        assert_eq!(Kept::read(&session.room.records, &session.head), Some(first.clone()));
        let smaller = kept(&session, &[2, 1], 2);
        assert!(keep(&mut session, &smaller));
        assert_eq!(Kept::read(&session.room.records, &session.head), Some(smaller));
        let now = crate::record::Now { millis: 1_778_587_300_000, offset: 7200 };
        session.room.undo(&mut session.mint, now).expect("a mixing can be taken back");
        assert_eq!(Kept::read(&session.room.records, &session.head), Some(first));
    }

    #[test]
    fn who_comes_late_is_the_next_of_the_party_and_is_read_again_where_the_party_stands() {
        let mut session = session();
        let mut late = kept(&session, &[2, 2], 1);
        let party = late.parties[0].clone();
        let chair = late.arrive(&party, 1);
        assert_eq!((late.seats[chair].as_str(), late.seating.table(0, chair)), (format!("{party}#3").as_str(), None));
        assert!(keep(&mut session, &late));
        let read = Kept::read(&session.room.records, &session.head).expect("it is kept");
        let again = read.seats.iter().position(|seat| *seat == late.seats[chair]).expect("the late one is there");
        assert_eq!((again, read.seating.table(1, again)), (2, late.seating.table(1, chair)));
    }

    #[test]
    fn what_was_written_by_hand_and_means_no_table_seats_nobody() {
        let mut session = session();
        let round = session.head.workshop.rounds[0].id.clone();
        let wrong = [Value::Number(f64::NAN), Value::Number(-1.0), Value::Number(1e300), Value::Text("2".into())];
        for (nth, value) in wrong.into_iter().enumerate() {
            let key = FactKey::Chair(round.clone(), SeatId::new(&format!("gemeente#{nth}")));
            let touch = session.room.records.touch_fact(key, Some(value));
            let now = crate::record::Now { millis: 1_778_587_200_000, offset: 7200 };
            session.room.alter(vec![touch], Deed::Did, &mut session.mint, now).expect("a fact is set");
        }
        assert_eq!(Kept::read(&session.room.records, &session.head), None);
    }
}
