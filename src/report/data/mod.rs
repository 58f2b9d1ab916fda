//! A session as flat rows, for who counts or computes further: what was said, how it was judged, what came of it.
//!
//! ```text
//! entries   what was said, with its question          given     every judgement that may be seen
//! results   votes, agreements and themes              sheet     the rows as sheets with heads, in a language
//! ```
//!
//! One model for csv, xlsx and json, made from what may be told ([`Told`]), under the veil of the forms: what a table may not
//! see yet is not in it, and is counted. Every word is in its clean form. Keys are in English and never change within a
//! version of the format (`docs/report.schema.json`); heads are in the language of the report. Nobody is named by an id, which
//! may hold a name.
//!
//! Pure. Not for pages: those are written from a [`Document`](crate::document::Document). Called by `cli` and the door Verslag.

mod entries;
mod given;
mod results;
pub(super) mod sheet;

use super::{Options, Variant, wash};
use crate::{
    form::Scope,
    harvest::{Harvest, verdicts::Verdicts},
    record::{EntryId, TableId},
    session::{Table, Told},
    words::Words,
};
use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use std::collections::HashMap;

/// The version of the format: rises when a key goes or means something else, not when one is added.
pub const FORMAT: u32 = 1;

/// A session in rows.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Data {
    /// See [`FORMAT`]; the first key.
    pub format: u32,
    /// When it was made, on the clock of the room.
    pub made: NaiveDateTime,
    /// The language of what is not typed: `nl` or `en`.
    pub language: String,
    /// What it is of, and what is not in it.
    pub about: About,
    /// The rounds of the workshop, with their questions.
    pub rounds: Vec<RoundRow>,
    /// The tables, also those that said nothing.
    pub tables: Vec<TableRow>,
    /// What was said: by table, round, category and order.
    pub entries: Vec<EntryRow>,
    /// How it was judged, by table and in the order of the workshop.
    pub judgements: Vec<JudgementRow>,
    /// What votes come to, the highest first.
    pub votes: Vec<VoteRow>,
    /// The agreements, first those that lack something.
    pub agreements: Vec<AgreementRow>,
    /// The themes, in the order of the harvest.
    pub themes: Vec<ThemeRow>,
}

/// What the data are of, and what is not in them.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct About {
    /// What the session is called.
    pub title: String,
    /// When it was held.
    pub date: NaiveDate,
    /// Where; may be empty.
    pub place: String,
    /// The workshop.
    pub workshop: String,
    /// The parties, as they may be called.
    pub parties: Vec<String>,
    /// How much of a voice is told: `full`, `party` or `none`.
    pub names: &'static str,
    /// For whom it is: `internal` or `public`.
    pub audience: &'static str,
    /// The one table it is of, if it is not of all.
    pub table: Option<u32>,
    /// How many entries are in it.
    pub entries: usize,
    /// How many are not: confidential, or marked as not for the report.
    pub withheld: usize,
    /// How many are not because their question promised it.
    pub private: usize,
    /// How many are not because the report is for everybody: parked, or notes of the note-taker.
    pub not_public: usize,
    /// How many boards are not in it, because what stands on them is still out of sight.
    pub hidden: usize,
}

/// A round of the workshop.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct RoundRow {
    /// Its number, from 1.
    pub round: usize,
    /// Its name.
    pub title: String,
    /// The question on the table.
    pub question: String,
    /// How long it is to take, in minutes.
    pub minutes: u32,
    /// What is filled in.
    pub blocks: Vec<BlockRow>,
}

/// What is filled in, in a round.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct BlockRow {
    /// Its id, by which rows name it.
    pub block: String,
    /// The form, as authors write it.
    pub form: &'static str,
    /// Its heading, or that of its round.
    pub title: String,
    /// Its question, or that of its round.
    pub question: String,
}

/// A table.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TableRow {
    /// Its number.
    pub table: u32,
    /// Its name; may be empty.
    pub name: String,
    /// How many of its entries are in it; 0 for a table that said nothing.
    pub entries: usize,
}

/// Where a row belongs.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct Asked {
    /// The round, from 1; nothing where the workshop does not know it.
    pub round: Option<usize>,
    /// The round's name.
    pub round_title: String,
    /// The question that was asked.
    pub question: String,
    /// The block's id.
    pub block: String,
    /// The block's heading.
    pub title: String,
    /// For whom or what the block was repeated; empty where it was not.
    pub case: String,
}

/// What was said.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct EntryRow {
    /// Its short code.
    pub code: String,
    /// The table.
    pub table: u32,
    /// What was asked.
    #[serde(flatten)]
    pub asked: Asked,
    /// The category's id.
    pub category: String,
    /// The category's heading.
    pub label: String,
    /// The words as they stand; lines are divided by `\n`.
    pub words: String,
    /// Who said it, as far as that is told.
    pub by: Option<String>,
    /// In whose name.
    pub in_name_of: Option<String>,
    /// The code of what it hangs under, if that is told.
    pub answers: Option<String>,
    /// What stands in its columns.
    pub columns: Vec<ColumnRow>,
    /// The themes it stands under.
    pub themes: Vec<String>,
    /// The codes of what says the same, because the organiser called it so.
    pub same: Vec<String>,
    /// A key insight: as the organiser decided, else the table.
    pub key: bool,
    /// Literal words.
    pub quote: bool,
    /// Set aside for later.
    pub parked: bool,
    /// A lesson for a next time.
    pub lesson: bool,
    /// Of a text that grew: that it is settled, in words.
    pub status: Option<String>,
    /// When it was first written, on the clock of this computer's zone.
    pub said: NaiveDateTime,
}

/// What stands in a column.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ColumnRow {
    /// The column's id.
    pub id: String,
    /// Its heading; its id where the workshop no longer knows it.
    pub label: String,
    /// What stands in it.
    pub value: Worth,
}

/// A value.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum Worth {
    /// Words.
    Text(String),
    /// A number, never infinite.
    Number(f64),
    /// A day.
    Date(NaiveDate),
    /// Yes or no.
    Yes(bool),
}

/// A value that somebody gave something.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct JudgementRow {
    /// The table.
    pub table: u32,
    /// What was asked.
    #[serde(flatten)]
    pub asked: Asked,
    /// The code of what was judged, where that is an entry.
    pub code: Option<String>,
    /// What was judged, in words.
    pub item: String,
    /// On what, where that is more than one thing: a criterion, a column, a kind of sticker.
    pub criterion: String,
    /// Who gave it, where that may be seen.
    pub by: Option<String>,
    /// The pass in which it was given, from 1.
    pub pass: u32,
    /// The value in words.
    pub value: String,
    /// The value, where it is a number.
    pub number: Option<f64>,
    /// Why, where that was said.
    pub reason: Option<String>,
}

/// An option of a vote, over all tables or of the one that was asked for.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct VoteRow {
    /// What was asked.
    #[serde(flatten)]
    pub asked: Asked,
    /// The option.
    pub option: String,
    /// The codes of what it rests on.
    pub codes: Vec<String>,
    /// Its place, from 1; nothing for what has nothing.
    pub place: Option<usize>,
    /// It is among those that were chosen.
    pub chosen: bool,
    /// What it has, what counts against it taken off.
    pub score: i64,
    /// How many voters gave it something; 0 where hands were counted.
    pub voters: usize,
    /// What each table gave that had it on its list.
    pub tables: Vec<ShareRow>,
}

/// What one table gave to an option.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ShareRow {
    /// The table.
    pub table: u32,
    /// What it gave.
    pub score: i64,
}

/// An agreement.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct AgreementRow {
    /// Its short code.
    pub code: String,
    /// The table that made it.
    pub table: u32,
    /// What was asked.
    #[serde(flatten)]
    pub asked: Asked,
    /// What will be done.
    pub what: String,
    /// Who pulls it.
    pub who: Option<String>,
    /// The day.
    pub when: Option<NaiveDate>,
    /// What was typed as a day and is none.
    pub about_when: Option<String>,
    /// What was said of the board, in words.
    pub board: Option<String>,
    /// The board confirmed it.
    pub confirmed: bool,
    /// The day of the session from which it came along, still open.
    pub since: Option<NaiveDate>,
    /// How it stands: `made`, `going`, `stalled`, `done`, `dropped`.
    pub state: &'static str,
    /// How it stands, in words.
    #[serde(skip)]
    pub stands: String,
    /// Its day was altered since it came along.
    pub moved: bool,
    /// A key insight.
    pub key: bool,
    /// What it lacks: `who`, `when`.
    pub lacks: Vec<&'static str>,
}

/// A theme with what stands under it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ThemeRow {
    /// Its name.
    pub name: String,
    /// What was learned; empty while nobody said.
    pub conclusion: String,
    /// How many entries stand under it.
    pub entries: usize,
    /// Their codes.
    pub codes: Vec<String>,
    /// The codes of those that carry the conclusion.
    pub evidence: Vec<String>,
    /// How many each table brings, only those that bring any.
    pub tables: Vec<ShareRow>,
}

/// What all parts of the data are read from.
struct Ground<'a> {
    told: &'a Told,
    words: &'a Words,
    options: &'a Options,
    zone: &'a dyn Fn(i64) -> i32,
    harvest: Harvest,
    /// By number, whatever the order in which they came in.
    tables: Vec<&'a Table>,
    /// The codes of all entries that are told: what is not in it may stand nowhere.
    codes: HashMap<EntryId, String>,
}

/// The data of a session, as far as it may be told. `zone` says how many seconds local time was ahead of UTC at a moment, in
/// milliseconds since 1970. A page of one sheet ([`Variant::OnePage`]) has the data of [`Variant::Internal`].
pub fn data(told: &Told, words: &Words, options: &Options, zone: &dyn Fn(i64) -> i32) -> Data {
    let mut harvest = Harvest::default();
    harvest.follow(&told.session, words);
    let mut tables: Vec<&Table> = told.session.tables.iter().collect();
    tables.sort_by_key(|table| table.id);
    let mut ground = Ground { told, words, options, zone, harvest, tables, codes: HashMap::new() };
    let found = entries::find(&ground);
    ground.codes = found.codes();
    let entries = entries::rows(&ground, &found);
    let (judgements, hidden) = given::rows(&ground);
    let verdicts = Verdicts::read(&told.session, words, true);
    let head = &told.session.head;
    let chosen: Vec<&Table> = ground.tables.iter().copied().filter(|table| ground.chosen(table.id)).collect();
    let mut counts: HashMap<u32, usize> = HashMap::new();
    entries.iter().for_each(|entry| *counts.entry(entry.table).or_default() += 1);
    let table = |table: &&Table| TableRow {
        table: table.id.0,
        name: head.names.get(&table.id).map(|name| wash::line(name)).unwrap_or_default(),
        entries: counts.get(&table.id.0).copied().unwrap_or(0),
    };
    Data {
        format: FORMAT,
        made: options.made,
        language: words.lang().code().to_owned(),
        about: About {
            title: wash::line(&head.title),
            date: head.date,
            place: wash::line(&head.place),
            workshop: wash::line(&head.workshop.title),
            parties: head.parties.0.iter().map(|party| wash::line(&party.label)).collect(),
            names: told.names.key(),
            audience: if ground.is_public() { "public" } else { "internal" },
            table: options.table.map(|table| table.0),
            entries: entries.len(),
            withheld: super::withheld(&chosen),
            private: found.private(&ground),
            not_public: found.not_public(&ground),
            hidden,
        },
        rounds: rounds(&ground),
        tables: chosen.iter().map(table).collect(),
        votes: results::votes(&ground, &verdicts),
        agreements: results::agreements(&ground, &verdicts),
        themes: results::themes(&ground),
        judgements,
        entries,
    }
}

impl<'a> Ground<'a> {
    fn chosen(&self, table: TableId) -> bool {
        self.options.table.is_none_or(|id| id == table)
    }

    fn is_public(&self) -> bool {
        self.options.variant == Variant::Public
    }

    fn scope(&self, table: &'a Table) -> Scope<'a> {
        Scope { room: self.told, public: true, ..self.told.session.scope(table, self.words) }
    }
}

fn rounds(ground: &Ground<'_>) -> Vec<RoundRow> {
    let rounds = ground.told.session.head.workshop.rounds.iter().enumerate();
    let row = |(at, round): (usize, &crate::workshop::Round)| {
        let block = |form: &crate::form::Form| {
            let asked = Asked::of(at, round, Some(form.lens().frame()));
            BlockRow { block: asked.block, form: form.name(), title: asked.title, question: asked.question }
        };
        RoundRow {
            round: at + 1,
            title: wash::line(&round.title),
            question: wash::line(&round.question),
            minutes: round.minutes(),
            blocks: round.blocks.iter().map(block).collect(),
        }
    };
    rounds.map(row).collect()
}

impl Asked {
    /// A block of a round, or the round itself.
    fn of(at: usize, round: &crate::workshop::Round, frame: Option<crate::form::Frame<'_>>) -> Self {
        let or = |own: Option<&str>, of_round: &str| wash::line(own.filter(|own| !own.is_empty()).unwrap_or(of_round));
        Self {
            round: Some(at + 1),
            round_title: wash::line(&round.title),
            question: or(frame.map(|frame| frame.question), &round.question),
            block: frame.map(|frame| wash::line(frame.id.as_str())).unwrap_or_default(),
            title: or(frame.map(|frame| frame.title), &round.title),
            case: String::new(),
        }
    }
}

#[cfg(test)]
mod tests;
