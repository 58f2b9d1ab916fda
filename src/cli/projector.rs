//! `aantafel screen`: the projector, which follows a session and alters nothing of it.

use super::{
    room::{Done, Room},
    screen,
};
use crate::run;
use clap::ArgMatches;

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let dir = room.find(given)?;
    let theme = screen::theme(room)?;
    let loaded = room.store.load(&dir, room.seed()).map_err(|trouble| room.trouble(&trouble))?;
    // what is in doubt is not for the wall: it is told in the terminal, when the wall is dark again
    let doubts: Vec<String> = loaded.doubts.iter().map(|doubt| doubt.tell(&room.words)).collect();
    run::project(room.store.clone(), dir, loaded, room.words.clone(), theme)?;
    doubts.iter().for_each(|doubt| room.mutter(doubt));
    Ok(Done::unless(!doubts.is_empty()))
}
