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
    record::{FactKey, Parties, PartyId, RoundId, Value},
    report::md,
    session::{
        Session,
        seating::{Asked, Kept, Pin, bound, mix},
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
    let stands = given.keep || Kept::read(&session.room.records, &session.head).as_ref() == Some(&kept);
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

/// The seating that is meant: a new one where people, rounds, a seed or who stays is given, otherwise the one that was kept;
/// with who is moved and who comes late.
fn seating(room: &Room, session: &Session, given: &Given) -> anyhow::Result<Kept> {
    let standing = Kept::read(&session.room.records, &session.head).filter(|_| !given.anew);
    let mut kept = match standing {
        Some(kept) => kept,
        None => mixed(room, session, given)?,
    };
    let from = match &given.round {
        None => None,
        Some(round) => {
            let at = kept.rounds.iter().position(|known| known == round);
            let args = [("round", round.as_str().into())];
            Some(at.ok_or_else(|| Wrong(room.words.tell("seats-not-mixed", &args)))?)
        }
    };
    for (party, number, table) in &given.moves {
        let chair = chair(room, &kept, party, *number, &given.label(party))?;
        let rounds = from.map_or(0..kept.rounds.len(), |round| round..round + 1);
        rounds.for_each(|round| {
            kept.seating.put(round, chair, *table);
        });
    }
    for party in &given.late {
        kept.arrive(party, from.unwrap_or(0));
    }
    Ok(kept)
}

fn mixed(room: &Room, session: &Session, given: &Given) -> anyhow::Result<Kept> {
    let head = &session.head;
    let dropped = |id: &RoundId| session.room.records.fact(&FactKey::Dropped(id.clone())) == Some(&Value::Yes(true));
    let rounds = head.workshop.rounds.iter().map(|round| round.id.clone()).filter(|id| !dropped(id));
    let rounds: Vec<RoundId> = rounds.take(given.rounds.unwrap_or(usize::MAX)).collect();
    let (parties, people): (Vec<PartyId>, Vec<usize>) = given.people.iter().cloned().unzip();
    let asked =
        Asked { people, tables: head.tables as usize, rounds: rounds.len(), seed: given.seed, ..Asked::default() };
    // the chairs are counted before anybody is seated, so that who stays can be named
    let empty = Kept::new(parties, rounds, crate::session::seating::start(&Asked { rounds: 0, ..asked.clone() }));
    let mut pins = Vec::new();
    for (party, number, table) in &given.pins {
        let chair = chair(room, &empty, party, *number, &given.label(party))?;
        pins.push(Pin { chair, table: *table, round: None });
    }
    let asked = Asked { pins, ..asked };
    let asked = if given.hosts { asked.with_hosts() } else { asked };
    Ok(Kept { seating: mix(&asked), ..empty })
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
