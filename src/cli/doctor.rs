//! `aantafel doctor`: looks at everything the program needs, and says what to do about what is not right.

use super::{
    room::{Done, Room, json},
    shelf::{self, shown},
};
use crate::{
    store::{list_aside, make_folder, tell_overdue},
    words::{dates, numbers},
};
use chrono::Datelike;
use clap::ArgMatches;
use serde_json::json;
use std::{
    fs,
    io::{self, IsTerminal, Write},
    path::Path,
};

/// Below this many bytes free, one should make room before the day begins.
const LITTLE: u64 = 200 << 20;

/// Something that was looked at.
struct Look {
    /// Its name in the keys of its words: `cli-doctor-<name>`, and `cli-doctor-<name>-do` for what to do.
    name: &'static str,
    ok: bool,
    /// What was seen.
    seen: String,
}

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let looks = looks(room);
    let say = |look: &Look| room.words.say(&format!("cli-doctor-{}", look.name));
    let remedy = |look: &Look| (!look.ok).then(|| room.words.say(&format!("cli-doctor-{}-do", look.name)));
    if given.get_flag("json") {
        let all: Vec<_> = looks
            .iter()
            .map(|look| json!({"name": look.name, "ok": look.ok, "seen": look.seen, "do": remedy(look)}))
            .collect();
        json(&json!(all))?;
    } else {
        let mut out = io::stdout().lock();
        for look in &looks {
            let sign = match (look.ok, room.ascii) {
                (true, false) => "✓",
                (true, true) => "v",
                (false, _) => "!",
            };
            writeln!(out, "{sign} {}: {}", say(look), look.seen)?;
            if let Some(remedy) = remedy(look) {
                writeln!(out, "    {remedy}")?;
            }
        }
    }
    Ok(Done::unless(looks.iter().any(|look| !look.ok)))
}

fn looks(room: &Room) -> Vec<Look> {
    let root = room.data().root();
    let mut looks = vec![folder(root), space(room, root)];
    looks.extend(terminal(room));
    looks.push(locale(room));
    looks.extend(clock(room));
    looks.extend(sessions(room));
    looks.push(clocks(room));
    looks.push(backups(room));
    looks.push(names(room));
    looks.push(workshops(room));
    looks.push(kept(room));
    looks
}

/// Whether the data folder can be written, by writing and removing a file there.
fn folder(root: &Path) -> Look {
    let there = root.is_dir();
    let tried = make_folder(root, root).map_err(|trouble| io::Error::other(trouble.to_string())).and_then(|()| {
        let file = tempfile::Builder::new().prefix(".aantafel-").suffix(".tmp").tempfile_in(root)?;
        file.as_file().write_all(b"aantafel")?;
        file.as_file().sync_all()?;
        file.close()
    });
    if !there && tried.is_ok() {
        // made only to look; a folder that was not empty stays
        let _ = fs::remove_dir(root);
    }
    let seen = match &tried {
        Ok(()) => shown(root),
        Err(error) => format!("{}: {error}", shown(root)),
    };
    Look { name: "folder", ok: tried.is_ok(), seen }
}

fn space(room: &Room, root: &Path) -> Look {
    let there = root.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
    match fs4::available_space(there) {
        Ok(bytes) => {
            let megabytes = numbers::count(usize::try_from(bytes >> 20).unwrap_or(usize::MAX), room.words.lang());
            Look { name: "space", ok: bytes >= LITTLE, seen: format!("{megabytes} MB") }
        }
        Err(error) => Look { name: "space", ok: false, seen: error.to_string() },
    }
}

fn terminal(room: &Room) -> [Look; 2] {
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    let term = variable("TERM");
    let size = crossterm::terminal::size().map(|(wide, high)| format!("{wide}×{high}"));
    let seen = if io::stdout().is_terminal() {
        format!("{term} {}", size.unwrap_or_default())
    } else {
        room.words.say("cli-doctor-no-terminal")
    };
    let ok = term != "dumb";
    let depth = match variable("COLORTERM").as_str() {
        _ if !variable("NO_COLOR").is_empty() => room.words.say("cli-doctor-colours-none"),
        "truecolor" | "24bit" => "24 bit".to_owned(),
        _ if term.contains("256") => "256".to_owned(),
        _ => "16".to_owned(),
    };
    [
        Look { name: "terminal", ok, seen: crate::text::clean_line(seen.trim()).into_owned() },
        Look { name: "colours", ok: true, seen: depth },
    ]
}

fn locale(room: &Room) -> Look {
    let set =
        ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|set| !set.is_empty()));
    let shown = set.clone().unwrap_or_else(|| "–".to_owned());
    let folded = shown.to_lowercase().replace('-', "");
    // only where the system says otherwise: Windows and macOS are UTF-8 without a word
    let ok = cfg!(not(unix)) || set.is_none() || folded.contains("utf8");
    Look { name: "locale", ok, seen: format!("{} ({})", crate::text::clean_line(&shown), room.words.lang()) }
}

fn clock(room: &Room) -> [Look; 2] {
    let now = room.now();
    let local = now.local();
    let date = dates::date_long(local.date(), room.words.lang());
    let hours = f64::from(now.offset) / 3600.0;
    [
        Look {
            name: "clock",
            ok: (2026..2100).contains(&local.year()),
            seen: format!("{date}, {}", dates::time(local.time())),
        },
        Look { name: "zone", ok: (-12.0..=14.0).contains(&hours), seen: format!("UTC{hours:+}") },
    ]
}

/// The sessions, what of them cannot be read, and what is set aside.
fn sessions(room: &Room) -> [Look; 2] {
    let sessions = match room.store.sessions() {
        Ok((sessions, troubles)) => {
            let mut told = vec![numbers::count(sessions.len(), room.words.lang())];
            told.extend(troubles.iter().map(|trouble| trouble.tell(&room.words)));
            // what is in doubt about the head stands among the troubles already
            let known = told.clone();
            let loaded = sessions.iter().filter_map(|one| {
                let dir = room.data().session(one.id.as_str());
                room.store.load(&dir, room.seed()).ok()
            });
            let doubts = loaded.flat_map(|loaded| loaded.doubts).map(|doubt| doubt.tell(&room.words));
            told.extend(doubts.filter(|doubt| !known.contains(doubt)));
            Look { name: "sessions", ok: told.len() == 1, seen: told.join("\n    ") }
        }
        Err(trouble) => Look { name: "sessions", ok: false, seen: trouble.tell(&room.words) },
    };
    let aside = match list_aside(room.data().root()) {
        Ok(aside) => aside.iter().map(|one| shown(&one.path)).collect(),
        Err(_) => Vec::new(), // no folder, nothing in it
    };
    let mut told = vec![numbers::count(aside.len(), room.words.lang())];
    let ok = aside.is_empty();
    told.extend(aside);
    [sessions, Look { name: "aside", ok, seen: told.join("\n    ") }]
}

/// What could not be saved where it belongs.
fn kept(room: &Room) -> Look {
    let kept = room.store.rescued();
    let mut told = vec![numbers::count(kept.len(), room.words.lang())];
    told.extend(kept.iter().map(|one| shown(&one.path)));
    Look { name: "kept", ok: kept.is_empty(), seen: told.join("\n    ") }
}

/// Of how many sessions, the latest first, is looked whose clock was ahead: for that all of a session is read.
const LOOKED_AT: usize = 20;

/// The devices whose clock is ahead of this one, by the stamps they left.
fn clocks(room: &Room) -> Look {
    let sessions = room.store.sessions().map(|(sessions, _)| sessions).unwrap_or_default(); // told above
    let mut told = Vec::new();
    for session in sessions.iter().take(LOOKED_AT) {
        let dir = room.data().session(session.id.as_str());
        let Ok(mut loaded) = room.store.load(&dir, 0) else { continue }; // told above
        loaded.doubts.clear(); // opening it tells them
        loaded.look_at_clocks(room.now());
        let id = crate::text::clean_line(session.id.as_str()).into_owned();
        told.extend(loaded.doubts.iter().map(|doubt| format!("{id}: {}", doubt.tell(&room.words))));
    }
    let ok = told.is_empty();
    let seen = if ok { "–".to_owned() } else { told.join("\n    ") };
    Look { name: "clocks", ok, seen }
}

/// The backups there are, and the sessions of which nothing else is left.
fn backups(room: &Room) -> Look {
    let all = room.store.backups();
    let newest = all.iter().max_by_key(|backup| backup.made);
    let Some(newest) = newest else {
        return Look { name: "backups", ok: true, seen: room.words.say("cli-no-backups") };
    };
    let sessions: std::collections::BTreeSet<_> = all.iter().map(|backup| &backup.session).collect();
    let bytes: u64 = all.iter().map(crate::store::Backup::bytes).sum();
    let megabytes = usize::try_from(bytes.div_ceil(1 << 20)).unwrap_or(usize::MAX);
    let args = [
        ("count", all.len().into()),
        ("sessions", sessions.len().into()),
        ("megabytes", megabytes.into()),
        ("when", super::restore::when(room, newest).into()),
    ];
    let mut told = vec![room.words.tell("cli-doctor-backups-seen", &args)];
    told.extend(room.store.gone().iter().map(|gone| gone.tell_gone(&room.words)));
    Look { name: "backups", ok: room.store.gone_lately(room.now()).is_empty(), seen: told.join("\n    ") }
}

/// The sessions whose names could be kept up to a day that has passed.
fn names(room: &Room) -> Look {
    let overdue = room.store.overdue(room.now().date());
    let mut told = vec![numbers::count(overdue.len(), room.words.lang())];
    told.extend(overdue.iter().map(|(id, until)| tell_overdue(id, *until, &room.words)));
    Look { name: "names", ok: overdue.is_empty(), seen: told.join("\n    ") }
}

fn workshops(room: &Room) -> Look {
    let (files, doubts) = shelf::own_files(room);
    let mut told = vec![numbers::count(files.len(), room.words.lang())];
    told.extend(doubts.iter().map(|doubt| doubt.tell(&room.words)));
    for path in files {
        match shelf::find(room, &path.to_string_lossy()).and_then(|found| found.workshop(room)) {
            Ok((_, complaints)) if complaints.is_empty() => {}
            Ok((_, complaints)) => told.push(shelf::told(room, &path, &complaints)),
            Err(error) => told.push(format!("{error:#}")),
        }
    }
    Look { name: "workshops", ok: told.len() == 1, seen: told.join("\n    ") }
}
