//! Bytes as a journal: the session opens, an unfinished end is mended, and all that was whole is there afterwards.
//!
//! No chance finds a checksum, so if the first byte is a letter every line behind the first is given its own; otherwise
//! the bytes are the journal as they stand.

#![no_main]

use aantafel_fuzz::{Room, TABLE};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let room = Room::here();
    let sealed = match bytes.split_first() {
        Some((first, rest)) if first.is_ascii_alphabetic() => seal(rest),
        Some((_, rest)) => rest.to_vec(),
        None => Vec::new(),
    };
    room.put(&room.dir.journal_file(TABLE.0, Some("laptop-1")), &sealed);
    let loaded = room.load(bytes);
    room.rewritten(&loaded, bytes);
});

/// Every line with its own checksum, behind a first line as the program writes it.
fn seal(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for line in [&b"Journal(format:1)"[..]].into_iter().chain(text.split(|byte| *byte == b'\n')) {
        out.extend_from_slice(format!("{:08x} ", crc32fast::hash(line)).as_bytes());
        out.extend_from_slice(line);
        out.push(b'\n');
    }
    out
}
