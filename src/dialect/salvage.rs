//! Recovers the whole elements of a list from a text that is cut off or damaged.
//!
//! Not for deciding what an element is worth: the caller reads each one. Called by `session` and `store` for a table file
//! that cannot be read.

use std::ops::Range;

use super::find::{group, split, top};
use super::scan::Tokens;

/// Every whole element of the list called `list` in the outermost struct, even if the file is cut off or damaged
/// elsewhere, with its place in bytes.
///
/// An element whose brackets and quotes are in order is given even if a value in it is nonsense: the caller reads each
/// one and tells which fail. Behind damage, elements are found again by the layout our own writer uses (each begins on
/// a line of its own with the same margin), so a file on a single line is only recovered up to the damage. Nothing is
/// completed. One caution: behind damage, a line of somebody's text that looks exactly like an element with that margin is
/// given as one, so what was salvaged is to be shown to a person.
pub fn salvage<'a>(text: &'a str, list: &str) -> Vec<(Range<usize>, &'a str)> {
    let Some(open) = list_open(text, list) else {
        return Vec::new();
    };
    let whole = split(text, open + 1, Some(b']'));
    let mut found: Vec<Range<usize>> = whole.items.into_iter().map(|item| item.value).collect();
    if let Some(broken) = whole.broken {
        let first = found.first().map_or(broken, |range| range.start);
        resume(text, first, broken, &mut found);
    }
    found.into_iter().map(|range| (range.clone(), &text[range])).collect()
}

/// Goes on behind damage, from one line that begins like an element to the next.
fn resume(text: &str, first: usize, broken: usize, found: &mut Vec<Range<usize>>) {
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |n| n + 1);
    let margin = &text[line_start(first)..first];
    if margin.is_empty() || !margin.bytes().all(|b| b == b' ' || b == b'\t') {
        return;
    }
    let mut starts = Vec::new();
    let mut at = line_start(broken);
    let mut end = text.len();
    for line in text[at..].split_inclusive('\n') {
        let bare = line.trim_start_matches([' ', '\t']);
        let here = line.len() - bare.len();
        if here < margin.len() && bare.starts_with(']') && line.starts_with(&margin[..here]) {
            end = at;
            break;
        }
        if here == margin.len()
            && at + here >= broken
            && line.starts_with(margin)
            && !bare.starts_with([')', ']', '}', ',', '/', '\r', '\n'])
        {
            starts.push(at + here);
        }
        at += line.len();
    }
    for (n, &start) in starts.iter().enumerate() {
        let stop = starts.get(n + 1).copied().unwrap_or(end);
        let piece = split(&text[..stop], start, None);
        found.extend(piece.items.into_iter().take(1).filter(|item| item.name.is_none()).map(|item| item.value));
    }
}

/// The offset of the `[` of a list that is a field of the outermost struct, or, if the text before it is damaged, of
/// the first line that begins with its name.
fn list_open(text: &str, list: &str) -> Option<usize> {
    let opens = |at: usize| {
        let mut tokens = Tokens::from(text, at);
        tokens.next_solid().filter(|token| text.as_bytes()[token.start] == b'[').map(|token| token.start)
    };
    let named = top(text).and_then(|at| group(text, at)).and_then(|group| {
        let item = group.items.into_iter().find(|item| item.is_called(text, list))?;
        opens(item.value.start)
    });
    let unfinished = || {
        let mut at = 0;
        text.split_inclusive('\n').find_map(|line| {
            let bare = line.trim_start_matches([' ', '\t']);
            let start = at + line.len() - bare.len();
            at += line.len();
            let colon = bare.strip_prefix(list)?.trim_start().strip_prefix(':')?;
            opens(start + (bare.len() - colon.len()))
        })
    };
    named.or_else(unfinished)
}
