//! What the door of the report asks to be done, and what comes of it.
//!
//! A report is made elsewhere: this floor knows no formats and no files, only what there is to choose from. Made by the
//! door, done by `run`.

use crate::{
    app::Desk,
    document::Document,
    record::{Names, TableId},
    ui::theme::Ink,
};
use std::path::PathBuf;

/// For whom a report is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Audience {
    /// Those who were there.
    #[default]
    Internal,
    /// Everybody: without names of people, what was parked and what the note-taker saw.
    Public,
    /// Those who read one page.
    OnePage,
}

impl Audience {
    /// The next one.
    pub fn next(self) -> Self {
        match self {
            Self::Internal => Self::Public,
            Self::Public => Self::OnePage,
            Self::OnePage => Self::Internal,
        }
    }

    /// Its name in the keys of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Public => "public",
            Self::OnePage => "one-page",
        }
    }

    /// How much of a voice it may tell, where the session allows `names`.
    pub fn names(self, names: Names) -> Names {
        match self {
            Self::Internal | Self::OnePage => names,
            Self::Public => names.min(Names::Party),
        }
    }
}

/// Which report somebody wants.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Wish {
    /// For whom.
    pub audience: Audience,
    /// Of one table only.
    pub table: Option<TableId>,
    /// How much of a voice is told; never more than was decided for the session.
    pub names: Names,
}

/// Something that the door asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// Which formats there are, and which reports were made.
    Shelf,
    /// The report as a document, under a number that comes back with it.
    Preview(u32, Wish),
    /// The report as a new file, in the format of this name.
    File(Wish, String),
    /// The report as text for the clipboard.
    Text(Wish),
    /// A file opened with the program that the system has for it.
    Open(PathBuf),
}

/// A format to choose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormatName {
    /// Its name, and the ending of its files.
    pub name: String,
    /// What people call it.
    pub label: String,
}

/// A report that was made before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Made {
    /// Its file.
    pub path: PathBuf,
    /// How large it is, in bytes.
    pub bytes: u64,
    /// When it was altered last, in words.
    pub at: String,
}

/// What there is to choose from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shelf {
    /// The formats.
    pub formats: Vec<FormatName>,
    /// The reports of this session that lie there, the newest first.
    pub made: Vec<Made>,
}

/// How far a report is that takes long.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// What was said is put together.
    Gather,
    /// The file is made, in memory.
    Write,
    /// It is put in its place.
    Save,
}

impl Stage {
    /// Its name in the keys of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Gather => "gather",
            Self::Write => "write",
            Self::Save => "save",
        }
    }
}

/// What came of something that was asked for.
#[derive(Clone, PartialEq, Debug)]
pub enum Reported {
    /// What there is to choose from.
    Shelf(Shelf),
    /// The document that was asked for under this number.
    Preview(u32, Box<Document>),
    /// The preview of this number could not be made, for this reason.
    NoPreview(u32, String),
    /// A file is being made, and it is this far.
    Working(Stage),
    /// A file was made.
    Saved(PathBuf),
    /// The text for the clipboard.
    Text(String),
    /// The text is too large for the clipboard of a terminal: its bytes, and how many can be sent.
    TooLarge(usize, usize),
    /// A file was given to the system to be opened.
    Opened(PathBuf),
    /// Something did not work, in a sentence.
    Failed(String),
}

impl Reported {
    /// Says in the footer what there is to say, for who is elsewhere by now.
    pub fn tell(&self, desk: &mut Desk) {
        match self {
            Self::Saved(path) => {
                let path = path.display().to_string();
                let text = desk.words.tell("verslag-saved", &[("path", path.into())]);
                desk.tell(Ink::Good, text);
            }
            Self::Failed(why) | Self::NoPreview(_, why) => desk.tell(Ink::Bad, why.clone()),
            Self::Shelf(_)
            | Self::Preview(..)
            | Self::Working(_)
            | Self::Text(_)
            | Self::TooLarge(..)
            | Self::Opened(_) => {}
        }
    }
}
