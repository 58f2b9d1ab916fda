//! What is seen when one looks at all of a vote: what comes out, who shares a place, what is still open.

use super::{
    How, Vote,
    ballots::{Ballot, Ballots, gather},
    board::{Veil, veil, voter_label},
    tally::{Lot, Tally, tally},
};
use crate::{
    form::{
        Case, Scope, Tone, source,
        terms::{Condition, Derive, Hidden, Remark, Rule},
    },
    record::Assessor,
    words::numbers::number,
};

/// Words in a row: `3, 5 en 1`.
pub(super) fn listed(scope: Scope<'_>, words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => {
            let args = [("rest", rest.join(", ").into()), ("last", last.as_str().into())];
            scope.words.tell("form-vote-and", &args)
        }
    }
}

/// The first names of many, and how many more.
fn some(scope: Scope<'_>, mut names: Vec<String>) -> String {
    let more = names.len().saturating_sub(MOST_NAMES);
    if more > 1 {
        names.truncate(MOST_NAMES);
        names.push(scope.words.tell("form-vote-more", &[("count", more.into())]));
    }
    listed(scope, &names)
}

/// More names than this nobody reads out.
const MOST_NAMES: usize = 8;

/// What is still open of a case.
pub(super) fn open(vote: &Vote, scope: Scope<'_>, case: Option<&Case>) -> Vec<String> {
    let ballots = gather(vote, scope, case);
    if ballots.things.is_empty() {
        return Vec::new();
    }
    if ballots.returned() == 0 {
        return vec![scope.words.say("form-vote-none")];
    }
    let mut open = Vec::new();
    open.extend(waiting(scope, &ballots));
    open.extend(remaining(vote, scope, &ballots));
    let exactly = vote.rules.iter().find_map(|rule| match rule {
        Rule::Exactly(count) => Some(*count as usize),
        Rule::AllFilled
        | Rule::OnePerRow(_)
        | Rule::SomePerRow(_)
        | Rule::MostPerRow(..)
        | Rule::SomePerColumn(_)
        | Rule::NoSelf
        | Rule::Links(_) => None,
    });
    if let Some(wanted) = exactly.filter(|_| !veil(vote, scope, &ballots).hides_totals()) {
        let chosen = tally(vote, scope, case, &ballots).lots(wanted).iter().filter(|lot| **lot == Lot::Chosen).count();
        if chosen != wanted {
            open.push(scope.words.tell("form-vote-exactly", &[("count", chosen.into()), ("wanted", wanted.into())]));
        }
    }
    open
}

/// Who did not vote yet, once others did.
fn waiting(scope: Scope<'_>, ballots: &Ballots) -> Option<String> {
    let waiting = ballots.voters.iter().zip(&ballots.given).filter(|(_, ballot)| !ballot.is_in());
    let names: Vec<String> = waiting.map(|(voter, _)| voter_label(scope, voter)).collect();
    (!names.is_empty()).then(|| scope.words.tell("form-vote-waiting", &[("names", some(scope, names).into())]))
}

/// Who has something left to give.
fn remaining(vote: &Vote, scope: Scope<'_>, ballots: &Ballots) -> Option<String> {
    if vote.is_counted() {
        return None;
    }
    let budgets = vote.budgets();
    let left = |(voter, ballot): (&Assessor, &Ballot)| {
        let left: u32 = budgets
            .iter()
            .enumerate()
            .map(|(kind, budget)| budget.saturating_sub(ballot.spent(kind, vote.how)))
            .fold(0, u32::saturating_add);
        let args = [("voter", voter_label(scope, voter).into()), ("count", (left as usize).into())];
        (left > 0 && !ballot.marks.is_empty()).then(|| scope.words.tell("form-vote-left", &args))
    };
    let names: Vec<String> = ballots.voters.iter().zip(&ballots.given).filter_map(left).collect();
    (!names.is_empty()).then(|| {
        let args = [("names", some(scope, names).into())];
        let key = if vote.how == How::Ranking { "form-vote-left-places" } else { "form-vote-left-stickers" };
        scope.words.tell(key, &args)
    })
}

/// What is seen when one looks at all of it.
pub(super) fn below(vote: &Vote, scope: Scope<'_>, ballots: &Ballots, tally: &Tally, veil: Veil) -> Vec<Remark> {
    let words = scope.words;
    let mut below = passes(vote, scope, ballots, tally);
    if ballots.things.is_empty() {
        below.push(Remark::new(words.say("form-vote-nothing"), Tone::Orange));
        return below;
    }
    if veil.hides_voters() && !vote.is_counted() {
        let args = [("count", ballots.returned().into()), ("all", ballots.expected().into())];
        let key = match vote.hidden {
            Hidden::UntilComplete if ballots.endless => "form-vote-hidden-shown",
            Hidden::UntilComplete => "form-vote-hidden-complete",
            Hidden::UntilReveal => "form-vote-hidden-shown",
            Hidden::Anonymous => "form-vote-hidden-names",
            Hidden::Private | Hidden::No | Hidden::Reasons => "form-vote-hidden-private",
        };
        below.push(Remark::new(words.tell(key, &args), Tone::Blue));
    }
    if !veil.hides_totals() && !tally.is_blank() {
        let tables = if vote.pool { scope.room.tables().len() } else { 1 };
        if tables > 1 {
            below.push(Remark::new(words.tell("form-vote-pool", &[("count", tables.into())]), Tone::Blue));
        }
        below.extend(outcome(vote, scope, tally));
        below.extend(derived(vote, scope, tally));
    }
    if ballots.returned() > 0 {
        // who is still waited for stands in what is open
        below.extend(absent(scope, ballots).map(|text| Remark::new(text, Tone::Plain)));
    }
    below.extend(overspent(vote, scope, ballots).filter(|_| !veil.hides_totals()));
    below
}

/// Who does not vote.
fn absent(scope: Scope<'_>, ballots: &Ballots) -> Option<String> {
    let absent = ballots.voters.iter().zip(&ballots.given).filter(|(_, ballot)| ballot.absent);
    let names: Vec<String> = absent.map(|(voter, _)| voter_label(scope, voter)).collect();
    (!names.is_empty()).then(|| scope.words.tell("form-vote-absent", &[("names", some(scope, names).into())]))
}

/// Which come out, and who shares a place.
fn outcome(vote: &Vote, scope: Scope<'_>, tally: &Tally) -> Vec<Remark> {
    let words = scope.words;
    let named = |wanted: &dyn Fn(usize) -> bool| -> Vec<String> {
        (0..tally.scores.len()).filter(|at| wanted(*at)).map(|at| (at + 1).to_string()).collect()
    };
    let places = tally.places();
    let tie = |place: usize| {
        let names = named(&|at| places[at] == Some(place));
        let args = [("names", listed(scope, &names).into()), ("place", place.into())];
        (names.len() > 1).then(|| Remark::new(words.tell("form-vote-shared", &args), Tone::Orange))
    };
    let Some(choose) = vote.choose.map(|choose| choose as usize) else {
        return (1..=3).filter_map(tie).collect();
    };
    let lots = tally.lots(choose);
    let mut order: Vec<usize> = (0..lots.len()).filter(|at| lots[*at] == Lot::Chosen).collect();
    order.sort_by_key(|at| places[*at]);
    let mut told = Vec::new();
    if !order.is_empty() {
        let names: Vec<String> = order.iter().map(|at| (at + 1).to_string()).collect();
        told.push(Remark::new(
            words.tell("form-vote-outcome", &[("names", listed(scope, &names).into())]),
            Tone::Green,
        ));
    }
    if let Some(at) = (0..lots.len()).find(|at| lots[*at] == Lot::Tied) {
        told.extend(places[at].and_then(tie));
        let left = choose - order.len().min(choose);
        told.push(Remark::new(words.tell("form-vote-to-choose", &[("count", left.into())]), Tone::Orange));
    }
    told
}

/// What the author asks to be computed.
fn derived(vote: &Vote, scope: Scope<'_>, tally: &Tally) -> Vec<Remark> {
    let words = scope.words;
    let numbers = |wanted: &dyn Fn(usize) -> bool| -> Vec<String> {
        (0..tally.scores.len()).filter(|at| wanted(*at)).map(|at| (at + 1).to_string()).collect()
    };
    let told = |derive: &Derive| match derive {
        Derive::Robust => tally.is_robust(vote.choose.unwrap_or(1) as usize).map(|robust| {
            let (key, tone) =
                if robust { ("form-vote-robust", Tone::Green) } else { ("form-vote-fragile", Tone::Orange) };
            Remark::new(words.say(key), tone)
        }),
        Derive::Gap => {
            let none = numbers(&|at| tally.kinds[at].iter().all(|sum| *sum == 0));
            let gap = |none| words.tell("form-vote-gap", &[("names", some(scope, none).into())]);
            (!none.is_empty()).then(|| Remark::new(gap(none), Tone::Plain))
        }
        Derive::Overlap | Derive::Consensus => {
            let voted = tally.voices.len();
            let all = numbers(&|at| voted > 1 && tally.backers[at] == voted);
            let wanted = !vote.is_counted() && (*derive == Derive::Consensus || !all.is_empty());
            let key = if all.is_empty() { "form-vote-no-consensus" } else { "form-vote-consensus" };
            wanted.then(|| Remark::new(words.tell(key, &[("names", listed(scope, &all).into())]), Tone::Plain))
        }
        Derive::Sum => {
            let sum: i64 = tally.kinds.iter().flatten().sum();
            let args = [("count", number(sum as f64, 0, words.lang()).into())];
            Some(Remark::new(words.tell("form-vote-sum", &args), Tone::Plain))
        }
        Derive::Mean | Derive::Spread | Derive::Extremes | Derive::Threshold => None,
    };
    vote.derive.iter().filter_map(told).collect()
}

/// More stickers than the people at the table have.
fn overspent(vote: &Vote, scope: Scope<'_>, ballots: &Ballots) -> Option<Remark> {
    let people = scope.parties.0.iter().map(|party| party.seats).sum::<u32>();
    if !vote.is_counted() || people == 0 {
        return None;
    }
    let given =
        (0..vote.budgets().len()).map(|kind| ballots.given[0].spent(kind, vote.how)).fold(0, u32::saturating_add);
    let chairs = source::chairs(scope);
    let most = vote.budgets().iter().fold(0u32, |sum, budget| sum.saturating_add(*budget)).saturating_mul(chairs);
    let args =
        [("given", (given as usize).into()), ("people", (chairs as usize).into()), ("most", (most as usize).into())];
    (given > most).then(|| Remark::new(scope.words.tell("form-vote-overspent", &args), Tone::Orange))
}

/// In which pass the table is, its card, and whether it may end.
fn passes(vote: &Vote, scope: Scope<'_>, ballots: &Ballots, tally: &Tally) -> Vec<Remark> {
    let words = scope.words;
    let pass = vote.pass(scope);
    let card = vote.inject.get(pass as usize).map(|card| Remark::new(card, Tone::Purple));
    let Some(until) = &vote.until else { return card.into_iter().collect() };
    let complete = ballots.returned() > 0 && ballots.is_complete();
    let clear = || !tally.is_blank() && !tally.lots(vote.choose.unwrap_or(1) as usize).contains(&Lot::Tied);
    let holds = match until.when {
        Condition::Complete => complete,
        // agreement of a vote is an outcome without a tie
        Condition::Consensus | Condition::NoObjection => complete && clear(),
        Condition::Said => false,
    };
    let nth = pass as usize + 1;
    let args = [("pass", nth.into()), ("most", (until.most as usize).into())];
    let told = match (holds, until.most) {
        (true, _) => Remark::new(words.tell("form-vote-pass-enough", &args), Tone::Green),
        (false, 0) => Remark::new(words.tell("form-vote-pass", &args), Tone::Plain),
        (false, most) if pass + 1 < most => Remark::new(words.tell("form-vote-pass-of", &args), Tone::Plain),
        (false, _) if until.otherwise.is_empty() => Remark::new(words.tell("form-vote-pass-last", &args), Tone::Orange),
        (false, _) => {
            let args = [("pass", nth.into()), ("otherwise", until.otherwise.as_str().into())];
            Remark::new(words.tell("form-vote-pass-then", &args), Tone::Orange)
        }
    };
    std::iter::once(told).chain(card).collect()
}
