//! What all tables come to, kept up with them a piece at a time.
//!
//! Of a hall of a hundred tables it takes longer than a frame, so it is never done while somebody waits for a key: each call
//! takes in as much as fits, and until all is read what was reckoned before stands. Who alters something meanwhile is seen
//! in the next round of reading. Called by `app`, for the door Oogst.

use super::{Gather, Verdicts, Walk, gathers};
use crate::{harvest::Progress, record::TableId, session::Session, words::Words};
use std::collections::VecDeque;

/// What all tables come to, and how far it is read.
#[derive(Debug, Default)]
pub struct Reckoner {
    /// As it was reckoned last.
    pub verdicts: Verdicts,
    /// Of which version of each table that is; nothing before it was reckoned for the first time.
    versions: Option<Versions>,
    reading: Option<Reading>,
}

type Versions = Vec<(TableId, u64)>;

/// A reading on its way.
#[derive(Debug)]
struct Reading {
    versions: Versions,
    /// What is still to be gathered; of the first a part of the tables is in.
    gathers: VecDeque<Box<dyn Gather>>,
    /// The next table, by its place among those in the order of their numbers.
    next: usize,
    made: Verdicts,
}

impl Reckoner {
    /// Whether it was ever reckoned.
    pub fn is_there(&self) -> bool {
        self.versions.is_some()
    }

    /// Looks whether a table was altered, and reckons on: about as much as `most` lines and judgements, and at least one
    /// table of one block.
    ///
    /// What is told is in the language of `words`, so who changes that begins with a fresh one.
    pub fn follow(&mut self, session: &Session, words: &Words, most: usize) -> Progress {
        let versions = || {
            let mut versions: Versions =
                session.tables.iter().map(|table| (table.id, table.records.version())).collect();
            versions.sort_unstable();
            versions
        };
        let walk = Walk::new(session, words, false);
        let reading = match &mut self.reading {
            Some(reading) => reading,
            none => {
                let versions = versions();
                if self.versions.as_ref() == Some(&versions) {
                    return Progress::Same;
                }
                let (gathers, made) = (gathers(&walk).into(), Verdicts::default());
                none.insert(Reading { versions, gathers, next: 0, made })
            }
        };
        let mut done = 0;
        while let Some(gather) = reading.gathers.front_mut() {
            if done >= most {
                return Progress::More;
            }
            if let Some(table) = walk.tables.get(reading.next) {
                gather.take(&walk, table);
                done += 1 + table.records.len() + table.records.judgements().len();
                reading.next += 1;
            } else if let Some(gather) = reading.gathers.pop_front() {
                gather.done(&walk, &mut reading.made);
                reading.next = 0;
            }
        }
        if let Some(Reading { versions, made, .. }) = self.reading.take() {
            (self.versions, self.verdicts) = (Some(versions), made);
        }
        Progress::Anew
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{harvest::verdicts::tests::stuck, words::Lang};

    #[test]
    fn nothing_is_reckoned_anew_until_a_table_is_altered() {
        let mut hall = stuck();
        let words = Words::new(Lang::Nl);
        let mut reckoner = Reckoner::default();
        assert_eq!(reckoner.follow(&hall.session, &words, usize::MAX), Progress::Anew);
        assert_eq!(reckoner.follow(&hall.session, &words, usize::MAX), Progress::Same);
        hall.sticks(3, 2, "Loket", 2);
        assert_eq!(reckoner.follow(&hall.session, &words, usize::MAX), Progress::Anew);
        assert_eq!(reckoner.verdicts.votes[0].options[0].score, 6);
    }

    #[test]
    fn reckoned_a_piece_at_a_time_it_is_the_same_and_what_stood_stands_until_all_is_in() {
        let mut hall = stuck();
        let words = Words::new(Lang::Nl);
        let (mut reckoner, mut pieces) = (Reckoner::default(), 0);
        while reckoner.follow(&hall.session, &words, 1) == Progress::More {
            assert!(!reckoner.is_there() && reckoner.verdicts == Verdicts::default());
            pieces += 1;
        }
        assert!(pieces > hall.session.tables.len());
        let before = hall.read();
        assert_eq!(reckoner.verdicts, before);
        hall.sticks(3, 2, "Loket", 2);
        for _ in 0..pieces / 2 {
            assert_eq!(reckoner.follow(&hall.session, &words, 1), Progress::More);
            assert_eq!(reckoner.verdicts, before);
        }
        hall.sticks(1, 2, "Loket", 2); // while it is read
        while reckoner.follow(&hall.session, &words, 1) != Progress::Same {}
        assert_eq!(reckoner.verdicts, hall.read());
    }
}
