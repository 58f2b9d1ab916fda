//! What a note-taker does to entries, each as the touches of one change: all of it or nothing, and taken back as one.
//!
//! `say` makes an entry, `reword` takes its line up again, `alter` does everything that needs no line; `columns` reads what
//! is typed in the columns. All of it is pure: a deed looks at the records and says what should be touched.

mod alter;
mod columns;
mod reword;
mod say;

use crate::{
    form::{Column, ColumnKind, Place},
    record::{EntryId, Parties, RoundId},
    words::Lang,
};
use chrono::NaiveDate;

/// A line that is ready to be saved, and where.
#[derive(Clone, Debug)]
pub struct Slot<'a> {
    /// The round in which it is said.
    pub round: &'a RoundId,
    /// The place it goes to.
    pub place: &'a Place,
    /// Under which entry it hangs, if that was chosen.
    pub under: Option<&'a EntryId>,
    /// What stands in the columns, as typed; a column beyond the last of these was not shown, and is left alone.
    pub columns: &'a [String],
    /// Who may have said it.
    pub parties: &'a Parties,
    /// The day of the session, from which a typed date without a year, or a weekday, is reckoned: notes that are typed in
    /// a month later mean the Friday after the meeting.
    pub day: NaiveDate,
    /// The language in which dates and numbers are typed.
    pub lang: Lang,
}

/// The column that says who pulls it, which `@` fills in a list of actions.
fn owner(place: &Place) -> Option<&Column> {
    let names = |column: &&Column| match column.kind {
        ColumnKind::Participant | ColumnKind::Party => true,
        ColumnKind::Text | ColumnKind::Choice(_) | ColumnKind::Number | ColumnKind::Date | ColumnKind::Entry(_) => {
            false
        }
    };
    place.columns.iter().find(names)
}

#[cfg(test)]
mod tests;
