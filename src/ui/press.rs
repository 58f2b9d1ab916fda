//! Whether a key that was pressed is the key that a name means.
//!
//! Not for what it does (that is `keys`, which calls this).

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Whether a key press is the key of this name.
pub fn is(name: &str, key: &KeyEvent) -> bool {
    let mut mods = KeyModifiers::NONE;
    let mut rest = name;
    while let Some((mod_name, tail)) = rest.split_once('+').filter(|(_, tail)| !tail.is_empty()) {
        mods |= match mod_name {
            "Ctrl" => KeyModifiers::CONTROL,
            "Alt" => KeyModifiers::ALT,
            "Shift" => KeyModifiers::SHIFT,
            _ => return false,
        };
        rest = tail;
    }
    let code = match rest {
        "Enter" => KeyCode::Enter,
        "Tab" if mods == KeyModifiers::SHIFT => {
            return key.code == KeyCode::BackTab || key.code == KeyCode::Tab && key.modifiers == KeyModifiers::SHIFT;
        }
        "Tab" => KeyCode::Tab,
        "Esc" => KeyCode::Esc,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Space" => KeyCode::Char(' '),
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PageUp" => KeyCode::PageUp,
        "PageDown" => KeyCode::PageDown,
        "F1" => KeyCode::F(1),
        "F2" => KeyCode::F(2),
        "F3" => KeyCode::F(3),
        "F4" => KeyCode::F(4),
        "F5" => KeyCode::F(5),
        "F6" => KeyCode::F(6),
        "F7" => KeyCode::F(7),
        "F8" => KeyCode::F(8),
        "F9" => KeyCode::F(9),
        "F12" => KeyCode::F(12),
        other => {
            let mut letters = other.chars();
            let Some(letter) = letters.next().filter(|_| letters.next().is_none()) else { return false };
            KeyCode::Char(if mods.is_empty() { letter } else { letter.to_ascii_lowercase() })
        }
    };
    let pressed = match key.code {
        // with Caps Lock on, Alt+h comes as Alt+H
        KeyCode::Char(c) if key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
            KeyCode::Char(c.to_ascii_lowercase())
        }
        other => other,
    };
    // Shift is part of a character already, and some terminals report it
    let ignored = if matches!(code, KeyCode::Char(_)) { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    pressed == code && key.modifiers - ignored == mods - ignored
}
