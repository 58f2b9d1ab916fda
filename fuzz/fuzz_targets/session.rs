//! Bytes as `session.ron`: it is listed or told, and what opens is written and read back equal.

#![no_main]

use aantafel_fuzz::{Room, harmless};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let room = Room::here();
    room.put(&room.dir.session_file(), bytes);
    let (_, troubles) = room.store.sessions().expect("the list is always there");
    for trouble in &troubles {
        harmless(&trouble.tell(room.words(bytes)));
    }
    let loaded = match room.store.load(&room.dir, 7) {
        Ok(loaded) if loaded.doubts.is_empty() => loaded,
        Ok(loaded) => return assert_eq!(loaded.session.head, room.head, "the copy serves"),
        Err(_) => return, // of a newer program
    };
    let head = &loaded.session.head;
    for words in [&head.title, &head.place, &head.workshop.title] {
        harmless(words);
    }
    if room.store.keep_head(&room.dir, head).is_ok() {
        let again = room.store.load(&room.dir, 7).expect("what was written is read");
        assert_eq!(again.session.head, *head);
        // the copy follows, and is to serve the next bytes
        room.store.keep_head(&room.dir, &room.head).expect("written");
    }
});
