//! `aantafel search`: through everything that was ever saved.

use super::{
    room::{self, Done, Room},
    wrong::Wrong,
};
use crate::{
    record::TableId,
    search::{Bytes, Kind, Lab, Line, Query, Sieve, lines},
    session::Session,
    store::{Look, Recalled, SessionDir, Store},
    text::{clean, clean_line},
    words::{Lang, dates, parse_since},
};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    io::{self, BufWriter, IsTerminal, Write},
    ops::Range,
    sync::atomic::AtomicBool,
};

/// A session, and what was found in it.
type Found = Vec<(Lab, Vec<Line>)>;

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let query = query(given);
    let sieve = sieve(room, given)?;
    if query.is_empty() && sieve.is_empty() {
        return Err(Wrong(room.words.say("cli-search-what")).into());
    }
    let dirs = match &sieve.session {
        Some(_) => vec![room.find(given)?],
        None => room.store.session_dirs().map_err(|trouble| room.trouble(&trouble))?,
    };
    let mut typos = false;
    let mut recalled = look(room, &dirs, &query, &sieve, typos);
    if count(&recalled.made) == 0 && query.may_err() {
        typos = true;
        recalled = look(room, &dirs, &query, &sieve, typos);
    }
    if count(&recalled.made) == 0 {
        refuse_unknown(room, &sieve)?;
    }
    let mut found: Found = recalled.made.into_iter().flatten().collect();
    found.sort_by(|(a, _), (b, _)| (b.date, &a.id).cmp(&(a.date, &b.id)));
    if given.get_flag("json") {
        tell_json(room, &found, &query, typos)?;
    } else {
        tell(room, &found, &query, typos)?;
    }
    Ok(Done::unless(room.doubts_of_many(&recalled.doubts, &recalled.troubles)))
}

/// What was typed: each argument is words, or a phrase if the shell was told to keep it together.
fn query(given: &ArgMatches) -> Query {
    let typed: Vec<&str> = given.get_many::<String>("words").into_iter().flatten().map(String::as_str).collect();
    if given.get_flag("literal") {
        return Query::literal(&typed.join(" "));
    }
    let mut query = Query::default();
    for one in typed {
        let typed = Query::new(one);
        if one.trim().contains(char::is_whitespace) && !one.contains('"') {
            query.add_literal(one.trim());
        } else {
            query.terms.extend(typed.terms);
        }
    }
    query
}

fn sieve(room: &Room, given: &ArgMatches) -> anyhow::Result<Sieve> {
    let told = |name: &str| given.get_one::<String>(name).map(|told| clean_line(told).trim().to_owned());
    let today = room.now().date();
    let since = match told("since") {
        None => None,
        Some(text) => {
            let day = parse_since(&text, today, room.words.lang());
            let unclear = || Wrong(room.words.tell("check-date-unclear", &[("text", text.clone().into())]));
            Some(day.ok_or_else(unclear)?)
        }
    };
    let session = match told("session") {
        Some(_) => {
            Some(crate::store::slug(&room.find(given)?.path().file_name().unwrap_or_default().to_string_lossy(), 100))
        }
        None => None,
    };
    Ok(Sieve {
        session,
        kind: told("kind").unwrap_or_default(),
        party: told("party").unwrap_or_default(),
        since,
        place: told("place").unwrap_or_default(),
    })
}

fn look(
    room: &Room,
    dirs: &[SessionDir],
    query: &Query,
    sieve: &Sieve,
    typos: bool,
) -> Recalled<Option<(Lab, Vec<Line>)>> {
    let bytes = Bytes::new(query, typos);
    let look = if query.is_empty() { Look::All } else { Look::Query(&bytes) };
    let met = |session: &Session| {
        let lab = Lab::of(session);
        // where the session was asked for by name, it is the only one that is read
        let anyhow = Sieve { session: None, ..sieve.clone() };
        let mut met = if anyhow.lets_in(&lab) { lines(session, &room.words) } else { Vec::new() };
        met.retain(|line| sieve.lets(line) && query.is_in(&line.text, typos));
        (!met.is_empty()).then_some((lab, met))
    };
    room.store.recall(dirs, look, Store::threads(), &AtomicBool::new(false), &met)
}

/// The most names that are told to choose from.
const MOST_KNOWN: usize = 24;

/// Refuses a kind or a party that no session knows: then nothing could be found, whatever was said.
fn refuse_unknown(room: &Room, sieve: &Sieve) -> anyhow::Result<()> {
    let words = &room.words;
    let (by_kind, by_party) = (!sieve.kind.is_empty() && sieve.kinds().is_empty(), !sieve.party.is_empty());
    if !by_kind && !by_party {
        return Ok(());
    }
    let dirs = room.store.session_dirs().map_err(|trouble| room.trouble(&trouble))?;
    let known = |session: &Session| {
        let scope = session.tables.first().map(|table| session.scope(table, words));
        let places = scope.into_iter().flat_map(|scope| {
            session.head.workshop.rounds.iter().flat_map(move |round| round.places(scope)).map(|place| place.label)
        });
        let is_known = by_kind && places.into_iter().any(|label| sieve.is_kind(&label));
        let said = lines(session, words);
        let spoke = by_party && said.iter().flat_map(|line| line.parties.lines()).any(|name| sieve.is_party(name));
        let parties: Vec<String> = session.head.parties.0.iter().map(|party| party.label.clone()).collect();
        let labels: Vec<String> = said.into_iter().map(|line| line.label).collect();
        (is_known, spoke, labels, parties)
    };
    let all = room.store.recall(&dirs, Look::All, Store::threads(), &AtomicBool::new(false), &known).made;
    let is_known = all.iter().any(|(is_known, ..)| *is_known);
    let spoke = all.iter().any(|(_, spoke, ..)| *spoke);
    let (mut labels, mut parties) = (BTreeSet::new(), BTreeSet::new());
    for (_, _, of_lines, of_session) in all {
        labels.extend(of_lines.into_iter().filter(|label| !label.trim().is_empty()));
        parties.extend(of_session);
    }
    let wrong = |key: &str, asked: &str, choices: Vec<String>| {
        let few = choices.iter().take(MOST_KNOWN).map(|name| clean_line(name)).collect::<Vec<_>>().join(", ");
        let more = if choices.len() > MOST_KNOWN { ", …" } else { "" };
        let sentence = words.tell(key, &[("asked", asked.into())]);
        let choose = words.tell("cli-wrong-choices", &[("choices", format!("{few}{more}").into())]);
        Err(Wrong(format!("{sentence} {choose}").replace("….", "…")).into())
    };
    if by_kind && !is_known && !labels.iter().any(|label| sieve.is_kind(label)) {
        let at = usize::from(words.lang() == Lang::En);
        let kinds = Kind::ALL.iter().filter_map(|kind| kind.names().get(at)).map(|name| (*name).to_owned());
        return wrong("cli-search-no-kind", &sieve.kind, kinds.chain(labels).collect());
    }
    if by_party && !spoke && !parties.is_empty() && !parties.iter().any(|name| sieve.is_party(name)) {
        return wrong("cli-search-no-party", &sieve.party, parties.into_iter().collect());
    }
    Ok(())
}

fn count(found: &[Option<(Lab, Vec<Line>)>]) -> usize {
    found.iter().flatten().map(|(_, lines)| lines.len()).sum()
}

fn tell(room: &Room, found: &Found, query: &Query, typos: bool) -> anyhow::Result<()> {
    let words = &room.words;
    let all: usize = found.iter().map(|(_, lines)| lines.len()).sum();
    if all == 0 {
        room.mutter(&words.say("cli-search-nothing"));
        return Ok(());
    }
    if typos && !room.quiet {
        room.mutter(&words.say("cli-search-typos"));
    }
    let bold = io::stdout().is_terminal();
    let mut out = BufWriter::new(io::stdout().lock());
    for (nth, (lab, lines)) in found.iter().enumerate() {
        if nth > 0 {
            writeln!(out)?;
        }
        let place = if lab.place.is_empty() { String::new() } else { format!(", {}", clean_line(&lab.place)) };
        writeln!(out, "{}  {}{place}", dates::date_short(lab.date, words.lang()), clean_line(&lab.title))?;
        let mut above = None;
        for line in lines {
            if line.entry.is_none() {
                writeln!(out, "  {}", marked(&line.text, &query.marks(&line.text, typos), bold))?;
                writeln!(out, "    aantafel open {}", lab.id)?;
                continue;
            }
            let here = (line.table, &line.round);
            if above != Some(here) {
                let question = if line.question.is_empty() { &line.title } else { &line.question };
                writeln!(
                    out,
                    "  {} · {} · {}",
                    table(room, line.table),
                    clean_line(&line.title),
                    clean_line(question)
                )?;
                above = Some(here);
            }
            let text = clean(&line.text).replace('\n', " / ");
            let by = if line.by.is_empty() { String::new() } else { format!("  ({})", clean_line(&line.by)) };
            let case = if line.case.is_empty() { String::new() } else { format!(" ({})", clean_line(&line.case)) };
            let text = marked(&text, &query.marks(&text, typos), bold);
            writeln!(out, "    {}{case}: {text}{by}", clean_line(&line.label))?;
            writeln!(out, "      {}", open(lab, line))?;
        }
    }
    out.flush()?;
    Ok(())
}

/// Where it is to be opened.
fn open(lab: &Lab, line: &Line) -> String {
    if line.table.is_table() {
        format!("aantafel open {} --table {} --round {}", lab.id, line.table, line.round)
    } else {
        format!("aantafel open {} --door oogst", lab.id)
    }
}

fn table(room: &Room, table: TableId) -> String {
    if table.is_table() {
        room.words.tell("report-table", &[("number", table.to_string().into())])
    } else {
        room.words.say("search-harvest")
    }
}

/// The text with what was looked for in bold, where that can be seen.
fn marked(text: &str, marks: &[Range<usize>], bold: bool) -> String {
    let mut told = String::with_capacity(text.len() + 8 * marks.len());
    let mut from = 0;
    for at in marks.iter().filter(|_| bold) {
        told.push_str(&text[from..at.start]);
        told.push_str("\u{1b}[1m");
        told.push_str(&text[at.clone()]);
        told.push_str("\u{1b}[22m");
        from = at.end;
    }
    told.push_str(&text[from..]);
    told
}

fn tell_json(room: &Room, found: &Found, query: &Query, typos: bool) -> anyhow::Result<()> {
    let told = |lab: &Lab, line: &Line| {
        let marks: Vec<Value> = query.marks(&line.text, typos).iter().map(|at| json!([at.start, at.end])).collect();
        json!({
            "session": lab.id, "title": lab.title, "date": lab.date, "place": lab.place,
            "table": line.table.is_table().then_some(line.table), "round": line.round, "round_title": line.title,
            "question": line.question, "entry": line.entry, "category": line.label,
            "case": (!line.case.is_empty()).then_some(&line.case),
            "kinds": line.kinds.iter().map(|kind: &Kind| kind.key()).collect::<Vec<_>>(),
            "by": line.by, "text": line.text, "marks": marks,
        })
    };
    let hits: Vec<Value> = found
        .iter()
        .flat_map(|(lab, lines)| lines.iter().map(move |line| (lab, line)))
        .map(|(lab, line)| told(lab, line))
        .collect();
    if hits.is_empty() && !room.quiet {
        room.mutter(&room.words.say("cli-search-nothing"));
    }
    room::json(&json!({"count": hits.len(), "typos": typos && !hits.is_empty(), "hits": hits}))
}
