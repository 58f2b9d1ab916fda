//! The programs that are measured: how each is brought to where one types, and how it is left.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::smallest::smallest;
use crate::terminal::{Ended, Launch, Missed, PATIENCE, Terminal, clean, text};

/// `aantafel --data DIR` and this make the session that is typed in.
const NEW: [&str; 6] = ["new", "hoe-dan", "--title", "Meting", "--tables", "1"];

/// `aantafel --data DIR` and this open it with the cursor where one types.
const OPEN: [&str; 4] = ["open", "last", "--table", "1"];

/// The round that is filled for the growth measure; `-` takes the entries from standard input.
const CAPTURE: [&str; 7] = ["capture", "last", "--table", "1", "--round", "factoren", "-"];

/// What shows that `aantafel` is ready to be typed in; `None` while any text will do.
const READY: Option<&str> = None;

/// The silence after which a screen counts as drawn.
const DRAWN: Duration = Duration::from_millis(30);

/// A program, set up to be started any number of times.
pub struct Program {
    /// Its name in the table.
    pub name: String,
    path: PathBuf,
    arguments: Vec<OsString>,
    ready: Option<&'static str>,
    quit: &'static [&'static str],
    home: TempDir,
}

/// Whether the terminal replies to what a program asks it at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// As most do.
    Answering,
    /// As some do, and as a program must be able to bear.
    Silent,
}

/// The yardstick.
pub fn yardstick() -> Program {
    Program::new("smallest", smallest(), &[], Some(">"), &["Ctrl+Q"])
}

/// nano and vim as installed, with an empty file and none of the user's settings; only those that are on `PATH`.
pub fn neighbours() -> Vec<Program> {
    let nano = on_path("nano").map(|path| Program::new("nano", path, &["notitie"], Some("^X"), &["Ctrl+X", "n"]));
    let vim = on_path("vim").map(|path| {
        let quit = &["Esc", ":", "q", "!", "Enter"];
        Program::new("vim", path, &["-c", "startinsert", "notitie"], Some("-- INSERT --"), quit)
    });
    nano.into_iter().chain(vim).collect()
}

/// `aantafel` with a session of so many entries, or why it cannot be had.
pub fn aantafel(entries: usize) -> Result<Program, String> {
    let name = if entries == 0 { "aantafel".to_owned() } else { format!("{entries} entries") };
    let mut program = Program::new(&name, env!("CARGO_BIN_EXE_aantafel").into(), &[], READY, &["Ctrl+Q"]);
    let data = program.home.path().join("sessions-for-the-bench");
    run(&program, &data, &NEW, "")?;
    if entries > 0 {
        run(&program, &data, &CAPTURE, &lines(entries))?;
    }
    program.arguments = [OsString::from("--data"), data.into()].into_iter().chain(OPEN.map(OsString::from)).collect();
    Ok(program)
}

impl Program {
    fn new(
        name: &str,
        path: PathBuf,
        arguments: &[&str],
        ready: Option<&'static str>,
        quit: &'static [&'static str],
    ) -> Self {
        let arguments = arguments.iter().map(OsString::from).collect();
        let home = TempDir::new().expect("a temporary folder can be made");
        Self { name: name.to_owned(), path, arguments, ready, quit, home }
    }

    /// Starts it and waits for its first full screen; the time runs from just before the start to the last byte of it.
    pub fn start(&self, size: (u16, u16), manner: Manner) -> Result<(Terminal, Duration), String> {
        let launch = Launch::new(&self.path).args(&self.arguments).size(size.0, size.1).home(self.home.path());
        let mut terminal = match manner {
            Manner::Answering => launch.answering().start(),
            Manner::Silent => launch.start(),
        };
        let shown = terminal.seen(PATIENCE, |screen| match self.ready {
            Some(ready) => text(screen).contains(ready),
            None => !text(screen).trim().is_empty(),
        });
        match (shown, terminal.quiet(DRAWN, PATIENCE)) {
            (Ok(_), Some(drawn)) if terminal.ended(Duration::ZERO).is_none() => {
                let took = drawn.duration_since(terminal.started());
                Ok((terminal, took))
            }
            (Ok(_), None) => Err(format!("it was still drawing after {PATIENCE:?}")),
            (Err(Missed::Late), _) => Err(format!("no screen to type on after {PATIENCE:?}")),
            (Err(Missed::Gone), _) | (Ok(_), Some(_)) => Err(last_words(&mut terminal)),
        }
    }

    /// Leaves it as its user would, so that the next start finds no lock and no swap file.
    pub fn quit(&self, mut terminal: Terminal) {
        for key in self.quit {
            if terminal.ended(Duration::from_millis(50)).is_some() {
                return;
            }
            terminal.press(key);
        }
        if terminal.ended(PATIENCE).is_none() {
            println!("note: {} did not end on {:?}", self.name, self.quit);
        }
    }
}

/// What a program that ended too soon said.
fn last_words(terminal: &mut Terminal) -> String {
    let how = match terminal.ended(PATIENCE) {
        Some(Ended::Code(code)) => format!("it ended with exit code {code}"),
        Some(Ended::Signal(signal)) => format!("it was ended by {signal}"),
        None => "it let go of the terminal".to_owned(),
    };
    format!("{how} before there was a screen to type on; it said {:?}", terminal.screen().trim())
}

/// Runs a command of `aantafel` without a terminal; any exit code but 0 is told with its message.
fn run(program: &Program, data: &Path, arguments: &[&str], input: &str) -> Result<(), String> {
    let failed = |why: &str| format!("`{}` failed: {why}", arguments[0]);
    let started = Instant::now();
    let mut child = Command::new(&program.path)
        .arg("--data")
        .arg(data)
        .args(arguments)
        .env_clear()
        .envs(clean(program.home.path()))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| failed(&error.to_string()))?;
    let mut standard_input = child.stdin.take().expect("it was piped");
    // A program that does not read its input breaks the pipe; its own message says more.
    let _ = standard_input.write_all(input.as_bytes());
    drop(standard_input);
    let outcome = child.wait_with_output().map_err(|error| failed(&error.to_string()))?;
    if !outcome.status.success() {
        let message = String::from_utf8_lossy(&outcome.stderr);
        return Err(failed(&format!("{}: {}", outcome.status, message.trim())));
    }
    if !input.is_empty() {
        println!(
            "note: `{}` took {:.2} s for {} lines",
            arguments[0],
            started.elapsed().as_secs_f64(),
            input.lines().count()
        );
    }
    Ok(())
}

/// So many different entries of the length people say them in.
fn lines(entries: usize) -> String {
    const WHO: [&str; 7] = [
        "de wijkverpleegkundige",
        "een buurvrouw",
        "de huisarts",
        "het dorpshuis",
        "één vrijwilliger",
        "de gemeente",
        "een zoon",
    ];
    const WHAT: [&str; 5] = [
        "komt te laat in beeld",
        "weet niet wie er belt",
        "heeft geen tijd voor overleg",
        "wil best meedenken",
        "mist de sleutel",
    ];
    (1..=entries).map(|entry| format!("{} {} ({entry})\n", WHO[entry % WHO.len()], WHAT[entry % WHAT.len()])).collect()
}

fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}
