//! A small session that the program wrote: two tables, two laptops, and something that only a journal holds.

use aantafel::{
    cli::{Lines, enter},
    record::{DeviceId, Now, Parties, SessionId, TableId},
    session::{FORMAT, Head, Last, Log, Step},
    store::{Data, Loaded, SessionDir, Store},
    text::Op,
    words::{Lang, Words},
    workshop,
};
use std::{fs, path::PathBuf};

pub const TABLE: TableId = TableId(1);

/// A workshop that fits on a line or four.
pub const WORKSHOP: &str = "Workshop(format: 1, id: \"klein\", language: \"nl\", title: \"Klein\", rounds: [
    (id: \"r1\", title: \"Ronde\", minutes: 5, blocks: [
        Collect(id: \"b\", categories: [(id: \"plus\", label: \"Plus\", sigil: \"+\")]),
    ]),
])\n";

/// What the laptops say, and what of it no table's file has seen.
pub const SAID: [&str; 3] = ["Meer bankjes", "Een \"veer\" (klein)", "Wie helpt?"];
pub const LATE: &str = "Nog net gezegd";
pub const OTHER: [&str; 2] = ["Van de andere laptop", "En nog een"];

/// The session, in a data folder of its own.
pub struct House {
    folder: tempfile::TempDir,
    pub store: Store,
    pub dir: SessionDir,
    pub words: Words,
}

impl House {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::new(Data::new(folder.path()), DeviceId::new("laptop-1"));
        let head = Head {
            format: FORMAT,
            id: SessionId::default(),
            title: "Klein".to_owned(),
            date: "2026-05-12".parse().expect("a date"),
            place: "Zaal 3".to_owned(),
            tables: 2,
            names: [(TableId(2), "Blauw".to_owned())].into(),
            parties: Parties::named(["Gemeente 2", "Welzijn"]),
            device: DeviceId::new("laptop-1"),
            workshop: workshop::read(WORKSHOP).expect("a workshop"),
        };
        let head = store.create(head).expect("made");
        let dir = store.data().session(head.id.as_str());
        let house = Self { folder, store, dir, words: Words::new(Lang::Nl) };
        fs::create_dir_all(house.store.data().workshops_dir()).expect("a folder");
        fs::write(house.workshop_file(), WORKSHOP.replace("klein", "eigen")).expect("a file");
        house.say(&house.store, &SAID, true);
        house.say(&house.other(), &OTHER, true);
        house.say(&house.store, &[LATE], false);
        house.store.remember(&house.dir, &Last { table: TABLE, round: 0, at: 1000 }).expect("remembered");
        house
    }

    pub fn other(&self) -> Store {
        Store::new(self.store.data().clone(), DeviceId::new("laptop-2"))
    }

    pub fn workshop_file(&self) -> PathBuf {
        self.store.data().workshops_dir().join("eigen.ron")
    }

    /// Says lines at the table, and writes its file or not.
    fn say(&self, store: &Store, lines: &[&str], snapshot: bool) {
        // every start of the program has a seed of its own
        let seed = lines[0].len() as u64;
        let mut session = store.load(&self.dir, seed).expect("loaded").session;
        let mut writer = store.sit(&self.dir, TABLE, "14:32").expect("free");
        let text: String = lines.iter().map(|line| format!("+ {line} @gem #geld\n")).collect();
        let round = "r1".into();
        let lines = Lines { text: &text, round: &round };
        let now = Now { millis: 1_780_000_000_000, offset: 0 };
        enter(&self.words, &mut session, TABLE, &lines, now, &mut |log| writer.write(log)).expect("written");
        if snapshot {
            writer.snapshot(&session.head, session.table(TABLE).expect("a table")).expect("written");
        }
        writer.write(&Log::Step(Step::Type(0, Op::Insert("half".into())))).expect("written");
    }

    pub fn load(&self) -> Loaded {
        self.store.load(&self.dir, 9).expect("the session opens")
    }

    /// Every file of the data folder, with its bytes.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                match entry.file_type().expect("a kind").is_dir() {
                    true => folders.push(entry.path()),
                    false => found.push((entry.path(), fs::read(entry.path()).expect("a file"))),
                }
            }
        }
        found.sort();
        found
    }
}

/// What the table said, in order of birth.
pub fn texts(loaded: &Loaded) -> Vec<String> {
    let table = loaded.session.table(TABLE).expect("the table");
    table.records.all().iter().map(|entry| entry.text.clone()).collect()
}
