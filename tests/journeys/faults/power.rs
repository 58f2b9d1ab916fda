//! The power fails: everything that was not synced is gone, or half there, at every moment between two calls.
//!
//! After every cut the session opens and nothing in it is strange; at most a quarter of a second of typing is missing, and
//! nothing of what a command said was done.

use std::collections::HashMap;
use std::time::Duration;

use tempfile::TempDir;

use super::commands::known;
use super::disk::{Disk, Tree, WAYS, lay_out};
use super::shim::{Call, Fault, Tap};
use super::state::{DEVICE, State, state};
use crate::laptop::{Laptop, quits};
use crate::terminal::{Launch, Rhythm, Signal};

/// What is promised: at most so much of the last typing is missing.
const PROMISED: Duration = Duration::from_millis(250);

/// How long the gate waits for a sync: a machine that does other things as well may not let the thread have its turn.
const BUSY: Duration = Duration::from_secs(2);

/// States by what is on the disk, so that nothing is read twice.
#[derive(Default)]
struct Read(HashMap<Tree, State>);

impl Read {
    fn of(&mut self, tree: Tree) -> &State {
        self.0.entry(tree).or_insert_with_key(|tree| {
            let folder = TempDir::new().expect("a temporary folder can be made");
            lay_out(tree, folder.path());
            state(folder.path())
        })
    }
}

/// The disk after every call, beginning with the one before the first.
fn moments(mut disk: Disk, calls: &[Call]) -> Vec<Disk> {
    let mut all = vec![disk.clone()];
    for call in calls {
        disk.take(call);
        all.push(disk.clone());
    }
    all
}

#[test]
fn the_power_fails_at_every_call_of_a_command_and_what_it_said_was_done_is_done() {
    let mut cuts = 0;
    for one in known() {
        let [before, after] = &one.told;
        let all = moments(one.disk.clone(), &one.calls);
        let mut read = Read::default();
        for (at, disk) in all.iter().enumerate() {
            for way in WAYS {
                let there = read.of(disk.left(way));
                let done = at == one.calls.len();
                let right = there.words == after.words || !done && there.words == before.words;
                let call = at.checked_sub(1).map(|at| &one.calls[at]);
                let about = || call.map(|call| (call.number, &call.name, &call.about));
                assert!(
                    right && there.doubts.is_empty(),
                    "{:?}, cut after {:?}, {way:?}: {there:?}\nit should be {before:?} or {after:?}",
                    one.step.args,
                    about()
                );
                cuts += 1;
            }
        }
    }
    println!("power: {cuts} cuts of commands");
}

/// Types at the table, and pulls the plug in the middle of a word.
fn typed(laptop: &Laptop, tap: &Tap, rhythm: Rhythm) {
    let mut terminal = laptop.sits_with(sitting(laptop, &tap.variables()));
    let said = |terminal: &mut crate::terminal::Terminal, text: &str| {
        terminal.type_text(text, rhythm);
        terminal.press("Enter");
    };
    said(&mut terminal, "één idee van ons");
    said(&mut terminal, "nog een, met meer woorden");
    terminal.wait_for("nog een, met meer woorden");
    terminal.press("Ctrl+Z");
    said(&mut terminal, "!toch iets anders");
    // quiet: the files that people read are written
    terminal.wait_for("✓ bewaard");
    terminal.rest(Duration::from_millis(2600));
    terminal.type_text("half een zin en dan", Rhythm::Human);
    terminal.rest(Duration::from_millis(400));
    terminal.type_text(" de stroom", rhythm);
    terminal.wait_for("de stroom");
    terminal.signal(Signal::Kill);
    assert!(terminal.ended(crate::terminal::PATIENCE).is_some());
}

/// Cuts the power at every call of a session at the table; says how many cuts that were, and what was missing at most.
fn cut_while_typing(rhythm: Rhythm, within: Duration) -> (usize, Duration) {
    let laptop = Laptop::new();
    let (code, _, muttered) = laptop.runs(&["new", "hoe-dan", "--title", "Proef", "--device", DEVICE]);
    assert_eq!((code, muttered.as_str()), (Some(0), ""));
    let (first, tap) = (Disk::of(&laptop.data()), Tap::listening(&laptop.data(), &laptop.home().join("log")));
    typed(&laptop, &tap, rhythm);
    let calls = tap.calls();
    let all = moments(first, &calls);
    let mut read = Read::default();
    let seen: Vec<String> = all.iter().map(|disk| read.of(disk.left(WAYS[7])).words.clone()).collect();
    assert!(seen.last().is_some_and(|last| last.contains("de stroom")), "{:?}", seen.last());
    let (mut cuts, mut most, mut samples) = (0, Duration::ZERO, Vec::new());
    for (at, disk) in all.iter().enumerate() {
        // the power fails just before the next call
        let Some(next) = calls.get(at) else { break };
        for way in WAYS {
            let tree = disk.left(way);
            let there = read.of(tree.clone());
            assert!(there.doubts.is_empty(), "cut before {next:?}, {way:?}: {there:?}");
            let found = seen[..=at].iter().rposition(|state| *state == there.words);
            let found = found.unwrap_or_else(|| panic!("cut before {next:?}, {way:?}: never was like {there:?}"));
            // the first that is missing was written by this call
            let lost =
                calls[found..at].iter().map(|call| Duration::from_nanos(next.began.saturating_sub(call.ended))).next();
            let lost = lost.filter(|_| seen[found] != seen[at]).unwrap_or_default();
            assert!(lost <= within, "cut before {next:?}, {way:?}: {lost:?} of typing is missing: {there:?}");
            most = most.max(lost);
            cuts += 1;
            if cuts % 997 == 0 {
                samples.push((tree, there.words.clone()));
            }
        }
    }
    for (tree, words) in samples {
        goes_on(&tree, &words);
    }
    (cuts, most)
}

/// The program itself starts on what was left, and somebody goes on there.
fn goes_on(tree: &Tree, words: &str) {
    let laptop = Laptop::new();
    lay_out(tree, &laptop.data());
    let mut terminal = laptop.sits_with(sitting(&laptop, &[]));
    terminal.type_text(" en verder", Rhythm::Fast);
    terminal.press("Enter");
    terminal.wait_for("en verder");
    quits(terminal);
    let told = state(&laptop.data());
    assert!(told.words.contains("en verder") && told.doubts.is_empty(), "{told:?}");
    let said = words.lines().filter(|line| line.contains(" \"") && !line.contains("typing"));
    said.for_each(|line| assert!(told.words.contains(line), "{line} in {told:?}"));
}

#[test]
fn the_power_fails_at_every_moment_of_typing_and_every_file_opens() {
    let (cuts, most) = cut_while_typing(Rhythm::Fast, BUSY);
    println!("power: {cuts} cuts while typing, at most {most:?} missing");
}

#[test]
#[ignore = "looks at a clock, so it wants a machine to itself: cargo test --test journeys -- --ignored --test-threads 1 faults"]
fn at_most_a_quarter_of_a_second_of_typing_is_missing() {
    for rhythm in [Rhythm::Human, Rhythm::Fast, Rhythm::Human, Rhythm::Fast] {
        let (cuts, most) = cut_while_typing(rhythm, PROMISED);
        println!("power: {cuts} cuts while typing ({rhythm:?}), at most {most:?} missing");
    }
}

#[test]
fn who_quits_in_the_middle_of_a_line_finds_it_after_a_power_failure() {
    let laptop = Laptop::new();
    let (code, _, muttered) = laptop.runs(&["new", "hoe-dan", "--title", "Proef", "--device", DEVICE]);
    assert_eq!((code, muttered.as_str()), (Some(0), ""));
    let (first, tap) = (Disk::of(&laptop.data()), Tap::listening(&laptop.data(), &laptop.home().join("log")));
    let mut terminal = laptop.sits_with(sitting(&laptop, &tap.variables()));
    terminal.type_text("half gety", Rhythm::Fast);
    quits(terminal);
    let all = moments(first, &tap.calls());
    let last = all.last().expect("there is one before the first call");
    for way in WAYS {
        let there = Read::default().of(last.left(way)).clone();
        assert!(there.words.contains("typing \"half gety\"") && there.doubts.is_empty(), "{way:?}: {there:?}");
    }
}

#[test]
fn what_a_failed_sync_may_have_forgotten_is_written_anew_before_the_bar_goes() {
    let laptop = Laptop::new();
    let (code, _, muttered) = laptop.runs(&["new", "hoe-dan", "--title", "Proef", "--device", DEVICE]);
    assert_eq!((code, muttered.as_str()), (Some(0), ""));
    quits(laptop.sits_with(sitting(&laptop, &[]))); // the journal is there, and its name is synced
    let tap = Tap {
        fault: Some((1, Fault::Eio)),
        among: Some("sync"),
        ..Tap::listening(&laptop.data(), &laptop.home().join("log"))
    };
    let mut disk = Disk::of(&laptop.data());
    let mut terminal = laptop.sits_with(sitting(&laptop, &tap.variables()));
    terminal.type_text("gezegd", Rhythm::Fast);
    terminal.press("Enter");
    terminal.wait_for("niet bewaard sinds");
    terminal.type_text("half", Rhythm::Fast);
    terminal.wait_for("✓ bewaard");
    terminal.signal(Signal::Kill);
    assert!(terminal.ended(crate::terminal::PATIENCE).is_some());
    tap.calls().iter().for_each(|call| disk.take(call));
    for way in WAYS {
        let there = Read::default().of(disk.left(way)).clone();
        assert!(there.words.contains("\"gezegd\"") && there.doubts.is_empty(), "{way:?}: {there:?}");
    }
}

/// About to sit at the table.
fn sitting(laptop: &Laptop, variables: &[(&str, String)]) -> Launch {
    let launch = laptop.launch(&["open", "last", "--table", "1", "--round", "factoren", "--device", DEVICE]);
    variables.iter().fold(launch, |launch, (name, value)| launch.env(name, value))
}
