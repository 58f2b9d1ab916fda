//! A typed line, understood: its words, and the marks before and behind them.
//!
//! `@` names who said it, `@@` in whose name, `#` a theme, `&` the number of what it hangs under. They count only at the
//! beginning or the end of the line, and only when they mean something: whatever is not understood stays in the words,
//! and inside a sentence nothing is ever taken out. Not here: what the marks do to an entry (`deeds`).

use crate::{
    record::{Parties, ThemeId, Voice},
    text::fold,
};

/// A typed line, understood.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Said {
    /// The words that remain: one piece of the line, as it was typed.
    pub text: String,
    /// Who said it.
    pub by: Option<Voice>,
    /// In whose name.
    pub namens: Option<Voice>,
    /// Themes, as typed.
    pub themes: Vec<ThemeId>,
    /// The number of the entry under which it hangs, from 1.
    pub under: Option<usize>,
}

enum Mark {
    By(Voice),
    Namens(Voice),
    Theme(ThemeId),
    Under(usize),
}

impl Said {
    /// Understands a line.
    pub fn read(line: &str, parties: &Parties) -> Self {
        Self::read_among(line, parties, usize::MAX)
    }

    /// Understands a line where `answerable` entries can be hung under: a number beyond them stays in the words.
    pub fn read_among(line: &str, parties: &Parties, answerable: usize) -> Self {
        let mut said = Self::default();
        let mut rest = line.trim();
        while let Some((before, mark)) = last_mark(rest, parties)
            && said.take(mark, answerable)
        {
            rest = before;
        }
        said.themes.reverse(); // they were met from behind
        while let Some((mark, behind)) = first_mark(rest, parties)
            && said.take(mark, answerable)
        {
            rest = behind;
        }
        said.text = rest.to_owned();
        said
    }

    /// What stands behind the words of an entry when its line is taken up again, so that saving it unaltered alters nothing.
    ///
    /// What could not be read again (a theme of two words, a party that is no longer there) is left out; rewording an entry
    /// keeps what could not stand on its line.
    pub fn marks(
        by: Option<&Voice>,
        namens: Option<&Voice>,
        themes: impl IntoIterator<Item = ThemeId>,
        parties: &Parties,
    ) -> String {
        let themes = themes.into_iter().filter_map(|theme| Self::theme_mark(&theme, parties));
        let by = by.and_then(|voice| Self::voice_mark("@", voice, parties));
        let namens = namens.and_then(|voice| Self::voice_mark("@@", voice, parties));
        themes.chain(by).chain(namens).map(|mark| format!(" {mark}")).collect()
    }

    /// How a voice is typed behind `@` or `@@` so that it is read as this one; nothing if it cannot be.
    ///
    /// The number of a chair stands against the name (`@Welzijn2`): apart from it, a number at the beginning of a line may be
    /// the first word of a sentence.
    pub fn voice_mark(sigil: &str, voice: &Voice, parties: &Parties) -> Option<String> {
        let name = parties.voice(voice);
        let joined = match (voice, name.rsplit_once(' ')) {
            (Voice::Seat(_), Some((party, chair))) => format!("{party}{chair}"),
            (Voice::Seat(_) | Voice::Party(_), _) => name.clone(),
        };
        let reads = |mark: &String| {
            let said = Self::read(&format!("x {mark}"), parties);
            said.text == "x" && [said.by, said.namens].into_iter().flatten().eq([voice.clone()])
        };
        [joined, name].into_iter().map(|name| format!("{sigil}{name}")).find(reads)
    }

    /// How a theme is typed so that it is read as this one; nothing if it cannot be.
    pub fn theme_mark(theme: &ThemeId, parties: &Parties) -> Option<String> {
        let mark = format!("#{theme}");
        let said = Self::read(&format!("x {mark}"), parties);
        (said.text == "x" && said.themes == [theme.clone()]).then_some(mark)
    }

    /// Takes a mark in; says no to one that has no meaning beside those already taken, so that it stays in the words.
    fn take(&mut self, mark: Mark, answerable: usize) -> bool {
        match mark {
            Mark::By(voice) => once(&mut self.by, voice),
            Mark::Namens(voice) => once(&mut self.namens, voice),
            Mark::Theme(theme) => {
                if !self.themes.contains(&theme) {
                    self.themes.push(theme);
                }
                true
            }
            Mark::Under(number) => (1..=answerable).contains(&number) && once(&mut self.under, number),
        }
    }
}

fn once<T: PartialEq>(held: &mut Option<T>, new: T) -> bool {
    match held {
        Some(held) => *held == new,
        None => {
            *held = Some(new);
            true
        }
    }
}

/// The words before the mark at the end of the line, and the mark.
fn last_mark<'a>(line: &'a str, parties: &Parties) -> Option<(&'a str, Mark)> {
    let line = line.trim_end();
    let starts = line.char_indices().rev().filter(|&(at, c)| "@#&".contains(c) && opens(line, at));
    for (at, _) in starts {
        let token = &line[at..];
        if let Some(mark) = read_mark(token, parties) {
            return Some((line[..at].trim_end(), mark));
        }
        if token.contains(char::is_whitespace) {
            return None; // only the name of a party may hold a space, and this is none
        }
    }
    None
}

/// The mark at the beginning of the line, and the words behind it. A party's name is read as long as it goes.
fn first_mark<'a>(line: &'a str, parties: &Parties) -> Option<(Mark, &'a str)> {
    if !line.starts_with(['@', '#', '&']) {
        return None;
    }
    let longest = parties.0.iter().map(|party| party.label.split_whitespace().count()).max();
    let ends = line.match_indices(char::is_whitespace).map(|(at, _)| at).take(longest.unwrap_or(1).max(1));
    let found = ends.filter_map(|end| {
        let token = &line[..end];
        let mark = read_mark(token, parties)?;
        // `@Gemeente 2 woningen` begins a sentence with a number: only a party's own name goes on behind a space
        let whole = match &mark {
            Mark::By(Voice::Party(_)) | Mark::Namens(Voice::Party(_)) => true,
            Mark::By(Voice::Seat(_)) | Mark::Namens(Voice::Seat(_)) | Mark::Theme(_) | Mark::Under(_) => {
                !token.contains(char::is_whitespace)
            }
        };
        whole.then(|| (mark, line[end..].trim_start()))
    });
    found.last()
}

/// Whether a mark can begin here: at the start of the line or after white space.
fn opens(line: &str, at: usize) -> bool {
    line[..at].chars().next_back().is_none_or(char::is_whitespace)
}

fn read_mark(token: &str, parties: &Parties) -> Option<Mark> {
    if let Some(name) = token.strip_prefix("@@") {
        return voice(name, parties).map(Mark::Namens);
    }
    if let Some(name) = token.strip_prefix('@') {
        return voice(name, parties).map(Mark::By);
    }
    if let Some(theme) = token.strip_prefix('#') {
        let named = theme.starts_with(char::is_alphabetic) && !theme.contains(char::is_whitespace);
        return named.then(|| Mark::Theme(ThemeId::new(theme.trim_end_matches([',', '.', ';']))));
    }
    let number = token.strip_prefix('&')?;
    let digits = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    digits.then(|| number.parse().ok().map(Mark::Under))?
}

/// The voice that a typed name means: the one that is called so, else the first whose name begins so.
pub(super) fn voice(name: &str, parties: &Parties) -> Option<Voice> {
    if name.starts_with(char::is_whitespace) || name.chars().all(|c| c.is_ascii_digit()) {
        return None; // a name has letters; no name has every party in it
    }
    let found = parties.find(name);
    let joined = |name: &str| fold(name).split_whitespace().collect::<String>();
    let typed = joined(name);
    if let Some(whole) = found.iter().find(|voice| joined(&parties.voice(voice)) == typed) {
        return Some(whole.clone());
    }
    // a name of several words must be the whole name: `@gemeente wil niet` is a sentence
    let part = |voice: &Voice| match voice {
        Voice::Party(_) => !name.ends_with(|c: char| c.is_ascii_digit()), // `wel100` is no chair, and not the party
        Voice::Seat(_) => true,
    };
    found.into_iter().next().filter(|voice| !name.contains(char::is_whitespace) && part(voice))
}

#[cfg(test)]
#[path = "said_tests.rs"]
mod tests;
