//! What was said, as rows: each with its question beside it, whoever said it as far as that is told, and its themes.
//!
//! Called by the data of a report only.

use super::{Asked, ColumnRow, EntryRow, Ground, Worth};
use crate::{
    form::{Place, Scope, formulate::Status, listing},
    record::{About, BlockId, CategoryId, ColumnId, Entry, EntryId, Flag, Taught, Value},
    report::wash,
    session::Table,
};
use std::collections::HashMap;

/// What was found at all tables, in the order in which it is told.
pub(super) struct Found<'a> {
    tables: Vec<Sheet<'a>>,
}

/// What one table brings.
struct Sheet<'a> {
    table: &'a Table,
    /// Its places, each with the round's place in the workshop.
    places: Vec<(usize, Place)>,
    lines: Vec<Line<'a>>,
    private: usize,
    not_public: usize,
}

/// An entry with its place, if the workshop has one for it.
struct Line<'a> {
    entry: &'a Entry,
    at: Option<usize>,
    code: String,
}

/// Looks at every entry of every table, so that what is said of one elsewhere is known to be told.
pub(super) fn find<'a>(ground: &Ground<'a>) -> Found<'a> {
    Found { tables: ground.tables.iter().map(|table| sheet(ground, table)).collect() }
}

fn sheet<'a>(ground: &Ground<'a>, table: &'a Table) -> Sheet<'a> {
    let session = &ground.told.session;
    let scope = ground.scope(table);
    let rounds = session.head.workshop.rounds.iter().enumerate();
    let places: Vec<(usize, Place)> =
        rounds.flat_map(|(at, round)| round.places(scope).into_iter().map(move |place| (at, place))).collect();
    let mut index: HashMap<(&BlockId, &CategoryId), Vec<usize>> = HashMap::new();
    for (at, (_, place)) in places.iter().enumerate() {
        index.entry((&place.block, &place.category)).or_default().push(at);
    }
    let (mut lines, mut private, mut not_public) = (Vec::new(), 0, 0);
    for entry in table.records.all() {
        let kept_out = entry.is_kept_in();
        if entry.gone || kept_out || entry.text.trim().is_empty() && entry.columns.is_empty() {
            continue;
        }
        let spots = index.get(&(&entry.home.block, &entry.category));
        let at = spots.and_then(|spots| spots.iter().copied().find(|at| places[*at].1.which.holds(entry)));
        let at = at.or_else(|| spots.and_then(|spots| spots.first().copied()));
        let place = at.map(|at| &places[at].1);
        if place.is_some_and(|place| place.private) {
            private += 1;
        } else if ground.is_public() && (entry.has(Flag::Parked) || is_note(entry, place)) {
            not_public += 1;
        } else {
            let code = crate::form::Room::code(ground.told, table.id.0, &entry.id).unwrap_or_default();
            lines.push(Line { entry, at, code });
        }
    }
    drop(index);
    let order = |line: &Line<'_>| (line.at.map_or(usize::MAX, |at| places[at].0), line.at.unwrap_or(usize::MAX));
    lines.sort_by(|one, other| {
        (order(one), &one.entry.order, &one.entry.id).cmp(&(order(other), &other.entry.order, &other.entry.id))
    });
    Sheet { table, places, lines, private, not_public }
}

/// Whether it is what the note-taker saw: prose of the round itself. Literal words are anybody's.
fn is_note(entry: &Entry, place: Option<&Place>) -> bool {
    entry.home.block == BlockId::of_round(&entry.home.round)
        && !entry.has(Flag::Quote)
        && !place.is_some_and(|place| place.quote)
}

impl<'a> Found<'a> {
    /// The codes of all that is told.
    pub(super) fn codes(&self) -> HashMap<EntryId, String> {
        let lines = self.tables.iter().flat_map(|sheet| &sheet.lines);
        lines.map(|line| (line.entry.id.clone(), line.code.clone())).collect()
    }

    fn counted(&self, ground: &Ground<'_>, count: fn(&Sheet<'_>) -> usize) -> usize {
        self.tables.iter().filter(|sheet| ground.chosen(sheet.table.id)).map(count).sum()
    }

    /// How many are out because their question promised it.
    pub(super) fn private(&self, ground: &Ground<'_>) -> usize {
        self.counted(ground, |sheet| sheet.private)
    }

    /// How many are out because the report is for everybody.
    pub(super) fn not_public(&self, ground: &Ground<'_>) -> usize {
        self.counted(ground, |sheet| sheet.not_public)
    }
}

/// The rows of the tables that were asked for.
pub(super) fn rows(ground: &Ground<'_>, found: &Found<'_>) -> Vec<EntryRow> {
    let chosen = found.tables.iter().filter(|sheet| ground.chosen(sheet.table.id));
    chosen.flat_map(|sheet| sheet.lines.iter().map(move |line| row(ground, sheet, line))).collect()
}

fn row(ground: &Ground<'_>, sheet: &Sheet<'_>, line: &Line<'_>) -> EntryRow {
    let scope = ground.scope(sheet.table);
    let entry = line.entry;
    let place = line.at.map(|at| &sheet.places[at].1);
    let voice = |voice: &crate::record::Voice| wash::line(&scope.parties.voice(voice));
    let (themes, key) = themes(ground, &entry.id);
    EntryRow {
        code: line.code.clone(),
        table: sheet.table.id.0,
        asked: asked(ground, entry, place),
        category: wash::line(entry.category.as_str()),
        label: place.map_or_else(|| wash::line(entry.category.as_str()), |place| wash::line(&place.label)),
        words: wash::lines(&entry.text).into_owned(),
        by: entry.by.as_ref().filter(|_| !place.is_some_and(|place| place.anonymous)).map(voice),
        in_name_of: entry.namens.as_ref().map(voice),
        answers: entry.answers.as_ref().and_then(|id| ground.codes.get(id)).cloned(),
        columns: columns(ground, scope, place, entry),
        themes,
        same: same(ground, &entry.id),
        key: key.unwrap_or(entry.has(Flag::Key)),
        quote: entry.has(Flag::Quote) || place.is_some_and(|place| place.quote),
        parked: entry.has(Flag::Parked),
        lesson: Taught::of(entry, scope.room.harvest()).is_some(),
        status: match Status::of(entry) {
            Status::Draft => None,
            status @ (Status::Settled | Status::Parked) => {
                Some(ground.words.say(&format!("form-status-{}", status.key())))
            }
        },
        said: entry.born.local((ground.zone)(entry.born.millis)),
    }
}

/// The question, of the block or of the round; of a strange block what it is called.
fn asked(ground: &Ground<'_>, entry: &Entry, place: Option<&Place>) -> Asked {
    let session = &ground.told.session;
    let case = place.and_then(|place| place.which.case()).map(|case| wash::line(&case.label));
    let rounds = &session.head.workshop.rounds;
    let at = session.head.workshop.round_at(&entry.home.round);
    let known = at.map(|at| (at, &rounds[at])).map(|(at, round)| {
        let form = round.blocks.iter().find(|form| *form.lens().frame().id == entry.home.block);
        Asked::of(at, round, form.map(|form| form.lens().frame()))
    });
    Asked { case: case.unwrap_or_default(), block: wash::line(entry.home.block.as_str()), ..known.unwrap_or_default() }
}

/// The codes of what the organiser called the same as an entry.
fn same(ground: &Ground<'_>, id: &EntryId) -> Vec<String> {
    let harvest = &ground.harvest;
    let twins = harvest.points.at(id).map(|at| harvest.twins.of(at)).unwrap_or_default();
    twins.into_iter().filter_map(|at| ground.codes.get(&harvest.points.all[at].id)).cloned().collect()
}

/// The themes of an entry by name, and whether it is a key insight; nothing of what the harvest does not know.
fn themes(ground: &Ground<'_>, id: &EntryId) -> (Vec<String>, Option<bool>) {
    let themes = &ground.harvest.themes;
    let Some(at) = ground.harvest.points.at(id) else { return (Vec::new(), None) };
    let names = themes.of.line(at).iter().filter_map(|nth| themes.all.get(usize::from(*nth)));
    (names.map(|theme| wash::line(&theme.name)).collect(), Some(themes.key[at]))
}

/// What stands in its columns: those of its place in their order, then others; not what forms keep for themselves.
fn columns(ground: &Ground<'_>, scope: Scope<'_>, place: Option<&Place>, entry: &Entry) -> Vec<ColumnRow> {
    let asked = place.map(|place| place.columns.as_slice()).unwrap_or_default();
    let is_asked = |id: &ColumnId| asked.iter().any(|column| column.id == *id);
    let own =
        asked.iter().filter_map(|column| Some((&column.id, column.label.as_str(), entry.columns.get(&column.id)?)));
    let rest = entry.columns.iter().filter(|(id, value)| !is_asked(id) && !listing::is_form_s_own(id, value));
    let all = own.chain(rest.map(|(id, value)| (id, id.as_str(), value)));
    let row = |(id, label, value): (&ColumnId, &str, &Value)| {
        let value = worth(ground, scope, value)?;
        Some(ColumnRow { id: wash::line(id.as_str()), label: wash::line(label), value })
    };
    let taught = Taught::of(entry, scope.room.harvest()).unwrap_or_default();
    let said = About::ALL.into_iter().map(|about| (about, taught.get(about))).filter(|(_, text)| !text.is_empty());
    let lore = said.map(|(about, text)| ColumnRow {
        id: about.key().to_owned(),
        label: ground.words.say(about.key()),
        value: Worth::Text(wash::lines(text).into_owned()),
    });
    all.filter_map(row).chain(lore).collect()
}

/// A value; nothing where it is another entry that is not told.
fn worth(ground: &Ground<'_>, scope: Scope<'_>, value: &Value) -> Option<Worth> {
    let told = |value: &Value| Worth::Text(wash::lines(&listing::tell(scope, value)).into_owned());
    Some(match value {
        Value::Number(number) if number.is_finite() => Worth::Number(*number),
        Value::Date(day) => Worth::Date(*day),
        Value::Yes(yes) => Worth::Yes(*yes),
        Value::Entry(id) if !ground.codes.contains_key(id) => return None,
        Value::Entries(ids) => {
            let ids: Vec<EntryId> = ids.iter().filter(|id| ground.codes.contains_key(*id)).cloned().collect();
            if ids.is_empty() {
                return None;
            }
            told(&Value::Entries(ids))
        }
        Value::Text(_) | Value::Choice(_) | Value::Number(_) | Value::Voice(_) | Value::Entry(_) => told(value),
    })
}
