//! The agreements (*afspraken*) of all tables: what, who pulls it, when, confirmed at board level or not, what is lacking.
//!
//! An agreement is a line of a place that asks who pulls it, or for a day; where it lacks one of these, that is told and
//! nothing else is done about it.

use super::{
    Gather, Verdicts, Walk,
    subject::{Asked, Trace},
};
use crate::{
    form::{ColumnKind, Place, listing, terms::carried_column},
    harvest::points::is_agreed,
    record::{Entry, Flag, Item, TableId, Value},
    session::Table,
    text::{clean_line, fold},
    words::Words,
};
use chrono::NaiveDate;

/// An agreement.
#[derive(Clone, PartialEq, Debug)]
pub struct Agreed {
    /// What was asked.
    pub asked: Asked,
    /// What will be done, in one line.
    pub what: String,
    /// Who pulls it, in words; nothing where nobody does.
    pub who: Option<String>,
    /// The day.
    pub when: Option<NaiveDate>,
    /// What was typed as a day and is none: "na de zomer".
    pub about_when: Option<String>,
    /// Whether the board confirmed it.
    pub board: Board,
    /// The day of the session from which it came along, still open.
    pub since: Option<NaiveDate>,
    /// The table marked it as a key insight.
    pub key: bool,
    /// It asks who pulls it; a place may ask for a day alone, or the other way round.
    pub asks_who: bool,
    /// It asks for a day.
    pub asks_when: bool,
    /// Where it was made.
    pub trace: Trace,
}

/// Whether it was confirmed at board level (*bestuurlijke borging*).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Board {
    /// Nobody said.
    #[default]
    Unsaid,
    /// It is.
    Confirmed,
    /// It is to be asked.
    ToAsk,
    /// It need not be.
    NotNeeded,
    /// Something else was filled in.
    Other(String),
}

impl Agreed {
    /// It asks who pulls it, and nobody does.
    pub fn lacks_who(&self) -> bool {
        self.asks_who && self.who.is_none()
    }

    /// It asks for a day, and there is none.
    pub fn lacks_when(&self) -> bool {
        self.asks_when && self.when.is_none()
    }

    /// Whether anything is lacking.
    pub fn is_lacking(&self) -> bool {
        self.lacks_who() || self.lacks_when()
    }

    /// Where it was made.
    pub fn table(&self) -> TableId {
        self.trace.table
    }
}

/// Gathers the agreements.
pub(super) fn gather() -> Box<dyn Gather> {
    Box::new(Gathered { all: Vec::new(), boards: Vec::new() })
}

/// The agreements while they are gathered.
#[derive(Debug)]
struct Gathered {
    all: Vec<Agreed>,
    /// The languages in which a board may have been told of.
    boards: Vec<Words>,
}

impl Gather for Gathered {
    fn take(&mut self, walk: &Walk<'_>, table: &Table) {
        if self.boards.is_empty() {
            self.boards = vec![walk.words.clone(), Words::new(walk.words.lang().other())];
        }
        for (at, round) in walk.rounds() {
            let scope = walk.scope(round, table);
            for form in &round.blocks {
                for place in form.lens().places(scope).iter().filter(|place| is_agreed(place)) {
                    let told = |entry: &&Entry| !walk.public || !is_kept_in(entry) && !place.private;
                    for entry in scope.records.listed(&place.block, &place.category).filter(told) {
                        let mut agreed = Agreed {
                            asked: Asked::new(at, round, form, None),
                            what: clean_line(&entry.text).into_owned(),
                            who: None,
                            when: None,
                            about_when: None,
                            board: Board::Unsaid,
                            since: None,
                            key: entry.has(Flag::Key),
                            asks_who: false,
                            asks_when: false,
                            trace: Trace::new(table.id, &Item::Entry(entry.id.clone()), None),
                        };
                        agreed.fill(place, entry, |value| listing::tell(scope, value), &self.boards);
                        self.all.push(agreed);
                    }
                }
            }
        }
    }

    fn done(self: Box<Self>, _: &Walk<'_>, into: &mut Verdicts) {
        into.agreements = self.all;
        into.agreements.sort_by_key(|agreed| !agreed.is_lacking()); // stable: then by table
    }
}

fn is_kept_in(entry: &Entry) -> bool {
    entry.has(Flag::Confidential) || entry.has(Flag::NotInReport)
}

impl Agreed {
    /// Reads the columns: the first that asks for somebody, for a day, and that of the board.
    fn fill(&mut self, place: &Place, entry: &Entry, tell: impl Fn(&Value) -> String, boards: &[Words]) {
        for column in &place.columns {
            let value = entry.columns.get(&column.id);
            match &column.kind {
                ColumnKind::Participant | ColumnKind::Party if !self.asks_who => {
                    self.asks_who = true;
                    self.who = value.map(&tell).filter(|who| !who.trim().is_empty());
                }
                ColumnKind::Date if !self.asks_when => {
                    self.asks_when = true;
                    match value {
                        Some(Value::Date(day)) => self.when = Some(*day),
                        Some(other) => self.about_when = Some(tell(other)).filter(|text| !text.trim().is_empty()),
                        None => {}
                    }
                }
                ColumnKind::Choice(_) if column.id.as_str() == BOARD => {
                    self.board = value.map_or(Board::Unsaid, |value| Board::of(&tell(value), boards));
                }
                ColumnKind::Participant
                | ColumnKind::Party
                | ColumnKind::Date
                | ColumnKind::Choice(_)
                | ColumnKind::Text
                | ColumnKind::Number
                | ColumnKind::Entry(_) => {}
            }
        }
        self.since = match entry.columns.get(&carried_column()) {
            Some(Value::Date(day)) => Some(*day),
            Some(_) | None => None,
        };
    }
}

/// The column of the action list in which it stands whether the board confirmed it.
const BOARD: &str = "board";

impl Board {
    /// In words; nothing where nobody said.
    pub fn told(&self, words: &Words) -> String {
        match self {
            Self::Unsaid => String::new(),
            Self::Confirmed => words.say("form-action-board-confirmed"),
            Self::ToAsk => words.say("form-action-board-needed"),
            Self::NotNeeded => words.say("form-action-board-not-needed"),
            Self::Other(text) => text.clone(),
        }
    }

    /// Reads it back from the words that were kept, in whichever language the table had.
    fn of(told: &str, boards: &[Words]) -> Self {
        let is = |key: &str| boards.iter().any(|words| fold(&words.say(key)) == fold(told.trim()));
        if is("form-action-board-confirmed") {
            Self::Confirmed
        } else if is("form-action-board-needed") {
            Self::ToAsk
        } else if is("form-action-board-not-needed") {
            Self::NotNeeded
        } else if told.trim().is_empty() {
            Self::Unsaid
        } else {
            Self::Other(told.trim().to_owned())
        }
    }
}
