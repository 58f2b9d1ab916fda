//! The head of a report: what was held, when and where, who was there, how one worked; read off the session.
//!
//! Not for what was said (that is `table`), except that it is counted. Called by the report room only.

use super::carried::is_carried;
use crate::{
    document::{self, Block, Run},
    form::{ColumnKind, Place},
    record::{Names, Party, TableId},
    session::{Session, Standing, Table, Told},
    text,
    words::{Words, dates},
    workshop::Round,
};
use chrono::NaiveDateTime;

/// The facts.
pub(super) fn facts(told: &Told, tables: &[&Table], words: &Words, made: NaiveDateTime) -> Vec<(String, String)> {
    let session = &told.session;
    let head = &session.head;
    let lang = words.lang();
    let mut facts = vec![(words.say("report-workshop"), head.workshop.title.clone())];
    facts.push((words.say("report-date"), dates::date_long(head.date, lang)));
    if !head.place.trim().is_empty() {
        facts.push((words.say("report-place"), head.place.clone()));
    }
    if told.names == Names::None {
        facts.push((words.say("report-voices"), words.say("report-voices-none")));
    } else if !head.parties.0.is_empty() {
        let parties: Vec<String> = head.parties.0.iter().map(|party| named(party, words)).collect();
        facts.push((words.say("report-parties"), parties.join(", ")));
    }
    let withheld = super::withheld(tables);
    let all = tables.iter().flat_map(|table| table.records.all()).filter(|entry| !entry.gone && !entry.is_kept_in());
    let count = all.filter(|entry| !is_carried(entry)).count();
    facts.push((words.say("report-size"), size(tables.len(), count, words)));
    if let Some(agreements) = agreements(session, tables, words) {
        facts.push((words.say("report-agreements"), agreements));
    }
    if withheld > 0 {
        let count = words.tell("report-withheld-count", &[("count", withheld.into())]);
        facts.push((words.say("report-withheld-name"), count));
    }
    let at = format!("{}, {}", dates::date_long(made.date(), lang), dates::time(made.time()));
    facts.push((words.say("report-made"), at));
    facts
}

fn named(party: &Party, words: &Words) -> String {
    match party.seats {
        0 => party.label.clone(),
        seats => words.tell("report-party-seats", &[("party", (&party.label).into()), ("count", seats_arg(seats))]),
    }
}

fn seats_arg(seats: u32) -> crate::words::Arg<'static> {
    i64::from(seats).into()
}

fn size(tables: usize, entries: usize, words: &Words) -> String {
    let tables = words.tell("report-tables", &[("count", tables.into())]);
    format!("{tables}, {}", words.tell("report-entries", &[("count", entries.into())]))
}

/// The rounds with their question and how one worked in them.
pub(super) fn rounds(session: &Session, words: &Words) -> [Block; 2] {
    let cell = |text: String| if text.is_empty() { Vec::new() } else { vec![Run::plain(text)] };
    let row = |(at, round): (usize, &Round)| {
        let steps = round.phases.iter().map(|phase| {
            let name = if phase.name.is_empty() {
                words.say(&format!("report-group-{}", phase.group.key()))
            } else {
                phase.name.clone()
            };
            format!("{name} {}", dates::minutes(i64::from(phase.minutes)))
        });
        let steps: Vec<String> = steps.collect();
        let method = match steps.is_empty() {
            true if round.minutes() == 0 => String::new(),
            true => dates::minutes(i64::from(round.minutes())),
            false => steps.join(", "),
        };
        vec![cell(format!("{}. {}", at + 1, round.title)), cell(round.question.clone()), cell(method)]
    };
    let head = ["report-round", "report-question", "report-method"].map(|key| words.say(key));
    let rounds = session.head.workshop.rounds.iter().enumerate().map(row).collect();
    let table = document::Table::new(head.into(), rounds);
    [Block::Heading(1, words.say("report-rounds")), Block::Table(table)]
}

/// The heading of the back of a report, with what stands there.
pub(super) fn everything(table: Option<TableId>, words: &Words) -> Vec<Block> {
    let about = words.say(if table.is_some() { "report-everything-one" } else { "report-everything-about" });
    let about = Block::Paragraph(vec![Run::aside(about)]);
    vec![Block::PageBreak, Block::Heading(1, words.say("report-everything")), about]
}

/// How many agreements were made, how many came along, and how many that are open lack somebody who pulls them or a day.
///
/// An agreement is an entry of a place that asks for both; which form that place is of does not matter.
fn agreements(session: &Session, tables: &[&Table], words: &Words) -> Option<String> {
    let (mut all, mut earlier, mut no_owner, mut no_date, mut any) = (0_usize, 0_usize, 0_usize, 0_usize, false);
    for table in tables {
        let scope = session.scope(table, words);
        let blocks = session.head.workshop.rounds.iter().flat_map(|round| &round.blocks);
        for place in blocks.flat_map(|block| block.lens().places(scope)) {
            let column = |wanted: fn(&ColumnKind) -> bool| asked(&place, wanted);
            let owner = column(|kind| matches!(kind, ColumnKind::Participant | ColumnKind::Party));
            let date = column(|kind| matches!(kind, ColumnKind::Date));
            let (Some(owner), Some(date)) = (owner, date) else { continue };
            any = true;
            for entry in table.records.listed(&place.block, &place.category) {
                *if is_carried(entry) { &mut earlier } else { &mut all } += 1;
                if !Standing::of(session, &table.records, entry).is_open() {
                    continue; // it lacks nothing any more
                }
                no_owner += usize::from(!entry.columns.contains_key(owner));
                no_date += usize::from(!entry.columns.contains_key(date));
            }
        }
    }
    let mut told = vec![words.tell("report-agreements-count", &[("count", all.into())])];
    if earlier > 0 {
        told.push(words.tell("report-agreements-carried", &[("count", earlier.into())]));
    }
    if no_owner > 0 {
        told.push(words.tell("report-no-owner", &[("count", no_owner.into())]));
    }
    if no_date > 0 {
        told.push(words.tell("report-no-date", &[("count", no_date.into())]));
    }
    any.then(|| text::clean_line(&told.join(", ")).into_owned())
}

fn asked(place: &Place, wanted: fn(&ColumnKind) -> bool) -> Option<&crate::record::ColumnId> {
    place.columns.iter().find(|column| wanted(&column.kind)).map(|column| &column.id)
}
