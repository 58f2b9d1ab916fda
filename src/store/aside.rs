//! Damaged files: set aside by name and never overwritten; and the bounded reading of any file.
//!
//! Not for mending (that is `dialect::salvage` and its callers). Called by `run`, by the journal, and by `doctor`.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::folder::{private_file, sync_folder};
use super::trouble::{Deed, Safe, Trouble, Why};
use crate::dialect::{Mistake, What};

/// How many folders deep [`list_aside`] looks; our own layout has four.
const MOST_DEEP: usize = 6;
/// How many names are tried before giving up; nobody has so many damaged copies of one file.
const MOST_ASIDE: u32 = 9_999;

/// A file that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Aside {
    /// Where it is now.
    pub path: PathBuf,
    /// Where it came from.
    pub of: PathBuf,
    /// What it is.
    pub kind: AsideKind,
    /// Its number, from 1.
    pub number: u32,
}

/// What a file set aside is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AsideKind {
    /// A file that could not be read.
    Damaged,
    /// The cut-off end of a journal.
    Torn,
}

impl AsideKind {
    fn word(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::Torn => "torn",
        }
    }
}

/// Reads a file of at most `most` bytes.
///
/// # Errors
/// What the system says; [`What::TooLarge`] if there is more; [`Why::NotAFile`] for a folder, pipe or device, which
/// could keep us waiting for ever.
pub fn read_file(path: &Path, most: usize) -> Result<Vec<u8>, Trouble> {
    let trouble = || Trouble::io(Deed::Read, path, Safe::NothingLost);
    let told = fs::metadata(path).map_err(trouble())?;
    if !told.is_file() {
        return Err(Trouble::new(Deed::Read, path, Why::NotAFile, Safe::NothingLost));
    }
    let limit = most as u64;
    let mut bytes = Vec::with_capacity(told.len().min(limit).try_into().unwrap_or(0));
    let file = File::open(path).map_err(trouble())?;
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(trouble())?;
    if bytes.len() > most {
        let what = What::TooLarge { bytes: told.len().max(bytes.len() as u64), most: limit };
        return Err(Trouble::new(Deed::Read, path, Why::Mistake(Box::new(Mistake::whole(what))), Safe::NothingLost));
    }
    Ok(bytes)
}

/// Sets a damaged file aside as `<name>.damaged-<n>` in its own folder, and says where it is now.
///
/// Never overwrites: the number is the first that is free. After a crash the file is under its old or its new name; an
/// empty file under the new name may be left.
///
/// # Errors
/// What the system says; the file is then under its old name.
pub fn set_aside(path: &Path) -> Result<PathBuf, Trouble> {
    let (_, target) = reserve(path, AsideKind::Damaged)?;
    if let Err(error) = fs::rename(path, &target) {
        // the name we reserved is an empty file of our own
        let _ = fs::remove_file(&target);
        return Err(Trouble::io(Deed::SetAside, path, Safe::FileUntouched)(error));
    }
    secured(path, target)
}

/// Puts a copy of a file beside it as `<name>.damaged-<n>`, and leaves the file itself where it is.
///
/// # Errors
/// What the system says; the file itself is never touched.
pub fn keep_copy(path: &Path) -> Result<PathBuf, Trouble> {
    keep_part(path, AsideKind::Damaged, 0)
}

/// Puts a copy of a file, from byte `from` to its end, beside it.
pub(super) fn keep_part(path: &Path, kind: AsideKind, from: u64) -> Result<PathBuf, Trouble> {
    let (mut copy, target) = reserve(path, kind)?;
    let copied = || -> io::Result<()> {
        let mut file = File::open(path)?;
        io::Seek::seek(&mut file, io::SeekFrom::Start(from))?;
        io::copy(&mut file, &mut copy)?;
        copy.sync_all()
    };
    if let Err(error) = { copied }() {
        let _ = fs::remove_file(&target);
        return Err(Trouble::io(Deed::SetAside, path, Safe::FileUntouched)(error));
    }
    secured(path, target)
}

fn secured(path: &Path, target: PathBuf) -> Result<PathBuf, Trouble> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    sync_folder(folder).map_err(Trouble::io(Deed::Sync, path, Safe::NewInPlace))?;
    Ok(target)
}

/// Makes an empty file under the first free name, so that nobody else can take it.
fn reserve(path: &Path, kind: AsideKind) -> Result<(File, PathBuf), Trouble> {
    let trouble = || Trouble::io(Deed::SetAside, path, Safe::FileUntouched);
    for n in 1..=MOST_ASIDE {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}-{n}", kind.word()));
        let target = path.with_file_name(name);
        match private_file().write(true).create_new(true).open(&target) {
            Ok(file) => return Ok((file, target)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(trouble()(error)),
        }
    }
    Err(trouble()(io::ErrorKind::AlreadyExists.into()))
}

/// Everything that is set aside in a folder and the folders in it, in order of name; links are not followed.
///
/// # Errors
/// What the system says about the folder itself; a folder in it that cannot be read is passed over.
pub fn list_aside(folder: &Path) -> Result<Vec<Aside>, Trouble> {
    let mut found = Vec::new();
    let mut to_do = vec![(folder.to_owned(), 0)];
    while let Some((here, deep)) = to_do.pop() {
        let entries = match fs::read_dir(&here) {
            Ok(entries) => entries,
            Err(error) if deep == 0 => {
                return Err(Trouble::io(Deed::Read, &here, Safe::NothingLost)(error));
            }
            Err(_) => continue,
        };
        for entry in entries.flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && deep < MOST_DEEP => to_do.push((entry.path(), deep + 1)),
                Ok(kind) if kind.is_file() => found.extend(aside_of(&entry.path())),
                Ok(_) | Err(_) => {}
            }
        }
    }
    found.sort();
    Ok(found)
}

fn aside_of(path: &Path) -> Option<Aside> {
    let name = path.file_name()?.to_str()?;
    [AsideKind::Damaged, AsideKind::Torn].into_iter().find_map(|kind| {
        let (of, number) = name.rsplit_once(&format!(".{}-", kind.word()))?;
        let number = number.parse().ok()?;
        Some(Aside { path: path.to_owned(), of: path.with_file_name(of), kind, number })
    })
}

/// Whether a name is that of a half-written file that a crash during [`save`](super::save()) left; it may be removed.
pub fn is_leftover(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(".tmp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_file_is_set_aside_under_a_free_name_and_found_again() {
        let root = tempfile::tempdir().expect("works");
        let folder = root.path().join("tables");
        fs::create_dir(&folder).expect("works");
        let path = folder.join("tafel-2.ron");
        for words in ["een", "twee"] {
            fs::write(&path, words).expect("works");
            set_aside(&path).expect("works");
            assert!(!path.exists());
        }
        fs::write(&path, "drie").expect("works");
        keep_copy(&path).expect("works");
        assert!(path.exists());
        let list = list_aside(root.path()).expect("works");
        let words: Vec<_> = list.iter().map(|one| fs::read_to_string(&one.path).expect("works")).collect();
        assert_eq!(words, ["een", "twee", "drie"]);
        assert!(list.iter().all(|one| one.of == path && one.kind == AsideKind::Damaged));
        let trouble = set_aside(&folder.join("weg.ron")).expect_err("fails");
        assert_eq!(trouble.safe, Safe::FileUntouched);
        assert_eq!(list_aside(root.path()).expect("works").len(), 3, "a failure leaves no name behind");
    }

    #[test]
    fn reading_is_bounded_and_only_for_files() {
        let root = tempfile::tempdir().expect("works");
        let path = root.path().join("a");
        fs::write(&path, "12345").expect("works");
        assert_eq!(read_file(&path, 5).expect("works"), b"12345");
        let trouble = read_file(&path, 4).expect_err("fails");
        assert!(matches!(trouble.why, Why::Mistake(mistake) if mistake.what == What::TooLarge { bytes: 5, most: 4 }));
        assert!(matches!(read_file(root.path(), 4).expect_err("fails").why, Why::NotAFile));
    }
}
