//! A journal as a whole: read without touching it, or written beside another.
//!
//! Not for adding to one (that is [`Journal`](super::Journal)).

use std::fs::File;
use std::io::Write;
use std::path::Path;

use serde::Serialize;
use tempfile::NamedTempFile;

use super::scan::{Mark, Scan};
use super::{CHUNK, Damaged, Parse, line, push, push_header};
#[cfg(doc)]
use crate::dialect::What;
use crate::store::save::beside;
use crate::store::trouble::{Deed, Safe, Trouble, Why};

/// What is in a journal, read without touching it: also one that another program is writing, or that may not be written.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::store) struct Told<T> {
    /// Every whole record, in order.
    pub(in crate::store) records: Vec<T>,
    /// How far it was read, for who wants to read on.
    pub(in crate::store) mark: Mark,
    /// The number of the last line, if it is unfinished; another program may be in the middle of it.
    pub(in crate::store) torn: Option<usize>,
    /// Lines that could not be read.
    pub(in crate::store) damaged: Vec<Damaged>,
}

/// Reads a journal without opening it for writing; nothing is mended.
///
/// # Errors
/// [`What::Newer`] for a journal of a newer program; [`Why::NotAFile`]; and what the system says.
pub(in crate::store) fn read_journal<T>(path: &Path, parse: Parse<T>) -> Result<Told<T>, Trouble> {
    let file = open_to_read(path)?;
    let scan = Scan::of(path, &file, parse)?;
    let torn = scan.tail.filter(|tail| !tail.whole).map(|tail| tail.line);
    Ok(Told { records: scan.records, mark: scan.mark, torn, damaged: scan.damaged })
}

/// Reads what was added to a journal behind a mark, in whole lines; says whether it had to begin anew.
///
/// # Errors
/// As [`read_journal`].
pub(in crate::store) fn read_on<T>(path: &Path, parse: Parse<T>, mark: Mark) -> Result<(Told<T>, bool), Trouble> {
    let file = open_to_read(path)?;
    let (scan, anew) = Scan::on(path, &file, parse, mark)?;
    Ok((Told { records: scan.records, mark: scan.mark, torn: None, damaged: scan.damaged }, anew))
}

fn open_to_read(path: &Path) -> Result<File, Trouble> {
    let trouble = || Trouble::io(Deed::Read, path, Safe::NothingLost);
    let about = std::fs::metadata(path).map_err(trouble())?;
    if !about.is_file() {
        return Err(Trouble::new(Deed::Read, path, Why::NotAFile, Safe::NothingLost));
    }
    File::open(path).map_err(trouble())
}

/// The bytes of a journal with these records.
///
/// # Errors
/// In words, for a record that cannot be written.
pub(in crate::store) fn bytes_of<T: Serialize>(records: &[T]) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    push_header(&mut bytes);
    records.iter().try_for_each(|record| push(&mut bytes, record))?;
    Ok(bytes)
}

/// A line of a journal as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Line<'a> {
    /// A record whose checksum fits, as text.
    Record(&'a str),
    /// Anything else, without its line end.
    Damaged(&'a [u8]),
}

/// The lines of a journal, also of a damaged one or of a piece of one.
pub(in crate::store) fn lines(bytes: &[u8]) -> impl Iterator<Item = Line<'_>> {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.split(|byte| *byte == b'\n').map(|one| line::record(one).map_or(Line::Damaged(one), Line::Record))
}

/// Adds the line of a record that is text already, with its checksum.
pub(in crate::store) fn push_record(buffer: &mut Vec<u8>, record: &str) {
    line::push_text(buffer, record);
}

/// The records in the first `upto` bytes of a journal that others may be adding to; nothing if any of them is damaged.
///
/// # Errors
/// As [`read_journal`].
pub(in crate::store) fn read_beginning<T>(path: &Path, upto: u64, parse: Parse<T>) -> Result<Option<Vec<T>>, Trouble> {
    let file = File::open(path).map_err(Trouble::io(Deed::Read, path, Safe::NothingLost))?;
    let scan = Scan::beginning(path, &file, parse, upto)?;
    let whole = scan.damaged.is_empty() && scan.tail.is_none() && scan.len() == upto;
    Ok(whole.then_some(scan.records))
}

/// Writes a journal with these records beside the one at `path`, and secures it.
///
/// # Errors
/// What the system says; the journal is as it was.
pub(in crate::store) fn write_beside<T: Serialize>(path: &Path, records: &[T]) -> Result<NamedTempFile, Trouble> {
    let trouble = |deed| Trouble::io(deed, path, Safe::FileUntouched);
    let mut new = beside(path)?;
    let mut buffer = Vec::new();
    push_header(&mut buffer);
    for record in records {
        push(&mut buffer, record)
            .map_err(|words| Trouble::new(Deed::Write, path, Why::Unwritable(words), Safe::FileUntouched))?;
        if buffer.len() >= CHUNK {
            new.write_all(&buffer).map_err(trouble(Deed::Write))?;
            buffer.clear();
        }
    }
    new.write_all(&buffer).map_err(trouble(Deed::Write))?;
    new.as_file().sync_all().map_err(trouble(Deed::Sync))?;
    Ok(new)
}
