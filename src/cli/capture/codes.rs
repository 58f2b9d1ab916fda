//! Entering what was written on paper: every line begins with the code of its sheet.
//!
//! ```text
//! 2.4.a + Korte lijnen        a line of table 2, round 4, question a
//! 2.4.a                       alone on a line: what follows without a code goes there
//! - Geen vervoer
//! 2.4 Het werd stil.          the notes of that round
//! ```
//!
//! The locks of all tables are taken before anything is written. What a code means is `session::code`.

use super::{Goes, Taken, Written, copy, read, sit, take_seated, tell_missed};
use crate::{
    cli::room::{Done, Room, json},
    record::TableId,
    session::{Code, Head, code::Part},
    store::SessionDir,
    text::clean_line,
};
use clap::ArgMatches;
use std::{
    collections::BTreeMap,
    io::{self, Write},
};

/// Lines by table, and those that go nowhere: their number, words and why.
struct Sorted<'a> {
    tables: BTreeMap<TableId, Vec<Written<'a>>>,
    missed: Vec<(usize, String, String)>,
}

pub(super) fn run(room: &Room, given: &ArgMatches, dir: &SessionDir) -> anyhow::Result<Done> {
    let session = room.store.load(dir, room.seed()).map_err(|trouble| room.trouble(&trouble))?.session;
    let text = read(room, given.get_one::<String>("lines").map_or("-", String::as_str))?;
    let Sorted { tables, mut missed } = sort(room, &session.head, &text);
    // a table at which somebody writes is found out before anything is entered at another
    let mut writers = Vec::new();
    for table in tables.keys() {
        writers.push(sit(room, &room.store, dir, *table)?);
    }
    copy(room, dir);
    let mut taken: Vec<(TableId, Taken)> = Vec::new();
    for ((table, lines), writer) in tables.iter().zip(writers) {
        taken.push((*table, take_seated(room, &room.store, dir, *table, writer, lines)?));
    }
    copy(room, dir);
    missed.extend(taken.iter_mut().flat_map(|(_, taken)| std::mem::take(&mut taken.missed)));
    missed.sort();
    tell(room, given, &session.head, &taken, &missed)?;
    tell_missed(room, &missed);
    let doubt = taken.iter().any(|(_, taken)| taken.doubt);
    Ok(Done::unless(doubt || !missed.is_empty()))
}

fn sort<'a>(room: &Room, head: &Head, text: &'a str) -> Sorted<'a> {
    let mut sorted = Sorted { tables: BTreeMap::new(), missed: Vec::new() };
    // the code that stood alone on a line, and where the line before went
    let (mut above, mut last): (Option<Code>, Option<Code>) = (None, None);
    for (nth, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let trimmed = line.trim();
        let end = trimmed.find(char::is_whitespace).unwrap_or(trimmed.len());
        let (first, rest) = (trimmed[..end].trim_end_matches(':'), trimmed[end..].trim());
        let coded = first.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'T' | 't')) && Code::is_like(first);
        let read = if coded { Some(Code::read(first, head)) } else { None };
        let entry = room.words.say("cli-capture-entry");
        let own = read.is_some();
        let found = match (read, above) {
            (Some(Ok(Code { part: Part::Entry(_), .. })), _) => Err(entry),
            (Some(Ok(code)), _) => Ok((code, rest)),
            (Some(Err(why)), _) => Err(why.tell(&room.words)),
            (None, Some(code)) => Ok((code, trimmed)),
            (None, None) => Err(crate::session::Unread::Strange.tell(&room.words)),
        };
        match found {
            Ok((code, "")) => (above, last) = (Some(code), None),
            Ok((code, text)) => {
                let follows = !own && last == Some(code); // without a sign it goes where the line before went
                let line = Written { number: nth + 1, goes: (!follows).then_some(Goes::Code(code)), text };
                last = Some(code);
                sorted.tables.entry(code.table).or_default().push(line);
            }
            Err(why) => {
                // what stands below a code that is none goes nowhere, and not to the code before it
                above = above.filter(|_| !rest.is_empty());
                sorted.missed.push((nth + 1, clean_line(line).into_owned(), why));
            }
        }
    }
    sorted
}

fn tell(
    room: &Room,
    given: &ArgMatches,
    head: &Head,
    taken: &[(TableId, Taken)],
    missed: &[(usize, String, String)],
) -> anyhow::Result<()> {
    let count = |taken: &Taken| taken.counts.iter().map(|count| count.count).sum::<usize>();
    let total: usize = taken.iter().map(|(_, taken)| count(taken)).sum();
    if given.get_flag("json") {
        let tables: Vec<_> =
            taken.iter().map(|(table, taken)| serde_json::json!({"table": table, "taken": count(taken)})).collect();
        let missed: Vec<_> = missed
            .iter()
            .map(|(line, words, why)| serde_json::json!({"line": line, "text": words, "why": why}))
            .collect();
        return json(
            &serde_json::json!({"session": head.id, "title": head.title, "taken": total, "tables": tables, "missed": missed}),
        );
    }
    if room.quiet {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    let title = clean_line(&head.title).into_owned();
    writeln!(out, "{}", room.words.tell("cli-capture-coded", &[("count", total.into()), ("session", title.into())]))?;
    for (table, taken) in taken {
        let args = [("table", i64::from(table.0).into()), ("count", count(taken).into())];
        writeln!(out, "  {}", room.words.tell("cli-capture-at", &args))?;
    }
    Ok(())
}
