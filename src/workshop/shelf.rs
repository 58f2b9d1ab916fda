//! The shelf: the workshops that ship with the program, in Dutch and English.
//!
//! They are the files of `workshops/`, put into the program when it is built; `build.rs` finds them, so one more workshop
//! is a file and nothing else. What a list shows of them is found then as well: reading them all takes longer than all
//! else together that Begin has to do before it is on the screen.

use super::{Workshop, read};

/// A workshop that ships, as text, and what a list shows of it.
#[derive(Clone, Copy, Debug)]
pub struct Shipped {
    /// Its language: the folder it stands in.
    pub language: &'static str,
    /// Its id: the name of its file.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What it holds, in half a line.
    pub summary: &'static str,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// What stands in the file.
    pub text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/shelf.rs"));

/// The workshops that ship, of one language, in the order of the shelf.
pub fn shipped(language: &str) -> impl Iterator<Item = &'static Shipped> {
    SHELF.iter().filter(move |shipped| shipped.language == language)
}

/// A workshop that can be held: what a list shows of it, and the whole when it is taken off the shelf.
#[derive(Clone, Debug)]
pub enum OnShelf {
    /// One that ships.
    Shipped(&'static Shipped),
    /// One of one's own.
    Own(Box<Workshop>),
}

impl OnShelf {
    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Shipped(shipped) => shipped.id,
            Self::Own(own) => &own.id,
        }
    }

    /// Its name.
    pub fn title(&self) -> &str {
        match self {
            Self::Shipped(shipped) => shipped.title,
            Self::Own(own) => &own.title,
        }
    }

    /// What it holds, in half a line.
    pub fn summary(&self) -> &str {
        match self {
            Self::Shipped(shipped) => shipped.summary,
            Self::Own(own) => &own.summary,
        }
    }

    /// How long it takes, in minutes.
    pub fn minutes(&self) -> u32 {
        match self {
            Self::Shipped(shipped) => shipped.minutes,
            Self::Own(own) => own.minutes(),
        }
    }

    /// The whole of it. There is none only for one that ships and cannot be read, which a test keeps out.
    pub fn whole(&self) -> Option<Workshop> {
        match self {
            Self::Shipped(shipped) => read(shipped.text).ok(),
            Self::Own(own) => Some((**own).clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_list_shows_of_those_that_ship_is_what_their_files_say() {
        assert!(SHELF.len() >= 14);
        for shipped in SHELF {
            let whole = OnShelf::Shipped(shipped).whole().expect("it can be read");
            assert_eq!((shipped.id, shipped.language), (whole.id.as_str(), whole.language.as_str()));
            assert_eq!((shipped.title, shipped.summary), (whole.title.as_str(), whole.summary.as_str()));
            assert_eq!(shipped.minutes, whole.minutes(), "{}", shipped.id);
        }
    }
}
