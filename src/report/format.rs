//! The formats a report can be written in: the one list of them.
//!
//! Some have pages and are written from a document, for a report and for sheets of paper alike; others have rows and are
//! written from the data of a session. One more format is one more file beside this one, and the lines the compiler points
//! at here. Called by `cli` and the door Verslag.

use super::{csv, data::Data, docx, html, json, logo::Logo, md, pdf, xlsx};
use crate::{document::Document, words::Words};
use std::io::{self, Write};

/// A way to write a report down.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For who reads: written from a [`Document`].
    Pages(Pages),
    /// For who counts or computes further: written from [`Data`].
    Rows(Rows),
}

/// A way to write a document down.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
pub enum Pages {
    /// Word, and whatever else reads it.
    Docx,
    /// Pages as they are printed, tagged for who listens to them.
    Pdf,
    /// One page for a browser, without scripts.
    Html,
    /// Text that reads well as it stands.
    Md,
}

/// A way to write rows down.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
pub enum Rows {
    /// What was said, as a Dutch Excel opens it.
    Csv,
    /// A workbook with all of it.
    Xlsx,
    /// All of it, for programs.
    Json,
}

/// What the organiser adds to the look.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Look {
    /// A Word file whose styles, fonts, page, header and footer are taken; only for [`Pages::Docx`].
    pub template: Option<Vec<u8>>,
    /// The picture in the head; a template that has its own header keeps that as well. Markdown shows none.
    pub logo: Option<Logo>,
}

/// Why nothing, or not all, was written.
#[derive(Debug)]
pub enum Unwritten {
    /// The file or pipe did not take it.
    Io(io::Error),
    /// The template is no Word file that can be used; the key of the message says why.
    Template(&'static str),
    /// The format itself refused it, which is a mistake of ours; in its own words.
    Refused(String),
}

impl Format {
    /// All formats, the most asked for first.
    pub const ALL: [Format; 7] = [
        Format::Pages(Pages::Docx),
        Format::Pages(Pages::Pdf),
        Format::Pages(Pages::Html),
        Format::Pages(Pages::Md),
        Format::Rows(Rows::Xlsx),
        Format::Rows(Rows::Csv),
        Format::Rows(Rows::Json),
    ];

    /// The name on the command line, and the ending of the file.
    pub fn name(self) -> &'static str {
        match self {
            Format::Pages(pages) => pages.name(),
            Format::Rows(Rows::Csv) => "csv",
            Format::Rows(Rows::Xlsx) => "xlsx",
            Format::Rows(Rows::Json) => "json",
        }
    }

    /// The format with that name; capitals do not matter.
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| name.trim().eq_ignore_ascii_case(format.name()))
    }

    /// What people call it: `Word`.
    pub fn label(self, words: &Words) -> String {
        words.say(&format!("report-format-{}", self.name()))
    }
}

impl Pages {
    /// All that have pages, the most asked for first.
    pub const ALL: [Pages; 4] = [Pages::Docx, Pages::Pdf, Pages::Html, Pages::Md];

    /// The name on the command line, and the ending of the file.
    pub fn name(self) -> &'static str {
        match self {
            Pages::Docx => "docx",
            Pages::Pdf => "pdf",
            Pages::Html => "html",
            Pages::Md => "md",
        }
    }
}

impl Rows {
    /// All that have rows, the most asked for first.
    pub const ALL: [Rows; 3] = [Rows::Xlsx, Rows::Csv, Rows::Json];
}

impl Unwritten {
    /// What happened, for who asked for the report.
    pub fn tell(&self, words: &Words) -> String {
        match self {
            Unwritten::Io(error) => error.to_string(),
            Unwritten::Template(key) => words.say(key),
            Unwritten::Refused(why) => words.tell("report-refused", &[("why", why.as_str().into())]),
        }
    }
}

impl From<io::Error> for Unwritten {
    fn from(error: io::Error) -> Self {
        Unwritten::Io(error)
    }
}

/// Writes a document in a format. The document's language and that of `words` must be the same.
///
/// # Errors
/// What `to` says, and what is wrong with the template. Where it can, a format writes while it goes, so what was written
/// before an error is no report: write to a place of no account first.
pub fn write(
    format: Pages,
    document: &Document,
    words: &Words,
    look: &Look,
    to: &mut impl Write,
) -> Result<(), Unwritten> {
    match format {
        Pages::Docx => docx::write(document, words, look, to),
        Pages::Pdf => pdf::write(document, words, look, to),
        Pages::Html => Ok(html::write(document, words, look, to)?),
        Pages::Md => Ok(md::write(document, to)?),
    }
}

/// Writes the data of a session in a format. The language of the data and that of `words` must be the same.
///
/// # Errors
/// What `to` says; or that a format cannot hold it, as a sheet of more rows than there can be.
pub fn write_data(format: Rows, data: &Data, words: &Words, to: &mut impl Write) -> Result<(), Unwritten> {
    match format {
        Rows::Csv => Ok(csv::write(data, words, to)?),
        Rows::Xlsx => xlsx::write(data, words, to),
        Rows::Json => Ok(json::write(data, to)?),
    }
}
