//! In the other's skin, over all tables: by party what others said in its name, what it makes of that, what it said itself.

use super::{Telling, aside};
use crate::{
    document::{Block, Item, Run, Table},
    harvest::verdicts::{Mirror, Seen, mirrors::Line},
};

/// A mirror; nothing where nobody spoke in another's name.
pub fn mirror(telling: Telling<'_>, mirror: &Mirror) -> Vec<Block> {
    if mirror.parties.is_empty() {
        return Vec::new();
    }
    let mut blocks = telling.head(&mirror.asked, "");
    blocks.extend(mirror.parties.iter().flat_map(|seen| party(telling, mirror, seen)));
    blocks.extend(telling.hidden(&mirror.hidden));
    blocks
}

fn party(telling: Telling<'_>, mirror: &Mirror, seen: &Seen) -> Vec<Block> {
    let (words, teller) = (telling.words, telling.teller());
    let name = teller.party(&seen.party);
    let title = words
        .tell("verdicts-mirror-party", &[("party", name.as_str().into()), ("count", seen.said.len().into())])
        .replace('\n', " ");
    let mut blocks = vec![Block::Heading(telling.level + 1, title)];
    let told = seen.counts(&mirror.zones, words);
    blocks.extend((!told.is_empty()).then(|| aside(told)));
    if !seen.said.is_empty() {
        let head = [
            words.tell("verdicts-mirror-said", &[("party", name.as_str().into())]),
            words.say("verdicts-mirror-by"),
            words.say("verdicts-table"),
            words.say("verdicts-mirror-mark"),
        ];
        let rows = seen.said.iter().map(|line| row(telling, line)).collect();
        blocks.push(Block::Table(Table::new(head.into(), rows)));
    }
    if !seen.own.is_empty() {
        let title = words.tell("verdicts-mirror-own", &[("party", name.as_str().into())]);
        let item = |line: &Line| {
            let runs = std::iter::once(Run::plain(&line.text)).chain(telling.links(&line.traces)).collect();
            Item { runs, below: Vec::new() }
        };
        blocks.push(Block::Paragraph(vec![Run::strong(title)]));
        blocks.push(Block::List(seen.own.iter().map(item).collect()));
    }
    blocks
}

fn row(telling: Telling<'_>, line: &Line) -> Vec<Vec<Run>> {
    let teller = telling.teller();
    let some = |text: String| if text.is_empty() { Vec::new() } else { vec![Run::plain(text)] };
    let table = line.traces.first().map(|trace| teller.table(trace.table)).unwrap_or_default();
    let mut said = vec![Run::plain(&line.text)];
    said.extend(telling.links(&line.traces));
    let by = line.by.as_ref().map(|voice| telling.session.head.parties.voice(voice)).unwrap_or_default();
    let mut mark = some(line.told.join(", "));
    mark.extend((!line.reasons.is_empty()).then(|| Run::aside(line.reasons.join("; "))));
    vec![said, some(by), some(table), mark]
}
