//! Where an entry stands among its neighbours: a key that always has room between two others.
//!
//! A key is a string of hexadecimal digits compared letter by letter. An entry that was never moved gets its key from
//! its birth, so a list stands in the order in which things were said; moving one changes that entry alone, which is
//! what lets two laptops reorder the same list and merge. Method: fractional indexing (Wallace, 2017).

use super::stamp::Stamp;
use serde::{Deserialize, Serialize};

/// A place in a list; smaller comes first. Equal keys are told apart by the entries' ids.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Order(String);

/// So many bytes of a name tell where it stands.
const NAMED: usize = 100;

impl Order {
    /// The key of something that was said at `stamp` and never moved.
    pub fn born(stamp: &Stamp) -> Self {
        Self(format!("{:012x}{:04x}8", stamp.millis.max(0), stamp.tick.min(0xffff)))
    }

    /// The key of something that has no birth of its own and stands by its name, behind all that was born.
    pub fn named(name: &str) -> Self {
        // births begin with 0 for some hundred thousand years; the last digit is never 0, so that there is room before it
        let digits: String = name.bytes().take(NAMED).map(|byte| format!("{byte:02x}")).collect();
        Self(format!("f{digits}8"))
    }

    /// A key between two neighbours; `None` stands for the edge of the list.
    pub fn between(before: Option<&Self>, after: Option<&Self>) -> Self {
        let digit = |key: Option<&Self>, at: usize| key.and_then(|key| key.0.as_bytes().get(at)).map(|&c| value(c));
        let (mut out, mut at, mut after) = (String::new(), 0, after);
        loop {
            let low = digit(before, at).unwrap_or(0);
            let high = match after {
                Some(key) => digit(Some(key), at).unwrap_or(0),
                None => 16,
            };
            at += 1;
            if high > low + 1 {
                out.push(letter((low + high) / 2));
                return Self(out);
            }
            out.push(letter(low));
            if high > low {
                after = None; // from here on anything is smaller than `after`
            }
            if at > 512 {
                out.push('8'); // the neighbours were equal: stand behind both, the id decides
                return Self(out);
            }
        }
    }
}

fn value(letter: u8) -> u8 {
    match letter {
        b'0'..=b'9' => letter - b'0',
        b'a'..=b'f' => letter - b'a' + 10,
        _ => 0,
    }
}

fn letter(value: u8) -> char {
    char::from(b"0123456789abcdef"[usize::from(value.min(15))])
}
