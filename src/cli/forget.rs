//! `aantafel forget`: destroys the names of people in a session, and shows that none is left.
//!
//! It first says where names stand, and does nothing until somebody says so. What it says afterwards is what a search of the
//! bytes found, not what was meant to be done: it exits with 0 only if that found nothing.

use super::{
    room::{self, Done, Room},
    shelf::shown,
};
use crate::{
    store::{Forgetting, Forgotten, Place, PlaceKind, Refused, Sought},
    text::clean_line,
    words::dates,
};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::{
    io::{self, BufRead, IsTerminal, Write},
    path::Path,
};

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let dir = room.find(given)?;
    let somebody = room.words.say("forget-somebody");
    let known = room.store.names_known(&dir, &somebody).map_err(|trouble| room.trouble(&trouble))?;
    let named = given.get_many::<String>("name").into_iter().flatten();
    let named = named.map(|name| Sought { name: clean_line(name).trim().to_owned(), instead: somebody.clone() });
    let sought: Vec<Sought> = known.into_iter().chain(named).filter(|one| !one.name.is_empty()).collect();
    let wanted = |name: &str| given.get_flag(name);
    if sought.is_empty() {
        tell(room, wanted("json"), &json!({"sought": 0, "done": false, "left": []}), || {
            room.words.say("forget-nothing")
        })?;
        return Ok(Done::Well);
    }
    let places = room.store.places_of(&dir, &sought);
    let in_text = places.iter().any(|place| place.kind == PlaceKind::Said);
    let undecided = in_text && !wanted("also-in-text") && !wanted("leave-text");
    let first = || format!("{}{}", counted(room, &sought), listed(room, &places));
    let agreed = !undecided && (wanted("yes") || !wanted("json") && asked(room, &first())?);
    if !agreed {
        let why = if undecided { "forget-choose" } else { "forget-not-yet" };
        tell(
            room,
            wanted("json"),
            &told(&sought, false, &Forgotten { left: places.clone(), ..Forgotten::default() }),
            || format!("{}\n{}", first(), room.words.say(why)),
        )?;
        return Ok(Done::InDoubt);
    }
    let forgetting =
        Forgetting { in_text: wanted("also-in-text"), reports: wanted("reports"), today: room.now().date() };
    let since = dates::time(room.now().local().time());
    let forgotten = room.store.forget(&dir, &sought, forgetting, &since).map_err(|refused| match &refused {
        Refused::Busy(_) => {
            anyhow::anyhow!(room.words.tell("forget-busy", &[("why", refused.tell(&room.words).into())]))
        }
        Refused::Trouble(trouble) => room.trouble(trouble),
    })?;
    tell(room, wanted("json"), &told(&sought, true, &forgotten), || {
        let args = [("rewritten", forgotten.rewritten.len().into()), ("removed", forgotten.removed.len().into())];
        let found = match forgotten.left.as_slice() {
            [] => room.words.say("forget-clean"),
            left => format!("{}{}", room.words.say("forget-left"), listed(room, left)),
        };
        let elsewhere = room.words.say("forget-elsewhere");
        format!("{}\n{}\n{found}\n{elsewhere}", counted(room, &sought), room.words.tell("forget-done", &args))
    })?;
    Ok(Done::unless(!forgotten.left.is_empty()))
}

fn tell(room: &Room, as_json: bool, value: &Value, words: impl Fn() -> String) -> anyhow::Result<()> {
    if as_json {
        return room::json(value);
    }
    if !room.quiet {
        writeln!(io::stdout().lock(), "{}", words())?;
    }
    Ok(())
}

/// Asks whether to go on, if somebody can answer; otherwise nobody said yes.
fn asked(room: &Room, first: &str) -> anyhow::Result<bool> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Ok(false);
    }
    let mut out = io::stdout().lock();
    write!(out, "{first}\n{} ", room.words.say("forget-ask"))?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "ja" | "j" | "yes" | "y"))
}

fn counted(room: &Room, sought: &[Sought]) -> String {
    room.words.tell("forget-sought", &[("count", sought.len().into())])
}

/// A line for every place, each on a line of its own, begun with a line end.
fn listed(room: &Room, places: &[Place]) -> String {
    let line = |place: &Place| {
        let kind = room.words.say(&format!("forget-place-{}", key(place.kind)));
        let path = place.path.strip_prefix(room.data().root()).unwrap_or(&place.path);
        let args = [
            ("path", shown(path).into()),
            ("kind", kind.into()),
            ("count", place.count.into()),
            ("words", place.excerpt.as_str().into()),
        ];
        let words = match (place.count, place.excerpt.is_empty(), place.kind) {
            (0, ..) => "forget-line",
            (_, false, PlaceKind::Said | PlaceKind::Report | PlaceKind::Strange) => "forget-line-words",
            (_, true, _)
            | (_, false, PlaceKind::People | PlaceKind::Leftover | PlaceKind::Called | PlaceKind::Closed) => {
                "forget-line-count"
            }
        };
        format!("\n  {}", room.words.tell(words, &args))
    };
    places.iter().map(line).collect()
}

fn key(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::People => "people",
        PlaceKind::Said => "said",
        PlaceKind::Leftover => "leftover",
        PlaceKind::Report => "report",
        PlaceKind::Strange => "strange",
        PlaceKind::Called => "called",
        PlaceKind::Closed => "closed",
    }
}

/// For a script. No name stands in it, and no words around one: it may be kept in a log.
fn told(sought: &[Sought], done: bool, forgotten: &Forgotten) -> Value {
    let path = |path: &Path| path.display().to_string();
    let left = |place: &Place| json!({"kind": key(place.kind), "path": path(&place.path), "count": place.count});
    json!({
        "sought": sought.len(),
        "done": done,
        "rewritten": forgotten.rewritten.iter().map(|one| path(one)).collect::<Vec<_>>(),
        "removed": forgotten.removed.iter().map(|one| path(one)).collect::<Vec<_>>(),
        "left": forgotten.left.iter().map(left).collect::<Vec<_>>(),
    })
}
