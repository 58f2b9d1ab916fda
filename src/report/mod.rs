//! The report: a session becomes a document without a format, and a writer per format makes a file of it.
//!
//! Everything that was said is in it, table by table and round by round, with the question beside every answer. What a
//! form says stands in the form (`Lens::report`); how it looks stands in a writer. One more format is one more file here.
//!
//! Not here: files (`cli` and `run` open them). Called by `cli` and, later, by the door Verslag.

mod head;
pub mod md;
pub mod outcome;
mod table;

use crate::{
    document::Document,
    record::TableId,
    session::{Session, Table},
    words::Words,
};
use chrono::NaiveDateTime;

/// What of the session is told, and when.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// One table only.
    pub table: Option<TableId>,
    /// The moment the report is made, on the clock of the room.
    pub made: NaiveDateTime,
}

/// The report of a session.
pub fn document(session: &Session, words: &Words, options: &Options) -> Document {
    let chosen = |table: &&Table| options.table.is_none_or(|id| table.id == id);
    let tables: Vec<&Table> = session.tables.iter().filter(chosen).collect();
    let mut blocks = head::blocks(session, &tables, words, options.made);
    for table in tables {
        blocks.extend(table::blocks(session, table, words));
    }
    Document {
        title: session.head.title.clone(),
        language: words.lang().code().to_owned(),
        created: Some(options.made),
        contents: true,
        blocks,
        ..Document::default()
    }
}

#[cfg(test)]
mod tests;
