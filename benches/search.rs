//! What looking back costs: ten thousand sessions of ten kilobytes and more, searched as one types, and from the prompt.
//!
//! ```text
//! cargo bench --bench search                      makes them, reads them, and times each key
//! cargo bench --bench search -- make DIR 10000    only makes them, to be searched with `aantafel --data DIR search`
//! ```
//!
//! A session has a head, its copy, a table with some thirty entries in words of the workshops that ship, and a journal with
//! one entry that no table's file has yet. Not a test: it passes no judgement.

use aantafel::{
    record::{DeviceId, Parties},
    search::{Lab, Making, Query, Shelf, Sieve, lines},
    session::{FORMAT, Head},
    store::{Data, Look, Store},
    words::{Lang, Words},
    workshop,
};
use std::{
    fs,
    path::Path,
    sync::atomic::AtomicBool,
    time::{Duration, Instant},
};

/// A small workshop, so that a session is mostly what was said.
const WORKSHOP: &str = r#"Workshop(
  format: 1, id: "kort", title: "Kort gesprek", language: "nl", summary: "wensen en afspraken",
  parties: ["Gemeente", "Welzijn", "Bewoners"],
  rounds: [
    Round(id: "wensen", title: "Wensen", question: "Wat wil je voor de wijk?", minutes: 20, blocks: [
      Collect(id: "wensen", categories: [(id: "wens", label: "Wensen"), (id: "zorg", label: "Zorgen")]),
    ]),
    Round(id: "afspraken", title: "Afspraken", question: "Wie doet wat?", minutes: 10, blocks: [
      Collect(id: "afspraken", preset: ActionList),
    ]),
  ],
)"#;
/// How many entries a table's file has.
const ENTRIES: usize = 28;
/// What is typed, key by key.
const TYPED: [&str; 6] = ["gemeente", "bewoners wijk", "zeewierboerderij", "\"in de wijk\"", "gemeetne", "huizen"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [make, dir, count] = arguments.as_slice()
        && make == "make"
    {
        return made(Path::new(dir), count.parse().unwrap_or(10_000));
    }
    // `cargo test` runs benches too, and nextest asks them for a list; both without `--bench`.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    if let Some(at) = arguments.iter().position(|argument| argument == "make") {
        return made(Path::new(&arguments[at + 1]), arguments[at + 2].parse().unwrap_or(10_000));
    }
    let root = tempfile::tempdir().expect("a folder can be made");
    made(root.path(), 10_000);
    measure(root.path());
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }

    /// A word: the first of the list are said far more often than the last.
    fn word<'a>(&mut self, words: &'a [String]) -> &'a str {
        let (a, b) = (self.below(words.len()), self.below(words.len()));
        &words[a * b / words.len()]
    }

    fn sentence(&mut self, words: &[String]) -> String {
        let long = 5 + self.below(9);
        let mut said: Vec<&str> = (0..long).map(|_| self.word(words)).collect();
        if self.below(14_000) == 0 {
            said.push("zeewierboerderij");
        }
        said.join(" ")
    }
}

fn vocabulary() -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for shipped in workshop::shipped("nl") {
        for word in shipped.text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1) {
            words.push(word.to_lowercase());
        }
    }
    let mut counts = std::collections::HashMap::<String, usize>::new();
    words.into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
    let mut words: Vec<(String, usize)> = counts.into_iter().collect();
    words.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
    words.into_iter().map(|(word, _)| word).collect()
}

fn made(root: &Path, count: usize) {
    let store = Store::new(Data::new(root), DeviceId::new("laptop"));
    let workshop = workshop::check(WORKSHOP).0.expect("the workshop of this bench can be read");
    let head = Head {
        format: FORMAT,
        id: Default::default(),
        title: "TITEL".into(),
        date: chrono::NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day"),
        place: "PLAATS".into(),
        tables: 1,
        names: Default::default(),
        parties: Parties::named(["Gemeente", "Welzijn", "Bewoners"]),
        device: DeviceId::new("laptop"),
        workshop,
    };
    let head = store.create(head).expect("a session can be made");
    let first = store.data().session(head.id.as_str());
    let text = fs::read_to_string(first.session_file()).expect("it was just written");
    fs::remove_dir_all(first.path()).expect("it is there");
    let (words, mut dice) = (vocabulary(), Dice(7));
    let mut bytes = 0;
    for nth in 0..count {
        let date = chrono::NaiveDate::from_ymd_opt(2016, 1, 1).expect("a day") + chrono::Days::new(nth as u64 / 3);
        let title = format!("{} {}", dice.word(&words), dice.word(&words));
        let id = format!("{date}-sessie-{nth}");
        let dir = store.data().session(&id);
        fs::create_dir_all(dir.tables_dir()).expect("a folder");
        fs::create_dir_all(dir.journal_dir()).expect("a folder");
        let own = text.replace(head.id.as_str(), &id).replace("TITEL", &title).replace("2026-01-01", &date.to_string());
        let own = own.replace("PLAATS", ["Goes", "Vlissingen", "Hulst", "Zierikzee"][dice.below(4)]);
        fs::write(dir.session_file(), &own).expect("written");
        fs::write(dir.head_copy(), &own).expect("written");
        let mut table =
            format!("Table(\n  format: 1,\n  session: \"{id}\",\n  table: 1,\n  device: \"laptop\",\n  entries: [\n");
        for entry in 0..ENTRIES {
            let (round, block, category) = match entry % 7 {
                0 => ("afspraken", "afspraken", "action"),
                odd if odd % 2 == 1 => ("wensen", "wensen", "wens"),
                _ => ("wensen", "wensen", "zorg"),
            };
            let by = ["gemeente", "welzijn", "bewoners"][dice.below(3)];
            let said = dice.sentence(&words);
            table.push_str(&format!(
                "    (\n      round: \"{round}\",\n      block: \"{block}\",\n      category: \"{category}\",\n      text: \"{said}\",\n      \
                 by: Party(\"{by}\"),\n      id: \"e{nth:05}x{entry:04}\",\n      born: \"{date}T13:19:54.033Z/{entry}/laptop\",\n    ),\n"
            ));
        }
        table.push_str("  ],\n)\n");
        fs::write(dir.table_file(1, None), &table).expect("written");
        let said = dice.sentence(&words);
        let change = format!(
            "Change(stamp:\"{date}T14:00:00.000Z/1/laptop\",table:1,deed:Did,touches:[Birth(id:\"j{nth:05}\",born:\"{date}T14:00:00.000Z/1/laptop\",\
             home:(round:\"wensen\",block:\"wensen\"),category:\"wens\",text:\"{said}\",order:\"5\")])"
        );
        let line = |record: &str| format!("{:08x} {record}\n", crc32fast::hash(record.as_bytes()));
        let journal = format!("{}{}", line("Journal(format:1)"), line(&change));
        fs::write(dir.journal_file(1, Some("laptop")), &journal).expect("written");
        bytes += own.len() + table.len() + journal.len();
    }
    println!("{count} sessions, {} bytes each, and the copies of their heads", bytes / count.max(1));
}

fn measure(root: &Path) {
    let store = Store::new(Data::new(root), DeviceId::new("laptop"));
    let words = Words::new(Lang::Nl);
    let dirs = store.session_dirs().expect("a list");
    let before = resident();
    let begun = Instant::now();
    let mut shelves: Vec<Shelf> = Vec::new();
    let (mut rest, mut most) = (dirs.as_slice(), 64);
    while !rest.is_empty() {
        let (part, later) = rest.split_at(most.min(rest.len()));
        let made = store.recall(part, Look::All, 1, &AtomicBool::new(false), &|it| (Lab::of(it), lines(it, &words)));
        assert!(
            made.doubts.is_empty() && made.troubles.is_empty(),
            "{:?} {:?}",
            made.doubts.first(),
            made.troubles.first()
        );
        let mut making = Making::default();
        made.made.into_iter().for_each(|(lab, lines)| making.add(lab, lines));
        shelves.push(making.done());
        println!("  {:>6} sessions read after {:?}", dirs.len() - later.len(), begun.elapsed());
        (rest, most) = (later, most * 5);
    }
    let all: usize = shelves.iter().map(Shelf::len).sum();
    let held: usize = shelves.iter().map(Shelf::bytes).sum();
    println!(
        "{all} lines in {:?}; {} MB on the shelves, {} MB more resident",
        begun.elapsed(),
        held >> 20,
        (resident() - before) >> 10
    );
    for typed in TYPED {
        let mut worst = Duration::ZERO;
        let mut found = (0, false);
        for end in typed.char_indices().map(|(at, c)| at + c.len_utf8()) {
            let begun = Instant::now();
            let query = Query::new(&typed[..end]);
            let look =
                |typos| shelves.iter().map(|shelf| shelf.find(&query, &Sieve::default(), typos, 400).count).sum();
            found = (look(false), false);
            if found.0 == 0 && query.may_err() {
                found = (look(true), true);
            }
            worst = worst.max(begun.elapsed());
        }
        println!(
            "{typed:>20}: {:>6} lines{}, slowest key {worst:?}",
            found.0,
            if found.1 { " with typos" } else { "" }
        );
    }
    for most in [40, usize::MAX] {
        let begun = Instant::now();
        let (newest, of, _) = store.newest(most).expect("a list");
        println!("Begin lists {} of {of} sessions in {:?}", newest.len(), begun.elapsed());
    }
}

/// The kilobytes of this process that are in memory; nothing where the system does not say.
fn resident() -> usize {
    let told = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = told.lines().find(|line| line.starts_with("VmRSS"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or_default()
}
