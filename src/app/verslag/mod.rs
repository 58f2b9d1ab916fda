//! Verslag: the report as it will be, and one key to make a file of it. Nothing is typed here: letters are commands.
//!
//! ```text
//! ask   what is asked of `run`, and what comes back     act    what a key means
//! lay   a document as rows on a screen                  table, picture   its tables and pictures
//! draw  choices, what is going on, the preview
//! ```
//!
//! What is shown is the document that a writer would be given, so nothing stands in a file that cannot be seen here and the
//! other way round. It is made by `run`, never on the thread of the keys where that could be felt. Called by `tafel`.

mod act;
mod ask;
mod draw;
mod lay;
mod picture;
mod table;

pub use act::{Asked, Pick};
pub use ask::{Audience, FormatName, Made, Reported, Shelf, Stage, Wanted, Wish};

use super::{Desk, effect::Effect};
use crate::{
    document::Document,
    record::Names,
    session::Session,
    ui::theme::{Ink, Look},
};
use lay::Page;
use std::path::PathBuf;

/// The door.
#[derive(Debug)]
pub struct Verslag {
    /// Whether it is what one sees.
    pub shown: bool,
    wish: Wish,
    /// The format, by its place.
    format: usize,
    shelf: Shelf,
    /// Under which number the preview was asked for that is to be shown.
    number: u32,
    document: Option<Document>,
    page: Page,
    /// For which columns and look it is laid out.
    laid: Option<(u16, Look)>,
    /// The first row that is shown.
    top: usize,
    /// How far a file is that is being made, and since when, in milliseconds since 1970.
    work: Option<(Stage, i64)>,
    /// The file that was made last.
    last: Option<PathBuf>,
    /// What is to be known now.
    told: Option<(Ink, String)>,
}

impl Verslag {
    /// The report of a session for which so much of a voice may be told.
    pub fn new(names: Names) -> Self {
        Self {
            shown: false,
            wish: Wish { names, ..Wish::default() },
            format: 0,
            shelf: Shelf::default(),
            number: 0,
            document: None,
            page: Page::default(),
            laid: None,
            top: 0,
            work: None,
            last: None,
            told: None,
        }
    }

    /// Shows it, as it is now.
    pub fn open(&mut self, session: &Session, desk: &mut Desk) {
        self.shown = true;
        self.ask_anew(session, desk);
    }

    /// Asks for everything that is shown: something is different.
    pub fn ask_anew(&mut self, session: &Session, desk: &mut Desk) {
        desk.ask(Effect::Report(Wanted::Shelf));
        self.wish.names = self.wish.names.min(self.widest(session));
        self.preview(desk);
    }

    /// The most that may be told of a voice.
    fn widest(&self, session: &Session) -> Names {
        self.wish.audience.names(session.names())
    }

    fn preview(&mut self, desk: &mut Desk) {
        desk.previews += 1;
        self.number = desk.previews;
        desk.ask(Effect::Report(Wanted::Preview(self.number, self.wish)));
    }

    /// The format that is chosen.
    fn format(&self) -> Option<&FormatName> {
        self.shelf.formats.get(self.format)
    }

    /// Takes in what came of something that was asked for.
    pub fn reported(&mut self, reported: Reported, desk: &mut Desk) {
        if !self.shown {
            reported.tell(desk);
        }
        match reported {
            Reported::Shelf(shelf) => self.shelf = shelf,
            Reported::Preview(number, document) if number == self.number => {
                self.document = Some(*document);
                self.laid = None;
            }
            Reported::NoPreview(number, why) if number == self.number => {
                self.document = None;
                self.told = Some((Ink::Bad, why));
            }
            Reported::Preview(..) | Reported::NoPreview(..) => {} // of a choice that was altered since
            Reported::Working(stage) => {
                self.work = Some((stage, self.work.map_or(desk.now.millis, |(_, since)| since)));
            }
            Reported::Saved(path) => {
                let args = [("path", path.display().to_string().into())];
                self.told = Some((Ink::Good, desk.words.tell("verslag-saved", &args)));
                self.work = None;
                self.last = Some(path);
                desk.ask(Effect::Report(Wanted::Shelf));
            }
            Reported::Text(text) => {
                let args = [("size", kilobytes(text.len()).into())];
                self.told = Some((Ink::Good, desk.words.tell("verslag-sent", &args)));
                desk.clip = Some(text);
            }
            Reported::TooLarge(size, most) => {
                let args = [("size", kilobytes(size).into()), ("most", kilobytes(most).into())];
                self.told = Some((Ink::Warn, desk.words.tell("verslag-too-large", &args)));
            }
            Reported::Opened(path) => {
                let args = [("path", path.display().to_string().into())];
                self.told = Some((Ink::Dim, desk.words.tell("verslag-opened", &args)));
            }
            Reported::Failed(why) => {
                self.work = None;
                self.told = Some((Ink::Bad, why));
            }
        }
    }
}

/// Bytes in thousands, never none of them.
fn kilobytes(bytes: usize) -> usize {
    bytes.div_ceil(1000)
}
