//! `aantafel import`: brings sessions and tables together, and shows how complete they are: every table by every round.

use super::room::{self, Done, Room, table_title};
use crate::{
    record::{Entry, EntryId, RoundId, TableId},
    session::{Session, Table},
    store::{Brought, Imported},
    text::{clean_line, pad, width},
};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// The widest name of a table in the grid.
const WIDEST: usize = 24;

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let paths: Vec<PathBuf> = given.get_many("paths").into_iter().flatten().cloned().collect();
    let dry = given.get_flag("dry-run");
    let imported = if dry {
        room.store.try_import(&paths, room.seed()).map_err(|trouble| room.trouble(&trouble))?
    } else {
        room.store.import(&paths, room.seed())
    };
    if given.get_flag("json") {
        room::json(&told(room, &imported, dry))?;
    } else if !room.quiet {
        let mut out = io::stdout().lock();
        for (nth, one) in imported.sessions.iter().enumerate() {
            if nth > 0 {
                writeln!(out)?;
            }
            if let Some(after) = &one.after {
                show(room, one, after, &mut out)?;
            }
        }
        if dry && !imported.sessions.is_empty() {
            writeln!(out, "\n{}", room.words.say("cli-import-would"))?;
        }
    }
    let remarks = remarks(room, &imported);
    remarks.iter().for_each(|remark| room.mutter(remark));
    if imported.sessions.is_empty() && imported.own.is_empty() {
        return Ok(Done::No);
    }
    let quiet_ones = imported.own.len() + imported.sessions.iter().map(|one| one.beside.len()).sum::<usize>();
    Ok(Done::unless(remarks.len() > quiet_ones))
}

/// What somebody should know of it.
fn remarks(room: &Room, imported: &Imported) -> Vec<String> {
    let words = &room.words;
    let of = |key: &str, paths: &[PathBuf]| -> Vec<String> {
        paths.iter().map(|path| words.tell(key, &[("path", shown(path).into())])).collect()
    };
    let mut all = of("cli-import-nothing", &imported.empty);
    all.extend(of("cli-import-stray", &imported.strays));
    all.extend(of("cli-import-own", &imported.own));
    for one in &imported.sessions {
        if let (Some(id), Some(after)) = (&one.renamed, &one.after) {
            let args = [("id", id.to_string().into()), ("now", after.head.id.to_string().into())];
            all.push(words.tell("cli-import-renamed", &args));
        }
        for (key, files) in
            [("cli-import-both", &one.both), ("cli-import-kept", &one.kept), ("cli-import-beside", &one.beside)]
        {
            all.extend(files.iter().map(|file| words.tell(key, &[("file", clean_line(file).into_owned().into())])));
        }
    }
    all.extend(imported.doubts.iter().map(|doubt| doubt.tell(words)));
    all
}

fn shown(path: &Path) -> String {
    clean_line(&path.display().to_string()).into_owned()
}

/// A table of the grid.
struct Row<'a> {
    table: &'a Table,
    /// How many entries stand in every round of the workshop.
    counts: Vec<usize>,
    fresh: usize,
    altered: usize,
    /// Whether there is no file of it at all.
    missing: bool,
}

fn rows<'a>(one: &Brought, after: &'a Session) -> Vec<Row<'a>> {
    let rounds: Vec<&RoundId> = after.head.workshop.rounds.iter().map(|round| &round.id).collect();
    let row = |table: &'a Table| {
        let said: Vec<&Entry> = table.records.all().into_iter().filter(|entry| !entry.gone).collect();
        let in_round = |round: &&RoundId| said.iter().filter(|entry| entry.home.round == **round).count();
        let before = one.before.as_ref().and_then(|before| before.table(table.id));
        let known: HashMap<&EntryId, &Entry> =
            before.into_iter().flat_map(|before| before.records.all()).map(|entry| (&entry.id, entry)).collect();
        let fresh = said.iter().filter(|entry| !known.contains_key(&entry.id)).count();
        let differs = |entry: &&&Entry| known.get(&entry.id).is_some_and(|was| **was != ***entry);
        let altered = table.records.all().iter().filter(differs).count();
        let nothing = table.records.all().is_empty();
        let missing = nothing && table.records.facts().is_empty() && table.records.judgements().is_empty();
        Row { table, counts: rounds.iter().map(in_round).collect(), fresh, altered, missing }
    };
    after.tables.iter().map(row).collect()
}

fn show(room: &Room, one: &Brought, after: &Session, out: &mut impl Write) -> io::Result<()> {
    let (words, head) = (&room.words, &after.head);
    let key = match (&one.before, one.files) {
        (None, _) => "cli-import-new",
        (Some(_), 0) => "cli-import-same",
        (Some(_), _) => "cli-import-more",
    };
    let title = clean_line(&head.title).into_owned();
    writeln!(out, "{}", words.tell(key, &[("id", head.id.to_string().into()), ("title", title.into())]))?;
    let rows = rows(one, after);
    let name = |table: TableId| clean_line(&table_title(words, head, table)).into_owned();
    let label = words.say("cli-import-round");
    let names = rows.iter().map(|row| width(&name(row.table.id))).chain([width(&label)]);
    let first = names.max().unwrap_or(0).min(WIDEST);
    let (total, fresh) = (words.say("cli-import-total"), words.say("cli-import-fresh"));
    let cells = |cells: Vec<String>, last: [String; 2]| {
        let columns = cells.iter().map(|cell| format!("{cell:>4}")).collect::<String>();
        let ends = [width(&total), width(&fresh)];
        let ends = last.iter().zip(ends).map(|(cell, wide)| format!("  {cell:>0$}", wide.max(4))).collect::<String>();
        format!("{columns}{ends}")
    };
    let numbers = (1..=head.workshop.rounds.len()).map(|round| round.to_string()).collect();
    writeln!(out, "  {}  {}", pad(&label, first), cells(numbers, [total.clone(), fresh.clone()]))?;
    let dash = if room.ascii { "-" } else { "–" };
    for row in &rows {
        let count = |count: &usize| if *count == 0 { dash.to_owned() } else { count.to_string() };
        let sum = row.table.records.len();
        let plus = if row.fresh == 0 { String::new() } else { format!("+{}", row.fresh) };
        let counts = row.counts.iter().map(count).collect();
        let mut line = format!("  {}  {}", pad(&name(row.table.id), first), cells(counts, [count(&sum), plus]));
        let remark = match (row.missing, sum) {
            (true, _) => Some(words.say("cli-import-missing")),
            (false, 0) => Some(words.say("cli-import-empty")),
            (false, _) => (row.altered > 0).then(|| words.tell("cli-import-altered", &[("count", row.altered.into())])),
        };
        if let Some(remark) = remark {
            line = format!("{line}  {remark}");
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    let lacking: Vec<String> =
        rows.iter().filter(|row| row.table.records.is_empty()).map(|row| name(row.table.id)).collect();
    let told = match lacking.as_slice() {
        [] => words.say("cli-import-all"),
        lacking => words.tell("cli-import-lacking", &[("tables", lacking.join(", ").into())]),
    };
    writeln!(out, "  {told}")
}

fn told(room: &Room, imported: &Imported, dry: bool) -> Value {
    let session = |one: &Brought| {
        let after = one.after.as_ref()?;
        let table = |row: &Row<'_>| {
            let rounds = after.head.workshop.rounds.iter().zip(&row.counts);
            let rounds: Vec<Value> =
                rounds.map(|(round, count)| json!({"round": round.id, "entries": count})).collect();
            json!({
                "table": row.table.id, "entries": row.table.records.len(), "new": row.fresh, "altered": row.altered,
                "missing": row.missing, "rounds": rounds,
            })
        };
        let tables: Vec<Value> = rows(one, after).iter().map(table).collect();
        Some(json!({
            "id": after.head.id, "title": after.head.title, "new": one.before.is_none(), "files": one.files,
            "was": one.renamed, "both": one.both, "kept": one.kept, "beside": one.beside, "tables": tables,
        }))
    };
    let sessions: Vec<Value> = imported.sessions.iter().filter_map(session).collect();
    json!({"dry_run": dry, "sessions": sessions, "remarks": remarks(room, imported)})
}
