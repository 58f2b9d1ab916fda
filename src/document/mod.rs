//! A report without a format: what is said, not how it looks.
//!
//! Forms and the report room build these blocks; a writer per format (`report/md.rs` and its later neighbours) turns them
//! into a file. Nothing here knows of fonts, marks or files, so a new format never touches a form.

/// A whole report.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Document {
    /// The title, which is also the first heading.
    pub title: String,
    /// The language of the text, as in `nl`; readers aloud need it.
    pub language: String,
    /// Everything below the title, in reading order.
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
    /// A table with a head row; every row has as many cells as the head.
    Table(Vec<String>, Vec<Vec<Vec<Run>>>),
}

/// An item of a list, with what hangs under it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Item {
    /// Its words.
    pub runs: Vec<Run>,
    /// The list below it.
    pub below: Vec<Item>,
}

/// A piece of text in one manner.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they are said.
    pub manner: Manner,
}

/// How a run is said; a writer decides how that looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Manner {
    /// As it stands.
    #[default]
    Plain,
    /// It matters more.
    Strong,
    /// It is about the words beside it: who said it, what marks it carries.
    Aside,
}

impl Run {
    /// Words as they stand.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), manner: Manner::Plain }
    }
    /// Words that matter more.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), manner: Manner::Strong }
    }
    /// Words about the words.
    pub fn aside(text: impl Into<String>) -> Self {
        Self { text: text.into(), manner: Manner::Aside }
    }
}
