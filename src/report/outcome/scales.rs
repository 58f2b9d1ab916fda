//! A scale over all tables: a dot for every value that was given, or how often each choice was made; and what differs.

use super::Telling;
use crate::{
    document::{Block, Figure, Picture, Scale, Shade, Spread},
    harvest::verdicts::{Measured, Ruler, Scaled},
};

/// A scale over all tables; nothing where nobody gave anything.
pub fn scale(telling: Telling<'_>, scale: &Scaled) -> Vec<Block> {
    let (words, teller) = (telling.words, telling.teller());
    let items: Vec<&Measured> = scale.items.iter().filter(|item| item.all.count > 0).collect();
    if items.is_empty() && scale.hidden.is_empty() {
        return Vec::new();
    }
    let mut blocks = telling.head(&scale.asked, &scale.on);
    if !items.is_empty() {
        let caption = scale.asked.title.clone();
        let (count, tables) = (items.len().into(), scale.tables.len().into());
        let (picture, alt) = match &scale.ruler {
            Ruler::Line { from, to, .. } => {
                let ends =
                    [from, to].map(|(value, label)| format!("{} {label}", teller.value(*value)).trim().to_owned());
                let [low, high] = ends;
                let args = [
                    ("low", low.as_str().into()),
                    ("high", high.as_str().into()),
                    ("count", count),
                    ("tables", tables),
                ];
                let alt = words.tell("verdicts-spread-alt", &args);
                (spread(telling, scale, &items, (from.0, to.0), [low, high]), alt)
            }
            Ruler::Steps(choices) | Ruler::Choices(choices) => {
                let alt = words.tell("verdicts-choices-alt", &[("count", count), ("tables", tables)]);
                (counts(telling, &items, choices), alt)
            }
        };
        blocks.push(Block::Figure(Figure { picture, caption, alt }));
    }
    let seen = items.iter().filter_map(|item| {
        let traces: Vec<_> = item.dots.iter().map(|dot| dot.trace.clone()).collect();
        telling.seen(&item.label, &teller.of_measured(scale, item), &traces)
    });
    let seen: Vec<_> = seen.collect();
    blocks.extend((!seen.is_empty()).then_some(Block::List(seen)));
    blocks.extend(telling.hidden(&scale.hidden));
    blocks
}

fn spread(telling: Telling<'_>, scale: &Scaled, items: &[&Measured], ends: (f64, f64), labels: [String; 2]) -> Picture {
    let (words, teller) = (telling.words, telling.teller());
    // a picture runs from low to high, also of a scale that does not
    let turned = ends.0 > ends.1;
    let [first, last] = labels;
    let (low_label, high_label) = if turned { (last, first) } else { (first, last) };
    let row = |item: &&Measured| Spread {
        label: item.label.clone(),
        given: item.dots.iter().map(|dot| dot.value).collect(),
        mean: Some(item.all.mean),
        told: teller.summary(&scale.ruler, &item.all),
    };
    Picture::Spread {
        what: words.say("verdicts-statement"),
        measure: words.say("verdicts-given"),
        scale: Scale { low: ends.0.min(ends.1), high: ends.0.max(ends.1), low_label, high_label },
        rows: items.iter().map(row).collect(),
    }
}

fn counts(telling: Telling<'_>, items: &[&Measured], choices: &[String]) -> Picture {
    let row = |item: &&Measured| {
        let shade = |at: usize| {
            let count = item.all.choices.get(at).copied().unwrap_or(0);
            Shade { text: count.to_string(), depth: count as f64 / item.all.count.max(1) as f64 }
        };
        (item.label.clone(), (0..choices.len()).map(shade).collect())
    };
    Picture::Matrix {
        what: telling.words.say("verdicts-statement"),
        columns: choices.to_vec(),
        rows: items.iter().map(row).collect(),
    }
}
