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
    let (first, other) = (Set::first(), Set::other());
    themes(&first, &other);
    curve(&first, &other);
    walks(&first, &other);
    pairs(&first, &other);
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

fn themes(first: &Set, other: &Set) {
    let made_on = measure::table_by_table(first, &first.made_on);
    let held_out = measure::held_out(first);
    let elsewhere = measure::table_by_table(other, &other.tables());
    let mut told: [Vec<(&str, Figures)>; 3] = Default::default();
    for (name, method, settings) in rows() {
        let (lines, names) = measure::with_names(first, settings);
        let scored = measure::ask(method, first, &lines, &names, &made_on);
        let chosen = method == Method::Ours && settings == Settings::default();
        let bound = if chosen { BOUND } else { measure::best_bound(first, &scored) };
        told[0].push((name, measure::figures(first, &scored, bound)));
        let scored = measure::ask(method, first, &lines, &names, &held_out);
        told[1].push((name, measure::figures(first, &scored, bound)));
        let (lines, names) = measure::with_names(other, settings);
        let scored = measure::ask(method, other, &lines, &names, &elsewhere);
        told[2].push((name, measure::figures(other, &scored, bound)));
    }
    let heads = [
        format!("{}: each of the five tables by the other four (chosen on these)", first.topic),
        format!("{}: three tables held out, by those five", first.topic),
        format!("{}: held out, each of four tables by the other three", other.topic),
    ];
    for (name, rows) in heads.iter().zip(told) {
        head(name);
        rows.into_iter().for_each(|(name, figures)| show(name, figures));
    }
}

fn curve(first: &Set, other: &Set) {
    let plain = Settings { idea: 0.0, ..Settings::default() };
    for (told, set, trials) in [
        (&first.topic, first, measure::held_out(first)),
        (&other.topic, other, measure::table_by_table(other, &other.tables())),
    ] {
        for (with, settings) in [("", Settings::default()), (", without the words of the field", plain)] {
            head(&format!("{told}: so many lines known of each theme{with}, {DRAWS} draws"));
            let (lines, names) = measure::with_names(set, settings);
            for few in [0, 1, 2, 4, 8] {
                let mut lot = Lot(11);
                let draws: Vec<Trial> = (0..DRAWS)
                    .flat_map(|_| {
                        trials.iter().map(|trial| measure::with_few(set, trial, few, &mut lot)).collect::<Vec<_>>()
                    })
                    .collect();
                let scored = measure::ask(Method::Ours, set, &lines, &names, &draws);
                show(&format!("{few} known"), measure::figures(set, &scored, BOUND));
            }
        }
    }
}

fn walks(first: &Set, other: &Set) {
    println!(
        "\nline after line, two known of each theme, {DRAWS} draws: proposals accepted, refused, and how many were right"
    );
    for (set, trials) in [(first, measure::held_out(first)), (other, measure::table_by_table(other, &other.tables()))] {
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
            let made = sum.accepted + sum.refused;
            println!(
                "{:<28} {told:<26} of {:>5} lines {:>5} accepted {:>5} refused  {:.2}",
                set.topic,
                sum.lines,
                sum.accepted,
                sum.refused,
                sum.accepted as f64 / made.max(1) as f64
            );
        }
    }
}

fn pairs(first: &Set, other: &Set) {
    println!("\npairs of different tables that say the same{:>22} made  prec rec  one theme", "");
    let all = Settings::default();
    let words = Settings { stemmed: false, parts: false, idea: 0.0, ..all };
    let plain = Settings { idea: 0.0, ..all };
    let made_on = first.of(|table| first.made_on.contains(&table));
    let held_out = first.of(|table| !first.made_on.contains(&table));
    for (told, set, asked) in [
        ("the five tables", first, &made_on),
        ("three held out", first, &held_out),
        (other.topic.as_str(), other, &other.of(|_| true)),
    ] {
        for (among, within) in [("anywhere", false), ("under one theme", true)] {
            for (how, settings) in [("words", words), ("stems, parts", plain), ("and terms (chosen)", all)] {
                let (lines, _) = measure::with_names(set, settings);
                let pairs = measure::pairs(set, asked, within, |one, other| lines.likeness(one, other));
                let (made, precision, recall, together) = measure::of_pairs(&pairs, ALIKE);
                let told = format!("{told}, {among}, {how}");
                println!("{told:<65} {made:>4}  {precision:.2} {recall:.2}  {together:.2}");
            }
        }
    }
}

/// A hall of 100 tables with 200 lines each, of words that occur as they do in the sets.
fn speed() {
    let set = Set::first();
    let mut lot = Lot(5);
    let texts = measure::hall(&set, 20_000, &mut lot);
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
        weigh.settle(&lines);
        worst[1] = worst[1].max(begun.elapsed());
        let begun = Instant::now();
        let found = (10_050..20_000).filter(|line| weigh.propose(&lines, *line, |_| false).is_some()).count();
        worst[2] = worst[2].max(begun.elapsed());
        let begun = Instant::now();
        let alike = lines.alike(key, 0..20_000).len();
        worst[3] = worst[3].max(begun.elapsed());
        if key == 0 {
            println!("{:<44} {found:>10}\n{:<44} {alike:>10}", "lines with a proposal", "lines like the first");
        }
    }
    for (told, worst) in [
        "one line put under a theme, slowest of 50",
        "all words weighed anew, slowest",
        "9,950 lines asked for a proposal, slowest",
        "one line beside all others, slowest",
    ]
    .iter()
    .zip(worst)
    {
        println!("{told:<44} {worst:>10.1?}");
    }
}
