//! What one table gave, for who lays tables beside each other: every sticker with who put it where.
//!
//! The same reckoning as the board's, and the same veil: what a table may not see yet is not given out. Called by
//! `harvest`.

use super::{Vote, ballots, board, tally};
use crate::{
    form::{Case, Scope, Thing},
    record::{Assessor, JudgementKey},
};

/// What one table gave in a case.
#[derive(Clone, PartialEq, Debug)]
pub struct Outcome {
    /// The case, if the block is repeated.
    pub case: Option<Case>,
    /// The pass in which it was given, from 0.
    pub pass: u32,
    /// What is voted on at this table.
    pub things: Vec<Thing>,
    /// What was given, by voter and then by thing; nothing while it is out of sight.
    pub given: Vec<Given>,
    /// How many voted, or said that they do not.
    pub returned: usize,
    /// Something was given that is out of sight.
    pub hidden: bool,
}

/// What one voter gave to one thing.
#[derive(Clone, PartialEq, Debug)]
pub struct Given {
    /// To which, by its place in [`Outcome::things`].
    pub thing: usize,
    /// Of which kind, by its place in [`Vote::kinds`].
    pub kind: usize,
    /// Which of the voters, by their place: what they are called may be out of sight.
    pub voter: usize,
    /// Who, where that may be seen.
    pub who: Option<Assessor>,
    /// What it weighs; what counts against is below 0.
    pub weight: i64,
    /// The judgement, where it may be seen whose it is.
    pub key: Option<JudgementKey>,
}

impl Vote {
    /// What the table of a scope gave, case by case.
    pub fn outcomes(&self, scope: Scope<'_>) -> Vec<Outcome> {
        self.cases(scope).into_iter().map(|case| self.outcome(scope, case)).collect()
    }

    fn outcome(&self, scope: Scope<'_>, case: Option<Case>) -> Outcome {
        let ballots = ballots::gather(self, scope, case.as_ref());
        let veil = board::veil(self, scope, &ballots);
        let pass = self.pass(scope);
        let mut given = Vec::new();
        for (voter, (who, ballot)) in ballots.voters.iter().zip(&ballots.given).enumerate() {
            if veil.hides_totals() {
                break;
            }
            for ((thing, kind), count) in &ballot.marks {
                let weight = tally::signed(self, *kind, *count);
                let key = || JudgementKey {
                    block: self.id.clone(),
                    item: ballots.things[*thing].item.clone(),
                    assessor: who.clone(),
                    criterion: ballots::criterion(self, case.as_ref(), *kind),
                    pass,
                };
                let seen = !veil.hides_voters();
                let (who, key) = (seen.then(|| who.clone()), seen.then(key));
                given.push(Given { thing: *thing, kind: *kind, voter, who, weight, key });
            }
        }
        let returned = ballots.returned();
        let hidden = veil.hides_totals() && returned > 0;
        Outcome { case, pass, things: ballots.things, given, returned, hidden }
    }
}
