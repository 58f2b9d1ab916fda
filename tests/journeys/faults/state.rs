//! What a session is to the people in it, read from the files: what was said, the line being typed, the reports.
//!
//! Stamps, ids and numbers of the moment are left out, so that two runs of the same session are the same. Read with the
//! program's own `Store`, in this process, because it is done thousands of times.

use std::fmt::Write as _;
use std::path::Path;

use aantafel::record::DeviceId;
use aantafel::session::{Session, Table};
use aantafel::store::{Data, Doubt, Store};

/// The device that all of these tests are held on.
pub const DEVICE: &str = "laptop-1";

/// What a data folder holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// In words, to compare and to show.
    pub words: String,
    /// What could not be read as it should.
    pub doubts: Vec<String>,
}

/// Reads all of a data folder; what does not open is a doubt.
pub fn state(data: &Path) -> State {
    let mut state = State { words: String::new(), doubts: Vec::new() };
    let store = Store::new(Data::new(data), DeviceId::new(DEVICE));
    let (sessions, bad) = match store.sessions() {
        Ok(found) => found,
        Err(trouble) => {
            state.doubts.push(trouble.to_string());
            return state;
        }
    };
    state.doubts.extend(bad.iter().map(ToString::to_string));
    for summary in sessions {
        let dir = store.data().session(summary.id.as_str());
        match store.load(&dir, 1) {
            Ok(loaded) => {
                tell(&loaded.session, &mut state.words);
                // an unfinished last line is what a crash leaves, and it is told
                let worse = loaded.doubts.iter().filter(|doubt| !matches!(doubt, Doubt::Torn { .. }));
                state.doubts.extend(worse.map(|doubt| format!("{doubt:?}")));
            }
            Err(trouble) => state.doubts.push(trouble.to_string()),
        }
        reports(&dir.reports_dir(), &mut state.words);
    }
    state
}

fn tell(session: &Session, words: &mut String) {
    let head = &session.head;
    writeln!(words, "{} at {}, {} tables", head.title, head.place, head.tables).expect("a string takes all");
    for at in &session.tables {
        table(at, words);
    }
}

/// A table: what stands, what was deleted, and the line.
pub fn table(table: &Table, words: &mut String) {
    let mut line = |text: String| writeln!(words, "  {text}").expect("a string takes all");
    for entry in table.records.all() {
        let gone = if entry.gone { " (deleted)" } else { "" };
        line(format!("{}: {} {:?} {:?}{gone}", table.id, entry.category, entry.text, entry.by));
    }
    for (key, judgement) in table.records.judgements() {
        line(format!("{}: {key:?} {:?}", table.id, judgement.verdict));
    }
    let undo = table.history().count();
    if undo > 0 {
        line(format!("{}: {undo} steps back", table.id));
    }
    if !table.desk.is_blank() {
        line(format!("{}: typing {:?}", table.id, table.desk.field(0)));
    }
}

/// Every report that people would find, by name, with all digits alike: they tell the time.
fn reports(folder: &Path, words: &mut String) {
    let alike = |text: &str| text.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect::<String>();
    let mut found: Vec<String> = Vec::new();
    for file in std::fs::read_dir(folder).into_iter().flatten() {
        let file = file.expect("it can be read");
        let name = file.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            let text = std::fs::read_to_string(file.path()).unwrap_or_else(|error| error.to_string());
            found.push(format!("report {}: {}\n", alike(&name), alike(&text)));
        }
    }
    found.sort();
    words.extend(found);
}

/// Whether anything half-written lies about that a program which was not killed should have taken away.
pub fn leftovers(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            let begun =
                path.join("tables").is_dir() || std::fs::read_dir(&path).is_ok_and(|mut there| there.next().is_none());
            let of_sessions = folder.file_name().is_some_and(|name| name == "sessions");
            if of_sessions && begun && !path.join("session.ron").exists() {
                found.push(path.display().to_string());
            }
            found.extend(leftovers(&path));
        } else if path.extension().is_some_and(|ending| ending == "tmp") {
            found.push(path.display().to_string());
        }
    }
    found
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("it can be read") {
        let entry = entry.expect("it can be read");
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("it can be copied");
        }
    }
}
