//! The mirror (*spiegel*): what was said in a party's name, with its own reaction, beside what that party said itself.

use super::{
    Judge,
    given::{entry, party},
};
use crate::{
    document::{Block, Run, Table},
    form::{Case, Scope, Source},
    record::{BlockId, Entry, Flag, Item, PartyId, Value},
};

impl Judge {
    /// The mirror as a table of the report; nothing where the author asked none or nothing was said.
    pub(super) fn mirrored(&self, scope: Scope<'_>) -> Vec<Block> {
        let Some(mirror) = &self.mirror else { return Vec::new() };
        let said = self.said(scope);
        let own = own(scope, mirror);
        let mut rows = Vec::new();
        for here in &scope.parties.0 {
            let of = |list: &[(PartyId, String, String)]| -> Vec<(String, String)> {
                let own = list.iter().filter(|(party, ..)| *party == here.id);
                own.map(|(_, text, mark)| (text.clone(), mark.clone())).collect()
            };
            let (said, own) = (of(&said), of(&own));
            for at in 0..said.len().max(own.len()) {
                let (text, mark) = said.get(at).cloned().unwrap_or_default();
                let answer = own.get(at).map(|(text, _)| text.clone()).unwrap_or_default();
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
        vec![
            Block::Paragraph(vec![Run::strong(say("form-judge-mirror"))]),
            Block::Table(Table::new(head.map(say).into(), rows)),
        ]
    }

    /// What was said in the name of each party, with what was thought of it.
    fn said(&self, scope: Scope<'_>) -> Vec<(PartyId, String, String)> {
        let mut said: Vec<(PartyId, String, String)> = Vec::new();
        for case in self.cases(scope) {
            let given = self.given(scope, case.as_ref(), self.pass(scope));
            let veil = self.veil(scope, &given);
            for line in &given.lines {
                let Item::Entry(id) = &line.thing.item else { continue };
                let Some(entry) = entry(scope, id).filter(|entry| may_be_told(entry)) else { continue };
                let named = line.party.clone().or_else(|| entry.namens.as_ref().and_then(party));
                let Some(named) = named else { continue };
                let mark = |(_, mark)| {
                    if veil.values { "•".to_owned() } else { self.scale.long(mark, scope.words) }
                };
                let marks: Vec<String> = line.standing().into_iter().map(mark).collect();
                said.push((named, line.thing.label.clone(), marks.join(", ")));
            }
        }
        said
    }
}

/// What each party said of itself: by its speaker, in its name, or in its own case.
fn own(scope: Scope<'_>, mirror: &BlockId) -> Vec<(PartyId, String, String)> {
    let things = Source::Block(mirror.clone()).things(scope).into_iter();
    let whose = |entry: &Entry| {
        let case = match entry.columns.get(&Case::column()) {
            Some(Value::Text(key)) => key.strip_prefix("party:").map(PartyId::new),
            Some(_) | None => None,
        };
        entry.namens.as_ref().or(entry.by.as_ref()).and_then(party).or(case)
    };
    let told = things.filter_map(|thing| {
        let Item::Entry(id) = &thing.item else { return None };
        let entry = entry(scope, id).filter(|entry| may_be_told(entry))?;
        Some((whose(entry)?, thing.label, String::new()))
    });
    told.collect()
}

fn may_be_told(entry: &Entry) -> bool {
    !entry.has(Flag::Confidential) && !entry.has(Flag::NotInReport)
}
