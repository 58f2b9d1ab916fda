//! The journal: every change at once, one line each, only ever added at the end.
//!
//! Not for what a record means, and not to be opened by two programs (take the [`Lock`](super::Lock) first). Called by
//! `run`, which appends on every change and rewrites it when a snapshot has been saved.
//!
//! ```text
//! 5e1bb7a1 Journal(format:1)
//! 0c3f9a52 Said(id:"a1",text:"Meer bankjes")
//! ```
//!
//! What is promised: once [`Journal::append`] returns, the record survives the end of the program, however it ends; once
//! [`Syncer::sync`] returns as well, it survives a power failure. A crash in the middle leaves at most one unfinished
//! last line, which the next opening cuts off, keeping the bytes beside it. A damaged line costs that line only.

mod line;
mod scan;
mod whole;

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::NamedTempFile;

pub(super) use self::scan::Mark;
use self::scan::{Scan, Tail};
pub(super) use self::whole::{Line, bytes_of, lines, push_record, read_beginning, read_journal, read_on, write_beside};
use super::aside::{AsideKind, keep_copy, keep_part};
use super::folder::{guarded, leads_to, private_file, sync_folder};
use super::save::put_in_place;
use super::trouble::{Deed, Safe, Trouble, Why};
#[cfg(doc)]
use crate::dialect::What;
use crate::dialect::{self, Mistake};

/// The format number of a journal.
pub const JOURNAL_FORMAT: u32 = 1;
/// The longest line that is read or written, in bytes.
pub const MOST_LINE: usize = 64 << 20;
/// The name in the first line, which tells it from a record.
const NAME: &str = "Journal";
/// How much is gathered before it is written, when many records are written.
const CHUNK: usize = 1 << 20;

/// A journal that is open for adding records of type `T`.
#[derive(Debug)]
pub struct Journal<T> {
    path: PathBuf,
    file: Arc<File>,
    shared: Arc<Mutex<Arc<File>>>,
    /// The length up to the end of the last whole record.
    len: u64,
    /// False after a failed write: there may be half a record behind `len`.
    sound: bool,
    /// True if there are lines that could not be read, which a rewrite must not lose.
    damaged: bool,
    buffer: Vec<u8>,
    records: PhantomData<fn(T) -> T>,
}

/// How the text of a record becomes a record.
type Parse<T> = fn(&str) -> Result<T, Mistake>;

/// What was in a journal when it was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<T> {
    /// Every whole record, in order.
    pub records: Vec<T>,
    /// The unfinished last line, if a crash left one; it has been cut off and kept beside the journal.
    pub torn: Option<Torn>,
    /// Lines that could not be read; they stay in the file.
    pub damaged: Vec<Damaged>,
}

/// An unfinished last line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Torn {
    /// The offset in bytes where it began.
    pub at: u64,
    /// How many bytes there were.
    pub bytes: u64,
    /// The number of the line, from 1.
    pub line: usize,
    /// The file in which they were kept.
    pub kept: PathBuf,
}

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// The number of the line, from 1.
    pub line: usize,
    /// Why.
    pub reason: Reason,
    /// How many whole records were found in it all the same.
    pub rescued: usize,
}

/// Why a line could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its checksum does not fit: the disk, or somebody, changed it.
    Checksum,
    /// It is longer than [`MOST_LINE`].
    TooLong,
    /// It is whole, but not a record that we know, perhaps one of a newer program.
    Unknown(Mistake),
    /// The first line should say which format this is, and does not.
    NoHeader,
}

/// A handle with which another thread can secure what was appended.
#[derive(Clone, Debug)]
pub struct Syncer {
    path: PathBuf,
    shared: Arc<Mutex<Arc<File>>>,
}

#[derive(Serialize)]
struct Header {
    format: u32,
}

impl<T: DeserializeOwned> Journal<T> {
    /// Opens a journal, or makes a new one, and gives what is in it.
    ///
    /// An unfinished last line is copied to `<name>.torn-<n>` and then cut off; a damaged line in the middle is passed
    /// over and told, and the lines behind it are read. Nothing is guessed: a record counts only if its checksum fits.
    ///
    /// # Errors
    /// [`What::Newer`] for a journal of a newer program, which is left untouched; [`Why::Outside`]; and what the system
    /// says.
    pub fn open(root: &Path, path: &Path) -> Result<(Self, Found<T>), Trouble> {
        Self::open_with(root, path, |record| dialect::read(record).map(|reading| reading.value))
    }
}

impl<T> Journal<T> {
    /// As [`Journal::open`], for who makes something else of the records than what is added: less, or with their text made fit first.
    pub(super) fn open_with<R>(
        root: &Path,
        path: &Path,
        parse: impl FnMut(&str) -> Result<R, Mistake>,
    ) -> Result<(Self, Found<R>), Trouble> {
        let path = guarded(root, path)?;
        let file = private_file().read(true).append(true).create(true).open(&path);
        let file = file.map_err(Trouble::io(Deed::Read, &path, Safe::FileUntouched))?;
        let scan = Scan::of(&path, &file, parse)?;
        let file = Arc::new(file);
        let mut journal = Self {
            shared: Arc::new(Mutex::new(Arc::clone(&file))),
            file,
            len: scan.len(),
            sound: true,
            damaged: !scan.damaged.is_empty(),
            buffer: Vec::new(),
            records: PhantomData,
            path,
        };
        let torn = scan.tail.map(|tail| journal.mend_tail(tail)).transpose()?.flatten();
        if journal.len == 0 {
            journal.begin()?;
        }
        Ok((journal, Found { records: scan.records, torn, damaged: scan.damaged }))
    }

    /// Opens what is at the path now, and goes on there; a [`Syncer`] that was given out follows.
    ///
    /// # Errors
    /// As [`Journal::open`]; then nothing is different.
    pub(super) fn reopen(&mut self, root: &Path, parse: Parse<T>) -> Result<(), Trouble> {
        let (mut new, _) = Self::open_with(root, &self.path, parse)?;
        *self.shared.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&new.file);
        new.shared = Arc::clone(&self.shared);
        *self = new;
        Ok(())
    }

    /// The records of the file that is open, wherever it is now; none if it cannot be read any more.
    pub(super) fn reread(&self, parse: Parse<T>) -> Vec<T> {
        let rewound = (&*self.file).rewind();
        rewound
            .ok()
            .and_then(|()| Scan::of(&self.path, &self.file, parse).ok())
            .map_or_else(Vec::new, |scan| scan.records)
    }

    /// Cuts off the unfinished last line, or finishes it if only its line end was missing.
    fn mend_tail(&mut self, tail: Tail) -> Result<Option<Torn>, Trouble> {
        let Tail { at, bytes, line, records, whole } = tail;
        if whole {
            self.buffer.clear();
            self.buffer.push(b'\n');
            self.len = at + bytes;
            return self.write_buffer().map(|()| None);
        }
        let kept = keep_part(&self.path, AsideKind::Torn, at)?;
        self.len = at;
        self.sound = false;
        self.buffer.clear();
        records.iter().for_each(|record| line::push_text(&mut self.buffer, record));
        self.write_buffer()?;
        self.file.sync_all().map_err(self.trouble(Deed::Sync, Safe::NotYetOnDisk))?;
        Ok(Some(Torn { at, bytes, line, kept }))
    }
}

impl<T> Journal<T> {
    /// Writes the first line, and secures the file and its name.
    fn begin(&mut self) -> Result<(), Trouble> {
        self.buffer.clear();
        push_header(&mut self.buffer);
        self.write_buffer()?;
        self.file.sync_all().map_err(self.trouble(Deed::Sync, Safe::NotYetOnDisk))?;
        let folder = self.path.parent().unwrap_or(Path::new("."));
        sync_folder(folder).map_err(self.trouble(Deed::Sync, Safe::NotYetOnDisk))
    }

    /// Writes the buffer at the end in one go; a failure is remembered and mended by the next write.
    fn write_buffer(&mut self) -> Result<(), Trouble> {
        if !self.sound {
            // a handle for adding cannot shorten a file on Windows, so this is done with one of its own
            let cut = OpenOptions::new().write(true).open(&self.path).and_then(|file| file.set_len(self.len));
            cut.map_err(self.trouble(Deed::Remove, Safe::EarlierKept))?;
            self.sound = true;
        }
        let written = (&*self.file).write_all(&self.buffer);
        match written {
            Ok(()) => {
                self.len += self.buffer.len() as u64;
                Ok(())
            }
            Err(error) => {
                self.sound = false;
                Err(self.trouble(Deed::Write, Safe::EarlierKept)(error))
            }
        }
    }

    fn trouble(&self, deed: Deed, safe: Safe) -> impl FnOnce(io::Error) -> Trouble + use<T> {
        Trouble::io(deed, &self.path, safe)
    }

    /// The length of the journal in bytes, by which the caller decides when to rewrite it.
    pub fn len_bytes(&self) -> u64 {
        self.len
    }

    /// Whether the path still leads to the file that is open, with everything in it.
    pub(super) fn is_in_place(&self) -> bool {
        let whole = self.file.metadata().is_ok_and(|about| about.len() >= self.len);
        whole && leads_to(&self.path, &self.file)
    }

    /// A handle with which another thread can secure what was appended; it follows a rewrite.
    pub fn syncer(&self) -> Syncer {
        Syncer { path: self.path.clone(), shared: Arc::clone(&self.shared) }
    }
}

impl<T: Serialize> Journal<T> {
    /// Adds a record at the end.
    ///
    /// It is written with one call, so that the end of the program leaves it whole, absent, or as an unfinished last
    /// line. It is not secured against a power failure: that takes milliseconds, and is what [`Journal::syncer`] is for.
    ///
    /// # Errors
    /// What the system says; the records before it are kept, half a record is removed by the next call, and the same
    /// record may be appended again.
    pub fn append(&mut self, record: &T) -> Result<(), Trouble> {
        self.append_all(std::slice::from_ref(record))
    }

    /// Adds records at the end, all with one write; after a crash some of the last may be missing, never one in the
    /// middle.
    ///
    /// # Errors
    /// As [`Journal::append`]; then none of them counts as written.
    pub fn append_all(&mut self, records: &[T]) -> Result<(), Trouble> {
        self.buffer.clear();
        if self.buffer.capacity() > CHUNK {
            self.buffer = Vec::new();
        }
        for record in records {
            push(&mut self.buffer, record)
                .map_err(|words| Trouble::new(Deed::Write, &self.path, Why::Unwritable(words), Safe::EarlierKept))?;
        }
        if self.buffer.is_empty() { Ok(()) } else { self.write_buffer() }
    }

    /// Replaces all records by these, and goes on with the new file.
    ///
    /// After a crash at any moment the journal is the old one or the new one, whole. If there were damaged lines, a copy
    /// of the old file is first kept beside it (`<name>.damaged-<n>`), because they may be worth something to somebody.
    ///
    /// # Errors
    /// What the system says; the journal is then the old one and can be appended to, unless only securing the folder
    /// failed ([`Safe::NewInPlace`]): then it is the new one.
    pub fn rewrite(&mut self, records: &[T]) -> Result<(), Trouble> {
        let new = write_beside(&self.path, records)?;
        self.adopt(new, self.len)
    }
}

impl<T> Journal<T> {
    /// Puts in place a file that was written beside and stands for the first `upto` bytes; what was added to the journal
    /// since is first copied behind it.
    ///
    /// # Errors
    /// As [`Journal::rewrite`].
    pub(super) fn adopt(&mut self, mut new: NamedTempFile, upto: u64) -> Result<(), Trouble> {
        if self.damaged {
            keep_copy(&self.path)?;
            self.damaged = false;
        }
        let trouble = |deed| Trouble::io(deed, &self.path, Safe::FileUntouched);
        if self.len > upto {
            let mut old = File::open(&self.path).map_err(trouble(Deed::Read))?;
            old.seek(SeekFrom::Start(upto)).map_err(trouble(Deed::Read))?;
            io::copy(&mut old.take(self.len - upto), &mut new).map_err(trouble(Deed::Write))?;
        }
        let len = new.as_file().metadata().map_err(trouble(Deed::Read))?.len();
        // opened before it is in place, so that from the renaming on nothing can go wrong that matters
        let file = OpenOptions::new().read(true).append(true).open(new.path());
        let file = Arc::new(file.map_err(trouble(Deed::Write))?);
        let placed = put_in_place(new, &self.path);
        let there = placed.as_ref().err().is_none_or(|trouble| trouble.safe == Safe::NewInPlace);
        if there {
            self.file = Arc::clone(&file);
            *self.shared.lock().unwrap_or_else(PoisonError::into_inner) = file;
            self.len = len;
            self.sound = true;
        }
        placed
    }
}

impl Syncer {
    /// Secures everything appended so far against a power failure; takes as long as the disk does.
    ///
    /// # Errors
    /// What the system says. After a failure the disk may have forgotten what it did not write, also if a second call
    /// succeeds: [`Journal::rewrite`] puts everything down anew. [`Why::Gone`] if the file was removed or replaced
    /// meanwhile: what is in it nobody will find.
    pub fn sync(&self) -> Result<(), Trouble> {
        // the lock is held only while the handle is copied, so that appending never waits for the disk
        let file = Arc::clone(&self.shared.lock().unwrap_or_else(PoisonError::into_inner));
        file.sync_data().map_err(Trouble::io(Deed::Sync, &self.path, Safe::NotYetOnDisk))?;
        if leads_to(&self.path, &file) {
            return Ok(());
        }
        Err(Trouble::new(Deed::Sync, &self.path, Why::Gone, Safe::InMemory))
    }
}

fn push_header(buffer: &mut Vec<u8>) {
    let header = Header { format: JOURNAL_FORMAT };
    let text = dialect::write_line(&header).expect("a struct with one number can be written");
    line::push_text(buffer, &format!("{NAME}{text}"));
}

fn push<T: Serialize>(buffer: &mut Vec<u8>, record: &T) -> Result<(), String> {
    let before = buffer.len();
    line::push(buffer, record).map_err(|error| error.0)?;
    if buffer.len() - before > MOST_LINE {
        buffer.truncate(before);
        return Err(format!("a record of more than {MOST_LINE} bytes"));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
