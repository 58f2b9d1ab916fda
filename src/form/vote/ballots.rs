//! What was given: for each voter the items with what stands on them.
//!
//! Read from the records in one walk. What was given to an item that is no longer there is left where it is.

use super::{How, Vote};
use crate::{
    form::{
        Case, Scope,
        source::{self, Thing},
        terms::{Only, Per},
    },
    record::{Assessor, CriterionId, Item, JudgementKey, Verdict, Voice},
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What one voter gave: for an item, by its place in the order, and a kind how many, or in a ranking which place.
pub(super) type Marks = BTreeMap<(usize, usize), u32>;

/// What one voter gave, or that nothing comes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Ballot {
    pub(super) marks: Marks,
    /// Does not vote.
    pub(super) absent: bool,
}

impl Ballot {
    /// Nothing more is waited for.
    pub(super) fn is_in(&self) -> bool {
        self.absent || !self.marks.is_empty()
    }

    /// How many of a kind were spent; of a ranking how many places.
    pub(super) fn spent(&self, kind: usize, how: How) -> u32 {
        let of = self.marks.iter().filter(|((_, other), _)| *other == kind);
        of.map(|(_, count)| if how == How::Ranking { 1 } else { *count }).fold(0, u32::saturating_add)
    }
}

/// Everything that was given at a table.
pub(super) struct Ballots {
    /// What is voted on.
    pub(super) things: Vec<Thing>,
    /// Who votes, in the order of the columns.
    pub(super) voters: Vec<Assessor>,
    /// What each gave.
    pub(super) given: Vec<Ballot>,
    /// How many people are at the table is not known: one more may always come.
    pub(super) endless: bool,
}

impl Ballots {
    /// How many voters are waited for, or did vote.
    pub(super) fn expected(&self) -> usize {
        self.voters.len()
    }

    /// How many are in.
    pub(super) fn returned(&self) -> usize {
        self.given.iter().filter(|ballot| ballot.is_in()).count()
    }

    /// Whether all are in.
    pub(super) fn is_complete(&self) -> bool {
        !self.endless && self.returned() == self.expected()
    }
}

/// The criterion of what is given of a kind.
pub(super) fn criterion(vote: &Vote, case: Option<&Case>, kind: usize) -> Option<CriterionId> {
    Case::criterion(case, vote.kinds().get(kind).map(|kind| kind.id.as_str()))
}

/// Where it is kept that somebody does not vote: the voter is the item.
pub(super) fn absence(vote: &Vote, scope: Scope<'_>, case: Option<&Case>, voter: &Assessor) -> JudgementKey {
    let item = match voter {
        Assessor::Party(id) => Item::Party(id.clone()),
        Assessor::Chair(nth) => Item::Chair(*nth),
        Assessor::Table | Assessor::Seat(_) => Item::Statement("-".to_owned()),
    };
    let criterion = Case::criterion(case, Some(ABSENT));
    JudgementKey { block: vote.id.clone(), item, assessor: voter.clone(), criterion, pass: vote.pass(scope) }
}

/// The criterion of not voting; no id of a kind that anybody writes.
pub(super) const ABSENT: &str = "-";

/// Who may vote here by what the author says.
fn parties(vote: &Vote, scope: Scope<'_>, case: Option<&Case>) -> Vec<Assessor> {
    let named: Option<Vec<Voice>> = match &vote.only {
        Only::Parties(names) => Some(names.iter().flat_map(|name| scope.parties.find(name)).collect()),
        Only::Voiced => case.and_then(|case| case.namens.clone()).map(|voice| vec![voice]),
        Only::Everyone | Only::Addressee | Only::Minority | Only::Listeners => None,
    };
    let may = |id: &crate::record::PartyId| {
        named.as_ref().is_none_or(|named| named.iter().any(|voice| *voice == Voice::Party(id.clone())))
    };
    source::parties(scope).into_iter().filter(may).map(Assessor::Party).collect()
}

/// Gathers what was given in a case, in the pass that the table is in.
pub(super) fn gather(vote: &Vote, scope: Scope<'_>, case: Option<&Case>) -> Ballots {
    let things = source::things(scope, &vote.from);
    let rows: HashMap<&Item, usize> = things.iter().enumerate().map(|(at, thing)| (&thing.item, at)).collect();
    let kinds: HashMap<Option<CriterionId>, usize> =
        (0..vote.kinds().len().max(1)).map(|kind| (criterion(vote, case, kind), kind)).collect();
    let absent = Case::criterion(case, Some(ABSENT));
    let pass = vote.pass(scope);
    let mut found: HashMap<&Assessor, Ballot> = HashMap::new();
    for (key, judgement) in source::judged(scope, &vote.id).filter(|(key, _)| key.pass == pass) {
        let Some(verdict) = &judgement.verdict else { continue };
        if key.criterion == absent {
            found.entry(&key.assessor).or_default().absent = true;
            continue;
        }
        let (Some(row), Some(kind)) = (rows.get(&key.item), kinds.get(&key.criterion)) else { continue };
        if let Some(count) = count(vote.how, verdict) {
            found.entry(&key.assessor).or_default().marks.insert((*row, *kind), count);
        }
    }
    let seats = scope.parties.0.iter().map(|party| party.seats);
    let told = |party: &crate::record::Party| {
        scope.records.number(&crate::record::FactKey::Seats(party.id.clone())).is_some_and(|count| count >= 1.0)
    };
    let endless = vote.per == Per::Seat && seats.sum::<u32>() == 0 && !scope.parties.0.iter().any(told);
    let voters = match vote.per {
        Per::Table => vec![Assessor::Table],
        Per::Party => {
            let mut voters = parties(vote, scope, case);
            let known: HashSet<Assessor> = voters.iter().cloned().collect();
            // what a party gave before the author left it out is not lost from sight
            let other = scope.parties.0.iter().map(|party| Assessor::Party(party.id.clone()));
            voters.extend(other.filter(|party| !known.contains(party) && found.contains_key(party)));
            voters
        }
        Per::Seat => {
            let chair = |voter: &&Assessor| match voter {
                Assessor::Chair(nth) => Some(*nth),
                Assessor::Table | Assessor::Party(_) | Assessor::Seat(_) => None,
            };
            let highest = found.keys().filter_map(chair).max().unwrap_or(0);
            let known = if endless { 0 } else { source::chairs(scope) };
            (1..=known.max(highest).min(MOST_CHAIRS)).map(Assessor::Chair).collect()
        }
    };
    let given = voters.iter().map(|voter| found.remove(voter).unwrap_or_default()).collect();
    Ballots { things, voters, given, endless }
}

/// More chairs than this do not stand round a table.
pub(super) const MOST_CHAIRS: u32 = 99;

/// What a verdict says in this way of voting.
fn count(how: How, verdict: &Verdict) -> Option<u32> {
    match (how, verdict) {
        (How::Stickers | How::One, Verdict::Tokens(count)) | (How::Ranking, Verdict::Rank(count)) => {
            Some(*count).filter(|count| *count > 0)
        }
        (
            How::Stickers | How::One | How::Ranking,
            Verdict::Number(_)
            | Verdict::Choice(_)
            | Verdict::Set(_)
            | Verdict::Tokens(_)
            | Verdict::Rank(_)
            | Verdict::Place(..)
            | Verdict::Text(_),
        ) => None,
    }
}

/// The verdict that says this in this way of voting.
pub(super) fn verdict(how: How, count: u32) -> Verdict {
    match how {
        How::Stickers | How::One => Verdict::Tokens(count),
        How::Ranking => Verdict::Rank(count),
    }
}
