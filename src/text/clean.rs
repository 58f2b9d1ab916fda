//! The door for text: one spelling, and nothing in it that a terminal would obey or a reader could not see.
//!
//! It does not judge words, trim answers or shorten anything. The editor calls it on what is typed and pasted, the
//! dialect and the store on what is read from files, and the forms on names.
//!
//! The rule has two halves. *Stripping* goes from left to right and drops or replaces single characters; *composing*
//! (NFC) follows. A cleaned text is its own cleaning: `clean(clean(t)) == clean(t)`.

use std::borrow::Cow;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Gives the text in its one clean form, with its newlines.
///
/// NFC; every way to end a line (CR LF, CR, VT, FF, NEL, U+2028, U+2029) becomes one LF, because dropping one would glue
/// two words together; a tab becomes one space, because its width depends on the column it stands in; well-formed
/// terminal sequences go whole, and all other control characters, bidi overrides, marks and isolates, and invisible
/// characters go alone. A joiner or variation selector stays only behind something it can join or vary: an emoji, or a
/// letter of a script that needs it. Borrowed when there was nothing to do; linear in the length.
pub fn clean(text: &str) -> Cow<'_, str> {
    compose(strip(text, None))
}

/// Gives the text in its clean form on one line.
///
/// Newlines and the white space around them become one space, and nothing at all at either end, so that a pasted name
/// or title stays one row. White space elsewhere is left as it was typed.
pub fn clean_line(text: &str) -> Cow<'_, str> {
    let text = clean(text);
    if !text.contains('\n') {
        return text;
    }
    let mut line = String::with_capacity(text.len());
    let mut rows = text.split('\n').peekable();
    let mut first = true;
    while let Some(row) = rows.next() {
        let row = if first { row } else { row.trim_start() };
        let row = if rows.peek().is_some() { row.trim_end() } else { row };
        if !row.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(row);
        }
        first = false;
    }
    Cow::Owned(line)
}

/// Says whether cleaning the text would change nothing; for checks at the border and for tests.
pub fn is_clean(text: &str) -> bool {
    matches!(clean(text), Cow::Borrowed(_))
}

/// Drops and replaces single characters; what is left may still want composing.
///
/// `before` is the last character in front of the text that is not a combining mark, so that the editor can let in a
/// joiner typed behind an emoji. Marks are skipped in this because composing may reorder them.
pub(super) fn strip(text: &str, before: Option<char>) -> Cow<'_, str> {
    if plain_run(text.as_bytes()) == text.len() {
        return Cow::Borrowed(text);
    }
    let mut out: Option<String> = None;
    let mut host = before;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        // most of most texts is plain, and kept as it is a run at a time
        let run = plain_run(&text.as_bytes()[at..]);
        if run > 0 {
            let run = &text[at..at + run];
            if let Some(out) = &mut out {
                out.push_str(run);
            }
            host = run.chars().next_back();
            at += run.len();
            continue;
        }
        let (kept, taken) = match fate(c) {
            Fate::Keep => (Some(c), c.len_utf8()),
            Fate::Drop => (None, c.len_utf8()),
            Fate::Space => (Some(' '), c.len_utf8()),
            Fate::Line => (Some('\n'), c.len_utf8()),
            Fate::Return => (Some('\n'), if text[at..].starts_with("\r\n") { 2 } else { 1 }),
            Fate::Sequence => (None, sequence(&text[at..])),
            Fate::Guest => (Some(c).filter(|&c| welcome(c, host)), c.len_utf8()),
        };
        if kept != Some(c) || taken != c.len_utf8() {
            out.get_or_insert_with(|| String::from(&text[..at]));
        }
        if let Some(kept) = kept {
            if let Some(out) = &mut out {
                out.push(kept);
            }
            if is_starter(kept) {
                host = Some(kept);
            }
        }
        at += taken;
    }
    out.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// How many bytes at the front are visible ASCII, spaces and newlines. All that is ever read comes by here, so it looks at
/// many bytes at a time.
fn plain_run(bytes: &[u8]) -> usize {
    const MANY: usize = 32;
    let plain = |byte: &u8| matches!(byte, b' '..=b'~') | (*byte == b'\n');
    let whole = |many: &&[u8]| many.iter().fold(true, |all, byte| all & plain(byte));
    let front = MANY * bytes.chunks_exact(MANY).take_while(whole).count();
    front + bytes[front..].iter().take_while(|byte| plain(byte)).count()
}

/// The characters of a text that are not ASCII.
fn beyond_ascii(mut text: &str) -> impl Iterator<Item = char> + '_ {
    std::iter::from_fn(move || {
        let at = text.bytes().position(|byte| !byte.is_ascii())?;
        let mut chars = text[at..].chars();
        let found = chars.next();
        text = chars.as_str();
        found
    })
}

/// Brings stripped text into NFC, borrowed when it was already.
pub(super) fn compose(text: Cow<'_, str>) -> Cow<'_, str> {
    // what is ASCII is composed already; a mark behind it is seen with the character before it
    let quick = || is_nfc_quick(beyond_ascii(&text)) == IsNormalized::Yes;
    if text.is_ascii() || quick() {
        return text;
    }
    let composed: String = text.nfc().collect();
    if composed == *text { text } else { Cow::Owned(composed) }
}

/// Says whether a character begins a combining sequence: whether marks behind it belong to it.
pub(super) fn is_starter(c: char) -> bool {
    c.is_ascii() || canonical_combining_class(c) == 0
}

/// Says whether nothing in front of this character can compose with it, so that composing may begin here.
pub(super) fn is_stable(c: char) -> bool {
    c.is_ascii() || (canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes)
}

/// What happens to one character at the door.
enum Fate {
    Keep,
    Drop,
    /// A tab.
    Space,
    /// A rare way to end a line.
    Line,
    /// CR, alone or before LF.
    Return,
    /// ESC or a C1 character that may open a terminal sequence.
    Sequence,
    /// Kept only behind a character that needs it.
    Guest,
}

fn fate(c: char) -> Fate {
    match c {
        ' '..='~' | '\n' => Fate::Keep,
        '\t' => Fate::Space,
        '\r' => Fate::Return,
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Line,
        '\u{1b}' | '\u{90}' | '\u{98}' | '\u{9b}' | '\u{9d}'..='\u{9f}' => Fate::Sequence,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Fate::Drop,
        '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' => Fate::Guest,
        '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}' => Fate::Guest,
        // soft hyphen, grapheme joiner, Arabic mark, fillers, Khmer inherent vowels, Mongolian separator
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' => Fate::Drop,
        // zero-width space, bidi marks, embeddings, overrides, isolates, invisible operators
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => Fate::Drop,
        // Hangul fillers, byte order mark, interlinear and unassigned ignorables, musical controls, other tags
        '\u{3164}' | '\u{ffa0}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' => Fate::Drop,
        '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' => Fate::Drop,
        _ => Fate::Keep,
    }
}

/// Says whether an invisible guest has a host to work on. Every set here is closed under composing, which is what
/// makes cleaning twice the same as cleaning once.
fn welcome(guest: char, host: Option<char>) -> bool {
    let Some(host) = host else { return false };
    match guest {
        '\u{200d}' => is_pictograph(host) || host == '\u{fe0f}' || is_joining(host),
        '\u{200c}' => is_joining(host),
        '\u{fe0e}' | '\u{fe0f}' => is_pictograph(host) || matches!(host, '0'..='9' | '#' | '*'),
        '\u{fe00}'..='\u{fe02}' | '\u{e0100}'..='\u{e01ef}' => is_han(host),
        '\u{e0020}'..='\u{e007f}' => matches!(host, '\u{1f3f4}' | '\u{e0020}'..='\u{e007e}'),
        _ => false,
    }
}

fn is_pictograph(c: char) -> bool {
    matches!(c, '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}'
        | '\u{2460}'..='\u{24ff}' | '\u{25a0}'..='\u{27bf}' | '\u{2900}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}'
        | '〰' | '〽' | '㊗' | '㊙' | '\u{1f000}'..='\u{1faff}')
}

/// Arabic and its neighbours, the Indic blocks, Myanmar and Khmer: scripts spelled with joiners.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The length of the terminal sequence at the start of the text, or of its first character when it is not well formed.
/// No scan crosses another control character, which keeps a hostile text linear.
fn sequence(text: &str) -> usize {
    let mut chars = text.chars();
    let opener = chars.next();
    let alone = opener.map_or(0, char::len_utf8);
    let (kind, body) = match opener {
        Some('\u{1b}') => match chars.next() {
            Some(kind) if kind.is_ascii() => (kind, alone + 1),
            Some(_) | None => return alone,
        },
        Some('\u{9b}') => ('[', alone),
        Some(_) | None => (']', alone),
    };
    let rest = &text[body..];
    let length = match kind {
        '[' => control_sequence(rest),
        ']' | 'P' | 'X' | '^' | '_' => string_sequence(rest),
        // choosing a character set, as `tput sgr0` does
        '(' | ')' | '*' | '+' => rest.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase()).then_some(1),
        _ => None,
    };
    length.map_or(alone, |length| body + length)
}

/// Parameters, intermediates and a final byte.
fn control_sequence(rest: &str) -> Option<usize> {
    let parameters = rest.bytes().take_while(|b| matches!(b, b'0'..=b'?')).count();
    let between = rest.bytes().skip(parameters).take_while(|b| matches!(b, b' '..=b'/')).count();
    let length = parameters + between;
    rest.as_bytes().get(length).filter(|b| matches!(b, b'@'..=b'~')).map(|_| length + 1)
}

/// Anything up to BEL or the string terminator.
fn string_sequence(rest: &str) -> Option<usize> {
    let end = rest.find(|c: char| c.is_control())?;
    let tail = &rest[end..];
    ["\u{7}", "\u{9c}", "\u{1b}\\"].iter().find(|stop| tail.starts_with(**stop)).map(|stop| end + stop.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::samples;
    use proptest::prelude::*;

    #[test]
    fn plain_text_is_handed_back_untouched() {
        for text in [
            "",
            "Tafel 3 zegt: ja!\nEn nee.",
            "één café, 漢字, ĳs",
            "👩\u{200d}👩\u{200d}👧 🇳🇱 👍🏽 ❤\u{fe0f} 1\u{fe0f}\u{20e3}",
        ] {
            assert!(matches!(clean(text), Cow::Borrowed(_)), "{text:?}");
        }
    }

    #[test]
    fn a_paste_from_a_terminal_leaves_only_its_words() {
        assert_eq!(clean("\u{1b}[1;31mrood\u{1b}[0m en \u{1b}]8;;http://x\u{7}link\u{1b}]8;;\u{1b}\\"), "rood en link");
        assert_eq!(clean("\u{9b}31mrood\u{1b}(B\u{1b}P1$r0m\u{1b}\\ af"), "rood af");
    }

    #[test]
    fn half_a_sequence_loses_only_its_escape() {
        assert_eq!(clean("\u{1b}[12"), "[12");
        assert_eq!(clean("\u{1b}]0;titel\nnieuw"), "]0;titel\nnieuw");
        assert_eq!(clean("\u{1b}é \u{1b}"), "é ");
        assert_eq!(clean("\u{1b}[\u{1b}[mx"), "[x");
    }

    #[test]
    fn every_end_of_line_is_one_newline_and_a_tab_one_space() {
        assert_eq!(clean("a\r\nb\rc\u{b}d\u{c}e\u{85}f\u{2028}g\u{2029}h\n\r"), "a\nb\nc\nd\ne\nf\ng\nh\n\n");
        assert_eq!(clean("a\tb\t\tc"), "a b  c");
    }

    #[test]
    fn marks_are_composed_and_invisible_characters_go() {
        assert_eq!(clean("cafe\u{301}"), "café");
        assert_eq!(clean("\u{feff}pa\u{202e}y\u{2066}p\u{200e}a\u{200b}l\u{ad}\0\u{7f}"), "paypal");
        assert_eq!(clean("e\u{200b}\u{301}"), "é");
    }

    #[test]
    fn joiners_stay_where_they_join_and_nowhere_else() {
        assert_eq!(clean("a\u{200d}b\u{fe0f}\u{e0041}\u{200c}"), "ab");
        assert_eq!(clean("👩\u{200d}\u{200d}👧\u{fe0f}\u{fe0f}"), "👩\u{200d}👧\u{fe0f}");
        let scotland = "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";
        assert_eq!(clean(scotland), scotland);
        assert_eq!(clean("می\u{200c}خواهم"), "می\u{200c}خواهم");
    }

    #[test]
    fn a_name_of_three_rows_becomes_one() {
        assert_eq!(clean_line(" Anna  B. \r\n\n\t de Vries\n"), " Anna  B. de Vries");
        assert_eq!(clean_line("\n\n"), "");
        assert!(matches!(clean_line("Anna  B. "), Cow::Borrowed(_)));
    }

    #[test]
    fn ten_megabytes_of_hostile_text_take_no_square_time() {
        for piece in ["\u{1b}]", "\u{1b}[0", "\u{301}", "\u{200d}", "🇳", "é\r"] {
            let text = piece.repeat(2_000_000 / piece.len());
            assert!(clean(&text).len() <= text.len());
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in samples::text(24)) {
            let once = clean(&text).into_owned();
            prop_assert_eq!(clean(&once), once.as_str());
            prop_assert!(is_clean(&once));
            prop_assert_eq!(is_clean(&text), once == text);
            prop_assert!(!once.chars().any(|c| c.is_control() && c != '\n'));
            prop_assert!(unicode_normalization::is_nfc(&once));
            let line = clean_line(&text).into_owned();
            prop_assert!(!line.contains('\n') && is_clean(&line));
        }

        #[test]
        fn a_text_let_in_by_halves_is_let_in_whole(a in samples::text(8), b in samples::text(8)) {
            prop_assume!(!a.ends_with('\r') && !a.contains(|c| matches!(fate(c), Fate::Sequence)));
            let first = strip(&a, None);
            let host = first.chars().rev().find(|&c| is_starter(c));
            let halves = format!("{first}{}", strip(&b, host));
            let whole = a + &b;
            prop_assert_eq!(compose(Cow::Owned(halves)), clean(&whole));
        }
    }
}
