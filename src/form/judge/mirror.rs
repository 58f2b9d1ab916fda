//! The mirror (*spiegel*): what was said in a party's name, with its own reaction, beside what that party said itself.

use super::{
    Judge,
    given::{entry, party},
    mark::Mark,
    outcome::Given,
};
use crate::{
    document::{Block, Run, Table},
    form::{Case, Scope, Source},
    record::{Entry, EntryId, Item, PartyId, Value, Voice},
};

/// Something that was said in the name of a party.
#[derive(Clone, PartialEq, Debug)]
pub struct Voiced {
    /// In whose name.
    pub party: PartyId,
    /// Who said it.
    pub by: Option<Voice>,
    /// What was said.
    pub entry: EntryId,
    /// Its words, in one line.
    pub text: String,
    /// What the party thinks of it; nothing while that is out of sight.
    pub given: Vec<Given>,
    /// How many gave a value, seen or not.
    pub count: usize,
}

/// Something that a party said of itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Own {
    /// Which.
    pub party: PartyId,
    /// What it said.
    pub entry: EntryId,
    /// Its words, in one line.
    pub text: String,
}

impl Judge {
    /// The mirror as a table of the report; nothing where the author asked none or nothing was said.
    pub(super) fn mirrored(&self, scope: Scope<'_>) -> Vec<Block> {
        if self.mirror.is_none() {
            return Vec::new();
        }
        let told = |id: &EntryId| entry(scope, id).is_some_and(may_be_told);
        let marks = |voiced: &Voiced| -> Vec<String> {
            if voiced.given.is_empty() {
                return vec!["•".to_owned(); voiced.count];
            }
            voiced.given.iter().map(|given| self.told(scope, given.mark)).collect()
        };
        let said: Vec<Voiced> = self.voiced(scope).into_iter().filter(|one| told(&one.entry)).collect();
        let own: Vec<Own> = self.own(scope).into_iter().filter(|one| told(&one.entry)).collect();
        let mut rows = Vec::new();
        for here in &scope.parties.0 {
            let said: Vec<&Voiced> = said.iter().filter(|one| one.party == here.id).collect();
            let own: Vec<&Own> = own.iter().filter(|one| one.party == here.id).collect();
            for at in 0..said.len().max(own.len()) {
                let text = said.get(at).map(|one| one.text.clone()).unwrap_or_default();
                let mark = said.get(at).map(|one| marks(one).join(", ")).unwrap_or_default();
                let answer = own.get(at).map(|one| one.text.clone()).unwrap_or_default();
                let name = if at == 0 { here.label.clone() } else { String::new() };
                let cell =
                    |text: String| Some(text).filter(|text| !text.is_empty()).map(Run::plain).into_iter().collect();
                rows.push([name, text, mark, answer].map(cell).into());
            }
        }
        if rows.is_empty() {
            return Vec::new();
        }
        let say = |key: &str| scope.words.say(key);
        let head =
            ["form-judge-mirror-party", "form-judge-mirror-said", "form-judge-mirror-mark", "form-judge-mirror-own"];
        let table = Table::new(head.map(say).into(), rows);
        vec![Block::Paragraph(vec![Run::strong(say("form-judge-mirror"))]), Block::Table(table)]
    }

    /// A mark in words, where there is room for them.
    pub fn told(&self, scope: Scope<'_>, mark: Mark) -> String {
        self.scale.long(mark, scope.words)
    }

    /// What was said in the name of each party, with what was thought of it.
    pub fn voiced(&self, scope: Scope<'_>) -> Vec<Voiced> {
        let lines = self.outcomes(scope).into_iter().flat_map(|outcome| outcome.lines);
        let voiced = lines.filter_map(|line| {
            let Item::Entry(id) = &line.thing.item else { return None };
            let entry = entry(scope, id)?;
            let named = line.party.or_else(|| entry.namens.as_ref().and_then(party))?;
            Some(Voiced {
                party: named,
                by: entry.by.clone(),
                entry: id.clone(),
                text: line.thing.label,
                given: line.given,
                count: line.count,
            })
        });
        voiced.collect()
    }

    /// What each party said of itself: by its speaker, in its name, or in its own case.
    pub fn own(&self, scope: Scope<'_>) -> Vec<Own> {
        let Some(mirror) = &self.mirror else { return Vec::new() };
        let things = Source::Block(mirror.clone()).things(scope).into_iter();
        let whose = |entry: &Entry| {
            let case = match entry.columns.get(&Case::column()) {
                Some(Value::Text(key)) => key.strip_prefix("party:").map(PartyId::new),
                Some(_) | None => None,
            };
            entry.namens.as_ref().or(entry.by.as_ref()).and_then(party).or(case)
        };
        let own = things.filter_map(|thing| {
            let Item::Entry(id) = &thing.item else { return None };
            Some(Own { party: whose(entry(scope, id)?)?, entry: id.clone(), text: thing.label })
        });
        own.collect()
    }
}

fn may_be_told(entry: &Entry) -> bool {
    !entry.is_kept_in()
}
