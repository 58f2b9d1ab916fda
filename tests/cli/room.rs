//! A data folder of its own and the program in it, without anything of the machine's own surroundings.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The program with a data folder of its own.
pub struct Room {
    pub root: tempfile::TempDir,
}

/// What the program answered.
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Room {
    pub fn new() -> Self {
        Self { root: tempfile::tempdir().expect("a folder") }
    }

    pub fn data(&self) -> PathBuf {
        self.root.path().join("data")
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_aantafel"));
        for name in ["LANG", "LC_ALL", "LC_CTYPE", "LANGUAGE", "AANTAFEL_LANG", "AANTAFEL_DEVICE", "NO_COLOR"] {
            command.env_remove(name);
        }
        command.env("AANTAFEL_DATA", self.data()).env("HOME", self.root.path()).current_dir(self.root.path());
        command.args(args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn ask(&self, args: &[&str]) -> Answer {
        answer(self.command(args).output().expect("the program runs"))
    }

    /// Asks, and is content only with this exit code.
    pub fn expect(&self, code: i32, args: &[&str]) -> Answer {
        let answer = self.ask(args);
        assert_eq!(answer.code, code, "{args:?}\n{}\n{}", answer.out, answer.err);
        assert!(!answer.err.contains("panicked"), "{args:?}: {}", answer.err);
        answer
    }

    /// Asks with something coming in.
    pub fn tell(&self, code: i32, args: &[&str], text: &str) -> Answer {
        let mut child = self.command(args).stdin(Stdio::piped()).spawn().expect("the program runs");
        child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("it listens");
        let answer = answer(child.wait_with_output().expect("it ends"));
        assert_eq!(answer.code, code, "{args:?}\n{}\n{}", answer.out, answer.err);
        answer
    }

    /// Makes a session of the Living lab with two tables, and gives its id.
    pub fn session(&self) -> String {
        let args = ["new", "living-lab", "--title", "Samen in Zeeland", "--date", "2026-05-12", "--tables", "2"];
        self.expect(0, &args).out.trim().to_owned()
    }

    pub fn folder(&self, id: &str) -> PathBuf {
        self.data().join("sessions").join(id)
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.root.path().join(name);
        fs::write(&path, bytes).expect("a file");
        shown(&path)
    }
}

pub fn shown(path: &Path) -> String {
    path.to_str().expect("UTF-8").to_owned()
}

fn answer(output: Output) -> Answer {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Answer { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

pub fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}
