//! Keys, signals and syncs, in one place to wait.
//!
//! The keyboard is read on the loop's own thread: handing each key from one thread to another would cost more than all the
//! rest that a key does. Whoever else has something to say puts it in the queue and wakes the loop: on Unix with a signal
//! that the terminal library listens to anyway, elsewhere the loop looks often enough.

use super::sync::Outcome;
use crossterm::event;
use std::{
    io,
    sync::mpsc::{self, Receiver, Sender},
    time::Duration,
};

/// Something that happened outside.
#[derive(Debug)]
pub enum Message {
    /// The terminal says something.
    Terminal(event::Event),
    /// A sync is done, or failed.
    Synced(Outcome),
    /// The program must end: a signal, or the terminal is gone.
    Ended,
}

/// Where others put in what happened.
#[derive(Clone)]
pub struct Mailbox {
    sender: Sender<Message>,
}

impl Mailbox {
    /// Puts it in, and wakes the loop. Says whether anybody still listens.
    pub fn put(&self, message: Message) -> bool {
        let heard = self.sender.send(message).is_ok();
        wake();
        heard
    }
}

/// The place to wait.
pub struct Feed {
    sender: Sender<Message>,
    receiver: Receiver<Message>,
}

impl Feed {
    /// Starts to listen for signals.
    pub fn start() -> io::Result<Self> {
        let (sender, receiver) = mpsc::channel();
        let feed = Self { sender, receiver };
        signals(feed.mailbox())?;
        Ok(feed)
    }

    /// Where others can put in what happened.
    pub fn mailbox(&self) -> Mailbox {
        Mailbox { sender: self.sender.clone() }
    }

    /// What happens next, unless nothing does for so long.
    pub fn wait(&self, most: Duration) -> Option<Message> {
        if let Some(message) = self.put_in() {
            return Some(message);
        }
        match event::poll(most.min(LOOK)) {
            Ok(true) => self.waiting(),
            Ok(false) => self.put_in(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => self.put_in(),
            Err(_) => Some(Message::Ended),
        }
    }

    /// What already waits.
    pub fn waiting(&self) -> Option<Message> {
        if let Some(message) = self.put_in() {
            return Some(message);
        }
        match event::poll(AT_ONCE) {
            Ok(true) => match event::read() {
                Ok(event) => Some(Message::Terminal(event)),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => None,
                Err(_) => Some(Message::Ended),
            },
            Ok(false) => None,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => None,
            Err(_) => Some(Message::Ended),
        }
    }

    fn put_in(&self) -> Option<Message> {
        self.receiver.try_recv().ok()
    }
}

/// As good as no time: with none at all the terminal library does not look.
const AT_ONCE: Duration = Duration::from_micros(100);

/// The longest the loop waits without looking at what was put in.
#[cfg(unix)]
const LOOK: Duration = Duration::from_secs(1);

/// The longest the loop waits without looking at what was put in.
#[cfg(not(unix))]
const LOOK: Duration = Duration::from_millis(50);

/// Wakes the loop: the terminal library waits for news of the window's size, and looks again when told.
#[cfg(unix)]
fn wake() {
    // a wake that fails is made good within a second
    drop(signal_hook::low_level::raise(signal_hook::consts::SIGWINCH));
}

#[cfg(not(unix))]
fn wake() {}

#[cfg(unix)]
fn signals(mailbox: Mailbox) -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    let wait = move || {
        for _ in signals.forever() {
            if !mailbox.put(Message::Ended) {
                return;
            }
        }
    };
    std::thread::Builder::new().name("signals".into()).stack_size(128 * 1024).spawn(wait).map(drop)
}

/// Windows sends no signals; closing the window ends the keyboard.
#[cfg(not(unix))]
fn signals(_: Mailbox) -> io::Result<()> {
    Ok(())
}
