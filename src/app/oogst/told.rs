//! The plenary: what each table tells, one screen a table, the next at one key.

use super::{Asked, Oogst, write::Desks};
use crate::{
    app::{Desk, tafel::table_name},
    record::{FactKey, Value},
    session::Session,
    text::wrap_text,
    ui::{Command, paint, theme::Ink},
};
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

/// What the projector is asked to show of a table.
fn shows(session: &Session, nth: usize) -> String {
    format!("plenary:{}", session.tables.get(nth).map_or(0, |table| table.id.0))
}

/// Whether the projector was asked to show what tables tell.
fn is_on(session: &Session) -> bool {
    let shown = session.room.records.fact(&FactKey::Screen);
    matches!(shown, Some(Value::Text(text)) if text.starts_with("plenary:"))
}

impl Oogst {
    pub(super) fn on_told(&mut self, command: Option<Command>, desks: &mut Desks<'_>) -> Asked {
        let last = desks.session.tables.len().saturating_sub(1);
        let at = self.told.unwrap_or(0);
        let on = is_on(desks.session);
        let next = match command {
            Some(Command::NextTold) => (at + 1).min(last),
            Some(Command::PrevTold) => at.saturating_sub(1),
            Some(Command::OnWall) => return Asked::Wall((!on).then(|| shows(desks.session, at))),
            Some(Command::Back) => {
                self.told = None;
                return Asked::Nothing;
            }
            Some(Command::Tafel) => {
                self.told = None;
                return Asked::Leave;
            }
            Some(_) | None => return Asked::Nothing,
        };
        self.told = Some(next);
        if on && next != at { Asked::Wall(Some(shows(desks.session, next))) } else { Asked::Nothing }
    }

    pub(super) fn paint_told(&self, buf: &mut Buffer, area: Rect, session: &Session, nth: usize, desk: &Desk) {
        let (theme, words) = (&desk.theme, &desk.words);
        let Some(table) = session.tables.get(nth) else { return };
        let strong = theme.ink(Ink::Accent).add_modifier(Modifier::BOLD);
        let args = [("nth", (nth + 1).into()), ("of", session.tables.len().into())];
        let on = words.say(if is_on(session) { "oogst-plenary-on" } else { "oogst-plenary-off" });
        let right = format!("{on}   {}", words.tell("oogst-question", &args));
        let end = paint::put_right(buf, area, area.right(), area.y, &right, theme.ink(Ink::Dim));
        paint::put(
            buf,
            area,
            area.x,
            area.y,
            &table_name(session, table.id, desk),
            strong,
            end.saturating_sub(area.x + 1),
        );
        let told = self.harvest.told(session, table.id);
        if told.is_empty() {
            let text = words.say("oogst-plenary-nothing");
            paint::put(buf, area, area.x, area.y + 2, &text, theme.ink(Ink::Dim), area.width);
            return;
        }
        let quote = match told.quote.as_str() {
            "" => String::new(),
            text => format!("{}{text}{}", theme.glyphs.open, theme.glyphs.close),
        };
        let parts = [
            ("oogst-plenary-dream", vec![told.dream]),
            ("oogst-plenary-top", told.top),
            ("oogst-plenary-quote", vec![quote]),
            ("oogst-plenary-agreement", vec![told.agreement]),
        ];
        let air = u16::from(area.height >= 20);
        let wide = area.width.min(96);
        let mut y = area.y + 1 + air;
        for (key, lines) in parts {
            let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
            if lines.is_empty() || y + 1 >= area.bottom() {
                continue;
            }
            paint::put(buf, area, area.x, y, &words.say(key), theme.ink(Ink::Dim), wide);
            y += 1;
            for line in &lines {
                for row in wrap_text(line, usize::from(wide.saturating_sub(2).max(1))).into_iter().take(4) {
                    let bold = theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
                    paint::put(buf, area, area.x + 2, y, line[row].trim_end(), bold, wide);
                    y += 1;
                }
            }
            y += air;
        }
    }
}
