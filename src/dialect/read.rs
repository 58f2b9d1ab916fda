//! Reads text into values, and tells a mistake with its line, column and path.
//!
//! Not for bytes on a disk (that is `store`) and not for what a value must obey (that is the room whose value it is).
//! Called by `workshop`, `session`, `store` and the command `check`.

use std::borrow::Cow;

use ron::error::{Error, Span};
use serde::de::DeserializeOwned;

use super::find::{line_col, locate, offset_of, top, variant};
use super::mistake::{Mistake, Opened, Sort, What, closest};
use super::options;
use super::scan::{Kind, Token, Tokens};

/// A value, and what in the text was not used for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<T> {
    /// The value.
    pub value: T,
    /// The paths of fields that the type does not know, such as `entries[2].colour`, in the order of the text.
    pub ignored: Vec<String>,
}

/// Reads a value from text; a name before the outermost bracket (`Workshop(…)`) is allowed, whatever the type is called.
///
/// # Errors
/// The first mistake. Its place is that of the wrong value; for a missing field that of the struct that lacks it, for
/// a text that ends too early that of the bracket or quote that is still open.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<Reading<T>, Mistake> {
    let failed = match attempt(text) {
        Ok(reading) => return Ok(reading),
        Err(failed) => failed,
    };
    // The RON library insists that a name before the bracket be the type's own. The name of a file's kind is ours, so
    // we try again with blanks in its place; not before, because for an enum the name is the value.
    let renamed = matches!(
        failed.code,
        Error::ExpectedDifferentStructName { .. } | Error::ExpectedStructLike
    )
    .then(|| named(text))
    .flatten();
    match renamed {
        Some((at, name)) => {
            let blanks = " ".repeat(name.chars().count());
            let bare = format!("{}{blanks}{}", &text[..at], &text[at + name.len()..]);
            attempt(&bare).map_err(|failed| failed.told(&bare))
        }
        None => Err(failed.told(text)),
    }
}

/// Reads a value from bytes: at most `most` of them, with or without a byte order mark, with any line ends.
///
/// # Errors
/// As [`read`], and [`What::TooLarge`] and [`What::NotUtf8`].
pub fn read_bytes<T: DeserializeOwned>(bytes: &[u8], most: usize) -> Result<Reading<T>, Mistake> {
    read(&text_of(bytes, most)?)
}

/// The text of bytes: at most `most` of them, without the byte order mark, and with `\n` for `\r\n`.
///
/// An editor on Windows may turn every line end of a file into `\r\n`, also inside strings of several lines. Our own
/// writer never puts a bare `\r` in a file, so turning them back restores what was said.
///
/// # Errors
/// [`What::TooLarge`], and [`What::NotUtf8`] with the line and column up to which the text is good.
pub fn text_of(bytes: &[u8], most: usize) -> Result<Cow<'_, str>, Mistake> {
    if bytes.len() > most {
        return Err(Mistake::whole(What::TooLarge {
            bytes: bytes.len() as u64,
            most: most as u64,
        }));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let good = String::from_utf8_lossy(&bytes[..at]);
        let (line, col) = line_col(&good, good.len());
        Mistake {
            line,
            col,
            place: None,
            what: What::NotUtf8 { at },
        }
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    Ok(if text.contains("\r\n") {
        Cow::Owned(text.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(text)
    })
}

/// The format number of a file: the value of `format` in the outermost bracket, however much newer the rest is.
///
/// It reads no further than that field, so a file that is cut off later still tells its format.
///
/// # Errors
/// [`What::NoFormat`], or [`What::WrongType`] if it is not a whole number.
pub fn format_of(text: &str) -> Result<u32, Mistake> {
    let none = || Mistake::whole(What::NoFormat);
    let start = top(text).ok_or_else(none)?;
    let mut tokens = Tokens::from(text, start);
    let mut depth = 0_usize;
    // the last two tokens directly inside the outermost bracket
    let mut before: [&str; 2] = ["", ""];
    while let Some(token) = tokens.next_solid() {
        let word = &text[token.start..token.end];
        if depth == 1 && before == ["format", ":"] {
            return word.replace('_', "").parse().map_err(|_| {
                let (line, col) = line_col(text, token.start);
                let what = What::WrongType {
                    expected: Sort::Integer,
                    found: sort_at(text, token.start),
                };
                Mistake {
                    line,
                    col,
                    place: Some("format".to_owned()),
                    what,
                }
            });
        }
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Comma | Kind::Colon | Kind::Text | Kind::Char | Kind::Word | Kind::Comment => {}
        }
        if depth == 0 && token.kind != Kind::Word {
            return Err(none());
        }
        before = [before[1], word];
    }
    Err(none())
}

/// The format number of a file, if it is one that we know.
///
/// # Errors
/// As [`format_of`], and [`What::Newer`] if it is above `ours`: such a file is to be left alone.
pub fn check_format(text: &str, ours: u32) -> Result<u32, Mistake> {
    match format_of(text)? {
        format if format > ours => Err(Mistake::whole(What::Newer { format, ours })),
        format => Ok(format),
    }
}

/// The name before the outermost bracket, such as `Workshop` or `Table`: what kind of file it says it is.
pub fn name_of(text: &str) -> Option<&str> {
    named(text).map(|(_, name)| name)
}

fn named(text: &str) -> Option<(usize, &str)> {
    let at = top(text)?;
    variant(text, at).map(|name| (at, name))
}

/// An attempt that failed, in the library's terms.
struct Failed {
    code: Error,
    span: Span,
    path: Option<String>,
}

fn attempt<T: DeserializeOwned>(text: &str) -> Result<Reading<T>, Box<Failed>> {
    let unplaced = |error: ron::error::SpannedError| {
        let ron::error::SpannedError { code, span } = error;
        Box::new(Failed {
            code,
            span,
            path: None,
        })
    };
    let mut ron = ron::Deserializer::from_str_with_options(text, &options()).map_err(unplaced)?;
    let mut track = serde_path_to_error::Track::new();
    let mut ignored = Vec::new();
    let value = {
        let placed = serde_path_to_error::Deserializer::new(&mut ron, &mut track);
        let mut note = |path: serde_ignored::Path<'_>| ignored.push(ignored_path(&path));
        T::deserialize(serde_ignored::Deserializer::new(placed, &mut note))
    };
    let value = match value {
        Ok(value) => value,
        Err(code) => {
            let path = path_in_words(&track.path());
            return Err(Box::new(Failed {
                path,
                ..*unplaced(ron.span_error(code))
            }));
        }
    };
    match ron.end() {
        Ok(()) => Ok(Reading { value, ignored }),
        Err(code) => Err(unplaced(ron.span_error(code))),
    }
}

/// A path without the variants, because people write `blocks[0].id` for `Collect(id: …)`.
fn path_in_words(path: &serde_path_to_error::Path) -> Option<String> {
    use serde_path_to_error::Segment;
    let mut words = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => words.push_str(&format!("[{index}]")),
            Segment::Map { key } => push_name(&mut words, key),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    (!words.is_empty()).then_some(words)
}

fn ignored_path(path: &serde_ignored::Path<'_>) -> String {
    use serde_ignored::Path;
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => format!("{}[{index}]", ignored_path(parent)),
        Path::Map { parent, key } => {
            let mut words = ignored_path(parent);
            push_name(&mut words, key);
            words
        }
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => ignored_path(parent),
    }
}

fn push_name(words: &mut String, name: &str) {
    if !words.is_empty() {
        words.push('.');
    }
    words.push_str(name);
}

impl Failed {
    /// The mistake in our own terms, with the best place we can find in `text`.
    fn told(self, text: &str) -> Mistake {
        let (line, col) = (self.span.start.line, self.span.start.col);
        let end = (self.span.end.line, self.span.end.col);
        let here = |what| Mistake {
            line,
            col,
            place: self.path.clone(),
            what,
        };
        let at_value = |what| {
            let found = self
                .path
                .as_deref()
                .and_then(|path| locate(text, path))
                .or_else(|| locate(text, ""));
            let (line, col) = found.unwrap_or((line, col));
            Mistake {
                line,
                col,
                place: self.path.clone(),
                what,
            }
        };
        let wrong = |expected| {
            // the path leads to the value; without one, the span does
            let at = self
                .path
                .as_deref()
                .and_then(|path| offset_of(text, path))
                .or_else(|| top(text));
            at_value(What::WrongType {
                expected,
                found: at.map_or(Sort::Nothing, |at| sort_at(text, at)),
            })
        };
        if matches!(self.code, Error::ExceededRecursionLimit) {
            return here(What::TooDeep);
        }
        if Tokens::from(text, 0).next_solid().is_none() {
            return here(What::Empty);
        }
        if let Some(mistake) = unbalanced(text, end, self.path.as_ref(), is_spelling(&self.code)) {
            return mistake;
        }
        match self.code.clone() {
            Error::MissingStructField { field, outer } => at_value(What::MissingField {
                field: field.to_owned(),
                of: outer,
            }),
            Error::NoSuchStructField {
                expected, found, ..
            } => {
                let closest = closest(&found, expected);
                here(What::UnknownField {
                    field: found,
                    expected: owned(expected),
                    closest,
                })
            }
            Error::DuplicateStructField { field, .. } => here(What::TwiceField {
                field: field.to_owned(),
            }),
            Error::NoSuchEnumVariant {
                expected, found, ..
            } => {
                let closest = closest(&found, expected);
                here(What::UnknownVariant {
                    found,
                    expected: owned(expected),
                    closest,
                })
            }
            Error::ExpectedArray => wrong(Sort::List),
            Error::ExpectedBoolean => wrong(Sort::Boolean),
            Error::ExpectedChar => wrong(Sort::Char),
            Error::ExpectedFloat => wrong(Sort::Float),
            Error::ExpectedInteger => wrong(Sort::Integer),
            Error::ExpectedMap => wrong(Sort::Map),
            Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => wrong(Sort::Struct),
            Error::ExpectedUnit => wrong(Sort::Nothing),
            Error::ExpectedIdentifier if self.is_no_word(text) => wrong(Sort::Word),
            Error::ExpectedString => wrong(Sort::Text),
            Error::InvalidValueForType { expected, found } => {
                let sort = sort_in_words(&expected);
                let known = !matches!(sort, Sort::Other(_));
                if known {
                    wrong(sort)
                } else {
                    at_value(What::WrongType {
                        expected: sort,
                        found: Sort::Other(found),
                    })
                }
            }
            Error::ExpectedDifferentLength { expected, found } => {
                at_value(What::WrongLength { expected, found })
            }
            Error::IntegerOutOfBounds => at_value(What::NumberOutOfRange),
            Error::Message(words) => at_value(What::Refused(words)),
            // every other code is about spelling; the library's enum is open, so there is no list to keep
            code => here(What::NotRon(code.to_string())),
        }
    }
}

impl Failed {
    /// Whether the value at the path begins with something else than a name.
    fn is_no_word(&self, text: &str) -> bool {
        let at = self.path.as_deref().and_then(|path| offset_of(text, path));
        let first = at.and_then(|at| Tokens::from(text, at).next_solid());
        first.is_some_and(|token| token.kind != Kind::Word)
    }
}

/// Whether an error can be the consequence of a missing bracket or quote, or of a word that was cut off.
fn is_spelling(code: &Error) -> bool {
    !matches!(
        code,
        Error::Message(_)
            | Error::MissingStructField { .. }
            | Error::DuplicateStructField { .. }
            | Error::ExpectedDifferentLength { .. }
            | Error::IntegerOutOfBounds
            | Error::InvalidValueForType { .. }
    )
}

/// The bracket or quote that is to blame, if brackets do not match up to where the reader stopped.
///
/// A text that goes wrong in the middle and also ends badly is told by the reader's own mistake: one lost quote turns
/// everything behind it inside out, and what is open at the end then says nothing.
fn unbalanced(
    text: &str,
    stopped: (usize, usize),
    place: Option<&String>,
    spelling: bool,
) -> Option<Mistake> {
    let mut open: Vec<Token> = Vec::new();
    let mistake = |at: usize, what| {
        let (line, col) = line_col(text, at);
        Some(Mistake {
            line,
            col,
            place: place.cloned(),
            what,
        })
    };
    let last_line = line_col(text, text.len()).0;
    let first = |token: &Token| char::from(text.as_bytes()[token.start]);
    let solid_end = text.trim_end().len();
    let at_end = spelling && stopped >= line_col(text, solid_end.saturating_sub(1));
    for token in Tokens::from(text, 0) {
        if !token.closed {
            // a string that is never closed is where the reader stops, at its beginning
            let stopped_here = stopped >= line_col(text, token.start);
            let opened = if token.kind == Kind::Comment {
                Opened::Comment
            } else {
                Opened::Text
            };
            let truncated = What::Truncated { opened, last_line };
            return if spelling && stopped_here {
                mistake(token.start, truncated)
            } else {
                None
            };
        }
        match token.kind {
            Kind::Open => open.push(token),
            Kind::Close => {
                let opener = open.pop();
                let fits = opener.map(|opener| (first(&opener), first(&token)));
                match (opener, fits) {
                    (_, Some(('(', ')') | ('[', ']') | ('{', '}'))) => {}
                    (Some(opener), Some((opened, closed))) => {
                        let (line, col) = line_col(text, opener.start);
                        let stopped_here = stopped >= line_col(text, token.start);
                        let what = What::WrongBracket {
                            opened,
                            line,
                            col,
                            closed,
                        };
                        return if spelling && stopped_here {
                            mistake(token.start, what)
                        } else {
                            None
                        };
                    }
                    (None, _) | (_, None) => return None,
                }
            }
            Kind::Comma | Kind::Colon | Kind::Text | Kind::Char | Kind::Word | Kind::Comment => {}
        }
    }
    let innermost = open.last().filter(|_| at_end)?;
    mistake(
        innermost.start,
        What::Truncated {
            opened: Opened::Bracket(first(innermost)),
            last_line,
        },
    )
}

/// What stands at an offset, by its first signs.
fn sort_at(text: &str, at: usize) -> Sort {
    let mut tokens = Tokens::from(text, at);
    let Some(token) = tokens.next_solid() else {
        return Sort::Nothing;
    };
    let next = tokens.next_solid();
    let word = &text[token.start..token.end];
    match token.kind {
        Kind::Open => match (word, next.map(|next| next.kind)) {
            ("(", Some(Kind::Close)) => Sort::Nothing,
            ("[", _) => Sort::List,
            ("{", _) => Sort::Map,
            (_, _) => Sort::Struct,
        },
        Kind::Text => Sort::Text,
        Kind::Char => Sort::Char,
        Kind::Word if word == "true" || word == "false" => Sort::Boolean,
        Kind::Word
            if word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.')) =>
        {
            if word.contains('.') {
                Sort::Float
            } else {
                Sort::Integer
            }
        }
        Kind::Word => match next.map(|next| next.kind) {
            Some(Kind::Open) => Sort::Struct,
            _ => Sort::Word,
        },
        Kind::Comma | Kind::Colon | Kind::Close | Kind::Comment => Sort::Nothing,
    }
}

/// The sort that serde's words for what a type expects mean.
fn sort_in_words(words: &str) -> Sort {
    match words {
        "a string" | "a borrowed string" | "string" => Sort::Text,
        "a sequence" => Sort::List,
        "a map" => Sort::Map,
        "a boolean" => Sort::Boolean,
        "a character" => Sort::Char,
        "unit" => Sort::Nothing,
        "f32" | "f64" => Sort::Float,
        _ if words.starts_with("struct ") => Sort::Struct,
        _ => Sort::Other(words.to_owned()),
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

#[cfg(test)]
mod tests;
