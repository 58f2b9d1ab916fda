//! The voice: a key goes in, a sentence in the chosen language comes out.
//!
//! Nothing is read when a [`Words`] is made: each file of messages is read when a message of it is asked for the first
//! time, so that the first screen waits only for its own words; the other language is read when a message is missing.
//! A key's first words say in which file it stands. There is no store of finished sentences: Fluent hands out a plain message as a borrowed text, so
//! `say` is two look-ups and one copy, well below a microsecond.

use std::fmt;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::langid;

use super::files::{FILES, File, messages};
use super::{Arg, Lang, numbers};

type Bundle = FluentBundle<FluentResource>;

/// Whether a mistake in the messages stops the program: in tests and debug builds, never in someone's session.
const STRICT: bool = cfg!(any(test, debug_assertions));

/// Everything the program can say, in one language; shared freely between threads.
///
/// It never changes: another language is another `Words`. A clone shares what was read.
#[derive(Clone)]
pub struct Words {
    lang: Lang,
    files: &'static [File],
    /// The chosen language, a bundle a file.
    spoken: Arc<[OnceLock<Bundle>]>,
    /// The other language.
    other: Arc<[OnceLock<Bundle>]>,
    /// Says nothing, whatever is asked.
    mute: bool,
}

impl Words {
    /// The voice of a language; no file on disk is needed, and no message is read yet.
    pub fn new(lang: Lang) -> Words {
        Words::over(lang, &FILES)
    }

    /// A voice that says nothing, for who needs the shape of something said but not its words.
    ///
    /// The command line is built with it first: the words of its help are read only when somebody is to see them.
    pub fn mute(lang: Lang) -> Words {
        Words { mute: true, ..Words::new(lang) }
    }

    pub(super) fn over(lang: Lang, files: &'static [File]) -> Words {
        let unread = || files.iter().map(|_| OnceLock::new()).collect();
        Words { lang, files, spoken: unread(), other: unread(), mute: false }
    }

    /// Reads the messages of these files now, so that who asks for one of them later need not wait.
    ///
    /// For another thread while this one has something else to do: they take as long to read as a session does.
    pub fn warm(&self, files: &[&str]) {
        let wanted = self.files.iter().enumerate().filter(|(_, file)| files.contains(&file.name));
        for (at, _) in wanted {
            self.spoken[at].get_or_init(|| bundle(self.lang, &self.files[at..=at]));
        }
    }

    /// The language that is spoken.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message of a key that needs no arguments.
    ///
    /// A key that exists in neither language stops a debug build (and so every test) and shows as `⟦key⟧` in a
    /// release: ugly enough to be seen, and no reason to lose a session.
    ///
    /// # Panics
    /// In debug builds, on an unknown key or a message that needs arguments.
    pub fn say(&self, key: &str) -> String {
        self.speak(key, None)
    }

    /// The message of a key, filled in: `words.tell("report-tables", &[("count", 3.into())])`.
    ///
    /// # Panics
    /// In debug builds, on an unknown key or an argument that the message needs and does not get. In a release the
    /// place of a lacking argument shows its name.
    pub fn tell(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            given.set(*name, arg.value());
        }
        self.speak(key, Some(&given))
    }

    /// Every key of the language, sorted: for the test that holds sources and messages equal.
    pub fn keys(&self) -> Vec<String> {
        let of = |file: &'static File| messages(file.source(self.lang));
        let mut keys: Vec<String> = self.files.iter().flat_map(of).map(|m| m.key.to_owned()).collect();
        keys.sort_unstable();
        keys
    }

    fn speak(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        if self.mute {
            return String::new();
        }
        match self.find(key, args) {
            Some((text, mistakes)) if mistakes.is_empty() || !STRICT => text,
            Some((_, mistakes)) => panic!("message {key:?} cannot be filled in: {mistakes:?}"),
            None if STRICT => panic!("no message {key:?} in assets/i18n"),
            None => bare(key),
        }
    }

    /// The message with what went wrong while filling it in; `None` when neither language has it.
    fn find(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<(String, Vec<FluentError>)> {
        let own = || self.find_in(&self.spoken, self.lang, key, args);
        own().or_else(|| self.find_in(&self.other, self.lang.other(), key, args))
    }

    /// The message in one language: first in the file that its key points to, then in the others.
    fn find_in(
        &self,
        read: &[OnceLock<Bundle>],
        lang: Lang,
        key: &str,
        args: Option<&FluentArgs<'_>>,
    ) -> Option<(String, Vec<FluentError>)> {
        // `form-judge-mean` stands in `form-judge`, `form-note` in `form`, `key-undo` in `keys`
        let begins =
            |file: &File| key.strip_prefix(file.name.trim_end_matches('s')).is_some_and(|rest| rest.starts_with('-'));
        let likely = (0..self.files.len()).filter(|at| begins(&self.files[*at]));
        let likely = likely.max_by_key(|at| self.files[*at].name.len()).unwrap_or(0);
        let order = std::iter::once(likely).chain((0..self.files.len()).filter(|at| *at != likely));
        order.into_iter().find_map(|at| fill(read[at].get_or_init(|| bundle(lang, &self.files[at..=at])), key, args))
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("lang", &self.lang).finish_non_exhaustive()
    }
}

/// What a release shows for a key without a message.
fn bare(key: &str) -> String {
    format!("⟦{key}⟧")
}

fn fill(bundle: &Bundle, key: &str, args: Option<&FluentArgs<'_>>) -> Option<(String, Vec<FluentError>)> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut mistakes = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut mistakes).into_owned();
    Some((text, mistakes))
}

fn bundle(lang: Lang, files: &[File]) -> Bundle {
    let (locale, figures): (_, fn(&FluentValue<'_>, &_) -> _) = match lang {
        Lang::Nl => (langid!("nl"), |value, _| figures(value, Lang::Nl)),
        Lang::En => (langid!("en"), |value, _| figures(value, Lang::En)),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Invisible marks around arguments would count as cells on the screen and stay behind in copied text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(figures));
    for file in files {
        // In a release a broken message costs only itself; tests refuse it, and a key that stands twice.
        let resource = FluentResource::try_new(file.source(lang).to_owned());
        if let (Err((_, mistakes)), true) = (&resource, STRICT) {
            panic!("assets/i18n/{lang}/{}.ftl: {mistakes:?}", file.name);
        }
        bundle.add_resource_overriding(resource.unwrap_or_else(|(sound, _)| sound));
    }
    bundle
}

/// How a number inside a message is written; everything else is left to Fluent.
fn figures(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            let decimals = number.options.minimum_fraction_digits.unwrap_or(0);
            Some(numbers::number(number.value, decimals, lang))
        }
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    static SAMPLE: [File; 1] = [File::of(
        "sample",
        "plain = Hallo\nwho = Dag { $name }\nmany = { $n ->\n    [one] { $n } stem\n   *[other] { $n } stemmen\n}\nonly = alleen hier\n",
        "plain = Hello\nwho = Hello { $name }\nmany = { $n ->\n    [one] { $n } vote\n   *[other] { $n } votes\n}\n",
    )];

    fn sample(lang: Lang) -> Words {
        Words::over(lang, &SAMPLE)
    }

    #[test]
    fn a_message_is_said_in_the_chosen_language() {
        for (lang, plain, who) in [(Lang::Nl, "Hallo", "Dag Noor"), (Lang::En, "Hello", "Hello Noor")] {
            let words = sample(lang);
            assert_eq!(words.lang(), lang);
            assert_eq!(words.say("plain"), plain);
            assert_eq!(words.tell("who", &[("name", "Noor".into())]), who);
        }
    }

    #[test]
    fn a_number_chooses_its_plural_and_its_separator() {
        let told = |lang, n: i64| sample(lang).tell("many", &[("n", n.into())]);
        assert_eq!([0, 1, 2, 1250].map(|n| told(Lang::Nl, n)), ["0 stemmen", "1 stem", "2 stemmen", "1.250 stemmen"]);
        assert_eq!(
            [0, 1, -1, 1_250_000].map(|n| told(Lang::En, n)),
            ["0 votes", "1 vote", "-1 vote", "1,250,000 votes"]
        );
    }

    #[test]
    fn a_message_that_lacks_in_one_language_is_said_in_the_other() {
        let words = sample(Lang::En);
        assert!(words.other.iter().all(|file| file.get().is_none()), "the other language is read too early");
        assert_eq!(words.say("only"), "alleen hier");
    }

    #[test]
    #[should_panic(expected = "no message \"nowhere\"")]
    fn an_unknown_key_stops_a_test() {
        let key = "nowhere";
        sample(Lang::Nl).say(key);
    }

    #[test]
    #[should_panic(expected = "cannot be filled in")]
    fn a_forgotten_argument_stops_a_test() {
        sample(Lang::Nl).tell("who", &[("naam", "Noor".into())]);
    }

    #[test]
    fn an_unknown_key_stands_out_in_a_release() {
        assert_eq!(bare("nowhere"), "⟦nowhere⟧");
    }

    #[test]
    fn words_are_shared_between_threads() {
        fn shared<T: Send + Sync + 'static>(_: &T) {}
        shared(&sample(Lang::Nl));
    }

    proptest! {
        #[test]
        fn any_argument_can_be_told(name in ".*", n in any::<i64>(), count in any::<usize>()) {
            let words = sample(Lang::Nl);
            prop_assert_eq!(words.tell("who", &[("name", (&name).into())]), format!("Dag {name}"));
            words.tell("many", &[("n", n.into())]);
            words.tell("many", &[("n", count.into())]);
        }
    }
}
