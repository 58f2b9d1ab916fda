//! `aantafel sheets`: sheets of paper for tables that write with a pen.
//!
//! What stands on them is `report::sheets`; a file that is there is never written over. Not for reports of what was said
//! (`report`).

use super::{
    report::{Paper, format, save},
    room::{Done, Room},
    wrong::Wrong,
};
use crate::report::{self, Format, Pages};
use clap::ArgMatches;

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let pages = match format(room, given)? {
        Format::Pages(pages) => pages,
        Format::Rows(_) => {
            let args = [("formats", Pages::ALL.map(Pages::name).join(", ").into())];
            return Err(Wrong(room.words.tell("cli-sheets-no-rows", &args)).into());
        }
    };
    let dir = room.find(given)?;
    let (session, doubt) = room.load(&dir)?;
    let table = room.table(given, &session)?;
    let document = report::sheets(&session, &room.words, table, room.now().local());
    let stem = format!("{}-{}", session.head.id, room.words.say("sheets-file"));
    save(room, given, &dir, &Paper::Pages(pages, &document), &stem, table)?;
    Ok(Done::unless(doubt))
}
