//! The clock of the room, read off the facts of its tables: when a round began, stood still, was lengthened.
//!
//! One laptop may serve several tables and several laptops one room, so a round's clock is the latest word of any table.

use super::Session;
use crate::{
    record::{FactKey, RoundId, TableId, Value},
    workshop::{Phase, Round},
};

/// The most minutes that are added to a round or taken off it: a week. A file may hold any number.
const MOST_EXTRA: i64 = 7 * 24 * 60;

/// How the rounds of the session run.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Clock {
    rounds: Vec<Timing>,
    running: Option<usize>,
    resting: bool,
}

#[derive(Clone, Copy, PartialEq, Debug, Default)]
struct Timing {
    began: Option<i64>,
    paused_since: Option<i64>,
    paused_for: i64,
    /// Seconds that the round takes, with what was added on the day.
    length: i64,
}

impl Timing {
    /// Seconds since the round began, standing still not counted.
    fn elapsed(&self, now: i64) -> Option<i64> {
        let until = self.paused_since.unwrap_or(now);
        Some((until.saturating_sub(self.began?).saturating_sub(self.paused_for) / 1000).max(0))
    }
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

/// What is the case in the room: the latest word of any table, or of the facilitator.
pub(super) fn fact<'a>(session: &'a Session, key: &FactKey) -> Option<&'a Value> {
    let facts = session.everywhere().filter_map(|table| table.records.facts().get(key));
    facts.max_by(|a, b| a.stamp.cmp(&b.stamp))?.value.as_ref()
}

impl Clock {
    /// Reads the clock off the session.
    pub fn read(session: &Session) -> Self {
        let fact = |key: &FactKey| match fact(session, key) {
            Some(Value::Number(number)) => Some(*number as i64),
            Some(_) | None => None,
        };
        let timing = |round: &Round| {
            let extra = fact(&FactKey::Extra(round.id.clone())).unwrap_or(0).clamp(-MOST_EXTRA, MOST_EXTRA);
            let anew = fact(&FactKey::Minutes(round.id.clone()));
            let minutes = anew.map_or(i64::from(round.minutes()), |minutes| minutes.clamp(0, MOST_EXTRA));
            Timing {
                began: fact(&FactKey::Began(round.id.clone())),
                paused_since: fact(&FactKey::PausedSince(round.id.clone())),
                paused_for: fact(&FactKey::PausedFor(round.id.clone())).unwrap_or(0),
                length: (minutes + extra).max(0) * 60,
            }
        };
        let rounds: Vec<Timing> = session.head.workshop.rounds.iter().map(timing).collect();
        let running = rounds.iter().enumerate().filter_map(|(at, timing)| timing.began.map(|began| (began, at))).max();
        let breaks = session.room.records.facts().iter().filter_map(|(key, set)| {
            let FactKey::Break(id) = key else { return None };
            set.value.as_ref().and_then(|_| fact(&FactKey::Began(id.clone())))
        });
        let resting = breaks.max().is_some_and(|began| running.is_none_or(|(running, _)| began > running));
        Self { rounds, running: running.map(|(_, at)| at), resting }
    }

    /// The clock as a table has it: with the minutes that it alone was given.
    pub fn at_table(session: &Session, table: TableId) -> Self {
        let mut clock = Self::read(session);
        for (timing, round) in clock.rounds.iter_mut().zip(&session.head.workshop.rounds) {
            let more = session.room.records.number(&FactKey::Longer(round.id.clone(), table)).unwrap_or(0.0);
            timing.length += (more as i64).clamp(0, MOST_EXTRA) * 60;
        }
        clock
    }

    /// Whether there is a break since the last round.
    pub fn is_resting(&self) -> bool {
        self.resting
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
        let elapsed = timing.elapsed(now)?;
        let mut running = Running {
            elapsed,
            length: timing.length,
            phase: None,
            left: timing.length - elapsed,
            whole: timing.length,
            paused: timing.paused_since.is_some(),
        };
        let mut end = 0;
        for (nth, whole) in lengths(round, timing.length).into_iter().enumerate() {
            end += whole;
            if elapsed < end || nth + 1 == round.phases.len() {
                (running.phase, running.left, running.whole) = (Some(nth), end - elapsed, whole);
                break;
            }
        }
        Some(running)
    }

    /// The facts that start the clock of a round.
    pub fn start(round: &RoundId, now: i64) -> Vec<(FactKey, Option<Value>)> {
        vec![
            (FactKey::Began(round.clone()), Some(Value::Number(now as f64))),
            (FactKey::PausedSince(round.clone()), None),
            (FactKey::PausedFor(round.clone()), None),
        ]
    }

    /// The facts that let every round go on where it is, now that the clock of the computer was put `by` milliseconds
    /// further, or back.
    pub fn shifted(&self, rounds: &[Round], by: i64) -> Vec<(FactKey, Option<Value>)> {
        let moved = |at: i64| Some(Value::Number(at.saturating_add(by) as f64));
        let facts = self.rounds.iter().zip(rounds).flat_map(|(timing, round)| {
            let began = timing.began.map(|at| (FactKey::Began(round.id.clone()), moved(at)));
            let paused = timing.paused_since.map(|at| (FactKey::PausedSince(round.id.clone()), moved(at)));
            began.into_iter().chain(paused)
        });
        facts.collect()
    }

    /// The facts that make the clock of a round stand still, or run on.
    pub fn pause(&self, at: usize, round: &RoundId, now: i64) -> Vec<(FactKey, Option<Value>)> {
        let Some(timing) = self.rounds.get(at).filter(|timing| timing.began.is_some()) else { return Vec::new() };
        match timing.paused_since {
            None => vec![(FactKey::PausedSince(round.clone()), Some(Value::Number(now as f64)))],
            Some(since) => vec![
                (FactKey::PausedSince(round.clone()), None),
                (
                    FactKey::PausedFor(round.clone()),
                    Some(Value::Number(timing.paused_for.saturating_add(now).saturating_sub(since) as f64)),
                ),
            ],
        }
    }
}

/// What each phase of a round takes, in seconds, so that together they take `length`.
///
/// What was added on the day goes to the last phase. What was taken off comes off the last phases first, each down to the
/// least its author allows, or to half where none is named; only when that is not enough, below it.
fn lengths(round: &Round, length: i64) -> Vec<i64> {
    let seconds = |minutes: u32| i64::from(minutes) * 60;
    let mut lengths: Vec<i64> = round.phases.iter().map(|phase| seconds(phase.minutes)).collect();
    let added = length - lengths.iter().sum::<i64>();
    if let Some(last) = lengths.last_mut() {
        *last += added.max(0);
    }
    let mut short = (-added).max(0);
    let floors: [fn(&Phase) -> u32; 3] = [Phase::least_minutes, |phase| phase.least.unwrap_or(0), |_| 0];
    for floor in floors {
        for (whole, phase) in lengths.iter_mut().zip(&round.phases).rev() {
            let least = seconds(floor(phase));
            let taken = short.min((*whole - least).max(0));
            *whole -= taken;
            short -= taken;
        }
    }
    lengths
}

#[cfg(test)]
#[path = "clock_tests.rs"]
mod tests;
