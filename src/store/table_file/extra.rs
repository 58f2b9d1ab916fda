//! Fields of a table's file that this program does not know: kept as text, and put back when the file is written.
//!
//! So a newer program, or a person with a plan of their own, can add a field and find it there again. A field whose name
//! is one letter away from one of ours is no plan but damage, and says so.

use std::collections::HashMap;
use std::ops::Range;

use super::entry::{SavedEntry, SavedFact, SavedJudgement};
use crate::dialect::{self, Mistake, What};
use crate::record::{Entry, FactKey, JudgementKey};

/// The fields of the file itself that we know; whatever else stands there is kept.
const KNOWN: [&str; 9] = ["format", "session", "table", "title", "device", "seen", "entries", "judgements", "facts"];

/// The lists of the file, and the fields of what stands in them.
const LISTS: [(&str, &[&str]); 3] =
    [("entries", &SavedEntry::FIELDS), ("judgements", &SavedJudgement::FIELDS), ("facts", &SavedFact::FIELDS)];

/// Unknown fields, as they stand in the text (`name: value`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Extra {
    top: Vec<String>,
    /// For each of [`LISTS`], by what its elements are known again by.
    lists: [HashMap<String, Vec<String>>; 3],
}

/// By what the elements of each list are known again, in the order of the file.
pub(super) type Names = [Vec<String>; 3];

/// The names of what stands in a file.
pub(super) fn names<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    judgements: impl IntoIterator<Item = &'a JudgementKey>,
    facts: impl IntoIterator<Item = &'a FactKey>,
) -> Names {
    [
        entries.into_iter().map(|entry| entry.id.to_string()).collect(),
        judgements.into_iter().map(|key| format!("{key:?}")).collect(),
        facts.into_iter().map(|key| format!("{key:?}")).collect(),
    ]
}

impl Extra {
    /// The unknown fields of a text; `ignored` is what the reader had no use for, `names` what it made of the lists.
    pub(super) fn of(text: &str, ignored: &[String], names: &Names) -> Self {
        let mut extra = Self::default();
        if ignored.is_empty() {
            return extra;
        }
        let Some(fields) = dialect::fields(text, 0) else { return extra };
        extra.top = unknown(text, &fields, &KNOWN);
        for (nth, (list, known)) in LISTS.iter().enumerate() {
            let Some(elements) = elements(text, &fields, list) else { continue };
            let mut numbers: Vec<usize> = ignored.iter().filter_map(|path| number(path, list)).collect();
            numbers.dedup();
            for number in numbers {
                let (Some(range), Some(name)) = (elements.get(number), names[nth].get(number)) else { continue };
                if let Some(fields) = dialect::fields(&text[range.clone()], 0) {
                    let found = unknown(&text[range.clone()], &fields, known);
                    if !found.is_empty() {
                        extra.lists[nth].insert(name.clone(), found);
                    }
                }
            }
        }
        extra
    }

    /// Takes in the unknown fields of another reading; where both know an element, the other's stand.
    pub(in crate::store) fn take(&mut self, other: Self) {
        if !other.top.is_empty() {
            self.top = other.top;
        }
        for (own, other) in self.lists.iter_mut().zip(other.lists) {
            own.extend(other);
        }
    }

    /// The text of a file with the unknown fields put back; `names` are those of what stands in it, in order.
    pub(super) fn put(&self, text: String, names: &Names) -> String {
        let mut text = text;
        for (nth, (list, _)) in LISTS.iter().enumerate() {
            if !self.lists[nth].is_empty() {
                text = self.put_list(&text, nth, list, &names[nth]).unwrap_or(text);
            }
        }
        let top: Vec<&str> = self.top.iter().map(String::as_str).collect();
        if top.is_empty() { text } else { dialect::add_fields(&text, 0, &top).unwrap_or(text) }
    }

    fn put_list(&self, text: &str, nth: usize, list: &str, names: &[String]) -> Option<String> {
        let elements = elements(text, &dialect::fields(text, 0)?, list)?;
        let mut out = String::with_capacity(text.len() + 1024);
        let mut copied = 0;
        for (range, name) in elements.into_iter().zip(names) {
            let Some(extra) = self.lists[nth].get(name) else { continue };
            // from the beginning of the line, so that the margin is that of the element
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

fn elements(text: &str, fields: &[dialect::Field<'_>], list: &str) -> Option<Vec<Range<usize>>> {
    dialect::elements(text, fields.iter().find(|field| field.name == list)?.at)
}

fn unknown(text: &str, fields: &[dialect::Field<'_>], known: &[&str]) -> Vec<String> {
    let strange = fields.iter().filter(|field| !known.contains(&field.name));
    strange.map(|field| text[field.range.clone()].to_owned()).collect()
}

/// The number of the element that a path such as `entries[2].colour` leads to.
fn number(path: &str, list: &str) -> Option<usize> {
    path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?.0.parse().ok()
}

/// The first field among those without use whose name is one letter away from one of ours: what damage makes of it. Read
/// as unknown it would take what it holds out of sight without a word.
pub(super) fn slip(text: &str, ignored: &[String]) -> Option<Mistake> {
    ignored.iter().find_map(|path| {
        let (known, field): (&[&str], &str) = match LISTS.iter().find(|(list, _)| number(path, list).is_some()) {
            Some((_, known)) => (known, path.split_once("].")?.1),
            None => (&KNOWN, path),
        };
        let meant = slipped(field, known)?;
        let (line, col) = dialect::locate(text, path).unwrap_or((1, 1));
        let what =
            What::UnknownField { field: field.to_owned(), expected: Vec::new(), closest: Some(meant.to_owned()) };
        Some(Mistake { line, col, place: Some(path.clone()), what })
    })
}

/// Whether one of the fields without use of an element of a list is such a slip.
pub(super) fn has_slip(ignored: &[String], list: &str) -> bool {
    let known = LISTS.iter().find(|(name, _)| *name == list).map_or(&KNOWN[..], |(_, known)| *known);
    ignored.iter().any(|field| slipped(field, known).is_some())
}

/// The name under which a list stands in a text in which that name may have slipped.
pub(super) fn name_of_list<'a>(text: &'a str, list: &'a str) -> &'a str {
    let fields = dialect::fields(text, 0).unwrap_or_default();
    let slipped = fields.iter().map(|field| field.name).find(|name| slipped(name, &[list]).is_some());
    if fields.iter().any(|field| field.name == list) { list } else { slipped.unwrap_or(list) }
}

fn slipped<'a>(field: &str, known: &[&'a str]) -> Option<&'a str> {
    let near = |name: &&&str| {
        let same = name.len() == field.len() && field.is_ascii();
        same && name.bytes().zip(field.bytes()).filter(|(a, b)| a != b).count() == 1
    };
    known.iter().find(near).copied()
}
