//! Puts other words where names stand, and leaves everything else as it is: RON literal by literal, a journal record by
//! record with its checksums, other text as it stands.
//!
//! The keys of a line that was typed are the one thing that goes: a journal in which somebody typed a name keeps every
//! change, and of the keys those that bring the desk to where it is. Not for files (that is `forget`).

use super::names::Finder;
use super::search::around;
use crate::dialect::{self, Kind, Tokens};
use crate::session::{Desk, Log, Step};
use crate::store::journal::{Line, lines, push_record};
use crate::store::load::read_log;

/// Whether a file of this name is a journal, or what was kept of one.
pub(super) fn is_journal(name: &str) -> bool {
    name.contains(".journal")
}

/// Whether a file of this name is RON, or what was kept of a damaged one.
fn is_ron(name: &str) -> bool {
    name.ends_with(".ron") || name.contains(".ron.") || name.contains(".ron~")
}

/// The bytes of a file with other words where names stood; nothing if it is the same.
///
/// # Errors
/// In words, for a record that cannot be written.
pub(super) fn rewritten(name: &str, bytes: &[u8], finder: &Finder) -> Result<Option<Vec<u8>>, String> {
    let new = if is_journal(name) {
        journal(bytes, finder)?
    } else {
        match std::str::from_utf8(bytes) {
            Ok(text) if is_ron(name) => ron(text, finder).map(String::into_bytes),
            Ok(_) | Err(_) => Some(plain(bytes, finder)),
        }
    };
    Ok(new.filter(|new| new != bytes))
}

/// What people can have written in RON or in a journal, without the names of fields and variants: those are the program's,
/// and some of them are surnames too. Nothing if the file is something else, or damaged.
pub(super) fn said(name: &str, bytes: &[u8]) -> Option<String> {
    if is_journal(name) {
        let mut all = String::new();
        for line in lines(bytes) {
            let Line::Record(record) = line else { return None };
            all.push_str(&solid(record)?);
            all.push('\n');
        }
        return Some(all);
    }
    let text = std::str::from_utf8(bytes).ok().filter(|_| is_ron(name))?;
    solid(text)
}

/// The strings, comments and marks of RON, without its words; nothing if a string or comment is never closed.
fn solid(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for token in Tokens::from(text, 0) {
        if !token.closed {
            return None;
        }
        if token.kind != Kind::Word {
            out.push_str(&text[token.start..token.end]);
        }
    }
    Some(out)
}

/// RON: every string and comment, whatever field it stands in.
fn ron(text: &str, finder: &Finder) -> Option<String> {
    let mut out = String::new();
    let (mut copied, mut damaged) = (0, false);
    for token in Tokens::from(text, 0) {
        damaged |= !token.closed;
        let piece = &text[token.start..token.end];
        let new = match token.kind {
            Kind::Text if token.closed => match dialect::read::<String>(piece) {
                Ok(said) => finder.replaced(&said.value).and_then(|new| dialect::write_line(&new).ok()),
                Err(_) => finder.replaced(piece), // bytes, or damage
            },
            Kind::Text | Kind::Comment => finder.replaced(piece),
            Kind::Word | Kind::Char | Kind::Open | Kind::Close | Kind::Comma | Kind::Colon => None,
        };
        if let Some(new) = new {
            out.push_str(&text[copied..token.start]);
            out.push_str(&new);
            copied = token.end;
        }
    }
    out.push_str(&text[copied..]);
    if damaged && let Some(new) = finder.replaced(&out) {
        return Some(new); // damage may have cut a name loose from its quotes
    }
    (copied > 0).then_some(out)
}

/// Any other text; bytes among it that are none stay.
fn plain(bytes: &[u8], finder: &Finder) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        match finder.replaced(chunk.valid()) {
            Some(new) => out.extend_from_slice(new.as_bytes()),
            None => out.extend_from_slice(chunk.valid().as_bytes()),
        }
        out.extend_from_slice(chunk.invalid());
    }
    out
}

/// A journal: nothing if no name stands in it and none was typed.
fn journal(bytes: &[u8], finder: &Finder) -> Result<Option<Vec<u8>>, String> {
    let keys = typed(bytes, finder).is_some();
    let mut out = Vec::with_capacity(bytes.len());
    let (mut desk, mut altered) = (Desk::default(), keys);
    for line in lines(bytes) {
        let record = match line {
            Line::Record(record) => record,
            Line::Damaged(line) => {
                let new = plain(line, finder);
                altered |= new != line;
                out.extend_from_slice(&new);
                out.push(b'\n');
                continue;
            }
        };
        match read_log(record) {
            Ok(log @ (Log::Step(_) | Log::Together(_))) if keys => {
                for log in log.each() {
                    match log {
                        Log::Step(step) => desk.step(&step),
                        Log::Change(_) | Log::Together(_) => push(&mut out, &log, finder)?,
                    }
                }
            }
            Ok(Log::Step(_) | Log::Together(_) | Log::Change(_)) | Err(_) => {
                let new = ron(record, finder);
                altered |= new.is_some();
                push_record(&mut out, new.as_deref().unwrap_or(record));
            }
        }
    }
    if keys {
        for step in desk.anew() {
            push(&mut out, &Log::Step(step), finder)?;
        }
    } else if !bytes.ends_with(b"\n") {
        out.pop(); // what stood without a line end stands so
    }
    Ok(altered.then_some(out))
}

fn push(out: &mut Vec<u8>, log: &Log, finder: &Finder) -> Result<(), String> {
    let record = dialect::write_line(log).map_err(|error| error.0)?;
    push_record(out, ron(&record, finder).as_deref().unwrap_or(&record));
    Ok(())
}

/// The words of a line in which a name stood at any moment while it was typed.
pub(super) fn typed(bytes: &[u8], finder: &Finder) -> Option<String> {
    let mut desk = Desk::default();
    for line in lines(bytes) {
        let Line::Record(record) = line else { continue };
        let Ok(log) = read_log(record) else { continue };
        for log in log.each() {
            let Log::Step(step) = log else { continue };
            desk.step(&step);
            if !matches!(step, Step::Type(..) | Step::Hold(_)) {
                continue;
            }
            for words in desk.words() {
                if let Some(hit) = finder.find(&words).first() {
                    return Some(around(&words, hit.range.start, hit.range.end));
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::names::Sought;
    use super::*;
    use crate::store::journal::bytes_of;
    use crate::text::Op;

    fn finder() -> Finder {
        Finder::new(vec![Sought { name: "Stoel Voorbeeld".into(), instead: "Zorg".into() }])
    }

    #[test]
    fn strings_and_comments_of_ron_are_altered_and_nothing_else() {
        let text = "Table( // van Stoel Voorbeeld\n  id: \"stoel-voorbeeld\",\n  text: \"zei\\nStoel Voorbeeld: \\\"ja\\\"\",\n)\n";
        let expected = "Table( // van Zorg\n  id: \"stoel-voorbeeld\",\n  text: \"zei\\nZorg: \\\"ja\\\"\",\n)\n";
        assert_eq!(ron(text, &finder()).as_deref(), Some(expected));
        let field = "(Voorbeeld: 1, text: \"x\", by: Voorbeeld(\"Voorbeeld\"))";
        assert_eq!(ron(field, &finder()).as_deref(), Some("(Voorbeeld: 1, text: \"x\", by: Voorbeeld(\"Zorg\"))"));
        assert_eq!(said("a.ron", field.as_bytes()).as_deref(), Some("(:,:\"x\",:(\"Voorbeeld\"))"));
        let damaged = "Table(text: \"Stoel Voorbeeld, en dan";
        assert_eq!(ron(damaged, &finder()).as_deref(), Some("Table(text: \"Zorg, en dan"));
        assert_eq!(rewritten("a.ron", b"(text: \"een voorbeeld\")", &finder()), Ok(None));
    }

    #[test]
    fn a_name_that_was_typed_letter_by_letter_is_gone_and_the_line_still_stands_there() {
        let step = |text: &str| Log::Step(Step::Type(0, Op::Insert(text.to_owned())));
        let mut logs = vec![Log::Step(Step::Round("r".into()))];
        logs.extend("Zei Voorbeeld".chars().map(|c| step(&c.to_string())));
        logs.extend([Log::Step(Step::Clear), step("Half "), step("af")]);
        let bytes = bytes_of(&logs).expect("can be written");
        assert_eq!(typed(&bytes, &finder()).as_deref(), Some("Zei Voorbeeld"));
        let new = rewritten("tafel-1~a.journal", &bytes, &finder()).expect("works").expect("a name was typed");
        assert_eq!(typed(&new, &finder()), None);
        assert_eq!(rewritten("tafel-1~a.journal", &new, &finder()), Ok(None), "twice is the same as once");
        let mut desk = Desk::default();
        for line in lines(&new) {
            let Line::Record(record) = line else { panic!("{line:?}") };
            if let Ok(Log::Step(step)) = read_log(record) {
                desk.step(&step);
            }
        }
        assert_eq!((desk.field(0), &desk.round), ("Half af", &Some("r".into())));
        let clean = bytes_of(&logs[14..]).expect("can be written");
        assert_eq!(rewritten("tafel-1~a.journal", &clean, &finder()), Ok(None), "who typed none keeps every key");
    }

    #[test]
    fn a_damaged_line_keeps_every_byte_that_is_no_name() {
        let mut bytes = bytes_of(&[Log::Step(Step::Clear)]).expect("can be written");
        bytes.extend_from_slice(b"12345678 Change(\xff text:\"Stoel Voorbeeld\"");
        let new = rewritten("tafel-1~a.journal", &bytes, &finder()).expect("works").expect("a name stands in it");
        assert!(new.ends_with(b"12345678 Change(\xff text:\"Zorg\""));
    }
}
