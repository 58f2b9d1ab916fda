//! Trouble, doubt and refusal in words: what failed, on which file, what is safe, what to do.
//!
//! The words stand in `assets/i18n/*/store.ftl`; the keys that are put together here all begin with `store-`.

use std::io;
use std::path::Path;

use chrono::NaiveDate;

use super::aside::{Aside, AsideKind};
use super::backup::Backup;
use super::doubt::{Doubt, NotFound};
use super::lock::Refused;
use super::trouble::{Deed, Safe, Trouble, Why};
use crate::dialect::{Mistake, tell_mistake};
use crate::record::SessionId;
use crate::text::clean_line;
use crate::words::{Words, dates};

/// How many sessions are named where several could be meant.
const MOST_NAMED: usize = 5;

impl Trouble {
    /// What failed, on which file, why, what is safe and what to do.
    pub fn tell(&self, words: &Words) -> String {
        let file = shown(&self.path);
        let deed = words.tell(&format!("store-deed-{}", deed_key(self.deed)), &[("file", file.clone().into())]);
        let why = match &self.why {
            Why::Io(_) if self.is_full() => words.tell("store-no-space", &[("file", file.into())]),
            Why::Io(error) => match io_key(error.kind()) {
                Some(key) => words.say(&format!("store-io-{key}")),
                None => words.tell("store-io-other", &[("reason", clean_line(&error.to_string()).into_owned().into())]),
            },
            Why::Mistake(mistake) => {
                return format!("{} {}", told_place(&self.path, mistake, words), safe(self.safe, words));
            }
            Why::Unwritable(reason) => words.tell("store-unwritable", &[("reason", reason.into())]),
            Why::Outside { root } => words.tell("store-outside", &[("root", shown(root).into())]),
            Why::NotAFile => words.say("store-not-a-file"),
            Why::Gone => words.say("store-gone"),
            Why::TooMany { found, most } => {
                words.tell("store-too-many-sessions", &[("count", (*found).into()), ("most", (*most).into())])
            }
        };
        format!("{deed} {why} {}", safe(self.safe, words))
    }

    /// Why, in a few words, and which file by the end of its path: for a bar of one row.
    pub fn brief(&self, words: &Words) -> String {
        let why = match &self.why {
            Why::Io(_) if self.is_full() => "full",
            Why::Io(error) => io_key(error.kind()).unwrap_or("other"),
            Why::Mistake(_) | Why::Unwritable(_) | Why::TooMany { .. } => "mistake",
            Why::Outside { .. } => "outside",
            Why::NotAFile => "in-the-way",
            Why::Gone => "gone",
        };
        let parts: Vec<_> = self.path.components().rev().take(2).collect();
        let file: std::path::PathBuf = parts.into_iter().rev().collect();
        words.tell(&format!("store-brief-{why}"), &[("file", shown(&file).into())])
    }
}

impl Doubt {
    /// What could not be read, where, what is there all the same, and what to do.
    pub fn tell(&self, words: &Words) -> String {
        match self {
            Self::Newer { path } => words.tell("store-newer", &[("file", shown(path).into())]),
            Self::Damaged { path, mistake, rescued } => {
                let place = told_place(path, mistake, words);
                format!("{place} {}", words.tell("store-damaged", &[("count", (*rescued).into())]))
            }
            Self::Unreadable(trouble) => trouble.tell(words),
            Self::Torn { path, line } => {
                words.tell("store-torn", &[("file", shown(path).into()), ("line", line.to_string().into())])
            }
            Self::Lines { path, line, count } => words.tell(
                "store-lines",
                &[("file", shown(path).into()), ("line", line.to_string().into()), ("count", (*count).into())],
            ),
            Self::NoSuchTable { path } => words.tell("store-no-such-table", &[("file", shown(path).into())]),
            Self::Ahead { device, millis, own } => {
                let minutes = millis.div_euclid(60_000);
                let (unit, count) = match minutes {
                    ..120 => ("minutes", minutes),
                    120..2880 => ("hours", minutes / 60),
                    _ => ("days", minutes / 1440),
                };
                let device = clean_line(device.as_str()).into_owned();
                let key = if *own { "store-put-back" } else { "store-ahead" };
                words.tell(&format!("{key}-{unit}"), &[("device", device.into()), ("count", count.into())])
            }
            Self::TooManyFiles { path, left } => {
                words.tell("store-too-many-files", &[("file", shown(path).into()), ("count", (*left).into())])
            }
            Self::TooMany { path, left } => {
                words.tell("store-too-many", &[("file", shown(path).into()), ("count", (*left).into())])
            }
        }
    }
}

impl Backup {
    /// That its session is not there any more, and how it comes back.
    pub fn tell_gone(&self, words: &Words) -> String {
        let session = clean_line(self.session.as_str()).into_owned();
        words.tell("store-session-gone", &[("session", session.into())])
    }
}

/// The damaged files that were set aside, in a sentence, if there are any.
pub fn tell_aside(aside: &[Aside], words: &Words) -> Option<String> {
    let damaged: Vec<&Aside> = aside.iter().filter(|one| one.kind == AsideKind::Damaged).collect();
    let args = || {
        [
            ("count", damaged.len().into()),
            ("file", damaged.last().map(|one| shown(&one.path)).unwrap_or_default().into()),
        ]
    };
    (!damaged.is_empty()).then(|| words.tell("store-aside", &args()))
}

impl NotFound {
    /// Why no session was found, and what to do.
    pub fn tell(&self, words: &Words) -> String {
        match self {
            Self::NoSessions => words.say("store-no-sessions"),
            Self::Nothing { name } => words.tell("store-nothing", &[("name", clean_line(name).into_owned().into())]),
            Self::Several { name, ids } => {
                let mut named: Vec<&str> = ids.iter().take(MOST_NAMED).map(|id| id.as_str()).collect();
                if ids.len() > MOST_NAMED {
                    named.push("…");
                }
                let name = clean_line(name).into_owned();
                words.tell("store-several", &[("name", name.into()), ("ids", named.join(", ").into())])
            }
            Self::Trouble(trouble) => trouble.tell(words),
        }
    }
}

/// That the names of people in a session could be kept up to a day that has passed, and what to do.
pub fn tell_overdue(id: &SessionId, until: NaiveDate, words: &Words) -> String {
    let until = dates::date_long(until, words.lang());
    words.tell("people-overdue-session", &[("id", clean_line(id.as_str()).into_owned().into()), ("date", until.into())])
}

impl Refused {
    /// The same in a few words, for a bar of one row.
    pub fn brief(&self, words: &Words) -> String {
        match self {
            Self::Busy(_) => words.say("store-brief-busy"),
            Self::Trouble(trouble) => trouble.brief(words),
        }
    }

    /// Who has the table, or why it could not be taken.
    pub fn tell(&self, words: &Words) -> String {
        match self {
            Self::Busy(Some(holder)) => {
                let line = |text: &str| clean_line(text).into_owned();
                words.tell("store-busy", &[("who", line(&holder.who).into()), ("since", line(&holder.since).into())])
            }
            Self::Busy(None) => words.say("store-busy-unknown"),
            Self::Trouble(trouble) => trouble.tell(words),
        }
    }
}

/// A path as it may be shown: on one line, with nothing that a terminal would obey.
fn shown(path: &Path) -> String {
    clean_line(&path.display().to_string()).into_owned()
}

/// `path:line:col: sentence remedy`
fn told_place(path: &Path, mistake: &Mistake, words: &Words) -> String {
    let (sentence, remedy) = tell_mistake(words, mistake);
    format!("{}:{}:{}: {sentence} {remedy}", shown(path), mistake.line, mistake.col).trim_end().to_owned()
}

fn safe(safe: Safe, words: &Words) -> String {
    let key = match safe {
        Safe::NothingLost => "nothing-lost",
        Safe::CopyOpens => "copy-opens",
        Safe::FileUntouched => "file-untouched",
        Safe::NewInPlace => "new-in-place",
        Safe::EarlierKept => "earlier-kept",
        Safe::NotYetOnDisk => "not-yet-on-disk",
        Safe::InMemory => "in-memory",
    };
    words.say(&format!("store-safe-{key}"))
}

fn deed_key(deed: Deed) -> &'static str {
    match deed {
        Deed::Read => "read",
        Deed::Write => "write",
        Deed::Sync => "sync",
        Deed::Rename => "rename",
        Deed::Lock => "lock",
        Deed::CreateFolder => "create-folder",
        Deed::Remove => "remove",
        Deed::SetAside => "set-aside",
    }
}

/// What the system said, where we have words of our own for it; its enum is open, so the rest is told as it comes.
fn io_key(kind: io::ErrorKind) -> Option<&'static str> {
    match kind {
        io::ErrorKind::NotFound => Some("not-found"),
        io::ErrorKind::PermissionDenied => Some("denied"),
        io::ErrorKind::ReadOnlyFilesystem => Some("read-only"),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => Some("in-the-way"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::What;
    use crate::record::SessionId;
    use crate::store::Holder;
    use crate::words::Lang;

    #[test]
    fn everything_that_can_go_wrong_has_words_in_both_languages() {
        let path = || std::path::PathBuf::from("tables/tafel-2\u{1b}.ron");
        let mistake = || Box::new(Mistake { line: 3, col: 7, place: None, what: What::Empty });
        let deeds = [
            Deed::Read,
            Deed::Write,
            Deed::Sync,
            Deed::Rename,
            Deed::Lock,
            Deed::CreateFolder,
            Deed::Remove,
            Deed::SetAside,
        ];
        let safes = [
            Safe::NothingLost,
            Safe::CopyOpens,
            Safe::FileUntouched,
            Safe::NewInPlace,
            Safe::EarlierKept,
            Safe::NotYetOnDisk,
            Safe::InMemory,
        ];
        let kinds = [
            io::ErrorKind::NotFound,
            io::ErrorKind::PermissionDenied,
            io::ErrorKind::ReadOnlyFilesystem,
            io::ErrorKind::NotADirectory,
            io::ErrorKind::StorageFull,
            io::ErrorKind::Other,
        ];
        for words in Lang::ALL.map(Words::new) {
            let mut told = Vec::new();
            for deed in deeds {
                for safe in safes {
                    for kind in kinds {
                        told.push(Trouble { deed, path: path(), why: Why::Io(kind.into()), safe }.tell(&words));
                    }
                }
            }
            let whys = [
                Why::Mistake(mistake()),
                Why::Unwritable("diep".into()),
                Why::Outside { root: path() },
                Why::NotAFile,
                Why::Gone,
            ];
            for why in whys {
                let trouble = Trouble::new(Deed::Read, &path(), why, Safe::NothingLost);
                told.extend([trouble.tell(&words), trouble.brief(&words)]);
            }
            told.extend(kinds.map(|kind| Trouble::io(Deed::Write, &path(), Safe::InMemory)(kind.into()).brief(&words)));
            let doubts = [
                Doubt::Newer { path: path() },
                Doubt::Damaged { path: path(), mistake: mistake(), rescued: 1 },
                Doubt::Torn { path: path(), line: 4 },
                Doubt::Lines { path: path(), line: 4, count: 2 },
                Doubt::NoSuchTable { path: path() },
                Doubt::TooMany { path: path(), left: 1200 },
                Doubt::Ahead { device: "laptop-3\u{1b}".into(), millis: 11 * 60_000, own: false },
                Doubt::Ahead { device: "laptop-3".into(), millis: 3 * 3_600_000, own: false },
                Doubt::Ahead { device: "laptop-3".into(), millis: 365 * 86_400_000, own: false },
                Doubt::Ahead { device: "laptop-3".into(), millis: 365 * 86_400_000, own: true },
                Doubt::TooManyFiles { path: path(), left: 1200 },
            ];
            told.extend(doubts.map(|doubt| doubt.tell(&words)));
            let aside = |kind| Aside { path: path(), of: path(), kind, number: 1 };
            assert_eq!(tell_aside(&[aside(AsideKind::Torn)], &words), None);
            told.extend(tell_aside(&[aside(AsideKind::Damaged)], &words));
            let ids = (0..7).map(|n| SessionId::new(&format!("s{n}"))).collect();
            told.extend([
                NotFound::NoSessions.tell(&words),
                NotFound::Nothing { name: "\u{1b}x".into() }.tell(&words),
                NotFound::Several { name: "s".into(), ids }.tell(&words),
                Refused::Busy(None).tell(&words),
                Refused::Busy(Some(Holder { who: "a\u{1b}".into(), pid: 1, since: "14:32".into() })).tell(&words),
            ]);
            for sentence in told {
                assert!(sentence.ends_with(['.', '…', '?']), "{sentence}");
                assert!(!sentence.contains(['\n', '\u{1b}']) && !sentence.contains("  "), "{sentence:?}");
            }
        }
    }
}
