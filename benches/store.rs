//! What the disk costs: a change, a snapshot and an opening, at tables of 10, 1,000 and 100,000 entries.
//!
//! ```text
//! cargo bench --bench store
//! cargo bench --bench store -- 10 1000
//! ```
//!
//! A change is appended as the program does it, without waiting for the disk. What a key costs besides a snapshot is what
//! handing it to its thread takes. Opening stands beside the floor: reading the bytes of the same files. *Written* is what
//! forty typed letters, Enter and every snapshot put on the disk, beside the bytes that the entry is in the journal and
//! the table's file. Not a test: it passes no judgement.

use aantafel::{
    record::{BlockId, Deed, DeviceId, Entry, Home, Mint, Now, Parties, TableId, Touch},
    session::{FORMAT, Head, Log, Session, Step},
    store::{Data, SessionDir, Store, Writer},
    text::Op,
    workshop,
};
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

const NOW: Now = Now { millis: 1_778_587_200_000, offset: 7200 };
const SIZES: [usize; 3] = [10, 1_000, 100_000];
/// How many keys and openings are measured at each size.
const TURNS: usize = 40;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test` runs benches too, and nextest asks them for a list; both without `--bench`.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    let sizes: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    println!(
        "{:>9}  {:>10} {:>10} {:>10}  {:>10} {:>10} {:>7}  {:>8} {:>8} {:>7} {:>9}",
        "entries", "change", "p95", "handing", "snapshot", "opening", "/floor", "own", "written", "ratio", "memory"
    );
    for size in if sizes.is_empty() { SIZES.to_vec() } else { sizes } {
        measure(size);
    }
}

/// Somebody who types at a table.
struct Hand {
    session: Session,
    writer: Writer,
    file: PathBuf,
    /// Bytes that were written, of both files.
    written: u64,
    /// Bytes that the entries are in both files.
    own: u64,
}

fn measure(size: usize) {
    let root = tempfile::tempdir().expect("a folder can be made");
    let store = Store::new(Data::new(root.path()), DeviceId::new("laptop"));
    let workshop =
        workshop::shipped("nl").find_map(|shipped| workshop::check(shipped.text).0.filter(|it| it.id == "hoe-dan"));
    let head = Head {
        format: FORMAT,
        id: Default::default(),
        title: "Meting".into(),
        date: NOW.date(),
        place: String::new(),
        tables: 1,
        names: Default::default(),
        parties: Parties::named(["Gemeente", "Wonen"]),
        device: DeviceId::new("laptop"),
        workshop: workshop.expect("the workshop of this bench is on the shelf"),
    };
    let head = store.create(head).expect("a session can be made");
    let dir = store.data().session(head.id.as_str());
    let writer = store.sit(&dir, TableId(1), "nu").expect("the table is free");
    let session = Session::new(head, Mint::new(DeviceId::new("laptop"), 7));
    let mut hand = Hand { session, writer, file: dir.table_file(1, None), written: 0, own: 0 };
    for nth in 0..size {
        hand.say(nth);
    }
    let snapshot = timed(|| hand.snapshot());
    let mut changes: Vec<Duration> = (0..TURNS).map(|nth| hand.change(size + nth)).collect();
    changes.sort();
    let handing = hand.hand_over();
    let (own, written) = (hand.own, hand.written);
    drop(hand);
    let (opening, floor) = openings(&store, &dir, size);
    println!(
        "{size:>9}  {:>10} {:>10} {:>10}  {:>10} {:>10} {:>7.1}  {:>8} {:>8} {:>7.2} {:>9}",
        told(changes[changes.len() / 2]),
        told(changes[changes.len() * 95 / 100]),
        told(handing),
        told(snapshot),
        told(opening),
        opening.as_secs_f64() / floor.as_secs_f64(),
        own / size as u64,
        written / size as u64,
        written as f64 / own as f64,
        memory(),
    );
}

impl Hand {
    /// Types forty letters and Enter, as the program writes it down, with a snapshot when that is worth it.
    fn say(&mut self, nth: usize) {
        let before = self.journal_len();
        for letter in "de wijkverpleegkundige komt laat in beeld".chars() {
            let step = Step::Type(0, Op::Insert(letter.to_string()));
            self.writer.write(&Log::Step(step)).expect("a step can be written");
        }
        let change = self.made(nth);
        let log = Log::Together(vec![change, Log::Step(Step::Clear)]);
        self.writer.write(&log).expect("a change can be written");
        self.own += self.journal_len() - before;
        self.written += self.journal_len() - before;
        if self.writer.is_worth_it() {
            self.snapshot();
        }
    }

    /// An entry that is said, as a change.
    fn made(&mut self, nth: usize) -> Log {
        let Session { tables, mint, .. } = &mut self.session;
        let now = Now { millis: NOW.millis + nth as i64 * 1000, ..NOW };
        let home = Home { round: "factoren".into(), block: BlockId::new("factoren"), pass: 0 };
        let words = format!("de wijkverpleegkundige komt laat in beeld ({nth})");
        let entry = Entry::new(mint.entry(now), mint.stamp(now), home, "bedreiging".into(), &words);
        let change = tables[0].alter(vec![Touch::Birth(Box::new(entry))], Deed::Did, mint, now);
        Log::Change(Box::new(change.expect("a birth is a change")))
    }

    /// How long one change takes to write down.
    fn change(&mut self, nth: usize) -> Duration {
        let log = self.made(nth);
        timed(|| self.writer.write(&log).expect("a change can be written"))
    }

    fn snapshot(&mut self) {
        let before = self.journal_len();
        self.writer.snapshot(&self.session.head, &self.session.tables[0]).expect("a snapshot can be written");
        let file = self.file.metadata().map_or(0, |about| about.len());
        let shortened = self.journal_len();
        self.written += file + if shortened < before { shortened } else { 0 };
    }

    /// How long the thread of the keys is held up by a snapshot that another one writes.
    fn hand_over(&mut self) -> Duration {
        let begun = Instant::now();
        let snapshot = self.writer.begin_snapshot(&self.session.head, &self.session.tables[0].records);
        let handing = begun.elapsed();
        let written = snapshot.expect("no other snapshot is being written").write();
        let begun = Instant::now();
        self.writer.end_snapshot(written).expect("a snapshot can be written");
        handing + begun.elapsed()
    }

    fn journal_len(&self) -> u64 {
        self.writer.len_bytes()
    }
}

/// How long opening takes, and how long reading the bytes of the same files; medians, in turn.
fn openings(store: &Store, dir: &SessionDir, size: usize) -> (Duration, Duration) {
    let turns = if size > 10_000 { 3 } else { TURNS };
    let (mut opening, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..turns {
        opening.push(timed(|| {
            let loaded = store.load(dir, 1).expect("the session opens");
            let writer = store.sit_with(dir, &loaded.session.head, TableId(1), "nu").expect("the table is free");
            drop((loaded, writer));
        }));
        floor.push(timed(|| {
            let read = files(dir.path()).iter().map(fs::read).collect::<io::Result<Vec<_>>>();
            drop(std::hint::black_box(read.expect("the files can be read")));
        }));
    }
    opening.sort();
    floor.sort();
    (opening[turns / 2], floor[turns / 2])
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let all =
        fs::read_dir(folder).expect("the folder can be read").map(|entry| entry.expect("it can be listed").path());
    let (folders, mut files): (Vec<_>, Vec<_>) = all.partition(|path| path.is_dir());
    files.extend(folders.iter().flat_map(|folder| self::files(folder)));
    files
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn told(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds >= 1.0 => format!("{seconds:.2} s"),
        seconds if seconds >= 1e-3 => format!("{:.2} ms", seconds * 1e3),
        seconds => format!("{:.1} µs", seconds * 1e6),
    }
}

/// The most memory that this process had, where the system tells.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")).and_then(|rest| rest.split_whitespace().next());
    peak.and_then(|kib| kib.parse::<u64>().ok()).map_or("?".to_owned(), |kib| format!("{} MB", kib / 1024))
}
