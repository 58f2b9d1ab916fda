//! A lock that keeps two programs out of the same folder, and says who has it.
//!
//! Not for the data files themselves: on Windows a locked file cannot be read, so the lock is a file of its own. Called
//! by `run` when a session is opened.

use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::folder::{guarded, leads_to, private_file};
use super::trouble::{Deed, Safe, Trouble, Why};
use crate::dialect;

/// The most that is read of a lock file.
const MOST: u64 = 4096;

/// Who has a lock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The device or person, as given to [`Lock::take`].
    pub who: String,
    /// The number of the process on that device.
    pub pid: u32,
    /// When it was taken, as given to [`Lock::take`].
    pub since: String,
}

/// Why a lock was not given.
#[derive(Debug)]
pub enum Refused {
    /// Another program has it; who is unknown if its text could not be read (always so on Windows).
    Busy(Option<Holder>),
    /// The lock file could not be made or opened.
    Trouble(Trouble),
}

/// A lock that is held; it ends when this value or the process does, however it ends.
///
/// The file stays, empty: removing it would let two programs each lock a file of the same name.
#[derive(Debug)]
pub struct Held {
    file: File,
}

/// The taking of locks.
#[derive(Clone, Copy, Debug)]
pub struct Lock;

impl Lock {
    /// Takes the lock at `path` for `who`, or says who has it; does not wait. `since` is the time, in words.
    ///
    /// # Errors
    /// [`Refused::Busy`] if it is taken, also by this same process; [`Refused::Trouble`] if it cannot be made.
    pub fn take(root: &Path, path: &Path, who: &str, since: &str) -> Result<Held, Refused> {
        let trouble = || Trouble::io(Deed::Lock, path, Safe::NothingLost);
        let path = guarded(root, path).map_err(Refused::Trouble)?;
        // opened for both, because NFS wants that for an exclusive lock
        let opened = private_file().read(true).write(true).create(true).truncate(false).open(&path);
        let file = opened.map_err(trouble()).map_err(Refused::Trouble)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Refused::Busy(holder(&file))),
            Err(TryLockError::Error(error)) => return Err(Refused::Trouble(trouble()(error))),
        }
        let holder = Holder { who: who.to_owned(), pid: std::process::id(), since: since.to_owned() };
        let text = dialect::write_line(&holder).map_err(|error| {
            Refused::Trouble(Trouble::new(Deed::Lock, &path, Why::Unwritable(error.0), Safe::NothingLost))
        })?;
        let held = Held { file };
        held.sign(&text).map_err(trouble()).map_err(Refused::Trouble)?;
        Ok(held)
    }
}

impl Held {
    /// Whether the path still leads to the lock that is held.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        leads_to(path, &self.file)
    }

    fn sign(&self, text: &str) -> io::Result<()> {
        self.file.set_len(0)?;
        let mut file = &self.file;
        file.rewind()?;
        file.write_all(text.as_bytes())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // a name left behind would only mislead; the lock itself ends with the file
        let _ = self.file.set_len(0);
    }
}

fn holder(mut file: &File) -> Option<Holder> {
    let mut text = String::new();
    file.rewind().ok()?;
    file.take(MOST).read_to_string(&mut text).ok()?;
    dialect::read(&text).ok().map(|reading| reading.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_one_is_refused_and_told_who_has_it_until_it_is_dropped() {
        let root = tempfile::tempdir().expect("works");
        let path = root.path().join("sessions/een/.lock");
        let held = Lock::take(root.path(), &path, "laptop \"Ans\"", "2026-05-12 09:30").expect("works");
        match Lock::take(root.path(), &path, "laptop 2", "2026-05-12 09:31") {
            Err(Refused::Busy(Some(holder))) => {
                assert_eq!(holder.who, "laptop \"Ans\"");
                assert_eq!((holder.pid, holder.since.as_str()), (std::process::id(), "2026-05-12 09:30"));
            }
            other => panic!("{other:?}"),
        }
        drop(held);
        assert_eq!(std::fs::read(&path).expect("works"), b"");
        Lock::take(root.path(), &path, "laptop 2", "2026-05-12 09:32").expect("works");
    }

    #[test]
    fn a_lock_of_a_process_that_died_is_no_lock() {
        let root = tempfile::tempdir().expect("works");
        let path = root.path().join(".lock");
        std::fs::write(&path, "(who:\"dood\",pid:1,since:\"gisteren\", en nog veel meer tekst)").expect("works");
        let held = Lock::take(root.path(), &path, "ik", "nu").expect("works");
        let text = std::fs::read_to_string(&path).expect("works");
        assert!(text.starts_with("(who:\"ik\"") && text.ends_with("since:\"nu\")"), "{text}");
        drop(held);
    }
}
