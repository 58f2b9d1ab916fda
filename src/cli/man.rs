//! `aantafel man`: the manual page, with every command, every option and the table of keys.

use super::room::{Done, Room};
use crate::{ui::keys::BINDINGS, words::Words};
use clap::{Arg, Command};
use std::io::{self, Write};

pub(super) fn run(room: &Room) -> anyhow::Result<Done> {
    let command = super::whole(room.words.lang());
    let mut page = Vec::new();
    let man = clap_mangen::Man::new(command.clone()).section("1");
    man.render_title(&mut page)?;
    section(&room.words, "cli-man-name", &mut page)?;
    writeln!(page, "aantafel \\- {}", escape(&room.words.say("cli-about")))?;
    section(&room.words, "cli-man-usage", &mut page)?;
    writeln!(page, "{}", escape(&room.words.say("cli-usage")))?;
    section(&room.words, "cli-man-options", &mut page)?;
    arguments(command.get_arguments(), &mut page)?;
    section(&room.words, "cli-man-commands", &mut page)?;
    for sub in command.get_subcommands() {
        subcommand(sub, &format!("aantafel {}", sub.get_name()), &mut page)?;
    }
    section(&room.words, "cli-man-keys", &mut page)?;
    keys(&room.words, &mut page)?;
    section(&room.words, "cli-man-codes", &mut page)?;
    writeln!(page, "{}", escape(&room.words.say("cli-man-codes-about")))?;
    io::stdout().write_all(&page)?;
    Ok(Done::Well)
}

fn section(words: &Words, key: &str, page: &mut impl Write) -> io::Result<()> {
    let headings = words.keys();
    debug_assert!(headings.iter().any(|known| known == key), "no message {key:?}");
    writeln!(page, ".SH \"{}\"", escape(&words.say(key)))
}

fn subcommand(command: &Command, name: &str, page: &mut impl Write) -> io::Result<()> {
    writeln!(page, ".SS \"{}\"", escape(name))?;
    if let Some(about) = command.get_about() {
        writeln!(page, "{}", escape(&about.to_string()))?;
    }
    let usage = command.clone().render_usage().to_string();
    writeln!(page, ".PP\n{}", escape(usage.trim_start_matches("Usage: ").trim()))?;
    let own = command.get_arguments().filter(|arg| !arg.is_global_set());
    arguments(own, page)?;
    if let Some(after) = command.get_after_help() {
        writeln!(page, ".PP\n.nf\n{}\n.fi", escape(&after.to_string()))?;
    }
    command.get_subcommands().try_for_each(|sub| subcommand(sub, &format!("{name} {}", sub.get_name()), page))
}

fn arguments<'a>(arguments: impl Iterator<Item = &'a Arg>, page: &mut impl Write) -> io::Result<()> {
    for arg in arguments.filter(|arg| !arg.is_hide_set()) {
        let value = arg.get_value_names().and_then(|names| names.first()).map(|name| name.to_string());
        let takes = arg.get_action().takes_values();
        let value = value.filter(|_| takes).unwrap_or_default();
        let name = match (arg.get_short(), arg.get_long()) {
            (Some(short), Some(long)) => format!("-{short}, --{long} {value}"),
            (None, Some(long)) => format!("--{long} {value}"),
            (Some(short), None) => format!("-{short} {value}"),
            (None, None) => value,
        };
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        writeln!(page, ".TP\n\\fB{}\\fR\n{}", escape(name.trim()), escape(&help))?;
    }
    Ok(())
}

/// The table of keys; one that has no words yet is left out.
fn keys(words: &Words, page: &mut impl Write) -> io::Result<()> {
    let known = words.keys();
    for binding in BINDINGS.iter().filter(|binding| !binding.keys.is_empty()) {
        let about = format!("key-{}-about", binding.command.name());
        if known.contains(&about) {
            let told = escape(&words.say(&about));
            writeln!(page, ".TP\n\\fB{}\\fR\n{told}", escape(&binding.keys.join(", ")))?;
        }
    }
    Ok(())
}

/// Text in which roff sees no request of its own.
fn escape(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-").replace('"', "\\(dq");
    let lines = text.lines().map(|line| match line.chars().next() {
        Some('.' | '\'') => format!("\\&{line}"),
        Some(_) | None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}
