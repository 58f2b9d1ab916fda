//! The words room: everything the program says, in Dutch and in English, and how it says dates and numbers.
//!
//! On the ground floor: it reads no files at run time, knows no screen and no clock. Who speaks holds a [`Words`]
//! and asks for a key; who shows a date or a number asks [`dates`] or [`numbers`]; what a person typed as a date is
//! read by [`parse_date`], as a time by [`parse_moment`]. The messages stand in `assets/i18n/{nl,en}/*.ftl`; `files` lists them once.
//!
//! ```
//! use aantafel::words::{Lang, Words};
//!
//! let words = Words::new(Lang::Nl);
//! assert_eq!(words.tell("report-tables", &[("count", 1250.into())]), "1.250 tafels");
//! ```

pub mod dates;
pub mod numbers;

mod arg;
mod files;
mod greeting;
mod lang;
mod messages;
mod typed_date;
mod typed_time;

pub use arg::Arg;
pub use lang::{Lang, UnknownLang};
pub use messages::Words;
pub use typed_date::{parse_date, parse_since};
pub use typed_time::parse_moment;
