//! `people.ron`: the names of people, in a file of their own so that they can be destroyed.
//!
//! It has no copy in `journal/`, because every copy is one more to destroy; a damaged one is set aside, never written over.
//! Not for what the names mean (`session::People`) and not for destroying them (`forget`). Called by `import`, `forget`,
//! `run` and `cli`.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::aside::{keep_copy, read_file};
use super::folder::{kept_inside, make_folder};
use super::lock::{Held, Lock, Refused};
use super::place::SessionDir;
use super::save::save;
use super::sessions::{Store, is_missing, is_newer};
use super::trouble::{Deed, Safe, Trouble, Why};
use super::wash::read_washed;
use crate::dialect::{self, Mistake};
use crate::record::{SeatId, SessionId};
use crate::session::{PEOPLE_FORMAT, People};
use crate::text::clean_line;

/// The largest `people.ron` that is read.
const MOST: usize = 4 << 20;

impl Store {
    /// The names of people of a session; nothing if nobody asked for any.
    ///
    /// # Errors
    /// What is wrong with the file; it is left as it is.
    pub fn people(&self, dir: &SessionDir) -> Result<Option<People>, Trouble> {
        let path = dir.people_file();
        match kept_inside(self.root_of(dir), &path).and_then(|()| read_people(&path)) {
            Ok(people) => Ok(Some(people)),
            Err(trouble) if is_missing(&trouble) => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }

    /// The sessions whose names could be kept up to a day that has passed, with that day. Nothing is done about it here.
    ///
    /// It asks of every folder whether there are names in it, which is quick, and reads those files alone.
    pub fn overdue(&self, today: NaiveDate) -> Vec<(SessionId, NaiveDate)> {
        let dirs = self.session_dirs().unwrap_or_default(); // that it cannot be read is told where it is listed
        let overdue = dirs.into_iter().filter(|dir| dir.people_file().exists()).filter_map(|dir| {
            let people = self.people(&dir).ok().flatten().filter(|people| people.is_overdue(today))?;
            Some((super::sessions::id_of(dir.path()), people.until?))
        });
        overdue.collect()
    }

    /// Alters the names of people under their lock, and writes them if they are different. Says where a damaged file was
    /// kept, if there was one: then one begins with nobody.
    ///
    /// After a crash at any moment the file is the old one or the new one.
    ///
    /// # Errors
    /// [`Refused::Busy`] while another program alters them; [`What::Newer`](dialect::What::Newer) for a file of a newer
    /// program, which is left untouched; otherwise what the system says.
    pub fn alter_people(
        &self,
        dir: &SessionDir,
        since: &str,
        alter: impl FnOnce(&mut People),
    ) -> Result<(People, Option<PathBuf>), Refused> {
        let _held = self.lock_people(dir, since)?;
        let (standing, aside) = match self.people(dir) {
            Ok(standing) => (standing.unwrap_or_default(), None),
            Err(trouble) if matches!(trouble.why, Why::Mistake(_)) && !is_newer(&trouble) => {
                (People::default(), Some(keep_copy(&dir.people_file()).map_err(Refused::Trouble)?))
            }
            Err(trouble) => return Err(Refused::Trouble(trouble)),
        };
        let mut people = standing.clone();
        alter(&mut people);
        if people != standing || aside.is_some() {
            self.write_people(dir, &people).map_err(Refused::Trouble)?;
        }
        Ok((people, aside))
    }

    /// Takes the lock under which the names are altered.
    pub(super) fn lock_people(&self, dir: &SessionDir, since: &str) -> Result<Held, Refused> {
        make_folder(self.root_of(dir), &dir.journal_dir()).map_err(Refused::Trouble)?;
        Lock::take(self.root_of(dir), &dir.people_lock(), self.device().as_str(), since)
    }

    pub(super) fn write_people(&self, dir: &SessionDir, people: &People) -> Result<(), Trouble> {
        let path = dir.people_file();
        let unwritable = |error: dialect::Unwritable| {
            Trouble::new(Deed::Write, &path, Why::Unwritable(error.0), Safe::FileUntouched)
        };
        let text = dialect::write_pretty("People", people).map_err(unwritable)?;
        save(self.root_of(dir), &path, text.as_bytes())
    }

    /// Lays the names of a copy over those that are here. Says whether anything is new, and which chairs somebody else has
    /// there: those keep whom they have here.
    ///
    /// # Errors
    /// What is wrong with either file; both are left as they are.
    pub(super) fn bring_people(&self, from: &Path, to: &SessionDir) -> Result<(bool, Vec<SeatId>), Trouble> {
        let brought = read_people(from)?;
        let standing = self.people(to)?;
        let mut people = standing.clone().unwrap_or_default();
        let clashes = match &standing {
            Some(_) => people.merge(&brought),
            None => {
                people = brought;
                Vec::new()
            }
        };
        let altered = standing.as_ref() != Some(&people);
        if altered {
            self.write_people(to, &people)?;
        }
        Ok((altered, clashes))
    }
}

/// Reads a file of names, also a copy of one.
pub(super) fn read_people(path: &Path) -> Result<People, Trouble> {
    let mistaken =
        |mistake: Mistake| Trouble::new(Deed::Read, path, Why::Mistake(Box::new(mistake)), Safe::NothingLost);
    let bytes = read_file(path, MOST)?;
    let text = dialect::text_of(&bytes, MOST).map_err(mistaken)?;
    dialect::check_format(&text, PEOPLE_FORMAT).map_err(mistaken)?;
    let mut people: People = read_washed(&text).map_err(mistaken)?.value;
    people.people.truncate(People::MOST);
    for person in &mut people.people {
        person.name = clean_line(&person.name).trim().to_owned();
        person.function = clean_line(&person.function).trim().to_owned();
    }
    people.people.retain(|person| !person.name.is_empty());
    Ok(people)
}
