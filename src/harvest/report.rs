//! What a table tells in the plenary: its dream, three lines, one quote, one agreement.
//!
//! It is shown to everybody, so nothing of what stays at the table is in it, and never whose words they are. Called by the
//! door Oogst and by the projector.

use super::Harvest;
use crate::{record::TableId, session::Session, text::clean_line};

/// How many lines a table tells.
const TOP: usize = 3;

/// What a table tells; what it has nothing of is empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Told {
    /// Its dream: the text it worded last.
    pub dream: String,
    /// Its key insights, then what has most stickers.
    pub top: Vec<String>,
    /// Literal words.
    pub quote: String,
    /// An agreement.
    pub agreement: String,
}

impl Told {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Harvest {
    /// What a table tells. Of each kind a key insight goes first, so a star decides what is told.
    pub fn told(&self, session: &Session, table: TableId) -> Told {
        let points = &self.points;
        let mine = (0..points.all.len()).filter(|&at| {
            let point = &points.all[at];
            point.table == table && !point.kept_in && !points.spot(at).private
        });
        let mut lines: Vec<usize> = mine.collect();
        let starred = |at: &usize| self.themes.key[*at];
        lines.sort_by_key(|at| (!starred(at), *at));
        let text = |at: usize| clean_line(points.text(session, at)).into_owned();
        let first = |of: &dyn Fn(usize) -> bool| lines.iter().copied().find(|&at| of(at)).map(text).unwrap_or_default();
        let dream = lines.iter().copied().filter(|&at| points.spot(at).slot);
        let dream = dream.max_by_key(|&at| (starred(&at), points.all[at].born)).map(text).unwrap_or_default();
        let plain = |at: usize| {
            let spot = points.spot(at);
            !spot.slot && !spot.quote && !spot.agreed && spot.round < session.head.workshop.rounds.len()
        };
        let said = |at: usize| starred(&at) || points.all[at].votes > 0 || points.spot(at).sigil.is_some();
        let mut top: Vec<usize> = lines.iter().copied().filter(|&at| plain(at) && said(at)).collect();
        top.sort_by_key(|at| (!starred(at), std::cmp::Reverse(points.all[*at].votes), *at));
        Told {
            dream,
            top: top.into_iter().take(TOP).map(text).collect(),
            quote: first(&|at| points.spot(at).quote),
            agreement: first(&|at| points.spot(at).agreed),
        }
    }
}
