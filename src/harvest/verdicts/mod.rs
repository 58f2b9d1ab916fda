//! What all tables together come to: votes, scales, who does what, mirrors and agreements.
//!
//! ```text
//! subject     the same thing at several tables, and what a result rests on
//! summary     how values lie, and when groups of them lie apart
//! votes       a ranking over tables, with how far it is shared
//! scales      what every seat gave, by table and by party, then and now
//! roles       the matrices of all tables laid over each other
//! mirrors     what was said in a party's name, beside what it said itself
//! told        what is seen in each of these, in sentences
//! agreements  what, who, when, confirmed or not, and what is lacking
//! ```
//!
//! What one table gave is reckoned by the form, under its veil: what the table may not see yet is not counted here, and it
//! is told that it is not. **A difference is a result**: where tables or parties lie apart is told by name, with the measure
//! and the threshold by which that is said ([`summary`]). **Everything is followed back**: each result carries the table,
//! the entry and the judgement that it rests on ([`Trace`]). The order of the tables changes nothing.
//!
//! Reckoned once when a table was altered, never while a key is pressed for anything else. Pure. Called by `app` (the door
//! Oogst) and `report`.

pub mod agreements;
pub mod mirrors;
pub mod roles;
pub mod scales;
mod subject;
pub mod summary;
pub mod told;
pub mod votes;

pub use agreements::{Agreed, Board};
pub use mirrors::{Mirror, Seen};
pub use roles::{Overlay, Task};
pub use scales::{Measured, Ruler, Scaled};
pub use subject::{Asked, Trace};
pub use summary::{Apart, Summary};
pub use told::{Finding, Sort, Teller};
pub use votes::{Choice, Ranking};

use crate::{
    form::Scope,
    record::TableId,
    session::{Session, Table},
    words::Words,
    workshop::Round,
};

/// All of it, as it stands.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Verdicts {
    /// The votes, in the order of the workshop.
    pub votes: Vec<Ranking>,
    /// The scales, in that order; one for each thing that is judged on.
    pub scales: Vec<Scaled>,
    /// Who does what, in that order.
    pub roles: Vec<Overlay>,
    /// The mirrors, in that order.
    pub mirrors: Vec<Mirror>,
    /// The agreements: first what lacks something; by table and as they were made.
    pub agreements: Vec<Agreed>,
    /// Of which version of each table this is.
    versions: Vec<(TableId, u64)>,
}

impl Verdicts {
    /// Reckons all of it. `public` is for a report: what stays out of every report is not in it.
    pub fn read(session: &Session, words: &Words, public: bool) -> Self {
        let walk = Walk::new(session, words, public);
        Self {
            votes: votes::read(&walk),
            scales: scales::read(&walk),
            roles: roles::read(&walk),
            mirrors: mirrors::read(&walk),
            agreements: agreements::read(&walk),
            versions: versions(session),
        }
    }

    /// Looks whether a table was altered, and reckons anew if so; says whether anything may be different.
    ///
    /// What is told is in the language of `words`, so who changes that begins with a fresh one.
    pub fn follow(&mut self, session: &Session, words: &Words) -> bool {
        if self.versions == versions(session) {
            return false;
        }
        *self = Self::read(session, words, false);
        true
    }
}

fn versions(session: &Session) -> Vec<(TableId, u64)> {
    let mut versions: Vec<_> = session.tables.iter().map(|table| (table.id, table.records.version())).collect();
    versions.sort_unstable();
    versions
}

/// A walk over the blocks of a workshop and all tables at each.
pub(crate) struct Walk<'a> {
    session: &'a Session,
    words: &'a Words,
    public: bool,
    /// By number, whatever the order in which they came in.
    tables: Vec<&'a Table>,
}

impl<'a> Walk<'a> {
    fn new(session: &'a Session, words: &'a Words, public: bool) -> Self {
        let mut tables: Vec<&Table> = session.tables.iter().collect();
        tables.sort_by_key(|table| table.id);
        Self { session, words, public, tables }
    }

    fn rounds(&self) -> impl Iterator<Item = (usize, &'a Round)> {
        self.session.head.workshop.rounds.iter().enumerate()
    }

    fn scope(&self, round: &'a Round, table: &'a Table) -> Scope<'a> {
        round.scope(Scope { public: self.public, ..self.session.scope(table, self.words) })
    }
}

#[cfg(test)]
pub(crate) mod tests;
