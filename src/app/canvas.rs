//! The screen as it is kept: painted when something changes, and copied with what is typed on top of it.
//!
//! Everything but the line being typed stands on a canvas that is kept while nothing else is different, so a key costs the
//! line and a copy, however much was said. Not for what stands where: every door paints itself. Called by `run`, which asks
//! what has to be drawn and draws it; [`plain`] and [`close_rows`] also by `screen`.

use super::{App, Door, LEAST, footer};
use crate::ui::{paint, theme::Ink};
use ratatui::{
    Frame,
    buffer::{Buffer, Cell},
    layout::Rect,
};

/// What has to be drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Repaint {
    /// The whole screen, as if it were empty: a window that was made smaller and larger again has lost what was on it.
    Afresh,
    /// The whole screen.
    Whole,
    /// Only this part of it: the line being typed.
    Line(Rect),
}

impl App {
    /// The size of the screen, as it was told last: columns and rows.
    pub fn size(&self) -> (u16, u16) {
        (self.desk.area.width, self.desk.area.height)
    }

    /// What has to be drawn since the last time it was asked: only the line, if nothing else is different.
    ///
    /// A key then costs the rows of the line and not those of the screen.
    pub fn repaint(&mut self) -> Repaint {
        self.lay_out(); // the canvas may have been given away
        if std::mem::take(&mut self.resized) {
            return Repaint::Afresh;
        }
        let whole = std::mem::take(&mut self.painted) || self.too_small() || self.over.is_some();
        match &self.door {
            Door::Tafel(tafel) if !whole => tafel.line_rect().map_or(Repaint::Whole, Repaint::Line),
            Door::Tafel(_) | Door::Begin(_) => Repaint::Whole,
        }
    }

    /// Draws the rows of the line on a buffer that holds just these, and says where the caret stands.
    pub fn draw_line(&self, buf: &mut Buffer) -> Option<(u16, u16)> {
        let area = buf.area;
        for y in area.top()..area.bottom() {
            let from = self.canvas.index_of(area.x, y);
            let to = buf.index_of(area.x, y);
            let wide = usize::from(area.width);
            buf.content[to..to + wide].clone_from_slice(&self.canvas.content[from..from + wide]);
        }
        let caret = match &self.door {
            Door::Tafel(tafel) => tafel.draw_line(buf, &self.desk),
            Door::Begin(_) => None,
        };
        self.simplify(buf);
        caret
    }

    fn too_small(&self) -> bool {
        self.desk.area.width < LEAST.0 || self.desk.area.height < LEAST.1
    }

    /// Paints what does not change with every key.
    pub(super) fn lay_out(&mut self) {
        if self.too_small() {
            return;
        }
        if let Door::Tafel(tafel) = &mut self.door {
            self.stale |= tafel.lay_out(&self.desk);
            self.stale |= tafel.follow_harvest(&mut self.desk);
            self.stale |= tafel.follow_report(&self.desk);
        }
        if !self.stale {
            return;
        }
        let mut ground = Cell::EMPTY;
        ground.set_style(self.desk.theme.ground());
        self.canvas.area = self.desk.area;
        self.canvas.content.clear();
        self.canvas.content.resize(self.desk.area.area() as usize, ground);
        match &self.door {
            Door::Begin(begin) => begin.paint(&mut self.canvas, &self.desk),
            Door::Tafel(tafel) => tafel.paint(&mut self.canvas, &self.desk),
        }
        let (place, status) = (self.place(), self.status());
        footer::paint(&mut self.canvas, &self.desk, place, status);
        close_rows(&mut self.canvas);
        self.stale = false;
        self.painted = true;
    }

    /// Shows it on a frame of ratatui.
    pub fn draw(&self, frame: &mut Frame<'_>) {
        if let Some(caret) = self.draw_on(frame.buffer_mut()) {
            frame.set_cursor_position(caret);
        }
    }

    /// Draws all of it on a buffer of the size of the screen, and says where the caret stands.
    pub fn draw_on(&self, buf: &mut Buffer) -> Option<(u16, u16)> {
        if self.has_canvas(buf.area) {
            buf.content.clone_from_slice(&self.canvas.content);
        }
        self.draw_over(buf)
    }

    /// All of it as it is to be shown, and where the caret stands.
    pub fn picture(&self) -> (Buffer, Option<(u16, u16)>) {
        let area = self.desk.area;
        let mut buf = if self.has_canvas(area) { self.canvas.clone() } else { Buffer::empty(area) };
        let caret = self.draw_over(&mut buf);
        (buf, caret)
    }

    /// The same for the first screen, for which somebody waits: the canvas is given away instead of copied. It is painted
    /// anew before anything is drawn again, which much of what follows a start asks for anyway.
    pub fn first_picture(&mut self) -> (Buffer, Option<(u16, u16)>) {
        if !self.has_canvas(self.desk.area) {
            return self.picture();
        }
        let mut buf = std::mem::take(&mut self.canvas);
        self.stale = true;
        let caret = self.draw_parts(&mut buf);
        self.simplify(&mut buf);
        (buf, caret)
    }

    /// Whether what is kept of the screen is all of it.
    fn has_canvas(&self, area: Rect) -> bool {
        !self.too_small() && area == self.canvas.area
    }

    /// Draws what changes with every key over a copy of the canvas, or says that the screen is too small.
    fn draw_over(&self, buf: &mut Buffer) -> Option<(u16, u16)> {
        let caret = self.draw_fine(buf);
        self.simplify(buf);
        caret
    }

    /// Leaves out what the terminal cannot show.
    fn simplify(&self, buf: &mut Buffer) {
        if self.desk.theme.is_plain() {
            plain(buf);
        }
    }

    fn draw_fine(&self, buf: &mut Buffer) -> Option<(u16, u16)> {
        if !self.has_canvas(buf.area) {
            self.draw_small(buf);
            return None;
        }
        self.draw_parts(buf)
    }

    /// Draws what stands over the canvas: the line, and what lies on top.
    fn draw_parts(&self, buf: &mut Buffer) -> Option<(u16, u16)> {
        let line = match &self.door {
            Door::Begin(begin) => begin.caret(&self.desk),
            Door::Tafel(tafel) => tafel.draw_line(buf, &self.desk),
        };
        match &self.over {
            Some(over) => over.draw(buf, &self.desk),
            None => line,
        }
    }

    fn draw_small(&self, buf: &mut Buffer) {
        let area = buf.area;
        buf.set_style(area, self.desk.theme.ground());
        let text = self
            .desk
            .words
            .tell("app-too-small", &[("width", usize::from(LEAST.0).into()), ("height", usize::from(LEAST.1).into())]);
        // what is not saved is said first, however small the window
        let unsaved = match &self.door {
            Door::Tafel(tafel) => tafel.bar_in_short(&self.desk),
            Door::Begin(_) => None,
        };
        let text = unsaved.map_or(text.clone(), |unsaved| format!("{unsaved} {text}"));
        let rows = crate::text::wrap_text(&text, usize::from(area.width.max(1)));
        for (y, row) in rows.into_iter().enumerate().take(usize::from(area.height)) {
            paint::put(buf, area, area.x, area.y + y as u16, &text[row], self.desk.theme.ink(Ink::Text), area.width);
        }
    }
}

/// Puts a sign of ASCII in the place of every other sign that has one of the same width. Letters stay: they are words.
pub(super) fn plain(buf: &mut Buffer) {
    for cell in &mut buf.content {
        let sign = match cell.symbol() {
            "…" | "·" => ".",
            "’" | "‘" => "'",
            "“" | "”" | "„" => "\"",
            "–" | "—" => "-",
            _ => continue,
        };
        cell.set_symbol(sign);
    }
}

/// Ends every row with a cell in another manner, so that each row says its colours anew.
///
/// It can hardly be seen. Tools that copy a terminal's screen row by row (tmux's capture, for one) name a colour only where it
/// changes, and would lose the background of a row that begins as the one above it ended.
pub(super) fn close_rows(buf: &mut Buffer) {
    let area = buf.area;
    for y in area.top()..area.bottom() {
        if let Some(cell) = buf.cell_mut((area.right().saturating_sub(1), y)) {
            cell.modifier.insert(ratatui::style::Modifier::BOLD);
        }
    }
}
