//! Where reports go: the session's own folder, each under a name of its own.

use super::{
    folder::make_folder,
    place::SessionDir,
    save::save,
    sessions::Store,
    slug::slug,
    trouble::{Deed, Safe, Trouble, Why},
};
use std::{io, path::PathBuf};

impl Store {
    /// Writes a report into the session's folder and says where. A report that is there already is never written over,
    /// because somebody may have worked on it: the next one gets a number.
    ///
    /// # Errors
    /// When the folder or the file cannot be made; nothing that was there is different then.
    pub fn keep_report(
        &self,
        dir: &SessionDir,
        name: &str,
        ending: &str,
        write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>,
    ) -> Result<PathBuf, Trouble> {
        let folder = dir.reports_dir();
        make_folder(self.data().root(), &folder)?;
        let stem = slug(name, 60);
        let named = |number: u32| match number {
            1 => folder.join(format!("{stem}.{ending}")),
            number => folder.join(format!("{stem}-{number}.{ending}")),
        };
        let path = (1..=9999).map(named).find(|path| !path.exists());
        let path = path.ok_or_else(|| {
            let why = Why::Io(io::Error::from(io::ErrorKind::AlreadyExists));
            Trouble::new(Deed::Write, &folder, why, Safe::NothingLost)
        })?;
        let mut bytes = Vec::new();
        write(&mut bytes).map_err(Trouble::io(Deed::Write, &path, Safe::FileUntouched))?;
        save(self.data().root(), &path, &bytes)?;
        Ok(path)
    }
}
