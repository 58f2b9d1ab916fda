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
//! reckon      all of it, kept up with the tables
//! ```
//!
//! What one table gave is reckoned by the form, under its veil: what the table may not see yet is not counted here, and it
//! is told that it is not. **A difference is a result**: where tables or parties lie apart is told by name, with the measure
//! and the threshold by which that is said ([`summary`]). **Everything is followed back**: each result carries the table,
//! the entry and the judgement that it rests on ([`Trace`]). The order of the tables changes nothing.
//!
//! Reckoned when a table was altered, never while a key is pressed for anything else, and of a large hall a piece at a time
//! ([`Reckoner`]). Pure. Called by `app` (the door Oogst) and `report`.

pub mod agreements;
pub mod mirrors;
mod reckon;
pub mod roles;
pub mod scales;
mod subject;
pub mod summary;
pub mod told;
pub mod votes;

pub use agreements::{Agreed, Board};
pub use mirrors::{Mirror, Seen};
pub use reckon::Reckoner;
pub use roles::{Overlay, Task};
pub use scales::{Measured, Ruler, Scaled};
pub use subject::{Asked, Trace};
pub use summary::{Apart, Summary};
pub use told::{Finding, Sort, Teller};
pub use votes::{Choice, Ranking};

use crate::{
    form::{Form, Scope},
    session::{Session, Table},
    words::Words,
    workshop::Round,
};
use std::fmt::Debug;

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
}

impl Verdicts {
    /// Reckons all of it. `public` is for a report: what stays out of every report is not in it.
    pub fn read(session: &Session, words: &Words, public: bool) -> Self {
        let walk = Walk::new(session, words, public);
        let mut verdicts = Self::default();
        for mut gather in gathers(&walk) {
            walk.tables.iter().for_each(|table| gather.take(&walk, table));
            gather.done(&walk, &mut verdicts);
        }
        verdicts
    }
}

/// What is gathered of one block, one table after the other by number, and then reckoned over all of them.
///
/// It holds nothing of the session, so that the reading of a large hall can be left at any table and gone on with later.
trait Gather: Debug {
    /// Takes in what a table gave.
    fn take(&mut self, walk: &Walk<'_>, table: &Table);
    /// Puts what they come to behind what is there.
    fn done(self: Box<Self>, walk: &Walk<'_>, into: &mut Verdicts);
}

/// All that is to be gathered, in the order in which it stands in the end.
fn gathers(walk: &Walk<'_>) -> Vec<Box<dyn Gather>> {
    let each = |of: fn(&Walk<'_>, Place) -> Option<Box<dyn Gather>>| walk.places().filter_map(move |at| of(walk, at));
    let all = each(votes::gather).chain(each(scales::gather)).chain(each(roles::gather)).chain(each(mirrors::gather));
    all.chain([agreements::gather()]).collect()
}

/// A block, by the place of its round and by its own in that.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Place {
    round: usize,
    block: usize,
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

    /// Every block.
    fn places(&self) -> impl Iterator<Item = Place> + use<'_, 'a> {
        self.rounds().flat_map(|(at, round)| (0..round.blocks.len()).map(move |block| Place { round: at, block }))
    }

    /// What stands there.
    fn block(&self, at: Place) -> Option<(&'a Round, &'a Form)> {
        let round = self.session.head.workshop.rounds.get(at.round)?;
        Some((round, round.blocks.get(at.block)?))
    }

    fn scope(&self, round: &'a Round, table: &'a Table) -> Scope<'a> {
        round.scope(Scope { public: self.public, ..self.session.scope(table, self.words) })
    }
}

#[cfg(test)]
pub(crate) mod tests;
