//! The form of a lesson: where it holds, under which conditions, and what one must know to not start at zero.
//!
//! The entry is a lesson already when this opens, so Esc leaves it at that. Words that were typed and not saved are said
//! before they go, and are written down like any other meanwhile. Called by `tafel` and `oogst`, which save it.

use super::{Deed, Done, sheet};
use crate::{
    app::Desk,
    record::{About, EntryId, Taught},
    text::{Editor, Op, clean_line, wrap_text},
    ui::{Command, line, paint, theme::Ink, typing},
};
use crossterm::event::KeyEvent;
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

/// How wide the form is at most.
const WIDE: u16 = 84;

/// A lesson as it was filled in.
#[derive(Clone, Debug)]
pub struct Filled {
    /// Of which entry.
    pub id: EntryId,
    was: Taught,
    now: Option<Taught>,
}

impl Filled {
    /// What it is to be, where it stands so now: what was not altered on the form stays as another window may have left it.
    /// Nothing if it is to be no lesson.
    pub fn over(&self, standing: &Taught) -> Option<Taught> {
        let now = self.now.as_ref()?;
        let one =
            |about: About| if now.get(about) == self.was.get(about) { standing } else { now }.get(about).to_owned();
        Some(Taught(About::ALL.map(one)))
    }
}

/// The form of a lesson.
#[derive(Clone, Debug)]
pub struct LessonForm {
    id: EntryId,
    /// What was said.
    words: String,
    was: Taught,
    fields: [Editor; 3],
    /// Where the session is: what stands in the first field while nobody said otherwise.
    place: String,
    /// Whether the first field still holds that: the first key then replaces it.
    fresh: bool,
    at: usize,
    /// Whether Esc was pressed while something was not saved.
    warned: bool,
}

impl LessonForm {
    /// That of an entry with its words, as it stands; `place` is where the session is.
    pub fn new(id: EntryId, words: String, was: Taught, place: &str) -> Self {
        let fresh = was.get(About::Place).is_empty();
        let mut fields = was.0.clone().map(|text| Editor::with_text(&clean_line(&text)));
        if fresh {
            fields[0] = Editor::with_text(&clean_line(place));
        }
        // what the program filled in is not empty, and can be left as it is
        let at = fields.iter().position(Editor::is_empty).unwrap_or(0);
        Self { id, words, was, fields, place: place.to_owned(), fresh, at, warned: false }
    }

    /// What is typed and not saved, as one line; nothing if all of it is as it was.
    pub fn unsaved(&self) -> String {
        let now = self.taught();
        let other = About::ALL.into_iter().filter(|about| now.get(*about) != self.was.get(*about));
        other.map(|about| now.get(about)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// What is filled in; a place that is only that of the session is left to the session.
    fn taught(&self) -> Taught {
        let mut taught = Taught(self.fields.each_ref().map(|field| field.text().trim().to_owned()));
        if self.was.get(About::Place).is_empty() && taught.0[0] == self.place.trim() {
            taught.0[0].clear();
        }
        taught
    }

    pub(super) fn on(&mut self, command: Option<Command>, key: &KeyEvent) -> Done {
        let warned = std::mem::take(&mut self.warned);
        match command {
            Some(Command::Settle) => return self.fill(Some(self.taught())),
            Some(Command::NoLesson) => return self.fill(None),
            Some(Command::Back) if warned || self.taught() == self.was => return Done::Close,
            Some(Command::Back) => self.warned = true,
            Some(Command::NextBlank | Command::Down) => self.at = (self.at + 1) % About::ALL.len(),
            Some(Command::PrevBlank | Command::Up) => self.at = (self.at + About::ALL.len() - 1) % About::ALL.len(),
            Some(_) => {}
            None => {
                if let Some(op) = typing::op(key) {
                    self.edit(&op);
                }
            }
        }
        Done::No
    }

    fn fill(&self, now: Option<Taught>) -> Done {
        Done::Deed(Deed::Lesson(Box::new(Filled { id: self.id.clone(), was: self.was.clone(), now })))
    }

    fn edit(&mut self, op: &Op) {
        if self.at == 0 && std::mem::take(&mut self.fresh) && matches!(op, Op::Insert(_)) {
            self.fields[0].apply(&Op::Set(String::new()));
        }
        self.fields[self.at].apply(op);
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.edit(&Op::Insert(clean_line(text).into_owned()));
    }

    pub(super) fn draw(&self, buf: &mut Buffer, desk: &Desk) -> (u16, u16) {
        let (theme, words) = (&desk.theme, &desk.words);
        let wide = WIDE.min(desk.area.width.saturating_sub(2));
        let text = usize::from(wide.saturating_sub(4)).max(1);
        let room = desk.area.height.saturating_sub(5);
        let said = wrap_text(&self.words, text);
        let (note, ink) = match self.warned {
            true => (words.say("lesson-unsaved"), Ink::Warn),
            false => (words.say("lesson-hint"), Ink::Dim),
        };
        let note_rows = wrap_text(&note, text);
        // on a small screen the words stand on one row, and only the field where one types is there
        let small = room < 17;
        let most = if small { 1 } else { 3 };
        let above = said.len().min(most) as u16;
        let shown: Vec<usize> = if room < 11 { vec![self.at] } else { (0..About::ALL.len()).collect() };
        let gap = u16::from(!small);
        let fixed = above + gap + shown.len() as u16 * (1 + gap) + note_rows.len() as u16;
        let high = (room.saturating_sub(fixed) / shown.len().max(1) as u16).clamp(1, if room < 24 { 2 } else { 3 });
        let inner = sheet(buf, desk, wide, fixed + high * shown.len() as u16 + 2, &words.say("lesson-title"));
        let mut y = inner.y;
        for row in said.into_iter().take(usize::from(above)) {
            let style = theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
            paint::put(buf, inner, inner.x, y, self.words[row].trim_end(), style, inner.width);
            y += 1;
        }
        y += gap;
        let mut caret = (inner.x, y);
        for nth in shown {
            let here = nth == self.at;
            let label = words.say(&format!("{}-ask", About::ALL[nth].key()));
            let style = if here { theme.ink(Ink::Accent).add_modifier(Modifier::BOLD) } else { theme.ink(Ink::Dim) };
            paint::put(buf, inner, inner.x, y, &label, style, inner.width);
            let field = Rect::new(inner.x + 2, y + 1, inner.width.saturating_sub(2), high).intersection(inner);
            if here {
                buf.set_style(Rect { x: inner.x, width: inner.width, ..field }, theme.chosen());
            }
            let style = theme.ink(Ink::Text);
            let replaced = nth == 0 && self.fresh && here && !self.fields[0].is_empty();
            let style = if replaced { style.add_modifier(Modifier::UNDERLINED) } else { style };
            let at = line::draw(buf, field, &self.fields[nth], style);
            if here {
                caret = at;
            } else if self.fields[nth].is_empty() {
                paint::put(buf, field, field.x, field.y, theme.glyphs.more, theme.ink(Ink::Faint), 3);
            }
            y += 1 + high + gap;
        }
        for row in note_rows {
            paint::put(buf, inner, inner.x, y, note[row].trim_end(), theme.ink(ink), inner.width);
            y += 1;
        }
        caret
    }
}
