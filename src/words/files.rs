//! The one list of message files, and a plain reading of their keys and arguments.
//!
//! The reading is not for speaking (that is `messages`, with Fluent itself): it serves [`super::Words::keys`] and
//! the tests that hold both languages equal. It knows the part of Fluent that is used here: messages with text,
//! arguments and selections; no terms, no attributes.

use super::Lang;

/// One message file in both languages.
#[derive(Debug)]
pub(super) struct File {
    /// The name without folder and ending, for whoever must say where a mistake stands.
    pub name: &'static str,
    nl: &'static str,
    en: &'static str,
}

impl File {
    /// The text of the file in a language.
    pub fn source(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nl => self.nl,
            Lang::En => self.en,
        }
    }

    #[cfg(test)]
    pub const fn of(name: &'static str, nl: &'static str, en: &'static str) -> File {
        File { name, nl, en }
    }
}

macro_rules! file {
    ($name:literal) => {
        File {
            name: $name,
            nl: include_str!(concat!("../../assets/i18n/nl/", $name, ".ftl")),
            en: include_str!(concat!("../../assets/i18n/en/", $name, ".ftl")),
        }
    };
}

/// Every message file. Several, so that rooms can be written side by side: screens, the command line, key bindings,
/// forms, the report, mistakes with their remedies, and trouble with files. A form with a board has one of its own: the first
/// screen need not read what a board says.
pub(super) static FILES: [File; 22] = [
    file!("app"),
    file!("cli"),
    file!("keys"),
    file!("form"),
    file!("form-judge"),
    file!("form-vote"),
    file!("form-matrix"),
    file!("form-group"),
    file!("form-link"),
    file!("form-assign"),
    file!("past"),
    file!("lesson"),
    file!("people"),
    file!("screen"),
    file!("regie"),
    file!("verdicts"),
    file!("oogst"),
    file!("report"),
    file!("verslag"),
    file!("search"),
    file!("check"),
    file!("store"),
];

/// A message as it stands in a file.
#[derive(Debug, PartialEq)]
pub(super) struct Message<'s> {
    pub key: &'s str,
    /// Everything after the first `=`, further lines included.
    pub text: String,
}

/// The messages of a file, in the order in which they stand.
pub(super) fn messages(source: &str) -> Vec<Message<'_>> {
    let mut found: Vec<Message<'_>> = Vec::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let key = name(line);
        let value = line[key.len()..].trim_start().strip_prefix('=');
        match (value, found.last_mut()) {
            (Some(value), _) if !key.is_empty() => found.push(Message { key, text: value.to_owned() }),
            (_, Some(message)) => {
                message.text.push('\n');
                message.text.push_str(line);
            }
            (_, None) => {}
        }
    }
    found
}

/// The Fluent name at the start of a text; empty when there is none.
fn name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
    &text[..end.unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_bundle::FluentResource;

    use super::*;

    /// The names of a message's arguments, in order and each once.
    fn args<'m>(message: &'m Message<'_>) -> BTreeSet<&'m str> {
        message.text.split('$').skip(1).map(name).collect()
    }

    fn all(lang: Lang) -> Vec<(&'static str, Message<'static>)> {
        let of = |file: &'static File| messages(file.source(lang)).into_iter().map(|m| (file.name, m));
        FILES.iter().flat_map(of).collect()
    }

    #[test]
    fn a_file_is_read_in_its_messages_and_their_arguments() {
        let read =
            messages("# c\na-b = Hi { $x }\n\nn = { $n ->\n    [one] 1 { $x }\n   *[other] { $n }\n}\nlast = z\n");
        let seen: Vec<_> = read.iter().map(|m| (m.key, Vec::from_iter(args(m)))).collect();
        assert_eq!(seen, [("a-b", vec!["x"]), ("n", vec!["n", "x"]), ("last", vec![])]);
    }

    #[test]
    fn every_file_is_sound_fluent_with_exactly_the_messages_that_are_read() {
        for file in &FILES {
            for lang in Lang::ALL {
                let source = file.source(lang);
                let at = format!("{lang}/{}.ftl", file.name);
                assert!(source.starts_with("# "), "{at} does not say what it is for");
                let parsed = FluentResource::try_new(source.to_owned());
                let parsed = parsed.unwrap_or_else(|(_, errors)| panic!("{at}: {errors:?}"));
                let read = messages(source);
                // Comments are entries too, unless Fluent reads for speed; it does here.
                assert_eq!(parsed.entries().count(), read.len(), "{at}: a term, or a line that is no message");
                let attribute = source.lines().find(|line| line.trim_start().starts_with('.'));
                assert_eq!(attribute, None, "{at}: attributes are not spoken here");
            }
        }
    }

    #[test]
    fn both_languages_hold_the_same_keys_in_the_same_files_with_the_same_arguments() {
        let shape = |lang| -> BTreeMap<_, _> {
            let of = |(file, m): (&'static str, Message<'static>)| {
                let args: Vec<String> = args(&m).into_iter().map(str::to_owned).collect();
                ((file, m.key), args)
            };
            all(lang).into_iter().map(of).collect()
        };
        assert_eq!(shape(Lang::Nl), shape(Lang::En));
    }

    #[test]
    fn no_key_stands_twice_over_all_files_and_every_key_is_lower_kebab() {
        for lang in Lang::ALL {
            let mut seen = BTreeSet::new();
            for (file, Message { key, .. }) in all(lang) {
                assert!(seen.insert(key), "{lang}/{file}.ftl: {key} stands twice");
                let part = |p: &str| !p.is_empty() && p.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
                assert!(key.split('-').all(part), "{lang}/{file}.ftl: {key} is not lower-kebab");
            }
        }
    }

    #[test]
    fn every_message_says_something_calmly_and_with_je() {
        for lang in Lang::ALL {
            for (file, m) in all(lang) {
                let at = format!("{lang}/{file}.ftl: {}", m.key);
                assert!(!m.text.trim().is_empty(), "{at} is empty");
                assert!(!m.text.contains('!'), "{at} shouts");
                let formal = m.text.split(|c: char| !c.is_alphabetic()).any(|w| matches!(w, "u" | "U" | "uw" | "Uw"));
                assert!(lang == Lang::En || !formal, "{at} says u instead of je");
            }
        }
    }
}
