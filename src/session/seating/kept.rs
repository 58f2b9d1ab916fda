//! A seating among the facts of the room: a fact for every chair and round, so that two laptops that each move somebody
//! both get their way, and undo takes one mixing back as a whole.
//!
//! Its rounds are those of the running order: in the order of the day, without what is left out; a break is no round.
//! What was begun stands: who comes late, leaves or is moved alters only what is still to come, unless a round is named.
//!
//! Not for making a seating (`mix`). Called by `cli`, and by `app` for who leads the room.

use super::{Asked, Pin, Search, Seating, Stood, mix_with};
use crate::{
    record::{FactKey, Parties, PartyId, Records, RoundId, SeatId, TableId, Touch, Value},
    session::{Head, Programme, Session},
};
use std::collections::BTreeMap;

/// A seating with whose chairs they are and which rounds.
#[derive(Clone, PartialEq, Debug)]
pub struct Kept {
    /// The parties, as the seating counts them.
    pub parties: Vec<PartyId>,
    /// The chairs, as the seating counts them.
    pub seats: Vec<SeatId>,
    /// The rounds, likewise, in the order of the day.
    pub rounds: Vec<RoundId>,
    /// Who sits where.
    pub seating: Seating,
    /// Who stays where, however the others are mixed.
    pub pins: Vec<Pin>,
    /// Rounds that are left out of the day: what stands of them is not touched, for they may come back.
    pub aside: Vec<RoundId>,
}

/// The chair of a party with this number, from 1, as voices name it.
pub fn seat(party: &PartyId, number: usize) -> SeatId {
    Parties::nth_chair(party, u32::try_from(number).unwrap_or(u32::MAX))
}

fn chair(seat: &SeatId) -> Option<(PartyId, usize)> {
    let (party, number) = Parties::chair_of(seat).filter(|(_, number)| *number > 0)?;
    Some((party, number as usize))
}

/// A table, from 0, that a fact names; nothing for one that does not exist.
fn table(records: &Records, head: &Head, key: &FactKey) -> Option<usize> {
    match records.fact(key) {
        Some(Value::Number(table)) if (1.0..=f64::from(head.tables)).contains(table) => Some(*table as usize - 1),
        Some(_) | None => None,
    }
}

/// The rounds that are held, in the order of the day.
pub fn rounds(session: &Session) -> Vec<RoundId> {
    let held = Programme::read(session).blocks.into_iter().filter(|block| block.round.is_some() && !block.dropped);
    held.map(|block| block.id).collect()
}

/// How many people of each party there are, as the tables or the session count them.
pub fn people(session: &Session) -> Vec<(PartyId, usize)> {
    let parties = session.head.parties.0.iter().map(|party| {
        let sits = session.tables.iter().map(|table| {
            let here = table.records.number(&FactKey::Seats(party.id.clone()));
            here.unwrap_or(f64::from(party.seats)).max(0.0) as usize
        });
        (party.id.clone(), sits.fold(0usize, usize::saturating_add))
    });
    parties.filter(|(_, count)| *count > 0).collect()
}

/// How many fit at each table, if that was said of every one of them.
pub fn places(records: &Records, head: &Head) -> Vec<usize> {
    let fit = |number: u32| records.number(&FactKey::Places(TableId(number))).filter(|fit| *fit >= 0.0);
    let all: Option<Vec<usize>> = (1..=head.tables).map(|number| fit(number).map(|fit| fit as usize)).collect();
    all.unwrap_or_default()
}

/// Who stays where, among these chairs and rounds.
pub fn pins(records: &Records, head: &Head, seats: &[SeatId], rounds: &[RoundId]) -> Vec<Pin> {
    let of = |key: &FactKey| {
        let (seat, round) = if let FactKey::Put(round, seat) = key {
            (seat, Some(rounds.iter().position(|known| known == round)?))
        } else {
            let FactKey::Pinned(seat) = key else { return None };
            (seat, None)
        };
        let chair = seats.iter().position(|known| known == seat)?;
        Some(Pin { chair, table: table(records, head, key)?, round })
    };
    records.facts().keys().filter_map(of).collect()
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
        Self { parties, seats, rounds, seating, pins: Vec::new(), aside: Vec::new() }
    }

    /// The seating that stands among the facts of the room, if there is one. A table that does not exist seats nobody.
    pub fn read(session: &Session) -> Option<Self> {
        let (records, head) = (&session.room.records, &session.head);
        let chairs = records.facts().keys();
        let stands: Vec<(&RoundId, &SeatId, usize)> = chairs
            .filter_map(|key| {
                let FactKey::Chair(round, seat) = key else { return None };
                Some((round, seat, table(records, head, key)?))
            })
            .collect();
        let held = rounds(session);
        let known = |id: &RoundId| head.workshop.round_at(id).is_some();
        let aside = stands.iter().map(|(round, ..)| *round).filter(|round| known(round) && !held.contains(round));
        let mut aside: Vec<RoundId> = aside.cloned().collect();
        aside.dedup();
        let rounds: Vec<RoundId> =
            held.into_iter().filter(|id| stands.iter().any(|(round, ..)| *round == id)).collect();
        let place = |party: &PartyId| head.parties.0.iter().position(|known| known.id == *party).unwrap_or(usize::MAX);
        let mut chairs: Vec<(usize, PartyId, usize)> = stands
            .iter()
            .filter(|(round, ..)| rounds.contains(round))
            .filter_map(|(_, seat, _)| chair(seat))
            .map(|(party, number)| (place(&party), party, number))
            .collect();
        chairs.sort();
        chairs.dedup();
        chairs.truncate(super::MOST_PEOPLE);
        let mut parties: Vec<PartyId> = chairs.iter().map(|(_, party, _)| party.clone()).collect();
        parties.dedup();
        let seats: Vec<SeatId> = chairs.iter().map(|(_, party, number)| seat(party, *number)).collect();
        let own = |party: &PartyId| parties.iter().position(|known| known == party);
        let mut at = vec![vec![None; seats.len()]; rounds.len()];
        for (round, seat, table) in stands {
            let spot = rounds.iter().position(|known| known == round).zip(seats.iter().position(|known| known == seat));
            spot.into_iter().for_each(|(round, chair)| at[round][chair] = Some(table));
        }
        let seating = Seating {
            chairs: chairs.iter().filter_map(|(_, party, _)| own(party)).collect(),
            tables: head.tables.max(1) as usize,
            places: places(records, head),
            at,
        };
        let pins = pins(records, head, &seats, &rounds);
        (!seats.is_empty()).then_some(Self { parties, seats, rounds, seating, pins, aside })
    }

    /// The first round that was not begun yet, counted as the seating does; how many there are where all were.
    pub fn to_come(&self, session: &Session) -> usize {
        let order = Programme::read(session);
        let begun = |id: &RoundId| order.blocks.iter().any(|block| block.id == *id && block.began.is_some());
        self.rounds.iter().rposition(begun).map_or(0, |last| last + 1)
    }

    /// The round that runs, or where none does the first to come.
    pub fn current(&self, session: &Session) -> usize {
        let order = Programme::read(session);
        let runs = order.running().and_then(|at| order.blocks.get(at));
        let runs = runs.and_then(|block| self.rounds.iter().position(|round| *round == block.id));
        runs.unwrap_or_else(|| self.to_come(session))
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

    /// Puts a chair at a table in a round by hand; mixing leaves it there. Nobody else moves.
    pub fn put(&mut self, round: usize, chair: usize, table: usize) {
        if self.seating.put(round, chair, table) {
            self.pins.retain(|pin| !(pin.chair == chair && pin.round == Some(round)));
            self.pins.push(Pin { chair, table, round: Some(round) });
        }
    }

    /// Makes a chair stay at a table from a round on, however the others are mixed.
    pub fn stay(&mut self, chair: usize, table: usize, from: usize) {
        self.unpin(chair, from);
        for round in from..self.rounds.len() {
            if self.seating.table(round, chair).is_some() {
                self.seating.put(round, chair, table);
            }
        }
        self.pins.push(Pin { chair, table, round: None });
    }

    /// Lets a chair be mixed again, from a round on.
    pub fn unpin(&mut self, chair: usize, from: usize) {
        self.pins.retain(|pin| pin.chair != chair || pin.round.is_some_and(|round| round < from));
    }

    /// Mixes the rounds from one on anew, with whoever is there. Earlier ones stand, and who stays stays.
    ///
    /// `held` are the rounds of the day: one that was let in again between those with a seating gets one too.
    pub fn again(&mut self, held: &[RoundId], from: usize, seed: u64, search: Search) {
        self.take_up(held, from);
        let asked = Asked {
            tables: self.seating.tables(),
            places: self.seating.places.clone(),
            rounds: self.rounds.len(),
            pins: self.pins.clone(),
            seed,
            stood: Some(Stood { seating: self.seating.clone(), from }),
            ..Asked::default()
        };
        self.seating = mix_with(&asked, search);
    }

    /// Adds the rounds to come that had no seating: who was there before them is there.
    fn take_up(&mut self, held: &[RoundId], from: usize) {
        let last = held.iter().rposition(|id| self.rounds.contains(id)).unwrap_or(0);
        let lacking = held.iter().take(last).enumerate().filter(|(_, id)| !self.rounds.contains(id));
        for (nth, id) in lacking.collect::<Vec<_>>() {
            let before = |known: &RoundId| held[..nth].contains(known);
            let at = self.rounds.iter().rposition(before).map_or(0, |last| last + 1);
            let Some(like) = self.seating.at.get(at.saturating_sub(1)).filter(|_| at >= from).cloned() else {
                continue;
            };
            self.rounds.insert(at, id.clone());
            self.seating.at.insert(at, like);
            let later = self.pins.iter_mut().filter_map(|pin| pin.round.as_mut()).filter(|round| **round >= at);
            later.for_each(|round| *round += 1);
        }
    }

    /// What makes the facts of the room say this and nothing else; what they say already is not touched.
    pub fn touches(&self, records: &Records) -> Vec<Touch> {
        let mut says: BTreeMap<FactKey, usize> = BTreeMap::new();
        for (nth, round) in self.rounds.iter().enumerate() {
            let sits = |(chair, seat): (usize, &SeatId)| {
                let key = FactKey::Chair(round.clone(), seat.clone());
                Some((key, self.seating.table(nth, chair)? + 1))
            };
            says.extend(self.seats.iter().enumerate().filter_map(sits));
        }
        for pin in &self.pins {
            let Some(seat) = self.seats.get(pin.chair).cloned() else { continue };
            let key = match pin.round {
                None => FactKey::Pinned(seat),
                Some(round) => match self.rounds.get(round) {
                    Some(round) => FactKey::Put(round.clone(), seat),
                    None => continue,
                },
            };
            says.insert(key, pin.table + 1);
        }
        says.extend((1..).map(|number| FactKey::Places(TableId(number))).zip(self.seating.places.iter().copied()));
        let ours = |key: &FactKey| {
            if let FactKey::Chair(round, seat) | FactKey::Put(round, seat) = key {
                return !(self.aside.contains(round) && self.seats.contains(seat));
            }
            matches!(key, FactKey::Pinned(_) | FactKey::Places(_))
        };
        let unsaid = records.facts().keys().filter(|key| ours(key) && !says.contains_key(*key));
        let unsaid = unsaid.filter(|key| records.fact(key).is_some());
        let taken_back: Vec<Touch> = unsaid.map(|key| records.touch_fact(key.clone(), None)).collect();
        let said = says.into_iter().map(|(key, number)| (key, Value::Number(number as f64)));
        let said = said.filter(|(key, value)| records.fact(key) != Some(value));
        said.map(|(key, value)| records.touch_fact(key, Some(value))).chain(taken_back).collect()
    }
}

#[cfg(test)]
#[path = "kept_tests.rs"]
mod tests;
