//! Finds names of people in text, and puts other words in their place.
//!
//! Found are the whole name, however it is spelled in capitals and accents, and each word of it behind the first that
//! begins with a capital and has three letters or more, where that stands as a word with a capital: `Jansen` and `Jansens`,
//! and not `jansen`, because many names are ordinary words as well. A first name alone is not looked for; who wants that
//! names it. Not for files (that is `search` and `rewrite`).

use std::collections::HashMap;
use std::ops::Range;

use crate::text::fold;

/// The fewest letters of a word that is looked for by itself.
const LEAST: usize = 3;
/// The most letters between two words of a name.
const BETWEEN: usize = 3;

/// A name that is looked for, and what is put in its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sought {
    /// The name, as it was given.
    pub name: String,
    /// What stands there afterwards: a party, or that it was somebody.
    pub instead: String,
}

/// Where a name stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Which name, of those sought.
    pub(super) nth: usize,
    /// The bytes of it.
    pub(super) range: Range<usize>,
}

/// All names that are looked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Finder {
    sought: Vec<Sought>,
    /// By the first word of a whole name: which names, and all of their words.
    whole: HashMap<String, Vec<(usize, Vec<String>)>>,
    /// Words that are looked for alone, with a capital.
    alone: HashMap<String, usize>,
    /// How whole names stand in names of files and in ids.
    slugs: Vec<String>,
}

impl Finder {
    pub(super) fn new(mut sought: Vec<Sought>) -> Self {
        sought.sort();
        sought.dedup_by(|a, b| a.name == b.name);
        let mut finder = Self::default();
        for (nth, one) in sought.iter().enumerate() {
            let words: Vec<&str> = words(&one.name).map(|range| &one.name[range]).collect();
            let Some(first) = words.first() else { continue };
            let folded: Vec<String> = words.iter().map(|word| plain(word)).collect();
            let capital = |word: &&&str| word.starts_with(char::is_uppercase) && word.chars().count() >= LEAST;
            if folded.len() > 1 {
                finder.slugs.push(folded.join("-"));
                finder.whole.entry(plain(first)).or_default().push((nth, folded));
            }
            // of a name that is one word, that word
            let alone = words.iter().skip(usize::from(words.len() > 1)).filter(capital).map(|word| plain(word));
            for word in alone {
                finder.alone.entry(word).or_insert(nth);
            }
        }
        for names in finder.whole.values_mut() {
            names.sort_by_key(|(_, words)| std::cmp::Reverse(words.len())); // the longest that fits
        }
        finder.sought = sought;
        finder
    }

    pub(super) fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.alone.is_empty()
    }

    /// Every place where a name stands, in order, none over another.
    pub(super) fn find(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        let words: Vec<Range<usize>> = words(text).collect();
        let mut at = 0;
        while at < words.len() {
            let word = plain(&text[words[at].clone()]);
            let (nth, count) = match (self.whole_at(text, &words[at..], &word), self.alone_at(text, &words[at], &word))
            {
                (Some(whole), _) => whole,
                (None, Some(nth)) => (nth, 1),
                (None, None) => {
                    at += 1;
                    continue;
                }
            };
            hits.push(Hit { nth, range: words[at].start..words[at + count - 1].end });
            at += count;
        }
        hits
    }

    /// The whole name that begins with the first of these words, and how many words it has.
    fn whole_at(&self, text: &str, words: &[Range<usize>], first: &str) -> Option<(usize, usize)> {
        self.whole.get(first)?.iter().find_map(|(nth, name)| {
            let (last, inner) = name.split_last()?;
            // words in small letters with hyphens are an id or the name of a file, which nothing here alters
            let hyphen = text[words.first()?.clone()].starts_with(char::is_uppercase);
            let fits = words.len() >= name.len()
                && words
                    .windows(2)
                    .take(name.len() - 1)
                    .all(|pair| is_between(&text[pair[0].end..pair[1].start], hyphen))
                && inner.iter().zip(words).all(|(word, range)| plain(&text[range.clone()]) == *word)
                && is_same(&plain(&text[words[name.len() - 1].clone()]), last);
            fits.then_some((*nth, name.len()))
        })
    }

    fn alone_at(&self, text: &str, range: &Range<usize>, word: &str) -> Option<usize> {
        if !text[range.clone()].starts_with(char::is_uppercase) {
            return None;
        }
        self.alone.get(word).or_else(|| self.alone.get(word.strip_suffix('s')?)).copied()
    }

    /// Which whole name stands in the name of a file or an id, words divided by hyphens.
    pub(super) fn in_slug(&self, text: &str) -> bool {
        let folded = fold(text);
        let ends = |at: usize| folded[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let begins = |at: usize| folded[at..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        self.slugs
            .iter()
            .any(|slug| folded.match_indices(slug.as_str()).any(|(at, _)| ends(at) && begins(at + slug.len())))
    }

    /// The text with other words where names stood; nothing if there were none.
    pub(super) fn replaced(&self, text: &str) -> Option<String> {
        let hits = self.find(text);
        let mut out = String::with_capacity(text.len());
        let mut copied = 0;
        for hit in &hits {
            out.push_str(&text[copied..hit.range.start]);
            out.push_str(&self.sought[hit.nth].instead);
            copied = hit.range.end;
        }
        out.push_str(&text[copied..]);
        (!hits.is_empty()).then_some(out)
    }
}

/// A word as it is compared: without capitals, accents and letters that nobody sees.
fn plain(word: &str) -> String {
    let folded = fold(word);
    if folded.contains(is_unseen) { folded.replace(is_unseen, "") } else { folded }
}

fn is_same(word: &str, name: &str) -> bool {
    word == name || word.strip_suffix('s') == Some(name)
}

fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Whether this may stand between two words of a name: blanks and points, and hyphens where they may.
fn is_between(text: &str, hyphen: bool) -> bool {
    let hyphen = |c: char| hyphen && matches!(c, '-' | '\u{2010}' | '\u{2011}');
    let blank = |c: char| c.is_whitespace() || matches!(c, '.' | '\'' | '’') || is_unseen(c);
    text.chars().count() <= BETWEEN && !text.is_empty() && text.chars().all(|c| blank(c) || hyphen(c))
}

/// The words of a text: letters and digits, with the marks upon them.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mark = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}') || is_unseen(c);
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = letters.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = text.len();
        while let Some((at, c)) = letters.peek().copied() {
            if !(c.is_alphanumeric() || mark(c)) {
                end = at;
                break;
            }
            letters.next();
        }
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn finder(names: &[&str]) -> Finder {
        Finder::new(names.iter().map(|name| Sought { name: (*name).to_owned(), instead: "Zorg".into() }).collect())
    }

    #[test]
    fn a_name_is_found_however_it_is_spelled_and_an_ordinary_word_is_not() {
        let finder = finder(&["Stoel van der Voorbééld", "Vlak-de Proef", "Eénwoord"]);
        let told = |text: &str| finder.replaced(text).unwrap_or_else(|| text.to_owned());
        for (text, expected) in [
            ("stoel VAN der voorbeeld zei", "Zorg zei"),
            ("Stoel  van\nder Voorbééld's plan", "Zorg's plan"),
            ("mevrouw Voorbéélds idee", "mevrouw Zorg idee"),
            ("VOORBEELD!", "Zorg!"),
            ("een voorbeeld van een stoel", "een voorbeeld van een stoel"),
            ("Voorbeelden", "Voorbeelden"),
            ("Vlak-de Proef en Proef", "Zorg en Zorg"),
            ("Eénwoord en eenwoord", "Zorg en eenwoord"),
            ("Voor\u{ad}beeld en Voorbe\u{301}eld", "Zorg en Zorg"),
        ] {
            assert_eq!(told(text), expected);
        }
        assert!(finder.in_slug("2026-05-12-stoel-van-der-voorbeeld.ron"));
        assert!(!finder.in_slug("2026-05-12-stoel-van-der-voorbeelden"));
    }

    proptest! {
        #[test]
        fn nothing_is_found_in_what_was_replaced_and_nothing_else_is_altered(
            before in ".{0,40}",
            after in ".{0,40}",
        ) {
            let finder = finder(&["Stoel Voorbeeld"]);
            let text = format!("{before} Stoel Voorbeeld {after}");
            let replaced = finder.replaced(&text).expect("a name stands in it");
            prop_assert!(finder.find(&replaced).is_empty());
            let without = |text: &str| finder.replaced(text).unwrap_or_else(|| text.to_owned());
            prop_assert_eq!(replaced, format!("{} Zorg {}", without(&before), without(&after)));
        }
    }
}
