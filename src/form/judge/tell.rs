//! What is seen in a row: a remark at its right, and notes below it. What is seen in all rows together is `below`.

use super::{
    Judge, Scale,
    derive::Tally,
    given::{Given, Line, Veil},
    mark::{Mark, decimal},
};
use crate::{
    form::{
        Case, Scope, Tone,
        terms::{Derive, Hidden, Remark},
    },
    record::{Item, Records},
    text::fit,
    words::{Arg, numbers},
};
use std::collections::HashMap;

/// The columns of another table's voices begin here, and again for each next table.
const ELSEWHERE: usize = 1000;
/// So many names stand in a sentence.
const NAMES: usize = 3;
/// An item's words are no wider in a sentence.
const WIDEST_NAME: usize = 60;

/// Everything at hand to tell what is seen.
pub(super) struct Telling<'a> {
    pub judge: &'a Judge,
    pub scope: Scope<'a>,
    pub given: &'a Given<'a>,
    pub veil: Veil,
    /// What all tables gave, where their outcome is one.
    pub pool: Option<HashMap<Item, Vec<(usize, Mark)>>>,
}

impl Judge {
    /// What all tables gave together, of those where it may be seen; nothing where each table stands for itself.
    pub(super) fn pooled(&self, scope: Scope<'_>, case: Option<&Case>) -> Option<HashMap<Item, Vec<(usize, Mark)>>> {
        let tables = scope.room.tables();
        if !self.pool || tables.is_empty() {
            return None;
        }
        let mut all: HashMap<Item, Vec<(usize, Mark)>> = HashMap::new();
        for (at, records) in tables.into_iter().enumerate() {
            let here = Scope { records, ..scope };
            let given = self.given(here, case, self.pass(here));
            if self.veil(here, &given).values {
                continue;
            }
            let first = if is_same(records, scope.records) { 0 } else { (at + 1) * ELSEWHERE };
            for line in &given.lines {
                let marks = line.standing().into_iter().map(|(nth, mark)| (nth + first, mark));
                all.entry(line.thing.item.clone()).or_default().extend(marks);
            }
        }
        Some(all)
    }

    /// Whether something is computed: what the author asked, or else what suits the scale.
    pub(super) fn wants(&self, derive: Derive) -> bool {
        if !self.derive.is_empty() {
            return self.derive.contains(&derive);
        }
        let many = self.has_voices() || self.pool || self.criteria.len() > 1;
        match derive {
            Derive::Mean => many && matches!(self.scale, Scale::Numbers { .. }),
            Derive::Threshold => self.threshold.is_some(),
            Derive::Sum | Derive::Spread | Derive::Extremes | Derive::Gap => false,
            Derive::Overlap | Derive::Consensus | Derive::Robust => false,
        }
    }
}

fn is_same(one: &Records, other: &Records) -> bool {
    std::ptr::eq(one, other)
}

impl Telling<'_> {
    pub(super) fn say(&self, key: &str) -> String {
        self.scope.words.say(key)
    }

    pub(super) fn tell(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.scope.words.tell(key, args)
    }

    /// A mean or spread, to one decimal.
    pub(super) fn round(&self, value: f64) -> String {
        numbers::number(value, 1, self.scope.words.lang())
    }

    /// What counts for an item: of this table, or of all.
    pub(super) fn marks(&self, line: &Line<'_>) -> Vec<(usize, Mark)> {
        match &self.pool {
            Some(pool) => pool.get(&line.thing.item).cloned().unwrap_or_default(),
            None => line.standing(),
        }
    }

    /// Whether the marks of a row are of several voices.
    pub(super) fn is_many(&self) -> bool {
        self.judge.has_voices() || self.pool.is_some()
    }

    /// Whether a row is contested; where things are judged on more than one thing that is no difference of voices.
    pub(super) fn is_contested(&self, tally: &Tally) -> bool {
        let one = self.judge.criteria.is_empty() || matches!(self.judge.scale, Scale::Consent);
        tally.contested && one && (self.is_many() || matches!(self.judge.scale, Scale::Consent))
    }

    /// What is computed of a row, at its right.
    pub(super) fn remark(&self, tally: &Tally) -> Option<Remark> {
        if self.veil.values || tally.given == 0 {
            return None;
        }
        let (mut flags, mut tone) = (Vec::new(), Tone::Plain);
        if tally.reached == Some(true) && self.judge.wants(Derive::Threshold) {
            flags.push(self.say("form-judge-reached"));
            tone = Tone::Green;
        }
        let consent = matches!(self.judge.scale, Scale::Consent);
        if self.is_contested(tally) && !consent {
            flags.insert(0, self.say("form-judge-contested"));
            tone = Tone::Orange;
        }
        if !tally.veto.is_empty() {
            flags = vec![self.say("form-judge-veto")]; // which decides, whatever the mean
            tone = Tone::Red;
        }
        if consent && self.is_many() {
            let of = |key: &str, count: usize| self.tell(key, &[("count", count.into())]);
            let (objections, concerns) = (tally.objections(), tally.concerns());
            flags = match (objections, concerns) {
                (0, 0) => vec![self.say("form-judge-fine")],
                (0, concerns) => vec![of("form-judge-concerns", concerns)],
                (objections, _) => vec![of("form-judge-objections", objections)],
            };
            tone = match (objections, concerns) {
                (0, 0) => Tone::Green,
                (0, _) => Tone::Yellow,
                (_, _) => Tone::Red,
            };
        }
        // the word first, where it is read on the smallest screen; the numbers stand under one another at the edge
        let mut parts: Vec<String> = Some(flags.join(", ")).filter(|flags| !flags.is_empty()).into_iter().collect();
        parts.extend(self.outcome(tally, parts.is_empty()));
        (!parts.is_empty()).then(|| Remark::new(parts.join(" "), tone))
    }

    /// What a row comes to, in a few characters.
    fn outcome(&self, tally: &Tally, alone: bool) -> Option<String> {
        let mut parts = Vec::new();
        let many = self.is_many();
        match &self.judge.scale {
            Scale::Numbers { .. } => {
                if let Some(mean) = tally.mean.filter(|_| self.judge.wants(Derive::Mean)) {
                    let mean = self.round(mean);
                    parts.push(if alone { self.tell("form-judge-mean", &[("mean", mean.into())]) } else { mean });
                }
                if let Some(spread) = tally.spread.filter(|_| self.judge.wants(Derive::Spread)) {
                    parts.push(format!("±{}", self.round(spread)));
                }
                if self.judge.wants(Derive::Sum) {
                    let sum = decimal(tally.sum, self.scope.words.lang());
                    parts.push(self.tell("form-judge-sum", &[("sum", sum.into())]));
                }
            }
            Scale::Axes { .. } if many => {
                parts.extend(tally.centre.map(|(x, y)| format!("{} / {}", self.round(x), self.round(y))));
            }
            Scale::Zones(_) | Scale::Rings { .. } | Scale::YesNo if many => {
                let most = if matches!(self.judge.scale, Scale::YesNo) {
                    tally.choices.first().map(|yes| (0, *yes))
                } else {
                    tally.most()
                };
                if let Some((choice, count)) = most {
                    let what = self.choice(choice);
                    let args = [("count", count.into()), ("all", tally.given.into()), ("what", what.into())];
                    parts.push(self.tell("form-judge-of", &args));
                }
            }
            Scale::Zones(_) | Scale::Rings { .. } | Scale::YesNo | Scale::Axes { .. } | Scale::Consent => {}
        }
        Some(parts.join(" ")).filter(|text| !text.is_empty())
    }

    /// The words of a choice.
    pub(super) fn choice(&self, choice: usize) -> String {
        let mark = match self.judge.scale {
            Scale::Rings { .. } => Mark::Ring(choice, None),
            Scale::YesNo => Mark::Yes(choice == 0),
            Scale::Zones(_) | Scale::Numbers { .. } | Scale::Axes { .. } | Scale::Consent => Mark::Zone(choice),
        };
        self.judge.scale.long(mark, self.scope.words)
    }

    /// Whose a value is, by its column; nothing where that is not told.
    fn who(&self, line: &Line<'_>, nth: usize) -> Option<String> {
        if self.veil.names || !self.judge.has_voices() && nth < ELSEWHERE {
            return None;
        }
        if nth >= ELSEWHERE {
            return Some(self.say("form-judge-other-table"));
        }
        debug_assert_eq!(line.marks.len(), self.given.columns.len());
        self.given.columns.get(nth).map(|column| column.head.label.clone())
    }

    /// The same of several, each once: `plek 1, plek 4`.
    fn all(&self, line: &Line<'_>, nths: &[usize]) -> String {
        let mut names: Vec<String> = Vec::new();
        for name in nths.iter().filter_map(|nth| self.who(line, *nth)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        self.some(names)
    }

    /// The first of many names, and how many more there are.
    pub(super) fn some(&self, mut names: Vec<String>) -> String {
        let more = names.len().saturating_sub(NAMES);
        names.truncate(NAMES);
        let names = names.into_iter().map(|name| fit(&name, WIDEST_NAME).into_owned()).collect::<Vec<_>>().join(", ");
        if more == 0 { names } else { self.tell("form-judge-more", &[("names", names.into()), ("count", more.into())]) }
    }

    /// What is noted under a row: who gave the extremes, who stops it, the reasons, the note.
    pub(super) fn notes(&self, line: &Line<'_>, tally: &Tally) -> Vec<String> {
        let mut notes = Vec::new();
        notes.extend(self.of_then(line, tally));
        if !self.veil.values {
            notes.extend(self.extremes(line, tally));
            let vetoes = self.all(line, &tally.veto);
            if !tally.veto.is_empty() && !vetoes.is_empty() {
                notes.push(self.tell("form-judge-veto-by", &[("who", vetoes.into())]));
            }
            if self.judge.wants(Derive::Robust) {
                let robust = Tally::is_robust(self.judge, &self.marks(line));
                let key = |robust| if robust { "form-judge-robust" } else { "form-judge-fragile" };
                notes.extend(robust.map(|robust| self.say(key(robust))));
            }
        }
        notes.extend(self.reasons(line));
        if let Some(note) = line.note {
            notes.push(if self.judge.hidden == Hidden::Private { "•".to_owned() } else { note.to_owned() });
        }
        notes
    }

    /// The mean that came along from an earlier session, beside that of today where it may be seen.
    fn of_then(&self, line: &Line<'_>, tally: &Tally) -> Option<String> {
        let was = self.judge.then(self.scope, &line.thing.item)?;
        let was = self.round(was);
        Some(match tally.mean.filter(|_| !self.veil.values) {
            Some(now) => self.tell("form-judge-then-now", &[("was", was.into()), ("now", self.round(now).into())]),
            None => self.tell("form-judge-then", &[("was", was.into())]),
        })
    }

    fn extremes(&self, line: &Line<'_>, tally: &Tally) -> Option<String> {
        let asked = self.judge.wants(Derive::Extremes) || self.judge.wants(Derive::Spread);
        let numbers = matches!(self.judge.scale, Scale::Numbers { .. }) && self.is_many() && tally.given > 1;
        if !numbers || !(asked || self.is_contested(tally)) {
            return None;
        }
        let end = |end: &Option<(f64, Vec<usize>)>| {
            let (value, who) = end.as_ref()?;
            let value = decimal(*value, self.scope.words.lang());
            let who = self.all(line, who);
            Some(if who.is_empty() { value } else { format!("{value} ({who})") })
        };
        let args =
            [("count", tally.given.into()), ("low", end(&tally.low)?.into()), ("high", end(&tally.high)?.into())];
        Some(self.tell("form-judge-extremes", &args))
    }

    fn reasons(&self, line: &Line<'_>) -> Vec<String> {
        let given = line.reasons.iter().enumerate().filter_map(|(nth, reason)| reason.map(|reason| (nth, reason)));
        if self.veil.reasons {
            let count = given.count();
            let hidden = || self.tell("form-judge-reasons-hidden", &[("count", count.into())]);
            return (count > 0).then(hidden).into_iter().collect();
        }
        let mut told: Vec<String> = given
            .map(|(nth, reason)| {
                let criterion = || self.judge.criteria.get(nth).map(|criterion| criterion.label.clone());
                match self.who(line, nth).or_else(|| criterion().filter(|_| !self.judge.has_voices())) {
                    Some(who) => format!("{who}: {reason}"),
                    None => reason.to_owned(),
                }
            })
            .collect();
        if self.veil.names {
            told.sort_unstable(); // the order would say whose they are
        }
        told
    }
}
