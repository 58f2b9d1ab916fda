//! The loop of the projector: what others write in, the picture out. It takes no lock, writes nothing and makes no folder.
//!
//! Not for the program at a table (that is `run`). A look every tenth of a second costs a list of two folders and a question
//! per file; nothing is drawn unless something came or a second has passed, and nothing is sent unless it is different.

use super::{
    feed::{Feed, Message},
    now,
    terminal::Held,
    watch::{HALL, Watch},
};
use crate::{
    app::{Event, Repaint, Screen},
    store::{Follow, Loaded, SessionDir, Store},
    ui::Theme,
    words::Words,
};
use anyhow::Context as _;
use std::time::Duration;

/// Shows a session on the projector until it is left or the terminal is gone.
///
/// # Errors
/// When the terminal cannot be taken or drawn on.
pub fn project(store: Store, dir: SessionDir, loaded: Loaded, words: Words, theme: Theme) -> anyhow::Result<()> {
    let mut held = Held::take(words.clone()).context("the terminal cannot be used")?;
    let follow = Follow::new(store, dir, loaded.session.head.clone(), loaded.marks);
    let mut screen = Screen::new(loaded.session, words, theme, now());
    let size = held.size()?;
    screen.on(Event::Resize(size.width, size.height));
    held.show(screen.picture(), true)?;
    let feed = Feed::new();
    feed.listen().context("the keyboard cannot be read")?;
    let watch = Watch::start(feed.mailbox(), HALL).context("the session cannot be followed")?;
    watch.follow(0, follow);
    while !screen.is_done() && next(&feed, &mut screen) {
        let size = held.size()?;
        if screen.size() != (size.width, size.height) {
            screen.on(Event::Resize(size.width, size.height));
        }
        if let Some(repaint) = screen.repaint() {
            held.show(screen.picture(), repaint == Repaint::Afresh)?;
        }
    }
    Ok(())
}

/// Waits for something to happen and takes it in, with all that already waits behind it. Says whether there is a terminal.
fn next(feed: &Feed, screen: &mut Screen) -> bool {
    let until_second = Duration::from_millis((1000 - now().millis.rem_euclid(1000)) as u64);
    let mut message = feed.wait(until_second);
    screen.on(Event::Tick(now()));
    while let Some(told) = message {
        match told {
            Message::Terminal(event) => take(event, screen),
            Message::Looked(_, looked) => screen.on(Event::News(Box::new(looked.news))),
            Message::Ended => return false,
            // nothing is written or looked back at here
            Message::Synced(_)
            | Message::Wrote
            | Message::NotBackedUp(_)
            | Message::Recalled(..)
            | Message::Lessons(..)
            | Message::Listed(_)
            | Message::Reported(_) => {}
        }
        message = feed.waiting();
    }
    true
}

fn take(event: crossterm::event::Event, screen: &mut Screen) {
    use crossterm::event::Event as Terminal;
    match event {
        Terminal::Key(key) => screen.on(Event::Key(key, now())),
        Terminal::Resize(width, height) => screen.on(Event::Resize(width, height)),
        Terminal::FocusGained | Terminal::FocusLost | Terminal::Mouse(_) | Terminal::Paste(_) => {}
    }
}
