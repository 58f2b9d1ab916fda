//! A colour by name, as a workshop's author writes it.

use serde::{Deserialize, Serialize};

/// A colour by name. What a colour says, a character says too, so any of them may be missing on a screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Tone {
    /// The colour of text.
    #[default]
    Plain,
    /// What goes well.
    Green,
    /// What threatens.
    Red,
    /// A way out.
    Teal,
    /// Literal words.
    Purple,
    /// What is wished or matters most.
    Yellow,
    /// The accent of the house.
    Blue,
    /// What asks for attention.
    Orange,
}
