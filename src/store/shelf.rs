//! The workshops that can be held: those that ship, and those of one's own in the data folder.

use super::{
    aside::read_file,
    doubt::Doubt,
    folder::kept_inside,
    sessions::Store,
    trouble::{Deed, Safe, Trouble, Why},
};
use crate::{
    dialect,
    words::Lang,
    workshop::{self, OnShelf, Workshop},
};
use std::{fs, io, path::PathBuf};

/// The largest file that is read as a workshop, in bytes; the largest that ships takes twenty thousand.
const MOST: usize = 4 << 20;
/// The most files that are looked at; nobody has so many workshops of their own.
const MOST_OWN: usize = 1000;

impl Store {
    /// The workshops of one language: shipped first, then one's own of any language by title. One of one's own with the id
    /// of a shipped one stands in its place. What cannot be read is told, and the rest is there.
    pub fn shelf(&self, lang: Lang) -> (Vec<OnShelf>, Vec<Doubt>) {
        let mut shelf: Vec<OnShelf> = workshop::shipped(lang.code()).map(OnShelf::Shipped).collect();
        shelf.sort_by_key(|workshop| std::cmp::Reverse(workshop.minutes()));
        let mut doubts = Vec::new();
        let mut own = Vec::new();
        for path in self.own_workshops(&mut doubts) {
            match read(&path) {
                Ok(workshop) => own.push(workshop),
                Err(trouble) => doubts.push(Doubt::Unreadable(trouble)),
            }
        }
        own.sort_by(|a, b| a.title.cmp(&b.title));
        for workshop in own {
            match shelf.iter_mut().find(|other| other.id() == workshop.id && workshop.language == lang.code()) {
                Some(place) => *place = OnShelf::Own(Box::new(workshop)),
                None => shelf.push(OnShelf::Own(Box::new(workshop))),
            }
        }
        (shelf, doubts)
    }

    /// The files of one's own workshops, by name. One that is a link out of the data folder is told and left out.
    pub fn own_workshops(&self, doubts: &mut Vec<Doubt>) -> Vec<PathBuf> {
        let folder = self.data().workshops_dir();
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
            Err(error) => {
                doubts.push(Doubt::Unreadable(Trouble::io(Deed::Read, &folder, Safe::NothingLost)(error)));
                return Vec::new();
            }
        };
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "ron"));
        paths.sort();
        paths.retain(|path| match kept_inside(self.data().root(), path) {
            Ok(()) => true,
            Err(trouble) => {
                doubts.push(Doubt::Unreadable(trouble));
                false
            }
        });
        if paths.len() > MOST_OWN {
            doubts.push(Doubt::TooManyFiles { path: folder, left: paths.len() - MOST_OWN });
            paths.truncate(MOST_OWN);
        }
        paths
    }
}

fn read(path: &std::path::Path) -> Result<Workshop, Trouble> {
    let wrong = |mistake| Trouble::new(Deed::Read, path, Why::Mistake(Box::new(mistake)), Safe::NothingLost);
    let bytes = read_file(path, MOST)?;
    let text = dialect::text_of(&bytes, MOST).map_err(wrong)?;
    workshop::read(&text).map_err(wrong)
}
