//! A report without a format: what is said, not how it looks.
//!
//! Forms and the report room build these blocks; a writer per format (`report/md.rs` and its neighbours) turns them
//! into a file. Nothing here knows of fonts, marks or files, so a new format never touches a form. Lengths, where paper
//! needs them, are in millimetres.

mod codes;
mod picture;
mod run;
mod table;

#[cfg(test)]
pub mod samples;

pub use codes::Codes;
pub use picture::{Bar, Figure, Picture, Scale, Shade, Spread};
pub use run::{Item, Manner, Run};
pub use table::Table;

use chrono::NaiveDateTime;

/// A whole report.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Document {
    /// The title, which is also the first heading.
    pub title: String,
    /// What stands below the title; may be empty.
    pub subtitle: String,
    /// The language of the text, as in `nl`; readers aloud need it.
    pub language: String,
    /// Names with their values that stand in the head, below the title: date, place, parties.
    pub facts: Vec<(String, String)>,
    /// What stands at the top of every page but the first; may be empty.
    pub header: String,
    /// What stands at the foot of every page, beside its number; may be empty.
    pub footer: String,
    /// When it was made, on the clock of the room; for the properties of the file, not for its text.
    pub created: Option<NaiveDateTime>,
    /// Whether it opens with a table of contents, where the format has pages or places to go to.
    pub contents: bool,
    /// Everything below the head, in reading order.
    pub blocks: Vec<Block>,
}

/// One piece of a report.
#[derive(Clone, PartialEq, Debug)]
pub enum Block {
    /// A heading; level 1 stands right below the title. Levels are never skipped.
    Heading(u8, String),
    /// Running text; lines inside it are kept.
    Paragraph(Vec<Run>),
    /// Names with their values: date, place, parties.
    Facts(Vec<(String, String)>),
    /// A list.
    List(Vec<Item>),
    /// Literal words, with whose they are where that may be said.
    Quote(Vec<Run>, Option<String>),
    /// A table with a head row.
    Table(Table),
    /// Numbers as a picture, which says the same to who cannot see it.
    Figure(Figure),
    /// What must be seen by who only leafs through it, under a name of its own: a conclusion, a warning.
    Card(Card),
    /// So many blank ruled lines, to be written on with a pen.
    Lines(u16),
    /// What follows stands on a new page, where the format has pages.
    PageBreak,
}

/// A conclusion that stands apart.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Card {
    /// What it is: "Conclusion". May be empty.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Vec<Run>>,
}

impl Block {
    /// A paragraph as it stands.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Paragraph(vec![Run::plain(text)])
    }
}
