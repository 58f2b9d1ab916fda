//! One thing done to a text box: what a key, a paste or a click becomes, and what the journal holds.
//!
//! It knows no keys and no screen; `ui/` makes these from keys, the store writes them, the editor obeys them.

use serde::{Deserialize, Serialize};

/// One operation on an [`Editor`](super::Editor).
///
/// None of them depends on the width of a screen, so that a journal written on one machine replays on another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Op {
    /// Puts a text at the caret, cleaned; newlines stay. One grapheme is typing, more is a paste.
    Insert(String),
    /// Takes away the grapheme before the caret.
    Back,
    /// Takes away the grapheme behind the caret.
    Delete,
    /// Takes away everything back to the start of a word.
    WordBack,
    /// Takes away everything up to the end of a word.
    WordDelete,
    /// Takes away the rest of the paragraph, but not its newline.
    KillToEnd,
    /// Takes away the paragraph up to the caret, but not the newline before it.
    KillToStart,
    /// One grapheme to the left.
    Left,
    /// One grapheme to the right.
    Right,
    /// To the start of this word, or of the one before.
    WordLeft,
    /// To the end of this word, or of the next.
    WordRight,
    /// To the start of the paragraph, however many rows it takes.
    Start,
    /// To the end of the paragraph, however many rows it takes.
    End,
    /// To a byte of the text; a place inside a grapheme means its start, one past the end means the end.
    ///
    /// Arrows up and down, Home, End and the mouse depend on rows, and so are recorded as where they led. Bytes, because
    /// finding one takes no counting.
    To(usize),
    /// Takes back the last step.
    Undo,
    /// Does the step again that was last taken back.
    Redo,
    /// Replaces the whole text, as one step.
    Set(String),
}
