//! Texts that look like trouble, thought up by hand or found by the fuzzer, each in the place of the file that it would be.
//! `fuzz/README.md` tells how more are found.

use crate::house::{House, TABLE};
use aantafel::{dialect, workshop};
use std::fs;

#[test]
fn what_looks_like_trouble_is_survived() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/findings");
    let mut count = 0;
    for kind in ["workshop", "session", "table", "journal"] {
        for entry in fs::read_dir(format!("{root}/{kind}")).into_iter().flatten().flatten() {
            let bytes = fs::read(entry.path()).expect("a finding");
            count += 1;
            let house = House::new();
            let path = match kind {
                "workshop" => {
                    if let Ok(text) = dialect::text_of(&bytes, 1 << 20) {
                        let _ = workshop::check(&text);
                    }
                    house.workshop_file()
                }
                "session" => house.dir.session_file(),
                "table" => house.dir.table_file(1, None),
                _ => house.dir.journal_file(1, Some("laptop-1")),
            };
            fs::write(&path, &bytes).expect("written");
            let _ = house.store.shelf(house.words.lang());
            let loaded = house.load();
            if let Ok(mut writer) = house.store.sit(&house.dir, TABLE, "14:33") {
                let table = loaded.session.table(TABLE).expect("the table");
                writer.snapshot(&loaded.session.head, table).expect("written");
                drop(writer);
                let again = house.load();
                let records = |loaded: &aantafel::store::Loaded| loaded.session.table(TABLE).map(|t| t.records.clone());
                assert_eq!(records(&again), records(&loaded), "{}", entry.path().display());
            }
        }
    }
    assert!(count > 0, "no findings under {root}");
}
