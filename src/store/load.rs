//! Loads a session: its head, every table's files of every device, and what only the journals hold.
//!
//! Nothing is written here, so that a session on a stick that may only be read opens as well, and one that another program
//! is writing. What cannot be read becomes a [`Doubt`], and the rest is there. Called by `run` and `cli`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::doubt::{Doubt, Loaded};
use super::folder::kept_inside;
use super::follow::Marks;
use super::journal;
use super::place::{SessionDir, TableName, device_slug, read_journal_name, read_table_name};
use super::sessions::{Store, is_missing, named};
use super::table_file::{Seen, read_table};
use super::trouble::Trouble;
use super::wash::read_washed;
use crate::dialect::{self, Mistake};
use crate::record::{Change, DeviceId, Mint, Stamp, TableId};
use crate::session::{Head, Log, Session, Step, Table};
use crate::text::Op;

/// The most files of tables, and the most journals, that are read of one session: two hundred tables on ten devices, and
/// then as many copies.
const MOST_FILES: usize = 4000;

/// A record of a journal. Steps are not cleaned here: see `wash`.
pub(super) fn read_log(record: &str) -> Result<Log, Mistake> {
    if let Some(letters) = typed(record) {
        return Ok(Log::Step(Step::Type(0, Op::Insert(letters.to_owned()))));
    }
    let reading = if record.starts_with("Step(") { dialect::read(record) } else { read_washed(record) };
    reading.map(|reading| reading.value)
}

/// What a step types, if it is the commonest of all, spelled as the program spells it: nine lines in ten of a journal are
/// a letter, and reading those this way makes opening twice as fast. Anything with an escape in it is read properly.
fn typed(record: &str) -> Option<&str> {
    let letters = record.strip_prefix(TYPED)?.strip_suffix("\")))")?;
    (!letters.contains(['\\', '"'])).then_some(letters)
}

/// How the record of a typed letter begins.
const TYPED: &str = "Step(Type(0,Insert(\"";

/// What who takes a table must know of a record.
#[derive(Debug)]
pub(super) enum Glance {
    /// A change, or several, that the table's file may lack.
    Read(Log),
    /// Changes that the table's file has: what is in them is not read.
    Old,
    /// A step.
    Step,
}

/// Reads of a record only what must be known to take a table whose file has seen so much.
pub(super) fn glance(record: &str, seen: &Seen) -> Result<Glance, Mistake> {
    // inside words a quotation mark has a backslash before it, so this begins a change wherever it stands
    const CHANGE: &str = "Change(stamp:\"";
    if record.starts_with("Step(") {
        return Ok(Glance::Step);
    }
    let mut changes = record.split(CHANGE).skip(1).peekable();
    let is_old = |rest: &str| {
        let stamp = rest.split_once('"').and_then(|(stamp, _)| stamp.parse::<Stamp>().ok());
        stamp.is_some_and(|stamp| seen.get(&stamp.device).is_some_and(|latest| stamp <= *latest))
    };
    if changes.peek().is_some() && changes.all(is_old) { Ok(Glance::Old) } else { read_log(record).map(Glance::Read) }
}

/// Whether a change is not yet in a snapshot that has seen so much.
pub(super) fn is_fresh(change: &Change, seen: &Seen) -> bool {
    seen.get(&change.stamp.device).is_none_or(|latest| change.stamp > *latest)
}

/// The device in the name of the table's file of a device: none for the one that made the session.
pub(super) fn own_name(table: u32, device: &DeviceId, head: &Head) -> TableName {
    let device = device_slug(device.as_str());
    let device = (device != device_slug(head.device.as_str())).then_some(device);
    TableName { table, device, copy: None }
}

/// Whether a journal is that of this device.
pub(super) fn is_own_journal(name: &TableName, device: &DeviceId) -> bool {
    name.copy.is_none() && name.device.as_deref().unwrap_or_default() == device_slug(device.as_str())
}

impl Store {
    /// Loads a session; `seed` is for the ids that this start of the program will make.
    ///
    /// Every file in `tables/` is merged, copies that synchronisers made as well. Then every journal is replayed: changes
    /// that the snapshot of their device has not seen are applied; this device's own, seen or not, are what can be undone,
    /// and its steps bring back the desk. So after a crash nothing that was on the screen is missing. What was altered or
    /// deleted by hand in a table's file stays so, because changes that the file has seen are not applied again.
    ///
    /// A damaged table file gives its whole entries, and then all journals of that table are replayed from the beginning.
    ///
    /// # Errors
    /// Only if neither `session.ron` nor the copy of it can be read; nothing else keeps a session from opening.
    pub fn load(&self, dir: &SessionDir, seed: u64) -> Result<Loaded, Trouble> {
        Ok(self.load_some(dir, seed, None)?.done())
    }

    /// Loads one table of a session, as [`Store::load`] would: for who takes it over from another program.
    ///
    /// # Errors
    /// As [`Store::load`].
    pub fn load_table(&self, dir: &SessionDir, table: TableId, seed: u64) -> Result<(Table, Vec<Doubt>), Trouble> {
        let mut loading = self.load_some(dir, seed, Some(table.0))?;
        let table = loading.table(table.0).clone();
        Ok((table, loading.doubts))
    }

    fn load_some<'a>(&'a self, dir: &'a SessionDir, seed: u64, only: Option<u32>) -> Result<Loading<'a>, Trouble> {
        let marks = Marks::of_head(dir);
        let (head, doubt) = self.read_head(dir)?;
        let mut loading = Loading {
            root: self.root_of(dir),
            device: self.device(),
            session: Session::new(head, Mint::new(self.device().clone(), seed)),
            only,
            doubts: doubt.map(Doubt::Unreadable).into_iter().collect(),
            marks,
            proven: BTreeSet::new(),
            damaged: Vec::new(),
        };
        let mut files = loading.list(&dir.tables_dir(), read_table_name);
        // the session's own file first, copies last: where two hold the same stamp, the first one's words stand
        files.sort_by_key(|(name, _)| (name.copy.is_some(), name.device.is_some(), name.clone()));
        for (name, path) in files {
            loading.file(&name, &path);
        }
        for (name, path) in loading.list(&dir.journal_dir(), read_journal_name) {
            loading.journal(&name, &path);
        }
        Ok(loading)
    }
}

/// A session that is being put together.
struct Loading<'a> {
    root: &'a Path,
    device: &'a DeviceId,
    session: Session,
    /// The table that alone is wanted.
    only: Option<u32>,
    doubts: Vec<Doubt>,
    marks: Marks,
    /// Of what the tables' files have seen, the moments of which something stands in a file.
    proven: BTreeSet<Stamp>,
    /// Tables with a damaged file.
    damaged: Vec<u32>,
}

impl Loading<'_> {
    fn list(&mut self, folder: &Path, read: fn(&str) -> Option<TableName>) -> Vec<(TableName, PathBuf)> {
        let mut found = named(self.root, folder, read).unwrap_or_else(|trouble| {
            self.doubts.push(Doubt::Unreadable(trouble));
            Vec::new()
        });
        if found.len() > MOST_FILES {
            let left = found.len() - MOST_FILES;
            self.doubts.push(Doubt::TooManyFiles { path: folder.to_owned(), left });
            found.truncate(MOST_FILES);
        }
        let (found, links): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|(_, path)| !path.is_symlink() || kept_inside(self.root, path).is_ok());
        let away = |path: &PathBuf| kept_inside(self.root, path).err().filter(|trouble| !is_missing(trouble));
        self.doubts.extend(links.iter().filter_map(|(_, path)| away(path)).map(Doubt::Unreadable));
        let (known, strange): (Vec<_>, Vec<_>) = found.into_iter().partition(|(name, _)| name.is_of_a_table());
        self.doubts.extend(strange.into_iter().map(|(_, path)| Doubt::NoSuchTable { path }));
        known.into_iter().filter(|(name, _)| self.only.is_none_or(|only| name.table == only)).collect()
    }

    fn file(&mut self, name: &TableName, path: &Path) {
        self.marks.met(path);
        let told = match read_table(path, name, self.session.head.date) {
            Ok(told) => told,
            Err(trouble) => return self.doubt(trouble),
        };
        if let Some(mistake) = told.damage {
            let rescued = told.records.all().len();
            self.doubts.push(Doubt::Damaged { path: path.to_owned(), mistake: Box::new(mistake), rescued });
            self.damaged.push(name.table);
        }
        if told.left > 0 {
            self.doubts.push(Doubt::TooMany { path: path.to_owned(), left: told.left });
        }
        told.seen.values().for_each(|stamp| self.session.mint.observe(stamp));
        if name.copy.is_none() {
            let proven = told.seen.values().filter(|seen| told.records.stamps().any(|stamp| stamp == *seen));
            self.proven.extend(proven.cloned());
        }
        self.marks.seen(name, told.seen);
        self.table(name.table).records.merge(&told.records);
    }

    fn journal(&mut self, name: &TableName, path: &Path) {
        self.marks.met(path);
        let told = match journal::read_journal(path, read_log) {
            Ok(told) => told,
            Err(trouble) => return self.doubt(trouble),
        };
        if let Some(line) = told.torn {
            self.doubts.push(Doubt::Torn { path: path.to_owned(), line });
        }
        if let Some(first) = told.damaged.first() {
            let count = told.damaged.len();
            self.doubts.push(Doubt::Lines { path: path.to_owned(), line: first.line, count });
        }
        self.marks.read(path, told.mark);
        let whole = !self.damaged.contains(&name.table);
        let mut seen = self.marks.seen_by(name, &self.session.head).filter(|_| whole).cloned().unwrap_or_default();
        // a moment of which nothing is left is none that was seen: damage made it, and would hide what came before it
        seen.retain(|_, seen| self.proven.contains(seen) || told.records.iter().any(|log| has_stamp(log, seen)));
        let own = is_own_journal(name, self.device);
        let device = self.device;
        for log in told.records.into_iter().flat_map(Log::each) {
            match log {
                Log::Change(change) => {
                    self.session.mint.observe(&change.stamp);
                    let fresh = is_fresh(&change, &seen);
                    let table = self.table(name.table);
                    if own {
                        table.replay(*change, device, fresh);
                    } else if fresh {
                        table.records.apply(&change);
                    }
                }
                Log::Step(step) if own => self.table(name.table).desk.step(&step),
                Log::Step(_) | Log::Together(_) => {} // what was together came one by one
            }
        }
    }

    fn doubt(&mut self, trouble: Trouble) {
        // what was there a moment ago and is not now was put in place by another program: its successor is read
        if !is_missing(&trouble) {
            self.doubts.push(Doubt::of(trouble));
        }
    }

    fn table(&mut self, number: u32) -> &mut Table {
        self.session.table_or_new(TableId(number))
    }

    fn done(mut self) -> Loaded {
        let latest: Vec<Stamp> = self.session.everywhere().filter_map(|table| table.records.latest()).collect();
        latest.iter().for_each(|stamp| self.session.mint.observe(stamp));
        Loaded { session: self.session, doubts: self.doubts, marks: self.marks }
    }
}

/// Whether a change of that moment is in a line.
fn has_stamp(log: &Log, stamp: &Stamp) -> bool {
    match log {
        Log::Change(change) => change.stamp == *stamp,
        Log::Step(_) => false,
        Log::Together(logs) => logs.iter().any(|log| has_stamp(log, stamp)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_letter_that_is_read_the_quick_way_is_read_as_any_other(letters in ".{0,4}") {
            let step = Log::Step(Step::Type(0, Op::Insert(letters)));
            let text = dialect::write_line(&step).expect("works");
            let slow = dialect::read::<Log>(&text).expect("works").value;
            prop_assert_eq!(&slow, &step);
            prop_assert_eq!(read_log(&text).expect("works"), step);
        }

        #[test]
        fn no_record_makes_the_quick_way_guess(text in "Step\\(Type\\(0,Insert\\(\"[a\"\\\\,)(u{}é]{0,9}") {
            let slow = dialect::read::<Log>(&text).map(|reading| reading.value);
            prop_assert_eq!(read_log(&text).ok(), slow.ok());
        }
    }

    #[test]
    fn a_change_that_the_file_has_is_not_read_and_any_other_is() {
        let change = |tick: u32| {
            let stamp = Stamp { millis: 5, tick, device: "laptop".into() };
            let change =
                Change { stamp, table: TableId(1), at: None, deed: crate::record::Deed::Did, touches: Vec::new() };
            Log::Change(Box::new(change))
        };
        let Log::Change(known) = change(3) else { panic!("it is a change") };
        let seen = Seen::from([(known.stamp.device.clone(), known.stamp.clone())]);
        let glanced = |log: &Log, seen: &Seen| glance(&dialect::write_line(log).expect("works"), seen).expect("works");
        assert!(matches!(glanced(&change(3), &seen), Glance::Old));
        assert!(matches!(glanced(&change(4), &seen), Glance::Read(_)));
        assert!(matches!(glanced(&change(3), &Seen::new()), Glance::Read(_)));
        assert!(matches!(glanced(&Log::Together(vec![change(2), change(3)]), &seen), Glance::Old));
        assert!(matches!(glanced(&Log::Together(vec![change(3), change(4)]), &seen), Glance::Read(_)));
        assert!(matches!(glanced(&Log::Step(Step::Clear), &seen), Glance::Step));
    }
}
