//! What happens to the program, and what it asks to be done. Between the two stands nothing that touches the world.

use super::{
    over::Fresh,
    terugblik::Recall,
    verslag::{Reported, Wanted},
};
use crate::{
    harvest::{Codebook, Shared},
    record::{EntryId, Now, RoundId, SessionId, TableId},
    search::Lesson,
    session::{Head, Last, Log, News, Past, Session, Summary, Table},
    workshop::OnShelf,
};
use crossterm::event::KeyEvent;
use std::path::PathBuf;

/// Something that happened.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed.
    Key(KeyEvent, Now),
    /// Text was pasted.
    Paste(String, Now),
    /// The screen has another size.
    Resize(u16, u16),
    /// A second went by.
    Tick(Now),
    /// Nobody waits for anything: time to go on with what takes long. Only of use while the program [is busy](super::App::is_busy).
    Idle,
    /// What is on this computer.
    Listed(Box<Listed>),
    /// A part of what was ever saved, for who looks back.
    Recalled(Box<Recall>),
    /// The lessons of all sessions, for who prepares one.
    Lessons(Vec<Lesson>),
    /// A session was opened at a table; in sentences what is in doubt about its files.
    Opened(Box<Session>, TableId, Vec<String>),
    /// The door at which the session that was opened is to be shown.
    Enter(Doorway),
    /// Words that were typed in front of a table where another window wrote, and that no line has yet.
    Loose(String),
    /// The session that is open could not be made before, and now it was, under this id.
    Made(SessionId),
    /// What is known of the past of a table, and of which entry it was asked.
    Past(TableId, Option<EntryId>, Box<Past>),
    /// Whether this window may write at a table.
    Seated(TableId, Seat),
    /// Others wrote something in the session that is open.
    News(Box<News>),
    /// The themes that sessions share.
    Codebook(Box<Codebook>),
    /// The window that had a table is gone: it is ours, as it was left.
    TakenOver(TableId, Box<Table>),
    /// Everything up to this moment (milliseconds since 1970) is safely on disk.
    Saved(i64),
    /// Something could not be written; what it was stays in memory and is tried again.
    NotSaved(Unsaved),
    /// Where else it could be saved.
    Places(Vec<(PathBuf, Option<u64>)>),
    /// Everything was saved in this folder, and from now on that is where it goes.
    Moved(PathBuf),
    /// What came of something that the door of the report asked for.
    Report(Box<Reported>),
    /// Something was done, in a sentence.
    Told(String),
    /// Something went wrong, in a sentence that says what is safe and what to do.
    Trouble(String),
}

/// A door of a session, as somebody asks for it who opens one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Doorway {
    /// At the table, to write down.
    #[default]
    Tafel,
    /// Leading the room.
    Regie,
    /// The harvest.
    Oogst,
    /// The report.
    Verslag,
}

impl Doorway {
    /// All that there are.
    pub const ALL: [Self; 4] = [Self::Tafel, Self::Regie, Self::Oogst, Self::Verslag];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tafel => "tafel",
            Self::Regie => "regie",
            Self::Oogst => "oogst",
            Self::Verslag => "verslag",
        }
    }
}

/// What is not on disk, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsaved {
    /// How many things were said and altered that are in memory only.
    pub said: usize,
    /// How many keys.
    pub keys: usize,
    /// Why, in a short sentence.
    pub why: String,
    /// Whether it is only the files that people read: the journal has everything.
    pub only_files: bool,
}

/// What could not be saved where it belongs, and is kept elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The folder where it is.
    pub path: PathBuf,
    /// When it was put there, in milliseconds since 1970.
    pub at: i64,
    /// What the session is called.
    pub title: String,
}

/// What is on this computer.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// The sessions, newest first; of many only the newest, and those worked on of late.
    pub sessions: Vec<Summary>,
    /// How many sessions there are in all.
    pub all: usize,
    /// Whether the sessions are still being read: then nothing of them is known here.
    pub reading: bool,
    /// The workshops, shipped and own, in the language of the screen.
    pub shelf: Vec<OnShelf>,
    /// What could not be read, in sentences.
    pub troubles: Vec<String>,
    /// What could not be saved where it belongs.
    pub kept: Vec<Kept>,
}

/// Whether this window may write at a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Seat {
    /// It may.
    Ours,
    /// Another window has it; this one looks on.
    Taken {
        /// The device that it writes as; empty if that cannot be known.
        who: String,
        /// Since when, as a time of the day; empty likewise.
        since: String,
    },
}

/// Something to be done by the loop, before the screen is shown.
#[derive(Debug)]
pub enum Effect {
    /// Read which sessions there are.
    List,
    /// Read everything that was ever saved; it comes in parts.
    Recall,
    /// Nobody looks back any more.
    Forget,
    /// Read the lessons of all sessions.
    Lessons,
    /// Make a session and open it.
    Create(Box<Fresh>),
    /// Open a session, at a table or where one was.
    Open(SessionId, Option<TableId>),
    /// Take the table to write at, if it is not ours yet.
    Sit(TableId),
    /// Write under another name, so that two windows can write at one table; begin at this one, in this round.
    WriteAside(TableId, Option<RoundId>),
    /// Keep words that are on the screen and on no line; nothing, once they are on one.
    Loose(String),
    /// Remember where one is, for the next time.
    Remember(Last),
    /// Append to the table's journal.
    Write(TableId, Box<Log>),
    /// Write the head of the session.
    Keep(Box<Head>),
    /// Read the past of a table: of one entry, or to look at all of it.
    Past(TableId, Option<EntryId>),
    /// Read the themes that sessions share.
    Codebook,
    /// Put a theme among those that sessions share.
    Share(Box<Shared>),
    /// What the door of the report asks for.
    Report(Wanted),
    /// Leave this session: bring its files up to date and give its tables free.
    Leave(Box<Session>),
    /// Look where else it could be saved.
    Places,
    /// Save everything in a folder below this one, and go on there.
    SaveTo(PathBuf),
    /// Bring in what is kept in this folder, and open it.
    BringIn(PathBuf),
    /// End the program.
    Quit,
}
