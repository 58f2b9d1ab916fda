//! A small room in memory's own folder, in which every target puts its bytes where the program would find them.
//!
//! Not for the program: nothing of it knows this crate. Called by the targets in `fuzz_targets/`. The bytes go through the
//! real [`Store`], so that what is tried is what a person who opens a damaged file gets: reading, salvaging, telling,
//! mending, and writing it anew.

use aantafel::{
    record::{DeviceId, Parties, Records, SessionId, TableId},
    session::{FORMAT, Head, Session},
    store::{Data, Loaded, SessionDir, Store},
    words::{Lang, Words},
    workshop,
};
use std::{fs, path::Path, sync::OnceLock};

/// The table at which everything happens.
pub const TABLE: TableId = TableId(1);

/// A workshop of one round, because it is read again for every heap of bytes.
pub const SMALL: &str = r#"Workshop(format: 1, id: "klein", language: "nl", title: "Klein", rounds: [
    (id: "r1", title: "Ronde", minutes: 5),
])"#;

/// A data folder with one session.
pub struct Room {
    folder: tempfile::TempDir,
    /// The data folder as `laptop-1` sees it.
    pub store: Store,
    /// The session.
    pub dir: SessionDir,
    /// Its head.
    pub head: Head,
    /// What it is told in.
    pub words: [Words; 2],
}

impl Room {
    /// The room of this process, made once. Its folder is where `TMPDIR` says: let that be in memory.
    pub fn here() -> &'static Self {
        static ROOM: OnceLock<Room> = OnceLock::new();
        ROOM.get_or_init(|| {
            let folder = tempfile::Builder::new().prefix("aantafel-fuzz-").tempdir().expect("a folder");
            let store = Store::new(Data::new(folder.path()), DeviceId::new("laptop-1"));
            let head = store.create(head(SMALL)).expect("a session");
            let dir = store.data().session(head.id.as_str());
            Self { folder, store, dir, head, words: Lang::ALL.map(Words::new) }
        })
    }

    /// Puts bytes in a file.
    pub fn put(&self, path: &Path, bytes: &[u8]) {
        fs::write(path, bytes).expect("written");
    }

    /// Takes away all that these bytes left, but the head.
    fn clear(&self) {
        for folder in [self.dir.tables_dir(), self.dir.journal_dir()] {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                fs::remove_file(entry.path()).expect("removed");
            }
        }
    }

    /// The words in which these bytes are told: one language or the other.
    pub fn words(&self, bytes: &[u8]) -> &Words {
        &self.words[bytes.len() % 2]
    }

    /// Loads the session, and tells what is in doubt.
    pub fn load(&self, bytes: &[u8]) -> Loaded {
        let loaded = self.store.load(&self.dir, 7).expect("only session.ron keeps a session from opening");
        for doubt in &loaded.doubts {
            harmless(&doubt.tell(self.words(bytes)));
        }
        loaded
    }

    /// The data folder.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Takes the table, writes its file anew, and asks that all that was there is there. What may not be written over
    /// stays as it is. It takes ten times what reading takes, so it is done for one heap of bytes in sixteen.
    pub fn rewritten(&self, loaded: &Loaded, bytes: &[u8]) {
        if crc32fast::hash(bytes) % 16 != 0 {
            return;
        }
        if let Ok(mut writer) = self.store.sit_with(&self.dir, &self.head, TABLE, "14:32") {
            let mended = self.load(bytes);
            assert_eq!(records(&mended.session), records(&loaded.session), "sitting down altered what was whole");
            let table = loaded.session.table(TABLE).expect("the session has it");
            writer.snapshot(&self.head, table).expect("what was read can be written");
            drop(writer);
            let again = self.load(bytes);
            assert_eq!(records(&again.session), records(&loaded.session), "written and read is another thing");
        }
        self.clear();
    }
}

/// What the table said.
pub fn records(session: &Session) -> &Records {
    &session.table(TABLE).expect("the session has it").records
}

/// A head with a workshop.
pub fn head(workshop: &str) -> Head {
    let workshop = workshop::read(workshop).expect("a workshop");
    Head {
        format: FORMAT,
        id: SessionId::default(),
        title: "Proef".to_owned(),
        date: "2026-05-12".parse().expect("a date"),
        place: String::new(),
        tables: 2,
        names: Default::default(),
        parties: Parties::named(["Gemeente", "Welzijn"]),
        device: DeviceId::new("laptop-1"),
        workshop,
    }
}

/// Asks that a sentence holds nothing that a terminal would obey.
pub fn harmless(told: &str) {
    let wrong = told.chars().find(|c| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
    assert_eq!(wrong.filter(|c| *c != '\n'), None, "{told:?}");
}
