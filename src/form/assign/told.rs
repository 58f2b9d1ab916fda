//! What stands: who goes where now, as a board and in sentences.

use super::{Assign, Draw};
use crate::{
    form::{
        Case, Scope, Tone,
        board::{Board, Cell, Heading, Row, Sign},
        source::{self, Source, Thing},
        terms::{Remark, Rule},
    },
    record::{CriterionId, Entry, Item, Parties, PartyId, Records, Stamp, Voice},
};
use std::collections::HashMap;

/// More places than this are not named above the board; their first letters still find them.
const MOST_SIGNS: usize = 24;
/// More names than this nobody reads out.
const MOST_NAMES: usize = 8;

/// So many chairs can be named where nobody counted those of the table: more do not fit round one.
const SOME_CHAIRS: u32 = 12;

/// Who goes where now.
pub(super) struct Standing {
    /// Who or what.
    pub(super) what: Vec<Thing>,
    /// The places.
    pub(super) to: Vec<Thing>,
    /// For each of the first and each slot the place, by its number.
    pub(super) at: Vec<Vec<Option<usize>>>,
    /// Nobody counted the chairs that are chosen from: which of them are there is not known.
    uncounted: bool,
    /// Of whom each is, for who may not get one's own.
    whose: (Vec<Option<PartyId>>, Vec<Option<PartyId>>),
}

/// How many slots there are: one where the author names none.
pub(super) fn slots(assign: &Assign) -> usize {
    assign.slots.len().max(1)
}

/// The criterion of a slot: by its number, so that its name may change.
pub(super) fn criterion(assign: &Assign, case: Option<&Case>, slot: usize) -> Option<CriterionId> {
    let own = (!assign.slots.is_empty()).then(|| format!("slot-{}", slot + 1));
    Case::criterion(case, own.as_deref())
}

impl Standing {
    /// Reads what stands in a case, in the pass that the table is in.
    pub(super) fn of(assign: &Assign, scope: Scope<'_>, case: Option<&Case>) -> Self {
        Self::in_pass(assign, scope, case, assign.pass(scope))
    }

    /// Reads what stood in a pass.
    pub(super) fn in_pass(assign: &Assign, scope: Scope<'_>, case: Option<&Case>, pass: u32) -> Self {
        let (what, mut to) = (source::things(scope, &assign.what), source::things(scope, &assign.to));
        let by_chair = assign.to.contains(&Source::Seats);
        let uncounted = by_chair && assign.draw == Draw::Choose && source::counted_chairs(scope) == 0;
        if by_chair {
            // a chair that was given something stays, whatever is counted afterwards
            let given = source::judged(scope, &assign.id).filter_map(|(key, _)| match &key.item {
                Item::Cell(_, whom) => chair(whom),
                Item::Entry(_) | Item::Party(_) | Item::Statement(_) | Item::Group(..) | Item::Chair(_) => None,
            });
            let most = given.max().unwrap_or(0).max(if uncounted { SOME_CHAIRS } else { 0 });
            let more = source::chairs(scope) + 1..=most;
            to.extend(more.filter_map(|nth| source::thing(scope, Item::Chair(nth))));
        }
        let rows: HashMap<&Item, usize> = what.iter().enumerate().map(|(at, thing)| (&thing.item, at)).collect();
        let places: HashMap<&Item, usize> = to.iter().enumerate().map(|(at, thing)| (&thing.item, at)).collect();
        let criteria: HashMap<Option<CriterionId>, usize> =
            (0..slots(assign)).map(|slot| (criterion(assign, case, slot), slot)).collect();
        let mut found: HashMap<(usize, usize), (usize, &Stamp)> = HashMap::new();
        for (key, judgement) in source::judged(scope, &assign.id).filter(|(key, _)| key.pass == pass) {
            let Item::Cell(who, whom) = &key.item else { continue };
            let here = (rows.get(&**who), places.get(&**whom), criteria.get(&key.criterion));
            let ((Some(row), Some(place), Some(slot)), Some(_)) = (here, &judgement.verdict) else { continue };
            let now = found.entry((*row, *slot)).or_insert((*place, &judgement.stamp));
            if judgement.stamp > *now.1 {
                *now = (*place, &judgement.stamp);
            }
        }
        let at = (0..what.len())
            .map(|row| (0..slots(assign)).map(|slot| found.get(&(row, slot)).map(|(place, _)| *place)).collect())
            .collect();
        let of = |things: &[Thing]| things.iter().map(|thing| whose(scope.records, &thing.item)).collect();
        let whose = (of(&what), of(&to));
        Self { what, to, at, uncounted, whose }
    }

    /// Whether this place is the same as, or of the same party as, what would go there.
    pub(super) fn is_own(&self, row: usize, place: usize) -> bool {
        let same = self.what[row].item == self.to[place].item;
        same || (self.whose.0[row].is_some() && self.whose.0[row] == self.whose.1[place])
    }

    /// Whether everything is where it would go to: each to another of the same.
    pub(super) fn is_circle(&self) -> bool {
        self.what.len() == self.to.len() && self.what.iter().zip(&self.to).all(|(what, to)| what.item == to.item)
    }

    /// Whether nothing goes anywhere yet.
    pub(super) fn is_blank(&self) -> bool {
        self.at.iter().flatten().all(Option::is_none)
    }

    /// Who goes where, in order.
    pub(super) fn pairs(&self) -> Vec<(Item, Item)> {
        let of = |(row, slots): (usize, &Vec<Option<usize>>)| {
            let who = self.what[row].item.clone();
            let pair = |place: &usize| (who.clone(), self.to[*place].item.clone());
            slots.iter().flatten().map(pair).collect::<Vec<_>>()
        };
        self.at.iter().enumerate().flat_map(of).collect()
    }

    /// How many go to each place in a slot.
    fn loads(&self, slot: usize) -> Vec<usize> {
        let mut loads = vec![0; self.to.len()];
        self.at.iter().filter_map(|slots| slots.get(slot).copied().flatten()).for_each(|place| loads[place] += 1);
        loads
    }
}

/// Which chair it is, if it is one.
fn chair(item: &Item) -> Option<u32> {
    match item {
        Item::Chair(nth) => Some(*nth),
        Item::Entry(_) | Item::Party(_) | Item::Statement(_) | Item::Group(..) | Item::Cell(..) => None,
    }
}

/// Of which party something is: itself, or who said it.
fn whose(records: &Records, item: &Item) -> Option<PartyId> {
    let party = |voice: &Voice| match voice {
        Voice::Party(id) => Some(id.clone()),
        Voice::Seat(seat) => Parties::chair_of(seat).map(|(party, _)| party),
    };
    match item {
        Item::Party(id) => Some(id.clone()),
        Item::Entry(id) => records.entry(id).and_then(|entry: &Entry| entry.by.as_ref()).and_then(party),
        Item::Statement(_) | Item::Group(..) | Item::Chair(_) | Item::Cell(..) => None,
    }
}

/// Names in a row, the first of many.
pub(super) fn names(scope: Scope<'_>, mut names: Vec<String>) -> String {
    let more = names.len().saturating_sub(MOST_NAMES);
    if more > 1 {
        names.truncate(MOST_NAMES);
        names.push(scope.words.tell("form-assign-more", &[("count", more.into())]));
    }
    names.join(", ")
}

/// What is still open: who goes nowhere, where too many go, who has its own.
pub(super) fn open(assign: &Assign, scope: Scope<'_>, standing: &Standing) -> Vec<Remark> {
    let orange = |text: String| Remark::new(text, Tone::Orange);
    let words = scope.words;
    if standing.what.is_empty() || standing.to.is_empty() {
        return Vec::new();
    }
    if standing.is_blank() {
        let key = if assign.draw == Draw::Random { "form-assign-not-drawn" } else { "form-assign-none" };
        return vec![Remark::new(words.say(key), Tone::Plain)];
    }
    let mut open = Vec::new();
    for slot in 0..slots(assign) {
        let of = assign.slots.get(slot).map(|slot| format!("{slot}: ")).unwrap_or_default();
        let nowhere = (0..standing.what.len()).filter(|row| standing.at[*row][slot].is_none());
        let nowhere: Vec<String> = nowhere.map(|row| standing.what[row].label.clone()).collect();
        if !nowhere.is_empty() {
            let args = [("names", names(scope, nowhere).into())];
            open.push(orange(format!("{of}{}", words.tell("form-assign-nowhere", &args))));
        }
        for (place, load) in standing.loads(slot).into_iter().enumerate() {
            if let Some(most) = most(assign, standing).filter(|most| load > *most) {
                let args = [
                    ("place", standing.to[place].label.as_str().into()),
                    ("count", load.into()),
                    ("most", most.into()),
                ];
                open.push(orange(format!("{of}{}", words.tell("form-assign-over", &args))));
            }
        }
    }
    if minds_own(assign) {
        let own = (0..standing.what.len()).filter(|row| has_own(standing, *row));
        let own: Vec<String> = own.map(|row| standing.what[row].label.clone()).collect();
        if !own.is_empty() {
            open.push(orange(words.tell("form-assign-own", &[("names", names(scope, own).into())])));
        }
    }
    open
}

/// How many may go to one place, where that matters: a table that chooses may do as it likes.
fn most(assign: &Assign, standing: &Standing) -> Option<usize> {
    let given = assign.capacity.map(|capacity| capacity as usize);
    let once = standing.what.len() <= standing.to.len() && assign.draw == Draw::Random;
    given.or(once.then_some(1))
}

/// Whether one's own is told as open.
fn minds_own(assign: &Assign) -> bool {
    assign.never_own || assign.rules.contains(&Rule::NoSelf)
}

fn has_own(standing: &Standing, row: usize) -> bool {
    standing.at[row].iter().flatten().any(|place| standing.is_own(row, *place))
}

/// The board.
pub(super) fn board(assign: &Assign, scope: Scope<'_>, standing: &Standing) -> Board {
    let say = |key: &str| scope.words.say(key);
    let columns = match assign.slots.as_slice() {
        [] => vec![Heading::new(say("form-assign-where"))],
        slots => slots.iter().map(Heading::new).collect(),
    };
    let row = |(at, thing): (usize, &Thing)| {
        let cell = |place: &Option<usize>| match place {
            Some(place) => {
                let own = minds_own(assign) && standing.is_own(at, *place);
                let tone = if own { Tone::Orange } else { Tone::Blue };
                Cell { strong: own, ..Cell::new(&standing.to[*place].label, tone) }
            }
            None => Cell::default(),
        };
        let cells = standing.at[at].iter().map(cell).collect();
        let own = minds_own(assign) && has_own(standing, at);
        let remark = own.then(|| Remark::new(say("form-assign-own-short"), Tone::Orange));
        Row { cells, remark, ..Row::new(thing.item.clone(), &thing.label) }
    };
    let sign = |(at, thing): (usize, &Thing)| Sign {
        glyph: (at + 1).to_string(),
        label: thing.label.clone(),
        tone: Tone::Blue,
    };
    Board {
        what: say("form-assign-what"),
        columns,
        rows: standing.what.iter().enumerate().map(row).collect(),
        // the number of a chair is in its name
        legend: if standing.uncounted {
            Vec::new()
        } else {
            standing.to.iter().enumerate().take(MOST_SIGNS).map(sign).collect()
        },
        below: below(assign, scope, standing),
        hint: hint(assign, scope, standing),
        keys: "0123456789-".to_owned(),
        wide: true,
        ..Board::default()
    }
}

/// How it is filled in, in a few words.
pub(super) fn hint(assign: &Assign, scope: Scope<'_>, standing: &Standing) -> String {
    let key = match assign.draw {
        Draw::Choose => "form-assign-hint",
        Draw::Random if standing.is_blank() => "form-assign-hint-draw",
        Draw::Random => "form-assign-hint-again",
        Draw::Rotate if standing.is_blank() => "form-assign-hint-start",
        Draw::Rotate => "form-assign-hint-rotate",
    };
    scope.words.say(key)
}

fn below(assign: &Assign, scope: Scope<'_>, standing: &Standing) -> Vec<Remark> {
    let words = scope.words;
    let pass = assign.pass(scope);
    let mut below = Vec::new();
    if assign.has_passes() {
        let most = assign.until.as_ref().map_or(0, |until| until.most);
        let args = [("pass", (pass as usize + 1).into()), ("most", (most as usize).into())];
        let key = if most > 0 { "form-assign-pass-of" } else { "form-assign-pass" };
        below.push(Remark::new(words.tell(key, &args), Tone::Plain));
    }
    below.extend(assign.inject.get(pass as usize).map(|card| Remark::new(card, Tone::Purple)));
    if standing.what.is_empty() || standing.to.is_empty() {
        below.push(Remark::new(words.say("form-assign-nothing"), Tone::Orange));
    }
    if !standing.is_blank() && !standing.uncounted {
        let mut free: Vec<usize> = (0..standing.to.len()).collect();
        (0..slots(assign)).for_each(|slot| {
            let loads = standing.loads(slot);
            free.retain(|place| loads[*place] == 0);
        });
        if !free.is_empty() {
            let free = free.into_iter().map(|place| standing.to[place].label.clone()).collect();
            below.push(Remark::new(
                words.tell("form-assign-free", &[("names", names(scope, free).into())]),
                Tone::Plain,
            ));
        }
    }
    below
}
