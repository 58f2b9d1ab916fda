//! Looks, on a thread of its own, what others write into the session that is open.
//!
//! Twice a second, so that it is shown within one, and for the projector more often; a slow drive holds up no key, and is asked
//! the less the slower it is. While no session is open the thread sleeps. What is looked at, and why it is looked at, is told in `store::Follow`.

use super::feed::Message;
use crate::{
    record::TableId,
    store::{Follow, Looked},
};
use std::{
    io,
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

/// How long between two looks.
pub const OFTEN: Duration = Duration::from_millis(500);
/// How long between two looks where somebody waits for a change with a whole hall: with reading and drawing it is there
/// within two tenths of a second.
pub const HALL: Duration = Duration::from_millis(100);
/// The longest time between two looks, however slow the drive.
const SELDOM: Duration = Duration::from_secs(10);
/// How many times longer than a look takes the time between two is, at least.
const SLOW: u32 = 10;

enum Asked {
    Follow(u64, Box<Follow>),
    Writes(TableId),
    Rest,
}

/// The thread that looks.
pub struct Watch {
    ask: Sender<Asked>,
}

impl Watch {
    /// Starts the thread, which looks so often; what is found comes back through `tell`, with the number of the session it
    /// belongs to.
    pub fn start(tell: Sender<Message>, often: Duration) -> io::Result<Self> {
        let (ask, asked) = mpsc::channel::<Asked>();
        let work = move || {
            let mut following: Option<(u64, Box<Follow>)> = None;
            let mut wait = often;
            loop {
                let next = match following {
                    Some(_) => asked.recv_timeout(wait),
                    None => asked.recv().map_err(|_| RecvTimeoutError::Disconnected),
                };
                match (next, &mut following) {
                    (Ok(Asked::Follow(number, follow)), _) => following = Some((number, follow)),
                    (Ok(Asked::Writes(table)), Some((_, follow))) => follow.writes(table),
                    (Ok(Asked::Rest), _) => following = None,
                    (Err(RecvTimeoutError::Timeout), Some((number, follow))) => {
                        let begun = Instant::now();
                        let looked = follow.look();
                        wait = (begun.elapsed() * SLOW).clamp(often, SELDOM);
                        if !looked.is_empty() && tell.send(Message::Looked(*number, Box::new(looked))).is_err() {
                            return;
                        }
                    }
                    (Ok(Asked::Writes(_)) | Err(RecvTimeoutError::Timeout), None) => {}
                    (Err(RecvTimeoutError::Disconnected), _) => return,
                }
            }
        };
        thread::Builder::new().name("watch".into()).stack_size(1024 * 1024).spawn(work)?;
        Ok(Self { ask })
    }

    /// Follows this session from now on, and no other.
    pub fn follow(&self, number: u64, follow: Follow) {
        self.send(Asked::Follow(number, Box::new(follow)));
    }

    /// This window itself writes at a table of the session.
    pub fn writes(&self, table: TableId) {
        self.send(Asked::Writes(table));
    }

    /// Follows nothing.
    pub fn rest(&self) {
        self.send(Asked::Rest);
    }

    fn send(&self, asked: Asked) {
        // the thread ends only with the program; then nobody looks any more
        drop(self.ask.send(asked));
    }
}

/// A session that is followed: on the thread once there is one, and until then when it is quiet.
#[derive(Default)]
pub struct Watching {
    watch: Option<Watch>,
    /// Where it is followed from while there is no thread.
    here: Option<Follow>,
    number: u64,
}

impl Watching {
    /// Looks on a thread from now on.
    pub fn start(&mut self, tell: Sender<Message>) {
        // without a thread it is looked when it is quiet
        self.watch = Watch::start(tell, OFTEN).ok();
        if let (Some(watch), Some(follow)) = (&self.watch, self.here.take_if(|_| self.watch.is_some())) {
            watch.follow(self.number, follow);
        }
    }

    /// Follows this session from now on, and no other.
    pub fn follow(&mut self, follow: Follow) {
        self.number += 1;
        match &self.watch {
            Some(watch) => watch.follow(self.number, follow),
            None => self.here = Some(follow),
        }
    }

    /// This window itself writes at a table of the session.
    pub fn writes(&mut self, table: TableId) {
        match (&self.watch, &mut self.here) {
            (Some(watch), _) => watch.writes(table),
            (None, Some(follow)) => follow.writes(table),
            (None, None) => {}
        }
    }

    /// Follows nothing.
    pub fn rest(&mut self) {
        self.number += 1;
        self.here = None;
        self.watch.iter().for_each(Watch::rest);
    }

    /// What a look without a thread finds.
    pub fn look(&mut self) -> Option<Looked> {
        self.here.as_mut().map(Follow::look)
    }

    /// Whether what was found belongs to the session that is followed now.
    pub fn is_of_now(&self, number: u64) -> bool {
        number == self.number
    }
}
