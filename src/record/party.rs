//! The parties at the table, and the one function that turns a voice into words.
//!
//! Attribution is stored once, as ids, and projected here and nowhere else: a screen or report that forgets to hide a name
//! cannot exist if it has no other way to get one.

use super::{
    entry::Voice,
    id::{PartyId, SeatId},
};
use crate::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much of a voice is told: decided once per session, and never wider than that.
///
/// In order: what comes later tells more.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Names {
    /// Nobody: neither who said it, nor of which party (the Chatham House rule).
    None,
    /// The party. The rule where nothing was decided, because a name that was not told can still be told, and not the
    /// other way round.
    #[default]
    Party,
    /// The name of the person, where it is known, with the party.
    Full,
}

impl Names {
    /// All of them, the strictest first.
    pub const ALL: [Self; 3] = [Self::None, Self::Party, Self::Full];

    /// How it is spelled, in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Party => "party",
            Self::Full => "full",
        }
    }

    /// Reads what [`Names::key`] spells.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|names| names.key() == key)
    }
}

/// A party: an organisation or group that sits at the tables.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Party {
    /// Its id, made from the name it had first; stays when the name changes.
    pub id: PartyId,
    /// Its name as people say it.
    pub label: String,
    /// How many of its people sit at a table, unless the table says otherwise; 0 is not known.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub seats: u32,
}

fn is_zero(seats: &u32) -> bool {
    *seats == 0
}

/// The parties of a session, in the order in which they were given.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Parties(
    /// The parties themselves.
    pub Vec<Party>,
    /// What chairs are called beside their number. Empty, but in a session that was made ready for a report that may tell
    /// names (`session::Told`); never in a file.
    #[serde(skip)]
    BTreeMap<SeatId, String>,
);

impl Parties {
    /// Parties from their names, as a workshop or a form gives them: `Gemeente` or, with people, `Gemeente 2`.
    pub fn named<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> Self {
        let mut parties = Self::default();
        for name in names {
            parties.add(name.as_ref());
        }
        parties
    }

    /// Adds a party by its name, unless it is there; a number behind the name is how many of its people sit at a table.
    pub fn add(&mut self, name: &str) -> Option<PartyId> {
        let name = name.trim();
        let (label, seats) = match name.rsplit_once(' ') {
            Some((label, count)) => count.parse::<u32>().map_or((name, 0), |count| (label.trim(), count.min(99))),
            None => (name, 0),
        };
        if label.is_empty() {
            return None;
        }
        if let Some(known) = self.0.iter_mut().find(|party| fold(&party.label) == fold(label)) {
            if seats > 0 {
                known.seats = seats;
            }
            return Some(known.id.clone());
        }
        let stem = handle(label);
        let taken = |id: &PartyId| self.0.iter().any(|party| party.id == *id);
        let id = (1..).map(|n| if n == 1 { PartyId::new(&stem) } else { PartyId::new(&format!("{stem}-{n}")) });
        let id = id.into_iter().find(|id| !taken(id))?;
        self.0.push(Party { id: id.clone(), label: label.to_owned(), seats });
        Some(id)
    }

    /// The party with this id.
    pub fn get(&self, id: &PartyId) -> Option<&Party> {
        self.0.iter().find(|party| party.id == *id)
    }

    /// The same parties, with chairs called by these words.
    ///
    /// For `session::Told` only, which knows whether names may be told.
    pub fn naming(&self, chairs: BTreeMap<SeatId, String>) -> Self {
        Self(self.0.clone(), chairs)
    }

    /// The party that a chair belongs to, and its number there, read off its id.
    pub fn chair_of(seat: &SeatId) -> Option<(PartyId, u32)> {
        let (party, number) = seat.as_str().rsplit_once('#')?;
        Some((PartyId::new(party), number.parse().ok()?))
    }

    /// The nth chair of a party.
    pub fn nth_chair(party: &PartyId, number: u32) -> SeatId {
        SeatId::new(&format!("{party}#{number}"))
    }

    /// Whose words these are, as it may be shown: a party's name, or a chair of that party by its number.
    pub fn voice(&self, voice: &Voice) -> String {
        match voice {
            Voice::Party(id) => self.get(id).map_or_else(|| id.to_string(), |party| party.label.clone()),
            Voice::Seat(seat) => match (self.1.get(seat), self.chair(seat)) {
                (Some(words), _) => words.clone(),
                (None, Some((party, number))) => format!("{} {number}", party.label),
                (None, None) => seat.to_string(),
            },
        }
    }

    fn chair(&self, seat: &SeatId) -> Option<(&Party, u32)> {
        let (party, number) = Self::chair_of(seat)?;
        Some((self.get(&party)?, number))
    }

    /// The voices that `text` may mean, best first: a party whose name, or a word of it, begins so, and its chairs.
    ///
    /// `wel` finds Welzijn, `wel2` the second chair of Welzijn. Accents and capitals do not matter.
    pub fn find(&self, text: &str) -> Vec<Voice> {
        let folded = fold(text.trim());
        let letters = folded.trim_end_matches(|c: char| c.is_ascii_digit());
        let chair = folded[letters.len()..].parse::<u32>().ok().filter(|chair| (1..=99).contains(chair));
        let exact = |party: &&Party| fold(&party.label) == folded;
        if let Some(party) = self.0.iter().find(exact) {
            return vec![Voice::Party(party.id.clone())];
        }
        let name = letters.trim_end();
        let starts = |party: &&Party| fold(&party.label).starts_with(name);
        let inside = |party: &&Party| fold(&party.label).split([' ', '-']).skip(1).any(|word| word.starts_with(name));
        let first = self.0.iter().filter(starts);
        let rest = self.0.iter().filter(|party| !starts(party) && inside(party));
        let voice = |party: &Party| match chair {
            None => Voice::Party(party.id.clone()),
            Some(number) => Voice::Seat(Self::nth_chair(&party.id, number)),
        };
        first.chain(rest).map(voice).collect()
    }
}

/// A short lower-case handle of a name: letters and digits, hyphens between.
pub fn handle(name: &str) -> String {
    let folded: String = fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let handle = folded.split_whitespace().collect::<Vec<_>>().join("-");
    if handle.is_empty() { "x".to_owned() } else { handle }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parties() -> Parties {
        Parties::named(["Bewonersinitiatief 2", "Gemeente", "Welzijn", "Zorgcoöperatie Zeeland"])
    }

    #[test]
    fn a_party_is_found_by_how_its_name_or_a_word_of_it_begins() {
        let parties = parties();
        let found = |text: &str| parties.find(text).iter().map(|voice| parties.voice(voice)).collect::<Vec<_>>();
        assert_eq!(found("wel"), ["Welzijn"]);
        assert_eq!(found("ZEE"), ["Zorgcoöperatie Zeeland"]);
        assert_eq!(found("zorgco"), ["Zorgcoöperatie Zeeland"]);
        assert_eq!(found("bew2"), ["Bewonersinitiatief 2"]);
        assert_eq!(found("kerk"), Vec::<String>::new());
        assert_eq!(parties.0[0].seats, 2);
    }

    #[test]
    fn the_same_party_twice_is_one_and_two_that_look_alike_are_two() {
        let mut parties = parties();
        assert_eq!(parties.add("gemeente 3"), Some("gemeente".into()));
        assert_eq!((parties.0.len(), parties.0[1].seats), (4, 3));
        assert_eq!(parties.add("Gemeente!"), Some("gemeente-2".into()));
        assert_eq!(parties.add("  "), None);
    }
}
