//! `--at`: a moment on the command line, and a session as it was then.
//!
//! Called by `show` and `restore`.

use super::{room::Room, wrong::Wrong};
use crate::{
    session::{Past, Session, Then},
    store::SessionDir,
    words::{dates, parse_moment},
};
use chrono::{NaiveDate, NaiveDateTime};
use clap::ArgMatches;

/// A session that was brought back to a moment.
pub(super) struct Gone {
    /// The moment, in local time.
    pub(super) at: NaiveDateTime,
    /// Whether not everything of then is known.
    pub(super) doubt: bool,
}

impl Gone {
    /// The moment, in words.
    pub(super) fn tell(&self, room: &Room) -> String {
        let date = dates::date_long(self.at.date(), room.words.lang());
        let args = [("date", date.into()), ("time", dates::time(self.at.time()).into())];
        room.words.tell("past-shown", &args)
    }
}

/// Makes a session what it was at the moment that `--at` names, if it does: every table, by the journals of all devices.
///
/// What nobody knows is said on standard error and counts as a doubt.
pub(super) fn go_back(
    room: &Room,
    given: &ArgMatches,
    dir: &SessionDir,
    session: &mut Session,
) -> anyhow::Result<Option<Gone>> {
    if !given.contains_id("at") {
        return Ok(None);
    }
    let mut doubt = false;
    let mut pasts = Vec::new();
    for table in &session.tables {
        let (changes, troubles) = room.store.changes(dir, table.id);
        doubt |= !troubles.is_empty(); // loading has told them
        pasts.push(Past::new(table, changes, crate::run::zone));
    }
    let moments = || pasts.iter().flat_map(|past| past.moments().iter().map(|moment| moment.local.date()));
    let date = session.head.date;
    let day = if moments().any(|day| day == date) { date } else { moments().max().unwrap_or(date) };
    let first = moments().min().unwrap_or(day).min(day);
    let Some(at) = moment(room, given, day, first)? else { return Ok(None) };
    let mut unsure = 0;
    for (table, past) in session.tables.iter_mut().zip(&pasts) {
        let Then { records, unsure: more } = past.after(past.until(at), &table.records);
        table.records = records;
        unsure += more;
    }
    if unsure > 0 {
        room.mutter(&room.words.tell("cli-unsure", &[("count", unsure.into())]));
    }
    Ok(Some(Gone { at, doubt: doubt || unsure > 0 }))
}

/// The moment that `--at` names, if it does; `day` is meant where it names none.
pub(super) fn moment(
    room: &Room,
    given: &ArgMatches,
    day: NaiveDate,
    first: NaiveDate,
) -> anyhow::Result<Option<NaiveDateTime>> {
    let Some(at) = given.get_one::<String>("at") else { return Ok(None) };
    let moment = parse_moment(at, day, first, room.words.lang());
    let wrong = || Wrong(room.words.tell("cli-no-moment", &[("at", at.into())]));
    moment.map(Some).ok_or_else(|| wrong().into())
}
