//! Writes values as text: one line for the journal, many readable lines for files that people open.
//!
//! Not for where the text goes (that is `store`). Called by `session`, `workshop` and `store`. What is written here is
//! read back equal by `read`; strings of several lines stand in the file as they were said.

use std::fmt;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;

use super::scan::{Kind, Tokens};
use super::{MOST_NESTED_WRITTEN, options};

/// A value that cannot be written in the dialect, in the library's words: a mistake in the program, not in the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritable(pub String);

impl std::error::Error for Unwritable {}

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this value cannot be written: {}", self.0)
    }
}

/// Writes a value on one line, as short as can be.
///
/// The line never contains a line end, so that a journal can tell its records apart by lines alone.
///
/// # Errors
/// [`Unwritable`] if the value nests too deep or its type refuses.
pub fn write_line<T: Serialize + ?Sized>(value: &T) -> Result<String, Unwritable> {
    let mut line = Vec::new();
    write_line_onto(&mut line, value)?;
    String::from_utf8(line).map_err(|error| Unwritable(error.to_string()))
}

/// As [`write_line`], onto the end of a buffer, so that a journal can use one buffer for ever.
///
/// # Errors
/// As [`write_line`]; the buffer then has its old length.
pub fn write_line_onto<T: Serialize + ?Sized>(line: &mut Vec<u8>, value: &T) -> Result<(), Unwritable> {
    let before = line.len();
    let options = options().with_recursion_limit(MOST_NESTED_WRITTEN);
    let written = options.to_io_writer(&mut *line, value).map_err(|error| Unwritable(error.to_string()));
    // the library writes characters as they are, so a value of type char may hold a bare line end
    if written.is_ok() && line[before..].iter().any(|&byte| matches!(byte, b'\n' | b'\r')) {
        let escaped = String::from_utf8_lossy(&line[before..]).into_owned();
        line.truncate(before);
        push_chars_escaped(line, &escaped);
    }
    if written.is_err() {
        line.truncate(before);
    }
    written
}

/// Writes a value for people: a name before the outermost bracket, two spaces a level, `\n`, and a line end at the end.
///
/// Strings with line ends stand as they are; anything that an editor could change or a terminal would obey (carriage
/// returns, escapes, marks that turn the direction of writing) is written as an escape.
///
/// # Errors
/// As [`write_line`].
pub fn write_pretty<T: Serialize + ?Sized>(name: &str, value: &T) -> Result<String, Unwritable> {
    let pretty = PrettyConfig::new().new_line("\n").indentor("  ").struct_names(false).extensions(Extensions::empty());
    let options = options().with_recursion_limit(MOST_NESTED_WRITTEN);
    let plain = options.to_string_pretty(value, pretty).map_err(|error| Unwritable(error.to_string()))?;
    let mut text = String::with_capacity(plain.len() + name.len() + 1);
    if plain.starts_with('(') {
        text.push_str(name);
    }
    let mut copied = 0;
    for token in Tokens::from(&plain, 0) {
        let literal = &plain[token.start..token.end];
        if let Some(c) = bare_control(token.kind, literal) {
            text.push_str(&plain[copied..token.start]);
            text.push_str(&format!("'\\u{{{:x}}}'", u32::from(c)));
            copied = token.end;
        }
        if token.kind == Kind::Text && literal.starts_with('"') {
            text.push_str(&plain[copied..token.start]);
            push_text(&mut text, &unescaped(literal));
            copied = token.end;
        }
    }
    text.push_str(&plain[copied..]);
    text.push('\n');
    Ok(text)
}

/// Copies a line, with every character literal that is a control character written as an escape.
fn push_chars_escaped(out: &mut Vec<u8>, line: &str) {
    let mut copied = 0;
    for token in Tokens::from(line, 0) {
        if let Some(c) = bare_control(token.kind, &line[token.start..token.end]) {
            out.extend_from_slice(&line.as_bytes()[copied..token.start]);
            out.extend_from_slice(format!("'\\u{{{:x}}}'", u32::from(c)).as_bytes());
            copied = token.end;
        }
    }
    out.extend_from_slice(&line.as_bytes()[copied..]);
}

/// The character of a literal such as `'x'`, if it stands there bare and should not.
fn bare_control(kind: Kind, literal: &str) -> Option<char> {
    let inside = literal.strip_prefix('\'')?.strip_suffix('\'')?;
    let mut chars = inside.chars();
    let c = chars.next()?;
    let bare = kind == Kind::Char && chars.next().is_none();
    (bare && (c.is_control() || must_escape(c) || joins_the_quote(c))).then_some(c)
}

/// The string that a literal of the RON library stands for; it uses Rust's own escapes and no others.
fn unescaped(literal: &str) -> String {
    let inside = &literal[1..literal.len() - 1];
    let mut out = String::with_capacity(inside.len());
    let mut rest = inside.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match rest.next() {
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('0') => out.push('\0'),
            Some('u') => {
                let hex: String = rest.by_ref().skip(1).take_while(|&c| c != '}').collect();
                let code = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32);
                out.push(code.expect("the library escapes characters by their code"));
            }
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

/// Writes one string in the most readable spelling that is safe in a file.
fn push_text(out: &mut String, text: &str) {
    let dangerous = text.chars().any(must_escape) || text.starts_with(joins_the_quote);
    let awkward = text.contains(['"', '\\']);
    if text.contains('\n') && !dangerous {
        // one hash more than the longest run behind a quote; a raw string can hold anything else
        let most = if awkward { most_hashes(text) + 1 } else { 0 };
        let hashes = "#".repeat(most);
        if awkward {
            out.push('r');
        }
        out.push_str(&hashes);
        out.push('"');
        out.push_str(text);
        out.push('"');
        out.push_str(&hashes);
        return;
    }
    out.push('"');
    for (n, c) in text.chars().enumerate() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if must_escape(c) || (n == 0 && joins_the_quote(c)) => {
                out.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

fn most_hashes(text: &str) -> usize {
    text.split('"').skip(1).map(|after| after.bytes().take_while(|&b| b == b'#').count()).max().unwrap_or(0)
}

/// Characters that do not survive an editor or a terminal unseen.
fn must_escape(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{FEFF}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Marks that would be drawn onto the quote before them.
fn joins_the_quote(c: char) -> bool {
    !c.is_ascii() && c.escape_debug().len() > 1
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use proptest::prelude::*;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Note {
        id: u32,
        text: String,
        sigil: char,
        weight: Option<f64>,
        more: Option<Extra>,
        tags: BTreeMap<String, Vec<Extra>>,
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Seat(String);

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    enum Extra {
        Pause,
        Said(Seat),
        Vote { seat: Seat, dots: i8 },
        Wrapped(Inner),
        Pair(String, u8),
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Inner {
        a: Option<String>,
        b: (),
    }

    fn words() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("\"".to_owned()),
            Just("\\".to_owned()),
            Just("\"#".to_owned()),
            Just("\"##".to_owned()),
            Just("\n".to_owned()),
            Just("\r\n".to_owned()),
            Just("\t".to_owned()),
            Just("é".to_owned()),
            Just("e\u{301}".to_owned()),
            Just("\u{301}".to_owned()),
            Just("漢".to_owned()),
            Just("👩‍👩‍👧".to_owned()),
            Just("\u{1b}[2J".to_owned()),
            Just("\0".to_owned()),
            Just("\u{85}\u{2028}".to_owned()),
            Just("// ".to_owned()),
            Just("/* ".to_owned()),
            Just("r#".to_owned()),
            Just("\u{FEFF}".to_owned()),
            "[a-z ,:()]{1,6}",
            any::<char>().prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
    }

    fn extra() -> impl Strategy<Value = Extra> {
        prop_oneof![
            Just(Extra::Pause),
            words().prop_map(|s| Extra::Said(Seat(s))),
            (words(), any::<i8>()).prop_map(|(s, dots)| Extra::Vote { seat: Seat(s), dots }),
            proptest::option::of(words()).prop_map(|a| Extra::Wrapped(Inner { a, b: () })),
            (words(), any::<u8>()).prop_map(|(s, n)| Extra::Pair(s, n)),
        ]
    }

    prop_compose! {
        fn note()(id in any::<u32>(), text in words(), sigil in any::<char>(), weight in proptest::option::of(-1e9..1e9),
            more in proptest::option::of(extra()),
            tags in proptest::collection::btree_map(words(), proptest::collection::vec(extra(), 0..3), 0..3)) -> Note {
            Note { id, text, sigil, weight, more, tags }
        }
    }

    proptest! {
        #[test]
        fn everything_written_reads_back_equal(note in note()) {
            let pretty = write_pretty("Tafel", &note).expect("works");
            prop_assert_eq!(&read::<Note>(&pretty).expect("works").value, &note, "{}", pretty);
            prop_assert!(!pretty.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "{:?}", pretty);
            let line = write_line(&note).expect("works");
            prop_assert!(!line.contains(['\n', '\r']));
            prop_assert_eq!(read::<Note>(&line).expect("works").value, note);
        }

        #[test]
        fn an_editor_on_windows_changes_nothing(note in note()) {
            let pretty = write_pretty("Tafel", &note).expect("works");
            let bytes = format!("\u{FEFF}{}", pretty.replace('\n', "\r\n")).into_bytes();
            let again = super::super::read_bytes::<Note>(&bytes, bytes.len()).expect("works").value;
            prop_assert_eq!(again, note);
        }
    }

    #[test]
    fn a_file_is_pleasant_to_read() {
        let note = Note {
            id: 3,
            text: "Eerste regel\nzei \"Ans\" 👩‍👩‍👧".to_owned(),
            sigil: '+',
            weight: Some(1.0),
            more: Some(Extra::Vote { seat: Seat("C:\\a \"b\"".to_owned()), dots: -1 }),
            tags: BTreeMap::new(),
        };
        insta::assert_snapshot!(write_pretty("Tafel", &note).expect("works"), @r##"
        Tafel(
          id: 3,
          text: r#"Eerste regel
        zei "Ans" 👩‍👩‍👧"#,
          sigil: '+',
          weight: 1.0,
          more: Vote(
            seat: "C:\\a \"b\"",
            dots: -1,
          ),
          tags: {},
        )
        "##);
    }

    #[test]
    fn a_value_too_deep_to_read_back_is_not_written() {
        #[derive(Serialize)]
        struct Deep(Vec<Deep>);
        let mut deep = Deep(Vec::new());
        for _ in 0..MOST_NESTED_WRITTEN {
            deep = Deep(vec![deep]);
        }
        assert!(write_pretty("Diep", &deep).is_err());
        assert!(write_line(&deep).is_err());
    }
}
