//! Where the items of a block come from: entries made today, parties, chairs, or a list of the author's.
//!
//! This is what makes structure that is born today possible: rows, axes, options and cases are what another block holds at
//! this moment. They are looked up each time, so an entry that is renamed, moved or deleted changes every block that uses
//! it, and what was judged of it stays with its id.

use super::{Fault, Form, Scope};
use crate::record::{
    Assessor, BlockId, CategoryId, Entry, EntryId, Flag, Item, Judgement, JudgementKey, PartyId, Records,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Where items come from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Source {
    /// Everything said in a block.
    Block(BlockId),
    /// What was said in one category of a block.
    Category(BlockId, CategoryId),
    /// What was marked as a key insight in a block.
    Starred(BlockId),
    /// The first so many of a block that votes or judges; those that tie with the last come too.
    Top(BlockId, u32),
    /// Items of a block that judges on which the table is divided.
    Contested(BlockId),
    /// Entries of a block that nothing hangs under and that no link touches.
    Unlinked(BlockId),
    /// The groups that were made in a block that groups.
    Groups(BlockId),
    /// Rows of a matrix in which something is open: a gap, an overlap, a contradiction.
    Open(BlockId),
    /// The parties at the table.
    Parties,
    /// The chairs at the table.
    Seats,
    /// What the author wrote.
    List(Vec<String>),
    /// The same, over all tables of the session.
    AllTables(Box<Source>),
}

/// Something that can be judged, chosen, linked or given a row: an item with its words.
#[derive(Clone, PartialEq, Debug)]
pub struct Thing {
    /// What it is.
    pub item: Item,
    /// Its words, in one line.
    pub label: String,
}

impl Source {
    /// The block that it names, if it names one.
    pub fn block(&self) -> Option<&BlockId> {
        match self {
            Self::Block(id)
            | Self::Category(id, _)
            | Self::Starred(id)
            | Self::Top(id, _)
            | Self::Contested(id)
            | Self::Unlinked(id)
            | Self::Groups(id)
            | Self::Open(id) => Some(id),
            Self::AllTables(source) => source.block(),
            Self::Parties | Self::Seats | Self::List(_) => None,
        }
    }

    /// Whether no item can come from it twice: those are the entries of one table.
    fn is_once(&self) -> bool {
        match self {
            Self::Block(_) | Self::Category(..) | Self::Starred(_) | Self::Unlinked(_) => true,
            Self::Top(..)
            | Self::Contested(_)
            | Self::Groups(_)
            | Self::Open(_)
            | Self::Parties
            | Self::Seats
            | Self::List(_)
            | Self::AllTables(_) => false,
        }
    }

    /// What it yields now, without the words: for who only counts.
    fn items(&self, scope: Scope<'_>) -> Vec<Item> {
        let item = |entry: &Entry| Item::Entry(entry.id.clone());
        match self {
            Self::Block(id) => entries(scope, id, None, &|_| true, &item),
            Self::Category(id, category) => entries(scope, id, Some(category), &|_| true, &item),
            Self::Starred(_)
            | Self::Unlinked(_)
            | Self::Top(..)
            | Self::Contested(_)
            | Self::Groups(_)
            | Self::Open(_)
            | Self::Parties
            | Self::Seats
            | Self::List(_)
            | Self::AllTables(_) => self.things(scope).into_iter().map(|thing| thing.item).collect(),
        }
    }

    /// What it yields now, in order; each item once.
    pub fn things(&self, scope: Scope<'_>) -> Vec<Thing> {
        match self {
            Self::Block(id) => entries(scope, id, None, &|_| true, &told),
            Self::Category(id, category) => entries(scope, id, Some(category), &|_| true, &told),
            Self::Starred(id) => entries(scope, id, None, &|entry| entry.has(Flag::Key), &told),
            Self::Unlinked(id) => {
                let linked = linked(scope.records);
                let free =
                    |entry: &Entry| scope.records.below(&entry.id).next().is_none() && !linked.contains(&entry.id);
                entries(scope, id, None, &free, &told)
            }
            Self::Top(id, count) => ranked(scope, id, *count as usize),
            Self::Contested(id) | Self::Open(id) | Self::Groups(id) => {
                let items = scope.room.block(id).map(|form| form.lens().picked(scope, self)).unwrap_or_default();
                items.into_iter().filter_map(|item| thing(scope, item)).collect()
            }
            Self::Parties => {
                let parties = scope.parties.0.iter();
                parties.map(|party| Thing { item: Item::Party(party.id.clone()), label: party.label.clone() }).collect()
            }
            Self::Seats => (1..=chairs(scope)).filter_map(|nth| thing(scope, Item::Chair(nth))).collect(),
            Self::List(list) => {
                list.iter().map(|text| Thing { item: Item::Statement(text.clone()), label: text.clone() }).collect()
            }
            Self::AllTables(source) => {
                let mut met = HashSet::new();
                let tables = scope.room.tables();
                let all = tables.into_iter().flat_map(|records| source.things(Scope { records, ..scope }));
                all.filter(|thing| met.insert(thing.item.clone())).collect()
            }
        }
    }
}

/// What all these sources yield, in order; each item once.
pub fn things(scope: Scope<'_>, sources: &[Source]) -> Vec<Thing> {
    if let [source] = sources
        && source.is_once()
    {
        return source.things(scope);
    }
    let mut met = HashSet::new();
    let all = sources.iter().flat_map(|source| source.things(scope));
    all.filter(|thing| met.insert(thing.item.clone())).collect()
}

/// The items that all these sources yield, in order; each once.
pub fn items(scope: Scope<'_>, sources: &[Source]) -> Vec<Item> {
    if let [source] = sources
        && source.is_once()
    {
        return source.items(scope);
    }
    things(scope, sources).into_iter().map(|thing| thing.item).collect()
}

/// An entry as a thing.
fn told(entry: &Entry) -> Thing {
    let label = if entry.text.contains('\n') { entry.text.replace('\n', " ") } else { entry.text.clone() };
    Thing { item: Item::Entry(entry.id.clone()), label }
}

/// An item with its words as they stand; nothing for an entry that is gone or a party that nobody knows.
pub fn thing(scope: Scope<'_>, item: Item) -> Option<Thing> {
    let label = label(scope, &item)?;
    Some(Thing { item, label })
}

/// The words of an item as they stand, in one line.
pub fn label(scope: Scope<'_>, item: &Item) -> Option<String> {
    match item {
        Item::Entry(id) => {
            let own = scope.records.entry(id).filter(|entry| !entry.gone);
            let any =
                || scope.room.tables().into_iter().filter_map(|records| records.entry(id)).find(|entry| !entry.gone);
            own.or_else(any).filter(|entry| is_told(scope, entry)).map(|entry| entry.text.replace('\n', " "))
        }
        Item::Party(id) => scope.parties.get(id).map(|party| party.label.clone()),
        Item::Statement(text) => Some(text.clone()),
        Item::Chair(nth) => Some(scope.words.tell("form-chair", &[("nth", (*nth as usize).into())])),
        Item::Cell(row, column) => Some(format!("{} / {}", label(scope, row)?, label(scope, column)?)),
        Item::Group(block, group) => match scope.room.block(block) {
            Some(form) => form.lens().group_label(scope, group),
            None => None,
        },
    }
}

/// How many chairs there are at the table: those of its parties; at least one.
pub fn chairs(scope: Scope<'_>) -> u32 {
    counted_chairs(scope).max(1)
}

/// How many chairs somebody counted at the table; 0 where nobody did.
pub fn counted_chairs(scope: Scope<'_>) -> u32 {
    let seats = |party: &crate::record::Party| {
        let here = scope.records.number(&crate::record::FactKey::Seats(party.id.clone()));
        here.map_or(party.seats, |count| count.clamp(0.0, 99.0) as u32)
    };
    scope.parties.0.iter().map(seats).sum::<u32>().min(99)
}

/// The parties' ids, in order.
pub fn parties(scope: Scope<'_>) -> Vec<PartyId> {
    scope.parties.0.iter().map(|party| party.id.clone()).collect()
}

fn entries<T>(
    scope: Scope<'_>,
    block: &BlockId,
    only: Option<&CategoryId>,
    wanted: &dyn Fn(&Entry) -> bool,
    make: &dyn Fn(&Entry) -> T,
) -> Vec<T> {
    // in the order of the form's places, so that a list reads the same everywhere; what it no longer knows comes last
    let known: Vec<CategoryId> = match scope.room.block(block) {
        Some(form) => form.lens().categories(scope),
        None => Vec::new(),
    };
    let rest = scope.records.categories(block).filter(|category| !known.contains(category)).cloned();
    let all: Vec<CategoryId> = known.iter().cloned().chain(rest).collect();
    let mut things = Vec::new();
    for category in all.iter().filter(|category| only.is_none_or(|only| only == *category)) {
        let listed = scope
            .records
            .listed(block, category)
            .filter(|entry| !entry.has(Flag::Parked) && is_told(scope, entry) && wanted(entry));
        things.extend(listed.map(make));
    }
    things
}

/// Whether an entry may be told here: in a report nothing that is confidential or was kept out of it.
fn is_told(scope: Scope<'_>, entry: &Entry) -> bool {
    !scope.public || !entry.is_kept_in()
}

/// Entries that a link of any block touches.
fn linked(records: &Records) -> HashSet<EntryId> {
    let standing = records.judgements().iter().filter(|(_, judgement)| judgement.verdict.is_some());
    let ends = standing.filter_map(|(key, _)| match &key.item {
        Item::Cell(from, to) => Some([from, to]),
        Item::Entry(_) | Item::Party(_) | Item::Statement(_) | Item::Chair(_) | Item::Group(..) => None,
    });
    let ends = ends.flatten().filter_map(|end| match &**end {
        Item::Entry(id) => Some(id.clone()),
        Item::Party(_) | Item::Statement(_) | Item::Chair(_) | Item::Cell(..) | Item::Group(..) => None,
    });
    ends.collect()
}

/// The best of a block's items by its own reckoning, with those that tie with the last of them.
fn ranked(scope: Scope<'_>, block: &BlockId, count: usize) -> Vec<Thing> {
    let Some(form) = scope.room.block(block) else { return Vec::new() };
    let mut scored = form.lens().scores(scope);
    scored.sort_by(|a, b| b.1.total_cmp(&a.1)); // stable: equal ones stay in the order of the list
    let last = scored.get(count.max(1) - 1).map(|(_, score)| *score);
    let best = scored.into_iter().enumerate().filter(|(nth, (_, score))| *nth < count || last == Some(*score));
    best.filter_map(|(_, (item, _))| thing(scope, item)).collect()
}

/// What is wrong with the sources in a field that no other form can know: none, or an empty list.
pub fn check(field: &str, sources: &[Source], needed: bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    if sources.is_empty() && needed {
        faults.push(Fault::new(field, "no-source").naming("name", field));
    }
    for (at, source) in sources.iter().enumerate() {
        let empty = matches!(source, Source::List(list) if list.iter().all(|text| text.trim().is_empty()));
        if empty {
            faults.push(Fault::new(format!("{field}[{at}]"), "empty-list"));
        }
        if matches!(source, Source::Top(_, 0)) {
            faults.push(Fault::new(format!("{field}[{at}]"), "top-zero"));
        }
    }
    faults
}

/// Whether a form can give what a source asks of it; if not, which of the forms could.
pub fn suits(source: &Source, form: &Form) -> Result<(), &'static str> {
    let fits = |ok: bool, wanted: &'static str| if ok { Ok(()) } else { Err(wanted) };
    match source {
        Source::Block(_) | Source::Category(..) | Source::Starred(_) | Source::Unlinked(_) => {
            fits(matches!(form, Form::Collect(_) | Form::Formulate(_)), "Collect, Formulate")
        }
        Source::Top(..) => {
            let ranks = matches!(form, Form::Vote(_) | Form::Judge(_) | Form::Group(_) | Form::Link(_));
            fits(ranks, "Vote, Judge, Group, Link")
        }
        Source::Contested(_) => fits(matches!(form, Form::Judge(_)), "Judge"),
        Source::Groups(_) => fits(matches!(form, Form::Group(_)), "Group"),
        Source::Open(_) => fits(matches!(form, Form::Matrix(_)), "Matrix"),
        Source::AllTables(source) => suits(source, form),
        Source::Parties | Source::Seats | Source::List(_) => Ok(()),
    }
}

/// How many items the author wrote, where all of them are; so what asks for more is seen before the day.
pub fn written(sources: &[Source]) -> Option<usize> {
    let list = |source: &Source| match source {
        Source::List(list) => Some(list.clone()),
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
        | Source::AllTables(_) => None,
    };
    let lists: Vec<Vec<String>> = sources.iter().map(list).collect::<Option<_>>()?;
    let all: HashSet<String> = lists.into_iter().flatten().collect();
    (!all.is_empty()).then_some(all.len())
}

/// The judgements of a block with their stamps, in one piece of the map: the others are not walked over.
pub fn judged<'a>(
    scope: Scope<'a>,
    block: &'a BlockId,
) -> impl Iterator<Item = (&'a JudgementKey, &'a Judgement)> + 'a {
    // no item comes before an entry without an id, and nobody before the table
    let (item, assessor) = (Item::Entry(EntryId::new("")), Assessor::Table);
    let first = JudgementKey { block: block.clone(), item, assessor, criterion: None, pass: 0 };
    scope.records.judgements().range(first..).take_while(move |(key, _)| key.block == *block)
}
