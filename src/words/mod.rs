//! The words room: everything the program says, in Dutch and in English, and how it says dates and numbers.
//!
//! On the ground floor: it reads no files at run time, knows no screen and no clock.

pub mod numbers;

mod lang;

pub use lang::{Lang, UnknownLang};
