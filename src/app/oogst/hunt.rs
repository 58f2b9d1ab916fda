//! The next line for which there is a proposal: looked for a few lines at a time.
//!
//! It may be thousands of lines away. The key that asks looks at a few; the others are looked at while nobody waits, round all
//! that is shown, and any other key ends it. Called by `suggest` and `alike`, which know what is looked for.

use super::{Oogst, Sight, view::At};
use crate::{app::Desk, session::Session, ui::theme::Ink};

/// What is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Game {
    /// A theme that a line may belong to.
    Proposal,
    /// A line of another table that may say the same.
    Pair,
}

/// Looking for it.
#[derive(Debug)]
pub(super) struct Hunt {
    game: Game,
    /// The lines in the order in which they are looked at, and how many were.
    lines: Vec<usize>,
    next: usize,
    /// Of which edition of the lines these places are.
    edition: u64,
}

impl Game {
    /// How many lines are looked at in one go: some milliseconds in a large hall.
    fn at_once(self) -> usize {
        match self {
            Self::Proposal => 30,
            Self::Pair => 3,
        }
    }

    /// What is told when there is none.
    fn none(self) -> &'static str {
        match self {
            Self::Proposal => "oogst-suggest-none",
            Self::Pair => "oogst-alike-none",
        }
    }
}

impl Oogst {
    /// Begins to look among lines, in their order, from the one that is chosen on and round to it.
    pub(super) fn hunt_for(&mut self, game: Game, all: &[usize]) {
        let here = match self.at() {
            At::Line { point, .. } => all.iter().position(|at| *at == point).map_or(0, |at| at + 1),
            At::Theme(_) | At::Judged { .. } | At::Unused | At::Nothing => 0,
        };
        let lines = all[here..].iter().chain(&all[..here]).copied().collect();
        self.hunt = Some(Hunt { game, lines, next: 0, edition: self.harvest.points.edition });
    }

    /// Looks on; says whether anything on the screen is different.
    pub(super) fn hunt_on(&mut self, session: &Session, desk: &mut Desk) -> bool {
        if self.half || self.learning {
            return false;
        }
        let edition = self.harvest.points.edition;
        let Some(mut hunt) = self.hunt.take_if(|hunt| hunt.edition == edition) else {
            return self.hunt.take().is_some(); // the lines are others now
        };
        let until = (hunt.next + hunt.game.at_once()).min(hunt.lines.len());
        let found = hunt.lines[hunt.next..until].iter().copied().find(|point| match hunt.game {
            Game::Proposal => self.suggestions.proposes(&self.harvest, *point),
            Game::Pair => self.suggestions.has_alike(&self.harvest, *point),
        });
        let Some(point) = found else {
            let begins = std::mem::replace(&mut hunt.next, until) == 0;
            let ends = until == hunt.lines.len();
            if begins || ends {
                desk.tell(Ink::Dim, desk.words.say(if ends { hunt.game.none() } else { "oogst-looking" }));
            }
            self.hunt = (!ends).then_some(hunt);
            return begins || ends;
        };
        // what was said of the line before is not about this one
        desk.hush();
        let Self { harvest, reckoner, look, views, tab, .. } = self;
        let (words, verdicts) = (&desk.words, &reckoner.verdicts);
        views.of_mut(*tab).choose(point, &Sight { session, harvest, verdicts, look, words });
        self.propose(session, false);
        true
    }
}
