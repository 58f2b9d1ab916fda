//! Where reports go: the session's own folder, or where somebody wants them, each under a name of its own.

use super::{
    folder::{guarded, make_folder},
    place::SessionDir,
    save::{beside, place_new},
    sessions::Store,
    slug::slug,
    trouble::{Deed, Safe, Trouble, Why},
};
use std::{
    io::{self, Write},
    path::PathBuf,
};

/// How many names are tried for one report.
const MOST_SAME: u32 = 9_999;

/// Writes a new file under the first of its names that is free, whole or not at all, and says which; one that is there is
/// never written over. For a place that somebody chose: inside the data folder there is [`Store::keep_report`].
///
/// # Errors
/// What the system says; nothing is under any of the names then, unless only securing it failed ([`Safe::NewInPlace`]).
pub fn save_new(named: impl Fn(u32) -> PathBuf, bytes: &[u8]) -> Result<PathBuf, Trouble> {
    for path in (1..=MOST_SAME).map(&named) {
        if path.symlink_metadata().is_ok_and(|told| !told.is_dir()) {
            continue; // a folder in the way is told, not walked around
        }
        let mut file = beside(&path)?;
        file.write_all(bytes).map_err(Trouble::io(Deed::Write, &path, Safe::FileUntouched))?;
        if place_new(file, &path)? {
            return Ok(path);
        }
    }
    let taken = Why::Io(io::Error::from(io::ErrorKind::AlreadyExists));
    Err(Trouble::new(Deed::Write, &named(1), taken, Safe::NothingLost))
}

impl Store {
    /// Writes a report into the session's folder and says where. A report that is there already is never written over,
    /// because somebody may have worked on it: the next one gets a number.
    ///
    /// # Errors
    /// When the folder or the file cannot be made; nothing that was there is different then.
    pub fn keep_report(
        &self,
        dir: &SessionDir,
        name: &str,
        ending: &str,
        write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>,
    ) -> Result<PathBuf, Trouble> {
        let folder = dir.reports_dir();
        make_folder(self.data().root(), &folder)?;
        let stem = slug(name, 60);
        let named = |number: u32| match number {
            1 => folder.join(format!("{stem}.{ending}")),
            number => folder.join(format!("{stem}-{number}.{ending}")),
        };
        let mut bytes = Vec::new();
        write(&mut bytes).map_err(Trouble::io(Deed::Write, &named(1), Safe::FileUntouched))?;
        guarded(self.data().root(), &named(1))?;
        save_new(named, &bytes)
    }
}
