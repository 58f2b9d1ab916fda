//! The shim between the program and the disk, built here and told what to do: see `shim.c`.
//!
//! Called by every test beside it. It sees what goes through the C library, which is all that the program writes: once
//! looked at with strace, only reading of names and attributes (stat, readlink, the entries of a folder) and the taking of
//! the lock go by unseen, and none of those alters anything.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// What happens to one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It fails: the disk is broken.
    Eio,
    /// It fails: the disk is full.
    Enospc,
    /// It fails: somebody took the right away.
    Eacces,
    /// A write takes half of its bytes, and whoever wrote goes on.
    Short,
    /// A write takes half of its bytes, and then the disk is full.
    Full,
    /// The program is killed just before it.
    Before,
    /// The program is killed just after it.
    After,
    /// The program is killed when half of the bytes are written.
    Half,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Eio, Self::Enospc, Self::Eacces, Self::Short, Self::Full, Self::Before, Self::After, Self::Half];

    fn word(self) -> &'static str {
        match self {
            Self::Eio => "eio",
            Self::Enospc => "enospc",
            Self::Eacces => "eacces",
            Self::Short => "short",
            Self::Full => "full",
            Self::Before => "before",
            Self::After => "after",
            Self::Half => "half",
        }
    }

    /// Whether the program ends by it.
    pub fn kills(self) -> bool {
        matches!(self, Self::Before | Self::After | Self::Half)
    }

    /// Whether it can happen to such a call; half of something only to a write.
    pub fn suits(self, call: &Call) -> bool {
        match self {
            Self::Eio | Self::Enospc | Self::Eacces | Self::Before | Self::After => true,
            Self::Short | Self::Full | Self::Half => call.name == "write",
        }
    }
}

/// What the shim is told.
#[derive(Clone, Debug)]
pub struct Tap {
    /// The data folder.
    pub under: PathBuf,
    /// Where every call is written down.
    pub log: PathBuf,
    /// Which call fails, and how.
    pub fault: Option<(usize, Fault)>,
    /// Whether only calls of this name are counted for that.
    pub among: Option<&'static str>,
    /// Whether it goes on failing so.
    pub lasting: bool,
}

impl Tap {
    /// One that only writes down.
    pub fn listening(under: &Path, log: &Path) -> Self {
        Self { under: under.to_owned(), log: log.to_owned(), fault: None, among: None, lasting: false }
    }

    /// The variables to start the program with.
    pub fn variables(&self) -> Vec<(&'static str, String)> {
        let text = |path: &Path| path.to_str().expect("a temporary folder is UTF-8").to_owned();
        let under = self.under.canonicalize().expect("the data folder, or the one it comes in, is there");
        let mut all =
            vec![("LD_PRELOAD", text(library())), ("FAULTS_UNDER", text(&under)), ("FAULTS_LOG", text(&self.log))];
        if let Some((at, fault)) = self.fault {
            all.extend([("FAULTS_AT", at.to_string()), ("FAULTS_DO", fault.word().to_owned())]);
        }
        all.extend(self.among.map(|name| ("FAULTS_CALL", name.to_owned())));
        all.extend(self.lasting.then(|| ("FAULTS_ON", "1".to_owned())));
        all
    }

    /// The calls that were written down.
    pub fn calls(&self) -> Vec<Call> {
        let text = std::fs::read_to_string(&self.log).unwrap_or_default();
        // the last one is half if the program was killed in it
        text.split_inclusive('\n').filter(|line| line.ends_with('\n')).map(Call::read).collect()
    }
}

/// One call of the program to the system, about something below the data folder.
#[derive(Clone, Debug)]
pub struct Call {
    /// Its number, from 1.
    pub number: usize,
    /// When it began, in nanoseconds.
    pub began: u64,
    /// When it had ended.
    pub ended: u64,
    /// Which call.
    pub name: String,
    /// What it gave; below zero the error.
    pub gave: i64,
    /// What it was about: names relative to the data folder, an inode, an offset.
    pub about: Vec<String>,
    /// The bytes that were written.
    pub bytes: Vec<u8>,
}

impl Call {
    fn read(line: &str) -> Self {
        let mut parts: Vec<&str> = line.trim_end_matches('\n').split('\t').collect();
        let hex = parts.pop().unwrap_or_default();
        let digit = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("the shim writes two digits a byte");
        let whole = |at: usize| parts[at].parse::<i64>().unwrap_or_else(|error| panic!("{line}: {error}"));
        Self {
            number: whole(0) as usize,
            began: whole(1) as u64,
            ended: whole(2) as u64,
            name: parts[3].to_owned(),
            gave: whole(4),
            about: parts[5..].iter().map(|&part| part.to_owned()).collect(),
            bytes: (0..hex.len()).step_by(2).map(digit).collect(),
        }
    }

    /// Whether it can have altered anything on the disk.
    pub fn alters(&self) -> bool {
        match self.name.as_str() {
            "read" | "opendir" | "close" => false,
            "open" => self.about.get(2).is_some_and(|way| way != "old"),
            _ => true,
        }
    }
}

/// The shim, built once for all tests of this run.
fn library() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journeys/faults/shim.c");
        let library = folder.join(format!("faults-{}.so", std::process::id()));
        let built = Command::new("cc")
            .args(["-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o"])
            .args([&library, &source])
            .args(["-ldl", "-lpthread"])
            .status();
        assert!(built.is_ok_and(|status| status.success()), "the C compiler cannot build {}", source.display());
        // one name for all runs, so that they do not pile up; who has the old one open keeps it
        let kept = folder.join("faults.so");
        std::fs::rename(&library, &kept).expect("both are in the same folder");
        kept
    })
}
