//! What clap knows: commands and options, with every word of help from the words.
//!
//! Help has to be in the right language before anything was parsed, so the language is looked up in the bare arguments
//! first. Called by `cli` and by the man page.

use crate::words::{Lang, Words};
use clap::{Arg, ArgAction, Command, builder::PossibleValuesParser, value_parser};
use std::{ffi::OsString, path::PathBuf};

/// The language of who asks: `--lang`, `AANTAFEL_LANG`, the locale of the system, else Dutch.
pub(super) fn language(args: &[OsString]) -> Lang {
    let told = args.iter().enumerate().find_map(|(at, arg)| {
        let arg = arg.to_str()?;
        match arg.strip_prefix("--lang=") {
            Some(code) => code.parse().ok(),
            None if arg == "--lang" => args.get(at + 1)?.to_str()?.parse().ok(),
            None => None,
        }
    });
    let set = || std::env::var("AANTAFEL_LANG").ok()?.parse().ok();
    let locale = || Lang::from_locale(&sys_locale::get_locale()?);
    told.or_else(set).or_else(locale).unwrap_or_default()
}

/// How many tables a session may have, as clap checks it.
const TABLES: std::ops::RangeInclusive<i64> = 1..=crate::session::Head::MOST_TABLES as i64;

/// The whole command line.
pub(super) fn command(words: &Words) -> Command {
    command_of(words, &|_| true)
}

/// The command line with only those commands that these arguments can mean: the rest takes as long to describe as the
/// first screen takes to draw. An argument that it does not know may be right for [`command`].
pub(super) fn quick_command(words: &Words, args: &[OsString]) -> Command {
    command_of(words, &|name| args.iter().any(|arg| arg == name))
}

fn command_of(words: &Words, wanted: &dyn Fn(&str) -> bool) -> Command {
    let say = |key: &str| words.say(key);
    let top = Command::new("aantafel")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("cli-about"))
        .override_usage(say("cli-usage"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_help_heading(say("cli-heading-commands"))
        .args(everywhere(words))
        .arg(flag(words, "version").short('V').action(ArgAction::Version))
        .after_help(say("cli-after"));
    let file = |name: &'static str| option(words, name, "FILE").value_parser(value_parser!(PathBuf));
    let sub = |name: &'static str, usage: &'static str, args: &dyn Fn() -> Vec<Arg>| {
        wanted(name).then(|| {
            let about = words.say(&format!("cli-do-{name}"));
            Command::new(name)
                .about(about)
                .override_usage(format!("aantafel {name} {usage}").trim_end().to_owned())
                .args(args())
        })
    };
    let session = || place(words, "session", "SESSION").required(true);
    let table = || option(words, "table", "N");
    let round = || option(words, "round", "ID");
    let at = || option(words, "at", "TIME");
    let names = || choice(words, "names", "full|party|none", &["full", "party", "none"]);
    let json = || flag(words, "json").action(ArgAction::SetTrue);
    let tables = || option(words, "tables", "N").value_parser(value_parser!(u32).range(TABLES));
    let shelf = |command: Command| {
        let sub = |name: &'static str, usage: &'static str, args: Vec<Arg>| {
            let about = words.say(&format!("cli-do-workshops-{name}"));
            let usage = format!("aantafel workshops {name} {usage}").trim_end().to_owned();
            tidy(words, Command::new(name).about(about).override_usage(usage).args(args))
        };
        let id = || place(words, "workshop", "WORKSHOP").required(true);
        command
            .disable_help_subcommand(true)
            .subcommand_help_heading(words.say("cli-heading-commands"))
            .subcommand(sub("list", "[--json]", vec![json()]))
            .subcommand(sub("show", "WORKSHOP [--json]", vec![id(), json()]))
            .subcommand(sub("copy", "WORKSHOP FILE", vec![id(), place(words, "copy-file", "FILE").required(true)]))
    };
    let subs = [
        sub("demo", "[--tables N]", &|| vec![tables()]),
        sub("new", "WORKSHOP --title T [--date D] [--place P] [--tables N] [--party P]…", &|| {
            vec![
                place(words, "workshop", "WORKSHOP").required(true),
                option(words, "title", "T").required(true),
                option(words, "date", "D"),
                option(words, "place", "P"),
                tables(),
                option(words, "party", "P").action(ArgAction::Append),
                json(),
            ]
        }),
        sub("open", "SESSION [--door regie|tafel|oogst|verslag] [--table N] [--round ID]", &|| {
            vec![session(), choice(words, "door", "DOOR", &["regie", "tafel", "oogst", "verslag"]), table(), round()]
        }),
        sub("screen", "SESSION", &|| vec![session()]),
        sub("list", "[--json]", &|| vec![json()]),
        sub("show", "SESSION [CODE | [--table N] [--round ID] [--at TIME]] [--json]", &|| {
            let code = place(words, "code", "CODE").conflicts_with_all(["table", "round", "at"]);
            vec![session(), code, table(), round(), at(), json()]
        }),
        sub("capture", "SESSION (--table N --round ID | --codes) [FILE|-] [--json]", &|| {
            vec![
                session(),
                table().required_unless_present("codes"),
                round().required_unless_present("codes"),
                flag(words, "codes").action(ArgAction::SetTrue).conflicts_with_all(["table", "round"]),
                place(words, "lines", "FILE|-"),
                json(),
            ]
        })
        .map(|sub| sub.after_help(say("cli-capture-after"))),
        sub("import", "PATH… [--dry-run] [--json]", &|| {
            let paths = place(words, "paths", "PATH").required(true).num_args(1..).value_parser(value_parser!(PathBuf));
            vec![paths, flag(words, "dry-run").action(ArgAction::SetTrue), json()]
        }),
        sub(
            "search",
            "WORDS… [--session S] [--kind K] [--party P] [--since D] [--place P] [--literal] [--json]",
            &|| {
                // their help is their own: elsewhere these options say what is made, here what is looked for
                let sieve = |name, long, value| option(words, name, value).long(long).id(name);
                vec![
                    place(words, "search-words", "WORDS").id("words").num_args(0..),
                    option(words, "session", "S"),
                    option(words, "kind", "K"),
                    sieve("search-party", "party", "P").id("party"),
                    option(words, "since", "D"),
                    sieve("search-place", "place", "P").id("place"),
                    flag(words, "literal").action(ArgAction::SetTrue),
                    json(),
                ]
            },
        )
        .map(|sub| sub.after_help(say("cli-search-after"))),
        sub("lessons", "[WORDS…] [--json]", &|| {
            vec![place(words, "search-words", "WORDS").id("words").num_args(0..), json()]
        }),
        sub("agreements", "[--open] [--json]", &|| vec![flag(words, "open").action(ArgAction::SetTrue), json()]),
        sub(
            "report",
            "SESSION --to docx|pdf|html|md|xlsx|csv|json [-o FILE] [--names full|party|none] [--table N] [--public] [--one-page] [--template FILE] [--logo FILE]",
            &|| {
                vec![
                    session(),
                    option(words, "to", "FORMAT").required(true),
                    option(words, "output", "FILE").short('o'),
                    names(),
                    table(),
                    flag(words, "public").action(ArgAction::SetTrue),
                    flag(words, "one-page").action(ArgAction::SetTrue),
                    file("template"),
                    file("logo"),
                ]
            },
        ),
        sub("sheets", "SESSION --to docx|pdf|html|md [-o FILE] [--table N] [--template FILE] [--logo FILE]", &|| {
            vec![
                session(),
                option(words, "to", "FORMAT").required(true),
                option(words, "output", "FILE").short('o'),
                table(),
                file("template"),
                file("logo"),
            ]
        }),
        sub("seats", "SESSION [--people P] [--rounds N] [--seed N] [--to md] [--keep] [--json]", &|| {
            let many = |name: &'static str, value| option(words, name, value).action(ArgAction::Append);
            vec![
                session(),
                option(words, "people", "P"),
                option(words, "rounds", "N").value_parser(value_parser!(u32).range(1..)),
                option(words, "seed", "N").value_parser(value_parser!(u64)),
                flag(words, "hosts").action(ArgAction::SetTrue),
                many("pin", "P=N"),
                many("move", "P=N"),
                many("unpin", "P"),
                many("late", "P"),
                many("leave", "P"),
                option(words, "places", "N,N"),
                flag(words, "remix").action(ArgAction::SetTrue),
                round(),
                option(words, "to", "FORMAT"),
                flag(words, "keep").action(ArgAction::SetTrue),
                json(),
            ]
        })
        .map(|sub| sub.after_help(say("cli-seats-after"))),
        sub(
            "people",
            "SESSION [--add P]… [--from FILE] [--remove CHAIR]… [--names full|party|none] [--until D]",
            &|| {
                let many = |name: &'static str, value| option(words, name, value).action(ArgAction::Append);
                vec![
                    session(),
                    many("add", "P"),
                    option(words, "from", "FILE").value_parser(value_parser!(PathBuf)),
                    many("remove", "CHAIR"),
                    table(),
                    names(),
                    option(words, "until", "D"),
                    json(),
                ]
            },
        )
        .map(|sub| sub.after_help(say("cli-people-after"))),
        sub(
            "forget",
            "SESSION --names [--name N]… [--also-in-text | --leave-text] [--reports] [--yes] [--json]",
            &|| {
                let yes = |name: &'static str| flag(words, name).action(ArgAction::SetTrue);
                vec![
                    session(),
                    Arg::new("forget-names")
                        .long("names")
                        .help(help(words, "forget-names"))
                        .action(ArgAction::SetTrue)
                        .required(true),
                    option(words, "name", "N").action(ArgAction::Append),
                    yes("also-in-text").conflicts_with("leave-text"),
                    yes("leave-text"),
                    yes("reports"),
                    yes("yes"),
                    json(),
                ]
            },
        )
        .map(|sub| sub.after_help(say("cli-forget-after"))),
        sub("workshops", "[list | show WORKSHOP | copy WORKSHOP FILE]", &|| vec![json()]).map(shelf),
        sub("check", "FILE… [--json]", &|| vec![place(words, "files", "FILE").required(true).num_args(1..), json()]),
        sub("restore", "[SESSION] [--at TIME] [--json]", &|| vec![place(words, "backup", "SESSION"), at(), json()]),
        sub("doctor", "[--json]", &|| vec![json()]),
        sub("completions", "SHELL", &|| vec![place(words, "shell", "SHELL").required(true).value_parser(shells())]),
        sub("man", "", &|| vec![]),
    ];
    tidy(words, top.subcommands(subs.into_iter().flatten().map(|sub| tidy(words, sub))))
}

/// The shells for which completions are made.
pub(super) const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

fn shells() -> PossibleValuesParser {
    PossibleValuesParser::new(SHELLS)
}

/// The options that every command has.
fn everywhere(words: &Words) -> Vec<Arg> {
    let every = |arg: Arg| arg.global(true);
    vec![
        every(option(words, "data", "DIR")),
        every(choice(words, "lang", "nl|en", &["nl", "en"]).ignore_case(true)),
        every(choice(words, "theme", "THEME", &["auto", "dark", "light", "contrast", "mono"])),
        every(flag(words, "ascii").action(ArgAction::SetTrue)),
        every(option(words, "device", "NAME")),
        every(flag(words, "quiet").short('q').action(ArgAction::SetTrue)),
        every(flag(words, "help").short('h').action(ArgAction::Help)),
    ]
}

fn help(words: &Words, name: &str) -> String {
    words.say(&format!("cli-opt-{name}"))
}

fn flag(words: &Words, name: &'static str) -> Arg {
    Arg::new(name).long(name).help(help(words, name))
}

fn option(words: &Words, name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help(words, name)).hide_default_value(true)
}

fn choice(words: &Words, name: &'static str, value: &'static str, choices: &[&'static str]) -> Arg {
    let choices = PossibleValuesParser::new(choices.iter().copied());
    option(words, name, value).value_parser(choices).hide_possible_values(true)
}

fn place(words: &Words, name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).value_name(value).help(help(words, name)).hide_possible_values(true)
}

/// Our own headings instead of clap's English ones.
fn tidy(words: &Words, command: Command) -> Command {
    let (options, usage) = (words.say("cli-heading-options"), words.say("cli-heading-usage"));
    let arguments = words.say("cli-heading-arguments");
    command
        .disable_help_flag(true)
        .help_template(format!("{{about-with-newline}}\n{usage}\n  {{usage}}\n\n{{all-args}}{{after-help}}\n"))
        .mut_args(move |arg| {
            let heading = if arg.is_positional() { arguments.clone() } else { options.clone() };
            arg.help_heading(heading)
        })
}
