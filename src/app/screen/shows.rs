//! What the projector shows: what the facilitator chose, or what follows from what runs.
//!
//! Not for how it looks (`draw`) or what of it may be seen (`harvest`, `outcome`).

use crate::{
    record::{BlockId, FactKey, RoundId, Stamp, TableId, Value},
    session::{Clock, Session, Table},
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
    /// What one table tells in the plenary.
    Plenary(TableId),
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
            "plenary" => which.parse().ok().map(|number| Self::Plenary(TableId(number))),
            "vote" => (!which.is_empty()).then(|| Self::Vote(BlockId::new(which))),
            "break" => Some(Self::Break),
            "blank" => Some(Self::Blank),
            _ => None,
        }
    }

    /// Whether it stays when the next round begins: the manner in which rounds are shown does, and so does a dark wall. What
    /// was shown for a moment gives way to what is begun after it, so that nobody has to remember to take it away.
    fn lasts(&self) -> bool {
        match self {
            Self::Question | Self::Clock | Self::Phase | Self::Blank => true,
            Self::Welcome | Self::Harvest | Self::Card(_) | Self::Plenary(_) | Self::Vote(_) | Self::Break => false,
        }
    }

    /// What is to be shown now.
    ///
    /// Without a choice it is the break or the question of the round that runs, and the welcome before anything ran. What
    /// needs a round that runs waits with the welcome until there is one.
    pub fn now(session: &Session, clock: &Clock) -> Self {
        let runs = clock.running().is_some();
        let usual = match (Recess::now(session, clock), runs) {
            (Some(_), _) => Self::Break,
            (None, true) => Self::Question,
            (None, false) => Self::Welcome,
        };
        let chosen = session.room.records.facts().get(&FactKey::Screen).and_then(|fact| match &fact.value {
            Some(Value::Text(text)) => {
                Self::parse(text).filter(|shows| shows.lasts() || !is_over(session, &fact.stamp))
            }
            Some(_) | None => None,
        });
        match chosen {
            None => usual,
            Some(Self::Question | Self::Clock | Self::Phase | Self::Harvest) if !runs => usual,
            Some(Self::Card(table)) if !runs || !table.is_table() || session.table(table).is_none() => usual,
            Some(Self::Plenary(table)) if !table.is_table() || session.table(table).is_none() => usual,
            Some(Self::Vote(block)) if session.head.workshop.block(&block).is_none() => usual,
            Some(shows) => shows,
        }
    }
}

/// Whether a round or a break was begun after this.
fn is_over(session: &Session, shown: &Stamp) -> bool {
    let facts = session.everywhere().flat_map(|table| table.records.facts());
    let mut begun = facts.filter(|(key, fact)| matches!(key, FactKey::Began(_)) && fact.value.is_some());
    begun.any(|(_, fact)| fact.stamp > *shown)
}

/// A break that runs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recess {
    /// What it is called.
    pub label: String,
    /// When it ends, in milliseconds since 1970, if it was told how long it is.
    pub ends: Option<i64>,
}

impl Recess {
    /// The break that was begun last, if no round was begun since.
    pub fn now(session: &Session, clock: &Clock) -> Option<Self> {
        let number = |key: FactKey| {
            let told =
                |table: &Table| Some((table.records.facts().get(&key)?.stamp.clone(), table.records.number(&key)));
            session.everywhere().filter_map(told).max_by(|a, b| a.0.cmp(&b.0)).and_then(|(_, number)| number)
        };
        let began = |id: &RoundId| number(FactKey::Began(id.clone())).map(|millis| millis as i64);
        let breaks = session.room.records.facts().iter().filter_map(|(key, fact)| match (key, &fact.value) {
            (FactKey::Break(id), Some(Value::Text(label))) => Some((began(id)?, id, label)),
            _ => None,
        });
        let (at, id, label) = breaks.max_by_key(|(at, ..)| *at)?;
        let round = clock.running().and_then(|at| session.head.workshop.rounds.get(at));
        if round.and_then(|round| began(&round.id)).is_some_and(|round| round > at) {
            return None;
        }
        let minutes = number(FactKey::Minutes(id.clone())).map(|minutes| {
            let extra = number(FactKey::Extra(id.clone())).unwrap_or(0.0);
            ((minutes + extra).clamp(0.0, 24.0 * 60.0) * 60_000.0) as i64
        });
        let stood = number(FactKey::PausedFor(id.clone())).unwrap_or(0.0) as i64;
        let ends = minutes.map(|minutes| at.saturating_add(minutes).saturating_add(stood));
        Some(Self { label: label.clone(), ends })
    }
}

/// The rounds that are held, in the order of the day, by their place in the workshop.
pub fn order(session: &Session) -> Vec<usize> {
    let room = &session.room.records;
    let rounds = session.head.workshop.rounds.iter().enumerate();
    let held = rounds.filter(|(_, round)| room.fact(&FactKey::Dropped(round.id.clone())) != Some(&Value::Yes(true)));
    let mut held: Vec<(f64, usize)> =
        held.map(|(at, round)| (room.number(&FactKey::Place(round.id.clone())).unwrap_or(at as f64), at)).collect();
    held.sort_by(|a, b| a.0.total_cmp(&b.0));
    held.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_is_read_and_what_is_unknown_is_no_choice() {
        assert_eq!(Shows::parse("card:3"), Some(Shows::Card(TableId(3))));
        assert_eq!(Shows::parse("plenary:2"), Some(Shows::Plenary(TableId(2))));
        assert_eq!(Shows::parse("vote:top"), Some(Shows::Vote("top".into())));
        for text in ["", "card", "card:x", "vote:", "hologram", "Clock"] {
            assert_eq!(Shows::parse(text), None, "{text:?}");
        }
    }
}
