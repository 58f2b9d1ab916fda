//! The way from the command line to the screen.

use super::room::{Done, Room};
use crate::{
    run::{self, Opening, Start},
    store::Store,
    ui::{Look, Theme},
    words::Words,
};
use std::{
    io::{self, IsTerminal},
    thread,
};

/// Reads the words of the first screen on another thread, while this one reads a session.
///
/// If there can be no other thread they are read when they are asked for, which is only later.
pub(super) fn warm(words: &Words) {
    let words = words.clone();
    let reader = thread::Builder::new().stack_size(256 * 1024).name("words".to_owned());
    drop(reader.spawn(move || words.warm(&["app", "form", "keys"])));
}

/// Opens the screen, and comes back when it is closed.
///
/// # Errors
/// That there is no terminal to show it on, or that it fails.
pub(super) fn screen(room: &Room, store: Store, open: Option<Opening>) -> anyhow::Result<Done> {
    let theme = theme(room)?;
    let told = run::run(Start { store, words: room.words.clone(), theme, open })?;
    if let Some(told) = &told {
        room.mutter(told);
    }
    Ok(Done::unless(told.is_some()))
}

/// The colours and characters that were asked for, or that suit the terminal.
///
/// # Errors
/// That there is no terminal.
pub(super) fn theme(room: &Room) -> anyhow::Result<Theme> {
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        anyhow::bail!(room.words.say("cli-no-terminal"));
    }
    let look = match room.theme.as_deref() {
        Some("dark") => Look::Dark,
        Some("light") => Look::Light,
        Some("contrast") => Look::Contrast,
        Some("mono") => Look::Mono,
        Some(_) | None => run::look(),
    };
    Ok(Theme::new(look, run::depth(), room.ascii))
}
