//! A block that is repeated: for each party, each item, each pair that was drawn, or so many times.
//!
//! Each repetition is a **case**. An entry keeps the case it was said in as a value of its own, beside who said it and in
//! whose name, so a new draw or a renamed item never moves what was said. What belongs to a case that is no longer there
//! stands in a last one, *elsewhere*, that shows only when it holds something.

use super::{
    Form, Kind, Place, Scope, source,
    terms::{Moves, Rotate},
};
use crate::record::{Assessor, BlockId, ColumnId, CriterionId, Entry, EntryId, FactKey, Item, PartyId, Value, Voice};
use serde::{Deserialize, Serialize};

/// For what a block is repeated.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Each {
    /// Once for each party at the table.
    Parties,
    /// Once for each chair.
    Seats,
    /// Once for each item.
    Items(source::Source),
    /// Once for each pair that a block assigned: who, and whom or what.
    Pairs(BlockId),
    /// So many times.
    Times(u32),
    /// Once for each of these.
    List(Vec<String>),
}

/// In whose name a block is filled in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum InName {
    /// Of the party of the case.
    Case,
    /// Of whom a block drew for the party of the case.
    Drawn(BlockId),
    /// Of this party.
    Party(String),
}

/// One repetition of a block.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Case {
    /// What an entry keeps of it: `party:gemeente`, `pass:2`.
    pub key: String,
    /// What stands above it.
    pub label: String,
    /// Who speaks in it, if that is known.
    pub by: Option<Voice>,
    /// In whose name.
    pub namens: Option<Voice>,
    /// The entry it is about.
    pub about: Option<EntryId>,
    /// Which pass it is, from 0.
    pub pass: u32,
    /// Whose copy it is, for a block of which each party has one beside the agreed one.
    pub copy: Option<Box<Copied>>,
}

/// A copy of a block, of one who has a copy of their own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Copied {
    /// Whose; the table's is the agreed one.
    pub whose: Assessor,
    /// The case it is a copy of, where the block is repeated as well.
    pub of: Option<Case>,
}

/// Which entries of its category a place holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Which {
    /// All of them.
    #[default]
    All,
    /// Those of one case.
    Case(Box<Case>),
    /// Those of none of these cases.
    Elsewhere(Vec<String>),
}

impl Case {
    /// The column in which an entry keeps the case it was said in.
    pub fn column() -> ColumnId {
        ColumnId::new("case")
    }

    /// The criterion of what is judged in a case, together with one of the form's own.
    pub fn criterion(case: Option<&Self>, own: Option<&str>) -> Option<CriterionId> {
        match (case, own) {
            (None, None) => None,
            (None, Some(own)) => Some(CriterionId::new(own)),
            (Some(case), None) => Some(CriterionId::new(&format!("@{}", case.key))),
            (Some(case), Some(own)) => Some(CriterionId::new(&format!("{own}@{}", case.key))),
        }
    }

    /// A copy of a block that is not repeated; by it one goes to that copy as one goes to a case.
    pub fn copied(whose: Assessor, label: impl Into<String>) -> Self {
        let key = match &whose {
            Assessor::Table => "copy:".to_owned(),
            Assessor::Party(id) => format!("copy:{id}"),
            Assessor::Seat(id) => format!("copy:{id}"),
            Assessor::Chair(nth) => format!("copy:#{nth}"),
        };
        let copy = Some(Box::new(Copied { whose, of: None }));
        Self { key, label: label.into(), copy, ..Self::default() }
    }

    /// This case of a place that may itself be a copy: then that copy, in this case.
    fn of(&self, place: &Place) -> Self {
        match place.which.case().and_then(|own| Some((own, own.copy.as_deref()?))) {
            None => self.clone(),
            Some((own, copy)) => Self {
                key: format!("{}+{}", self.key, own.key),
                label: format!("{} – {}", self.label, own.label),
                copy: Some(Box::new(Copied { whose: copy.whose.clone(), of: Some(self.clone()) })),
                ..self.clone()
            },
        }
    }
}

impl Which {
    /// Whether an entry belongs here.
    pub fn holds(&self, entry: &Entry) -> bool {
        let case = || match entry.columns.get(&Case::column()) {
            Some(Value::Text(key)) => Some(key.as_str()),
            Some(_) | None => None,
        };
        match self {
            Self::All => true,
            Self::Case(own) => case() == Some(&own.key),
            Self::Elsewhere(known) => case().is_none_or(|key| !known.iter().any(|other| other == key)),
        }
    }

    /// The case, if it is one.
    pub fn case(&self) -> Option<&Case> {
        match self {
            Self::Case(case) => Some(case),
            Self::All | Self::Elsewhere(_) => None,
        }
    }
}

/// The cases of a block now; none if it is not repeated.
pub fn cases(scope: Scope<'_>, form: &Form) -> Option<Vec<Case>> {
    let frame = form.lens().frame();
    let Some(each) = frame.each.or(scope.each) else {
        // a list or text that is repeated until something holds; a board shows its passes itself
        let passes = frame.until.filter(|_| !has_board(scope, form)).map(|_| pass(scope, frame.id));
        let passes = passes.map(|last| (0..=last.min(MOST - 1)).map(|pass| passed(scope, pass)).collect());
        return passes.or_else(|| scope.rotate.map(|rotate| moved(scope, rotate)));
    };
    let voice = |item: &Item| match item {
        Item::Party(id) => Some(Voice::Party(id.clone())),
        Item::Entry(_) | Item::Statement(_) | Item::Chair(_) | Item::Cell(..) | Item::Group(..) => None,
    };
    let in_name = |own: &PartyId| match frame.voice {
        Some(InName::Case) => Some(Voice::Party(own.clone())),
        Some(InName::Drawn(block)) => drawn(scope, block, &Item::Party(own.clone())).as_ref().and_then(voice),
        Some(InName::Party(name)) => scope.parties.find(name).into_iter().next(),
        None => None,
    };
    let mut cases: Vec<Case> = match each {
        Each::Parties => scope
            .parties
            .0
            .iter()
            .map(|party| {
                let namens = in_name(&party.id);
                // who speaks in another's name is not that other: only a party that speaks for itself is the speaker
                let by =
                    (namens.as_ref() != Some(&Voice::Party(party.id.clone()))).then(|| Voice::Party(party.id.clone()));
                Case { key: format!("party:{}", party.id), label: party.label.clone(), by, namens, ..Case::default() }
            })
            .collect(),
        Each::Seats => (1..=source::chairs(scope))
            .map(|nth| Case {
                key: format!("chair:{nth}"),
                label: source::label(scope, &Item::Chair(nth)).unwrap_or_default(),
                ..Case::default()
            })
            .collect(),
        Each::Items(source) => source.things(scope).into_iter().map(|thing| about(&thing)).collect(),
        Each::Pairs(block) => {
            let pairs = scope.room.block(block).map(|form| form.lens().pairs(scope)).unwrap_or_default();
            pairs.iter().filter_map(|(who, whom)| pair(scope, who, whom, frame.voice.is_some())).collect()
        }
        Each::Times(count) => (0..(*count).min(MOST)).map(|pass| passed(scope, pass)).collect(),
        Each::List(list) => list
            .iter()
            .map(|label| Case { key: format!("list:{label}"), label: label.clone(), ..Case::default() })
            .collect(),
    };
    if let Some(InName::Party(name)) = frame.voice {
        let namens = scope.parties.find(name).into_iter().next();
        cases.iter_mut().for_each(|case| case.namens = case.namens.take().or_else(|| namens.clone()));
    }
    cases.truncate(MOST as usize);
    Some(cases)
}

/// The cases of a block; one that is none where it is not repeated.
pub fn all(scope: Scope<'_>, form: &Form) -> Vec<Option<Case>> {
    cases(scope, form).map_or_else(|| vec![None], |cases| cases.into_iter().map(Some).collect())
}

/// More cases than this are not shown: nobody goes through them in an evening.
const MOST: u32 = 200;

fn about(thing: &source::Thing) -> Case {
    let label = thing.label.clone();
    match &thing.item {
        Item::Entry(id) => Case { key: format!("entry:{id}"), label, about: Some(id.clone()), ..Case::default() },
        Item::Party(id) => {
            Case { key: format!("party:{id}"), label, by: Some(Voice::Party(id.clone())), ..Case::default() }
        }
        Item::Statement(text) => Case { key: format!("list:{text}"), label, ..Case::default() },
        Item::Chair(nth) => Case { key: format!("chair:{nth}"), label, ..Case::default() },
        Item::Cell(..) => Case { key: format!("cell:{label}"), label, ..Case::default() },
        Item::Group(block, group) => Case { key: format!("group:{block}/{group}"), label, ..Case::default() },
    }
}

fn pair(scope: Scope<'_>, who: &Item, whom: &Item, in_name: bool) -> Option<Case> {
    let (who_label, whom_label) = (source::label(scope, who)?, source::label(scope, whom)?);
    let voice = |item: &Item| match item {
        Item::Party(id) => Some(Voice::Party(id.clone())),
        Item::Entry(_) | Item::Statement(_) | Item::Chair(_) | Item::Cell(..) | Item::Group(..) => None,
    };
    let about = match whom {
        Item::Entry(id) => Some(id.clone()),
        Item::Party(_) | Item::Statement(_) | Item::Chair(_) | Item::Cell(..) | Item::Group(..) => None,
    };
    let key = if in_name { "form-case-skin" } else { "form-case-pair" };
    let label = scope.words.tell(key, &[("who", who_label.into()), ("whom", whom_label.into())]);
    let namens = if in_name { voice(whom) } else { None };
    Some(Case {
        key: format!("pair:{}>{}", name(who), name(whom)),
        label,
        by: voice(who),
        namens,
        about,
        ..Case::default()
    })
}

/// A pass of a block that is repeated.
pub fn passed(scope: Scope<'_>, pass: u32) -> Case {
    let label = scope.words.tell("form-case-pass", &[("pass", (pass as usize + 1).into())]);
    Case { key: format!("pass:{pass}"), label, pass, ..Case::default() }
}

/// Whether a block shows a board.
fn has_board(scope: Scope<'_>, form: &Form) -> bool {
    form.lens().places(scope).iter().any(|place| place.kind == Kind::Board)
}

/// The visits of a round in which people or sheets move: at first everybody is at home.
///
/// What was said stays with its table; each entry keeps in which visit it was said, so whose words they were can always be
/// found back: after `n` moves the group of table `t - n` sits at table `t`.
fn moved(scope: Scope<'_>, rotate: &Rotate) -> Vec<Case> {
    let tables = (scope.room.tables().len() as u32).max(1);
    let visit = |nth: u32| {
        let home = scope.table.saturating_sub(1).min(tables - 1);
        let from = (home + tables - nth % tables) % tables + 1;
        let key = match (from == home + 1, rotate.what) {
            (true, Moves::People) => "form-case-home",
            (false, Moves::People) => "form-case-visit",
            (true, Moves::Sheets) => "form-case-own-sheet",
            (false, Moves::Sheets) => "form-case-sheet",
        };
        let args = [("pass", (nth as usize + 1).into()), ("table", (from as usize).into())];
        Case { key: format!("visit:{nth}"), label: scope.words.tell(key, &args), pass: nth, ..Case::default() }
    };
    (0..=rotate.moves.min(MOST - 1)).map(visit).collect()
}

/// In which pass of a block the table is, from 0.
pub fn pass(scope: Scope<'_>, block: &BlockId) -> u32 {
    scope.records.number(&FactKey::Pass(block.clone())).map_or(0, |pass| pass.clamp(0.0, 999.0) as u32)
}

/// A short name of an item that does not change when its words do.
pub fn name(item: &Item) -> String {
    match item {
        Item::Entry(id) => id.to_string(),
        Item::Party(id) => id.to_string(),
        Item::Statement(text) => text.clone(),
        Item::Chair(nth) => format!("#{nth}"),
        Item::Cell(row, column) => format!("{}×{}", name(row), name(column)),
        Item::Group(block, group) => format!("{block}/{group}"),
    }
}

/// What a block assigned to an item.
pub fn drawn(scope: Scope<'_>, block: &BlockId, who: &Item) -> Option<Item> {
    let form = scope.room.block(block)?;
    form.lens().pairs(scope).into_iter().find(|(other, _)| other == who).map(|(_, whom)| whom)
}

/// The places of a block, once for each of its cases.
pub fn places(scope: Scope<'_>, form: &Form) -> Vec<Place> {
    let own = form.lens().places(scope);
    let Some(cases) = cases(scope, form) else { return own };
    let mut places = Vec::new();
    for case in &cases {
        places.extend(own.iter().map(|place| Place { which: Which::Case(Box::new(case.of(place))), ..place.clone() }));
    }
    let known: Vec<String> = cases.into_iter().map(|case| case.key).collect();
    let rest = own.into_iter().filter(|place| place.kind != Kind::Board);
    places.extend(rest.map(|place| Place {
        which: Which::Elsewhere(known.clone()),
        quiet: true,
        sigil: None,
        ..place
    }));
    places
}
