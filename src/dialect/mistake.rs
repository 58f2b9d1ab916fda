//! What can be wrong with a text in our dialect, where, and with enough data to say it in any language.
//!
//! Not for sentences to users: the upper floors match on [`What`] and use their own words; the English here is for logs
//! and for tests. Made by `read`; carried by `store` in its troubles.

use std::fmt;

/// One mistake in a text, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub col: usize,
    /// The path of the value, such as `rounds[2].blocks[0].id`, if the reader had come that far.
    pub place: Option<String>,
    /// What is wrong.
    pub what: What,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The spelling is not RON; the library's own (English) words.
    NotRon(String),
    /// A field that must be there is not; `of` is the struct's name in the program, if it has one.
    MissingField {
        /// The field's name.
        field: String,
        /// The struct it belongs to.
        of: Option<String>,
    },
    /// A field that does not exist, in a struct that allows no others.
    UnknownField {
        /// The name as written.
        field: String,
        /// The names that exist.
        expected: Vec<String>,
        /// The existing name that looks most like it, if one does.
        closest: Option<String>,
    },
    /// A field that is written twice.
    TwiceField {
        /// The field's name.
        field: String,
    },
    /// A word that is not one of the choices.
    UnknownVariant {
        /// The word as written.
        found: String,
        /// The choices.
        expected: Vec<String>,
        /// The choice that looks most like it, if one does.
        closest: Option<String>,
    },
    /// A value of another sort than belongs there.
    WrongType {
        /// What belongs there.
        expected: Sort,
        /// What stands there.
        found: Sort,
    },
    /// A list or tuple of the wrong length; `expected` in the library's own words.
    WrongLength {
        /// What belongs there.
        expected: String,
        /// How many there are.
        found: usize,
    },
    /// A number that does not fit: too large, too small, or negative where that cannot be.
    NumberOutOfRange,
    /// A value the reading type itself refuses, in its own words.
    Refused(String),
    /// A bracket closed by another kind; the mistake's place is that of the closing one.
    WrongBracket {
        /// The bracket that was open.
        opened: char,
        /// Its line.
        line: usize,
        /// Its column.
        col: usize,
        /// The bracket that was found.
        closed: char,
    },
    /// The text ends too early; the mistake's place is where the thing that is still open was opened.
    Truncated {
        /// What was never closed.
        opened: Opened,
        /// The last line of the text.
        last_line: usize,
    },
    /// There is nothing in it but blanks and comments.
    Empty,
    /// Nested deeper than any file of ours.
    TooDeep,
    /// Larger than is read at all.
    TooLarge {
        /// The size in bytes, or the least it is.
        bytes: u64,
        /// The most that is read.
        most: u64,
    },
    /// A list with more in it than is read.
    TooMany {
        /// How many there are.
        count: usize,
        /// The most that are read.
        most: usize,
    },
    /// Not UTF-8 from this byte on.
    NotUtf8 {
        /// The offset of the first wrong byte.
        at: usize,
    },
    /// Made by a newer program.
    Newer {
        /// The format number of the file.
        format: u32,
        /// The newest we know.
        ours: u32,
    },
    /// There is no `format: N` in it.
    NoFormat,
}

/// What was opened and never closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// `(`, `[` or `{`.
    Bracket(char),
    /// A string.
    Text,
    /// `/*`.
    Comment,
}

/// The sorts of value, as a person editing a file would tell them apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sort {
    /// `[…]`
    List,
    /// `(…)`, with or without a name before it.
    Struct,
    /// `{…}`
    Map,
    /// `"…"`
    Text,
    /// `'x'`
    Char,
    /// `12`
    Integer,
    /// `1.5`
    Float,
    /// `true` or `false`
    Boolean,
    /// A bare name, such as a choice without fields.
    Word,
    /// `()`
    Nothing,
    /// Anything else, in the library's own words.
    Other(String),
}

impl Mistake {
    /// A mistake of the text as a whole, placed at its beginning.
    pub fn whole(what: What) -> Self {
        Self { line: 1, col: 1, place: None, what }
    }
}

impl std::error::Error for Mistake {}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.col, self.what)?;
        match &self.place {
            Some(place) => write!(f, " (at {place})"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let or = |closest: &Option<String>| {
            closest.as_ref().map_or(String::new(), |name| format!("; did you mean `{name}`?"))
        };
        match self {
            Self::NotRon(words) | Self::Refused(words) => f.write_str(words),
            Self::MissingField { field, of: Some(of) } => write!(f, "the field `{field}` of {of} is missing"),
            Self::MissingField { field, of: None } => write!(f, "the field `{field}` is missing"),
            Self::UnknownField { field, closest, .. } => {
                write!(f, "there is no field `{field}` here{}", or(closest))
            }
            Self::TwiceField { field } => write!(f, "the field `{field}` is written twice"),
            Self::UnknownVariant { found, closest, .. } => {
                write!(f, "`{found}` is not one of the choices{}", or(closest))
            }
            Self::WrongType { expected, found } => {
                write!(f, "{expected} belongs here, not {found}")
            }
            Self::WrongLength { expected, found } => {
                write!(f, "{expected} belongs here, not {found} elements")
            }
            Self::NumberOutOfRange => f.write_str("this number does not fit here"),
            Self::WrongBracket { opened, line, col, closed } => {
                write!(f, "`{closed}` cannot close the `{opened}` of line {line}, column {col}")
            }
            Self::Truncated { opened: Opened::Bracket(bracket), last_line } => {
                write!(f, "this `{bracket}` is never closed; the text ends in line {last_line}")
            }
            Self::Truncated { opened: Opened::Text, last_line } => {
                write!(f, "the string that begins here is never closed; the text ends in line {last_line}")
            }
            Self::Truncated { opened: Opened::Comment, last_line } => {
                write!(f, "the comment that begins here is never closed; the text ends in line {last_line}")
            }
            Self::Empty => f.write_str("there is nothing in it"),
            Self::TooDeep => f.write_str("the brackets are nested too deep"),
            Self::TooLarge { bytes, most } => write!(f, "it is too large: {bytes} bytes, and at most {most} are read"),
            Self::TooMany { count, most } => write!(f, "there are {count} in this list, and at most {most} are read"),
            Self::NotUtf8 { at } => write!(f, "it is not UTF-8 text from byte {at} on"),
            Self::Newer { format, ours } => {
                write!(f, "it has format {format}, and this program knows formats up to {ours}")
            }
            Self::NoFormat => f.write_str("the field `format` is missing at its beginning"),
        }
    }
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::List => "a list `[…]`",
            Self::Struct => "fields in round brackets `(…)`",
            Self::Map => "a map `{…}`",
            Self::Text => "a text in quotes",
            Self::Char => "a character `'x'`",
            Self::Integer => "a whole number",
            Self::Float => "a number",
            Self::Boolean => "`true` or `false`",
            Self::Word => "a bare word",
            Self::Nothing => "`()`",
            Self::Other(words) => words,
        })
    }
}

/// The name that looks most like `word`, if one is near enough to be a slip of the fingers.
///
/// Near is at most one edit in three letters (insertion, deletion, substitution, swap of neighbours); capitals and `-`
/// against `_` count for nothing.
pub(super) fn closest(word: &str, names: &[&str]) -> Option<String> {
    let plain = |text: &str| -> Vec<char> {
        text.chars().take(64).map(|c| if c == '-' { '_' } else { c }).flat_map(char::to_lowercase).collect()
    };
    let word = plain(word);
    let measured = names.iter().map(|name| (edits(&word, &plain(name)), *name));
    let (far, name) = measured.min()?;
    (far <= (word.len() / 3).max(1)).then(|| name.to_owned())
}

/// The optimal string alignment distance (Damerau 1964, without editing a swapped pair again).
fn edits(a: &[char], b: &[char]) -> usize {
    let mut older = vec![0; b.len() + 1];
    let mut old: Vec<usize> = (0..=b.len()).collect();
    let mut new = vec![0; b.len() + 1];
    for i in 1..=a.len() {
        new[0] = i;
        for j in 1..=b.len() {
            let change = old[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            new[j] = change.min(old[j] + 1).min(new[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                new[j] = new[j].min(older[j - 2] + 1);
            }
        }
        std::mem::swap(&mut older, &mut old);
        std::mem::swap(&mut old, &mut new);
    }
    old[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_fingers_finds_its_name_and_another_word_does_not() {
        let names = ["minutes", "sigil", "id", "max_votes"];
        assert_eq!(closest("minuets", &names).as_deref(), Some("minutes"));
        assert_eq!(closest("Sigl", &names).as_deref(), Some("sigil"));
        assert_eq!(closest("max-votes", &names).as_deref(), Some("max_votes"));
        assert_eq!(closest("kleur", &names), None);
        assert_eq!(closest("x", &[]), None);
    }
}
