//! Backups: whole copies of a session, for when its folder is deleted, or mangled by hand or by a synchroniser.
//!
//! ```text
//! backups/2026-05-12-together-in-the-village/0003-2026-05-12T13-19-54Z/
//!     session.ron  people.ron  tables/…  journal/…
//! ```
//!
//! A backup is a session like any other: it opens and is shown from where it lies, and by hand it is restored by copying the
//! folder. It is counted first and dated second, because a clock that is wrong must not make an old copy the newest.
//!
//! What is promised: a copy is there whole or not at all, since it is renamed when it is done; copying never holds up a
//! key; links are not followed. A copy is not synced: after a power failure the newest may be damaged, and is made anew when
//! the session is opened again. What is thrown away is decided in `prune`. Called by `run` on a thread of its own, and
//! by `cli`.

mod prune;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::aside::is_leftover;
use super::folder::{make_folder, make_new_folder, private_file};
use super::place::SessionDir;
use super::sessions::Store;
use super::slug::slug;
use super::trouble::{Deed, Safe, Trouble};
use crate::record::{Now, SessionId};
use chrono::{DateTime, NaiveDateTime, Utc};

/// How the moment of a copy is spelled in its name: no colons, which Windows does not take.
const TIME: &str = "%Y-%m-%dT%H-%M-%SZ";
/// The length of a journal in which nothing stands but its first line.
const EMPTY_JOURNAL: u64 = 27;
/// For so many milliseconds after its last copy it is told that a session is gone; after that it is taken to be meant.
const LATELY: i64 = 7 * 24 * 3600 * 1000;
/// A half copy that is so old was left by a crash; a younger one may be in the making.
const LEFT: i64 = 24 * 3600 * 1000;
/// How many numbers are tried when two programs copy at once.
const MOST_TRIES: u32 = 100;

/// A whole copy of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Of which session.
    pub session: SessionId,
    /// Which copy of it, from 1; a later one is higher.
    pub number: u32,
    /// When it was made, in UTC, by the clock of this device.
    pub made: NaiveDateTime,
    /// Its folder.
    pub dir: SessionDir,
}

impl Backup {
    /// When it was made, in milliseconds since 1970.
    pub fn millis(&self) -> i64 {
        self.made.and_utc().timestamp_millis()
    }

    /// How many bytes it holds.
    pub fn bytes(&self) -> u64 {
        files(&self.dir).iter().map(|(_, bytes)| bytes).sum()
    }
}

impl Store {
    /// Makes a copy of a session, unless the last one is the same or there is nothing in it yet; then throws away copies
    /// that the rule does not keep. Says whether one was made.
    ///
    /// # Errors
    /// What the system says; the copies that were there are there.
    pub fn back_up(&self, dir: &SessionDir, now: Now) -> Result<bool, Trouble> {
        let session = slug(&dir.path().file_name().unwrap_or_default().to_string_lossy(), 100);
        let files = files(dir);
        let said = |(path, bytes): &(PathBuf, u64)| {
            let journal = path.starts_with("journal") && !dir.head_copy().ends_with(path);
            path.starts_with("tables") || journal && *bytes > EMPTY_JOURNAL
        };
        if !files.iter().any(said) {
            return Ok(false);
        }
        let folder = self.data().backups_dir().join(&session);
        make_folder(self.data().root(), &folder)?;
        let copies = copies_in(&folder);
        if copies.last().is_some_and(|last| is_same(dir, &files, &last.dir)) {
            return Ok(false);
        }
        let trouble = |deed| Trouble::io(deed, &folder, Safe::NothingLost);
        let beside = folder.join(format!(".{}-{}.tmp", std::process::id(), now.millis));
        if !make_new_folder(self.data().root(), &beside)? {
            return Ok(false); // this program is at it already
        }
        if let Err(trouble) = copy(dir, &files, &beside) {
            drop(fs::remove_dir_all(&beside)); // half a copy; what stays of it goes when it is old
            return Err(trouble);
        }
        let made = DateTime::<Utc>::from_timestamp_millis(now.millis).unwrap_or_default().format(TIME);
        let mut number = copies.last().map_or(0, |last| last.number);
        for _ in 0..MOST_TRIES {
            number = number.saturating_add(1);
            let taken = copies_in(&folder).iter().any(|copy| copy.number == number); // by another program, just now
            if !taken && fs::rename(&beside, folder.join(format!("{number:04}-{made}"))).is_ok() {
                self.prune(now)?;
                return Ok(true);
            }
        }
        Err(trouble(Deed::Rename)(io::ErrorKind::AlreadyExists.into()))
    }

    /// Every copy there is: by session, the oldest first.
    pub fn backups(&self) -> Vec<Backup> {
        let mut folders: Vec<PathBuf> = folders_in(&self.data().backups_dir());
        folders.sort();
        folders.iter().flat_map(|folder| copies_in(folder)).collect()
    }

    /// The last copy of every session that is not there any more.
    pub fn gone(&self) -> Vec<Backup> {
        let folders = folders_in(&self.data().backups_dir());
        let gone = folders.iter().filter(|folder| !self.is_there(folder));
        let mut last: Vec<Backup> = gone.filter_map(|folder| copies_in(folder).pop()).collect();
        last.sort_by(|a, b| a.session.cmp(&b.session));
        last
    }

    /// Those of [`Store::gone`] that were here in the last seven days: one that is gone for longer is not missed.
    pub fn gone_lately(&self, now: Now) -> Vec<Backup> {
        self.gone().into_iter().filter(|backup| now.millis.saturating_sub(backup.millis()) < LATELY).collect()
    }

    /// Whether the session of a folder of copies is there.
    fn is_there(&self, folder: &Path) -> bool {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        self.data().session(&name).session_file().symlink_metadata().is_ok()
    }

    /// Makes a session of a copy, in a folder of its own: that of the session if it is gone, otherwise with a number behind
    /// it. Says its id.
    ///
    /// `session.ron` comes last, so that a crash leaves nothing that a list shows.
    ///
    /// # Errors
    /// What the system says; nothing that was there is touched.
    pub fn restore(&self, backup: &Backup) -> Result<SessionId, Trouble> {
        let sessions = self.data().sessions_dir();
        make_folder(self.data().root(), &sessions)?;
        for number in 1..=MOST_TRIES {
            let id = backup.session.as_str();
            let id = if number == 1 { slug(id, 100) } else { slug(&format!("{id}-{number}"), 100) };
            let dir = self.data().session(&id);
            if !make_new_folder(self.data().root(), dir.path())? {
                continue;
            }
            make_folder(self.data().root(), &dir.tables_dir())?;
            make_folder(self.data().root(), &dir.journal_dir())?;
            let mut files = files(&backup.dir);
            files.sort_by_key(|(path, _)| path == Path::new("session.ron"));
            copy(&backup.dir, &files, dir.path())?;
            return Ok(SessionId::new(&id));
        }
        let taken = io::Error::from(io::ErrorKind::AlreadyExists);
        Err(Trouble::io(Deed::CreateFolder, &sessions.join(backup.session.as_str()), Safe::NothingLost)(taken))
    }
}

/// The plain folders in a folder; links are none, and what cannot be read has none.
fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|entry| entry.path()).collect()
}

/// The copies in the folder of a session, the oldest first.
fn copies_in(folder: &Path) -> Vec<Backup> {
    let session = SessionId::new(&folder.file_name().unwrap_or_default().to_string_lossy());
    let copy = |path: PathBuf| {
        let (number, made) = path.file_name()?.to_str()?.split_once('-')?;
        let made = NaiveDateTime::parse_from_str(made, TIME).ok()?;
        let number = number.parse().ok().filter(|number| *number > 0)?;
        Some(Backup { session: session.clone(), number, made, dir: SessionDir::new(path) })
    };
    let mut copies: Vec<Backup> = folders_in(folder).into_iter().filter_map(copy).collect();
    copies.sort_by_key(|copy| (copy.number, copy.made));
    copies
}

/// The files of a session that a copy holds, with their lengths: its own before its tables', and those before the journals,
/// so that what a table's file has seen is in the copy of the journal as well.
fn files(dir: &SessionDir) -> Vec<(PathBuf, u64)> {
    let length = |path: &Path| path.symlink_metadata().ok().filter(|about| about.is_file()).map(|about| about.len());
    let own = [dir.session_file(), dir.people_file()];
    let mut paths: Vec<PathBuf> = own.to_vec();
    for folder in [dir.tables_dir(), dir.journal_dir()] {
        if !folder.symlink_metadata().is_ok_and(|about| about.is_dir()) {
            continue;
        }
        let mut inside: Vec<PathBuf> =
            fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        inside.retain(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // who is writing, where one was last, and what a crash left are no part of what was said
            !(name.ends_with(".lock") || name.starts_with("last~") || name.starts_with("loose~") || is_leftover(&name))
        });
        inside.sort();
        paths.extend(inside);
    }
    let within = |path: &Path| path.strip_prefix(dir.path()).map(Path::to_owned).ok();
    paths.iter().filter_map(|path| Some((within(path)?, length(path)?))).collect()
}

/// Whether a copy holds the same files with the same bytes.
fn is_same(dir: &SessionDir, own: &[(PathBuf, u64)], copy: &SessionDir) -> bool {
    let same = |path: &Path| -> io::Result<bool> {
        let (mut one, mut two) = (File::open(dir.path().join(path))?, File::open(copy.path().join(path))?);
        let (mut left, mut right) = (vec![0; 1 << 16], vec![0; 1 << 16]);
        loop {
            let read = one.read(&mut left)?;
            if read == 0 {
                return Ok(two.read(&mut right)? == 0);
            }
            if two.read_exact(&mut right[..read]).is_err() || left[..read] != right[..read] {
                return Ok(false);
            }
        }
    };
    files(copy) == own && own.iter().all(|(path, _)| same(path).unwrap_or(false))
}

/// Copies these files of a session to a folder; one that is gone meanwhile is passed over.
fn copy(dir: &SessionDir, files: &[(PathBuf, u64)], to: &Path) -> Result<(), Trouble> {
    for (path, _) in files {
        let (from, target) = (dir.path().join(path), to.join(path));
        let mut source = match File::open(&from) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            other => other.map_err(Trouble::io(Deed::Read, &from, Safe::NothingLost))?,
        };
        make_folder(to, target.parent().unwrap_or(to))?;
        let written = private_file().write(true).create_new(true).open(&target);
        let written = written.and_then(|mut file| io::copy(&mut source, &mut file));
        written.map_err(Trouble::io(Deed::Write, &target, Safe::NothingLost))?;
    }
    Ok(())
}

#[cfg(all(test, unix))]
#[path = "backup_tests.rs"]
mod tests;
