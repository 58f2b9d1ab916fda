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
    store::{self, Trouble, read_file},
    workshop::{self, About, Complaint, Workshop},
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
    let names: Vec<&String> = given.get_many::<String>("files").into_iter().flatten().collect();
    let mut read: Vec<Result<Checked, Trouble>> =
        names.iter().map(|name| read_file(Path::new(name), MOST_BYTES).map(|bytes| checked(&bytes))).collect();
    translations(&mut read);
    for (name, checked) in names.into_iter().zip(read) {
        let path = Path::new(name);
        let complaints = match checked {
            Ok(checked) => checked.complaints,
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

/// A file of ours, what is wrong with it, and the workshop in it if it is one.
#[derive(Default)]
struct Checked {
    text: String,
    complaints: Vec<Complaint>,
    workshop: Option<Workshop>,
}

/// The same workshop in two languages says the same things: where one lacks something, the other is told.
fn translations(read: &mut [Result<Checked, Trouble>]) {
    let of = |one: &Result<Checked, Trouble>| one.as_ref().ok().and_then(|checked| checked.workshop.clone());
    let all: Vec<Workshop> = read.iter().filter_map(of).collect();
    for checked in read.iter_mut().flatten() {
        let Some(own) = checked.workshop.clone() else { continue };
        for other in all.iter().filter(|other| other.id == own.id && other.language != own.language) {
            checked.complaints.extend(workshop::compare(&checked.text, &own, other));
        }
        checked.complaints.sort_by_key(|complaint| (complaint.line, complaint.col));
    }
}

/// What is wrong with a file of ours.
fn checked(bytes: &[u8]) -> Checked {
    let of = |complaints| Checked { complaints, ..Checked::default() };
    let text = match dialect::text_of(bytes, MOST_BYTES) {
        Ok(text) => text,
        Err(mistake) => return of(vec![reading(mistake)]),
    };
    let head = |text: &str| {
        dialect::check_format(text, session::FORMAT)?;
        dialect::read::<session::Head>(text).map(drop)
    };
    let read = match dialect::name_of(&text) {
        Some("Session") => head(&text),
        Some("Table") => store::check_table(&text),
        Some(_) | None => {
            let (workshop, complaints) = workshop::check(&text);
            return Checked { complaints, workshop, text: text.into_owned() };
        }
    };
    of(read.err().into_iter().map(reading).collect())
}

fn reading(mistake: Mistake) -> Complaint {
    Complaint { line: mistake.line, col: mistake.col, about: About::Reading(Box::new(mistake)) }
}
