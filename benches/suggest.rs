//! How well themes and likeness are proposed, beside simpler ways, and how long that takes.
//!
//! ```text
//! cargo bench --bench suggest                 # the tables of docs/suggestions.md
//! cargo bench --bench suggest -- --speed      # a hall of 100 tables with 200 lines each
//! ```
//!
//! The figures are the same on every machine, the times are not. What is counted stands in `tests/suggest/measure.rs`, the
//! labelled sets in `tests/suggest/*.ron`. Not a test: it passes no judgement; `tests/suggest.rs` does.

#[path = "../tests/suggest/measure.rs"]
mod measure;
#[path = "../tests/suggest/methods.rs"]
mod methods;
#[path = "../tests/suggest/set.rs"]
mod set;

use aantafel::suggest::{Lines, Settings, Weigh};
use measure::{Figures, Learns, Lot, Trial, Walk};
use methods::Method;
use set::Set;
use std::time::{Duration, Instant};

/// The bound of the program, and that for two lines that say the same.
const BOUND: f64 = 3.0;
const ALIKE: f64 = 0.15;
/// How many draws there are of a few known lines.
const DRAWS: usize = 20;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test` runs benches too, and nextest asks them for a list; both without `--bench`.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    if arguments.iter().any(|argument| argument == "--speed") {
        return speed();
    }
    let (first, others) = (Set::first(), [Set::other(), Set::third()]);
    themes(&first, &others);
    curve(&first, &others);
    walks(&first, &others);
    pairs(&first, &others);
}

fn rows() -> Vec<(&'static str, Method, Settings)> {
    let all = Settings::default();
    let bare = Settings { idea: 0.0, piece: 0.0, ..all };
    let words = Settings { stemmed: false, parts: false, ..bare };
    let pieces = Settings { stem: 0.0, idea: 0.0, ..all };
    let plain = Settings { idea: 0.0, ..all };
    vec![
        ("the biggest theme, always", Method::Biggest, words),
        ("a word in common", Method::Shared, words),
        ("weighed: words", Method::Ours, words),
        ("weighed: stems", Method::Ours, Settings { parts: false, ..bare }),
        ("weighed: stems, parts", Method::Ours, bare),
        ("weighed: letters", Method::Ours, pieces),
        ("weighed: stems, parts, letters", Method::Ours, plain),
        ("weighed: stems, parts, terms", Method::Ours, Settings { piece: 0.0, ..all }),
        ("no terms: centroid", Method::Centroid, plain),
        ("no terms: three nearest", Method::Nearest, plain),
        ("no terms: BM25", Method::Bm25, plain),
        ("no terms: naive Bayes", Method::Bayes, plain),
        ("all clues: centroid", Method::Centroid, all),
        ("all clues: three nearest", Method::Nearest, all),
        ("all clues: BM25", Method::Bm25, all),
        ("all clues: naive Bayes", Method::Bayes, all),
        ("all clues: weighed (chosen)", Method::Ours, all),
    ]
}

fn show(told: &str, figures: Figures) {
    println!(
        "{told:<32} {:>4} {:>4}  {:.2} {:.2} {:.2}  {:.2} {:.2}  {:.2} {:.2}",
        figures.asked,
        figures.proposed,
        figures.precision,
        figures.recall,
        figures.f1,
        figures.macro_precision,
        figures.macro_recall,
        figures.first,
        figures.first_three
    );
}

fn head(told: &str) {
    println!("\n{told}\n{:<32} asked made  prec rec  F1    macro P R  1st  1st3", "");
}

fn themes(first: &Set, others: &[Set]) {
    let made_on = measure::table_by_table(first, &first.made_on);
    let chosen_on = |method, settings| {
        let (lines, names) = measure::with_names(first, settings);
        let scored = measure::ask(method, first, &lines, &names, &made_on);
        let chosen = method == Method::Ours && settings == Settings::default();
        if chosen { BOUND } else { measure::best_bound(first, &scored) }
    };
    let bounds: Vec<f64> = rows().into_iter().map(|(_, method, settings)| chosen_on(method, settings)).collect();
    let parts = [
        ("each of the five tables by the other four (chosen on these)", first, made_on),
        ("three tables held out, by those five", first, measure::held_out(first)),
    ];
    let elsewhere =
        others.iter().map(|set| ("each table by the others", set, measure::table_by_table(set, &set.tables())));
    for (told, set, trials) in parts.into_iter().chain(elsewhere) {
        head(&format!("{}: {told}", set.topic));
        for ((name, method, settings), bound) in rows().into_iter().zip(&bounds) {
            let (lines, names) = measure::with_names(set, settings);
            show(name, measure::figures(set, &measure::ask(method, set, &lines, &names, &trials), *bound));
        }
    }
}

/// Every set with the trials that were held out.
fn held_out<'a>(first: &'a Set, others: &'a [Set]) -> Vec<(&'a Set, Vec<Trial>)> {
    let elsewhere = others.iter().map(|set| (set, measure::table_by_table(set, &set.tables())));
    std::iter::once((first, measure::held_out(first))).chain(elsewhere).collect()
}

fn curve(first: &Set, others: &[Set]) {
    let plain = Settings { idea: 0.0, ..Settings::default() };
    for (set, trials) in held_out(first, others) {
        for (with, settings) in [("", Settings::default()), (", without the words of the field", plain)] {
            head(&format!("{}: so many lines known of each theme{with}, {DRAWS} draws", set.topic));
            let (lines, names) = measure::with_names(set, settings);
            for few in [0, 1, 2, 4, 8] {
                let mut lot = Lot(11);
                let mut draws: Vec<Trial> = Vec::new();
                for _ in 0..DRAWS {
                    draws.extend(trials.iter().map(|trial| measure::with_few(set, trial, few, &mut lot)));
                }
                let scored = measure::ask(Method::Ours, set, &lines, &names, &draws);
                show(&format!("{few} known"), measure::figures(set, &scored, BOUND));
            }
        }
    }
}

fn walks(first: &Set, others: &[Set]) {
    println!(
        "\nline after line, two known of each theme, {DRAWS} draws; the last column: how many proposals were right"
    );
    for (set, trials) in held_out(first, others) {
        let (mut lines, _) = measure::with_names(set, Settings::default());
        for (told, learns) in [
            ("learns nothing", Learns::Nothing),
            ("learns where lines stand", Learns::WhereLinesStand),
            ("and what was refused", Learns::RefusalsToo),
        ] {
            let mut lot = Lot(11);
            let mut sum = Walk::default();
            for _ in 0..DRAWS {
                for trial in &trials {
                    let went = measure::walk(set, &mut lines, &measure::with_few(set, trial, 2, &mut lot), learns);
                    sum.lines += went.lines;
                    sum.accepted += went.accepted;
                    sum.refused += went.refused;
                }
            }
            let right = sum.accepted as f64 / (sum.accepted + sum.refused).max(1) as f64;
            println!(
                "{:<34} {told:<26} of {:>5} lines {:>5} accepted {:>5} refused  {right:.2}",
                set.topic, sum.lines, sum.accepted, sum.refused
            );
        }
    }
}

fn pairs(first: &Set, others: &[Set]) {
    println!("\n{:<75} made  prec rec  one theme", "pairs of different tables that say the same");
    let all = Settings::default();
    let words = Settings { stemmed: false, parts: false, idea: 0.0, ..all };
    let plain = Settings { idea: 0.0, ..all };
    let parts = [
        ("the five tables", first, first.of(|table| first.made_on.contains(&table))),
        ("three held out", first, first.of(|table| !first.made_on.contains(&table))),
    ];
    let elsewhere = others.iter().map(|set| (set.topic.as_str(), set, set.of(|_| true)));
    for (told, set, asked) in parts.into_iter().chain(elsewhere) {
        for (among, within) in [("anywhere", false), ("under one theme", true)] {
            for (how, settings) in [("words", words), ("stems, parts", plain), ("and terms (chosen)", all)] {
                let (lines, _) = measure::with_names(set, settings);
                let pairs = measure::pairs(set, &asked, within, |one, other| lines.likeness(one, other));
                let (made, precision, recall, together) = measure::of_pairs(&pairs, ALIKE);
                let told = format!("{told}, {among}, {how}");
                println!("{told:<75} {made:>4}  {precision:.2} {recall:.2}  {together:.2}");
            }
        }
        let (lines, _) = measure::with_names(set, all);
        let rare = |one, other| lines.beside(one, other).filter(|alike| alike.rare).map_or(0.0, |alike| alike.strength);
        let (made, precision, recall, together) = measure::of_pairs(&measure::pairs(set, &asked, false, rare), ALIKE);
        let told = format!("{told}, anywhere, with something rare (chosen)");
        println!("{told:<75} {made:>4}  {precision:.2} {recall:.2}  {together:.2}");
    }
}

/// A hall of 100 tables with 200 lines each, of words that occur as they do in the sets.
fn speed() {
    let set = Set::first();
    let texts = hall(&set, 20_000);
    let names: Vec<&str> = set.themes.iter().map(String::as_str).collect();
    let begun = Instant::now();
    let mut lines = Lines::new(Settings::default(), texts.iter().map(String::as_str), &names);
    println!("{:<44} {:>10.1?}", format!("{} lines read", lines.len()), begun.elapsed());
    let mut weigh = Weigh::new();
    for name in &names {
        weigh.theme(&mut lines, name);
    }
    let begun = Instant::now();
    for line in 0..10_000 {
        weigh.put(&lines, line, &[line % names.len()]);
    }
    println!("{:<44} {:>10.1?}", "10,000 of them put under a theme", begun.elapsed());
    let mut worst = [Duration::ZERO; 4];
    for key in 0..50 {
        let begun = Instant::now();
        weigh.put(&lines, 10_000 + key, &[key % names.len()]);
        worst[0] = worst[0].max(begun.elapsed());
        let begun = Instant::now();
        let some = (15_000..15_250).filter(|line| weigh.propose(&lines, *line, |_| false).is_some()).count();
        worst[1] = worst[1].max(begun.elapsed());
        assert!(some <= 250, "no more than were asked");
        let begun = Instant::now();
        let found = (10_050..20_000).filter(|line| weigh.propose(&lines, *line, |_| false).is_some()).count();
        worst[2] = worst[2].max(begun.elapsed());
        let begun = Instant::now();
        let alike = lines.alike(key, |_| true).len();
        worst[3] = worst[3].max(begun.elapsed());
        if key == 0 {
            println!("{:<44} {found:>10}\n{:<44} {alike:>10}", "lines with a proposal", "lines like the first");
        }
    }
    for (told, worst) in [
        "one line put under a theme, slowest of 50",
        "250 lines asked for a proposal after that, slowest",
        "9,950 lines asked for a proposal, slowest",
        "one line beside all others, slowest",
    ]
    .iter()
    .zip(worst)
    {
        println!("{told:<44} {worst:>10.1?}");
    }
}

/// So many lines of words that occur as often as in a set, a fifth of them made long ones by another, as in Dutch.
fn hall(set: &Set, many: usize) -> Vec<String> {
    let words: Vec<&str> = set.lines.iter().flat_map(|line| line.text.split_whitespace()).collect();
    let mut drawn: u64 = 5;
    let mut below = |most: usize| {
        drawn = drawn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (drawn >> 33) as usize % most
    };
    let line = |_| {
        let long = 4 + below(10);
        let mut said = Vec::new();
        for _ in 0..long {
            let word = words[below(words.len())].to_owned();
            said.push(if below(5) == 0 { word + words[below(words.len())] } else { word });
        }
        said.join(" ")
    };
    (0..many).map(line).collect()
}
