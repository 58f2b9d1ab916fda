//! What no seating can do better than, by counting.
//!
//! **Two rounds.** The people of one table of size *k* spread over the *t* tables of another round. However they do, some
//! share a table there: least when they spread evenly. Eight people over five tables are at best 2, 2, 2, 1, 1, which
//! is three pairs; five tables give 15 pairs for every two rounds, four rounds have six times two rounds: 90. The same can be
//! counted from either round; the larger counts.
//!
//! **All rounds.** Tables of a round hold so many pairs, there are so many different ones, and what is more is a repeat;
//! spread evenly over the pairs it is least. And who meets more people than there are meets some of them again.
//!
//! The larger of both counts. Neither balance nor pins are looked at, which can only make the bound lower than what can be
//! reached. So 25 people of five parties at five tables in six rounds cannot have fewer than 50: in balance two of one party
//! never sit together, and only 250 pairs are left for 300 meetings. The balance itself has 0 as its bound (see
//! `Seating::fair`).

use super::Seating;

/// The least that any seating of these sizes has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Bound {
    /// For every two rounds, the pairs of people who sit together in both.
    pub together: u64,
    /// Times that somebody sits with somebody they sat with before. What reaches this keeps the same two together all day.
    pub again: u64,
}

/// The bound for the sizes of the tables of a seating. Two rounds are held together only where everybody is in both.
pub fn bound(seating: &Seating) -> Bound {
    let sizes: Vec<Vec<usize>> = (0..seating.rounds()).map(|round| seating.sizes(round)).collect();
    let mut by_rounds = Bound::default();
    for (nth, later) in sizes.iter().enumerate() {
        let shared = |earlier: &Vec<usize>| spread(earlier, later).max(spread(later, earlier));
        let whole = |sizes: &&Vec<usize>| sizes.iter().sum::<usize>() == seating.chairs().len();
        let repeats = sizes[..nth].iter().filter(|_| whole(&later)).filter(whole).map(shared);
        by_rounds.together += repeats.clone().sum::<u64>();
        by_rounds.again += repeats.max().unwrap_or(0);
    }
    let people = seating.chairs().len() as u64;
    let (pairs, meetings) = (choose(people), sizes.iter().flatten().map(|size| choose(*size as u64)).sum::<u64>());
    let over = (0..seating.chairs().len()).map(|chair| {
        let fellows =
            (0..seating.rounds()).filter_map(|round| seating.table(round, chair).map(|table| sizes[round][table] - 1));
        (fellows.sum::<usize>() as u64).saturating_sub(people - 1)
    });
    let by_all = Bound {
        together: even(meetings, pairs),
        again: meetings.saturating_sub(pairs).max(over.sum::<u64>().div_ceil(2)),
    };
    Bound { together: by_rounds.together.max(by_all.together), again: by_rounds.again.max(by_all.again) }
}

/// The fewest pairs that sit together at tables of `to` when they sat together at tables of `from`.
fn spread(from: &[usize], to: &[usize]) -> u64 {
    let least = |people: usize| {
        let mut sits = vec![0usize; to.len()];
        let mut pairs = 0;
        for _ in 0..people {
            // one more where the fewest sit; a table that is full takes nobody
            let emptiest = (0..to.len()).filter(|table| sits[*table] < to[*table]).min_by_key(|table| sits[*table]);
            if let Some(table) = emptiest {
                pairs += sits[table] as u64;
                sits[table] += 1;
            }
        }
        pairs
    };
    from.iter().map(|people| least(*people)).sum()
}

/// The least number of pairs of equal things when so many are spread over so many kinds.
fn even(things: u64, kinds: u64) -> u64 {
    if kinds == 0 {
        return 0;
    }
    let (each, more) = (things / kinds, things % kinds);
    choose(each) * (kinds - more) + choose(each + 1) * more
}

fn choose(people: u64) -> u64 {
    people * people.saturating_sub(1) / 2
}
