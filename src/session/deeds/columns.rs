//! What is typed in the columns of an entry, read as each column asks. No word is refused: what cannot be read so stays as
//! words.

use super::Slot;
use crate::{
    form::{ColumnKind, listing::typed},
    record::{ColumnId, Entry, Records, Value},
    session::said,
    text::fold,
    words::{numbers, parse_date},
};

/// The columns in which something was typed.
pub(super) fn read(slot: &Slot<'_>) -> Vec<(ColumnId, Value)> {
    let filled = slot.place.columns.iter().zip(slot.columns).filter(|(_, text)| !text.trim().is_empty());
    filled.map(|(column, text)| (column.id.clone(), value(&column.kind, text.trim(), slot))).collect()
}

/// The columns that became something else: those typed anew, and those emptied.
///
/// A column left as it was shown keeps its value, since not every value can be read again from how it is shown.
pub(super) fn altered(records: &Records, entry: &Entry, slot: &Slot<'_>) -> Vec<(ColumnId, Option<Value>)> {
    let fields = slot.place.columns.iter().zip(slot.columns);
    let anew = fields.filter_map(|(column, text)| {
        let stood = entry.columns.get(&column.id).and_then(|value| typed(records, slot.parties, slot.lang, value));
        let text = text.trim();
        if stood.as_deref().unwrap_or_default().trim() == text {
            return None;
        }
        let value = (!text.is_empty()).then(|| value(&column.kind, text, slot));
        Some((column.id.clone(), value))
    });
    anew.collect()
}

fn value(kind: &ColumnKind, text: &str, slot: &Slot<'_>) -> Value {
    let words = || Value::Text(text.to_owned());
    match kind {
        ColumnKind::Text | ColumnKind::Entry(_) => words(),
        ColumnKind::Choice(choices) => choice(choices, text).map_or_else(words, Value::Choice),
        ColumnKind::Number => numbers::parse_number(text, slot.lang).map_or_else(words, Value::Number),
        ColumnKind::Date => parse_date(text, slot.day, slot.lang).map_or_else(words, Value::Date),
        ColumnKind::Party | ColumnKind::Participant => {
            said::voice(text.trim_start_matches('@'), slot.parties).map_or_else(words, Value::Voice)
        }
    }
}

/// The choice that was typed whole, or the only one that begins so.
fn choice(choices: &[String], text: &str) -> Option<String> {
    let folded = fold(text);
    let whole = choices.iter().find(|choice| fold(choice) == folded);
    let mut begun = choices.iter().filter(|choice| fold(choice).starts_with(&folded));
    let only = begun.next().filter(|_| begun.next().is_none());
    whole.or(only).cloned()
}
