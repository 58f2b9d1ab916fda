//! Who sits where, for who leads: mixing, who comes late or leaves, who is put somewhere or stays there.
//!
//! Not for how people are mixed (`session::seating`) nor for who sits at one table (`over::seats`). Called by `act` and by
//! `tafel`, which writes the facts down.

use super::Now;
use crate::{
    app::{
        Desk,
        over::{Deed, List, Over},
        tafel::table_name,
    },
    record::{PartyId, SeatId, TableId, Touch, Voice},
    session::{
        Facts, Session,
        seating::{Asked, Kept, Search, mix_with, people, places, rounds},
    },
    ui::{Choice, Picker},
};

/// How long is searched while somebody waits at the screen: about a tenth of a second.
const SEARCH: Search = Search { looks: 3_000_000, starts: 1, hot: 0.5 };

/// What is altered of who sits where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Seating {
    /// Mixed for the first time, with the people that the tables or the session count.
    First,
    /// What is still to come is mixed anew.
    Again,
    /// Somebody more of a party comes.
    Late(PartyId),
    /// Somebody leaves, from the next round on.
    Leave(SeatId),
    /// Somebody sits at this table in the next round.
    Put(SeatId, TableId),
    /// Somebody stays at this table from the next round on.
    Stay(SeatId, TableId),
    /// Somebody need no longer stay.
    Free(SeatId),
}

/// The facts that make it so; another seed mixes otherwise.
pub fn facts(session: &Session, asked: &Seating, seed: u64) -> Facts {
    let Some(mut kept) = (if *asked == Seating::First { first(session) } else { Kept::read(session) }) else {
        return Vec::new();
    };
    let to_come = kept.to_come(session);
    let chair = |kept: &Kept, seat: &SeatId| kept.seats.iter().position(|known| known == seat);
    let index = |table: &TableId| (table.0 as usize).saturating_sub(1);
    match asked {
        Seating::First => {}
        Seating::Again => {
            kept.again(&rounds(session), to_come, seed, SEARCH);
        }
        Seating::Late(party) => {
            kept.arrive(party, kept.current(session));
        }
        Seating::Leave(seat) => {
            if let Some(chair) = chair(&kept, seat) {
                kept.unpin(chair, to_come);
                kept.seating.leave(chair, to_come);
            }
        }
        Seating::Put(seat, table) => {
            chair(&kept, seat).into_iter().for_each(|chair| kept.put(to_come, chair, index(table)));
        }
        Seating::Stay(seat, table) => {
            chair(&kept, seat).into_iter().for_each(|chair| kept.stay(chair, index(table), to_come));
        }
        Seating::Free(seat) => chair(&kept, seat).into_iter().for_each(|chair| kept.unpin(chair, 0)),
    }
    let touches = kept.touches(&session.room.records).into_iter();
    touches.filter_map(|touch| if let Touch::Fact { key, now, .. } = touch { Some((key, now)) } else { None }).collect()
}

/// A seating of everybody who is counted; nothing where nobody is.
fn first(session: &Session) -> Option<Kept> {
    let (parties, people): (Vec<PartyId>, Vec<usize>) = people(session).into_iter().unzip();
    let held = rounds(session);
    let asked = Asked {
        people,
        tables: session.head.tables as usize,
        rounds: held.len(),
        places: places(&session.room.records, &session.head),
        seed: 1,
        ..Asked::default()
    };
    let kept = Kept::new(parties, held, mix_with(&asked, SEARCH));
    (!kept.seats.is_empty()).then_some(kept)
}

/// What can be done about who sits where, to choose from.
pub(super) fn list(now: &Now<'_>, desk: &Desk) -> Deed {
    let (session, words) = (now.session, &desk.words);
    let choice = |label: String, detail: String, deed: Deed| Choice { label, detail, also: String::new(), gives: deed };
    let mut choices = Vec::new();
    match Kept::read(session) {
        None => {
            let count: usize = people(session).iter().map(|(_, count)| count).sum();
            let args = [("count", count.into()), ("tables", i64::from(session.head.tables).into())];
            if count > 0 {
                choices.push(choice(
                    words.tell("regie-seats-first", &args),
                    String::new(),
                    Deed::Seating(Seating::First),
                ));
            }
        }
        Some(kept) => {
            let to_come = kept.to_come(session);
            if to_come < kept.rounds.len() {
                choices.push(choice(words.say("regie-seats-again"), String::new(), Deed::Seating(Seating::Again)));
            }
            choices.extend(session.head.parties.0.iter().map(|party| {
                let label = words.tell("regie-seats-late", &[("party", (&party.label).into())]);
                choice(label, String::new(), Deed::Seating(Seating::Late(party.id.clone())))
            }));
            let chairs = kept.seats.iter().enumerate().filter(|_| to_come < kept.rounds.len());
            choices.extend(chairs.filter_map(|(nth, seat)| {
                let table = TableId(kept.seating.table(to_come, nth)? as u32 + 1);
                let stays = kept.pins.iter().any(|pin| pin.chair == nth);
                let label = session.head.parties.voice(&Voice::Seat(seat.clone()));
                let mut detail = table_name(session, table, desk);
                if stays {
                    detail = words.tell("regie-seats-stays", &[("table", detail.into())]);
                }
                Some(choice(label.clone(), detail, one(session, seat, &label, table, stays, desk)))
            }));
        }
    }
    let title = if choices.is_empty() { "regie-seats-nobody" } else { "regie-seats" };
    show(Picker::new(words.say(title), choices))
}

/// What can be done about one chair.
fn one(session: &Session, seat: &SeatId, label: &str, at: TableId, stays: bool, desk: &Desk) -> Deed {
    let words = &desk.words;
    let choice = |label: String, asked: Seating| Choice {
        label,
        detail: String::new(),
        also: String::new(),
        gives: Deed::Seating(asked),
    };
    let named = |key: &str, table: TableId| words.tell(key, &[("table", table_name(session, table, desk).into())]);
    let others = session.tables.iter().map(|table| table.id).filter(|table| *table != at);
    let mut choices: Vec<Choice<Deed>> =
        others.map(|table| choice(named("regie-seats-put", table), Seating::Put(seat.clone(), table))).collect();
    choices.push(choice(named("regie-seats-stay", at), Seating::Stay(seat.clone(), at)));
    choices.extend(stays.then(|| choice(words.say("regie-seats-free"), Seating::Free(seat.clone()))));
    choices.push(choice(words.say("regie-seats-leave"), Seating::Leave(seat.clone())));
    show(Picker::new(label.to_owned(), choices))
}

/// The rounds of which the projector can show who sits where: the one that runs, and the next.
pub(super) fn on_the_wall(now: &Now<'_>, desk: &Desk) -> Vec<Choice<Deed>> {
    let Some(kept) = Kept::read(now.session) else { return Vec::new() };
    let (current, to_come) = (kept.current(now.session), kept.to_come(now.session));
    let mut nths = vec![current, to_come];
    nths.dedup();
    let rounds = nths.into_iter().filter_map(|nth| kept.rounds.get(nth));
    let choice = |id: &crate::record::RoundId| {
        let title = now.session.head.workshop.rounds.iter().find(|round| round.id == *id).map(|round| &round.title);
        Choice {
            label: desk.words.say("regie-wall-seats"),
            detail: title.cloned().unwrap_or_default(),
            also: String::new(),
            gives: Deed::OnTheWall(Some(format!("seats:{id}"))),
        }
    };
    rounds.map(choice).collect()
}

fn show(picker: Picker<Deed>) -> Deed {
    Deed::Show(Box::new(Over::Picker(List::new(picker))))
}
