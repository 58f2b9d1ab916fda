//! What went well enough to go on with, and what somebody should know of it; and why a session was not found.
//!
//! Made by `load` and `sessions`, told by `tell`.

use std::path::PathBuf;

use super::follow::Marks;
use super::sessions::is_newer;
use super::trouble::Trouble;
use crate::dialect::Mistake;
use crate::record::{DeviceId, Now, SessionId};
use crate::session::Session;

/// A session as it was loaded, and what is in doubt about it.
#[derive(Debug)]
pub struct Loaded {
    /// The session, with everything that could be read.
    pub session: Session,
    /// What could not; empty if all is well.
    pub doubts: Vec<Doubt>,
    /// How far its files were read, for who wants to [`Follow`](super::Follow) it from here.
    pub marks: Marks,
}

impl Loaded {
    /// Doubts the clock of every device that was ahead of this one.
    pub fn look_at_clocks(&mut self, now: Now) {
        let own = self.session.mint.device().clone();
        let ahead = self.session.ahead(now).into_iter();
        self.doubts.extend(ahead.map(|(device, millis)| Doubt::Ahead { own: device == own, device, millis }));
    }
}

/// Something that could not be read as it should, after which the program went on.
#[derive(Debug)]
pub enum Doubt {
    /// A file of a newer program: not read, and not touched.
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// A damaged table file: what was whole in it and what the journals hold is there.
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        mistake: Box<Mistake>,
        /// How many entries were whole.
        rescued: usize,
    },
    /// A file that could not be read at all.
    Unreadable(Trouble),
    /// A journal that ends in the middle of a line, as after a crash; at most one change is missing.
    Torn {
        /// The journal.
        path: PathBuf,
        /// The number of the line.
        line: usize,
    },
    /// A journal in which lines could not be read; all others were.
    Lines {
        /// The journal.
        path: PathBuf,
        /// The number of the first of them.
        line: usize,
        /// How many there are.
        count: usize,
    },
    /// A file for a table with a number that no session has.
    NoSuchTable {
        /// The file.
        path: PathBuf,
    },
    /// The stamps of a device lie ahead of the clock of this one.
    Ahead {
        /// The device.
        device: DeviceId,
        /// By how many milliseconds.
        millis: i64,
        /// Whether it is this device itself, whose clock was put back since.
        own: bool,
    },
    /// A folder with more files in it than are read.
    TooManyFiles {
        /// The folder.
        path: PathBuf,
        /// How many were left out.
        left: usize,
    },
    /// A file with more in it than is read.
    TooMany {
        /// The file.
        path: PathBuf,
        /// How many entries, judgements and facts were left out.
        left: usize,
    },
}

impl Doubt {
    /// A file that could not be read: of a newer program, or for whatever else was in the way.
    pub(super) fn of(trouble: Trouble) -> Self {
        if is_newer(&trouble) { Self::Newer { path: trouble.path } } else { Self::Unreadable(trouble) }
    }
}

/// Why [`Store::find`](super::Store::find) found no session.
#[derive(Debug)]
pub enum NotFound {
    /// There are no sessions at all.
    NoSessions,
    /// None has this name.
    Nothing {
        /// What was asked for.
        name: String,
    },
    /// More than one begins so.
    Several {
        /// What was asked for.
        name: String,
        /// Those that begin so.
        ids: Vec<SessionId>,
    },
    /// The folder of sessions could not be read.
    Trouble(Trouble),
}
