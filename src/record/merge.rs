//! Two entries as one: what putting them together alters, reckoned from the records alone.
//!
//! It stands on this floor because both the table and a form that groups put doubles together. Nothing is dropped: the one
//! that goes is set aside with all it was given.

use super::{Entry, EntryId, Item, JudgementKey, Part, Records, Touch, Value, Verdict};
use crate::text::fold;
use std::collections::HashSet;

impl Records {
    /// Whether `above` is the entry itself or hangs under it.
    pub fn circles(&self, id: &EntryId, above: &EntryId) -> bool {
        let mut met = HashSet::new(); // two laptops together may have made a circle already
        let mut at = Some(above);
        while let Some(up) = at.filter(|up| met.insert(*up)) {
            if up == id {
                return true;
            }
            at = self.entry(up).and_then(|entry| entry.answers.as_ref());
        }
        false
    }

    /// Puts two entries together: the words of `id` stand behind those of `into` unless they are the same, what hung under
    /// it hangs under `into`, its marks go along, and it is set aside.
    ///
    /// Where both have a voice, or a column that is not words, that of `into` stands; the other stays with the entry that was
    /// set aside.
    pub fn put_together(&self, id: &EntryId, into: &EntryId) -> Vec<Touch> {
        let living = |id| self.entry(id).filter(|entry: &&Entry| !entry.gone);
        let (Some(from), Some(to)) = (living(id), living(into)) else { return Vec::new() };
        if id == into {
            return Vec::new();
        }
        let mut parts = vec![Part::Text(joined(&to.text, &from.text))];
        parts.extend(from.flags.iter().map(|flag| Part::Flag(*flag, true)));
        parts.extend(from.themes.iter().map(|theme| Part::Theme(theme.clone(), true)));
        parts.push(Part::By(to.by.clone().or_else(|| from.by.clone())));
        parts.push(Part::Namens(to.namens.clone().or_else(|| from.namens.clone())));
        for (column, value) in &from.columns {
            let value = match (to.columns.get(column), value) {
                (None, value) => value.clone(),
                (Some(Value::Text(to)), Value::Text(from)) => Value::Text(joined(to, from)),
                (Some(_), _) => continue,
            };
            parts.push(Part::Column(column.clone(), Some(value)));
        }
        let under_it = self.circles(id, into); // `into` hangs somewhere below what is merged into it
        if under_it || to.answers.is_none() && from.category == to.category {
            let above = from.answers.as_ref().filter(|above| *above != into);
            parts.push(Part::Answers(above.filter(|above| under_it || !self.circles(into, above)).cloned()));
        }
        let below = self.below(id).filter(|below| below.id != *into);
        let below = below.filter_map(|below| self.touch(&below.id, Part::Answers(Some(into.clone()))));
        let judged = self.judged_again(&Item::Entry(id.clone()), &Item::Entry(into.clone()));
        let parts = parts.into_iter().filter_map(|part| self.touch(into, part));
        parts.chain(below).chain(judged).chain(self.touch(id, Part::Gone(true))).collect()
    }

    /// What was judged of one item, judged of another that takes its place: stickers are added up; of anything else what
    /// the other was given stands. What the first was given is kept with it, for when it comes back.
    pub fn judged_again(&self, was: &Item, now: &Item) -> Vec<Touch> {
        let mut touches = Vec::new();
        for (key, judgement) in self.judgements() {
            let (Some(item), Some(verdict)) = (key.item.with(was, now), &judgement.verdict) else { continue };
            let key = JudgementKey { item, ..key.clone() };
            let verdict = match (self.verdict(&key), verdict) {
                (None, verdict) => verdict.clone(),
                (Some(Verdict::Tokens(one)), Verdict::Tokens(other)) => Verdict::Tokens(one.saturating_add(*other)),
                (Some(_), _) => continue,
            };
            touches.extend(self.touch_verdict(key, Some(verdict)));
        }
        touches
    }
}

/// Two texts as one; the same words are not said twice.
fn joined(to: &str, from: &str) -> String {
    if to.trim().is_empty() {
        from.to_owned()
    } else if from.trim().is_empty() || fold(to) == fold(from) {
        to.to_owned()
    } else {
        format!("{to} / {from}")
    }
}
