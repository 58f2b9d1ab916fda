//! Who sits where: people of several parties, mixed over tables and rounds so that people and parties meet.
//!
//! People are chairs: `Gemeente 1`, `Gemeente 2`; there are no names here. Two things count, in this order. *Balance*: at
//! every table, in every round, a party has as many chairs as an even division gives, rounded down or up. *Meeting*: two
//! people who sat together in one round do not in another.
//!
//! Mixing is the social golfer problem (problem 10 of CSPLib; Harvey's tables of the best known). That asks for no
//! meeting twice, which is impossible as soon as a table seats more people than there are tables; so here repeats
//! are counted and made few. The method is in `mix`, what no seating can do better than in `bound`, how it
//! is kept among the facts of the room in `kept`.
//!
//! Pure, and the same for the same seed. Not here: words and cards (`cli`). Called by `cli` and by the bench `seating`.

mod bound;
mod kept;
mod mix;

pub use bound::{Bound, bound};
pub use kept::{Kept, people, pins, places, rounds, seat};
pub use mix::{Search, by_lot, mix, mix_with, start};

/// The most people that are seated: what they have in common is kept for every two of them.
pub const MOST_PEOPLE: usize = 2000;

/// Somebody who stays at a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pin {
    /// The chair, counted from 0 over all parties in their order.
    pub chair: usize,
    /// The table, from 0.
    pub table: usize,
    /// In which round, from 0; in all of them if left out: a host.
    pub round: Option<usize>,
}

/// What is asked of a seating.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Asked {
    /// How many people each party has. People beyond [`MOST_PEOPLE`] are not seated.
    pub people: Vec<usize>,
    /// How many tables there are; at least one is taken.
    pub tables: usize,
    /// How many people fit at each table. Where it is left out, or does not name every table, all are as large as each other.
    pub places: Vec<usize>,
    /// How many rounds.
    pub rounds: usize,
    /// Who stays where. The later one of a list counts, and one for a round before one for all; a pin of a chair, table
    /// or round that does not exist is passed by.
    pub pins: Vec<Pin>,
    /// Another seed gives another seating.
    pub seed: u64,
    /// A seating of which a part stands; then its chairs are seated, whatever `people` says.
    pub stood: Option<Stood>,
}

/// A seating of which the first rounds stand. In the later ones whoever sits there now sits there again, mixed anew.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stood {
    /// The seating.
    pub seating: Seating,
    /// The first round that is mixed anew, from 0.
    pub from: usize,
}

impl Asked {
    /// Whether somebody is there in a round.
    fn is_there(&self, round: usize, chair: usize) -> bool {
        let stood = self.stood.as_ref().filter(|stood| round < stood.seating.rounds());
        stood.is_none_or(|stood| stood.seating.table(round, chair).is_some())
    }

    /// The table where a chair must sit in a round, if it must.
    fn pinned(&self, round: usize, chair: usize) -> Option<usize> {
        if let Some(stood) = self.stood.as_ref().filter(|stood| round < stood.from.min(stood.seating.rounds())) {
            return stood.seating.table(round, chair);
        }
        let here = |pin: &&Pin| pin.chair == chair && pin.table < self.tables.max(1);
        let own = self.pins.iter().rev().filter(here);
        let all = own.clone().find(|pin| pin.round.is_none());
        own.clone().find(|pin| pin.round == Some(round)).or(all).map(|pin| pin.table)
    }

    /// Hosts who stay: one at each table, taken from the parties with the most people still free to move.
    pub fn with_hosts(mut self) -> Self {
        let mut free = self.people.clone();
        for table in 0..self.tables {
            let Some(party) =
                (0..free.len()).filter(|party| free[*party] > 0).max_by_key(|party| (free[*party], usize::MAX - party))
            else {
                break;
            };
            let first: usize = self.people[..party].iter().sum();
            let taken = |chair: &usize| self.pins.iter().any(|pin| pin.chair == *chair);
            let chair = (first..first + self.people[party]).find(|chair| !taken(chair));
            free[party] -= 1;
            if let Some(chair) =
                chair.filter(|_| !self.pins.iter().any(|pin| pin.table == table && pin.round.is_none()))
            {
                self.pins.push(Pin { chair, table, round: None });
            }
        }
        self
    }
}

/// Where everybody sits, in every round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seating {
    /// The party of each chair.
    chairs: Vec<usize>,
    tables: usize,
    places: Vec<usize>,
    /// For every round and chair its table; nothing for who is not there.
    at: Vec<Vec<Option<usize>>>,
}

/// How good a seating is; each is better when lower, but for `met`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Measure {
    /// Chairs of a party too many or too few at a table, over all tables and rounds.
    pub imbalance: u64,
    /// For every two rounds, the pairs of people who sit together in both.
    pub together: u64,
    /// Times that somebody sits with somebody they sat with before, counted once for the two of them.
    pub again: u64,
    /// Pairs of people who meet at all.
    pub met: u64,
    /// The most rounds in which the same two sit together.
    pub most: u64,
}

impl Seating {
    /// A seating in which nobody sits yet.
    fn empty(asked: &Asked) -> Self {
        let chairs = asked
            .people
            .iter()
            .enumerate()
            .flat_map(|(party, count)| std::iter::repeat_n(party, (*count).min(MOST_PEOPLE)));
        let chairs: Vec<usize> = match &asked.stood {
            Some(stood) => stood.seating.chairs.clone(),
            None => chairs.take(MOST_PEOPLE).collect(),
        };
        let tables = asked.tables.max(1);
        let places = if asked.places.len() == tables { asked.places.clone() } else { Vec::new() };
        let at = vec![vec![None; chairs.len()]; asked.rounds];
        Self { chairs, tables, places, at }
    }

    /// How many tables there are.
    pub fn tables(&self) -> usize {
        self.tables
    }

    /// Says how many people fit at each table; nobody moves by that.
    pub fn fit(&mut self, places: Vec<usize>) {
        self.places = places;
    }

    /// How many rounds there are.
    pub fn rounds(&self) -> usize {
        self.at.len()
    }

    /// The party of every chair, from 0.
    pub fn chairs(&self) -> &[usize] {
        &self.chairs
    }

    /// The table of a chair in a round, from 0; nothing for who is not there.
    pub fn table(&self, round: usize, chair: usize) -> Option<usize> {
        self.at.get(round)?.get(chair).copied().flatten()
    }

    /// The chairs at a table in a round, in their order.
    pub fn at(&self, round: usize, table: usize) -> Vec<usize> {
        (0..self.chairs.len()).filter(|chair| self.table(round, *chair) == Some(table)).collect()
    }

    /// How many sit at each table in a round.
    pub fn sizes(&self, round: usize) -> Vec<usize> {
        let mut sizes = vec![0; self.tables];
        self.at.get(round).into_iter().flatten().flatten().for_each(|table| sizes[*table] += 1);
        sizes
    }

    /// Puts one chair at another table in a round; nobody else moves. False where there is no such round, chair or table.
    pub fn put(&mut self, round: usize, chair: usize, table: usize) -> bool {
        let known = table < self.tables;
        match self.at.get_mut(round).and_then(|round| round.get_mut(chair)).filter(|_| known) {
            Some(place) => {
                *place = Some(table);
                true
            }
            None => false,
        }
    }

    /// Somebody who is not there from a round on. The rounds before stay as they were, and nobody else moves.
    pub fn leave(&mut self, chair: usize, from: usize) {
        self.at.iter_mut().skip(from).filter_map(|round| round.get_mut(chair)).for_each(|place| *place = None);
    }

    /// Somebody more of a party, from a round on; gives the chair, which is the last. Nobody else moves.
    ///
    /// It goes to a table with the fewest people; of those to where its party has the fewest, and then to where it
    /// knows the fewest.
    pub fn arrive(&mut self, party: usize, from: usize) -> usize {
        let chair = self.chairs.len();
        self.chairs.push(party);
        self.at.iter_mut().for_each(|round| round.push(None));
        let mut knows = vec![0u32; chair];
        for round in from..self.at.len() {
            let sizes = self.sizes(round);
            let own = |table: usize| self.at(round, table).iter().filter(|other| self.chairs[**other] == party).count();
            let known = |table: usize| self.at(round, table).iter().map(|other| knows[*other]).sum::<u32>();
            let best = (0..self.tables).min_by(|one, other| {
                let full = |table: usize| fullness(&self.places, table, sizes[table]);
                let (a, b) = (full(*one), full(*other));
                a.0.cmp(&b.0)
                    .then(a.1.total_cmp(&b.1))
                    .then_with(|| (own(*one), known(*one), *one).cmp(&(own(*other), known(*other), *other)))
            });
            if let Some(table) = best {
                self.at(round, table).into_iter().for_each(|other| knows[other] += 1);
                self.at[round][chair] = Some(table);
            }
        }
        chair
    }

    /// How often every two people sit together, row by row.
    fn meetings(&self) -> Vec<u16> {
        let count = self.chairs.len();
        let mut meets = vec![0; count * count];
        for round in 0..self.at.len() {
            for table in 0..self.tables {
                let here = self.at(round, table);
                for (nth, one) in here.iter().enumerate() {
                    for other in &here[nth + 1..] {
                        meets[one * count + other] += 1;
                        meets[other * count + one] += 1;
                    }
                }
            }
        }
        meets
    }

    /// How good it is.
    pub fn measure(&self) -> Measure {
        let count = self.chairs.len();
        let meets = self.meetings();
        let mut measure = Measure { imbalance: self.imbalance(), ..Measure::default() };
        for one in 0..count {
            for times in meets[one * count + one + 1..(one + 1) * count].iter().map(|times| u64::from(*times)) {
                measure.together += times * times.saturating_sub(1) / 2;
                measure.again += times.saturating_sub(1);
                measure.met += u64::from(times > 0);
                measure.most = measure.most.max(times);
            }
        }
        measure
    }

    fn imbalance(&self) -> u64 {
        (0..self.at.len())
            .map(|round| {
                let fair = self.fair(round);
                let counts = self.counts(round);
                counts.iter().zip(&fair).map(|(count, (low, high))| beyond(*count, *low, *high)).sum::<u64>()
            })
            .sum()
    }

    /// How many parties the chairs are of.
    fn parties(&self) -> usize {
        self.chairs.iter().max().map_or(0, |most| most + 1)
    }

    /// How many of each party sit at each table: table by table.
    fn counts(&self, round: usize) -> Vec<u32> {
        let parties = self.parties();
        let mut counts = vec![0; self.tables * parties];
        for (chair, table) in self.at[round].iter().enumerate() {
            if let Some(table) = table {
                counts[table * parties + self.chairs[chair]] += 1;
            }
        }
        counts
    }

    /// Between how many and how many of each party should sit at each table: table by table.
    ///
    /// A party's share of a table, rounded down and up. Where tables differ by one at most they count as equal, so that one
    /// person more does not draw a second one of a party. There is always a seating that keeps to all of these (the
    /// rounding of a matrix that keeps its sums; Bacharach, 1966), unless somebody has to stay.
    fn fair(&self, round: usize) -> Vec<(u32, u32)> {
        let sizes = self.sizes(round);
        let all: usize = sizes.iter().sum();
        let least = sizes.iter().min().copied().unwrap_or(0);
        let even = sizes.iter().all(|size| size - least <= 1);
        let parties = self.parties();
        let mut people = vec![0usize; parties];
        self.at[round]
            .iter()
            .enumerate()
            .filter(|(_, table)| table.is_some())
            .for_each(|(chair, _)| people[self.chairs[chair]] += 1);
        let mut fair = Vec::with_capacity(self.tables * parties);
        for size in &sizes {
            for count in &people {
                let (share, of) = if even { (*count, self.tables) } else { (count * size, all.max(1)) };
                fair.push(((share / of) as u32, share.div_ceil(of) as u32));
            }
        }
        fair
    }
}

/// How far a count lies outside what is fair.
fn beyond(count: u32, low: u32, high: u32) -> u64 {
    u64::from(count.saturating_sub(high) + low.saturating_sub(count))
}

/// How full a table would be with one more: whether that is more than fits, and which part of it.
fn fullness(places: &[usize], table: usize, people: usize) -> (bool, f64) {
    match places.get(table) {
        None => (false, people as f64),
        Some(0) => (true, f64::INFINITY),
        Some(fit) => (people >= *fit, (people + 1) as f64 / *fit as f64),
    }
}

#[cfg(test)]
mod tests;
