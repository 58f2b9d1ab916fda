//! `aantafel open`: opens a session at a door.

use super::{
    room::{Done, Room},
    screen,
};
use crate::{
    app::Doorway,
    run::Opening,
    store::{Rescued, SessionDir},
    words::dates,
};
use clap::ArgMatches;

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    screen::warm(&room.words);
    let dir = room.find(given)?;
    bring_in(room, &dir);
    let loaded = room.store.load(&dir, room.seed()).map_err(|trouble| room.trouble(&trouble))?;
    let table = room.table(given, &loaded.session)?;
    let round = room.round(given, &loaded.session.head)?;
    let asked = given.get_one::<String>("door").map(String::as_str);
    // any other name was refused before
    let door = Doorway::ALL.into_iter().find(|door| asked == Some(door.name())).unwrap_or_default();
    screen::screen(room, room.store.clone(), Some(Opening { dir, loaded, table, round, door }))
}

/// Brings in what could not be saved in this session before; what cannot be brought in stays, and is told.
fn bring_in(room: &Room, dir: &SessionDir) {
    let of_this = |one: &Rescued| std::path::absolute(dir.path()).is_ok_and(|path| path == one.of);
    for rescued in room.store.rescued().into_iter().filter(of_this) {
        let since = dates::time(room.now().local().time());
        if let Err(refused) = room.store.bring_in(&rescued, room.seed(), &since) {
            let path = rescued.path.display().to_string();
            let args = [("path", path.into()), ("why", refused.tell(&room.words).into())];
            room.mutter(&room.words.tell("tafel-not-brought-in", &args));
        }
    }
}
