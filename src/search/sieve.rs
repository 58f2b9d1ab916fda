//! Where and of whom: what a line must be besides its words.

use super::{Kind, Lab, Line};
use crate::text::fold;
use chrono::NaiveDate;

/// What a line must be besides its words; nothing said lets everything through.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sieve {
    /// In this session alone.
    pub session: Option<String>,
    /// Of this kind: the beginning of the label of a category, or of a kind's name in either language.
    pub kind: String,
    /// Said by, in the name of, or about a party: the beginning of its name or of a word of it.
    pub party: String,
    /// On this day or later.
    pub since: Option<NaiveDate>,
    /// Where the session was held: letters of it.
    pub place: String,
}

impl Sieve {
    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it asks anything of a line, and not only of its session.
    pub fn asks_of_lines(&self) -> bool {
        !self.kind.trim().is_empty() || !self.party.trim().is_empty()
    }

    /// Whether lines of that session can come through.
    pub fn lets_in(&self, lab: &Lab) -> bool {
        let place = fold(self.place.trim());
        self.session.as_ref().is_none_or(|id| *id == lab.id.as_str())
            && self.since.is_none_or(|since| lab.date >= since)
            && (place.is_empty() || fold(&lab.place).contains(&place))
    }

    /// Whether a line comes through, as far as it is asked of lines.
    pub fn lets(&self, line: &Line) -> bool {
        let (kind, party) = (fold(self.kind.trim()), fold(self.party.trim()));
        let of_kind = || begins(&fold(&line.label), &kind) || self.kinds().iter().any(|kind| line.kinds.contains(kind));
        (kind.is_empty() || of_kind()) && (party.is_empty() || line.parties.lines().any(|name| begins(name, &party)))
    }

    /// Whether the label of a category is of the kind that is asked for.
    pub fn is_kind(&self, label: &str) -> bool {
        begins(&fold(label), &fold(self.kind.trim()))
    }

    /// Whether that is the name of the party that is asked for.
    pub fn is_party(&self, name: &str) -> bool {
        begins(&fold(name), &fold(self.party.trim()))
    }

    /// The kinds whose name begins so, in either language.
    pub fn kinds(&self) -> Vec<Kind> {
        let wanted = fold(self.kind.trim());
        let named = |kind: &Kind| kind.names().iter().any(|name| name.starts_with(&wanted));
        Kind::ALL.into_iter().filter(|kind| !wanted.is_empty() && named(kind)).collect()
    }
}

/// Whether a name, or a word of it, begins with what is wanted; both folded.
pub(super) fn begins(name: &str, wanted: &str) -> bool {
    name.starts_with(wanted)
        || name.split(|c: char| !c.is_alphanumeric()).skip(1).any(|word| !word.is_empty() && word.starts_with(wanted))
}
