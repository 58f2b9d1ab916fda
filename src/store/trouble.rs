//! What went wrong on the disk: the deed, the path, the reason, and what is safe, kept apart.
//!
//! Not for sentences to users: the upper floors match on the parts and use their own words; the English here is the
//! fallback for logs. Made by every file of `store`.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::dialect::Mistake;

/// Something that did not work on the disk.
#[derive(Debug)]
pub struct Trouble {
    /// What was being done.
    pub deed: Deed,
    /// To what.
    pub path: PathBuf,
    /// Why it failed.
    pub why: Why,
    /// What is safe all the same.
    pub safe: Safe,
}

/// What was being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Reading a file or a folder.
    Read,
    /// Writing a file, or a record at the end of one.
    Write,
    /// Making sure that what was written survives a power failure.
    Sync,
    /// Putting a written file in its place.
    Rename,
    /// Taking a lock.
    Lock,
    /// Making a folder.
    CreateFolder,
    /// Removing a file, or the torn end of one.
    Remove,
    /// Setting a damaged file, or a copy of one, aside.
    SetAside,
}

/// Why it failed.
#[derive(Debug)]
pub enum Why {
    /// The system refused.
    Io(io::Error),
    /// The text is not what it should be, is too large, or is of a newer program.
    Mistake(Box<Mistake>),
    /// The value cannot be written in the dialect: a mistake in the program.
    Unwritable(String),
    /// The path leads out of the data folder, perhaps through a link; following it could overwrite something else.
    Outside {
        /// The data folder.
        root: PathBuf,
    },
    /// It is a folder, a device or a link to nowhere, and not a file.
    NotAFile,
    /// What was open is not at its path any more: removed, replaced, or on a stick that was taken out.
    Gone,
    /// There is more in it than is looked at.
    TooMany {
        /// How many there are.
        found: usize,
        /// How many are looked at.
        most: usize,
    },
}

/// What is safe all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Safe {
    /// Nothing was to be written, and nothing was changed.
    NothingLost,
    /// Nothing was changed, and a whole copy of the file serves in its place.
    CopyOpens,
    /// The file on disk is as it was; the new contents exist only in memory.
    FileUntouched,
    /// The new contents are in place, but a power failure in the next seconds may bring the old ones back.
    NewInPlace,
    /// Everything appended earlier is there; this record exists only in memory, and may be appended again.
    EarlierKept,
    /// The records written are in the file, but a power failure may take the latest of them.
    NotYetOnDisk,
    /// All of it is in memory, also what was written before.
    InMemory,
}

impl Trouble {
    pub(super) fn io(deed: Deed, path: &Path, safe: Safe) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |error| Self { deed, path, why: Why::Io(error), safe }
    }

    pub(super) fn new(deed: Deed, path: &Path, why: Why, safe: Safe) -> Self {
        Self { deed, path: path.to_owned(), why, safe }
    }

    /// Whether the disk is full, which has a remedy of its own.
    pub fn is_full(&self) -> bool {
        let full = [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded];
        matches!(&self.why, Why::Io(error) if full.contains(&error.kind()))
    }
}

impl std::error::Error for Trouble {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.why {
            Why::Io(error) => Some(error),
            Why::Mistake(mistake) => Some(mistake),
            Why::Unwritable(_) | Why::Outside { .. } | Why::NotAFile | Why::Gone | Why::TooMany { .. } => None,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { deed, path, why, safe } = self;
        write!(f, "{deed} {} failed: {why}; {safe}", path.display())
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "reading",
            Self::Write => "writing",
            Self::Sync => "securing",
            Self::Rename => "replacing",
            Self::Lock => "locking",
            Self::CreateFolder => "making the folder",
            Self::Remove => "removing",
            Self::SetAside => "setting aside",
        })
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Mistake(mistake) => mistake.fmt(f),
            Self::Unwritable(words) => f.write_str(words),
            Self::Outside { root } => write!(f, "it lies outside {}", root.display()),
            Self::NotAFile => f.write_str("it is not an ordinary file"),
            Self::Gone => f.write_str("it was removed or replaced while it was open"),
            Self::TooMany { found, most } => write!(f, "there are {found} in it, and {most} are looked at"),
        }
    }
}

impl fmt::Display for Safe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NothingLost => "nothing was changed",
            Self::CopyOpens => "a copy serves in its place",
            Self::FileUntouched => "the file on disk is as it was",
            Self::NewInPlace => "the new file is in place, but not yet safe against a power failure",
            Self::EarlierKept => "everything written before is kept",
            Self::NotYetOnDisk => "what was written is in the file, but not yet safe against a power failure",
            Self::InMemory => "all of it is in memory",
        })
    }
}
