//! Keys, signals and syncs, in one queue.
//!
//! The keyboard has a thread of its own. Reading it on the loop's thread would save some hundredths of a millisecond a key,
//! and was tried: the terminal library (crossterm 0.29) then leaves a key waiting when a signal arrives with it, and never
//! comes back from a terminal that is gone.

use super::sync::Synced;
use crate::{
    app::{Listed, Recall, Reported},
    store::{Looked, Trouble},
};
use crossterm::event;
use std::{
    io,
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::Duration,
};

/// Something that happened outside.
#[derive(Debug)]
pub enum Message {
    /// The terminal says something.
    Terminal(event::Event),
    /// A sync is done, or failed.
    Synced(Synced),
    /// The scribe has written a table's file, or could not.
    Wrote,
    /// A copy of the session could not be made.
    NotBackedUp(Trouble),
    /// A part of what was ever saved was read, for the looking back of this number.
    Recalled(u64, Box<Recall>),
    /// The lessons of all sessions, and for whom.
    Lessons(u64, Vec<crate::search::Lesson>),
    /// What Begin need not wait for.
    Listed(Box<Listed>),
    /// What came of something that the door of the report asked for.
    Reported(Box<Reported>),
    /// Others wrote something, in the session of this number.
    Looked(u64, Box<Looked>),
    /// The program must end: a signal, or the terminal is gone.
    Ended,
}

/// The queue.
pub struct Feed {
    sender: Sender<Message>,
    receiver: Receiver<Message>,
}

impl Feed {
    /// A queue to which nobody listens yet: others can put in already what happened.
    pub fn new() -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { sender, receiver }
    }

    /// Starts to listen to the keyboard and to signals.
    pub fn listen(&self) -> io::Result<()> {
        keyboard(self.sender.clone())?;
        signals(self.sender.clone())
    }

    /// Where others can put in what happened.
    pub fn mailbox(&self) -> Sender<Message> {
        self.sender.clone()
    }

    /// What happens next, unless nothing does for so long.
    pub fn wait(&self, most: Duration) -> Option<Message> {
        match self.receiver.recv_timeout(most) {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Message::Ended),
        }
    }

    /// What already waits.
    pub fn waiting(&self) -> Option<Message> {
        self.receiver.try_recv().ok()
    }
}

/// Reads the keyboard until the terminal is gone or nobody listens any more.
fn keyboard(sender: Sender<Message>) -> io::Result<()> {
    let read = move || {
        loop {
            let message = match event::read() {
                Ok(event) => Message::Terminal(event),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => Message::Ended,
            };
            let ended = matches!(message, Message::Ended);
            if sender.send(message).is_err() || ended {
                return;
            }
        }
    };
    thread::Builder::new().name("keyboard".into()).stack_size(256 * 1024).spawn(read).map(drop)
}

#[cfg(unix)]
fn signals(sender: Sender<Message>) -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    let wait = move || {
        for _ in signals.forever() {
            if sender.send(Message::Ended).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("signals".into()).stack_size(128 * 1024).spawn(wait).map(drop)
}

/// Windows sends no signals; closing the window ends the keyboard.
#[cfg(not(unix))]
fn signals(_: Sender<Message>) -> io::Result<()> {
    Ok(())
}
