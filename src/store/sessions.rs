//! The sessions of the data folder: which there are, finding one, making one, and its head.
//!
//! Not for what the tables said (that is `load` and `writer`). Called by `run` and `cli`.

use std::cmp::Reverse;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::aside::read_file;
use super::doubt::NotFound;
use super::folder::{kept_inside, make_folder, make_new_folder, sync_folder};
use super::head;
use super::place::{Data, SessionDir};
use super::places::Places;
use super::save::save_soon;
use super::slug::slug;
use super::trouble::{Deed, Safe, Trouble, Why};
use super::wash::plain_name;
use crate::dialect::{self, What};
use crate::record::{DeviceId, SessionId};
use crate::session::{FORMAT, Head, Last, Summary};

/// The largest `last~….ron` that is read.
const MOST_LAST: usize = 4096;
/// The most words that are kept beside the tables, in bytes.
const MOST_LOOSE: usize = 4 << 20;
/// The most sessions that are listed: ten on every working day of twenty years.
const MOST_SESSIONS: usize = 50_000;
/// The most bytes of a title in the name of a folder.
const MOST_TITLE: usize = 60;
/// How many numbers behind a name are tried.
const MOST_SAME: u32 = 9_999;

/// The data folder as one device sees it.
#[derive(Clone, Debug)]
pub struct Store {
    data: Data,
    device: DeviceId,
    places: Places,
}

impl Store {
    /// The data folder, for a device; nothing is made or looked at.
    pub fn new(data: Data, device: DeviceId) -> Self {
        let device = DeviceId::new(&plain_name(device.as_str()));
        Self { data, device, places: Places::default() }
    }

    /// The same with places outside the data folder, for when that fails.
    #[must_use]
    pub fn with_places(self, places: Places) -> Self {
        Self { places, ..self }
    }

    /// The same store for who writes under another name.
    pub fn under(&self, device: DeviceId) -> Self {
        Self { device, ..self.clone() }
    }

    /// The places outside the data folder.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Where everything lies.
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// Who writes.
    pub fn device(&self) -> &DeviceId {
        &self.device
    }

    /// The folder that what is written for a session must stay in: the data folder, or that of a session elsewhere.
    pub(super) fn root_of<'a>(&'a self, dir: &'a SessionDir) -> &'a Path {
        if dir.path().starts_with(self.data.root()) { self.data.root() } else { dir.path() }
    }

    /// All sessions, newest first: by date, then by when they were last used here. One that cannot be read comes as a
    /// trouble, and the others are listed all the same; one that opens with the copy of its head comes as both.
    ///
    /// # Errors
    /// What the system says about the folder of sessions; that there is none yet is no trouble.
    pub fn sessions(&self) -> Result<(Vec<Summary>, Vec<Trouble>), Trouble> {
        let mut troubles = Vec::new();
        let mut dirs = self.folders()?;
        if dirs.len() > MOST_SESSIONS {
            let found_there = dirs.len();
            // their names begin with their date, so these are the oldest
            dirs.drain(..dirs.len() - MOST_SESSIONS);
            let why = Why::TooMany { found: found_there, most: MOST_SESSIONS };
            troubles.push(Trouble::new(Deed::Read, &self.data.sessions_dir(), why, Safe::NothingLost));
        }
        let (found, more) = self.summaries(dirs);
        troubles.extend(more);
        Ok((found, troubles))
    }

    /// What lists show of these sessions, in their order there.
    pub(super) fn summaries(&self, dirs: Vec<SessionDir>) -> (Vec<Summary>, Vec<Trouble>) {
        let (mut found, mut troubles) = (Vec::new(), Vec::new());
        for dir in dirs {
            match self.read_head(&dir) {
                Ok((head, doubt)) => {
                    found.push(self.summary(&dir, head));
                    troubles.extend(doubt);
                }
                Err(trouble) => troubles.push(trouble),
            }
        }
        let used = |summary: &Summary| summary.last.as_ref().map(|last| last.at);
        found.sort_by_key(|summary| (Reverse(summary.date), Reverse(used(summary)), summary.id.clone()));
        (found, troubles)
    }

    fn summary(&self, dir: &SessionDir, head: Head) -> Summary {
        Summary {
            id: id_of(dir.path()),
            title: head.title,
            date: head.date,
            place: head.place,
            tables: head.tables,
            rounds: head.workshop.rounds.len(),
            last: self.last(dir),
        }
    }

    /// Every folder with a `session.ron` or the copy of one, in order of name.
    fn folders(&self) -> Result<Vec<SessionDir>, Trouble> {
        Ok(self.folder_names()?.into_iter().filter(|dir| self.is_session(dir)).collect())
    }

    /// Whether a folder has a `session.ron` or the copy of one.
    pub(super) fn is_session(&self, dir: &SessionDir) -> bool {
        [dir.session_file(), dir.head_copy()].iter().any(|path| path.symlink_metadata().is_ok())
    }

    /// Every folder among the sessions, in order of name, without a look at what is in it.
    pub(super) fn folder_names(&self) -> Result<Vec<SessionDir>, Trouble> {
        let mut names = self.names()?;
        names.sort_unstable(); // names and not paths: those are compared part by part
        let folder = self.data.sessions_dir();
        Ok(names.into_iter().map(|name| SessionDir::new(folder.join(name))).collect())
    }

    /// The names of the folders among the sessions, as the system gives them.
    pub(super) fn names(&self) -> Result<Vec<OsString>, Trouble> {
        let folder = self.data.sessions_dir();
        let trouble = || Trouble::io(Deed::Read, &folder, Safe::NothingLost);
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            other => other.map_err(trouble())?,
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(trouble())?;
            // a link may lead to a folder
            if entry.file_type().is_ok_and(|kind| kind.is_dir() || kind.is_symlink()) {
                names.push(entry.file_name());
            }
        }
        Ok(names)
    }

    /// The session that is meant by an id, a unique beginning of one, a folder that holds a `session.ron`, or `last`.
    ///
    /// # Errors
    /// [`NotFound`], in words for a person.
    pub fn find(&self, name: &str) -> Result<SessionDir, NotFound> {
        let folder = SessionDir::new(name);
        let is_folder = || !name.is_empty() && (folder.session_file().is_file() || folder.head_copy().is_file());
        if name.contains(['/', '\\']) || matches!(name, "." | "..") {
            return if is_folder() { Ok(folder) } else { Err(NotFound::Nothing { name: name.to_owned() }) };
        }
        let dirs = self.folders().map_err(NotFound::Trouble)?;
        let wanted = name.to_lowercase();
        let ids: Vec<(String, &SessionDir)> =
            dirs.iter().map(|dir| (id_of(dir.path()).as_str().to_lowercase(), dir)).collect();
        if let Some((_, dir)) = ids.iter().find(|(id, _)| *id == wanted) {
            return Ok((*dir).clone());
        }
        if wanted == "last" && !dirs.is_empty() {
            return self.last_used(&dirs);
        }
        let begin: Vec<&SessionDir> =
            ids.iter().filter(|(id, _)| !wanted.is_empty() && id.starts_with(&wanted)).map(|(_, dir)| *dir).collect();
        match begin.as_slice() {
            [one] => Ok((*one).clone()),
            [] if is_folder() => Ok(folder),
            [] if dirs.is_empty() => Err(NotFound::NoSessions),
            [] => Err(NotFound::Nothing { name: name.to_owned() }),
            several => {
                let ids = several.iter().map(|dir| id_of(dir.path())).collect();
                Err(NotFound::Several { name: name.to_owned(), ids })
            }
        }
    }

    fn last_used(&self, dirs: &[SessionDir]) -> Result<SessionDir, NotFound> {
        let newest = dirs.iter().max_by_key(|dir| (self.used(dir), id_of(dir.path())));
        newest.cloned().ok_or(NotFound::NoSessions)
    }

    /// When a session was last used here, in milliseconds since 1970: somebody was in it, or its head or what a table said
    /// was written, as by the command line. 0 where that cannot be told.
    fn used(&self, dir: &SessionDir) -> i64 {
        let written = |path: &Path| {
            let time = path.symlink_metadata().ok()?.modified().ok()?;
            i64::try_from(time.duration_since(UNIX_EPOCH).ok()?.as_millis()).ok()
        };
        let in_folder = |folder: PathBuf| {
            let files = fs::read_dir(folder).ok().into_iter().flatten().flatten();
            files.filter_map(|file| written(&file.path())).max()
        };
        let last = self.last(dir).map(|last| last.at);
        let files = [written(&dir.session_file()), in_folder(dir.tables_dir()), in_folder(dir.journal_dir())];
        files.into_iter().chain([last]).flatten().max().unwrap_or(0)
    }

    /// Makes a session: gives the head an id that is free (`<date>-<title>`, and a number if that is taken), makes its
    /// folders and writes `session.ron`. Gives the head as it will be loaded.
    ///
    /// A crash may leave a folder without a `session.ron`, which no list shows and no later session takes.
    ///
    /// # Errors
    /// What the system says; what was made of the session is then taken away again, so that trying again and again does
    /// not fill the folder.
    pub fn create(&self, head: Head) -> Result<Head, Trouble> {
        let sessions = self.data.sessions_dir();
        make_folder(self.data.root(), &sessions)?;
        let stem = format!("{}-{}", head.date.format("%Y-%m-%d"), slug(&head.title, MOST_TITLE));
        for number in 1..=MOST_SAME {
            let id = if number == 1 { slug(&stem, 100) } else { slug(&format!("{stem}-{number}"), 100) };
            let dir = self.data.session(&id);
            if !make_new_folder(self.data.root(), dir.path())? {
                continue;
            }
            let mut head = Head { id: SessionId::new(&id), format: FORMAT, ..head };
            head::tidy(&mut head);
            return match self.fill(&dir, &head) {
                Ok(()) => Ok(head),
                Err(trouble) => {
                    // nobody has seen it; if this fails as well, a crash would have left the same
                    let _ = fs::remove_file(dir.session_file());
                    let _ = fs::remove_file(dir.head_copy());
                    for folder in [&dir.tables_dir(), &dir.journal_dir(), dir.path()] {
                        let _ = fs::remove_dir(folder);
                    }
                    Err(Trouble { safe: Safe::NothingLost, ..trouble })
                }
            };
        }
        let taken = io::Error::from(io::ErrorKind::AlreadyExists);
        Err(Trouble::io(Deed::CreateFolder, &sessions.join(stem), Safe::NothingLost)(taken))
    }

    /// Makes what lies in a new session, and secures it and the name of its folder.
    fn fill(&self, dir: &SessionDir, head: &Head) -> Result<(), Trouble> {
        for folder in [dir.tables_dir(), dir.journal_dir()] {
            make_new_folder(self.data.root(), &folder)?;
        }
        self.keep_head(dir, head)?; // secures the names beside it as well
        let sessions = self.data.sessions_dir();
        sync_folder(&sessions).map_err(Trouble::io(Deed::Sync, dir.path(), Safe::NewInPlace))
    }

    /// Remembers where one is in a session, for this device.
    ///
    /// # Errors
    /// What the system says; nothing else depends on it.
    pub fn remember(&self, dir: &SessionDir, last: &Last) -> Result<(), Trouble> {
        let path = dir.last_file(self.device.as_str());
        let text = dialect::write_pretty("Last", last)
            .map_err(|error| Trouble::new(Deed::Write, &path, Why::Unwritable(error.0), Safe::FileUntouched))?;
        save_soon(self.root_of(dir), &path, text.as_bytes())
    }

    /// Keeps words that are on the screen of this device and on no line of a table; without words nothing is kept.
    ///
    /// # Errors
    /// What the system says; what was kept before is then there.
    pub fn keep_loose(&self, dir: &SessionDir, words: &str) -> Result<(), Trouble> {
        let path = dir.loose_file(self.device.as_str());
        if !words.is_empty() {
            return save_soon(self.root_of(dir), &path, words.as_bytes());
        }
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Trouble::io(Deed::Remove, &path, Safe::NothingLost)(error))
            }
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// The words that were kept with [`Store::keep_loose`], if there are any.
    pub fn loose(&self, dir: &SessionDir) -> Option<String> {
        let path = dir.loose_file(self.device.as_str());
        let bytes = read_file(&path, MOST_LOOSE).ok().filter(|_| kept_inside(self.root_of(dir), &path).is_ok())?;
        let words = crate::text::clean_line(&String::from_utf8_lossy(&bytes)).into_owned();
        (!words.is_empty()).then_some(words)
    }

    /// Where one was last in a session, on this device; nothing if that is not known or cannot be read.
    pub fn last(&self, dir: &SessionDir) -> Option<Last> {
        let path = dir.last_file(self.device.as_str());
        let bytes = read_file(&path, MOST_LAST).ok().filter(|_| kept_inside(self.root_of(dir), &path).is_ok())?;
        dialect::read_bytes(&bytes, MOST_LAST).ok().map(|reading| reading.value)
    }
}

/// The id of the session in a folder: the folder's name.
pub(super) fn id_of(path: &Path) -> SessionId {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    SessionId::new(&plain_name(&name))
}

pub(super) fn is_newer(trouble: &Trouble) -> bool {
    matches!(&trouble.why, Why::Mistake(mistake) if matches!(mistake.what, What::Newer { .. }))
}

pub(super) fn is_missing(trouble: &Trouble) -> bool {
    matches!(&trouble.why, Why::Io(error) if error.kind() == io::ErrorKind::NotFound)
}

/// The paths in a folder whose names are those of a table's files, in an order that is the same everywhere.
pub(super) fn named<N: Ord>(
    root: &Path,
    folder: &Path,
    read: fn(&str) -> Option<N>,
) -> Result<Vec<(N, PathBuf)>, Trouble> {
    match kept_inside(root, folder) {
        Err(trouble) if is_missing(&trouble) => return Ok(Vec::new()),
        other => other?,
    }
    let trouble = || Trouble::io(Deed::Read, folder, Safe::NothingLost);
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.map_err(trouble())?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(trouble())?;
        if let Some(name) = entry.file_name().to_str().and_then(read) {
            found.push((name, entry.path()));
        }
    }
    found.sort();
    Ok(found)
}
