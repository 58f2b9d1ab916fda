//! What stands on the board of links: every item with its links in words, and what is seen in the whole.

use super::{
    Link,
    net::{Net, Tie},
    picture,
};
use crate::{
    form::{
        Case, Scope, Source, Tone,
        board::{Board, Row, Sign},
        terms::Remark,
    },
    text::fit,
    words::numbers,
};

/// The most columns of an item's words in a remark.
const BESIDE: usize = 40;
/// More items than this that share the most links are nothing to remark on.
const HUBS: usize = 2;
/// The most items that are named in a remark.
const NAMED: usize = 6;

pub(super) fn board(link: &Link, scope: Scope<'_>, case: Option<&Case>) -> Board {
    let net = link.net(scope, case);
    let touching = net.touching();
    let least = link.asked();
    let heads =
        [(0, heading(scope, &link.from, "form-link-from")), (net.starts, heading(scope, &link.to, "form-link-to"))];
    let row = |(nth, ties): (usize, &Vec<Tie>)| {
        let head = heads.iter().find(|(at, _)| *at == nth && !net.among).map(|(_, head)| head.clone());
        let remark = match (ties.len(), least) {
            (0, _) => Some(Remark::new(scope.words.say("form-link-orphan"), Tone::Orange)),
            (count, least) if count < least => {
                let missing = scope.words.tell("form-link-more", &[("count", (least - count).into())]);
                Some(Remark::new(missing, Tone::Yellow))
            }
            (_, _) => None,
        };
        let notes = notes(link, &net, nth, ties);
        let thing = &net.items[nth];
        Row { head, number: Some(nth + 1), remark, notes, ..Row::new(thing.item.clone(), thing.label.clone()) }
    };
    Board {
        what: if net.among { heading(scope, &link.from, "form-link-what") } else { String::new() },
        rows: touching.iter().enumerate().map(row).collect(),
        legend: legend(link, scope, &net),
        below: below(scope, &net, &touching),
        picture: picture::picture(link, scope, &net),
        hint: hint(link, scope, &net),
        keys: "0123456789-".to_owned(),
        ..Board::default()
    }
}

/// `3 Woningcorporatie`.
pub(super) fn name(net: &Net, nth: usize, most: usize) -> String {
    format!("{} {}", nth + 1, fit(&net.items[nth].label, most))
}

/// What a link is, behind its ends: ` (helpt, 2)`.
pub(super) fn told(link: &Link, net: &Net, kind: usize, strength: f64) -> String {
    let label = net.kinds[kind].label.trim();
    let strength = link.strength.map(|_| plain(strength));
    match (label, strength) {
        ("", None) => String::new(),
        ("", Some(strength)) => format!(" ({strength})"),
        (label, None) => format!(" ({label})"),
        (label, Some(strength)) => format!(" ({label}, {strength})"),
    }
}

/// A strength as it is typed.
pub(super) fn plain(strength: f64) -> String {
    format!("{}", strength.round())
}

/// The links of an item in words: those that go out from it, then those that come in.
fn notes(link: &Link, net: &Net, nth: usize, ties: &[Tie]) -> Vec<String> {
    let line = |arrow: &str, other: usize, tie: &Tie| {
        format!("{arrow} {} {}{}", other + 1, net.items[other].label, told(link, net, tie.kind, tie.strength))
    };
    if link.both_ways {
        let other = |tie: &Tie| if tie.from == nth { tie.to } else { tie.from };
        let mut ties: Vec<&Tie> = ties.iter().collect();
        ties.sort_by_key(|tie| (other(tie), tie.kind));
        return ties.into_iter().map(|tie| line("↔", other(tie), tie)).collect();
    }
    let out = ties.iter().filter(|tie| tie.from == nth).map(|tie| line("→", tie.to, tie));
    let back = ties.iter().filter(|tie| tie.to == nth && tie.from != nth).map(|tie| line("←", tie.from, tie));
    out.chain(back).collect()
}

/// What a list of items is called: by its category or block where it comes from one.
fn heading(scope: Scope<'_>, sources: &[Source], otherwise: &str) -> String {
    let [source] = sources else { return scope.words.say(otherwise) };
    let source = match source {
        Source::AllTables(source) => source,
        Source::Block(_)
        | Source::Category(..)
        | Source::Starred(_)
        | Source::Top(..)
        | Source::Contested(_)
        | Source::Unlinked(_)
        | Source::Groups(_)
        | Source::Open(_)
        | Source::Parties
        | Source::Seats
        | Source::List(_) => source,
    };
    let form = source.block().and_then(|block| scope.room.block(block));
    let Some(form) = form else { return scope.words.say(otherwise) };
    let places = form.lens().places(scope);
    let place = match source {
        Source::Category(_, category) => places.into_iter().find(|place| place.category == *category),
        Source::Block(_)
        | Source::Starred(_)
        | Source::Top(..)
        | Source::Contested(_)
        | Source::Unlinked(_)
        | Source::Groups(_)
        | Source::Open(_)
        | Source::Parties
        | Source::Seats
        | Source::List(_)
        | Source::AllTables(_) => places.into_iter().next().filter(|_| form.lens().categories(scope).len() == 1),
    };
    place.map_or_else(|| scope.words.say(otherwise), |place| place.label)
}

fn legend(link: &Link, scope: Scope<'_>, net: &Net) -> Vec<Sign> {
    let kinds = net.kinds.iter().filter(|kind| !kind.label.trim().is_empty());
    let mut signs: Vec<Sign> =
        kinds.map(|kind| Sign { glyph: kind.letter.clone(), label: kind.label.clone(), tone: kind.tone }).collect();
    if let Some(most) = link.strength {
        let label = scope.words.say("form-link-strong");
        signs.push(Sign { glyph: format!("1–{}", most.max(1)), label, tone: Tone::Plain });
    }
    signs
}

fn hint(link: &Link, scope: Scope<'_>, net: &Net) -> String {
    let letter = net.kinds[0].letter.clone();
    let lettered = net.kinds.len() > 1 && !letter.is_empty();
    let example = match (lettered, link.strength.is_some()) {
        (false, false) => "3".to_owned(),
        (false, true) => "3*2".to_owned(),
        (true, false) => format!("3{letter}"),
        (true, true) => format!("3{letter}2"),
    };
    let key = match (lettered, link.strength.is_some()) {
        (false, false) => "form-link-hint",
        (false, true) => "form-link-hint-strength",
        (true, false) => "form-link-hint-kind",
        (true, true) => "form-link-hint-both",
    };
    scope.words.tell(key, &[("example", example.into())])
}

/// What is seen in the whole: how many links of each kind, what stands alone, what the most links meet in.
fn below(scope: Scope<'_>, net: &Net, touching: &[Vec<Tie>]) -> Vec<Remark> {
    let words = scope.words;
    let mut seen = Vec::new();
    if !net.ties.is_empty() {
        let mut counts = words.tell("form-link-count", &[("count", net.ties.len().into())]);
        let kinds: Vec<String> = net
            .kinds
            .iter()
            .enumerate()
            .filter(|(_, kind)| !kind.label.trim().is_empty() && net.kinds.len() > 1)
            .map(|(nth, kind)| {
                let count = net.ties.iter().filter(|tie| tie.kind == nth).count();
                format!("{} {}", kind.label.trim(), numbers::count(count, words.lang()))
            })
            .collect();
        if !kinds.is_empty() {
            counts = format!("{counts}: {}", kinds.join(", "));
        }
        seen.push(Remark::new(counts, Tone::Plain));
        let most = touching.iter().map(Vec::len).max().unwrap_or(0);
        let meeting: Vec<usize> = (0..touching.len()).filter(|nth| touching[*nth].len() == most).collect();
        if most > 1 && meeting.len() <= HUBS {
            let args = [("items", named(scope, net, &meeting).into()), ("count", most.into())];
            seen.push(Remark::new(words.tell("form-link-most", &args), Tone::Green));
        }
        let alone: Vec<usize> = (0..touching.len()).filter(|nth| touching[*nth].is_empty()).collect();
        if !alone.is_empty() {
            let told = words.tell("form-link-orphans", &[("items", named(scope, net, &alone).into())]);
            seen.push(Remark::new(told, Tone::Orange));
        }
    }
    seen
}

/// Some items by name, and how many more there are.
fn named(scope: Scope<'_>, net: &Net, items: &[usize]) -> String {
    let mut names: Vec<String> = items.iter().take(NAMED).map(|nth| name(net, *nth, BESIDE)).collect();
    if items.len() > NAMED {
        names.push(scope.words.tell("form-link-and-more", &[("count", (items.len() - NAMED).into())]));
    }
    names.join(", ")
}
