//! What the projector shows: what the facilitator chose, or what follows from what runs.
//!
//! Not for how it looks (`draw`) or what of it may be seen (`harvest`, `outcome`).

use crate::{
    record::{BlockId, TableId},
    session::{Clock, Session},
};

/// What is on the wall.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shows {
    /// What it is, where and when, for who comes in.
    Welcome,
    /// The question of the round that runs, large.
    Question,
    /// The clock, large.
    Clock,
    /// What is done now and who talks, large.
    Phase,
    /// What was said so far in the round that runs.
    Harvest,
    /// What one table said in the round that runs.
    Card(TableId),
    /// How a block came out over the tables.
    Vote(BlockId),
    /// A break, and when it ends.
    Break,
    /// Nothing at all.
    Blank,
}

impl Shows {
    /// What the words of the facilitator's choice mean; nothing for what this program does not know, as a newer one may
    /// write.
    pub fn parse(text: &str) -> Option<Self> {
        let (what, which) = text.trim().split_once(':').unwrap_or((text.trim(), ""));
        match what {
            "welcome" => Some(Self::Welcome),
            "question" => Some(Self::Question),
            "clock" => Some(Self::Clock),
            "phase" => Some(Self::Phase),
            "harvest" => Some(Self::Harvest),
            "card" => which.parse().ok().map(|number| Self::Card(TableId(number))),
            "vote" => (!which.is_empty()).then(|| Self::Vote(BlockId::new(which))),
            "break" => Some(Self::Break),
            "blank" => Some(Self::Blank),
            _ => None,
        }
    }

    /// What is to be shown now.
    ///
    /// Without a choice it is the question of the round that runs, and the welcome before anything ran. What needs a round
    /// that runs waits with the welcome until there is one.
    pub fn now(chosen: Option<&str>, session: &Session, clock: &Clock) -> Self {
        let runs = clock.running().is_some();
        let usual = if runs { Self::Question } else { Self::Welcome };
        match chosen.and_then(Self::parse) {
            None => usual,
            Some(Self::Question | Self::Clock | Self::Phase | Self::Harvest) if !runs => usual,
            Some(Self::Card(table)) if !runs || session.table(table).is_none() => usual,
            Some(Self::Vote(block)) if session.head.workshop.block(&block).is_none() => usual,
            Some(shows) => shows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_is_read_and_what_is_unknown_is_no_choice() {
        assert_eq!(Shows::parse("card:3"), Some(Shows::Card(TableId(3))));
        assert_eq!(Shows::parse("vote:top"), Some(Shows::Vote("top".into())));
        for text in ["", "card", "card:x", "vote:", "hologram", "Clock"] {
            assert_eq!(Shows::parse(text), None, "{text:?}");
        }
    }
}
