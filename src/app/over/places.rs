//! Where else everything can be saved, when the place where it belongs fails: folders with what is free, or a path typed.

use super::{Deed, Free, List, Over};
use crate::{
    app::Desk,
    text::clean_line,
    ui::{Choice, Picker},
    words::numbers,
};
use std::path::PathBuf;

/// The list of places, each with its free bytes where they are known.
pub fn places(places: &[(PathBuf, Option<u64>)], desk: &Desk) -> Over {
    let choices = places.iter().map(|(path, free)| Choice {
        label: clean_line(&path.display().to_string()).into_owned(),
        detail: free.map(|bytes| room(bytes, desk)).unwrap_or_default(),
        also: String::new(),
        gives: Deed::SaveTo(path.clone()),
    });
    let picker = Picker::new(desk.words.say("tafel-elsewhere"), choices.collect());
    Over::Picker(List::open(picker, Free::Folder))
}

/// So much is free, in words.
fn room(bytes: u64, desk: &Desk) -> String {
    let lang = desk.words.lang();
    let size = match bytes >> 20 {
        0..1024 => format!("{} MB", numbers::count((bytes >> 20) as usize, lang)),
        1024.. => format!("{} GB", numbers::number((bytes >> 20) as f64 / 1024.0, 1, lang)),
    };
    desk.words.tell("tafel-free", &[("size", size.into())])
}
