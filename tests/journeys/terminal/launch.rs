//! How a program is started: its arguments, the size of its window, and a home of its own.

use std::ffi::{OsStr, OsString};
use std::io::Read;
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::time::Instant;

use portable_pty::{CommandBuilder, NativePtySystem, PtySize, PtySystem};
use tempfile::TempDir;
use vt100::Parser;

use super::wire::Wire;
use super::{Chunk, Terminal, Window};

/// Columns and rows of a window nobody chose a size for: a laptop's terminal at a readable letter.
pub const SIZE: (u16, u16) = (110, 32);

/// A program about to be started.
pub struct Launch {
    program: OsString,
    arguments: Vec<OsString>,
    size: (u16, u16),
    environment: Vec<(OsString, OsString)>,
    home: Option<PathBuf>,
    answering: bool,
}

/// The folder a program takes for its user's home.
pub(super) enum Home {
    /// Gone with the terminal.
    Own(TempDir),
    /// The caller's, for a program that comes back to its files.
    Given(PathBuf),
}

impl Home {
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::Own(folder) => folder.path(),
            Self::Given(folder) => folder,
        }
    }
}

impl Launch {
    /// A program by path, or by name on `PATH`.
    pub fn new(program: impl Into<OsString>) -> Self {
        Self {
            program: program.into(),
            arguments: Vec::new(),
            size: SIZE,
            environment: Vec::new(),
            home: None,
            answering: false,
        }
    }

    /// Adds arguments.
    pub fn args(mut self, arguments: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    /// The window's columns and rows, both at least one.
    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    /// One variable more, or another value for one of [`clean`].
    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// A home that outlives the terminal.
    pub fn home(mut self, folder: &Path) -> Self {
        self.home = Some(folder.to_owned());
        self
    }

    /// Replies to questions (DA1, cursor position, OSC 10 and 11: a dark background) as most terminals do, for as long
    /// as the test waits or looks. Without this the terminal is silent, as some are.
    pub fn answering(mut self) -> Self {
        self.answering = true;
        self
    }

    /// Starts the program; panics when there is no such program or no PTY to be had.
    pub fn start(self) -> Terminal {
        let home = match self.home {
            Some(folder) => Home::Given(folder),
            None => Home::Own(TempDir::new().expect("a temporary folder can be made")),
        };
        let mut command = CommandBuilder::new(&self.program);
        command.args(&self.arguments);
        command.cwd(home.path());
        command.env_clear();
        for (name, value) in clean(home.path()).into_iter().chain(self.environment) {
            command.env(name, value);
        }

        let (columns, rows) = self.size;
        let pair = NativePtySystem::default().openpty(pty_size(columns, rows)).expect("the system has a PTY left");
        let settings = settings(pair.master.as_ref());
        let writer = pair.master.take_writer().expect("the writer is taken once");
        let reader = pair.master.try_clone_reader().expect("the PTY can be read");
        let closing = Arc::new(AtomicBool::new(false));
        let (chunks, heard) = channel();
        let started = Instant::now();
        let child = pair
            .slave
            .spawn_command(command)
            .unwrap_or_else(|error| panic!("{:?} does not start: {error:#}", self.program));
        drop(pair.slave);
        let listener = std::thread::spawn({
            let closing = Arc::clone(&closing);
            move || listen(reader, &closing, &chunks)
        });

        Terminal {
            window: Some(Window { master: pair.master, writer: Some(writer), reader: listener, closing, settings }),
            child,
            ended: None,
            chunks: heard,
            parser: Parser::new_with_callbacks(side(rows), side(columns), 0, Wire::default()),
            answering: self.answering,
            bytes_out: 0,
            tail: Vec::new(),
            last_output: started,
            started,
            home,
        }
    }
}

/// The whole environment of a program under test, for those that are started without a terminal too.
pub fn clean(home: &Path) -> Vec<(OsString, OsString)> {
    let mut variables: Vec<(OsString, OsString)> = Vec::new();
    let mut set = |name: &str, value: &OsStr| variables.push((name.into(), value.to_owned()));
    for (name, value) in
        [("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "C.UTF-8"), ("SHELL", "/bin/sh")]
    {
        set(name, value.as_ref());
    }
    set("HOME", home.as_os_str());
    for (name, folder) in [
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_RUNTIME_DIR", "run"),
    ] {
        set(name, home.join(folder).as_os_str());
    }
    // Programs are found, and their coverage is kept, as outside.
    for name in ["PATH", "LLVM_PROFILE_FILE"] {
        if let Some(value) = std::env::var_os(name) {
            set(name, &value);
        }
    }
    variables
}

/// Hands on every read with its moment, until the program lets go of the terminal or the window is closed.
fn listen(mut reader: Box<dyn Read + Send>, closing: &AtomicBool, chunks: &Sender<Chunk>) {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let length = match reader.read(&mut buffer) {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Ok(0) | Err(_) => return,
            Ok(length) => length,
        };
        let at = Instant::now();
        if closing.load(Ordering::SeqCst) || chunks.send(Chunk { at, bytes: buffer[..length].to_vec() }).is_err() {
            return;
        }
    }
}

/// The line settings of a terminal, as comparable text.
pub(super) fn settings(master: &dyn portable_pty::MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

pub(super) fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

pub(super) fn side(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).expect("a window has at least one row and one column")
}
