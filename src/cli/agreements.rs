//! `aantafel agreements`: what was agreed in any session, who pulls it, when, and what became of it.

use super::room::{self, Done, Room};
use crate::{
    search::{Agreement, agreements},
    store::{Look, Store},
    text::clean,
    words::dates,
};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::{
    io::{self, BufWriter, Write},
    sync::atomic::AtomicBool,
};

/// What stands in a file with an agreement in it: the category of the action list.
const HELD: &[u8] = b"\"action\"";

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let dirs = room.store.session_dirs().map_err(|trouble| room.trouble(&trouble))?;
    let recalled =
        room.store.recall(&dirs, Look::Letters(HELD), Store::threads(), &AtomicBool::new(false), &Agreement::of);
    let mut all = agreements(recalled.made.into_iter().flatten().collect());
    if given.get_flag("open") {
        all.retain(|one| one.state.is_open());
    }
    if given.get_flag("json") {
        room::json(&json!({"agreements": all.iter().map(told_json).collect::<Vec<Value>>()}))?;
    } else {
        let mut out = BufWriter::new(io::stdout().lock());
        for one in &all {
            tell(room, one, &mut out)?;
        }
        out.flush()?;
    }
    if all.is_empty() && !room.quiet {
        room.mutter(&room.words.say("cli-agreements-none"));
    }
    Ok(Done::unless(room.doubts_of_many(&recalled.doubts, &recalled.troubles)))
}

fn tell(room: &Room, one: &Agreement, out: &mut impl Write) -> io::Result<()> {
    let words = &room.words;
    let line = |text: &str| clean(text).replace('\n', " / ");
    writeln!(out, "{}", line(&one.text))?;
    let who = one.who.as_deref().map_or_else(|| words.say("agreement-nobody"), line);
    let when = one.day.map(|day| dates::date_short(day, words.lang())).or_else(|| one.when.as_deref().map(line));
    let mut parts = vec![
        words.say(&format!("agreement-state-{}", one.state.key())),
        who,
        when.unwrap_or_else(|| words.say("agreement-no-day")),
    ];
    if let Some(before) = &one.moved_from {
        let before = before.parse().map_or_else(|_| line(before), |day| dates::date_short(day, words.lang()));
        parts.push(words.tell("agreement-moved", &[("before", before.into())]));
    }
    if one.made != one.lab.date {
        let day = dates::date_short(one.made, words.lang());
        parts.push(words.tell("agreement-made", &[("day", day.into())]));
    }
    if one.sessions > 1 {
        parts.push(words.tell("agreement-came-back", &[("count", one.sessions.into())]));
    }
    writeln!(out, "   {}", parts.join("; "))?;
    let table = words.tell("report-table", &[("number", one.table.to_string().into())]);
    let held = dates::date_short(one.lab.date, words.lang());
    writeln!(
        out,
        "   {held}, {}, {table}  aantafel open {} --table {} --round {}",
        line(&one.lab.title),
        one.lab.id,
        one.table,
        one.round
    )
}

fn told_json(one: &Agreement) -> Value {
    json!({
        "what": one.text, "who": one.who, "when": one.when, "moved_from": one.moved_from, "state": one.state.key(),
        "open": one.state.is_open(), "lacks": lacks(one), "made": one.made, "sessions": one.sessions,
        "session": one.lab.id, "title": one.lab.title, "table": one.table, "round": one.round, "entry": one.entry,
    })
}

fn lacks(one: &Agreement) -> Vec<&'static str> {
    let who = one.who.is_none().then_some("who");
    who.into_iter().chain(one.when.is_none().then_some("when")).collect()
}
