//! The disk: the only room that opens files of the data folder.
//!
//! Not for what is in them: `session` and `workshop` know that, `dialect` knows how it is spelled. Called by `run`,
//! which performs what the screens ask for, and by `cli`.
//!
//! The promise of the house is kept here: nothing that was on the screen is lost. A change is appended to the
//! [`Journal`] at once; files for people are replaced whole by [`save()`], so that they are old or new and never half; what
//! cannot be read is set aside by name and never overwritten; and every [`Trouble`] says what is safe.
//!
//! The way in is [`Store`]: which sessions there are, one of them loaded, and a [`Writer`] for each table that is written
//! here. Below it are the deeds themselves, each in a file of its own.

mod aside;
mod backup;
mod carry;
mod codebook;
mod doubt;
mod folder;
mod follow;
mod forget;
mod head;
mod import;
mod journal;
mod load;
mod lock;
mod past;
mod people;
mod place;
mod places;
mod print;
mod recall;
mod reports;
mod rescue;
mod save;
mod sessions;
mod shelf;
mod slug;
mod table_file;
mod tell;
mod trouble;
mod wash;
mod whole;
mod writer;

#[cfg(test)]
mod story_tests;

pub use aside::{Aside, AsideKind, is_leftover, keep_copy, list_aside, read_file, set_aside};
pub use backup::Backup;
pub use doubt::{Doubt, Loaded, NotFound};
pub use folder::make_folder;
pub use follow::{Follow, Looked, Marks};
pub use forget::{Forgetting, Forgotten, Place, PlaceKind, Sought};
pub use import::{Brought, Imported};
pub use journal::{Damaged, Found, JOURNAL_FORMAT, Journal, MOST_LINE, Reason, Syncer, Torn};
pub use lock::{Held, Holder, Lock, Refused};
pub use place::{Data, SessionDir, TableName, read_table_name};
pub use places::{Offer, Places};
pub use recall::{Look, Recalled};
pub use reports::{KeptReport, save_new};
pub use rescue::{Belongs, Rescued};
pub use save::save;
pub use sessions::Store;
pub use slug::{safe_name, slug};
pub use table_file::check_table;
pub use tell::{tell_aside, tell_overdue};
pub use trouble::{Deed, Safe, Trouble, Why};
pub use whole::Whole;
pub use writer::{Snapshot, Writer, Written};
