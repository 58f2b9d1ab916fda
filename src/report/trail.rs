//! The trail between short codes: which one is a place, which one a pointer, and where each leads.
//!
//! Walks along with a writer, which meets the codes in reading order: the first time a code stands somewhere is its place,
//! the first pointer to it is the way back. Not for how a link is spelled; that is the format's. Called by the writers.

use crate::document::{Codes, Document};
use std::collections::BTreeSet;

/// The trail of one document, while it is being written.
#[derive(Debug, Default)]
pub(super) struct Trail {
    codes: Codes,
    placed: BTreeSet<usize>,
    pointed: BTreeSet<usize>,
}

/// What a writer makes of a code: numbers of places in the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Step {
    /// The number this spot gets, if it is one that is led to.
    pub(super) here: Option<usize>,
    /// The number of the spot it leads to.
    pub(super) there: Option<usize>,
}

impl Trail {
    pub(super) fn of(document: &Document) -> Self {
        Self { codes: Codes::of(document), ..Self::default() }
    }

    /// A code that stands here; it leads back to the first pointer.
    pub(super) fn place(&mut self, code: &str) -> Step {
        let here = self.codes.place(code).filter(|number| self.placed.insert(*number));
        Step { here, there: self.codes.back(code) }
    }

    /// A pointer to a code; the first one can be led back to.
    pub(super) fn pointer(&mut self, code: &str) -> Step {
        let there = self.codes.place(code);
        Step { here: there.filter(|number| self.pointed.insert(*number)), there }
    }
}
