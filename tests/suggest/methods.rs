//! The methods that were compared, the one of the program among them: each gives every theme a score for a line.

use crate::set::Set;
use aantafel::suggest::{Lines, Settings, Weigh};
use std::collections::HashMap;

/// A way to find the theme of a line.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Method {
    /// Always the theme with most lines.
    Biggest,
    /// The theme with most clues in common.
    Shared,
    /// The cosine with the sum of what stands under the theme, by rarity.
    Centroid,
    /// The cosines with the three nearest lines under the theme.
    Nearest,
    /// The three best lines under the theme, by BM25.
    Bm25,
    /// Naive Bayes, complement of each theme, with what speaks against.
    Bayes,
    /// What the program does.
    Ours,
}

/// A text as clues with their weights.
type Sparse = Vec<(u32, f64)>;

/// A method that knows which lines stand where.
pub struct Model<'a> {
    method: Method,
    lines: &'a Lines,
    themes: Vec<Vec<Sparse>>,
    weigh: Weigh,
}

fn vector(lines: &Lines, line: usize) -> Sparse {
    let clues = lines.clues(line).into_iter();
    let mut vector: Sparse = clues.map(|clue| (clue, lines.weight(clue) * lines.rarity(clue))).collect();
    let long = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt().max(1e-9);
    vector.iter_mut().for_each(|(_, weight)| *weight /= long);
    vector
}

fn dot(one: &Sparse, other: &Sparse) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < one.len() && j < other.len() {
        match one[i].0.cmp(&other[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += one[i].1 * other[j].1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    sum
}

/// The lines of a set, and behind them the names of its themes.
pub fn read(set: &Set, settings: Settings) -> Lines {
    let names: Vec<&str> = set.themes.iter().map(String::as_str).collect();
    let texts = set.lines.iter().map(|line| line.text.as_str());
    Lines::new(settings, texts, &names)
}

impl<'a> Model<'a> {
    /// Learns from known lines. `names` are the lines that are the names of the themes, for the methods that need those.
    pub fn new(method: Method, set: &Set, lines: &'a Lines, names: &[usize], known: &[usize]) -> Self {
        let mut themes: Vec<Vec<Sparse>> = names.iter().map(|name| vec![vector(lines, *name)]).collect();
        let mut weigh = Weigh::new();
        match method {
            Method::Ours => {
                // the words of the names are in the lines already, so the copy has the same numbers
                let mut copy = lines.clone();
                for name in &set.themes {
                    weigh.theme(&mut copy, name);
                }
                for line in known {
                    weigh.put(lines, *line, &set.lines[*line].themes);
                }
            }
            Method::Biggest | Method::Shared | Method::Centroid | Method::Nearest | Method::Bm25 | Method::Bayes => {
                for line in known {
                    for theme in &set.lines[*line].themes {
                        themes[*theme].push(vector(lines, *line));
                    }
                }
            }
        }
        Self { method, lines, themes, weigh }
    }

    /// A score for each theme; nought is nothing.
    pub fn scores(&mut self, line: usize) -> Vec<f64> {
        let asked = vector(self.lines, line);
        let best = |mut scores: Vec<f64>| {
            scores.sort_by(|a, b| b.total_cmp(a));
            scores.iter().zip([1.0, 0.6, 0.4]).map(|(score, part)| score * part).sum::<f64>()
        };
        match self.method {
            Method::Biggest => self.themes.iter().map(|under| under.len() as f64).collect(),
            Method::Shared => self.each(|under| {
                let has = |clue: &u32| under.iter().any(|line| line.iter().any(|(other, _)| other == clue));
                asked.iter().filter(|(clue, _)| has(clue)).count() as f64
            }),
            Method::Centroid => self.each(|under| {
                let mut sum: HashMap<u32, f64> = HashMap::new();
                under.iter().flatten().for_each(|(clue, weight)| *sum.entry(*clue).or_default() += weight);
                let mut sum: Sparse = sum.into_iter().collect();
                sum.sort_unstable_by_key(|(clue, _)| *clue);
                let long = sum.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt().max(1e-9);
                dot(&asked, &sum) / long
            }),
            Method::Nearest => self.each(|under| best(under.iter().map(|line| dot(&asked, line)).collect())),
            Method::Bm25 => self.each(|under| {
                let bm25 = |line: &Sparse| {
                    let long = line.iter().map(|(clue, _)| self.lines.weight(*clue)).sum::<f64>() / 30.0;
                    let has = line.iter().filter(|(clue, _)| asked.iter().any(|(other, _)| other == clue));
                    let term = |clue: u32| {
                        let often = self.lines.weight(clue);
                        self.lines.rarity(clue) * often * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * long))
                    };
                    has.map(|(clue, _)| term(*clue)).sum::<f64>()
                };
                best(under.iter().map(bm25).collect())
            }),
            Method::Bayes => self.bayes(&asked),
            Method::Ours => {
                let mut scores = vec![0.0; self.themes.len()];
                self.weigh.scores(self.lines, line).into_iter().for_each(|(theme, score)| scores[theme] = score);
                scores
            }
        }
    }

    fn each(&self, score: impl Fn(&[Sparse]) -> f64) -> Vec<f64> {
        self.themes.iter().map(|under| score(under)).collect()
    }

    fn bayes(&self, asked: &Sparse) -> Vec<f64> {
        let counts = |under: &[Sparse]| {
            let mut counts: HashMap<u32, f64> = HashMap::new();
            under.iter().flatten().for_each(|(clue, _)| *counts.entry(*clue).or_default() += self.lines.weight(*clue));
            counts
        };
        let themes: Vec<HashMap<u32, f64>> = self.themes.iter().map(|under| counts(under)).collect();
        let all = counts(&self.themes.concat());
        // sums in the order of the clues, so that the same run gives the same last digit
        let mass = |counts: &HashMap<u32, f64>| {
            let mut weights: Vec<(&u32, &f64)> = counts.iter().collect();
            weights.sort_unstable_by_key(|(clue, _)| **clue);
            weights.iter().map(|(_, weight)| **weight).sum::<f64>()
        };
        let (whole, kinds) = (mass(&all), all.len() as f64);
        let score = |theme: &HashMap<u32, f64>| {
            let own = mass(theme);
            let speaks = |(clue, _): &(u32, f64)| {
                let sum = all.get(clue).copied().unwrap_or_default();
                if sum == 0.0 {
                    return 0.0;
                }
                let under = theme.get(clue).copied().unwrap_or_default();
                let here = (under + 1.0) / (own + kinds);
                let there = (sum - under + 1.0) / (whole - own + kinds);
                (here / there).ln() * self.lines.weight(*clue)
            };
            asked.iter().map(speaks).sum::<f64>().max(0.0)
        };
        themes.iter().map(score).collect()
    }
}
