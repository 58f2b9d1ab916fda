//! Looking back over many sessions: which there are, and something made of each that matters, on all cores.
//!
//! There is no index. Of each session the bytes are looked through first, which costs little more than reading them; only
//! those that may hold what is wanted are put together, journals and all, as when they are opened. So what is found is what
//! is there, whoever wrote it and however. Reads only. Called by `run` and `cli`.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use super::doubt::Doubt;
use super::place::{SessionDir, read_journal_name, read_table_name};
use super::sessions::Store;
use super::trouble::Trouble;
use crate::search::{Bytes, Known, Lesson, lessons, shelve_lessons};
use crate::session::{Session, Summary};

/// How many threads look per core: on a disk that is cold most of them wait.
const PER_CORE: usize = 4;
/// The most threads.
const MOST_THREADS: usize = 32;
/// A file that is longer than this is not looked through first: its session is put together at once.
const MOST_LOOKED: u64 = 64 << 20;

/// What stands in a file with a lesson in it: the end of the mark `Lesson`, and of what is written of one at the harvest.
const LESSON: &[u8] = b"esson";

/// What the files of a session must hold for it to be put together.
#[derive(Clone, Copy, Debug)]
pub enum Look<'a> {
    /// Nothing: every session is.
    All,
    /// These bytes, in one of them.
    Letters(&'a [u8]),
    /// Every term, each in one of them.
    Query(&'a Bytes),
}

/// What was made of sessions.
#[derive(Debug)]
pub struct Recalled<T> {
    /// What was made, in the order of the folders.
    pub made: Vec<T>,
    /// What is in doubt about files of those.
    pub doubts: Vec<Doubt>,
    /// Sessions that could not be read.
    pub troubles: Vec<Trouble>,
}

impl<T> Default for Recalled<T> {
    fn default() -> Self {
        Self { made: Vec::new(), doubts: Vec::new(), troubles: Vec::new() }
    }
}

/// What one thread did, by the number of the folder.
type Done<T> = (usize, Result<(T, Vec<Doubt>), Trouble>);

impl Store {
    /// The folders of all sessions, those with the latest date in their name first.
    ///
    /// # Errors
    /// What the system says about the folder of sessions.
    pub fn session_dirs(&self) -> Result<Vec<SessionDir>, Trouble> {
        let mut dirs = self.folder_names()?;
        dirs.reverse();
        Ok(dirs)
    }

    /// The newest sessions by the names of their folders, as [`Store::sessions`] would list them, and how many folders of
    /// sessions there are in all. It costs the same however many there are, but for reading their names.
    ///
    /// # Errors
    /// What the system says about the folder of sessions.
    pub fn newest(&self, most: usize) -> Result<(Vec<Summary>, usize, Vec<Trouble>), Trouble> {
        let mut names = self.names()?;
        let (all, folder) = (names.len(), self.data().sessions_dir());
        let mut newest = Vec::new();
        while newest.len() < most && !names.is_empty() {
            // only those that are taken are put in order
            let rest = names.len().saturating_sub(most);
            if rest > 0 {
                names.select_nth_unstable(rest);
            }
            let mut latest = names.split_off(rest);
            latest.sort_unstable_by(|a, b| b.cmp(a));
            let dirs = latest.into_iter().map(|name| SessionDir::new(folder.join(name)));
            newest.extend(dirs.filter(|dir| self.is_session(dir)).take(most - newest.len()));
        }
        let (found, troubles) = self.summaries(newest);
        Ok((found, all, troubles))
    }

    /// The sessions that were worked on here since a moment (milliseconds since 1970), whatever their date; those in
    /// `known` are not looked at.
    pub fn used_since(&self, millis: i64, known: &[Summary]) -> Vec<Summary> {
        let dirs = self.session_dirs().unwrap_or_default(); // that it cannot be read is told where it is listed
        let used = dirs.into_iter().filter(|dir| {
            let id = super::sessions::id_of(dir.path());
            known.iter().all(|one| one.id != id) && self.last(dir).is_some_and(|last| last.at >= millis)
        });
        self.summaries(used.collect()).0
    }

    /// The shelf of lessons of all sessions, and what is in doubt about them.
    ///
    /// While there is no lesson anywhere it costs a look through bytes; else every session is put together, since those that
    /// taught nothing are counted too.
    ///
    /// # Errors
    /// What the system says about the folder of sessions.
    pub fn lessons(&self, threads: usize, stop: &AtomicBool) -> Result<(Vec<Lesson>, Recalled<()>), Trouble> {
        let dirs = self.session_dirs()?;
        let mut told = self.recall(&dirs, Look::Letters(LESSON), threads, stop, &lessons);
        if !told.made.is_empty() {
            told = self.recall(&dirs, Look::All, threads, stop, &lessons);
        }
        let Recalled { made, doubts, troubles } = told;
        Ok((shelve_lessons(&made), Recalled { made: Vec::new(), doubts, troubles }))
    }

    /// How many threads look best, where nothing else has to be done meanwhile.
    pub fn threads() -> usize {
        let cores = thread::available_parallelism().map_or(2, usize::from);
        (cores * PER_CORE).min(MOST_THREADS)
    }

    /// Makes something of every session that matters, on so many threads, until `stop` is set.
    pub fn recall<T: Send>(
        &self,
        dirs: &[SessionDir],
        look: Look<'_>,
        threads: usize,
        stop: &AtomicBool,
        make: &(dyn Fn(&Session) -> T + Sync),
    ) -> Recalled<T> {
        let threads = threads.clamp(1, dirs.len().max(1));
        let (next, all) = (AtomicUsize::new(0), Mutex::new(Vec::<Done<T>>::new()));
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    let mut hand = Hand { known: Known::default(), buffer: Vec::new() };
                    let mut own = Vec::new();
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        let Some(dir) = dirs.get(at).filter(|_| !stop.load(Ordering::Relaxed)) else { break };
                        if hand.may_matter(dir, look) && self.is_session(dir) {
                            let loaded = self.load(dir, 0);
                            own.push((at, loaded.map(|loaded| (make(&loaded.session), loaded.doubts))));
                        }
                    }
                    all.lock().unwrap_or_else(std::sync::PoisonError::into_inner).extend(own);
                });
            }
        });
        let mut all = all.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        all.sort_by_key(|(at, _)| *at);
        let mut recalled = Recalled::default();
        for (_, done) in all {
            match done {
                Ok((made, doubts)) => {
                    recalled.made.push(made);
                    recalled.doubts.extend(doubts);
                }
                Err(trouble) => recalled.troubles.push(trouble),
            }
        }
        recalled
    }
}

/// What a thread has at hand.
struct Hand {
    known: Known,
    buffer: Vec<u8>,
}

impl Hand {
    /// Whether the files of a session may hold what is looked for. What cannot be read matters: then that is told.
    fn may_matter(&mut self, dir: &SessionDir, look: Look<'_>) -> bool {
        let mut met = match look {
            Look::All => return true,
            Look::Letters(_) => 0,
            Look::Query(bytes) => bytes.look(&[], 0, &mut self.known),
        };
        let wanted = match look {
            Look::All => 0,
            Look::Letters(_) => 1,
            Look::Query(bytes) => bytes.all(),
        };
        let mut head = false;
        for (folder, is_ours) in [(dir.tables_dir(), is_table as fn(&str) -> bool), (dir.journal_dir(), is_journal)] {
            let entries = match fs::read_dir(&folder) {
                Ok(entries) => entries,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
                Err(_) => return true,
            };
            for entry in entries {
                let Ok(entry) = entry else { return true };
                if !entry.file_name().to_str().is_some_and(is_ours) {
                    continue;
                }
                // a link may lead anywhere; what reads sessions knows what to do with it
                if !entry.file_type().is_ok_and(|kind| kind.is_file()) {
                    return true;
                }
                met = self.file(&entry.path(), look, met);
                if met == wanted {
                    return true;
                }
            }
        }
        for path in [dir.session_file(), dir.head_copy()] {
            if head || !path.symlink_metadata().is_ok_and(|it| it.is_file()) {
                continue;
            }
            met = self.file(&path, look, met);
            // a head that was cut off opens with its copy
            head = self.buffer.starts_with(b"Session(") && self.buffer.trim_ascii_end().ends_with(b")");
            if met == wanted {
                return true;
            }
        }
        !head
    }

    /// What of that is known when this file was looked through as well.
    fn file(&mut self, path: &Path, look: Look<'_>, met: u64) -> u64 {
        self.buffer.clear();
        let read = File::open(path).and_then(|file| file.take(MOST_LOOKED).read_to_end(&mut self.buffer));
        let whole = read.is_ok_and(|length| (length as u64) < MOST_LOOKED);
        match look {
            Look::All => met,
            Look::Letters(letters) => met | u64::from(!whole || memchr::memmem::find(&self.buffer, letters).is_some()),
            Look::Query(bytes) if whole => bytes.look(&self.buffer, met, &mut self.known),
            Look::Query(bytes) => bytes.all(),
        }
    }
}

fn is_table(name: &str) -> bool {
    read_table_name(name).is_some()
}

fn is_journal(name: &str) -> bool {
    read_journal_name(name).is_some()
}
