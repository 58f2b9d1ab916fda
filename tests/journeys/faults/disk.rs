//! What is on a disk after a power failure, told from the calls that were made before it.
//!
//! A disk promises only what was synced: the bytes of a file up to its last sync, the names in a folder up to the sync of
//! that folder. What was not synced may be there or not, in any order; the four ways below are the ends of that. What a sync
//! that failed did not write is forgotten: Linux takes it for written, and the next sync says that all is well.

use std::collections::{BTreeMap, HashMap};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use super::shim::Call;

/// Which names are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Those that were synced.
    Secured,
    /// All, also new ones and renamings that nobody waited for.
    Written,
}

/// Which bytes are in the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytes {
    /// Those that were synced.
    Secured,
    /// Nothing but zeros in the place of what was not synced: the length reached the disk, the bytes did not.
    Zeros,
    /// Half of what was not synced.
    Half,
    /// All of them.
    Written,
}

/// Every way in which a power failure can end that is tried.
pub const WAYS: [(Names, Bytes); 8] = [
    (Names::Secured, Bytes::Secured),
    (Names::Secured, Bytes::Zeros),
    (Names::Secured, Bytes::Half),
    (Names::Secured, Bytes::Written),
    (Names::Written, Bytes::Secured),
    (Names::Written, Bytes::Zeros),
    (Names::Written, Bytes::Half),
    (Names::Written, Bytes::Written),
];

/// Files and folders by name; `None` is a folder.
pub type Tree = BTreeMap<String, Option<Vec<u8>>>;

#[derive(Clone, Debug)]
enum Op {
    Write(usize, Vec<u8>),
    Cut(usize),
}

#[derive(Clone, Debug, Default)]
struct File {
    /// What was done to it, and when that had ended.
    ops: Vec<(u64, Op)>,
    /// Which of those no sync will ever write.
    forgotten: Vec<std::ops::Range<usize>>,
    /// How many of those were synced.
    secured: usize,
}

#[derive(Clone, Debug)]
enum What {
    Folder(String),
    File(usize),
}

/// A disk, with what is secured on it and what is not.
#[derive(Clone, Debug)]
pub struct Disk {
    files: Vec<File>,
    inodes: HashMap<String, What>,
    written: BTreeMap<String, What>,
    secured: BTreeMap<String, What>,
}

impl Disk {
    /// With what is in a folder now, all of it secured.
    pub fn of(folder: &Path) -> Self {
        let mut disk =
            Self { files: Vec::new(), inodes: HashMap::new(), written: BTreeMap::new(), secured: BTreeMap::new() };
        disk.read(folder, "");
        disk.secured = disk.written.clone();
        disk
    }

    fn read(&mut self, path: &Path, name: &str) {
        let inode = path.symlink_metadata().expect("it is there").ino().to_string();
        let what = if path.is_dir() {
            for entry in std::fs::read_dir(path).expect("it can be read") {
                let entry = entry.expect("it can be read");
                self.read(&entry.path(), &format!("{name}/{}", entry.file_name().to_string_lossy()));
            }
            What::Folder(name.to_owned())
        } else {
            let bytes = std::fs::read(path).expect("it can be read");
            self.files.push(File { ops: vec![(0, Op::Write(0, bytes))], secured: 1, ..File::default() });
            What::File(self.files.len() - 1)
        };
        self.inodes.insert(inode, what.clone());
        self.written.insert(name.to_owned(), what);
    }

    /// Takes in a call that was made.
    pub fn take(&mut self, call: &Call) {
        if call.gave < 0 {
            if let ("sync", Some(What::File(file))) = (call.name.as_str(), self.inodes.get(&call.about[0])) {
                let file = &mut self.files[*file];
                file.forgotten.push(file.secured..file.ops.len());
            }
            return;
        }
        let about = |at: usize| call.about[at].as_str();
        let number = |at: usize| about(at).parse::<usize>().expect("the shim writes a number there");
        match call.name.as_str() {
            "open" => self.open(about(0), about(1), about(2), call.ended),
            "mkdir" => {
                let what = What::Folder(about(0).to_owned());
                self.inodes.insert(about(1).to_owned(), what.clone());
                self.written.insert(about(0).to_owned(), what);
            }
            "write" => self.alter(about(0), call.ended, Op::Write(number(1), call.bytes.clone())),
            "cut" => self.alter(about(0), call.ended, Op::Cut(number(1))),
            "sync" => self.sync(about(0), call.began),
            "rename" => {
                let what = self.written.remove(about(0)).unwrap_or_else(|| panic!("renamed from nothing: {call:?}"));
                let folder = matches!(what, What::Folder(_));
                self.written.insert(about(1).to_owned(), what);
                if folder {
                    self.folder_moved(about(0), about(1));
                }
            }
            "link" => {
                let what = self.written.get(about(0)).unwrap_or_else(|| panic!("a link to nothing: {call:?}")).clone();
                self.written.insert(about(1).to_owned(), what);
            }
            "unlink" => drop(self.written.remove(about(0))),
            "read" | "opendir" | "close" => {}
            other => panic!("{other} is a call that nobody told this disk of"),
        }
    }

    /// What is in a folder goes along when that gets another name: what of it is secured is so under both names, until
    /// somebody knows which of them is.
    fn folder_moved(&mut self, from: &str, to: &str) {
        let moved = |name: &str| {
            let rest = name.strip_prefix(from)?;
            (rest.is_empty() || rest.starts_with('/')).then(|| format!("{to}{rest}"))
        };
        let anew = |what: &What| match what {
            What::Folder(name) => What::Folder(moved(name).unwrap_or_else(|| name.clone())),
            What::File(file) => What::File(*file),
        };
        let within = |name: &str| moved(name).filter(|new| *new != to);
        let written = std::mem::take(&mut self.written);
        self.written =
            written.iter().map(|(name, what)| (within(name).unwrap_or_else(|| name.clone()), anew(what))).collect();
        let secured = self.secured.iter().filter_map(|(name, what)| Some((within(name)?, anew(what))));
        let secured: Vec<_> = secured.collect();
        self.secured.extend(secured);
        self.inodes.values_mut().for_each(|what| *what = anew(what));
    }

    fn open(&mut self, name: &str, inode: &str, way: &str, ended: u64) {
        match way {
            "new" => {
                self.files.push(File::default());
                let what = What::File(self.files.len() - 1);
                self.inodes.insert(inode.to_owned(), what.clone()); // the number of one that is gone comes back
                self.written.insert(name.to_owned(), what);
            }
            "empty" => self.alter(inode, ended, Op::Cut(0)),
            _ => {}
        }
    }

    fn alter(&mut self, inode: &str, ended: u64, op: Op) {
        match self.inodes.get(inode) {
            Some(What::File(file)) => self.files[*file].ops.push((ended, op)),
            other => panic!("{op:?} to {other:?}"),
        }
    }

    fn sync(&mut self, inode: &str, began: u64) {
        match self.inodes.get(inode) {
            // what was written while it was under way may not be in it
            Some(What::File(file)) => {
                let file = &mut self.files[*file];
                file.secured = file.ops.iter().take_while(|(ended, _)| *ended <= began).count().max(file.secured);
            }
            Some(What::Folder(folder)) => {
                let within = |name: &String| name.rsplit_once('/').is_some_and(|(above, _)| above == folder);
                self.secured.retain(|name, _| !within(name));
                let new = self.written.iter().filter(|(name, _)| within(name));
                self.secured.extend(new.map(|(name, what)| (name.clone(), what.clone())));
            }
            None => panic!("a sync of what was never opened: {inode}"),
        }
    }

    /// What is there after a power failure at this moment, if it ends in this way.
    pub fn left(&self, (names, bytes): (Names, Bytes)) -> Tree {
        let there = match names {
            Names::Secured => &self.secured,
            Names::Written => &self.written,
        };
        let mut tree = Tree::new();
        // a folder stands before what is in it, and what is in one that is gone is gone
        for (name, what) in there {
            let above = name.rsplit_once('/').map(|(above, _)| above);
            if above.is_none_or(|above| tree.contains_key(above)) {
                let bytes = match what {
                    What::Folder(_) => None,
                    What::File(file) => Some(self.files[*file].bytes(bytes)),
                };
                tree.insert(name.clone(), bytes);
            }
        }
        tree
    }
}

impl File {
    fn bytes(&self, which: Bytes) -> Vec<u8> {
        let (secured, rest) = self.ops.split_at(self.secured);
        let mut found = Vec::new();
        let is_forgotten = |nth: usize| self.forgotten.iter().any(|some| some.contains(&nth));
        secured.iter().enumerate().for_each(|(nth, (_, op))| op.apply(&mut found, is_forgotten(nth)));
        match which {
            Bytes::Secured => {}
            Bytes::Zeros => rest.iter().for_each(|(_, op)| op.apply(&mut found, true)),
            Bytes::Written => rest.iter().for_each(|(_, op)| op.apply(&mut found, false)),
            Bytes::Half => {
                let (first, second) = rest.split_at(rest.len() / 2);
                first.iter().for_each(|(_, op)| op.apply(&mut found, false));
                if let Some((_, Op::Write(at, bytes))) = second.first() {
                    Op::Write(*at, bytes[..bytes.len() / 2].to_vec()).apply(&mut found, false);
                }
            }
        }
        found
    }
}

impl Op {
    fn apply(&self, found: &mut Vec<u8>, zeros: bool) {
        match self {
            Self::Cut(len) => found.resize(*len, 0),
            Self::Write(at, bytes) => {
                let end = at + bytes.len();
                found.resize(found.len().max(end), 0);
                found[*at..end].copy_from_slice(bytes);
                if zeros {
                    found[*at..end].fill(0);
                }
            }
        }
    }
}

/// Puts a tree on a real disk.
pub fn lay_out(tree: &Tree, to: &Path) {
    for (name, bytes) in tree {
        let path = to.join(name.trim_start_matches('/'));
        match bytes {
            None => std::fs::create_dir_all(&path).expect("a folder can be made"),
            Some(bytes) => std::fs::write(&path, bytes).expect("a file can be written"),
        }
    }
}

#[test]
fn what_a_program_does_not_sync_is_told_to_be_gone() {
    let home = tempfile::TempDir::new().expect("a temporary folder can be made");
    let data = home.path().join("data");
    std::fs::create_dir(&data).expect("a folder can be made");
    for (file, words) in [("data/old", "old"), ("one", "one"), ("two", "two")] {
        std::fs::write(home.path().join(file), words).expect("it can be written");
    }
    let (mut disk, tap) = (Disk::of(&data), super::shim::Tap::listening(&data, &home.path().join("log")));
    let script =
        "mkdir sub; cp --reflink=never $0/one sub/new; cp --reflink=never $0/two beside; sync beside; mv beside old";
    let mut shell = std::process::Command::new("sh");
    let done = shell.args(["-c", script]).arg(home.path()).current_dir(&data).envs(tap.variables()).output();
    assert!(done.is_ok_and(|done| done.status.success()));
    let calls = tap.calls();
    assert!(calls.iter().any(|call| call.name == "rename" && call.gave == 0), "{calls:?}");
    calls.iter().for_each(|call| disk.take(call));
    let file = |way, name: &str| {
        disk.left(way).get(name).cloned().flatten().map(|bytes| String::from_utf8(bytes).expect("it is text"))
    };
    let names = |way| disk.left(way).into_keys().collect::<Vec<_>>();
    assert_eq!(names((Names::Secured, Bytes::Written)), ["", "/old"]);
    assert_eq!(names((Names::Written, Bytes::Secured)), ["", "/old", "/sub", "/sub/new"]);
    assert_eq!(file((Names::Secured, Bytes::Written), "/old").as_deref(), Some("old"));
    assert_eq!(file((Names::Written, Bytes::Secured), "/old").as_deref(), Some("two"));
    assert_eq!(file((Names::Written, Bytes::Secured), "/sub/new").as_deref(), Some(""));
    assert_eq!(file((Names::Written, Bytes::Zeros), "/sub/new").as_deref(), Some("\0\0\0"));
    assert_eq!(file((Names::Written, Bytes::Half), "/sub/new").as_deref(), Some("o"));
    assert_eq!(file((Names::Written, Bytes::Written), "/sub/new").as_deref(), Some("one"));
}
