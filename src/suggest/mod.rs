//! What may belong together, and by which words: a line to a theme, a line to a line. It proposes and never decides.
//!
//! ```text
//! clues    the clues that a text gives: stems with the parts of compounds, words of the field, four letters in a row
//! weigh    which theme the clues of a line speak for, from what stands under each theme and what was refused
//! alike    which other lines say much the same
//! why      the words that made a proposal, where they stand, and whom they met
//! ```
//!
//! **Everything can be explained.** A clue stands at a word, and a proposal is the sum of its words; nothing is learned
//! elsewhere, nothing is random, and the same harvest gives the same proposals. `docs/suggestions.md` says how the method
//! was chosen, how well it does and where it fails; `cargo bench --bench suggest` measures it anew.
//!
//! **It learns as the organiser works.** What is put under a theme counts for it at once, what is taken out or refused
//! counts against it: [`Weigh`] holds whole numbers of lines, so taking back is exact.
//!
//! Pure, and it knows no session: lines and themes are numbers. Called by `harvest`, the bench and `tests/suggest`.

mod alike;
mod clues;
mod weigh;
mod why;

pub use alike::Alike;
pub use clues::{Clue, Lines, Settings};
pub use weigh::{Proposal, Weigh};
pub use why::{Because, Why};

#[cfg(test)]
mod tests;
