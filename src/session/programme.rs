//! The running order (*draaiboek*): what comes when, what was planned and what became of it, and what to do when it is late.
//!
//! Computed from the workshop and the facts of the room. Every edit is a function that gives facts, so that undo is the
//! ordinary undo of the room and nothing that was captured is ever touched: going back only says which round runs.
//!
//! **The least a block may be given.** A phase has the least its author wrote; one without may shrink to half, rounded up. A
//! round needs what its phases need; a round without phases and a break may shrink to half.
//!
//! **When it is late** the minutes that are lacking are taken from what is still to come, one by one, each from the block that
//! then still has most of its own minutes (of two alike the later). So the cut goes by weight; and taking one minute more is the same
//! cut with one more minute, so a proposal that is made again later never raises what it lowered before. What runs is left
//! alone: the facilitator shortens that with a key.
//!
//! Not for the seconds within a phase (that is `clock`). Called by `app`.

use super::{Clock, Running, Session, clock::fact};
use crate::{
    record::{FactKey, RoundId, Value},
    workshop::Round,
};

/// Milliseconds in a minute.
const MINUTE: i64 = 60_000;
/// The most minutes that a block takes: a week. A file may hold any number.
const MOST: i64 = 7 * 24 * 60;
/// How many minutes a break gets when it is put in.
pub const BREAK: i64 = 10;

/// Facts to be set at the room.
pub type Facts = Vec<(FactKey, Option<Value>)>;

/// A round or a break in the running order.
#[derive(Clone, PartialEq, Debug)]
pub struct Block {
    /// Its id; that of a break stands in no workshop.
    pub id: RoundId,
    /// What it is called.
    pub title: String,
    /// Which round of the workshop it is; nothing for a break.
    pub round: Option<usize>,
    /// Whether people have a break in it.
    pub pause: bool,
    /// Whether it may be left out, as its author says.
    pub optional: bool,
    /// Minutes by the workshop; for a break those it was put in with.
    pub planned: i64,
    /// Minutes as it stands now.
    pub minutes: i64,
    /// The least it may be given, in minutes.
    pub least: i64,
    /// Whether it is left out.
    pub dropped: bool,
    /// When it was begun (last), in milliseconds since 1970.
    pub began: Option<i64>,
    /// When something else was begun, or it was said to be done, in milliseconds since 1970.
    pub ended: Option<i64>,
    /// Minutes of `minutes` that were added on the day.
    extra: i64,
    /// Whether the facilitator said that it is done.
    done: bool,
    place: f64,
    paused_since: Option<i64>,
    paused_for: i64,
}

/// The running order of a session.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Programme {
    /// Rounds and breaks, in order; those that are left out too.
    pub blocks: Vec<Block>,
    /// When people were told that it ends, in milliseconds since 1970; nothing before it began.
    pub ends: Option<i64>,
    running: Option<usize>,
    said: bool,
}

/// A break that runs.
#[derive(Clone, PartialEq, Debug)]
pub struct Recess {
    /// What it is called.
    pub label: String,
    /// Where it is in its time.
    pub running: Running,
    /// When people come back, in milliseconds since 1970. As long as the clock stands still it moves on with the time.
    pub ends: i64,
}

/// What to do now that it takes longer than was said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Late {
    /// These blocks, by their place in the order, take so many minutes instead; then it ends in time.
    Shorten(Vec<(usize, i64)>),
    /// So many minutes are lacking even if all that is to come takes the least it may.
    TooLate(i64),
}

impl Block {
    /// Milliseconds since it was begun, standing still not counted; nothing before that.
    pub fn elapsed(&self, now: i64) -> Option<i64> {
        let until = self.paused_since.unwrap_or(now).min(self.ended.unwrap_or(i64::MAX));
        Some(until.saturating_sub(self.began?).saturating_sub(self.paused_for).max(0))
    }

    /// Minutes it took, once it has ended; any part of a minute counts from half on.
    pub fn took(&self) -> Option<i64> {
        Some((self.elapsed(self.ended?)? + MINUTE / 2).div_euclid(MINUTE))
    }

    /// Milliseconds it still needs; nothing less when it runs over.
    fn left(&self, now: i64) -> i64 {
        (self.minutes * MINUTE - self.elapsed(now).unwrap_or(0)).max(0)
    }

    /// Whether the clock of it stands still.
    pub fn is_paused(&self) -> bool {
        self.paused_since.is_some()
    }
}

fn number(session: &Session, key: &FactKey) -> Option<i64> {
    match fact(session, key) {
        Some(Value::Number(number)) => Some(*number as i64),
        Some(_) | None => None,
    }
}

fn yes(session: &Session, key: &FactKey) -> bool {
    session.room.records.fact(key) == Some(&Value::Yes(true))
}

/// The least a round may be given, in minutes.
fn least(round: &Round) -> i64 {
    let phases = round.phases.iter().map(|phase| i64::from(phase.least_minutes())).sum();
    if round.phases.is_empty() { half(i64::from(round.minutes())) } else { phases }
}

fn half(minutes: i64) -> i64 {
    (minutes + 1).div_euclid(2)
}

impl Programme {
    /// Reads the running order off the session.
    pub fn read(session: &Session) -> Self {
        let rounds = session.head.workshop.rounds.iter().enumerate();
        let of_round = |(at, round): (usize, &Round)| {
            let planned = i64::from(round.minutes());
            let block = block(session, &round.id, at as f64, planned);
            Block {
                title: round.title.clone(),
                round: Some(at),
                pause: round.is_pause(),
                optional: round.optional,
                least: least(round).min(block.minutes),
                ..block
            }
        };
        let mut blocks: Vec<Block> = rounds.map(of_round).collect();
        let facts = session.room.records.facts().iter();
        blocks.extend(facts.filter_map(|(key, fact)| {
            let (FactKey::Break(id), Some(Value::Text(title))) = (key, &fact.value) else { return None };
            let block = block(session, id, f64::MAX, BREAK);
            Some(Block { title: title.clone(), planned: block.minutes - block.extra, ..block })
        }));
        blocks.sort_by(|a, b| a.place.total_cmp(&b.place));
        let last = blocks.iter().enumerate().filter_map(|(at, block)| Some((block.began?, at))).max();
        let begins: Vec<i64> = blocks.iter().filter_map(|block| block.began).collect();
        for block in &mut blocks {
            let Some(began) = block.began else { continue };
            let next = begins.iter().copied().filter(|other| *other > began).min();
            block.ended = block.ended.into_iter().chain(next).min();
        }
        let running = last.map(|(_, at)| at).filter(|at| blocks[*at].ended.is_none());
        let said = number(session, &FactKey::Ends);
        let by_workshop =
            || Some(begins.iter().min()?.saturating_add(i64::from(session.head.workshop.minutes()) * MINUTE));
        Self { ends: said.or_else(by_workshop), blocks, running, said: said.is_some() }
    }

    /// The block that runs, by its place in the order.
    pub fn running(&self) -> Option<usize> {
        self.running
    }

    /// The break that runs, if one does.
    pub fn recess(&self, now: i64) -> Option<Recess> {
        let block = self.blocks.get(self.running?).filter(|block| block.pause)?;
        let (whole, elapsed) = (block.minutes * 60, block.elapsed(now)?.div_euclid(1000));
        let left = whole - elapsed;
        let running = Running { elapsed, length: whole, phase: None, left, whole, paused: block.is_paused() };
        Some(Recess { label: block.title.clone(), running, ends: now.saturating_add(left * 1000) })
    }

    /// Whether all that was to come has been, or was left out.
    pub fn is_over(&self) -> bool {
        self.has_begun() && self.running.is_none() && self.next().is_none()
    }

    /// Whether anything was begun.
    pub fn has_begun(&self) -> bool {
        self.blocks.iter().any(|block| block.began.is_some())
    }

    /// The block that was begun last, whether it still runs or not.
    pub fn last(&self) -> Option<usize> {
        self.blocks.iter().enumerate().filter_map(|(at, block)| Some((block.began?, at))).max().map(|(_, at)| at)
    }

    /// What is still to come: behind what was begun last, and not left out.
    pub fn to_come(&self) -> impl Iterator<Item = usize> {
        let from = self.last().map_or(0, |at| at + 1);
        (from..self.blocks.len()).filter(|at| !self.blocks[*at].dropped)
    }

    /// The block that comes next.
    pub fn next(&self) -> Option<usize> {
        self.to_come().next()
    }

    /// The block before the one that was begun last.
    pub fn previous(&self) -> Option<usize> {
        (0..self.last()?).rev().find(|at| !self.blocks[*at].dropped)
    }

    /// When every block begins: when it was begun, or when it will be if all goes as it stands now. Nothing for what is
    /// left out or was passed over.
    pub fn starts(&self, now: i64) -> Vec<Option<i64>> {
        let mut at = now + self.running.map_or(0, |running| self.blocks[running].left(now));
        let to_come: Vec<usize> = self.to_come().collect();
        let start = |(nth, block): (usize, &Block)| {
            if !to_come.contains(&nth) {
                return block.began;
            }
            let start = at;
            at += block.minutes * MINUTE;
            Some(start)
        };
        self.blocks.iter().enumerate().map(start).collect()
    }

    /// When everything is done if the rest goes as it stands, in milliseconds since 1970, and how many minutes that is behind
    /// what was said (below zero: ahead). Nothing before the first block began.
    pub fn end(&self, now: i64) -> Option<(i64, i64)> {
        let ends = self.ends?;
        let running = self.running.map_or(0, |running| self.blocks[running].left(now));
        let rest: i64 = self.to_come().map(|at| self.blocks[at].minutes * MINUTE).sum();
        let last = self.blocks.iter().filter_map(|block| block.ended).max();
        let over = self.running.is_none() && self.next().is_none();
        let end = last.filter(|_| over).unwrap_or_else(|| now.saturating_add(running + rest));
        Some((end, end.saturating_sub(ends).div_euclid(MINUTE)))
    }

    /// What to do if it takes longer than was said; nothing if it does not, or if there is nothing left to alter.
    pub fn late(&self, now: i64) -> Option<Late> {
        let (end, ends) = (self.end(now)?.0, self.ends?);
        let mut over = end.saturating_sub(ends).saturating_add(MINUTE - 1).div_euclid(MINUTE);
        let to_come: Vec<usize> = self.to_come().collect();
        if over <= 0 || self.running.is_none() && to_come.is_empty() {
            return None;
        }
        let mut given: Vec<i64> = to_come.iter().map(|at| self.blocks[*at].minutes).collect();
        let spare: i64 = to_come.iter().map(|at| self.blocks[*at].minutes - self.blocks[*at].least).sum();
        if spare < over {
            return Some(Late::TooLate(over - spare));
        }
        while over > 0 {
            // of its own minutes, how much would be left: compared without rounding
            let share = |nth: usize| (given[nth] - 1, self.blocks[to_come[nth]].planned.max(1));
            let can = (0..given.len()).filter(|nth| given[*nth] > self.blocks[to_come[*nth]].least);
            let most = can.max_by(|a, b| {
                let ((a, a_of), (b, b_of)) = (share(*a), share(*b));
                (i128::from(a) * i128::from(b_of)).cmp(&(i128::from(b) * i128::from(a_of)))
            });
            let Some(nth) = most else { break };
            given[nth] -= 1;
            over -= 1;
        }
        let cut = to_come.iter().zip(given).filter(|(at, given)| self.blocks[**at].minutes != *given);
        Some(Late::Shorten(cut.map(|(at, given)| (*at, given)).collect()))
    }

    /// Since how many milliseconds nothing runs though something is to come: the next block was not started.
    pub fn waits(&self, now: i64) -> Option<i64> {
        self.next().filter(|_| self.running.is_none())?;
        let ended = self.blocks.iter().filter_map(|block| block.ended).max()?;
        Some(now.saturating_sub(ended).max(0))
    }

    /// The facts that begin a block, or begin it anew: it comes in if it was left out. The first also says when it ends.
    pub fn begin(&self, at: usize, now: i64) -> Facts {
        let Some(block) = self.blocks.get(at) else { return Vec::new() };
        let mut facts = Clock::start(&block.id, now);
        facts.extend(block.done.then(|| (FactKey::Done(block.id.clone()), None)));
        facts.extend(block.dropped.then(|| (FactKey::Dropped(block.id.clone()), None)));
        if !self.said {
            let minutes = self.blocks.iter().filter(|block| !block.dropped).map(|block| block.minutes).sum::<i64>();
            let ends = self.ends.unwrap_or(now + minutes * MINUTE);
            facts.push((FactKey::Ends, Some(Value::Number(ends as f64))));
        }
        facts
    }

    /// The facts that end the block that runs.
    pub fn finish(&self) -> Facts {
        let running = self.running.and_then(|at| self.blocks.get(at));
        running.map(|block| (FactKey::Done(block.id.clone()), Some(Value::Yes(true)))).into_iter().collect()
    }

    /// The facts that make the block that runs stand still, or run on.
    pub fn pause(&self, now: i64) -> Facts {
        let Some(block) = self.running.and_then(|at| self.blocks.get(at)) else { return Vec::new() };
        let number = |number: i64| Some(Value::Number(number as f64));
        match block.paused_since {
            None => vec![(FactKey::PausedSince(block.id.clone()), number(now))],
            Some(since) => vec![
                (FactKey::PausedSince(block.id.clone()), None),
                (
                    FactKey::PausedFor(block.id.clone()),
                    number(block.paused_for.saturating_add(now.saturating_sub(since))),
                ),
            ],
        }
    }

    /// The facts that give a block so many minutes more, or fewer.
    pub fn lengthen(&self, at: usize, by: i64) -> Facts {
        let Some(block) = self.blocks.get(at) else { return Vec::new() };
        let extra = (block.extra + by).max(block.extra - block.minutes);
        vec![(FactKey::Extra(block.id.clone()), Some(Value::Number(extra as f64)))]
    }

    /// The facts that leave a block out, or let it in again.
    pub fn leave_out(&self, at: usize) -> Facts {
        let Some(block) = self.blocks.get(at) else { return Vec::new() };
        vec![(FactKey::Dropped(block.id.clone()), (!block.dropped).then_some(Value::Yes(true)))]
    }

    /// The facts that move a block one place earlier or later.
    pub fn shift(&self, at: usize, earlier: bool) -> Facts {
        let place = |at: Option<usize>| at.and_then(|at| self.blocks.get(at)).map(|block| block.place);
        let (near, far) = if earlier { (at.checked_sub(1), at.checked_sub(2)) } else { (Some(at + 1), Some(at + 2)) };
        let (Some(block), Some(near)) = (self.blocks.get(at), place(near)) else { return Vec::new() };
        let beyond = near + if earlier { -1.0 } else { 1.0 };
        let place = f64::midpoint(near, place(far).unwrap_or(beyond));
        vec![(FactKey::Place(block.id.clone()), Some(Value::Number(place)))]
    }

    /// The facts that put a break behind a block; `now` makes its id.
    pub fn add_break(&self, behind: usize, title: &str, now: i64) -> Facts {
        let Some(block) = self.blocks.get(behind) else { return Vec::new() };
        let id = RoundId::new(&format!("break-{now}"));
        let next = self.blocks.get(behind + 1).map_or(block.place + 1.0, |next| next.place);
        vec![
            (FactKey::Break(id.clone()), Some(Value::Text(title.to_owned()))),
            (FactKey::Place(id.clone()), Some(Value::Number(f64::midpoint(block.place, next)))),
            (FactKey::Minutes(id), Some(Value::Number(BREAK as f64))),
        ]
    }

    /// The facts that let every round and break go on where it is, now that the clock of the computer was put `by`
    /// milliseconds further, or back.
    pub fn shifted(&self, by: i64) -> Facts {
        let moved = |at: i64| Some(Value::Number(at.saturating_add(by) as f64));
        let facts = self.blocks.iter().flat_map(|block| {
            let began = block.began.map(|at| (FactKey::Began(block.id.clone()), moved(at)));
            let paused = block.paused_since.map(|at| (FactKey::PausedSince(block.id.clone()), moved(at)));
            began.into_iter().chain(paused)
        });
        let ends = self.ends.filter(|_| self.said).map(|at| (FactKey::Ends, moved(at)));
        facts.chain(ends).collect()
    }

    /// The facts that take over a proposal. A break keeps the minutes it was put in with, since its least is half of those.
    pub fn accept(&self, late: &Late) -> Facts {
        let Late::Shorten(given) = late else { return Vec::new() };
        let fact = |(at, minutes): &(usize, i64)| {
            let block = self.blocks.get(*at)?;
            let number = |number: i64| Some(Value::Number(number as f64));
            Some(match block.round {
                Some(_) => (FactKey::Minutes(block.id.clone()), number(minutes - block.extra)),
                None => (FactKey::Extra(block.id.clone()), number(minutes - block.planned)),
            })
        };
        given.iter().filter_map(fact).collect()
    }
}

/// What the facts say of a round or break.
fn block(session: &Session, id: &RoundId, place: f64, planned: i64) -> Block {
    let number = |key: FactKey| number(session, &key);
    let anew = number(FactKey::Minutes(id.clone())).map_or(planned, |minutes| minutes.clamp(0, MOST));
    let extra = number(FactKey::Extra(id.clone())).unwrap_or(0).clamp(-MOST, MOST);
    let minutes = (anew + extra).max(0);
    let moved = match fact(session, &FactKey::Place(id.clone())) {
        Some(Value::Number(place)) if place.is_finite() => Some(*place),
        Some(_) | None => None,
    };
    let began = number(FactKey::Began(id.clone()));
    let done = session.room.records.facts().get(&FactKey::Done(id.clone()));
    let done = done.filter(|fact| fact.value == Some(Value::Yes(true))).map(|fact| fact.stamp.millis);
    Block {
        id: id.clone(),
        title: String::new(),
        round: None,
        pause: true, // a block that is no round is one
        optional: false,
        planned,
        minutes,
        least: half(anew).min(minutes),
        dropped: yes(session, &FactKey::Dropped(id.clone())),
        began,
        ended: began.and(done),
        extra,
        done: done.is_some(),
        place: moved.unwrap_or(place),
        paused_since: number(FactKey::PausedSince(id.clone())),
        paused_for: number(FactKey::PausedFor(id.clone())).unwrap_or(0),
    }
}

#[cfg(test)]
#[path = "programme_tests.rs"]
mod tests;
