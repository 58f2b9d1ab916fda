//! `aantafel list`: the sessions there are, newest first.

use super::room::{self, Done, Room};
use crate::{
    store::tell_overdue,
    text::{clean_line, pad},
    words::dates,
};
use clap::ArgMatches;
use serde_json::json;
use std::io::{self, Write};

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let (sessions, troubles) = room.store.sessions().map_err(|trouble| room.trouble(&trouble))?;
    let told: Vec<String> = troubles.iter().map(|trouble| trouble.tell(&room.words)).collect();
    if given.get_flag("json") {
        let unreadable: Vec<_> =
            troubles.iter().zip(&told).map(|(trouble, told)| json!({"path": trouble.path, "why": told})).collect();
        room::json(&json!({"sessions": sessions, "unreadable": unreadable}))?;
        return Ok(Done::unless(!troubles.is_empty()));
    }
    let mut out = io::stdout().lock();
    let widest = sessions.iter().map(|one| one.id.as_str().len()).max().unwrap_or(0).min(60);
    for one in &sessions {
        let tables = room.words.tell("report-tables", &[("count", i64::from(one.tables).into())]);
        let place = if one.place.is_empty() { String::new() } else { format!(", {}", clean_line(&one.place)) };
        let date = dates::date_short(one.date, room.words.lang());
        let id = pad(one.id.as_str(), widest);
        let id = if one.id.as_str().len() > widest { one.id.as_str() } else { &id };
        writeln!(out, "{id}  {}  {}{place}, {tables}", pad(&date, 11), clean_line(&one.title))?;
    }
    if sessions.is_empty() && !room.quiet {
        room.mutter(&room.words.say("cli-list-empty"));
    }
    told.iter().for_each(|told| room.mutter(told));
    for (id, until) in room.store.overdue(room.now().date()) {
        room.mutter(&tell_overdue(&id, until, &room.words));
    }
    Ok(Done::unless(!troubles.is_empty()))
}
