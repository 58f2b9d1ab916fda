//! `aantafel lessons`: the shelf of lessons, with where each was named; and what of it fits a session that was just made.

use super::room::{self, Done, Room};
use crate::{
    search::{Lab, Lesson, Query, about, fitting},
    session::Head,
    store::{Recalled, Store, Trouble},
    text::clean,
    words::dates,
};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::{
    io::{self, BufWriter, Write},
    sync::atomic::AtomicBool,
};

/// How many lessons are offered while a session is prepared.
const OFFERED: usize = 3;

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let typed: Vec<&str> = given.get_many::<String>("words").into_iter().flatten().map(String::as_str).collect();
    let query = Query::new(&typed.join(" "));
    let (mut shelf, recalled) = shelf(room).map_err(|trouble| room.trouble(&trouble))?;
    let text = |one: &Lesson| [&one.text, &one.place, &one.conditions, &one.know].map(String::as_str).join(" · ");
    let all = |typos: bool| shelf.iter().filter(|one| query.is_in(&text(one), typos)).count();
    let typos = all(false) == 0 && query.may_err();
    shelf.retain(|one| query.is_in(&text(one), typos));
    if given.get_flag("json") {
        room::json(&json!({"lessons": shelf.iter().map(told_json).collect::<Vec<Value>>()}))?;
    } else {
        let mut out = BufWriter::new(io::stdout().lock());
        for one in &shelf {
            tell(room, one, &mut out)?;
        }
        out.flush()?;
    }
    if shelf.is_empty() && !room.quiet {
        room.mutter(&room.words.say(if typed.is_empty() { "cli-lessons-none" } else { "cli-search-nothing" }));
    }
    Ok(Done::unless(room.doubts_of_many(&recalled.doubts, &recalled.troubles)))
}

fn shelf(room: &Room) -> Result<(Vec<Lesson>, Recalled<()>), Trouble> {
    room.store.lessons(Store::threads(), &AtomicBool::new(false))
}

/// Says on standard error which lessons fit a session that was just made; what cannot be read of others is told elsewhere.
pub(super) fn offer(room: &Room, head: &Head) {
    if room.quiet {
        return;
    }
    let Ok((shelf, _)) = shelf(room) else { return };
    let parties: Vec<String> = head.parties.0.iter().map(|party| party.label.clone()).collect();
    let fitting = fitting(&shelf, &parties, &about(&head.title, &head.workshop));
    if fitting.is_empty() {
        return;
    }
    room.mutter(&room.words.say("lesson-fits"));
    for one in fitting.into_iter().take(OFFERED).filter_map(|at| shelf.get(at)) {
        let text = clean(&one.text).replace('\n', " / ");
        room.mutter(&format!(
            "   {text}  ({}; {})",
            one.counts(&room.words),
            dates::date_short(one.lab.date, room.words.lang())
        ));
    }
}

fn tell(room: &Room, one: &Lesson, out: &mut impl Write) -> io::Result<()> {
    let line = |text: &str| clean(text).replace('\n', " / ");
    writeln!(out, "{}", line(&one.text))?;
    for (key, told) in
        [("lesson-place", &one.place), ("lesson-conditions", &one.conditions), ("lesson-know", &one.know)]
    {
        if !told.is_empty() {
            writeln!(out, "   {}: {}", room.words.say(key), line(told))?;
        }
    }
    writeln!(out, "   {}", one.counts(&room.words))?;
    let only = format!(" ({})", room.words.say("lesson-only-theme"));
    let labs = one.evidence.iter().map(|lab| (lab, ""));
    for (lab, only) in labs.chain(one.themed.iter().map(|lab| (lab, only.as_str()))) {
        writeln!(
            out,
            "   - {}, {}{only}  aantafel open {}",
            dates::date_short(lab.date, room.words.lang()),
            line(&lab.title),
            lab.id
        )?;
    }
    Ok(())
}

fn told_json(one: &Lesson) -> Value {
    let labs = |labs: &[Lab]| -> Vec<Value> {
        labs.iter().map(|lab| json!({"session": lab.id, "title": lab.title, "date": lab.date})).collect()
    };
    json!({
        "lesson": one.text, "by": one.by, "place": one.place, "conditions": one.conditions, "know": one.know,
        "themes": one.themes, "named": one.named, "of": one.of,
        "theme": one.theme.as_ref().map(|(name, count)| json!({"name": name, "labs": count})),
        "evidence": labs(&one.evidence), "themed": labs(&one.themed),
        "session": one.lab.id, "table": one.table.is_table().then_some(one.table), "entry": one.entry,
    })
}
