//! Looking back: what was said in any session, found by its words, by who said it, and by what it is.
//!
//! Not for files (that is `store`, which reads the sessions) nor for a screen. Pure: sessions in, lines out. Called by
//! `store`, `app` and `cli`.
//!
//! - [`Query`]: what is looked for. Several words must all stand in one line; what is between quotation marks is meant
//!   literally. [`Sieve`]: in which session, of which kind, of which party, since when, where.
//! - [`Line`]: a thing that was said, with where; [`lines`] makes them of a session.
//! - [`Shelf`]: many lines, kept so that each key is answered at once; it is never altered, so a thread can make it.
//! - [`Bytes`]: says of the bytes of a file whether what is looked for may stand in it, and never misses it. So only the
//!   files that matter are read.
//! - [`Agreement`]s and [`Lesson`]s over all sessions.
//!
//! Typos only count when nothing is found without them: *kater* is no *water* for who looks for water.

mod agreements;
mod bytes;
mod lessons;
mod line;
mod query;
mod shelf;
mod sieve;

pub use agreements::{Agreement, agreements};
pub use bytes::{Bytes, Known};
pub use lessons::{Lesson, about, fitting, lessons, shelve_lessons};
pub use line::{Kind, Lab, Line, lines};
pub use query::{Query, Term};
pub use shelf::{Found, Hit, Making, Shelf};
pub use sieve::Sieve;

#[cfg(test)]
mod shelf_tests;
