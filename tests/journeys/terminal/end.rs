//! How a program ended, what it left behind on its terminal, and the window that is closed on it.

use std::fs::OpenOptions;
use std::io::Write;
use std::process::Command;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use vt100::MouseProtocolMode;

use super::launch::settings;
use super::{Heard, PATIENCE, Signal, Terminal};

/// How long to listen for last words after the program has ended; longer only helps its orphans.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// How a program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// By itself, with this exit code.
    Code(u32),
    /// By a signal, in the system's words.
    Signal(String),
}

impl Terminal {
    /// How the program ended; `None` when it still runs after this time. All it wrote is then on the screen.
    pub fn ended(&mut self, within: Duration) -> Option<Ended> {
        let deadline = Instant::now() + within;
        while self.ended.is_none() {
            if let Some(status) = self.child.try_wait().expect("the program is our own child") {
                let last = Instant::now() + LAST_WORDS;
                while matches!(self.hear(last), Heard::Output) {}
                self.ended = Some(match status.signal() {
                    Some(signal) => Ended::Signal(signal.to_owned()),
                    None => Ended::Code(status.exit_code()),
                });
            } else if Instant::now() >= deadline {
                return None;
            } else {
                self.rest(Duration::from_millis(2));
            }
        }
        self.ended.clone()
    }

    /// The exit code; panics with the screen when the program still runs after this time or was ended by a signal.
    pub fn exit_code(&mut self, within: Duration) -> u32 {
        match self.ended(within) {
            Some(Ended::Code(code)) => code,
            Some(Ended::Signal(signal)) => self.fail(&format!("no exit code: ended by {signal}")),
            None => self.fail(&format!("no exit code: still running after {within:?}")),
        }
    }

    /// What the program switched on and did not switch off again, in words; nothing when the terminal was given back.
    pub fn still_held(&mut self) -> Vec<&'static str> {
        let screen = self.vt();
        let mut held: Vec<&'static str> = [
            (screen.alternate_screen(), "the alternate screen"),
            (screen.hide_cursor(), "the cursor"),
            (screen.bracketed_paste(), "bracketed paste"),
            (screen.mouse_protocol_mode() != MouseProtocolMode::None, "the mouse"),
            (screen.application_cursor(), "the arrow keys"),
        ]
        .into_iter()
        .filter_map(|(on, name)| on.then_some(name))
        .collect();
        held.extend(self.parser.callbacks().on());
        if self.window.as_ref().is_some_and(|window| settings(window.master.as_ref()) != window.settings) {
            held.push("the line settings (raw mode)");
        }
        held
    }

    /// Closes the window on the program, as a person does with the mouse: the terminal is gone, not a key is sent.
    ///
    /// The program's last words from here on are lost with the window; the screen stays as it was.
    pub fn close(&mut self) {
        self.vt();
        let Some(window) = self.window.take() else {
            return;
        };
        let name = window.master.tty_name().expect("a PTY has a name");
        // Dropping portable-pty's writer types a return and the end-of-file character; no window does that to a person's
        // work. With no such character set it keeps still (its source: `UnixMasterWriter::drop`).
        let flag = if cfg!(target_os = "linux") { "-F" } else { "-f" };
        let unset = Command::new("stty").arg(flag).arg(&name).args(["eof", "^@"]).status();
        assert!(unset.is_ok_and(|status| status.success()), "the end-of-file character could not be unset");
        // The reader holds the terminal open too, blocked in a read: give it one, from the program's side.
        window.closing.store(true, Ordering::SeqCst);
        let mut other_side = OpenOptions::new().write(true).open(&name).expect("the program's side can be opened");
        other_side.write_all(b"\0").expect("an open terminal can be written to");
        let deadline = Instant::now() + PATIENCE;
        while !window.reader.is_finished() {
            assert!(Instant::now() < deadline, "the reader does not let go of the terminal");
            std::thread::sleep(Duration::from_millis(1));
        }
        drop(other_side);
        drop(window);
    }
}

impl Drop for Terminal {
    /// Leaves nothing running, also after a failed test.
    fn drop(&mut self) {
        if self.ended.is_none() && !matches!(self.child.try_wait(), Ok(Some(_))) {
            self.signal(Signal::Kill);
            // The outcome is of no use to anyone any more.
            let _ = self.child.wait();
        }
    }
}
