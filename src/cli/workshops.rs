//! `aantafel workshops`: the shelf; one of it to read, or to make one's own of.

use super::{
    room::{Done, Room, json},
    shelf::{self, Found, shown},
};
use crate::{
    form::{Bare, Place, Scope},
    record::{Parties, Records},
    text::{clean_line, pad},
    words::dates,
    workshop::{Round, Workshop, shipped},
};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::{
    fs::File,
    io::{self, Write},
    path::Path,
};

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    match given.subcommand() {
        Some(("show", given)) => show(room, given),
        Some(("copy", given)) => copy(room, given),
        Some((_, given)) => list(room, given),
        None => list(room, given),
    }
}

fn list(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let mut found: Vec<(String, Found)> = Vec::new();
    let mut troubles = Vec::new();
    for path in shelf::own_files(room).0 {
        let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match shelf::find(room, &path.to_string_lossy()) {
            Ok(own) => found.push((id, own)),
            Err(error) => troubles.push(format!("{error:#}")),
        }
    }
    let ships = shipped(room.words.lang().code());
    found.extend(ships.map(|one| (one.id.to_owned(), Found { text: one.text.to_owned(), path: None })));
    let mut shelf: Vec<(String, Workshop, Found)> = Vec::new();
    for (id, one) in found {
        match one.workshop(room) {
            Ok((workshop, _)) => shelf.push((id, workshop, one)),
            Err(error) => troubles.push(format!("{error:#}")),
        }
    }
    if given.get_flag("json") {
        let one = |(id, workshop, found): &(String, Workshop, Found)| {
            json!({"id": id, "title": workshop.title, "summary": workshop.summary, "language": workshop.language,
                   "minutes": workshop.minutes(), "rounds": workshop.rounds.len(), "file": found.path})
        };
        json(&json!({"workshops": shelf.iter().map(one).collect::<Vec<_>>(), "unreadable": troubles}))?;
        return Ok(Done::unless(!troubles.is_empty()));
    }
    let mut out = io::stdout().lock();
    for (id, workshop, found) in &shelf {
        let time = dates::minutes(i64::from(workshop.minutes()));
        let own = if found.path.is_some() { room.words.say("cli-workshops-own") } else { String::new() };
        let about = format!("{}: {}", clean_line(&workshop.title), clean_line(&workshop.summary));
        writeln!(out, "{}  {}  {}  {own}", pad(id, 16), pad(&time, 5), about.trim_end_matches(": "))?;
    }
    troubles.iter().for_each(|trouble| room.mutter(trouble));
    Ok(Done::unless(!troubles.is_empty()))
}

fn show(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let name = given.get_one::<String>("workshop").map(String::as_str).unwrap_or_default();
    let found = shelf::find(room, name)?;
    let (workshop, complaints) = found.workshop(room)?;
    if given.get_flag("json") {
        json(&serde_json::to_value(&workshop).unwrap_or(Value::Null))?;
    } else {
        tell(room, &workshop, &mut io::stdout().lock())?;
    }
    if !complaints.is_empty() {
        room.mutter(&shelf::told(room, &found.path.unwrap_or_default(), &complaints));
    }
    Ok(Done::unless(!complaints.is_empty()))
}

fn tell(room: &Room, workshop: &Workshop, out: &mut impl Write) -> io::Result<()> {
    let time = dates::minutes(i64::from(workshop.minutes()));
    writeln!(out, "{} ({}, {time})", clean_line(&workshop.title), workshop.id)?;
    for words in [&workshop.summary, &workshop.about, &workshop.source] {
        if !words.is_empty() {
            writeln!(out, "{}", clean_line(words))?;
        }
    }
    if !workshop.parties.is_empty() {
        writeln!(out, "{}: {}", room.words.say("report-parties"), clean_line(&workshop.parties.join(", ")))?;
    }
    workshop.rounds.iter().enumerate().try_for_each(|(at, round)| tell_round(room, at, round, out))
}

fn tell_round(room: &Room, at: usize, round: &Round, out: &mut impl Write) -> io::Result<()> {
    let time = dates::minutes(i64::from(round.minutes()));
    writeln!(out, "\n{}. {} ({}, {time})", at + 1, clean_line(&round.title), round.id)?;
    if !round.question.is_empty() {
        writeln!(out, "   {}", clean_line(&round.question))?;
    }
    for phase in &round.phases {
        let time = dates::minutes(i64::from(phase.minutes));
        let group = room.words.say(&format!("report-group-{}", phase.group.key()));
        writeln!(out, "   {}  {} ({group})", pad(&time, 4), clean_line(&phase.name))?;
    }
    let (records, parties) = (Records::default(), Parties::default());
    let scope = Scope {
        records: &records,
        parties: &parties,
        words: &room.words,
        room: &Bare,
        table: 0,
        each: None,
        rotate: None,
        public: false,
    };
    let places = round.blocks.iter().flat_map(|block| block.lens().places(scope));
    let sign = |place: &Place| place.sigil.map_or_else(|| " ".to_owned(), |sign| sign.to_string());
    places
        .into_iter()
        .try_for_each(|place| writeln!(out, "   {} {} ({})", sign(&place), clean_line(&place.label), place.category))
}

fn copy(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let told = |name: &str| given.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let found = shelf::find(room, told("workshop"))?;
    if told("copy-file") == "-" {
        // a terminal may be listening
        io::stdout().write_all(crate::text::clean(&found.text).as_bytes())?;
        return Ok(Done::Well);
    }
    let path = Path::new(told("copy-file"));
    let written = File::create_new(path).and_then(|mut file| file.write_all(found.text.as_bytes()));
    written.map_err(|error| {
        let key = if error.kind() == io::ErrorKind::AlreadyExists { "cli-copy-exists" } else { "cli-copy-failed" };
        let args = [("file", shown(path).into()), ("why", error.to_string().into())];
        anyhow::anyhow!(room.words.tell(key, &args))
    })?;
    if !room.quiet {
        writeln!(io::stdout(), "{}", room.words.tell("cli-copied", &[("file", shown(path).into())]))?;
    }
    Ok(Done::Well)
}
