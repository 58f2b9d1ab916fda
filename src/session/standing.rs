//! How an agreement stands: made, going, stalled, done, dropped.
//!
//! **The state is read** off a block that judges what was carried to a session, in zones: its first zone means done, its last
//! dropped, the second of three or more going, those between stalled. Not for what was agreed over sessions (that is
//! `search`). Called by `search` and by what is carried to a next session, which takes along only what is open.

use super::Session;
use crate::{
    form::{Form, Room, judge::Scale, source::Source},
    record::{Entry, Item, Records, Stamp, Verdict},
};

/// How an agreement stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Standing {
    /// Nothing was said of it yet.
    #[default]
    Made,
    /// Under way.
    Going,
    /// It stands still.
    Stalled,
    /// Done.
    Done,
    /// No longer needed.
    Dropped,
}

impl Standing {
    /// Its name in the keys of its words, and for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Going => "going",
            Self::Stalled => "stalled",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        match self {
            Self::Made | Self::Going | Self::Stalled => true,
            Self::Done | Self::Dropped => false,
        }
    }

    fn of_zone(at: usize, zones: usize) -> Self {
        if at == 0 {
            Self::Done
        } else if at + 1 == zones {
            Self::Dropped
        } else if at == 1 {
            Self::Going
        } else {
            Self::Stalled
        }
    }

    /// How an entry stands at its table, as that table said last.
    pub fn of(session: &Session, records: &Records, entry: &Entry) -> Self {
        let blocks = session.head.workshop.rounds.iter().flat_map(|round| &round.blocks);
        let mut latest: Option<(&Stamp, Self)> = None;
        for block in blocks {
            let Form::Judge(judge) = block else { continue };
            let Scale::Zones(zones) = &judge.scale else { continue };
            let carried = |source: &Source| match source {
                Source::Block(id) => *id == entry.home.block && session.block(id).is_some_and(carries),
                _other => false,
            };
            if !judge.from.iter().any(carried) {
                continue;
            }
            for (key, given) in records.judgements() {
                let of = key.block == judge.id && key.item == Item::Entry(entry.id.clone()) && key.criterion.is_none();
                let Some(Verdict::Choice(zone)) = given.verdict.as_ref().filter(|_| of) else { continue };
                let Some(at) = zones.iter().position(|one| one == zone) else { continue };
                if latest.is_none_or(|(stamp, _)| given.stamp > *stamp) {
                    latest = Some((&given.stamp, Self::of_zone(at, zones.len())));
                }
            }
        }
        latest.map(|(_, state)| state).unwrap_or_default()
    }
}

/// Whether a block starts from an earlier session.
pub(super) fn carries(form: &Form) -> bool {
    form.lens().frame().carry.is_some()
}
