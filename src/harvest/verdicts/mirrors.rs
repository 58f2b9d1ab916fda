//! In the other's skin: what was said in a party's name, beside what that party said itself.
//!
//! What a party makes of it is in the words of the workshop's author (recognised, surprising, missed); it is counted and not
//! weighed. What was said in a name and nobody reacted to is told as such, and so is a block that is filled in in another's
//! name without any mirror behind it.

use super::{
    Gather, Place, Verdicts, Walk,
    scales::is_mirror,
    subject::{Asked, Trace},
};
use crate::{
    form::{
        Form, Scope, Source,
        judge::{Given, Judge, Mark, Scale},
    },
    record::{BlockId, Item, PartyId, TableId, Voice},
    session::Table,
    words::Words,
};

/// A mirror over all tables.
#[derive(Clone, PartialEq, Debug)]
pub struct Mirror {
    /// What was asked.
    pub asked: Asked,
    /// What a party can make of it, in the words of the author; none where it was not asked.
    pub zones: Vec<String>,
    /// By party, in their order; only those of whom something was said.
    pub parties: Vec<Seen>,
    /// The tables of which it is still out of sight what the parties make of it.
    pub hidden: Vec<TableId>,
}

/// How a party was seen.
#[derive(Clone, PartialEq, Debug)]
pub struct Seen {
    /// Which.
    pub party: PartyId,
    /// What was said in its name.
    pub said: Vec<Line>,
    /// What it said itself.
    pub own: Vec<Line>,
    /// How much of what was said it put in each zone, by the zone's place.
    pub counts: Vec<usize>,
    /// To how much of it there was no reaction, or none that may be seen.
    pub open: usize,
}

/// Something that was said.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// Its words, in one line.
    pub text: String,
    /// Who said it, where that is known.
    pub by: Option<Voice>,
    /// In which zones it was put, by their place.
    pub zones: Vec<usize>,
    /// What the party makes of it, in words.
    pub told: Vec<String>,
    /// Why, where that was said.
    pub reasons: Vec<String>,
    /// What it rests on: where it was said, and the reactions.
    pub traces: Vec<Trace>,
}

impl Mirror {
    /// How much was said in another's name.
    pub fn said(&self) -> usize {
        self.parties.iter().map(|seen| seen.said.len()).sum()
    }
}

/// Gathers a mirror.
pub(super) fn gather(walk: &Walk<'_>, at: Place) -> Option<Box<dyn Gather>> {
    let (round, form) = walk.block(at)?;
    let judge = match form {
        Form::Judge(judge) if is_mirror(judge) => Some(judge),
        Form::Collect(_) | Form::Formulate(_) => {
            let frame = form.lens().frame();
            if frame.voice.is_none() || is_mirrored(walk, frame.id) {
                return None;
            }
            None
        }
        Form::Judge(_)
        | Form::Moment(_)
        | Form::Group(_)
        | Form::Link(_)
        | Form::Vote(_)
        | Form::Matrix(_)
        | Form::Assign(_) => return None,
    };
    let mirror = Mirror {
        asked: Asked::new(at.round, round, form, None),
        zones: judge.map(|judge| zones(walk, judge)).unwrap_or_default(),
        parties: Vec::new(),
        hidden: Vec::new(),
    };
    Some(Box::new(Gathered { at, mirror }))
}

/// Whether a party is asked elsewhere what it makes of what is said in this block.
fn is_mirrored(walk: &Walk<'_>, block: &BlockId) -> bool {
    let blocks = walk.rounds().flat_map(|(_, round)| &round.blocks);
    let mut judges = blocks.filter_map(|form| match form {
        Form::Judge(judge) if is_mirror(judge) => Some(judge),
        Form::Judge(_)
        | Form::Moment(_)
        | Form::Collect(_)
        | Form::Formulate(_)
        | Form::Group(_)
        | Form::Link(_)
        | Form::Vote(_)
        | Form::Matrix(_)
        | Form::Assign(_) => None,
    });
    judges.any(|judge| judge.from.iter().filter_map(Source::block).any(|of| of == block))
}

/// A mirror while it is gathered.
#[derive(Debug)]
struct Gathered {
    at: Place,
    mirror: Mirror,
}

impl Gather for Gathered {
    fn take(&mut self, walk: &Walk<'_>, table: &Table) {
        let Some((round, form)) = walk.block(self.at) else { return };
        let scope = walk.scope(round, table);
        match form {
            Form::Judge(judge) => self.mirror.take(scope, judge, table.id),
            Form::Collect(_) | Form::Formulate(_) => self.mirror.listen(scope, form.lens().frame().id, table.id),
            Form::Moment(_) | Form::Group(_) | Form::Link(_) | Form::Vote(_) | Form::Matrix(_) | Form::Assign(_) => {}
        }
    }

    fn done(self: Box<Self>, walk: &Walk<'_>, into: &mut Verdicts) {
        let mut mirror = self.mirror;
        mirror.parties.sort_by_key(|seen| scope_order(walk, &seen.party));
        into.mirrors.push(mirror);
    }
}

fn scope_order(walk: &Walk<'_>, party: &PartyId) -> usize {
    walk.session.head.parties.0.iter().position(|one| one.id == *party).unwrap_or(usize::MAX)
}

/// The zones in which a party puts what was said.
fn zones(walk: &Walk<'_>, judge: &Judge) -> Vec<String> {
    match &judge.scale {
        Scale::Zones(zones) => zones.clone(),
        Scale::Rings { rings, .. } => rings.clone(),
        Scale::YesNo => ["form-yes", "form-no"].map(|key| walk.words.say(key)).into(),
        Scale::Consent => {
            ["form-judge-fine", "form-judge-concern", "form-judge-objection"].map(|key| walk.words.say(key)).into()
        }
        Scale::Numbers { .. } | Scale::Axes { .. } => Vec::new(),
    }
}

impl Seen {
    /// How much of what was said is in each zone, and to how much there was no reaction: `2 herkend, 1 zonder reactie`.
    pub fn counts(&self, zones: &[String], words: &Words) -> String {
        let counted = self.counts.iter().zip(zones).filter(|(count, _)| **count > 0);
        let mut told: Vec<String> = counted.map(|(count, zone)| format!("{count} {zone}")).collect();
        if self.open > 0 && !zones.is_empty() {
            told.push(words.tell("verdicts-mirror-open", &[("count", self.open.into())]));
        }
        told.join(", ")
    }
}

impl Mirror {
    fn seen(&mut self, party: &PartyId) -> &mut Seen {
        let at = match self.parties.iter().position(|seen| seen.party == *party) {
            Some(at) => at,
            None => {
                let (said, own, counts) = (Vec::new(), Vec::new(), vec![0; self.zones.len()]);
                self.parties.push(Seen { party: party.clone(), said, own, counts, open: 0 });
                self.parties.len() - 1
            }
        };
        &mut self.parties[at]
    }

    /// What was said at a table, with the reactions.
    fn take(&mut self, scope: Scope<'_>, judge: &Judge, table: TableId) {
        let mut hidden = false;
        for voiced in judge.voiced(scope) {
            hidden |= voiced.count > voiced.given.len();
            let reacted = |given: &&Given| match given.mark {
                Mark::Absent | Mark::Odd => false,
                Mark::Number(_) | Mark::Zone(_) | Mark::Ring(..) | Mark::At(..) | Mark::Yes(_) | Mark::Consent(_) => {
                    true
                }
            };
            let given: Vec<&Given> = voiced.given.iter().filter(reacted).collect();
            let zones: Vec<usize> = given.iter().filter_map(|given| given.mark.choice()).collect();
            let item = Item::Entry(voiced.entry.clone());
            let keys = given.iter().filter_map(|given| given.key.clone());
            let mut traces = vec![Trace::new(table, &item, None)];
            traces.extend(keys.map(|key| Trace::new(table, &item, Some(key))));
            let line = Line {
                text: voiced.text,
                by: voiced.by,
                told: given.iter().map(|given| judge.told(scope, given.mark)).collect(),
                reasons: given.iter().filter_map(|given| given.reason.clone()).collect(),
                zones,
                traces,
            };
            let seen = self.seen(&voiced.party);
            seen.open += usize::from(line.told.is_empty());
            for zone in &line.zones {
                if let Some(count) = seen.counts.get_mut(*zone) {
                    *count += 1;
                }
            }
            seen.said.push(line);
        }
        for own in judge.own(scope) {
            let traces = vec![Trace::new(table, &Item::Entry(own.entry), None)];
            let by = Some(Voice::Party(own.party.clone()));
            let line = Line { text: own.text, by, zones: Vec::new(), told: Vec::new(), reasons: Vec::new(), traces };
            self.seen(&own.party).own.push(line);
        }
        self.hidden.extend(hidden.then_some(table));
    }

    /// What was said at a table in a name, where nobody is asked what that party makes of it.
    fn listen(&mut self, scope: Scope<'_>, block: &BlockId, table: TableId) {
        for thing in Source::Block(block.clone()).things(scope) {
            let Item::Entry(id) = &thing.item else { continue };
            let Some(entry) = scope.records.entry(id) else { continue };
            let party = match &entry.namens {
                Some(Voice::Party(party)) => party.clone(),
                Some(Voice::Seat(_)) | None => continue,
            };
            if entry.by == entry.namens {
                continue; // for itself, which is nobody else's skin
            }
            let traces = vec![Trace::new(table, &thing.item, None)];
            let (by, none) = (entry.by.clone(), Vec::new);
            let line = Line { text: thing.label, by, zones: Vec::new(), told: none(), reasons: none(), traces };
            let seen = self.seen(&party);
            seen.open += 1;
            seen.said.push(line);
        }
    }
}
