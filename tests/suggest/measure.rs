//! How well themes and likeness are proposed: precision, recall, F1, and how often the right theme is first.
//!
//! *Precision*: of the proposals, how many name a theme that the line was labelled with. *Recall*: of the lines that have a
//! theme, how many got such a proposal. A line gets one proposal or none. *Macro* is the mean over themes, so that a small
//! theme counts as much as a big one. *First* and *first three*: of the lines that have a theme, how many have one of
//! theirs first, or among the first three, with no bound.

use crate::{
    methods::{Method, Model, read},
    set::Set,
};
use aantafel::suggest::{Lines, Settings, Weigh};

/// What part of the next theme is taken off before the bound; as in the program.
const NEXT: f64 = 0.5;

/// What was known, and which lines were asked for.
pub struct Trial {
    pub known: Vec<usize>,
    pub asked: Vec<usize>,
}

/// The scores of a line, and the line.
pub type Scored = (Vec<f64>, usize);

/// How well it went.
#[derive(Clone, Copy, Default, Debug)]
pub struct Figures {
    pub asked: usize,
    pub proposed: usize,
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
    pub macro_precision: f64,
    pub macro_recall: f64,
    pub first: f64,
    pub first_three: f64,
}

/// Numbers by lot that are the same everywhere.
pub struct Lot(pub u64);

impl Lot {
    /// A number below this one.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % most
    }

    fn mix(&mut self, lines: &mut [usize]) {
        for at in (1..lines.len()).rev() {
            lines.swap(at, self.below(at + 1));
        }
    }
}

/// Each of some tables in turn, by what the others of them say.
pub fn table_by_table(set: &Set, tables: &[u32]) -> Vec<Trial> {
    let trial = |asked: &u32| Trial {
        known: set.of(|table| tables.contains(&table) && table != *asked),
        asked: set.of(|table| table == *asked),
    };
    tables.iter().map(trial).collect()
}

/// The tables that were held out, by what all others say.
pub fn held_out(set: &Set) -> Vec<Trial> {
    let made_on = |table: u32| set.made_on.contains(&table);
    vec![Trial { known: set.of(made_on), asked: set.of(|table| !made_on(table)) }]
}

/// The same trial with so many lines known of each theme, by lot.
pub fn with_few(set: &Set, trial: &Trial, few: usize, lot: &mut Lot) -> Trial {
    let mut mixed = trial.known.clone();
    lot.mix(&mut mixed);
    let mut count = vec![0; set.themes.len()];
    mixed.retain(|line| {
        let themes = &set.lines[*line].themes;
        let wanted = themes.iter().any(|theme| count[*theme] < few);
        themes.iter().filter(|_| wanted).for_each(|theme| count[*theme] += 1);
        wanted
    });
    Trial { known: mixed, asked: trial.asked.clone() }
}

/// Asks a method.
pub fn ask(method: Method, set: &Set, lines: &Lines, names: &[usize], trials: &[Trial]) -> Vec<Scored> {
    let one = |trial: &Trial| -> Vec<Scored> {
        let mut model = Model::new(method, set, lines, names, &trial.known);
        trial.asked.iter().map(|line| (model.scores(*line), *line)).collect()
    };
    trials.iter().flat_map(one).collect()
}

/// The lines of a set with the names of its themes behind them, and which those are.
pub fn with_names(set: &Set, settings: Settings) -> (Lines, Vec<usize>) {
    let mut lines = read(set, settings);
    let names = set.themes.iter().map(|name| lines.add(name)).collect();
    (lines, names)
}

fn order(scores: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b)));
    order
}

fn strength(scores: &[f64]) -> f64 {
    let order = order(scores);
    scores[order[0]] - NEXT * scores[order[1]]
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The figures at a bound.
pub fn figures(set: &Set, scored: &[Scored], bound: f64) -> Figures {
    let many = set.themes.len();
    let (mut right, mut proposed) = (vec![0; many], vec![0; many]);
    let mut labelled = vec![0; many];
    let (mut with_theme, mut first, mut first_three) = (0, 0, 0);
    for (scores, line) in scored {
        let themes = &set.lines[*line].themes;
        let order = order(scores);
        let hit = |nth: usize| scores[order[nth]] > 0.0 && themes.contains(&order[nth]);
        themes.iter().for_each(|theme| labelled[*theme] += 1);
        if !themes.is_empty() {
            with_theme += 1;
            first += usize::from(hit(0));
            first_three += usize::from((0..3).any(hit));
        }
        if scores[order[0]] > 0.0 && strength(scores) >= bound {
            proposed[order[0]] += 1;
            right[order[0]] += usize::from(hit(0));
        }
    }
    let (all, good): (usize, usize) = (proposed.iter().sum(), right.iter().sum());
    let mean = |of: &[usize]| {
        let parts: Vec<f64> =
            (0..many).filter(|theme| of[*theme] > 0).map(|theme| share(right[theme], of[theme])).collect();
        if parts.is_empty() { 0.0 } else { parts.iter().sum::<f64>() / parts.len() as f64 }
    };
    let (precision, recall) = (share(good, all), share(good, with_theme));
    Figures {
        asked: scored.len(),
        proposed: all,
        precision,
        recall,
        f1: if good == 0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) },
        macro_precision: mean(&proposed),
        macro_recall: mean(&labelled),
        first: share(first, with_theme),
        first_three: share(first_three, with_theme),
    }
}

/// The bound with the best F0.5, which counts precision twice as much as recall; for a method whose bound is not fixed.
pub fn best_bound(set: &Set, scored: &[Scored]) -> f64 {
    let mut bounds: Vec<f64> = scored.iter().map(|(scores, _)| strength(scores)).filter(|bound| *bound > 0.0).collect();
    bounds.sort_by(f64::total_cmp);
    bounds.dedup();
    let half = |bound: &f64| {
        let Figures { precision, recall, .. } = figures(set, scored, *bound);
        if precision == 0.0 { 0.0 } else { 1.25 * precision * recall / (0.25 * precision + recall) }
    };
    bounds.into_iter().max_by(|a, b| half(a).total_cmp(&half(b))).unwrap_or(f64::MAX)
}

/// How an organiser would fare who goes through the lines that were held out, with two lines known of each theme.
#[derive(Clone, Copy, Default, Debug)]
pub struct Walk {
    pub lines: usize,
    pub accepted: usize,
    pub refused: usize,
}

/// What is learned on the way.
#[derive(Clone, Copy, PartialEq)]
pub enum Learns {
    Nothing,
    WhereLinesStand,
    RefusalsToo,
}

/// Goes through lines in their order: a right proposal is accepted and a wrong one refused. A line that was refused for a
/// theme is left aside; every other is put where it belongs.
pub fn walk(set: &Set, lines: &mut Lines, trial: &Trial, learns: Learns) -> Walk {
    let mut weigh = Weigh::new();
    for name in &set.themes {
        weigh.theme(lines, name);
    }
    for line in &trial.known {
        weigh.put(lines, *line, &set.lines[*line].themes);
    }
    let mut went = Walk::default();
    for line in &trial.asked {
        went.lines += 1;
        let themes = &set.lines[*line].themes;
        let mut out = Vec::new();
        // a refused theme does not come back; the next may be proposed
        while let Some(proposal) = weigh.propose(lines, *line, |theme| out.contains(&theme)) {
            if themes.contains(&proposal.theme) {
                went.accepted += 1;
                break;
            }
            went.refused += 1;
            out.push(proposal.theme);
            if learns == Learns::RefusalsToo {
                weigh.refuse(lines, *line, proposal.theme, true);
            }
        }
        if learns != Learns::Nothing && out.is_empty() {
            weigh.put(lines, *line, themes);
        }
    }
    went
}

/// Two lines of different tables, how alike they are, and whether they were labelled as saying the same.
pub struct Pair {
    pub strength: f64,
    pub same: bool,
    pub together: bool,
}

/// All pairs of different tables among some lines, the most alike first; `within` only those that stand under one theme.
pub fn pairs(set: &Set, asked: &[usize], within: bool, likeness: impl Fn(usize, usize) -> f64) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (nth, one) in asked.iter().enumerate() {
        for other in &asked[nth + 1..] {
            let together = set.together(*one, *other);
            if set.lines[*one].table != set.lines[*other].table && (together || !within) {
                pairs.push(Pair { strength: likeness(*one, *other), same: set.same(*one, *other), together });
            }
        }
    }
    pairs.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    pairs
}

/// Of pairs at a bound: how many, precision, recall, and how many stand at least under one theme.
pub fn of_pairs(pairs: &[Pair], bound: f64) -> (usize, f64, f64, f64) {
    let proposed: Vec<&Pair> = pairs.iter().filter(|pair| pair.strength >= bound).collect();
    let right = proposed.iter().filter(|pair| pair.same).count();
    let together = proposed.iter().filter(|pair| pair.together).count();
    let all = pairs.iter().filter(|pair| pair.same).count();
    (proposed.len(), share(right, proposed.len()), share(right, all), share(together, proposed.len()))
}
