//! The formats a report can be written in: the one list of them.
//!
//! One more format is one more file beside this one, and the lines the compiler points at here. Called by `cli` and the
//! door Verslag, for a report and for the sheets alike.

use super::{docx, html, logo::Logo, md, pdf};
use crate::{document::Document, words::Words};
use std::io::{self, Write};

/// A way to write a document down.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Word, and whatever else reads it.
    Docx,
    /// Pages as they are printed, tagged for who listens to them.
    Pdf,
    /// One page for a browser, without scripts.
    Html,
    /// Text that reads well as it stands.
    Md,
}

/// What the organiser adds to the look.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Look {
    /// A Word file whose styles, fonts, page, header and footer are taken; only for [`Format::Docx`].
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
    pub const ALL: [Format; 4] = [Format::Docx, Format::Pdf, Format::Html, Format::Md];

    /// The name on the command line, and the ending of the file.
    pub fn name(self) -> &'static str {
        match self {
            Format::Docx => "docx",
            Format::Pdf => "pdf",
            Format::Html => "html",
            Format::Md => "md",
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
    format: Format,
    document: &Document,
    words: &Words,
    look: &Look,
    to: &mut impl Write,
) -> Result<(), Unwritten> {
    match format {
        Format::Docx => docx::write(document, words, look, to),
        Format::Pdf => pdf::write(document, words, look, to),
        Format::Html => Ok(html::write(document, words, look, to)?),
        Format::Md => Ok(md::write(document, to)?),
    }
}
