//! Taking the line of an entry up again.

use super::{Slot, columns, owner};
use crate::{
    form::Kind,
    record::{ColumnId, Entry, EntryId, Part, Touch, Value},
    session::{said::Said, table::Table},
};

impl Table {
    /// Words an entry anew: its marks are what now stands behind the words, its columns what now stands in them.
    ///
    /// What could not stand on the line keeps its value: flags, what it hangs under, columns that were not shown, themes and
    /// voices that cannot be typed. Emptied, it is deleted; worded after it was deleted (by another device, while its line was
    /// in hand), it is back.
    pub fn reword(&self, id: &EntryId, line: &str, slot: &Slot<'_>) -> Vec<Touch> {
        let Some(entry) = self.records.entry(id) else { return Vec::new() };
        if slot.place.kind == Kind::Slot {
            let text = line.trim().to_owned();
            return if text.is_empty() {
                self.delete(id)
            } else {
                self.touches(id, [Part::Gone(false), Part::Text(text)])
            };
        }
        let mut columns = columns::altered(&self.records, entry, slot);
        let stood = format!("{}{}", entry.text, entry_marks(entry, slot));
        let (text, mut parts) = if line.trim() == stood.trim() {
            (entry.text.clone(), Vec::new()) // words may end in what looks like a mark
        } else {
            let said = Said::read_among(line, slot.parties, self.answerable_count(slot.place));
            let parts = self.marks(entry, &said, slot, &mut columns);
            (said.text, parts)
        };
        if text.is_empty() && is_bare(entry, &columns) {
            return self.delete(id);
        }
        parts.extend([Part::Gone(false), Part::Text(text)]);
        parts.extend(columns.into_iter().map(|(id, value)| Part::Column(id, value)));
        self.touches(id, parts)
    }

    /// The parts that the marks of the line set; who pulls an action goes into its column.
    fn marks(
        &self,
        entry: &Entry,
        said: &Said,
        slot: &Slot<'_>,
        columns: &mut Vec<(ColumnId, Option<Value>)>,
    ) -> Vec<Part> {
        let mut parts = Vec::new();
        let typeable = |voice: &_| Said::voice_mark("@", voice, slot.parties).is_some();
        match (&said.by, owner(slot.place)) {
            (Some(voice), _) if entry.by.as_ref() == Some(voice) => {}
            (Some(voice), Some(column)) => {
                columns.retain(|(id, _)| *id != column.id);
                columns.push((column.id.clone(), Some(Value::Voice(voice.clone()))));
            }
            (Some(voice), None) if !slot.place.anonymous => parts.push(Part::By(Some(voice.clone()))),
            (Some(_), None) => {}
            (None, _) if entry.by.as_ref().is_some_and(typeable) => parts.push(Part::By(None)),
            (None, _) => {}
        }
        if said.namens.is_some() || entry.namens.as_ref().is_some_and(typeable) {
            parts.push(Part::Namens(said.namens.clone()));
        }
        let dropped = entry.themes.iter().filter(|theme| !said.themes.contains(theme));
        let dropped = dropped.filter(|theme| Said::theme_mark(theme, slot.parties).is_some());
        parts.extend(dropped.map(|theme| Part::Theme(theme.clone(), false)));
        parts.extend(said.themes.iter().map(|theme| Part::Theme(theme.clone(), true)));
        let above = said.under.and_then(|number| self.answerable(slot.place).nth(number.checked_sub(1)?));
        if let Some(above) = above.filter(|above| !self.circles(&entry.id, &above.id)) {
            parts.push(Part::Answers(Some(above.id.clone())));
        }
        parts
    }
}

fn entry_marks(entry: &Entry, slot: &Slot<'_>) -> String {
    Said::marks(entry.by.as_ref(), entry.namens.as_ref(), entry.themes.iter().cloned(), slot.parties)
}

/// Whether nothing stands in any column of the entry once these are altered.
fn is_bare(entry: &Entry, columns: &[(ColumnId, Option<Value>)]) -> bool {
    let stays = |id: &ColumnId| !columns.iter().any(|(altered, _)| altered == id);
    columns.iter().all(|(_, value)| value.is_none()) && !entry.columns.keys().any(stays)
}
