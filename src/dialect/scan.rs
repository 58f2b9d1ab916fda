//! Cuts RON text into tokens: strings, comments, brackets, words; without recursion and without ever failing.
//!
//! Not a parser: it does not know which field belongs where, and it accepts nonsense, because it is used on damaged
//! files and on files in the middle of being edited. Called by the rest of the dialect; `check` uses it for places.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A string in any spelling: `"…"`, `r#"…"#`, `b"…"`, `br"…"`.
    Text,
    /// A character: `'x'`.
    Char,
    /// A name, a number, or anything else that is not blank.
    Word,
    /// `// …` up to the end of its line, or `/* … */`, which nests.
    Comment,
}

/// One token and where it stands, in bytes; both ends lie between characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// The offset of its first byte.
    pub start: usize,
    /// The offset behind its last byte.
    pub end: usize,
    /// False for a string or comment that runs to the end of the text without being closed.
    pub closed: bool,
}

/// The tokens of a text, comments included, in order; each byte is looked at a fixed number of times.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    /// The tokens of `text` from byte `at` on; an offset inside a character or past the end gives none.
    pub fn from(text: &'a str, at: usize) -> Self {
        let at = if text.is_char_boundary(at) { at } else { text.len() };
        Self { text, at }
    }

    /// The next token that is not a comment; an unclosed comment is given, because it is damage.
    pub fn next_solid(&mut self) -> Option<Token> {
        self.find(|token| token.kind != Kind::Comment || !token.closed)
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let rest = &self.text[self.at..];
        let start = self.at + rest.find(|c| !is_blank(c))?;
        let bytes = self.text.as_bytes();
        let (kind, end, closed) = match bytes[start] {
            b'(' | b'[' | b'{' => (Kind::Open, start + 1, true),
            b')' | b']' | b'}' => (Kind::Close, start + 1, true),
            b',' => (Kind::Comma, start + 1, true),
            b':' => (Kind::Colon, start + 1, true),
            b'/' if bytes.get(start + 1) == Some(&b'/') => {
                let end = bytes[start..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |n| start + n);
                (Kind::Comment, end, true)
            }
            b'/' if bytes.get(start + 1) == Some(&b'*') => {
                let (end, closed) = comment_end(bytes, start + 2);
                (Kind::Comment, end, closed)
            }
            _ => match literal(self.text, start) {
                Some((kind, end, closed)) => (kind, end, closed),
                None => (Kind::Word, word_end(self.text, start), true),
            },
        };
        self.at = end;
        Some(Token { kind, start, end, closed })
    }
}

/// The blanks of RON (Unicode's pattern white space).
fn is_blank(c: char) -> bool {
    matches!(
        c,
        '\t' | '\n' | '\x0B' | '\x0C' | '\r' | ' ' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
    )
}

/// A string or character that begins at `start`, in any of RON's spellings.
fn literal(text: &str, start: usize) -> Option<(Kind, usize, bool)> {
    let bytes = text.as_bytes();
    let mut at = start;
    if bytes.get(at) == Some(&b'b') {
        at += 1;
        if bytes.get(at) == Some(&b'\'') {
            return char_end(text, at).map(|end| (Kind::Char, end, true));
        }
    }
    match bytes.get(at) {
        Some(b'"') => {
            let (end, closed) = string_end(bytes, at + 1);
            Some((Kind::Text, end, closed))
        }
        Some(b'r') => {
            let hashes = bytes[at + 1..].iter().take_while(|&&b| b == b'#').count();
            let quote = at + 1 + hashes;
            (bytes.get(quote) == Some(&b'"')).then(|| {
                let (end, closed) = raw_end(bytes, quote + 1, hashes);
                (Kind::Text, end, closed)
            })
        }
        Some(b'\'') if at == start => char_end(text, at).map(|end| (Kind::Char, end, true)),
        _ => None,
    }
}

/// Behind the closing quote of an escaped string whose inside begins at `at`.
fn string_end(bytes: &[u8], mut at: usize) -> (usize, bool) {
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => return (at + 1, true),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    (bytes.len(), false)
}

/// Behind the closing quote and hashes of a raw string whose inside begins at `at`.
fn raw_end(bytes: &[u8], mut at: usize, hashes: usize) -> (usize, bool) {
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if byte == b'"' {
            let found = bytes[at..].iter().take(hashes).take_while(|&&b| b == b'#').count();
            at += found;
            if found == hashes {
                return (at, true);
            }
        }
    }
    (bytes.len(), false)
}

/// Behind the closing quote of a character, if it is one; a lone `'` (as in `foto's`) is not.
fn char_end(text: &str, quote: usize) -> Option<usize> {
    let mut inside = text[quote + 1..].char_indices();
    let (_, first) = inside.next()?;
    match first {
        '\'' => None,
        // the longest escape is \u{10FFFF}; the character after the backslash may itself be a quote
        '\\' => inside.skip(1).take(9).find(|&(_, c)| c == '\'').map(|(n, _)| quote + 1 + n + 1),
        _ => inside.next().filter(|&(_, c)| c == '\'').map(|(n, _)| quote + 1 + n + 1),
    }
}

/// Behind the end of a `/*` comment whose inside begins at `at`; comments nest, counted and not by recursion.
fn comment_end(bytes: &[u8], mut at: usize) -> (usize, bool) {
    let mut level = 1_usize;
    while at < bytes.len() {
        match (bytes[at], bytes.get(at + 1)) {
            (b'/', Some(b'*')) => {
                level += 1;
                at += 2;
            }
            (b'*', Some(b'/')) => {
                level -= 1;
                at += 2;
                if level == 0 {
                    return (at, true);
                }
            }
            _ => at += 1,
        }
    }
    (bytes.len(), false)
}

/// Behind the word that begins at `start`; at least one character long.
fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let ends = |(at, c): (usize, char)| {
        at > 0
            && (is_blank(c)
                || matches!(c, '(' | '[' | '{' | ')' | ']' | '}' | ',' | ':' | '"')
                || (c == '/' && matches!(bytes.get(start + at + 1), Some(b'/' | b'*'))))
    };
    text[start..].char_indices().find(|&found| ends(found)).map_or(text.len(), |(at, _)| start + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        Tokens::from(text, 0).map(|token| &text[token.start..token.end]).collect()
    }

    #[test]
    fn strings_comments_and_characters_are_one_token_each() {
        let text = r####"W(a: "x)\"y", b: r#"z"]"#, /* ( /* " */ */ c: ')', d: '\'', e: '\u{10FFFF}', // "[
            f: b"q\"", g: br##"""#"##, h: r#type, i: -1.5e3)"####;
        let tokens = cut(text);
        for one in [
            r#""x)\"y""#,
            "r#\"z\"]\"#",
            "/* ( /* \" */ */",
            "')'",
            r"'\''",
            r"'\u{10FFFF}'",
            "// \"[",
            r#"b"q\"""#,
            "br##\"\"\"#\"##",
            "r#type",
            "-1.5e3",
        ] {
            assert!(tokens.contains(&one), "{one} in {tokens:?}");
        }
        assert_eq!(tokens.iter().filter(|t| **t == "(").count(), 1);
    }

    #[test]
    fn what_is_never_closed_runs_to_the_end_and_says_so() {
        for text in ["\"abc", "\"abc\\", "r#\"abc\"", "/* /* */", "b\"\\é"] {
            let last = Tokens::from(text, 0).last().expect("works");
            assert_eq!((last.end, last.closed), (text.len(), false), "{text}");
        }
    }

    #[test]
    fn an_apostrophe_in_damaged_text_is_no_character() {
        assert_eq!(cut("foto's ' en zo"), ["foto's", "'", "en", "zo"]);
    }

    proptest! {
        #[test]
        fn tokens_go_forward_between_characters_whatever_the_text(text in r#"[a-z"'#/*\\(),:\[\]{}rb é漢\n]{0,200}"#) {
            let mut at = 0;
            for token in Tokens::from(&text, 0) {
                prop_assert!(token.start >= at && token.end > token.start);
                prop_assert!(text.is_char_boundary(token.start) && text.is_char_boundary(token.end));
                prop_assert!(text[at..token.start].chars().all(is_blank));
                at = token.end;
            }
            prop_assert!(text[at..].chars().all(is_blank));
        }
    }
}
