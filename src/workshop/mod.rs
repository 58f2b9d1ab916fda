//! The workshop: an author's file of rounds, phases and blocks, its check, and the shelf of those that ship.
//!
//! A workshop is data. One more of it is a file and no line of program. It is copied into a session when that starts, so
//! that a report never changes because an author edits a file afterwards.
//!
//! Not here: reading files from disk (`store`), or what a table said (`session`).

mod check;
mod check_links;
mod model;
mod read;
mod shelf;

pub use check::{About, Complaint, check, compare, tell};
pub use model::{FORMAT, Group, Phase, Round, Workshop};
pub use read::{crowded, read};
pub use shelf::{OnShelf, Shipped, shipped};
