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

pub use act::{Asked, longer};
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
    /// Until when the screen flashes, in milliseconds since 1970.
    flash: i64,
    /// The round, its phase, and whether it was over when it was looked at last.
    heard: Option<(usize, Option<usize>, bool)>,
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
            (Some(_) | None, _) => {
                let elapsed = block.elapsed(self.millis)?.div_euclid(1000);
                let whole = block.minutes * 60;
                let paused = block.is_paused();
                Running { elapsed, length: whole, phase: None, left: whole - elapsed, whole, paused }
            }
        };
        Some((at, running))
    }
}

impl Regie {
    /// The block that the keys are about: the one chosen, else the one that runs, else the next.
    fn at(&self, now: &Now<'_>) -> usize {
        let chosen = self.chosen.as_ref().and_then(|id| now.order.blocks.iter().position(|block| block.id == *id));
        chosen.or(now.order.running()).or(now.order.next()).unwrap_or(0)
    }

    /// A second went by: a phase that ends with a bell may have ended.
    pub fn tick(&mut self, session: &Session, desk: &mut Desk) {
        let now = Now::of(session, desk);
        let heard = now.running().and_then(|(at, running)| {
            let round = now.order.blocks[at].round?;
            Some((round, running.phase, running.left <= 0))
        });
        let before = std::mem::replace(&mut self.heard, heard);
        let (Some((was, phase, over)), Some((is, now_phase, now_over))) = (before, heard) else { return };
        let ended = was == is && (phase != now_phase || !over && now_over);
        let phases = session.head.workshop.rounds.get(was).map(|round| &round.phases);
        if ended && phase.and_then(|nth| phases?.get(nth)).is_some_and(|phase| phase.bell) {
            self.ring(desk);
        }
    }

    fn ring(&mut self, desk: &mut Desk) {
        self.flash = desk.now.millis + FLASH;
        desk.rings = true;
    }
}
