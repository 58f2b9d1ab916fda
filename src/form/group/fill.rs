//! What a stroke on the board of groups alters.

use super::{
    Group,
    now::{In, Made, Now, OUTLIERS},
    typed::{Goal, Typed, read},
};
use crate::{
    form::{
        Case, Scope, Tone,
        board::{Fill, Spot, Stroke, Then},
        case,
        terms::Remark,
    },
    record::{FactKey, Item, Touch, Value, Verdict},
    text::{fit, fold},
};

/// The most columns of a thing's words in a sentence about it.
const WORDS: usize = 40;
/// Behind any row: the cursor stays with what it was on.
const NOWHERE: Then = Then::Row(usize::MAX);

/// A stroke with what stands on the board when it is made.
struct Hand<'a> {
    group: &'a Group,
    scope: Scope<'a>,
    case: Option<&'a Case>,
    now: Now,
    /// The thing with the cursor.
    here: Option<usize>,
}

pub(super) fn fill(group: &Group, scope: Scope<'_>, case: Option<&Case>, spot: Spot<'_>, stroke: Stroke<'_>) -> Fill {
    let now = group.now(scope, case);
    let here = spot.item.and_then(|item| now.things.iter().position(|thing| thing.item == *item));
    let hand = Hand { group, scope, case, now, here };
    match stroke {
        Stroke::Typed(text) => hand.typed(text),
        Stroke::Turn => hand.mark(),
        Stroke::Clear => hand.clear(),
        Stroke::NextPass if group.until.is_some() => {
            let pass = f64::from(case::pass(scope, &group.id) + 1);
            let key = FactKey::Pass(group.id.clone());
            Fill::of(vec![scope.records.touch_fact(key, Some(Value::Number(pass)))], Then::Stay)
        }
        Stroke::NextPass | Stroke::Reveal(_) => Fill::default(),
    }
}

impl Hand<'_> {
    fn typed(&self, text: &str) -> Fill {
        match read(text) {
            Typed::Here(goal) => {
                let marked: Vec<usize> = (0..self.now.things.len()).filter(|nth| self.now.marked[*nth]).collect();
                let rows = if marked.is_empty() { self.here.into_iter().collect() } else { marked };
                self.send(&rows, &goal)
            }
            // one number is that of a group; of a row where there is no such group
            Typed::Rows(rows, Goal::Number(into)) if rows.len() == 1 && self.now.numbered(rows[0]).is_some() => {
                self.merge(rows[0], into)
            }
            Typed::Rows(rows, goal) => match rows.iter().find(|row| !(1..=self.now.things.len()).contains(row)) {
                Some(row) => self.no("form-group-no-row", "row", *row),
                None => self.send(&rows.iter().map(|row| row - 1).collect::<Vec<_>>(), &goal),
            },
            Typed::Merge(group, into) => self.merge(group, into),
            Typed::Rename(number, name) => self.rename(number, &name),
            Typed::Double(row) => self.double(row),
            Typed::Odd => Fill::not(self.scope.words.say("form-group-odd")),
        }
    }

    /// Puts things in a group, or out of theirs, and takes their marks off.
    fn send(&self, rows: &[usize], goal: &Goal) -> Fill {
        let words = self.scope.words;
        if rows.is_empty() {
            return Fill::not(words.say("form-group-nothing-here"));
        }
        let mut touches = Vec::new();
        let outliers = self.group.outliers;
        let (choice, key, name) = match goal {
            Goal::Out => (None, "form-group-out", String::new()),
            Goal::Outliers if !outliers => return Fill::not(words.say("form-group-no-outliers")),
            Goal::Outliers => (Some(OUTLIERS.to_owned()), "form-group-moved", self.outliers()),
            Goal::Name(name) if outliers && fold(name) == "o" => {
                (Some(OUTLIERS.to_owned()), "form-group-moved", self.outliers())
            }
            Goal::Number(number) => match self.now.numbered(*number) {
                Some(nth) => self.known(&self.now.groups[nth]),
                None => return self.no("form-group-no-group", "group", *number),
            },
            Goal::Name(name) => match self.called(name) {
                Some(made) => self.known(made),
                None => {
                    let made = self.now.new_group(name, self.case);
                    touches.push(self.name_touch(&made, Some(Value::Text(made.label.clone()))));
                    (Some(made.id.to_string()), "form-group-made", made.told())
                }
            },
        };
        for nth in rows {
            let item = &self.now.things[*nth].item;
            let verdict = choice.clone().map(Verdict::Choice);
            touches.extend(self.scope.records.touch_verdict(self.group.key(self.scope, self.case, item), verdict));
            touches.extend(self.scope.records.touch_verdict(self.group.mark(self.scope, self.case, item), None));
        }
        if touches.is_empty() {
            return Fill::not(words.say("form-group-already"));
        }
        let args = [("count", rows.len().into()), ("what", self.words_of(rows[0]).into()), ("group", name.into())];
        let told = Remark::new(words.tell(key, &args), Tone::Green);
        Fill { touches, then: self.on_from(rows), told: Some(told) }
    }

    fn known(&self, made: &Made) -> (Option<String>, &'static str, String) {
        (Some(made.id.to_string()), "form-group-moved", made.told())
    }

    fn outliers(&self) -> String {
        self.scope.words.say("form-group-outliers")
    }

    /// The group of this name, however it is spelled.
    fn called(&self, name: &str) -> Option<&Made> {
        let wanted = fold(name);
        self.now.groups.iter().find(|made| fold(&made.label) == wanted)
    }

    /// Where one goes on when these things went: the next thing that has no group, from the top if there is none below.
    fn on_from(&self, went: &[usize]) -> Then {
        let Some(here) = self.here else { return Then::Stay };
        if !went.contains(&here) {
            return Then::Stay;
        }
        let order = self.now.order();
        let open: Vec<bool> = order.iter().map(|nth| self.now.of[*nth] == In::Open && !went.contains(nth)).collect();
        let at = order.iter().position(|nth| *nth == here).unwrap_or(0);
        if self.now.of[here] != In::Open {
            return if at + 1 < order.len() { Then::NextRow } else { NOWHERE };
        }
        let next = (at + 1..order.len()).find(|row| open[*row]).or_else(|| (0..at).find(|row| open[*row]));
        next.map_or(NOWHERE, Then::Row)
    }

    /// Makes groups part of another: what stood in them stands in that one, and what was judged of them is kept.
    fn merge(&self, number: usize, into: usize) -> Fill {
        let named = |number| self.now.numbered(number).map(|nth| &self.now.groups[nth]);
        let (Some(made), Some(target)) = (named(number), named(into)) else {
            let unknown = if named(number).is_none() { number } else { into };
            return self.no("form-group-no-group", "group", unknown);
        };
        if made.id == target.id {
            return Fill::not(self.scope.words.say("form-group-itself"));
        }
        // in every case and pass, and also what is not seen now: an entry that was deleted may come back
        let records = self.scope.records;
        let stands = records.judged(&self.group.id).filter(|(_, verdict)| match verdict {
            Verdict::Choice(choice) => choice == made.id.as_str(),
            Verdict::Number(_)
            | Verdict::Set(_)
            | Verdict::Tokens(_)
            | Verdict::Rank(_)
            | Verdict::Place(..)
            | Verdict::Text(_) => false,
        });
        let now = || Some(Verdict::Choice(target.id.to_string()));
        let mut touches: Vec<Touch> = stands.filter_map(|(key, _)| records.touch_verdict(key.clone(), now())).collect();
        let item = |made: &Made| Item::Group(self.group.id.clone(), made.id.clone());
        touches.extend(records.judged_again(&item(made), &item(target)));
        touches.push(self.name_touch(made, Some(Value::Yes(false))));
        let args = [("from", made.told().into()), ("into", target.told().into())];
        let told = Remark::new(self.scope.words.tell("form-group-merged", &args), Tone::Green);
        Fill { touches, then: Then::Stay, told: Some(told) }
    }

    fn rename(&self, number: usize, name: &str) -> Fill {
        let Some(made) = self.now.numbered(number).map(|nth| &self.now.groups[nth]) else {
            return self.no("form-group-no-group", "group", number);
        };
        if let Some(other) = self.called(name).filter(|other| other.id != made.id) {
            let args = [("group", other.told().into()), ("from", number.into()), ("into", other.number.into())];
            return Fill::not(self.scope.words.tell("form-group-name-taken", &args));
        }
        if made.label == name {
            return Fill::not(self.scope.words.say("form-group-already"));
        }
        let args = [("was", made.told().into()), ("now", name.into())];
        let told = Remark::new(self.scope.words.tell("form-group-renamed", &args), Tone::Green);
        let touches = vec![self.name_touch(made, Some(Value::Text(name.to_owned())))];
        Fill { touches, then: Then::Stay, told: Some(told) }
    }

    /// Puts the entry with the cursor together with that of a row.
    fn double(&self, row: usize) -> Fill {
        let Some(into) = row.checked_sub(1).and_then(|nth| self.now.things.get(nth)) else {
            return self.no("form-group-no-row", "row", row);
        };
        let Some(here) = self.here else { return Fill::not(self.scope.words.say("form-group-nothing-here")) };
        let (Item::Entry(from), Item::Entry(target)) = (&self.now.things[here].item, &into.item) else {
            return Fill::not(self.scope.words.say("form-group-no-double"));
        };
        let marks = Case::criterion(self.case, Some("marked"));
        let mut touches = self.scope.records.put_together(from, target);
        touches.retain(|touch| match touch {
            Touch::Judgement { key, .. } => key.block != self.group.id || key.criterion != marks,
            Touch::Birth(_) | Touch::Part { .. } | Touch::Fact { .. } => true,
        });
        if touches.is_empty() {
            return Fill::not(self.scope.words.say("form-group-no-double"));
        }
        let args = [("what", self.words_of(here).into()), ("row", row.into())];
        let told = Remark::new(self.scope.words.tell("form-group-doubled", &args), Tone::Green);
        Fill { touches, then: self.on_from(&[here]), told: Some(told) }
    }

    /// Space: marks the row, or takes the mark off.
    fn mark(&self) -> Fill {
        let Some(here) = self.here else { return Fill::default() };
        let verdict = (!self.now.marked[here]).then_some(Verdict::Number(1.0));
        let key = self.group.mark(self.scope, self.case, &self.now.things[here].item);
        Fill::of(self.scope.records.touch_verdict(key, verdict).into_iter().collect(), Then::NextRow)
    }

    /// Backspace: out of the group; the mark goes too.
    fn clear(&self) -> Fill {
        let Some(here) = self.here else { return Fill::default() };
        if self.now.of[here] == In::Open && !self.now.marked[here] {
            return Fill::default();
        }
        Fill { then: Then::Stay, ..self.send(&[here], &Goal::Out) }
    }

    fn name_touch(&self, made: &Made, value: Option<Value>) -> Touch {
        self.scope.records.touch_fact(FactKey::Category(self.group.id.clone(), made.id.clone()), value)
    }

    fn words_of(&self, nth: usize) -> String {
        fit(&self.now.things[nth].label, WORDS).into_owned()
    }

    fn no(&self, key: &str, name: &'static str, number: usize) -> Fill {
        Fill::not(self.scope.words.tell(key, &[(name, number.into())]))
    }
}
