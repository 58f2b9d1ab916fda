//! A place that what is typed can go to: a category, a slot of a text, the notes of a round.

use super::Which;
use crate::{
    record::{BlockId, CategoryId, ColumnId},
    ui::tone::Tone,
};
use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum ColumnKind {
    /// Words.
    #[default]
    Text,
    /// One of these.
    Choice(Vec<String>),
    /// A number.
    Number,
    /// A day; typed as people say it (`1 dec`, `vrijdag`, `over 2 weken`).
    Date,
    /// A party, or a chair of it.
    Party,
    /// Somebody who pulls it: a party, a chair, or a name.
    Participant,
    /// An entry of one of these categories, of this block or, as `block.category`, of another.
    Entry(Vec<CategoryId>),
}

/// A typed column of the entries of a category.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its id, unique in the category.
    pub id: ColumnId,
    /// What stands above it.
    pub label: String,
    /// What it holds.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub kind: ColumnKind,
    /// Shown as open while it is empty; never refuses an entry.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub required: bool,
}

/// How a place takes what is typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Each Enter makes another entry.
    List,
    /// There is one text, which each Enter words anew.
    Slot,
    /// There is a board, of which each Enter fills a row or a cell.
    Board,
}

/// A place that what is typed can go to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The block.
    pub block: BlockId,
    /// The category or slot in it.
    pub category: CategoryId,
    /// The character that chooses it at the start of an empty line.
    pub sigil: Option<char>,
    /// Its heading: `Bedreigingen`.
    pub label: String,
    /// What one of it is called: `bedreiging`.
    pub one: String,
    /// Its colour.
    pub tone: Tone,
    /// How it takes what is typed.
    pub kind: Kind,
    /// Categories whose entries its own hang under.
    pub answers: Vec<CategoryId>,
    /// The columns of its entries, besides the words themselves.
    pub columns: Vec<Column>,
    /// Its entries are literal words.
    pub quote: bool,
    /// Its entries keep an order that means something; they are numbered.
    pub ordered: bool,
    /// Who said it is not kept.
    pub anonymous: bool,
    /// What was said is hidden on the screen for now.
    pub masked: bool,
    /// What was said never stands in a report; only how much.
    pub private: bool,
    /// What to write here, shown while the line is empty.
    pub hint: String,
    /// The most words a text may have before the count is shown as too many.
    pub most_words: Option<u32>,
    /// It belongs to the round rather than to a block, and is not shown while it is empty.
    pub quiet: bool,
    /// Which of the category's entries it holds: those of one case, where the block is repeated.
    pub which: Which,
}

impl Place {
    /// A plain list with a label; everything else as it usually is.
    pub fn list(block: &BlockId, category: &CategoryId, label: &str, one: &str) -> Self {
        Self {
            block: block.clone(),
            category: category.clone(),
            sigil: None,
            label: label.to_owned(),
            one: one.to_owned(),
            tone: Tone::Plain,
            kind: Kind::List,
            answers: Vec::new(),
            columns: Vec::new(),
            quote: false,
            ordered: false,
            anonymous: false,
            masked: false,
            private: false,
            hint: String::new(),
            most_words: None,
            quiet: false,
            which: Which::All,
        }
    }

    /// Whether an entry stands here.
    pub fn holds(&self, entry: &crate::record::Entry) -> bool {
        self.is(&entry.home.block, &entry.category) && self.which.holds(entry)
    }

    /// Whether it is this category of this block.
    pub fn is(&self, block: &BlockId, category: &CategoryId) -> bool {
        self.block == *block && self.category == *category
    }
}
