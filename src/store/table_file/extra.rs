//! Fields of a table's file that this program does not know: kept as text, and put back when the file is written.
//!
//! So a newer program, or a person with a plan of their own, can add a field and find it there again.

use std::collections::HashMap;

use super::entry::SavedEntry;
use crate::dialect;
use crate::record::{Entry, EntryId};

/// The fields of the file itself that we know; whatever else stands there is kept.
const KNOWN: [&str; 9] = ["format", "session", "table", "title", "device", "seen", "entries", "judgements", "facts"];

/// Unknown fields, as they stand in the text (`name: value`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Extra {
    top: Vec<String>,
    entries: HashMap<EntryId, Vec<String>>,
}

impl Extra {
    /// The unknown fields of a text; `ignored` is what the reader had no use for, `entries` what it made of the list.
    pub(super) fn of(text: &str, ignored: &[String], entries: &[Entry]) -> Self {
        let mut extra = Self::default();
        if ignored.is_empty() {
            return extra;
        }
        let Some(fields) = dialect::fields(text, 0) else { return extra };
        extra.top = unknown(text, &fields, &KNOWN);
        let list =
            fields.iter().find(|field| field.name == "entries").and_then(|field| dialect::elements(text, field.at));
        let Some(list) = list else { return extra };
        let mut numbers: Vec<usize> = ignored.iter().filter_map(|path| number(path)).collect();
        numbers.dedup();
        for number in numbers {
            let (Some(range), Some(entry)) = (list.get(number), entries.get(number)) else { continue };
            if let Some(fields) = dialect::fields(&text[range.clone()], 0) {
                let found = unknown(&text[range.clone()], &fields, &SavedEntry::FIELDS);
                if !found.is_empty() {
                    extra.entries.insert(entry.id.clone(), found);
                }
            }
        }
        extra
    }

    /// Takes in the unknown fields of another reading; where both know an entry, the other's stand.
    pub(in crate::store) fn take(&mut self, other: Self) {
        if !other.top.is_empty() {
            self.top = other.top;
        }
        self.entries.extend(other.entries);
    }

    /// The text of a file with the unknown fields put back; `ids` are those of its entries, in order.
    pub(super) fn put(&self, text: String, ids: &[&EntryId]) -> String {
        let mut text = text;
        if !self.entries.is_empty() {
            text = self.put_entries(&text, ids).unwrap_or(text);
        }
        let top: Vec<&str> = self.top.iter().map(String::as_str).collect();
        if top.is_empty() { text } else { dialect::add_fields(&text, 0, &top).unwrap_or(text) }
    }

    fn put_entries(&self, text: &str, ids: &[&EntryId]) -> Option<String> {
        let fields = dialect::fields(text, 0)?;
        let list = dialect::elements(text, fields.iter().find(|field| field.name == "entries")?.at)?;
        let mut out = String::with_capacity(text.len() + 1024);
        let mut copied = 0;
        for (range, id) in list.into_iter().zip(ids) {
            let Some(extra) = self.entries.get(*id) else { continue };
            // from the beginning of the line, so that the margin is that of the entry
            let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
            let extra: Vec<&str> = extra.iter().map(String::as_str).collect();
            out.push_str(&text[copied..line]);
            out.push_str(&dialect::add_fields(&text[line..range.end], range.start - line, &extra)?);
            copied = range.end;
        }
        out.push_str(&text[copied..]);
        Some(out)
    }
}

fn unknown(text: &str, fields: &[dialect::Field<'_>], known: &[&str]) -> Vec<String> {
    let strange = fields.iter().filter(|field| !known.contains(&field.name));
    strange.map(|field| text[field.range.clone()].to_owned()).collect()
}

/// The number of the entry that a path such as `entries[2].colour` leads to.
fn number(path: &str) -> Option<usize> {
    path.strip_prefix("entries[")?.split_once(']')?.0.parse().ok()
}
