//! `aantafel people`: who sits on which chair, and how much of that reports may tell.
//!
//! Names go into `people.ron` and nowhere else; what reports tell of them is a fact of the room, as everything that is
//! decided for a session. This command and a report that may tell names are the only places where a name is seen.

use super::{
    room::{self, Done, Room},
    shelf::shown,
    wrong::Wrong,
};
use crate::{
    record::{FactKey, Names, Parties, SeatId, TableId, Value, Voice},
    session::{People, Person, Session},
    text::{clean_line, pad, width},
    words::{dates, parse_date},
};
use anyhow::Context;
use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::json;
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// The widest column of chairs in the list.
const WIDEST: usize = 40;
/// How a list of people may name its first column, in whatever language.
const HEADS: [&str; 2] = ["naam", "name"];

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let dir = room.find(given)?;
    let (session, mut doubt) = room.load(&dir)?;
    let wanted = Wanted::read(room, given, &session)?;
    if let Some(names) = wanted.names.filter(|names| *names != session.names()) {
        let value = Some(Value::Choice(names.key().to_owned()));
        room.alter_room(&dir, |session| vec![session.room.records.touch_fact(FactKey::Names, value)])?;
    }
    if wanted.alters() {
        let since = dates::time(room.now().local().time());
        let mut missing = Vec::new();
        let altered = room.store.alter_people(&dir, &since, |people| missing = wanted.alter(people));
        let (_, aside) = altered.map_err(|refused| anyhow::anyhow!(refused.tell(&room.words)))?;
        for chair in missing {
            let chair = session.head.parties.voice(&Voice::Seat(chair));
            room.mutter(&room.words.tell("people-nobody-there", &[("chair", clean_line(&chair).into_owned().into())]));
            doubt = true;
        }
        if let Some(aside) = aside {
            room.mutter(&room.words.tell("people-set-aside", &[("path", shown(&aside).into())]));
            doubt = true;
        }
    }
    let people = room.store.people(&dir).map_err(|trouble| room.trouble(&trouble))?.unwrap_or_default();
    let names = room.store.load(&dir, room.seed()).map_err(|trouble| room.trouble(&trouble))?.session.names();
    if given.get_flag("json") {
        room::json(&json!({"session": session.head.id, "names": names.key(), "until": people.until,
            "forgotten": people.forgotten, "people": people.people}))?;
    } else {
        tell(room, &session, &people, names)?;
    }
    Ok(Done::unless(doubt))
}

/// What was asked.
struct Wanted {
    add: Vec<(Chair, String, String)>,
    remove: Vec<SeatId>,
    table: Option<TableId>,
    until: Option<NaiveDate>,
    names: Option<Names>,
}

/// A chair as it was given: the party with the number, or the party alone, which means its next free chair.
struct Chair {
    party: crate::record::PartyId,
    number: Option<u32>,
}

impl Wanted {
    fn read(room: &Room, given: &ArgMatches, session: &Session) -> anyhow::Result<Self> {
        let many = |name: &str| given.get_many::<String>(name).into_iter().flatten();
        let parties = &session.head.parties;
        let mut add = Vec::new();
        for line in many("add") {
            add.extend(person(room, parties, line, &shown_line(line))?);
        }
        if let Some(path) = given.get_one::<PathBuf>("from") {
            for (nth, line) in lines(room, path)?.iter().enumerate() {
                add.extend(person(room, parties, line, &format!("{}:{}", shown(path), nth + 1))?);
            }
        }
        let chair = |text: &String| match chair(parties, text) {
            Some(Chair { party, number: Some(number) }) => Ok(Parties::nth_chair(&party, number)),
            Some(Chair { number: None, .. }) | None => {
                Err(Wrong(room.words.tell("people-wrong-chair", &[("text", shown_line(text).into())])))
            }
        };
        let remove = many("remove").map(chair).collect::<Result<Vec<_>, Wrong>>()?;
        let today = room.now().date();
        let until = given.get_one::<String>("until").map(|text| {
            let date = parse_date(text, today, room.words.lang());
            date.ok_or_else(|| Wrong(room.words.tell("check-date-unclear", &[("text", shown_line(text).into())])))
        });
        Ok(Self {
            add,
            remove,
            table: room.table(given, session)?,
            until: until.transpose()?,
            names: given.get_one::<String>("names").and_then(|key| Names::of_key(key)),
        })
    }

    fn alters(&self) -> bool {
        !self.add.is_empty() || !self.remove.is_empty() || self.until.is_some()
    }

    /// Gives the chairs that should have been left, and that nobody has.
    fn alter(&self, people: &mut People) -> Vec<SeatId> {
        let missing = self.remove.iter().filter(|seat| !people.leave(seat, self.table)).cloned().collect();
        for (Chair { party, number }, name, function) in &self.add {
            let seat = match number {
                Some(number) => Parties::nth_chair(party, *number),
                None => people.chair_for(party, name, self.table),
            };
            people.put(Person { seat, table: self.table, name: name.clone(), function: function.clone() });
        }
        people.until = self.until.or(people.until);
        missing
    }
}

/// One person: name, party and function, divided by `;`, a comma or a tab. Nothing for an empty line and for a heading.
fn person(room: &Room, parties: &Parties, line: &str, at: &str) -> anyhow::Result<Option<(Chair, String, String)>> {
    let fields = fields(line);
    let field = |nth: usize| fields.get(nth).map(|field| clean_line(field).trim().to_owned()).unwrap_or_default();
    let (name, party) = (field(0), field(1));
    if fields.iter().all(|field| field.trim().is_empty()) || HEADS.contains(&name.to_lowercase().as_str()) {
        return Ok(None);
    }
    let wrong = |key: &str| Wrong(room.words.tell(key, &[("at", at.into()), ("party", party.clone().into())]));
    if name.is_empty() || party.is_empty() {
        return Err(wrong("people-wrong-line").into());
    }
    let chair = chair(parties, &party).ok_or_else(|| wrong("people-no-party"))?;
    Ok(Some((chair, name, field(2))))
}

/// `Welzijn`, or its second chair: `Welzijn 2`.
fn chair(parties: &Parties, text: &str) -> Option<Chair> {
    use crate::text::fold;
    let of = |label: &str| {
        let party = parties.0.iter().find(|party| fold(&party.label) == fold(label.trim()));
        party.map(|party| party.id.clone())
    };
    if let Some(party) = of(text) {
        return Some(Chair { party, number: None });
    }
    let (label, number) = text.trim().rsplit_once(' ')?;
    let number = number.parse().ok().filter(|number| (1..=999).contains(number))?;
    Some(Chair { party: of(label)?, number: Some(number) })
}

/// The lines of a list, which may come from a spreadsheet.
fn lines(room: &Room, path: &Path) -> anyhow::Result<Vec<String>> {
    let args = || [("path", shown(path).into())];
    let bytes = fs::read(path).with_context(|| room.words.tell("people-unreadable", &args()))?;
    let text = String::from_utf8(bytes).map_err(|_| Wrong(room.words.tell("people-no-text", &args())))?;
    Ok(text.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect())
}

/// The fields of a line, divided by `;`, or else by tabs, or else by commas; quotes around one keep it together.
fn fields(line: &str) -> Vec<String> {
    let divider = [';', '\t', ','].into_iter().find(|divider| line.contains(*divider)).unwrap_or(';');
    let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => field.extend(letters.next()),
            '"' => quoted = !quoted,
            _ if letter == divider && !quoted => fields.push(std::mem::take(&mut field)),
            _ => field.push(letter),
        }
    }
    fields.push(field);
    fields
}

fn shown_line(text: &str) -> String {
    clean_line(text).into_owned()
}

fn tell(room: &Room, session: &Session, people: &People, names: Names) -> anyhow::Result<()> {
    let words = &room.words;
    let mut out = io::stdout().lock();
    let chair = |person: &Person| {
        let chair = shown_line(&session.head.parties.voice(&Voice::Seat(person.seat.clone())));
        let at = person.table.map(|table| room::table_title(words, &session.head, table));
        at.map_or_else(|| chair.clone(), |at| format!("{chair}, {}", shown_line(&at)))
    };
    let widest = people.people.iter().map(|one| width(&chair(one))).max().unwrap_or(0).min(WIDEST);
    for person in &people.people {
        let function = if person.function.is_empty() { String::new() } else { format!(", {}", person.function) };
        writeln!(out, "{}  {}{function}", pad(&chair(person), widest), person.name)?;
    }
    if room.quiet {
        return Ok(());
    }
    if people.people.is_empty() {
        let day = people.forgotten.map(|day| dates::date_long(day, words.lang()));
        let told =
            day.map_or_else(|| words.say("people-none"), |day| words.tell("people-forgotten", &[("date", day.into())]));
        writeln!(out, "{told}")?;
    }
    writeln!(out, "{}", words.say(&format!("people-names-{}", names.key())))?;
    if let Some(until) = people.until.filter(|_| !people.people.is_empty()) {
        let args = [("date", dates::date_long(until, words.lang()).into())];
        let key = if people.is_overdue(room.now().date()) { "people-overdue" } else { "people-until" };
        writeln!(out, "{}", words.tell(key, &args))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_spreadsheet_is_divided_as_it_was_meant() {
        assert_eq!(
            fields("Stoel Een;Welzijn;\"voorzitter; bestuur\""),
            ["Stoel Een", "Welzijn", "voorzitter; bestuur"]
        );
        assert_eq!(fields("Stoel Een,Welzijn"), ["Stoel Een", "Welzijn"]);
        assert_eq!(fields("\"Stoel \"\"Een\"\"\"\tZorg, en meer"), ["Stoel \"Een\"", "Zorg, en meer"]);
    }

    #[test]
    fn a_party_is_its_next_chair_and_a_number_behind_it_that_one() {
        let parties = Parties::named(["Welzijn 2", "Wijk 7 West"]);
        let read = |text: &str| chair(&parties, text).map(|chair| (chair.party.to_string(), chair.number));
        assert_eq!(read("welzijn"), Some(("welzijn".into(), None)));
        assert_eq!(read("Welzijn 3"), Some(("welzijn".into(), Some(3))));
        assert_eq!(read("Wijk 7 West"), Some(("wijk-7-west".into(), None)));
        assert_eq!(read("Kerk 1"), None);
    }
}
