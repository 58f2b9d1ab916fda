//! Takes the terminal, and gives it back as it was found, whatever happens.

use crate::{
    app::{App, Repaint},
    ui::theme::{Depth, Look},
    words::Words,
};
use crossterm::{
    clipboard::CopyToClipboard,
    cursor::{SetCursorStyle, Show},
    event::{DisableBracketedPaste, EnableBracketedPaste},
    execute, queue,
    terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
};
use ratatui::{
    backend::{Backend, CrosstermBackend},
    buffer::{Buffer, Cell, CellWidth},
    layout::{Position, Rect, Size},
};
use std::{
    env,
    io::{self, BufWriter, Stdout, Write as _},
    mem, panic, process,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

/// The exit code of a program that panicked.
const PANICKED: i32 = 101;

/// Whether the terminal is ours at the moment: it is given back once, by whoever comes first.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours.
///
/// It keeps what is shown and sends only what is different. ratatui's own `Terminal` compares the whole screen at every
/// draw; a key alters three rows, so here only those are painted and compared.
pub struct Held {
    backend: CrosstermBackend<BufWriter<Stdout>>,
    shown: Buffer,
    /// Whether nothing was drawn yet.
    fresh: bool,
    /// Where the caret stands, if it is shown.
    caret: Option<(u16, u16)>,
}

impl Held {
    /// Takes the terminal: raw, its other screen, pastes marked as such.
    ///
    /// # Errors
    /// When there is no terminal, or it refuses.
    pub fn take(words: Words) -> io::Result<Self> {
        hook(words);
        // crossterm 0.29 with NO_COLOR writes a code that wipes bold and reverse; the theme leaves colours out instead
        crossterm::style::force_color_output(true);
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        let begun = execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, SetCursorStyle::SteadyBar);
        if let Err(error) = begun {
            restore();
            return Err(error);
        }
        let backend = CrosstermBackend::new(BufWriter::with_capacity(64 * 1024, io::stdout()));
        Ok(Self { backend, shown: Buffer::default(), fresh: true, caret: Some((0, 0)) })
    }

    /// How large it is.
    ///
    /// # Errors
    /// When it does not say.
    pub fn size(&self) -> io::Result<Size> {
        self.backend.size()
    }

    /// Shows the program: all of it, or only the line if nothing else is different.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw(&mut self, app: &mut App) -> io::Result<()> {
        if !TAKEN.load(Ordering::SeqCst) {
            return Ok(()); // it was given back by a panic beside us, which ends the program in a moment
        }
        let (width, height) = app.size();
        let area = Rect::new(0, 0, width, height);
        let (next, caret) = match app.repaint() {
            Repaint::Line(rect) if self.shown.area == area && rect == area.intersection(rect) => {
                let mut next = Buffer::empty(rect);
                let caret = app.draw_line(&mut next);
                (next, caret)
            }
            repaint @ (Repaint::Line(_) | Repaint::Whole | Repaint::Afresh) => {
                if self.shown.area != area || repaint == Repaint::Afresh {
                    self.wipe()?;
                }
                if mem::take(&mut self.fresh) { app.first_picture() } else { app.picture() }
            }
        };
        self.put(next, caret)
    }

    /// Shows a whole picture without a caret; `afresh` as if nothing stood there.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn show(&mut self, picture: Buffer, afresh: bool) -> io::Result<()> {
        if !TAKEN.load(Ordering::SeqCst) {
            return Ok(());
        }
        if afresh || self.shown.area != picture.area {
            self.wipe()?;
        }
        self.put(picture, None)
    }

    /// Makes the screen empty.
    fn wipe(&mut self) -> io::Result<()> {
        if !self.shown.area.is_empty() {
            self.backend.clear()?; // at first the other screen is empty by itself
        }
        self.shown = Buffer::default(); // nothing, which is what stands there
        Ok(())
    }

    /// Sends what is different from what is shown.
    fn put(&mut self, next: Buffer, caret: Option<(u16, u16)>) -> io::Result<()> {
        let whole = self.shown.area.is_empty() || next.area == self.shown.area;
        let part = if whole { None } else { Some(self.part(next.area)) };
        let shown = part.as_ref().unwrap_or(&self.shown);
        let updates = if shown.area.is_empty() { filled(&next) } else { shown.diff(&next) };
        if updates.is_empty() && caret == self.caret {
            return Ok(());
        }
        // drawing moves the terminal's own cursor, so it is put back even where it was
        self.backend.draw(updates.into_iter())?;
        match (self.caret, caret) {
            (before, Some((x, y))) => {
                self.backend.set_cursor_position(Position { x, y })?;
                if before.is_none() {
                    self.backend.show_cursor()?;
                }
            }
            (Some(_), None) => self.backend.hide_cursor()?,
            (None, None) => {}
        }
        self.caret = caret;
        if whole {
            self.shown = next;
        } else {
            self.keep(&next);
        }
        Backend::flush(&mut self.backend)
    }

    /// Rings the terminal's own bell.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn ring(&mut self) -> io::Result<()> {
        self.backend.write_all(b"\x07")?;
        Backend::flush(&mut self.backend)
    }

    /// Sends text to the terminal's clipboard (OSC 52). Whether it has one, it does not say.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn clip(&mut self, text: String) -> io::Result<()> {
        queue!(self.backend, CopyToClipboard::to_clipboard_from(text))?;
        Backend::flush(&mut self.backend)
    }

    /// What is shown in a part of the screen.
    fn part(&self, area: Rect) -> Buffer {
        let mut part = Buffer::empty(area);
        let wide = usize::from(area.width);
        for y in area.top()..area.bottom() {
            let (from, to) = (self.shown.index_of(area.x, y), part.index_of(area.x, y));
            part.content[to..to + wide].clone_from_slice(&self.shown.content[from..from + wide]);
        }
        part
    }

    fn keep(&mut self, next: &Buffer) {
        let area = next.area;
        let wide = usize::from(area.width);
        for y in area.top()..area.bottom() {
            let (to, from) = (self.shown.index_of(area.x, y), next.index_of(area.x, y));
            self.shown.content[to..to + wide].clone_from_slice(&next.content[from..from + wide]);
        }
    }
}

/// What has to be drawn on a screen where nothing stands: the same as a comparison with an empty one, without making that.
fn filled(next: &Buffer) -> Vec<(u16, u16, &Cell)> {
    let wide = usize::from(next.area.width).max(1);
    let mut updates = Vec::with_capacity(next.content.len());
    for (row, y) in next.content.chunks(wide).zip(next.area.top()..) {
        let mut covered = 0_u16; // cells that belong to a wide character before them
        for (cell, x) in row.iter().zip(next.area.left()..) {
            if covered > 0 {
                covered -= 1;
            } else {
                covered = cell.cell_width().saturating_sub(1);
                if *cell != Cell::EMPTY {
                    updates.push((x, y, cell));
                }
            }
        }
    }
    updates
}

impl Drop for Held {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back, once; does nothing if it was never taken.
pub fn restore() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // a terminal that is gone cannot be given back, and there is nobody to tell
        drop(execute!(
            io::stdout(),
            DisableBracketedPaste,
            SetCursorStyle::DefaultUserShape,
            LeaveAlternateScreen,
            Show
        ));
        drop(disable_raw_mode());
        drop(io::stdout().flush());
    }
}

/// On a panic: the terminal first, then two lines that a person can use, then the trace for who mends it.
///
/// A panic beside the loop, as on the thread that syncs, ends the program as well: the loop would go on unseen, on a
/// terminal that is no longer ours, with a promise that nobody keeps. What was typed is in the journal.
fn hook(words: Words) {
    let before = panic::take_hook();
    let ours = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        restore();
        let mut out = io::stderr().lock();
        drop(writeln!(out, "{}\n", words.say("app-panic")));
        drop(out.flush());
        drop(out);
        before(info);
        if thread::current().id() != ours {
            process::exit(PANICKED);
        }
    }));
}

/// How many colours the terminal says it has.
pub fn depth() -> Depth {
    let has =
        |name: &str, wanted: &[&str]| env::var(name).is_ok_and(|value| wanted.iter().any(|want| value.contains(want)));
    if has("COLORTERM", &["truecolor", "24bit"])
        || has("TERM", &["direct", "kitty", "alacritty", "ghostty"])
        || env::var_os("WT_SESSION").is_some()
    {
        Depth::True
    } else if has("TERM", &["256color"]) {
        Depth::Xterm
    } else {
        Depth::Sixteen
    }
}

/// The look that suits the terminal when nobody chose one: none of colour if that was asked, else as its background.
///
/// The terminal is asked only when it is known to answer: a silent one would hold up the first screen, and what is typed
/// meanwhile would be lost in the question. Without an answer it is dark, which paints its own background and so can be read
/// on any terminal.
pub fn look() -> Look {
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || env::var("TERM").is_ok_and(|term| term == "dumb")
    {
        return Look::Mono;
    }
    if let Ok(value) = env::var("COLORFGBG") {
        let ground = value.rsplit(';').next().and_then(|ground| ground.parse::<u8>().ok());
        return if matches!(ground, Some(7 | 9..=15)) { Look::Light } else { Look::Dark };
    }
    const ANSWER: [&str; 6] = [
        "KITTY_WINDOW_ID",
        "VTE_VERSION",
        "WEZTERM_PANE",
        "ALACRITTY_WINDOW_ID",
        "GHOSTTY_RESOURCES_DIR",
        "ITERM_SESSION_ID",
    ];
    if env::var_os("TMUX").is_some() || !ANSWER.iter().any(|name| env::var_os(name).is_some()) {
        return Look::Dark;
    }
    let mut options = terminal_colorsaurus::QueryOptions::default();
    options.timeout = Duration::from_millis(100);
    match terminal_colorsaurus::theme_mode(options) {
        Ok(terminal_colorsaurus::ThemeMode::Light) => Look::Light,
        Ok(terminal_colorsaurus::ThemeMode::Dark) | Err(_) => Look::Dark,
    }
}
