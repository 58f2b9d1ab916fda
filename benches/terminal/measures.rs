//! The measuring itself: every measure takes the programs in turn and yields rows of figures.

use std::time::{Duration, Instant};

use crate::figures::{Column, Table};
use crate::options::Options;
use crate::programs::{self, Manner, Program};
use crate::terminal::{PATIENCE, Terminal, text};

/// Keys thrown away first: caches, pages and the allocator settle.
const WARM_UP: usize = 20;

/// Letters typed before they are wiped out again; short enough for a narrow text box.
const BLOCK: usize = 40;

/// Between one key and the next: a person never types while the last letter is still on its way.
const PAUSE: Duration = Duration::from_millis(8);

/// An echo later than this is no echo.
const NO_ECHO: Duration = Duration::from_secs(5);

/// Before idling: what a program does shortly after the last key is not idleness.
const COOL_DOWN: Duration = Duration::from_millis(1500);

/// Linux counts processor time in hundredths of a second for user programs, whatever its own clock.
const TICK: Duration = Duration::from_millis(10);

/// A program with what was measured of it.
struct Measured {
    program: Program,
    column: Column,
}

/// Measures what the options want and prints it.
pub fn measure(options: &Options) {
    let (columns, rows) = options.size;
    println!(
        "terminal {columns}x{rows}; {} keys after {WARM_UP} of warm-up, {} starts, {} s idle; medians, programs in turn",
        options.keys,
        options.starts,
        options.idle.as_secs()
    );
    if let Ok(load) = std::fs::read_to_string("/proc/loadavg") {
        println!("load of the machine before the run: {}", load.split(' ').take(3).collect::<Vec<_>>().join(" "));
    }
    if ["start", "echo", "idle", "memory"].iter().any(|measure| options.wants(measure)) {
        let mut missing = Vec::new();
        let programs = match programs::aantafel(0) {
            Ok(program) => vec![program],
            Err(why) => {
                missing.push(format!("aantafel was not measured: {why}"));
                Vec::new()
            }
        };
        let programs = programs.into_iter().chain([programs::yardstick()]).chain(programs::neighbours());
        let wants = |measure: &str| options.wants(measure);
        side_by_side(programs.collect(), "smallest", options, &wants, missing);
    }
    if options.wants("growth") {
        println!("\ngrowth");
        match programs::aantafel(10).and_then(|few| Ok(vec![programs::aantafel(10_000)?, few])) {
            Ok(programs) => side_by_side(programs, "10 entries", options, &|_| true, Vec::new()),
            Err(why) => println!("growth was not measured: {why}"),
        }
    }
}

/// Takes every measure of these programs and prints one table, with the ratios to the program of that name.
fn side_by_side(
    programs: Vec<Program>,
    yardstick: &str,
    options: &Options,
    wants: &dyn Fn(&str) -> bool,
    mut missing: Vec<String>,
) {
    let mut measured: Vec<Measured> =
        programs.into_iter().map(|program| Measured { column: Column::new(&program.name), program }).collect();
    if wants("start") {
        starts(&mut measured, options, &mut missing);
    }
    if ["echo", "idle", "memory"].iter().any(|measure| wants(measure)) {
        at_work(&mut measured, options, wants, &mut missing);
    }
    let table = Table { columns: measured.into_iter().map(|measured| measured.column).collect(), yardstick };
    if !table.columns.is_empty() {
        println!("\n{table}");
    }
    for reason in missing {
        println!("{reason}");
    }
}

/// Start to first full screen, on a terminal that answers and on one that does not.
fn starts(measured: &mut Vec<Measured>, options: &Options, missing: &mut Vec<String>) {
    for _ in 0..options.starts {
        for (manner, row) in
            [(Manner::Answering, "start to first screen ms"), (Manner::Silent, "the same, silent terminal ms")]
        {
            keep_those_that_work(measured, missing, |Measured { program, column }| {
                let (terminal, took) = program.start(options.size, manner)?;
                column.add(row, milliseconds(took));
                program.quit(terminal);
                Ok(())
            });
        }
    }
}

/// Everything that is measured of a program that stays open: echo, bytes per key, idleness, memory.
fn at_work(measured: &mut Vec<Measured>, options: &Options, wants: &dyn Fn(&str) -> bool, missing: &mut Vec<String>) {
    let mut terminals: Vec<Terminal> = Vec::new();
    keep_those_that_work(measured, missing, |Measured { program, .. }| {
        terminals.push(program.start(options.size, Manner::Answering)?.0);
        Ok(())
    });
    let mut open: Vec<(Measured, Terminal)> = measured.drain(..).zip(terminals).collect();
    if wants("echo") {
        let keys = WARM_UP + options.keys;
        for first in (0..keys).step_by(BLOCK) {
            let block = first..keys.min(first + BLOCK);
            keep_those_that_work(&mut open, missing, |(Measured { column, .. }, terminal)| {
                echoes(terminal, column, block.clone())
            });
        }
    }
    if wants("idle") {
        idleness(&mut open, options.idle);
    }
    if wants("memory") {
        for (Measured { column, .. }, terminal) in &mut open {
            for (field, row) in [("VmRSS", "resident memory MB"), ("VmHWM", "highest resident memory MB")] {
                if let Some(kilobytes) = terminal.pid().and_then(|pid| memory(pid, field)) {
                    column.add(row, kilobytes / 1024.0);
                }
            }
        }
    }
    for (done, terminal) in open {
        done.program.quit(terminal);
        measured.push(done);
    }
}

/// Types a block of letters and wipes it out again. An echo is the read after which the whole word typed so far is shown:
/// the word is nowhere else on the screen, so nothing is mistaken for it and nothing need be known of the program.
fn echoes(terminal: &mut Terminal, column: &mut Column, keys: std::ops::Range<usize>) -> Result<(), String> {
    // Not measured: one letter might be anywhere on the screen already.
    let mut word = "qzx".to_owned();
    terminal.send(word.clone().into_bytes());
    terminal
        .seen(NO_ECHO, |screen| text(screen).contains(&word))
        .map_err(|missed| format!("{word:?} was typed and not seen ({missed:?}):\n{}", terminal.screen()))?;
    terminal.settle();
    for key in keys {
        // Every letter in its turn, in an order without meaning.
        let letter = b'a' + u8::try_from(key * 7 % 26).expect("a remainder of 26");
        word.push(char::from(letter));
        let before = terminal.bytes_out();
        let struck = terminal.strike(letter);
        let seen = terminal.seen(NO_ECHO, |screen| text(screen).contains(&word));
        let echoed =
            seen.map_err(|missed| format!("{word:?} was typed and not seen ({missed:?}):\n{}", terminal.screen()))?;
        terminal.rest(PAUSE);
        if key >= WARM_UP {
            let echo = milliseconds(echoed.duration_since(struck));
            column.add("key to echo p50 ms", echo);
            column.add_high("key to echo p95 ms", echo);
            column.add("bytes per key", (terminal.bytes_out() - before) as f64);
        }
    }
    for _ in word.chars() {
        terminal.press("Backspace");
    }
    terminal.settle();
    Ok(())
}

/// Leaves all programs alone together and reads what they did with the time.
fn idleness(open: &mut [(Measured, Terminal)], time: Duration) {
    leave_alone(open, COOL_DOWN);
    let before: Vec<_> =
        open.iter_mut().map(|(_, terminal)| (processor_time(terminal), terminal.bytes_out())).collect();
    leave_alone(open, time);
    for ((Measured { column, .. }, terminal), (processor, bytes)) in open.iter_mut().zip(before) {
        if let (Some(after), Some(before)) = (processor_time(terminal), processor) {
            column.add("idle: processor ms", milliseconds(after.saturating_sub(before)));
        }
        column.add("idle: bytes drawn", (terminal.bytes_out() - bytes) as f64);
    }
}

fn leave_alone(open: &mut [(Measured, Terminal)], time: Duration) {
    let until = Instant::now() + time.min(PATIENCE * 60);
    while Instant::now() < until {
        for (_, terminal) in open.iter_mut() {
            terminal.rest(Duration::from_millis(20));
        }
    }
}

/// Does one thing with each; those it fails for are told by name and left out from then on.
fn keep_those_that_work<T: Named>(
    all: &mut Vec<T>,
    missing: &mut Vec<String>,
    mut deed: impl FnMut(&mut T) -> Result<(), String>,
) {
    all.retain_mut(|one| match deed(one) {
        Ok(()) => true,
        Err(why) => {
            missing.push(format!("{} was not measured: {why}", one.name()));
            false
        }
    });
}

/// Has the name of a program.
trait Named {
    fn name(&self) -> &str;
}

impl Named for Measured {
    fn name(&self) -> &str {
        &self.program.name
    }
}

impl Named for (Measured, Terminal) {
    fn name(&self) -> &str {
        self.0.name()
    }
}

/// Processor time so far, of the program and its threads; `None` elsewhere than on Linux. Source: proc_pid_stat(5).
fn processor_time(terminal: &Terminal) -> Option<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", terminal.pid()?)).ok()?;
    // The second field, the name in brackets, may hold spaces; the third comes after the last bracket.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let (user, system): (u32, u32) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    Some(TICK * (user + system))
}

/// A field of `/proc/PID/status` in kB; `None` elsewhere than on Linux. Source: proc_pid_status(5).
fn memory(pid: u32, field: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'))?;
    line.split_whitespace().next()?.parse().ok()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
