//! Finds what can be brought in under a path: sessions, and tables' files that lie about.
//!
//! Links are not followed, and a stick is not searched deeper than people nest folders. Called by the import alone.

use std::fs;
use std::path::{Path, PathBuf};

use super::{MOST_FILES, id_of};
use crate::store::aside::is_leftover;
use crate::store::doubt::Doubt;
use crate::store::place::{SessionDir, TableName, read_journal_name, read_table_name};
use crate::store::sessions::Store;
use crate::store::table_file::read_table;
use crate::store::trouble::{Deed, Safe, Trouble, Why};

/// How many folders deep is looked: a stick, a data folder on it, its sessions, one of them.
const MOST_DEEP: usize = 5;

/// Something that can be brought in.
pub(super) enum Source {
    /// A session; with one table's file named, only that comes along.
    Session { dir: SessionDir, only: Option<PathBuf> },
    /// A table's file outside any session.
    Table { path: PathBuf },
}

/// What was found under a path.
#[derive(Default)]
pub(super) struct Found {
    pub(super) sources: Vec<Source>,
    /// Whether something was passed by because it lies in the data folder itself.
    pub(super) own: bool,
    pub(super) doubts: Vec<Doubt>,
}

/// The files of a source, by what they are.
#[derive(Default)]
pub(super) struct Files {
    pub(super) tables: Vec<(TableName, PathBuf)>,
    pub(super) journals: Vec<(TableName, PathBuf)>,
    /// Whatever else belongs to a session, with its place in it.
    pub(super) others: Vec<(PathBuf, PathBuf)>,
}

/// What can be brought in under a path.
pub(super) fn find(store: &Store, path: &Path) -> Found {
    let mut found = Found::default();
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(error) => {
            found.doubts.push(Doubt::Unreadable(Trouble::io(Deed::Read, path, Safe::NothingLost)(error)));
            return found;
        }
    };
    let real = |path: &Path| fs::canonicalize(path).ok();
    let within = |path: &Path| match (real(path), real(&store.data().sessions_dir())) {
        (Some(path), Some(own)) => path.starts_with(own),
        (_, None) | (None, _) => false,
    };
    if about.is_dir() {
        let mut left = MOST_FILES;
        walk(path, 0, &mut left, &mut found);
    } else {
        file(path, &mut found);
    }
    let before = found.sources.len();
    found.sources.retain(|source| match source {
        Source::Session { dir, .. } => !within(dir.path()),
        Source::Table { path } => !within(path),
    });
    found.own = found.sources.len() < before;
    found
}

fn file(path: &Path, found: &mut Found) {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let folder = path.parent().unwrap_or(Path::new("."));
    let session = |dir: Option<&Path>| dir.map(SessionDir::new).filter(is_session);
    if name == "session.ron" {
        let dir = SessionDir::new(folder);
        found.sources.push(Source::Session { dir, only: None });
    } else if read_table_name(name).is_some() {
        found.sources.push(match session(folder.parent()) {
            Some(dir) => Source::Session { dir, only: Some(path.to_owned()) },
            None => Source::Table { path: path.to_owned() },
        });
    }
}

fn is_session(dir: &SessionDir) -> bool {
    dir.session_file().symlink_metadata().is_ok_and(|about| about.is_file())
}

fn walk(folder: &Path, deep: usize, left: &mut usize, found: &mut Found) {
    let dir = SessionDir::new(folder);
    if is_session(&dir) {
        found.sources.push(Source::Session { dir, only: None });
        return;
    }
    for (path, kind) in list(folder, left, &mut found.doubts) {
        match kind {
            Kind::Folder if deep < MOST_DEEP => walk(&path, deep + 1, left, found),
            Kind::File if path.file_name().and_then(|name| name.to_str()).and_then(read_table_name).is_some() => {
                found.sources.push(Source::Table { path });
            }
            Kind::Folder | Kind::File => {}
        }
    }
}

enum Kind {
    Folder,
    File,
}

/// What lies in a folder, in order of name; hidden things are passed by, and links are told.
fn list(folder: &Path, left: &mut usize, doubts: &mut Vec<Doubt>) -> Vec<(PathBuf, Kind)> {
    let entries = match fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>()) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Vec::new(),
        Err(error) => {
            doubts.push(Doubt::Unreadable(Trouble::io(Deed::Read, folder, Safe::NothingLost)(error)));
            return Vec::new();
        }
    };
    let mut all: Vec<_> =
        entries.into_iter().filter(|entry| !entry.file_name().to_string_lossy().starts_with('.')).collect();
    all.sort_by_key(fs::DirEntry::file_name);
    if all.len() > *left {
        doubts.push(Doubt::TooMany { path: folder.to_owned(), left: all.len() - *left });
        all.truncate(*left);
    }
    *left -= all.len();
    let mut found = Vec::new();
    for entry in all {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.push((path, Kind::Folder)),
            Ok(kind) if kind.is_file() => found.push((path, Kind::File)),
            Ok(_) => doubts.push(Doubt::Unreadable(Trouble::new(Deed::Read, &path, Why::NotAFile, Safe::NothingLost))),
            Err(error) => doubts.push(Doubt::Unreadable(Trouble::io(Deed::Read, &path, Safe::NothingLost)(error))),
        }
    }
    found
}

impl Source {
    /// The files of it that are brought in.
    pub(super) fn files(&self, doubts: &mut Vec<Doubt>) -> Files {
        let mut files = Files::default();
        let name_of = |path: &Path| path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let dir = match self {
            Self::Table { path } | Self::Session { only: Some(path), .. } => {
                files.tables.extend(read_table_name(&name_of(path)).map(|name| (name, path.clone())));
                return files;
            }
            Self::Session { dir, only: None } => dir,
        };
        let mut left = MOST_FILES;
        for (path, kind) in list(dir.path(), &mut left, doubts) {
            let name = name_of(&path);
            match kind {
                Kind::File if name == "session.ron" => {}
                Kind::File if name.ends_with(".ron") => files.others.push((path, name.into())),
                Kind::File | Kind::Folder => {} // not ours
            }
        }
        for folder in ["tables", "journal", "reports"] {
            for (path, kind) in list(&dir.path().join(folder), &mut left, doubts) {
                let name = name_of(&path);
                match (folder, kind) {
                    (_, Kind::Folder) => {}
                    (_, Kind::File) if name.ends_with(".lock") || is_leftover(&name) => {}
                    ("tables", Kind::File) if read_table_name(&name).is_some() => {
                        files.tables.extend(read_table_name(&name).map(|name| (name, path)));
                    }
                    ("journal", Kind::File) if read_journal_name(&name).is_some() => {
                        files.journals.extend(read_journal_name(&name).map(|name| (name, path)));
                    }
                    (_, Kind::File) => files.others.push((path, Path::new(folder).join(name))),
                }
            }
        }
        files
    }
}

impl Found {
    /// The ids of the sessions that were found.
    pub(super) fn ids(&self, store: &Store) -> Vec<String> {
        let id = |source: &Source| match source {
            Source::Session { dir, .. } => store.read_head(dir).ok().map(|(head, _)| id_of(&head, dir)),
            Source::Table { path } => session_of(store, path)
                .ok()
                .flatten()
                .and_then(|dir| dir.path().file_name().map(|name| name.to_string_lossy().into_owned())),
        };
        self.sources.iter().filter_map(id).collect()
    }
}

/// The session here that a table's file says it belongs to, if it is here.
pub(super) fn session_of(store: &Store, path: &Path) -> Result<Option<SessionDir>, Trouble> {
    let name = path.file_name().and_then(|name| name.to_str()).and_then(read_table_name);
    let Some(name) = name else { return Ok(None) };
    let told = read_table(path, &name, chrono::NaiveDate::default())?;
    let dir = store.data().session(told.session.as_str());
    Ok((!told.session.as_str().is_empty() && is_session(&dir)).then_some(dir))
}
