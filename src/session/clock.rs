//! The clock of the room, read off the facts of its tables: when a round began, stood still, was lengthened.
//!
//! One laptop may serve several tables and several laptops one room, so a round's clock is the latest word of any table.

use super::Session;
use crate::{
    record::{Fact, FactKey, RoundId, Value},
    workshop::Round,
};

/// How the rounds of the session run.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Clock {
    rounds: Vec<Timing>,
    running: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Debug, Default)]
struct Timing {
    began: Option<i64>,
    paused_since: Option<i64>,
    paused_for: i64,
    /// Seconds that the round takes, with what was added on the day.
    length: i64,
}

/// Where a round is in its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Running {
    /// Seconds since the round began, standing still not counted.
    pub elapsed: i64,
    /// Seconds the round takes.
    pub length: i64,
    /// The phase that runs, as an index, if the round has phases.
    pub phase: Option<usize>,
    /// Seconds left in the phase, or in the round if it has no phases; below zero when it runs over.
    pub left: i64,
    /// Seconds the phase takes, or the round if it has no phases.
    pub whole: i64,
    /// Whether the clock stands still.
    pub paused: bool,
}

impl Clock {
    /// Reads the clock off the session.
    pub fn read(session: &Session) -> Self {
        let fact = |key: &FactKey| {
            let facts = session.tables.iter().filter_map(|table| table.records.facts().get(key));
            match facts.max_by(|a, b| a.stamp.cmp(&b.stamp)) {
                Some(Fact { value: Some(Value::Number(number)), .. }) => Some(*number as i64),
                Some(_) | None => None,
            }
        };
        let timing = |round: &Round| Timing {
            began: fact(&FactKey::Began(round.id.clone())),
            paused_since: fact(&FactKey::PausedSince(round.id.clone())),
            paused_for: fact(&FactKey::PausedFor(round.id.clone())).unwrap_or(0),
            length: (i64::from(round.minutes()) + fact(&FactKey::Extra(round.id.clone())).unwrap_or(0)).max(0) * 60,
        };
        let rounds: Vec<Timing> = session.head.workshop.rounds.iter().map(timing).collect();
        let running = rounds.iter().enumerate().filter_map(|(at, timing)| timing.began.map(|began| (began, at))).max();
        Self { rounds, running: running.map(|(_, at)| at) }
    }

    /// The round that runs: the one begun last.
    pub fn running(&self) -> Option<usize> {
        self.running
    }

    /// Whether the round was ever begun.
    pub fn began(&self, round: usize) -> bool {
        self.rounds.get(round).is_some_and(|timing| timing.began.is_some())
    }

    /// Where a round is in its time, at `now` in milliseconds since 1970; nothing if it was not begun.
    pub fn at(&self, at: usize, round: &Round, now: i64) -> Option<Running> {
        let timing = self.rounds.get(at)?;
        let until = timing.paused_since.unwrap_or(now);
        let elapsed = ((until - timing.began? - timing.paused_for) / 1000).max(0);
        let mut running = Running {
            elapsed,
            length: timing.length,
            phase: None,
            left: timing.length - elapsed,
            whole: timing.length,
            paused: timing.paused_since.is_some(),
        };
        // minutes added on the day go to the last phase
        let added = timing.length - i64::from(round.minutes()) * 60;
        let mut end = 0;
        for (nth, phase) in round.phases.iter().enumerate() {
            let last = nth + 1 == round.phases.len();
            let whole = (i64::from(phase.minutes) * 60 + if last { added } else { 0 }).max(0);
            end += whole;
            if elapsed < end || last {
                (running.phase, running.left, running.whole) = (Some(nth), end - elapsed, whole);
                break;
            }
        }
        Some(running)
    }

    /// When everything is done if the rest goes as planned, in milliseconds since 1970, and how many minutes that is behind
    /// the plan (below zero: ahead). Nothing before the first round began.
    pub fn end(&self, now: i64) -> Option<(i64, i64)> {
        let running = self.running?;
        let start = self.rounds.iter().filter_map(|timing| timing.began).min()?;
        let timing = self.rounds[running];
        let until = timing.paused_since.unwrap_or(now);
        let left = (timing.length - (until - timing.began? - timing.paused_for) / 1000).max(0);
        let rest: i64 = self.rounds[running + 1..].iter().map(|timing| timing.length).sum();
        let end = now + (left + rest) * 1000;
        let planned = start + self.rounds.iter().map(|timing| timing.length).sum::<i64>() * 1000;
        Some((end, (end - planned).div_euclid(60_000)))
    }

    /// The facts that start the clock of a round.
    pub fn start(round: &RoundId, now: i64) -> Vec<(FactKey, Option<Value>)> {
        vec![
            (FactKey::Began(round.clone()), Some(Value::Number(now as f64))),
            (FactKey::PausedSince(round.clone()), None),
            (FactKey::PausedFor(round.clone()), None),
        ]
    }

    /// The facts that make the clock of a round stand still, or run on.
    pub fn pause(&self, at: usize, round: &RoundId, now: i64) -> Vec<(FactKey, Option<Value>)> {
        let Some(timing) = self.rounds.get(at).filter(|timing| timing.began.is_some()) else { return Vec::new() };
        match timing.paused_since {
            None => vec![(FactKey::PausedSince(round.clone()), Some(Value::Number(now as f64)))],
            Some(since) => vec![
                (FactKey::PausedSince(round.clone()), None),
                (FactKey::PausedFor(round.clone()), Some(Value::Number((timing.paused_for + now - since) as f64))),
            ],
        }
    }
}
