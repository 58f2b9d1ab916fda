//! Every call that a command makes to the disk fails in turn, in every way, and the program is killed before and after it.
//!
//! After every one: what is there is what was there before the command or after it, never anything else. A command that
//! was not done says so, with its exit code and a sentence; done again without the fault it is done.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use tempfile::TempDir;

use super::disk::Disk;
use super::shim::{Call, Fault, Tap};
use super::state::{DEVICE, State, copy, leftovers, state};
use crate::laptop::PROGRAM;
use crate::terminal::clean;

/// One command of the session.
pub struct Step {
    /// What is typed behind the name of the program.
    pub args: &'static [&'static str],
    lines: &'static str,
}

const AT_TABLE_1: &[&str] = &["capture", "last", "--table", "1", "--round", "factoren", "-"];

/// The session, in order: one row, one command. Each is tried on what those before it left.
const SESSION: &[Step] = &[
    Step { args: &["new", "hoe-dan", "--title", "Proef", "--place", "Dorp", "--tables", "2"], lines: "" },
    Step { args: AT_TABLE_1, lines: "één\n!twee\n" },
    Step { args: AT_TABLE_1, lines: "drie\nvier\n" },
    Step { args: &["report", "last", "--to", "md"], lines: "" },
    Step { args: &["report", "last", "--to", "md"], lines: "" },
    // a session that is not here yet, with two devices and a half-typed line
    Step { args: &["import", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/format-1")], lines: "" },
];

/// How a command went.
struct Ran {
    code: Option<i32>,
    muttered: String,
}

fn run(step: &Step, home: &Path, data: &Path, tap: &Tap) -> Ran {
    let mut command = Command::new(PROGRAM);
    command.args(step.args).current_dir(home).env_clear().envs(clean(home)).envs(tap.variables());
    command.env("AANTAFEL_DATA", data).env("AANTAFEL_DEVICE", DEVICE);
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program can be started");
    // who is killed reads no further
    let _ = child.stdin.take().expect("it was asked for").write_all(step.lines.as_bytes());
    let output = child.wait_with_output().expect("it is our own child");
    Ran { code: output.status.code(), muttered: String::from_utf8_lossy(&output.stderr).into_owned() }
}

/// A place to try one thing: a data folder like another one, and a log beside it.
pub struct Bench {
    home: TempDir,
}

impl Bench {
    fn like(data: &Path) -> Self {
        let bench = Self { home: TempDir::new().expect("a temporary folder can be made") };
        copy(data, &bench.data());
        bench
    }

    /// Its data folder.
    pub fn data(&self) -> PathBuf {
        self.home.path().join("files")
    }

    fn tap(&self, name: &str) -> Tap {
        Tap::listening(&self.data(), &self.home.path().join(name))
    }

    fn run(&self, step: &Step, tap: &Tap) -> Ran {
        run(step, self.home.path(), &self.data(), tap)
    }
}

/// A step with what was there before and after it, and the calls it made.
pub struct Known {
    /// The step.
    pub step: &'static Step,
    /// What was there before it.
    pub before: Bench,
    /// The same, as the calls know it.
    pub disk: Disk,
    /// What that was to people before it and after it.
    pub told: [State; 2],
    /// What it asked of the system.
    pub calls: Vec<Call>,
}

/// Goes through the session once without a fault.
pub fn known() -> Vec<Known> {
    let nothing = TempDir::new().expect("a temporary folder can be made");
    let mut last = nothing.path().to_owned();
    let mut all: Vec<Known> = Vec::new();
    for step in SESSION {
        let (before, after) = (Bench::like(&last), Bench::like(&last));
        let (disk, tap) = (Disk::of(&after.data()), after.tap("log"));
        let ran = after.run(step, &tap);
        assert_eq!((ran.code, ran.muttered.as_str()), (Some(0), ""), "{:?}", step.args);
        let told = [state(&before.data()), state(&after.data())];
        assert!(told[0] != told[1] && told[1].doubts.is_empty(), "{:?} does nothing: {told:?}", step.args);
        last = after.home.keep().join("files");
        all.push(Known { step, before, disk, told, calls: tap.calls() });
    }
    all
}

/// Tries one fault at one call; what is wrong, in words.
fn tried(known: &Known, call: &Call, fault: Fault, lasting: bool) -> Option<String> {
    let bench = Bench::like(&known.before.data());
    let tap = Tap { fault: Some((call.number, fault)), lasting, ..bench.tap("log") };
    let ran = bench.run(known.step, &tap);
    let [before, after] = &known.told;
    let there = state(&bench.data());
    let wrong = |what: &str| {
        let Call { number, name, about, .. } = call;
        let Ran { code, muttered } = &ran;
        Some(format!(
            "{:?}, call {number} {name} {about:?}, {fault:?}{}: {what}; exit {code:?}, said {muttered:?}, there is \
             {there:?}",
            known.step.args,
            if lasting { " for good" } else { "" }
        ))
    };
    if fault.kills() != ran.code.is_none() {
        return wrong("it ended in another way");
    }
    if ran.muttered.contains("panicked") {
        return wrong("it panicked");
    }
    let same = |one: &State| one.words == there.words;
    if !there.doubts.is_empty() || !(same(before) || same(after)) {
        return wrong("neither before nor after");
    }
    match ran.code {
        Some(0) if !same(after) => return wrong("it says it was done"),
        Some(code) if code != 0 && ran.muttered.trim().is_empty() => return wrong("it says nothing"),
        Some(_) | None => {}
    }
    let left = leftovers(&bench.data());
    if ran.code.is_some() && !lasting && call.name != "unlink" && !left.is_empty() {
        return wrong(&format!("{left:?} was left"));
    }
    // again, as people do who read what it said
    if same(before) && (fault.kills() || fault == Fault::Enospc) {
        let again = bench.run(known.step, &bench.tap("again"));
        let there = state(&bench.data());
        if !matches!(again.code, Some(0 | 3)) || !there.doubts.is_empty() || there.words != after.words {
            return wrong(&format!("again: exit {:?}, said {:?}, there is {there:?}", again.code, again.muttered));
        }
    }
    None
}

/// Does all there is to do on two threads; gives what was wrong.
pub fn all_of<T: Sync>(work: &[T], each: impl Fn(&T) -> Option<String> + Sync) -> Vec<String> {
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(one) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    wrong.lock().expect("nobody panicked").extend(each(one));
                }
            });
        }
    });
    wrong.into_inner().expect("nobody panicked")
}

/// Tries the faults that are chosen, and says how many there were.
fn every_call_of_every_command(chosen: impl Fn(&Call, Fault, bool) -> bool) {
    let known = known();
    let mut work = Vec::new();
    for one in &known {
        for call in &one.calls {
            for fault in Fault::ALL.into_iter().filter(|fault| fault.suits(call)) {
                for lasting in [false, true] {
                    let can = !lasting || matches!(fault, Fault::Eio | Fault::Enospc | Fault::Eacces);
                    if can && chosen(call, fault, lasting) {
                        work.push((one, call, fault, lasting));
                    }
                }
            }
        }
    }
    let points: usize = known.iter().map(|one| one.calls.len()).sum();
    let wrong = all_of(&work, |(one, call, fault, lasting)| tried(one, call, *fault, *lasting));
    println!("commands: {} steps, {points} calls, {} faults tried", known.len(), work.len());
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), work.len(), wrong.join("\n"));
}

#[test]
fn whatever_call_of_a_command_fails_there_is_what_was_before_or_after_it() {
    // the whole is below; here what only reads fails in one way, and what stands just before a call stands just after the last
    every_call_of_every_command(|call, fault, lasting| {
        let turn = [Fault::Eio, Fault::Enospc, Fault::Eacces][call.number % 3];
        let first = call.number % 2 == 0;
        // of a command with hundreds of calls, every third
        if call.number > 100 && call.number % 3 != 0 {
            return false;
        }
        match fault {
            Fault::Eio | Fault::Eacces | Fault::Enospc if !call.alters() => first && !lasting && fault == turn,
            Fault::Eio => first && !lasting,
            Fault::Eacces => !first && !lasting,
            Fault::Enospc | Fault::Short | Fault::Full | Fault::Half | Fault::After => call.alters(),
            Fault::Before => call.number == 1,
        }
    });
}

#[test]
#[ignore = "the whole takes minutes: cargo test --test journeys -- --ignored faults"]
fn the_whole_of_every_call_of_every_command() {
    every_call_of_every_command(|_, _, _| true);
}
