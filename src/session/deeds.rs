//! What a note-taker does to entries, each as the touches of one change: all of it or nothing, and taken back as one.

use super::{said::Said, table::Table};
use crate::{
    form::{ColumnKind, Kind, Place, formulate},
    record::{ColumnId, Entry, EntryId, Flag, Home, Mint, Now, Order, Part, Parties, RoundId, Touch, Value},
    text::fold,
    words::{Lang, numbers, parse_date},
};

/// A line that is ready to be saved, and where.
#[derive(Clone, Debug)]
pub struct Slot<'a> {
    /// The round in which it is said.
    pub round: &'a RoundId,
    /// The place it goes to.
    pub place: &'a Place,
    /// Under which entry it hangs, if that was chosen.
    pub under: Option<&'a EntryId>,
    /// What stands in the columns, as typed.
    pub columns: &'a [String],
    /// Who may have said it.
    pub parties: &'a Parties,
    /// The language in which dates and numbers are typed.
    pub lang: Lang,
}

impl Table {
    /// Says something new. Nothing if there are no words and no columns.
    pub fn say(&self, line: &str, slot: &Slot<'_>, mint: &mut Mint, now: Now) -> Vec<Touch> {
        if slot.place.kind == Kind::Slot {
            return self.word_slot(line, slot, mint, now);
        }
        let said = Said::read(line, slot.parties);
        let columns = read_columns(slot, now);
        if said.text.is_empty() && columns.is_empty() {
            return Vec::new();
        }
        let home = Home { round: slot.round.clone(), block: slot.place.block.clone(), pass: 0 };
        let mut entry = Entry::new(mint.entry(now), mint.stamp(now), home, slot.place.category.clone(), &said.text);
        entry.answers = self.above(&said, slot);
        entry.columns = columns.into_iter().collect();
        entry.themes = said.themes.iter().cloned().collect();
        if slot.place.quote {
            entry.flags.insert(Flag::Quote);
        }
        let owner =
            slot.place.columns.iter().find(|column| matches!(column.kind, ColumnKind::Participant | ColumnKind::Party));
        match (said.by, owner) {
            // in a list of actions `@` says who pulls it
            (Some(voice), Some(column)) => drop(entry.columns.entry(column.id.clone()).or_insert(Value::Voice(voice))),
            (by, _) if !slot.place.anonymous => entry.by = by,
            _ => {}
        }
        entry.namens = said.namens;
        vec![Touch::Birth(Box::new(entry))]
    }

    /// The entry that a new line hangs under: the one named by number, the one chosen, or the last that can be answered.
    fn above(&self, said: &Said, slot: &Slot<'_>) -> Option<EntryId> {
        if slot.place.answers.is_empty() && slot.under.is_none() {
            return None;
        }
        let nth = |number: usize| self.answerable(slot.place).nth(number.checked_sub(1)?);
        if let Some(entry) = said.under.and_then(nth) {
            return Some(entry.id.clone());
        }
        let last = || self.answerable(slot.place).max_by(|a, b| a.born.cmp(&b.born)).map(|entry| entry.id.clone());
        slot.under.cloned().or_else(last)
    }

    /// The entries that those of a place can hang under, in order.
    pub fn answerable<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a Entry> {
        place.answers.iter().flat_map(|category| self.records.listed(&place.block, category))
    }

    fn word_slot(&self, line: &str, slot: &Slot<'_>, mint: &mut Mint, now: Now) -> Vec<Touch> {
        let id = formulate::slot_entry(self.id, &slot.place.block, &slot.place.category);
        let text = line.trim();
        if let Some(standing) = self.records.entry(&id) {
            let back = standing.gone.then(|| self.records.touch(&id, Part::Gone(false))).flatten();
            let text = self.records.touch(&id, Part::Text(text.to_owned()));
            return back.into_iter().chain(text).collect();
        }
        if text.is_empty() {
            return Vec::new();
        }
        let home = Home { round: slot.round.clone(), block: slot.place.block.clone(), pass: 0 };
        let entry = Entry::new(id, mint.stamp(now), home, slot.place.category.clone(), text);
        vec![Touch::Birth(Box::new(entry))]
    }

    /// Words an entry anew; its marks are what now stands behind the words. Emptied, it is deleted.
    pub fn reword(&self, id: &EntryId, line: &str, slot: &Slot<'_>, now: Now) -> Vec<Touch> {
        let Some(entry) = self.records.entry(id) else { return Vec::new() };
        if slot.place.kind == Kind::Slot {
            return self.records.touch(id, Part::Text(line.trim().to_owned())).into_iter().collect();
        }
        let said = Said::read(line, slot.parties);
        let columns = read_columns(slot, now);
        if said.text.is_empty() && columns.is_empty() {
            return self.delete(id);
        }
        let mut parts = vec![Part::Text(said.text.clone()), Part::Namens(said.namens.clone())];
        let owner =
            slot.place.columns.iter().find(|column| matches!(column.kind, ColumnKind::Participant | ColumnKind::Party));
        match (&said.by, owner) {
            (Some(voice), Some(column)) => {
                parts.push(Part::Column(column.id.clone(), Some(Value::Voice(voice.clone()))))
            }
            (None, Some(_)) => {}
            (by, None) => parts.push(Part::By(by.clone())),
        }
        parts.extend(
            entry
                .themes
                .iter()
                .filter(|theme| !said.themes.contains(theme))
                .map(|theme| Part::Theme(theme.clone(), false)),
        );
        parts.extend(said.themes.iter().map(|theme| Part::Theme(theme.clone(), true)));
        for column in &slot.place.columns {
            let value = columns.iter().find(|(id, _)| *id == column.id).map(|(_, value)| value.clone());
            let set =
                matches!(parts.iter().find(|part| matches!(part, Part::Column(id, _) if *id == column.id)), Some(_));
            if !set {
                parts.push(Part::Column(column.id.clone(), value));
            }
        }
        if let Some(above) = said.under.and_then(|number| self.answerable(slot.place).nth(number.checked_sub(1)?))
            && !self.circles(id, &above.id)
        {
            parts.push(Part::Answers(Some(above.id.clone())));
        }
        parts.into_iter().filter_map(|part| self.records.touch(id, part)).collect()
    }

    /// Sets an entry aside, so that it is seen nowhere; undo brings it back.
    pub fn delete(&self, id: &EntryId) -> Vec<Touch> {
        self.records.touch(id, Part::Gone(true)).into_iter().collect()
    }

    /// Puts a mark on, or takes it off.
    pub fn toggle(&self, id: &EntryId, flag: Flag) -> Vec<Touch> {
        let on = self.records.entry(id).is_some_and(|entry| entry.has(flag));
        self.records.touch(id, Part::Flag(flag, !on)).into_iter().collect()
    }

    /// Puts an entry in another place: another category, another block, another round.
    pub fn rehome(&self, id: &EntryId, round: &RoundId, place: &Place) -> Vec<Touch> {
        let Some(entry) = self.records.entry(id) else { return Vec::new() };
        let home = Home { round: round.clone(), block: place.block.clone(), pass: entry.home.pass };
        let mut parts =
            vec![Part::Home(home), Part::Category(place.category.clone()), Part::Flag(Flag::Quote, place.quote)];
        let above = entry.answers.as_ref().and_then(|above| self.records.entry(above));
        if above.is_some_and(|above| !(above.home.block == place.block && place.answers.contains(&above.category))) {
            parts.push(Part::Answers(None)); // what it hung under is not something one answers from there
        }
        parts.into_iter().filter_map(|part| self.records.touch(id, part)).collect()
    }

    /// Hangs an entry under another, or loose. Refused where it would hang under itself.
    pub fn hang(&self, id: &EntryId, under: Option<&EntryId>) -> Vec<Touch> {
        if under.is_some_and(|under| self.circles(id, under)) {
            return Vec::new();
        }
        self.records.touch(id, Part::Answers(under.cloned())).into_iter().collect()
    }

    /// Whether `above` is the entry itself or hangs under it.
    pub fn circles(&self, id: &EntryId, above: &EntryId) -> bool {
        let mut at = Some(above.clone());
        for _ in 0..=self.records.len() {
            match at {
                None => return false,
                Some(at) if at == *id => return true,
                Some(up) => at = self.records.entry(&up).and_then(|entry| entry.answers.clone()),
            }
        }
        true
    }

    /// Moves an entry one place up or down among those of its category that hang where it hangs.
    pub fn shift(&self, id: &EntryId, up: bool) -> Vec<Touch> {
        let Some(entry) = self.records.entry(id) else { return Vec::new() };
        let listed = self.records.listed(&entry.home.block, &entry.category);
        let beside: Vec<&Entry> = listed.filter(|other| other.answers == entry.answers).collect();
        let Some(at) = beside.iter().position(|other| other.id == *id) else { return Vec::new() };
        let order = |at: Option<usize>| at.and_then(|at| beside.get(at)).map(|entry| &entry.order);
        let place = match (up, at) {
            (true, 0) => return Vec::new(),
            (true, at) => Order::between(order(at.checked_sub(2)), order(Some(at - 1))),
            (false, at) if at + 1 == beside.len() => return Vec::new(),
            (false, at) => Order::between(order(Some(at + 1)), order(Some(at + 2))),
        };
        self.records.touch(id, Part::Order(place)).into_iter().collect()
    }

    /// Puts two entries together: the words of `id` stand behind those of `into` unless they are the same, what hung under
    /// it hangs under `into`, its marks go along, and it is set aside.
    pub fn merge(&self, id: &EntryId, into: &EntryId) -> Vec<Touch> {
        let (Some(from), Some(to)) = (self.records.entry(id), self.records.entry(into)) else { return Vec::new() };
        if id == into {
            return Vec::new();
        }
        let mut touches = Vec::new();
        let mut add = |id: &EntryId, part: Part| touches.extend(self.records.touch(id, part));
        if fold(&from.text) != fold(&to.text) && !from.text.is_empty() {
            add(into, Part::Text(format!("{} / {}", to.text, from.text)));
        }
        from.flags.iter().for_each(|flag| add(into, Part::Flag(*flag, true)));
        from.themes.iter().for_each(|theme| add(into, Part::Theme(theme.clone(), true)));
        if to.by.is_none() {
            add(into, Part::By(from.by.clone()));
        }
        for (column, value) in &from.columns {
            if !to.columns.contains_key(column) {
                add(into, Part::Column(column.clone(), Some(value.clone())));
            }
        }
        if to.answers.as_ref() == Some(id) {
            add(into, Part::Answers(from.answers.clone()));
        }
        for below in self.records.below(id).filter(|below| below.id != *into) {
            add(&below.id, Part::Answers(Some(into.clone())));
        }
        add(id, Part::Gone(true));
        touches
    }

    /// Makes two entries of one: the words up to byte `at` stay, the rest becomes the next entry.
    pub fn split(&self, id: &EntryId, first: &str, second: &str, mint: &mut Mint, now: Now) -> Vec<Touch> {
        let (first, second) = (first.trim(), second.trim());
        let Some(entry) = self.records.entry(id) else { return Vec::new() };
        if first.is_empty() || second.is_empty() {
            return Vec::new();
        }
        let next = self.records.listed(&entry.home.block, &entry.category).skip_while(|other| other.id != *id).nth(1);
        let new = mint.entry(now);
        let half = Entry {
            answers: entry.answers.clone(),
            by: entry.by.clone(),
            namens: entry.namens.clone(),
            flags: entry.flags.clone(),
            themes: entry.themes.clone(),
            order: Order::between(Some(&entry.order), next.map(|next| &next.order)),
            ..Entry::new(new, mint.stamp(now), entry.home.clone(), entry.category.clone(), second)
        };
        let rest = self.records.touch(id, Part::Text(first.to_owned()));
        rest.into_iter().chain([Touch::Birth(Box::new(half))]).collect()
    }
}

/// What was typed in the columns, read as each column asks; what cannot be read so stays as words.
fn read_columns(slot: &Slot<'_>, now: Now) -> Vec<(ColumnId, Value)> {
    let typed = slot.place.columns.iter().zip(slot.columns).filter(|(_, text)| !text.trim().is_empty());
    typed.map(|(column, text)| (column.id.clone(), read_value(&column.kind, text.trim(), slot, now))).collect()
}

fn read_value(kind: &ColumnKind, text: &str, slot: &Slot<'_>, now: Now) -> Value {
    let words = || Value::Text(text.to_owned());
    match kind {
        ColumnKind::Text | ColumnKind::Entry(_) => words(),
        ColumnKind::Choice(choices) => {
            let folded = fold(text);
            let found = choices.iter().find(|choice| fold(choice) == folded);
            let found = found.or_else(|| choices.iter().find(|choice| fold(choice).starts_with(&folded)));
            found.map_or_else(words, |choice| Value::Choice(choice.clone()))
        }
        ColumnKind::Number => numbers::parse_number(text, slot.lang).map_or_else(words, Value::Number),
        ColumnKind::Date => parse_date(text, now.date(), slot.lang).map_or_else(words, Value::Date),
        ColumnKind::Party | ColumnKind::Participant => {
            let name = text.trim_start_matches('@');
            slot.parties.find(name).into_iter().next().map_or_else(words, Value::Voice)
        }
    }
}
