//! How a seating is made: dealt, and then mended by exchanging two people at a time.
//!
//! *Start*: every round the people of each party are dealt, in a random order, each to the table where the party has the
//! least of its share. *Mending*: simulated annealing (Kirkpatrick, Gelatt and Vecchi, 1983) on exchanges of two people
//! within a round, the neighbourhood that Dotú and Van Hentenryck (*Scheduling social golfers locally*, 2005) use for
//! social golfers. What an exchange costs is counted from the two tables alone.
//! Annealing was chosen by measurement (`cargo bench --bench seating -- --method`; pairs that sit together in two rounds, the
//! median of seven seeds, for as many looks):
//!
//! | | annealing | descent | descent, 20 starts | least |
//! |---|---|---|---|---|
//! | 40 of 6 parties, 5 tables, 4 rounds | 90 | 90 | 90 | 90 |
//! | 32 of 4 parties, 8 tables, 8 rounds | 26 | 34 | 28 | 0 |
//! | 25 of 5 parties, 5 tables, 6 rounds | 50 | 57 | 50 | 50 |
//! | 37 of 5 parties, 6 tables, 3 rounds | 3 | 4 | 3 | 3 |
//!
//! The 32 show what it does not do: Latin squares give a seating without any repeat there, and exchanges do not find it.

use super::{Asked, Seating, beyond, bound, fullness};
use crate::record::Dice;

/// What a chair too many or too few counts beside a pair that meets in two rounds.
const BALANCE: i64 = 4;

/// How long and how is searched.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Search {
    /// How many pairs of people are looked at altogether; this, and not a clock, bounds the time.
    pub looks: u64,
    /// How many times it begins anew, sharing the looks.
    pub starts: u32,
    /// By how much an exchange may be worse at the beginning; 0 takes no exchange that is worse (descent).
    pub hot: f64,
}

/// By how much an exchange may still be worse at the end.
const COLD: f64 = 0.15;

impl Default for Search {
    fn default() -> Self {
        Self { looks: 40_000_000, starts: 1, hot: 0.5 }
    }
}

/// The best seating that is found.
pub fn mix(asked: &Asked) -> Seating {
    mix_with(asked, Search::default())
}

/// The best seating that this search finds; never worse than its [`start`].
pub fn mix_with(asked: &Asked, search: Search) -> Seating {
    let mut best = start(asked);
    let mut least = best.measure();
    let floor = bound(&best).together;
    let mut dice = Dice::new(asked.seed ^ 0x5eed);
    for nth in 0..u64::from(search.starts.max(1)) {
        if least.imbalance == 0 && least.together <= floor {
            break;
        }
        let begun = start(&Asked { seed: asked.seed.wrapping_add(nth), ..asked.clone() });
        let found = Walk::new(asked, begun).anneal(search, floor, &mut dice);
        let measure = found.measure();
        if (measure.imbalance, measure.together) < (least.imbalance, least.together) {
            (best, least) = (found, measure);
        }
    }
    best
}

/// How many sit at each table in a round: who must sit there, and the others where it is emptiest.
fn quota(asked: &Asked, seating: &Seating, round: usize) -> Vec<usize> {
    let mut sizes = vec![0; seating.tables];
    let mut free = 0;
    for chair in (0..seating.chairs.len()).filter(|chair| asked.is_there(round, *chair)) {
        match asked.pinned(round, chair) {
            Some(table) => sizes[table] += 1,
            None => free += 1,
        }
    }
    for _ in 0..free {
        let full = |table: &usize| fullness(&seating.places, *table, sizes[*table]);
        let emptiest = (0..seating.tables).min_by(|one, other| {
            let (a, b) = (full(one), full(other));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        emptiest.into_iter().for_each(|table| sizes[table] += 1);
    }
    sizes
}

/// A seating by lot: as many at each table as in any other, who must stay stays, and nothing else is looked at.
pub fn by_lot(asked: &Asked) -> Seating {
    let mut seating = Seating::empty(asked);
    let mut dice = Dice::new(asked.seed);
    for round in 0..asked.rounds {
        let mut room = quota(asked, &seating, round);
        let mut order = dice.shuffled(seating.chairs.len());
        order.retain(|chair| asked.is_there(round, *chair));
        for chair in &order {
            seating.at[round][*chair] = asked.pinned(round, *chair);
            seating.at[round][*chair].into_iter().for_each(|table| room[table] -= 1);
        }
        let mut left = room.iter().enumerate().flat_map(|(table, left)| std::iter::repeat_n(table, *left));
        for chair in order {
            let place = &mut seating.at[round][chair];
            *place = place.or_else(|| left.next());
        }
    }
    seating
}

/// The seating that mixing begins with: in every round each party dealt evenly over the tables.
pub fn start(asked: &Asked) -> Seating {
    let mut seating = Seating::empty(asked);
    let parties = seating.parties();
    let mut dice = Dice::new(asked.seed);
    for round in 0..asked.rounds {
        let sizes = quota(asked, &seating, round);
        let mut room = sizes.clone();
        let mut here = vec![0usize; seating.tables * parties];
        let mut order = dice.shuffled(seating.chairs.len());
        order.retain(|chair| asked.is_there(round, *chair));
        for chair in &order {
            if let Some(table) = asked.pinned(round, *chair) {
                seating.at[round][*chair] = Some(table);
                room[table] -= 1;
                here[table * parties + seating.chairs[*chair]] += 1;
            }
        }
        let tables = dice.shuffled(seating.tables);
        let mut largest: Vec<usize> = (0..parties).collect();
        largest.sort_by_key(|party| std::cmp::Reverse(seating.chairs.iter().filter(|own| *own == party).count()));
        for party in largest {
            for chair in order.iter().filter(|chair| seating.chairs[**chair] == party) {
                if seating.at[round][*chair].is_some() {
                    continue;
                }
                // the least of its share first; of those the table with the most room left
                let least = |table: &&usize| {
                    let share = (here[**table * parties + party] * 1_000_000) / sizes[**table].max(1);
                    (share, std::cmp::Reverse(room[**table]))
                };
                let Some(table) = tables.iter().filter(|table| room[**table] > 0).min_by_key(least) else { continue };
                seating.at[round][*chair] = Some(*table);
                room[*table] -= 1;
                here[table * parties + party] += 1;
            }
        }
    }
    seating
}

/// A seating that is being mended, with everything that an exchange alters.
pub(super) struct Walk {
    seating: Seating,
    parties: usize,
    /// How often every two people sit together, row by row.
    meets: Vec<u16>,
    /// For every round and table, who sits there.
    members: Vec<Vec<Vec<usize>>>,
    /// For every round, table by table, how many of each party sit there, and between which counts that is fair.
    counts: Vec<Vec<u32>>,
    fair: Vec<Vec<(u32, u32)>>,
    /// For every round, who may move.
    free: Vec<Vec<usize>>,
    imbalance: i64,
    together: i64,
}

/// What an exchange would alter.
struct Cost {
    imbalance: i64,
    together: i64,
    /// How many pairs were looked at.
    looks: u64,
}

impl Walk {
    pub(super) fn new(asked: &Asked, seating: Seating) -> Self {
        let measure = seating.measure();
        let rounds = 0..seating.rounds();
        let may_move =
            |round: usize, chair: usize| asked.is_there(round, chair) && asked.pinned(round, chair).is_none();
        let free = |round: usize| (0..seating.chairs.len()).filter(|chair| may_move(round, *chair)).collect();
        Self {
            parties: seating.parties(),
            meets: seating.meetings(),
            members: rounds
                .clone()
                .map(|round| (0..seating.tables).map(|table| seating.at(round, table)).collect())
                .collect(),
            counts: rounds.clone().map(|round| seating.counts(round)).collect(),
            fair: rounds.clone().map(|round| seating.fair(round)).collect(),
            free: rounds.map(free).collect(),
            imbalance: measure.imbalance as i64,
            together: measure.together as i64,
            seating,
        }
    }

    /// Exchanges until the looks are used up or nothing can be better; gives the best seating it came by.
    fn anneal(mut self, search: Search, floor: u64, dice: &mut Dice) -> Seating {
        let mut best = self.seating.clone();
        let mut least = (self.imbalance, self.together);
        let budget = search.looks / u64::from(search.starts.max(1));
        let (mut used, mut warmth) = (0u64, search.hot);
        let mut turn = 0u32;
        while used < budget && !(least.0 == 0 && least.1 <= floor as i64) {
            used += 1; // also a try that comes to nothing is work
            turn = turn.wrapping_add(1);
            if turn.is_multiple_of(256) && search.hot > 0.0 {
                warmth = search.hot * (COLD / search.hot).powf(used as f64 / budget as f64);
            }
            let Some((round, one, other)) = self.pick(dice) else { continue };
            let cost = self.cost(round, one, other);
            used += cost.looks;
            let worse = cost.imbalance * BALANCE + cost.together;
            if worse > 0 && (warmth <= 0.0 || dice.share() >= (-worse as f64 / warmth).exp()) {
                continue;
            }
            self.exchange(round, one, other);
            self.imbalance += cost.imbalance;
            self.together += cost.together;
            if (self.imbalance, self.together) < least {
                least = (self.imbalance, self.together);
                best.clone_from(&self.seating);
            }
        }
        best
    }

    /// Two people who may move and sit at different tables in a round.
    fn pick(&self, dice: &mut Dice) -> Option<(usize, usize, usize)> {
        let round = dice.below(self.free.len());
        let free = self.free.get(round).filter(|free| free.len() > 1)?;
        let (one, other) = (free[dice.below(free.len())], free[dice.below(free.len())]);
        (self.seating.at[round][one] != self.seating.at[round][other]).then_some((round, one, other))
    }

    fn cost(&self, round: usize, one: usize, other: usize) -> Cost {
        let (from, to) = (self.table(round, one), self.table(round, other));
        let count = self.seating.chairs.len();
        let (ones, others) =
            (&self.meets[one * count..(one + 1) * count], &self.meets[other * count..(other + 1) * count]);
        let mut together = 0;
        // who meets m times adds m by meeting once more, and takes m - 1 away by meeting once less
        for chair in self.members[round][from].iter().filter(|chair| **chair != one) {
            together += i64::from(others[*chair]) - i64::from(ones[*chair]) + 1;
        }
        for chair in self.members[round][to].iter().filter(|chair| **chair != other) {
            together += i64::from(ones[*chair]) - i64::from(others[*chair]) + 1;
        }
        let (own, theirs) = (self.seating.chairs[one], self.seating.chairs[other]);
        let mut imbalance = 0;
        if own != theirs {
            let step = |table: usize, party: usize, more: bool| {
                let cell = table * self.parties + party;
                let (count, (low, high)) = (self.counts[round][cell], self.fair[round][cell]);
                let then = if more { count + 1 } else { count - 1 };
                beyond(then, low, high) as i64 - beyond(count, low, high) as i64
            };
            imbalance =
                step(from, own, false) + step(from, theirs, true) + step(to, theirs, false) + step(to, own, true);
        }
        let looks = (self.members[round][from].len() + self.members[round][to].len()) as u64;
        Cost { imbalance, together, looks }
    }

    fn exchange(&mut self, round: usize, one: usize, other: usize) {
        let count = self.seating.chairs.len();
        let (from, to) = (self.table(round, one), self.table(round, other));
        for (chair, leaves, joins, gone) in [(one, from, to, other), (other, to, from, one)] {
            for fellow in self.members[round][leaves].iter().filter(|fellow| **fellow != chair) {
                self.meets[chair * count + fellow] -= 1;
                self.meets[fellow * count + chair] -= 1;
            }
            for fellow in self.members[round][joins].iter().filter(|fellow| **fellow != gone) {
                self.meets[chair * count + fellow] += 1;
                self.meets[fellow * count + chair] += 1;
            }
            let party = self.seating.chairs[chair];
            self.counts[round][leaves * self.parties + party] -= 1;
            self.counts[round][joins * self.parties + party] += 1;
        }
        self.members[round][from].retain(|chair| *chair != one);
        self.members[round][to].retain(|chair| *chair != other);
        self.members[round][from].push(other);
        self.members[round][to].push(one);
        self.seating.at[round].swap(one, other);
    }

    /// Where somebody sits in a round.
    fn table(&self, round: usize, chair: usize) -> usize {
        self.seating.at[round][chair]
            .expect("only who is there is exchanged, and who is there sits while a seating is mended")
    }
}

#[cfg(test)]
impl Walk {
    /// An exchange of any two, as [`Walk::anneal`] makes one.
    pub(super) fn any_exchange(&mut self, dice: &mut Dice) {
        if let Some((round, one, other)) = self.pick(dice) {
            let cost = self.cost(round, one, other);
            self.exchange(round, one, other);
            self.imbalance += cost.imbalance;
            self.together += cost.together;
        }
    }

    /// What it has counted so far: imbalance and together.
    pub(super) fn counted(&self) -> (i64, i64) {
        (self.imbalance, self.together)
    }

    pub(super) fn seating(&self) -> &Seating {
        &self.seating
    }
}
