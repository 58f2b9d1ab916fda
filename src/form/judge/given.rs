//! What was given: the rows of a board with the marks, reasons and notes of one pass, gathered in one walk over the records.
//!
//! Also what of it may be seen, which the screen, the report and everything computed ask here.

use super::Judge;
use crate::{
    form::{
        Case, Scope, Thing,
        board::Heading,
        case, source,
        terms::{Hidden, Only, Per},
    },
    record::{
        Assessor, BlockId, CriterionId, EntryId, FactKey, Item, JudgementKey, Parties, PartyId, Value, Verdict, Voice,
    },
};
use std::{
    collections::{HashMap, HashSet},
    ops::Bound,
};

use super::mark::Mark;

/// The criterion of a note beside a row, and of the reason of a value.
pub(super) const NOTE: &str = "note";
pub(super) const REASON: &str = "reason";
/// No table has more chairs.
pub(super) const MOST_CHAIRS: usize = 99;

/// Who gives what stands in a column.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Who {
    /// This one, in every row.
    One(Assessor),
    /// The party of the row.
    OfRow,
}

/// A column: one voice, or one thing to judge on.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Column {
    pub who: Who,
    /// The criterion of its own, if the block has any.
    pub criterion: Option<CriterionId>,
    pub head: Heading,
}

/// An item with what it was given, a place for each column.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Line<'a> {
    pub thing: Thing,
    /// Whose row it is, where a row is one party's.
    pub party: Option<PartyId>,
    pub marks: Vec<Option<Mark>>,
    pub reasons: Vec<Option<&'a str>>,
    pub note: Option<&'a str>,
}

/// Everything of one pass.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Given<'a> {
    pub columns: Vec<Column>,
    pub lines: Vec<Line<'a>>,
}

/// What of it is kept out of sight.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Veil {
    /// The values, and everything computed of them.
    pub values: bool,
    /// The reasons.
    pub reasons: bool,
    /// Whose a value is.
    pub names: bool,
}

/// What a judgement of the block is.
#[derive(Clone, Copy)]
enum What {
    Value,
    Reason,
    Note,
}

impl Judge {
    /// In which pass the table is.
    pub(super) fn pass(&self, scope: Scope<'_>) -> u32 {
        if self.until.is_some() { case::pass(scope, &self.id) } else { 0 }
    }

    /// Whether each row is one party's: the one in whose name it was said, or to whom it is addressed.
    pub(super) fn is_of_row(&self) -> bool {
        matches!(self.only, Only::Voiced | Only::Addressee) && self.per != Per::Seat
    }

    /// Whether the columns are voices, which can differ; otherwise what stands beside one another cannot be compared.
    pub(super) fn has_voices(&self) -> bool {
        !self.is_of_row() && self.per != Per::Table
    }

    /// The cases of the block; one that is nothing where it is not repeated.
    pub(super) fn cases(&self, scope: Scope<'_>) -> Vec<Option<Case>> {
        let cases = scope.room.block(&self.id).and_then(|form| case::cases(scope, form));
        cases.map_or_else(|| vec![None], |cases| cases.into_iter().map(Some).collect())
    }

    /// The criterion under which a reason is kept.
    pub(super) fn reason_of(column: &Column) -> String {
        column.criterion.as_ref().map_or_else(|| REASON.to_owned(), |own| format!("{REASON}.{own}"))
    }

    /// Everything that was given in a pass of a case.
    pub(super) fn given<'a>(&self, scope: Scope<'a>, case: Option<&Case>, pass: u32) -> Given<'a> {
        let mut lines = self.lines(scope, case);
        let mut columns = self.columns(scope);
        let index: HashMap<Item, usize> =
            lines.iter().enumerate().map(|(at, line)| (line.thing.item.clone(), at)).collect();
        // each criterion as it stands in the file, with what it means
        let own: Vec<Option<CriterionId>> = columns.iter().map(|column| column.criterion.clone()).collect();
        let mut known: Vec<(Option<CriterionId>, What, Option<CriterionId>)> = Vec::new();
        let mut met = HashSet::new();
        for (column, own) in columns.iter().zip(own).filter(|(_, own)| met.insert(own.clone())) {
            let named = own.as_ref().map(CriterionId::as_str);
            known.push((Case::criterion(case, named), What::Value, own.clone()));
            known.push((Case::criterion(case, Some(&Self::reason_of(column))), What::Reason, own));
        }
        known.push((Case::criterion(case, Some(NOTE)), What::Note, None));
        let mut found = Vec::new();
        for (key, verdict) in judged(scope, &self.id) {
            let Some(at) = index.get(&key.item) else { continue };
            let Some((_, what, own)) = known.iter().find(|(criterion, ..)| *criterion == key.criterion) else {
                continue;
            };
            if let (Assessor::Chair(nth), Per::Seat) = (&key.assessor, self.per) {
                let chairs = (*nth as usize).min(MOST_CHAIRS);
                (columns.len()..chairs).for_each(|nth| columns.push(chair(scope, nth)));
            }
            if key.pass == pass {
                found.push((*at, key, *what, own, verdict));
            }
        }
        for line in &mut lines {
            line.marks = vec![None; columns.len()];
            line.reasons = vec![None; columns.len()];
        }
        let places: HashMap<(&Assessor, &Option<CriterionId>), usize> = columns
            .iter()
            .enumerate()
            .filter_map(|(nth, column)| match &column.who {
                Who::One(who) => Some(((who, &column.criterion), nth)),
                Who::OfRow => None,
            })
            .collect();
        for (at, key, what, own, verdict) in found {
            let line = &mut lines[at];
            let of_row = || columns.iter().position(|column| column.who == Who::OfRow && column.criterion == *own);
            let nth = match places.get(&(&key.assessor, own)) {
                Some(nth) => Some(*nth),
                None if row_assessor(line.party.as_ref()) == key.assessor => of_row(),
                None => None,
            };
            match (what, nth, verdict) {
                (What::Value, Some(nth), verdict) => line.marks[nth] = Some(self.scale.mark(verdict)),
                (What::Reason, Some(nth), Verdict::Text(text)) => line.reasons[nth] = Some(text),
                (What::Note, _, Verdict::Text(text)) => line.note = Some(text),
                (What::Value | What::Reason | What::Note, _, _) => {} // of somebody who has no column
            }
        }
        Given { columns, lines }
    }

    fn columns(&self, scope: Scope<'_>) -> Vec<Column> {
        if self.per == Per::Seat {
            return (0..source::chairs(scope) as usize).map(|nth| chair(scope, nth)).collect();
        }
        let of_row = self.is_of_row();
        if self.per == Per::Party && !of_row {
            return self.parties(scope);
        }
        let who = if of_row { Who::OfRow } else { Who::One(Assessor::Table) };
        if self.criteria.is_empty() {
            let head = Heading::new(scope.words.say("form-judge-value"));
            return vec![Column { who, criterion: None, head }];
        }
        let column = |criterion: &super::Criterion| Column {
            who: who.clone(),
            criterion: Some(criterion.id.clone()),
            head: Heading::new(&criterion.label),
        };
        self.criteria.iter().map(column).collect()
    }

    fn parties(&self, scope: Scope<'_>) -> Vec<Column> {
        let named: Option<Vec<PartyId>> = match &self.only {
            Only::Parties(names) => {
                Some(names.iter().flat_map(|name| scope.parties.find(name)).filter_map(|voice| party(&voice)).collect())
            }
            Only::Everyone | Only::Voiced | Only::Addressee | Only::Minority | Only::Listeners => None,
        };
        let wanted = |id: &PartyId| named.as_ref().is_none_or(|named| named.contains(id));
        let parties = scope.parties.0.iter().filter(|party| wanted(&party.id));
        let column = |party: &crate::record::Party| Column {
            who: Who::One(Assessor::Party(party.id.clone())),
            criterion: None,
            head: Heading::new(&party.label),
        };
        parties.map(column).collect()
    }

    /// The items with nothing given yet, grouped by party where a row is one party's.
    fn lines<'a>(&self, scope: Scope<'a>, case: Option<&Case>) -> Vec<Line<'a>> {
        let things = source::things(scope, &self.from).into_iter().filter(|thing| {
            let Item::Entry(id) = &thing.item else { return true };
            scope.records.entry(id).is_none_or(|entry| !elsewhere(entry, case))
        });
        let of_row = self.is_of_row();
        let line = |thing: Thing| Line {
            party: if of_row { self.party_of(scope, &thing.item) } else { None },
            thing,
            marks: Vec::new(),
            reasons: Vec::new(),
            note: None,
        };
        let mut lines: Vec<Line<'_>> = things.map(line).collect();
        if of_row {
            let order = |party: &PartyId| scope.parties.0.iter().position(|other| other.id == *party);
            lines.sort_by_key(|line| line.party.as_ref().and_then(order).unwrap_or(usize::MAX)); // stable
        }
        lines
    }

    fn party_of(&self, scope: Scope<'_>, item: &Item) -> Option<PartyId> {
        let entry = match item {
            Item::Entry(id) => entry(scope, id)?,
            Item::Party(id) => return Some(id.clone()),
            Item::Statement(_) | Item::Chair(_) | Item::Group(..) | Item::Cell(..) => return None,
        };
        match self.only {
            Only::Addressee => entry.columns.values().find_map(|value| match value {
                Value::Voice(voice) => party(voice),
                Value::Text(_) | Value::Choice(_) | Value::Number(_) | Value::Date(_) => None,
                Value::Entry(_) | Value::Entries(_) | Value::Yes(_) => None,
            }),
            Only::Everyone | Only::Voiced | Only::Minority | Only::Listeners | Only::Parties(_) => {
                entry.namens.as_ref().and_then(party)
            }
        }
    }

    /// What is out of sight now.
    pub(super) fn veil(&self, scope: Scope<'_>, given: &Given<'_>) -> Veil {
        let shown = scope.records.fact(&FactKey::Revealed(self.id.clone())).is_some();
        match self.hidden {
            Hidden::No => Veil::default(),
            Hidden::UntilComplete => {
                let values = !shown && !given.is_complete();
                Veil { values, reasons: values, names: false }
            }
            Hidden::UntilReveal => Veil { values: !shown, reasons: !shown, names: false },
            Hidden::Anonymous => Veil { names: true, ..Veil::default() },
            Hidden::Private => Veil { values: true, reasons: true, names: true },
            Hidden::Reasons => Veil { reasons: !shown, ..Veil::default() },
        }
    }
}

impl Given<'_> {
    /// Whether every item has something of everybody.
    pub(super) fn is_complete(&self) -> bool {
        !self.lines.is_empty() && self.lines.iter().all(|line| line.marks.iter().all(Option::is_some))
    }

    /// Whether nothing was given.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.marks.iter().all(Option::is_none))
    }

    /// How many items have something of everybody.
    pub(super) fn full(&self) -> usize {
        self.lines.iter().filter(|line| line.marks.iter().all(Option::is_some)).count()
    }
}

impl Line<'_> {
    /// Who gives what stands in a column of this row.
    pub(super) fn assessor(&self, column: &Column) -> Assessor {
        match &column.who {
            Who::One(who) => who.clone(),
            Who::OfRow => row_assessor(self.party.as_ref()),
        }
    }

    /// The marks that stand, each with its column.
    pub(super) fn standing(&self) -> Vec<(usize, Mark)> {
        self.marks.iter().enumerate().filter_map(|(nth, mark)| mark.map(|mark| (nth, mark))).collect()
    }
}

/// A row of nobody is the table's.
fn row_assessor(party: Option<&PartyId>) -> Assessor {
    party.map_or(Assessor::Table, |party| Assessor::Party(party.clone()))
}

/// Whether an entry was said in another case of the same sort: in a block that is repeated likewise, elsewhere.
fn elsewhere(entry: &crate::record::Entry, case: Option<&Case>) -> bool {
    let (Some(case), Some(Value::Text(own))) = (case, entry.columns.get(&Case::column())) else { return false };
    let sort = |key: &str| key.split_once(':').map(|(sort, _)| sort.to_owned());
    *own != case.key && sort(own) == sort(&case.key)
}

/// An entry of this table, or of another.
pub(super) fn entry<'a>(scope: Scope<'a>, id: &EntryId) -> Option<&'a crate::record::Entry> {
    let any = || scope.room.tables().into_iter().find_map(|records| records.entry(id));
    scope.records.entry(id).or_else(any)
}

/// The party of a voice.
pub(super) fn party(voice: &Voice) -> Option<PartyId> {
    match voice {
        Voice::Party(id) => Some(id.clone()),
        Voice::Seat(seat) => Parties::chair_of(seat).map(|(party, _)| party),
    }
}

fn chair(scope: Scope<'_>, nth: usize) -> Column {
    let nth = nth as u32 + 1;
    let label = source::label(scope, &Item::Chair(nth)).unwrap_or_default();
    Column { who: Who::One(Assessor::Chair(nth)), criterion: None, head: Heading { label, short: nth.to_string() } }
}

/// The standing judgements of a block: those between the first key it could have and the first of another.
fn judged<'a>(scope: Scope<'a>, block: &BlockId) -> impl Iterator<Item = (&'a JudgementKey, &'a Verdict)> {
    let first = JudgementKey {
        block: block.clone(),
        item: Item::Entry(EntryId::new("")),
        assessor: Assessor::Table,
        criterion: None,
        pass: 0,
    };
    let all = scope.records.judgements().range((Bound::Included(first), Bound::Unbounded));
    let block = block.clone();
    let own = all.take_while(move |(key, _)| key.block == block);
    own.filter_map(|(key, judgement)| judgement.verdict.as_ref().map(|verdict| (key, verdict)))
}
