//! How one record stands on one line: the checksum in eight hexadecimal digits, a blank, the record in RON.
//!
//! Not for files (that is the journal itself). The checksum is CRC-32 (IEEE) of the bytes behind the blank.

use serde::Serialize;

use crate::dialect::{Unwritable, write_line_onto};

/// The bytes before the record: the checksum and a blank.
const HEAD: usize = 9;
/// How many places in a damaged line are tried for a record that begins there.
const MOST_TRIES: usize = 64;

/// Adds a record's line, with its line end, to a buffer; if it cannot be written the buffer is as it was.
pub(super) fn push<T: Serialize + ?Sized>(buffer: &mut Vec<u8>, record: &T) -> Result<(), Unwritable> {
    let start = buffer.len();
    buffer.extend_from_slice(&[b' '; HEAD]);
    if let Err(error) = write_line_onto(buffer, record) {
        buffer.truncate(start);
        return Err(error);
    }
    seal(buffer, start);
    Ok(())
}

/// Adds the line of a record that is text already.
pub(super) fn push_text(buffer: &mut Vec<u8>, record: &str) {
    let start = buffer.len();
    buffer.extend_from_slice(&[b' '; HEAD]);
    buffer.extend_from_slice(record.as_bytes());
    seal(buffer, start);
}

fn seal(buffer: &mut Vec<u8>, start: usize) {
    let sum = crc32fast::hash(&buffer[start + HEAD..]);
    for (n, place) in buffer[start..start + HEAD - 1].iter_mut().enumerate() {
        *place = b"0123456789abcdef"[(sum >> (28 - 4 * n)) as usize & 15];
    }
    buffer.push(b'\n');
}

/// Whether a checksum and a blank begin here, exactly as we write them.
fn is_head(head: &[u8]) -> bool {
    head[8] == b' ' && head[..8].iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// The record of a line without its line end, if its checksum fits.
pub(super) fn record(line: &[u8]) -> Option<&str> {
    let (head, record) = line.split_at_checked(HEAD).filter(|(head, _)| is_head(head))?;
    let sum = u32::from_str_radix(std::str::from_utf8(&head[..8]).ok()?, 16).ok()?;
    (crc32fast::hash(record) == sum).then(|| std::str::from_utf8(record).ok()).flatten()
}

/// The whole records inside a damaged line, by their checksums: two lines whose line end was damaged, or a record that
/// stands behind half of another.
pub(super) fn rescue(line: &[u8]) -> Vec<&str> {
    let starts = |at: &usize| is_head(&line[*at..*at + HEAD]);
    let mut found = Vec::new();
    let mut from = 0;
    for at in (1..line.len().saturating_sub(HEAD)).filter(starts).take(MOST_TRIES) {
        if let Some(last) = record(&line[at..]) {
            found.extend(record(&line[from..at - 1]));
            found.push(last);
            from = line.len();
            break;
        }
        if let Some(first) = at.checked_sub(1).filter(|&end| end > from).and_then(|end| record(&line[from..end])) {
            found.push(first);
            from = at;
        }
    }
    // a line end that became something else leaves one byte too many
    if from < line.len() {
        found.extend(record(&line[from..line.len() - 1]));
    }
    found
}
