//! Rust source as the rules of the house look at it: without comments and strings, line by line.
//!
//! No parser: what is looked for are names that stand there or do not. Called by `tests/house.rs`.

use std::{collections::HashSet, fs, path::Path};

/// One file.
pub struct Source {
    /// Its path from the root of the project, with forward slashes.
    pub path: String,
    /// What stands in it.
    pub text: String,
    /// The same, with comments and strings blanked; lines are where they were.
    code: String,
    /// Whether the whole file is for tests.
    test: bool,
}

/// Every Rust file below a folder of the project, in the order of their paths.
pub fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), folder, &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    let tests: HashSet<String> = found.iter().flat_map(Source::test_files).collect();
    for file in &mut found {
        file.test =
            tests.iter().any(|stem| file.path == format!("{stem}.rs") || file.path.starts_with(&format!("{stem}/")));
    }
    found
}

fn collect(folder: &Path, name: &str, found: &mut Vec<Source>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{name}: {error}"));
    for entry in entries.filter_map(Result::ok) {
        let path = format!("{name}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &path, found);
        } else if path.ends_with(".rs") {
            let text = fs::read_to_string(entry.path()).unwrap_or_else(|error| panic!("{path}: {error}"));
            let text = text.replace("\r\n", "\n");
            found.push(Source { code: code(&text), path, text, test: false });
        }
    }
}

impl Source {
    /// Its path below `src/`.
    pub fn in_house(&self) -> &str {
        self.path.strip_prefix("src/").unwrap_or(&self.path)
    }

    /// The room it stands in; none for `lib.rs` and `main.rs`.
    pub fn room(&self) -> Option<&str> {
        self.in_house().split_once('/').map(|(room, _)| room)
    }

    /// What it does when it is not tested: without what stands under `#[cfg(test)]`.
    pub fn deeds(&self) -> Self {
        let mut code = if self.test { String::new() } else { self.code.clone() };
        while let Some(from) = code.find("#[cfg(test)]") {
            let rest = &code[from..];
            let end = match (rest.find('{'), rest.find(';')) {
                (Some(open), semicolon) if semicolon.is_none_or(|at| open < at) => open + block(&rest[open..]),
                (_, Some(semicolon)) => semicolon,
                (_, None) => rest.len(),
            };
            let blank: String = rest[..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
            code = format!("{}{blank}{}", &code[..from], &rest[end..]);
        }
        Self { path: self.path.clone(), text: String::new(), code, test: self.test }
    }

    /// The lines on which one of these stands as a whole word, as `path:line: the line`.
    pub fn find(&self, wanted: &[&str]) -> Vec<String> {
        let lines = self.code.lines().enumerate();
        let hits = lines.filter(|(_, line)| wanted.iter().any(|word| has(line, word)));
        hits.map(|(at, line)| format!("{}:{}: {}", self.path, at + 1, line.trim())).collect()
    }

    /// The rooms it names by `crate::`, each with the line.
    pub fn imports(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (at, _) in self.code.match_indices("crate::") {
            let rest = &self.code[at + "crate::".len()..];
            let line = |inside: usize| self.code[..at + inside].matches('\n').count() + 1;
            if rest.starts_with('{') {
                let group = &rest[1..block(rest) - 1];
                let mut depth = 0;
                let mut fresh = true;
                for (inside, c) in group.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => fresh = true,
                        c if fresh && depth == 0 && is_word(c) => {
                            found.push((line(inside + 8), word(&group[inside..])));
                            fresh = false;
                        }
                        _ => {}
                    }
                }
            } else {
                found.push((line(0), word(rest)));
            }
        }
        // a macro of the crate is named by `crate::` or by a path; what is no module has a capital or is not followed by `::`
        found.retain(|(_, name)| name.chars().next().is_some_and(char::is_lowercase));
        found
    }

    /// The lines on which so many `super` stand in a row that they lead out of the room.
    pub fn climbs(&self) -> Vec<usize> {
        let own = self.in_house().split('/').count() - usize::from(self.path.ends_with("/mod.rs"))
            // `x_tests.rs` stands beside `x.rs` and is the module `tests` inside it
            + usize::from(self.path.ends_with("_tests.rs"));
        let mut found = Vec::new();
        let mut rows = self.code.match_indices("super::").map(|(at, _)| at).peekable();
        while let Some(first) = rows.next() {
            let mut supers = 1;
            while rows.next_if(|at| *at == first + supers * "super::".len()).is_some() {
                supers += 1;
            }
            if supers >= own + self.modules_open_at(first) {
                found.push(self.code[..first].matches('\n').count() + 1);
            }
        }
        found
    }

    /// How many modules of the file itself are open at a place.
    fn modules_open_at(&self, at: usize) -> usize {
        let opened = |(from, _): &(usize, &str)| {
            let rest = &self.code[*from..];
            let brace = rest.find(['{', ';']).filter(|end| rest[*end..].starts_with('{'));
            has(&rest[..4.min(rest.len())], "mod") && brace.is_some_and(|open| from + open + block(&rest[open..]) > at)
        };
        self.code[..at].match_indices("mod ").filter(opened).count()
    }

    /// The files (without ending) that it declares for tests only.
    fn test_files(&self) -> Vec<String> {
        let stem = self.path.strip_suffix("/mod.rs").or_else(|| self.path.strip_suffix(".rs")).unwrap_or(&self.path);
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut found = Vec::new();
        for (at, mark) in self.code.match_indices("#[cfg(test)]") {
            let from = at + mark.len();
            let Some(end) = self.code[from..].find(';') else { continue };
            let declared = &self.code[from..from + end];
            let Some((_, name)) = declared.rsplit_once("mod ").filter(|_| !declared.contains('{')) else { continue };
            // `#[path = "…"]` names a file beside this one; the name is a string, so it stands in the text only
            let told = self.text[from..from + end].split_once("#[path = \"").and_then(|(_, rest)| rest.split_once('"'));
            found.push(match told {
                Some((file, _)) => format!("{folder}/{}", file.trim_end_matches(".rs")),
                None => format!("{stem}/{}", name.trim()),
            });
        }
        found
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| is_word(*c)).collect()
}

/// Whether a line holds `wanted`, and not as a part of a longer word.
fn has(line: &str, wanted: &str) -> bool {
    line.match_indices(wanted).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_none_or(|c| !is_word(c) || !wanted.starts_with(is_word));
        let after = line[at + wanted.len()..].chars().next().is_none_or(|c| !is_word(c) || !wanted.ends_with(is_word));
        before && after
    })
}

/// How long a block is that begins with a brace, up to and with the brace that closes it.
fn block(text: &str) -> usize {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}

/// The text with comments, strings and characters blanked.
fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let skipped = literal(rest);
        // a raw string begins with a letter, and so does a word that ends in one
        let in_word = rest.starts_with(['r', 'b']) && out.chars().next_back().is_some_and(is_word);
        if skipped > 0 && !in_word {
            // as many bytes as there were, so that a place in the code is the same place in the text
            out.extend(rest[..skipped].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
            at += skipped;
        } else {
            let c = rest.chars().next().expect("the text goes on");
            out.push(c);
            at += c.len_utf8();
        }
    }
    out
}

/// How long the comment, string or character is that begins here; 0 if none does.
fn literal(text: &str) -> usize {
    let to = |end: Option<usize>, length: usize| end.map_or(text.len(), |at| at + length);
    if text.starts_with("//") {
        return to(text.find('\n'), 0);
    }
    if text.starts_with("/*") {
        return to(text.find("*/"), 2);
    }
    let raw = text.trim_start_matches('b');
    if text.len() - raw.len() <= 1
        && let Some(hashes) = raw.strip_prefix('r')
    {
        let inside = hashes.trim_start_matches('#');
        let count = hashes.len() - inside.len();
        if let Some(inside) = inside.strip_prefix('"') {
            let close = format!("\"{}", "#".repeat(count));
            let begun = text.len() - inside.len();
            return inside.find(&close).map_or(text.len(), |end| begun + end + close.len());
        }
    }
    if let Some(inside) = text.strip_prefix('"') {
        return 1 + quoted(inside, '"');
    }
    match text.strip_prefix('\'') {
        Some(inside) if inside.starts_with('\\') => 1 + quoted(inside, '\''),
        // otherwise it is a lifetime
        Some(inside) => {
            inside.chars().next().filter(|c| inside[c.len_utf8()..].starts_with('\'')).map_or(0, |c| 2 + c.len_utf8())
        }
        None => 0,
    }
}

/// How far the closing quote is, and with it.
fn quoted(text: &str, close: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == close => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[test]
fn what_is_said_is_not_what_is_done() {
    let text = "//! ratatui\nuse a; // crossterm\nlet s = \"fs::read \\\" fs\"; let c = '\\''; let r = r#\"fs \" fs\"#;\nfn f<'a>(x: &'a str) {}\n";
    let code = code(text);
    assert_eq!(code.lines().count(), text.lines().count());
    assert!(!code.contains("ratatui") && !code.contains("crossterm") && !code.contains("fs"), "{code}");
    assert!(code.contains("fn f<'a>(x: &'a str) {}"));
}

#[test]
fn what_a_file_names_is_found_with_its_line() {
    let text = "use crate::text::wrap;\nuse crate::{\n    form::{Form, Kind},\n    record::Now,\n};\nfn f() { crate::ui::paint() }\n#[cfg(test)]\nmod tests {\n    use super::super::x;\n    use super::y;\n    fn g() { fs::read() }\n}\nfn h() { prefs::read(); fs::write() }\n";
    let file = Source { path: "src/app/mod.rs".to_owned(), text: text.to_owned(), code: code(text), test: false };
    let names: Vec<_> = file.imports().into_iter().collect();
    let expected = [(1, "text"), (3, "form"), (4, "record"), (6, "ui")];
    assert_eq!(names, expected.map(|(line, name)| (line, name.to_owned())));
    assert_eq!(file.climbs(), [9]);
    assert_eq!(file.deeds().find(&["fs"]), ["src/app/mod.rs:13: fn h() { prefs::read(); fs::write() }"]);
}
