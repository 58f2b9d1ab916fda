//! The door for what comes from files: no text in it can make a terminal do anything.
//!
//! It works on the text of a file before that is read, literal by literal, so that no field of any type can be forgotten.
//! Not for what is typed (the editor cleans that) and not for the steps of a journal, which the editor cleans again when
//! it obeys them: alone, a joiner typed behind an emoji would look like dirt. Called by every file here that reads.

use std::borrow::Cow;

use crate::dialect::{self, Kind, Mistake, Reading, Tokens};
use crate::text::{clean, clean_line};
use serde::de::DeserializeOwned;

/// The text with every string and character in it cleaned; borrowed if there was nothing to do.
pub(super) fn wash(text: &str) -> Cow<'_, str> {
    if dialect::is_harmless(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut copied = 0;
    for token in Tokens::from(text, 0).filter(|token| token.closed) {
        let literal = &text[token.start..token.end];
        let washed = match token.kind {
            Kind::Text => washed_text(literal),
            Kind::Char => washed_char(literal),
            Kind::Open | Kind::Close | Kind::Comma | Kind::Colon | Kind::Word | Kind::Comment => None,
        };
        if let Some(washed) = washed {
            out.push_str(&text[copied..token.start]);
            out.push_str(&washed);
            copied = token.end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

fn washed_text(literal: &str) -> Option<String> {
    if dialect::is_harmless(literal) {
        return None;
    }
    let said = dialect::read::<String>(literal).ok()?.value;
    match clean(&said) {
        Cow::Borrowed(_) => None,
        Cow::Owned(cleaned) => dialect::write_line(&cleaned).ok(),
    }
}

fn washed_char(literal: &str) -> Option<String> {
    let said = dialect::read::<char>(literal).ok()?.value;
    let said = said.to_string();
    (clean(&said) != said.as_str()).then(|| "'?'".to_owned())
}

/// Reads a value from text that may come from anywhere, cleaned.
///
/// # Errors
/// As [`dialect::read`], with the place in the text as it stands in the file.
pub(super) fn read_washed<T: DeserializeOwned>(text: &str) -> Result<Reading<T>, Mistake> {
    let washed = wash(text);
    dialect::read(&washed).map_err(|mistake| match washed {
        Cow::Borrowed(_) => mistake,
        Cow::Owned(_) => dialect::read::<T>(text).err().unwrap_or(mistake),
    })
}

/// A name of a session or a device: one line, without anything that could be a path.
pub(super) fn plain_name(name: &str) -> Cow<'_, str> {
    let line = clean_line(name);
    if line.contains(['/', '\\']) { Cow::Owned(line.replace(['/', '\\'], "-")) } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_literal_of_any_kind_carries_an_escape_to_the_terminal() {
        let text = "(a: \"x\u{1b}[2Jy\", b: \"p\\u{1b}]0;t\\u{7}q\", c: r#\"r\u{202e}s\"#, d: '\u{1b}', e: \"l\n\u{9b}m!\") // \\";
        let washed = wash(text);
        assert_eq!(washed, "(a: \"xy\", b: \"pq\", c: \"rs\", d: '?', e: \"l\\n!\") // \\");
        assert_eq!(wash("(a: \"een \\\"woord\\\"\", b: 'x')"), "(a: \"een \\\"woord\\\"\", b: 'x')");
    }

    #[test]
    fn the_place_of_a_mistake_is_that_in_the_file() {
        let mistake = read_washed::<Vec<u32>>("[1, /* \u{1b} */ \"\u{1b}\n\n\",\n 'x']").expect_err("no numbers");
        assert_eq!((mistake.line, mistake.col), (1, 13));
    }

    #[test]
    fn a_name_is_never_a_path() {
        assert_eq!(plain_name("../../etc\\x\u{1b}\ny"), "..-..-etc-x y");
    }
}
