//! Completing a mark while it is typed: `@` a party or chair, `#` a theme, `&` what it hangs under.

use super::Tafel;
use crate::{
    app::Desk,
    session::Step,
    text::{Op, fit, fold},
};
use std::collections::BTreeSet;

/// What a mark that is being typed may mean.
pub(super) struct Suggest {
    /// Where the mark begins, in bytes of the line.
    from: usize,
    /// What may be meant: as shown, and as it stands on the line when accepted.
    pub lines: Vec<(String, String)>,
    /// Which is chosen.
    pub at: usize,
    moved: bool,
}

/// The most suggestions that are shown at once.
const MOST: usize = 8;

impl Tafel {
    /// Looks whether a mark is being typed just before the cursor.
    pub(super) fn look_for_marks(&mut self, desk: &Desk) {
        self.suggest = None;
        let line = &self.at().desk;
        if line.focus != 0 {
            return;
        }
        let Some(editor) = line.editor(0) else { return };
        let before = editor.before();
        let from = before
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let token = &before[from..];
        let lines = match token.chars().next() {
            Some('@') => self.voices(token),
            Some('#') if token.chars().nth(1).is_none_or(char::is_alphabetic) => self.themes(&token[1..]),
            Some('&') => self.targets(&token[1..], desk),
            Some(_) | None => return,
        };
        if !lines.is_empty() {
            self.suggest = Some(Suggest { from, lines, at: 0, moved: false });
        }
    }

    fn voices(&self, token: &str) -> Vec<(String, String)> {
        let name = token.trim_start_matches('@');
        let sigil = &token[..token.len() - name.len()];
        let parties = &self.session.head.parties;
        let found = parties.find(name).into_iter().take(MOST);
        found.map(|voice| parties.voice(&voice)).map(|label| (label.clone(), format!("{sigil}{label} "))).collect()
    }

    fn themes(&self, start: &str) -> Vec<(String, String)> {
        let start = fold(start);
        let entries = self.session.tables.iter().flat_map(|table| table.records.all());
        let themes: BTreeSet<&str> =
            entries.flat_map(|entry| entry.themes.iter().map(|theme| theme.as_str())).collect();
        let fits = |theme: &&str| fold(theme).starts_with(&start);
        themes.into_iter().filter(fits).take(MOST).map(|theme| (format!("#{theme}"), format!("#{theme} "))).collect()
    }

    fn targets(&self, start: &str, desk: &Desk) -> Vec<(String, String)> {
        let Some((_, place)) = self.place_now() else { return Vec::new() };
        let room = usize::from(desk.area.width / 2);
        let numbered = self.at().answerable(place).enumerate().map(|(nth, entry)| (nth + 1, &entry.text));
        let fits =
            numbered.filter(|(nth, text)| nth.to_string().starts_with(start) || fold(text).contains(&fold(start)));
        fits.take(MOST)
            .map(|(nth, text)| (fit(&format!("{nth} {text}"), room).into_owned(), format!("&{nth} ")))
            .collect()
    }

    /// Moves through the suggestions; says whether there are any.
    pub(super) fn step_suggestion(&mut self, by: isize) -> bool {
        let Some(suggest) = &mut self.suggest else { return false };
        suggest.at = suggest.at.saturating_add_signed(by).min(suggest.lines.len().saturating_sub(1));
        suggest.moved = true;
        true
    }

    /// Puts the suggestion that is chosen on the line; says whether there was one.
    pub(super) fn accept_suggestion(&mut self, desk: &mut Desk) -> bool {
        let Some(suggest) = self.suggest.take() else { return false };
        let Some((_, whole)) = suggest.lines.get(suggest.at) else { return false };
        let Some(editor) = self.at().desk.editor(0) else { return false };
        let before = format!("{}{whole}", &editor.text()[..suggest.from]);
        let cursor = before.len();
        let text = format!("{before}{}", editor.after());
        let end = text.len();
        self.step(Step::Type(0, Op::Set(text)), desk);
        if cursor < end {
            self.step(Step::Type(0, Op::To(cursor)), desk);
        }
        true
    }

    /// Enter takes the suggestion along if one was looked for with the arrows; the first is what saving understands anyway.
    pub(super) fn accept_moved_suggestion(&mut self, desk: &mut Desk) {
        if self.suggest.as_ref().is_some_and(|suggest| suggest.moved) {
            self.accept_suggestion(desk);
        }
    }
}
