//! What `seats` was given: people, who stays, who moves, in the words of the command line.

use super::super::{room::Room, wrong::Wrong};
use crate::{
    record::{Parties, PartyId, RoundId},
    session::{
        Session,
        seating::{self, MOST_PEOPLE},
    },
    text::fold,
};
use clap::ArgMatches;

/// What was given.
pub(super) struct Given {
    /// How many people each party has, in the order in which they are given.
    pub(super) people: Vec<(PartyId, usize)>,
    /// The parties of the session and those that were given beside them.
    parties: Parties,
    pub(super) rounds: Option<usize>,
    pub(super) seed: u64,
    pub(super) hosts: bool,
    /// Who stays at a table, from 0, in every round.
    pub(super) pins: Vec<(PartyId, usize, usize)>,
    /// Who is put at another table.
    pub(super) moves: Vec<(PartyId, usize, usize)>,
    /// Of which parties somebody comes late.
    pub(super) late: Vec<PartyId>,
    /// Who leaves.
    pub(super) leave: Vec<(PartyId, usize)>,
    /// Who stays at a table no longer.
    pub(super) free: Vec<(PartyId, usize)>,
    /// How many fit at each table, if that was said.
    pub(super) places: Option<Vec<usize>>,
    /// Whether the rounds that are still to come are mixed anew.
    pub(super) again: bool,
    /// In which round somebody moves; from which on somebody is there.
    pub(super) round: Option<RoundId>,
    /// Whether it is mixed anew even if a seating was kept.
    pub(super) anew: bool,
    pub(super) keep: bool,
    pub(super) markdown: bool,
}

impl Given {
    pub(super) fn read(room: &Room, matches: &ArgMatches, session: &Session) -> anyhow::Result<Self> {
        let mut parties = session.head.parties.clone();
        let people = match matches.get_one::<String>("people") {
            Some(text) => counted(room, text, &mut parties)?,
            None => seating::people(session),
        };
        let all = people.iter().fold(0usize, |sum, (_, count)| sum.saturating_add(*count));
        if all > MOST_PEOPLE {
            return Err(Wrong(room.words.tell("seats-too-many", &[("most", MOST_PEOPLE.into())])).into());
        }
        let rounds = matches.get_one::<u32>("rounds").map(|rounds| *rounds as usize);
        let has = session.head.workshop.rounds.len();
        if rounds.is_some_and(|rounds| rounds > has) {
            return Err(Wrong(room.words.tell("seats-too-many-rounds", &[("count", has.into())])).into());
        }
        let many = |name: &str| matches.get_many::<String>(name).into_iter().flatten();
        let placed = |name: &str| {
            let read = many(name).map(|text| placed(text, &parties, session.head.tables as usize).ok_or(text));
            read.map(|read| read.map_err(|text| Wrong(room.words.tell("seats-wrong-place", &[("text", text.into())]))))
                .collect::<Result<Vec<_>, Wrong>>()
        };
        let (pins, moves) = (placed("pin")?, placed("move")?);
        let late = many("late").map(|text| {
            let found = parties.0.iter().find(|party| fold(&party.label) == fold(text.trim()));
            let args = || [("party", text.into())];
            found.map(|party| party.id.clone()).ok_or_else(|| Wrong(room.words.tell("seats-no-party", &args())))
        });
        let late = late.collect::<Result<Vec<_>, Wrong>>()?;
        let seated = |name: &str| {
            let read = many(name).map(|text| seated(text, &parties).ok_or(text));
            read.map(|read| read.map_err(|text| Wrong(room.words.tell("seats-wrong-chair", &[("text", text.into())]))))
                .collect::<Result<Vec<_>, Wrong>>()
        };
        let (leave, free) = (seated("leave")?, seated("unpin")?);
        let places = match matches.get_one::<String>("places") {
            None => None,
            Some(text) => {
                let args = [("text", text.into()), ("count", i64::from(session.head.tables).into())];
                let read = sizes(text, session.head.tables as usize);
                Some(read.ok_or_else(|| Wrong(room.words.tell("seats-wrong-places", &args)))?)
            }
        };
        let again = matches.get_flag("remix");
        let given = |name: &str| matches.value_source(name) == Some(clap::parser::ValueSource::CommandLine);
        let anew = ["people", "rounds", "hosts"].into_iter().any(given) || given("seed") && !again;
        let kept = seating::Kept::read(session).is_some();
        if all == 0 && (anew || !kept) {
            return Err(Wrong(room.words.say("seats-nobody")).into());
        }
        let markdown = match matches.get_one::<String>("to").map(String::as_str) {
            None => false,
            Some("md") => true,
            Some(other) => {
                let args = [("format", other.into()), ("formats", "md".into())];
                return Err(Wrong(room.words.tell("cli-no-format", &args)).into());
            }
        };
        Ok(Self {
            people,
            rounds,
            seed: matches.get_one::<u64>("seed").copied().unwrap_or(1),
            hosts: matches.get_flag("hosts"),
            pins,
            moves,
            late,
            leave,
            free,
            places,
            again,
            round: room.round(matches, &session.head)?,
            anew,
            keep: matches.get_flag("keep"),
            markdown,
            parties,
        })
    }

    /// What a party is called.
    pub(super) fn label(&self, party: &PartyId) -> String {
        self.parties.get(party).map_or_else(|| party.to_string(), |party| party.label.clone())
    }

    /// The parties of the session and those that were given beside them.
    pub(super) fn parties(&self) -> &Parties {
        &self.parties
    }
}

/// `Gemeente 7, Welzijn 6`: a party that is not known is added.
fn counted(room: &Room, text: &str, parties: &mut Parties) -> anyhow::Result<Vec<(PartyId, usize)>> {
    let mut people: Vec<(PartyId, usize)> = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let count = part.rsplit_once(' ').and_then(|(_, count)| count.parse::<usize>().ok());
        let id = part.rsplit_once(' ').and_then(|(label, _)| parties.add(label));
        let (Some(count), Some(id)) = (count, id) else {
            return Err(Wrong(room.words.tell("seats-wrong-people", &[("text", part.into())])).into());
        };
        match people.iter_mut().find(|(known, _)| *known == id) {
            Some((_, sum)) => *sum = sum.saturating_add(count),
            None => people.push((id, count)),
        }
    }
    Ok(people)
}

/// `Gemeente 3=2`: the third of a party, at table 2; nothing where there is no such party or table.
fn placed(text: &str, parties: &Parties, tables: usize) -> Option<(PartyId, usize, usize)> {
    let (chair, table) = text.rsplit_once('=')?;
    let (party, number) = seated(chair, parties)?;
    let table = table.trim().parse::<usize>().ok()?.checked_sub(1).filter(|table| *table < tables)?;
    Some((party, number, table))
}

/// `Gemeente 3`: the third of a party; nothing where there is no such party.
fn seated(text: &str, parties: &Parties) -> Option<(PartyId, usize)> {
    let (label, number) = text.trim().rsplit_once(' ')?;
    let party = parties.0.iter().find(|party| fold(&party.label) == fold(label.trim()))?;
    Some((party.id.clone(), number.parse().ok()?))
}

/// `8, 8, 6`: how many fit at each table, or one number for all of them.
fn sizes(text: &str, tables: usize) -> Option<Vec<usize>> {
    let sizes: Option<Vec<usize>> = text.split(',').map(|size| size.trim().parse().ok()).collect();
    match sizes?.as_slice() {
        [one] => Some(vec![*one; tables]),
        all => (all.len() == tables).then(|| all.to_vec()),
    }
}
