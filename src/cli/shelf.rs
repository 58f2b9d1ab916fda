//! The shelf as the command line sees it: the workshops that ship, and those of the people themselves.

use super::room::Room;
use crate::{
    store::{Doubt, read_file},
    text,
    words::Lang,
    workshop::{self, Complaint, Workshop, shipped},
};
use std::path::{Path, PathBuf};

/// The largest workshop file that is read.
pub(super) const MOST_BYTES: usize = 4 << 20;

/// A workshop as text, and where it came from.
pub(super) struct Found {
    /// What stands in it.
    pub(super) text: String,
    /// Its file, if it does not ship.
    pub(super) path: Option<PathBuf>,
}

/// The workshop that is meant: a file, the id of one of the people's own, or the id of one that ships.
pub(super) fn find(room: &Room, name: &str) -> anyhow::Result<Found> {
    let file = Path::new(name);
    if file.is_file() || name.contains(['/', '\\']) || name.ends_with(".ron") {
        return read(room, file);
    }
    let own = own_files(room).0.into_iter().find(|path| path.file_stem().is_some_and(|stem| stem == name));
    if let Some(path) = own {
        return read(room, &path);
    }
    let lang = room.words.lang();
    let mut ships = [lang, lang.other()].into_iter().flat_map(|lang: Lang| shipped(lang.code()));
    match ships.find(|one| one.id == name) {
        Some(one) => Ok(Found { text: one.text.to_owned(), path: None }),
        None => {
            let known: Vec<&str> = shipped(lang.code()).map(|one| one.id).collect();
            let args = [("workshop", text::clean_line(name).into_owned().into()), ("known", known.join(", ").into())];
            Err(anyhow::anyhow!(room.words.tell("cli-no-workshop", &args)))
        }
    }
}

fn read(room: &Room, path: &Path) -> anyhow::Result<Found> {
    let bytes = read_file(path, MOST_BYTES).map_err(|trouble| room.trouble(&trouble))?;
    let text = match crate::dialect::text_of(&bytes, MOST_BYTES) {
        Ok(text) => text.into_owned(),
        Err(mistake) => {
            let (line, col) = (mistake.line, mistake.col);
            let about = workshop::About::Reading(Box::new(mistake));
            anyhow::bail!(told(room, path, &[Complaint { line, col, about }]))
        }
    };
    Ok(Found { text, path: Some(path.to_owned()) })
}

impl Found {
    /// The workshop, with what its author got wrong; one that cannot be read is a failure in words.
    pub(super) fn workshop(&self, room: &Room) -> anyhow::Result<(Workshop, Vec<Complaint>)> {
        let (workshop, complaints) = workshop::check(&self.text);
        let path = self.path.clone().unwrap_or_default();
        match workshop {
            Some(workshop) => Ok((workshop, complaints)),
            None => Err(anyhow::anyhow!(told(room, &path, &complaints))),
        }
    }
}

/// The files of people's own workshops, by name, and what is wrong with the folder they are in.
pub(super) fn own_files(room: &Room) -> (Vec<PathBuf>, Vec<Doubt>) {
    let mut doubts = Vec::new();
    (room.store.own_workshops(&mut doubts), doubts)
}

/// Complaints as `path:line:col: sentence`, each with its remedy below it.
pub(super) fn told(room: &Room, path: &Path, complaints: &[Complaint]) -> String {
    let path = shown(path);
    let line = |complaint: &Complaint| {
        let (sentence, remedy) = workshop::tell(&room.words, complaint);
        format!("{path}:{}:{}: {sentence}\n    {remedy}", complaint.line, complaint.col)
    };
    complaints.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A path as it may stand on a terminal.
pub(super) fn shown(path: &Path) -> String {
    text::clean_line(&path.to_string_lossy()).into_owned()
}
