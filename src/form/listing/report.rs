//! A listing as blocks of a report: a heading per place, its entries as a list, a table or quotes.

use super::{Row, rows};
use crate::{
    document::{Block, Item, Run},
    form::{Kind, Place, Scope, formulate::Status},
    record::{Entry, Flag, Value},
    words::{dates, numbers},
};

/// The level of a place's heading: below the table (1) and the round (2).
const LEVEL: u8 = 3;

/// The blocks of these places. Entries that are confidential or not for the report are left out and counted.
pub fn report(scope: Scope<'_>, places: &[Place]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut withheld = 0;
    let listed = rows(scope, places);
    for part in listed.split(|row| matches!(row, Row::Gap)) {
        let Some(Row::Head { place, .. }) = part.first() else { continue };
        let place = &places[*place];
        let mut entries: Vec<(u8, &Entry)> = Vec::new();
        for row in part {
            if let Row::Entry { id, depth, .. } = row
                && let Some(entry) = scope.records.entry(id)
            {
                if kept_out(entry) { withheld += 1 } else { entries.push((*depth, entry)) }
            }
        }
        if entries.is_empty() {
            continue;
        }
        blocks.push(Block::Heading(LEVEL, place.label.clone()));
        if place.quote {
            blocks.extend(entries.iter().map(|(_, entry)| quote(scope, entry)));
        } else if !place.columns.is_empty() {
            blocks.push(table(scope, place, &entries));
        } else if place.kind == Kind::Slot || place.quiet {
            blocks.extend(entries.iter().map(|(_, entry)| Block::Paragraph(runs(scope, entry))));
        } else {
            blocks.push(Block::List(nest(scope, &entries)));
        }
    }
    if withheld > 0 {
        blocks.push(Block::Paragraph(vec![Run::aside(
            scope.words.tell("report-withheld", &[("count", withheld.into())]),
        )]));
    }
    blocks
}

/// Whether an entry stays out of every report.
fn kept_out(entry: &Entry) -> bool {
    entry.has(Flag::Confidential) || entry.has(Flag::NotInReport)
}

fn quote(scope: Scope<'_>, entry: &Entry) -> Block {
    let by = [asides(scope, entry)].concat().join("; ");
    Block::Quote(vec![Run::plain(&entry.text)], Some(by).filter(|by| !by.is_empty()))
}

fn nest(scope: Scope<'_>, entries: &[(u8, &Entry)]) -> Vec<Item> {
    let mut items = Vec::new();
    let mut rest = entries;
    while let [(depth, entry), tail @ ..] = rest {
        let own = tail.iter().take_while(|(below, _)| below > depth).count();
        items.push(Item { runs: runs(scope, entry), below: nest(scope, &tail[..own]) });
        rest = &tail[own..];
    }
    items
}

fn table(scope: Scope<'_>, place: &Place, entries: &[(u8, &Entry)]) -> Block {
    let head =
        std::iter::once(scope.words.say("report-what")).chain(place.columns.iter().map(|column| column.label.clone()));
    let row = |entry: &Entry| {
        let cells = place.columns.iter().map(|column| match entry.columns.get(&column.id) {
            Some(value) => vec![Run::plain(tell(scope, value))],
            None if column.required => vec![Run::aside(scope.words.say("report-lacking"))],
            None => Vec::new(),
        });
        std::iter::once(runs(scope, entry)).chain(cells).collect()
    };
    Block::Table(head.collect(), entries.iter().map(|(_, entry)| row(entry)).collect())
}

/// An entry's words, and beside them who said it and what marks it carries.
fn runs(scope: Scope<'_>, entry: &Entry) -> Vec<Run> {
    let text = if entry.has(Flag::Quote) { format!("“{}”", entry.text) } else { entry.text.clone() };
    let mut runs = vec![if entry.has(Flag::Key) { Run::strong(text) } else { Run::plain(text) }];
    let asides = asides(scope, entry);
    if !asides.is_empty() {
        runs.push(Run::aside(asides.join("; ")));
    }
    runs
}

fn asides(scope: Scope<'_>, entry: &Entry) -> Vec<String> {
    let mut asides = Vec::new();
    asides.extend(entry.by.as_ref().map(|voice| scope.parties.voice(voice)));
    if let Some(voice) = &entry.namens {
        asides.push(scope.words.tell("form-namens", &[("party", scope.parties.voice(voice).into())]));
    }
    asides.extend(entry.themes.iter().map(|theme| format!("#{theme}")));
    if entry.has(Flag::Key) {
        asides.push(scope.words.say("form-flag-key"));
    }
    if entry.has(Flag::Parked) {
        asides.push(scope.words.say("form-flag-parked"));
    }
    match Status::of(entry) {
        Status::Draft => {}
        status @ (Status::Settled | Status::Parked) => {
            asides.push(scope.words.say(&format!("form-status-{}", status.key())));
        }
    }
    asides
}

/// A value of a column in words.
pub fn tell(scope: Scope<'_>, value: &Value) -> String {
    let entry = |id| scope.records.entry(id).map(|entry| entry.text.clone()).unwrap_or_default();
    match value {
        Value::Text(text) | Value::Choice(text) => text.clone(),
        Value::Number(number) => {
            numbers::number(*number, if number.fract() == 0.0 { 0 } else { 2 }, scope.words.lang())
        }
        Value::Date(date) => dates::date_long(*date, scope.words.lang()),
        Value::Voice(voice) => scope.parties.voice(voice),
        Value::Entry(id) => entry(id),
        Value::Entries(ids) => ids.iter().map(entry).collect::<Vec<_>>().join("; "),
        Value::Yes(yes) => scope.words.say(if *yes { "form-yes" } else { "form-no" }),
    }
}
