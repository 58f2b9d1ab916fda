//! The listing: places with their entries below them, and what answers an entry indented under it.
//!
//! Moment, Collect and Formulate share it, so that a list, a text and notes look and read the same. `rows` says what
//! stands where; `sheet` draws a row; `report` says it in blocks.

mod report;
pub mod sheet;

pub use report::{report, tell};

use super::{Kind, Place, Scope};
use crate::record::{BlockId, CategoryId, Entry, EntryId};
use std::collections::HashSet;

/// A row of a listing, before it is drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Row {
    /// The heading of a place, with how many entries it holds.
    Head {
        /// Which place, as an index.
        place: usize,
        /// How many entries it holds.
        count: usize,
    },
    /// An entry.
    Entry {
        /// Which.
        id: EntryId,
        /// The place whose colour and columns it has, as an index; another block's entry may hang here too.
        place: Option<usize>,
        /// How deep it hangs under others.
        depth: u8,
        /// Its number in its category, where numbers mean something.
        number: Option<usize>,
    },
    /// A slot that holds no text yet.
    Blank {
        /// Which place.
        place: usize,
    },
    /// Running text of the round or block: a point to read aloud, what is open.
    Text(String),
    /// A line left empty.
    Gap,
}

/// How deep entries are shown under one another; deeper ones stand at this depth.
const DEEPEST: u8 = 4;

/// The rows of these places, in order.
///
/// An entry stands under what it answers if that is on the same sheet, else in its own category. A circle of answers, which
/// two laptops can make together, is shown as if nobody answered: no entry is ever left out.
pub fn rows(scope: Scope<'_>, places: &[Place]) -> Vec<Row> {
    let mut listing = Listing { scope, places, rows: Vec::new(), shown: 0 };
    let held: usize = places.iter().map(|place| scope.records.count(&place.block, &place.category)).sum();
    for at in 0..places.len() {
        listing.place(at);
    }
    if listing.shown < held {
        listing.circles();
    }
    listing.rows
}

struct Listing<'a> {
    scope: Scope<'a>,
    places: &'a [Place],
    rows: Vec<Row>,
    shown: usize,
}

impl Listing<'_> {
    fn index(&self, block: &BlockId, category: &CategoryId) -> Option<usize> {
        self.places.iter().position(|place| place.is(block, category))
    }

    /// Whether the entry hangs under another on this sheet.
    fn hangs(&self, entry: &Entry) -> bool {
        let above = entry.answers.as_ref().and_then(|id| self.scope.records.entry(id)).filter(|above| !above.gone);
        above.is_some_and(|above| self.index(&above.home.block, &above.category).is_some())
    }

    fn place(&mut self, at: usize) {
        let place = &self.places[at];
        let records = self.scope.records;
        let count = records.count(&place.block, &place.category);
        let loose: Vec<(usize, &Entry)> =
            records.listed(&place.block, &place.category).enumerate().filter(|(_, entry)| !self.hangs(entry)).collect();
        if count > loose.len() && loose.is_empty() || place.quiet && count == 0 {
            return; // all of it stands elsewhere
        }
        if !self.rows.is_empty() {
            self.rows.push(Row::Gap);
        }
        self.rows.push(Row::Head { place: at, count });
        if place.kind == Kind::Slot && count == 0 {
            self.rows.push(Row::Blank { place: at });
        }
        let numbered = place.ordered || self.is_answered(&place.category);
        for (nth, entry) in loose {
            self.entry(entry, 0, numbered.then_some(nth + 1));
        }
    }

    /// Whether entries of the category are answered by another category of the sheet.
    fn is_answered(&self, category: &CategoryId) -> bool {
        self.places.iter().any(|place| place.answers.contains(category))
    }

    fn entry(&mut self, entry: &Entry, depth: u8, number: Option<usize>) {
        let place = self.index(&entry.home.block, &entry.category);
        self.shown += usize::from(place.is_some());
        self.rows.push(Row::Entry { id: entry.id.clone(), place, depth: depth.min(DEEPEST), number });
        if depth < 32 {
            for below in self.scope.records.below(&entry.id) {
                self.entry(below, depth + 1, None);
            }
        }
    }

    fn circles(&mut self) {
        let seen: HashSet<EntryId> = self.rows.iter().filter_map(Row::id).cloned().collect();
        for (at, place) in self.places.iter().enumerate() {
            let lost =
                self.scope.records.listed(&place.block, &place.category).filter(|entry| !seen.contains(&entry.id));
            let lost = lost.map(|entry| Row::Entry { id: entry.id.clone(), place: Some(at), depth: 0, number: None });
            self.rows.extend(lost.collect::<Vec<_>>());
        }
    }
}

impl Row {
    /// The entry that stands in this row.
    pub fn id(&self) -> Option<&EntryId> {
        match self {
            Self::Entry { id, .. } => Some(id),
            Self::Head { .. } | Self::Blank { .. } | Self::Text(_) | Self::Gap => None,
        }
    }
}
