//! `aantafel open`: opens a session at a door.

use super::{
    room::{Done, Room},
    screen,
};
use crate::run::Opening;
use clap::ArgMatches;

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    screen::warm(&room.words);
    let dir = room.find(given)?;
    let loaded = room.store.load(&dir, room.seed()).map_err(|trouble| room.trouble(&trouble))?;
    let table = room.table(given, &loaded.session)?;
    let round = room.round(given, &loaded.session.head)?;
    match given.get_one::<String>("door").map(String::as_str) {
        None | Some("tafel") => screen::screen(room, room.store.clone(), Some(Opening { dir, loaded, table, round })),
        Some(door) => Err(anyhow::anyhow!(room.words.tell("cli-no-door", &[("door", door.into())]))),
    }
}
