//! The groups as they stand, and what stands in which: reckoned from the records each time.
//!
//! A group that the table made is a fact with its name; its number is part of its id, so that no number shifts when
//! another group is renamed or goes. A group that went is a fact that says so. That something stands in a group is a
//! judgement of the table.

use super::Group;
use crate::{
    form::{Case, Scope, Thing, case, source},
    record::{Assessor, CategoryId, CriterionId, FactKey, Item, JudgementKey, Value, Verdict, handle},
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Made {
    /// Its id.
    pub id: CategoryId,
    /// The number it is typed with.
    pub number: usize,
    /// Its name now.
    pub label: String,
}

impl Made {
    /// `2 Wonen`.
    pub fn told(&self) -> String {
        format!("{} {}", self.number, self.label)
    }
}

/// Where something stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum In {
    /// In no group yet.
    Open,
    /// In the nth group.
    Group(usize),
    /// With those that fit nowhere.
    Outliers,
}

/// Everything on the board.
pub(super) struct Now {
    /// What is put in groups, in the order of its source; the number of a thing is its place in it, from 1.
    pub things: Vec<Thing>,
    /// The groups, by number.
    pub groups: Vec<Made>,
    /// Where each thing stands.
    pub of: Vec<In>,
    /// Which things are marked.
    pub marked: Vec<bool>,
    /// The highest number that a group has or had.
    highest: usize,
}

/// The groups and what was put in them, whether or not it is still there.
struct Standing<'a> {
    groups: Vec<Made>,
    highest: usize,
    stands: HashMap<&'a Item, In>,
    marks: HashSet<&'a Item>,
}

/// The choice of those that fit nowhere: no group has this id.
pub(super) const OUTLIERS: &str = "-";
/// Between the id of a group and the case it was made in.
const CASE: char = '@';

impl Group {
    /// The judgement by which a thing stands in a group.
    pub(super) fn key(&self, scope: Scope<'_>, case: Option<&Case>, item: &Item) -> JudgementKey {
        self.judgement(scope, item, Case::criterion(case, None))
    }

    /// The judgement by which a thing is marked, to be moved with others.
    pub(super) fn mark(&self, scope: Scope<'_>, case: Option<&Case>, item: &Item) -> JudgementKey {
        self.judgement(scope, item, Case::criterion(case, Some("marked")))
    }

    fn judgement(&self, scope: Scope<'_>, item: &Item, criterion: Option<CriterionId>) -> JudgementKey {
        let pass = self.pass(scope);
        JudgementKey { block: self.id.clone(), item: item.clone(), assessor: Assessor::Table, criterion, pass }
    }

    fn pass(&self, scope: Scope<'_>) -> u32 {
        if self.until.is_some() { case::pass(scope, &self.id) } else { 0 }
    }

    /// What stands on the board now.
    pub(super) fn now(&self, scope: Scope<'_>, case: Option<&Case>) -> Now {
        let things = source::things(scope, &self.from);
        let Standing { groups, highest, stands, marks } = self.standing(scope, case);
        let of = things.iter().map(|thing| stands.get(&thing.item).copied().unwrap_or(In::Open)).collect();
        let marked = things.iter().map(|thing| !marks.is_empty() && marks.contains(&thing.item)).collect();
        Now { things, groups, of, marked, highest }
    }

    /// How many things stand in no group, and how many groups there are.
    pub(super) fn counts(&self, scope: Scope<'_>, case: Option<&Case>) -> (usize, usize) {
        let Standing { groups, stands, .. } = self.standing(scope, case);
        let items = source::items(scope, &self.from);
        (items.iter().filter(|item| !stands.contains_key(item)).count(), groups.len())
    }

    /// The groups, and what was put in them.
    fn standing<'a>(&'a self, scope: Scope<'a>, case: Option<&Case>) -> Standing<'a> {
        let (groups, highest) = self.made(scope, &|id| case_of(id) == case.map(|case| case.key.as_str()));
        let nth: HashMap<&str, usize> = groups.iter().enumerate().map(|(nth, made)| (made.id.as_str(), nth)).collect();
        let (own, mark) = (Case::criterion(case, None), Case::criterion(case, Some("marked")));
        let pass = self.pass(scope);
        let mut stands: HashMap<&Item, In> = HashMap::new();
        let mut marks: HashSet<&Item> = HashSet::new();
        for (key, verdict) in scope.records.judged(&self.id) {
            if key.pass != pass || key.assessor != Assessor::Table {
                continue;
            }
            if key.criterion == mark {
                marks.insert(&key.item);
            } else if key.criterion == own
                && let Verdict::Choice(choice) = verdict
            {
                let outlier = self.outliers && choice == OUTLIERS;
                let place = if outlier { Some(In::Outliers) } else { nth.get(choice.as_str()).copied().map(In::Group) };
                if let Some(place) = place {
                    stands.insert(&key.item, place);
                }
            }
        }
        Standing { groups, highest, stands, marks }
    }

    /// The groups by number, and the highest number that one has or had. Those that the table made only as far as wanted.
    pub(super) fn made(&self, scope: Scope<'_>, wanted: &dyn Fn(&CategoryId) -> bool) -> (Vec<Made>, usize) {
        let facts = scope.records.facts().iter().filter_map(|(key, fact)| {
            let FactKey::Category(block, id) = key else { return None };
            (*block == self.id).then_some(())?;
            Some((id, fact.value.as_ref()?))
        });
        let mut facts: BTreeMap<&CategoryId, &Value> = facts.collect();
        let mut groups: Vec<Made> = Vec::new();
        let mut put = |id: &CategoryId, number: usize, value: &Value| {
            // any other value says that it went
            if let Value::Text(label) = value
                && !groups.iter().any(|made| made.id == *id)
            {
                groups.push(Made { id: id.clone(), number, label: label.clone() });
            }
        };
        for (nth, ready) in self.groups.iter().enumerate() {
            let own = Value::Text(ready.label.clone());
            put(&ready.id, nth + 1, facts.remove(&ready.id).unwrap_or(&own));
        }
        let mut made: Vec<(usize, &CategoryId, &Value)> =
            facts.into_iter().filter(|(id, _)| wanted(id)).map(|(id, value)| (ordinal(id), id, value)).collect();
        made.sort_by_key(|(ordinal, id, _)| (*ordinal, *id));
        let mut highest = self.groups.len();
        for (ordinal, id, value) in made {
            // two laptops may have made two of one number; one without a number comes last
            highest = if ordinal == usize::MAX { highest + 1 } else { ordinal.max(highest + 1) };
            put(id, highest, value);
        }
        (groups, highest)
    }
}

/// The number in the id of a group that was made at the table.
fn ordinal(id: &CategoryId) -> usize {
    let number = id.as_str().split_once('-').and_then(|(number, _)| number.parse::<usize>().ok());
    number.filter(|number| *number < 10_000).unwrap_or(usize::MAX)
}

/// The case that a group was made in.
fn case_of(id: &CategoryId) -> Option<&str> {
    id.as_str().split_once(CASE).map(|(_, case)| case)
}

impl Now {
    /// The things as they stand on the board: what has no group yet first, then the groups; else in the order of the source.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.things.len()).collect();
        order.sort_by_key(|nth| self.of[*nth]); // stable
        order
    }

    /// How many things stand there.
    pub fn count(&self, place: In) -> usize {
        self.of.iter().filter(|of| **of == place).count()
    }

    /// The place of the group with this number.
    pub fn numbered(&self, number: usize) -> Option<usize> {
        self.groups.iter().position(|made| made.number == number)
    }

    /// A group of this name with the next number, as it is made in a case.
    pub fn new_group(&self, label: &str, case: Option<&Case>) -> Made {
        let number = self.highest + 1;
        let case = case.map(|case| format!("{CASE}{}", case.key)).unwrap_or_default();
        let id = CategoryId::new(&format!("{number:02}-{}{case}", handle(label)));
        Made { id, number, label: label.to_owned() }
    }
}
