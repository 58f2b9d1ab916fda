//! The report: a session becomes a document without a format, and a writer per format makes a file of it.
//!
//! Everything that was said is in it, table by table and round by round, with the question beside every answer. What a
//! form says stands in the form (`Lens::report`); how it looks stands in a writer. One more format is one more file here.
//!
//! Not here: files (`cli` and `run` open them). Called by `cli`, and by `run` for the door Verslag.

mod carried;
mod columns;
mod csv;
pub mod data;
mod docx;
mod drawing;
mod format;
mod front;
mod head;
mod html;
mod json;
mod logo;
pub mod md;
pub mod outcome;
mod palette;
mod pdf;
mod sheets;
mod table;
mod trail;
mod wash;
mod xlsx;

pub use data::{Data, data};
pub use format::{Format, Look, Pages, Rows, Unwritten, write, write_data};
pub use logo::Logo;
pub use sheets::sheets;

use crate::{
    document::{Codes, Document},
    record::{Names, TableId},
    session::{Table, Told},
    words::{Words, dates},
};
use chrono::NaiveDateTime;

/// For whom a report is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Variant {
    /// For those who were there: everything that may be in a report.
    #[default]
    Internal,
    /// For everybody: not what was parked, nor what the note-taker saw. Names of people are never in it.
    Public,
    /// What there is to know on one page: the facts and the key insights.
    OnePage,
}

impl Variant {
    /// How much of a voice this variant tells, where the session allows `names`.
    pub fn names(self, names: Names) -> Names {
        match self {
            Self::Internal | Self::OnePage => names,
            Self::Public => names.min(Names::Party),
        }
    }

    /// What it adds to the name of a file, so that nobody sends the one for the other.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Internal => "",
            Self::Public => "-openbaar",
            Self::OnePage => "-een-pagina",
        }
    }
}

/// What of the session is told, and when.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// One table only.
    pub table: Option<TableId>,
    /// For whom it is.
    pub variant: Variant,
    /// The moment the report is made, on the clock of the room.
    pub made: NaiveDateTime,
}

/// The report of a session, as far as it may be told: what is not in `told` cannot come into it.
pub fn document(told: &Told, words: &Words, options: &Options) -> Document {
    let session = &told.session;
    let chosen = |table: &&Table| options.table.is_none_or(|id| table.id == id);
    let tables: Vec<&Table> = session.tables.iter().filter(chosen).collect();
    let mut facts = head::facts(told, &tables, words, options.made);
    if options.variant == Variant::OnePage {
        // a page has no room for what does not change what people read
        let spare = ["report-workshop", "report-made"].map(|key| words.say(key));
        facts.retain(|(name, _)| !spare.contains(name));
    }
    let date = dates::date_long(session.head.date, words.lang());
    let back = tables.iter().flat_map(|table| table::blocks(told, table, words, options.variant)).collect();
    let mut document = Document {
        title: session.head.title.clone(),
        subtitle: words.say("report-subtitle"),
        language: words.lang().code().to_owned(),
        facts,
        header: session.head.title.clone(),
        footer: words.tell("report-footer", &[("date", date.into())]),
        created: Some(options.made),
        contents: options.variant != Variant::OnePage,
        blocks: back,
    };
    // what may be told in front is what stands in the back
    let codes = Codes::of(&document);
    let mut blocks = match options.variant {
        Variant::OnePage => Vec::new(),
        Variant::Internal | Variant::Public => head::rounds(session, words).into(),
    };
    blocks.extend(front::blocks(told, words, options, &codes));
    match options.variant {
        Variant::OnePage => {}
        Variant::Internal | Variant::Public => {
            blocks.extend(head::everything(options.table, words));
            blocks.append(&mut document.blocks);
        }
    }
    document.blocks = blocks;
    document
}

/// How many entries of these tables stay out of every report.
fn withheld(tables: &[&Table]) -> usize {
    let all = tables.iter().flat_map(|table| table.records.all());
    all.filter(|entry| !entry.gone && entry.is_kept_in()).count()
}

#[cfg(test)]
mod tests;
