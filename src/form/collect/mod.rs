//! **Collect** (*verzamel*): entries in categories, with typed columns and links to other entries.
//!
//! Wishes, success factors, threats with their solutions, requests, stories. The *action list* is a preset: what, who
//! pulls it, when, confirmed at board level or not.

mod check;

use super::{
    Column, ColumnKind, Fault, Frame, Kind, Lens, Place, Scope, Source, Tone, block, case, source,
    terms::{Hidden, Rule},
};
use crate::record::{CategoryId, FactKey, Value};
use serde::{Deserialize, Serialize};

/// A category of entries.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Its id, unique in the block.
    pub id: CategoryId,
    /// Its heading: `Bedreigingen`.
    pub label: String,
    /// What one of it is called: `bedreiging`. The label in small letters where it is left out.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub one: String,
    /// The character that chooses it at the start of an empty line.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub sigil: String,
    /// Its colour.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub tone: Tone,
    /// Categories of this block under whose entries these hang: a solution under its threat.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub answers: Vec<CategoryId>,
    /// Its columns, besides the words themselves.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub columns: Vec<Column>,
    /// Its entries are literal words.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub quote: bool,
    /// What to write here, shown while the line is empty.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub hint: String,
}

/// A well-known set of categories and columns, so that an author need not spell them out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Preset {
    /// Agreements: what, who pulls it, when, confirmed at board level or not.
    ActionList,
}

impl Preset {
    /// The category that the action list makes.
    pub fn action() -> CategoryId {
        CategoryId::new("action")
    }
}

block! {
    /// Entries in categories.
    Collect {
        /// The categories, in the order in which they are shown and Tab goes through them.
        categories: Vec<Category>,
        /// A well-known set instead of, or before, the categories.
        preset: Option<Preset>,
        /// The character that chooses the preset's list at the start of an empty line: agreements come up all day.
        sigil: String,
        /// Categories that are born today: one for each item of these sources, behind the author's.
        categories_from: Vec<Source>,
        /// The table may add categories of its own.
        extendable: bool,
        /// The least number of entries the table is asked for.
        least: Option<u32>,
        /// The most.
        most: Option<u32>,
        /// The order of entries means something; they are numbered and can be moved.
        ordered: bool,
        /// A sentence with `…` to be filled in: `Als … dan …`.
        template: String,
        /// Who said it is not kept.
        anonymous: bool,
    }
}

impl Lens for Collect {
    fn frame(&self) -> Frame<'_> {
        self.own_frame()
    }

    fn places(&self, scope: Scope<'_>) -> Vec<Place> {
        let mut places = Vec::new();
        if let Some(Preset::ActionList) = self.preset {
            places.push(self.action_list(scope));
        }
        places.extend(self.categories.iter().map(|category| self.place(category)));
        places.extend(source::things(scope, &self.categories_from).into_iter().map(|thing| {
            let id = CategoryId::new(&case::name(&thing.item));
            self.place(&Category { id, label: thing.label, ..Category::default() })
        }));
        if self.extendable {
            // categories that the table made stand behind those of the author, in the order of their names
            places.extend(scope.records.facts().iter().filter_map(|(key, fact)| {
                let FactKey::Category(block, id) = key else { return None };
                let Some(Value::Text(label)) = fact.value.as_ref().filter(|_| *block == self.id) else { return None };
                Some(self.place(&Category { id: id.clone(), label: label.clone(), ..Category::default() }))
            }));
        }
        let revealed = || scope.records.fact(&FactKey::Revealed(self.id.clone())).is_some();
        let masked = match self.hidden {
            Hidden::UntilReveal | Hidden::UntilComplete => !revealed(),
            Hidden::Private => true,
            Hidden::No | Hidden::Anonymous | Hidden::Reasons => false,
        };
        places.iter_mut().for_each(|place| {
            place.masked = masked;
            place.private = self.hidden == Hidden::Private;
            place.anonymous |= self.hidden == Hidden::Anonymous;
        });
        places
    }

    fn sources(&self) -> Vec<(String, &Source)> {
        let all = self.categories_from.iter().enumerate();
        all.map(|(at, source)| (format!("categories_from[{at}]"), source)).collect()
    }

    fn open(&self, scope: Scope<'_>) -> Vec<String> {
        let places = self.places(scope);
        let count: usize = places.iter().map(|place| scope.records.count(&place.block, &place.category)).sum();
        let mut open = Vec::new();
        if let Some(least) = self.least.filter(|least| count < *least as usize && !self.optional) {
            open.push(scope.words.tell("form-open-least", &[("count", (least as usize - count).into())]));
        }
        if let Some(most) = self.most.filter(|most| count > *most as usize) {
            open.push(scope.words.tell("form-open-most", &[("most", (most as usize).into()), ("count", count.into())]));
        }
        for rule in &self.rules {
            if let Rule::Exactly(wanted) = rule
                && count != *wanted as usize
                && !self.optional
            {
                let args = [("wanted", (*wanted as usize).into()), ("count", count.into())];
                open.push(scope.words.tell("form-open-exactly", &args));
            }
        }
        for place in &places {
            for column in place.columns.iter().filter(|column| column.required) {
                let lacks = |entry: &&crate::record::Entry| !entry.columns.contains_key(&column.id);
                let lacking = scope.records.listed(&place.block, &place.category).filter(lacks).count();
                if lacking > 0 {
                    let args = [("count", lacking.into()), ("column", column.label.to_lowercase().into())];
                    open.push(scope.words.tell("form-open-column", &args));
                }
            }
        }
        open
    }

    fn check(&self) -> Vec<Fault> {
        check::check(self)
    }

    fn terms(&self) -> &'static [&'static str] {
        &["each", "as", "only", "hidden", "until", "rules", "carry", "inject"]
    }
}

impl Collect {
    fn place(&self, category: &Category) -> Place {
        let one = if category.one.is_empty() { category.label.to_lowercase() } else { category.one.clone() };
        let hint = if category.hint.is_empty() { &self.template } else { &category.hint };
        Place {
            sigil: category.sigil.chars().next(),
            tone: category.tone,
            answers: category.answers.clone(),
            columns: category.columns.clone(),
            quote: category.quote,
            ordered: self.ordered,
            anonymous: self.anonymous,
            hint: hint.clone(),
            ..Place::list(&self.id, &category.id, &category.label, &one)
        }
    }

    fn action_list(&self, scope: Scope<'_>) -> Place {
        let say = |key: &str| scope.words.say(key);
        let column = |id: &str, label: String, kind, required| Column { id: id.into(), label, kind, required };
        let board = ["confirmed", "needed", "not-needed"].map(|choice| say(&format!("form-action-board-{choice}")));
        Place {
            kind: Kind::List,
            sigil: self.sigil.chars().next(),
            tone: Tone::Blue,
            hint: if self.template.is_empty() { say("form-action-hint") } else { self.template.clone() },
            columns: vec![
                column("who", say("form-action-who"), ColumnKind::Participant, true),
                column("when", say("form-action-when"), ColumnKind::Date, true),
                column("board", say("form-action-board"), ColumnKind::Choice(board.into()), false),
            ],
            ..Place::list(&self.id, &Preset::action(), &say("form-action-label"), &say("form-action-one"))
        }
    }
}

#[cfg(test)]
mod tests;
