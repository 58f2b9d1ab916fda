//! How well people are mixed over tables and rounds, beside what no seating can do better than and beside chance.
//!
//! ```text
//! cargo bench --bench seating
//! cargo bench --bench seating -- --method       # annealing beside descent with restarts, for as many looks
//! ```
//!
//! *Together*: for every two rounds, the pairs of people who sit together in both. *Again*: times that somebody sits with
//! somebody they sat with before. *Imbalance*: chairs of a party too many or too few at a table. Mixing is the median of
//! seven seeds, chance the mean of 1,000. `session/seating/bound.rs` derives the bound. Not a test: it passes no judgement.

use aantafel::session::seating::{Asked, Measure, Search, Seating, bound, by_lot, mix_with, start};
use std::time::{Duration, Instant};

/// How many seatings by lot are made.
const LOTS: u64 = 1000;
const SEEDS: u64 = 7;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test` runs benches too, and nextest asks them for a list; both without `--bench`.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    if arguments.iter().any(|argument| argument == "--method") {
        return methods();
    }
    println!(
        "{:<36} {:>8} {:>8} {:>8} {:>8}  {:>6} {:>6} {:>7}  {:>8}",
        "", "together", "again", "imbal.", "most", "met", "ratio", "chance", "time"
    );
    for (told, asked) in days() {
        day(told, &asked);
    }
}

fn days() -> Vec<(&'static str, Asked)> {
    let asked =
        |people: &[usize], tables, rounds| Asked { people: people.to_vec(), tables, rounds, ..Asked::default() };
    vec![
        ("40 of 6 parties, 5 tables, 4 rounds", asked(&[7, 7, 7, 7, 6, 6], 5, 4)),
        ("the same, a host at each table", asked(&[7, 7, 7, 7, 6, 6], 5, 4).with_hosts()),
        ("32 of 4 parties, 8 tables, 8 rounds", asked(&[8, 8, 8, 8], 8, 8)),
        ("25 of 5 parties, 5 tables, 6 rounds", asked(&[5, 5, 5, 5, 5], 5, 6)),
        ("37 of 5 parties, 6 tables, 3 rounds", asked(&[12, 9, 7, 6, 3], 6, 3)),
        ("500 of 8 parties, 60 tables, 6 rounds", asked(&[90, 80, 75, 70, 60, 50, 45, 30], 60, 6)),
    ]
}

/// The median of the seeds, by what counts, and of the time.
fn mixed(asked: &Asked, search: Search) -> (Seating, Measure, Measure, Measure, Duration) {
    let mut found: Vec<(Measure, Duration, Seating)> = (1..=SEEDS)
        .map(|seed| {
            let begun = Instant::now();
            let seating = mix_with(&Asked { seed, ..asked.clone() }, search);
            (seating.measure(), begun.elapsed(), seating)
        })
        .collect();
    found.sort_by_key(|(measure, ..)| *measure);
    let mut times: Vec<Duration> = found.iter().map(|(_, time, _)| *time).collect();
    times.sort();
    let (best, worst) = (found[0].0, found[found.len() - 1].0);
    let (measure, _, seating) = found.swap_remove(found.len() / 2);
    (seating, measure, best, worst, times[times.len() / 2])
}

fn day(told: &str, asked: &Asked) {
    println!("{told}");
    let (seating, measure, best, worst, time) = mixed(asked, Search::default());
    let floor = bound(&seating);
    let lots: Vec<Measure> = (1..=LOTS).map(|seed| by_lot(&Asked { seed, ..asked.clone() }).measure()).collect();
    let mean = |of: fn(&Measure) -> u64| lots.iter().map(of).sum::<u64>() as f64 / lots.len() as f64;
    let chance = mean(|lot| lot.together);
    let ratio = |together: f64, floor: f64| {
        if floor > 0.0 { format!("{:.3}", together / floor) } else { "-".to_owned() }
    };
    println!("  {:<34} {:>8} {:>8} {:>8}", "bound", floor.together, floor.again, 0);
    let row = |name: &str, it: Measure, time: &str| {
        let together = it.together as f64;
        println!(
            "  {name:<34} {:>8} {:>8} {:>8} {:>8}  {:>6} {:>6} {:>7.3}  {time:>8}",
            it.together,
            it.again,
            it.imbalance,
            it.most,
            it.met,
            ratio(together, floor.together as f64),
            together / chance,
        );
    };
    row("mixed, the best seed", best, "");
    row("mixed, the median", measure, &format!("{:.0} ms", time.as_secs_f64() * 1e3));
    row("mixed, the worst seed", worst, "");
    row("dealt, where mixing begins", start(asked).measure(), "");
    println!(
        "  {:<34} {chance:>8.1} {:>8.1} {:>8.1} {:>8.1}  {:>6.1} {:>6} {:>7.3}",
        "by lot, the mean of 1,000",
        mean(|lot| lot.again),
        mean(|lot| lot.imbalance),
        mean(|lot| lot.most),
        mean(|lot| lot.met),
        ratio(chance, floor.together as f64),
        1.0,
    );
}

/// The same looks spent in several ways.
fn methods() {
    for (told, asked) in days() {
        println!("{told}");
        for (hot, starts) in
            [(0.0, 1), (0.0, 20), (0.0, 100), (0.5, 1), (1.0, 1), (1.5, 1), (2.5, 1), (4.0, 1), (1.5, 4), (1.5, 16)]
        {
            let search = Search { starts, hot, ..Search::default() };
            let (_, median, best, worst, time) = mixed(&asked, search);
            println!(
                "  hot {hot:<4} starts {starts:>4}   together {:>6} (best {:>6}, worst {:>6})  imbalance {:>3}  again {:>6}  {:>6.0} ms",
                median.together,
                best.together,
                worst.together,
                median.imbalance,
                median.again,
                time.as_secs_f64() * 1e3,
            );
        }
    }
}
