//! What stands on the board of groups: what has no group yet on top, so that one works downwards, then group by group.

use super::{
    Group,
    now::{In, Made, Now},
};
use crate::{
    form::{
        Case, Scope, Thing, Tone,
        board::{Board, Cell, Heading, Row, Sign},
        terms::Remark,
    },
    record::Item,
    words::numbers,
};
use std::collections::HashMap;

pub(super) fn board(group: &Group, scope: Scope<'_>, case: Option<&Case>) -> Board {
    let words = scope.words;
    let mut now = group.now(scope, case);
    let scores = group.given(scope);
    let order = now.order();
    let mut things: Vec<_> = std::mem::take(&mut now.things).into_iter().map(Some).collect();
    let heads = heads(scope, &now, &things, &scores);
    let mut last = None;
    let mut rows = Vec::with_capacity(order.len());
    for nth in order {
        let Some(thing) = things[nth].take() else { continue };
        let place = now.of[nth];
        let mut row = Row::new(thing.item, thing.label);
        if last != Some(place) {
            last = Some(place);
            row.head = heads.get(&place).cloned();
        }
        row.number = Some(nth + 1);
        row.remark = scores.get(&row.item).map(|score| Remark::new(written(scope, *score), Tone::Plain));
        let stands = match place {
            In::Open => String::new(),
            In::Group(at) => now.groups[at].number.to_string(),
            In::Outliers => "-".to_owned(),
        };
        row.cells = vec![match (now.marked[nth], stands.as_str()) {
            (false, _) => Cell::new(stands, Tone::Plain),
            (true, "") => Cell { strong: true, ..Cell::new("✓", Tone::Blue) },
            (true, _) => Cell { strong: true, ..Cell::new(format!("✓ {stands}"), Tone::Blue) },
        }];
        rows.push(row);
    }
    let label = words.say("form-group-column");
    Board {
        what: words.say("form-group-what"),
        columns: vec![Heading { short: label.clone(), label }],
        rows,
        legend: legend(group, scope, &now),
        below: below(scope, &now, &heads),
        hint: words.say(if now.groups.is_empty() { "form-group-hint-first" } else { "form-group-hint" }),
        keys: "0123456789-=".to_owned(),
        ..Board::default()
    }
}

impl Group {
    /// What the entries were given in the block whose mean is shown.
    fn given(&self, scope: Scope<'_>) -> HashMap<Item, f64> {
        let form = self.mean.as_ref().and_then(|block| scope.room.block(block));
        let scores = form.map(|form| form.lens().scores(scope)).unwrap_or_default();
        scores.into_iter().filter(|(_, score)| score.is_finite()).collect()
    }
}

fn written(scope: Scope<'_>, score: f64) -> String {
    numbers::number(score, 1, scope.words.lang())
}

/// What stands above each part of the board.
fn heads(scope: Scope<'_>, now: &Now, things: &[Option<Thing>], scores: &HashMap<Item, f64>) -> HashMap<In, String> {
    let mut counts: HashMap<In, (usize, f64, usize)> = HashMap::new();
    for (thing, place) in things.iter().zip(&now.of) {
        let (count, sum, given) = counts.entry(*place).or_default();
        *count += 1;
        if let Some(score) = thing.as_ref().and_then(|thing| scores.get(&thing.item)) {
            *sum += score;
            *given += 1;
        }
    }
    let head = |(place, (count, sum, given)): (In, (usize, f64, usize))| {
        let label = match place {
            In::Open => scope.words.say("form-group-open-head"),
            In::Group(at) => now.groups[at].told(),
            In::Outliers => scope.words.say("form-group-outliers"),
        };
        let mean = (given > 0).then(|| {
            let mean = written(scope, sum / given as f64);
            format!(" · {}", scope.words.tell("form-group-mean", &[("mean", mean.into())]))
        });
        (place, format!("{label} ({count}{})", mean.unwrap_or_default()))
    };
    counts.into_iter().map(head).collect()
}

/// The groups with the numbers they are typed with: at hand wherever one is, also those that are still empty.
fn legend(group: &Group, scope: Scope<'_>, now: &Now) -> Vec<Sign> {
    let sign = |glyph: String, label: String, tone: Tone| Sign { glyph, label, tone };
    let mut signs: Vec<Sign> =
        now.groups.iter().map(|made| sign(made.number.to_string(), made.label.clone(), Tone::Blue)).collect();
    if group.outliers {
        signs.push(sign("-".to_owned(), scope.words.say("form-group-outliers").to_lowercase(), Tone::Blue));
    }
    if now.marked.contains(&true) {
        signs.push(sign("✓".to_owned(), scope.words.say("form-group-marked"), Tone::Blue));
    }
    signs
}

/// What is seen in all of it: how large the groups are. What is still open the round says.
fn below(scope: Scope<'_>, now: &Now, heads: &HashMap<In, String>) -> Vec<Remark> {
    let mut seen = Vec::new();
    let empty = |made: &Made| format!("{} (0)", made.told());
    let mut sizes: Vec<String> = now
        .groups
        .iter()
        .enumerate()
        .map(|(nth, made)| heads.get(&In::Group(nth)).cloned().unwrap_or_else(|| empty(made)))
        .collect();
    sizes.extend(heads.get(&In::Outliers).cloned());
    if !sizes.is_empty() {
        seen.push(Remark::new(sizes.join(", "), Tone::Plain));
    }
    let marked = now.marked.iter().filter(|marked| **marked).count();
    if marked > 0 {
        let told = scope.words.tell("form-group-chosen", &[("count", marked.into())]);
        seen.push(Remark::new(told, Tone::Blue));
    }
    seen
}
