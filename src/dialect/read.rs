//! Reads text into values, and tells a mistake with its line, column and path.
//!
//! Not for bytes on a disk (that is `store`) and not for what a value must obey (that is the room whose value it is).
//! Called by `workshop`, `session`, `store` and the command `check`.

use std::borrow::Cow;

use ron::error::Error;
use serde::de::DeserializeOwned;

use super::find::{line_col, top, variant};
use super::mistake::{Mistake, Sort, What};
use super::options;
use super::quick;
use super::scan::{Kind, Tokens};
use super::told::{Failed, sort_at};
use crate::text::is_clean;

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
    quick::read(text).map_or_else(|| thoroughly(text), |value| Ok(Reading { value, ignored: Vec::new() }))
}

/// Reads a value with the RON library, which knows all that a text can be and what is wrong with it.
pub(crate) fn thoroughly<T: DeserializeOwned>(text: &str) -> Result<Reading<T>, Mistake> {
    let failed = match attempt(text) {
        Ok(reading) => return Ok(reading),
        Err(failed) => failed,
    };
    // The RON library insists that a name before the bracket be the type's own. The name of a file's kind is ours, so
    // we try again with blanks in its place; not before, because for an enum the name is the value.
    let renamed = matches!(failed.code, Error::ExpectedDifferentStructName { .. } | Error::ExpectedStructLike)
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
        return Err(Mistake::whole(What::TooLarge { bytes: bytes.len() as u64, most: most as u64 }));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let good = String::from_utf8_lossy(&bytes[..at]);
        let (line, col) = line_col(&good, good.len());
        Mistake { line, col, place: None, what: What::NotUtf8 { at } }
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    Ok(if text.contains("\r\n") { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) })
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
                let what = What::WrongType { expected: Sort::Integer, found: sort_at(text, token.start) };
                Mistake { line, col, place: Some("format".to_owned()), what }
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

/// Whether cleaning would alter no literal of a text, found without looking for them: no bare dirt, and behind every
/// backslash what spells a quote, a backslash or a line end. Nearly every file is so, and this is far cheaper.
///
/// False where that takes a closer look.
pub fn is_harmless(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(found) = text[from..].find('\\') {
        let at = from + found;
        match bytes.get(at + 1) {
            Some(b'"' | b'\'' | b'\\' | b'n') => from = at + 2,
            Some(_) | None => return false,
        }
    }
    is_clean(text)
}

fn attempt<T: DeserializeOwned>(text: &str) -> Result<Reading<T>, Box<Failed>> {
    let unplaced = |error: ron::error::SpannedError| {
        let ron::error::SpannedError { code, span } = error;
        Box::new(Failed { code, span, path: None })
    };
    let mut ron = ron::Deserializer::from_str_with_options(text, &options()).map_err(unplaced)?;
    let mut ignored = Vec::new();
    let mut note = |path: serde_ignored::Path<'_>| ignored.push(ignored_path(&path));
    match T::deserialize(serde_ignored::Deserializer::new(&mut ron, &mut note)) {
        Ok(value) => match ron.end() {
            Ok(()) => Ok(Reading { value, ignored }),
            Err(code) => Err(unplaced(ron.span_error(code))),
        },
        Err(code) => Err(Box::new(Failed { path: path_to_mistake::<T>(text), ..*unplaced(ron.span_error(code)) })),
    }
}

/// Where in the value the first mistake is. A second reading, because keeping the path takes a string for every field
/// of the file, and nearly every file is right.
fn path_to_mistake<T: DeserializeOwned>(text: &str) -> Option<String> {
    let mut ron = ron::Deserializer::from_str_with_options(text, &options()).ok()?;
    let mut track = serde_path_to_error::Track::new();
    let placed = serde_path_to_error::Deserializer::new(&mut ron, &mut track);
    T::deserialize(serde_ignored::Deserializer::new(placed, &mut |_: serde_ignored::Path<'_>| {})).err()?;
    path_in_words(&track.path())
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
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => {
            ignored_path(parent)
        }
    }
}

fn push_name(words: &mut String, name: &str) {
    if !words.is_empty() {
        words.push('.');
    }
    words.push_str(name);
}

#[cfg(test)]
mod tests;
