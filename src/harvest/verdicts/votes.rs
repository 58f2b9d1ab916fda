//! A ranking over all tables, with how far it is shared.
//!
//! The score of an option is the sum over tables of what the form counts at each (of a ranking the count of Borda). An
//! option that stood on one table's list only can have no more than that table gave: beside the score stands how many
//! tables had it on their list, and how many of these gave it something. It is **divided** when one table puts it first and
//! another that could have given it something gave nothing; the same for parties, where these vote.

use super::{
    Gather, Place, Verdicts, Walk,
    subject::{Asked, Named, Trace, case_name},
};
use crate::{
    form::{
        Form,
        vote::{Lot, Vote, lots, places},
    },
    record::{Assessor, PartyId, TableId},
    session::Table,
    text::fold,
    workshop::Round,
};
use std::collections::BTreeMap;

/// How many count as chosen where the author does not say.
const CHOOSE: usize = 3;

/// A vote over all tables.
#[derive(Clone, PartialEq, Debug)]
pub struct Ranking {
    /// What was asked.
    pub asked: Asked,
    /// The options, the highest first; equal ones by their words.
    pub options: Vec<Choice>,
    /// The kinds of stickers, where they are told apart, and whether each counts against.
    pub kinds: Vec<(String, bool)>,
    /// The tables that voted, by number.
    pub tables: Vec<TableId>,
    /// The tables of which it is still out of sight what was given.
    pub hidden: Vec<TableId>,
    /// Hands were counted: how many voted for one thing and for another is known, who did both is not.
    pub hands: bool,
}

/// An option over all tables.
#[derive(Clone, PartialEq, Debug)]
pub struct Choice {
    /// Its words.
    pub label: String,
    /// What it has, what counts against it taken off.
    pub score: i64,
    /// Its place, from 1; equal ones share it. Nothing for what has nothing.
    pub place: Option<usize>,
    /// How it comes out.
    pub lot: Lot,
    /// How much of each kind it has.
    pub kinds: Vec<i64>,
    /// How many voters gave it something; 0 where hands were counted.
    pub voters: usize,
    /// What each table gave that had it on its list and voted, by number.
    pub tables: Vec<Share>,
    /// What each party gave, where parties vote, by their order.
    pub parties: Vec<(PartyId, i64)>,
    /// The tables that put it first, and those that gave it nothing, where there are both.
    pub divided: Option<(Vec<TableId>, Vec<TableId>)>,
    /// The parties that put it first, and those that gave it nothing, where there are both.
    pub parties_divided: Option<(Vec<PartyId>, Vec<PartyId>)>,
    /// What it rests on.
    pub traces: Vec<Trace>,
}

/// What one table gave to an option.
#[derive(Clone, PartialEq, Debug)]
pub struct Share {
    /// The table.
    pub table: TableId,
    /// What it gave.
    pub score: i64,
    /// How many of its voters gave it something.
    pub voters: usize,
    /// Which place that is at the table; nothing for what has nothing.
    pub place: Option<usize>,
}

impl Choice {
    /// How many tables gave it something.
    pub fn reach(&self) -> usize {
        self.tables.iter().filter(|share| share.score != 0).count()
    }

    /// The least and the most that a table gave it that had it on its list.
    pub fn spread(&self) -> (i64, i64) {
        let scores = || self.tables.iter().map(|share| share.score);
        (scores().min().unwrap_or(0), scores().max().unwrap_or(0))
    }
}

/// Gathers a vote.
pub(super) fn gather(walk: &Walk<'_>, at: Place) -> Option<Box<dyn Gather>> {
    vote(walk, at).map(|_| -> Box<dyn Gather> { Box::new(Gathered { at, cases: Named::default() }) })
}

fn vote<'a>(walk: &Walk<'a>, at: Place) -> Option<(&'a Round, &'a Form, &'a Vote)> {
    let (round, form) = walk.block(at)?;
    let Form::Vote(vote) = form else { return None };
    Some((round, form, vote))
}

/// A vote while it is gathered, by case.
#[derive(Debug)]
struct Gathered {
    at: Place,
    cases: Named<Gathering>,
}

impl Gather for Gathered {
    fn take(&mut self, walk: &Walk<'_>, table: &Table) {
        let Some((round, form, vote)) = vote(walk, self.at) else { return };
        let scope = walk.scope(round, table);
        for outcome in vote.outcomes(scope) {
            let case = outcome.case.as_ref();
            let asked = || Gathering::new(Asked::new(self.at.round, round, form, case));
            let one = self.cases.get(case_name(case), asked);
            one.hidden.extend(outcome.hidden.then_some(table.id));
            let names = outcome.things.iter().map(|thing| walk.name(scope, thing));
            one.take(vote, table.id, &outcome, names.collect());
        }
    }

    fn done(self: Box<Self>, walk: &Walk<'_>, into: &mut Verdicts) {
        let Some((.., vote)) = vote(walk, self.at) else { return };
        let order = |party: &PartyId| walk.session.head.parties.0.iter().position(|one| one.id == *party);
        into.votes.extend(self.cases.all.into_iter().map(|one| one.ranked(vote, &order)));
    }
}

/// One case of it.
#[derive(Debug)]
struct Gathering {
    asked: Asked,
    options: Named<Choice>,
    tables: Vec<TableId>,
    hidden: Vec<TableId>,
}

impl Gathering {
    fn new(asked: Asked) -> Self {
        Self { asked, options: Named::default(), tables: Vec::new(), hidden: Vec::new() }
    }

    /// Takes in what one table gave; `names` are those of its things.
    fn take(&mut self, vote: &Vote, table: TableId, outcome: &crate::form::vote::Outcome, names: Vec<String>) {
        let voted = !outcome.given.is_empty();
        self.tables.extend(voted.then_some(table));
        let kinds = vote.kinds().len().max(1);
        let mut here: BTreeMap<usize, (i64, Vec<usize>)> = BTreeMap::new();
        let mut rows = Vec::with_capacity(names.len());
        for (thing, name) in outcome.things.iter().zip(names) {
            let at = self.options.place(name, || Choice {
                label: thing.label.clone(),
                score: 0,
                place: None,
                lot: Lot::Left,
                kinds: vec![0; kinds],
                voters: 0,
                tables: Vec::new(),
                parties: Vec::new(),
                divided: None,
                parties_divided: None,
                traces: Vec::new(),
            });
            here.entry(at).or_default();
            rows.push(at);
        }
        for given in &outcome.given {
            let at = rows[given.thing];
            let option = &mut self.options.all[at];
            option.score += given.weight;
            if let Some(sum) = option.kinds.get_mut(given.kind) {
                *sum += given.weight.abs();
            }
            if let Some(Assessor::Party(party)) = &given.who {
                match option.parties.iter_mut().find(|(one, _)| one == party) {
                    Some((_, sum)) => *sum += given.weight,
                    None => option.parties.push((party.clone(), given.weight)),
                }
            }
            let item = &outcome.things[given.thing].item;
            option.traces.push(Trace::new(table, item, given.key.clone()));
            let share = here.entry(at).or_default();
            share.0 += given.weight;
            if !share.1.contains(&given.voter) {
                share.1.push(given.voter);
            }
        }
        // an option that nobody chose is followed to where it was said all the same
        for (thing, at) in outcome.things.iter().zip(&rows) {
            let trace = Trace::new(table, &thing.item, None);
            let option = &mut self.options.all[*at];
            if trace.entry.is_some() && !option.traces.iter().any(|one| one.table == table && one.entry == trace.entry)
            {
                option.traces.push(trace);
            }
        }
        if !voted {
            return;
        }
        let scores: Vec<i64> = here.values().map(|(score, _)| *score).collect();
        for ((at, (score, voters)), place) in here.into_iter().zip(places(&scores)) {
            let voters = if vote.is_counted() { 0 } else { voters.len() };
            let option = &mut self.options.all[at];
            option.voters += voters;
            option.tables.push(Share { table, score, voters, place });
        }
    }

    fn ranked(self, vote: &Vote, order: &dyn Fn(&PartyId) -> Option<usize>) -> Ranking {
        let mut options = self.options.all;
        let scores: Vec<i64> = options.iter().map(|option| option.score).collect();
        let chosen = lots(&scores, vote.choose.map_or(CHOOSE, |choose| choose as usize));
        let mut most: BTreeMap<PartyId, i64> = BTreeMap::new();
        for (party, score) in options.iter().flat_map(|option| &option.parties) {
            let best = most.entry(party.clone()).or_insert(*score);
            *best = (*best).max(*score);
        }
        for ((option, place), lot) in options.iter_mut().zip(places(&scores)).zip(chosen) {
            (option.place, option.lot) = (place, lot);
            let of = |wanted: &dyn Fn(&Share) -> bool| -> Vec<TableId> {
                option.tables.iter().filter(|share| wanted(share)).map(|share| share.table).collect()
            };
            let (first, none) = (of(&|share| share.place == Some(1)), of(&|share| share.score <= 0));
            option.divided = (!first.is_empty() && !none.is_empty()).then_some((first, none));
            let gave = |party: &PartyId| option.parties.iter().find(|(one, _)| one == party).map_or(0, |(_, sum)| *sum);
            let of = |wanted: &dyn Fn(i64, i64) -> bool| -> Vec<PartyId> {
                most.iter()
                    .filter(|(party, best)| wanted(gave(party), **best))
                    .map(|(party, _)| party.clone())
                    .collect()
            };
            let (first, none) = (of(&|gave, best| gave > 0 && gave == best), of(&|gave, _| gave <= 0));
            option.parties_divided = (!first.is_empty() && !none.is_empty()).then_some((first, none));
            option.parties.sort_by_key(|(party, _)| order(party).unwrap_or(usize::MAX));
        }
        options.sort_by_cached_key(|option| (std::cmp::Reverse(option.score), fold(&option.label)));
        let kinds = vote.kinds().iter().map(|kind| (kind.label.clone(), kind.against)).collect();
        let hands = vote.is_counted();
        Ranking { asked: self.asked, options, kinds, tables: self.tables, hidden: self.hidden, hands }
    }
}
