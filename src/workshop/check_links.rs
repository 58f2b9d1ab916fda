//! The part of the check that looks between blocks: what they take from one another, and parameters without a meaning.

use crate::{
    form::{Each, Form, Frame, InName, Kind, Room, Scope, Source, source, terms},
    record::{BlockId, Parties, Records},
    words::{Lang, Words},
};

use super::{Workshop, model::Round};
use crate::form::Fault;

/// Everything wrong between the blocks of a workshop, with paths from its outermost bracket.
pub(super) fn faults(workshop: &Workshop) -> Vec<Fault> {
    let all: Vec<(String, &Round, &Form)> = workshop
        .rounds
        .iter()
        .enumerate()
        .flat_map(|(at, round)| {
            let path = move |nth: usize| format!("rounds[{at}].blocks[{nth}]");
            round.blocks.iter().enumerate().map(move |(nth, block)| (path(nth), round, block))
        })
        .collect();
    let mut faults = Vec::new();
    for (at, (path, _, block)) in all.iter().enumerate() {
        let earlier: Vec<&Form> = all[..at].iter().map(|(.., block)| *block).collect();
        let taken = taken(block);
        for (field, wanted) in &taken {
            let path = format!("{path}.{field}");
            faults.extend(reference(workshop, block, &earlier, wanted).map(|fault| Fault { at: path, ..fault }));
        }
        faults.extend(no_end(block).map(|fault| Fault { at: format!("{path}.{}", fault.at), ..fault }));
        faults.extend(no_meaning(block).map(|fault| Fault { at: format!("{path}.{}", fault.at), ..fault }));
    }
    for (at, round) in workshop.rounds.iter().enumerate() {
        let path = format!("rounds[{at}]");
        let first = all.iter().position(|(_, other, _)| other.id == round.id).unwrap_or(all.len());
        let earlier: Vec<&Form> = all[..first].iter().map(|(.., block)| *block).collect();
        if let Some(wanted) = round.each.as_ref().and_then(of_each) {
            let fault = known(workshop, None, &earlier, &wanted);
            faults.extend(fault.map(|fault| Fault { at: format!("{path}.each"), ..fault }));
        }
        if matches!(round.each, Some(Each::Times(0))) {
            faults.push(Fault::new(format!("{path}.each"), "times-zero"));
        }
        if round.rotate.as_ref().is_some_and(|rotate| rotate.moves == 0) {
            faults.push(Fault::new(format!("{path}.rotate.moves"), "no-moves"));
        }
        if round.rotate.is_some() && round.each.is_some() {
            faults.push(Fault::new(format!("{path}.rotate"), "rotate-each"));
        }
    }
    faults
}

/// Something a block takes from another.
enum Wanted {
    Items(Source),
    Pairs(BlockId),
    Beside(BlockId),
}

impl Wanted {
    fn block(&self) -> Option<&BlockId> {
        match self {
            Self::Items(source) => source.block(),
            Self::Pairs(block) | Self::Beside(block) => Some(block),
        }
    }
}

fn of_each(each: &Each) -> Option<Wanted> {
    match each {
        Each::Items(source) => Some(Wanted::Items(source.clone())),
        Each::Pairs(block) => Some(Wanted::Pairs(block.clone())),
        Each::Parties | Each::Seats | Each::Times(_) | Each::List(_) => None,
    }
}

/// Everything a block takes from others, each with its field.
fn taken(block: &Form) -> Vec<(String, Wanted)> {
    let frame = block.lens().frame();
    let sources = block.lens().sources().into_iter();
    let mut taken: Vec<(String, Wanted)> =
        sources.map(|(field, source)| (field, Wanted::Items(source.clone()))).collect();
    taken.extend(frame.each.and_then(of_each).map(|wanted| ("each".to_owned(), wanted)));
    taken.extend(block.lens().beside().into_iter().map(|(field, id)| (field.to_owned(), Wanted::Beside(id.clone()))));
    if let Some(InName::Drawn(block)) = frame.voice {
        taken.push(("as".to_owned(), Wanted::Pairs(block.clone())));
    }
    taken
}

fn reference(workshop: &Workshop, own: &Form, earlier: &[&Form], wanted: &Wanted) -> Option<Fault> {
    known(workshop, Some(own), earlier, wanted)
}

/// What is wrong with what is taken: from itself, in a circle, from later, from nothing, or of a form that has no such thing.
fn known(workshop: &Workshop, own: Option<&Form>, earlier: &[&Form], wanted: &Wanted) -> Option<Fault> {
    let id = wanted.block()?;
    if own.is_some_and(|own| own.lens().frame().id == id) {
        return Some(Fault::new("", "source-itself").naming("id", id.as_str()));
    }
    let Some(form) = earlier.iter().find(|form| form.lens().frame().id == id) else {
        let names: Vec<&str> = earlier.iter().map(|form| form.lens().frame().id.as_str()).collect();
        let names = if names.is_empty() { "–".to_owned() } else { names.join(", ") };
        let key = match (workshop.block(id), own) {
            (Some(later), Some(own)) if leads_to(workshop, later, own.lens().frame().id) => "source-circle",
            (Some(_), _) => "from-later",
            (None, _) => "from-unknown",
        };
        return Some(Fault::new("", key).naming("id", id.as_str()).naming("known", names));
    };
    match wanted {
        Wanted::Items(source) => source::suits(source, form).err().map(|forms| {
            let fault = Fault::new("", "source-form").naming("id", id.as_str());
            fault.naming("form", form.name()).naming("forms", forms)
        }),
        Wanted::Beside(_) => None,
        Wanted::Pairs(_) if matches!(form, Form::Assign(_)) => None,
        Wanted::Pairs(_) => {
            let fault = Fault::new("", "source-form").naming("id", id.as_str());
            Some(fault.naming("form", form.name()).naming("forms", "Assign"))
        }
    }
    .or_else(|| category(workshop, form, wanted))
}

/// Whether what a block takes leads to another one.
fn leads_to(workshop: &Workshop, from: &Form, to: &BlockId) -> bool {
    let mut met: Vec<BlockId> = Vec::new();
    let mut waiting = vec![from];
    while let Some(form) = waiting.pop() {
        for (_, wanted) in taken(form) {
            let Some(id) = wanted.block() else { continue };
            if id == to {
                return true;
            }
            if !met.contains(id) {
                met.push(id.clone());
                waiting.extend(workshop.block(id));
            }
        }
    }
    false
}

/// A category that the block named does not have; one to which the table may add has any.
fn category(workshop: &Workshop, form: &Form, wanted: &Wanted) -> Option<Fault> {
    let mut source = match wanted {
        Wanted::Items(source) => source,
        Wanted::Pairs(_) | Wanted::Beside(_) => return None,
    };
    while let Source::AllTables(inner) = source {
        source = inner;
    }
    let Source::Category(block, category) = source else { return None };
    if let Form::Collect(collect) = form
        && (collect.extendable || !collect.categories_from.is_empty())
    {
        return None;
    }
    let (records, parties, words) = (Records::default(), Parties::default(), Words::new(Lang::default()));
    let room: &dyn Room = workshop;
    let scope = Scope {
        records: &records,
        parties: &parties,
        words: &words,
        room,
        table: 0,
        each: None,
        rotate: None,
        public: false,
    };
    let places = form.lens().places(scope);
    let lists: Vec<&str> =
        places.iter().filter(|place| place.kind != Kind::Board).map(|place| place.category.as_str()).collect();
    (!lists.contains(&category.as_str())).then(|| {
        let fault = Fault::new("", "category-unknown").naming("id", category.as_str());
        fault.naming("block", block.as_str()).naming("known", lists.join(", "))
    })
}

/// A pass that cannot end: it waits for what only a judgement can say.
fn no_end(block: &Form) -> Option<Fault> {
    let until = block.lens().frame().until?;
    let judged = matches!(until.when, terms::Condition::NoObjection | terms::Condition::Consensus);
    (judged && !matches!(block, Form::Judge(_)))
        .then(|| Fault::new("until.when", "until-form").naming("form", block.name()))
}

/// The parameters that a block carries and that mean nothing in its form.
fn no_meaning(block: &Form) -> impl Iterator<Item = Fault> {
    let terms = block.lens().terms();
    let name = block.name();
    let carried = carried(block.lens().frame());
    carried
        .into_iter()
        .filter(|field| !terms.contains(field))
        .map(move |field| Fault::new(field, "no-meaning").naming("name", field).naming("form", name))
}

fn carried(frame: Frame<'_>) -> Vec<&'static str> {
    let carried = [
        ("each", frame.each.is_some()),
        ("as", frame.voice.is_some()),
        ("hidden", frame.hidden != terms::Hidden::No),
        ("only", *frame.only != terms::Only::Everyone),
        ("until", frame.until.is_some()),
        ("rules", !frame.rules.is_empty()),
        ("derive", !frame.derive.is_empty()),
        ("pool", frame.pool),
        ("carry", frame.carry.is_some()),
        ("inject", !frame.inject.is_empty()),
    ];
    carried.into_iter().filter(|(_, is)| *is).map(|(field, _)| field).collect()
}

/// What one workshop has and the same one in another language lacks: rounds, blocks and whatever else has an id.
///
/// A session in the one language could not be told in the other, and a report over both would have holes.
pub fn untranslated(own: &Workshop, other: &Workshop) -> Vec<Fault> {
    let ids = |workshop: &Workshop| {
        let mut ids = Vec::new();
        if let Ok(value) = serde_json::to_value(workshop) {
            collect("", "", &value, &mut ids);
        }
        ids
    };
    let theirs: std::collections::HashSet<String> = ids(other).into_iter().map(|(_, way)| way).collect();
    // of something that is lacking as a whole, not also each of its parts
    let stands =
        |way: &str| way.rsplit_once('/').is_none_or(|(above, _)| above == own_top(own) || theirs.contains(above));
    let lacking = ids(own).into_iter().filter(|(_, way)| !theirs.contains(way) && stands(way));
    lacking
        .map(|(at, way)| {
            let id = way.rsplit('/').next().unwrap_or_default().to_owned();
            Fault::new(at, "untranslated").naming("id", id).naming("language", &other.language)
        })
        .collect()
}

fn own_top(own: &Workshop) -> String {
    format!("/{}", own.id)
}

/// Every id of a workshop with its path, and with the ids it stands below: `droom/wens`.
fn collect(path: &str, way: &str, value: &serde_json::Value, ids: &mut Vec<(String, String)>) {
    use serde_json::Value;
    match value {
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(at, value)| collect(&format!("{path}[{at}]"), way, value, ids));
        }
        Value::Object(fields) => {
            let own = fields.get("id").and_then(Value::as_str);
            let way = own.map_or_else(|| way.to_owned(), |id| format!("{way}/{id}"));
            if own.is_some() && !path.is_empty() {
                ids.push((format!("{path}.id"), way.clone()));
            }
            for (name, value) in fields {
                // the name of a form is a variant, which paths leave out
                let variant = name.chars().next().is_some_and(char::is_uppercase);
                let dot = if path.is_empty() || variant { "" } else { "." };
                let name = if variant { "" } else { name };
                collect(&format!("{path}{dot}{name}"), &way, value, ids);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
