//! Which theme the clues of a line speak for.
//!
//! **The method.** For each clue and each theme: how much more often the clue stands in lines under the theme than in other
//! lines that stand somewhere, as a logarithm, and only what speaks *for* a theme counts (the positive part of the weights
//! of naive Bayes). A line is the sum of its clues. The name of a theme counts as lines under it; what was refused for a
//! theme counts as a line elsewhere, for that theme alone. A theme is proposed where the sum, less half that of the next
//! theme, reaches a bound. The numbers below were chosen on the part of the labelled set that is for choosing.
//!
//! Not for what words mean: two lines without a clue in common never meet. Called by `harvest` and the bench.

use super::clues::Lines;

/// Added to every count, so that what was seen once is not taken for certain.
const SMOOTH: f64 = 2.0;
/// As how many lines the name of a theme counts.
const NAME: u32 = 2;
/// What part of the next theme is taken off before the bound.
const NEXT: f64 = 0.5;
/// What a line must reach before a theme is proposed.
const BOUND: f64 = 3.0;

/// A theme that a line may belong to.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Proposal {
    /// The theme, by its number.
    pub theme: usize,
    /// How much speaks for it, less half of what speaks for the next; comparable within one harvest.
    pub strength: f64,
}

/// Lines under themes, counted by their clues.
#[derive(Clone, Debug, Default)]
pub struct Weigh {
    themes: Vec<Theme>,
    /// By clue: in how many lines under any theme.
    all: Vec<u32>,
    mass: f64,
    /// By clue, the weight for each theme that it speaks for; made by [`Weigh::settle`].
    weights: Vec<Vec<(u16, f64)>>,
    /// By word of the lines: its stems and pieces summed.
    summed: Vec<Vec<(u16, f64)>>,
    settled: bool,
}

#[derive(Clone, Debug, Default)]
struct Theme {
    name: Vec<u32>,
    /// By clue: in how many lines under this theme, and in how many that were refused for it.
    under: Vec<u32>,
    against: Vec<u32>,
    mass: f64,
    mass_against: f64,
}

impl Weigh {
    /// No themes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A theme more, with its name; gives its number: they are counted from 0.
    pub fn theme(&mut self, lines: &mut Lines, name: &str) -> usize {
        self.themes.push(Theme::default());
        let theme = self.themes.len() - 1;
        self.rename(lines, theme, name);
        theme
    }

    /// Another name for a theme; an empty one for a theme that is gone.
    pub fn rename(&mut self, lines: &mut Lines, theme: usize, name: &str) {
        let words = lines.read(name);
        let now = lines.clues_of(&words);
        let was = std::mem::replace(&mut self.themes[theme].name, now.clone());
        for _ in 0..NAME {
            self.count(lines, &was, &[theme], false);
            self.count(lines, &now, &[theme], true);
        }
    }

    /// A line stands under these themes from now on. A line under several is one line to all others.
    pub fn put(&mut self, lines: &Lines, line: usize, themes: &[usize]) {
        self.count(lines, &lines.clues(line), themes, true);
    }

    /// A line stands under these themes no longer; the same themes as it was put under.
    pub fn take(&mut self, lines: &Lines, line: usize, themes: &[usize]) {
        self.count(lines, &lines.clues(line), themes, false);
    }

    /// A line was refused for a theme, or, with `again` false, is so no longer.
    pub fn refuse(&mut self, lines: &Lines, line: usize, theme: usize, again: bool) {
        self.settled = false;
        let theme = &mut self.themes[theme];
        for clue in lines.clues(line) {
            let weight = lines.weight(clue);
            step(&mut theme.against, clue, again);
            theme.mass_against += if again { weight } else { -weight };
        }
    }

    fn count(&mut self, lines: &Lines, clues: &[u32], themes: &[usize], more: bool) {
        if themes.is_empty() {
            return;
        }
        self.settled = false;
        for clue in clues {
            let weight = if more { lines.weight(*clue) } else { -lines.weight(*clue) };
            step(&mut self.all, *clue, more);
            self.mass += weight;
            for theme in themes {
                let theme = &mut self.themes[*theme];
                step(&mut theme.under, *clue, more);
                theme.mass += weight;
            }
        }
    }

    /// Reckons what each word speaks for, after something was put, taken or refused; a few milliseconds.
    pub fn settle(&mut self, lines: &Lines) {
        if self.settled && self.summed.len() == lines.words.len() {
            return;
        }
        let many = lines.how_many_clues();
        let kinds = self.all.iter().filter(|count| **count > 0).count() as f64 * SMOOTH;
        self.weights = vec![Vec::new(); many];
        for (clue, count) in self.all.iter().enumerate().filter(|(_, count)| **count > 0) {
            let number = u32::try_from(clue).expect("clues are numbered so");
            let weight = lines.weight(number);
            for (nth, theme) in self.themes.iter().enumerate() {
                let under = theme.under.get(clue).copied().unwrap_or_default();
                if under == 0 {
                    continue;
                }
                let against = theme.against.get(clue).copied().unwrap_or_default();
                let under = f64::from(under) * weight;
                let other = f64::from(*count + against) * weight - under;
                let here = (under + SMOOTH) / (theme.mass + kinds);
                let there = (other + SMOOTH) / (self.mass - theme.mass + theme.mass_against + kinds);
                let speaks = (here / there).ln() * weight;
                if speaks > 0.0 {
                    let nth = u16::try_from(nth).expect("a harvest has fewer than 65,536 themes");
                    self.weights[clue].push((nth, speaks));
                }
            }
        }
        let weights = &self.weights;
        self.summed = lines.words.iter().map(|word| sum(weights, word.stems.iter().chain(&word.pieces))).collect();
        self.settled = true;
    }

    /// What speaks for each theme; all that count, the strongest first. Call [`Weigh::settle`] before.
    pub fn scores(&self, lines: &Lines, line: usize) -> Vec<(usize, f64)> {
        let mut sums = vec![0.0; self.themes.len()];
        let words = &lines.lines[line];
        let ideas: Vec<u32> = {
            let mut ideas: Vec<u32> =
                words.iter().flat_map(|word| &lines.words[*word as usize].ideas).copied().collect();
            ideas.sort_unstable();
            ideas.dedup();
            ideas
        };
        let of_words = words.iter().filter_map(|word| self.summed.get(*word as usize)).flatten();
        let of_ideas = ideas.iter().filter_map(|idea| self.weights.get(*idea as usize)).flatten();
        for (theme, weight) in of_words.chain(of_ideas) {
            sums[usize::from(*theme)] += weight;
        }
        let mut scores: Vec<(usize, f64)> = sums.into_iter().enumerate().filter(|(_, sum)| *sum > 0.0).collect();
        scores.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        scores
    }

    /// The theme that a line may belong to, if enough speaks for it; `out` says which it does not belong to.
    pub fn propose(&self, lines: &Lines, line: usize, out: impl Fn(usize) -> bool) -> Option<Proposal> {
        let scores = self.scores(lines, line);
        strength(&scores, out).filter(|proposal| proposal.strength >= BOUND)
    }

    /// What a clue speaks for.
    pub(super) fn weight_for(&self, clue: u32, theme: usize) -> f64 {
        let weights = self.weights.get(clue as usize).into_iter().flatten();
        weights.filter(|(nth, _)| usize::from(*nth) == theme).map(|(_, weight)| weight).sum()
    }
}

/// The strongest that is not refused, less half of the strongest other: one that was refused still speaks against the rest.
fn strength(scores: &[(usize, f64)], out: impl Fn(usize) -> bool) -> Option<Proposal> {
    let (theme, best) = scores.iter().find(|(theme, _)| !out(*theme))?;
    let next = scores.iter().find(|(other, _)| other != theme).map_or(0.0, |(_, sum)| *sum);
    Some(Proposal { theme: *theme, strength: best - NEXT * next })
}

fn step(counts: &mut Vec<u32>, clue: u32, more: bool) {
    let clue = clue as usize;
    if counts.len() <= clue {
        counts.resize(clue + 1, 0);
    }
    counts[clue] = if more { counts[clue] + 1 } else { counts[clue].saturating_sub(1) };
}

fn sum<'a>(weights: &[Vec<(u16, f64)>], clues: impl Iterator<Item = &'a u32>) -> Vec<(u16, f64)> {
    let mut sums: Vec<(u16, f64)> = Vec::new();
    for (theme, weight) in clues.flat_map(|clue| &weights[*clue as usize]) {
        match sums.iter_mut().find(|(known, _)| known == theme) {
            Some((_, sum)) => *sum += weight,
            None => sums.push((*theme, *weight)),
        }
    }
    sums
}
