//! The forms (*werkvormen*): the vocabulary that workshops are written in. **The folder to touch for a form.**
//!
//! A form is one folder: its definition (what an author writes), its checks, its lens over the records, and what it says
//! in the report. A form never owns data: it shows, and says what is open. So a form whose definition changes can never
//! lose what was said. To add one: make its folder, add its `pub mod` and one line to `forms!` below; the compiler and the
//! registry test (`tests/registry.rs`) point at the rest.
//!
//! Called by `workshop` (definitions and checks), `app` (lens), `report` (blocks).

pub mod collect;
pub mod formulate;
pub mod listing;
pub mod moment;
mod place;
#[cfg(test)]
mod samples;

pub use crate::ui::tone::Tone;
pub use place::{Column, ColumnKind, Kind, Place};

use crate::{
    document,
    record::{BlockId, Parties, Records},
    words::Words,
};
use serde::{Deserialize, Serialize};

/// What a form needs to look at the records of a table.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// What the table said.
    pub records: &'a Records,
    /// Who may have said it.
    pub parties: &'a Parties,
    /// The language of the screen or report.
    pub words: &'a Words,
}

/// What every block carries, whatever its form.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Its id, unique in the workshop.
    pub id: &'a BlockId,
    /// A heading, where the round holds more than one block.
    pub title: &'a str,
    /// The question it answers, where that is not the round's.
    pub question: &'a str,
    /// A word of help for the note-taker.
    pub hint: &'a str,
    /// May be left out without anything being open.
    pub optional: bool,
}

/// A mistake in a block: where in it, and which sentence tells it (`check-<key>` and `check-<key>-remedy`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The field, as a path below the block: `categories[1].sigil`.
    pub at: String,
    /// The sentence.
    pub key: &'static str,
    /// What the sentence names.
    pub args: Vec<(&'static str, String)>,
}

impl Fault {
    /// A fault that names nothing.
    pub fn new(at: impl Into<String>, key: &'static str) -> Self {
        Self { at: at.into(), key, args: Vec::new() }
    }
    /// The same, naming something.
    #[must_use]
    pub fn naming(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// A form as a lens over records.
pub trait Lens {
    /// What every block carries.
    fn frame(&self) -> Frame<'_>;
    /// Where what is typed can go: categories, slots, notes.
    fn places(&self, scope: Scope<'_>) -> Vec<Place>;
    /// What is still open, in sentences; never a barrier.
    fn open(&self, scope: Scope<'_>) -> Vec<String>;
    /// What it says in the report.
    fn report(&self, scope: Scope<'_>) -> Vec<document::Block>;
    /// What an author got wrong.
    fn check(&self) -> Vec<Fault>;
}

/// Makes the definition of a form: the fields every block has, and its own.
///
/// RON cannot flatten one struct into another without losing data, so the shared fields are written into each.
macro_rules! block {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Debug, Default, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Its id, unique in the workshop.
            pub id: crate::record::BlockId,
            /// A heading, where the round holds more than one block.
            #[serde(default, skip_serializing_if = "String::is_empty")]
            pub title: String,
            /// The question it answers, where that is not the round's.
            #[serde(default, skip_serializing_if = "String::is_empty")]
            pub question: String,
            /// A word of help for the note-taker.
            #[serde(default, skip_serializing_if = "String::is_empty")]
            pub hint: String,
            /// May be left out without anything being open.
            #[serde(default, skip_serializing_if = "crate::form::is_default")]
            pub optional: bool,
            $($(#[$field_doc])*
            #[serde(default, skip_serializing_if = "crate::form::is_default")]
            pub $field: $kind,)*
        }
        impl $name {
            fn own_frame(&self) -> crate::form::Frame<'_> {
                crate::form::Frame {
                    id: &self.id,
                    title: &self.title,
                    question: &self.question,
                    hint: &self.hint,
                    optional: self.optional,
                }
            }
        }
    };
}
pub(crate) use block;

pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The one list of forms.
macro_rules! forms {
    ($($(#[$doc:meta])* $name:ident($kind:ty),)*) => {
        /// A block of a workshop: one form with its parameters.
        #[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
        pub enum Form {
            $($(#[$doc])* $name($kind),)*
        }
        impl Form {
            /// The names of all forms, as authors write them.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];
            /// The form's name, as authors write it.
            pub fn name(&self) -> &'static str {
                match self { $(Self::$name(_) => stringify!($name),)* }
            }
            /// The form as a lens over records.
            pub fn lens(&self) -> &dyn Lens {
                match self { $(Self::$name(form) => form,)* }
            }
        }
    };
}

forms! {
    /// Text and clock; nothing to fill in but notes and quotes.
    Moment(moment::Moment),
    /// Entries with typed columns.
    Collect(collect::Collect),
    /// One text that grows.
    Formulate(formulate::Formulate),
}
