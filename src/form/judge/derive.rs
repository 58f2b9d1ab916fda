//! What is computed of the marks of one item: mean, spread, extremes, agreement, threshold, veto.
//!
//! Pure. An item is **contested** when its voices lie far apart: numbers, rings and fields when the standard deviation is
//! more than a quarter of the scale's length; zones and yes or no when at least a third chose otherwise than most;
//! consent when anybody objects. **Agreed** is what lies within a quarter of the scale, all the same choice, or no
//! objection.

use super::{
    Judge, Scale,
    mark::{Mark, Stance},
};

/// What is computed of one item.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Tally {
    /// How many gave a value, who were absent not counted.
    pub given: usize,
    /// All together.
    pub sum: f64,
    /// The mean; of yes and no the part that says yes.
    pub mean: Option<f64>,
    /// The standard deviation.
    pub spread: Option<f64>,
    /// The lowest with the columns that gave it.
    pub low: Option<(f64, Vec<usize>)>,
    /// The highest with the columns that gave it.
    pub high: Option<(f64, Vec<usize>)>,
    /// How many chose each of the choices.
    pub choices: Vec<usize>,
    /// The voices lie far apart.
    pub contested: bool,
    /// The voices lie close together.
    pub agreed: bool,
    /// Whether the threshold is reached, where there is one.
    pub reached: Option<bool>,
    /// The columns that stop it.
    pub veto: Vec<usize>,
    /// Of a field: how far across and up in the mean.
    pub centre: Option<(f64, f64)>,
}

/// How many choices a scale has.
fn count_of(scale: &Scale) -> usize {
    match scale {
        Scale::Numbers { .. } | Scale::Axes { .. } => 0,
        Scale::Zones(zones) => zones.len(),
        Scale::Rings { rings, .. } => rings.len(),
        Scale::YesNo => 2,
        Scale::Consent => 3,
    }
}

impl Tally {
    /// Computes it of marks, each with its column.
    pub(super) fn of(judge: &Judge, marks: &[(usize, Mark)]) -> Self {
        let values: Vec<(usize, f64)> = marks.iter().filter_map(|(nth, mark)| Some((*nth, mark.measure()?))).collect();
        let mut tally = Self { given: values.len(), choices: vec![0; count_of(&judge.scale)], ..Self::default() };
        for choice in marks.iter().filter_map(|(_, mark)| mark.choice()) {
            if let Some(count) = tally.choices.get_mut(choice) {
                *count += 1;
            }
        }
        let (mean, spread) = spread(values.iter().map(|(_, value)| *value));
        tally.sum = values.iter().map(|(_, value)| value).sum();
        (tally.mean, tally.spread) = (mean, spread);
        tally.low = extreme(&values, |a, b| a < b);
        tally.high = extreme(&values, |a, b| a > b);
        tally.centre = centre(marks);
        tally.contested = tally.is_contested(&judge.scale, marks);
        tally.agreed = tally.is_agreed(&judge.scale, marks);
        let reaches = |threshold: f64| mean.map(|mean| reaches(&judge.scale, mean, threshold));
        tally.reached = judge.threshold.and_then(reaches);
        if let (Some(veto), Scale::Numbers { .. }) = (judge.veto, &judge.scale) {
            let at = judge.scale.part(veto);
            let stops = values.iter().filter(|(_, value)| judge.scale.part(*value) <= at + 1e-9);
            tally.veto = stops.map(|(nth, _)| *nth).collect();
        }
        tally
    }

    fn is_contested(&self, scale: &Scale, marks: &[(usize, Mark)]) -> bool {
        let far = |spread: Option<f64>| spread.is_some_and(|spread| spread > scale.length() / 4.0 + 1e-9);
        if self.given < 2 && !matches!(scale, Scale::Consent) {
            return false;
        }
        match scale {
            Scale::Numbers { .. } | Scale::Rings { .. } => far(self.spread),
            Scale::Axes { .. } => {
                let (x, y) = field(marks);
                far(spread(x.into_iter()).1) || far(spread(y.into_iter()).1)
            }
            Scale::Zones(_) | Scale::YesNo => {
                let most = self.choices.iter().max().copied().unwrap_or(0);
                (self.given - most.min(self.given)) * 3 >= self.given
            }
            Scale::Consent => self.objections() > 0,
        }
    }

    fn is_agreed(&self, scale: &Scale, marks: &[(usize, Mark)]) -> bool {
        let near = |values: &[f64]| {
            let (least, most) =
                values.iter().fold((f64::MAX, f64::MIN), |(a, b), value| (a.min(*value), b.max(*value)));
            most - least <= scale.length() / 4.0 + 1e-9
        };
        if self.given == 0 || self.given == 1 && !matches!(scale, Scale::Consent) {
            return false;
        }
        match scale {
            Scale::Numbers { .. } => near(&marks.iter().filter_map(|(_, mark)| mark.measure()).collect::<Vec<_>>()),
            Scale::Axes { .. } => {
                let (x, y) = field(marks);
                near(&x) && near(&y)
            }
            Scale::Zones(_) | Scale::Rings { .. } | Scale::YesNo => self.choices.contains(&self.given),
            Scale::Consent => self.objections() == 0,
        }
    }

    /// How many object.
    pub fn objections(&self) -> usize {
        self.choices.get(Stance::Objection as usize).copied().unwrap_or(0)
    }

    /// How many have a concern.
    pub fn concerns(&self) -> usize {
        self.choices.get(Stance::Concern as usize).copied().unwrap_or(0)
    }

    /// The choice that most made, with how many; nothing where none was made. The first of equals.
    pub fn most(&self) -> Option<(usize, usize)> {
        let best = self.choices.iter().enumerate().rev().max_by_key(|(_, count)| **count);
        best.map(|(at, count)| (at, *count)).filter(|(_, count)| *count > 0)
    }

    /// Whether the outcome stays the same when any one voice is left out; nothing where there is no outcome.
    pub(super) fn is_robust(judge: &Judge, marks: &[(usize, Mark)]) -> Option<bool> {
        let outcome = |marks: &[(usize, Mark)]| {
            let tally = Self::of(judge, marks);
            let leading =
                tally.most().filter(|(_, count)| tally.choices.iter().filter(|other| *other == count).count() == 1);
            match (judge.threshold, &judge.scale) {
                (Some(_), Scale::Numbers { .. } | Scale::YesNo) => tally.reached.map(usize::from),
                (_, Scale::Zones(_) | Scale::Rings { .. } | Scale::YesNo) => leading.map(|(at, _)| at),
                (_, Scale::Numbers { .. } | Scale::Axes { .. } | Scale::Consent) => None,
            }
        };
        let counted: Vec<(usize, Mark)> = marks.iter().filter(|(_, mark)| mark.measure().is_some()).copied().collect();
        let whole = outcome(&counted)?;
        let without = |nth: usize| {
            let rest: Vec<(usize, Mark)> =
                counted.iter().enumerate().filter(|(at, _)| *at != nth).map(|(_, mark)| *mark).collect();
            outcome(&rest) == Some(whole)
        };
        Some((0..counted.len()).all(without))
    }

    /// How high an item stands among others: the mean, the part that says yes or has no objection; of zones and rings the
    /// first is highest. A scale that runs downward is turned round, so that its last mark is highest.
    pub(super) fn score(&self, scale: &Scale) -> Option<f64> {
        let mean = self.mean?;
        Some(match scale {
            Scale::Numbers { from, to, .. } if from > to => from + to - mean,
            Scale::Numbers { .. } | Scale::YesNo | Scale::Axes { .. } => mean,
            Scale::Zones(_) | Scale::Rings { .. } => scale.length() + 1.0 - mean,
            Scale::Consent => 1.0 - mean / 2.0,
        })
    }
}

/// Whether a mean is enough; on a scale that runs downward a lower one is.
fn reaches(scale: &Scale, mean: f64, threshold: f64) -> bool {
    scale.part(mean) >= scale.part(threshold) - 1e-9
}

/// The mean and the standard deviation of all that was given.
fn spread(values: impl Iterator<Item = f64> + Clone) -> (Option<f64>, Option<f64>) {
    let count = values.clone().count();
    if count == 0 {
        return (None, None);
    }
    let mean = values.clone().sum::<f64>() / count as f64;
    let square = values.map(|value| (value - mean).powi(2)).sum::<f64>() / count as f64;
    (Some(mean), Some(square.sqrt()))
}

fn extreme(values: &[(usize, f64)], beyond: impl Fn(f64, f64) -> bool) -> Option<(f64, Vec<usize>)> {
    let mut found: Option<(f64, Vec<usize>)> = None;
    for (nth, value) in values {
        match &mut found {
            Some((best, who)) if (*value - *best).abs() < 1e-9 => who.push(*nth),
            Some((best, _)) if !beyond(*value, *best) => {}
            Some(_) | None => found = Some((*value, vec![*nth])),
        }
    }
    found
}

fn field(marks: &[(usize, Mark)]) -> (Vec<f64>, Vec<f64>) {
    let at = |(_, mark): &(usize, Mark)| {
        if let Mark::At(x, y) = mark { Some((f64::from(*x), f64::from(*y))) } else { None }
    };
    marks.iter().filter_map(at).unzip()
}

fn centre(marks: &[(usize, Mark)]) -> Option<(f64, f64)> {
    let (x, y) = field(marks);
    Some((spread(x.into_iter()).0?, spread(y.into_iter()).0?))
}
