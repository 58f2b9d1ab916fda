//! The shelf: the workshops that ship with the program, in Dutch and English.
//!
//! They are the files of `workshops/`, put into the program when it is built; `build.rs` finds them, so one more workshop
//! is a file and nothing else.

/// A workshop that ships, as text.
#[derive(Clone, Copy, Debug)]
pub struct Shipped {
    /// Its language: the folder it stands in.
    pub language: &'static str,
    /// Its id: the name of its file.
    pub id: &'static str,
    /// What stands in the file.
    pub text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/shelf.rs"));

/// The workshops that ship, of one language, in the order of the shelf.
pub fn shipped(language: &str) -> impl Iterator<Item = &'static Shipped> {
    SHELF.iter().filter(move |shipped| shipped.language == language)
}
