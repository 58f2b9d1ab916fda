//! Finds things in RON text without reading it into a type: the place of a field, and raw fields and elements.
//!
//! Not for reading values (that is `read`); every answer is a piece of the text itself. Called by `read` for the places
//! of mistakes, by `session` to keep fields it does not know, and by `salvage`.
//!
//! Everything is one forward scan with its own bounded stack per step, so that no text, however hostile, costs more
//! than time proportional to its length.

use std::ops::Range;

use super::scan::{Kind, Token, Tokens};

/// How deep brackets are followed; deeper is treated as damage.
const MOST_NESTED: usize = 512;
/// How many layers such as `Some(Collect((…)))` are looked through.
const MOST_LAYERS: usize = 8;
/// How many steps a path may have.
const MOST_STEPS: usize = 64;

/// A field of a struct (or an entry of a map), as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// The name; for a map, the key without its quotes.
    pub name: &'a str,
    /// The whole field, from the name to the end of the value, in bytes.
    pub range: Range<usize>,
    /// The value as written, with the comments inside it.
    pub value: &'a str,
    /// The offset where the value begins.
    pub at: usize,
}

/// The line and column, both from 1, of a byte offset; columns are counted in characters, as editors do.
pub fn line_col(text: &str, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |n| n + 1);
    (before.bytes().filter(|&b| b == b'\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// Where the value at a path such as `rounds[2].blocks[0].sigil` begins: line and column from 1.
///
/// Variants (`Collect(id: …)`), `Some(…)` and double brackets are looked through. A last step that is not there falls
/// back to its parent, so that a missing field still has a place; an earlier one gives `None`. Works in a damaged text
/// as long as the damage lies behind the place. The empty path is the whole value.
pub fn locate(text: &str, path: &str) -> Option<(usize, usize)> {
    offset(text, path).map(|offset| line_col(text, offset))
}

/// As [`locate`], as a byte offset.
pub fn offset(text: &str, path: &str) -> Option<usize> {
    let steps = steps(path)?;
    let mut at = top(text)?;
    for (n, step) in steps.iter().enumerate() {
        let next = group(text, at).and_then(|group| match step {
            Step::Name(name) => group.items.iter().find(|item| item.is_called(text, name)).map(|item| item.value.start),
            Step::Index(index) => group.items.get(*index).map(|item| item.value.start),
        });
        match (next, step) {
            (Some(next), _) => at = next,
            (None, Step::Name(name)) if variant(text, at) == Some(*name) => {}
            (None, _) if n + 1 == steps.len() => {}
            (None, _) => return None,
        }
    }
    Some(at)
}

/// The fields of the struct (or entries of the map) that begins at byte `at`, in order; `None` if there is none there,
/// or if it is not whole.
pub fn fields(text: &str, at: usize) -> Option<Vec<Field<'_>>> {
    let group = group(text, at).filter(|group| group.end.is_some())?;
    group
        .items
        .into_iter()
        .map(|item| {
            let name = item.name?;
            Some(Field {
                name: key(text, &name),
                range: name.start..item.value.end,
                value: &text[item.value.clone()],
                at: item.value.start,
            })
        })
        .collect()
}

/// The elements of the list (or tuple) that begins at byte `at`; `None` if there is none there, or if it is not whole.
pub fn elements(text: &str, at: usize) -> Option<Vec<Range<usize>>> {
    let group = group(text, at).filter(|group| group.end.is_some())?;
    group.items.into_iter().map(|item| item.name.is_none().then_some(item.value)).collect()
}

/// The text with fields added at the end of the struct that begins at byte `at`; `None` if there is no whole struct.
///
/// This is how a field we do not know survives a load and a save: its text, as [`fields`] gave it, is put back into
/// the text that [`write_pretty`](super::write_pretty) made. Each field is `name: value` as written, on its own line.
pub fn add_fields(text: &str, at: usize, extra: &[&str]) -> Option<String> {
    let group = group(text, at)?;
    let close = group.end?;
    if extra.is_empty() {
        return Some(text.to_owned());
    }
    // behind the last value and its comma, if it has one: a comment may follow, and must not swallow a comma
    let last = group.items.last().map(|item| item.value.end);
    let comma = last.and_then(|end| {
        Tokens::from(text, end).next_solid().filter(|token| token.kind == Kind::Comma).map(|token| token.end)
    });
    let put = comma.or(last).unwrap_or(group.open + 1);
    let line = text[..close].rfind('\n').map_or(0, |n| n + 1);
    let margin: String = text[line..].chars().take_while(|c| *c == ' ' || *c == '\t').collect();
    let mut out = text[..put].to_owned();
    if last.is_some() && comma.is_none() {
        out.push(',');
    }
    for field in extra {
        out.push_str(&format!("\n{margin}  {field},"));
    }
    if put == close {
        out.push_str(&format!("\n{margin}"));
    }
    out.push_str(&text[put..]);
    Some(out)
}

/// A step of a path.
enum Step<'a> {
    Name(&'a str),
    Index(usize),
}

fn steps(path: &str) -> Option<Vec<Step<'_>>> {
    let mut steps = Vec::new();
    for part in path.split('.').filter(|part| !part.is_empty()) {
        let (name, mut rest) = part.find('[').map_or((part, ""), |n| part.split_at(n));
        if !name.is_empty() {
            steps.push(Step::Name(name));
        }
        while let Some(inside) = rest.strip_prefix('[') {
            let (index, after) = inside.split_once(']')?;
            steps.push(Step::Index(index.parse().ok()?));
            rest = after;
        }
    }
    (steps.len() <= MOST_STEPS).then_some(steps)
}

/// Where the outermost value begins, behind `#![enable(…)]` if there is one.
pub(super) fn top(text: &str) -> Option<usize> {
    let mut tokens = Tokens::from(text, 0);
    loop {
        let token = tokens.next_solid()?;
        let word = &text[token.start..token.end];
        if word != "#!" && word != "#" {
            return Some(token.start);
        }
        let open = tokens.next_solid().filter(|token| token.kind == Kind::Open)?;
        tokens = Tokens::from(text, split(text, open.end, Some(b']')).end?);
        // behind the `]`
        tokens.next();
    }
}

/// The name before the bracket of the value at `at`.
pub(super) fn variant(text: &str, at: usize) -> Option<&str> {
    let mut tokens = Tokens::from(text, at);
    let token = tokens.next_solid().filter(|token| token.kind == Kind::Word)?;
    tokens.next_solid().filter(|next| next.kind == Kind::Open)?;
    Some(&text[token.start..token.end])
}

/// One bracket and what stands in it.
pub(super) struct Group {
    pub(super) open: usize,
    /// The items; the last one may be unfinished if there is no `end`.
    pub(super) items: Vec<Item>,
    /// The offset of the closing bracket, if it is whole.
    pub(super) end: Option<usize>,
}

/// What stands between two commas.
pub(super) struct Item {
    pub(super) name: Option<Range<usize>>,
    pub(super) value: Range<usize>,
}

impl Item {
    pub(super) fn is_called(&self, text: &str, name: &str) -> bool {
        self.name.as_ref().is_some_and(|range| key(text, range) == name)
    }
}

fn key<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    let raw = &text[range.clone()];
    raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).or(raw.strip_prefix("r#")).unwrap_or(raw)
}

/// The bracket that holds the fields or elements of the value at `at`, looking through names and lone round brackets.
pub(super) fn group(text: &str, at: usize) -> Option<Group> {
    let mut at = at;
    let mut found = None;
    for _ in 0..MOST_LAYERS {
        let Some(open) = opening(text, at) else { break };
        let inside = split(text, open + 1, closer(text.as_bytes()[open]));
        let items: Vec<Item> = inside.items.into_iter().chain(inside.partial).collect();
        let lone = match items.as_slice() {
            [item] if item.name.is_none() && text.as_bytes()[open] == b'(' => Some(item.value.start),
            _ => None,
        };
        found = Some(Group { open, items, end: inside.end });
        match lone {
            Some(next) => at = next,
            None => break,
        }
    }
    found
}

/// The opening bracket of the value at `at`: at once, or behind a name.
fn opening(text: &str, at: usize) -> Option<usize> {
    let mut tokens = Tokens::from(text, at);
    let mut token = tokens.next_solid()?;
    if token.kind == Kind::Word {
        token = tokens.next_solid()?;
    }
    (token.kind == Kind::Open).then_some(token.start)
}

fn closer(open: u8) -> Option<u8> {
    match open {
        b'(' => Some(b')'),
        b'[' => Some(b']'),
        b'{' => Some(b'}'),
        _ => None,
    }
}

/// What [`split`] found: the whole items, the place of the closing bracket, or where the first damaged item begins.
pub(super) struct Split {
    pub(super) items: Vec<Item>,
    pub(super) end: Option<usize>,
    pub(super) broken: Option<usize>,
    /// As much of the damaged item as could be followed; good for finding places, not for reading.
    pub(super) partial: Option<Item>,
}

impl Split {
    fn stop(mut self, name: Option<Range<usize>>, value: Option<Range<usize>>, token: Range<usize>) -> Self {
        let value = value.unwrap_or(token);
        self.broken = Some(name.as_ref().map_or(value.start, |name| name.start));
        self.partial = (!value.is_empty()).then_some(Item { name, value });
        self
    }
}

/// What may come next between two commas.
#[derive(Clone, Copy, PartialEq)]
enum Next {
    Value,
    /// A name was read: a bracket may follow, or a colon.
    Bracket,
    /// A value was read: only a comma, a colon or the end may follow.
    Comma,
}

/// Cuts what stands behind a bracket at its commas, up to `close` (or to the end of the text if there is none).
///
/// Two values without a comma between them, a bracket closed by another kind, or a string without an end are damage:
/// that is how a lost quote shows itself before it has turned the rest of the file inside out.
pub(super) fn split(text: &str, from: usize, close: Option<u8>) -> Split {
    let bytes = text.as_bytes();
    let mut out = Split { items: Vec::new(), end: None, broken: None, partial: None };
    let mut tokens = Tokens::from(text, from);
    let mut stack: Vec<(u8, Next)> = Vec::new();
    let mut next = Next::Value;
    let (mut name, mut value): (Option<Range<usize>>, Option<Range<usize>>) = (None, None);
    while let Some(token) = tokens.next_solid() {
        let here = token.start..token.end;
        if stack.is_empty() && (token.kind == Kind::Comma || token.kind == Kind::Close) {
            match (name.take(), value.take()) {
                (name, Some(value)) => out.items.push(Item { name, value }),
                (Some(name), None) => return out.stop(Some(name), None, token.start..token.start),
                (None, None) => {}
            }
            if token.kind == Kind::Comma {
                next = Next::Value;
            } else if Some(bytes[token.start]) == close {
                out.end = Some(token.start);
                return out;
            } else {
                return out.stop(None, None, token.start..token.start);
            }
            continue;
        }
        let named_twice = stack.is_empty() && token.kind == Kind::Colon && name.is_some();
        if named_twice || !step(bytes, &token, &mut stack, &mut next) || !token.closed {
            return out.stop(name, value, here);
        }
        if stack.is_empty() && token.kind == Kind::Colon {
            name = value.take();
        } else {
            value = Some(value.map_or(token.start, |range| range.start)..token.end);
        }
    }
    match (name, value) {
        (None, Some(value)) if stack.is_empty() && close.is_none() => out.items.push(Item { name: None, value }),
        (None, None) if close.is_none() => {}
        (name, value) => return out.stop(name, value, text.len()..text.len()),
    }
    out
}

/// Follows one token through the brackets; false if it cannot stand there.
fn step(bytes: &[u8], token: &Token, stack: &mut Vec<(u8, Next)>, next: &mut Next) -> bool {
    match token.kind {
        Kind::Open => {
            let fits = *next != Next::Comma && stack.len() < MOST_NESTED;
            if let Some(close) = closer(bytes[token.start]) {
                stack.push((close, Next::Comma));
            }
            *next = Next::Value;
            fits
        }
        Kind::Close => match stack.pop() {
            Some((close, after)) => {
                *next = after;
                close == bytes[token.start]
            }
            None => false,
        },
        Kind::Comma => std::mem::replace(next, Next::Value) != Next::Value,
        Kind::Colon => std::mem::replace(next, Next::Value) != Next::Value,
        Kind::Word => std::mem::replace(next, Next::Bracket) == Next::Value,
        Kind::Text | Kind::Char => std::mem::replace(next, Next::Comma) == Next::Value,
        Kind::Comment => false,
    }
}

#[cfg(test)]
mod tests;
