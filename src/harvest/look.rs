//! How the lines are looked at: which of them, and in which order.
//!
//! Not for how that is shown. Called by the views of the door Oogst.

use super::Harvest;
use crate::record::{PartyId, TableId};

/// Which lines are looked at; all of what is asked must hold.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Words that stand in it, folded; empty for any.
    pub words: String,
    /// Its question, by its place in the questions.
    pub spot: Option<usize>,
    /// In whose name; `Some(None)` is nobody's.
    pub party: Option<Option<PartyId>>,
    /// Its table.
    pub table: Option<TableId>,
    /// Only key insights.
    pub key: bool,
    /// Only what has stickers.
    pub voted: bool,
    /// Only what is under no theme.
    pub unused: bool,
}

/// In which order lines stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Sort {
    /// As they were said: by table, round and category.
    #[default]
    Table,
    /// By question, then by table.
    Question,
    /// By party, nobody's last.
    Party,
    /// The most stickers first, key insights before others.
    Votes,
    /// The latest first.
    Latest,
}

impl Sort {
    /// The next one, round and round.
    pub fn next(self) -> Self {
        match self {
            Self::Table => Self::Question,
            Self::Question => Self::Party,
            Self::Party => Self::Votes,
            Self::Votes => Self::Latest,
            Self::Latest => Self::Table,
        }
    }

    /// Its name in the keys of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Question => "question",
            Self::Party => "party",
            Self::Votes => "votes",
            Self::Latest => "latest",
        }
    }
}

impl Filter {
    /// Whether nothing is asked, so that everything is looked at.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a line is looked at.
    pub fn lets(&self, harvest: &Harvest, at: usize) -> bool {
        let point = &harvest.points.all[at];
        self.spot.is_none_or(|spot| point.spot == spot)
            && self.party.as_ref().is_none_or(|party| point.party == *party)
            && self.table.is_none_or(|table| point.table == table)
            && (!self.key || harvest.themes.key[at])
            && (!self.voted || point.votes > 0)
            && (!self.unused || harvest.themes.of.line(at).is_empty())
            && (self.words.is_empty() || point.folded.contains(&self.words))
    }
}

impl Harvest {
    /// The lines that a filter lets through, in order.
    pub fn lines(&self, filter: &Filter, sort: Sort) -> Vec<usize> {
        let mut lines: Vec<usize> = (0..self.points.all.len()).filter(|&at| filter.lets(self, at)).collect();
        self.sort(&mut lines, sort);
        lines
    }

    /// Puts lines in an order; what is equal in it stands as it was said.
    pub fn sort(&self, lines: &mut [usize], sort: Sort) {
        let points = &self.points;
        let point = |at: &usize| &points.all[*at];
        let place = |at: &usize| (points.spot(*at).round, point(at).spot);
        let party = |at: &usize| point(at).whose.unwrap_or(usize::MAX);
        match sort {
            Sort::Table => lines.sort_unstable(),
            Sort::Question => lines.sort_by_key(|at| (place(at), *at)),
            Sort::Party => lines.sort_by_key(|at| (party(at), *at)),
            Sort::Votes => lines.sort_by_key(|at| (std::cmp::Reverse(point(at).votes), !self.themes.key[*at], *at)),
            Sort::Latest => lines.sort_by_key(|at| (std::cmp::Reverse(point(at).born), *at)),
        }
    }
}
