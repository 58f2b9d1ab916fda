//! Reads a journal from its beginning to its end, one line in memory at a time.
//!
//! Not for changing anything: what to do about an unfinished or damaged line is the journal's own affair, which is also
//! the only caller.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use super::super::trouble::{Deed, Safe, Trouble, Why};
use super::{Damaged, JOURNAL_FORMAT, MOST_LINE, NAME, Reason, line};
use crate::dialect::{self, Mistake, What};

/// How far a journal was read, in whole lines, and by what the last of them is known again.
///
/// A journal only grows, but it may be put in place anew, shorter: then another line stands there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Mark {
    /// The offset behind the last whole line.
    end: u64,
    /// How many lines that were.
    lines: usize,
    /// Where the last one begins, and the checksum that it opens with.
    last: (u64, [u8; 8]),
}

impl Mark {
    /// The mark behind one more line.
    fn behind(self, line: &[u8], bytes: u64) -> Self {
        Self { end: self.end + bytes, lines: self.lines + 1, last: (self.end, sum_of(line)) }
    }

    /// Whether the line that was read last still stands where it stood.
    fn fits(&self, file: &File) -> io::Result<bool> {
        if self.lines == 0 {
            return Ok(true);
        }
        let mut reader = BufReader::with_capacity(64, file);
        reader.seek(SeekFrom::Start(self.last.0))?;
        let mut found = Vec::new();
        reader.take(8).read_to_end(&mut found)?;
        Ok(file.metadata()?.len() >= self.end && sum_of(&found) == self.last.1)
    }
}

/// The first eight bytes of a line, which are its checksum if it is a record.
fn sum_of(line: &[u8]) -> [u8; 8] {
    let mut sum = [0; 8];
    sum.iter_mut().zip(line).for_each(|(to, from)| *to = *from);
    sum
}

/// What a reading from beginning to end gives.
pub(super) struct Scan<T> {
    pub(super) records: Vec<T>,
    pub(super) damaged: Vec<Damaged>,
    pub(super) tail: Option<Tail>,
    /// The length without the tail, and how to go on from there.
    pub(super) mark: Mark,
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

/// How far a journal is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Upto {
    /// To its end.
    End,
    /// To the end of its last whole line.
    LastLine,
    /// So many bytes.
    Byte(u64),
}

impl<T> Scan<T> {
    /// The length without the tail.
    pub(super) fn len(&self) -> u64 {
        self.mark.end
    }

    /// Reads a journal line by line, with never more than one line in memory.
    pub(super) fn of(path: &Path, file: &File, parse: impl FnMut(&str) -> Result<T, Mistake>) -> Result<Self, Trouble> {
        Self::read(path, file, parse, Mark::default(), Upto::End)
    }

    /// The same for the first `bytes` of it.
    pub(super) fn beginning(
        path: &Path,
        file: &File,
        parse: impl FnMut(&str) -> Result<T, Mistake>,
        bytes: u64,
    ) -> Result<Self, Trouble> {
        Self::read(path, file, parse, Mark::default(), Upto::Byte(bytes))
    }

    /// Reads on behind a mark, and only whole lines: what another program is in the middle of waits for the next time.
    /// Says whether it had to begin anew, because another file stands there now.
    pub(super) fn on(
        path: &Path,
        file: &File,
        parse: impl FnMut(&str) -> Result<T, Mistake>,
        mark: Mark,
    ) -> Result<(Self, bool), Trouble> {
        let fits = mark.fits(file).map_err(Trouble::io(Deed::Read, path, Safe::NothingLost))?;
        let from = if fits { mark } else { Mark::default() };
        Ok((Self::read(path, file, parse, from, Upto::LastLine)?, !fits))
    }

    fn read(
        path: &Path,
        mut file: &File,
        mut parse: impl FnMut(&str) -> Result<T, Mistake>,
        from: Mark,
        upto: Upto,
    ) -> Result<Self, Trouble> {
        let mut scan = Self { records: Vec::new(), damaged: Vec::new(), tail: None, mark: from };
        file.seek(SeekFrom::Start(from.end)).map_err(Trouble::io(Deed::Read, path, Safe::FileUntouched))?;
        let most = if let Upto::Byte(bytes) = upto { bytes } else { u64::MAX };
        let mut reader = BufReader::with_capacity(1 << 16, file.take(most));
        let mut bytes = Vec::new();
        for number in from.lines + 1.. {
            let trouble = Trouble::io(Deed::Read, path, Safe::FileUntouched);
            let Some(read) = next_line(&mut reader, &mut bytes).map_err(trouble)? else {
                break;
            };
            if upto == Upto::LastLine && !read.ended {
                break;
            }
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
                scan.mark = scan.mark.behind(&bytes, read.bytes);
            } else {
                let records = found.into_iter().map(str::to_owned).collect();
                let at = scan.mark.end;
                scan.tail = Some(Tail { at, bytes: read.bytes, line: number, records, whole: whole.is_some() });
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
