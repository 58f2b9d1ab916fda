//! What a stroke on the board alters: a draw, another pass, a place chosen by hand.

use super::{
    Assign, Draw,
    draw::{self, Terms},
    told::{self, Standing},
};
use crate::{
    form::{
        Case, Scope, Tone,
        board::{Fill, Spot, Stroke, Then},
        source::Thing,
        terms::Remark,
    },
    record::{Assessor, FactKey, Item, JudgementKey, Touch, Value, Verdict},
    text::fold,
};

/// For each and each slot the place.
type Places = Vec<Vec<Option<usize>>>;

/// That it goes there; what else could be said of a pair is not asked.
const HERE: &str = "here";

pub(super) fn fill(assign: &Assign, scope: Scope<'_>, case: Option<&Case>, spot: Spot<'_>, stroke: Stroke<'_>) -> Fill {
    let desk = Desk { assign, scope, case, standing: Standing::of(assign, scope, case) };
    if desk.standing.what.is_empty() || desk.standing.to.is_empty() {
        return Fill::not(scope.words.say("form-assign-nothing"));
    }
    match stroke {
        Stroke::Reveal(seed) => desk.reveal(seed),
        Stroke::NextPass => desk.next_pass(),
        Stroke::Typed(line) => desk.typed(spot, line),
        Stroke::Turn => desk.turn(spot),
        Stroke::Clear => match desk.row(spot) {
            Some(row) => Fill::of(desk.touches_at(row, spot.column, None), Then::Stay),
            None => Fill::default(),
        },
    }
}

struct Desk<'a> {
    assign: &'a Assign,
    scope: Scope<'a>,
    case: Option<&'a Case>,
    standing: Standing,
}

impl Desk<'_> {
    /// Draws, or begins the rotation.
    fn reveal(&self, seed: u64) -> Fill {
        let barred = |row: usize, place: usize| self.assign.never_own && self.standing.is_own(row, place);
        let terms = self.terms(&barred);
        let slots = told::slots(self.assign);
        let now: Places = match self.assign.draw {
            Draw::Choose => return Fill::not(self.scope.words.say("form-assign-no-draw")),
            Draw::Random => across(&draw::slots(terms, slots, seed), terms.what),
            Draw::Rotate => {
                let pass = self.assign.pass(self.scope) as usize;
                self.rotated(terms, pass, slots)
            }
        };
        self.drawn(self.assign.pass(self.scope), &self.standing, &now, Vec::new())
    }

    fn terms<'b>(&self, barred: &'b dyn Fn(usize, usize) -> bool) -> Terms<'b> {
        let capacity = self.assign.capacity.map(|capacity| capacity as usize);
        Terms { what: self.standing.what.len(), places: self.standing.to.len(), capacity, barred }
    }

    /// Where each would be in a pass that begins here: each at the next, or where the places are others, spread over them.
    fn rotated(&self, terms: Terms<'_>, pass: usize, slots: usize) -> Places {
        let circle = self.standing.is_circle();
        let first = |row: usize| row % terms.places;
        let step = |further: usize| match (circle, self.assign.never_own) {
            // past oneself, all round: the same others come in the same order
            (true, true) if terms.places > 1 => 1 + further % (terms.places - 1),
            (true, _) => 1 + further,
            (false, _) => further,
        };
        let stays = |row: usize| self.assign.host_stays && !circle && row < terms.places;
        let place = |row: usize, slot: usize| {
            if stays(row) { Some(first(row)) } else { draw::next(terms, first(row), step(pass + slot), row) }
        };
        (0..terms.what).map(|row| (0..slots).map(|slot| place(row, slot)).collect()).collect()
    }

    /// Another pass: in a rotation everybody goes one further, but for the hosts.
    fn next_pass(&self) -> Fill {
        if !self.assign.has_passes() {
            return Fill::not(self.scope.words.say("form-assign-no-pass"));
        }
        let next = self.assign.pass(self.scope) + 1;
        let fact = FactKey::Pass(self.assign.id.clone());
        let fact = self.scope.records.touch_fact(fact, Some(Value::Number(f64::from(next))));
        let barred = |row: usize, place: usize| self.assign.never_own && self.standing.is_own(row, place);
        let terms = self.terms(&barred);
        let slots = told::slots(self.assign);
        let then = Standing::in_pass(self.assign, self.scope, self.case, next);
        let now: Places = match self.assign.draw {
            Draw::Choose | Draw::Random => return self.begun(next, vec![fact]),
            Draw::Rotate if self.standing.is_blank() => self.rotated(terms, next as usize, slots),
            Draw::Rotate => {
                let hosts = self.hosts();
                let moved = |row: usize, slot: usize| {
                    let place = self.standing.at[row][slot]?;
                    let stays = hosts.get(slot).is_some_and(|hosts| hosts.contains(&row));
                    if stays { Some(place) } else { draw::next(terms, place, 1, row) }
                };
                (0..terms.what).map(|row| (0..slots).map(|slot| moved(row, slot)).collect()).collect()
            }
        };
        self.drawn(next, &then, &now, vec![fact])
    }

    /// Who stays, for each slot: the first of each place in the first pass.
    fn hosts(&self) -> Vec<Vec<usize>> {
        if !self.assign.host_stays {
            return Vec::new();
        }
        let first = Standing::in_pass(self.assign, self.scope, self.case, 0);
        let first = if first.is_blank() { &self.standing } else { &first };
        let hosts = |slot: usize| {
            let mut met = vec![false; first.to.len()];
            let mut is_first = |row: &usize| match first.at[*row][slot] {
                Some(place) => !std::mem::replace(&mut met[place], true),
                None => false,
            };
            (0..first.what.len()).filter(|row| is_first(row)).collect()
        };
        (0..told::slots(self.assign)).map(hosts).collect()
    }

    /// What makes these places of what stood, told as a sentence.
    fn drawn(&self, pass: u32, was: &Standing, now: &Places, mut touches: Vec<Touch>) -> Fill {
        for (row, slots) in now.iter().enumerate() {
            for (slot, place) in slots.iter().enumerate() {
                touches.extend(self.touches(pass, row, slot, was.at[row][slot], *place));
            }
        }
        let words = self.scope.words;
        let label = |things: &[Thing], at: usize| things[at].label.clone();
        let placed = now.iter().filter(|slots| slots.iter().any(Option::is_some)).count();
        let missed = (0..now.len()).filter(|row| now[*row].iter().any(Option::is_none));
        let missed: Vec<String> = missed.map(|row| label(&self.standing.what, row)).collect();
        let mut told = match self.assign.draw {
            Draw::Rotate => words.tell("form-assign-moved", &[("pass", (pass as usize + 1).into())]),
            Draw::Choose | Draw::Random if placed == 0 => String::new(),
            Draw::Choose | Draw::Random => {
                // who got whom stands on the board
                words.tell("form-assign-drawn", &[("count", placed.into())])
            }
        };
        if !missed.is_empty() {
            let args = [("names", told::names(self.scope, missed).into())];
            let why = if self.assign.never_own { "form-assign-missed-own" } else { "form-assign-missed" };
            told = format!("{told} {}", words.tell(why, &args)).trim().to_owned();
        }
        Fill { touches, then: Then::Stay, told: Some(Remark::new(told, Tone::Green)) }
    }

    fn begun(&self, pass: u32, touches: Vec<Touch>) -> Fill {
        let told = self.scope.words.tell("form-assign-moved", &[("pass", (pass as usize + 1).into())]);
        Fill { touches, then: Then::Stay, told: Some(Remark::new(told, Tone::Green)) }
    }

    /// A place for the row with the cursor, by number or by its first letters; more for the slots that follow.
    fn typed(&self, spot: Spot<'_>, line: &str) -> Fill {
        let Some(row) = self.row(spot) else { return Fill::default() };
        let slots = told::slots(self.assign);
        let places = match self.find(line) {
            Ok(place) => vec![place],
            Err(wrong) => {
                // one after another: numbers with spaces, names with commas
                let commas = line.contains([',', ';']);
                let cut = |c: char| if commas { matches!(c, ',' | ';') } else { c.is_whitespace() };
                let parts: Vec<&str> = line.split(cut).map(str::trim).filter(|part| !part.is_empty()).collect();
                if parts.len() < 2 {
                    return Fill::not(wrong);
                }
                match parts.iter().map(|part| self.find(part)).collect::<Result<Vec<_>, _>>() {
                    Ok(places) if spot.column + places.len() <= slots => places,
                    Ok(_) => {
                        let args = [("count", parts.len().into()), ("slots", (slots - spot.column.min(slots)).into())];
                        return Fill::not(self.scope.words.tell("form-assign-too-many", &args));
                    }
                    Err(first) => return Fill::not(if commas || slots > 1 { first } else { wrong }),
                }
            }
        };
        let then = if places.len() > 1 || slots == 1 { Then::NextRow } else { Then::NextCell };
        let touches =
            places.iter().enumerate().flat_map(|(nth, place)| self.touches_at(row, spot.column + nth, *place));
        Fill::of(touches.collect(), then)
    }

    /// The place that a word means; nothing for `-`.
    fn find(&self, word: &str) -> Result<Option<usize>, String> {
        let word = word.trim();
        if matches!(word, "-" | "–" | "−") {
            return Ok(None);
        }
        let places = &self.standing.to;
        if let Some(number) = word.parse::<usize>().ok().filter(|number| (1..=places.len()).contains(number)) {
            return Ok(Some(number - 1));
        }
        let wanted = fold(word);
        let labels: Vec<String> = places.iter().map(|place| fold(&place.label)).collect();
        if let Some(exact) = labels.iter().position(|label| *label == wanted) {
            return Ok(Some(exact));
        }
        let begins = (0..labels.len()).filter(|at| !wanted.is_empty() && labels[*at].starts_with(&wanted));
        let found: Vec<usize> = begins.collect();
        match found.as_slice() {
            [one] => Ok(Some(*one)),
            [] => {
                let args = [("word", word.into()), ("count", places.len().into())];
                Err(self.scope.words.tell("form-assign-unknown", &args))
            }
            some => {
                let some = some.iter().map(|at| format!("{} {}", at + 1, places[*at].label)).collect();
                let args = [("word", word.into()), ("names", told::names(self.scope, some).into())];
                Err(self.scope.words.tell("form-assign-doubt", &args))
            }
        }
    }

    /// The next place for the cell with the cursor, past one's own where there is another.
    fn turn(&self, spot: Spot<'_>) -> Fill {
        let Some(row) = self.row(spot) else { return Fill::default() };
        let barred = |row: usize, place: usize| self.assign.never_own && self.standing.is_own(row, place);
        let was = self.standing.at[row].get(spot.column).copied().flatten();
        let (from, further) = was.map_or((0, 0), |was| (was, 1));
        let next = draw::next(self.terms(&barred), from, further, row);
        match next {
            Some(_) => Fill::of(self.touches_at(row, spot.column, next), Then::Stay),
            None => Fill::not(self.scope.words.say("form-assign-only-own")),
        }
    }

    fn row(&self, spot: Spot<'_>) -> Option<usize> {
        let item = spot.item?;
        self.standing.what.iter().position(|thing| thing.item == *item)
    }

    fn touches_at(&self, row: usize, slot: usize, place: Option<usize>) -> Vec<Touch> {
        if slot >= told::slots(self.assign) {
            return Vec::new();
        }
        self.touches(self.assign.pass(self.scope), row, slot, self.standing.at[row][slot], place)
    }

    /// What brings a row from one place to another.
    fn touches(&self, pass: u32, row: usize, slot: usize, was: Option<usize>, now: Option<usize>) -> Vec<Touch> {
        let key = |place: usize| {
            let pair = (self.standing.what[row].item.clone(), self.standing.to[place].item.clone());
            JudgementKey {
                block: self.assign.id.clone(),
                item: Item::Cell(Box::new(pair.0), Box::new(pair.1)),
                assessor: Assessor::Table,
                criterion: told::criterion(self.assign, self.case, slot),
                pass,
            }
        };
        let records = self.scope.records;
        // of what two laptops said only one showed: the other must not come back when that is taken away
        let gone = (0..self.standing.to.len()).filter(|place| Some(*place) != now && (was.is_some() || now.is_some()));
        let gone = gone.filter_map(|place| records.touch_verdict(key(place), None));
        let here = now.and_then(|place| records.touch_verdict(key(place), Some(Verdict::Choice(HERE.to_owned()))));
        gone.chain(here).collect()
    }
}

/// Slots of rows as rows of slots.
fn across(drawn: &[Vec<Option<usize>>], rows: usize) -> Places {
    (0..rows).map(|row| drawn.iter().map(|slot| slot[row]).collect()).collect()
}
