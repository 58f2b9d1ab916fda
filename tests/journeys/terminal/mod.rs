//! The instrument: a program in a real terminal, typed at, looked at, pulled the plug on.
//!
//! ```text
//! hand.rs   keys, pastes, sizes, signals ──▶ PTY ──▶ the program
//! mod.rs    what is on the screen  ◀── vt100 ◀── reader thread (every read stamped) ◀── PTY
//! wire.rs   what it asks and what it must give back        end.rs   how it ended
//! ```
//!
//! The machine's own settings never matter: the program gets an empty home and no variable but the few in [`clean`].
//! Every wait has a deadline. The screen moves on only while the caller waits or looks, so a test sees what it waited
//! for; the moment of every read is stamped by the reader thread, so `benches/terminal` measures no polling.
//!
//! Called by the journeys beside it and by `benches/terminal`, which includes this folder by path. Unix only.

mod end;
mod hand;
mod keys;
mod launch;
mod wire;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::MasterPty;
use vt100::{Parser, Screen};

pub use end::Ended;
pub use hand::{Rhythm, Signal};
pub use launch::{Launch, SIZE, clean};
use wire::Wire;

/// The deadline of every wait that is not given one: far above what a busy machine needs.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// How long a program must be silent for [`Terminal::settle`].
const SETTLED: Duration = Duration::from_millis(50);

/// The raw bytes kept for [`Terminal::tail`].
const TAIL: usize = 64 * 1024;

/// A running program and the terminal around it. Dropping it kills the program.
pub struct Terminal {
    /// `None` once the window is closed.
    window: Option<Window>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    ended: Option<Ended>,
    chunks: Receiver<Chunk>,
    parser: Parser<Wire>,
    answering: bool,
    bytes_out: u64,
    tail: Vec<u8>,
    last_output: Instant,
    started: Instant,
    home: launch::Home,
}

/// The terminal's end of the PTY.
struct Window {
    master: Box<dyn MasterPty + Send>,
    /// `None` only while a write is under way.
    writer: Option<Box<dyn std::io::Write + Send>>,
    reader: JoinHandle<()>,
    /// Tells the reader thread to let go at its next read.
    closing: Arc<AtomicBool>,
    /// The line settings before the program touched them, as text: their type belongs to a crate we do not name.
    settings: String,
}

/// One read from the PTY.
struct Chunk {
    at: Instant,
    bytes: Vec<u8>,
}

/// What came of listening for a while.
enum Heard {
    /// A read, already on the screen.
    Output,
    /// Nothing until the deadline.
    Silence,
    /// Nothing any more: the program let go of the terminal, or the window is closed.
    End,
}

/// Why something was not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missed {
    /// The deadline came first.
    Late,
    /// The program let go of the terminal first.
    Gone,
}

impl Terminal {
    /// The screen as text: one line per row, without the spaces at its end.
    pub fn screen(&mut self) -> String {
        text(self.vt())
    }

    /// The screen with colours, attributes and modes, for what text cannot say.
    pub fn vt(&mut self) -> &Screen {
        while matches!(self.hear(Instant::now()), Heard::Output) {}
        self.parser.screen()
    }

    /// Where the cursor stands, as (column, row) counted from zero; `None` when the program hides it.
    pub fn cursor(&mut self) -> Option<(u16, u16)> {
        let screen = self.vt();
        let (row, column) = screen.cursor_position();
        (!screen.hide_cursor()).then_some((column, row))
    }

    /// All bytes the program has written so far.
    pub fn bytes_out(&mut self) -> u64 {
        self.vt();
        self.bytes_out
    }

    /// The last raw bytes the program wrote (64 KiB at most).
    pub fn tail(&mut self) -> &[u8] {
        self.vt();
        &self.tail
    }

    /// The moment just before the program was started.
    pub fn started(&self) -> Instant {
        self.started
    }

    /// The program's home, working directory and XDG folders; another `Launch` can be given the same one.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The program's process id; `None` once it was waited for.
    pub fn pid(&self) -> Option<u32> {
        match self.ended {
            None => self.child.process_id(),
            Some(_) => None,
        }
    }

    /// Waits until the text is on the screen (within one row); panics with the screen after [`PATIENCE`].
    pub fn wait_for(&mut self, wanted: &str) {
        self.wait_until(&format!("{wanted:?} on the screen"), |screen| text(screen).contains(wanted));
    }

    /// Waits until the text is no longer on the screen; panics with the screen after [`PATIENCE`].
    pub fn wait_gone(&mut self, unwanted: &str) {
        self.wait_until(&format!("{unwanted:?} gone from the screen"), |screen| !text(screen).contains(unwanted));
    }

    /// Waits until the screen is as wanted; panics with `what` and the screen after [`PATIENCE`].
    pub fn wait_until(&mut self, what: &str, wanted: impl FnMut(&Screen) -> bool) {
        if let Err(missed) = self.seen(PATIENCE, wanted) {
            let why = match missed {
                Missed::Late => format!("not within {PATIENCE:?}"),
                Missed::Gone => "the program let go of the terminal".to_owned(),
            };
            self.fail(&format!("waited for {what}: {why}"));
        }
    }

    /// The moment of the read that made the screen as wanted; of the latest read if it was so already.
    pub fn seen(&mut self, within: Duration, mut wanted: impl FnMut(&Screen) -> bool) -> Result<Instant, Missed> {
        let deadline = Instant::now() + within;
        while !wanted(self.parser.screen()) {
            match self.hear(deadline) {
                Heard::Output => {}
                Heard::Silence => return Err(Missed::Late),
                Heard::End => return Err(Missed::Gone),
            }
        }
        Ok(self.last_output)
    }

    /// Waits until the program has been silent for a moment; panics when it never is.
    ///
    /// For "nothing more comes"; to see an effect, [`Terminal::wait_for`] it: a busy machine is silent before it answers.
    pub fn settle(&mut self) {
        if self.quiet(SETTLED, PATIENCE).is_none() {
            self.fail(&format!("still writing after {PATIENCE:?}"));
        }
    }

    /// Waits for this much silence from now on and gives the moment of the last read before it; `None` when it never came.
    pub fn quiet(&mut self, silence: Duration, within: Duration) -> Option<Instant> {
        let deadline = Instant::now() + within;
        loop {
            match self.hear(Instant::now() + silence) {
                Heard::Output if Instant::now() >= deadline => return None,
                Heard::Output => {}
                Heard::Silence | Heard::End => return Some(self.last_output),
            }
        }
    }

    /// Lets time pass while the terminal goes on listening (and answering).
    pub fn rest(&mut self, time: Duration) {
        let until = Instant::now() + time;
        loop {
            match self.hear(until) {
                Heard::Output => {}
                Heard::Silence => return,
                Heard::End => {
                    return std::thread::sleep(until.saturating_duration_since(Instant::now()));
                }
            }
        }
    }

    /// Takes one read, if one comes before the deadline, and answers it if this terminal does.
    fn hear(&mut self, deadline: Instant) -> Heard {
        let chunk = match self.chunks.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(chunk) => chunk,
            Err(RecvTimeoutError::Timeout) => return Heard::Silence,
            Err(RecvTimeoutError::Disconnected) => return Heard::End,
        };
        self.last_output = chunk.at;
        self.bytes_out += chunk.bytes.len() as u64;
        self.tail.extend(&chunk.bytes);
        self.tail.drain(..self.tail.len().saturating_sub(TAIL));
        self.parser.process(&chunk.bytes);
        let answers = self.parser.callbacks_mut().take_answers();
        if self.answering && !answers.is_empty() && self.window.is_some() {
            self.send(answers);
        }
        Heard::Output
    }

    /// Panics with the reason and the screen as it is now.
    fn fail(&mut self, reason: &str) -> ! {
        let (rows, columns) = self.parser.screen().size();
        let screen = self.screen();
        panic!("{reason}\nthe screen ({columns}x{rows}):\n{screen}\n(end of the screen)");
    }
}

/// The rows of a screen, each without the spaces at its end.
pub fn text(screen: &Screen) -> String {
    let (_, columns) = screen.size();
    let rows: Vec<String> = screen.rows(0, columns.get()).map(|row| row.trim_end().to_owned()).collect();
    rows.join("\n")
}
