//! `aantafel completions`: what a shell needs to complete our commands.

use super::room::{Done, Room};
use clap::ArgMatches;
use clap_complete::Shell;
use std::io::{self, Write};

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let name = given.get_one::<String>("shell").map(String::as_str).unwrap_or_default();
    let shell: Shell = name.parse().map_err(|error: String| anyhow::anyhow!(error))?;
    // made in memory first: the library panics where the reader closes the pipe
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut super::whole(room.words.lang()), "aantafel", &mut script);
    io::stdout().write_all(&script)?;
    Ok(Done::Well)
}
