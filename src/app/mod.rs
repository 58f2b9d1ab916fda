//! What is on the screen, and what a key does to it.
//!
//! The loop of `run` gives an [`Event`]; `App::on` changes what is in memory and says what must be done as [`Effect`]s;
//! `run` does them, writing before showing; then `App::draw` shows. Nothing here touches a file, a clock or the terminal,
//! so a test can be the facilitator: type, press, see, open the drawer, own the clock.
//!
//! One folder a door: `begin` (home), `tafel` (capture), `regie` (leading, which `tafel` opens), and `screen` (the projector,
//! a program of its own). `over` holds what lies on top of a door.
//!
//! **Drawing.** Everything but the line being typed is painted on a canvas that is kept while nothing else changes, so a
//! key costs the line and a copy, however much was said.

mod begin;
mod effect;
mod footer;
mod over;
mod regie;
mod screen;
mod tafel;

pub use effect::{Effect, Event, Kept, Listed, Seat, Unsaved};
pub use over::Fresh;
pub use screen::Screen;

use crate::{
    record::{Now, TableId},
    session::Session,
    text::width,
    ui::{
        Choice, Command, Picker, Theme, Where, keys, paint,
        theme::{Ink, Look},
    },
    words::{Lang, Words},
};
use begin::Begin;
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind};
use over::Over;
use ratatui::{
    Frame,
    buffer::{Buffer, Cell},
    layout::Rect,
};
use tafel::Tafel;

/// The least screen on which anything can be shown; below it the program says so and keeps what is typed.
pub const LEAST: (u16, u16) = (40, 12);

/// For how many milliseconds something is said in the footer.
const NOTICE: i64 = 6000;

/// The program as it is in memory.
pub struct App {
    desk: Desk,
    door: Door,
    over: Option<Over>,
    /// Painted when nothing but the line changed since.
    canvas: Buffer,
    stale: bool,
    /// Whether the canvas was painted since [`App::repaint`] was asked last.
    painted: bool,
    /// Whether the window was given another size since then.
    resized: bool,
}

/// What has to be drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Repaint {
    /// The whole screen, as if it were empty: a window that was made smaller and larger again has lost what was on it.
    Afresh,
    /// The whole screen.
    Whole,
    /// Only this part of it: the line being typed.
    Line(Rect),
}

/// What every door needs: language, colours, size, time, and what is to be done.
pub struct Desk {
    /// The language.
    pub words: Words,
    /// Colours and characters.
    pub theme: Theme,
    /// The screen.
    pub area: Rect,
    /// The time, as it was told last.
    pub now: Now,
    notice: Option<Notice>,
    effects: Vec<Effect>,
    /// What was typed where this window may only look on; it goes onto the line where it may write.
    held: String,
    /// What of it was asked to be written down last.
    loose: String,
    /// Whether the bell is to be rung.
    rings: bool,
}

struct Notice {
    text: String,
    ink: Ink,
    until: i64,
}

enum Door {
    Begin(Begin),
    Tafel(Box<Tafel>),
}

impl Desk {
    /// Asks the loop to do something.
    pub fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Says something in the footer for a few seconds.
    pub fn tell(&mut self, ink: Ink, text: String) {
        self.notice = Some(Notice { text, ink, until: self.now.millis.saturating_add(NOTICE) });
    }
}

impl App {
    /// The program at its home screen.
    pub fn new(words: Words, theme: Theme, now: Now) -> Self {
        let desk = Desk {
            words,
            theme,
            area: Rect::ZERO,
            now,
            notice: None,
            effects: vec![Effect::List],
            held: String::new(),
            loose: String::new(),
            rings: false,
        };
        Self {
            desk,
            door: Door::Begin(Begin::new()),
            over: None,
            canvas: Buffer::default(),
            stale: true,
            painted: true,
            resized: true,
        }
    }

    /// What must be done before the screen is shown, in order.
    pub fn effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.desk.effects)
    }

    /// Whether the bell of the terminal is to be rung, told once.
    pub fn rings(&mut self) -> bool {
        std::mem::take(&mut self.desk.rings)
    }

    /// The session that is open, for who saves it.
    pub fn session(&self) -> Option<&Session> {
        match &self.door {
            Door::Tafel(tafel) => Some(&tafel.session),
            Door::Begin(_) => None,
        }
    }

    /// The table that is shown, if another window writes there: it may be free at any moment.
    pub fn looks_on(&self) -> Option<TableId> {
        match &self.door {
            Door::Tafel(tafel) => tafel.looks_on().then_some(tafel.table),
            Door::Begin(_) => None,
        }
    }

    /// The table that is shown.
    pub fn table(&self) -> Option<TableId> {
        match &self.door {
            Door::Tafel(tafel) => Some(tafel.table),
            Door::Begin(_) => None,
        }
    }

    /// The size of the screen, as it was told last: columns and rows.
    pub fn size(&self) -> (u16, u16) {
        (self.desk.area.width, self.desk.area.height)
    }

    /// What has to be drawn since the last time it was asked: only the line, if nothing else is different.
    ///
    /// A key then costs the rows of the line and not those of the screen.
    pub fn repaint(&mut self) -> Repaint {
        self.lay_out(); // the canvas may have been given away
        if std::mem::take(&mut self.resized) {
            return Repaint::Afresh;
        }
        let whole = std::mem::take(&mut self.painted) || self.too_small() || self.over.is_some();
        match &self.door {
            Door::Tafel(tafel) if !whole => tafel.line_rect().map_or(Repaint::Whole, Repaint::Line),
            Door::Tafel(_) | Door::Begin(_) => Repaint::Whole,
        }
    }

    /// Draws the rows of the line on a buffer that holds just these, and says where the caret stands.
    pub fn draw_line(&self, buf: &mut Buffer) -> Option<(u16, u16)> {
        let area = buf.area;
        for y in area.top()..area.bottom() {
            let from = self.canvas.index_of(area.x, y);
            let to = buf.index_of(area.x, y);
            let wide = usize::from(area.width);
            buf.content[to..to + wide].clone_from_slice(&self.canvas.content[from..from + wide]);
        }
        let caret = match &self.door {
            Door::Tafel(tafel) => tafel.draw_line(buf, &self.desk),
            Door::Begin(_) => None,
        };
        self.simplify(buf);
        caret
    }

    /// The time as the program was told it last.
    pub fn now(&self) -> Now {
        self.desk.now
    }

    /// The language in which the program speaks.
    pub fn lang(&self) -> Lang {
        self.desk.words.lang()
    }

    /// Takes in something that happened.
    pub fn on(&mut self, event: Event) {
        self.happen(event);
        self.keep_loose();
    }

    /// Words that are on the screen and on no line yet are written down like any other.
    fn keep_loose(&mut self) {
        if !matches!(self.door, Door::Tafel(_)) {
            return;
        }
        let typed = match &self.over {
            Some(Over::Looking(looking)) => Some(looking.typed()),
            Some(_) | None => None,
        };
        let words = typed.unwrap_or_else(|| self.desk.held.clone());
        if words != self.desk.loose {
            self.desk.loose.clone_from(&words);
            self.desk.ask(Effect::Loose(words));
        }
    }

    fn happen(&mut self, event: Event) {
        self.stale = true;
        match event {
            Event::Key(key, now) => {
                self.take_time(now);
                if key.kind != KeyEventKind::Release {
                    self.key(key);
                }
            }
            Event::Paste(text, now) => {
                self.take_time(now);
                self.paste(&text);
            }
            Event::Resize(width, height) => {
                self.desk.area = Rect::new(0, 0, width, height);
                self.resized = true;
            }
            Event::Tick(now) => {
                self.take_time(now);
                if self.desk.notice.as_ref().is_some_and(|notice| notice.until < now.millis) {
                    self.desk.notice = None;
                }
                if let Door::Tafel(tafel) = &mut self.door {
                    tafel.tick(&mut self.desk);
                }
                if let Door::Begin(begin) = &self.door {
                    self.stale = begin.is_of_another_day(&self.desk);
                }
            }
            Event::Listed(listed) => {
                if let Door::Begin(begin) = &mut self.door {
                    begin.list(*listed, &self.desk);
                }
            }
            Event::Opened(opened, table, doubts) => {
                let parts: Vec<(String, String)> = doubts.into_iter().map(|doubt| (String::new(), doubt)).collect();
                let card = over::Card { title: self.desk.words.say("tafel-doubts"), parts, at: 0 };
                self.over = (!card.parts.is_empty()).then_some(Over::Card(card));
                self.door = Door::Tafel(Box::new(Tafel::open(*opened, table, &mut self.desk)));
            }
            Event::Loose(words) => {
                self.desk.loose.clone_from(&words);
                self.desk.held = words;
            }
            Event::Made(id) => {
                if let Door::Tafel(tafel) = &mut self.door {
                    tafel.session.head.id = id;
                }
            }
            Event::Past(table, about, past) => {
                if let Door::Tafel(tafel) = &mut self.door
                    && tafel.table == table
                {
                    let shown = tafel.past(about, *past, &mut self.desk);
                    self.over = shown.or(self.over.take());
                }
            }
            Event::Seated(table, seat) => {
                if let Door::Tafel(tafel) = &mut self.door {
                    // what was being typed in front of a table that is free now goes onto its line
                    let free = seat == Seat::Ours && table == tafel.table;
                    if let Some(Over::Looking(looking)) =
                        self.over.take_if(|over| free && matches!(over, Over::Looking(_)))
                    {
                        self.desk.held = looking.typed();
                    }
                    self.stale = tafel.seated(table, seat, &mut self.desk);
                }
            }
            Event::News(news) => {
                if let Door::Tafel(tafel) = &mut self.door {
                    tafel.take_in(*news, &self.desk);
                }
            }
            Event::TakenOver(table, left) => {
                if let Door::Tafel(tafel) = &mut self.door {
                    tafel.taken_over(table, *left, &mut self.desk);
                }
            }
            Event::Saved(at) => {
                if let Door::Tafel(tafel) = &mut self.door {
                    self.stale = tafel.saved(at);
                }
            }
            Event::NotSaved(unsaved) => {
                if let Door::Tafel(tafel) = &mut self.door {
                    self.stale = tafel.not_saved(unsaved, self.desk.now);
                }
            }
            Event::Places(places) => self.over = Some(over::places(&places, &self.desk)),
            Event::Moved(path) => {
                let text = self.desk.words.tell("tafel-moved-to", &[("path", path.display().to_string().into())]);
                self.over = Some(over::told(self.desk.words.say("tafel-moved-title"), text));
            }
            Event::Told(text) => self.desk.tell(Ink::Good, text),
            // what does not fit on the row of the footer is put where all of it can be read
            Event::Trouble(text) if self.over.is_none() && width(&text) + 4 > usize::from(self.desk.area.width) => {
                self.over = Some(over::told(self.desk.words.say("tafel-doubts"), text));
            }
            Event::Trouble(text) => self.desk.tell(Ink::Bad, text),
        }
        self.lay_out();
    }

    /// Takes in what time it is, also when the clock was put back or the lid was shut for an hour.
    fn take_time(&mut self, now: Now) {
        let by = now.millis.saturating_sub(self.desk.now.millis);
        self.desk.now = now;
        if let Some(notice) = &mut self.desk.notice {
            notice.until = notice.until.min(now.millis.saturating_add(NOTICE)); // not for an hour, if the clock went back
        }
        if let Door::Tafel(tafel) = &mut self.door {
            tafel.clock_leapt(by, &mut self.desk);
        }
    }

    fn key(&mut self, key: KeyEvent) {
        if self
            .over
            .as_ref()
            .is_some_and(|over| over.gives_way_to(&key) || over.gives_way() && self.is_for_the_table(&key))
        {
            self.over = None;
            self.painted = true; // what lay on top is still on the screen
        }
        let place = self.place();
        let command = keys::command(place, &key);
        match command {
            Some(Command::Quit) => {
                self.desk.ask(Effect::Quit);
                return;
            }
            Some(Command::Help) => {
                self.over = match self.over.take() {
                    Some(Over::Help(help)) => help.next(),
                    Some(under) => Some(Over::Help(over::Help::new(place, Some(under)))),
                    None => Some(Over::Help(over::Help::new(place, None))),
                };
                return;
            }
            Some(_) | None => {}
        }
        if let Some(over) = &mut self.over {
            let done = over.on(command, &key, &mut self.desk);
            match done {
                over::Done::No => {}
                over::Done::Close => {
                    self.over = match self.over.take() {
                        Some(Over::Help(help)) => help.under(),
                        Some(_) | None => None,
                    }
                }
                over::Done::Deed(deed) => {
                    self.over = None;
                    self.act(deed);
                }
                over::Done::Keep(deed) => self.act(deed),
            }
            return;
        }
        let deed = match &mut self.door {
            Door::Begin(begin) => begin.on(command, &key, &mut self.desk),
            Door::Tafel(tafel) => {
                let (deed, line_only) = tafel.on(command, &key, &mut self.desk);
                self.stale = !line_only;
                deed
            }
        };
        if let Some(deed) = deed {
            self.act(deed);
        }
    }

    /// Whether a key means something at the table below what is only there to be read: a card may come up between two
    /// keys of somebody who types, and must not take the Enter that saves.
    fn is_for_the_table(&self, key: &KeyEvent) -> bool {
        let Door::Tafel(tafel) = &self.door else { return false };
        match keys::command(Where::Page, key) {
            Some(Command::Back) => false,
            Some(Command::Up | Command::Down) => !self.over.as_ref().is_some_and(Over::scrolls),
            Some(_) | None => key.code != KeyCode::Enter || tafel.has_typed(),
        }
    }

    fn paste(&mut self, text: &str) {
        if self.over.as_ref().is_some_and(Over::gives_way) {
            self.over = None;
            self.painted = true;
        }
        if let Some(over) = &mut self.over {
            over.paste(text);
            return;
        }
        let deed = match &mut self.door {
            Door::Begin(_) => None,
            Door::Tafel(tafel) => tafel.paste(text, &mut self.desk),
        };
        if let Some(deed) = deed {
            self.act(deed);
        }
    }

    /// Does what was chosen in a list, or what a door asks of the whole program.
    fn act(&mut self, deed: over::Deed) {
        self.stale = true;
        match deed {
            over::Deed::Show(over) => self.over = Some(*over),
            over::Deed::Command(command) => {
                let key = KeyEvent::new(crossterm::event::KeyCode::Null, crossterm::event::KeyModifiers::NONE);
                match command {
                    Command::Language => self.speak(),
                    Command::Look => self.look(),
                    Command::Home => self.home(),
                    Command::Quit => self.desk.ask(Effect::Quit),
                    Command::Help => self.over = Some(Over::Help(over::Help::new(self.place(), None))),
                    other => {
                        let deed = match &mut self.door {
                            Door::Begin(begin) => begin.on(Some(other), &key, &mut self.desk),
                            Door::Tafel(tafel) => tafel.on(Some(other), &key, &mut self.desk).0,
                        };
                        if let Some(deed) = deed {
                            self.act(deed);
                        }
                    }
                }
            }
            over::Deed::Open(id) => self.desk.ask(Effect::Open(id, None)),
            over::Deed::Create(fresh) => self.desk.ask(Effect::Create(fresh)),
            over::Deed::SaveTo(folder) => self.desk.ask(Effect::SaveTo(folder)),
            over::Deed::BringIn(path) => self.desk.ask(Effect::BringIn(path)),
            other => {
                if let Door::Tafel(tafel) = &mut self.door {
                    tafel.act(other, &mut self.desk);
                }
            }
        }
    }

    fn home(&mut self) {
        self.over = None;
        if let Door::Tafel(tafel) = &self.door
            && tafel.is_unsaved()
        {
            // what is in memory only stays where it can be seen
            return self.desk.tell(Ink::Bad, self.desk.words.say("tafel-home-unsaved"));
        }
        if let Door::Tafel(tafel) = std::mem::replace(&mut self.door, Door::Begin(Begin::new())) {
            self.desk.ask(Effect::Leave(Box::new(tafel.session)));
        }
        self.desk.ask(Effect::List);
    }

    fn speak(&mut self) {
        self.desk.words = Words::new(self.desk.words.lang().other());
        if let Door::Tafel(tafel) = &mut self.door {
            tafel.forget_layout(&self.desk);
        } else {
            self.desk.ask(Effect::List);
        }
    }

    fn look(&mut self) {
        let next = match self.desk.theme.look() {
            Look::Dark => Look::Light,
            Look::Light => Look::Contrast,
            Look::Contrast => Look::Mono,
            Look::Mono => Look::Dark,
        };
        self.desk.theme = self.desk.theme.with(next);
        if let Door::Tafel(tafel) = &mut self.door {
            tafel.forget_layout(&self.desk);
        }
    }

    /// Where the keyboard goes.
    pub fn place(&self) -> Where {
        match (&self.over, &self.door) {
            (Some(over), _) => over.place(),
            (None, Door::Begin(_)) => Where::Begin,
            (None, Door::Tafel(tafel)) => tafel.place(),
        }
    }

    fn too_small(&self) -> bool {
        self.desk.area.width < LEAST.0 || self.desk.area.height < LEAST.1
    }

    /// Paints what does not change with every key.
    fn lay_out(&mut self) {
        if self.too_small() {
            return;
        }
        if let Door::Tafel(tafel) = &mut self.door {
            self.stale |= tafel.lay_out(&self.desk);
        }
        if !self.stale {
            return;
        }
        let mut ground = Cell::EMPTY;
        ground.set_style(self.desk.theme.ground());
        self.canvas.area = self.desk.area;
        self.canvas.content.clear();
        self.canvas.content.resize(self.desk.area.area() as usize, ground);
        match &self.door {
            Door::Begin(begin) => begin.paint(&mut self.canvas, &self.desk),
            Door::Tafel(tafel) => tafel.paint(&mut self.canvas, &self.desk),
        }
        let (place, status) = (self.place(), self.status());
        footer::paint(&mut self.canvas, &self.desk, place, status);
        close_rows(&mut self.canvas);
        self.stale = false;
        self.painted = true;
    }

    /// What stands at the right of the footer: how safe everything is.
    fn status(&self) -> (String, Ink) {
        if let Some(notice) = &self.desk.notice {
            return (notice.text.clone(), notice.ink);
        }
        match &self.door {
            Door::Begin(_) => (self.desk.words.say("begin-local"), Ink::Dim),
            Door::Tafel(tafel) => tafel.status(&self.desk),
        }
    }

    /// Shows it on a frame of ratatui.
    pub fn draw(&self, frame: &mut Frame<'_>) {
        if let Some(caret) = self.draw_on(frame.buffer_mut()) {
            frame.set_cursor_position(caret);
        }
    }

    /// Draws all of it on a buffer of the size of the screen, and says where the caret stands.
    pub fn draw_on(&self, buf: &mut Buffer) -> Option<(u16, u16)> {
        if self.has_canvas(buf.area) {
            buf.content.clone_from_slice(&self.canvas.content);
        }
        self.draw_over(buf)
    }

    /// All of it as it is to be shown, and where the caret stands.
    pub fn picture(&self) -> (Buffer, Option<(u16, u16)>) {
        let area = self.desk.area;
        let mut buf = if self.has_canvas(area) { self.canvas.clone() } else { Buffer::empty(area) };
        let caret = self.draw_over(&mut buf);
        (buf, caret)
    }

    /// The same for the first screen, for which somebody waits: the canvas is given away instead of copied. It is painted
    /// anew before anything is drawn again, which much of what follows a start asks for anyway.
    pub fn first_picture(&mut self) -> (Buffer, Option<(u16, u16)>) {
        if !self.has_canvas(self.desk.area) {
            return self.picture();
        }
        let mut buf = std::mem::take(&mut self.canvas);
        self.stale = true;
        let caret = self.draw_parts(&mut buf);
        self.simplify(&mut buf);
        (buf, caret)
    }

    /// Whether what is kept of the screen is all of it.
    fn has_canvas(&self, area: Rect) -> bool {
        !self.too_small() && area == self.canvas.area
    }

    /// Draws what changes with every key over a copy of the canvas, or says that the screen is too small.
    fn draw_over(&self, buf: &mut Buffer) -> Option<(u16, u16)> {
        let caret = self.draw_fine(buf);
        self.simplify(buf);
        caret
    }

    /// Leaves out what the terminal cannot show.
    fn simplify(&self, buf: &mut Buffer) {
        if self.desk.theme.is_plain() {
            plain(buf);
        }
    }

    fn draw_fine(&self, buf: &mut Buffer) -> Option<(u16, u16)> {
        if !self.has_canvas(buf.area) {
            self.draw_small(buf);
            return None;
        }
        self.draw_parts(buf)
    }

    /// Draws what stands over the canvas: the line, and what lies on top.
    fn draw_parts(&self, buf: &mut Buffer) -> Option<(u16, u16)> {
        let line = match &self.door {
            Door::Begin(_) => None,
            Door::Tafel(tafel) => tafel.draw_line(buf, &self.desk),
        };
        match &self.over {
            Some(over) => over.draw(buf, &self.desk),
            None => line,
        }
    }

    fn draw_small(&self, buf: &mut Buffer) {
        let area = buf.area;
        buf.set_style(area, self.desk.theme.ground());
        let text = self
            .desk
            .words
            .tell("app-too-small", &[("width", usize::from(LEAST.0).into()), ("height", usize::from(LEAST.1).into())]);
        // what is not saved is said first, however small the window
        let unsaved = match &self.door {
            Door::Tafel(tafel) => tafel.bar_in_short(&self.desk),
            Door::Begin(_) => None,
        };
        let text = unsaved.map_or(text.clone(), |unsaved| format!("{unsaved} {text}"));
        let rows = crate::text::wrap_text(&text, usize::from(area.width.max(1)));
        for (y, row) in rows.into_iter().enumerate().take(usize::from(area.height)) {
            paint::put(buf, area, area.x, area.y + y as u16, &text[row], self.desk.theme.ink(Ink::Text), area.width);
        }
    }
}

/// Everything that can be done in a place, to choose from by typing.
fn palette(desk: &Desk, place: Where, more: Vec<Choice<over::Deed>>) -> over::Deed {
    let here = keys::BINDINGS.iter().filter(|binding| binding.places.contains(&place) && !keys::types(binding.command));
    let choices = here.filter(|binding| keys::is_deed(binding.command)).map(|binding| Choice {
        label: desk.words.say(&format!("key-{}-about", binding.command.name())),
        detail: binding.keys.first().map(|name| footer::key(desk, name)).unwrap_or_default(),
        also: desk.words.say(&format!("key-{}", binding.command.name())),
        gives: over::Deed::Command(binding.command),
    });
    let picker = Picker::new(desk.words.say("palette-title"), choices.chain(more).collect());
    let at_a_table = matches!(place, Where::Line | Where::Board | Where::Entry);
    let free = if at_a_table { over::Free::Code } else { over::Free::No };
    over::Deed::Show(Box::new(Over::Picker(over::List::open(picker, free))))
}

/// Puts a sign of ASCII in the place of every other sign that has one of the same width. Letters stay: they are words.
fn plain(buf: &mut Buffer) {
    for cell in &mut buf.content {
        let sign = match cell.symbol() {
            "…" | "·" => ".",
            "’" | "‘" => "'",
            "“" | "”" | "„" => "\"",
            "–" | "—" => "-",
            _ => continue,
        };
        cell.set_symbol(sign);
    }
}

/// Ends every row with a cell in another manner, so that each row says its colours anew.
///
/// It can hardly be seen. Tools that copy a terminal's screen row by row (tmux's capture, for one) name a colour only where it
/// changes, and would lose the background of a row that begins as the one above it ended.
fn close_rows(buf: &mut Buffer) {
    let area = buf.area;
    for y in area.top()..area.bottom() {
        if let Some(cell) = buf.cell_mut((area.right().saturating_sub(1), y)) {
            cell.modifier.insert(ratatui::style::Modifier::BOLD);
        }
    }
}
