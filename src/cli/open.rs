//! `aantafel open`: opens a session at a door.

use super::{
    room::{Done, Room},
    screen,
};
use clap::ArgMatches;

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let dir = room.find(given)?;
    let (session, _) = room.load(&dir)?;
    let table = room.table(given, &session)?;
    let round = room.round(given, &session.head)?;
    match given.get_one::<String>("door").map(String::as_str) {
        None | Some("tafel") => screen::screen(room, room.store.clone(), Some((dir, table, round))),
        Some(door) => Err(anyhow::anyhow!(room.words.tell("cli-no-door", &[("door", door.into())]))),
    }
}
