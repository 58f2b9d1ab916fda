//! A session that is not here yet: put together beside, and brought in with one renaming.
//!
//! The folder beside lies in the data folder, on the same disk, and its name begins with a dot: nothing lists it. What a
//! crash leaves of it is thrown away by an import an hour later. Called by `import`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Brought, Source};
use crate::session::Head;
use crate::store::doubt::Doubt;
use crate::store::folder::{make_folder, sync_folder};
use crate::store::place::SessionDir;
use crate::store::sessions::Store;
use crate::store::trouble::{Deed, Safe, Trouble};

/// How the name of the folder beside begins.
const BESIDE: &str = ".incoming-";

impl Store {
    /// Brings in all of a session that is not here yet, or nothing.
    ///
    /// # Errors
    /// What the system says; then there is no folder `to`.
    pub(super) fn bring_whole(
        &self,
        from: &SessionDir,
        head: &Head,
        source: &Source,
        to: &SessionDir,
        one: &mut Brought,
        doubts: &mut Vec<Doubt>,
    ) -> Result<(), Trouble> {
        let root = self.data().root();
        let trouble = |deed, path: &Path| Trouble::io(deed, path, Safe::NothingLost);
        make_folder(root, &self.data().sessions_dir())?;
        for old in leftovers(root) {
            fs::remove_dir_all(&old).map_err(trouble(Deed::Remove, &old))?;
        }
        let beside = root.join(format!("{BESIDE}{}", std::process::id()));
        let staged = SessionDir::new(beside.join(to.path().file_name().unwrap_or_default()));
        make_folder(root, staged.path())?;
        let told = doubts.len();
        let brought = self
            .bring_head(from, head, &staged, None)
            .and_then(|_| self.bring_files(source, &staged, one, doubts))
            .and_then(|()| failed_in(&staged, doubts, told))
            .and_then(|()| self.put_in(&staged, to));
        let cleared = fs::remove_dir_all(&beside);
        brought?;
        one.files += 1;
        cleared.map_err(trouble(Deed::Remove, &beside))
    }

    fn put_in(&self, staged: &SessionDir, to: &SessionDir) -> Result<(), Trouble> {
        let sessions = self.data().sessions_dir();
        for folder in [staged.tables_dir(), staged.journal_dir(), staged.path().to_owned()] {
            sync_folder(&folder).map_err(Trouble::io(Deed::Sync, &folder, Safe::NothingLost))?;
        }
        fs::rename(staged.path(), to.path()).map_err(Trouble::io(Deed::Rename, to.path(), Safe::NothingLost))?;
        sync_folder(&sessions).map_err(Trouble::io(Deed::Sync, to.path(), Safe::NewInPlace))
    }
}

/// What could not be written in the folder beside, if anything: what cannot be read elsewhere is told, and the rest comes in,
/// but what cannot be written here is a reason to bring in nothing.
fn failed_in(staged: &SessionDir, doubts: &mut Vec<Doubt>, from: usize) -> Result<(), Trouble> {
    let here = |doubt: &Doubt| matches!(doubt, Doubt::Unreadable(trouble) if trouble.path.starts_with(staged.path()));
    let Some(at) = doubts.iter().skip(from).position(here) else { return Ok(()) };
    match doubts.remove(from + at) {
        Doubt::Unreadable(trouble) => Err(trouble),
        other => {
            doubts.push(other);
            Ok(())
        }
    }
}

/// What imports that did not come to their end left, more than an hour ago: another one may be at work now.
fn leftovers(root: &Path) -> Vec<PathBuf> {
    const OLD: Duration = Duration::from_secs(3600);
    let entries = fs::read_dir(root).into_iter().flatten().flatten();
    let left = entries.filter(|entry| {
        let made = entry.metadata().and_then(|about| about.modified()).ok();
        let old = made.and_then(|made| made.elapsed().ok()).is_some_and(|age| age > OLD);
        old && entry.file_name().to_string_lossy().starts_with(BESIDE)
    });
    left.map(|entry| entry.path()).collect()
}
