//! The harvest (*oogst*): what is made of what the tables said. Themes with their evidence, and the tables side by side.
//!
//! ```text
//! points    every line of every table, once, with its place in the workshop and whose it is     what was said
//! themes    what stands under which theme, read off the table that is the harvest                what is made of it
//! deeds     the touches that make, name, fill, merge and split themes                            how it is altered
//! look      filter and order: one list, or the tables side by side                               how it is looked at
//! suggest   which theme a line may belong to, and by which words
//! alike     which lines of other tables may say the same, and by which words
//! twins     which lines somebody called the same
//! report    what a table tells in the plenary: its dream, three lines, a quote, an agreement
//! verdicts  votes, scales, roles, mirrors and agreements over all tables
//! codebook  names of themes that sessions share, so that places can be compared
//! ```
//!
//! **Everything is followed back.** A theme holds ids and no copies: a line that is worded anew at its table is so here, and
//! one that is gone is told, never dropped. **Nothing is lost between laptops.** What stands under a theme is a judgement of
//! one line for one theme; two harvests are merged as a set, in any order.
//!
//! **Fast.** [`Harvest::follow`] looks at the tables that were altered and at no others, and reckons the themes anew from
//! numbers; no key looks at a line that is not on the screen, but the one that searches.
//!
//! Pure: it knows no screen, file or clock. Called by `app` (the door Oogst, the projector) and `report`.

mod alike;
pub mod codebook;
mod deeds;
mod look;
mod points;
mod report;
mod suggest;
mod themes;
mod twins;
pub mod verdicts;

pub use alike::Likely;
pub use codebook::{Codebook, Shared};
pub use deeds::Deeds;
pub use look::{Filter, Sort};
pub use points::{Point, Points, Spot};
pub use report::Told;
pub use suggest::{Met, Suggested, Suggestions};
pub use themes::{Of, Origin, Theme, Themes};
pub use twins::Twins;

use crate::{
    record::{BlockId, CategoryId, ColumnId},
    session::Session,
    text::fold,
    words::Words,
};

/// The block of everything that is made in the harvest; no workshop has one of this name, as ids there have no meaning here.
pub fn block() -> BlockId {
    BlockId::new("harvest")
}

/// The category of the entries that are themes.
pub fn theme() -> CategoryId {
    CategoryId::new("theme")
}

/// The column in which it stands what was learned.
pub fn conclusion() -> ColumnId {
    ColumnId::new("conclusion")
}

/// The column that names the theme with which one was put together.
pub fn into() -> ColumnId {
    ColumnId::new("into")
}

/// A name as it is compared: `Elkaar kennen`, `elkaar-kennen` and `ELKAAR KENNEN` are one theme.
///
/// A note-taker types a theme as one word, so what divides words says nothing.
pub fn spelled(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.collect::<Vec<_>>().join("-");
    if words.is_empty() { folded } else { words }
}

/// What came of looking for what is different, a piece at a time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress {
    /// Nothing is different.
    Same,
    /// Something is, and is not all read yet; what was read before stands.
    More,
    /// Something was, and all of it is read.
    Anew,
}

/// All of it, as it stands.
#[derive(Clone, Debug, Default)]
pub struct Harvest {
    /// What was said.
    pub points: Points,
    /// What was made of it.
    pub themes: Themes,
    /// Which lines say the same.
    pub twins: Twins,
    /// Of which version of the harvest's own table the themes are.
    version: Option<u64>,
}

impl Harvest {
    /// Looks at what is different in the session; says whether anything is.
    ///
    /// A table whose records were not altered is not looked at again; what is told of places is in the language of `words`,
    /// so who changes that begins with a fresh one.
    pub fn follow(&mut self, session: &Session, words: &Words) -> bool {
        self.advance(session, words, usize::MAX) == Progress::Anew
    }

    /// The same a piece at a time, so that nobody waits for a large hall: reads about `most` lines, and at least one table.
    pub fn advance(&mut self, session: &Session, words: &Words, most: usize) -> Progress {
        let said = self.points.advance(session, words, most);
        if said == Progress::More {
            return said;
        }
        let version = Some(session.harvest.records.version());
        if said == Progress::Same && self.version == version {
            return said;
        }
        self.version = version;
        self.themes = Themes::read(session, &self.points);
        self.twins = Twins::read(&session.harvest.records, &self.points);
        Progress::Anew
    }
}

#[cfg(test)]
mod tests;
