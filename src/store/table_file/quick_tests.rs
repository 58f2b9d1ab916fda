//! Files of every kind, whole and with every kind of damage: what the quick reader of the dialect makes of them is what the
//! RON library makes of them; and what the program writes is read by the quick one.

use super::SavedTable;
use crate::dialect::{read_quickly, thoroughly, write_pretty};
use crate::session::{Head, Log};
use crate::workshop::{Workshop, shipped};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/format-1/");

fn file(path: &str) -> String {
    std::fs::read_to_string(format!("{FOLDER}{path}")).expect("it is kept with the tests")
}

/// Holds that the two readers agree; says whether it was read quickly.
fn holds<T: Serialize + DeserializeOwned>(text: &str) -> bool {
    let quick = read_quickly::<T>(text);
    if let Some(value) = &quick {
        let thorough = thoroughly::<T>(text).unwrap_or_else(|mistake| panic!("{mistake}\n{text}"));
        let [quick, slow] = [value, &thorough.value].map(|value| write_pretty("It", value).expect("written"));
        assert!(quick == slow && thorough.ignored.is_empty(), "{text}");
    }
    quick.is_some()
}

/// The records of a journal, without the sums before them.
fn records(journal: &str) -> Vec<&str> {
    journal.lines().filter_map(|line| line.split_once(' ').map(|(_, record)| record)).collect()
}

#[test]
fn what_the_program_writes_and_ships_is_read_quickly() {
    let session = "sessions/2026-05-12-alles-bij-elkaar";
    for shipped in ["nl", "en"].into_iter().flat_map(shipped) {
        assert!(holds::<Workshop>(shipped.text), "{}", shipped.id);
    }
    assert!(holds::<Workshop>(&file("workshops/alle-vormen.ron")));
    assert!(holds::<Head>(&file(&format!("{session}/session.ron"))));
    for table in ["tafel-1", "tafel-1~laptop-2", "tafel-2~laptop-2"] {
        assert!(holds::<SavedTable>(&file(&format!("{session}/tables/{table}.ron"))), "{table}");
    }
    let journal = file(&format!("{session}/journal/tafel-1~laptop-1.journal"));
    let records = records(&journal);
    let quick = records.iter().filter(|record| holds::<Log>(record)).count();
    assert!(quick > 10 && quick * 10 >= records.len() * 9, "{quick} of {}", records.len());
}

proptest! {
    #[test]
    fn whatever_happened_to_a_file_the_readers_agree(
        which in 0..4_usize,
        hits in prop::collection::vec((any::<prop::sample::Index>(), 0..12_usize, "[-(){}\\[\\],:\"'\\\\/ a-zA-Z0-9_.\n#é]{0,3}"), 1..4),
    ) {
        let session = "sessions/2026-05-12-alles-bij-elkaar";
        let mut text = match which {
            0 => file("workshops/alle-vormen.ron"),
            1 => file(&format!("{session}/session.ron")),
            2 => file(&format!("{session}/tables/tafel-1.ron")),
            _ => records(&file(&format!("{session}/journal/tafel-1~laptop-1.journal"))).concat(),
        };
        for (at, gone, put) in hits {
            let mut from = at.index(text.len().max(1));
            while !text.is_char_boundary(from) { from -= 1; }
            let mut to = (from + gone).min(text.len());
            while !text.is_char_boundary(to) { to -= 1; }
            text.replace_range(from..to.max(from), &put);
        }
        match which {
            0 => holds::<Workshop>(&text),
            1 => holds::<Head>(&text),
            2 => holds::<SavedTable>(&text),
            _ => holds::<Log>(&text),
        };
    }
}
