//! The yardstick: the smallest honest ratatui editor, one line of text at the bottom of the screen.
//!
//! `benches/terminal` runs it beside `aantafel`, because ratios travel between machines and milliseconds do not. It draws
//! after every key press, blocks until the next one, and does nothing else; it is not an example of how to write a program.

use std::io;

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use ratatui::DefaultTerminal;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Paragraph;

fn main() -> io::Result<()> {
    let mut terminal = ratatui::init();
    let outcome = edit(&mut terminal);
    ratatui::restore();
    outcome
}

/// Draws, waits for a key, types it; until Ctrl+Q.
fn edit(terminal: &mut DefaultTerminal) -> io::Result<()> {
    let mut line = String::new();
    loop {
        terminal.draw(|frame| {
            let area = frame.area();
            let bottom = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
            let shown = ratatui::text::Line::from(format!("> {line}"));
            let after = u16::try_from(shown.width()).unwrap_or(u16::MAX);
            frame.render_widget(Paragraph::new(shown), bottom);
            frame.set_cursor_position(Position::new(after, bottom.y));
        })?;
        let Event::Key(key) = event::read()? else {
            continue;
        };
        match key.code {
            _ if key.kind == KeyEventKind::Release => {}
            KeyCode::Char('q') if key.modifiers == KeyModifiers::CONTROL => return Ok(()),
            KeyCode::Char(letter) => line.push(letter),
            KeyCode::Backspace => drop(line.pop()),
            _ => {}
        }
    }
}
