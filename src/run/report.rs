//! Makes reports on threads of their own, so that no key waits for one; and has a file opened.
//!
//! A preview that is asked for anew makes the one before stop. A file that is being made is finished, also when the program
//! ends. Without anybody to tell, or a thread, all is done at once. Not for what is in a report (that is `report`).

use super::feed::Message;
use crate::{
    app::{Audience, Reported, Stage, Wish},
    document::Document,
    record::{Names, TableId},
    report::{self, Data, Format, Look, Options, Pages, Rows, Unwritten, Variant},
    session::{Session, Told},
    store::{SessionDir, Store},
    words::Words,
};
use chrono::NaiveDateTime;
use std::{
    io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
        mpsc::Sender,
    },
    thread::{self, JoinHandle},
};

/// The most bytes that are sent to a terminal's clipboard: what the terminals take that say how much they do.
const MOST_CLIP: usize = 74_000;

/// What is to be made.
pub(super) enum Job {
    /// The document, under this number.
    Preview(u32, Wish),
    /// A file.
    File(Wish, Format),
    /// Text for the clipboard.
    Text(Wish),
}

/// Everything that is needed to make it.
pub(super) struct Work {
    pub session: Session,
    pub store: Store,
    /// The folder of the session, if it is on disk.
    pub dir: Option<SessionDir>,
    pub words: Words,
    /// The moment that it is made, on the clock of the room.
    pub made: NaiveDateTime,
    pub job: Job,
}

/// Who makes reports.
#[derive(Default)]
pub(super) struct Reporting {
    /// The number of the preview that is waited for.
    latest: Arc<AtomicU32>,
    /// Files that are being made.
    files: Vec<JoinHandle<()>>,
    /// The program that opens files; that of the system if it is not told.
    pub opener: Option<String>,
}

impl Reporting {
    /// Makes it; what comes of it comes back through `tell`, or is given back.
    pub fn start(&mut self, work: Work, tell: Option<&Sender<Message>>) -> Vec<Reported> {
        let is_file = matches!(work.job, Job::File(..));
        if let Job::Preview(number, _) = work.job {
            self.latest.store(number, Ordering::Relaxed);
        }
        let latest = Arc::clone(&self.latest);
        let Some(tell) = tell.cloned() else {
            let mut all = Vec::new();
            work.make(&latest, &mut |reported| all.push(reported));
            return all;
        };
        let words = work.words.clone();
        let run = move || work.make(&latest, &mut |reported| drop(tell.send(Message::Reported(Box::new(reported)))));
        match thread::Builder::new().name("report".into()).spawn(run) {
            Ok(thread) if is_file => {
                self.files.retain(|thread| !thread.is_finished());
                self.files.push(thread);
                Vec::new()
            }
            Ok(_) => Vec::new(),
            Err(error) => vec![Reported::Failed(not_made(&words, &error.to_string()))],
        }
    }

    /// Has a file opened by the program that the system has for it. Nobody waits for that program.
    pub fn open(&self, path: PathBuf, words: &Words, tell: Option<&Sender<Message>>) -> Option<Reported> {
        let mut command = opener(self.opener.as_deref(), &path);
        let words = words.clone();
        let run = move || match command.status() {
            // the explorer of Windows never says that it went well
            Ok(status) if status.success() || cfg!(windows) => Reported::Opened(path),
            Ok(_) => not_opened(&words, &path, &words.say("verslag-no-program")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                not_opened(&words, &path, &words.say("verslag-no-program"))
            }
            Err(error) => not_opened(&words, &path, &error.to_string()),
        };
        let Some(tell) = tell.cloned() else { return Some(run()) };
        let told = move || drop(tell.send(Message::Reported(Box::new(run()))));
        let started = thread::Builder::new().name("open".into()).stack_size(256 * 1024).spawn(told);
        started.err().map(|error| Reported::Failed(error.to_string()))
    }
}

impl Drop for Reporting {
    fn drop(&mut self) {
        for thread in self.files.drain(..) {
            drop(thread.join()); // a panic there has said so itself
        }
    }
}

/// The program with the file; never through a shell, which would read the name as more than a name.
fn opener(program: Option<&str>, path: &Path) -> Command {
    let usual = if cfg!(windows) {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let mut command = Command::new(program.unwrap_or(usual));
    // a whole path never begins with a hyphen, and means the same wherever the program looks from
    command.arg(std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn not_opened(words: &Words, path: &Path, why: &str) -> Reported {
    let args = [("path", path.display().to_string().into()), ("why", why.into())];
    Reported::Failed(words.tell("verslag-not-opened", &args))
}

fn not_made(words: &Words, why: &str) -> String {
    words.tell("verslag-not-made", &[("why", why.into())])
}

/// For whom it is, as the report calls it.
fn variant(audience: Audience) -> Variant {
    match audience {
        Audience::Internal => Variant::Internal,
        Audience::Public => Variant::Public,
        Audience::OnePage => Variant::OnePage,
    }
}

impl Work {
    fn make(&self, latest: &AtomicU32, tell: &mut dyn FnMut(Reported)) {
        match &self.job {
            Job::Preview(number, wish) => {
                let waited = || latest.load(Ordering::Relaxed) == *number;
                if waited() {
                    tell(match self.document(wish) {
                        Ok(document) => Reported::Preview(*number, Box::new(document)),
                        Err(why) => Reported::NoPreview(*number, why),
                    });
                }
            }
            Job::File(wish, format) => {
                tell(Reported::Working(Stage::Gather));
                let saved = self.file(wish, *format, tell);
                tell(saved.map_or_else(Reported::Failed, Reported::Saved));
            }
            Job::Text(wish) => tell(self.text(wish).unwrap_or_else(Reported::Failed)),
        }
    }

    /// The session as far as it may be told, and what of it is wanted.
    fn told(&self, wish: &Wish) -> Result<(Told, Options), String> {
        let variant = variant(wish.audience);
        let names = variant.names(wish.names.min(self.session.names()));
        // no name is even read where none may be told
        let people = match &self.dir {
            Some(dir) if names == Names::Full => self.store.people(dir).map_err(|trouble| trouble.tell(&self.words))?,
            Some(_) | None => None,
        };
        let told = self.session.told(people.as_ref(), names, &self.words);
        Ok((told, Options { table: wish.table, variant, made: self.made }))
    }

    fn document(&self, wish: &Wish) -> Result<Document, String> {
        let (told, options) = self.told(wish)?;
        Ok(report::document(&told, &self.words, &options))
    }

    fn on_pages(&self, document: &Document, pages: Pages) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        let written = report::write(pages, document, &self.words, &Look::default(), &mut bytes);
        written.map_err(|why: Unwritten| not_made(&self.words, &why.tell(&self.words)))?;
        Ok(bytes)
    }

    fn in_rows(&self, data: &Data, rows: Rows) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        let written = report::write_data(rows, data, &self.words, &mut bytes);
        written.map_err(|why: Unwritten| not_made(&self.words, &why.tell(&self.words)))?;
        Ok(bytes)
    }

    fn file(&self, wish: &Wish, format: Format, tell: &mut dyn FnMut(Reported)) -> Result<PathBuf, String> {
        let Some(dir) = &self.dir else { return Err(self.words.say("verslag-not-on-disk")) };
        let bytes = match format {
            Format::Pages(pages) => {
                let document = self.document(wish)?;
                tell(Reported::Working(Stage::Write));
                self.on_pages(&document, pages)?
            }
            // rows hold everything: a page of them would be something else under the same name
            Format::Rows(_) if wish.audience == Audience::OnePage => {
                return Err(self.words.say("verslag-one-page-no-rows"));
            }
            Format::Rows(rows) => {
                let (told, options) = self.told(wish)?;
                let data = report::data::data(&told, &self.words, &options, &super::zone);
                tell(Reported::Working(Stage::Write));
                self.in_rows(&data, rows)?
            }
        };
        tell(Reported::Working(Stage::Save));
        let table = wish.table.map(|table: TableId| format!("-tafel-{table}")).unwrap_or_default();
        let name = format!("{}{}{table}", self.session.head.id, variant(wish.audience).suffix());
        let kept = self.store.keep_report(dir, &name, format.name(), &bytes);
        kept.map_err(|trouble| trouble.tell(&self.words))
    }

    fn text(&self, wish: &Wish) -> Result<Reported, String> {
        let bytes = self.on_pages(&self.document(wish)?, Pages::Md)?;
        if bytes.len() > MOST_CLIP {
            return Ok(Reported::TooLarge(bytes.len(), MOST_CLIP));
        }
        Ok(Reported::Text(String::from_utf8_lossy(&bytes).into_owned()))
    }
}
