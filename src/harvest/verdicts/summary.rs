//! How values lie, and when groups of them lie apart.
//!
//! **Where they lie.** The median with the quartiles beside it, since a few seats say little with a mean and an outlier moves
//! it; the mean too, as tables reckon it. Quartiles by Hyndman and Fan, *Sample Quantiles in Statistical Packages* (1996),
//! type 7, which is that of R, NumPy and spreadsheets: between the values at `⌊(n−1)p⌋` and the next one, in proportion. What
//! lies between the quartiles is the **interquartile range** (Tukey, *Exploratory Data Analysis*, 1977).
//!
//! **Apart.** Groups (tables, parties) lie apart when, of what can be put on a line, the medians of the lowest and the highest
//! lie more than a **quarter of the scale** apart: the same quarter by which a form calls one table divided. Of what cannot
//! (zones, yes or no, consent), when of two groups **more than half** would have to choose otherwise to be alike: the total
//! variation distance of what they chose, half the sum of the differences of the parts.
//!
//! No test of significance: the seats of a hall are no sample of anything, and with eight people it would only say that
//! there are eight. How many gave a value is always told beside it.

use crate::form::judge::{Judge, Mark};

/// Beyond this part of the scale medians lie apart.
pub const APART: f64 = 0.25;
/// Beyond this part of the people choices lie apart.
pub const OTHERWISE: f64 = 0.5;

/// How values lie.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Summary {
    /// How many there are.
    pub count: usize,
    /// The mean.
    pub mean: f64,
    /// As many lie above it as below.
    pub median: f64,
    /// A quarter lies below it.
    pub lower: f64,
    /// A quarter lies above it.
    pub upper: f64,
    /// The lowest and the highest.
    pub ends: (f64, f64),
    /// The standard deviation of all of them.
    pub deviation: f64,
    /// How many chose each of the choices, where there are any.
    pub choices: Vec<usize>,
    /// They lie far apart, as the form sees it within a table.
    pub contested: bool,
}

impl Summary {
    /// Of marks on the scale of a judgement; who is absent or gave what the scale does not know is not counted.
    pub fn of(judge: &Judge, marks: &[Mark]) -> Self {
        let tally = judge.tally(marks);
        let mut values: Vec<f64> = marks.iter().filter_map(|mark| mark.measure()).collect();
        values.sort_by(f64::total_cmp);
        let ends = (values.first().copied().unwrap_or_default(), values.last().copied().unwrap_or_default());
        Self {
            count: tally.given,
            mean: tally.mean.unwrap_or_default(),
            median: quantile(&values, 0.5),
            lower: quantile(&values, 0.25),
            upper: quantile(&values, 0.75),
            ends,
            deviation: tally.spread.unwrap_or_default(),
            contested: tally.contested,
            choices: tally.choices,
        }
    }

    /// The interquartile range: how wide the middle half lies.
    pub fn range(&self) -> f64 {
        self.upper - self.lower
    }

    /// The choice that most made; the first of equals.
    pub fn most(&self) -> Option<usize> {
        let best = self.choices.iter().enumerate().rev().max_by_key(|(_, count)| **count);
        best.filter(|(_, count)| **count > 0).map(|(at, _)| at)
    }

    /// How many would have to choose otherwise for two groups to be alike, from 0 to 1.
    fn otherwise(&self, other: &Self) -> f64 {
        let part = |summary: &Self, at: usize| {
            let all: usize = summary.choices.iter().sum();
            summary.choices.get(at).copied().unwrap_or(0) as f64 / all.max(1) as f64
        };
        let choices = self.choices.len().max(other.choices.len());
        (0..choices).map(|at| (part(self, at) - part(other, at)).abs()).sum::<f64>() / 2.0
    }
}

/// The value below which so much of them lies; `values` from low to high. See the head for the method.
pub fn quantile(values: &[f64], part: f64) -> f64 {
    let Some(last) = values.len().checked_sub(1) else { return 0.0 };
    let at = last as f64 * part;
    let (below, above) = (values[at.floor() as usize], values[at.ceil() as usize]);
    below + (above - below) * at.fract()
}

/// How far the groups that lie farthest apart do.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Apart {
    /// The group with the lowest median, or the one of the two that comes first; by its place in the list.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// How far, as part of the scale or of the people.
    pub part: f64,
    /// Whether that is beyond the threshold.
    pub is_apart: bool,
}

impl Apart {
    /// Looks which groups lie farthest apart; nothing where fewer than two gave a value.
    ///
    /// `length` is that of the scale; nothing for choices that cannot be put on a line. The first of equals.
    pub fn of<'a>(groups: impl Iterator<Item = &'a Summary> + Clone, length: Option<f64>) -> Option<Self> {
        let given = || groups.clone().enumerate().filter(|(_, summary)| summary.count > 0);
        if given().count() < 2 {
            return None;
        }
        let Some(length) = length else { return Self::of_choices(&given().collect::<Vec<_>>()) };
        let (one, lowest) = given().reduce(|best, next| if next.1.median < best.1.median { next } else { best })?;
        let (other, highest) = given().reduce(|best, next| if next.1.median > best.1.median { next } else { best })?;
        let part = (highest.median - lowest.median) / length.max(f64::EPSILON);
        Some(Self { one, other, part, is_apart: part > APART + 1e-9 })
    }

    fn of_choices(given: &[(usize, &Summary)]) -> Option<Self> {
        let mut farthest: Option<Self> = None;
        // of alike groups one is enough: a hundred tables that chose among three are a few kinds
        let mut kinds: Vec<&(usize, &Summary)> = Vec::new();
        for group in given {
            if !kinds.iter().any(|kind| kind.1.choices == group.1.choices) {
                kinds.push(group);
            }
        }
        for (nth, (one, summary)) in kinds.iter().enumerate() {
            for (other, beside) in &kinds[nth + 1..] {
                let part = summary.otherwise(beside);
                if farthest.is_none_or(|farthest| part > farthest.part) {
                    farthest = Some(Self { one: *one, other: *other, part, is_apart: part > OTHERWISE + 1e-9 });
                }
            }
        }
        farthest.or_else(|| {
            let [(one, _), (other, _), ..] = given else { return None };
            Some(Self { one: *one, other: *other, part: 0.0, is_apart: false })
        })
    }
}
