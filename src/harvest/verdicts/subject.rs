//! The same thing at several tables, and what a result rests on.
//!
//! A statement of the workshop is the same everywhere, and so is a party. What tables said themselves is the same where it
//! is one entry, or where the words are, in the same category: `Elkaar kennen` and `elkaar kennen.` are one option. Chairs
//! of two tables are never the same.

use super::Walk;
use crate::{
    form::{Case, Form, Scope, Thing, source},
    harvest::spelled,
    record::{BlockId, EntryId, Item, JudgementKey, TableId},
    workshop::Round,
};
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// What a result rests on, so that one can go there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trace {
    /// The table.
    pub table: TableId,
    /// What was said there, if it is about an entry.
    pub entry: Option<EntryId>,
    /// What was judged there; nothing where it may not be known whose it is.
    pub key: Option<JudgementKey>,
}

impl Trace {
    pub(super) fn new(table: TableId, item: &Item, key: Option<JudgementKey>) -> Self {
        Self { table, entry: entry(item).cloned(), key }
    }
}

/// The entry that an item is about; of a cell that of its row.
fn entry(item: &Item) -> Option<&EntryId> {
    match item {
        Item::Entry(id) => Some(id),
        Item::Cell(row, _) => entry(row),
        Item::Party(_) | Item::Statement(_) | Item::Chair(_) | Item::Group(..) => None,
    }
}

/// What was asked: a block, and its case where it is repeated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The block.
    pub block: BlockId,
    /// Its round, by its place in the workshop.
    pub round: usize,
    /// Its heading, or that of its round.
    pub title: String,
    /// Its question, or that of its round.
    pub question: String,
    /// The case, in words; empty where it is not repeated.
    pub case: String,
}

impl Asked {
    pub(super) fn new(at: usize, round: &Round, form: &Form, case: Option<&Case>) -> Self {
        let frame = form.lens().frame();
        let or = |own: &str, of_round: &str| if own.is_empty() { of_round.to_owned() } else { own.to_owned() };
        Self {
            block: frame.id.clone(),
            round: at,
            title: or(frame.title, &round.title),
            question: or(frame.question, &round.question),
            case: case.map(|case| case.label.clone()).unwrap_or_default(),
        }
    }
}

/// Results in the order in which they are met, each by a name.
#[derive(Debug)]
pub(super) struct Named<T> {
    pub(super) all: Vec<T>,
    at: HashMap<String, usize, RandomState>,
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self { all: Vec::new(), at: HashMap::default() }
    }
}

impl<T> Named<T> {
    /// The one of this name by its place; made if it is not there.
    pub(super) fn place(&mut self, name: String, make: impl FnOnce() -> T) -> usize {
        *self.at.entry(name).or_insert_with(|| {
            self.all.push(make());
            self.all.len() - 1
        })
    }

    /// The one of this name; made if it is not there.
    pub(super) fn get(&mut self, name: String, make: impl FnOnce() -> T) -> &mut T {
        let at = self.place(name, make);
        &mut self.all[at]
    }
}

impl Walk<'_> {
    /// A name that is the same for what is the same at every table.
    pub(super) fn name(&self, scope: Scope<'_>, thing: &Thing) -> String {
        self.named(scope, &thing.item, &thing.label)
    }

    fn named(&self, scope: Scope<'_>, item: &Item, label: &str) -> String {
        match item {
            Item::Entry(id) => {
                let any = || self.tables.iter().find_map(|table| table.records.entry(id));
                match scope.records.entry(id).or_else(any) {
                    Some(entry) => format!("{}/{}/{}", entry.home.block, entry.category, spelled(label)),
                    None => format!("?{id}"),
                }
            }
            Item::Party(id) => format!("@{id}"),
            Item::Statement(text) => format!("={}", spelled(text)),
            Item::Chair(nth) => format!("#{}/{nth}", scope.table),
            Item::Group(block, _) => format!("{block}:{}", spelled(label)),
            Item::Cell(row, column) => {
                let part = |item: &Item| {
                    let label = source::label(scope, item).unwrap_or_default();
                    self.named(scope, item, &label)
                };
                format!("{}×{}", part(row), part(column))
            }
        }
    }
}

/// The name of a case: cases of two tables are the same where their words are.
pub(super) fn case_name(case: Option<&Case>) -> String {
    case.map(|case| spelled(&case.label)).unwrap_or_default()
}
