//! The agreements of all tables: what, who, when, the board; first what lacks somebody who pulls it or a day.

use super::{
    results::{Brush, Kind},
    view::Sight,
};
use crate::{
    harvest::verdicts::{Agreed, Asked, Board, Finding, Trace},
    ui::theme::Ink,
    words::dates,
};

/// The view of agreements, in two parts: what lacks something, and what does not.
#[derive(Clone, Copy, Debug, Default)]
pub struct Agreements;

/// The agreements of a part; those that lack something stand first.
fn part<'a>(sight: &Sight<'a>, section: usize) -> &'a [Agreed] {
    let all = &sight.verdicts.agreements;
    let (lacking, whole) = all.split_at(all.partition_point(Agreed::is_lacking));
    if section == 0 { lacking } else { whole }
}

fn agreed<'a>(sight: &Sight<'a>, at: (usize, usize)) -> &'a Agreed {
    &part(sight, at.0)[at.1]
}

/// Where the columns stand, behind the words.
struct Plan {
    when: u16,
    board: Option<u16>,
    table: u16,
}

impl Plan {
    fn of(brush: &Brush<'_>) -> Self {
        let (right, wide) = (brush.row.right(), brush.rest.width);
        let board = (wide >= 56).then(|| right.saturating_sub(5 + 15));
        let when = board.unwrap_or(right.saturating_sub(5)).saturating_sub(18).max(brush.rest.x + wide / 3);
        Self { when, board, table: right }
    }
}

impl Kind for Agreements {
    fn sections(&self, sight: &Sight<'_>) -> usize {
        // an empty part shows no heading; where both are, nothing was asked yet
        if sight.verdicts.agreements.is_empty() { 0 } else { 2 }
    }

    fn asked<'a>(&self, sight: &Sight<'a>, section: usize) -> Option<&'a Asked> {
        part(sight, section).first().map(|one| &one.asked)
    }

    fn heading(&self, sight: &Sight<'_>, section: usize) -> String {
        let key = if section == 0 { "verdicts-lacking" } else { "verdicts-whole" };
        sight.words.tell(key, &[("count", part(sight, section).len().into())])
    }

    fn count(&self, sight: &Sight<'_>, section: usize) -> usize {
        part(sight, section).len()
    }

    fn label<'a>(&self, sight: &Sight<'a>, at: (usize, usize)) -> &'a str {
        &agreed(sight, at).what
    }

    fn asks(&self, sight: &Sight<'_>, at: (usize, usize)) -> bool {
        agreed(sight, at).board == Board::ToAsk
    }

    fn rests(&self, _: &Sight<'_>, _: (usize, usize)) -> usize {
        0
    }

    fn trace<'a>(&self, sight: &Sight<'a>, at: (usize, usize), _: usize) -> Option<&'a Trace> {
        Some(&agreed(sight, at).trace)
    }

    fn seen(&self, _: &Sight<'_>, _: (usize, usize)) -> Vec<Finding> {
        Vec::new()
    }

    fn about(&self, sight: &Sight<'_>, at: (usize, usize)) -> Vec<String> {
        let (one, words) = (agreed(sight, at), sight.words);
        let mut told = vec![sight.teller().table(one.table())];
        told.push(one.who.clone().unwrap_or_else(|| words.say("verdicts-no-who")));
        told.push(match (one.when, &one.about_when) {
            (Some(day), _) => dates::date_long(day, words.lang()),
            (None, Some(about)) => format!("{about} ({})", words.say("verdicts-no-when")),
            (None, None) => words.say("verdicts-no-when"),
        });
        let board = one.board.told(words);
        told.extend((!board.is_empty()).then(|| format!("{}: {board}", words.say("verdicts-board").to_lowercase())));
        let since = one.since.map(|day| dates::date_long(day, words.lang()));
        told.extend(since.map(|day| words.tell("verdicts-since", &[("date", day.into())])));
        vec![told.join(", ")]
    }

    fn note(&self, _: &Sight<'_>, _: usize) -> Option<String> {
        None
    }

    fn has_columns(&self, _: &Sight<'_>, _: usize) -> bool {
        false
    }

    fn paint_head(&self, brush: &mut Brush<'_>, _: usize) {
        let plan = Plan::of(brush);
        let words = brush.sight.words;
        brush.put(brush.rest.x, &words.say("verdicts-who"), Ink::Dim, plan.when - brush.rest.x);
        brush.put(plan.when, &words.say("verdicts-when"), Ink::Dim, 17);
        if let Some(board) = plan.board {
            brush.put(board, &words.say("verdicts-board"), Ink::Dim, 14);
        }
    }

    fn paint_result(&self, brush: &mut Brush<'_>, at: (usize, usize)) {
        let (one, words, plan) = (agreed(brush.sight, at), brush.sight.words, Plan::of(brush));
        let room = plan.when.saturating_sub(brush.rest.x + 1);
        match &one.who {
            Some(who) => brush.put(brush.rest.x, who, Ink::Text, room),
            None if one.asks_who => brush.put(brush.rest.x, &words.say("verdicts-no-who"), Ink::Warn, room),
            None => 0,
        };
        let room = plan.board.unwrap_or(plan.table - 4).saturating_sub(plan.when + 1);
        match (one.when, &one.about_when) {
            (Some(day), _) => brush.put(plan.when, &dates::date_long(day, words.lang()), Ink::Text, room),
            (None, Some(about)) => brush.put(plan.when, about, Ink::Warn, room),
            (None, None) if one.asks_when => brush.put(plan.when, &words.say("verdicts-no-when"), Ink::Warn, room),
            (None, None) => 0,
        };
        if let Some(board) = plan.board {
            let ink = match one.board {
                Board::Confirmed => Ink::Good,
                Board::ToAsk => Ink::Warn,
                Board::Unsaid | Board::NotNeeded | Board::Other(_) => Ink::Dim,
            };
            brush.put(board, &one.board.told(words), ink, 14);
        }
        let table = brush.sight.teller().table(one.table());
        brush.put_right(plan.table, &table, Ink::Dim);
    }

    fn paint_rest(&self, _: &mut Brush<'_>, _: (usize, usize), _: usize) {}

    fn nothing(&self) -> &'static str {
        "verdicts-agreements-none"
    }

    fn words(&self, _: &Sight<'_>, _: usize, wide: u16) -> u16 {
        wide * 9 / 20
    }
}
