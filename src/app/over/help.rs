//! The help, read off the one table of keys: first what can be done here, then all of it.

use super::{Done, Over, sheet};
use crate::{
    app::{Desk, footer},
    text::width,
    ui::{
        Command, Where,
        keys::{BINDINGS, Binding},
        paint,
        theme::Ink,
    },
};
use ratatui::{buffer::Buffer, style::Modifier};

/// The help.
#[derive(Clone, Debug)]
pub struct Help {
    place: Where,
    whole: bool,
    top: usize,
    under: Option<Box<Over>>,
}

impl Help {
    /// The help for one place; `under` comes back when it closes.
    pub fn new(place: Where, under: Option<Over>) -> Self {
        Self { place, whole: false, top: 0, under: under.map(Box::new) }
    }

    /// F1 again: all keys; and once more: back.
    pub fn next(self) -> Option<Over> {
        if self.whole { self.under() } else { Some(Over::Help(Self { whole: true, top: 0, ..self })) }
    }

    /// What lay under it.
    pub fn under(self) -> Option<Over> {
        self.under.map(|under| *under)
    }

    pub(super) fn on(&mut self, command: Option<Command>, desk: &mut Desk) -> Done {
        let page = usize::from(desk.area.height.saturating_sub(6));
        let last = self.lines(desk).len().saturating_sub(page);
        self.top = match command {
            Some(Command::Up) => self.top.saturating_sub(1),
            Some(Command::Down) => self.top + 1,
            Some(Command::PageUp) => self.top.saturating_sub(page),
            Some(Command::PageDown) => self.top + page,
            Some(_) | None => self.top,
        }
        .min(last);
        Done::No
    }

    fn lines(&self, desk: &Desk) -> Vec<(String, String)> {
        let heading = |place: Where| (String::new(), desk.words.say(&format!("where-{}", place.key())));
        let rows = |place: Where| {
            let here =
                BINDINGS.iter().filter(move |binding| binding.places.contains(&place) && !binding.keys.is_empty());
            here.map(move |binding| (names(desk, binding), desk.words.say(&about(binding, place))))
        };
        let mut lines = Vec::new();
        let places: Vec<Where> = if self.whole { Where::ALL.to_vec() } else { vec![self.place] };
        for place in places {
            if !lines.is_empty() {
                lines.push((String::new(), String::new()));
            }
            lines.push(heading(place));
            lines.extend(rows(place));
        }
        lines
    }

    pub(super) fn draw(&self, buf: &mut Buffer, desk: &Desk) {
        let theme = &desk.theme;
        let lines = self.lines(desk);
        let title = desk.words.say(if self.whole { "help-all" } else { "help-here" });
        let inner = sheet(buf, desk, 84, lines.len() as u16 + 2, &title);
        let column = lines.iter().map(|(keys, _)| width(keys)).max().unwrap_or(0).min(26) as u16 + 3;
        for (nth, (keys, about)) in lines.iter().skip(self.top).take(usize::from(inner.height)).enumerate() {
            let y = inner.y + nth as u16;
            let bold = theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
            if keys.is_empty() {
                paint::put(
                    buf,
                    inner,
                    inner.x,
                    y,
                    about,
                    theme.ink(Ink::Accent).add_modifier(Modifier::BOLD),
                    inner.width,
                );
                continue;
            }
            paint::put(buf, inner, inner.x, y, keys, bold, column.saturating_sub(1));
            paint::put(buf, inner, inner.x + column, y, about, theme.ink(Ink::Dim), inner.width.saturating_sub(column));
        }
        let below = lines.len().saturating_sub(self.top + usize::from(inner.height));
        if below > 0 {
            let more = desk.words.tell("app-more", &[("count", below.into())]);
            paint::put_right(buf, desk.area, inner.right(), inner.bottom(), &format!(" {more} "), theme.ink(Ink::Dim));
        }
    }
}

/// The key of the words on what a binding does at a place.
fn about(binding: &Binding, place: Where) -> String {
    if binding.command == Command::Search && place == Where::Oogst {
        return "key-search-points-about".to_owned(); // there it searches what the tables said, and no sessions
    }
    format!("key-{}-about", binding.command.name())
}

fn names(desk: &Desk, binding: &Binding) -> String {
    let key = |name: &&str| footer::key(desk, name);
    match binding.keys {
        [first, .., last] if binding.keys.len() > 3 => {
            format!("{} {} {}", key(first), desk.theme.glyphs.more, key(last))
        }
        keys => keys.iter().map(key).collect::<Vec<_>>().join(", "),
    }
}
