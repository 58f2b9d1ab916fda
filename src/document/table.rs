//! A table: a head row, rows, and what a reader who cannot see it needs to know of it.
//!
//! Not for pictures of numbers (`picture`). Made by forms and the report room, read by every writer.

use super::Run;

/// A table with a head row.
///
/// A row with fewer cells than the head is filled up with empty ones; what it has more is not shown.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Table {
    /// What it is a table of, above it; may be empty.
    pub caption: String,
    /// What it shows, for who cannot see it; empty if the caption or the text says that.
    pub alt: String,
    /// The names of the columns.
    pub head: Vec<String>,
    /// The cells, row by row.
    pub rows: Vec<Vec<Vec<Run>>>,
    /// How wide the columns are beside one another, as parts of the whole; empty: as their words need.
    pub widths: Vec<u16>,
    /// Whether the first cell of a row is the name of the row.
    pub names_rows: bool,
    /// The least height of a row in millimetres, for tables that are filled in with a pen; 0: as its words need.
    pub row_height: u16,
}

impl Table {
    /// A table that is only read.
    pub fn new(head: Vec<String>, rows: Vec<Vec<Vec<Run>>>) -> Self {
        Self { head, rows, ..Self::default() }
    }

    /// A table with so many empty rows, to be filled in with a pen.
    pub fn blank(head: Vec<String>, rows: usize, row_height: u16) -> Self {
        let rows = vec![vec![Vec::new(); head.len()]; rows];
        Self { head, rows, row_height, ..Self::default() }
    }

    /// The same, with a caption above it.
    pub fn named(self, caption: impl Into<String>) -> Self {
        Self { caption: caption.into(), ..self }
    }
}
