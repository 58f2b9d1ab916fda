//! A mistake in words: what is wrong, and what to do about it.
//!
//! Not for where it is: whoever shows it puts `path:line:col:` before it. The words stand in `assets/i18n/*/check.ftl`;
//! the keys that are put together here all begin with `check-ron-`. Called by `store`, `workshop` and the command `check`.

use super::mistake::{Mistake, Opened, Sort, What};
use crate::text::clean_line;
use crate::words::{Arg, Words};

/// How many names are listed where one of them belongs.
const MOST_NAMED: usize = 12;

/// The sentence and its remedy, in that order.
///
/// What the file itself says is cleaned, so that a hostile file cannot speak to the terminal through its mistakes.
pub fn tell_mistake(words: &Words, mistake: &Mistake) -> (String, String) {
    let told = Told::of(&mistake.what, words);
    let args: Vec<(&str, Arg<'_>)> = told.args.into_iter().map(|(name, arg)| (name, arg.into())).collect();
    let sentence = words.tell(&format!("check-ron-{}", told.key), &args);
    let remedy = words.tell(&format!("check-ron-{}-remedy", told.remedy), &args);
    (sentence, remedy)
}

/// Which words, and what they name.
struct Told {
    key: &'static str,
    remedy: &'static str,
    args: Vec<(&'static str, String)>,
}

impl Told {
    fn new<const N: usize>(key: &'static str, args: [(&'static str, String); N]) -> Self {
        let args = args.into_iter().map(|(name, text)| (name, clean_line(&text).into_owned())).collect();
        Self { key, remedy: key, args }
    }

    fn with_remedy(self, remedy: &'static str) -> Self {
        Self { remedy, ..self }
    }

    fn of(what: &What, words: &Words) -> Self {
        match what {
            What::NotRon(reason) => Self::new("spelling", [("reason", reason.clone())]),
            What::Refused(reason) => Self::new("refused", [("reason", reason.clone())]),
            What::MissingField { field, of: _ } => Self::new("missing", [("field", field.clone())]),
            What::UnknownField { field, expected, closest } => {
                Self::named("unknown-field", field, expected, closest.as_ref())
            }
            What::TwiceField { field } => Self::new("twice", [("field", field.clone())]),
            What::UnknownVariant { found, expected, closest } => {
                Self::named("unknown-word", found, expected, closest.as_ref())
            }
            What::WrongType { expected, found } => {
                Self::new("type", [("expected", sort(expected, words)), ("found", sort(found, words))])
            }
            What::WrongLength { expected, found } => {
                Self::new("length", [("expected", expected.clone()), ("found", found.to_string())])
            }
            What::NumberOutOfRange => Self::new("number", []),
            What::WrongBracket { opened, line, col, closed } => Self::new(
                "bracket",
                [
                    ("opened", opened.to_string()),
                    ("line", line.to_string()),
                    ("col", col.to_string()),
                    ("closed", closed.to_string()),
                ],
            ),
            What::Truncated { opened, last_line } => {
                let line = last_line.to_string();
                match opened {
                    Opened::Bracket(bracket) => Self::new("open", [("bracket", bracket.to_string()), ("line", line)]),
                    Opened::Text => Self::new("open-text", [("line", line)]),
                    Opened::Comment => Self::new("open-comment", [("line", line)]),
                }
            }
            What::Empty => Self::new("empty", []),
            What::TooDeep => Self::new("deep", []),
            What::TooLarge { bytes, most } => Self::new(
                "large",
                [("size", (bytes >> 20).max(1).to_string()), ("most", (most >> 20).max(1).to_string())],
            ),
            What::TooMany { count, most } => {
                Self::new("too-many", [("count", count.to_string()), ("most", most.to_string())])
            }
            What::NotUtf8 { at: _ } => Self::new("utf8", []),
            What::Newer { format, ours } => {
                Self::new("newer", [("format", format.to_string()), ("ours", ours.to_string())])
            }
            What::NoFormat => Self::new("no-format", []),
        }
    }

    fn named(key: &'static str, found: &str, expected: &[String], closest: Option<&String>) -> Self {
        let mut names: Vec<&str> = expected.iter().take(MOST_NAMED).map(String::as_str).collect();
        if expected.len() > MOST_NAMED {
            names.push("…");
        }
        let closest_name = closest.cloned().unwrap_or_default();
        let remedy = if closest.is_some() { "closest" } else { "names" };
        Self::new(key, [("found", found.to_owned()), ("closest", closest_name), ("names", names.join(", "))])
            .with_remedy(remedy)
    }
}

fn sort(sort: &Sort, words: &Words) -> String {
    let key = match sort {
        Sort::List => "list",
        Sort::Struct => "struct",
        Sort::Map => "map",
        Sort::Text => "text",
        Sort::Char => "char",
        Sort::Integer => "integer",
        Sort::Float => "float",
        Sort::Boolean => "boolean",
        Sort::Word => "word",
        Sort::Nothing => "nothing",
        Sort::Other(told) => return told.clone(),
    };
    words.say(&format!("check-ron-sort-{key}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn every_mistake_has_a_sentence_and_a_remedy_in_both_languages() {
        let sorts = [
            Sort::List,
            Sort::Struct,
            Sort::Map,
            Sort::Text,
            Sort::Char,
            Sort::Integer,
            Sort::Float,
            Sort::Boolean,
            Sort::Word,
            Sort::Nothing,
            Sort::Other("iets".into()),
        ];
        let mut all = vec![
            What::NotRon("x".into()),
            What::Refused("x\u{1b}\ny".into()),
            What::MissingField { field: "id".into(), of: None },
            What::UnknownField { field: "idd".into(), expected: vec!["id".into()], closest: Some("id".into()) },
            What::UnknownField { field: "q".into(), expected: vec!["id".into(); 20], closest: None },
            What::TwiceField { field: "id".into() },
            What::UnknownVariant { found: "Colect".into(), expected: Vec::new(), closest: Some("Collect".into()) },
            What::WrongLength { expected: "2".into(), found: 3 },
            What::NumberOutOfRange,
            What::WrongBracket { opened: '(', line: 1, col: 2, closed: ']' },
            What::Truncated { opened: Opened::Bracket('['), last_line: 9 },
            What::Truncated { opened: Opened::Text, last_line: 9 },
            What::Truncated { opened: Opened::Comment, last_line: 9 },
            What::Empty,
            What::TooDeep,
            What::TooLarge { bytes: 1 << 30, most: 1 << 24 },
            What::TooMany { count: 600, most: 500 },
            What::NotUtf8 { at: 3 },
            What::Newer { format: 2, ours: 1 },
            What::NoFormat,
        ];
        all.extend(sorts.map(|sort| What::WrongType { expected: sort.clone(), found: sort }));
        for words in Lang::ALL.map(Words::new) {
            for what in &all {
                let (sentence, remedy) = tell_mistake(&words, &Mistake::whole(what.clone()));
                for told in [&sentence, &remedy] {
                    assert!(told.ends_with(['.', '?']), "{told}");
                    assert!(!told.contains(['\u{1b}', '\n']), "{told:?}");
                }
            }
        }
    }
}
