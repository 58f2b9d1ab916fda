//! What every seat gave on a scale, over all tables: where it lies, and where tables and parties lie apart.
//!
//! Not for what one party thinks of what was said in its name: that is a mirror. A field has two axes, and each is a scale of
//! its own here; so has every thing that is judged on where it is more than one.

use super::{
    Gather, Place, Verdicts, Walk,
    subject::{Asked, Named, Trace, case_name},
    summary::{Apart, Summary},
};
use crate::{
    form::{
        Form,
        judge::{Given, Judge, Line, Mark, Scale},
        terms::Only,
    },
    record::{Assessor, CriterionId, PartyId, TableId},
    session::Table,
    text::fold,
    words::Words,
    workshop::Round,
};

/// A scale over all tables.
#[derive(Clone, PartialEq, Debug)]
pub struct Scaled {
    /// What was asked.
    pub asked: Asked,
    /// On what, where it is more than one thing: a criterion, an axis. Empty where it is one.
    pub on: String,
    /// The scale.
    pub ruler: Ruler,
    /// What was judged, in the order of the tables' lists.
    pub items: Vec<Measured>,
    /// The tables that gave something, by number.
    pub tables: Vec<TableId>,
    /// The tables of which it is still out of sight what was given.
    pub hidden: Vec<TableId>,
}

/// What can be given.
#[derive(Clone, PartialEq, Debug)]
pub enum Ruler {
    /// Numbers on a line, from the left end to the right; the left one may be the higher.
    Line {
        /// The left end, and what it means.
        from: (f64, String),
        /// The right end, and what it means.
        to: (f64, String),
        /// What lies between two marks.
        step: f64,
    },
    /// Steps with a name that lie on a line, from 0: rings.
    Steps(Vec<String>),
    /// Choices that do not: zones, yes or no, consent.
    Choices(Vec<String>),
}

/// A thing with what it was given over all tables.
#[derive(Clone, PartialEq, Debug)]
pub struct Measured {
    /// Its words.
    pub label: String,
    /// Every value that was given, by table.
    pub dots: Vec<Dot>,
    /// All together.
    pub all: Summary,
    /// By table, by number; only those that gave something.
    pub tables: Vec<(TableId, Summary)>,
    /// By party, in their order; only those of which it is known what they gave.
    pub parties: Vec<(PartyId, Summary)>,
    /// The tables that lie farthest apart.
    pub between_tables: Option<Apart>,
    /// The parties that do.
    pub between_parties: Option<Apart>,
    /// The tables that are divided within themselves.
    pub within: Vec<TableId>,
    /// The mean of an earlier session.
    pub then: Option<f64>,
    /// Where it stands in the lists of the tables, as far to the front as anywhere.
    first: usize,
}

/// One value.
#[derive(Clone, PartialEq, Debug)]
pub struct Dot {
    /// Where on the scale; of a choice its place from 0.
    pub value: f64,
    /// Whose, where that may be seen and is known.
    pub party: Option<PartyId>,
    /// Why, where that was said.
    pub reason: Option<String>,
    /// What it rests on.
    pub trace: Trace,
    mark: Mark,
}

impl Ruler {
    fn of(judge: &Judge, words: &Words) -> Self {
        match &judge.scale {
            Scale::Numbers { from, to, step, low, high } => {
                Self::Line { from: (*from, low.clone()), to: (*to, high.clone()), step: *step }
            }
            Scale::Axes { .. } => Self::Line { from: (1.0, String::new()), to: (5.0, String::new()), step: 1.0 },
            Scale::Rings { rings, .. } => Self::Steps(rings.clone()),
            Scale::Zones(zones) => Self::Choices(zones.clone()),
            Scale::YesNo => Self::Choices(["form-yes", "form-no"].map(|key| words.say(key)).into()),
            Scale::Consent => {
                let keys = ["form-judge-fine", "form-judge-concern", "form-judge-objection"];
                Self::Choices(keys.map(|key| words.say(key)).into())
            }
        }
    }

    /// How long it is; nothing where it is no line.
    pub fn length(&self) -> Option<f64> {
        match self {
            Self::Line { from, to, .. } => Some((to.0 - from.0).abs()),
            Self::Steps(steps) => Some(steps.len().saturating_sub(1) as f64),
            Self::Choices(_) => None,
        }
    }
}

/// One of the things that a judgement is on: all of it, a criterion, an axis of the field.
#[derive(Debug)]
struct Part {
    judge: Judge,
    on: String,
    criterion: Option<CriterionId>,
    axis: Option<usize>,
    ruler: Ruler,
}

impl Part {
    /// The value on this part, of one that was given.
    fn mark(&self, given: &Given) -> Option<Mark> {
        if given.criterion != self.criterion {
            return None;
        }
        let mark = match (self.axis, given.mark) {
            (None, mark) => Some(mark),
            (Some(0), Mark::At(across, _)) => Some(Mark::Number(f64::from(across))),
            (Some(_), Mark::At(_, up)) => Some(Mark::Number(f64::from(up))),
            (Some(_), _) => None,
        };
        mark.filter(|mark| mark.measure().is_some())
    }
}

fn parts(walk: &Walk<'_>, judge: &Judge, round: &Round) -> Vec<Part> {
    let part = |on: String, criterion: Option<CriterionId>| Part {
        judge: judge.clone(),
        on,
        criterion,
        axis: None,
        ruler: Ruler::of(judge, walk.words),
    };
    let axes = walk.tables.first().and_then(|table| judge.axes(walk.scope(round, table)));
    if let Some((x, y)) = axes {
        // an axis alone is a line of five marks, and is divided when such a line is
        let line = Scale::Numbers { from: 1.0, to: 5.0, step: 1.0, low: String::new(), high: String::new() };
        let on_line = Judge { scale: line, threshold: None, veto: None, ..judge.clone() };
        let axis = |(nth, axis): (usize, crate::form::judge::Axis)| Part {
            judge: on_line.clone(),
            on: if axis.label.is_empty() { ["→", "↑"][nth].to_owned() } else { axis.label },
            criterion: None,
            axis: Some(nth),
            ruler: Ruler::Line { from: (1.0, axis.low), to: (5.0, axis.high), step: 1.0 },
        };
        return [x, y].into_iter().enumerate().map(axis).collect();
    }
    if judge.criteria.is_empty() {
        return vec![part(String::new(), None)];
    }
    judge.criteria.iter().map(|criterion| part(criterion.label.clone(), Some(criterion.id.clone()))).collect()
}

/// Whether what is judged is what was said in a party's name, by that party.
pub(super) fn is_mirror(judge: &Judge) -> bool {
    judge.mirror.is_some() || judge.only == Only::Voiced
}

/// Gathers a scale, or as many as there are things that it is on.
pub(super) fn gather(walk: &Walk<'_>, at: Place) -> Option<Box<dyn Gather>> {
    let (round, _, judge) = judge(walk, at)?;
    Some(Box::new(Gathered { at, parts: parts(walk, judge, round), cases: Named::default() }))
}

fn judge<'a>(walk: &Walk<'a>, at: Place) -> Option<(&'a Round, &'a Form, &'a Judge)> {
    let (round, form) = walk.block(at)?;
    let Form::Judge(judge) = form else { return None };
    (!is_mirror(judge)).then_some((round, form, judge))
}

/// A scale while it is gathered, by case and then by what it is on.
#[derive(Debug)]
struct Gathered {
    at: Place,
    parts: Vec<Part>,
    cases: Named<Vec<Gathering>>,
}

impl Gather for Gathered {
    fn take(&mut self, walk: &Walk<'_>, table: &Table) {
        let Some((round, form, judge)) = judge(walk, self.at) else { return };
        let (parts, scope) = (&self.parts, walk.scope(round, table));
        for outcome in judge.outcomes(scope) {
            let asked = || Asked::new(self.at.round, round, form, outcome.case.as_ref());
            let fresh = || parts.iter().map(|_| Gathering::new(asked())).collect();
            let all = self.cases.get(case_name(outcome.case.as_ref()), fresh);
            for (nth, line) in outcome.lines.iter().enumerate() {
                let name = walk.name(scope, &line.thing);
                for (part, one) in parts.iter().zip(all.iter_mut()) {
                    one.take(part, table.id, nth, &name, line);
                }
            }
            all.iter_mut().for_each(|one| one.hidden.extend(outcome.hidden.then_some(table.id)));
        }
    }

    fn done(self: Box<Self>, walk: &Walk<'_>, into: &mut Verdicts) {
        let Self { parts, cases, .. } = *self;
        for all in cases.all {
            into.scales.extend(parts.iter().zip(all).map(|(part, one)| one.reckoned(walk, part)));
        }
    }
}

/// One of these.
#[derive(Debug)]
struct Gathering {
    asked: Asked,
    items: Named<Measured>,
    hidden: Vec<TableId>,
}

impl Gathering {
    fn new(asked: Asked) -> Self {
        Self { asked, items: Named::default(), hidden: Vec::new() }
    }

    /// Takes in a thing of a table, the nth of its list.
    fn take(&mut self, part: &Part, table: TableId, nth: usize, name: &str, line: &Line) {
        let item = self.items.get(name.to_owned(), || Measured {
            label: line.thing.label.clone(),
            dots: Vec::new(),
            all: Summary::default(),
            tables: Vec::new(),
            parties: Vec::new(),
            between_tables: None,
            between_parties: None,
            within: Vec::new(),
            then: None,
            first: nth,
        });
        item.first = item.first.min(nth);
        item.then = item.then.or(line.then.filter(|_| part.axis.is_none() && part.criterion.is_none()));
        item.dots.extend(line.given.iter().filter_map(|given| {
            let mark = part.mark(given)?;
            let party = match &given.who {
                Some(Assessor::Party(party)) => Some(party.clone()),
                Some(Assessor::Seat(seat)) => seat.as_str().rsplit_once('#').map(|(party, _)| PartyId::new(party)),
                Some(Assessor::Table | Assessor::Chair(_)) | None => None,
            };
            let trace = Trace::new(table, &line.thing.item, given.key.clone());
            Some(Dot { value: mark.measure()?, party, reason: given.reason.clone(), trace, mark })
        }));
    }

    fn reckoned(self, walk: &Walk<'_>, part: &Part) -> Scaled {
        let length = part.ruler.length();
        let summary = |dots: &[&Dot]| Summary::of(&part.judge, &dots.iter().map(|dot| dot.mark).collect::<Vec<_>>());
        let mut items = self.items.all;
        let mut tables: Vec<TableId> = Vec::new();
        for item in &mut items {
            item.all = summary(&item.dots.iter().collect::<Vec<_>>());
            // dots stand by table already
            for dots in item.dots.chunk_by(|one, other| one.trace.table == other.trace.table) {
                item.tables.push((dots[0].trace.table, summary(&dots.iter().collect::<Vec<_>>())));
            }
            for party in &walk.session.head.parties.0 {
                let own: Vec<&Dot> = item.dots.iter().filter(|dot| dot.party.as_ref() == Some(&party.id)).collect();
                if !own.is_empty() {
                    item.parties.push((party.id.clone(), summary(&own)));
                }
            }
            item.between_tables = Apart::of(item.tables.iter().map(|(_, summary)| summary), length);
            item.between_parties = Apart::of(item.parties.iter().map(|(_, summary)| summary), length);
            let within = item.tables.iter().filter(|(_, summary)| summary.contested);
            item.within = within.map(|(table, _)| *table).collect();
            tables.extend(item.tables.iter().map(|(table, _)| *table));
        }
        tables.sort_unstable();
        tables.dedup();
        items.sort_by_cached_key(|item| (item.first, fold(&item.label)));
        Scaled { asked: self.asked, on: part.on.clone(), ruler: part.ruler.clone(), items, tables, hidden: self.hidden }
    }
}
