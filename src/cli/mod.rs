//! The command line: what a script or a terminal can ask of the program, in the language of who asks.
//!
//! One file per command; `ask` is what clap knows of them, `wrong` says what was wrong in our own sentences, `room` is
//! what every command needs. Help is read from the words at run time, so both languages have all of it.
//!
//! Exit codes: 0 done; 1 it did not work; 2 wrong use; 3 done, but with something set aside or in doubt. A reader that
//! closes its pipe early is no failure. Not here: what a session is (`session`) or how it is kept (`store`).

mod agreements;
mod ask;
mod capture;
mod check;
mod completions;
mod demo;
mod doctor;
mod entry;
mod forget;
mod import;
mod lessons;
mod list;
mod man;
mod new;
mod open;
mod past;
mod people;
mod projector;
mod report;
mod restore;
mod room;
mod screen;
mod search;
mod seats;
mod sheets;
mod shelf;
mod show;
mod workshops;
mod wrong;

pub use capture::{Lines, Taken, enter};

use crate::words::{Lang, Words};
use clap::ArgMatches;
use room::{Done, Room};
use std::{
    ffi::OsString,
    io::{self, Write},
    process::ExitCode,
};

/// Does what the arguments ask; the first is the program's own name.
pub fn main(args: Vec<OsString>) -> ExitCode {
    let words = Words::new(ask::language(&args));
    // most calls ask for no help: its words are looked up only for those that do, and for those that went wrong
    let quick = ask::quick_command(&Words::mute(words.lang()), &args).try_get_matches_from(&args);
    let code = match quick.or_else(|_| ask::command(&words).try_get_matches_from(&args)) {
        Ok(matches) => match dispatch(words, &matches).and_then(|done| flushed(done).map_err(Into::into)) {
            Ok(done) => done.code(),
            Err(error) => failed(&error),
        },
        Err(error) if !error.use_stderr() => {
            let told = io::stdout().write_all(error.to_string().as_bytes()).map(|()| Done::Well);
            told.and_then(flushed).map_or_else(|error| failed(&error.into()), Done::code)
        }
        Err(error) => {
            tell_wrong(&wrong::tell(&words, &error));
            2
        }
    };
    ExitCode::from(code)
}

fn dispatch(words: Words, matches: &ArgMatches) -> anyhow::Result<Done> {
    let room = Room::new(words, matches)?;
    match matches.subcommand() {
        None => screen::screen(&room, room.store.clone(), None),
        Some(("demo", given)) => demo::run(&room, given),
        Some(("new", given)) => new::run(&room, given),
        Some(("open", given)) => open::run(&room, given),
        Some(("screen", given)) => projector::run(&room, given),
        Some(("list", given)) => list::run(&room, given),
        Some(("show", given)) => show::run(&room, given),
        Some(("capture", given)) => capture::run(&room, given),
        Some(("search", given)) => search::run(&room, given),
        Some(("lessons", given)) => lessons::run(&room, given),
        Some(("agreements", given)) => agreements::run(&room, given),
        Some(("import", given)) => import::run(&room, given),
        Some(("report", given)) => report::run(&room, given),
        Some(("seats", given)) => seats::run(&room, given),
        Some(("people", given)) => people::run(&room, given),
        Some(("sheets", given)) => sheets::run(&room, given),
        Some(("forget", given)) => forget::run(&room, given),
        Some(("workshops", given)) => workshops::run(&room, given),
        Some(("check", given)) => check::run(&room, given),
        Some(("restore", given)) => restore::run(&room, given),
        Some(("doctor", given)) => doctor::run(&room, given),
        Some(("completions", given)) => completions::run(&room, given),
        Some(("man", _)) => man::run(&room),
        Some((other, _)) => Err(anyhow::anyhow!("no command {other}")),
    }
}

fn flushed(done: Done) -> io::Result<Done> {
    io::stdout().flush().map(|()| done)
}

/// Says why it did not work, and gives the exit code.
fn failed(error: &anyhow::Error) -> u8 {
    let pipe = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(pipe) {
        return 0;
    }
    if let Some(wrong) = error.downcast_ref::<wrong::Wrong>() {
        tell_wrong(&wrong.0);
        return 2;
    }
    tell_wrong(&format!("{error:#}"));
    1
}

/// Standard error may be closed as well; then nobody listens, and that is not a second failure. What was given on the
/// command line may stand in the words, so they are cleaned of what a terminal would obey.
fn tell_wrong(words: &str) {
    let _ = writeln!(io::stderr(), "{}", crate::text::clean(words.trim_end()));
}

/// What the man page and the completions are made from.
fn whole(lang: Lang) -> clap::Command {
    let mut command = ask::command(&Words::new(lang));
    command.build();
    command
}
