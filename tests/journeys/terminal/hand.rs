//! What a person does at a terminal: types, presses, pastes, resizes; and what a system does: signals.

use std::io::Write;
use std::process::Command;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use unicode_segmentation::UnicodeSegmentation;

use super::launch::{pty_size, side};
use super::{PATIENCE, Terminal, keys};

/// After a lone escape: the next key must not be taken for its other half.
const AFTER_ESC: Duration = Duration::from_millis(50);

/// How fast is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// A quick typist: 60 to 140 ms between keys, uneven, the same every run.
    Human,
    /// One key after the other without a pause.
    Fast,
}

/// The signals a system sends to a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Asked to end.
    Term,
    /// Told that its terminal is gone.
    Hup,
    /// Ended without a word.
    Kill,
    /// Interrupted from outside (not the key Ctrl+C).
    Int,
}

impl Terminal {
    /// Types the text, one grapheme to a key press.
    pub fn type_text(&mut self, text: &str, rhythm: Rhythm) {
        for (place, grapheme) in text.graphemes(true).enumerate() {
            self.send(grapheme.as_bytes().to_vec());
            match rhythm {
                Rhythm::Human => self.rest(Duration::from_millis(60 + (place as u64 * 37) % 81)),
                Rhythm::Fast => {}
            }
        }
    }

    /// Presses a key by its name in the manual: "Enter", "F5", "Ctrl+Right", "Alt+Up", "Shift+Tab", "@".
    ///
    /// Panics for a name that no terminal could send.
    pub fn press(&mut self, key: &str) {
        let application = self.vt().application_cursor();
        let bytes = keys::bytes(key, application).unwrap_or_else(|| panic!("no terminal sends {key:?}"));
        self.send(bytes);
        if key == "Esc" {
            self.rest(AFTER_ESC);
        }
    }

    /// Pastes as a terminal does: line ends as returns, in brackets if the program asked for those.
    pub fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", "\r").replace('\n', "\r");
        let pasted = if self.vt().bracketed_paste() { format!("\x1b[200~{text}\x1b[201~") } else { text };
        self.send(pasted.into_bytes());
    }

    /// Gives the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.vt();
        self.parser.screen_mut().set_size(side(rows), side(columns));
        let window = self.window.as_ref().expect("the window is open");
        window.master.resize(pty_size(columns, rows)).expect("an open window can be resized");
    }

    /// Sends the signal to the program itself, not to its children.
    pub fn signal(&mut self, signal: Signal) {
        let name = match signal {
            Signal::Term => "TERM",
            Signal::Hup => "HUP",
            Signal::Kill => "KILL",
            Signal::Int => "INT",
        };
        let pid = self.pid().expect("the program runs");
        // The shell's own `kill`: always there, and this crate has no unsafe code.
        let sent = Command::new("sh").args(["-c", "kill -s \"$0\" \"$1\"", name, &pid.to_string()]).status();
        assert!(sent.is_ok_and(|status| status.success()), "{name} could not be sent to {pid}");
    }

    /// Writes one byte on the caller's own thread and gives the moment before it: for measuring.
    ///
    /// Blocks when the program has left thousands of bytes unread; [`Terminal::type_text`] never does.
    pub fn strike(&mut self, byte: u8) -> Instant {
        let writer = self.window.as_mut().and_then(|window| window.writer.as_mut()).expect("the window is open");
        let struck = Instant::now();
        writer.write_all(&[byte]).expect("an open window can be written to");
        struck
    }

    /// Writes bytes as they are; panics when the program has not taken them after [`PATIENCE`].
    ///
    /// A write to a program that does not read blocks, so it is done on a thread of its own.
    pub fn send(&mut self, bytes: Vec<u8>) {
        let window = self.window.as_mut().expect("the window is open");
        let mut writer = window.writer.take().expect("no other write is under way");
        let (done, written) = channel();
        std::thread::spawn(move || {
            let outcome = writer.write_all(&bytes);
            // Nobody waits any more after a deadline; then the writer is dropped here.
            let _ = done.send((writer, outcome));
        });
        match written.recv_timeout(PATIENCE) {
            Ok((writer, outcome)) => {
                window.writer = Some(writer);
                if let Err(error) = outcome {
                    self.fail(&format!("the terminal could not be written to: {error}"));
                }
            }
            Err(_) => self.fail(&format!("the program has not taken its input after {PATIENCE:?}")),
        }
    }
}
