//! Follows a session while others write it: what they add comes in, and nothing is read twice.
//!
//! ```text
//! run   a thread looks twice a second ──▶ Follow::look ──▶ session::News ──▶ app, which merges and shows it
//! ```
//!
//! **What is promised.** Whatever another window, program, laptop or `import` writes into the session's folder is found at
//! the next look, so within a second; on a drive so slow that a look takes longer than a twentieth of a second, looks are
//! ten times as far apart as they take. What is found is whole: of a journal only lines with their line end and a checksum
//! that fits, of a table's file only one that was put in place whole. A file that somebody copies byte by byte may be met
//! half; what is whole in it is taken, and it is read again when it is longer. Everything comes as [`News`], which can be
//! taken in any order and twice, so who joins late needs nothing else.
//!
//! A journal is read on behind a mark; a table's file and `session.ron` are read when their length, time or number is
//! another. What this program writes itself is not read: see [`Follow::writes`].
//!
//! **Why looking, and not a notification of the system.** Notifications do not come from network drives, are lost when too
//! many come at once, and have limits per user; a program that relies on them must look as well. Looking costs a list of two
//! folders and a question per file, and works everywhere alike, also on a stick.
//!
//! **For the screens that stand on this** (the facilitator's, the projector's): a looker-on shows what it has and does not
//! ask; how fresh it is need not be shown, because it is fresh within the second. What somebody is half-way through typing
//! stands in the journal as steps; they are told ([`Heard`] with a step) for this device only.
//!
//! Not for the first reading (that is [`Store::load`], which says where it got to), and nothing is written here. Called by
//! `run`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::doubt::Doubt;
use super::folder::kept_inside;
use super::journal::{self, Mark};
use super::load::{is_fresh, is_own_journal, own_name, read_log};
use super::place::{SessionDir, TableName, device_slug, read_journal_name, read_table_name};
use super::print::Print;
use super::sessions::{Store, is_missing, named};
use super::table_file::{Seen, read_table};
use super::trouble::Trouble;
use crate::record::TableId;
use crate::session::{Head, Heard, Log, News};

/// How far the files of a session were read.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    head: Print,
    /// Every file of a table and every journal, as it was when it was read.
    met: BTreeMap<PathBuf, Print>,
    /// How far every journal was read.
    read: BTreeMap<PathBuf, Mark>,
    /// What each table's file has seen of every device's journal.
    seen: BTreeMap<(u32, Option<String>), Seen>,
}

impl Marks {
    pub(super) fn of_head(dir: &SessionDir) -> Self {
        Self { head: Print::of(&dir.session_file()), ..Self::default() }
    }

    /// Notes a file, before it is read: what is written meanwhile makes it another one.
    pub(super) fn met(&mut self, path: &Path) {
        self.met.insert(path.to_owned(), Print::of(path));
    }

    pub(super) fn read(&mut self, path: &Path, mark: Mark) {
        self.read.insert(path.to_owned(), mark);
    }

    /// Notes what a table's file has seen; a copy has seen nothing that counts.
    pub(super) fn seen(&mut self, name: &TableName, seen: Seen) {
        if name.copy.is_none() {
            self.seen.insert((name.table, name.device.clone()), seen);
        }
    }

    /// What the table's file of the device whose journal this is has seen.
    pub(super) fn seen_by(&self, journal: &TableName, head: &Head) -> Option<&Seen> {
        let writer = journal.device.clone().unwrap_or_default();
        let maker = device_slug(head.device.as_str());
        self.seen.get(&(journal.table, (writer != maker).then_some(writer)))
    }
}

/// What a look found.
#[derive(Debug, Default)]
pub struct Looked {
    /// What others wrote.
    pub news: News,
    /// What could not be read, told once for every state of a file.
    pub doubts: Vec<Doubt>,
}

impl Looked {
    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        self.news.is_empty() && self.doubts.is_empty()
    }
}

/// A session that is followed, from where it was read.
#[derive(Debug)]
pub struct Follow {
    store: Store,
    dir: SessionDir,
    head: Head,
    marks: Marks,
    /// Tables at which this program writes.
    ours: BTreeSet<TableId>,
    /// Damaged files as they were met, to be told if they are still so at the next look.
    suspect: BTreeMap<PathBuf, Print>,
    /// Folders that could not be read, which was told.
    told: BTreeSet<PathBuf>,
}

impl Follow {
    /// Follows the session in a folder from where it was loaded; without marks everything in it is new.
    pub fn new(store: Store, dir: SessionDir, head: Head, marks: Marks) -> Self {
        let (ours, suspect, told) = (BTreeSet::new(), BTreeMap::new(), BTreeSet::new());
        Self { store, dir, head, marks, ours, suspect, told }
    }

    /// From now on this program itself writes at a table: its own files there are no news.
    pub fn writes(&mut self, table: TableId) {
        self.ours.insert(table);
    }

    /// Looks what is different since the last time, and reads only that.
    pub fn look(&mut self) -> Looked {
        let mut looked = Looked::default();
        self.look_at_head(&mut looked);
        // files before journals, as in loading: a change that is in neither is then still in the journal at the next look
        for (name, path) in self.list(&self.dir.tables_dir(), read_table_name, &mut looked) {
            let own = name == own_name(name.table, self.store.device(), &self.head);
            if !(own && self.ours.contains(&TableId(name.table))) {
                self.look_at_table(&name, &path, &mut looked);
            }
        }
        for (name, path) in self.list(&self.dir.journal_dir(), read_journal_name, &mut looked) {
            let own = is_own_journal(&name, self.store.device());
            if !(own && self.ours.contains(&TableId(name.table))) {
                self.look_at_journal(&name, &path, own, &mut looked);
            }
        }
        looked
    }

    fn look_at_head(&mut self, looked: &mut Looked) {
        let path = self.dir.session_file();
        let print = Print::of(&path);
        if print == self.marks.head {
            return;
        }
        self.marks.head = print;
        match self.store.read_head(&self.dir) {
            Ok((head, doubt)) => {
                looked.doubts.extend(doubt.map(Doubt::Unreadable));
                if head != self.head {
                    let was = std::mem::replace(&mut self.head, head.clone());
                    looked.news.head = Some(Box::new((was, head)));
                }
            }
            Err(trouble) => looked.doubts.extend(doubt(trouble)),
        }
    }

    fn list(
        &mut self,
        folder: &Path,
        read: fn(&str) -> Option<TableName>,
        looked: &mut Looked,
    ) -> Vec<(TableName, PathBuf)> {
        let root = self.store.root_of(&self.dir);
        match named(root, folder, read) {
            Ok(mut found) => {
                self.told.remove(folder);
                found.retain(|(name, path)| {
                    let inside = !path.is_symlink() || kept_inside(root, path).is_ok(); // loading told of the others
                    inside && name.is_of_a_table()
                });
                found
            }
            Err(trouble) => {
                if self.told.insert(folder.to_owned()) {
                    looked.doubts.push(Doubt::Unreadable(trouble));
                }
                Vec::new()
            }
        }
    }

    /// Whether a file is another than it was, and if so which.
    fn altered(&self, path: &Path) -> Option<Print> {
        let print = Print::of(path);
        (self.marks.met.get(path) != Some(&print)).then_some(print)
    }

    fn look_at_table(&mut self, name: &TableName, path: &Path, looked: &mut Looked) {
        let Some(print) = self.altered(path) else { return };
        let told = match read_table(path, name, self.head.date) {
            Ok(told) => told,
            Err(trouble) => {
                self.marks.met.insert(path.to_owned(), print);
                looked.doubts.extend(doubt(trouble));
                return;
            }
        };
        // a file that is being copied looks damaged until it is whole: it is told if it still is so at the next look
        let settled = match told.damage {
            None => {
                self.suspect.remove(path);
                true
            }
            Some(mistake) if self.suspect.insert(path.to_owned(), print) == Some(print) => {
                let rescued = told.records.all().len();
                let mistake = Box::new(mistake);
                looked.doubts.push(Doubt::Damaged { path: path.to_owned(), mistake, rescued });
                true
            }
            Some(_) => false,
        };
        if settled {
            self.marks.met.insert(path.to_owned(), print);
        }
        self.marks.seen(name, told.seen);
        looked.news.accounts.push((TableId(name.table), told.records));
    }

    fn look_at_journal(&mut self, name: &TableName, path: &Path, own: bool, looked: &mut Looked) {
        let Some(print) = self.altered(path) else { return };
        self.marks.met.insert(path.to_owned(), print);
        let mark = self.marks.read.get(path).copied().unwrap_or_default();
        let (told, anew) = match journal::read_on(path, read_log, mark) {
            Ok(read) => read,
            Err(trouble) => {
                looked.doubts.extend(doubt(trouble));
                return;
            }
        };
        self.marks.read.insert(path.to_owned(), told.mark);
        if let Some(first) = told.damaged.first() {
            let count = told.damaged.len();
            looked.doubts.push(Doubt::Lines { path: path.to_owned(), line: first.line, count });
        }
        let table = TableId(name.table);
        if anew && own {
            looked.news.anew.push(table);
        }
        let seen = self.marks.seen_by(name, &self.head).cloned().unwrap_or_default();
        for log in told.records.into_iter().flat_map(Log::each) {
            let fresh = match &log {
                Log::Change(change) => is_fresh(change, &seen),
                Log::Step(_) | Log::Together(_) => false,
            };
            if fresh || own {
                looked.news.heard.push(Heard { table, log, own, fresh });
            }
        }
    }
}

/// What was there a moment ago and is not now was put in place by another program: its successor is read at the next look.
fn doubt(trouble: Trouble) -> Option<Doubt> {
    (!is_missing(&trouble)).then(|| Doubt::of(trouble))
}
