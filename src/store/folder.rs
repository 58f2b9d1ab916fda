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
/// Of two programs that make the same folder at the same moment, one is told true. Its name is not secured: who makes it
/// does that when all is in it.
pub(super) fn make_new_folder(root: &Path, folder: &Path) -> Result<bool, Trouble> {
    inside(root, folder.parent().unwrap_or(root), folder)?;
    match private_folder().create(folder) {
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

/// Makes a folder and those above it, and secures the name of each that is new: else a power failure could take a session
/// with all that was secured in it.
fn private_folders(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty());
    above.map_or(Ok(()), private_folders)?;
    match private_folder().create(folder) {
        Ok(()) => match sync_folder(above.unwrap_or(Path::new("."))) {
            // we may write there and not look: then the system secures it in its own time
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
            Err(error) => {
                // so that the next try does not take it for secured
                let _ = fs::remove_dir(folder);
                Err(error)
            }
            Ok(()) => Ok(()),
        },
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) => Err(error),
    }
}

/// How to make a new folder that only its owner can open.
fn private_folder() -> DirBuilder {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only unix has rights to set"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder
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

/// Whether a path still leads to a file that is open: nobody removed it, put another in its place, or took the disk out.
pub(super) fn leads_to(path: &Path, file: &File) -> bool {
    let (Ok(there), Ok(open)) = (fs::metadata(path), file.metadata()) else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        (there.dev(), there.ino()) == (open.dev(), open.ino())
    }
    #[cfg(not(unix))]
    {
        // what identifies a file there cannot be asked yet; one that was put in its place was made at another moment
        there.is_file() && there.created().ok() == open.created().ok()
    }
}

/// The disk on which a folder lies, or would if it were made: a number that holds until the disk is taken out. Nothing
/// where the system does not say.
pub(super) fn disk_of(folder: &Path) -> Option<u64> {
    let there = folder.ancestors().find_map(|one| fs::metadata(one).ok())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Some(there.dev())
    }
    #[cfg(not(unix))]
    {
        drop(there);
        None
    }
}

/// Makes sure that a new name in a folder survives a power failure.
///
/// Windows has no such deed, and some file systems refuse it; neither is a reason to trouble anyone.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    // the folder of a bare name
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        other => other,
    }
}
