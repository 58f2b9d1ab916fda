//! `aantafel check`: the mistakes in a workshop, session or table file, each with its place and its remedy.
//!
//! It reads only. What a file is stands before its outermost bracket; without a name it is taken for a workshop.

use super::{
    room::{Done, Room, json},
    shelf::{shown, told},
};
use crate::{
    dialect::{self, Mistake},
    session,
    store::{self, read_file},
    workshop::{self, About, Complaint},
};
use clap::ArgMatches;
use serde_json::json;
use std::{
    io::{self, Write},
    path::Path,
};

/// The largest file that is read.
const MOST_BYTES: usize = 256 << 20;

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let mut all = Vec::new();
    let mut done = Done::Well;
    for name in given.get_many::<String>("files").into_iter().flatten() {
        let path = Path::new(name);
        let complaints = match read_file(path, MOST_BYTES) {
            Ok(bytes) => complaints(&bytes),
            Err(trouble) => {
                done = Done::No;
                room.mutter(&trouble.tell(&room.words));
                all.push(json!({"file": name, "ok": false, "mistakes": [], "why": trouble.tell(&room.words)}));
                continue;
            }
        };
        let mistakes: Vec<_> = complaints
            .iter()
            .map(|one| {
                let (sentence, remedy) = workshop::tell(&room.words, one);
                json!({"line": one.line, "col": one.col, "sentence": sentence, "remedy": remedy})
            })
            .collect();
        all.push(json!({"file": name, "ok": mistakes.is_empty(), "mistakes": mistakes}));
        let mut out = io::stdout().lock();
        if !complaints.is_empty() {
            done = Done::No;
        }
        match (given.get_flag("json"), complaints.is_empty()) {
            (true, _) => {}
            (false, false) => writeln!(out, "{}", told(room, path, &complaints))?,
            (false, true) if room.quiet => {}
            (false, true) => writeln!(out, "{}", room.words.tell("cli-check-well", &[("file", shown(path).into())]))?,
        }
    }
    if given.get_flag("json") {
        json(&json!(all))?;
    }
    Ok(done)
}

/// What is wrong with a file of ours.
fn complaints(bytes: &[u8]) -> Vec<Complaint> {
    let text = match dialect::text_of(bytes, MOST_BYTES) {
        Ok(text) => text,
        Err(mistake) => return vec![reading(mistake)],
    };
    let head = |text: &str| {
        dialect::check_format(text, session::FORMAT)?;
        dialect::read::<session::Head>(text).map(drop)
    };
    let read = match dialect::name_of(&text) {
        Some("Session") => head(&text),
        Some("Table") => store::check_table(&text),
        Some(_) | None => return workshop::check(&text).1,
    };
    read.err().into_iter().map(reading).collect()
}

fn reading(mistake: Mistake) -> Complaint {
    Complaint { line: mistake.line, col: mistake.col, about: About::Reading(Box::new(mistake)) }
}
