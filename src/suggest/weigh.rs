//! Which theme the clues of a line speak for.
//!
//! **The method.** For each clue and each theme: how much more often the clue stands in lines under the theme than in other
//! lines that stand somewhere, as a logarithm, and only what speaks *for* a theme counts (the positive part of the weights
//! of naive Bayes). A line is the sum of its clues. The name of a theme counts as lines under it; what was refused for a
//! theme counts as a line elsewhere, for that theme alone. A theme is proposed where the sum, less half that of the next
//! theme, reaches a bound. The numbers below were chosen on the part of the labelled set that is for choosing.
//!
//! Not for what words mean: two lines without a clue in common never meet. Called by `harvest` and the bench.

use super::clues::{KINDS, Lines};

/// Added to every count, so that what was seen once is not taken for certain.
const SMOOTH: f64 = 2.0;
/// As how many lines the name of a theme counts.
const NAME: u32 = 2;
/// What part of the next theme is taken off before the bound.
const NEXT: f64 = 0.5;
/// What a line must reach before a theme is proposed.
const BOUND: f64 = 3.0;

/// Of how many lines the logarithms are kept.
const MOST_KEPT: u32 = 20_000;

/// A theme that a line may belong to.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Proposal {
    /// The theme, by its number.
    pub theme: usize,
    /// How much speaks for it, less half of what speaks for the next; comparable within one harvest.
    pub strength: f64,
}

/// Lines under themes, counted by their clues.
///
/// Putting and taking costs a few microseconds. What a word speaks for is reckoned when a line with it is asked for, and
/// kept until something is put or taken; so after a key only the lines that are looked at cost anything.
#[derive(Clone, Debug, Default)]
pub struct Weigh {
    themes: Vec<Theme>,
    /// By clue.
    counts: Vec<Count>,
    /// How many clues stand under any theme, and what they weigh together.
    kinds: usize,
    mass: f64,
    /// By word: what its stems and pieces speak for, theme by theme, with the turn in which that was reckoned.
    words: Vec<(u64, Vec<f64>)>,
    turn: u64,
    /// Logarithms that are asked for again and again: by kind of clue of the number of lines, by theme of its mass here and
    /// elsewhere; the latter with their turn.
    logs: [Vec<f64>; KINDS],
    masses: (u64, Vec<(f64, f64)>),
}

/// Where a clue stands.
#[derive(Clone, Debug, Default)]
struct Count {
    /// In how many lines under any theme.
    all: u32,
    /// Theme by theme: in how many lines under it, and in how many that were refused for it.
    each: Vec<(u16, u32, u32)>,
}

#[derive(Clone, Debug, Default)]
struct Theme {
    name: Vec<u32>,
    mass: f64,
    against: f64,
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
        self.turn += 1;
        for clue in lines.clues(line) {
            let weight = lines.weight(clue);
            let (_, _, against) = self.at(clue, theme);
            *against = if again { *against + 1 } else { against.saturating_sub(1) };
            self.themes[theme].against += if again { weight } else { -weight };
        }
    }

    fn count(&mut self, lines: &Lines, clues: &[u32], themes: &[usize], more: bool) {
        if themes.is_empty() {
            return;
        }
        self.turn += 1;
        let step = |count: &mut u32| *count = if more { *count + 1 } else { count.saturating_sub(1) };
        for clue in clues {
            let weight = if more { lines.weight(*clue) } else { -lines.weight(*clue) };
            for theme in themes {
                let (_, under, _) = self.at(*clue, *theme);
                step(under);
                self.themes[*theme].mass += weight;
            }
            let all = &mut self.counts[*clue as usize].all;
            let was = *all;
            step(all);
            match (was, *all) {
                (0, 1..) => self.kinds += 1,
                (1.., 0) => self.kinds -= 1,
                (0, 0) | (1.., 1..) => {}
            }
            self.mass += weight;
        }
    }

    fn at(&mut self, clue: u32, theme: usize) -> &mut (u16, u32, u32) {
        let clue = clue as usize;
        if self.counts.len() <= clue {
            self.counts.resize_with(clue + 1, Count::default);
        }
        let each = &mut self.counts[clue].each;
        let number = u16::try_from(theme).expect("a harvest has fewer than 65,536 themes");
        let found = each.iter().position(|(theme, ..)| *theme == number).unwrap_or_else(|| {
            each.push((number, 0, 0));
            each.len() - 1
        });
        &mut each[found]
    }

    /// What a clue speaks for: each theme under which it stands more often than elsewhere. After [`Weigh::settle`].
    fn speaks<'a>(&'a self, lines: &Lines, clue: u32) -> impl Iterator<Item = (u16, f64)> + 'a {
        let (kind, weight) = (lines.kind(clue), lines.weight(clue));
        let logs = &self.logs[kind];
        self.counts.get(clue as usize).into_iter().flat_map(move |count| {
            count.each.iter().filter(|(_, under, _)| *under > 0).filter_map(move |(nth, under, against)| {
                let (here, there) = self.masses.1[usize::from(*nth)];
                let other = (count.all + against).saturating_sub(*under);
                let log = |count: u32| logs.get(count as usize).copied().unwrap_or_else(|| logarithm(count, weight));
                let speaks = log(*under) - here - log(other) + there;
                (speaks > 0.0).then_some((*nth, speaks * weight))
            })
        })
    }

    /// Makes the logarithms that are needed, once after each change.
    pub(super) fn settle(&mut self, lines: &Lines) {
        if self.masses.0 == self.turn && self.masses.1.len() == self.themes.len() {
            return;
        }
        let most = u32::try_from(lines.len()).unwrap_or(u32::MAX).min(MOST_KEPT);
        for (logs, weight) in self.logs.iter_mut().zip(lines.weights()) {
            let have = u32::try_from(logs.len()).unwrap_or(u32::MAX);
            for count in have..=most {
                logs.push(logarithm(count, weight));
            }
        }
        let kinds = self.kinds as f64 * SMOOTH;
        let masses = self.themes.iter().map(|theme| {
            let there = self.mass - theme.mass + theme.against + kinds;
            ((theme.mass + kinds).max(SMOOTH).ln(), there.max(SMOOTH).ln())
        });
        self.masses = (self.turn, masses.collect());
    }

    /// What speaks for each theme; all that count, the strongest first.
    pub fn scores(&mut self, lines: &Lines, line: usize) -> Vec<(usize, f64)> {
        self.settle(lines);
        let mut sums = vec![0.0; self.themes.len()];
        let words = &lines.lines[line];
        let ideas = words.iter().flat_map(|word| &lines.words[*word as usize].ideas);
        let mut ideas: Vec<u32> = ideas.copied().collect();
        ideas.sort_unstable();
        ideas.dedup();
        for idea in ideas {
            self.speaks(lines, idea).for_each(|(theme, weight)| sums[usize::from(theme)] += weight);
        }
        for word in words {
            self.reckon(lines, *word);
            let (_, speaks) = &self.words[*word as usize];
            sums.iter_mut().zip(speaks).for_each(|(sum, weight)| *sum += weight);
        }
        let mut scores: Vec<(usize, f64)> = sums.into_iter().enumerate().filter(|(_, sum)| *sum > 0.0).collect();
        scores.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        scores
    }

    /// Sums what the stems and pieces of a word speak for, if that was not done since the last change.
    fn reckon(&mut self, lines: &Lines, word: u32) {
        let word = word as usize;
        if self.words.len() <= word {
            self.words.resize_with(lines.words.len().max(word + 1), || (u64::MAX, Vec::new()));
        }
        if self.words[word].0 == self.turn {
            return;
        }
        let mut sums = std::mem::take(&mut self.words[word].1);
        sums.clear();
        sums.resize(self.themes.len(), 0.0);
        let known = &lines.words[word];
        for (theme, weight) in known.stems.iter().chain(&known.pieces).flat_map(|clue| self.speaks(lines, *clue)) {
            sums[usize::from(theme)] += weight;
        }
        self.words[word] = (self.turn, sums);
    }

    /// The theme that a line may belong to, if enough speaks for it; `out` says which it does not belong to.
    pub fn propose(&mut self, lines: &Lines, line: usize, out: impl Fn(usize) -> bool) -> Option<Proposal> {
        let scores = self.scores(lines, line);
        strength(&scores, out).filter(|proposal| proposal.strength >= BOUND)
    }

    /// What a clue speaks for one theme; after [`Weigh::scores`].
    pub(super) fn weight_for(&self, lines: &Lines, clue: u32, theme: usize) -> f64 {
        let speaks = self.speaks(lines, clue).find(|(nth, _)| usize::from(*nth) == theme);
        speaks.map_or(0.0, |(_, weight)| weight)
    }
}

/// The logarithm of so many lines with a clue of this weight.
fn logarithm(count: u32, weight: f64) -> f64 {
    (f64::from(count) * weight + SMOOTH).ln()
}

/// The strongest that is not refused, less half of the strongest other: one that was refused still speaks against the rest.
fn strength(scores: &[(usize, f64)], out: impl Fn(usize) -> bool) -> Option<Proposal> {
    let (theme, best) = scores.iter().find(|(theme, _)| !out(*theme))?;
    let next = scores.iter().find(|(other, _)| other != theme).map_or(0.0, |(_, sum)| *sum);
    Some(Proposal { theme: *theme, strength: best - NEXT * next })
}
