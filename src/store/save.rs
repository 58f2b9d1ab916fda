//! Replaces a file whole: old or new, never half.
//!
//! Not for the journal, which grows at its end. Called by `run` for every file that people can open.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use tempfile::{NamedTempFile, TempPath};

use super::folder::{guarded, sync_folder};
use super::trouble::{Deed, Safe, Trouble, Why};

/// Saves a file: writes it beside, secures it, and puts it in the place of the old one.
///
/// After a crash or a power failure at any moment the file is the old one or the new one, whole; once this returns it
/// is the new one. What a crash may leave besides is a hidden `….tmp` in the same folder (see
/// [`is_leftover`](super::is_leftover)), which nothing reads.
///
/// A new file is readable for its owner only, and so are the folders made for it; an existing file keeps its
/// permissions. `root` is the data folder: a link inside it is followed as long as it stays inside.
///
/// # Errors
/// [`Why::Outside`] if the path leads out of `root`; otherwise what the system says. All leave the old file as it was
/// ([`Safe::FileUntouched`]), but the last: if only securing the folder failed, the new one is in place
/// ([`Safe::NewInPlace`]).
pub fn save(root: &Path, path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let path = guarded(root, path)?;
    let mut file = beside(&path)?;
    file.write_all(bytes).map_err(Trouble::io(Deed::Write, &path, Safe::FileUntouched))?;
    put_in_place(file, &path)
}

/// Saves a file that may be lost: as [`save`], but nothing waits for the disk.
///
/// After the end of the program it is the new one; after a power failure it may be the old one, or empty.
///
/// # Errors
/// As [`save`].
pub(super) fn save_soon(root: &Path, path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let path = guarded(root, path)?;
    let mut file = beside(&path)?;
    file.write_all(bytes).map_err(Trouble::io(Deed::Write, &path, Safe::FileUntouched))?;
    rename(file.into_temp_path(), &path).map_err(Trouble::io(Deed::Rename, &path, Safe::FileUntouched))
}

/// An empty file beside `path`, with the permissions that `path` has or should have.
pub(super) fn beside(path: &Path) -> Result<NamedTempFile, Trouble> {
    let trouble = |deed| Trouble::io(deed, path, Safe::FileUntouched);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let folder = path.parent().unwrap_or(Path::new("."));
    let old = match fs::metadata(path) {
        Ok(old) if !old.is_file() => {
            return Err(Trouble::new(Deed::Write, path, Why::NotAFile, Safe::FileUntouched));
        }
        Ok(old) => Some(old.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(trouble(Deed::Read)(error)),
    };
    let prefix: String = name.chars().take(60).collect();
    let file = tempfile::Builder::new().prefix(&format!(".{prefix}.")).suffix(".tmp").tempfile_in(folder);
    let file = file.map_err(trouble(Deed::Write))?;
    // the library's own files are for the owner only, so only an old file's permissions need be copied
    if let Some(old) = old {
        copy_permissions(&file, old).map_err(trouble(Deed::Write))?;
    }
    Ok(file)
}

fn copy_permissions(file: &NamedTempFile, old: Permissions) -> io::Result<()> {
    // on Windows a read-only file could not be put in its place any more
    if cfg!(windows) { Ok(()) } else { file.as_file().set_permissions(old) }
}

/// Secures a file that was written beside, renames it over `path`, and secures the folder.
pub(super) fn put_in_place(file: NamedTempFile, path: &Path) -> Result<(), Trouble> {
    file.as_file().sync_all().map_err(Trouble::io(Deed::Sync, path, Safe::FileUntouched))?;
    rename(file.into_temp_path(), path).map_err(Trouble::io(Deed::Rename, path, Safe::FileUntouched))?;
    let folder = path.parent().unwrap_or(Path::new("."));
    sync_folder(folder).map_err(Trouble::io(Deed::Sync, path, Safe::NewInPlace))
}

/// Secures a file that was written beside and gives it the name `path`, if nothing else has that name; says whether it did.
pub(super) fn place_new(file: NamedTempFile, path: &Path) -> Result<bool, Trouble> {
    let trouble = |deed| Trouble::io(deed, path, Safe::FileUntouched);
    file.as_file().sync_all().map_err(trouble(Deed::Sync))?;
    let beside = file.into_temp_path();
    // a second name for it, which fails if there is one; where files have no second names, what the system has instead
    let placed = match fs::hard_link(&beside, path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
        Err(_) => beside.persist_noclobber(path).map_err(|failed| failed.error),
        Ok(()) => beside.close(),
    };
    match placed {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
        placed => placed.map_err(trouble(Deed::Rename))?,
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    sync_folder(folder).map_err(Trouble::io(Deed::Sync, path, Safe::NewInPlace))?;
    Ok(true)
}

/// Renames; on Windows a virus scanner or an indexer may hold the file for a moment, so there we try for two seconds.
///
/// Elsewhere by the standard library's own call, so that `tests/journeys/faults` can stand between it and the disk: the
/// one of `tempfile` goes past the C library.
fn rename(mut beside: TempPath, path: &Path) -> io::Result<()> {
    if cfg!(not(windows)) {
        fs::rename(&beside, path)?;
        // nothing is left under the old name to remove
        return beside.keep().map(drop).map_err(|failed| failed.error);
    }
    let mut wait = Duration::from_millis(10);
    loop {
        match beside.persist(path) {
            Ok(()) => return Ok(()),
            Err(failed) => {
                let held = failed.error.kind() == io::ErrorKind::PermissionDenied;
                if !held || wait > Duration::from_secs(1) {
                    return Err(failed.error);
                }
                beside = failed.path;
            }
        }
        std::thread::sleep(wait);
        wait *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside() {
        let root = tempfile::tempdir().expect("works");
        let path = root.path().join("tables/tafel-2.ron");
        save(root.path(), &path, b"oud").expect("works");
        save(root.path(), &path, b"nieuw").expect("works");
        assert_eq!(fs::read(&path).expect("works"), b"nieuw");
        assert_eq!(fs::read_dir(root.path().join("tables")).expect("works").count(), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn what_is_saved_is_what_is_read(bytes in proptest::collection::vec(any::<u8>(), 0..3000)) {
            let root = tempfile::tempdir().expect("works");
            let path = root.path().join("a.ron");
            save(root.path(), &path, &bytes).expect("works");
            prop_assert_eq!(super::super::read_file(&path, 3000).expect("works"), bytes);
        }
    }

    #[cfg(unix)]
    #[test]
    fn new_files_are_for_their_owner_and_old_ones_keep_their_permissions() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().expect("works");
        let path = root.path().join("sessions/een/session.ron");
        let mode = |path: &Path| fs::metadata(path).expect("works").permissions().mode() & 0o777;
        save(root.path(), &path, b"1").expect("works");
        assert_eq!((mode(&path), mode(path.parent().expect("works"))), (0o600, 0o700));
        fs::set_permissions(&path, Permissions::from_mode(0o664)).expect("works");
        save(root.path(), &path, b"2").expect("works");
        assert_eq!(mode(&path), 0o664);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_data_folder_is_refused_and_one_inside_is_followed() {
        use std::os::unix::fs::symlink;
        let (root, other) = (tempfile::tempdir().expect("works"), tempfile::tempdir().expect("works"));
        let secret = other.path().join("secret");
        fs::write(&secret, b"secret").expect("works");
        symlink(&secret, root.path().join("link.ron")).expect("works");
        symlink(other.path(), root.path().join("away")).expect("works");
        symlink(other.path().join("nowhere"), root.path().join("dangling.ron")).expect("works");
        for name in ["link.ron", "away/secret", "away/new/file", "../buiten.ron", "a/../../buiten.ron"] {
            let trouble = save(root.path(), &root.path().join(name), b"x").expect_err("fails");
            assert!(matches!(trouble.why, Why::Outside { .. }), "{name}: {trouble}");
        }
        let trouble = save(root.path(), &root.path().join("dangling.ron"), b"x").expect_err("fails");
        assert!(matches!(trouble.why, Why::NotAFile), "{trouble}");
        assert_eq!(fs::read(&secret).expect("works"), b"secret");
        assert_eq!(fs::read_dir(other.path()).expect("works").count(), 1);
        symlink(root.path().join("echt.ron"), root.path().join("binnen.ron")).expect("works");
        fs::write(root.path().join("echt.ron"), b"oud").expect("works");
        save(root.path(), &root.path().join("binnen.ron"), b"nieuw").expect("works");
        assert!(root.path().join("binnen.ron").is_symlink());
        assert_eq!(fs::read(root.path().join("echt.ron")).expect("works"), b"nieuw");
    }

    #[test]
    fn when_it_fails_the_old_file_is_there() {
        let root = tempfile::tempdir().expect("works");
        // a folder in the place of the file: nobody, not even an administrator, can rename over it
        let path = root.path().join("session.ron");
        fs::create_dir(&path).expect("works");
        fs::write(path.join("inhoud"), b"oud").expect("works");
        let trouble = save(root.path(), &path, b"nieuw").expect_err("fails");
        assert_eq!(trouble.safe, Safe::FileUntouched);
        assert_eq!(fs::read(path.join("inhoud")).expect("works"), b"oud");
        // a file in the place of the folder
        let below = path.join("inhoud/tafel-1.ron");
        let trouble = save(root.path(), &below, b"x").expect_err("fails");
        assert_eq!(fs::read(path.join("inhoud")).expect("works"), b"oud", "{trouble}");
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_cannot_be_written_leaves_old_or_new() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().expect("works");
        let path = root.path().join("dicht/session.ron");
        save(root.path(), &path, b"oud").expect("works");
        let folder = path.parent().expect("works");
        fs::set_permissions(folder, Permissions::from_mode(0o500)).expect("works");
        // an administrator may write anywhere; then the new file is there
        let expected: &[u8] = match save(root.path(), &path, b"nieuw") {
            Ok(()) => b"nieuw",
            Err(trouble) => {
                assert_eq!(trouble.safe, Safe::FileUntouched);
                b"oud"
            }
        };
        assert_eq!(fs::read(&path).expect("works"), expected);
        fs::set_permissions(folder, Permissions::from_mode(0o700)).expect("works");
    }
}
