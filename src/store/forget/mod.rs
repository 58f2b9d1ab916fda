//! Destroys the names of people in a session, everywhere, and looks whether any is left.
//!
//! ```text
//! names     finds names in text
//! search    finds them in the bytes of any file
//! rewrite   puts other words in their place
//! ```
//!
//! **What is promised.** Every file is old or new: it is written beside, secured and renamed. The names themselves go last, so
//! after a crash at any moment the same command still knows what to look for, and finishes. Nothing but names is altered, but
//! for the keys of a line in which one was typed. What came of it is not what was done but what is found afterwards, in the
//! bytes of everything in the folder of the session, its backups, and what was kept elsewhere of it.
//!
//! **What is not.** A disk may keep what was written over or removed; a copy on a stick or another laptop is another copy. So
//! people are told, and `people.ron` keeps the day, by which an import brings nothing back.
//!
//! Called by `cli` alone.

mod names;
mod rewrite;
mod search;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use self::names::Finder;
pub use self::names::Sought;
use super::aside::{is_leftover, read_file};
use super::folder::sync_folder;
use super::lock::{Held, Lock, Refused};
use super::people::read_people;
use super::place::SessionDir;
use super::save::save;
use super::sessions::Store;
use super::slug::slug;
use super::trouble::{Deed, Safe, Trouble, Why};
use crate::record::{Parties, Voice};
use crate::session::People;

/// The largest file that is looked into.
const MOST: usize = 512 << 20;
/// How deep folders are followed.
const DEEPEST: usize = 8;
/// How the file of names begins, and every copy of it.
const PEOPLE: &str = "people.ron";

/// What is to be done with names.
#[derive(Clone, Copy, Debug)]
pub struct Forgetting {
    /// Put other words in their place where people typed them.
    pub in_text: bool,
    /// Remove reports in which one stands, or that cannot be looked into.
    pub reports: bool,
    /// The day that is noted.
    pub today: NaiveDate,
}

/// What kind of place a name stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    /// The file of names, or a copy of it: it goes.
    People,
    /// Words that somebody typed: tables, journals, the head of the session, themes.
    Said,
    /// What a crash left; nothing reads it, so it goes.
    Leftover,
    /// A report that was made earlier.
    Report,
    /// A file that is not ours.
    Strange,
    /// The name of the file or folder itself.
    Called,
    /// What cannot be looked into: packed, encrypted, a link, or not readable.
    Closed,
}

/// A file in which a name stands, or that cannot be looked into.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// What it is.
    pub kind: PlaceKind,
    /// The file.
    pub path: PathBuf,
    /// How many names stand in it; 0 where it cannot be looked into.
    pub count: usize,
    /// The words around the first.
    pub excerpt: String,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Forgotten {
    /// The files in which other words were put.
    pub rewritten: Vec<PathBuf>,
    /// The files that are gone.
    pub removed: Vec<PathBuf>,
    /// What was found afterwards.
    pub left: Vec<Place>,
}

impl Store {
    /// Every name that is known of a session: in its own file, in copies of that, and in its backups; each with the party
    /// that stands there instead, or else `somebody`.
    ///
    /// # Errors
    /// What is wrong with the session's own file, or with its head: then nobody knows what to look for.
    pub fn names_known(&self, dir: &SessionDir, somebody: &str) -> Result<Vec<Sought>, Trouble> {
        let (head, _) = self.read_head(dir)?;
        let own = self.people(dir)?;
        let copies = self.files_of(dir).into_iter().filter(|path| is_people(path) && *path != dir.people_file());
        let copies = copies.filter_map(|path| read_people(&path).ok()); // one that cannot be read goes all the same
        let all = own.into_iter().chain(copies).flat_map(|people| people.people);
        let sought = all.map(|person| {
            let party = Parties::chair_of(&person.seat).and_then(|(party, _)| head.parties.get(&party).cloned());
            let instead = party.map(|party| head.parties.voice(&Voice::Party(party.id)));
            Sought { name: person.name, instead: instead.unwrap_or_else(|| somebody.to_owned()) }
        });
        Ok(sought.collect::<BTreeSet<_>>().into_iter().collect())
    }

    /// Every place where one of these names stands: in the folder of the session, its backups, and what was kept of it
    /// elsewhere. Looks at bytes, and alters nothing.
    pub fn places_of(&self, dir: &SessionDir, sought: &[Sought]) -> Vec<Place> {
        let finder = Finder::new(sought.to_vec());
        let mut places = Vec::new();
        for path in self.files_of(dir) {
            places.extend(self.look(dir, &path, &finder));
        }
        let roots = self.roots(dir).into_iter();
        let called = roots.filter(|root| name_of(root).is_some_and(|name| finder.in_slug(&name)));
        places.extend(called.map(|path| Place { kind: PlaceKind::Called, path, count: 1, excerpt: String::new() }));
        places.sort();
        places
    }

    /// Destroys the names, and says what is found afterwards.
    ///
    /// # Errors
    /// [`Refused::Busy`] while somebody writes in the session; otherwise what the system says. Then some files are new and
    /// the others old, the names are still known, and the same call finishes.
    pub fn forget(
        &self,
        dir: &SessionDir,
        sought: &[Sought],
        forgetting: Forgetting,
        since: &str,
    ) -> Result<Forgotten, Refused> {
        let _held = self.lock_all(dir, since)?;
        let finder = Finder::new(sought.to_vec());
        let mut forgotten = Forgotten::default();
        for path in self.files_of(dir) {
            for place in self.look(dir, &path, &finder) {
                let remove = match place.kind {
                    PlaceKind::Said => {
                        if forgetting.in_text && self.rewrite(dir, &path, &finder).map_err(Refused::Trouble)? {
                            forgotten.rewritten.push(path.clone());
                        }
                        false
                    }
                    PlaceKind::Leftover => true,
                    PlaceKind::Report => forgetting.reports,
                    PlaceKind::Closed => forgetting.reports && path.starts_with(dir.reports_dir()),
                    PlaceKind::People | PlaceKind::Strange | PlaceKind::Called => false,
                };
                if remove {
                    self.remove(&path).map_err(Refused::Trouble)?;
                    forgotten.removed.push(path.clone());
                }
            }
        }
        // the names themselves come last: until then this can be done again
        for path in self.files_of(dir).into_iter().filter(|path| is_people(path) && *path != dir.people_file()) {
            self.remove(&path).map_err(Refused::Trouble)?;
            forgotten.removed.push(path);
        }
        let nobody = People { forgotten: Some(forgetting.today), ..People::default() };
        if dir.people_file().symlink_metadata().is_ok() {
            self.write_people(dir, &nobody).map_err(Refused::Trouble)?;
            forgotten.rewritten.push(dir.people_file());
        }
        forgotten.left = self.places_of(dir, sought);
        Ok(forgotten)
    }

    /// Takes every lock of the session that there is: who writes in it keeps names in memory, and would write them again.
    fn lock_all(&self, dir: &SessionDir, since: &str) -> Result<Vec<Held>, Refused> {
        let mut held = vec![self.lock_people(dir, since)?];
        let own = dir.people_lock();
        let entries = fs::read_dir(dir.journal_dir()).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut locks: Vec<PathBuf> =
            entries.filter(|path| *path != own && path.extension().is_some_and(|ending| ending == "lock")).collect();
        locks.sort();
        for path in locks {
            held.push(Lock::take(self.root_of(dir), &path, self.device().as_str(), since)?);
        }
        Ok(held)
    }

    /// The folders that hold anything of a session: its backups, what was kept elsewhere, and last its own.
    fn roots(&self, dir: &SessionDir) -> Vec<PathBuf> {
        let mut roots = Vec::new();
        if dir.path().parent() == Some(&self.data().sessions_dir()) {
            let id = slug(&name_of(dir.path()).unwrap_or_default(), 100);
            roots.push(self.data().backups_dir().join(id));
        }
        roots.extend(self.rescued().into_iter().filter(|one| one.of == dir.path()).map(|one| one.path));
        roots.push(dir.path().to_owned());
        roots
    }

    /// All files in those folders, in an order that is the same everywhere.
    fn files_of(&self, dir: &SessionDir) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for root in self.roots(dir) {
            let from = files.len();
            walk(&root, DEEPEST, &mut files);
            files[from..].sort();
        }
        files
    }

    /// What is found in a file; a name in the name of the file is a place of its own.
    fn look(&self, dir: &SessionDir, path: &Path, finder: &Finder) -> Vec<Place> {
        let name = name_of(path).unwrap_or_default();
        let place = |kind, count, excerpt| Place { kind, path: path.to_owned(), count, excerpt };
        let mut places = Vec::new();
        if finder.in_slug(&name) || !finder.find(&name).is_empty() {
            places.push(place(PlaceKind::Called, 1, String::new()));
        }
        let kind = if is_people(path) {
            PlaceKind::People
        } else if is_leftover(&name) {
            PlaceKind::Leftover
        } else if path.starts_with(dir.reports_dir()) {
            PlaceKind::Report
        } else if is_said(dir, path, &name) {
            PlaceKind::Said
        } else {
            PlaceKind::Strange
        };
        if name.ends_with(".lock") {
            return places;
        }
        let plain = path.symlink_metadata().is_ok_and(|about| about.is_file());
        let bytes = if plain { read_file(path, MOST).ok() } else { None };
        match bytes.map(|bytes| search::search(&name, &bytes, finder)) {
            None => places.push(place(PlaceKind::Closed, 0, String::new())),
            Some(seen) => {
                if seen.count > 0 {
                    places.push(place(kind, seen.count, seen.excerpt));
                } else if seen.closed && !finder.is_empty() {
                    places.push(place(PlaceKind::Closed, 0, String::new()));
                }
            }
        }
        places
    }

    /// Puts other words in the place of names in a file. Says whether it is different now.
    fn rewrite(&self, dir: &SessionDir, path: &Path, finder: &Finder) -> Result<bool, Trouble> {
        let bytes = read_file(path, MOST)?;
        let new = rewrite::rewritten(&name_of(path).unwrap_or_default(), &bytes, finder)
            .map_err(|words| Trouble::new(Deed::Write, path, Why::Unwritable(words), Safe::FileUntouched))?;
        let Some(new) = new else { return Ok(false) };
        save(self.root_for(dir, path), path, &new)?;
        Ok(true)
    }

    /// The folder that a file must stay in.
    fn root_for<'a>(&'a self, dir: &'a SessionDir, path: &'a Path) -> &'a Path {
        match () {
            () if path.starts_with(self.data().root()) => self.data().root(),
            () if path.starts_with(dir.path()) => dir.path(),
            () => path.parent().unwrap_or(path), // what was kept elsewhere
        }
    }

    fn remove(&self, path: &Path) -> Result<(), Trouble> {
        fs::remove_file(path).map_err(Trouble::io(Deed::Remove, path, Safe::NothingLost))?;
        let folder = path.parent().unwrap_or(Path::new("."));
        sync_folder(folder).map_err(Trouble::io(Deed::Sync, path, Safe::NothingLost))
    }
}

fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// Whether a file is the names of people, or a copy that was made of it.
fn is_people(path: &Path) -> bool {
    name_of(path).is_some_and(|name| name == PEOPLE || name.starts_with("people") && name.contains(".ron"))
}

/// Whether a file is one of those that hold what was said, so that words in it may be altered: those of the program, at the
/// places where it puts them, copies of them included.
fn is_said(dir: &SessionDir, path: &Path, name: &str) -> bool {
    let folder = path.parent().and_then(name_of).unwrap_or_default();
    let own = path.parent() == Some(dir.path());
    let ron = name.contains(".ron");
    match folder.as_str() {
        "tables" => ron,
        "journal" => ron || rewrite::is_journal(name) || name.starts_with("loose~"),
        _ => {
            ron && (own || name.starts_with("session.ron") || name.starts_with("harvest.ron") || name == "rescued.ron")
        }
    }
}

/// The files below a folder; a link is one of them, and is not followed.
fn walk(folder: &Path, deep: usize, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        match is_folder && deep > 0 {
            true => walk(&entry.path(), deep - 1, files),
            false => files.push(entry.path()), // a folder that lies too deep cannot be looked into, and is told so
        }
    }
}
