//! The rules of the house, held by a machine: who may know whom, who may touch the world, and what every file opens with.
//!
//! Reads the source as text, so a rule is broken the moment a line is written, and the message names the line. What is
//! allowed beside a rule stands in a list with its reason; a reason that no longer holds is a failure too. Called by
//! `cargo test`. Not for what the program does (`tests/room`) or what it ships (`tests/registry.rs`).

#[path = "house/source.rs"]
mod source;

use aantafel::{
    form::Form,
    ui::{Command, keys},
    workshop::shipped,
};
use source::{Source, sources};
use std::fs;

/// The floors, from the ground up. A room may know only rooms on lower floors; neighbours on a floor do not know each other.
///
/// So `app` cannot reach `store`: what a key does and what the disk does meet in `run` alone.
const FLOORS: &[&[&str]] = &[
    &["text", "words", "document"],
    &["dialect", "record", "suggest", "ui"],
    &["form"],
    &["workshop"],
    &["session"],
    &["harvest", "search"],
    &["app", "report", "store"],
    &["run"],
    &["cli"],
];

/// Who may touch files, and why. Tests may everywhere.
const FILES: &[(&str, &str)] = &[
    ("store/", "it is the disk"),
    ("cli/", "reads what an author or a script names, writes where they ask; sessions go through `store`"),
];

/// Who may look at a clock.
const CLOCKS: &[(&str, &str)] =
    &[("run/", "tells the time to all"), ("cli/", "the same, for a command without a screen")];

/// Who may know the libraries of the screen.
const SCREENS: &[(&str, &str)] = &[
    ("ui/", "keys, colours, and what is painted with them"),
    ("app/", "what is on the screen"),
    ("run/", "takes the terminal and gives it back"),
    ("cli/", "asks what terminal there is, for the doctor"),
];

/// Who may know the names of people, and why. Everybody else knows chairs.
const NAMES: &[(&str, &str)] = &[
    ("session/people.rs", "what they are"),
    ("session/told.rs", "the one place where a chair becomes a person, a party or nobody"),
    ("session/mod.rs", "hands them on"),
    ("store/", "keeps them in a file of their own, and destroys them"),
    ("cli/people.rs", "who enters them sees them"),
];

/// The most lines of a file: what one sitting can hold.
const SITTING: usize = 450;

/// Files that are longer, and why they still are.
const LONG: &[(&str, &str)] = &[];

/// Fails with every offence on a line of its own.
fn hold(rule: &str, offences: &[String]) {
    assert!(offences.is_empty(), "{rule}:\n  {}\n", offences.join("\n  "));
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

fn allowed(list: &[(&str, &str)], file: &Source) -> bool {
    list.iter().any(|(place, _)| file.in_house().starts_with(place))
}

fn root(path: &str) -> String {
    let whole = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&whole).unwrap_or_else(|error| panic!("{path}: {error}")).replace("\r\n", "\n")
}

#[test]
fn imports_go_down_only() {
    let mut offences = Vec::new();
    for file in sources("src") {
        let Some(room) = file.room() else { continue };
        let Some(own) = floor(room) else {
            offences.push(format!("{}: the room {room} stands on no floor: give it one in tests/house.rs", file.path));
            continue;
        };
        for (line, other) in file.imports() {
            if other == room {
                continue;
            }
            match floor(&other) {
                Some(floor) if floor < own => {}
                Some(_) => offences.push(format!("{}:{line}: {room} may not know {other}", file.path)),
                None => offences.push(format!("{}:{line}: {other} is no room of the house", file.path)),
            }
        }
        for line in file.climbs() {
            offences.push(format!("{}:{line}: `super` leaves the room; name the other by `crate::`", file.path));
        }
    }
    hold("a room may know only rooms on lower floors", &offences);
}

#[test]
fn every_room_has_a_floor_and_every_floor_its_rooms() {
    let map = root("src/lib.rs");
    for room in FLOORS.iter().copied().flatten() {
        assert!(map.contains(&format!("pub mod {room};")), "{room} has a floor, and is not in src/lib.rs");
        assert!(map.contains(&format!("[`{room}`]")), "the map in src/lib.rs does not name {room}");
    }
    let rooms = map.matches("\npub mod ").count();
    assert_eq!(rooms, FLOORS.iter().map(|rooms| rooms.len()).sum::<usize>(), "a room of src/lib.rs has no floor");
}

#[test]
fn only_those_who_show_know_the_screen() {
    let mut offences = Vec::new();
    for file in sources("src") {
        let sheet = file.in_house().starts_with("form/") && file.path.ends_with("/sheet.rs");
        if !sheet && !allowed(SCREENS, &file) {
            offences.extend(file.find(&["ratatui", "crossterm"]));
        }
    }
    hold("ratatui and crossterm belong in ui, app, run and a form's sheet.rs", &offences);
}

#[test]
fn only_the_store_touches_files() {
    let words = ["fs", "File::open", "File::create", "OpenOptions", "DirBuilder", "tempfile"];
    let outside = sources("src").into_iter().filter(|file| !allowed(FILES, file));
    hold("files belong to store", &outside.flat_map(|file| file.deeds().find(&words)).collect::<Vec<_>>());
}

/// So no screen, no form and no format can tell a name: what they get has none in it, unless it may be told.
#[test]
fn a_chair_becomes_a_person_in_one_place() {
    let strangers = sources("src").into_iter().filter(|file| !allowed(NAMES, file));
    // what holds them may be handed on; a name comes out of it in these ways only
    let ways = ["Person", "people.people", "people.at"];
    hold("names of people", &strangers.flat_map(|file| file.deeds().find(&ways)).collect::<Vec<_>>());
    let ids = sources("src").into_iter().filter(|file| !file.in_house().starts_with("record/party.rs"));
    let offences: Vec<_> = ids.flat_map(|file| file.deeds().find(&["split_once('#')", "seat.to_string()"])).collect();
    hold("the id of a chair is read in record/party.rs", &offences);
    for (place, _) in NAMES {
        assert!(sources("src").iter().any(|file| file.in_house().starts_with(place)), "nothing is at {place} any more");
    }
}

#[test]
fn only_the_loop_looks_at_the_clock() {
    let outside = sources("src").into_iter().filter(|file| !allowed(CLOCKS, file));
    let clocks = ["Local::now", "Utc::now", "SystemTime::now", "Instant::now"];
    hold("the time is told, not looked up", &outside.flat_map(|file| file.deeds().find(&clocks)).collect::<Vec<_>>());
}

#[test]
fn every_file_says_what_it_is() {
    let silent = |file: &Source| !file.text.starts_with("//! ");
    let all = ["src", "tests", "benches", "examples"].iter().flat_map(|folder| sources(folder));
    let offences: Vec<_> = all.filter(silent).map(|file| format!("{}:1: no `//!`", file.path)).collect();
    hold("a file opens with what it is", &offences);
}

#[test]
fn nothing_is_left_for_later_or_allowed_away() {
    let mut offences = Vec::new();
    for folder in ["src", "tests", "benches", "examples"] {
        for file in sources(folder) {
            offences.extend(file.find(&["todo!", "unimplemented!", "dbg!", "#[allow", "#![allow"]));
            if folder == "src" {
                offences.extend(file.deeds().find(&[".unwrap()"]));
            }
        }
    }
    hold("no lint is allowed away, nothing is unfinished, `expect` says why", &offences);
}

#[test]
fn a_file_fits_a_sitting() {
    let mut offences = Vec::new();
    for file in ["src", "tests", "benches", "examples"].iter().flat_map(|folder| sources(folder)) {
        let lines = file.text.lines().count();
        let excused = LONG.iter().any(|(path, _)| *path == file.path);
        match (lines > SITTING, excused) {
            (true, false) => offences.push(format!("{}: {lines} lines; a third topic means a second file", file.path)),
            (false, true) => offences.push(format!("{}: fits again; take it off the list", file.path)),
            (true, true) | (false, false) => {}
        }
    }
    hold("a file has at most 450 lines", &offences);
}

#[test]
fn no_excuse_outlives_its_file() {
    let all = sources("src");
    for (place, _) in FILES.iter().chain(CLOCKS).chain(SCREENS) {
        assert!(all.iter().any(|file| file.in_house().starts_with(place)), "nothing is at {place} any more");
    }
    let all: Vec<_> = ["src", "tests", "benches", "examples"].iter().flat_map(|folder| sources(folder)).collect();
    for (path, _) in LONG {
        assert!(all.iter().any(|file| file.path == *path), "{path} is gone; take it off the list");
    }
}

#[test]
fn every_form_has_its_folder_its_page_and_its_use() {
    let guide = root("docs/workshops.md");
    let shelf: String = ["nl", "en"].iter().flat_map(|language| shipped(language)).map(|file| file.text).collect();
    for form in Form::NAMES {
        let folder = form.to_lowercase();
        let definition = format!("src/form/{folder}/mod.rs");
        assert!(fs::exists(format!("{}/{definition}", env!("CARGO_MANIFEST_DIR"))).is_ok_and(|is| is), "{definition}");
        assert!(guide.contains(&format!("\n## {form}\n")), "docs/workshops.md has no section {form}");
        let used = |text: &str| text.contains(&format!("{form}("));
        assert!(used(&shelf) || used(&guide), "no workshop that ships, and no example, uses {form}");
    }
}

/// The command that README gives for the tests: the last word of the block under its heading.
fn readme_test() -> String {
    let readme = root("README.md");
    let told = readme.lines().map(str::trim).filter(|line| line.starts_with("cargo test"));
    let told: Vec<_> = told.map(|line| line.split('#').next().unwrap_or(line).trim().to_owned()).collect();
    assert_eq!(told.len(), 1, "README gives one command for the tests: {told:?}");
    told.concat()
}

#[test]
fn the_gate_runs_the_tests_as_the_readme_does() {
    let gate = root(".ci/run");
    let run: Vec<_> = gate.lines().filter(|line| line.starts_with("cargo test")).collect();
    assert_eq!(run, [readme_test()], "README.md and .ci/run");
}

#[test]
fn the_readme_names_every_key_as_it_is_bound() {
    let readme = root("README.md");
    let from = readme.find("\n## The keys").expect("README has a table of keys");
    let table = &readme[from + 1..];
    let table = &table[..table.find("\n## ").unwrap_or(table.len())];
    let bound: Vec<&str> = keys::BINDINGS.iter().flat_map(|binding| binding.keys).copied().collect();
    let mut told = Vec::new();
    for row in table.lines().filter(|line| line.starts_with("| `")) {
        let first = row.split('|').nth(1).unwrap_or_default();
        told.extend(first.split('`').skip(1).step_by(2));
    }
    assert!(told.len() > 10, "README's table of keys was read: {told:?}");
    let unbound: Vec<_> = told.iter().filter(|key| !bound.contains(key)).collect();
    assert!(unbound.is_empty(), "README names keys that do nothing: {unbound:?}");
    for must in [Command::Palette, Command::Help, Command::Undo, Command::Quit] {
        let keys = keys::BINDINGS.iter().filter(|binding| binding.command == must).flat_map(|binding| binding.keys);
        assert!(keys.into_iter().any(|key| told.contains(key)), "README does not name the key for {must:?}");
    }
}

/// The names between quotes in the list that begins with `from`.
fn names_in(path: &str, from: &str) -> Vec<String> {
    let text = root(path);
    let list = text.split_once(from).unwrap_or_else(|| panic!("{path} has no {from}")).1;
    let list = list.split_once("];").expect("the list ends").0;
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The names of the fields or variants of a public type: what is indented once below it.
fn parts_of(path: &str, head: &str) -> Vec<String> {
    let text = root(path);
    let body = text.split_once(head).unwrap_or_else(|| panic!("{path} has no {head}")).1;
    let body = body.split_once("\n}").expect("the type ends").0;
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    let names = lines.filter(|line| !line.starts_with(['/', '#', ' ', '}']));
    let name = |line: &str| line.trim_start_matches("pub ").chars().take_while(|c| c.is_alphanumeric()).collect();
    names.map(name).collect()
}

#[test]
fn the_paper_on_files_names_every_field_and_choice() {
    let paper = root("docs/files.md");
    let mut names = names_in("src/store/table_file/extra.rs", "const KNOWN: [&str;");
    names.extend(names_in("src/store/table_file/entry.rs", "const FIELDS: [&str;"));
    names.extend(parts_of("src/session/head.rs", "pub struct Head {"));
    let kinds = [
        ("src/record/entry.rs", "pub enum Flag {"),
        ("src/record/entry.rs", "pub enum Value {"),
        ("src/record/fact.rs", "pub enum FactKey {"),
        ("src/record/judgement.rs", "pub enum Item {"),
        ("src/record/judgement.rs", "pub enum Assessor {"),
        ("src/record/judgement.rs", "pub enum Verdict {"),
    ];
    for (path, head) in kinds {
        names.extend(parts_of(path, head));
    }
    assert!(
        names.len() > 60 && names.contains(&"workshop".to_owned()) && names.contains(&"Chair".to_owned()),
        "{names:?}"
    );
    let missing: Vec<_> =
        names.iter().filter(|name| !["`", "("].iter().any(|end| paper.contains(&format!("`{name}{end}")))).collect();
    assert!(missing.is_empty(), "docs/files.md does not tell what these are: {missing:?}");
}

#[test]
fn no_paper_tells_where_somebody_works() {
    let mut offences = Vec::new();
    let papers = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ".ci/run", "docs/files.md", "docs/workshops.md"];
    for paper in papers {
        for (at, line) in root(paper).lines().enumerate() {
            if ["/home/", "/root/", "/work/", "C:\\Users"].iter().any(|place| line.contains(place)) {
                offences.push(format!("{paper}:{}: {line}", at + 1));
            }
        }
    }
    hold("no path of one machine in the papers", &offences);
}
