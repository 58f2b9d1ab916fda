//! Holds the sources and the message files equal: what is said exists, and what exists is said.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use aantafel::words::{Lang, Words};

/// Families of keys that are put together while the program runs, so no source names them in full.
///
/// - `key-`: the name and the explanation of every binding, from the one table of keys.
/// - `check-`: what an author gets wrong, from the faults of the forms and of the workshop's check; a test below walks them.
/// - `oogst-filter-`, `oogst-order-`: by what lines of the harvest are chosen and put in order, by its own key.
/// - `form-action-board-`: the choices of the action list's column for the board.
/// - `form-status-`: how far a text has come, by the status's own key.
/// - `report-group-`: who talks with whom, where a step has no name of its own.
/// - `cli-do-`, `cli-opt-`: what a command does and what an option is for, by its own name.
/// - `store-`: what went wrong on the disk, from its parts.
/// - `where-`: the headings of the help, by the place of the keyboard.
/// - `cli-doctor-`: what `doctor` looked at, by the name of the thing.
const COMPOSED: [&str; 24] = [
    "agreement-state-",
    "lesson-",
    "screen-read-back-",
    "read-back-",
    "oogst-filter-",
    "oogst-order-",
    "regie-wall-",
    "key-",
    "check-",
    "form-action-board-",
    "form-status-",
    "report-group-",
    "report-format-",
    "report-template-",
    "cli-do-",
    "cli-opt-",
    "cli-doctor-",
    "store-",
    "where-",
    "people-names-",
    "forget-place-",
    "verslag-audience-",
    "verslag-names-",
    "verslag-stage-",
];

/// Keys that stand ready in a file whose room is still being built. Whoever says one takes it off this list; a test
/// sees to that, so that the list can only shrink.
const AWAITED: [&str; 1] = ["form-optional"];

/// Every key that a source says or tells, with the file it stands in. What a source's own tests say is left out.
fn said() -> BTreeMap<String, PathBuf> {
    let mut said = BTreeMap::new();
    for path in rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        if path.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with("tests")) {
            continue;
        }
        let source = fs::read_to_string(&path).expect("a source can be read");
        for key in keys_in(&source) {
            said.insert(key, path.clone());
        }
    }
    said
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("src can be listed") {
        let path = entry.expect("src can be listed").path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

fn keys_in(source: &str) -> Vec<String> {
    let told: String = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
    let code: String = told.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    // `say(` alone too: a source that says many things binds it to a short name first
    let calls = ["say(", "tell("].into_iter().flat_map(|call| code.split(call).skip(1));
    let literal = |rest: &str| Some(rest.trim_start().strip_prefix('"')?.split('"').next()?.to_owned());
    calls.filter_map(literal).collect()
}

#[test]
fn the_scan_finds_keys_over_lines_and_leaves_comments_and_tests_out() {
    let call = |name: &str, key: &str| format!("words.{name}(\n    \"{key}\",\n)");
    let source = format!(
        "// words.say(\"comment\")\n{}; {}; words.say(key);\n#[cfg(test)]\nmod tests {{ {} }}",
        call("say", "one"),
        call("tell", "two"),
        call("say", "three"),
    );
    assert_eq!(keys_in(&source), ["one", "two"]);
}

#[test]
fn everything_that_is_said_exists_in_both_languages() {
    for lang in Lang::ALL {
        let keys = Words::new(lang).keys();
        for (key, path) in said() {
            assert!(keys.contains(&key), "{}: no message {key:?} in assets/i18n/{lang}", path.display());
        }
    }
}

/// All sources in one: a key that stands in one as a text of its own, in a table for instance, is said by whoever reads it.
fn sources() -> String {
    let files = rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    files.into_iter().map(|path| fs::read_to_string(path).expect("a source can be read")).collect()
}

#[test]
fn everything_that_exists_is_said() {
    let (said, sources) = (said(), sources());
    let idle: Vec<String> = Words::new(Lang::Nl)
        .keys()
        .into_iter()
        .filter(|key| !said.contains_key(key) && !AWAITED.contains(&key.as_str()))
        .filter(|key| !sources.contains(&format!("\"{key}\"")))
        .filter(|key| !COMPOSED.iter().any(|family| key.starts_with(family)))
        .collect();
    assert!(idle.is_empty(), "no source says {idle:?}: remove them, or say them");
}

#[test]
fn an_awaited_key_exists_and_is_not_yet_said() {
    let keys = Words::new(Lang::Nl).keys();
    let said = said();
    for key in AWAITED {
        assert!(keys.contains(&key.to_owned()), "{key} does not exist: take it off AWAITED in tests/words.rs");
        assert!(!said.contains_key(key), "{key} is said now: take it off AWAITED in tests/words.rs");
    }
}

#[test]
fn every_message_file_in_the_folders_is_spoken() {
    for lang in Lang::ALL {
        let spoken: BTreeSet<String> = Words::new(lang).keys().into_iter().collect();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n").join(lang.code());
        for entry in fs::read_dir(folder).expect("the messages can be listed") {
            let path = entry.expect("the messages can be listed").path();
            let text = fs::read_to_string(&path).expect("messages can be read");
            let first = text.lines().find(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
            let key = first.and_then(|line| line.split_whitespace().next()).unwrap_or_default();
            assert!(spoken.contains(key), "{} is not in the list of src/words/files.rs", path.display());
        }
    }
}

#[test]
fn every_fault_of_an_author_has_a_sentence_and_a_remedy_in_both_languages() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut keys = BTreeSet::new();
    let check = [src.join("workshop/check.rs")];
    for path in rust_files(&src.join("form")).iter().chain(&check) {
        let source = fs::read_to_string(path).expect("a source can be read");
        // the key is the last text in quotes between the brackets
        for call in source.split("Fault::new(").skip(1) {
            let mut depth = 1;
            let inside: String = call
                .chars()
                .take_while(|c| {
                    depth += i32::from(*c == '(') - i32::from(*c == ')');
                    depth > 0
                })
                .collect();
            keys.extend(inside.rsplit('"').nth(1).map(str::to_owned));
        }
    }
    assert!(keys.contains("sigil-wrong") && keys.contains("no-rounds"), "{keys:?}");
    for lang in Lang::ALL {
        let known = Words::new(lang).keys();
        for key in keys.iter().flat_map(|key| [format!("check-{key}"), format!("check-{key}-remedy")]) {
            assert!(known.contains(&key), "no message {key:?} in assets/i18n/{lang}/check.ftl");
        }
    }
}
