//! The letters of a text: spaces, words, strings and numbers as the program spells them.
//!
//! Not for what they mean together; that is above. Called by `quick` only.

use serde::de;
use std::borrow::Cow;
use std::fmt;

/// That a closer look is needed; why is found out then.
#[derive(Debug)]
pub(super) struct Unsure;

impl fmt::Display for Unsure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("it takes a closer look")
    }
}

impl std::error::Error for Unsure {}

impl de::Error for Unsure {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// What was read, or that it takes a closer look.
pub(super) type Read<T> = Result<T, Unsure>;

/// A text, and how far it was read.
pub(super) struct Reader<'de> {
    pub(super) text: &'de str,
    pub(super) at: usize,
    /// How much deeper brackets may still be nested.
    pub(super) room: usize,
    /// Whether the bracket of what comes was read already, as that of a variant that holds it: `Collect(id: …)`.
    pub(super) inlined: bool,
    /// Whether nothing was read yet. The name before the outermost bracket is that of the kind of file.
    pub(super) outermost: bool,
}

impl<'de> Reader<'de> {
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn takes(&mut self, byte: u8) -> bool {
        let takes = self.peek() == Some(byte);
        self.at += usize::from(takes);
        takes
    }

    pub(super) fn must(&mut self, byte: u8) -> Read<()> {
        if self.takes(byte) { Ok(()) } else { Err(Unsure) }
    }

    /// Passes white space and line comments.
    pub(super) fn space(&mut self) -> Read<()> {
        loop {
            match self.peek() {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                Some(b'/') if self.text.as_bytes().get(self.at + 1) == Some(&b'/') => {
                    let rest = &self.text.as_bytes()[self.at..];
                    self.at += memchr::memchr(b'\n', rest).ok_or(Unsure)? + 1;
                }
                Some(b'/') => return Err(Unsure),
                // there is white space that is not ASCII
                Some(byte) if !byte.is_ascii() => return Err(Unsure),
                Some(_) | None => return Ok(()),
            }
        }
    }

    /// A word at this place: a name of a field, a struct or a variant. Nothing is passed where there is none.
    pub(super) fn word(&mut self) -> Read<&'de str> {
        let bytes = &self.text.as_bytes()[self.at..];
        if !bytes.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_') {
            return Ok("");
        }
        let long = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        // what can stand in a raw name, letters that are not ASCII, and raw and byte strings
        if bytes
            .get(long)
            .is_some_and(|next| matches!(next, b'.' | b'+' | b'-' | b'#' | b'"' | b'\'') || !next.is_ascii())
        {
            return Err(Unsure);
        }
        let word = &self.text[self.at..self.at + long];
        self.at += long;
        Ok(word)
    }

    /// What stands between quotes; a borrowed part of the text where no escape is in it.
    pub(super) fn quoted(&mut self) -> Read<Cow<'de, str>> {
        if self.takes(b'r') {
            return self.raw().map(Cow::Borrowed);
        }
        self.must(b'"')?;
        let start = self.at;
        let mut out = String::new();
        let mut copied = start;
        loop {
            let rest = self.text.as_bytes().get(self.at..).ok_or(Unsure)?;
            self.at += memchr::memchr2(b'"', b'\\', rest).ok_or(Unsure)?;
            if self.peek() == Some(b'"') {
                let tail = &self.text[copied..self.at];
                self.at += 1;
                if copied == start {
                    return Ok(tail.into());
                }
                out.push_str(tail);
                return Ok(out.into());
            }
            out.push_str(&self.text[copied..self.at]);
            out.push(match self.text.as_bytes().get(self.at + 1).ok_or(Unsure)? {
                b'"' => '"',
                b'\\' => '\\',
                b'\'' => '\'',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                _ => return Err(Unsure),
            });
            self.at += 2;
            copied = self.at;
        }
    }

    /// The rest of a string in which nothing is an escape, such as `r#"…"#`.
    fn raw(&mut self) -> Read<&'de str> {
        let rest = &self.text.as_bytes()[self.at..];
        let marks = rest.iter().take_while(|byte| **byte == b'#').count();
        self.at += marks;
        self.must(b'"')?;
        let start = self.at;
        loop {
            self.at += memchr::memchr(b'"', &self.text.as_bytes()[self.at..]).ok_or(Unsure)? + 1;
            let behind = self.text.as_bytes()[self.at..].iter().take(marks).filter(|byte| **byte == b'#').count();
            if behind == marks {
                let words = &self.text[start..self.at - 1];
                self.at += marks;
                return Ok(words);
            }
        }
    }

    /// Digits, at least one.
    fn digits(&mut self) -> Read<&'de str> {
        let bytes = &self.text.as_bytes()[self.at..];
        let long = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if long == 0 {
            return Err(Unsure);
        }
        let digits = &self.text[self.at..self.at + long];
        self.at += long;
        Ok(digits)
    }

    /// Asks that a number ends here.
    fn number_ends(&self) -> Read<()> {
        let goes_on =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'+' | b'-') || !byte.is_ascii();
        if self.peek().is_some_and(goes_on) { Err(Unsure) } else { Ok(()) }
    }

    pub(super) fn whole(&mut self) -> Read<u64> {
        let number = self.digits()?.parse().map_err(|_| Unsure)?;
        self.number_ends()?;
        Ok(number)
    }

    /// Reads something that is nested one deeper.
    pub(super) fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        self.room = self.room.checked_sub(1).ok_or(Unsure)?;
        let value = read(self);
        self.room += 1;
        value
    }

    pub(super) fn signed(&mut self) -> Read<i64> {
        let start = self.at;
        self.takes(b'-');
        self.digits()?;
        self.number_ends()?;
        self.text[start..self.at].parse().map_err(|_| Unsure)
    }

    pub(super) fn decimal(&mut self) -> Read<f64> {
        let start = self.at;
        self.takes(b'-');
        self.digits()?;
        if self.takes(b'.') {
            self.digits()?;
        }
        self.number_ends()?;
        self.text[start..self.at].parse().map_err(|_| Unsure)
    }

    /// The name of a struct, which may stand before its bracket and is its own; that of the outermost is not looked at.
    pub(super) fn name(&mut self, name: &str) -> Read<()> {
        if !self.inlined {
            let word = self.word()?;
            if !word.is_empty() && word != name && !self.outermost {
                return Err(Unsure);
            }
            self.space()?;
        }
        Ok(())
    }
}
