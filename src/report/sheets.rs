//! Sheets of paper for tables that write with a pen: for every table and round the questions with their codes and room to
//! write, and at the end a card for everybody with where they sit.
//!
//! The rounds are those of the running order, without what is left out and without what asks nothing. What a question
//! looks like on paper says its form (`Lens::paper`); nothing of what was said is printed, and no name of a person. Called by `cli`.

use crate::{
    document::{Block, Document, Item, Run, Table},
    form::{Form, Scope, paper},
    record::{RoundId, TableId, Voice},
    session::{
        Code, Session,
        seating::{self, Kept},
    },
    text::{self, clean_line},
    words::{Words, dates},
    workshop::Round,
};
use chrono::NaiveDateTime;

/// How many written lines stand on a sheet, shared by the questions of a round.
const LINES: u16 = 12;
/// How many of them are for notes and quotes.
const NOTES: u16 = 3;
/// The most letters of why a round is held.
const WHY: usize = 220;
/// The height of a card that is cut out, in millimetres.
const CARD: u16 = 14;

/// The sheets of a session: of one table, or of all.
pub fn sheets(session: &Session, words: &Words, table: Option<TableId>, made: NaiveDateTime) -> Document {
    let head = &session.head;
    let title = clean_line(&head.title).into_owned();
    let kept = Kept::read(session);
    let held = seating::rounds(session);
    let rounds: Vec<&Round> =
        held.iter().filter_map(|id| head.workshop.rounds.iter().find(|round| round.id == *id)).collect();
    let mut pages: Vec<Vec<Block>> = Vec::new();
    for at in session.tables.iter().filter(|at| table.is_none_or(|id| at.id == id)) {
        let scope = Scope { public: true, ..session.scope(at, words) };
        let asked = rounds.iter().filter(|round| asks(round.scope(scope), round));
        pages.extend(asked.map(|round| sheet(session, round.scope(scope), at.id, round, kept.as_ref())));
    }
    let code = Code { table: table.unwrap_or(TableId(2)), round: 4, part: crate::session::code::Part::Block(0) };
    let mut blocks = vec![Block::plain(words.tell("sheets-how", &[("code", code.to_string().into())]))];
    if pages.is_empty() {
        blocks.push(Block::plain(words.say("sheets-nothing")));
    }
    pages.extend(kept.as_ref().filter(|_| table.is_none()).map(|kept| cards(session, words, kept)));
    for page in pages {
        blocks.push(Block::PageBreak);
        blocks.extend(page);
    }
    let day = dates::date_long(head.date, words.lang());
    let place = Some(clean_line(&head.place).into_owned()).filter(|place| !place.is_empty());
    let footer = std::iter::once(title.clone()).chain([day.clone()]).collect::<Vec<_>>().join(" · ");
    let mut facts = vec![(words.say("report-date"), day)];
    facts.extend(place.map(|place| (words.say("report-place"), place)));
    Document {
        title: words.tell("sheets-title", &[("title", title.into())]),
        language: words.lang().code().to_owned(),
        facts,
        footer,
        created: Some(made),
        blocks,
        ..Document::default()
    }
}

/// Whether a round asks for anything that can be written down.
fn asks(scope: Scope<'_>, round: &Round) -> bool {
    round.blocks.iter().any(|form| paper::is_filled_in(scope, form))
}

/// The sheet of a round at a table.
fn sheet(session: &Session, scope: Scope<'_>, table: TableId, round: &Round, kept: Option<&Kept>) -> Vec<Block> {
    let (head, words) = (&session.head, scope.words);
    let at = head.workshop.round_at(&round.id).unwrap_or(0);
    let args = [
        ("table", table_title(session, words, table).into()),
        ("round", (at + 1).into()),
        ("title", clean_line(&round.title).into_owned().into()),
    ];
    let mut blocks = vec![Block::Heading(1, words.tell("sheets-sheet", &args))];
    if !round.question.trim().is_empty() {
        blocks.push(Block::Paragraph(vec![Run::strong(&round.question)]));
    }
    let mut told = Vec::new();
    if round.minutes() > 0 {
        told.push(words.tell("sheets-minutes", &[("minutes", i64::from(round.minutes()).into())]));
    }
    let why = first_sentence(&round.why);
    told.extend((!why.is_empty()).then(|| words.tell("sheets-why", &[("why", why.into())])));
    if !told.is_empty() {
        blocks.push(Block::Paragraph(vec![Run::aside(told.join(". "))]));
    }
    if let Some(seats) = kept.and_then(|kept| here(session, kept, &round.id, table)) {
        blocks.push(Block::Paragraph(vec![Run::aside(words.tell("sheets-here", &[("seats", seats.into())]))]));
    }
    let asked = round.blocks.iter().filter(|form| paper::is_filled_in(scope, form)).count() as u16;
    for form in &round.blocks {
        blocks.extend(block(session, scope, table, round, form, LINES / asked.max(1)));
    }
    let code = Code::of(head, table, &round.id, None).map(|code| Run::strong(code.to_string()));
    blocks.push(Block::Paragraph(code.into_iter().chain([Run::strong(words.say("sheets-notes"))]).collect()));
    blocks.push(Block::Lines(NOTES));
    blocks
}

/// A block of a round: its code, what it asks, and the room to write.
fn block(session: &Session, scope: Scope<'_>, table: TableId, round: &Round, form: &Form, lines: u16) -> Vec<Block> {
    let frame = form.lens().frame();
    let mut blocks = Vec::new();
    if !frame.title.trim().is_empty() {
        blocks.push(Block::Heading(2, clean_line(frame.title).into_owned()));
    }
    let code = Code::of(&session.head, table, &round.id, Some(frame.id)).filter(|_| paper::is_filled_in(scope, form));
    let code = code.map(|code| Run::strong(code.to_string()));
    let asked = [frame.question, &round.question].into_iter().find(|text| !text.trim().is_empty());
    let asked = if frame.question.trim().is_empty() { None } else { asked.map(Run::strong) };
    // the block's hint is for who types, and says nothing on paper
    let runs: Vec<Run> = code.into_iter().chain(asked).collect();
    if !runs.is_empty() {
        blocks.push(Block::Paragraph(runs));
    }
    let rules: Vec<Item> = crate::form::asides(scope, form, None)
        .into_iter()
        .map(|text| Item { runs: vec![Run::plain(text)], below: Vec::new() })
        .collect();
    if !rules.is_empty() {
        blocks.push(Block::List(rules));
    }
    blocks.extend(paper::sheet(scope, form, if frame.title.trim().is_empty() { 2 } else { 3 }, lines));
    blocks
}

/// The first sentence, cut where it is very long.
fn first_sentence(why: &str) -> String {
    let line = clean_line(why);
    let end = line.find(". ").unwrap_or(line.len());
    let short = text::fit(line[..end].trim().trim_end_matches('.'), WHY);
    short.trim_end().to_owned()
}

/// The chairs at a table in a round.
fn here(session: &Session, kept: &Kept, round: &RoundId, table: TableId) -> Option<String> {
    let nth = kept.rounds.iter().position(|known| known == round)?;
    let chairs = kept.seating.at(nth, (table.0 as usize).checked_sub(1)?).into_iter();
    let chairs: Vec<String> = chairs.map(|chair| chair_label(session, kept, chair)).collect();
    (!chairs.is_empty()).then(|| chairs.join(", "))
}

fn chair_label(session: &Session, kept: &Kept, chair: usize) -> String {
    clean_line(&session.head.parties.voice(&Voice::Seat(kept.seats[chair].clone()))).into_owned()
}

/// A card for everybody: where they sit in each round.
fn cards(session: &Session, words: &Words, kept: &Kept) -> Vec<Block> {
    let number = |id: &RoundId| session.head.workshop.round_at(id).map_or(0, |at| at + 1);
    let cell = |round: usize, chair: usize| {
        let number = number(&kept.rounds[round]);
        let told = match kept.seating.table(round, chair) {
            None => words.tell("sheets-away", &[("number", number.into())]),
            Some(table) => {
                let table = table_title(session, words, TableId(table as u32 + 1));
                words.tell("sheets-at", &[("number", number.into()), ("table", table.into())])
            }
        };
        vec![Run::plain(told)]
    };
    let row = |chair: usize| {
        let who = vec![Run::strong(chair_label(session, kept, chair))];
        std::iter::once(who).chain((0..kept.rounds.len()).map(|round| cell(round, chair))).collect()
    };
    let rounds = kept.rounds.iter().map(|id| words.tell("sheets-round", &[("number", number(id).into())]));
    let table = Table {
        head: std::iter::once(words.say("sheets-who")).chain(rounds).collect(),
        rows: (0..kept.seats.len()).map(row).collect(),
        names_rows: true,
        row_height: CARD,
        ..Table::default()
    };
    vec![
        Block::Heading(1, words.say("sheets-cards")),
        Block::Paragraph(vec![Run::aside(words.say("sheets-cut"))]),
        Block::Table(table),
    ]
}

fn table_title(session: &Session, words: &Words, table: TableId) -> String {
    let number = table.to_string();
    let title = match session.head.names.get(&table).map(|name| name.trim()).filter(|name| !name.is_empty()) {
        Some(name) => words.tell("report-table-named", &[("number", number.into()), ("name", name.into())]),
        None => words.tell("report-table", &[("number", number.into())]),
    };
    clean_line(&title).into_owned()
}

#[cfg(test)]
#[path = "sheets_tests.rs"]
mod tests;
