//! `aantafel sheets`: sheets of paper for tables that write with a pen.
//!
//! What stands on them is `report::sheets`; a file that is there is never written over. Not for reports of what was said
//! (`report`).

use super::{
    report::{format, save},
    room::{Done, Room},
};
use crate::report;
use clap::ArgMatches;

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let format = format(room, given)?;
    let dir = room.find(given)?;
    let (session, doubt) = room.load(&dir)?;
    let table = room.table(given, &session)?;
    let document = report::sheets(&session, &room.words, table, room.now().local());
    let stem = format!("{}-{}", session.head.id, room.words.say("sheets-file"));
    save(room, given, &dir, &document, format, &stem, table)?;
    Ok(Done::unless(doubt))
}
