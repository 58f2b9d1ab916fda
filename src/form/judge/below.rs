//! What is seen in all rows of a board together: who is divided on what, what stands highest, how the passes went.

use super::{
    Judge, Scale,
    derive::Tally,
    given::{Given, Line},
    mark::{Mark, decimal},
    tell::Telling,
};
use crate::{
    form::{
        Case, Tone, case,
        terms::{Condition, Derive, Hidden, Only, Remark, Until},
    },
    words::numbers,
};

/// More passes than this are not told one by one.
const MOST_PASSES: u32 = 12;

impl Telling<'_> {
    /// What is seen in all rows.
    pub(super) fn below(&self, tallies: &[Tally], case: Option<&Case>) -> Vec<Remark> {
        let judge = self.judge;
        let mut below = Vec::new();
        let pass = judge.pass(self.scope);
        let card = judge.inject.get(case.map_or(pass, |case| case.pass.max(pass)) as usize);
        below
            .extend(card.map(|card| Remark::new(self.tell("form-judge-card", &[("card", card.into())]), Tone::Yellow)));
        let only = match judge.only {
            Only::Voiced if judge.is_of_row() => Some("form-judge-only-voiced"),
            Only::Addressee if judge.is_of_row() => Some("form-judge-only-addressee"),
            Only::Minority => Some("form-judge-only-minority"),
            Only::Listeners => Some("form-judge-only-listeners"),
            Only::Everyone | Only::Voiced | Only::Addressee | Only::Parties(_) => None,
        };
        below.extend(only.map(|key| Remark::new(self.say(key), Tone::Plain)));
        if let Some(pool) = &self.pool {
            let tables = self.scope.room.tables().len();
            let plain = Remark::new(self.tell("form-judge-pool", &[("count", tables.into())]), Tone::Plain);
            below.extend((!pool.is_empty()).then_some(plain));
        }
        if self.veil.values {
            below.extend(self.kept_hidden());
        } else {
            self.seen(tallies, &mut below);
        }
        below.extend(self.passes(tallies, case, pass));
        below
    }

    fn kept_hidden(&self) -> Option<Remark> {
        if self.given.is_empty() {
            return None;
        }
        let args = [("filled", self.given.full().into()), ("all", self.given.lines.len().into())];
        let key = match self.judge.hidden {
            Hidden::UntilComplete => "form-judge-hidden-complete",
            Hidden::UntilReveal => "form-judge-hidden-reveal",
            Hidden::Private | Hidden::No | Hidden::Anonymous | Hidden::Reasons => "form-judge-hidden-private",
        };
        Some(Remark::new(self.tell(key, &args), Tone::Blue))
    }

    fn seen(&self, tallies: &[Tally], below: &mut Vec<Remark>) {
        let lines = || self.given.lines.iter().zip(tallies);
        let named = |wanted: &dyn Fn(&Tally) -> bool| -> Vec<String> {
            lines().filter(|(_, tally)| wanted(tally)).map(|(line, _)| line.thing.label.clone()).collect()
        };
        let all = tallies.iter().filter(|tally| tally.given > 0).count();
        if all == 0 {
            return;
        }
        let many = tallies.len() > 1;
        let consent = matches!(self.judge.scale, Scale::Consent);
        let vetoed = named(&|tally| !tally.veto.is_empty());
        if many && !vetoed.is_empty() {
            below.push(Remark::new(self.tell("form-judge-vetoed", &[("what", self.some(vetoed).into())]), Tone::Red));
        }
        let contested = named(&|tally| self.is_contested(tally));
        if many && !contested.is_empty() {
            let key = if consent { "form-judge-objected" } else { "form-judge-divided" };
            let args = [("count", contested.len().into()), ("all", all.into()), ("what", self.some(contested).into())];
            below.push(Remark::new(self.tell(key, &args), if consent { Tone::Red } else { Tone::Orange }));
        }
        if self.judge.wants(Derive::Consensus) && self.is_many() {
            let agreed = named(&|tally| tally.agreed).len();
            let args = [("count", agreed.into()), ("all", all.into())];
            below.push(Remark::new(self.tell("form-judge-agreed", &args), Tone::Green));
        }
        if let Some(threshold) = self.judge.threshold.filter(|_| many && self.judge.wants(Derive::Threshold)) {
            let reached = named(&|tally| tally.reached == Some(true)).len();
            let threshold = decimal(threshold, self.scope.words.lang());
            let args = [("count", reached.into()), ("all", all.into()), ("threshold", threshold.into())];
            below.push(Remark::new(self.tell("form-judge-enough", &args), Tone::Plain));
        }
        below.extend(self.top(tallies));
        below.extend(self.totals(tallies));
    }

    /// What stands highest, with ties, and whether one voice less would alter that.
    fn top(&self, tallies: &[Tally]) -> Vec<Remark> {
        let ranks = match self.judge.scale {
            Scale::Numbers { .. } | Scale::YesNo => true,
            Scale::Zones(_) | Scale::Rings { .. } | Scale::Axes { .. } | Scale::Consent => false,
        };
        if !ranks || !(self.is_many() || self.judge.criteria.len() > 1) || tallies.len() < 2 {
            return Vec::new();
        }
        let scale = &self.judge.scale;
        let scores: Vec<Option<f64>> = tallies.iter().map(|tally| tally.score(scale)).collect();
        let best = highest(&scores);
        let Some(mean) = best.first().and_then(|first| tallies[*first].mean) else { return Vec::new() };
        if best.len() == tallies.len() {
            return Vec::new(); // all alike: nothing stands out
        }
        let mean = if matches!(scale, Scale::YesNo) {
            format!("{} %", numbers::number(mean * 100.0, 0, self.scope.words.lang()))
        } else {
            self.round(mean)
        };
        let names = best.iter().map(|at| self.given.lines[*at].thing.label.clone()).collect();
        let args = [("what", self.some(names).into()), ("mean", mean.into())];
        let mut told = vec![Remark::new(self.tell("form-judge-top", &args), Tone::Blue)];
        if self.judge.wants(Derive::Robust) && self.is_many() {
            let marks: Vec<Vec<(usize, Mark)>> = self.given.lines.iter().map(|line| self.marks(line)).collect();
            let mut columns: Vec<usize> = marks.iter().flatten().map(|(nth, _)| *nth).collect();
            columns.sort_unstable();
            columns.dedup();
            let without = |out: usize| {
                let rest = |marks: &Vec<(usize, Mark)>| {
                    let rest: Vec<(usize, Mark)> = marks.iter().filter(|(nth, _)| *nth != out).copied().collect();
                    Tally::of(self.judge, &rest).score(scale)
                };
                highest(&marks.iter().map(rest).collect::<Vec<_>>()) == best
            };
            let robust = columns.into_iter().all(without);
            let key = if robust { "form-judge-top-robust" } else { "form-judge-top-fragile" };
            told.push(Remark::new(self.say(key), if robust { Tone::Green } else { Tone::Orange }));
        }
        told
    }

    /// How often each zone or ring was chosen, per party where a row is one party's; what nobody chose.
    fn totals(&self, tallies: &[Tally]) -> Vec<Remark> {
        let choices = match &self.judge.scale {
            Scale::Zones(zones) => zones.len(),
            Scale::Rings { rings, .. } => rings.len(),
            Scale::YesNo if !self.is_many() => 2,
            Scale::YesNo | Scale::Numbers { .. } | Scale::Axes { .. } | Scale::Consent => return Vec::new(),
        };
        let sum = |wanted: &dyn Fn(&Line<'_>) -> bool| -> Vec<usize> {
            let mut sum = vec![0; choices];
            for (_, tally) in self.given.lines.iter().zip(tallies).filter(|(line, _)| wanted(line)) {
                sum.iter_mut().zip(&tally.choices).for_each(|(sum, count)| *sum += count);
            }
            sum
        };
        let told = |sum: &[usize]| {
            let one = |(choice, count): (usize, &usize)| format!("{count} {}", self.choice(choice));
            sum.iter().enumerate().map(one).collect::<Vec<_>>().join(", ")
        };
        let whole = sum(&|_| true);
        let mut remarks = Vec::new();
        if self.judge.is_of_row() {
            for party in &self.scope.parties.0 {
                let own = sum(&|line| line.party.as_ref() == Some(&party.id));
                if own.iter().any(|count| *count > 0) {
                    remarks.push(Remark::new(format!("{}: {}", party.label, told(&own)), Tone::Plain));
                }
            }
        } else if !self.is_many() && tallies.len() > 1 {
            remarks.push(Remark::new(told(&whole), Tone::Plain));
        }
        if self.judge.wants(Derive::Gap) {
            let nobody = whole.iter().enumerate().filter(|(_, count)| **count == 0).map(|(at, _)| self.choice(at));
            let nobody: Vec<String> = nobody.collect();
            let gap = || self.tell("form-judge-gap", &[("what", nobody.join(", ").into())]);
            remarks.extend((!nobody.is_empty()).then(|| Remark::new(gap(), Tone::Orange)));
        }
        remarks
    }

    /// How earlier passes went, and what to do now.
    fn passes(&self, tallies: &[Tally], case: Option<&Case>, pass: u32) -> Vec<Remark> {
        let Some(until) = &self.judge.until else { return Vec::new() };
        let mut told = Vec::new();
        if self.judge.hidden != Hidden::Private {
            for earlier in pass.saturating_sub(MOST_PASSES)..pass {
                let label = case::passed(self.scope, earlier).label;
                let went = self.pass_in_words(case, earlier);
                told.extend(went.map(|went| Remark::new(format!("{label}: {went}"), Tone::Plain)));
            }
        }
        if self.given.is_empty() || self.veil.values {
            return told;
        }
        let complete = self.given.is_complete();
        if complete && self.judge.is_over(until, tallies) {
            let key = match until.when {
                Condition::NoObjection => Some("form-judge-over-consent"),
                Condition::Consensus => Some("form-judge-over-consensus"),
                Condition::Complete => Some("form-judge-over-complete"),
                Condition::Said => None, // nobody but the facilitator knows
            };
            told.extend(key.map(|key| Remark::new(self.say(key), Tone::Green)));
            return told;
        }
        let last = until.most > 0 && pass + 1 >= until.most;
        if last && (complete || pass + 1 > until.most) && until.when != Condition::Said {
            let otherwise = until.otherwise.trim();
            let otherwise = if otherwise.is_empty() {
                self.say("form-judge-park")
            } else {
                otherwise.trim_end_matches('.').to_owned()
            };
            let args = [("count", (pass as usize + 1).into()), ("otherwise", otherwise.into())];
            told.push(Remark::new(self.tell("form-judge-last", &args), Tone::Orange));
        } else if complete && until.when != Condition::Said {
            told.push(Remark::new(self.say("form-judge-again"), Tone::Orange));
        }
        told
    }

    fn pass_in_words(&self, case: Option<&Case>, pass: u32) -> Option<String> {
        let given = self.judge.given(self.scope, case, pass);
        if given.is_empty() {
            return None;
        }
        let tallies: Vec<Tally> = given.lines.iter().map(|line| Tally::of(self.judge, &line.standing())).collect();
        if let Scale::Consent = self.judge.scale {
            let count = |of: fn(&Tally) -> usize| tallies.iter().map(of).sum::<usize>();
            let (objections, concerns) = (count(Tally::objections), count(Tally::concerns));
            let mut parts = vec![self.tell("form-judge-objections", &[("count", objections.into())])];
            if concerns > 0 {
                parts.push(self.tell("form-judge-concerns", &[("count", concerns.into())]));
            }
            return Some(self.with_reasons(parts.join(", "), &given));
        }
        let mut parts = Vec::new();
        if let Scale::Numbers { .. } = self.judge.scale {
            let means: Vec<f64> = tallies.iter().filter_map(|tally| tally.mean).collect();
            let mean = means.iter().sum::<f64>() / means.len().max(1) as f64;
            parts.push(self.tell("form-judge-mean", &[("mean", self.round(mean).into())]));
        }
        let contested = tallies.iter().filter(|tally| self.is_contested(tally)).count();
        let args = [("count", contested.into()), ("all", tallies.len().into())];
        parts.push(self.tell("form-judge-pass-divided", &args));
        Some(self.with_reasons(parts.join(", "), &given))
    }

    /// The same with the reasons of that pass: what an objection was about is what the next text has to answer.
    fn with_reasons(&self, words: String, given: &Given<'_>) -> String {
        let reasons = given.lines.iter().flat_map(|line| line.reasons.iter().flatten());
        let mut told: Vec<&str> = reasons.filter(|_| !self.veil.reasons).copied().collect();
        told.dedup();
        if told.is_empty() { words } else { format!("{words}: {}", told.join("; ")) }
    }
}

impl Judge {
    /// Whether what must hold does, once everything was given.
    pub(super) fn is_over(&self, until: &Until, tallies: &[Tally]) -> bool {
        match until.when {
            Condition::NoObjection => tallies.iter().all(|tally| tally.objections() == 0),
            Condition::Consensus => tallies.iter().all(|tally| tally.agreed),
            Condition::Complete => true,
            Condition::Said => false,
        }
    }
}

/// Which stand highest.
fn highest(scores: &[Option<f64>]) -> Vec<usize> {
    let best = scores.iter().flatten().copied().fold(f64::MIN, f64::max);
    let is_best = |score: &Option<f64>| score.is_some_and(|score| (score - best).abs() < 1e-9);
    scores.iter().enumerate().filter(|(_, score)| is_best(score)).map(|(at, _)| at).collect()
}
