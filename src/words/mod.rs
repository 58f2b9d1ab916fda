//! The words room: everything the program says, in Dutch and in English, and how it says dates and numbers.
//!
//! On the ground floor: it reads no files at run time, knows no screen and no clock.

pub mod dates;
pub mod numbers;

mod lang;
mod typed_date;

pub use lang::{Lang, UnknownLang};
pub use typed_date::parse_date;
