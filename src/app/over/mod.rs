//! What lies on top of a door: a list to choose from, a form, a card to read, the help.

mod card;
mod form;
mod help;
mod history;
mod lesson;
mod list;
mod looking;
mod offer;
mod places;
mod readback;
mod seats;

pub use card::Card;
pub use form::{Form, Fresh};
pub use help::Help;
pub use history::{Chapter, History};
pub use lesson::{Filled, LessonForm};
pub use list::{Free, List, suggestions};
pub use looking::Looking;
pub use places::places;
pub use readback::{ReadBack, ink as answer_ink};
pub use seats::Seats;

use super::{Desk, oogst::Reap, regie::Seating, verslag::Pick};
use crate::{
    record::{BlockId, CategoryId, EntryId, PartyId, RoundId, SessionId, TableId},
    session::{Answer, Turn},
    text::Op,
    ui::{Command, Where, typing},
};
use crossterm::event::KeyEvent;
use ratatui::{buffer::Buffer, layout::Rect};
use std::path::PathBuf;

/// What lies on top.
#[derive(Clone, Debug)]
pub enum Over {
    /// A list to choose from.
    Picker(List),
    /// The form of a session.
    Form(Box<Form>),
    /// Who sits at the table.
    Seats(Seats),
    /// What there is to say of a lesson.
    Lesson(Box<LessonForm>),
    /// What became of an entry.
    History(History),
    /// Something to read.
    Card(Card),
    /// What is read back to the table.
    ReadBack(ReadBack),
    /// What can be done with what is typed at a table where another window writes.
    Looking(Looking),
    /// The keys.
    Help(Help),
}

/// What was chosen, for the door or the program to do.
#[derive(Clone, Debug)]
pub enum Deed {
    /// Puts something else on top.
    Show(Box<Over>),
    /// As if its key were pressed.
    Command(Command),
    /// Opens a session.
    Open(SessionId),
    /// Makes a session.
    Create(Box<Fresh>),
    /// Saves everything in a folder below this one.
    SaveTo(PathBuf),
    /// Brings in what is kept in this folder.
    BringIn(PathBuf),
    /// Changes the head of the session that is open.
    Details(Box<Fresh>),
    /// Goes to a table.
    Table(TableId),
    /// Five minutes more for a table, while the others go on.
    Longer(TableId),
    /// A table writes on paper, or no longer does.
    OnPaper(TableId),
    /// What the table says of what was read back to it.
    ReadBack(Answer),
    /// Alters who sits where over the tables.
    Seating(Seating),
    /// Shows something on the projector, or what it shows by itself.
    OnTheWall(Option<String>),
    /// What was chosen at the harvest.
    Harvest(Reap),
    /// What was chosen at the report.
    Verslag(Pick),
    /// One table more.
    AddTable,
    /// Goes to a round.
    Round(RoundId),
    /// Goes to where the short code leads that was typed.
    Code(String),
    /// Goes to an entry.
    Entry(EntryId),
    /// Puts the entry in hand into another place.
    Place(EntryId, RoundId, BlockId, CategoryId),
    /// So many more of a party at the table.
    Seats(PartyId, i32),
    /// A party that was not there.
    AddParty(String),
    /// A category of the table's own.
    AddCategory(String),
    /// What is said of a lesson, or that it is none.
    Lesson(Box<Filled>),
    /// Makes an entry again what it was.
    PutBack(EntryId, Box<Turn>),
    /// Keeps these words until this window may write at the table, or goes somewhere it may.
    Hold(String, Elsewhere),
}

/// Where words go that cannot be written at the table that is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Elsewhere {
    /// To the same table, under another name.
    Aside,
    /// To another table.
    Table(TableId),
    /// Nowhere yet.
    Wait,
}

/// What a key did to what lies on top.
pub enum Done {
    /// It stays.
    No,
    /// It goes.
    Close,
    /// It goes, and this is done.
    Deed(Deed),
    /// It stays, and this is done.
    Keep(Deed),
}

impl Over {
    /// Where the keyboard goes.
    pub fn place(&self) -> Where {
        match self {
            Self::Picker(_) | Self::Looking(_) => Where::Picker,
            Self::Form(form) if form.is_reading() => Where::Page,
            Self::Form(_) => Where::Form,
            Self::Seats(_) => Where::Seats,
            Self::Lesson(_) => Where::Lesson,
            Self::History(_) => Where::History,
            Self::ReadBack(_) => Where::ReadBack,
            Self::Card(_) | Self::Help(_) => Where::Page,
        }
    }

    /// Whether it is only there to be read, on top of a line in which somebody may be typing: words go to the line.
    pub fn gives_way(&self) -> bool {
        match self {
            Self::Card(_) => true,
            Self::Picker(_)
            | Self::Form(_)
            | Self::Seats(_)
            | Self::Lesson(_)
            | Self::History(_)
            | Self::ReadBack(_)
            | Self::Looking(_)
            | Self::Help(_) => false,
        }
    }

    /// Whether there is more of it to be read by going down.
    pub fn scrolls(&self) -> bool {
        matches!(self, Self::Card(card) if card.parts.len() > 1)
    }

    /// Whether it goes by itself for this key, which is typed and means nothing here.
    pub fn gives_way_to(&self, key: &KeyEvent) -> bool {
        self.gives_way() && matches!(typing::op(key), Some(Op::Insert(_)))
    }

    /// Takes a key.
    pub fn on(&mut self, command: Option<Command>, key: &KeyEvent, desk: &mut Desk) -> Done {
        let own = match self {
            Self::Looking(_) | Self::Lesson(_) => true,
            Self::Form(form) => form.is_reading(),
            Self::Picker(_) | Self::Seats(_) | Self::History(_) | Self::Card(_) | Self::ReadBack(_) | Self::Help(_) => {
                false
            }
        };
        if command == Some(Command::Back) && !own {
            return Done::Close;
        }
        match self {
            Self::Picker(list) => list.on(command, key, desk),
            Self::Form(form) => form.on(command, key, desk),
            Self::Seats(seats) => seats.on(command, desk),
            Self::Lesson(lesson) => lesson.on(command, key),
            Self::History(history) => history.on(command),
            Self::ReadBack(card) => card.on(command),
            Self::Card(card) => card.on(command, desk),
            Self::Looking(looking) => looking.on(command, key),
            Self::Help(help) => help.on(command, desk),
        }
    }

    /// Takes pasted text, where text can be typed.
    pub fn paste(&mut self, text: &str) {
        match self {
            Self::Picker(list) => list.paste(text),
            Self::Form(form) => form.paste(text),
            Self::Lesson(lesson) => lesson.paste(text),
            Self::Looking(looking) => looking.paste(text),
            Self::Seats(_) | Self::History(_) | Self::ReadBack(_) | Self::Card(_) | Self::Help(_) => {}
        }
    }

    /// Draws it over what lies below; says where the caret stands, if it types.
    pub fn draw(&self, buf: &mut Buffer, desk: &Desk) -> Option<(u16, u16)> {
        match self {
            Self::Picker(list) => Some(list.draw(buf, desk)),
            Self::Form(form) => {
                let caret = form.draw(buf, desk);
                (!form.is_reading()).then_some(caret)
            }
            Self::Lesson(lesson) => Some(lesson.draw(buf, desk)),
            Self::Looking(looking) => Some(looking.draw(buf, desk)),
            Self::Seats(seats) => {
                seats.draw(buf, desk);
                None
            }
            Self::History(history) => {
                history.draw(buf, desk);
                None
            }
            Self::ReadBack(card) => {
                card.draw(buf, desk);
                None
            }
            Self::Card(card) => {
                card.draw(buf, desk);
                None
            }
            Self::Help(help) => {
                help.draw(buf, desk);
                None
            }
        }
    }
}

/// A card with one thing to read, which goes by itself for who types on.
pub fn told(title: String, text: String) -> Over {
    Over::Card(Card { title, parts: vec![(String::new(), text)], at: 0 })
}

/// A cleared area in the middle of the screen, above the footer, framed, with a title; says what is inside the frame.
fn sheet(buf: &mut Buffer, desk: &Desk, width: u16, height: u16, title: &str) -> Rect {
    use crate::ui::{paint, theme::Ink};
    let room = desk.area;
    let (width, height) = (width.min(room.width.saturating_sub(2)), height.min(room.height.saturating_sub(3)));
    let area = Rect::new((room.width - width) / 2, (room.height.saturating_sub(height + 1)) / 2, width, height);
    clear(buf, area);
    buf.set_style(area, desk.theme.raised());
    let strong = desk.theme.ink(Ink::Text).add_modifier(ratatui::style::Modifier::BOLD);
    paint::frame(buf, area, &desk.theme, title, desk.theme.ink(Ink::Faint), strong);
    Rect::new(area.x + 2, area.y + 1, area.width.saturating_sub(4), area.height.saturating_sub(2))
}

/// Empties an area; a wide character that begins left of it goes too, so that no half of it is left.
fn clear(buf: &mut Buffer, area: Rect) {
    for y in area.top()..area.bottom() {
        for x in area.left().saturating_sub(1)..area.right() {
            let own = x >= area.left();
            if let Some(cell) = buf.cell_mut((x, y))
                && (own || crate::text::width(cell.symbol()) > 1)
            {
                if own {
                    cell.reset()
                } else {
                    cell.set_symbol(" ");
                }
            }
        }
    }
}
