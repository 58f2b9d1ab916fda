//! Takes the terminal as the program does, types a line at a table, and panics: for the journey that sees what is left.
//!
//! Not a part of the program: there is no way to make that panic on purpose, and there should be none.
//! `panics DATA` panics in the loop's own thread; `panics DATA beside` in another one, while the loop runs on.

use aantafel::{
    app::{App, Doorway, Event},
    record::DeviceId,
    run::{self, Performer},
    store::{Data, Store},
    ui::{Depth, Look, Theme},
    words::{Lang, Words},
};
use anyhow::Context as _;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::{env, thread, time::Duration};

fn main() -> anyhow::Result<()> {
    let mut args = env::args().skip(1);
    let data = args.next().context("panics DATA [beside]")?;
    let store = Store::new(Data::new(data), DeviceId::new("laptop-1"));
    let dir = store.find("last").map_err(|missing| anyhow::anyhow!(missing.tell(&Words::new(Lang::Nl))))?;
    let (words, theme) = (Words::new(Lang::Nl), Theme::new(Look::Dark, Depth::True, false));
    if args.next().as_deref() == Some("beside") {
        let beside = || {
            thread::sleep(Duration::from_millis(1500)); // the journey types meanwhile
            panic!("something beside the loop");
        };
        thread::Builder::new().spawn(beside)?;
        let opening = run::Opening { dir, loaded: load(&store)?, table: None, round: None, door: Doorway::Tafel };
        return run::run(run::Start { store, words, theme, open: Some(opening) }).map(drop);
    }
    let mut terminal = run::Held::take(Words::new(Lang::Nl))?;
    let mut app = App::new(words, theme, run::now());
    let size = terminal.size()?;
    app.on(Event::Resize(size.width, size.height));
    let loaded = load(&store)?;
    let mut performer = Performer::new(store, Words::new(Lang::Nl));
    for event in performer.opened(&dir, loaded, None, None, run::now()) {
        app.on(event);
    }
    for letter in "half gety".chars() {
        app.on(Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE), run::now()));
        run::settle(&mut app, &mut performer);
    }
    terminal.draw(&mut app)?;
    panic!("something in the loop");
}

fn load(store: &Store) -> anyhow::Result<aantafel::store::Loaded> {
    let words = Words::new(Lang::Nl);
    let dir = store.find("last").map_err(|missing| anyhow::anyhow!(missing.tell(&words)))?;
    store.load(&dir, 7).map_err(|trouble| anyhow::anyhow!(trouble.tell(&words)))
}
