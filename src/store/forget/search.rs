//! Looks for names in the bytes of a file, whatever it is: the proof that none is left.
//!
//! A file is read in every way in which it may hold words: as UTF-8, as UTF-16 of both orders and from an even and an odd
//! byte, as Latin-1, with the escapes of RON and JSON taken away, without the marks of XML and HTML; the parts of a zip (docx,
//! xlsx) each in the same ways; and a journal as the keys that were typed, because a name that was typed letter by letter
//! stands nowhere in its bytes. What cannot be looked into says so. Alters nothing.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::names::Finder;
use super::rewrite;

/// How deep zips in zips are followed.
const DEEPEST: usize = 3;
/// The most bytes of all parts of a zip.
const MOST_UNPACKED: u64 = 1 << 30;
/// About how many letters are shown around a name.
const AROUND: usize = 24;

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// How often a name stands in it, in the way of reading in which most were found.
    pub(super) count: usize,
    /// The words around the first.
    pub(super) excerpt: String,
    /// Whether there is something in it that cannot be looked into.
    pub(super) closed: bool,
}

impl Seen {
    fn add(&mut self, other: Self) {
        if other.count > 0 && self.count == 0 {
            self.excerpt = other.excerpt;
        }
        self.count += other.count;
        self.closed |= other.closed;
    }
}

/// Looks for names in the bytes of a file with this name.
pub(super) fn search(name: &str, bytes: &[u8], finder: &Finder) -> Seen {
    let mut seen = match rewrite::said(name, bytes) {
        Some(said) => in_bytes(said.as_bytes(), finder, 0),
        None => in_bytes(bytes, finder, 0),
    };
    if seen.count == 0 && rewrite::is_journal(name) {
        let typed = rewrite::typed(bytes, finder);
        seen.count = usize::from(typed.is_some());
        seen.excerpt = typed.unwrap_or_default();
    }
    seen
}

fn in_bytes(bytes: &[u8], finder: &Finder, depth: usize) -> Seen {
    let mut most = Seen::default();
    for text in readings(bytes) {
        let seen = in_text(&text, finder);
        if seen.count > most.count {
            most = seen;
        }
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        most.add(in_zip(bytes, finder, depth));
    }
    most.closed |= is_closed(bytes);
    most
}

/// Whether the words of such a file cannot be read off its bytes: packed or encrypted.
fn is_closed(bytes: &[u8]) -> bool {
    let begins: [&[u8]; 7] = [
        b"%PDF",
        b"\x1f\x8b",
        b"7z\xbc\xaf\x27\x1c",
        b"\xfd7zXZ\0",
        b"\x28\xb5\x2f\xfd",
        b"Rar!",
        b"age-encryption.org",
    ];
    begins.iter().any(|begin| bytes.starts_with(begin))
}

fn in_text(text: &str, finder: &Finder) -> Seen {
    let hits = finder.find(text);
    let slug = hits.is_empty() && finder.in_slug(text);
    let excerpt = hits.first().map(|hit| around(text, hit.range.start, hit.range.end)).unwrap_or_default();
    Seen { count: hits.len() + usize::from(slug), excerpt, closed: false }
}

/// The words around a place, on one line.
pub(super) fn around(text: &str, start: usize, end: usize) -> String {
    let from = text[..start].char_indices().rev().take(AROUND).take_while(|(_, c)| !matches!(c, '\n' | '"'));
    let from = from.last().map_or(start, |(at, _)| at);
    let to = text[end..].char_indices().take(AROUND).take_while(|(_, c)| !matches!(c, '\n' | '"'));
    let to = to.last().map_or(end, |(at, c)| end + at + c.len_utf8());
    crate::text::clean_line(&text[from..to]).trim().to_owned()
}

/// Every way in which the bytes may be words.
fn readings(bytes: &[u8]) -> Vec<Cow<'_, str>> {
    let plain = String::from_utf8_lossy(bytes);
    let mut all = Vec::new();
    if plain.contains('\\') {
        all.push(Cow::Owned(unescaped(&plain)));
    }
    if plain.contains('<') && plain.contains('>') {
        all.push(Cow::Owned(unmarked(&plain)));
    }
    if let Cow::Owned(_) = plain {
        all.push(Cow::Owned(bytes.iter().map(|byte| char::from(*byte)).collect()));
    }
    if bytes.contains(&0) {
        for from in [0, 1] {
            let units = bytes.get(from..).unwrap_or_default().chunks_exact(2);
            let read = |order: fn([u8; 2]) -> u16| -> String {
                let units = units.clone().map(|pair| order([pair[0], pair[1]]));
                char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
            };
            all.extend([read(u16::from_le_bytes), read(u16::from_be_bytes)].map(Cow::Owned));
        }
    }
    all.push(plain);
    all
}

/// The text with escapes as RON and JSON spell them put back as what they mean; one that is none stays.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        if !before.is_empty() {
            flush(&mut units, &mut out);
        }
        out.push_str(before);
        let mut letters = escape[1..].chars();
        let letter = letters.next();
        rest = letters.as_str();
        match letter {
            Some('u') => {
                let (digits, behind) = match rest.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
                    Some(found) => found,
                    None => rest.split_at_checked(4).unwrap_or(("", rest)),
                };
                match u32::from_str_radix(digits, 16) {
                    Ok(code) => {
                        rest = behind;
                        match (u16::try_from(code), char::from_u32(code)) {
                            (Ok(unit), _) => units.push(unit),
                            (Err(_), Some(c)) => {
                                flush(&mut units, &mut out);
                                out.push(c);
                            }
                            (Err(_), None) => {}
                        }
                        continue;
                    }
                    Err(_) => out.push(' '),
                }
            }
            Some('x') => {
                if let Some((digits, behind)) = rest.split_at_checked(2)
                    && let Ok(code) = u8::from_str_radix(digits, 16)
                {
                    units.push(u16::from(code));
                    rest = behind;
                    continue;
                }
            }
            Some('n' | 'r' | 't' | 'b' | 'f') => {
                flush(&mut units, &mut out);
                out.push(' ');
            }
            Some(other) => {
                flush(&mut units, &mut out);
                out.push(other);
            }
            None => {}
        }
        flush(&mut units, &mut out);
    }
    flush(&mut units, &mut out);
    out.push_str(rest);
    out
}

fn flush(units: &mut Vec<u16>, out: &mut String) {
    let read = char::decode_utf16(units.drain(..));
    out.extend(read.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
}

/// The text without what stands between `<` and `>`, and with the commonest entities as what they mean: a name in a document
/// may be cut in two by marks.
fn unmarked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => out.push(c),
            _ => {}
        }
    }
    if !out.contains('&') {
        return out;
    }
    let mut told = String::with_capacity(out.len());
    let mut rest = out.as_str();
    while let Some((before, behind)) = rest.split_once('&') {
        told.push_str(before);
        let entity = behind.split_once(';').filter(|(name, _)| name.len() <= 8);
        let meant = entity.and_then(|(name, _)| entity_of(name));
        (rest, told) = match (meant, entity) {
            (Some(c), Some((_, behind))) => (behind, told + c.encode_utf8(&mut [0; 4])),
            (None, _) | (Some(_), None) => (behind, told + "&"),
        };
    }
    told + rest
}

fn entity_of(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        other => {
            let number = other.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

/// Looks into every part of a zip; one that cannot be unpacked is closed.
fn in_zip(bytes: &[u8], finder: &Finder, depth: usize) -> Seen {
    let closed = Seen { closed: true, ..Seen::default() };
    if depth >= DEEPEST {
        return closed;
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return closed };
    let (mut seen, mut left) = (Seen::default(), MOST_UNPACKED);
    for nth in 0..archive.len() {
        let Ok(mut part) = archive.by_index(nth) else {
            seen.add(closed.clone());
            continue;
        };
        let mut unpacked = Vec::new();
        let read = part.by_ref().take(left.saturating_add(1)).read_to_end(&mut unpacked);
        let long = unpacked.len() as u64;
        if read.is_err() || long > left {
            seen.add(closed.clone());
            continue;
        }
        left -= long;
        seen.add(in_bytes(&unpacked, finder, depth + 1));
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::super::names::Sought;
    use super::*;
    use std::io::Write;

    fn finder() -> Finder {
        Finder::new(vec![Sought { name: "Stoel Voorbééld".into(), instead: "Zorg".into() }])
    }

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
            zip.start_file(*name, options).expect("works");
            zip.write_all(bytes).expect("works");
        }
        zip.finish().expect("works").into_inner()
    }

    #[test]
    fn a_name_is_found_in_every_way_in_which_bytes_are_words() {
        let utf16 = |order: fn(u16) -> [u8; 2], odd: bool| {
            let mut bytes = if odd { vec![b'x'] } else { Vec::new() };
            bytes.extend("zei Stoel Voorbééld ja".encode_utf16().flat_map(order));
            bytes
        };
        let docx = packed(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("word/document.xml", "<w:t>Stoel Voor</w:t><w:t>b&#233;&#xE9;ld</w:t>".as_bytes()),
        ]);
        let found: [(&str, Vec<u8>); 11] = [
            ("utf-8", "Hier zei Stoel Voorbééld iets".into()),
            ("utf-16 le", utf16(u16::to_le_bytes, false)),
            ("utf-16 be", utf16(u16::to_be_bytes, false)),
            ("utf-16 le, odd", utf16(u16::to_le_bytes, true)),
            ("utf-16 be, odd", utf16(u16::to_be_bytes, true)),
            ("latin-1", b"Stoel Voorb\xe9\xe9ld".to_vec()),
            ("ron", br#"(text: "zei\nVoorb\u{e9}\u{e9}ld")"#.to_vec()),
            ("json", br#"{"a": "STOEL\u0020Voorb\u00e9\u00e9ld"}"#.to_vec()),
            ("zip", docx.clone()),
            ("zip in zip", packed(&[("in.zip", &docx)])),
            ("id", b"2026-05-12-stoel-voorbeeld".to_vec()),
        ];
        for (way, bytes) in found {
            assert_eq!(search("x", &bytes, &finder()).count, 1, "{way}");
        }
        for (way, bytes) in [("utf-8", &b"een voorbeeld"[..]), ("zip", &packed(&[("a", b"voorbeeld")]))] {
            assert_eq!(search("x", bytes, &finder()), Seen::default(), "{way}");
        }
    }

    #[test]
    fn what_cannot_be_looked_into_says_so() {
        let mut broken = packed(&[("a", &[b'x'; 4000])]);
        let middle = broken.len() / 3;
        broken[middle] ^= 0xff;
        for bytes in [&b"%PDF-1.7"[..], b"\x1f\x8b\x08", b"PK\x03\x04 half", &broken] {
            assert!(search("x", bytes, &finder()).closed);
        }
    }
}
