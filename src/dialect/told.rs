//! Turns a failure of the RON library into a [`Mistake`] in our own terms, at the best place that can be found.
//!
//! Not for reading: `read` is the only caller. The library says what it expected at a spot; a person wants to know which
//! field, where it begins, and whether the real mistake is a bracket or quote long before.

use ron::error::{Error, Span};

use super::find::{line_col, locate, offset, top};
use super::mistake::{Mistake, Opened, Sort, What, closest};
use super::scan::{Kind, Token, Tokens};

/// An attempt that failed, in the library's terms.
pub(super) struct Failed {
    pub(super) code: Error,
    pub(super) span: Span,
    pub(super) path: Option<String>,
}

impl Failed {
    /// The mistake in our own terms, with the best place we can find in `text`.
    pub(super) fn told(self, text: &str) -> Mistake {
        let (line, col) = (self.span.start.line, self.span.start.col);
        let end = (self.span.end.line, self.span.end.col);
        let here = |what| Mistake { line, col, place: self.path.clone(), what };
        let at_value = |what| {
            let found = self.path.as_deref().and_then(|path| locate(text, path)).or_else(|| locate(text, ""));
            let (line, col) = found.unwrap_or((line, col));
            Mistake { line, col, place: self.path.clone(), what }
        };
        let wrong = |expected| {
            // the path leads to the value; without one, the span does
            let at = self.path.as_deref().and_then(|path| offset(text, path)).or_else(|| top(text));
            at_value(What::WrongType { expected, found: at.map_or(Sort::Nothing, |at| sort_at(text, at)) })
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
            Error::MissingStructField { field, outer } => {
                at_value(What::MissingField { field: field.to_owned(), of: outer })
            }
            Error::NoSuchStructField { expected, found, .. } => {
                let closest = closest(&found, expected);
                here(What::UnknownField { field: found, expected: owned(expected), closest })
            }
            Error::DuplicateStructField { field, .. } => here(What::TwiceField { field: field.to_owned() }),
            Error::NoSuchEnumVariant { expected, found, .. } => {
                let closest = closest(&found, expected);
                here(What::UnknownVariant { found, expected: owned(expected), closest })
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
                    at_value(What::WrongType { expected: sort, found: Sort::Other(found) })
                }
            }
            Error::ExpectedDifferentLength { expected, found } => at_value(What::WrongLength { expected, found }),
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
        let at = self.path.as_deref().and_then(|path| offset(text, path));
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
fn unbalanced(text: &str, stopped: (usize, usize), place: Option<&String>, spelling: bool) -> Option<Mistake> {
    let mut open: Vec<Token> = Vec::new();
    let mistake = |at: usize, what| {
        let (line, col) = line_col(text, at);
        Some(Mistake { line, col, place: place.cloned(), what })
    };
    let last_line = line_col(text, text.len()).0;
    let first = |token: &Token| char::from(text.as_bytes()[token.start]);
    let solid_end = text.trim_end().len();
    let at_end = spelling && stopped >= line_col(text, solid_end.saturating_sub(1));
    for token in Tokens::from(text, 0) {
        if !token.closed {
            // a string that is never closed is where the reader stops, at its beginning
            let stopped_here = stopped >= line_col(text, token.start);
            let opened = if token.kind == Kind::Comment { Opened::Comment } else { Opened::Text };
            let truncated = What::Truncated { opened, last_line };
            return if spelling && stopped_here { mistake(token.start, truncated) } else { None };
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
                        let what = What::WrongBracket { opened, line, col, closed };
                        return if spelling && stopped_here { mistake(token.start, what) } else { None };
                    }
                    (None, _) | (_, None) => return None,
                }
            }
            Kind::Comma | Kind::Colon | Kind::Text | Kind::Char | Kind::Word | Kind::Comment => {}
        }
    }
    let innermost = open.last().filter(|_| at_end)?;
    mistake(innermost.start, What::Truncated { opened: Opened::Bracket(first(innermost)), last_line })
}

/// What stands at an offset, by its first signs.
pub(super) fn sort_at(text: &str, at: usize) -> Sort {
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
        Kind::Word if word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.')) => {
            if word.contains('.') { Sort::Float } else { Sort::Integer }
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
