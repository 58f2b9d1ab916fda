//! Keys that edit a line of text, as the operations of the editor.

use crate::text::{Editor, Goal, Op};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The operation that a key means in a line of text, if it means one. Looked up after the table of keys.
///
/// On Windows AltGr arrives as Ctrl+Alt, so a printable character with both is text (crossterm#917).
pub fn op(key: &KeyEvent) -> Option<Op> {
    let (control, alt) = (key.modifiers.contains(KeyModifiers::CONTROL), key.modifiers.contains(KeyModifiers::ALT));
    match key.code {
        KeyCode::Char(c) if control == alt => Some(Op::Insert(c.to_string())),
        KeyCode::Char(c) if control => match c.to_ascii_lowercase() {
            'a' => Some(Op::Start),
            'h' => Some(Op::Back),
            'w' => Some(Op::WordBack),
            'u' => Some(Op::KillToStart),
            _ => None,
        },
        KeyCode::Char(c) => match c.to_ascii_lowercase() {
            'b' => Some(Op::WordLeft),
            'f' => Some(Op::WordRight),
            'd' => Some(Op::WordDelete),
            'k' => Some(Op::KillToEnd),
            _ => None,
        },
        KeyCode::Backspace if control || alt => Some(Op::WordBack),
        KeyCode::Backspace => Some(Op::Back),
        KeyCode::Delete if control || alt => Some(Op::WordDelete),
        KeyCode::Delete => Some(Op::Delete),
        KeyCode::Left if control || alt => Some(Op::WordLeft),
        KeyCode::Right if control || alt => Some(Op::WordRight),
        KeyCode::Left => Some(Op::Left),
        KeyCode::Right => Some(Op::Right),
        KeyCode::Home if control => Some(Op::Start),
        KeyCode::End if control => Some(Op::End),
        _ => None,
    }
}

/// The operation that a key means in a text of several rows, `width` columns wide: also Home and End of a row.
pub fn op_in_rows(key: &KeyEvent, editor: &Editor, width: usize) -> Option<Op> {
    match key.code {
        KeyCode::Home if key.modifiers.is_empty() => Some(editor.home(width)),
        KeyCode::End if key.modifiers.is_empty() => Some(editor.end(width)),
        _ => op(key),
    }
}

/// A row up or down in the text; nothing when there is no such row, so that the caller can leave the text.
pub fn row(up: bool, goal: &mut Goal, editor: &Editor, width: usize) -> Option<Op> {
    if up { goal.up(editor, width) } else { goal.down(editor, width) }
}
