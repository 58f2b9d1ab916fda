//! `aantafel show`: what was said, as text or as JSON. It reads only, also while another program writes.

use super::{
    entry, past,
    room::{self, Done, Room, table_title},
};
use crate::{
    form::{Case, Kind, Place, Scope, board::Board, listing, terms},
    record::{ColumnId, Entry, Flag, RoundId},
    session::{Session, Table},
    text,
    workshop::Round,
};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    io::{self, BufWriter, Write},
};

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let dir = room.find(given)?;
    let (mut session, mut doubt) = room.load(&dir)?;
    if let Some(code) = given.get_one::<String>("code") {
        let done = entry::show(room, &dir, &session, code, given.get_flag("json"))?;
        return Ok(if doubt { Done::InDoubt } else { done });
    }
    let then = past::go_back(room, given, &dir, &mut session)?;
    doubt |= then.as_ref().is_some_and(|then| then.doubt);
    let table = room.table(given, &session)?;
    let round = room.round(given, &session.head)?;
    let tables = session.tables.iter().filter(|one| table.is_none_or(|id| one.id == id));
    let tables: Vec<&Table> = tables.collect();
    if given.get_flag("json") {
        let tables: Vec<Value> = tables.iter().map(|table| table_json(room, &session, table, round.as_ref())).collect();
        let head = &session.head;
        room::json(&json!({
            "id": head.id, "title": head.title, "date": head.date, "place": head.place,
            "parties": head.parties, "workshop": head.workshop.id, "tables": tables,
            "at": then.map(|then| then.at.format("%Y-%m-%dT%H:%M:%S").to_string()),
        }))?;
    } else {
        let mut out = BufWriter::new(io::stdout().lock());
        if let Some(then) = then {
            writeln!(out, "{}\n", then.tell(room))?;
        }
        for (nth, one) in tables.into_iter().enumerate() {
            if nth > 0 {
                writeln!(out)?;
            }
            show(room, &session, one, round.as_ref(), &mut out)?;
        }
        out.flush()?;
    }
    Ok(Done::unless(doubt))
}

fn show(room: &Room, session: &Session, table: &Table, only: Option<&RoundId>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", text::clean_line(&table_title(&room.words, &session.head, table.id)))?;
    let scope = room.scope(session, table);
    for (at, round) in session.head.workshop.rounds.iter().enumerate() {
        if only.is_some_and(|only| *only != round.id) {
            continue;
        }
        writeln!(out, "\n{}. {}", at + 1, text::clean_line(&round.title))?;
        indented(&round.question, "   ", out)?;
        rows(room, round.scope(scope), &round.places(scope), out)?;
    }
    let elsewhere = if only.is_none() { unknown(session, scope) } else { Vec::new() };
    if !elsewhere.is_empty() {
        writeln!(out, "\n{}", room.words.say("report-unknown"))?;
        rows(room, scope, &elsewhere, out)?;
    }
    Ok(())
}

/// The entries of these places, numbered, with what hangs under them indented.
fn rows(room: &Room, scope: Scope<'_>, places: &[Place], out: &mut impl Write) -> io::Result<()> {
    let mut nth = 0;
    for row in listing::rows(scope, places) {
        match row {
            listing::Row::Head { place, count } => {
                nth = 0;
                writeln!(out, "\n   {} ({count})", text::clean_line(&places[place].label))?;
            }
            listing::Row::Entry { id, place, depth, number } => {
                let Some(entry) = scope.records.entry(&id) else { continue };
                nth += usize::from(depth == 0);
                let place = place.map(|at| &places[at]);
                let margin = "   ".repeat(usize::from(depth) + 1);
                let arrow = if room.ascii { ">" } else { "→" };
                let sign = if depth == 0 { format!("{}.", number.unwrap_or(nth)) } else { arrow.to_owned() };
                line(room, scope, place, entry, &format!("{margin}{sign} "), out)?;
            }
            listing::Row::Blank { .. } => writeln!(out, "   –")?,
            listing::Row::Text(words) => indented(&words, "   ", out)?,
            listing::Row::Case(label) => writeln!(out, "\n   == {}", text::clean_line(&label))?,
            listing::Row::Board { shown, part: listing::Part::Row(at), .. } => {
                board_row(room, &shown.board, at, out)?;
            }
            listing::Row::Board { shown, part: listing::Part::Head, .. } => board_head(&shown.board, out)?,
            listing::Row::Board { shown, part: listing::Part::Foot, .. } => {
                shown.board.below.iter().try_for_each(|remark| indented(&remark.text, "   ", out))?;
                shown.board.picture.iter().try_for_each(|row| writeln!(out, "   {}", row.trim_end()))?;
            }
            listing::Row::Overview { .. } => {} // the cases follow one by one
            listing::Row::Gap => {}
        }
    }
    Ok(())
}

/// The signs of a board with their meanings.
fn board_head(board: &Board, out: &mut impl Write) -> io::Result<()> {
    let signs: Vec<String> = board.legend.iter().map(|sign| format!("{} {}", sign.glyph, sign.label)).collect();
    indented(&text::clean_line(&signs.join("; ")), "   ", out)
}

/// A row of a board: its words, then every cell that holds something with what stands above it, then what is seen in it.
fn board_row(room: &Room, board: &Board, at: usize, out: &mut impl Write) -> io::Result<()> {
    let Some(row) = board.rows.get(at) else { return Ok(()) };
    if let Some(head) = &row.head {
        writeln!(out, "   {}:", text::clean_line(head))?;
    }
    let cells = board.columns[..board.told_columns()].iter().zip(&row.cells).filter(|(_, cell)| !cell.text.is_empty());
    let cells = cells.map(|(column, cell)| match column.label.as_str() {
        "" => cell.text.clone(),
        label => format!("{label} {}", cell.text),
    });
    let mut told = cells.collect::<Vec<_>>().join(", ");
    if let Some(remark) = &row.remark {
        let dash = if room.ascii { "-" } else { "–" };
        told = if told.is_empty() { remark.text.clone() } else { format!("{told} {dash} {}", remark.text) };
    }
    let told = if told.is_empty() { told } else { format!(": {told}") };
    writeln!(out, "   {}. {}{}", row.number.unwrap_or(at + 1), text::clean_line(&row.label), text::clean_line(&told))?;
    row.notes.iter().try_for_each(|note| indented(&text::clean_line(note), "      ", out))
}

fn board_json(board: &Board) -> Value {
    let cell = |cell: &crate::form::board::Cell| Value::from(cell.text.clone());
    let row = |row: &crate::form::board::Row| {
        json!({
            "item": row.item, "label": row.label, "part": row.head, "cells": row.cells.iter().map(cell).collect::<Vec<_>>(),
            "seen": row.remark.as_ref().map(|remark| &remark.text), "notes": row.notes,
        })
    };
    json!({
        "columns": board.columns.iter().map(|column| &column.label).collect::<Vec<_>>(),
        "rows": board.rows.iter().map(row).collect::<Vec<_>>(),
        "seen": board.below.iter().map(|remark| &remark.text).collect::<Vec<_>>(),
    })
}

/// An entry on a line of its own, with who said it and its marks.
pub(super) fn line(
    room: &Room,
    scope: Scope<'_>,
    place: Option<&Place>,
    entry: &Entry,
    sign: &str,
    out: &mut impl Write,
) -> io::Result<()> {
    let clean = text::clean(&entry.text);
    let words = if entry.has(Flag::Quote) { format!("“{clean}”") } else { clean.into_owned() };
    let beside = marks(room, scope, place, entry);
    let beside = if beside.is_empty() { beside } else { format!("  ({beside})") };
    let margin = " ".repeat(text::width(sign));
    let words = words.lines().collect::<Vec<_>>().join(&format!("\n{margin}"));
    writeln!(out, "{sign}{words}{}", text::clean_line(&beside))
}

/// Who said it, in whose name, what stands in its columns, its themes and marks.
fn marks(room: &Room, scope: Scope<'_>, place: Option<&Place>, entry: &Entry) -> String {
    let words = &room.words;
    let mut marks = Vec::new();
    let by = entry.by.as_ref().filter(|_| !place.is_some_and(|place| place.anonymous));
    marks.extend(by.map(|voice| scope.parties.voice(voice)));
    if let Some(voice) = &entry.namens {
        marks.push(words.tell("form-namens", &[("party", scope.parties.voice(voice).into())]));
    }
    let columns = place.map_or(&[][..], |place| &place.columns);
    marks.extend(listing::carried(scope, entry));
    // what a form keeps for itself is told in its own words
    let kept = [Case::column(), terms::carried_column()];
    let known = |id: &ColumnId| kept.contains(id) || columns.iter().any(|column| column.id == *id);
    let strange = entry.columns.keys().filter(|id| !known(id));
    let labels = columns.iter().map(|column| (&column.id, column.label.as_str()));
    for (id, label) in labels.chain(strange.map(|id| (id, id.as_str()))) {
        if let Some(value) = entry.columns.get(id) {
            marks.push(format!("{}: {}", label.to_lowercase(), listing::tell(scope, value)));
        }
    }
    marks.extend(entry.themes.iter().map(|theme| format!("#{theme}")));
    marks.extend(entry.flags.iter().filter(|flag| **flag != Flag::Quote).map(|flag| listing::flag(words, *flag)));
    marks.join("; ")
}

/// Words with a margin, without empty lines.
pub(super) fn indented(words: &str, margin: &str, out: &mut impl Write) -> io::Result<()> {
    let clean = text::clean(words);
    clean.lines().filter(|line| !line.trim().is_empty()).try_for_each(|line| writeln!(out, "{margin}{line}"))
}

/// Places that hold something and that the workshop does not know, or no longer.
fn unknown(session: &Session, scope: Scope<'_>) -> Vec<Place> {
    let known: Vec<Place> = session.head.workshop.rounds.iter().flat_map(|round| round.places(scope)).collect();
    let spots: BTreeSet<_> = scope
        .records
        .blocks()
        .flat_map(|block| scope.records.categories(block).map(move |category| (block, category)))
        .filter(|(block, category)| !known.iter().any(|place| place.is(block, category)))
        .collect();
    spots
        .into_iter()
        .map(|(block, category)| Place::list(block, category, &format!("{block} / {category}"), ""))
        .collect()
}

fn table_json(room: &Room, session: &Session, table: &Table, only: Option<&RoundId>) -> Value {
    let scope = room.scope(session, table);
    let places = |places: Vec<Place>| -> Vec<Value> { places.iter().map(|place| place_json(scope, place)).collect() };
    let rounds = session.head.workshop.rounds.iter().filter(|round| only.is_none_or(|only| *only == round.id));
    let round = |round: &Round| json!({"id": round.id, "title": round.title, "question": round.question, "places": places(round.places(scope))});
    json!({
        "number": table.id, "name": session.head.names.get(&table.id),
        "rounds": rounds.map(round).collect::<Vec<_>>(), "elsewhere": places(unknown(session, scope)),
    })
}

fn place_json(scope: Scope<'_>, place: &Place) -> Value {
    let voice = |voice: &Option<_>| voice.as_ref().map(|voice| scope.parties.voice(voice));
    let entry = |entry: &Entry| {
        let columns: serde_json::Map<String, Value> =
            entry.columns.iter().map(|(id, value)| (id.to_string(), listing::tell(scope, value).into())).collect();
        let by = if place.anonymous { None } else { voice(&entry.by) };
        json!({
            "id": entry.id, "text": entry.text, "by": by, "namens": voice(&entry.namens), "answers": entry.answers,
            "columns": columns, "flags": entry.flags, "themes": entry.themes, "said": entry.born,
        })
    };
    let entries: Vec<Value> = scope.listed(place).map(entry).collect();
    let case = place.which.case();
    let form = scope.room.block(&place.block).filter(|_| place.kind == Kind::Board);
    let board = form.and_then(|form| form.lens().board(scope, case)).map(|board| board_json(&board));
    json!({
        "block": place.block, "category": place.category, "label": place.label,
        "case": case.map(|case| &case.label), "entries": entries, "board": board,
    })
}
