//! A typed line, understood: its words, and the marks before and behind them.
//!
//! `@` names who said it, `@@` in whose name, `#` a theme, `&` the number of what it hangs under. They count only at the
//! beginning or the end of the line, and only when they mean something: whatever is not understood stays in the words,
//! and inside a sentence nothing is ever taken out.

use crate::record::{Parties, ThemeId, Voice};

/// A typed line, understood.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Said {
    /// The words that remain.
    pub text: String,
    /// Who said it.
    pub by: Option<Voice>,
    /// In whose name.
    pub namens: Option<Voice>,
    /// Themes, as typed.
    pub themes: Vec<ThemeId>,
    /// The number of the entry under which it hangs.
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
        let mut said = Self::default();
        let mut rest = line.trim();
        while let Some((before, mark)) = last_mark(rest, parties) {
            said.take(mark);
            rest = before;
        }
        said.themes.reverse(); // they were met from behind
        while let Some((mark, behind)) = first_mark(rest, parties) {
            said.take(mark);
            rest = behind;
        }
        said.text = rest.to_owned();
        said
    }

    /// What stands behind the words of an entry when its line is taken up again, so that saving it unaltered alters nothing.
    pub fn marks(
        by: Option<&Voice>,
        namens: Option<&Voice>,
        themes: impl IntoIterator<Item = ThemeId>,
        parties: &Parties,
    ) -> String {
        let mut marks = String::new();
        let mut add = |sigil: &str, name: String| {
            marks.push(' ');
            marks.push_str(sigil);
            marks.push_str(&name);
        };
        themes.into_iter().for_each(|theme| add("#", theme.to_string()));
        by.into_iter().for_each(|voice| add("@", parties.voice(voice)));
        namens.into_iter().for_each(|voice| add("@@", parties.voice(voice)));
        marks
    }

    fn take(&mut self, mark: Mark) {
        match mark {
            Mark::By(voice) => drop(self.by.get_or_insert(voice)),
            Mark::Namens(voice) => drop(self.namens.get_or_insert(voice)),
            Mark::Theme(theme) if self.themes.contains(&theme) => {}
            Mark::Theme(theme) => self.themes.push(theme),
            Mark::Under(number) => drop(self.under.get_or_insert(number)),
        }
    }
}

/// The words before the mark at the end of the line, and the mark.
fn last_mark<'a>(line: &'a str, parties: &Parties) -> Option<(&'a str, Mark)> {
    let line = line.trim_end();
    let starts = line.char_indices().rev().filter(|&(at, c)| "@#&".contains(c) && opens(line, at));
    let mut seen_space = false;
    for (at, _) in starts {
        let token = &line[at..];
        seen_space |= token.contains(char::is_whitespace);
        if let Some(mark) = read_mark(token, parties) {
            return Some((line[..at].trim_end(), mark));
        }
        if seen_space {
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
    let ends = line.match_indices(char::is_whitespace).map(|(at, _)| at).take(6);
    let found = ends.filter_map(|end| {
        let token = &line[..end];
        let whole = !token.contains(char::is_whitespace) || matches!(exact(token, parties), Some(true));
        read_mark(token, parties).filter(|_| whole).map(|mark| (mark, line[end..].trim_start()))
    });
    found.last()
}

fn exact(token: &str, parties: &Parties) -> Option<bool> {
    let name = token.trim_start_matches('@');
    let voice = parties.find(name).into_iter().next()?;
    Some(crate::text::fold(&parties.voice(&voice)) == crate::text::fold(name))
}

/// Whether a mark can begin here: at the start, after white space, or as the second `@` of two.
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
    let number = token.strip_prefix('&')?.parse().ok()?;
    Some(Mark::Under(number))
}

fn voice(name: &str, parties: &Parties) -> Option<Voice> {
    if name.is_empty() || name.starts_with(char::is_whitespace) {
        return None;
    }
    let found = parties.find(name).into_iter().next()?;
    // a name of several words must be the whole name: `@gemeente wil niet` is a sentence
    let spaced = name.contains(char::is_whitespace);
    (!spaced || crate::text::fold(&parties.voice(&found)) == crate::text::fold(name)).then_some(found)
}
