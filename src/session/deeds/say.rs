//! Saying something new: an entry in a list, or the text of a slot.

use super::{Slot, columns, owner};
use crate::{
    form::{Case, Kind, Place, formulate},
    record::{Entry, EntryId, Flag, Home, Mint, Now, Part, Touch, Value},
    session::{said::Said, table::Table},
};

impl Table {
    /// Says something new. Nothing if there are no words and no columns.
    pub fn say(&self, line: &str, slot: &Slot<'_>, mint: &mut Mint, now: Now) -> Vec<Touch> {
        match slot.place.kind {
            Kind::Slot => return self.word_slot(line, slot, mint, now),
            Kind::Board => return Vec::new(), // a board is filled, not said: see `Lens::fill`
            Kind::List => {}
        }
        let said = Said::read_among(line, slot.parties, self.answerable_count(slot.place));
        let columns = columns::read(slot);
        if said.text.is_empty() && columns.is_empty() {
            return Vec::new();
        }
        let mut entry =
            Entry::new(mint.entry(now), mint.stamp(now), slot.home(), slot.place.category.clone(), &said.text);
        entry.answers = self.above(&said, slot);
        entry.columns = columns.into_iter().collect();
        entry.themes = said.themes.into_iter().collect();
        if slot.place.quote {
            entry.flags.insert(Flag::Quote);
        }
        let owner = owner(slot.place).filter(|column| !entry.columns.contains_key(&column.id));
        if let (Some(voice), Some(column)) = (&said.by, owner) {
            // in a list of actions `@` says who pulls it; where that stands in its column already, who said it
            entry.columns.insert(column.id.clone(), Value::Voice(voice.clone()));
        } else if !slot.place.anonymous {
            entry.by = said.by;
        }
        entry.namens = said.namens;
        in_case(&mut entry, slot.place);
        vec![Touch::Birth(Box::new(entry))]
    }

    /// The entry that a new line hangs under: the one named by number, the one chosen, or the last that can be answered.
    ///
    /// The last as the list stands, not the last that was said. They differ only where entries were moved or split, and then
    /// the one at the bottom of the screen is what a note-taker expects: half of an old threat, split off a moment ago, is
    /// not what the table talks about. It is also the one that can be had without looking at every entry.
    fn above(&self, said: &Said, slot: &Slot<'_>) -> Option<EntryId> {
        let numbered = said.under.and_then(|number| self.answerable(slot.place).nth(number.checked_sub(1)?));
        let living = |id: &&EntryId| self.records.entry(id).is_some_and(|entry| !entry.gone);
        let chosen = || slot.under.filter(living).cloned();
        numbered.map(|entry| entry.id.clone()).or_else(chosen).or_else(|| self.last_answerable(slot.place))
    }

    fn last_answerable(&self, place: &Place) -> Option<EntryId> {
        let lasts = place.answers.iter().filter_map(|above| self.records.listed(&place.block, above).next_back());
        lasts.max_by(|a, b| (&a.born, &a.id).cmp(&(&b.born, &b.id))).map(|entry| entry.id.clone())
    }

    /// The entries that those of a place can hang under, in order.
    pub fn answerable<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a Entry> {
        place.answers.iter().flat_map(|category| self.records.listed(&place.block, category))
    }

    pub(super) fn answerable_count(&self, place: &Place) -> usize {
        place.answers.iter().map(|category| self.records.count(&place.block, category)).sum()
    }

    /// Words the text of a slot; emptied, it is set aside.
    fn word_slot(&self, line: &str, slot: &Slot<'_>, mint: &mut Mint, now: Now) -> Vec<Touch> {
        let (id, text) = (self.slot_id(slot.place), line.trim());
        let Some(standing) = self.records.entry(&id) else {
            if text.is_empty() {
                return Vec::new();
            }
            let mut entry = Entry::new(id, mint.stamp(now), slot.home(), slot.place.category.clone(), text);
            in_case(&mut entry, slot.place);
            return vec![Touch::Birth(Box::new(entry))];
        };
        if text.is_empty() {
            return self.delete(&id);
        }
        let back = standing.gone.then(|| self.records.touch(&id, Part::Gone(false))).flatten();
        back.into_iter().chain(self.records.touch(&id, Part::Text(text.to_owned()))).collect()
    }

    /// The id of a slot's text: the same on every device. If the entry of that id was moved elsewhere, the next one.
    fn slot_id(&self, place: &Place) -> EntryId {
        let first = formulate::slot_entry_of(self.id, place);
        let elsewhere = |id: &EntryId| self.records.entry(id).is_some_and(|entry| !place.holds(entry));
        let mut id = first.clone();
        let mut nth = 1;
        while elsewhere(&id) {
            nth += 1;
            id = EntryId::new(&format!("{first}.{nth}"));
        }
        id
    }
}

/// Gives an entry what the case it is said in knows: the case itself, and who speaks, in whose name and about what where
/// the line did not say so.
fn in_case(entry: &mut Entry, place: &Place) {
    let Some(case) = place.which.case() else { return };
    entry.columns.insert(Case::column(), Value::Text(case.key.clone()));
    if entry.by.is_none() && !place.anonymous {
        entry.by.clone_from(&case.by);
    }
    if entry.namens.is_none() {
        entry.namens.clone_from(&case.namens);
    }
    if entry.answers.is_none() {
        entry.answers.clone_from(&case.about);
    }
}

impl Slot<'_> {
    fn home(&self) -> Home {
        let pass = self.place.which.case().map_or(0, |case| case.pass);
        Home { round: self.round.clone(), block: self.place.block.clone(), pass }
    }
}
