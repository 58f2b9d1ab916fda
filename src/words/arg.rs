//! What a message can be told with: a piece of text or a whole number.
//!
//! A number chooses the plural and prints in the manner of the language, so `1250` shows as `1.250` or `1,250`.
//! What must not be grouped (a year, a table code, a broken number) is handed over as text.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// An argument of a message; made with `into()` from text or a whole number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Shown as it is.
    Text(Cow<'a, str>),
    /// Chooses the plural and is shown with separators; exact up to nine quadrillion (2⁵³).
    Number(i64),
}

impl<'a> Arg<'a> {
    /// The same in Fluent's own terms, borrowed from this one.
    pub(super) fn value(&self) -> FluentValue<'_> {
        match self {
            Arg::Text(text) => FluentValue::from(text.as_ref()),
            Arg::Number(number) => FluentValue::from(*number),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

/// So that a bare literal can be told: `("count", 3.into())`.
impl From<i32> for Arg<'_> {
    fn from(number: i32) -> Self {
        Arg::Number(i64::from(number))
    }
}

/// A count beyond `i64` stays at its end; nobody counts that far.
impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
