//! `aantafel new`: makes a session and prints its id.

use super::{
    room::{self, Done, Room},
    shelf,
    wrong::Wrong,
};
use crate::{
    record::{Parties, SessionId},
    session::{FORMAT, Head},
    text,
    words::parse_date,
};
use clap::ArgMatches;
use serde_json::json;
use std::io::{self, Write};

/// How many tables there are if nobody says otherwise.
const TABLES: u32 = 1;

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let told = |name: &str| given.get_one::<String>(name).map(|told| text::clean_line(told).trim().to_owned());
    let found = shelf::find(room, &told("workshop").unwrap_or_default())?;
    let (workshop, complaints) = found.workshop(room)?;
    if workshop.rounds.is_empty() {
        anyhow::bail!(shelf::told(room, &found.path.unwrap_or_default(), &complaints));
    }
    if let Some(path) = found.path.as_deref().filter(|_| !complaints.is_empty()) {
        room.mutter(&shelf::told(room, path, &complaints));
    }
    let title = told("title").filter(|title| !title.is_empty());
    let title = title.ok_or_else(|| Wrong(room.words.say("cli-no-title")))?;
    let now = room.now();
    let date = match told("date") {
        None => now.date(),
        Some(text) => parse_date(&text, now.date(), room.words.lang())
            .ok_or_else(|| Wrong(room.words.tell("check-date-unclear", &[("text", text.into())])))?,
    };
    let parties: Vec<String> = given.get_many::<String>("party").into_iter().flatten().cloned().collect();
    let parties = if parties.is_empty() { &workshop.parties } else { &parties };
    let head = Head {
        format: FORMAT,
        id: SessionId::default(),
        title,
        date,
        place: told("place").unwrap_or_default(),
        tables: given.get_one::<u32>("tables").copied().unwrap_or(TABLES),
        names: Default::default(),
        parties: Parties::named(parties.iter().map(|party| text::clean_line(party))),
        device: room.store.device().clone(),
        workshop,
    };
    let head = room.store.create(head).map_err(|trouble| room.trouble(&trouble))?;
    if let Err(trouble) = room.store.carry(&head, room.seed(), now) {
        room.mutter(&room.trouble(&trouble).to_string()); // the session stands; it begins with less than it could
    }
    super::lessons::offer(room, &head);
    let folder = room.data().session(head.id.as_str());
    if given.get_flag("json") {
        room::json(&json!({
            "id": head.id, "title": head.title, "date": head.date, "place": head.place, "tables": head.tables,
            "folder": folder.path(),
        }))?;
    } else {
        writeln!(io::stdout(), "{}", head.id)?;
    }
    Ok(Done::unless(!complaints.is_empty()))
}
