//! The one RON dialect: how every file of ours is read, written, searched and mended, as text.
//!
//! Not for files: nothing here opens one (that is `store`). Not for what a file means either; a session, a workshop and
//! a settings file all come through the same doors. Called by `workshop`, `session`, `store` and the command `check`.
//!
//! The dialect is RON with `implicit_some`, `unwrap_newtypes` and `unwrap_variant_newtypes`, so that people who edit a
//! file by hand need not know what an option or a newtype is. Keep to plain structs and externally tagged enums:
//! `untagged`, `flatten` and `tag` lose data in RON.

mod find;
mod mistake;
mod quick;
mod read;
mod salvage;
mod scan;
mod tell;
mod told;
mod write;

pub use find::{Field, add_fields, elements, fields, line_col, locate, offset};
pub use mistake::{Mistake, Opened, Sort, What};
pub use read::{Reading, check_format, format_of, is_harmless, name_of, read, read_bytes, text_of};
pub use salvage::salvage;
pub use scan::{Kind, Token, Tokens};
pub use tell::tell_mistake;
pub use write::{Unwritable, write_line, write_line_onto, write_pretty};
#[cfg(test)]
pub(crate) use {quick::read as read_quickly, read::thoroughly};

use ron::extensions::Extensions;

/// How deep brackets may be nested in a file we read, in steps of the RON library (a struct in a list takes about four).
///
/// Deep enough for anything a person writes, shallow enough that a hostile file cannot exhaust the stack.
pub const MOST_NESTED_READ: usize = 128;

/// How deep a value may be that we write; lower than [`MOST_NESTED_READ`], so that what is written can be read.
pub const MOST_NESTED_WRITTEN: usize = 48;

/// The dialect as the RON library's options, for reading.
///
/// Public so that a test or a tool can compare with the library itself; rooms use [`read()`] and [`write_pretty`].
pub fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(
            Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES | Extensions::UNWRAP_VARIANT_NEWTYPES,
        )
        .with_recursion_limit(MOST_NESTED_READ)
}
