//! Stories and properties of the journal: what a crash, a full disk and a bad sector leave behind.

use super::super::{Safe, list_aside};
use super::*;
use crate::dialect::What;
use proptest::prelude::*;
use serde::Deserialize;
use std::fs;
use tempfile::TempDir;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Change {
    Said { id: u32, text: String, sigil: char },
    Undone(u32),
    Pause,
}

fn said(id: u32) -> Change {
    Change::Said { id, text: format!("zin {id}\nmet \"regels\" en é 👩‍👩‍👧 0c3f9a52 x"), sigil: '\n' }
}

fn some(count: u32) -> Vec<Change> {
    (0..count).map(|n| if n % 3 == 2 { Change::Undone(n) } else { said(n) }).collect()
}

struct Desk {
    root: TempDir,
    path: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let root = tempfile::tempdir().expect("works");
        let path = root.path().join("journal/tafel-1.journal");
        Self { root, path }
    }

    fn with(records: &[Change]) -> Self {
        let desk = Self::new();
        desk.open().0.append_all(records).expect("works");
        desk
    }

    fn open(&self) -> (Journal<Change>, Found<Change>) {
        Journal::open(self.root.path(), &self.path).expect("works")
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(&self.path).expect("works")
    }

    fn put(&self, bytes: &[u8]) {
        fs::write(&self.path, bytes).expect("works");
    }
}

/// The first lines in order of which each is among the second ones.
fn is_part(part: &[Change], all: &[Change]) -> bool {
    let mut rest = all.iter();
    part.iter().all(|one| rest.any(|other| other == one))
}

#[test]
fn what_is_appended_is_there_when_it_is_opened_again() {
    let desk = Desk::new();
    let (mut journal, found) = desk.open();
    assert_eq!(found, Found { records: vec![], torn: None, damaged: vec![] });
    for change in some(5) {
        journal.append(&change).expect("works");
    }
    journal.append_all(&[Change::Pause, said(9)]).expect("works");
    journal.append_all(&[]).expect("works");
    journal.syncer().sync().expect("works");
    assert_eq!(journal.len_bytes(), desk.bytes().len() as u64);
    assert_eq!(desk.bytes().iter().filter(|&&b| b == b'\n').count(), 8);
    let records = desk.open().1.records;
    assert_eq!(records[..5], some(5));
    assert_eq!(records[5..], [Change::Pause, said(9)]);
}

#[test]
fn every_truncation_opens_with_every_whole_record_and_can_be_written_on() {
    let all = some(6);
    let whole = Desk::with(&all).bytes();
    for cut in 0..=whole.len() {
        let desk = Desk::new();
        drop(desk.open());
        desk.put(&whole[..cut]);
        let (mut journal, found) = desk.open();
        let lines = whole[..cut].iter().filter(|&&b| b == b'\n').count();
        let complete = cut < whole.len() && whole[cut] == b'\n';
        let expected = (lines + usize::from(complete)).saturating_sub(1);
        assert_eq!(found.records, all[..expected], "cut at {cut}");
        assert_eq!(found.damaged, []);
        let torn = cut > 0 && whole[cut - 1] != b'\n' && !complete;
        assert_eq!(found.torn.is_some(), torn, "cut at {cut}");
        if let Some(torn) = found.torn {
            assert_eq!(fs::read(&torn.kept).expect("works"), &whole[torn.at as usize..cut]);
            assert_eq!((torn.bytes, torn.line), (cut as u64 - torn.at, lines + 1));
        }
        journal.append(&Change::Pause).expect("works");
        let again = desk.open().1;
        assert_eq!(again.torn, None);
        assert_eq!(again.damaged, []);
        assert_eq!(again.records, [&all[..expected], &[Change::Pause]].concat());
    }
}

#[test]
fn every_flipped_byte_costs_at_most_its_own_line() {
    let all = some(4);
    let whole = Desk::with(&all).bytes();
    for at in 0..whole.len() {
        for flip in [1_u8, 0x20, 0x80, whole[at] ^ b'\n', 0xFF] {
            if flip == 0 {
                continue;
            }
            let desk = Desk::new();
            drop(desk.open());
            let mut bytes = whole.clone();
            bytes[at] ^= flip;
            desk.put(&bytes);
            let hit = whole[..at].iter().filter(|&&b| b == b'\n').count();
            let (mut journal, found) = desk.open();
            let others: Vec<Change> =
                all.iter().enumerate().filter(|(n, _)| n + 1 != hit).map(|(_, change)| change.clone()).collect();
            assert!(is_part(&others, &found.records), "byte {at} ^ {flip}: {:?}", found.records);
            assert!(is_part(&found.records, &all), "byte {at} ^ {flip}: nothing is made up");
            if whole[at] == b'\n' {
                assert_eq!(found.records, all, "a damaged line end costs nothing: {at} ^ {flip}");
            }
            assert!(found.torn.is_some() || !found.damaged.is_empty(), "it is told: {at} ^ {flip}");
            journal.append(&Change::Pause).expect("works");
            assert_eq!(desk.open().1.records, [found.records, vec![Change::Pause]].concat());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_file_makes_it_panic_or_lose_what_it_held(bytes in proptest::collection::vec(
        prop_oneof![any::<u8>(), Just(b'\n'), Just(b' '), b'0'..=b'9'], 0..300)) {
        let desk = Desk::new();
        drop(desk.open());
        desk.put(&bytes);
        let (mut journal, _) = desk.open();
        journal.append(&said(1)).expect("works");
        prop_assert_eq!(desk.open().1.records, [said(1)]);
    }

    #[test]
    fn texts_of_any_kind_stay_on_their_own_line(text in any::<String>(), sigil in any::<char>()) {
        let desk = Desk::new();
        let change = Change::Said { id: 1, text, sigil };
        desk.open().0.append(&change).expect("works");
        prop_assert_eq!(desk.open().1.records, [change]);
    }
}

#[test]
fn a_write_that_failed_half_way_is_mended_by_the_next() {
    let desk = Desk::with(&some(3));
    let (mut journal, _) = desk.open();
    // the disk was full: half a record got there, and the journal was told
    let mut other = OpenOptions::new().append(true).open(&desk.path).expect("works");
    other.write_all(b"0c3f9a52 Said(id:7,te").expect("works");
    journal.sound = false;
    journal.append(&said(8)).expect("works");
    let found = desk.open().1;
    assert_eq!((found.torn, found.damaged), (None, vec![]));
    assert_eq!(found.records, [some(3), vec![said(8)]].concat());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_costs_only_the_record_it_refused() {
    let desk = Desk::with(&some(2));
    let (mut journal, _) = desk.open();
    let real = Arc::clone(&journal.file);
    journal.file = Arc::new(OpenOptions::new().write(true).open("/dev/full").expect("works"));
    let trouble = journal.append(&said(2)).expect_err("fails");
    assert!(trouble.is_full() && trouble.safe == Safe::EarlierKept, "{trouble}");
    journal.file = real;
    journal.append(&said(3)).expect("works");
    assert_eq!(desk.open().1.records, [some(2), vec![said(3)]].concat());
}

#[test]
fn half_a_record_in_the_middle_does_not_take_the_next_with_it() {
    let desk = Desk::with(&some(3));
    let bytes = desk.bytes();
    let last = bytes[..bytes.len() - 1].iter().rposition(|&b| b == b'\n').expect("works") + 1;
    desk.put(&[&bytes[..last], b"0c3f9a52 Said(id:7,te", &bytes[last..]].concat());
    let found = desk.open().1;
    assert_eq!(found.records, some(3));
    assert_eq!(found.damaged, [Damaged { line: 4, reason: Reason::Checksum, rescued: 1 }]);
}

#[test]
fn a_journal_of_a_newer_program_is_refused_and_untouched() {
    let desk = Desk::with(&some(2));
    let mut bytes = Vec::new();
    line::push_text(&mut bytes, "Journal(format:2,iets:[1])");
    bytes.extend_from_slice(b"onbekend zonder regeleinde");
    desk.put(&bytes);
    let trouble = Journal::<Change>::open(desk.root.path(), &desk.path).expect_err("fails");
    assert!(matches!(&trouble.why, Why::Mistake(mistake) if mistake.what == What::Newer { format: 2, ours: 1 }));
    assert_eq!(desk.bytes(), bytes);
    assert_eq!(list_aside(desk.root.path()).expect("works"), []);
}

#[test]
fn a_record_of_another_kind_is_told_and_stays_in_the_file() {
    let desk = Desk::with(&some(1));
    let mut bytes = desk.bytes();
    line::push_text(&mut bytes, "Zong(id:1)");
    line::push(&mut bytes, &said(5)).expect("works");
    desk.put(&bytes);
    let (mut journal, found) = desk.open();
    assert_eq!(found.records, [said(0), said(5)]);
    assert!(matches!(found.damaged[..], [Damaged { line: 3, reason: Reason::Unknown(_), rescued: 0 }]));
    assert_eq!(desk.bytes(), bytes);
    journal.rewrite(&found.records).expect("works");
    let aside = list_aside(desk.root.path()).expect("works");
    assert_eq!(fs::read(&aside[0].path).expect("works"), bytes, "the old file is kept");
    journal.rewrite(&found.records).expect("works");
    assert_eq!(list_aside(desk.root.path()).expect("works").len(), 1);
}

#[test]
fn a_rewrite_is_short_and_the_journal_and_its_syncer_go_on_with_it() {
    let desk = Desk::with(&some(50));
    let (mut journal, _) = desk.open();
    let syncer = journal.syncer();
    let long = journal.len_bytes();
    journal.rewrite(&[said(1)]).expect("works");
    assert!(journal.len_bytes() < long);
    journal.append(&said(2)).expect("works");
    let thread = std::thread::spawn(move || syncer.sync());
    thread.join().expect("works").expect("works");
    assert_eq!(journal.len_bytes(), desk.bytes().len() as u64);
    assert_eq!(desk.open().1.records, [said(1), said(2)]);
    assert_eq!(fs::read_dir(desk.path.parent().expect("works")).expect("works").count(), 1);
}

#[test]
fn an_endless_line_is_damage_and_not_memory() {
    let desk = Desk::with(&some(1));
    let mut bytes = Vec::new();
    line::push(&mut bytes, &said(2)).expect("works");
    let file = OpenOptions::new().append(true).open(&desk.path).expect("works");
    file.set_len(desk.bytes().len() as u64 + MOST_LINE as u64 + 10).expect("works");
    (&file).write_all(b"\n").expect("works");
    (&file).write_all(&bytes).expect("works");
    let found = desk.open().1;
    assert_eq!(found.records, [said(0), said(2)]);
    assert_eq!(found.damaged, [Damaged { line: 3, reason: Reason::TooLong, rescued: 0 }]);
}

/// Not a test of anything; prints figures: `cargo test --release --lib journal_speed -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn journal_speed() {
    let desk = Desk::new();
    let (mut journal, _) = desk.open();
    let change = Change::Said { id: 7, text: "Meer bankjes langs de haven, zeggen de bewoners.".repeat(3), sigil: '+' };
    let count = 100_000;
    let start = std::time::Instant::now();
    for _ in 0..count {
        journal.append(&change).expect("works");
    }
    let each = start.elapsed() / count;
    let start = std::time::Instant::now();
    journal.syncer().sync().expect("works");
    let sync = start.elapsed();
    let start = std::time::Instant::now();
    let found = desk.open().1;
    println!(
        "append {each:?}; sync {sync:?} of {} bytes; open {:?} for {} records",
        journal.len_bytes(),
        start.elapsed(),
        found.records.len()
    );
    let start = std::time::Instant::now();
    journal.rewrite(&found.records).expect("works");
    println!("rewrite {:?}", start.elapsed());
    let path = desk.root.path().join("x.ron");
    let start = std::time::Instant::now();
    for _ in 0..100 {
        super::super::save(desk.root.path(), &path, &[b'x'; 100_000]).expect("works");
    }
    println!("save of 100 kB {:?}", start.elapsed() / 100);
    let start = std::time::Instant::now();
    for _ in 0..1000 {
        journal.append(&change).expect("works");
        journal.syncer().sync().expect("works");
    }
    println!("append and sync {:?}", start.elapsed() / 1000);
}
