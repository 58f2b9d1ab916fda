//! In the other's skin over all tables: by party how it was seen, what was said in its name, what it said itself.

use super::{
    results::{Brush, Kind},
    strokes,
    view::Sight,
    votes::legend_at,
};
use crate::{
    harvest::verdicts::{Asked, Finding, Mirror, Seen, Trace, mirrors::Line},
    ui::theme::Ink,
};
use ratatui::layout::Rect;

/// The view of mirrors.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mirrors;

fn mirror<'a>(sight: &Sight<'a>, section: usize) -> &'a Mirror {
    &sight.verdicts.mirrors[section]
}

fn seen<'a>(sight: &Sight<'a>, at: (usize, usize)) -> &'a Seen {
    &mirror(sight, at.0).parties[at.1]
}

/// The nth line: what others said, then what the party said itself; and which of the two.
fn line(seen: &Seen, nth: usize) -> Option<(&Line, bool)> {
    let own = || seen.own.get(nth - seen.said.len()).map(|line| (line, true));
    seen.said.get(nth).map(|line| (line, false)).or_else(own)
}

impl Kind for Mirrors {
    fn sections(&self, sight: &Sight<'_>) -> usize {
        sight.verdicts.mirrors.len()
    }

    fn asked<'a>(&self, sight: &Sight<'a>, section: usize) -> Option<&'a Asked> {
        Some(&mirror(sight, section).asked)
    }

    fn count(&self, sight: &Sight<'_>, section: usize) -> usize {
        mirror(sight, section).parties.len()
    }

    fn label<'a>(&self, sight: &Sight<'a>, at: (usize, usize)) -> &'a str {
        let id = &seen(sight, at).party;
        sight.session.head.parties.get(id).map_or(id.as_str(), |party| party.label.as_str())
    }

    fn asks(&self, sight: &Sight<'_>, at: (usize, usize)) -> bool {
        // what was put in any zone but the first was not simply recognised
        seen(sight, at).counts.iter().skip(1).any(|count| *count > 0)
    }

    fn rests(&self, sight: &Sight<'_>, at: (usize, usize)) -> usize {
        let seen = seen(sight, at);
        seen.said.len() + seen.own.len()
    }

    fn trace<'a>(&self, sight: &Sight<'a>, at: (usize, usize), nth: usize) -> Option<&'a Trace> {
        line(seen(sight, at), nth).and_then(|(line, _)| line.traces.first())
    }

    fn seen(&self, _: &Sight<'_>, _: (usize, usize)) -> Vec<Finding> {
        Vec::new()
    }

    fn about(&self, sight: &Sight<'_>, at: (usize, usize)) -> Vec<String> {
        let told = seen(sight, at).counts(&mirror(sight, at.0).zones, sight.words);
        Some(told).filter(|told| !told.is_empty()).into_iter().collect()
    }

    fn note(&self, sight: &Sight<'_>, section: usize) -> Option<String> {
        let hidden = &mirror(sight, section).hidden;
        let args = || [("tables", sight.teller().tables(hidden).into())];
        (!hidden.is_empty()).then(|| sight.words.tell("verdicts-hidden", &args()))
    }

    fn has_columns(&self, _: &Sight<'_>, _: usize) -> bool {
        true
    }

    fn paint_head(&self, brush: &mut Brush<'_>, section: usize) {
        legend_at(brush, brush.rest.x, &mirror(brush.sight, section).zones);
    }

    fn paint_result(&self, brush: &mut Brush<'_>, at: (usize, usize)) {
        let (mirror, seen) = (mirror(brush.sight, at.0), seen(brush.sight, at));
        let bar = Rect { width: brush.rest.width / 3, ..brush.rest };
        strokes::parts(brush.buf, bar, &seen.counts, &brush.desk.theme);
        let told = seen.counts(&mirror.zones, brush.sight.words);
        let told = match told.is_empty() {
            false => told,
            true => brush.sight.words.tell("verdicts-mirror-lines", &[("count", seen.said.len().into())]),
        };
        let blank = seen.counts.iter().all(|count| *count == 0);
        let x = if blank { bar.x } else { bar.right() + 1 };
        brush.put(x, told.replace('\n', " ").as_str(), Ink::Text, brush.row.right().saturating_sub(x));
    }

    fn paint_rest(&self, brush: &mut Brush<'_>, at: (usize, usize), nth: usize) {
        let seen = seen(brush.sight, at);
        let Some((line, own)) = line(seen, nth) else { return };
        let table = line.traces.first().map(|trace| brush.sight.teller().table(trace.table)).unwrap_or_default();
        brush.put(brush.row.x + 4, &table, Ink::Dim, 5);
        let mut right = brush.row.right();
        if own {
            let text = brush.sight.words.say("verdicts-mirror-self");
            right = brush.put_right(right, &text, Ink::Accent);
        } else if let Some(told) = Some(line.told.join(", ")).filter(|told| !told.is_empty()) {
            let ink = line.zones.first().map_or(Ink::Text, |zone| strokes::tone(*zone));
            right = brush.put_right(right, &told, ink);
        }
        let by = line.by.as_ref().filter(|_| !own && brush.row.width >= 90);
        if let Some(by) = by.map(|voice| brush.sight.session.head.parties.voice(voice)) {
            right = brush.put_right(right.saturating_sub(2), &by, Ink::Dim);
        }
        let ink = if own { Ink::Accent } else { Ink::Text };
        brush.put(brush.row.x + 9, &line.text, ink, right.saturating_sub(brush.row.x + 11));
    }

    fn nothing(&self) -> &'static str {
        "verdicts-mirror-none"
    }

    fn words(&self, _: &Sight<'_>, _: usize, wide: u16) -> u16 {
        (wide * 2 / 5).clamp(18, 50)
    }
}
