//! Pieces of text, each said in one manner, and the items of a list made of them.
//!
//! Not for how a manner looks; a writer decides that. Made by forms and the report room, read by every writer.

/// An item of a list, with what hangs under it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Item {
    /// Its words; the short code of what it tells is a run among them.
    pub runs: Vec<Run>,
    /// The list below it.
    pub below: Vec<Item>,
}

/// A piece of text in one manner. Runs beside one another are set apart by a space.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they are said.
    pub manner: Manner,
}

/// How a run is said; a writer decides how that looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Manner {
    /// As it stands.
    #[default]
    Plain,
    /// It matters more.
    Strong,
    /// It is about the words beside it: who said it, what marks it carries.
    Aside,
    /// The short code of what stands here (`T2·4·07`): where a [`Manner::Link`] with the same text leads to.
    Code,
    /// The short code of what stands elsewhere. Without such a place it is only words.
    Link,
}

impl Run {
    /// Words as they stand.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), manner: Manner::Plain }
    }
    /// Words that matter more.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), manner: Manner::Strong }
    }
    /// Words about the words.
    pub fn aside(text: impl Into<String>) -> Self {
        Self { text: text.into(), manner: Manner::Aside }
    }
    /// The code of what stands here.
    pub fn code(text: impl Into<String>) -> Self {
        Self { text: text.into(), manner: Manner::Code }
    }
    /// The code of what stands elsewhere.
    pub fn link(text: impl Into<String>) -> Self {
        Self { text: text.into(), manner: Manner::Link }
    }
}
