//! What a program asks of its terminal beside drawing: the questions it waits on and the modes it must give back.
//!
//! A part of the instrument; `vt100` keeps the screen, this keeps the rest.

use vt100::{Callbacks, Screen};

/// Listens beside the screen. A silent terminal collects the answers and never sends them.
#[derive(Debug, Default)]
pub struct Wire {
    /// Replies owed to the program, in the order of its questions.
    answers: Vec<u8>,
    /// Modes that are on and that `vt100` does not know, by their name in words.
    on: Vec<&'static str>,
}

impl Wire {
    /// Takes the replies that are owed.
    pub fn take_answers(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.answers)
    }

    /// The modes still on.
    pub fn on(&self) -> &[&'static str] {
        &self.on
    }

    fn switch(&mut self, mode: &'static str, on: bool) {
        self.on.retain(|other| *other != mode);
        if on {
            self.on.push(mode);
        }
    }
}

impl Callbacks for Wire {
    fn unhandled_csi(
        &mut self,
        screen: &mut Screen,
        first: Option<u8>,
        second: Option<u8>,
        parameters: &[&[u16]],
        last: char,
    ) {
        let parameter = parameters.first().and_then(|parameter| parameter.first()).copied().unwrap_or_default();
        match (first, second, last) {
            // DA1: a VT220 with colours.
            (None, None, 'c') if parameter == 0 => self.answers.extend(b"\x1b[?62;22c"),
            // DSR: where the cursor is, counted from one.
            (None, None, 'n') if parameter == 6 => {
                let (row, column) = screen.cursor_position();
                self.answers.extend(format!("\x1b[{};{}R", row + 1, column + 1).bytes());
            }
            (Some(b'?'), None, 'h' | 'l') => {
                for mode in parameters.iter().copied().flatten() {
                    match mode {
                        1004 => self.switch("focus reports", last == 'h'),
                        2026 => self.switch("a synchronised update", last == 'h'),
                        _ => {}
                    }
                }
            }
            (Some(b'>'), None, 'u') => self.switch("the kitty keyboard", true),
            (Some(b'<'), None, 'u') => self.switch("the kitty keyboard", false),
            _ => {}
        }
    }

    fn unhandled_osc(&mut self, _: &mut Screen, parameters: &[&[u8]]) {
        match parameters {
            [b"10", b"?"] => self.answers.extend(b"\x1b]10;rgb:d0d0/d0d0/d0d0\x1b\\"),
            [b"11", b"?"] => self.answers.extend(b"\x1b]11;rgb:1010/1010/1010\x1b\\"),
            _ => {}
        }
    }
}
