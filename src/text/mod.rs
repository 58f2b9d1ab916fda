//! Text as people see it: whole graphemes, cleaned, measured, wrapped, folded and edited.
//!
//! This is the ground floor. It knows no screen, no disk and no other room; it takes strings and gives strings, ranges
//! and numbers. Every room above that lets text in, measures it or lets somebody type in it comes here, so that a name
//! has one spelling, one width and one place to break, on the screen as well as in a report.
//!
//! - [`clean()`] and [`clean_line`]: the door. What came from a keyboard, a paste or a file goes through here first.

pub mod clean;

#[cfg(test)]
mod samples;

pub use clean::{clean, clean_line, is_clean};
