//! Text as people see it: whole graphemes, cleaned, measured, wrapped, folded and edited.
//!
//! This is the ground floor. It knows no screen, no disk and no other room; it takes strings and gives strings, ranges
//! and numbers. Every room above that lets text in, measures it or lets somebody type in it comes here, so that a name
//! has one spelling, one width and one place to break, on the screen as well as in a report.
//!
//! - [`clean()`] and [`clean_line`]: the door. What came from a keyboard, a paste or a file goes through here first.
//! - [`width()`], [`fit`], [`pad`]: how many columns a text takes, and how to make it take a given number.
//! - [`wrap()`], [`wrap_text`]: where a paragraph breaks into rows.
//! - [`fold()`]: the form in which two spellings of the same word are equal.
//! - [`language`]: the words of a text, their stems, compounds and typos; when two words are one.
//! - [`Editor`], [`Op`], [`Goal`]: a text box as a pure state machine, replayed from a journal of its operations.

pub mod clean;
pub mod edit;
pub mod fold;
pub mod language;
pub mod width;
pub mod wrap;

#[cfg(test)]
mod samples;

pub use clean::{clean, clean_line, is_clean};
pub use edit::{Editor, Goal, Op};
pub use fold::fold;
pub use width::{fit, grapheme_width, pad, width};
pub use wrap::{wrap, wrap_text};
