//! What one device wrote at one table, its file and its journal, brought together with what is here of the same device.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::find::Files;
use super::{Brought, MOST_BYTES, journals};
use crate::dialect::Mistake;
use crate::record::{DeviceId, Records, TableId};
use crate::session::{Head, Log};
use crate::store::aside::read_file;
use crate::store::doubt::Doubt;
use crate::store::journal::{bytes_of, read_journal};
use crate::store::load::{is_fresh, read_log};
use crate::store::lock::{Lock, Refused};
use crate::store::place::{SessionDir, TableName, device_slug};
use crate::store::save::save;
use crate::store::sessions::{Store, is_missing};
use crate::store::table_file::{self, Extra, Page, Seen, raise, read_table};
use crate::store::trouble::{Deed, Safe, Trouble, Why};

/// Who has the lock of a table while something is brought in.
const HOLDER: &str = "import";

/// Brings in what every device wrote at every table.
pub(super) fn bring(
    store: &Store,
    dir: &SessionDir,
    head: &Head,
    files: &Files,
    one: &mut Brought,
    doubts: &mut Vec<Doubt>,
) {
    let maker = device_slug(head.device.as_str());
    let device = |name: &TableName| name.device.clone().unwrap_or_else(|| maker.clone());
    let mut units = BTreeSet::new();
    for (name, path) in files.tables.iter().chain(&files.journals) {
        if name.is_of_a_table() {
            units.insert((name.table, device(name)));
        } else {
            doubts.push(Doubt::NoSuchTable { path: path.clone() });
        }
    }
    for (table, own) in units {
        let is_own = |name: &TableName| name.table == table && device(name) == own;
        let paths = |all: &[(TableName, PathBuf)]| -> Vec<PathBuf> {
            all.iter().filter(|(name, _)| is_own(name)).map(|(_, path)| path.clone()).collect()
        };
        let name = TableName { table, device: (own != maker).then(|| own.clone()), copy: None };
        let (tables, journals) = (paths(&files.tables), paths(&files.journals));
        let unit = Unit { store, dir, head, own, name };
        if let Err(trouble) = unit.bring(&tables, &journals, one, doubts) {
            doubts.push(Doubt::of(trouble));
        }
    }
}

struct Unit<'a> {
    store: &'a Store,
    dir: &'a SessionDir,
    head: &'a Head,
    /// The device, as it stands in names of files.
    own: String,
    name: TableName,
}

/// All that a device's files say of a table.
#[derive(Default)]
struct Account {
    records: Records,
    seen: Seen,
    extra: Extra,
    logs: Vec<Log>,
    /// The file itself, if it is the only one and there is nothing wrong with it.
    bytes: Option<Vec<u8>>,
    /// The journal itself, likewise.
    journal: Option<Vec<u8>>,
    /// Whether there is a file that must be left as it is.
    closed: bool,
}

impl Unit<'_> {
    fn bring(
        &self,
        tables: &[PathBuf],
        journals: &[PathBuf],
        one: &mut Brought,
        doubts: &mut Vec<Doubt>,
    ) -> Result<(), Trouble> {
        let there = self.account(tables, journals, doubts);
        let root = self.store.data().root();
        let file = self.dir.table_file(self.name.table, self.name.device.as_deref());
        let journal = self.dir.journal_file(self.name.table, Some(&self.own));
        let held = match Lock::take(root, &self.dir.table_lock(self.name.table, &self.own), HOLDER, "") {
            Ok(held) => Some(held),
            Err(Refused::Busy(_)) => None,
            Err(Refused::Trouble(trouble)) => return Err(trouble),
        };
        let mut noted = Vec::new();
        let here = self.account(&existing(&file), &existing(&journal), &mut noted);
        let free = held.is_some();
        if free {
            self.bring_journal(&journal, &here, &there, one)?;
        }
        let mut merged = here.records.clone();
        merged.merge(&there.records);
        if merged == here.records && (file.exists() || there.bytes.is_none()) {
            return Ok(());
        }
        if !free || here.closed {
            return self.beside(&there, one);
        }
        let text = match &there.bytes {
            Some(bytes) if merged == there.records => bytes.clone(),
            Some(_) | None => {
                if merged != there.records {
                    one.both.push(name_of(&file));
                }
                let mut seen = here.seen;
                there.seen.values().for_each(|stamp| raise(&mut seen, stamp));
                let mut extra = there.extra;
                extra.take(here.extra);
                self.page(&file, seen, &extra, &merged)?
            }
        };
        save(root, &file, &text)?;
        one.files += 1;
        Ok(())
    }

    /// Brings a journal together with the one that is here.
    fn bring_journal(&self, path: &Path, here: &Account, there: &Account, one: &mut Brought) -> Result<(), Trouble> {
        let Some(logs) = journals::joined(&here.logs, &there.logs) else { return Ok(()) };
        let bytes = match &there.journal {
            Some(bytes) if here.logs.is_empty() => bytes.clone(),
            Some(_) | None => bytes_of(&logs)
                .map_err(|words| Trouble::new(Deed::Write, path, Why::Unwritable(words), Safe::FileUntouched))?,
        };
        save(self.store.data().root(), path, &bytes)?;
        one.files += 1;
        Ok(())
    }

    /// Puts what was brought into a file beside the table's own, which nobody writes over.
    fn beside(&self, there: &Account, one: &mut Brought) -> Result<(), Trouble> {
        let file = self.dir.table_file(self.name.table, self.name.device.as_deref());
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let path = file.with_file_name(format!("{stem} (import).ron"));
        let standing = self.account(&existing(&path), &[], &mut Vec::new());
        let mut merged = standing.records.clone();
        merged.merge(&there.records);
        if merged == standing.records {
            return Ok(());
        }
        let text = self.page(&path, Seen::new(), &there.extra, &merged)?;
        save(self.store.data().root(), &path, &text)?;
        one.files += 1;
        one.beside.push(name_of(&path));
        Ok(())
    }

    fn page(&self, path: &Path, seen: Seen, extra: &Extra, records: &Records) -> Result<Vec<u8>, Trouble> {
        let device = DeviceId::new(&self.own);
        let page = Page { head: self.head, table: TableId(self.name.table), device: &device, seen, extra };
        let text = table_file::write(page, records)
            .map_err(|error| Trouble::new(Deed::Write, path, Why::Unwritable(error.0), Safe::FileUntouched))?;
        Ok(text.into_bytes())
    }

    /// Reads all of it: the files, and what only the journals hold.
    fn account(&self, tables: &[PathBuf], journals: &[PathBuf], doubts: &mut Vec<Doubt>) -> Account {
        let mut account = Account::default();
        let mut clean = tables.len() == 1;
        for path in tables {
            let told = match read_table(path, &self.name, self.head.date) {
                Ok(told) => told,
                Err(trouble) => {
                    account.closed |= !is_missing(&trouble);
                    doubts.push(Doubt::of(trouble));
                    clean = false;
                    continue;
                }
            };
            if told.left > 0 {
                doubts.push(Doubt::TooMany { path: path.clone(), left: told.left });
            }
            clean &= told.damage.is_none() && told.left == 0;
            account.closed |= told.damage.is_some() || told.left > 0;
            if let Some(mistake) = told.damage {
                doubts.push(damaged(path, mistake, &told.records));
            }
            account.records.merge(&told.records);
            told.seen.values().for_each(|stamp| raise(&mut account.seen, stamp));
            account.extra.take(told.extra);
        }
        if clean {
            account.bytes = tables.first().and_then(|path| read_file(path, MOST_BYTES).ok());
        }
        self.hear(journals, &mut account, doubts);
        account
    }

    fn hear(&self, journals: &[PathBuf], account: &mut Account, doubts: &mut Vec<Doubt>) {
        let mut clean = journals.len() == 1;
        let seen = account.seen.clone();
        for path in journals {
            let told = match read_journal(path, read_log) {
                Ok(told) => told,
                Err(trouble) => {
                    doubts.push(Doubt::of(trouble));
                    clean = false;
                    continue;
                }
            };
            if let Some(line) = told.torn {
                doubts.push(Doubt::Torn { path: path.clone(), line });
            }
            if let Some(first) = told.damaged.first() {
                doubts.push(Doubt::Lines { path: path.clone(), line: first.line, count: told.damaged.len() });
            }
            clean &= told.torn.is_none() && told.damaged.is_empty();
            let logs: Vec<Log> = told.records.into_iter().flat_map(Log::each).collect();
            for log in &logs {
                if let Log::Change(change) = log
                    && is_fresh(change, &seen)
                {
                    account.records.apply(change);
                    raise(&mut account.seen, &change.stamp);
                }
            }
            if let Some(joined) = journals::joined(&account.logs, &logs) {
                account.logs = joined;
            }
        }
        if clean {
            account.journal = journals.first().and_then(|path| read_file(path, MOST_BYTES).ok());
        }
    }
}

fn damaged(path: &Path, mistake: Mistake, records: &Records) -> Doubt {
    Doubt::Damaged { path: path.to_owned(), mistake: Box::new(mistake), rescued: records.all().len() }
}

fn existing(path: &Path) -> Vec<PathBuf> {
    if path.exists() { vec![path.to_owned()] } else { Vec::new() }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
