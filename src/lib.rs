//! `aantafel` ("at the table"): captures what every table of a living lab says, offline, and gives it back.
//!
//! **This page is the map.** The rooms of the house stand on floors. A room may know only the rooms on lower floors, never
//! a neighbour on its own floor and never one above. `tests/house.rs` holds that, and names the line that breaks it.
//!
//! ```text
//!   main.rs      hands over the arguments, gives back an exit code
//!   cli          the commands, one file each; what a script or a shell asks
//!   run          the loop: keyboard, clock and disk meet here, and nowhere else
//!   app          what is on the screen │ report   a session as a   │ store    the disk: journal,
//!                and what a key does   │          document, a file │          tables, locks
//!   harvest      what is made of what the tables said: themes, the tables side by side
//!   search       looking back: words, kinds and parties over all sessions; agreements, lessons
//!   session      a session in memory: tables, what is done at them, undo, the clock
//!   workshop     the author's file, its mistakes, the shelf that ships
//!   form         THE FOLDER TO TOUCH FOR A FORM (werkvorm): one folder each
//!   dialect      how our files are spelled │ record   what is said, │ ui       keys, colours,
//!                                          │ and how it changes     │          what is painted
//!   suggest      what may belong together, and by which words (beside `record`)
//!   text         graphemes, widths, editing │ words   nl and en     │ document a report without a format
//! ```
//!
//! From the ground up:
//!
//! - [`text`] measures, wraps, cleans and edits text as people see it. [`words`] speaks Dutch and English, with their dates
//!   and numbers. [`document`] is a report before it looks like anything.
//! - [`record`] is the kernel. Two kinds of record hold all that is said, a [`record::Entry`] and a [`record::Judgement`];
//!   a [`record::Change`] is the one way to alter them, and [`record::Records::apply`] the one function that does.
//!   [`dialect`] is the one spelling of our files. [`ui`] holds the one table of keys and the one set of colours.
//!   [`suggest`] says which lines may belong together, and by which words.
//! - [`form`] is the vocabulary that workshops are written in. A form looks at records and never owns them.
//! - [`workshop`] is an author's file: rounds with their minutes, and blocks that are forms with their settings.
//! - [`session`] is a session in memory, and every deed at a table. It knows no file, no clock and no screen.
//! - [`harvest`] reads themes and counts off a session, and says how they are altered. It owns nothing: what stands under
//!   which theme is written down at a table of the session.
//! - [`search`] finds what was said in any session: pure, over lines that `store` reads and `app` and `cli` show.
//! - [`store`] puts a session on the disk, [`report`] makes a document of it, [`app`] shows it and understands keys.
//!   They do not know each other.
//! - [`run`] lets them meet: it asks the keyboard and the clock, has `app` decide, does what `app` asks and tells it how
//!   that went. [`cli`] does the same for commands without a screen.
//!
//! # A key press becomes a saved answer
//!
//! ```text
//! run      reads the key and the time                                 app::Event::Key
//! app      looks the key up once in ui::keys, for the place where it is
//! session  turns the line into a record::Change and applies it        memory is right from here on
//! app      asks                                                       app::Effect::Write
//! run      appends the change to the journal, and only then draws     a kill loses nothing that was seen
//! store    syncs within a quarter of a second on a thread of its own  app::Event::Saved: "saved 14:32"
//!          and when it is quiet writes the table's file anew, whole
//! ```
//!
//! `on` changes, `draw(&self)` shows, `run` acts; nothing does two of these. So a test can be the whole room: it types,
//! sees, opens the drawer and owns the clock (`tests/room`).
//!
//! # Where to begin
//!
//! | to see | read |
//! |---|---|
//! | what is kept | [`record`], then `docs/files.md` |
//! | what a form is | [`form`], then `form/formulate`, which is the smallest with something to fill in |
//! | what a key does | `ui/keys.rs`, then `app/tafel` |
//! | what is promised | [`store`], then `store/writer.rs` |
//! | how to add something | `CONTRIBUTING.md` |
#![warn(missing_docs)]

// the ground
pub mod document;
pub mod text;
pub mod words;

// what is said, how it is spelled, how it is shown
pub mod dialect;
pub mod record;
pub mod suggest;
pub mod ui;

// what a session is made of
pub mod form;
pub mod workshop;

pub mod session;

// what is made of sessions
pub mod harvest;
pub mod search;

// three who do not know each other
pub mod app;
pub mod report;
pub mod store;

// where they meet
pub mod run;

pub mod cli;
