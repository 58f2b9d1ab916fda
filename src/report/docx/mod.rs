//! A document as a Word file, written by ourselves: real styles, a table of contents, header and footer, alternative
//! texts, links between codes, pictures as shapes that stay sharp.
//!
//! The parts stand in `parts`, the styles in `styles`, the body in `body`; an organiser's own file gives its looks through
//! `template`. What the format demands is ISO/IEC 29500 (transitional). Not for reading what others wrote, but for the
//! template. Called by `format`.

mod body;
mod parts;
mod shapes;
mod styles;
mod table;
mod template;
mod xml;

use super::format::{Look, Unwritten};
use crate::{document::Document, words::Words};
use std::io::{Cursor, Write};
use styles::Styles;
use zip::{ZipWriter, write::SimpleFileOptions};

/// Writes a document. The packed file stands in memory once; it is small.
pub(super) fn write(document: &Document, words: &Words, look: &Look, to: &mut impl Write) -> Result<(), Unwritten> {
    let mut package = Package { zip: ZipWriter::new(Cursor::new(Vec::new())) };
    match &look.template {
        None => parts::own(document, words, look, &mut package)?,
        Some(file) => template::Template::read(file)?.fill(document, words, look, &mut package)?,
    }
    let bytes = package.zip.finish().map_err(packed)?.into_inner();
    Ok(to.write_all(&bytes)?)
}

/// The file while it is being packed.
struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    /// Opens the next part; what is written then goes there.
    fn open(&mut self, name: &str) -> Result<&mut impl Write, Unwritten> {
        self.zip.start_file(name, SimpleFileOptions::default()).map_err(packed)?;
        Ok(&mut self.zip)
    }

    fn part(&mut self, name: &str, bytes: &[u8]) -> Result<(), Unwritten> {
        Ok(self.open(name)?.write_all(bytes)?)
    }
}

fn packed(error: zip::result::ZipError) -> Unwritten {
    Unwritten::Refused(error.to_string())
}

/// The language as Word names it.
fn language(document: &Document) -> &'static str {
    match document.language.as_str() {
        "nl" => "nl-NL",
        _ => "en-GB",
    }
}

/// The page a body is laid on.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Page {
    /// How wide the text is, in twentieths of a point.
    text: u32,
    /// Whether the file has a theme, whose first accent is then ours.
    theme: bool,
}

/// What a body needs to know of the file it stands in.
struct Setting<'a> {
    styles: &'a Styles,
    page: Page,
    /// The list that bullets come from, where a style does not bring its own.
    list: u32,
    /// The relation of the picture in the head.
    logo: Option<&'a str>,
    /// Whether every run says its language, because the styles are not ours.
    tongue: bool,
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
