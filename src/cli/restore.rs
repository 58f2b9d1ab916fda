//! `aantafel restore`: which backups there are, and a session made of one, never in the place of what is there.

use super::{
    past::moment,
    room::{self, Done, Room},
    wrong::Wrong,
};
use crate::{
    store::Backup,
    text::{clean_line, pad},
    words::dates,
};
use chrono::NaiveDateTime;
use clap::ArgMatches;
use serde_json::json;
use std::io::{self, Write};

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let all = room.store.backups();
    let Some(name) = given.get_one::<String>("backup") else {
        return list(room, given, &all);
    };
    let of = find(room, name, &all)?;
    let last = of.last().map(|backup| local(backup).date()).unwrap_or_default();
    let first = of.first().map(|backup| local(backup).date()).unwrap_or_default();
    let at = moment(room, given, last, first)?;
    let none = || {
        let at = given.get_one::<String>("at").map(|at| format!(" ({at})")).unwrap_or_default();
        Wrong(room.words.tell("cli-no-backup", &[("session", name.into()), ("at", at.into())]))
    };
    let chosen = of.iter().rev().find(|backup| at.is_none_or(|at| local(backup) <= at));
    let chosen = chosen.ok_or_else(none)?;
    let id = room.store.restore(chosen).map_err(|trouble| room.trouble(&trouble))?;
    if given.get_flag("json") {
        room::json(&json!({"id": id, "made": local(chosen).format("%Y-%m-%dT%H:%M:%S").to_string()}))?;
    } else {
        let args = [("id", id.as_str().into()), ("when", when(room, chosen).into())];
        writeln!(io::stdout().lock(), "{}", room.words.tell("cli-restored", &args))?;
    }
    Ok(Done::Well)
}

/// The backups of the session that is meant, the oldest first.
fn find<'a>(room: &Room, name: &str, all: &'a [Backup]) -> anyhow::Result<Vec<&'a Backup>> {
    let wanted = name.to_lowercase();
    let exact: Vec<&Backup> = all.iter().filter(|backup| backup.session.as_str() == wanted).collect();
    if !exact.is_empty() {
        return Ok(exact);
    }
    let begin: Vec<&Backup> =
        all.iter().filter(|backup| !wanted.is_empty() && backup.session.as_str().starts_with(&wanted)).collect();
    let mut ids: Vec<&str> = begin.iter().map(|backup| backup.session.as_str()).collect();
    ids.dedup();
    if ids.len() > 1 {
        let args = [("session", name.into()), ("ids", ids.join(", ").into())];
        return Err(Wrong(room.words.tell("cli-backups-several", &args)).into());
    }
    Ok(begin)
}

fn list(room: &Room, given: &ArgMatches, all: &[Backup]) -> anyhow::Result<Done> {
    let gone = room.store.gone();
    let is_gone = |backup: &Backup| gone.iter().any(|gone| gone.session == backup.session);
    if given.get_flag("json") {
        let all: Vec<_> = all
            .iter()
            .map(|backup| {
                json!({
                    "session": backup.session, "number": backup.number, "bytes": backup.bytes(), "gone": is_gone(backup),
                    "made": local(backup).format("%Y-%m-%dT%H:%M:%S").to_string(), "path": backup.dir.path(),
                })
            })
            .collect();
        room::json(&json!(all))?;
        return Ok(Done::Well);
    }
    let mut out = io::stdout().lock();
    let widest = all.iter().map(|backup| backup.session.as_str().len()).max().unwrap_or(0).min(60);
    for backup in all {
        let gone = if is_gone(backup) { format!("  ({})", room.words.say("cli-backup-gone")) } else { String::new() };
        let id = clean_line(backup.session.as_str()).into_owned();
        let kilobytes = backup.bytes().div_ceil(1024);
        writeln!(out, "{}  {}  {kilobytes:>6} kB{gone}", pad(&id, widest), when(room, backup))?;
    }
    if all.is_empty() && !room.quiet {
        room.mutter(&room.words.say("cli-no-backups"));
    }
    Ok(Done::Well)
}

/// When a backup was made, in local time.
pub(super) fn local(backup: &Backup) -> NaiveDateTime {
    backup.made + chrono::Duration::seconds(i64::from(crate::run::zone(backup.millis())))
}

/// The same, in words.
pub(super) fn when(room: &Room, backup: &Backup) -> String {
    let local = local(backup);
    format!("{}, {}", dates::date_short(local.date(), room.words.lang()), dates::time(local.time()))
}
