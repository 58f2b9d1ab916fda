//! The rows of a report as sheets: heads in a language, cells that are words, a number or a moment.
//!
//! Called by the writers of csv (the first sheet) and xlsx (all of them). Not for what is in them: that is read in `data`.

use super::{Asked, Data, EntryRow, ShareRow, Worth};
use crate::{form::judge::decimal, words::Words};
use chrono::{NaiveDate, NaiveDateTime};

/// What stands in a cell.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::report) enum Cell {
    /// Nothing.
    Empty,
    /// Words, whatever they look like.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(NaiveDate),
    /// A time of the day with its day; the time is what is shown.
    Time(NaiveDateTime),
    /// A day with its time.
    Moment(NaiveDateTime),
}

/// A head with how wide its column is, in letters.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::report) struct Head {
    pub(in crate::report) label: String,
    pub(in crate::report) width: u16,
}

/// A sheet.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::report) struct Sheet {
    pub(in crate::report) name: String,
    pub(in crate::report) head: Vec<Head>,
    pub(in crate::report) rows: Vec<Vec<Cell>>,
}

/// So many columns of the workshop get one of their own; what stands in the others stands in one together.
const OWN: usize = 24;
const SHORT: u16 = 9;
const NAME: u16 = 18;
const WORDS: u16 = 34;
const LONG: u16 = 60;

/// All sheets, what was said first.
pub(in crate::report) fn sheets(data: &Data, words: &Words) -> Vec<Sheet> {
    vec![
        entries(data, words),
        judgements(data, words),
        agreements(data, words),
        votes(data, words),
        themes(data, words),
        rounds(data, words),
        about(data, words),
    ]
}

fn text(words: &str) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::Text(words.to_owned()) }
}

fn some(words: &Option<String>) -> Cell {
    text(words.as_deref().unwrap_or_default())
}

fn count(number: usize) -> Cell {
    Cell::Number(number as f64)
}

fn list(codes: &[String]) -> Cell {
    text(&codes.join(", "))
}

fn day(day: Option<NaiveDate>) -> Cell {
    day.map_or(Cell::Empty, Cell::Date)
}

fn yes(words: &Words, yes: bool) -> Cell {
    if yes { Cell::Text(words.say("form-yes")) } else { Cell::Empty }
}

fn sheet(words: &Words, name: &str, head: &[(&str, u16)], rows: Vec<Vec<Cell>>) -> Sheet {
    let head = head.iter().map(|(key, width)| Head { label: words.say(key), width: *width }).collect();
    Sheet { name: words.say(name), head, rows }
}

/// The heads of [`asked`].
const ASKED: [(&str, u16); 4] =
    [("report-round", SHORT), ("data-round-title", NAME), ("report-question", WORDS), ("data-block", NAME)];

/// Where a row belongs, with the question beside it.
fn asked(asked: &Asked) -> [Cell; 4] {
    let title = match asked.case.as_str() {
        "" => asked.title.clone(),
        case => format!("{} – {case}", asked.title),
    };
    [asked.round.map_or(Cell::Empty, count), text(&asked.round_title), text(&asked.question), text(&title)]
}

/// What was said. A table that said nothing stands in it with its number alone.
pub(in crate::report) fn entries(data: &Data, words: &Words) -> Sheet {
    let mut own: Vec<&str> = Vec::new();
    for column in data.entries.iter().flat_map(|entry| &entry.columns) {
        if own.len() < OWN && !own.contains(&column.label.as_str()) {
            own.push(&column.label);
        }
    }
    let before = [("data-code", SHORT), ("verdicts-table", SHORT)];
    let after = [
        ("data-label", NAME),
        ("data-words", LONG),
        ("data-by", NAME),
        ("data-in-name-of", NAME),
        ("data-answers", SHORT),
    ];
    let marks = [
        ("data-themes", NAME),
        ("data-same", NAME),
        ("data-key", SHORT),
        ("data-quote", SHORT),
        ("data-parked", SHORT),
        ("data-lesson", SHORT),
        ("data-status", SHORT),
        ("report-date", 12),
        ("data-time", SHORT),
    ];
    let keys: Vec<(&str, u16)> = before.into_iter().chain(ASKED).chain(after).collect();
    let mut made = sheet(words, "data-sheet-entries", &keys, Vec::new());
    made.head.extend(own.iter().map(|label| Head { label: (*label).to_owned(), width: NAME }));
    made.head.push(Head { label: words.say("data-other"), width: NAME });
    made.head.extend(marks.map(|(key, width)| Head { label: words.say(key), width }));
    let row = |entry: &EntryRow| {
        let mut row = vec![text(&entry.code), count(entry.table as usize)];
        row.extend(asked(&entry.asked));
        row.extend([text(&entry.label), text(&entry.words), some(&entry.by), some(&entry.in_name_of)]);
        row.push(some(&entry.answers));
        let from = row.len();
        row.resize(from + own.len(), Cell::Empty);
        let mut others = Vec::new();
        for column in &entry.columns {
            // of two columns with one heading the second stands with the others, so that neither is lost
            match own.iter().position(|label| *label == column.label).filter(|at| row[from + at] == Cell::Empty) {
                Some(at) => row[from + at] = worth(words, &column.value),
                None => others.push(format!("{}: {}", column.label, told(words, &column.value))),
            }
        }
        row.push(text(&others.join("\n")));
        row.extend([list(&entry.themes), list(&entry.same)]);
        row.extend([entry.key, entry.quote, entry.parked, entry.lesson].map(|mark| yes(words, mark)));
        row.extend([some(&entry.status), Cell::Date(entry.said.date()), Cell::Time(entry.said)]);
        row
    };
    let width = made.head.len();
    let mut rest = data.entries.iter().peekable();
    for table in &data.tables {
        if table.entries == 0 {
            let mut empty = vec![Cell::Empty; width];
            empty[1] = count(table.table as usize);
            made.rows.push(empty);
        }
        while let Some(entry) = rest.next_if(|entry| entry.table == table.table) {
            made.rows.push(row(entry));
        }
    }
    made
}

fn worth(words: &Words, value: &Worth) -> Cell {
    match value {
        Worth::Text(words) => text(words),
        Worth::Number(number) => Cell::Number(*number),
        Worth::Date(day) => Cell::Date(*day),
        Worth::Yes(_) => Cell::Text(told(words, value)),
    }
}

fn told(words: &Words, value: &Worth) -> String {
    match value {
        Worth::Text(words) => words.clone(),
        Worth::Number(number) => decimal(*number, words.lang()),
        Worth::Date(day) => day.to_string(),
        Worth::Yes(yes) => words.say(if *yes { "form-yes" } else { "form-no" }),
    }
}

fn judgements(data: &Data, words: &Words) -> Sheet {
    let before = [("data-code", SHORT), ("verdicts-table", SHORT)];
    let after = [
        ("data-item", WORDS),
        ("data-criterion", NAME),
        ("data-judged-by", NAME),
        ("data-pass", SHORT),
        ("data-value", NAME),
        ("data-number", SHORT),
        ("data-reason", WORDS),
    ];
    let row = |one: &super::JudgementRow| {
        let mut row = vec![some(&one.code), count(one.table as usize)];
        row.extend(asked(&one.asked));
        row.extend([text(&one.item), text(&one.criterion), some(&one.by), count(one.pass as usize)]);
        row.extend([text(&one.value), one.number.map_or(Cell::Empty, Cell::Number), some(&one.reason)]);
        row
    };
    let keys: Vec<(&str, u16)> = before.into_iter().chain(ASKED).chain(after).collect();
    sheet(words, "data-sheet-judgements", &keys, data.judgements.iter().map(row).collect())
}

fn agreements(data: &Data, words: &Words) -> Sheet {
    let before = [("data-code", SHORT), ("verdicts-table", SHORT)];
    let after = [
        ("verdicts-what", LONG),
        ("verdicts-who", NAME),
        ("verdicts-when", 12),
        ("data-about-when", NAME),
        ("verdicts-board", NAME),
        ("data-lacks", NAME),
        ("data-since", 12),
        ("verdicts-stands", NAME),
        ("data-key", SHORT),
    ];
    let row = |one: &super::AgreementRow| {
        let lacks = |what: &&str| match *what {
            "who" => words.say("data-lacks-who"),
            _ => words.say("data-lacks-when"),
        };
        let lacks = one.lacks.iter().map(lacks).collect::<Vec<_>>().join(", ");
        let mut row = vec![text(&one.code), count(one.table as usize)];
        row.extend(asked(&one.asked));
        row.extend([text(&one.what), some(&one.who), day(one.when), some(&one.about_when), some(&one.board)]);
        row.extend([text(&lacks), day(one.since), text(&one.stands), yes(words, one.key)]);
        row
    };
    let keys: Vec<(&str, u16)> = before.into_iter().chain(ASKED).chain(after).collect();
    sheet(words, "data-sheet-agreements", &keys, data.agreements.iter().map(row).collect())
}

/// Heads for each table, behind those of a sheet.
fn by_table(sheet: &mut Sheet, data: &Data, words: &Words) {
    let head = |table: &super::TableRow| words.tell("verdicts-t", &[("number", (table.table as usize).into())]);
    sheet.head.extend(data.tables.iter().map(|table| Head { label: head(table), width: SHORT }));
}

/// What each table gave or brings, a cell for each; `shares` stand by number, as the tables do.
fn shares<'a>(data: &'a Data, shares: &'a [ShareRow]) -> impl Iterator<Item = Cell> + 'a {
    let mut rest = shares.iter().peekable();
    data.tables.iter().map(move |table| {
        while rest.next_if(|share| share.table < table.table).is_some() {}
        let share = rest.next_if(|share| share.table == table.table);
        share.map_or(Cell::Empty, |share| Cell::Number(share.score as f64))
    })
}

fn votes(data: &Data, words: &Words) -> Sheet {
    let after = [
        ("verdicts-option", WORDS),
        ("data-place", SHORT),
        ("data-chosen", SHORT),
        ("verdicts-votes", SHORT),
        ("data-voters", SHORT),
        ("data-codes", NAME),
    ];
    let row = |one: &super::VoteRow| {
        let mut row: Vec<Cell> = asked(&one.asked).into();
        row.extend([text(&one.option), one.place.map_or(Cell::Empty, count), yes(words, one.chosen)]);
        row.extend([Cell::Number(one.score as f64), count(one.voters), list(&one.codes)]);
        row.extend(shares(data, &one.tables));
        row
    };
    let keys: Vec<(&str, u16)> = ASKED.into_iter().chain(after).collect();
    let mut made = sheet(words, "data-sheet-votes", &keys, data.votes.iter().map(row).collect());
    by_table(&mut made, data, words);
    made
}

fn themes(data: &Data, words: &Words) -> Sheet {
    let keys = [
        ("data-theme", NAME),
        ("data-conclusion", LONG),
        ("data-sheet-entries", SHORT),
        ("data-evidence", NAME),
        ("data-codes", WORDS),
    ];
    let row = |one: &super::ThemeRow| {
        let mut row = vec![text(&one.name), text(&one.conclusion), count(one.entries)];
        row.extend([list(&one.evidence), list(&one.codes)]);
        row.extend(shares(data, &one.tables));
        row
    };
    let mut made = sheet(words, "data-sheet-themes", &keys, data.themes.iter().map(row).collect());
    by_table(&mut made, data, words);
    made
}

fn rounds(data: &Data, words: &Words) -> Sheet {
    let keys = [
        ("report-round", SHORT),
        ("data-round-title", NAME),
        ("data-minutes", SHORT),
        ("data-block", NAME),
        ("data-form", 12),
        ("report-question", LONG),
    ];
    let mut rows = Vec::new();
    for round in &data.rounds {
        let head = || vec![count(round.round), text(&round.title), count(round.minutes as usize)];
        if round.blocks.is_empty() {
            rows.push(head().into_iter().chain([Cell::Empty, Cell::Empty, text(&round.question)]).collect());
        }
        let blocks = round.blocks.iter().map(|block| [text(&block.title), text(block.form), text(&block.question)]);
        rows.extend(blocks.map(|block| head().into_iter().chain(block).collect::<Vec<_>>()));
    }
    sheet(words, "data-sheet-rounds", &keys, rows)
}

fn about(data: &Data, words: &Words) -> Sheet {
    let about = &data.about;
    let names = match about.names {
        "full" => words.say("people-names-full"),
        "none" => words.say("people-names-none"),
        _ => words.say("people-names-party"),
    };
    let audience = if about.audience == "public" { "data-public" } else { "data-internal" };
    let named = |table: &super::TableRow| match table.name.as_str() {
        "" => table.table.to_string(),
        name => format!("{} {name}", table.table),
    };
    let tables = data.tables.iter().map(named).collect::<Vec<_>>().join(", ");
    let nothing: Vec<String> =
        data.tables.iter().filter(|table| table.entries == 0).map(|table| table.table.to_string()).collect();
    let rows = [
        ("data-title", text(&about.title)),
        ("report-workshop", text(&about.workshop)),
        ("report-date", Cell::Date(about.date)),
        ("report-place", text(&about.place)),
        ("report-parties", text(&about.parties.join(", "))),
        ("data-tables", text(&tables)),
        ("data-tables-empty", text(&nothing.join(", "))),
        ("data-sheet-entries", count(about.entries)),
        ("report-voices", text(&names)),
        ("data-audience", text(&words.say(audience))),
        ("data-withheld", count(about.withheld)),
        ("data-private", count(about.private)),
        ("data-not-public", count(about.not_public)),
        ("data-hidden", count(about.hidden)),
        ("report-made", Cell::Moment(data.made)),
        ("data-format", count(data.format as usize)),
    ];
    let rows = rows.into_iter().map(|(key, cell)| vec![Cell::Text(words.say(key)), cell]).collect();
    sheet(words, "data-sheet-about", &[("data-what", 40), ("data-value", LONG)], rows)
}
