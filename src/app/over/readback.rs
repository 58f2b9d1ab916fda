//! The card that is read back to the table, and the three answers to it.
//!
//! What stands on it is for `session`; what is answered is for `tafel` to keep. Called by `over`.

use super::{Deed, Done, sheet};
use crate::{
    app::Desk,
    session::{Answer, ReadPart},
    text::{width, wrap_text},
    ui::{Command, paint, theme::Ink},
};
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

/// The card, and what the table said of it before.
#[derive(Clone, Debug)]
pub struct ReadBack {
    /// The table and the round.
    pub title: String,
    /// What is read aloud.
    pub parts: Vec<ReadPart>,
    /// What was answered before.
    pub answer: Option<Answer>,
    /// How many rows of it went by.
    pub at: usize,
}

/// A row of the card: what stands in front in colour, and the words.
struct Row {
    lead: String,
    text: String,
    ink: Ink,
    bold: bool,
}

impl ReadBack {
    pub(super) fn on(&mut self, command: Option<Command>) -> Done {
        let answer = match command {
            Some(Command::ItIsRight) => Answer::Right,
            Some(Command::Addition) => Answer::Addition,
            Some(Command::Disagree) => Answer::Disagrees,
            Some(Command::Up) => {
                self.at = self.at.saturating_sub(1);
                return Done::No;
            }
            Some(Command::Down) => {
                self.at += 1;
                return Done::No;
            }
            Some(_) | None => return Done::No,
        };
        Done::Deed(Deed::ReadBack(answer))
    }

    fn rows(&self, desk: &Desk, wide: usize) -> Vec<Row> {
        let row =
            |lead: &str, text: &str, ink: Ink, bold: bool| Row { lead: lead.into(), text: text.into(), ink, bold };
        let mut rows = Vec::new();
        for part in &self.parts {
            if !rows.is_empty() {
                rows.push(row("", "", Ink::Text, false));
            }
            let star = if part.key { format!(" {}", desk.theme.glyphs.star) } else { String::new() };
            let sigil = part.sigil.map(|sigil| format!("{sigil} ")).unwrap_or_default();
            rows.push(row("", &format!("{sigil}{}{star}", part.label), Ink::Tone(part.tone), true));
            for line in &part.lines {
                for (nth, held) in wrap_text(line, wide.saturating_sub(2).max(1)).into_iter().enumerate() {
                    let lead = if nth == 0 { desk.theme.glyphs.dot } else { "" };
                    rows.push(row(lead, line[held].trim_end(), Ink::Tone(part.tone), false));
                }
            }
        }
        rows
    }

    pub(super) fn draw(&self, buf: &mut Buffer, desk: &Desk) {
        let theme = &desk.theme;
        let bold = |ink: Ink| theme.ink(ink).add_modifier(Modifier::BOLD);
        let wide = 76u16.min(desk.area.width.saturating_sub(6)).saturating_sub(4);
        let rows = self.rows(desk, usize::from(wide));
        let inner = sheet(buf, desk, wide + 4, (rows.len() as u16).saturating_add(5), &self.title);
        let foot = inner.bottom().saturating_sub(1);
        let room = Rect { height: inner.height.saturating_sub(2), ..inner };
        let first = self.at.min(rows.len().saturating_sub(usize::from(room.height)));
        let shown = rows.iter().skip(first).take(usize::from(room.height));
        for (y, row) in (room.y..).zip(shown) {
            let x = if row.bold { inner.x } else { inner.x + 2 };
            paint::put(buf, inner, inner.x, y, &row.lead, theme.ink(row.ink), 1);
            let style = if row.bold { bold(row.ink) } else { theme.ink(Ink::Text) };
            paint::put(buf, inner, x, y, &row.text, style, inner.right().saturating_sub(x));
        }
        let below = rows.len().saturating_sub(first + usize::from(room.height));
        if below > 0 {
            let more = format!(" {} {below} ", theme.glyphs.more);
            paint::put_right(buf, inner, inner.right(), foot.saturating_sub(1), &more, theme.ink(Ink::Dim));
        }
        let mut x = inner.x;
        for (nth, answer) in Answer::ALL.into_iter().enumerate() {
            let mark = if self.answer == Some(answer) { format!(" {}", theme.glyphs.done) } else { String::new() };
            let text = format!("{}{mark}", desk.words.say(&format!("read-back-{}", answer.key())));
            x += paint::put(buf, inner, x, foot, &format!("{} ", nth + 1), bold(Ink::Accent), 2);
            let ink = if self.answer == Some(answer) { bold(ink(answer)) } else { theme.ink(Ink::Text) };
            paint::put(buf, inner, x, foot, &text, ink, inner.right().saturating_sub(x));
            x += width(&text) as u16 + 4;
        }
    }
}

/// The colour of an answer.
pub fn ink(answer: Answer) -> Ink {
    match answer {
        Answer::Right => Ink::Good,
        Answer::Addition => Ink::Accent,
        Answer::Disagrees => Ink::Warn,
    }
}
