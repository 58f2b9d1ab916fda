//! The facilitator of a test: types, presses, sees, opens the drawer, owns the clock.

use aantafel::{
    app::{App, Effect, Event, Listed},
    record::{DeviceId, Now},
    run::{self, Performer},
    session::Session,
    store::{Data, Places, Store},
    ui::{Depth, Look, Theme},
    words::{Lang, Words},
};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::{Terminal, backend::TestBackend};
use std::{fs, path::PathBuf, rc::Rc};
use tempfile::TempDir;

/// Somebody at the keyboard, with a folder and a clock of their own.
pub struct Facilitator {
    app: App,
    performer: Performer,
    screen: Terminal<TestBackend>,
    folder: Rc<TempDir>,
    lang: Lang,
    now: Now,
}

/// Tuesday 12 May 2026, 14:00 in the Netherlands in summer.
pub const START: Now = Now { millis: 1_778_587_200_000, offset: 7200 };

impl Facilitator {
    /// In front of an empty machine, 80 by 24, in Dutch.
    pub fn new() -> Self {
        Self::at(80, 24, Lang::Nl)
    }

    /// In front of an empty machine with this screen and language.
    pub fn at(width: u16, height: u16, lang: Lang) -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        Self::in_folder(Rc::new(folder), width, height, lang, START)
    }

    fn in_folder(folder: Rc<TempDir>, width: u16, height: u16, lang: Lang, now: Now) -> Self {
        Self::on_device("laptop-1", folder, width, height, lang, now)
    }

    fn on_device(device: &str, folder: Rc<TempDir>, width: u16, height: u16, lang: Lang, now: Now) -> Self {
        let (elsewhere, refuge) = (folder.path().join("elders"), folder.path().join("refuge"));
        fs::create_dir_all(&elsewhere).expect("another place");
        let places = Places::Given(vec![elsewhere], vec![refuge]);
        let store = Store::new(Data::new(folder.path()), DeviceId::new(device)).with_places(places);
        let mut performer = Performer::new(store, Words::new(lang));
        let mut app = App::new(Words::new(lang), Theme::new(Look::Dark, Depth::True, false), now);
        app.on(Event::Resize(width, height));
        run::settle(&mut app, &mut performer);
        let screen = Terminal::new(TestBackend::new(width, height)).expect("a screen in memory");
        Self { app, performer, screen, folder, lang, now }
    }

    /// A second window on the same folder, of this computer or of another one, where the session was opened.
    pub fn beside(&self, device: &str) -> Self {
        let size = self.screen.size().expect("a screen in memory has a size");
        let folder = Rc::clone(&self.folder);
        let mut other = Self::on_device(device, folder, size.width, size.height, self.lang, self.now.plus(1));
        other.presses("Enter");
        other
    }

    /// With a workshop of one's own on the shelf.
    pub fn with_workshop(self, text: &str) -> Self {
        let shelf = self.folder.path().join("workshops");
        fs::create_dir_all(&shelf).expect("a folder for own workshops");
        let id = text.split("id: \"").nth(1).and_then(|rest| rest.split('"').next()).expect("the workshop has an id");
        fs::write(shelf.join(format!("{id}.ron")), text).expect("it is put on the shelf");
        let Self { folder, screen, lang, now, .. } = self;
        let size = screen.size().expect("a screen in memory has a size");
        Self::in_folder(folder, size.width, size.height, lang, now)
    }

    /// At table 1 of a new session of this workshop, with nothing said.
    pub fn seated(workshop: &str) -> Self {
        Self::new().sits(workshop)
    }

    /// Starts a session of this workshop, by its title.
    pub fn sits(mut self, title: &str) -> Self {
        self.presses("n");
        self.types(title);
        self.presses("Enter Enter");
        self
    }

    /// Types text, key by key.
    pub fn types(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
        }
        self
    }

    /// Presses keys by the names of the contract, one after the other.
    pub fn presses(&mut self, names: &str) -> &mut Self {
        for name in names.split_whitespace() {
            self.key(key(name));
        }
        self
    }

    /// Types a line and presses Enter.
    pub fn says(&mut self, line: &str) -> &mut Self {
        self.types(line).presses("Enter")
    }

    /// Something goes wrong elsewhere, which is told while one works.
    pub fn hears_of(&mut self, trouble: &str) -> &mut Self {
        self.app.on(Event::Trouble(trouble.to_owned()));
        self.settles()
    }

    /// Pastes text, as one paste.
    pub fn pastes(&mut self, text: &str) -> &mut Self {
        self.app.on(Event::Paste(text.to_owned(), self.now));
        self.settles()
    }

    fn key(&mut self, key: KeyEvent) {
        self.now = Now { millis: self.now.millis + 10, ..self.now };
        self.app.on(Event::Key(key, self.now));
        self.settles();
    }

    /// Presses a key, and stops the clock there: nothing is done yet of what the program does while nobody waits.
    pub fn strikes(&mut self, name: &str) -> &mut Self {
        self.now = Now { millis: self.now.millis + 10, ..self.now };
        self.app.on(Event::Key(key(name), self.now));
        run::settle(&mut self.app, &mut self.performer);
        self
    }

    /// One piece of what the program does while nobody waits; false if there is nothing to do.
    pub fn idles(&mut self) -> bool {
        let busy = self.app.is_busy();
        self.app.on(Event::Idle);
        run::settle(&mut self.app, &mut self.performer);
        busy
    }

    fn settles(&mut self) -> &mut Self {
        run::settle(&mut self.app, &mut self.performer);
        while self.app.is_busy() {
            self.app.on(Event::Idle);
            run::settle(&mut self.app, &mut self.performer);
        }
        self
    }

    /// Lets time go by, second by second at first so that what waits for quiet gets it.
    pub fn waits(&mut self, seconds: i64) -> &mut Self {
        for step in [2.min(seconds), seconds - 2.min(seconds)] {
            self.now = self.now.plus(step);
            self.app.on(Event::Tick(self.now));
            self.performer.tidy(&mut self.app, self.now);
            self.settles();
        }
        self
    }

    /// Somebody sets the clock of the computer, or it leaps by itself: so many seconds ahead, or back.
    pub fn clock_leaps(&mut self, seconds: i64) -> &mut Self {
        self.now = self.now.plus(seconds);
        self.app.on(Event::Tick(self.now));
        self.performer.tidy(&mut self.app, self.now);
        self.settles()
    }

    /// Files are opened by this program from now on.
    pub fn opens_files_with(&mut self, program: &str) -> &mut Self {
        self.performer.open_with(program);
        self
    }

    /// What was sent to the clipboard of the terminal since it was asked last.
    pub fn clipboard(&mut self) -> Option<String> {
        self.app.clip()
    }

    /// The folder with everything in it.
    pub fn data(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Makes the window another size.
    pub fn resizes(&mut self, width: u16, height: u16) -> &mut Self {
        self.screen.backend_mut().resize(width, height);
        self.app.on(Event::Resize(width, height));
        self.settles()
    }

    /// What stands on the screen, row by row, without what is empty at the right.
    pub fn sees(&mut self) -> String {
        self.screen.draw(|frame| self.app.draw(frame)).expect("a screen in memory can be drawn on");
        let buffer = self.screen.backend().buffer();
        let rows = (0..buffer.area.height).map(|y| {
            let mut row = String::new();
            let mut x = 0;
            while x < buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                x += aantafel::text::width(symbol).max(1) as u16;
            }
            row.trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    /// Whether these words stand on the screen.
    pub fn finds(&mut self, words: &str) -> bool {
        self.sees().contains(words)
    }

    /// Where the terminal's own cursor stands: column and row.
    pub fn cursor(&mut self) -> (u16, u16) {
        self.sees();
        let at = self.screen.get_cursor_position().expect("the cursor of a screen in memory");
        (at.x, at.y)
    }

    /// The session as it is in memory.
    pub fn session(&self) -> &Session {
        self.app.session().expect("a session is open")
    }

    /// Whether any session was made.
    pub fn session_exists(&self) -> bool {
        fs::read_dir(self.folder.path().join("sessions")).is_ok_and(|mut sessions| sessions.next().is_some())
    }

    /// Whether the line goes to a place whose name holds these words.
    pub fn line_is(&mut self, words: &str) -> bool {
        let screen = self.sees().to_lowercase();
        screen.lines().rev().take(8).any(|row| row.contains('╭') && row.contains(words))
    }

    /// Whether these words stand in any wording of any entry, deleted ones too: nothing that was said is ever lost.
    pub fn is_anywhere(&self, words: &str) -> bool {
        let Some(session) = self.app.session() else { return true };
        let entries = session.tables.iter().flat_map(|table| table.records.all());
        entries
            .flat_map(|entry| entry.earlier.iter().map(|wording| &wording.text).chain([&entry.text]))
            .any(|text| text.contains(words))
    }

    /// Everything that was ever said at any table, in every wording, deleted too.
    pub fn everything_said(&self) -> String {
        let tables = self.session().tables.iter();
        let entries = tables.flat_map(|table| table.records.all());
        let wordings = entries.flat_map(|entry| {
            let earlier = entry.earlier.iter().map(|wording| wording.text.clone());
            earlier.chain([entry.text.clone()]).collect::<Vec<_>>()
        });
        wordings.collect::<Vec<_>>().join("\n")
    }

    /// What was said at a table, in the order of birth: words only.
    pub fn said(&self, table: usize) -> Vec<String> {
        let entries = self.session().tables[table - 1].records.all();
        entries.into_iter().filter(|entry| !entry.gone).map(|entry| entry.text.clone()).collect()
    }

    /// Opens the drawer: the text of a file of the only session, by its path in the session's folder.
    pub fn drawer(&mut self, file: &str) -> String {
        self.waits(3);
        fs::read_to_string(self.session_folder().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// The folder of the only session.
    pub fn session_folder(&self) -> PathBuf {
        let mut sessions = fs::read_dir(self.folder.path().join("sessions")).expect("there are sessions");
        sessions.next().expect("there is one").expect("it can be read").path()
    }

    /// Pulls the plug: nothing is tidied; then starts again and goes on with the session.
    pub fn pulls_the_plug(self) -> Self {
        let Self { app, performer, screen, folder, lang, now } = self;
        drop((app, performer)); // neither writes anything when it goes
        let size = screen.size().expect("a screen in memory has a size");
        let mut next = Self::in_folder(folder, size.width, size.height, lang, now.plus(5));
        next.presses("Enter");
        next
    }

    /// The other place that is offered when saving fails.
    pub fn elsewhere(&self) -> PathBuf {
        self.folder.path().join("elders")
    }

    /// Puts a file where the folder of sessions should come.
    pub fn blocks_sessions(&mut self) {
        fs::write(self.folder.path().join("sessions"), "geen map").expect("it can be written");
    }

    /// Takes that file away.
    pub fn frees_sessions(&mut self) {
        fs::remove_file(self.folder.path().join("sessions")).expect("it can be removed");
    }

    /// Takes away where words are kept when nothing else is left, or puts it back.
    pub fn hides_refuge(&mut self, hidden: bool) {
        let [refuge, away] = ["refuge", "away"].map(|name| self.folder.path().join(name));
        let (from, to) = if hidden { (refuge, away) } else { (away, refuge) };
        fs::rename(from, to).expect("it can be renamed");
    }

    /// The system ends the program; then it is started again. Also gives what it said at its end.
    pub fn ends_by_force(mut self) -> (Self, Option<String>) {
        let told = self.performer.leave(&self.app);
        let Self { app, performer, screen, folder, lang, now } = self;
        drop((app, performer));
        let size = screen.size().expect("a screen in memory has a size");
        (Self::in_folder(folder, size.width, size.height, lang, now.plus(5)), told)
    }

    /// Closes the window as the program does when it is quit.
    pub fn quits(mut self) {
        self.presses("Ctrl+Q");
        self.performer.leave(&self.app);
    }

    /// Is killed: nothing is tidied.
    pub fn dies(self) {
        drop((self.app, self.performer));
    }

    /// Quits and starts again, at the home screen.
    pub fn starts_again(mut self) -> Self {
        self.presses("Ctrl+Q");
        self.performer.leave(&self.app);
        let Self { app, performer, screen, folder, lang, now } = self;
        drop((app, performer));
        let size = screen.size().expect("a screen in memory has a size");
        Self::in_folder(folder, size.width, size.height, lang, now.plus(5))
    }
}

impl Facilitator {
    /// Starts again on a disk that takes its time: Begin is there, and the sessions are still being read.
    pub fn starts_on_a_slow_disk(self) -> Self {
        let mut at = self.starts_again();
        at.app = App::new(Words::new(at.lang), Theme::new(Look::Dark, Depth::True, false), at.now);
        let size = at.screen.size().expect("a screen in memory has a size");
        at.app.on(Event::Resize(size.width, size.height));
        drop(at.app.effects()); // what is asked for when it starts
        at.is_still_reading();
        at
    }

    /// The sessions are being read, and are not there yet.
    pub fn is_still_reading(&mut self) -> &mut Self {
        let store = Store::new(Data::new(self.folder.path()), DeviceId::new("laptop-1"));
        let shelf = store.shelf(self.lang).0;
        self.app.on(Event::Listed(Box::new(Listed { reading: true, shelf, ..Listed::default() })));
        self
    }

    /// The disk has told what there is.
    pub fn has_read(&mut self) -> &mut Self {
        for event in self.performer.perform(Effect::List, &self.app, self.now) {
            self.app.on(event);
        }
        self
    }
}

/// The key of this name, as the contract writes it.
fn key(name: &str) -> KeyEvent {
    let mut mods = KeyModifiers::NONE;
    let mut rest = name;
    while let Some((modifier, tail)) = rest.split_once('+').filter(|(_, tail)| !tail.is_empty()) {
        mods |= match modifier {
            "Ctrl" => KeyModifiers::CONTROL,
            "Alt" => KeyModifiers::ALT,
            "Shift" => KeyModifiers::SHIFT,
            other => panic!("{other} is no modifier"),
        };
        rest = tail;
    }
    let code = match rest {
        "Enter" => KeyCode::Enter,
        "Tab" if mods == KeyModifiers::SHIFT => KeyCode::BackTab,
        "Tab" => KeyCode::Tab,
        "Esc" => KeyCode::Esc,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PageUp" => KeyCode::PageUp,
        "PageDown" => KeyCode::PageDown,
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "F1" => KeyCode::F(1),
        "Space" => KeyCode::Char(' '),
        "F2" => KeyCode::F(2),
        "F3" => KeyCode::F(3),
        "F4" => KeyCode::F(4),
        "F5" => KeyCode::F(5),
        "F6" => KeyCode::F(6),
        "F7" => KeyCode::F(7),
        "F12" => KeyCode::F(12),
        "F8" => KeyCode::F(8),
        "F9" => KeyCode::F(9),
        letter if letter.chars().count() == 1 => KeyCode::Char(letter.chars().next().unwrap_or(' ')),
        other => panic!("{other} is no key"),
    };
    KeyEvent::new(code, mods)
}
