//! The footer: what the keys do here, read off the one table of keys.

use super::Desk;
use crate::ui::{
    Where,
    keys::{BINDINGS, Binding},
    paint,
    theme::Ink,
};
use ratatui::buffer::Buffer;

/// Paints the footer on the last row.
pub fn paint(buf: &mut Buffer, desk: &Desk, place: Where, status: (String, Ink)) {
    let mut bindings: Vec<&Binding> = BINDINGS
        .iter()
        .filter(|binding| binding.foot > 0 && binding.places.contains(&place) && !binding.keys.is_empty())
        .collect();
    bindings.sort_by_key(|binding| binding.foot);
    let keys: Vec<(String, String)> = bindings
        .into_iter()
        .map(|binding| (key(desk, binding.keys[0]), desk.words.say(&format!("key-{}", binding.command.name()))))
        .collect();
    let style = desk.theme.ink(status.1);
    paint::footer(buf, desk.area, &desk.theme, &keys, (&status.0, style));
}

/// The name of a key as it stands on the screen: arrows as arrows where the terminal has them.
pub fn key(desk: &Desk, name: &str) -> String {
    if name == "Space" {
        return desk.words.say("app-key-space");
    }
    if desk.theme.is_plain() {
        return name.to_owned();
    }
    let arrows = [("Up", "↑"), ("Down", "↓"), ("Left", "←"), ("Right", "→")];
    let found = arrows.into_iter().find(|(word, _)| name == *word || name.ends_with(&format!("+{word}")));
    found.map_or_else(|| name.to_owned(), |(word, arrow)| name.replace(word, arrow))
}
