//! Files of every format that ever was: they load to the same content for ever. What this program does not know survives
//! it; and a file of a format to come is refused, byte for byte as it was.

use aantafel::{
    record::{DeviceId, Now, TableId},
    store::{Data, Doubt, Loaded, SessionDir, Store},
    words::Lang,
};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

const ID: &str = "2026-05-12-alles-bij-elkaar";

/// The formats of which a session stands here, as the program of that time wrote it.
const FORMATS: [u32; 1] = [1];

fn fixture(format: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/files/format-{format}"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        match entry.file_type().expect("a kind").is_dir() {
            true => copy(&entry.path(), &to.join(entry.file_name())),
            false => drop(fs::copy(entry.path(), to.join(entry.file_name())).expect("copied")),
        }
    }
}

/// A data folder with the session of a format.
struct Then {
    folder: tempfile::TempDir,
    store: Store,
    dir: SessionDir,
}

impl Then {
    fn of(format: u32) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        copy(&fixture(format), folder.path());
        let store = Store::new(Data::new(folder.path()), DeviceId::new("laptop-1"));
        let dir = store.data().session(ID);
        Self { folder, store, dir }
    }

    fn load(&self) -> Loaded {
        self.store.load(&self.dir, 7).expect("it opens")
    }

    fn ask(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_aantafel"));
        command.env("AANTAFEL_DATA", self.folder.path()).env("AANTAFEL_DEVICE", "laptop-1").env("AANTAFEL_LANG", "nl");
        command.args(args).stdin(std::process::Stdio::null()).output().expect("the program runs")
    }

    fn shown(&self) -> Value {
        let told = self.ask(&["show", ID, "--json"]);
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        serde_json::from_slice(&told.stdout).expect("JSON")
    }

    fn alter(&self, path: &Path, alter: impl FnOnce(String) -> String) -> String {
        let before = fs::read_to_string(path).expect("a file");
        let after = alter(before.clone());
        assert_ne!(before, after, "nothing to alter in {}", path.display());
        fs::write(path, &after).expect("written");
        after
    }
}

/// Asks that everything in the one is in the other; what was added since may be there as well.
fn holds(then: &Value, now: &Value, place: &str) {
    match (then, now) {
        (Value::Object(then), Value::Object(now)) => {
            for (name, value) in then {
                let there = now.get(name).unwrap_or_else(|| panic!("{place}.{name} is gone"));
                holds(value, there, &format!("{place}.{name}"));
            }
        }
        (Value::Array(then), Value::Array(now)) => {
            assert_eq!(then.len(), now.len(), "{place}");
            then.iter()
                .zip(now)
                .enumerate()
                .for_each(|(nth, (then, now))| holds(then, now, &format!("{place}[{nth}]")));
        }
        (then, now) => assert_eq!(then, now, "{place}"),
    }
}

#[test]
fn a_session_of_every_format_loads_to_the_same_content() {
    for format in FORMATS {
        let then = Then::of(format);
        let content = fs::read_to_string(fixture(format).join("content.json")).expect("the content of then");
        let content: Value = serde_json::from_str(&content).expect("JSON");
        holds(&content, &then.shown(), "");
        let Loaded { mut session, doubts, .. } = then.load();
        assert!(doubts.is_empty(), "{doubts:?}");
        assert_eq!(session.head.workshop.rounds.len(), 10);
        let table = session.tables.iter_mut().find(|table| table.id == TableId(1)).expect("the table");
        let records = &table.records;
        assert_eq!((records.len(), records.judgements().len(), records.facts().len()), (10, 13, 6));
        assert_eq!(table.desk.editor(0).map(|editor| editor.text().to_owned()).as_deref(), Some("half af"));
        // what was done then can be undone now, to the last
        let now = Now { millis: 1_800_000_000_000, offset: 0 };
        let mut undone = 0;
        while table.undo(&mut session.mint, now).is_some() {
            undone += 1;
        }
        assert_eq!(undone, 20);
        let own =
            table.records.all().into_iter().filter(|entry| !entry.gone && entry.born.device.as_str() == "laptop-1");
        assert_eq!(own.count(), 0);
        let (shelf, doubts) = then.store.shelf(Lang::Nl);
        assert!(shelf.iter().any(|workshop| workshop.id() == "alle-vormen") && doubts.is_empty());
    }
}

#[test]
fn written_anew_it_says_the_same() {
    for format in FORMATS {
        let then = Then::of(format);
        let before = then.shown();
        let loaded = then.load();
        for table in &loaded.session.tables {
            let mut writer = then.store.sit(&then.dir, table.id, "14:32").expect("free");
            writer.snapshot(&loaded.session.head, table).expect("written");
        }
        then.store.keep_head(&then.dir, &loaded.session.head).expect("written");
        assert_eq!(then.shown(), before);
        assert!(then.load().doubts.is_empty());
    }
}

#[test]
fn what_a_newer_program_added_survives_a_load_and_a_save() {
    let then = Then::of(1);
    let file = then.dir.table_file(1, None);
    then.alter(&file, |text| {
        text.replacen("  device: \"laptop-1\",\n", "  device: \"laptop-1\",\n  weather: Sunny(3),\n", 1)
            .replacen("      round: \"punten\",", "      mood: [Glad, \"(\"],\n      round: \"punten\",", 1)
            .replacen("      item: ", "      sure: 0.8,\n      item: ", 1)
            .replacen("      key: ", "      source: \"bell\",\n      key: ", 1)
    });
    let head = then.dir.session_file();
    then.alter(&head, |text| {
        text.replacen("  tables: 2,", "  tables: 2,\n  hall: (floor: 3),", 1)
            .replacen("      label: \"Gemeente\",", "      label: \"Gemeente\",\n      logo: \"a.png\",", 1)
            .replacen("        minutes: 5,", "        minutes: 5,\n        mood: Calm([1, 2]),", 1)
            .replacen("    language: \"nl\",", "    language: \"nl\",\n    author: (\"a\", \"b\"),", 1)
    });
    let before = then.load();
    assert!(before.doubts.is_empty(), "{:?}", before.doubts);
    let table = before.session.table(TableId(1)).expect("the table");
    let mut writer = then.store.sit(&then.dir, TableId(1), "14:32").expect("free");
    writer.snapshot(&before.session.head, table).expect("written");
    drop(writer);
    let mut other = before.session.head.clone();
    other.title = "Een andere naam".to_owned();
    other.parties.0.remove(0);
    then.store.keep_head(&then.dir, &other).expect("written");
    let text = fs::read_to_string(&file).expect("a file");
    for strange in ["weather: Sunny(3),", "mood: [Glad, \"(\"],", "sure: 0.8,", "source: \"bell\","] {
        assert_eq!(text.matches(strange).count(), 1, "{strange}\n{text}");
    }
    let text = fs::read_to_string(&head).expect("a file");
    for strange in ["hall: (floor: 3),", "logo: \"a.png\",", "mood: Calm([1, 2]),", "author: (\"a\", \"b\"),"] {
        assert_eq!(text.matches(strange).count(), 1, "{strange}\n{text}");
    }
    let again = then.load();
    assert!(again.doubts.is_empty(), "{:?}", again.doubts);
    assert_eq!(again.session.head, other);
    assert_eq!(again.session.table(TableId(1)).expect("the table").records, table.records);
}

#[test]
fn a_newer_file_is_refused_and_byte_for_byte_as_it_was() {
    let head = |then: &Then| then.dir.session_file();
    let table = |then: &Then| then.dir.table_file(1, None);
    let journal = |then: &Then| then.dir.journal_file(1, Some("laptop-1"));
    let shelf = |then: &Then| then.store.data().workshops_dir().join("alle-vormen.ron");
    let places: [fn(&Then) -> PathBuf; 4] = [head, table, journal, shelf];
    for (nth, place) in places.into_iter().enumerate() {
        let then = Then::of(1);
        let path = place(&then);
        let text = then.alter(&path, |text| match nth {
            2 => format!(
                "{:08x} Journal(format:2)\n{}",
                crc32(b"Journal(format:2)"),
                text.split_once('\n').expect("two").1
            ),
            _ => text.replacen("format: 1", "format: 2", 1),
        });
        for args in [
            &["list"][..],
            &["show", ID],
            &["report", ID, "--to", "md", "-o", "-"],
            &["capture", ID, "--table", "1", "--round", "punten", "-"],
            &["check", path.to_str().expect("UTF-8")],
            &["workshops"],
            &["new", "alle-vormen", "--title", "Nieuw"],
            &["doctor"],
        ] {
            let told = then.ask(args);
            let err = String::from_utf8_lossy(&told.stderr);
            assert!(!err.contains("panicked"), "{args:?}: {err}");
            assert_eq!(fs::read_to_string(&path).expect("a file"), text, "{args:?} altered {}", path.display());
        }
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let doctor = String::from_utf8(then.ask(&["doctor"]).stdout).expect("UTF-8");
        assert!(doctor.contains(&name) && doctor.contains("nieuwere"), "{name}: {doctor}");
        if nth == 0 {
            assert!(then.store.load(&then.dir, 7).is_err());
        } else {
            let newer = then.load().doubts.iter().filter(|doubt| matches!(doubt, Doubt::Newer { .. })).count();
            assert_eq!(newer, usize::from(nth < 3), "{name}");
        }
        assert_eq!(then.store.sit(&then.dir, TableId(1), "14:32").is_err(), nth < 3, "{name}");
        assert_eq!(fs::read_to_string(&path).expect("a file"), text);
    }
}

/// The checksum of a line, bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}
