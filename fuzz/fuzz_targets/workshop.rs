//! Bytes as a workshop: it is judged and told, and what can be read is written and read back equal.

#![no_main]

use aantafel::{dialect, workshop};
use aantafel_fuzz::{Room, harmless};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let words = Room::here().words(bytes);
    let Ok(text) = dialect::text_of(bytes, 1 << 20) else { return };
    let (read, complaints) = workshop::check(&text);
    for complaint in &complaints {
        let (sentence, remedy) = workshop::tell(words, complaint);
        harmless(&sentence);
        harmless(&remedy);
    }
    let Ok(clean) = workshop::read(&text) else { return };
    assert!(read.is_some(), "what is read is judged");
    if let Ok(written) = dialect::write_pretty("Workshop", &clean) {
        assert_eq!(workshop::read(&written).expect("what was written is read"), clean);
    }
});
