//! What a stroke on the board of links alters.

use super::{
    Link,
    net::Net,
    typed::{Tie, Typed, kind, read},
};
use crate::{
    form::{
        Case, Scope, Tone,
        board::{Fill, Spot, Stroke, Then},
        case,
        terms::Remark,
    },
    record::{FactKey, JudgementKey, Value, Verdict},
    text::fit,
};
use std::collections::BTreeMap;

/// The most columns of an item's words in a sentence about it.
const WORDS: usize = 30;

/// A stroke with the network as it stands when it is made.
struct Hand<'a> {
    link: &'a Link,
    scope: Scope<'a>,
    case: Option<&'a Case>,
    net: Net,
    /// The item with the cursor.
    here: usize,
}

pub(super) fn fill(link: &Link, scope: Scope<'_>, case: Option<&Case>, spot: Spot<'_>, stroke: Stroke<'_>) -> Fill {
    let net = link.net(scope, case);
    let here = spot.item.and_then(|item| net.items.iter().position(|thing| thing.item == *item));
    match (stroke, here) {
        (Stroke::NextPass, _) if link.until.is_some() => {
            let pass = f64::from(case::pass(scope, &link.id) + 1);
            let key = FactKey::Pass(link.id.clone());
            Fill::of(vec![scope.records.touch_fact(key, Some(Value::Number(pass)))], Then::Stay)
        }
        (Stroke::Typed(text), Some(here)) => Hand { link, scope, case, net, here }.typed(text),
        (Stroke::Clear, Some(here)) => Hand { link, scope, case, net, here }.none_at_all().unwrap_or_default(),
        (Stroke::Typed(_), None) => Fill::not(scope.words.say("form-link-nothing-here")),
        (Stroke::Clear | Stroke::Turn | Stroke::Reveal(_) | Stroke::NextPass, _) => Fill::default(),
    }
}

/// What becomes of links, with what is said of each.
#[derive(Default)]
struct Made {
    verdicts: BTreeMap<JudgementKey, Option<Verdict>>,
    told: Vec<String>,
    any: bool,
}

impl Hand<'_> {
    fn typed(&self, text: &str) -> Fill {
        match read(text) {
            Typed::Ties(ties) => {
                let mut made = Made::default();
                for tie in &ties {
                    if let Err(why) = self.tie(tie, tie.number.checked_sub(1), &mut made) {
                        return Fill::not(why);
                    }
                }
                self.fill(made)
            }
            Typed::NoneAtAll => self.none_at_all().unwrap_or_else(|| Fill::not(self.say("form-link-none"))),
            Typed::Words(away, words) => self.words(away, &words),
        }
    }

    /// A link with the one item whose words begin so; a letter and a strength may stand behind them.
    fn words(&self, away: bool, words: &str) -> Fill {
        let mut tie = Tie { away, number: 0, letter: None, strength: None };
        let mut found = self.net.beginning(words);
        if found.is_empty()
            && let Some((rest, last)) = words.rsplit_once(' ')
            && let Some((letter, strength)) = kind(last)
        {
            (tie.letter, tie.strength) = (letter, strength);
            found = self.net.beginning(rest);
        }
        found.retain(|nth| self.net.between(self.here, *nth).is_some());
        match found[..] {
            [] => Fill::not(
                self.scope.words.tell("form-link-no-words", &[("words", fit(words, WORDS).into_owned().into())]),
            ),
            [one] => {
                let mut made = Made::default();
                match self.tie(&tie, Some(one), &mut made) {
                    Ok(()) => self.fill(made),
                    Err(why) => Fill::not(why),
                }
            }
            [_, _, ..] => {
                let some: Vec<String> = found.iter().take(5).map(|nth| self.name(*nth)).collect();
                Fill::not(self.scope.words.tell("form-link-which", &[("found", some.join(", ").into())]))
            }
        }
    }

    /// One link, made or taken away; else why it cannot be.
    fn tie(&self, tie: &Tie, there: Option<usize>, made: &mut Made) -> Result<(), String> {
        let words = self.scope.words;
        let unknown = || words.tell("form-link-no-item", &[("number", tie.number.into())]);
        let there = there.filter(|nth| *nth < self.net.items.len()).ok_or_else(unknown)?;
        let other_side = || words.tell("form-link-same-side", &[("item", self.name(there).into())]);
        let (from, to) = self.net.between(self.here, there).ok_or_else(other_side)?;
        let kind = match tie.letter {
            None => None,
            Some(letter) => Some(self.net.lettered(letter).ok_or_else(|| {
                let letters: Vec<&str> = self.net.kinds.iter().map(|kind| kind.letter.as_str()).collect();
                let args = [("letter", letter.to_string().into()), ("letters", letters.join(", ").into())];
                words.tell(if self.link.kinds.is_empty() { "form-link-no-kinds" } else { "form-link-no-kind" }, &args)
            })?),
        };
        if tie.away {
            return self.away(from, to, kind, made);
        }
        let strength = self.strength(tie.strength)?;
        let kind = kind.unwrap_or(0);
        let now = Some(Verdict::Number(strength.unwrap_or(1.0)));
        let stands = self.net.ties.iter().find(|tie| {
            let same = (tie.from, tie.to) == (from, to) || self.link.both_ways && (tie.to, tie.from) == (from, to);
            same && tie.kind == kind
        });
        if stands.is_some() && strength.is_none() {
            return Ok(()); // it keeps its strength
        }
        let [key, turned] = self.keys(from, to, kind);
        if turned != key && self.link.both_ways {
            made.verdicts.insert(turned, None);
        }
        made.verdicts.insert(key, now);
        made.any = true;
        let told = super::board::told(self.link, &self.net, kind, strength.unwrap_or(1.0));
        let arrow = if self.link.both_ways { "↔" } else { "→" };
        made.told.push(format!("{} {arrow} {}{told}", self.name(from), self.name(to)));
        Ok(())
    }

    /// Takes a link away, of one kind or of all; where links go one way and there is none that way, the one that comes back.
    fn away(&self, from: usize, to: usize, kind: Option<usize>, made: &mut Made) -> Result<(), String> {
        let standing = |from: usize, to: usize| {
            let own = self.net.ties.iter().filter(move |tie| (tie.from, tie.to) == (from, to));
            own.map(|tie| tie.kind).filter(|nth| kind.is_none_or(|kind| kind == *nth)).collect::<Vec<_>>()
        };
        let found = [(from, to), (to, from)].into_iter().find(|(from, to)| !standing(*from, *to).is_empty());
        let none = || self.scope.words.tell("form-link-not-linked", &[("item", self.name(to).into())]);
        let (from, to) = found.ok_or_else(none)?;
        for kind in standing(from, to) {
            let [key, turned] = self.keys(from, to, kind);
            made.verdicts.insert(key, None);
            if self.link.both_ways {
                made.verdicts.insert(turned, None);
            }
        }
        let args = [("from", self.name(from).into()), ("to", self.name(to).into())];
        made.told.push(self.scope.words.tell("form-link-away", &args));
        Ok(())
    }

    fn strength(&self, typed: Option<u32>) -> Result<Option<f64>, String> {
        let Some(typed) = typed else { return Ok(None) };
        let most = self.link.strength.ok_or_else(|| self.say("form-link-no-strength"))?.max(1);
        if typed == 0 || typed > most {
            return Err(self.scope.words.tell("form-link-strength", &[("most", (most as usize).into())]));
        }
        Ok(Some(f64::from(typed)))
    }

    /// All that goes out from the row, or comes in where nothing goes out from it; nothing if there is none.
    fn none_at_all(&self) -> Option<Fill> {
        let out = self.here < self.net.starts;
        let own = self.net.ties.iter().filter(|tie| match (self.link.both_ways, out) {
            (true, _) => tie.from == self.here || tie.to == self.here,
            (false, true) => tie.from == self.here,
            (false, false) => tie.to == self.here,
        });
        let mut made = Made::default();
        let mut count = 0_usize;
        for tie in own {
            let [key, turned] = self.keys(tie.from, tie.to, tie.kind);
            made.verdicts.insert(key, None);
            if self.link.both_ways {
                made.verdicts.insert(turned, None);
            }
            count += 1;
        }
        let args = [("item", self.name(self.here).into()), ("count", count.into())];
        made.told.push(self.scope.words.tell("form-link-cleared", &args));
        (count > 0).then(|| self.fill(made))
    }

    /// The judgement of a link in the order in which it is kept, and in the other.
    fn keys(&self, from: usize, to: usize, kind: usize) -> [JudgementKey; 2] {
        let (mut one, mut other) = (&self.net.items[from].item, &self.net.items[to].item);
        if self.link.both_ways && other < one {
            (one, other) = (other, one);
        }
        let kind = &self.net.kinds[kind].id;
        [(one, other), (other, one)].map(|pair| self.link.key(self.scope, self.case, pair, kind))
    }

    fn fill(&self, made: Made) -> Fill {
        let records = self.scope.records;
        let touches: Vec<_> =
            made.verdicts.into_iter().filter_map(|(key, now)| records.touch_verdict(key, now)).collect();
        if touches.is_empty() {
            return Fill::not(self.say("form-link-already"));
        }
        let then = if made.any { Then::NextRow } else { Then::Stay };
        Fill { touches, then, told: Some(Remark::new(made.told.join("; "), Tone::Green)) }
    }

    fn name(&self, nth: usize) -> String {
        super::board::name(&self.net, nth, WORDS)
    }

    fn say(&self, key: &str) -> String {
        self.scope.words.say(key)
    }
}
