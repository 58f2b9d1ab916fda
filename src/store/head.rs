//! The head of a session on the disk: `session.ron`, and the copy from which the session opens if that is damaged.
//!
//! Without its head nobody knows what the ids in a table's file mean, so it is kept twice: the copy stands beside the
//! journals, and is written whenever the head is, and when somebody sits down to write and it is no longer the same.
//! Not for which sessions there are (that is `sessions`). Called by `sessions`, `load`, `writer` and `run`.

mod strange;

use std::path::Path;

use self::strange::Known;
use super::aside::{keep_copy, read_file};
use super::folder::kept_inside;
use super::place::SessionDir;
use super::save::{save, save_soon};
use super::sessions::{Store, id_of, is_missing, is_newer};
use super::trouble::{Deed, Safe, Trouble, Why};
use super::wash::plain_name;
use crate::dialect::{self, Mistake};
use crate::record::{DeviceId, SessionId};
use crate::session::{FORMAT, Head};
use crate::text::clean_line;

/// The largest `session.ron` that is read.
const MOST_HEAD: usize = 16 << 20;

impl Store {
    /// Writes the head of a session, and its copy. Fields of the standing file that this program does not know are kept;
    /// comments in it are not.
    ///
    /// After a crash at any moment the file is the old one or the new one. A standing file that is damaged is first copied
    /// beside itself.
    ///
    /// # Errors
    /// [`What::Newer`](dialect::What::Newer) if the standing file is of a newer program: it is left untouched. Otherwise
    /// what the system says.
    pub fn keep_head(&self, dir: &SessionDir, head: &Head) -> Result<(), Trouble> {
        let path = dir.session_file();
        let unwritable = |error: dialect::Unwritable| {
            Trouble::new(Deed::Write, &path, Why::Unwritable(error.0), Safe::FileUntouched)
        };
        let mut text = dialect::write_pretty("Session", head).map_err(unwritable)?;
        match self.read_text(dir, &path) {
            Ok(standing) => match head_in(&path, &standing) {
                Ok(known) => text = known.put_back(text, &standing, head),
                Err(trouble) if is_newer(&trouble) => {
                    return Err(Trouble { deed: Deed::Write, safe: Safe::FileUntouched, ..trouble });
                }
                Err(_) => drop(keep_copy(&path)?),
            },
            Err(trouble) if is_missing(&trouble) => {}
            Err(Trouble { why: Why::Mistake(_), .. }) => drop(keep_copy(&path)?),
            Err(trouble) => return Err(Trouble { deed: Deed::Write, safe: Safe::FileUntouched, ..trouble }),
        }
        save(self.root_of(dir), &path, text.as_bytes())?;
        self.even_head(dir);
        Ok(())
    }

    /// Makes `session.ron` and its copy the same: the copy follows the file, and a file that is damaged or gone is put back
    /// from the copy, after the damaged one was set aside.
    ///
    /// What goes wrong is told by nobody: nothing is worse for it, what is wrong with the file itself is told whenever
    /// it is read, and it is tried again the next time.
    pub(super) fn even_head(&self, dir: &SessionDir) {
        let _ = self.try_even_head(dir);
    }

    fn try_even_head(&self, dir: &SessionDir) -> Result<(), Trouble> {
        let (root, path, copy) = (self.root_of(dir), dir.session_file(), dir.head_copy());
        let standing = self.read_text(dir, &path).and_then(|text| head_in(&path, &text).map(|_| text));
        let kept = self.read_text(dir, &copy);
        let damaged = match standing {
            Ok(text) if kept.as_ref().is_ok_and(|kept| *kept == text) => return Ok(()),
            Ok(text) => return save_soon(root, &copy, text.as_bytes()),
            Err(trouble) if is_missing(&trouble) => false,
            Err(trouble) if is_newer(&trouble) => return Ok(()),
            Err(Trouble { why: Why::Mistake(_), .. }) => true,
            Err(_) => return Ok(()), // a folder, or what the system will not give: to be left alone
        };
        let kept = kept.and_then(|kept| head_in(&copy, &kept).map(|_| kept))?;
        if damaged {
            keep_copy(&path)?;
        }
        save(root, &path, kept.as_bytes())
    }

    /// Reads the head of a session. If `session.ron` is damaged or gone, the copy of it serves, and what is wrong with the
    /// file comes along as a doubt.
    ///
    /// # Errors
    /// What is wrong with `session.ron`, if there is no whole copy either, or if it is of a newer program.
    pub(super) fn read_head(&self, dir: &SessionDir) -> Result<(Head, Option<Trouble>), Trouble> {
        let read = |path: &Path| self.read_text(dir, path).and_then(|text| head_in(path, &text));
        let (reading, doubt) = match read(&dir.session_file()) {
            Ok(reading) => (reading, None),
            Err(trouble) if is_newer(&trouble) => return Err(trouble),
            Err(trouble) => match read(&dir.head_copy()) {
                Ok(reading) => (reading, Some(Trouble { safe: Safe::CopyOpens, ..trouble })),
                Err(_) => return Err(trouble), // the copy is of no use; the file itself is what somebody can mend
            },
        };
        let mut head = reading.head;
        if dir.path().parent() == Some(&self.data().sessions_dir()) {
            // the folder's name is the id, also when somebody copied or renamed it
            head.id = id_of(dir.path());
        }
        Ok((head, doubt))
    }

    fn read_text(&self, dir: &SessionDir, path: &Path) -> Result<String, Trouble> {
        kept_inside(self.root_of(dir), path)?;
        let bytes = read_file(path, MOST_HEAD)?;
        let text = dialect::text_of(&bytes, MOST_HEAD).map_err(|mistake| mistaken(path, mistake))?;
        Ok(text.into_owned())
    }
}

fn head_in(path: &Path, text: &str) -> Result<Known, Trouble> {
    let read = dialect::check_format(text, FORMAT).and_then(|_| strange::read(text));
    let mut known = read.map_err(|mistake| mistaken(path, mistake))?;
    tidy(&mut known.head);
    Ok(known)
}

fn mistaken(path: &Path, mistake: Mistake) -> Trouble {
    Trouble::new(Deed::Read, path, Why::Mistake(Box::new(mistake)), Safe::NothingLost)
}

/// Names on one line, ids that are no paths, and no more tables than a session can have.
pub(super) fn tidy(head: &mut Head) {
    let line = |text: &mut String| {
        if text.contains('\n') || !crate::text::is_clean(text) {
            *text = clean_line(text).into_owned();
        }
    };
    head.id = SessionId::new(&plain_name(head.id.as_str()));
    head.device = DeviceId::new(&plain_name(head.device.as_str()));
    head.tables = head.tables.min(Head::MOST_TABLES);
    line(&mut head.title);
    line(&mut head.place);
    line(&mut head.workshop.title);
    head.names.values_mut().for_each(line);
    head.parties.0.iter_mut().for_each(|party| line(&mut party.label));
    head.workshop.rounds.iter_mut().for_each(|round| line(&mut round.title));
}
