//! The palette: everything that can be done in a place, to choose from by typing.
//!
//! Read off the one table of keys, so it holds nothing that no key does. Called by every door.

use super::{
    Desk, footer,
    over::{Deed, List, Over},
};
use crate::ui::{Choice, Picker, Where, keys};

/// Everything that can be done in a place, to choose from by typing.
pub fn palette(desk: &Desk, place: Where, more: Vec<Choice<Deed>>) -> Deed {
    let here = keys::BINDINGS.iter().filter(|binding| binding.places.contains(&place) && !keys::types(binding.command));
    let choices = here.filter(|binding| keys::is_deed(binding.command)).map(|binding| Choice {
        label: desk.words.say(&format!("key-{}-about", binding.command.name())),
        detail: binding.keys.first().map(|name| footer::key(desk, name)).unwrap_or_default(),
        also: desk.words.say(&format!("key-{}", binding.command.name())),
        gives: Deed::Command(binding.command),
    });
    let picker = Picker::new(desk.words.say("palette-title"), choices.chain(more).collect());
    Deed::Show(Box::new(Over::Picker(List::new(picker))))
}
