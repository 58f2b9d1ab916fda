//! A laptop with the program on it: a home of its own, and what a person does there, with and without a screen.
//!
//! Called by every journey beside it.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::terminal::{Launch, PATIENCE, Terminal, clean};

/// Where the built program is.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_aantafel");

/// A laptop; its home is gone with it.
pub struct Laptop {
    home: TempDir,
}

impl Laptop {
    /// With nothing on it yet.
    pub fn new() -> Self {
        Self { home: TempDir::new().expect("a temporary folder can be made") }
    }

    /// With one session of a workshop, made by the command line.
    pub fn with(workshop: &str, tables: u32) -> Self {
        let laptop = Self::new();
        laptop.says(&["new", workshop, "--title", "Proef", "--tables", &tables.to_string()]);
        laptop
    }

    /// The home folder.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where everything lies.
    pub fn data(&self) -> PathBuf {
        self.home().join("data").join("aantafel")
    }

    /// The folder of the only session.
    pub fn session(&self) -> PathBuf {
        let mut sessions: Vec<PathBuf> = std::fs::read_dir(self.data().join("sessions"))
            .expect("there are sessions")
            .map(|session| session.expect("it can be read").path())
            .collect();
        assert_eq!(sessions.len(), 1, "one session: {sessions:?}");
        sessions.remove(0)
    }

    /// The program, about to be started in a terminal.
    pub fn launch(&self, args: &[&str]) -> Launch {
        Launch::new(PROGRAM).args(args).home(self.home())
    }

    /// At table 1 of the session used last, in the round where success factors are told.
    pub fn sits(&self) -> Terminal {
        self.sits_with(self.launch(&["open", "last", "--table", "1", "--round", "factoren"]))
    }

    /// As [`Laptop::sits`], started another way.
    pub fn sits_with(&self, launch: Launch) -> Terminal {
        let mut terminal = launch.start();
        terminal.wait_for("succesfactor");
        terminal
    }

    /// Runs a command without a terminal: its exit code, what it said, and what it muttered.
    pub fn runs(&self, args: &[&str]) -> (Option<i32>, String, String) {
        let mut command = Command::new(PROGRAM);
        command.args(args).current_dir(self.home()).env_clear().envs(clean(self.home()));
        let output = command.output().expect("the program can be started");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it speaks UTF-8");
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    /// What a command said, when it did its work and had nothing to mutter.
    pub fn says(&self, args: &[&str]) -> String {
        let (code, said, muttered) = self.runs(args);
        assert_eq!((code, muttered.as_str()), (Some(0), ""), "aantafel {args:?} said {said}");
        said
    }

    /// The words of all that was said at a table, by birth, as `show` tells it.
    pub fn told(&self, table: usize) -> Vec<String> {
        let (_, json, muttered) = self.runs(&["show", "last", "--json"]);
        let shown: Value = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}\n{json}\n{muttered}"));
        let mut entries = Vec::new();
        gather(&shown["tables"][table - 1], &mut entries);
        entries.sort();
        entries.into_iter().map(|(_, text)| text).collect()
    }

    /// The text of a file of the only session.
    pub fn drawer(&self, file: &str) -> String {
        let path = self.session().join(file);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

/// Every entry in a piece of JSON, with its id: ids are in the order of birth.
fn gather(value: &Value, entries: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            if let (Some(id), Some(text)) = (fields.get("id"), fields.get("text")) {
                let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                entries.push((word(id), word(text)));
            }
            fields.values().for_each(|value| gather(value, entries));
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, entries)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The line being typed, as it stands in its frame at the bottom of a screen: its rows, without the frame.
pub fn line_of(screen: &str) -> Vec<String> {
    let rows: Vec<&str> = screen.lines().collect();
    let Some(top) = rows.iter().rposition(|row| row.contains('╭')) else { return Vec::new() };
    let inside = rows[top + 1..].iter().take_while(|row| !row.contains('╰'));
    inside
        .filter_map(|row| {
            let (_, row) = row.trim_end().strip_suffix('│')?.rsplit_once('│')?;
            Some(row.trim().to_owned())
        })
        .collect()
}

/// Quits with the key for it, and sees that the terminal was given back.
pub fn quits(mut terminal: Terminal) {
    terminal.press("Ctrl+Q");
    assert_eq!(terminal.exit_code(PATIENCE), 0, "{}", terminal.screen());
    assert_eq!(terminal.still_held(), [""; 0]);
}
