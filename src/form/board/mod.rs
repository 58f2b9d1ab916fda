//! A board: items in rows, with what each was given in columns. Judge, Vote, Matrix, Group, Link and Assign show one.
//!
//! A form says what stands on its board and what a typed line or a key on it alters; how it looks, how one moves over it,
//! how it is shown as text and how it stands in the report is written here, once. So a form that judges something in a
//! new way need not know of the screen at all.

mod plan;
mod report;
pub mod sheet;

pub use report::report;

use super::terms::Remark;
use crate::{
    form::Tone,
    record::{CategoryId, Item, Touch},
};
use unicode_segmentation::UnicodeSegmentation;

/// What stands on a board now.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Board {
    /// What the rows are, above their labels: `Taak`.
    pub what: String,
    /// What stands above the columns.
    pub columns: Vec<Heading>,
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// What the signs mean.
    pub legend: Vec<Sign>,
    /// What is seen when one looks at all of it: overlaps, ties, what is still open.
    pub below: Vec<Remark>,
    /// A drawing in characters, shown under what is seen and cut rather than wrapped; a report says it in its own manner.
    pub picture: Vec<String>,
    /// How it is filled in, shown while the line is empty.
    pub hint: String,
    /// The characters with which a line of values begins: on an empty line they are no sigils.
    pub keys: String,
    /// What is typed fills a column, as a voter's choices do, and not a row.
    pub by_column: bool,
    /// The cells hold words.
    pub wide: bool,
    /// The cells say no more than that something was given: a report leaves them out.
    pub veiled: bool,
    /// The last column is for one more, should somebody come: what is told of the board leaves it out.
    pub spare: bool,
}

/// What stands above a column.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Heading {
    /// In full.
    pub label: String,
    /// In a few letters, where there is no room.
    pub short: String,
}

impl Heading {
    /// A heading whose short form is the beginning of its label.
    pub fn new(label: impl Into<String>) -> Self {
        let label = label.into();
        let short = short(&label, 1);
        Self { label, short }
    }

    /// Headings that stand beside each other: no two short forms are the same, unless the labels are.
    pub fn all(labels: impl IntoIterator<Item = String>) -> Vec<Self> {
        let mut headings: Vec<Self> = Vec::new();
        for label in labels {
            let met = headings.iter().filter(|other| other.label == label).count();
            let free = |short: &String| met > 0 || !headings.iter().any(|other| other.short == *short);
            let short = (1..=TRIES).map(|nth| short(&label, nth)).find(free).unwrap_or_else(|| short(&label, 1));
            headings.push(Self { label, short });
        }
        headings
    }
}

/// How many short forms of a label are tried before two columns look alike.
const TRIES: usize = 400;

/// The nth way to say a label in three columns: its beginning, its initials, its beginning with a later letter, with a
/// number.
fn short(label: &str, nth: usize) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    let letters: Vec<&str> = label.graphemes(true).filter(|letter| !letter.trim().is_empty()).collect();
    let first = |count: usize| letters.iter().take(count).copied().collect::<String>();
    let text = match nth {
        1 => first(3),
        2 if words.len() > 1 => words.iter().filter_map(|word| word.graphemes(true).next()).take(3).collect(),
        nth if nth < letters.len() + 2 => {
            format!("{}{}", first(2), letters.get(nth).copied().unwrap_or_default())
        }
        nth => format!("{}{}", first(1), nth - letters.len()),
    };
    crate::text::fit(&text, 3).into_owned()
}

/// A row of a board.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// What it is about.
    pub item: Item,
    /// A heading above it, where a part of the board begins: a group, a party.
    pub head: Option<String>,
    /// Its number, where numbers are typed.
    pub number: Option<usize>,
    /// Its words.
    pub label: String,
    /// What it was given, a cell for each column.
    pub cells: Vec<Cell>,
    /// What is computed of it, at the right.
    pub remark: Option<Remark>,
    /// How much of the most it has, from 0 to 1, as a bar.
    pub bar: Option<f64>,
    /// What was noted beside it, or is linked to it: a line each.
    pub notes: Vec<String>,
}

impl Row {
    /// A row of an item with these words and nothing else.
    pub fn new(item: Item, label: impl Into<String>) -> Self {
        let label = label.into();
        Self { item, head: None, number: None, label, cells: Vec::new(), remark: None, bar: None, notes: Vec::new() }
    }
}

/// What stands in a cell.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cell {
    /// A sign, a number or words.
    pub text: String,
    /// Its colour.
    pub tone: Tone,
    /// It stands out: contested, a veto, contradicted.
    pub strong: bool,
    /// Nothing can be filled in here.
    pub blocked: bool,
}

impl Cell {
    /// A cell with this in it.
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone, strong: false, blocked: false }
    }
}

/// A sign with its meaning.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sign {
    /// The sign.
    pub glyph: String,
    /// What it means.
    pub label: String,
    /// Its colour.
    pub tone: Tone,
}

/// Where on the board a key is meant for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Spot<'a> {
    /// The row; nothing on a board without rows.
    pub item: Option<&'a Item>,
    /// The column, from 0.
    pub column: usize,
}

/// What was done at a spot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stroke<'a> {
    /// A line was typed and Enter pressed.
    Typed(&'a str),
    /// The next value of the cell; Space.
    Turn,
    /// Nothing in the cell; Backspace.
    Clear,
    /// What is hidden is shown, or what is drawn is drawn; with a seed for the draw.
    Reveal(u64),
    /// Another pass begins.
    NextPass,
}

/// What a stroke alters.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Fill {
    /// What is altered; nothing if the stroke meant nothing.
    pub touches: Vec<Touch>,
    /// Where one goes then.
    pub then: Then,
    /// Something to say of it: why it meant nothing, what was drawn.
    pub told: Option<Remark>,
}

/// Where one goes after a stroke.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Then {
    /// Nowhere.
    #[default]
    Stay,
    /// To the next row.
    NextRow,
    /// To the next column, and behind the last one to the next row.
    NextCell,
    /// To the next column.
    NextColumn,
    /// To this row, from 0, of the board as it stood before the stroke; behind the last one stays where one is.
    Row(usize),
}

impl Fill {
    /// Alters this, and goes there.
    pub fn of(touches: Vec<Touch>, then: Then) -> Self {
        Self { touches, then, told: None }
    }

    /// Alters nothing, and says why.
    pub fn not(text: impl Into<String>) -> Self {
        Self { touches: Vec::new(), then: Then::Stay, told: Some(Remark::new(text, Tone::Orange)) }
    }
}

impl Board {
    /// The category of the place that a board is reached by.
    pub fn category() -> CategoryId {
        CategoryId::new("board")
    }

    /// The row of an item, by its place in the order; the first for an item that is not there.
    pub fn row_of(&self, item: Option<&Item>) -> usize {
        item.and_then(|item| self.rows.iter().position(|row| row.item == *item)).unwrap_or(0)
    }

    /// Where one goes from a row and column.
    pub fn next(&self, row: usize, column: usize, then: Then) -> (usize, usize) {
        let (rows, columns) = (self.rows.len().max(1), self.columns.len().max(1));
        match then {
            Then::Stay => (row, column),
            Then::NextRow => ((row + 1).min(rows - 1), column),
            Then::NextColumn => (row, (column + 1).min(columns - 1)),
            Then::Row(at) if at < rows => (at, column),
            Then::Row(_) => (row, column),
            Then::NextCell if column + 1 < columns => (row, column + 1),
            Then::NextCell if row + 1 < rows => (row + 1, 0),
            Then::NextCell => (row, column),
        }
    }

    /// How many of its columns have something to tell: a report and a list of the board hold no others.
    pub fn told_columns(&self) -> usize {
        if self.veiled { 0 } else { self.columns.len() - usize::from(self.spare && !self.columns.is_empty()) }
    }

    /// How many rows hold something.
    pub fn filled(&self) -> usize {
        let given = |row: &&Row| row.cells.iter().any(|cell| !cell.text.is_empty()) || !row.notes.is_empty();
        self.rows.iter().filter(given).count()
    }
}
