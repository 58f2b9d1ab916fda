//! What could not be saved where it belongs when the program had to end: kept elsewhere, told, and brought in.
//!
//! ```text
//! <state or temporary folder>/rescued/2026-05-12-dorpsnetwerk/
//!     rescued.ron      where it belongs, and since when it is here
//!     session.ron …    the whole session, as it was in memory
//! ```
//!
//! Not for saving elsewhere on purpose (that is `whole`). Called by `run`, and by `doctor`.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::aside::read_file;
use super::lock::Refused;
use super::place::SessionDir;
use super::places::{is_ours, make_refuge};
use super::save::save;
use super::sessions::Store;
use super::trouble::{Deed, Safe, Trouble, Why};
use crate::dialect;
use crate::session::Session;

/// The format number of `rescued.ron`.
const FORMAT: u32 = 1;
/// The largest `rescued.ron` that is read.
const MOST: usize = 64 << 10;
/// The name of the note.
const NOTE: &str = "rescued.ron";

/// Something that could not be saved where it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescued {
    /// The folder where it is.
    pub path: PathBuf,
    /// The folder of the session that it belongs to.
    pub of: PathBuf,
    /// When it was put there, in milliseconds since 1970.
    pub at: i64,
    /// What the session is called.
    pub title: String,
}

#[derive(Serialize, Deserialize)]
struct Note {
    format: u32,
    of: String,
    at: i64,
    title: String,
    /// Whether the session has its place already.
    #[serde(default)]
    made: bool,
}

impl Store {
    /// Keeps a session that could not be saved at `of`, whole, at the first place that takes it; says where. `made` says
    /// whether the session was ever made there.
    ///
    /// # Errors
    /// What the last place said; there may be none.
    pub fn rescue(&self, session: &Session, of: &SessionDir, made: bool, at: i64, since: &str) -> Result<PathBuf, Trouble> {
        let mut last = Trouble::new(Deed::Write, of.path(), Why::Gone, Safe::InMemory);
        for refuge in self.places().refuges() {
            let kept = make_refuge(refuge).and_then(|()| self.write_whole(refuge, session, since)).and_then(|whole| {
                let of = std::path::absolute(of.path()).unwrap_or_else(|_| of.path().to_owned());
                let (of, title) = (of.to_string_lossy().into_owned(), session.head.title.clone());
                let path = whole.dir.path().join(NOTE);
                let text = dialect::write_pretty("Rescued", &Note { format: FORMAT, of, at, title, made })
                    .map_err(|error| Trouble::new(Deed::Write, &path, Why::Unwritable(error.0), Safe::NothingLost))?;
                save(whole.dir.path(), &path, text.as_bytes())?;
                Ok(whole.dir.path().to_owned())
            });
            match kept {
                Ok(path) => return Ok(path),
                Err(trouble) => last = trouble,
            }
        }
        Err(last)
    }

    /// What could not be saved where it belongs, oldest first.
    pub fn rescued(&self) -> Vec<Rescued> {
        let refuges = self.places().refuges().iter().filter(|refuge| refuge.is_dir() && is_ours(refuge));
        let folders = refuges.flat_map(|refuge| fs::read_dir(refuge).into_iter().flatten());
        let mut found: Vec<Rescued> = folders.filter_map(|folder| self.note(&folder.ok()?.path()).map(|(one, _)| one)).collect();
        found.sort_by(|a, b| (a.at, &a.path).cmp(&(b.at, &b.path)));
        found
    }

    fn note(&self, path: &Path) -> Option<(Rescued, bool)> {
        let bytes = read_file(&path.join(NOTE), MOST).ok()?;
        let text = dialect::text_of(&bytes, MOST).ok()?;
        dialect::check_format(&text, FORMAT).ok()?;
        let note: Note = dialect::read(&text).ok()?.value;
        let title = crate::text::clean_line(&note.title).into_owned();
        Some((Rescued { path: path.to_owned(), of: PathBuf::from(note.of), at: note.at, title }, note.made))
    }

    /// Brings something in: into the session that it belongs to, or as a session of its own if that was never made or is
    /// not there. Says which session it is in.
    ///
    /// It is all entries and all parts by their stamps, so what is there already is not doubled, and what was said there
    /// since stands. A line that was half typed comes back, unless something else stands on that line now: then its words
    /// stay in the folder. The folder is removed when everything in it is in the session and secured.
    ///
    /// # Errors
    /// [`Refused::Busy`] if another program has one of its tables; otherwise what the system says. The folder is then as
    /// it was, and all of it may be done again.
    pub fn bring_in(&self, rescued: &Rescued, seed: u64, since: &str) -> Result<SessionDir, Refused> {
        let from = SessionDir::new(&rescued.path);
        let kept = self.load(&from, seed).map_err(Refused::Trouble)?.session;
        let made = self.note(&rescued.path).is_some_and(|(_, made)| made);
        let place = SessionDir::new(&rescued.of);
        let dir = if made && place.session_file().is_file() {
            place
        } else {
            let head = self.create(kept.head.clone()).map_err(Refused::Trouble)?;
            self.data().session(head.id.as_str())
        };
        let there = self.load(&dir, seed).map_err(Refused::Trouble)?.session;
        let mut left = false;
        for mut table in kept.tables {
            if let Some(standing) = there.table(table.id) {
                table.records.merge(&standing.records);
                if !standing.desk.is_at_rest() && standing.desk.anew() != table.desk.anew() {
                    left |= !table.desk.is_at_rest();
                    table.desk = standing.desk.clone();
                }
            }
            let mut writer = self.sit_with(&dir, &there.head, table.id, since)?;
            writer.mend(&there.head, &table, &[], false, since)?;
            writer.syncer().sync().map_err(Refused::Trouble)?;
            writer.snapshot(&there.head, &table).map_err(Refused::Trouble)?;
        }
        if !left {
            let trouble = Trouble::io(Deed::Remove, &rescued.path, Safe::NothingLost);
            fs::remove_dir_all(&rescued.path).map_err(trouble).map_err(Refused::Trouble)?;
        }
        Ok(dir)
    }
}
