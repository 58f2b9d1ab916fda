//! Reads a journal from its beginning to its end, one line in memory at a time.
//!
//! Not for changing anything: what to do about an unfinished or damaged line is the journal's own affair, which is also
//! the only caller.

use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use super::super::trouble::{Deed, Safe, Trouble, Why};
use super::{Damaged, JOURNAL_FORMAT, MOST_LINE, NAME, Reason, line};
use crate::dialect::{self, Mistake, What};

/// What a reading from beginning to end gives.
pub(super) struct Scan<T> {
    pub(super) records: Vec<T>,
    pub(super) damaged: Vec<Damaged>,
    pub(super) tail: Option<Tail>,
    /// The length without the tail.
    pub(super) len: u64,
}

/// A last line without a line end.
pub(super) struct Tail {
    pub(super) at: u64,
    pub(super) bytes: u64,
    pub(super) line: usize,
    /// The whole records in it, as text.
    pub(super) records: Vec<String>,
    /// Whether nothing but the line end is missing.
    pub(super) whole: bool,
}

impl<T> Scan<T> {
    /// Reads a journal line by line, with never more than one line in memory.
    pub(super) fn of(
        path: &Path,
        file: impl Read,
        mut parse: impl FnMut(&str) -> Result<T, Mistake>,
    ) -> Result<Self, Trouble> {
        let mut scan = Self { records: Vec::new(), damaged: Vec::new(), tail: None, len: 0 };
        let mut reader = BufReader::with_capacity(1 << 16, file);
        let mut bytes = Vec::new();
        for number in 1.. {
            let trouble = Trouble::io(Deed::Read, path, Safe::FileUntouched);
            let Some(read) = next_line(&mut reader, &mut bytes).map_err(trouble)? else {
                break;
            };
            let whole = line::record(&bytes).filter(|_| !read.too_long);
            let found = match whole {
                Some(record) => vec![record],
                None if read.too_long => Vec::new(),
                None => line::rescue(&bytes),
            };
            let known = scan.take(number, &found, &mut parse).map_err(|mistake| {
                Trouble::new(Deed::Read, path, Why::Mistake(Box::new(mistake)), Safe::FileUntouched)
            })?;
            let rescued = if whole.is_some() { 0 } else { found.len() };
            let reason = match (known, whole) {
                (_, None) if read.too_long => Some(Reason::TooLong),
                (_, None) if read.ended => Some(Reason::Checksum),
                (Some(reason), _) => Some(reason),
                (None, _) => None,
            };
            scan.damaged.extend(reason.map(|reason| Damaged { line: number, reason, rescued }));
            if read.ended {
                scan.len += read.bytes;
            } else {
                let records = found.into_iter().map(str::to_owned).collect();
                scan.tail =
                    Some(Tail { at: scan.len, bytes: read.bytes, line: number, records, whole: whole.is_some() });
            }
        }
        Ok(scan)
    }

    /// Takes the records of a line; says if one is unknown. Fails only for a journal of a newer program.
    fn take(
        &mut self,
        number: usize,
        found: &[&str],
        parse: &mut impl FnMut(&str) -> Result<T, Mistake>,
    ) -> Result<Option<Reason>, Mistake> {
        let mut reason = None;
        for (n, record) in found.iter().enumerate() {
            let first = number == 1 && n == 0;
            if first && dialect::name_of(record) == Some(NAME) {
                match dialect::check_format(record, JOURNAL_FORMAT) {
                    Ok(_) => continue,
                    Err(mistake) if matches!(mistake.what, What::Newer { .. }) => {
                        return Err(mistake);
                    }
                    Err(mistake) => reason = Some(Reason::Unknown(mistake)),
                }
                continue;
            }
            if first {
                reason = Some(Reason::NoHeader);
            }
            match parse(record) {
                Ok(value) => self.records.push(value),
                Err(mistake) => reason = Some(Reason::Unknown(mistake)),
            }
        }
        Ok(reason)
    }
}

/// How a line was read.
struct LineRead {
    /// Its length with its line end.
    bytes: u64,
    ended: bool,
    /// Longer than [`MOST_LINE`]; then the buffer holds only its beginning.
    too_long: bool,
}

/// Reads the next line into the buffer, without its line end.
fn next_line(reader: &mut impl BufRead, buffer: &mut Vec<u8>) -> io::Result<Option<LineRead>> {
    buffer.clear();
    let limit = MOST_LINE as u64 + 1;
    let mut bytes = reader.by_ref().take(limit).read_until(b'\n', buffer)? as u64;
    if bytes == 0 {
        return Ok(None);
    }
    if buffer.last() == Some(&b'\n') {
        buffer.pop();
        return Ok(Some(LineRead { bytes, ended: true, too_long: false }));
    }
    let too_long = bytes == limit;
    let mut ended = false;
    while too_long && !ended {
        let piece = reader.fill_buf()?;
        if piece.is_empty() {
            break;
        }
        let end = piece.iter().position(|&b| b == b'\n');
        let used = end.map_or(piece.len(), |n| n + 1);
        ended = end.is_some();
        bytes += used as u64;
        reader.consume(used);
    }
    if too_long {
        // tens of megabytes are not kept for the short lines behind it
        *buffer = Vec::new();
    }
    Ok(Some(LineRead { bytes, ended, too_long }))
}
