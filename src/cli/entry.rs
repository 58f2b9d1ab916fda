//! `aantafel show SESSION T2·4·07`: one entry by its short code, with the question it answers and what became of it.
//!
//! So every sentence of a report leads back to what was said. It reads only. Called by `show`.

use super::{
    room::{self, Done, Room, table_title},
    show::{indented, line},
    wrong::Wrong,
};
use crate::{
    form::{Case, Place, Scope, listing, terms},
    record::{About, CategoryId, ColumnId, Entry, Part, RoundId, Value},
    session::{Code, Past, Session, Table, Turn},
    store::SessionDir,
    text::clean_line,
    words::dates,
    workshop::Round,
};
use serde_json::json;
use std::io::{self, BufWriter, Write};

/// Shows the entry of a code.
pub(super) fn show(
    room: &Room,
    dir: &SessionDir,
    session: &Session,
    code: &str,
    as_json: bool,
) -> anyhow::Result<Done> {
    let unknown = || Wrong(room.words.tell("cli-no-code", &[("code", clean_line(code).into_owned().into())]));
    let asked = Code::parse(code).ok_or_else(unknown)?;
    let (table, entry) = session.table(asked.table).zip(asked.entry(session)).ok_or_else(unknown)?;
    // moved to another round since, it has another code now
    let code = Code::entries(&session.head, table).get(&entry.id).copied().unwrap_or(asked);
    let (changes, troubles) = room.store.changes(dir, table.id);
    let past = Past::new(table, changes, crate::run::zone);
    let turns = past.turns(&entry.id, &table.records);
    let round = session.head.workshop.rounds.iter().find(|round| round.id == entry.home.round);
    let told = Told { room, session, table, entry, round };
    if as_json {
        let turn =
            |turn: &Turn| json!({"at": past.time(&turn.stamp), "by": turn.stamp.device, "became": told.parts(turn)});
        room::json(&json!({
            "code": code.to_string(), "table": table.id, "round": entry.home.round, "block": entry.home.block,
            "category": entry.category, "question": told.questions(), "id": entry.id, "text": entry.text,
            "gone": entry.gone, "history": turns.iter().map(turn).collect::<Vec<_>>(),
        }))?;
    } else {
        let mut out = BufWriter::new(io::stdout().lock());
        told.write(&code, &mut out)?;
        writeln!(out, "\n{}", room.words.say("cli-code-history"))?;
        for turn in &turns {
            let when = dates::time(past.time(&turn.stamp).time());
            let became = told.parts(turn).join("; ");
            writeln!(out, "   {when}  {}", clean_line(&became))?;
        }
        out.flush()?;
    }
    let moved = code != asked;
    if moved {
        let args = [("was", asked.to_string().into()), ("now", code.to_string().into())];
        room.mutter(&room.words.tell("cli-code-moved", &args));
    }
    Ok(Done::unless(moved || !troubles.is_empty()))
}

/// An entry with where it stands.
struct Told<'a> {
    room: &'a Room,
    session: &'a Session,
    table: &'a Table,
    entry: &'a Entry,
    round: Option<&'a Round>,
}

impl Told<'_> {
    fn scope(&self) -> Scope<'_> {
        let scope = self.room.scope(self.session, self.table);
        self.round.map_or(scope, |round| round.scope(scope))
    }

    fn place(&self) -> Option<Place> {
        let places = self.round?.places(self.scope());
        places.into_iter().find(|place| place.is(&self.entry.home.block, &self.entry.category))
    }

    /// The title of a round; its id where the workshop does not know it, or no longer.
    fn round_title(&self, id: &RoundId) -> String {
        let round = self.session.head.workshop.rounds.iter().find(|round| round.id == *id);
        round.map_or_else(|| id.to_string(), |round| round.title.clone())
    }

    /// The label of a category, as it is called where the entry stands, or else anywhere.
    fn label(&self, id: &CategoryId) -> String {
        let rounds = self.round.into_iter().chain(&self.session.head.workshop.rounds);
        let mut places = rounds.flat_map(|round| round.places(self.scope())).filter(|place| place.category == *id);
        let first = places.next();
        let here = first.iter().cloned().chain(places).find(|place| place.block == self.entry.home.block);
        here.or(first).filter(|place| !place.label.is_empty()).map_or_else(|| id.to_string(), |place| place.label)
    }

    /// What was put in a column, with what the column is called.
    fn column(&self, id: &ColumnId, value: Option<&Value>) -> String {
        let words = &self.room.words;
        let told = || value.map(|value| listing::tell(self.scope(), value)).unwrap_or_default();
        match value {
            Some(Value::Date(day)) if *id == terms::carried_column() => {
                return words.tell("form-carried", &[("date", dates::date_long(*day, words.lang()).into())]);
            }
            Some(Value::Text(key)) if *id == Case::column() => {
                let places = self.round.into_iter().flat_map(|round| round.places(self.scope()));
                let mut labels = places.filter_map(|place| {
                    place.which.case().filter(|case| case.key == *key).map(|case| case.label.clone())
                });
                return labels.next().unwrap_or_else(|| words.say("form-case-elsewhere"));
            }
            Some(_) | None => {}
        }
        let columns = self.place().map(|place| place.columns).unwrap_or_default();
        let label = columns.into_iter().find(|column| column.id == *id).map(|column| column.label.to_lowercase());
        let label = label.or_else(|| About::of(id).map(|about| words.say(about.key()).to_lowercase()));
        format!("{}: {}", label.unwrap_or_else(|| id.to_string()), told())
    }

    /// The questions it answers: of the round, and of the block.
    fn questions(&self) -> Vec<String> {
        let block = self.session.head.workshop.block(&self.entry.home.block);
        let round = self.round.map(|round| round.question.clone());
        let all = round.into_iter().chain(block.map(|block| block.lens().frame().question.to_owned()));
        all.filter(|question| !question.trim().is_empty()).collect()
    }

    fn write(&self, code: &Code, out: &mut impl Write) -> io::Result<()> {
        let title = table_title(&self.room.words, &self.session.head, self.table.id);
        let round = self.round_title(&self.entry.home.round);
        writeln!(out, "{code}  {}, {}", clean_line(&title), clean_line(&round))?;
        for question in self.questions() {
            indented(&question, "   ", out)?;
        }
        let place = self.place();
        if let Some(place) = place.as_ref().filter(|place| !place.label.is_empty()) {
            writeln!(out, "\n   {}", clean_line(&place.label))?;
        }
        line(self.room, self.scope(), place.as_ref(), self.entry, "   ", out)?;
        if self.entry.gone {
            writeln!(out, "   {}", self.room.words.say("past-gone"))?;
        }
        Ok(())
    }

    /// What became of it in one turn: its words first.
    fn parts(&self, turn: &Turn) -> Vec<String> {
        let words = &self.room.words;
        let voice = |voice: &Option<crate::record::Voice>| match voice {
            Some(voice) => self.session.head.parties.voice(voice),
            None => words.say("past-nobody"),
        };
        let mut parts: Vec<&Part> = turn.parts.iter().collect();
        parts.sort_by_key(|part| !matches!(part, Part::Text(_)));
        let told = parts.into_iter().filter_map(|part| match part {
            Part::Text(text) => Some(format!("“{text}”")),
            Part::Home(home) => Some(words.tell("past-round", &[("round", self.round_title(&home.round).into())])),
            Part::Category(id) => Some(words.tell("past-place", &[("place", self.label(id).into())])),
            Part::By(by) => by.is_some().then(|| words.tell("past-by", &[("who", voice(by).into())])),
            Part::Namens(by) => by.is_some().then(|| words.tell("past-for", &[("who", voice(by).into())])),
            Part::Answers(_) => None,
            Part::Order(_) => Some(words.say("past-order")),
            Part::Column(id, value) => Some(self.column(id, value.as_ref())),
            Part::Flag(flag, on) => {
                let mark = listing::flag(words, *flag);
                Some(if *on { mark } else { words.tell("past-off", &[("mark", mark.into())]) })
            }
            Part::Theme(theme, true) => Some(format!("#{theme}")),
            Part::Theme(theme, false) => Some(words.tell("past-off", &[("mark", format!("#{theme}").into())])),
            Part::Gone(true) => Some(words.say("past-gone")),
            Part::Gone(false) => Some(words.say("past-back")),
        });
        told.collect()
    }
}
