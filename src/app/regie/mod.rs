//! Regie: leading the room. What the facilitator glances at for a second, and the keys that move it on.
//!
//! What stands here is read off the session: the running order and its clock are facts of the room, so a restart, another
//! laptop and undo know them. Only which block is chosen and when the bell rang live here. `act` says what a key means,
//! `draw` paints the order and the script, `glance` the tables.
//!
//! Not for writing anything down (that is `tafel`, which holds the session). Called by `tafel`.

mod act;
mod draw;
mod glance;
mod seats;

pub use act::{Asked, longer, paper};
pub use seats::{Seating, facts as seating};

use super::Desk;
use crate::{
    record::RoundId,
    session::{Clock, Programme, Running, Session},
    workshop::Round,
};

/// For how many milliseconds the screen flashes with the bell.
const FLASH: i64 = 1500;
/// After so many milliseconds in which nothing runs it is said.
const FORGOTTEN: i64 = 60_000;

/// The facilitator's door.
#[derive(Debug, Default)]
pub struct Regie {
    /// The block that the keys are about, if another than the one that runs.
    chosen: Option<RoundId>,
    /// Since when the screen flashes, in milliseconds since 1970; a clock that is put back does not make it flash for an hour.
    flash: Option<i64>,
    /// What was the case when it was looked at last.
    heard: Option<Heard>,
}

/// What is listened for, from one second to the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Heard {
    /// The block that runs.
    block: Option<usize>,
    /// Its phase.
    phase: Option<usize>,
    /// Whether its time is out.
    over: bool,
    /// What the facilitator forgot.
    nudge: Option<Nudge>,
}

/// What was forgotten for a minute.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Nudge {
    /// The time of what runs is out, and nobody went on.
    GoOn,
    /// Nothing runs, and something is to come.
    Begin,
}

/// What stands in the room now.
struct Now<'a> {
    session: &'a Session,
    order: Programme,
    clock: Clock,
    millis: i64,
}

impl<'a> Now<'a> {
    fn of(session: &'a Session, desk: &Desk) -> Self {
        let (order, clock) = (Programme::read(session), Clock::read(session));
        Self { session, order, clock, millis: desk.now.millis }
    }

    /// The round of a block; nothing for a break.
    fn round(&self, block: usize) -> Option<&'a Round> {
        self.session.head.workshop.rounds.get(self.order.blocks.get(block)?.round?)
    }

    /// Where the block that runs is in its time; a break has one phase.
    fn running(&self) -> Option<(usize, Running)> {
        let at = self.order.running()?;
        let block = &self.order.blocks[at];
        let running = match (block.round, self.round(at)) {
            (Some(nth), Some(round)) => self.clock.at(nth, round, self.millis)?,
            (Some(_) | None, _) => self.order.recess(self.millis)?.running,
        };
        Some((at, running))
    }

    /// What was forgotten for a minute.
    fn nudge(&self) -> Option<Nudge> {
        match self.running() {
            Some((_, running)) => (!running.paused && running.left <= -FORGOTTEN / 1000).then_some(Nudge::GoOn),
            None => self.order.waits(self.millis).filter(|waits| *waits >= FORGOTTEN).map(|_| Nudge::Begin),
        }
    }

    /// Whether the bell rings for what came between: a break that is over, or a phase that its author gave a bell.
    fn rings_between(&self, was: &Heard, is: &Heard) -> bool {
        let Some(at) = is.block else { return false };
        let Some(round) = self.round(at) else { return is.over && !was.over };
        let ended = was.phase != is.phase || is.over && !was.over;
        ended && was.phase.and_then(|nth| round.phases.get(nth)).is_some_and(|phase| phase.bell)
    }
}

impl Regie {
    /// The block that the keys are about: the one chosen, else the one that runs, else the next, else the last.
    fn at(&self, now: &Now<'_>) -> usize {
        let chosen = self.chosen.as_ref().and_then(|id| now.order.blocks.iter().position(|block| block.id == *id));
        chosen.or(now.order.running()).or(now.order.next()).or(now.order.last()).unwrap_or(0)
    }

    /// A second went by: a phase that ends with a bell may have ended.
    pub fn tick(&mut self, session: &Session, desk: &mut Desk) {
        let now = Now::of(session, desk);
        let running = now.running();
        let is = Heard {
            block: running.map(|(at, _)| at),
            phase: running.and_then(|(_, running)| running.phase),
            over: running.is_some_and(|(_, running)| running.left <= 0),
            nudge: now.nudge(),
        };
        // what was so already when one looked for the first time is seen, and does not ring
        let Some(was) = self.heard.replace(is) else { return };
        let forgotten = is.nudge.is_some() && is.nudge != was.nudge;
        if forgotten || was.block == is.block && now.rings_between(&was, &is) {
            self.ring(desk);
        }
    }

    fn ring(&mut self, desk: &mut Desk) {
        self.flash = Some(desk.now.millis);
        desk.rings = true;
    }

    fn flashes(&self, desk: &Desk) -> bool {
        self.flash.is_some_and(|since| (0..FLASH).contains(&desk.now.millis.saturating_sub(since)))
    }
}
