//! A session that is in memory, written whole into a folder of its own: at another place, or where it is found again.
//!
//! Not for a session that has its place (that is `writer`). Called by `run` when storage fails, and by `rescue`.

use std::fs;
use std::path::Path;

use super::folder::{make_folder, make_new_folder};
use super::lock::Refused;
use super::place::SessionDir;
use super::sessions::Store;
use super::slug::slug;
use super::trouble::{Deed, Safe, Trouble, Why};
use super::writer::Writer;
use crate::record::{SessionId, TableId};
use crate::session::{Desk, Head, Session, Table};

/// How many numbers behind a name are tried.
const MOST_SAME: u32 = 999;

/// A session that was written whole.
#[derive(Debug)]
pub struct Whole {
    /// Its folder.
    pub dir: SessionDir,
    /// Its id; one of its own if it had none yet.
    pub id: SessionId,
    /// Its tables that hold anything, to go on writing at.
    pub writers: Vec<(TableId, Writer)>,
}

impl Store {
    /// Writes everything that is in memory into a new folder below `folder`, named after the session: head, tables, and a
    /// journal of what can be undone and what stands on the lines. All of it is secured when this returns.
    ///
    /// Nothing that is there is written over: a name that is taken gets a number.
    ///
    /// # Errors
    /// What the system says; what was written of it is then removed again.
    pub fn write_whole(&self, folder: &Path, session: &Session, since: &str) -> Result<Whole, Trouble> {
        make_folder(folder, folder)?;
        let head = &session.head;
        let dated = format!("{}-{}", head.date.format("%Y-%m-%d"), head.title);
        let stem = slug(if head.id.as_str().is_empty() { &dated } else { head.id.as_str() }, 100);
        for number in 1..=MOST_SAME {
            let name = if number == 1 { stem.clone() } else { slug(&format!("{stem}-{number}"), 100) };
            let dir = SessionDir::new(folder.join(&name));
            if !make_new_folder(folder, dir.path())? {
                continue;
            }
            let id = if head.id.as_str().is_empty() { SessionId::new(&name) } else { head.id.clone() };
            return match self.fill_whole(&dir, session, &id, since) {
                Ok(writers) => Ok(Whole { dir, id, writers }),
                Err(trouble) => {
                    // half a copy would only mislead; it is ours, because the folder is
                    drop(fs::remove_dir_all(dir.path()));
                    Err(trouble)
                }
            };
        }
        let taken = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
        Err(Trouble::io(Deed::CreateFolder, &folder.join(stem), Safe::NothingLost)(taken))
    }

    /// Writes the head of a session that was there before, also if somebody removed the file.
    ///
    /// # Errors
    /// [`Why::Gone`] if its folder is not there: then the disk may be out, and a folder of the same name elsewhere would
    /// only mislead. Otherwise as [`Store::keep_head`].
    pub fn restore_head(&self, dir: &SessionDir, head: &Head) -> Result<(), Trouble> {
        if !dir.path().is_dir() {
            return Err(Trouble::new(Deed::Write, &dir.session_file(), Why::Gone, Safe::InMemory));
        }
        self.keep_head(dir, head)
    }

    fn fill_whole(
        &self,
        dir: &SessionDir,
        session: &Session,
        id: &SessionId,
        since: &str,
    ) -> Result<Vec<(TableId, Writer)>, Trouble> {
        make_folder(dir.path(), &dir.tables_dir())?;
        make_folder(dir.path(), &dir.journal_dir())?;
        let mut head = session.head.clone();
        head.id.clone_from(id);
        let mut writers = Vec::new();
        for table in session.everywhere().filter(|table| holds_anything(table)) {
            let ours = |refused| match refused {
                Refused::Trouble(trouble) => trouble,
                // nobody else knows this folder yet
                Refused::Busy(_) => Trouble::new(Deed::Lock, dir.path(), Why::Gone, Safe::NothingLost),
            };
            let mut writer = self.sit_with(dir, &head, table.id, since).map_err(ours)?;
            writer.mend(&head, table, &[], false, since).map_err(ours)?;
            writer.syncer().sync()?;
            writer.snapshot(&head, table)?;
            writers.push((table.id, writer));
        }
        // last: a folder without it is no session
        self.keep_head(dir, &head)?;
        Ok(writers)
    }
}

/// Whether a table, or the room, has anything that is worth a file.
pub(super) fn holds_anything(table: &Table) -> bool {
    !table.records.is_empty() || table.can_undo() || table.can_redo() || table.desk != Desk::default()
}
