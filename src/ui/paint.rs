//! Small strokes: text at a place, a rule, a footer. Each stays inside the area it is given.

use super::theme::{Ink, Theme};
use crate::text::{fit, width};
use ratatui::{buffer::Buffer, layout::Rect, style::Style};

/// Writes `text` at (`x`, `y`), cut to `most` columns and to the area; says how many columns it took.
pub fn put(buf: &mut Buffer, area: Rect, x: u16, y: u16, text: &str, style: Style, most: u16) -> u16 {
    if x >= area.right() || y >= area.bottom() || y < area.top() || x < area.left() {
        return 0;
    }
    let most = most.min(area.right() - x);
    // a wrapped row may end in a space that hangs past the edge: that is no reason to cut a letter
    let text = if text.len() > usize::from(most) { text.trim_end_matches(' ') } else { text };
    let plain = text.len() <= usize::from(most) && text.bytes().all(|byte| (0x20..0x7f).contains(&byte));
    if plain {
        // a letter a column: nothing has to be measured or cut, and nearly all text is so
        for (at, letter) in text.char_indices() {
            sign(buf, x + at as u16, y, letter.encode_utf8(&mut [0; 4]), style);
        }
        return text.len() as u16;
    }
    let text = fit(text, usize::from(most));
    buf.set_stringn(x, y, &text, usize::from(most), style);
    width(&text) as u16
}

/// Puts a sign of one column in a cell.
fn sign(buf: &mut Buffer, x: u16, y: u16, sign: &str, style: Style) {
    if let Some(cell) = buf.cell_mut((x, y)) {
        cell.set_symbol(sign).set_style(style);
    }
}

/// Writes `text` so that it ends before column `right`; says where it begins.
pub fn put_right(buf: &mut Buffer, area: Rect, right: u16, y: u16, text: &str, style: Style) -> u16 {
    let wide = width(text).min(usize::from(area.width)) as u16;
    let x = right.saturating_sub(wide).max(area.x);
    put(buf, area, x, y, text, style, wide);
    x
}

/// A line across the area at row `y`.
pub fn rule(buf: &mut Buffer, area: Rect, y: u16, theme: &Theme) {
    for x in area.left()..area.right() {
        sign(buf, x, y, theme.glyphs.rule, theme.ink(Ink::Faint));
    }
}

/// The header of every screen: the badge, what one is looking at, and at the right what matters now.
pub struct Header<'a> {
    /// What one is looking at.
    pub title: &'a str,
    /// At the right, from the right: text and its style.
    pub right: &'a [(String, Style)],
    /// How far the line under the title has come, 0 to 1, and its ink; a whole line in the accent if nothing runs.
    pub progress: Option<(f64, Ink)>,
}

impl Header<'_> {
    /// Draws it on the first two rows.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, theme: &Theme, badge: &str) {
        let x = area.x + 1;
        let used = put(buf, area, x, area.y, &format!(" {badge} "), theme.ink(Ink::Badge), area.width);
        let mut right = area.right().saturating_sub(1);
        for (text, style) in self.right {
            right = put_right(buf, area, right, area.y, text, *style).saturating_sub(3);
        }
        let bold = theme.ink(Ink::Text).add_modifier(ratatui::style::Modifier::BOLD);
        let left = x + used + 2;
        put(buf, area, left, area.y, self.title, bold, right.saturating_sub(left));
        if area.height < 2 {
            return;
        }
        let (done, ink) = self.progress.unwrap_or((1.0, Ink::Accent));
        let cells = (f64::from(area.width) * done.clamp(0.0, 1.0)).round() as u16;
        for x in 0..area.width {
            let (glyph, ink) = if x < cells { (theme.glyphs.past, ink) } else { (theme.glyphs.rest, Ink::Faint) };
            sign(buf, area.x + x, area.y + 1, glyph, theme.ink(ink));
        }
    }
}

/// The footer: keys with what they do, as many as fit, and at the right how safe everything is.
pub fn footer(buf: &mut Buffer, area: Rect, theme: &Theme, keys: &[(String, String)], right: (&str, Style)) {
    let y = area.bottom().saturating_sub(1);
    let end = put_right(buf, area, area.right().saturating_sub(1), y, right.0, right.1);
    let mut x = area.x + 2;
    let bold = theme.ink(Ink::Text).add_modifier(ratatui::style::Modifier::BOLD);
    for (key, what) in keys {
        let wide = (width(key) + 1 + width(what)) as u16;
        if x + wide + 2 > end {
            continue; // a shorter one may still fit
        }
        x += put(buf, area, x, y, key, bold, wide) + 1;
        x += put(buf, area, x, y, what, theme.ink(Ink::Dim), wide) + 3;
    }
}

/// A box with rounded corners and a title in its upper edge.
pub fn frame(buf: &mut Buffer, area: Rect, theme: &Theme, title: &str, style: Style, title_style: Style) {
    if area.width < 4 || area.height < 2 {
        return;
    }
    let [nw, ne, sw, se] = theme.glyphs.corners;
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    for x in area.left() + 1..right {
        sign(buf, x, area.y, theme.glyphs.rule, style);
        sign(buf, x, bottom, theme.glyphs.rule, style);
    }
    for y in area.top() + 1..bottom {
        sign(buf, area.x, y, theme.glyphs.wall, style);
        sign(buf, right, y, theme.glyphs.wall, style);
    }
    for (x, y, glyph) in [(area.x, area.y, nw), (right, area.y, ne), (area.x, bottom, sw), (right, bottom, se)] {
        put(buf, area, x, y, glyph, style, 1);
    }
    if !title.is_empty() {
        put(buf, area, area.x + 2, area.y, &format!(" {title} "), title_style, area.width.saturating_sub(4));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_space_that_hangs_past_the_edge_costs_no_letter() {
        let area = Rect::new(0, 0, 6, 2);
        let mut buf = Buffer::empty(area);
        put(&mut buf, area, 0, 0, "getal  ", Style::new(), 5);
        put(&mut buf, area, 0, 1, "één ja ", Style::new(), 6);
        assert_eq!(buf, Buffer::with_lines(["getal ", "één ja"]));
    }
}
