//! A listing as blocks of a report: a heading per place, its entries as a list, a table or quotes.

use super::{Row, carried, flag, lore, rows_of, tell};
use crate::{
    document::{Block, Item, Run, Table},
    form::{
        Case, Kind, Place, Scope,
        formulate::{self, Status},
        terms::carried_column,
    },
    record::{About, ColumnId, Entry, Flag, Taught, Value},
};

/// An entry in the report: how deep it hangs, and the place it belongs to if that is among those told.
#[derive(Clone, Copy)]
struct Told<'a> {
    entry: &'a Entry,
    depth: u8,
    place: Option<&'a Place>,
}

/// The blocks of these places, their headings at that level. Entries that are confidential or not for the report are left out and counted.
///
/// What hangs under an entry that is left out stands in its own category, never under a neighbour.
pub fn report(scope: Scope<'_>, places: &[Place], level: u8) -> Vec<Block> {
    let mut blocks = Vec::new();
    let private = |entry: &Entry| places.iter().any(|place| place.private && place.holds(entry));
    let listed = rows_of(scope, places, &|entry| !kept_out(entry) && !private(entry));
    for part in listed.split(|row| matches!(row, Row::Gap)) {
        let head = part.iter().find_map(|row| if let Row::Head { place, .. } = row { Some(place) } else { None });
        let Some(place) = head else { continue };
        let entries: Vec<Told<'_>> = part.iter().filter_map(|row| told(scope, places, row)).collect();
        if !entries.is_empty() {
            blocks.push(Block::Heading(level, places[*place].label.clone()));
            blocks.extend(body(scope, &places[*place], &entries));
        }
    }
    let held = |place: &Place| scope.listed(place).filter(|entry| kept_out(entry) || place.private).count();
    let withheld: usize = places.iter().map(held).sum();
    if withheld > 0 {
        let words = scope.words.tell("report-withheld", &[("count", withheld.into())]);
        blocks.push(Block::Paragraph(vec![Run::aside(words)]));
    }
    blocks
}

/// Whether an entry stays out of every report.
fn kept_out(entry: &Entry) -> bool {
    entry.is_kept_in()
}

fn told<'a>(scope: Scope<'a>, places: &'a [Place], row: &Row) -> Option<Told<'a>> {
    match row {
        Row::Entry { id, place, depth, .. } => {
            let entry = scope.records.entry(id)?;
            Some(Told { entry, depth: *depth, place: place.and_then(|at| places.get(at)) })
        }
        Row::Head { .. }
        | Row::Blank { .. }
        | Row::Text(_)
        | Row::Gap
        | Row::Case(_)
        | Row::Overview { .. }
        | Row::Board { .. } => None,
    }
}

/// The entries of a place: quotes as quotes, columns as a table, a text as a paragraph, anything else as a nested list.
fn body(scope: Scope<'_>, place: &Place, entries: &[Told<'_>]) -> Vec<Block> {
    if place.quote {
        entries.iter().map(|told| quote(scope, *told)).collect()
    } else if !place.columns.is_empty() {
        vec![table(scope, place, entries)]
    } else if place.kind == Kind::Slot || place.quiet {
        entries.iter().map(|told| Block::Paragraph(runs(scope, *told, &[]))).collect()
    } else {
        vec![Block::List(nest(scope, entries))]
    }
}

fn quote(scope: Scope<'_>, told: Told<'_>) -> Block {
    let by = asides(scope, told, &[]).join("; ");
    let runs = std::iter::once(Run::plain(&told.entry.text)).chain(code(scope, told.entry)).collect();
    Block::Quote(runs, Some(by).filter(|by| !by.is_empty()))
}

fn nest(scope: Scope<'_>, entries: &[Told<'_>]) -> Vec<Item> {
    let mut items = Vec::new();
    let mut rest = entries;
    while let [told, tail @ ..] = rest {
        let own = tail.iter().take_while(|below| below.depth > told.depth).count();
        items.push(Item { runs: runs(scope, *told, &[]), below: nest(scope, &tail[..own]) });
        rest = &tail[own..];
    }
    items
}

fn table(scope: Scope<'_>, place: &Place, entries: &[Told<'_>]) -> Block {
    let labels = place.columns.iter().map(|column| column.label.clone());
    let shown: Vec<&ColumnId> = place.columns.iter().map(|column| &column.id).collect();
    let row = |told: &Told<'_>| {
        let own = told.place == Some(place); // what hangs here from another place is not asked for these columns
        let cells = place.columns.iter().map(|column| match told.entry.columns.get(&column.id) {
            Some(value) => vec![Run::plain(tell(scope, value))],
            None if column.required && own => vec![Run::aside(scope.words.say("report-lacking"))],
            None => Vec::new(),
        });
        std::iter::once(runs(scope, *told, &shown)).chain(cells).collect()
    };
    let head = std::iter::once(scope.words.say("report-what")).chain(labels).collect();
    Block::Table(Table::new(head, entries.iter().map(row).collect()))
}

/// An entry's words, and beside them who said it, what marks it carries, and the columns that are not `shown` elsewhere.
fn runs(scope: Scope<'_>, told: Told<'_>, shown: &[&ColumnId]) -> Vec<Run> {
    let entry = told.entry;
    let text = if entry.has(Flag::Quote) { format!("“{}”", entry.text) } else { entry.text.clone() };
    let mut runs = vec![if entry.has(Flag::Key) { Run::strong(text) } else { Run::plain(text) }];
    let asides = asides(scope, told, shown);
    if !asides.is_empty() {
        runs.push(Run::aside(asides.join("; ")));
    }
    runs.extend(code(scope, entry));
    runs
}

/// The short code that leads from the report to the entry.
fn code(scope: Scope<'_>, entry: &Entry) -> Option<Run> {
    scope.room.code(scope.table, &entry.id).map(Run::code)
}

fn asides(scope: Scope<'_>, told: Told<'_>, shown: &[&ColumnId]) -> Vec<String> {
    let entry = told.entry;
    let mut asides = Vec::new();
    // an entry that was moved to an anonymous place may still know who said it
    let by = entry.by.as_ref().filter(|_| !told.place.is_some_and(|place| place.anonymous));
    asides.extend(by.map(|voice| scope.parties.voice(voice)));
    asides.extend(carried(scope, entry));
    if let Some(voice) = &entry.namens {
        asides.push(scope.words.tell("form-namens", &[("party", scope.parties.voice(voice).into())]));
    }
    let columns = entry.columns.iter().filter(|(id, value)| !shown.contains(id) && !is_form_s_own(id, value));
    asides.extend(columns.map(|(id, value)| format!("{}: {}", label(told.place, id), tell(scope, value))));
    if let Some(taught) = Taught::of(entry, scope.room.harvest()) {
        asides.push(flag(scope.words, Flag::Lesson));
        asides.extend(lore(scope.words, &taught).into_iter().map(|(label, text)| format!("{label}: {text}")));
    }
    asides.extend(entry.themes.iter().map(|theme| format!("#{theme}")));
    for mark in [Flag::Key, Flag::Parked] {
        asides.extend(entry.has(mark).then(|| flag(scope.words, mark)));
    }
    match Status::of(entry) {
        Status::Draft => {}
        Status::Parked if entry.has(Flag::Parked) => {}
        status @ (Status::Settled | Status::Parked) => {
            asides.push(scope.words.say(&format!("form-status-{}", status.key())));
        }
    }
    asides
}

/// Whether a column is one that forms keep for themselves: a text's status, which is told in its own words, the entries it was
/// assembled from, the case in which something was said, what is said of a lesson beside its words.
pub fn is_form_s_own(id: &ColumnId, value: &Value) -> bool {
    *id == Status::column() && matches!(value, Value::Choice(_))
        || *id == formulate::sources() && matches!(value, Value::Entries(_))
        || *id == carried_column() && matches!(value, Value::Date(_))
        || *id == Case::column() && matches!(value, Value::Text(_))
        || About::of(id).is_some() && matches!(value, Value::Text(_))
}

/// What stands above a column; its id where the workshop no longer knows it.
fn label(place: Option<&Place>, id: &ColumnId) -> String {
    let column = place.and_then(|place| place.columns.iter().find(|column| column.id == *id));
    column.map_or_else(|| id.to_string(), |column| column.label.to_lowercase())
}
