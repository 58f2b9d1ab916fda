//! What a keyboard sends: the key names of the manual ("Ctrl+Right", "F5", "Alt+Enter") as the bytes of an xterm.
//!
//! Not the program's own table of keys: this is the other side of the wire, so that a mistake there cannot hide here.

/// Keys that send `ESC [ letter`, and `ESC [ 1 ; modifier letter` with a modifier.
const LETTERED: [(&str, char); 6] =
    [("Up", 'A'), ("Down", 'B'), ("Right", 'C'), ("Left", 'D'), ("End", 'F'), ("Home", 'H')];

/// Keys that send `ESC [ number ~`, and `ESC [ number ; modifier ~` with a modifier.
const NUMBERED: [(&str, u8); 12] = [
    ("Insert", 2),
    ("Delete", 3),
    ("PageUp", 5),
    ("PageDown", 6),
    ("F5", 15),
    ("F6", 17),
    ("F7", 18),
    ("F8", 19),
    ("F12", 24),
    ("F10", 21),
    ("F11", 23),
    ("F12", 24),
];

/// Keys that send `ESC O letter`, and `ESC [ 1 ; modifier letter` with a modifier.
const FUNCTION: [(&str, char); 4] = [("F1", 'P'), ("F2", 'Q'), ("F3", 'R'), ("F4", 'S')];

/// The modifiers held down, as named before the last `+`.
#[derive(Clone, Copy, Default)]
struct Held {
    shift: bool,
    alt: bool,
    ctrl: bool,
}

impl Held {
    /// xterm's number: 1 and one bit per modifier.
    fn number(self) -> u8 {
        1 + u8::from(self.shift) + 2 * u8::from(self.alt) + 4 * u8::from(self.ctrl)
    }
}

/// The bytes an xterm sends for the key, or `None` when there is no such key or no terminal could send it.
///
/// `application` is the program's wish for the arrows (`ESC [ ? 1 h`), as a real terminal follows it.
pub fn bytes(name: &str, application: bool) -> Option<Vec<u8>> {
    let (held, key) = held(name)?;
    let sent = if let Some((_, letter)) = LETTERED.iter().find(|(lettered, _)| *lettered == key) {
        match (held.number(), application) {
            (1, true) => format!("\x1bO{letter}"),
            (1, false) => format!("\x1b[{letter}"),
            (number, _) => format!("\x1b[1;{number}{letter}"),
        }
    } else if let Some((_, code)) = NUMBERED.iter().find(|(numbered, _)| *numbered == key) {
        match held.number() {
            1 => format!("\x1b[{code}~"),
            number => format!("\x1b[{code};{number}~"),
        }
    } else if let Some((_, letter)) = FUNCTION.iter().find(|(function, _)| *function == key) {
        match held.number() {
            1 => format!("\x1bO{letter}"),
            number => format!("\x1b[1;{number}{letter}"),
        }
    } else {
        plain(held, key)?
    };
    Some(sent.into_bytes())
}

/// Splits "Ctrl+Alt+x" into what is held and what is struck; the plus key itself is "+".
fn held(name: &str) -> Option<(Held, &str)> {
    let mut held = Held::default();
    let mut key = name;
    while let Some((modifier, rest)) =
        key.split_once('+').filter(|(modifier, rest)| !modifier.is_empty() && !rest.is_empty())
    {
        match modifier {
            "Shift" => held.shift = true,
            "Alt" => held.alt = true,
            "Ctrl" => held.ctrl = true,
            _ => return None,
        }
        key = rest;
    }
    Some((held, key))
}

/// Keys that send a character: Alt puts an escape before it, Ctrl takes its low five bits, Shift is in the character itself.
fn plain(held: Held, key: &str) -> Option<String> {
    if key == "Tab" && held.shift {
        return (!held.alt && !held.ctrl).then(|| "\x1b[Z".to_owned());
    }
    let character = match key {
        "Enter" => '\r',
        "Tab" => '\t',
        "Esc" => '\x1b',
        "Backspace" => '\x7f',
        "Space" => ' ',
        _ => {
            let mut characters = key.chars();
            let only = characters.next()?;
            if characters.next().is_some() {
                return None;
            }
            only
        }
    };
    let character = match (held.ctrl, character) {
        (false, character) => character,
        (true, ' ') => '\0',
        (true, 'a'..='z' | 'A'..='Z' | '[' | '\\' | ']' | '^' | '_') => {
            char::from(u8::try_from(character).ok()? & 0x1f)
        }
        // An xterm sends the same with and without Ctrl for these; a test that means the difference is wrong.
        (true, _) => return None,
    };
    let character = if held.shift { character.to_ascii_uppercase() } else { character };
    Some(if held.alt { format!("\x1b{character}") } else { character.to_string() })
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn the_keys_of_the_manual_are_sent_as_an_xterm_sends_them() {
        let sent = |name| bytes(name, false).map(|sent| String::from_utf8_lossy(&sent).into_owned());
        for (name, expected) in [
            ("F1", "\x1bOP"),
            ("F5", "\x1b[15~"),
            ("Ctrl+K", "\x0b"),
            ("Ctrl+Right", "\x1b[1;5C"),
            ("Ctrl+Left", "\x1b[1;5D"),
            ("Alt+Enter", "\x1b\r"),
            ("Ctrl+J", "\n"),
            ("Shift+Tab", "\x1b[Z"),
            ("Alt+Up", "\x1b[1;3A"),
            ("Shift+Delete", "\x1b[3;2~"),
            ("Up", "\x1b[A"),
            ("Backspace", "\x7f"),
            ("Esc", "\x1b"),
            ("@", "@"),
            ("+", "+"),
            ("é", "é"),
        ] {
            assert_eq!(sent(name).as_deref(), Some(expected), "{name}");
        }
        for unknown in ["Ctrl+1", "Hyper+x", "Ctl+Q", "abc", ""] {
            assert_eq!(sent(unknown), None, "{unknown}");
        }
        assert_eq!(bytes("Up", true), Some(b"\x1bOA".to_vec()), "the arrows of application mode");
    }
}
