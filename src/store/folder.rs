//! Folders: made for the owner only, kept inside the data folder, and secured after a change.
//!
//! Not for the layout (that is `place`). Called by every file of `store` that writes.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::trouble::{Deed, Safe, Trouble, Why};

/// Makes a folder inside the data folder, and those above it, readable for the owner only; one that exists is left as
/// it is.
///
/// # Errors
/// [`Why::Outside`] if the path leads out of `root`, also through a link; otherwise what the system says.
pub fn make_folder(root: &Path, folder: &Path) -> Result<(), Trouble> {
    private_folders(root).map_err(Trouble::io(Deed::CreateFolder, root, Safe::NothingLost))?;
    // the part that exists already may hold links; what we make ourselves cannot
    let there = folder.ancestors().find(|one| one.symlink_metadata().is_ok()).unwrap_or(root);
    inside(root, there, folder)?;
    let plain = folder.components().all(|part| part != std::path::Component::ParentDir);
    if !plain {
        return Err(outside(root, folder));
    }
    private_folders(folder).map_err(Trouble::io(Deed::CreateFolder, folder, Safe::NothingLost))
}

/// Makes a folder that is not there yet, in one that is; false if something of that name exists already.
///
/// Of two programs that make the same folder at the same moment, one is told true.
pub(super) fn make_new_folder(root: &Path, folder: &Path) -> Result<bool, Trouble> {
    inside(root, folder.parent().unwrap_or(root), folder)?;
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    match builder.create(folder) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(Trouble::io(Deed::CreateFolder, folder, Safe::NothingLost)(error)),
    }
}

/// The path to write to for `path`: itself, or the file inside the data folder that a link there points to.
pub(super) fn guarded(root: &Path, path: &Path) -> Result<PathBuf, Trouble> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(outside(root, path));
    };
    make_folder(root, folder)?;
    if !path.is_symlink() {
        let folder = inside(root, folder, path)?;
        return Ok(folder.join(name));
    }
    // a link to nowhere has no file to be inside or outside of
    if !path.exists() {
        return Err(Trouble::new(Deed::Write, path, Why::NotAFile, Safe::FileUntouched));
    }
    inside(root, path, path)
}

/// The real path of something that exists, if it lies inside the data folder.
fn inside(root: &Path, there: &Path, told: &Path) -> Result<PathBuf, Trouble> {
    let real = |path: &Path| fs::canonicalize(path).map_err(Trouble::io(Deed::Read, path, Safe::FileUntouched));
    let (real_root, real_there) = (real(root)?, real(there)?);
    if real_there.starts_with(&real_root) { Ok(real_there) } else { Err(outside(root, told)) }
}

/// Asks that what is to be read lies inside the data folder, also through links: a file from elsewhere cannot make the
/// program show what its owner never put there.
///
/// # Errors
/// [`Why::Outside`], and what the system says, such as that there is nothing.
pub(super) fn kept_inside(root: &Path, path: &Path) -> Result<(), Trouble> {
    let told = |trouble| Trouble { deed: Deed::Read, path: path.to_owned(), safe: Safe::NothingLost, ..trouble };
    inside(root, path, path).map(drop).map_err(told)
}

fn outside(root: &Path, path: &Path) -> Trouble {
    Trouble::new(Deed::Write, path, Why::Outside { root: root.to_owned() }, Safe::FileUntouched)
}

fn private_folders(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// How to make a new file that only its owner can read.
pub(super) fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

/// Makes sure that a new name in a folder survives a power failure.
///
/// Windows has no such deed, and some file systems refuse it; neither is a reason to trouble anyone.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        other => other,
    }
}
