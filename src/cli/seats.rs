//! `aantafel seats`: mixes people over tables and rounds, and says who goes where.
//!
//! Without a word more it shows the seating that was kept, or proposes one. `--keep` writes it among the facts of the room,
//! under the lock of the room's journal, as one change. How people are mixed is `session::seating`.

mod card;
mod given;

use super::{
    room::{self, Done, Room},
    wrong::Wrong,
};
use crate::{
    record::{Parties, PartyId, RoundId},
    report::md,
    session::{
        Session,
        seating::{Asked, Kept, Pin, Search, bound, mix, pins, places, rounds},
    },
    store::SessionDir,
};
use clap::ArgMatches;
use given::Given;
use std::io::{self, Write};

pub(super) fn run(room: &Room, matches: &ArgMatches) -> anyhow::Result<Done> {
    let dir = room.find(matches)?;
    let (session, doubt) = room.load(&dir)?;
    let given = Given::read(room, matches, &session)?;
    let kept = seating(room, &session, &given)?;
    if given.keep {
        keep(room, &dir, &session, &given, &kept)?;
    }
    let stands = given.keep || Kept::read(&session).as_ref() == Some(&kept);
    let seats = card::Seats { room, session: &session, given: &given, kept: &kept, stands };
    if matches.get_flag("json") {
        room::json(&seats.json())?;
    } else if given.markdown {
        let mut out = io::stdout().lock();
        md::write(&seats.document(), &mut out)?;
        out.flush()?;
    } else {
        seats.tell(&mut io::stdout().lock())?;
    }
    Ok(Done::unless(doubt))
}

/// The seating that is meant: a new one where people, rounds, a seed or hosts are given, otherwise the one that was kept;
/// with who comes late, leaves, is moved or stays, and mixed again from what is still to come if that is asked.
fn seating(room: &Room, session: &Session, given: &Given) -> anyhow::Result<Kept> {
    let standing = Kept::read(session).filter(|_| !given.anew);
    let (mut kept, fresh) = match standing {
        Some(kept) => (kept, false),
        None => (mixed(room, session, given)?, true),
    };
    let named = match &given.round {
        None => None,
        Some(round) => {
            let at = kept.rounds.iter().position(|known| known == round);
            let args = [("round", round.as_str().into())];
            Some(at.ok_or_else(|| Wrong(room.words.tell("seats-not-mixed", &args)))?)
        }
    };
    // what was held stands: the rest is about the rounds that are still to come, unless one is named
    let to_come = named.unwrap_or_else(|| kept.to_come(session));
    let current = named.unwrap_or_else(|| kept.current(session));
    if let Some(places) = given.places.clone().filter(|_| !fresh) {
        kept.seating.fit(places);
    }
    for (party, number) in &given.free {
        let chair = chair(room, &kept, party, *number, &given.label(party))?;
        kept.unpin(chair, 0);
    }
    for (party, number, table) in given.pins.iter().filter(|_| !fresh) {
        let chair = chair(room, &kept, party, *number, &given.label(party))?;
        kept.stay(chair, *table, to_come);
    }
    for (party, number) in &given.leave {
        let chair = chair(room, &kept, party, *number, &given.label(party))?;
        kept.unpin(chair, to_come);
        kept.seating.leave(chair, to_come);
    }
    for party in &given.late {
        kept.arrive(party, current);
    }
    if given.again {
        kept.again(&rounds(session), to_come, given.seed, Search::default());
    }
    for (party, number, table) in &given.moves {
        let chair = chair(room, &kept, party, *number, &given.label(party))?;
        let moved = named.map_or(to_come..kept.rounds.len(), |round| round..round + 1);
        moved.for_each(|round| kept.put(round, chair, *table));
    }
    Ok(kept)
}

fn mixed(room: &Room, session: &Session, given: &Given) -> anyhow::Result<Kept> {
    let (head, records) = (&session.head, &session.room.records);
    let rounds: Vec<RoundId> = rounds(session).into_iter().take(given.rounds.unwrap_or(usize::MAX)).collect();
    let (parties, people): (Vec<PartyId>, Vec<usize>) = given.people.iter().cloned().unzip();
    let places = given.places.clone().unwrap_or_else(|| places(records, head));
    let asked = Asked {
        people,
        tables: head.tables as usize,
        rounds: rounds.len(),
        seed: given.seed,
        places,
        ..Asked::default()
    };
    // the chairs are counted before anybody is seated, so that who stays can be named
    let empty = Kept::new(parties, rounds, crate::session::seating::start(&Asked { rounds: 0, ..asked.clone() }));
    let mut stay = pins(records, head, &empty.seats, &empty.rounds);
    for (party, number, table) in &given.pins {
        let chair = chair(room, &empty, party, *number, &given.label(party))?;
        stay.push(Pin { chair, table: *table, round: None });
    }
    let asked = Asked { pins: stay, ..asked };
    let asked = if given.hosts { asked.with_hosts() } else { asked };
    Ok(Kept { seating: mix(&asked), pins: asked.pins, ..empty })
}

/// The chair of a party by its number.
fn chair(room: &Room, kept: &Kept, party: &PartyId, number: usize, label: &str) -> anyhow::Result<usize> {
    let wanted = Parties::nth_chair(party, u32::try_from(number).unwrap_or(u32::MAX));
    let found = kept.seats.iter().position(|seat| *seat == wanted);
    let args = || [("chair", format!("{label} {number}").into())];
    found.ok_or_else(|| Wrong(room.words.tell("seats-no-chair", &args())).into())
}

/// Writes the seating among the facts of the room: all of it as one change, on the disk before anything is printed.
fn keep(room: &Room, dir: &SessionDir, session: &Session, given: &Given, kept: &Kept) -> anyhow::Result<()> {
    if let Some(party) = kept.parties.iter().find(|party| session.head.parties.get(party).is_none()) {
        let args = [("party", given.label(party).into())];
        return Err(Wrong(room.words.tell("seats-strange", &args)).into());
    }
    room.alter_room(dir, |session| kept.touches(&session.room.records))
}
