//! Wrong use, in our own sentences.
//!
//! clap knows what is wrong and what was probably meant; it says so in English only. Called by `cli`.

use crate::{text, words::Words};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::fmt;

/// Something that was asked in a way that cannot be understood; holds the sentence.
#[derive(Debug)]
pub(super) struct Wrong(pub(super) String);

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

/// The sentence for what clap found, with what may have been meant and where to look.
pub(super) fn tell(words: &Words, error: &clap::Error) -> String {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text::clean_line(text).into_owned(),
        Some(ContextValue::Strings(texts)) => text::clean_line(&texts.join(", ")).into_owned(),
        Some(_) | None => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let name = argument.split([' ', '=']).next().unwrap_or_default().to_owned();
    let value = context(ContextKind::InvalidValue);
    let sentence = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            words.tell("cli-wrong-command", &[("command", context(ContextKind::InvalidSubcommand).into())])
        }
        ErrorKind::UnknownArgument => words.tell("cli-wrong-argument", &[("argument", argument.into())]),
        ErrorKind::MissingRequiredArgument => words.tell("cli-wrong-missing", &[("argument", argument.into())]),
        ErrorKind::InvalidValue if value.is_empty() => words.tell("cli-wrong-empty", &[("argument", name.into())]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let args = [("value", value.into()), ("argument", name.into())];
            let choices = context(ContextKind::ValidValue);
            let sentence = words.tell("cli-wrong-value", &args);
            if choices.is_empty() {
                sentence
            } else {
                format!("{sentence} {}", words.tell("cli-wrong-choices", &[("choices", choices.into())]))
            }
        }
        ErrorKind::ArgumentConflict => words.tell("cli-wrong-twice", &[("argument", name.into())]),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            words.tell("cli-wrong-number", &[("argument", name.into())])
        }
        ErrorKind::InvalidUtf8 => words.say("cli-wrong-utf8"),
        // the library's list is open; whatever else it finds is said without detail
        _ => words.say("cli-wrong"),
    };
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(context)
        .find(|suggestion| !suggestion.is_empty());
    let meant = suggested.map(|meant| words.tell("cli-wrong-meant", &[("meant", meant.into())]));
    [Some(sentence), meant, Some(words.say("cli-wrong-help"))].into_iter().flatten().collect::<Vec<_>>().join("\n")
}
