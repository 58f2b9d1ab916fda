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
    fs,
    io::{self, Write},
    path::PathBuf,
    time::UNIX_EPOCH,
};

/// A report that lies in the session's folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptReport {
    /// Its file.
    pub path: PathBuf,
    /// How large it is, in bytes.
    pub bytes: u64,
    /// When it was altered last, in milliseconds since 1970; 0 is not known.
    pub altered: i64,
}

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
    /// Puts a report into the session's folder and says where. A report that is there already is never written over,
    /// because somebody may have worked on it: the next one gets a number.
    ///
    /// # Errors
    /// When the folder or the file cannot be made; nothing that was there is different then.
    pub fn keep_report(&self, dir: &SessionDir, name: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf, Trouble> {
        let folder = dir.reports_dir();
        make_folder(self.data().root(), &folder)?;
        let stem = slug(name, 100);
        let named = |number: u32| match number {
            1 => folder.join(format!("{stem}.{ending}")),
            number => folder.join(format!("{stem}-{number}.{ending}")),
        };
        guarded(self.data().root(), &named(1))?;
        save_new(named, bytes)
    }

    /// The reports and sheets that lie in the session's folder, the newest first; nothing if the folder cannot be read.
    pub fn reports(&self, dir: &SessionDir) -> Vec<KeptReport> {
        let entries = fs::read_dir(dir.reports_dir()).into_iter().flatten().filter_map(Result::ok);
        let visible = entries.filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
        let told = visible.filter_map(|entry| {
            let about = entry.path().symlink_metadata().ok().filter(fs::Metadata::is_file)?;
            let altered = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
            let altered = altered.and_then(|since| i64::try_from(since.as_millis()).ok()).unwrap_or(0);
            Some(KeptReport { path: entry.path(), bytes: about.len(), altered })
        });
        let mut all: Vec<KeptReport> = told.collect();
        all.sort_by(|a, b| (b.altered, &a.path).cmp(&(a.altered, &b.path)));
        all
    }
}
