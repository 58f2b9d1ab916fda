//! What a stroke on the board alters.
//!
//! A typed line is what one voter gives and replaces what that voter gave before, whole. Space and Backspace put one on
//! the item with the cursor and take it off. Of hands that are counted a typed number is the total of the row.

use super::{
    How, Vote,
    ballots::{self, Ballot, Ballots, Marks},
    board,
    typed::{Read, Slip, Wrong, voter},
};
use crate::{
    form::{
        Case, Scope, Tone,
        board::{Fill, Spot, Stroke, Then},
        terms::{Hidden, Per, Remark},
    },
    record::{Assessor, FactKey, JudgementKey, Touch, Value},
};

/// The highest count of a row.
const MOST_HANDS: u32 = 9_999;

pub(super) fn fill(vote: &Vote, scope: Scope<'_>, case: Option<&Case>, spot: Spot<'_>, stroke: Stroke<'_>) -> Fill {
    match stroke {
        Stroke::Reveal(_) => return reveal(vote, scope),
        Stroke::NextPass => return next_pass(vote, scope),
        Stroke::Typed(_) | Stroke::Turn | Stroke::Clear => {}
    }
    let desk = Desk { vote, scope, case, ballots: ballots::gather(vote, scope, case) };
    if desk.ballots.things.is_empty() {
        return Fill::not(scope.words.say("form-vote-nothing"));
    }
    match stroke {
        Stroke::Typed(line) if vote.is_counted() => desk.count(spot, line),
        Stroke::Typed(line) => desk.line(spot, line),
        Stroke::Turn => desk.step(spot, true),
        Stroke::Clear => desk.step(spot, false),
        Stroke::Reveal(_) | Stroke::NextPass => Fill::default(),
    }
}

fn reveal(vote: &Vote, scope: Scope<'_>) -> Fill {
    let key = FactKey::Revealed(vote.id.clone());
    let waits = matches!(vote.hidden, Hidden::UntilComplete | Hidden::UntilReveal);
    if !waits || scope.records.fact(&key).is_some() {
        return Fill::not(scope.words.say(if waits { "form-vote-shown" } else { "form-vote-not-hidden" }));
    }
    let told = Some(Remark::new(scope.words.say("form-vote-reveals"), Tone::Green));
    Fill { touches: vec![scope.records.touch_fact(key, Some(Value::Yes(true)))], then: Then::Stay, told }
}

fn next_pass(vote: &Vote, scope: Scope<'_>) -> Fill {
    if vote.until.is_none() {
        return Fill::not(scope.words.say("form-vote-no-pass"));
    }
    let next = vote.pass(scope) + 1;
    let mut touches =
        vec![scope.records.touch_fact(FactKey::Pass(vote.id.clone()), Some(Value::Number(f64::from(next))))];
    let shown = FactKey::Revealed(vote.id.clone());
    if scope.records.fact(&shown).is_some() {
        touches.push(scope.records.touch_fact(shown, None));
    }
    let told = scope.words.tell("form-vote-pass-begins", &[("pass", (next as usize + 1).into())]);
    Fill { touches, then: Then::Stay, told: Some(Remark::new(told, Tone::Green)) }
}

/// What is needed to fill something in.
struct Desk<'a> {
    vote: &'a Vote,
    scope: Scope<'a>,
    case: Option<&'a Case>,
    ballots: Ballots,
}

impl Desk<'_> {
    fn slip(&self) -> Slip {
        slip(self.vote, self.ballots.things.len())
    }

    /// The voter of a column; a chair may be one that nobody sat on before.
    fn voter(&self, column: usize) -> Option<Assessor> {
        let known = self.ballots.voters.get(column).cloned();
        let chair = u32::try_from(column + 1).ok().filter(|nth| *nth <= ballots::MOST_CHAIRS);
        known.or_else(|| chair.filter(|_| self.vote.per == Per::Seat).map(Assessor::Chair))
    }

    /// What one voter gives.
    fn line(&self, spot: Spot<'_>, line: &str) -> Fill {
        let (named, line) = voter(line);
        let column = named.map_or(spot.column, |nth| nth - 1);
        let Some(voter) = self.voter(column) else {
            let args = [("nth", (column + 1).into()), ("count", self.ballots.voters.len().into())];
            return Fill::not(self.scope.words.tell("form-vote-no-voter", &args));
        };
        if line.is_empty() {
            return Fill::not(board::hint(self.vote, self.scope, self.ballots.things.len()));
        }
        let slip = self.slip();
        let ballot = match slip.read(line) {
            Ok(Read::Absent) => Ballot { marks: Marks::new(), absent: true },
            Ok(Read::Marks(marks)) => Ballot { marks, absent: false },
            Err(wrong) => return Fill::not(self.wrong(&wrong)),
        };
        let none = Ballot::default();
        let was = self.ballots.given.get(column).unwrap_or(&none);
        let touches = self.touches(&voter, was, &ballot);
        let replaced =
            was.is_in() && was != &ballot && !board::veil(self.vote, self.scope, &self.ballots).hides_voters();
        let told = replaced.then(|| {
            let was = if was.absent { "-".to_owned() } else { slip.write(&was.marks) };
            let args = [("voter", board::voter_label(self.scope, &voter).into()), ("was", was.into())];
            Remark::new(self.scope.words.tell("form-vote-replaced", &args), Tone::Green)
        });
        // one column means one voter: there is no next
        let then = if self.vote.per == Per::Table { Then::Stay } else { Then::NextColumn };
        Fill { touches, then, told }
    }

    /// The total of a row: a number for each kind.
    fn count(&self, spot: Spot<'_>, line: &str) -> Fill {
        let Some(row) = self.row(spot) else { return Fill::not(self.scope.words.say("form-vote-nothing")) };
        let kinds = self.vote.budgets().len();
        let mut marks = self.ballots.given.first().cloned().unwrap_or_default();
        for (nth, word) in line.split_whitespace().enumerate() {
            let kind = spot.column + nth;
            let count = match word {
                "-" | "–" | "−" => Some(0),
                word => word.parse::<u32>().ok().filter(|count| *count <= MOST_HANDS),
            };
            let Some(count) = count.filter(|_| kind < kinds) else {
                let args = [("word", word.into()), ("kinds", kinds.into())];
                return Fill::not(self.scope.words.tell("form-vote-no-count", &args));
            };
            put(&mut marks.marks, (row, kind), count);
        }
        let none = Ballot::default();
        let was = self.ballots.given.first().unwrap_or(&none);
        Fill::of(self.touches(&Assessor::Table, was, &marks), Then::NextRow)
    }

    fn row(&self, spot: Spot<'_>) -> Option<usize> {
        let item = spot.item?;
        self.ballots.things.iter().position(|thing| thing.item == *item)
    }

    /// One more or one less on the item with the cursor.
    fn step(&self, spot: Spot<'_>, more: bool) -> Fill {
        let Some(row) = self.row(spot) else { return Fill::not(self.scope.words.say("form-vote-nothing")) };
        let counted = self.vote.is_counted();
        if !counted && board::veil(self.vote, self.scope, &self.ballots).hides_voters() {
            return Fill::not(self.scope.words.say("form-vote-blind"));
        }
        let column = if counted { 0 } else { spot.column };
        let Some(voter) = self.voter(column) else { return Fill::default() };
        let was = self.ballots.given.get(column).cloned().unwrap_or_default();
        let mut marks = was.marks.clone();
        let slip = self.slip();
        if counted {
            let at = (row, spot.column.min(slip.budgets.len().saturating_sub(1)));
            let count = marks.get(&at).copied().unwrap_or(0);
            let next = if more { (count + 1).min(MOST_HANDS) } else { count.saturating_sub(1) };
            put(&mut marks, at, next);
        } else if more {
            match turned(&slip, &marks, row) {
                Ok(next) => marks = next,
                Err(wrong) => return Fill::not(self.wrong(&wrong)),
            }
        } else {
            less(&slip, &mut marks, row);
        }
        let now = Ballot { absent: was.absent && marks.is_empty(), marks };
        Fill::of(self.touches(&voter, &was, &now), Then::Stay)
    }

    /// What makes one ballot of another.
    fn touches(&self, voter: &Assessor, was: &Ballot, now: &Ballot) -> Vec<Touch> {
        let (records, pass) = (self.scope.records, self.vote.pass(self.scope));
        let key = |(row, kind): (usize, usize)| JudgementKey {
            block: self.vote.id.clone(),
            item: self.ballots.things[row].item.clone(),
            assessor: voter.clone(),
            criterion: ballots::criterion(self.vote, self.case, kind),
            pass,
        };
        let gone = was.marks.keys().filter(|at| !now.marks.contains_key(at));
        let gone = gone.filter_map(|at| records.touch_verdict(key(*at), None));
        let here = now.marks.iter();
        let here = here
            .filter_map(|(at, count)| records.touch_verdict(key(*at), Some(ballots::verdict(self.vote.how, *count))));
        let absence = (was.absent != now.absent).then(|| {
            let value = now.absent.then(|| crate::record::Verdict::Choice(ballots::ABSENT.to_owned()));
            records.touch_verdict(ballots::absence(self.vote, self.scope, self.case, voter), value)
        });
        gone.chain(here).chain(absence.flatten()).collect()
    }

    /// Why a line means nothing, in a sentence.
    fn wrong(&self, wrong: &Wrong) -> String {
        let words = self.scope.words;
        let items = self.ballots.things.len();
        let kind = |at: usize| self.vote.kinds().get(at).map(|kind| kind.label.clone()).unwrap_or_default();
        let letters = || {
            let letter = |kind: &super::StickerKind| kind.sign().map(|sign| format!("{sign} {}", kind.label));
            self.vote.kinds().iter().filter_map(letter).collect::<Vec<_>>().join(", ")
        };
        match wrong {
            Wrong::Word(word) => {
                words.tell("form-vote-wrong-word", &[("word", word.as_str().into()), ("items", items.into())])
            }
            Wrong::Number(number) => {
                words.tell("form-vote-wrong-number", &[("number", number.as_str().into()), ("items", items.into())])
            }
            Wrong::Letter(letter) => words
                .tell("form-vote-wrong-letter", &[("letter", letter.as_str().into()), ("letters", letters().into())]),
            Wrong::NoLetter(number) => {
                words.tell("form-vote-wrong-bare", &[("number", number.as_str().into()), ("letters", letters().into())])
            }
            Wrong::Budget { kind: at, given, budget } => {
                let args = [
                    ("given", (*given as usize).into()),
                    ("budget", (*budget as usize).into()),
                    ("kind", kind(*at).into()),
                ];
                match self.vote.how {
                    How::Ranking => words.tell("form-vote-over-ranking", &args),
                    How::Stickers | How::One if self.vote.kinds().is_empty() => words.tell("form-vote-over", &args),
                    How::Stickers | How::One => words.tell("form-vote-over-kind", &args),
                }
            }
            Wrong::Most { number, given, most } => {
                let args = [
                    ("number", (*number).into()),
                    ("given", (*given as usize).into()),
                    ("most", (*most as usize).into()),
                ];
                words.tell("form-vote-over-item", &args)
            }
            Wrong::Twice(number) => words.tell("form-vote-twice", &[("number", (*number).into())]),
            Wrong::One => words.say("form-vote-only-one"),
        }
    }
}

/// What a line may hold when there are so many items.
pub(super) fn slip(vote: &Vote, items: usize) -> Slip {
    // a kind without a letter is told as a fault of the author's; no key types this sign
    let letters = vote.kinds().iter().map(|kind| kind.sign().unwrap_or('\u{0}')).collect();
    Slip { how: vote.how, items, budgets: vote.budgets(), letters, most: vote.most_per_item }
}

fn put(marks: &mut Marks, at: (usize, usize), count: u32) {
    if count == 0 {
        marks.remove(&at);
    } else {
        marks.insert(at, count);
    }
}

/// One more on an item: a sticker, the next place, the choice. With kinds each in turn, and then nothing.
fn turned(slip: &Slip, marks: &Marks, row: usize) -> Result<Marks, Wrong> {
    let mut next = marks.clone();
    match slip.how {
        How::One => Ok(Marks::from([((row, 0), 1)])),
        How::Ranking => {
            if marks.contains_key(&(row, 0)) {
                return Err(Wrong::Twice(row + 1));
            }
            // a place may have come free with an item that is gone
            let taken = |place: &u32| marks.values().any(|other| other == place);
            next.insert((row, 0), (1..).find(|place| !taken(place)).unwrap_or(1));
            slip.within(&next).map(|()| next)
        }
        How::Stickers if slip.budgets.len() < 2 => {
            *next.entry((row, 0)).or_insert(0) += 1;
            slip.within(&next).map(|()| next)
        }
        How::Stickers => {
            let here = (0..slip.budgets.len()).find(|kind| marks.contains_key(&(row, *kind)));
            next.retain(|(other, _), _| *other != row);
            let from = here.map_or(0, |kind| kind + 1);
            let fits = |kind: &usize| slip.within(&with(&next, (row, *kind))).is_ok();
            match ((from..slip.budgets.len()).find(fits), here) {
                (Some(kind), _) => Ok(with(&next, (row, kind))),
                (None, Some(_)) => Ok(next),
                (None, None) => slip.within(&with(&next, (row, 0))).map(|()| next),
            }
        }
    }
}

fn with(marks: &Marks, at: (usize, usize)) -> Marks {
    let mut marks = marks.clone();
    marks.insert(at, 1);
    marks
}

/// One less on an item; of a ranking what came behind it moves up.
fn less(slip: &Slip, marks: &mut Marks, row: usize) {
    let Some(at) = marks.keys().rev().find(|(other, _)| *other == row).copied() else { return };
    let count = marks.get(&at).copied().unwrap_or(0);
    match slip.how {
        How::Stickers => put(marks, at, count.saturating_sub(1)),
        How::One => put(marks, at, 0),
        How::Ranking => {
            put(marks, at, 0);
            marks.values_mut().filter(|place| **place > count).for_each(|place| *place -= 1);
        }
    }
}
