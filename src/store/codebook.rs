//! The themes that sessions share: one file of each device beside the sessions, merged when they are read.
//!
//! ```text
//! <data>/codebook.ron            what somebody put there by hand, or another program brought
//!        codebook~laptop-1.ron   what this device put there
//! ```
//!
//! Not for what they mean (that is `harvest::codebook`). Each device writes only its own file, under a lock, and whole; one
//! that cannot be read is set aside by name first, and never overwritten.

use super::{
    Refused, Store, Trouble,
    aside::{read_file, set_aside},
    folder::kept_inside,
    lock::Lock,
    place::device_slug,
    save::save,
    sessions::is_missing,
    trouble::{Deed, Safe, Why},
};
use crate::{
    dialect::{self, Mistake, What},
    harvest::{Codebook, Shared, codebook::FORMAT},
    text::clean_line,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The most bytes of a codebook.
const MOST: usize = 4 << 20;
/// The most codebooks that are read.
const MOST_FILES: usize = 200;

impl Store {
    /// The themes that sessions share, of every device; what cannot be read is told and left as it is.
    pub fn codebook(&self) -> (Codebook, Vec<Trouble>) {
        let (mut book, mut troubles) = (Codebook::default(), Vec::new());
        let listed = fs::read_dir(self.data().root()).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = listed.map(|entry| entry.path()).filter(|path| is_codebook(path)).collect();
        paths.sort();
        for path in paths.into_iter().take(MOST_FILES) {
            match self.read_codebook(&path) {
                Ok(read) => book.merge(read),
                Err(trouble) => troubles.push(trouble),
            }
        }
        (book, troubles)
    }

    /// Puts a theme among those that sessions share, in the file of this device. `since` is the time, in words.
    ///
    /// # Errors
    /// When another program writes there at this moment, when the file is of a newer program (it is left untouched), or
    /// what the system says. The file is then as it was.
    pub fn share(&self, theme: Shared, since: &str) -> Result<(), Trouble> {
        let root = self.data().root();
        let path = root.join(format!("codebook~{}.ron", device_slug(self.device().as_str())));
        let lock = path.with_extension("lock");
        let _held = Lock::take(root, &lock, self.device().as_str(), since).map_err(|refused| match refused {
            Refused::Trouble(trouble) => trouble,
            Refused::Busy(_) => Trouble::new(Deed::Lock, &lock, Why::Gone, Safe::FileUntouched),
        })?;
        let mut book = match self.read_codebook(&path) {
            Ok(book) => book,
            Err(trouble) if is_missing(&trouble) => Codebook::default(),
            Err(Trouble { why: Why::Mistake(mistake), .. }) if !matches!(mistake.what, What::Newer { .. }) => {
                set_aside(&path)?;
                Codebook::default()
            }
            Err(trouble) => return Err(Trouble { deed: Deed::Write, safe: Safe::FileUntouched, ..trouble }),
        };
        book.take(theme);
        let text = dialect::write_pretty("Codebook", &book)
            .map_err(|error| Trouble::new(Deed::Write, &path, Why::Unwritable(error.0), Safe::FileUntouched))?;
        save(root, &path, text.as_bytes())
    }

    fn read_codebook(&self, path: &Path) -> Result<Codebook, Trouble> {
        kept_inside(self.data().root(), path)?;
        let bytes = read_file(path, MOST)?;
        let mistaken =
            |mistake: Mistake| Trouble::new(Deed::Read, path, Why::Mistake(Box::new(mistake)), Safe::NothingLost);
        let text = dialect::text_of(&bytes, MOST).map_err(mistaken)?;
        dialect::check_format(&text, FORMAT).map_err(mistaken)?;
        let mut read: Codebook = dialect::read(&text).map_err(mistaken)?.value;
        let mut book = Codebook::default();
        for theme in &mut read.themes {
            theme.name = clean_line(&theme.name).trim().to_owned();
            theme.covers = clean_line(&theme.covers).into_owned();
        }
        read.themes.retain(|theme| !theme.name.is_empty());
        book.merge(read);
        Ok(book)
    }
}

/// Whether it is called as a codebook is, also a copy that a synchroniser made.
fn is_codebook(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let rest = name.strip_prefix("codebook").and_then(|rest| rest.strip_suffix(".ron"));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['~', '.', ' ', '-', '(', '_']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        record::{DeviceId, Stamp},
        store::Data,
    };

    fn shared(name: &str, covers: &str, millis: i64) -> Shared {
        let stamp = Stamp { millis, tick: 0, device: "a".into() };
        Shared { name: name.into(), covers: covers.into(), gone: false, stamp }
    }

    #[test]
    fn two_devices_share_themes_and_neither_writes_over_the_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = |device: &str| Store::new(Data::new(folder.path()), DeviceId::new(device));
        store("laptop-1").share(shared("Geld", "", 1), "14:00").expect("written");
        store("laptop-2").share(shared("geld", "wat het kost", 2), "14:01").expect("written");
        store("laptop-1").share(shared("Elkaar kennen", "", 3), "14:02").expect("written");
        let (book, troubles) = store("laptop-3").codebook();
        assert!(troubles.is_empty(), "{troubles:?}");
        let names: Vec<_> = book.standing().map(|theme| (theme.name.as_str(), theme.covers.as_str())).collect();
        assert_eq!(names, [("Elkaar kennen", ""), ("geld", "wat het kost")]);
    }

    #[test]
    fn a_codebook_that_cannot_be_read_is_told_and_set_aside_before_anything_is_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::new(Data::new(folder.path()), DeviceId::new("laptop-1"));
        let own = folder.path().join("codebook~laptop-1.ron");
        fs::write(&own, "(format: 1, themes: [(name: \"Ge").expect("half a file");
        let newer = folder.path().join("codebook~laptop-2.ron");
        fs::write(&newer, "(format: 99, themes: [])").expect("a newer one");
        assert_eq!(store.codebook().1.len(), 2);
        store.share(shared("Geld", "", 1), "14:00").expect("written");
        assert_eq!(store.codebook().0.standing().count(), 1);
        let aside = fs::read_to_string(folder.path().join("codebook~laptop-1.ron.damaged-1")).expect("set aside");
        assert!(aside.ends_with("\"Ge"), "{aside}");
        let other = Store::new(Data::new(folder.path()), DeviceId::new("laptop-2"));
        other.share(shared("Geld", "", 1), "14:00").expect_err("it is of a newer program");
        assert!(fs::read_to_string(&newer).expect("still there").contains("99"));
    }
}
