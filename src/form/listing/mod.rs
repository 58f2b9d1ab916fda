//! The listing: places with their entries below them, and what answers an entry indented under it.
//!
//! Moment, Collect and Formulate share it, so that a list, a text and notes look and read the same. `rows` says what
//! stands where; `sheet` draws a row; `report` says it in blocks.

mod report;
pub mod sheet;
mod value;

pub use report::{is_form_s_own, report};
pub use value::{flag, lore, tell, typed};

use super::{Kind, Place, Scope, board::sheet::Shown, case_label, same_case, terms::carried_column};
use crate::{
    record::{BlockId, CategoryId, Entry, EntryId, Value},
    words::dates,
};
use std::{collections::HashSet, sync::Arc};

/// A row of a listing, before it is drawn.
#[derive(Clone, PartialEq, Debug)]
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
    /// What stands above the places of a case.
    Case(String),
    /// A case among all of its round, with how many of its places hold something.
    Overview {
        /// What the case is.
        label: String,
        /// How many of its places hold something.
        filled: usize,
        /// How many places it has.
        all: usize,
        /// Whether it is the one that is shown.
        here: bool,
    },
    /// A part of a board.
    Board {
        /// Which place.
        place: usize,
        /// The board, measured.
        shown: Arc<Shown>,
        /// Which part of it.
        part: Part,
    },
    /// A line left empty.
    Gap,
}

/// A part of a board.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The signs and the headings of the columns.
    Head,
    /// A row, by its place in the order.
    Row(usize),
    /// What is seen in all of it.
    Foot,
}

/// How deep entries are shown under one another; deeper ones stand at this depth.
const DEEPEST: u8 = 4;

/// The rows of these places, in order; every living entry of theirs stands in exactly one.
///
/// An entry stands under what it answers if that is on the same sheet, else in its own category. A circle of answers, which
/// two laptops can make together, is shown as if nobody in it answered: no entry is ever left out.
pub fn rows(scope: Scope<'_>, places: &[Place]) -> Vec<Row> {
    rows_of(scope, places, &|_| true)
}

/// The rows of those entries that `shown` lets through; what hangs under another one stands in its own category.
pub(super) fn rows_of(scope: Scope<'_>, places: &[Place], shown: &dyn Fn(&Entry) -> bool) -> Vec<Row> {
    let mut listing =
        Listing { scope, places, shown, circled: HashSet::new(), rows: Vec::new(), held: 0, met: 0, cased: None };
    listing.all();
    if listing.met < listing.held {
        listing.circled = listing.circles();
        listing.all();
    }
    listing.rows
}

struct Listing<'a> {
    scope: Scope<'a>,
    places: &'a [Place],
    shown: &'a dyn Fn(&Entry) -> bool,
    /// Entries that answer one another in a circle.
    circled: HashSet<EntryId>,
    rows: Vec<Row>,
    /// How many entries the places hold.
    held: usize,
    /// How many of them stand in a row.
    met: usize,
    /// The place whose case was told last.
    cased: Option<usize>,
}

impl<'a> Listing<'a> {
    /// Makes the rows of all places anew.
    fn all(&mut self) {
        self.rows.clear();
        (self.held, self.met, self.cased) = (0, 0, None);
        (0..self.places.len()).for_each(|at| self.place(at));
    }

    fn index(&self, entry: &Entry) -> Option<usize> {
        self.places.iter().position(|place| place.holds(entry))
    }

    /// The entry on this sheet that another hangs under.
    fn above(&self, entry: &Entry) -> Option<&'a Entry> {
        let above = self.scope.records.entry(entry.answers.as_ref()?)?;
        let stands = !above.gone && (self.shown)(above) && self.index(above).is_some();
        (stands && !self.circled.contains(&entry.id)).then_some(above)
    }

    /// The entries that stand in no row because they answer one another in a circle.
    fn circles(&self) -> HashSet<EntryId> {
        let seen: HashSet<&EntryId> = self.rows.iter().filter_map(Row::id).collect();
        let listed = self.places.iter().flat_map(|place| self.scope.listed(place));
        let lost = listed.filter(|entry| (self.shown)(entry) && !seen.contains(&entry.id));
        lost.filter(|entry| self.answers_itself(entry)).map(|entry| entry.id.clone()).collect()
    }

    /// Whether whoever follows what the entry answers comes back to it.
    fn answers_itself(&self, entry: &Entry) -> bool {
        let mut met = HashSet::new();
        let mut at = self.above(entry);
        while let Some(above) = at.filter(|above| met.insert(&above.id)) {
            if above.id == entry.id {
                return true;
            }
            at = self.above(above);
        }
        false
    }

    /// The heading of a place and what stands below it.
    fn place(&mut self, at: usize) {
        let place = &self.places[at];
        if place.kind == Kind::Board {
            return self.board(at);
        }
        let listed = self.scope.listed(place).enumerate();
        let mine: Vec<(usize, &Entry)> = listed.filter(|(_, entry)| (self.shown)(entry)).collect();
        let count = mine.len();
        self.held += count;
        let loose: Vec<(usize, &Entry)> = mine.into_iter().filter(|(_, entry)| self.above(entry).is_none()).collect();
        if loose.is_empty() && (count > 0 || place.quiet) {
            return; // all of it stands elsewhere
        }
        self.begin(at);
        self.rows.push(Row::Head { place: at, count });
        if place.kind == Kind::Slot && count == 0 {
            self.rows.push(Row::Blank { place: at });
        }
        let numbered = place.ordered || self.is_answered(&place.block, &place.category);
        loose.into_iter().for_each(|(nth, entry)| self.tree(entry, at, numbered.then_some(nth + 1)));
    }

    /// A line left empty, and above the first place of a case what the case is.
    fn begin(&mut self, at: usize) {
        if !self.rows.is_empty() {
            self.rows.push(Row::Gap);
        }
        let place = &self.places[at];
        let stands = self.cased.is_some_and(|before| same_case(&self.places[before], place));
        self.cased = Some(at);
        if let Some(label) = case_label(self.scope, &place.which).filter(|_| !stands) {
            self.rows.push(Row::Case(label));
        }
    }

    /// A board, part by part.
    fn board(&mut self, at: usize) {
        let place = &self.places[at];
        let form = self.scope.room.block(&place.block);
        let Some(board) = form.and_then(|form| form.lens().board(self.scope, place.which.case())) else { return };
        self.begin(at);
        self.rows.push(Row::Head { place: at, count: board.filled() });
        let shown = Arc::new(Shown::new(board));
        let parts = (0..shown.board.rows.len()).map(Part::Row);
        let parts = std::iter::once(Part::Head).chain(parts).chain([Part::Foot]);
        self.rows.extend(parts.map(|part| Row::Board { place: at, shown: shown.clone(), part }));
    }

    /// Whether entries of the category are answered by another category of the sheet.
    fn is_answered(&self, block: &BlockId, category: &CategoryId) -> bool {
        self.places.iter().any(|place| place.block == *block && place.answers.contains(category))
    }

    /// A loose entry and everything below it.
    ///
    /// Not recursive: a chain of answers may be as long as a table's patience.
    fn tree(&mut self, root: &'a Entry, place: usize, number: Option<usize>) {
        let mut waiting = vec![(root, Some(place), 0u8, number)];
        while let Some((entry, place, depth, number)) = waiting.pop() {
            self.met += usize::from(place.is_some());
            self.rows.push(Row::Entry { id: entry.id.clone(), place, depth, number });
            for below in self.scope.records.below(&entry.id).rev().filter(|below| (self.shown)(below)) {
                let at = self.index(below);
                // what has a place of its own stands here only if that place knows so: see `above`
                if at.is_none() || place.is_some() && !self.circled.contains(&below.id) {
                    waiting.push((below, at, (depth + 1).min(DEEPEST), None));
                }
            }
        }
    }
}

/// From which day an entry is that came along from an earlier session, in words.
pub fn carried(scope: Scope<'_>, entry: &Entry) -> Option<String> {
    let Some(Value::Date(date)) = entry.columns.get(&carried_column()) else { return None };
    let date = dates::date_long(*date, scope.words.lang());
    Some(scope.words.tell("form-carried", &[("date", date.into())]))
}

impl Row {
    /// The entry that stands in this row.
    pub fn id(&self) -> Option<&EntryId> {
        match self {
            Self::Entry { id, .. } => Some(id),
            Self::Head { .. }
            | Self::Blank { .. }
            | Self::Text(_)
            | Self::Case(_)
            | Self::Overview { .. }
            | Self::Board { .. }
            | Self::Gap => None,
        }
    }

    /// Whether one thing stands in it, that is counted where it is out of view: an entry, or a row of a board.
    pub fn is_item(&self) -> bool {
        match self {
            Self::Entry { .. } | Self::Board { part: Part::Row(_), .. } => true,
            Self::Head { .. }
            | Self::Blank { .. }
            | Self::Text(_)
            | Self::Case(_)
            | Self::Overview { .. }
            | Self::Board { part: Part::Head | Part::Foot, .. }
            | Self::Gap => false,
        }
    }
}

#[cfg(test)]
mod tests;
