//! Bytes as a table's file: the session opens, and what is whole in it is written and read back equal.

#![no_main]

use aantafel_fuzz::{Room, TABLE};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let room = Room::here();
    room.put(&room.dir.table_file(TABLE.0, None), bytes);
    let loaded = room.load(bytes);
    room.rewritten(&loaded, bytes);
});
