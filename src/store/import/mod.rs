//! Brings sessions and tables in from sticks, folders and files.
//!
//! ```text
//! find      what is a session or a table's file under the paths that were given
//! units     what one device wrote at one table, its file and its journal, brought together with what is here
//! ```
//!
//! **What is promised.** Nothing is asked, nothing that is here is lost, and the source is only read. What is brought is
//! merged per entry and per part, so sticks may come in any order, and twice is the same as once. A session that is not here
//! yet is put together in a folder beside and comes in with one renaming: after a crash it is here whole or not at all. Into
//! one that is here, what a device wrote at a table comes in with its journal, which holds all of it, and then its file; a
//! crash between two tables leaves a session that opens, and importing again completes it. At a table where somebody is writing here, what is brought goes into a file beside theirs
//! (`tafel-2 (import).ron`), which every program reads and none writes over.
//!
//! Two sessions are the same when their ids are, the device that made them and the id of their workshop. Two different ones
//! with one id are never mixed: the second gets a number behind its id, and the same number when it is brought again.
//!
//! Not for reading packs, and not for what is told of it (that is `cli`, the only caller).

mod find;
mod journals;
mod staging;
mod units;

use std::fs;
use std::path::{Path, PathBuf};

use self::find::{Found, Source};
use super::aside::{is_leftover, read_file};
use super::doubt::Doubt;
use super::folder::make_folder;
use super::place::{Data, SessionDir};
use super::save::save;
use super::sessions::{Store, is_missing};
use super::slug::slug;
use super::trouble::{Deed, Safe, Trouble, Why};
use crate::record::SessionId;
use crate::session::{Head, Session};

/// The largest file that is copied as it is.
const MOST_BYTES: usize = 512 << 20;
/// The most files that are taken from one folder.
const MOST_FILES: usize = 4000;
/// How many numbers behind an id are tried.
const MOST_SAME: u32 = 999;

/// What came of an import.
#[derive(Debug, Default)]
pub struct Imported {
    /// The sessions that something was brought into, in the order in which they were met.
    pub sessions: Vec<Brought>,
    /// Paths under which there is nothing that can be brought in.
    pub empty: Vec<PathBuf>,
    /// Tables' files of a session that is not here: its folder has to come along once.
    pub strays: Vec<PathBuf>,
    /// Paths in the data folder itself: it is here already.
    pub own: Vec<PathBuf>,
    /// What could not be read or written; the rest went in.
    pub doubts: Vec<Doubt>,
}

/// A session into which something was brought.
#[derive(Debug)]
pub struct Brought {
    /// Its folder.
    pub dir: SessionDir,
    /// The session as it was here before; nothing if it was not here.
    pub before: Option<Session>,
    /// The session as it is now; nothing if it cannot be read.
    pub after: Option<Session>,
    /// The id under which it came, if another session has that here.
    pub renamed: Option<SessionId>,
    /// Files that two devices of one name filled differently, by their names: both are kept, as one.
    pub both: Vec<String>,
    /// Files that stay as they are here, because what was brought differs and cannot be merged, by their names.
    pub kept: Vec<String>,
    /// Files beside those of a table at which somebody is writing here, by their names.
    pub beside: Vec<String>,
    /// How many files are new or different.
    pub files: usize,
}

impl Store {
    /// Brings in whatever there is under these paths: folders of sessions, tables' files, folders or sticks with more of them.
    ///
    /// What cannot be read or written is told, and the rest goes in.
    pub fn import(&self, paths: &[PathBuf], seed: u64) -> Imported {
        let mut imported = Imported::default();
        for path in paths {
            let found = find::find(self, path);
            self.import_found(path, found, seed, &mut imported);
        }
        imported
    }

    /// What [`Store::import`] would do, done in a folder of its own that is gone afterwards; here nothing is written.
    ///
    /// # Errors
    /// When that folder cannot be made or filled.
    pub fn try_import(&self, paths: &[PathBuf], seed: u64) -> Result<Imported, Trouble> {
        let trouble = |path: &Path| Trouble::io(Deed::CreateFolder, path, Safe::NothingLost);
        let folder = tempfile::tempdir().map_err(trouble(&std::env::temp_dir()))?;
        let tried = Self::new(Data::new(folder.path()), self.device().clone());
        let mut imported = Imported::default();
        for path in paths {
            let found = find::find(self, path);
            for id in found.ids(self) {
                copy_sessions(&self.data().sessions_dir(), &tried.data().sessions_dir(), &id)
                    .map_err(trouble(folder.path()))?;
            }
            tried.import_found(path, found, seed, &mut imported);
        }
        Ok(imported)
    }

    fn import_found(&self, path: &Path, found: Found, seed: u64, imported: &mut Imported) {
        imported.doubts.extend(found.doubts);
        if found.own {
            imported.own.push(path.to_owned());
        } else if found.sources.is_empty() {
            imported.empty.push(path.to_owned());
        }
        for source in found.sources {
            let Imported { sessions, strays, doubts, .. } = imported;
            if let Err(trouble) = self.import_one(&source, seed, sessions, strays, doubts) {
                doubts.push(Doubt::of(trouble));
            }
        }
    }

    fn import_one(
        &self,
        source: &Source,
        seed: u64,
        sessions: &mut Vec<Brought>,
        strays: &mut Vec<PathBuf>,
        doubts: &mut Vec<Doubt>,
    ) -> Result<(), Trouble> {
        let (dir, renamed) = match source {
            Source::Session { dir, .. } => {
                let head = self.read_head(dir)?.0;
                let (target, known) = self.target(&head, dir)?;
                let renamed = (target != self.data().session(&id_of(&head, dir))).then(|| head.id.clone());
                meet(self, &target, known.is_some(), renamed.clone(), seed, sessions)?;
                if known.is_none() {
                    self.bring_whole(dir, &head, source, &target, brought(sessions, &target), doubts)?;
                } else {
                    let altered = self.bring_head(dir, &head, &target, known)?;
                    brought(sessions, &target).files += usize::from(altered);
                    self.bring_files(source, &target, brought(sessions, &target), doubts)?;
                }
                (target, renamed)
            }
            Source::Table { path } => {
                let target = find::session_of(self, path)?;
                let Some(target) = target else {
                    strays.push(path.clone());
                    return Ok(());
                };
                meet(self, &target, true, None, seed, sessions)?;
                self.bring_files(source, &target, brought(sessions, &target), doubts)?;
                (target, None)
            }
        };
        let loaded = self.load(&dir, seed)?;
        doubts.extend(loaded.doubts);
        let one = brought(sessions, &dir);
        one.after = Some(loaded.session);
        one.renamed = one.renamed.take().or(renamed);
        Ok(())
    }

    /// Brings the files of a source into a session whose head is there.
    fn bring_files(
        &self,
        source: &Source,
        dir: &SessionDir,
        one: &mut Brought,
        doubts: &mut Vec<Doubt>,
    ) -> Result<(), Trouble> {
        let head = self.read_head(dir)?.0;
        let files = source.files(doubts);
        units::bring(self, dir, &head, &files, one, doubts);
        for (from, name) in &files.others {
            if let Err(trouble) = self.bring_file(from, name, dir, one) {
                doubts.push(Doubt::of(trouble));
            }
        }
        Ok(())
    }

    /// Where a session goes, and its head if it is here: the first folder of its id, or with a number behind it, that holds
    /// the same session or none.
    fn target(&self, head: &Head, from: &SessionDir) -> Result<(SessionDir, Option<Head>), Trouble> {
        let stem = id_of(head, from);
        for number in 1..=MOST_SAME {
            let id = if number == 1 { stem.clone() } else { slug(&format!("{stem}-{number}"), 100) };
            let dir = self.data().session(&id);
            match self.read_head(&dir) {
                Ok((here, _)) if is_same(&here, head) => return Ok((dir, Some(here))),
                Ok(_) => {}
                Err(trouble) if is_missing(&trouble) => return Ok((dir, None)),
                Err(trouble) => return Err(trouble),
            }
        }
        let why = Why::Io(std::io::ErrorKind::AlreadyExists.into());
        Err(Trouble::new(Deed::CreateFolder, &self.data().sessions_dir().join(stem), why, Safe::NothingLost))
    }

    /// Puts `session.ron` in place, or lays what is new of it over the one that is here. Says whether anything was written.
    fn bring_head(
        &self,
        from: &SessionDir,
        head: &Head,
        to: &SessionDir,
        known: Option<Head>,
    ) -> Result<bool, Trouble> {
        let id = SessionId::new(&to.path().file_name().unwrap_or_default().to_string_lossy());
        let Some(here) = known else {
            make_folder(self.data().root(), &to.tables_dir())?;
            make_folder(self.data().root(), &to.journal_dir())?;
            let bytes = read_file(&from.session_file(), MOST_BYTES)?;
            save(self.data().root(), &to.session_file(), &bytes)?;
            if id != head.id {
                self.keep_head(to, &Head { id, ..head.clone() })?;
            }
            return Ok(true);
        };
        let mut both = here.clone();
        for party in &head.parties.0 {
            if both.parties.get(&party.id).is_none() {
                both.parties.0.push(party.clone());
            }
        }
        for (table, name) in &head.names {
            both.names.entry(*table).or_insert_with(|| name.clone());
        }
        both.tables = both.tables.max(head.tables);
        if both == here {
            return Ok(false);
        }
        self.keep_head(to, &both)?;
        Ok(true)
    }

    /// Copies a file that cannot be merged, unless there is one of its name; lays names of people over those that are here.
    fn bring_file(&self, from: &Path, name: &Path, to: &SessionDir, one: &mut Brought) -> Result<(), Trouble> {
        let path = to.path().join(name);
        if path == to.people_file() {
            let (altered, clashes) = self.bring_people(from, to)?;
            one.files += usize::from(altered);
            one.kept.extend((!clashes.is_empty()).then(|| name.display().to_string()));
            return Ok(());
        }
        let bytes = read_file(from, MOST_BYTES)?;
        match read_file(&path, MOST_BYTES) {
            Ok(here) if here == bytes => {}
            Ok(_) if name.starts_with("journal") => {} // where one was last is each device's own affair
            Ok(_) => one.kept.push(name.display().to_string()),
            Err(trouble) if is_missing(&trouble) => {
                save(self.data().root(), &path, &bytes)?;
                one.files += 1;
            }
            Err(trouble) => return Err(trouble),
        }
        Ok(())
    }
}

/// The id of a session: as it says, or as its folder is called.
fn id_of(head: &Head, dir: &SessionDir) -> String {
    let folder = || dir.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
    let id = if head.id.as_str().is_empty() { folder() } else { head.id.to_string() };
    slug(&id, 100)
}

/// Whether two heads of one id are of one session.
fn is_same(here: &Head, there: &Head) -> bool {
    here.device == there.device && here.workshop.id == there.workshop.id
}

/// Notes a session before anything is brought into it, the first time it is met.
fn meet(
    store: &Store,
    dir: &SessionDir,
    known: bool,
    renamed: Option<SessionId>,
    seed: u64,
    sessions: &mut Vec<Brought>,
) -> Result<(), Trouble> {
    if sessions.iter().any(|one| one.dir == *dir) {
        return Ok(());
    }
    let before = if known { Some(store.load(dir, seed)?.session) } else { None };
    let (both, kept, beside) = (Vec::new(), Vec::new(), Vec::new());
    sessions.push(Brought { dir: dir.clone(), before, after: None, renamed, both, kept, beside, files: 0 });
    Ok(())
}

fn brought<'a>(sessions: &'a mut [Brought], dir: &SessionDir) -> &'a mut Brought {
    sessions.iter_mut().find(|one| one.dir == *dir).expect("the session was met before anything is brought into it")
}

/// Copies the sessions of an id, with or without a number behind it, as far as an import looks at them.
fn copy_sessions(from: &Path, to: &Path, id: &str) -> std::io::Result<()> {
    let of_id = |name: &str| {
        let rest = name.strip_prefix(id);
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.strip_prefix('-').is_some_and(|rest| rest.parse::<u32>().is_ok())
        })
    };
    let entries = match fs::read_dir(from) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let target = to.join(&name);
        if name.to_str().is_some_and(of_id) && !target.exists() {
            copy_folder(&entry.path(), &target)?;
        }
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (kind, name) = (entry.file_type()?, entry.file_name());
        let shown = name.to_string_lossy();
        if kind.is_dir() && shown != "reports" {
            copy_folder(&entry.path(), &to.join(&name))?;
        } else if kind.is_file() && !shown.ends_with(".lock") && !is_leftover(&shown) {
            fs::copy(entry.path(), to.join(&name))?;
        }
    }
    Ok(())
}
