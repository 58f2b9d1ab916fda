//! Votes and scales over all tables: a ranking with what each table gave, dots for every value, and what differs.

use super::{
    results::{Brush, Kind},
    strokes::{self, Lie},
    view::Sight,
};
use crate::{
    harvest::verdicts::{Asked, Choice, Finding, Measured, Ranking, Ruler, Scaled, Summary, Trace},
    ui::theme::Ink,
};
use ratatui::layout::Rect;

/// Fewer columns than this are no picture.
const LEAST: u16 = 12;
/// What stands at the right of a picture takes so many columns.
const NUMBERS: u16 = 22;

/// The view of votes and scales: the votes first.
#[derive(Clone, Copy, Debug, Default)]
pub struct Votes;

enum What<'a> {
    Vote(&'a Ranking),
    Scale(&'a Scaled),
}

fn what<'a>(sight: &Sight<'a>, section: usize) -> What<'a> {
    let votes = &sight.verdicts.votes;
    match votes.get(section) {
        Some(vote) => What::Vote(vote),
        None => What::Scale(&sight.verdicts.scales[section - votes.len()]),
    }
}

/// The options or things on a scale; of a scale only what was given something.
enum One<'a> {
    Choice(&'a Ranking, &'a Choice),
    Measured(&'a Scaled, &'a Measured),
}

fn one<'a>(sight: &Sight<'a>, at: (usize, usize)) -> One<'a> {
    match what(sight, at.0) {
        What::Vote(vote) => One::Choice(vote, &vote.options[at.1]),
        What::Scale(scale) => One::Measured(scale, &scale.items[at.1]),
    }
}

impl Kind for Votes {
    fn sections(&self, sight: &Sight<'_>) -> usize {
        sight.verdicts.votes.len() + sight.verdicts.scales.len()
    }

    fn asked<'a>(&self, sight: &Sight<'a>, section: usize) -> Option<&'a Asked> {
        Some(match what(sight, section) {
            What::Vote(vote) => &vote.asked,
            What::Scale(scale) => &scale.asked,
        })
    }

    fn count(&self, sight: &Sight<'_>, section: usize) -> usize {
        match what(sight, section) {
            What::Vote(vote) => vote.options.len(),
            What::Scale(scale) => scale.items.len(),
        }
    }

    fn label<'a>(&self, sight: &Sight<'a>, at: (usize, usize)) -> &'a str {
        match one(sight, at) {
            One::Choice(_, choice) => &choice.label,
            One::Measured(_, item) => &item.label,
        }
    }

    fn asks(&self, sight: &Sight<'_>, at: (usize, usize)) -> bool {
        match one(sight, at) {
            One::Choice(_, choice) => choice.divided.is_some() || choice.parties_divided.is_some(),
            One::Measured(_, item) => {
                let apart = [&item.between_tables, &item.between_parties];
                apart.into_iter().flatten().any(|apart| apart.is_apart) || !item.within.is_empty()
            }
        }
    }

    fn rests(&self, sight: &Sight<'_>, at: (usize, usize)) -> usize {
        match one(sight, at) {
            One::Choice(_, choice) => choice.tables.len(),
            One::Measured(_, item) => item.tables.len(),
        }
    }

    fn trace<'a>(&self, sight: &Sight<'a>, at: (usize, usize), nth: usize) -> Option<&'a Trace> {
        match one(sight, at) {
            One::Choice(_, choice) => {
                let table = choice.tables.get(nth).map(|share| share.table);
                match table {
                    Some(table) => choice.traces.iter().find(|trace| trace.table == table),
                    None => choice.traces.first(),
                }
            }
            One::Measured(_, item) => {
                let table = item.tables.get(nth)?.0;
                item.dots.iter().map(|dot| &dot.trace).find(|trace| trace.table == table)
            }
        }
    }

    fn seen(&self, sight: &Sight<'_>, at: (usize, usize)) -> Vec<Finding> {
        match one(sight, at) {
            One::Choice(_, choice) => sight.teller().of_choice(choice),
            One::Measured(scale, item) => sight.teller().of_measured(scale, item),
        }
    }

    fn about(&self, sight: &Sight<'_>, at: (usize, usize)) -> Vec<String> {
        match one(sight, at) {
            One::Choice(vote, choice) => {
                let args = [("count", choice.score.into()), ("reach", sight.teller().reach(choice).into())];
                let mut told = vec![sight.words.tell("verdicts-votes-told", &args).replace('\n', " ")];
                let kinds = vote.kinds.iter().zip(&choice.kinds).map(|((label, _), count)| format!("{label} {count}"));
                let kinds = kinds.collect::<Vec<_>>().join(", ");
                told.extend((!kinds.is_empty()).then_some(kinds));
                told
            }
            One::Measured(scale, item) => {
                let teller = sight.teller();
                let mut told = vec![teller.summary(&scale.ruler, &item.all).replace('\n', " ")];
                let parties = item.parties.iter().map(|(party, summary)| {
                    format!("{}: {}", teller.party(party), teller.middle(&scale.ruler, summary))
                });
                let parties = parties.collect::<Vec<_>>().join(", ");
                told.extend((!parties.is_empty()).then_some(parties));
                told
            }
        }
    }

    fn note(&self, sight: &Sight<'_>, section: usize) -> Option<String> {
        let hidden = match what(sight, section) {
            What::Vote(vote) => &vote.hidden,
            What::Scale(scale) => &scale.hidden,
        };
        let args = || [("tables", sight.teller().tables(hidden).into())];
        (!hidden.is_empty()).then(|| sight.words.tell("verdicts-hidden", &args()))
    }

    fn has_columns(&self, sight: &Sight<'_>, section: usize) -> bool {
        match what(sight, section) {
            What::Vote(_) => false,
            What::Scale(_) => true,
        }
    }

    fn paint_head(&self, brush: &mut Brush<'_>, section: usize) {
        let plan = Plan::of(brush.rest);
        match what(brush.sight, section) {
            What::Vote(vote) => {
                let text = brush.sight.teller().counted(&vote.tables);
                brush.put_right(brush.row.right(), &text, Ink::Dim);
            }
            What::Scale(scale) => match &scale.ruler {
                Ruler::Line { from, to, .. } => {
                    let value = |end: &(f64, String)| {
                        format!("{} {}", brush.sight.teller().value(end.0), end.1).trim().to_owned()
                    };
                    let (low, high) = (value(from), value(to));
                    let on = if scale.on.is_empty() { String::new() } else { format!("{}: ", scale.on) };
                    brush.put(plan.picture.x, &format!("{on}{low}"), Ink::Dim, plan.picture.width / 2);
                    brush.put_right(plan.picture.right(), &high, Ink::Dim);
                }
                Ruler::Steps(labels) | Ruler::Choices(labels) => legend(brush, labels),
            },
        }
    }

    fn paint_result(&self, brush: &mut Brush<'_>, at: (usize, usize)) {
        let plan = Plan::of(brush.rest);
        match one(brush.sight, at) {
            One::Choice(vote, choice) => {
                let most = vote.options.first().map_or(1, |top| top.score.max(1));
                let room = Rect { width: plan.picture.width.saturating_sub(6), ..plan.picture };
                let used = strokes::bar(brush.buf, room, choice.score as f64 / most as f64, &brush.desk.theme);
                brush.strong(room.x + used + 1, &choice.score.to_string(), Ink::Text, 6);
                let text = match &choice.tables[..] {
                    [only] => brush.sight.teller().table(only.table),
                    tables => {
                        let args = [("count", choice.reach().into()), ("of", tables.len().into())];
                        brush.sight.words.tell("verdicts-reach", &args).replace('\n', " ")
                    }
                };
                let x = brush.put_right(brush.row.right(), &text, Ink::Dim);
                if choice.divided.is_some() || choice.parties_divided.is_some() {
                    let text = brush.sight.words.say("verdicts-flag-divided");
                    brush.put_right(x.saturating_sub(1), &text, Ink::Warn);
                }
            }
            One::Measured(scale, item) => {
                lying(
                    brush,
                    plan,
                    scale,
                    &item.all,
                    &item.dots.iter().map(|dot| dot.value).collect::<Vec<_>>(),
                    item.then,
                );
                let apart = |apart: &Option<crate::harvest::verdicts::Apart>| apart.is_some_and(|one| one.is_apart);
                let differs = apart(&item.between_tables) || apart(&item.between_parties);
                let flag = match (apart(&item.between_tables), apart(&item.between_parties)) {
                    (true, true) => Some("verdicts-flag-both"),
                    (true, false) => Some("verdicts-flag-tables"),
                    (false, true) => Some("verdicts-flag-parties"),
                    (false, false) if !item.within.is_empty() => Some("verdicts-flag-within"),
                    (false, false) => None,
                };
                if let Some(flag) = flag {
                    // in a word where there is no room; which differ is told below
                    let flag = match (plan.is_narrow, differs) {
                        (true, true) => "verdicts-flag-apart",
                        (true, false) => "verdicts-flag-divided",
                        (false, _) => flag,
                    };
                    let text = brush.sight.words.say(flag);
                    brush.put_right(brush.row.right(), &text, Ink::Warn);
                }
            }
        }
    }

    fn paint_rest(&self, brush: &mut Brush<'_>, at: (usize, usize), nth: usize) {
        let plan = Plan::of(brush.rest);
        let words = brush.rest.x.saturating_sub(brush.row.x + 10);
        match one(brush.sight, at) {
            One::Choice(vote, choice) => {
                let Some(share) = choice.tables.get(nth) else { return };
                let name = brush.sight.teller().table(share.table);
                brush.put(brush.row.x + 4, &name, Ink::Dim, 5);
                let said = self.trace(brush.sight, at, nth).and_then(|trace| trace.entry.as_ref());
                let said = said.and_then(|id| brush.sight.harvest.points.at(id)).map(|point| brush.sight.text(point));
                if let Some(said) = said {
                    brush.put(brush.row.x + 9, &said, Ink::Dim, words);
                }
                let most = vote.options.first().map_or(1, |top| top.score.max(1));
                let room = Rect { width: plan.picture.width.saturating_sub(6), ..plan.picture };
                let used = strokes::bar(brush.buf, room, share.score as f64 / most as f64, &brush.desk.theme);
                brush.put(room.x + used + u16::from(used > 0), &share.score.to_string(), Ink::Text, 6);
            }
            One::Measured(scale, item) => {
                let Some((table, summary)) = item.tables.get(nth) else { return };
                let name = brush.sight.teller().table(*table);
                brush.put(brush.row.x + 4, &name, Ink::Dim, 5);
                let dots: Vec<_> = item.dots.iter().filter(|dot| dot.trace.table == *table).collect();
                let voices = dots.iter().filter_map(|dot| {
                    let party = dot.party.as_ref().map(|party| brush.sight.teller().party(party))?;
                    Some(format!("{party} {}", brush.sight.teller().given(&scale.ruler, dot.value)))
                });
                let voices: Vec<String> = voices.collect();
                brush.put(brush.row.x + 9, &voices.join(", "), Ink::Dim, words);
                let values: Vec<f64> = dots.iter().map(|dot| dot.value).collect();
                lying(brush, plan, scale, summary, &values, None);
            }
        }
    }

    fn nothing(&self) -> &'static str {
        "verdicts-votes-none"
    }

    fn words(&self, _: &Sight<'_>, _: usize, wide: u16) -> u16 {
        (wide * 2 / 5).clamp(18, 70)
    }
}

/// Where pictures and numbers stand, behind the words.
#[derive(Clone, Copy)]
struct Plan {
    picture: Rect,
    numbers: u16,
    is_narrow: bool,
}

impl Plan {
    fn of(rest: Rect) -> Self {
        let is_narrow = rest.width < NUMBERS + LEAST + 24;
        let (numbers, flags) = if is_narrow { (10, 10) } else { (NUMBERS, 22) };
        let wide = rest.width.saturating_sub(numbers + flags).clamp(LEAST.min(rest.width), 60);
        Self { picture: Rect { width: wide, ..rest }, numbers: rest.x + wide + 1, is_narrow }
    }
}

/// Values as dots on a line, or as parts of a bar, with their numbers behind.
fn lying(brush: &mut Brush<'_>, plan: Plan, scale: &Scaled, summary: &Summary, values: &[f64], then: Option<f64>) {
    let theme = &brush.desk.theme;
    let room = brush.row.right().saturating_sub(plan.numbers);
    if summary.count == 0 {
        let text = brush.sight.words.say("verdicts-nothing-given");
        brush.put(plan.picture.x, &text, Ink::Dim, plan.picture.width);
        return;
    }
    match &scale.ruler {
        Ruler::Line { from, to, .. } => {
            let part = |value: f64| if to.0 == from.0 { 0.0 } else { (value - from.0) / (to.0 - from.0) };
            let places: Vec<f64> = values.iter().map(|value| part(*value)).collect();
            strokes::dots(brush.buf, plan.picture, &places, Lie::of(summary, &part), then.map(part), theme);
            let median = brush.sight.teller().value(summary.median);
            let args = [("median", median.into()), ("count", summary.count.into())];
            let key = if plan.is_narrow { "verdicts-median-short" } else { "verdicts-median" };
            let text = brush.sight.words.tell(key, &args);
            brush.put(plan.numbers, &text, Ink::Text, room);
        }
        Ruler::Steps(_) | Ruler::Choices(_) => {
            strokes::parts(brush.buf, plan.picture, &summary.choices, theme);
            let counts = summary.choices.iter().map(usize::to_string).collect::<Vec<_>>().join(" / ");
            brush.put(plan.numbers, &counts, Ink::Text, room);
        }
    }
}

/// The choices with their signs, as they stand in the bars.
fn legend(brush: &mut Brush<'_>, labels: &[String]) {
    legend_at(brush, brush.rest.x, labels);
}

/// The same from a column on.
pub(super) fn legend_at(brush: &mut Brush<'_>, from: u16, labels: &[String]) {
    let mut x = from;
    for (nth, label) in labels.iter().enumerate() {
        let sign = strokes::sign(nth, &brush.desk.theme);
        x += brush.put(x, sign, strokes::tone(nth), 1) + 1;
        let room = brush.row.right().saturating_sub(x);
        x += brush.put(x, label, Ink::Dim, room) + 2;
    }
}
