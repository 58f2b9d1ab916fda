//! A vote over all tables: a bar for each option, and where tables or parties are divided.

use super::{Telling, aside};
use crate::{
    document::{Bar, Block, Figure, Picture},
    harvest::verdicts::Ranking,
};

/// So many bars are drawn, so that they are seen at one look; what has fewer votes is counted.
const DRAWN: usize = 10;

/// A vote over all tables; nothing where nobody voted.
pub fn votes(telling: Telling<'_>, vote: &Ranking) -> Vec<Block> {
    let (words, teller) = (telling.words, telling.teller());
    let Some(top) = vote.options.first().filter(|_| !vote.tables.is_empty()) else {
        return telling.hidden(&vote.hidden).map(|hidden| told(telling, vote, hidden)).unwrap_or_default();
    };
    let bars = vote.options.iter().take(DRAWN).map(|option| {
        let args = [("count", option.score.into()), ("reach", teller.reach(option).into())];
        let told = words.tell("verdicts-votes-told", &args);
        Bar { label: option.label.clone(), value: option.score as f64, told, notch: None }
    });
    let args = [
        ("count", vote.options.len().min(DRAWN).into()),
        ("tables", vote.tables.len().into()),
        ("top", top.label.as_str().into()),
        ("score", top.score.into()),
    ];
    let alt = words.tell("verdicts-votes-alt", &args);
    let picture = Picture::Bars {
        what: words.say("verdicts-option"),
        measure: words.say("verdicts-votes"),
        bars: bars.collect(),
        notch: String::new(),
    };
    let mut blocks = telling.head(&vote.asked, "");
    blocks.push(Block::Figure(Figure { picture, caption: vote.asked.title.clone(), alt }));
    let more = vote.options.len().saturating_sub(DRAWN);
    blocks.extend((more > 0).then(|| aside(words.tell("report-votes-more", &[("count", more.into())]))));
    let seen = vote.options.iter().filter_map(|one| telling.seen(&one.label, &teller.of_choice(one), &one.traces));
    let seen: Vec<_> = seen.collect();
    blocks.extend((!seen.is_empty()).then_some(Block::List(seen)));
    blocks.extend(telling.hidden(&vote.hidden));
    blocks
}

fn told(telling: Telling<'_>, vote: &Ranking, block: Block) -> Vec<Block> {
    telling.head(&vote.asked, "").into_iter().chain([block]).collect()
}
