//! Sticks come back from the tables: in any order, twice, damaged, with two laptops of one name, and nothing is lost.

use crate::room::{Room, json, shown};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A session of three tables, and as many sticks with a copy of it.
struct Hall {
    room: Room,
    id: String,
}

impl Hall {
    fn new() -> Self {
        let room = Room::new();
        let args = ["new", "living-lab", "--title", "Samen", "--date", "2026-05-12", "--tables", "3"];
        let made = room.command(&args).args(["--device", "laptop-1"]).output().expect("runs");
        Self { id: String::from_utf8(made.stdout).expect("UTF-8").trim().to_owned(), room }
    }

    /// A stick with the session as it is here, on which this device writes these lines at a table.
    fn stick(&self, name: &str, device: &str, table: &str, lines: &str) -> PathBuf {
        let stick = self.room.root.path().join(name);
        let session = stick.join("sessions").join(&self.id);
        if !session.exists() {
            copy(&self.room.folder(&self.id), &session);
        }
        let place = ["--data", stick.to_str().expect("UTF-8"), "--device", device];
        let capture = ["capture", &self.id, "--table", table, "--round", "factoren"];
        self.room.tell(0, &[&capture[..], &place].concat(), lines);
        stick
    }

    /// Another computer, on which nothing is yet.
    fn office(&self, name: &str) -> Office<'_> {
        Office { hall: self, data: self.room.root.path().join(name) }
    }
}

struct Office<'a> {
    hall: &'a Hall,
    data: PathBuf,
}

impl Office<'_> {
    fn ask(&self, code: i32, args: &[&str]) -> crate::room::Answer {
        self.hall
            .room
            .expect(code, &[args, &["--data", self.data.to_str().expect("UTF-8"), "--device", "kantoor"]].concat())
    }

    fn import(&self, code: i32, paths: &[&Path]) -> crate::room::Answer {
        let paths: Vec<String> = paths.iter().map(|path| shown(path)).collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        self.ask(code, &[&["import"], &paths[..]].concat())
    }

    /// Everything that was said, as `show` tells it.
    fn said(&self) -> String {
        let told = json(&self.ask(0, &["show", &self.hall.id, "--json"]).out);
        told["tables"].to_string()
    }

    fn folder(&self) -> PathBuf {
        self.data.join("sessions").join(&self.hall.id)
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Every file below a folder, with what is in it.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.insert(path.clone(), fs::read(&path).expect("a file"));
        }
    }
    all
}

fn five(hall: &Hall) -> Vec<PathBuf> {
    let stick = |n: u32, table: &str| {
        let lines = format!("+ plus van {n}\n! min van {n}\n> antwoord van {n}\n");
        hall.stick(&format!("stick-{n}"), &format!("laptop-{n}"), table, &lines)
    };
    vec![stick(1, "1"), stick(2, "1"), stick(3, "2"), stick(4, "2"), stick(5, "2")]
}

#[test]
fn five_sticks_in_any_order_and_twice_give_the_same() {
    let hall = Hall::new();
    let sticks = five(&hall);
    let before: Vec<_> = sticks.iter().map(|stick| files(stick)).collect();
    let mut outcomes = Vec::new();
    for (nth, order) in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 1, 3]].into_iter().enumerate() {
        let office = hall.office(&format!("kantoor-{nth}"));
        for at in order {
            office.import(0, &[&sticks[at]]);
        }
        let (said, once) = (office.said(), files(&office.folder()));
        for at in order {
            let told = office.import(0, &[&sticks[at]]).out;
            assert!(told.contains("alles was er al"), "{told}");
        }
        assert_eq!(files(&office.folder()), once, "twice is the same as once, to the byte");
        outcomes.push(said);
    }
    assert!(outcomes.iter().all(|said| *said == outcomes[0]));
    for n in 1..=5 {
        assert!(outcomes[0].contains(&format!("antwoord van {n}")), "{}", outcomes[0]);
    }
    let together = hall.office("in-een-keer");
    together.import(0, &sticks.iter().map(PathBuf::as_path).collect::<Vec<_>>());
    assert_eq!(together.said(), outcomes[0]);
    assert_eq!(sticks.iter().map(|stick| files(stick)).collect::<Vec<_>>(), before, "a stick is only read");
}

#[test]
fn the_grid_says_what_every_table_said_in_every_round_and_which_are_empty() {
    let hall = Hall::new();
    let sticks = five(&hall);
    let office = hall.office("kantoor");
    let first = office.import(0, &[&sticks[0]]).out;
    insta::assert_snapshot!(first, @"
    2026-05-12-samen: Samen, nieuw hier
      ronde       1   2   3   4   5   6   7   8   9  samen  nieuw
      Tafel 1     –   –   –   –   –   –   3   –   –      3     +3
      Tafel 2     –   –   –   –   –   –   –   –   –      –         mist: geen bestand van deze tafel
      Tafel 3     –   –   –   –   –   –   –   –   –      –         mist: geen bestand van deze tafel
      Nog leeg: Tafel 2, Tafel 3.
    ");
    let more = office.import(0, &[&sticks[1], &sticks[2]]).out;
    insta::assert_snapshot!(more, @"
    2026-05-12-samen: Samen, aangevuld
      ronde       1   2   3   4   5   6   7   8   9  samen  nieuw
      Tafel 1     –   –   –   –   –   –   6   –   –      6     +3
      Tafel 2     –   –   –   –   –   –   3   –   –      3     +3
      Tafel 3     –   –   –   –   –   –   –   –   –      –         mist: geen bestand van deze tafel
      Nog leeg: Tafel 3.
    ");
    let told = json(&office.ask(0, &["import", &shown(&sticks[3]), "--json"]).out);
    let table = &told["sessions"][0]["tables"][1];
    assert_eq!((table["entries"].as_u64(), table["new"].as_u64()), (Some(6), Some(3)), "{told}");
    assert_eq!(told["sessions"][0]["tables"][2]["missing"], true);
}

#[test]
fn a_dry_run_says_the_same_and_leaves_every_byte() {
    let hall = Hall::new();
    let sticks = five(&hall);
    let office = hall.office("kantoor");
    office.import(0, &[&sticks[0]]);
    let before = files(&office.data);
    let dry = office.ask(0, &["import", &shown(&sticks[1]), &shown(&sticks[2]), "--dry-run"]).out;
    assert_eq!(files(&office.data), before);
    let wet = office.import(0, &[&sticks[1], &sticks[2]]).out;
    assert_eq!(dry, format!("{wet}\nEr is niets geschreven: zo zou het worden.\n"));
    // and where there is nothing yet, no folder is made
    let other = hall.office("leeg");
    other.ask(0, &["import", &shown(&sticks[0]), "--dry-run"]);
    assert!(!other.data.exists());
}

#[test]
fn two_laptops_of_one_name_are_both_kept_with_their_undo() {
    let hall = Hall::new();
    let one = hall.stick("een", "laptop", "1", "+ van de ene\n");
    let two = hall.stick("twee", "laptop", "1", "+ van de andere\n! en nog een\n");
    let mut outcomes = Vec::new();
    for (nth, order) in [[&one, &two], [&two, &one]].into_iter().enumerate() {
        let office = hall.office(&format!("kantoor-{nth}"));
        office.import(0, &[order[0]]);
        let told = office.import(3, &[order[1]]);
        assert!(told.err.contains("twee laptops met dezelfde naam"), "{}", told.err);
        let again = office.import(0, &[order[0], order[1]]);
        assert!(again.out.contains("alles was er al"), "{}", again.out);
        let journal = fs::read_to_string(office.folder().join("journal/tafel-1~laptop.journal")).expect("a journal");
        for words in ["van de ene", "van de andere", "en nog een"] {
            assert!(office.said().contains(words), "{words}");
            assert_eq!(journal.matches(words).count(), 1, "{words} can be undone\n{journal}");
        }
        outcomes.push(office.said());
    }
    assert_eq!(outcomes[0], outcomes[1]);
}

#[test]
fn an_older_copy_takes_nothing_back() {
    let hall = Hall::new();
    let stick = hall.stick("stick", "laptop-2", "1", "+ vroeg\n");
    let old = hall.room.root.path().join("oud");
    copy(&stick, &old);
    hall.stick("stick", "laptop-2", "1", "+ laat\n");
    let office = hall.office("kantoor");
    office.import(0, &[&stick]);
    let before = files(&office.folder());
    let told = office.import(0, &[&old]);
    assert!(told.out.contains("alles was er al"), "{}", told.out);
    assert_eq!(files(&office.folder()), before);
}

#[test]
fn a_damaged_stick_gives_what_is_whole_and_a_newer_file_is_named() {
    let hall = Hall::new();
    let stick = hall.stick("stick", "laptop-2", "1", "+ een\n+ twee\n+ drie\n");
    hall.stick("stick", "laptop-2", "2", "+ heel\n");
    let tables = stick.join("sessions").join(&hall.id).join("tables");
    let table = tables.join("tafel-1~laptop-2.ron");
    let text = fs::read_to_string(&table).expect("a file");
    fs::write(&table, text.replace("\"twee\"", "\"twee")).expect("damaged");
    fs::remove_file(stick.join("sessions").join(&hall.id).join("journal/tafel-1~laptop-2.journal")).expect("gone");
    fs::write(tables.join("tafel-3.ron"), "Table(format: 9, wonders: [])").expect("written");
    let office = hall.office("kantoor");
    let told = office.import(3, &[&stick]);
    assert!(told.err.contains("tafel-1~laptop-2.ron:") && told.err.contains("tafel-3.ron"), "{}", told.err);
    let said = office.said();
    assert!(said.contains("een") && said.contains("drie") && said.contains("heel"), "{said}");
    assert!(!office.folder().join("tables/tafel-3.ron").exists());
    office.ask(0, &["show", "last"]); // what is here now is whole
}

#[test]
fn another_session_with_the_same_id_is_put_beside_and_found_there_again() {
    let hall = Hall::new();
    let office = hall.office("kantoor");
    office.ask(0, &["new", "hoe-dan", "--title", "Samen", "--date", "2026-05-12"]);
    let stick = hall.stick("stick", "laptop-2", "1", "+ van de stick\n");
    let told = office.import(3, &[&stick]);
    let beside = format!("{}-2", hall.id);
    assert!(told.err.contains(&beside), "{}", told.err);
    let shown = office.ask(0, &["show", &beside]).out;
    assert!(shown.contains("van de stick"), "{shown}");
    office.import(3, &[&stick]);
    assert_eq!(fs::read_dir(office.data.join("sessions")).expect("a folder").count(), 2);
}

#[test]
fn after_a_crash_at_any_file_it_opens_and_a_second_import_completes_it() {
    let hall = Hall::new();
    let sticks = five(&hall);
    let all: Vec<&Path> = sticks.iter().map(PathBuf::as_path).collect();
    let office = hall.office("kantoor");
    office.import(0, &all);
    let (said, whole) = (office.said(), files(&office.folder()));
    let in_order = |path: &&PathBuf| !path.ends_with("session.ron");
    for path in whole.keys().filter(in_order) {
        fs::remove_file(path).expect("not written yet");
        office.ask(0, &["show", &hall.id]);
        office.import(0, &all);
        assert_eq!(office.said(), said, "{}", path.display());
    }
    // nothing but the first file
    fs::remove_dir_all(office.folder().join("tables")).expect("gone");
    fs::remove_dir_all(office.folder().join("journal")).expect("gone");
    office.ask(0, &["show", &hall.id]);
    office.import(0, &all);
    assert_eq!(office.said(), said);
    assert_eq!(files(&office.folder()).keys().count(), whole.keys().count());
}

#[test]
fn single_files_whole_sticks_and_nonsense_are_each_told_apart() {
    let hall = Hall::new();
    let stick = hall.stick("stick", "laptop-2", "1", "+ een los bestand\n");
    let loose = hall.room.root.path().join("tafel-1~laptop-2.ron");
    fs::copy(stick.join("sessions").join(&hall.id).join("tables/tafel-1~laptop-2.ron"), &loose).expect("copied");
    let office = hall.office("kantoor");
    let told = office.import(1, &[&loose]);
    assert!(told.err.contains("de sessie van deze tafel is hier niet"), "{}", told.err);
    copy(&hall.room.folder(&hall.id), &office.folder());
    office.import(0, &[&loose]);
    assert!(office.said().contains("een los bestand"));
    let told = office.import(0, &[&office.folder()]);
    assert!(told.err.contains("de gegevensmap zelf"), "{}", told.err);
    let empty = hall.room.root.path().join("leeg");
    fs::create_dir(&empty).expect("a folder");
    assert!(office.import(1, &[&empty]).err.contains("geen sessie"));
    office.import(1, &[Path::new("bestaat-niet")]);
    office.ask(2, &["import"]);
    assert!(office.ask(0, &["import", "--help"]).out.contains("--dry-run"));
}

#[cfg(unix)]
#[test]
fn links_on_a_stick_are_not_followed() {
    let hall = Hall::new();
    let stick = hall.stick("stick", "laptop-2", "1", "+ echt\n");
    let secret = hall.room.root.path().join("geheim");
    fs::write(&secret, "Table(format: 1, entries: [])").expect("a file");
    let tables = stick.join("sessions").join(&hall.id).join("tables");
    std::os::unix::fs::symlink(&secret, tables.join("tafel-3.ron")).expect("a link");
    std::os::unix::fs::symlink(hall.room.root.path(), stick.join("rond")).expect("a link");
    let office = hall.office("kantoor");
    let told = office.import(3, &[&stick]);
    assert!(told.err.contains("tafel-3.ron"), "{}", told.err);
    assert!(!office.folder().join("tables/tafel-3.ron").exists());
    assert!(office.said().contains("echt"));
}
