//! Every call that the program makes to the disk while somebody sits at a table fails in turn, in every way, and the program
//! is killed before and after it.
//!
//! What is there is always what was there after some key, whole; while anything typed is not on the disk a bar says so;
//! and a fault that passes leaves no trace.

use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

use super::commands::all_of;
use super::disk::{Bytes, Disk, Names};
use super::shim::{Call, Fault, Tap};
use super::state::{DEVICE, State, copy, state};
use crate::laptop::{Laptop, line_of};
use crate::terminal::{Ended, PATIENCE, Rhythm, Terminal, text};

/// Whether a screen says that not everything is saved: in the bar above the footer, or in the footer.
fn is_told(screen: &str) -> bool {
    screen.to_lowercase().contains("niet bewaard sinds")
}

/// What is said to somebody who quits while something is in memory only.
const UNSAVED: &str = "Nog niet alles is bewaard";

/// One deed at the table: keys by name (`"…"` is typed), and what is then seen, in the list or on the line.
struct Deed {
    keys: &'static [&'static str],
    seen: fn(&str) -> bool,
}

fn line(screen: &str) -> String {
    line_of(screen).join(" ")
}

/// Capture, edit, undo, and half a line: one row, one deed.
const SESSION: &[Deed] = &[
    Deed { keys: &["drie", "Enter"], seen: |screen| screen.contains("drie") && !line(screen).contains("drie") },
    Deed {
        keys: &["Up", "Enter", " maal", "Enter"],
        seen: |screen| screen.contains("drie maal") && !line(screen).contains("maal"),
    },
    Deed { keys: &["Ctrl+Z"], seen: |screen| screen.contains("drie") && !screen.contains("drie maal") },
    Deed { keys: &["half"], seen: |screen| line(screen).contains("half") },
];

/// How it went, as far as could be seen.
enum Went {
    /// It ended before all was done.
    Ended(Ended, String),
    /// All was done and then it was quit.
    Quit {
        /// What was on the screen before that, and whether the bar was; and what was on the disk.
        screen: String,
        told: bool,
        there: State,
        /// Whether quitting said that not all was saved.
        warned: bool,
    },
}

/// Sits at the table and does all of it.
fn sits(laptop: &Laptop, tap: &Tap) -> Result<Went, String> {
    let mut launch =
        laptop.launch(&["open", "last", "--table", "1", "--round", "factoren"]).env("AANTAFEL_DEVICE", DEVICE);
    for (name, value) in tap.variables() {
        launch = launch.env(name, value);
    }
    let mut terminal = launch.start();
    let gone = |terminal: &mut Terminal| match terminal.ended(PATIENCE) {
        Some(ended) => Ok(Went::Ended(ended, String::from_utf8_lossy(terminal.tail()).into_owned())),
        None => Err(format!("nothing happens\n{}", terminal.screen())),
    };
    let looks = |terminal: &mut Terminal, seen: &dyn Fn(&str) -> bool| {
        terminal.seen(PATIENCE, |screen| seen(&text(screen))).is_ok()
    };
    if !looks(&mut terminal, &|screen| screen.contains("succesfactor")) {
        return gone(&mut terminal);
    }
    for deed in SESSION {
        for key in deed.keys {
            if terminal.pid().is_none() || terminal.ended(Duration::ZERO).is_some() {
                return gone(&mut terminal);
            }
            match *key {
                "Enter" | "Up" | "Ctrl+Z" => terminal.press(key),
                words => terminal.type_text(words, Rhythm::Fast),
            }
        }
        if !looks(&mut terminal, &deed.seen) {
            return gone(&mut terminal);
        }
    }
    terminal.settle();
    let screen = terminal.screen();
    let told = is_told(&screen);
    let now = TempDir::new().expect("a temporary folder can be made");
    copy(&laptop.data(), now.path());
    let there = state(now.path());
    if terminal.ended(Duration::ZERO).is_some() {
        return gone(&mut terminal);
    }
    terminal.press("Ctrl+Q");
    let quits = terminal.seen(PATIENCE, |screen| text(screen).contains(UNSAVED));
    let warned = quits.is_ok();
    if warned {
        terminal.press("Ctrl+Q");
    }
    match gone(&mut terminal)? {
        Went::Ended(Ended::Code(0), _) => Ok(Went::Quit { screen, told, there, warned }),
        other => Ok(other),
    }
}

/// A laptop with a session in which something was said.
fn laptop() -> Laptop {
    let laptop = Laptop::new();
    let lines = laptop.home().join("lines");
    std::fs::write(&lines, "één\n!twee\n").expect("it can be written");
    let lines = lines.to_str().expect("it is UTF-8");
    for args in [
        &["new", "hoe-dan", "--title", "Proef", "--device", DEVICE][..],
        &["capture", "last", "--table", "1", "--round", "factoren", lines, "--device", DEVICE],
    ] {
        let (code, _, muttered) = laptop.runs(args);
        assert_eq!((code, muttered.as_str()), (Some(0), ""));
    }
    laptop
}

/// The session without a fault.
struct Known {
    folder: PathBuf,
    calls: Vec<Call>,
    /// What was on the disk after every call.
    states: Vec<String>,
}

fn known() -> Known {
    let laptop = laptop();
    let kept = TempDir::new().expect("a temporary folder can be made").keep();
    copy(&laptop.data(), &kept);
    let (mut disk, tap) = (Disk::of(&laptop.data()), Tap::listening(&laptop.data(), &laptop.home().join("log")));
    let went = sits(&laptop, &tap).unwrap_or_else(|wrong| panic!("{wrong}"));
    let Went::Quit { told: false, warned: false, .. } = went else { panic!("it did not go well without a fault") };
    let calls = tap.calls();
    let mut states = vec![state(&kept).words];
    for call in &calls {
        disk.take(call);
        if call.alters() {
            let now = TempDir::new().expect("a temporary folder can be made");
            super::disk::lay_out(&disk.left((Names::Written, Bytes::Written)), now.path());
            states.push(state(now.path()).words);
        }
    }
    states.dedup();
    assert!(states.last().is_some_and(|last| last.contains("typing \"half\"")), "{states:?}");
    Known { folder: kept, calls, states }
}

/// Tries one fault at one call; what is wrong, in words.
fn tried(known: &Known, call: &Call, fault: Fault, lasting: bool) -> Option<String> {
    let laptop = Laptop::new();
    copy(&known.folder, &laptop.data());
    let tap = Tap {
        fault: Some((call.number, fault)),
        lasting,
        ..Tap::listening(&laptop.data(), &laptop.home().join("log"))
    };
    let wrong = |what: &str, there: &State| {
        let Call { number, name, about, .. } = call;
        Some(format!("call {number} {name} {about:?}, {fault:?} (lasting: {lasting}): {what}; there is {there:?}"))
    };
    let went = sits(&laptop, &tap);
    let there = state(&laptop.data());
    let last = known.states.last().expect("there is one before the first call");
    let was = |state: &State| state.doubts.is_empty() && known.states.contains(&state.words);
    let whole = |state: &State| state.doubts.is_empty() && state.words == *last;
    let went = match went {
        Ok(went) => went,
        Err(what) => return wrong(&what, &there),
    };
    if !was(&there) {
        return wrong("this never was there", &there);
    }
    match went {
        Went::Ended(Ended::Signal(_), _) if fault.kills() => None,
        Went::Ended(ended, tail) if tail.contains("panicked") || matches!(ended, Ended::Signal(_)) => {
            wrong(&format!("{ended:?}: {tail}"), &there)
        }
        Went::Ended(Ended::Code(0), tail) => wrong(&format!("it stopped as if all were well: {tail}"), &there),
        Went::Ended(_, tail) if tail.trim().is_empty() => wrong("it stopped and said nothing", &there),
        Went::Ended(..) => None,
        Went::Quit { screen, told: false, there: then, .. } if !whole(&then) => {
            wrong(&format!("not saved, and no bar\n{screen}\n"), &then)
        }
        Went::Quit { there: then, .. } if !was(&then) => wrong("this never was there", &then),
        Went::Quit { warned, .. } if !warned && !whole(&there) => wrong("not saved, and quit without a word", &there),
        Went::Quit { .. } if !lasting && !whole(&there) => wrong("the fault passed, and something is gone", &there),
        Went::Quit { .. } => None,
    }
}

/// Tries the faults that are chosen, and says how many there were.
fn every_call_at_the_table(chosen: impl Fn(&Call, Fault, bool) -> bool) {
    let known = known();
    let mut work = Vec::new();
    for call in &known.calls {
        for fault in Fault::ALL.into_iter().filter(|fault| fault.suits(call)) {
            let lasting = if fault.kills() || matches!(fault, Fault::Short | Fault::Full) { 1 } else { 2 };
            work.extend([false, true].into_iter().take(lasting).map(|lasting| (call, fault, lasting)));
        }
    }
    work.retain(|(call, fault, lasting)| chosen(call, *fault, *lasting));
    let wrong = all_of(&work, |(call, fault, lasting)| tried(&known, call, *fault, *lasting));
    remove(&known.folder);
    println!("keys: {} calls, {} states, {} faults tried", known.calls.len(), known.states.len(), work.len());
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), work.len(), wrong.join("\n"));
}

fn remove(folder: &Path) {
    std::fs::remove_dir_all(folder).expect("it is our own");
}

#[test]
fn whatever_call_fails_at_the_table_what_was_typed_is_there_or_a_bar_says_it_is_not() {
    // a part that is another one at every call, so that every fault has its turn; all of them are in the whole below
    every_call_at_the_table(|call, fault, lasting| {
        let turn = Fault::ALL.iter().position(|one| *one == fault).unwrap_or_default() + usize::from(lasting) * 3;
        (call.number + turn) % if call.alters() { 8 } else { 24 } == 0
    });
}

#[test]
#[ignore = "the whole takes minutes: cargo test --test journeys -- --ignored faults"]
fn the_whole_of_every_call_at_the_table() {
    every_call_at_the_table(|_, _, _| true);
}
