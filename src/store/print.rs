//! By which a file is known again without reading it.
//!
//! Not for telling whether two files say the same. Called by `writer`, before it writes over a file, and by `follow`, which
//! reads only what is different.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// The length of a file, when it was written and, where the system has such numbers, which file it is; nothing if it is
/// not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Print(Option<(u64, Option<SystemTime>, u64)>);

impl Print {
    /// How long the file was, in bytes.
    pub(super) fn len(self) -> u64 {
        self.0.map_or(0, |(len, ..)| len)
    }

    /// Whether there was a file.
    pub(super) fn is_of_a_file(self) -> bool {
        self.0.is_some()
    }

    pub(super) fn of(path: &Path) -> Self {
        Self(fs::metadata(path).ok().map(|about| (about.len(), about.modified().ok(), number(&about))))
    }
}

/// A file that was put in the place of another has a number of its own, also within the same tick of the clock.
#[cfg(unix)]
fn number(about: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(about)
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> u64 {
    0
}
