//! Dots: a picture of black and white that is painted with quarters of a cell.
//!
//! A cell holds two dots beside each other and two below each other. Not for what is pictured (that is `letters` and
//! `digits`). Called by every part of the projector that shows something large.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

/// What a cell looks like, by its four dots: 1 above at the left, 2 above at the right, 4 and 8 below.
const QUARTERS: [&str; 16] = [" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"];

/// Every place of a picture of so many dots: column and row, row by row.
fn spots(wide: usize, high: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..high).flat_map(move |y| (0..wide).map(move |x| (x, y)))
}

/// A picture in dots.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Dots {
    wide: usize,
    dots: Vec<bool>,
}

impl Dots {
    /// An empty picture of so many dots.
    pub fn new(wide: usize, high: usize) -> Self {
        Self { wide, dots: vec![false; wide * high] }
    }

    /// How many dots wide it is.
    pub fn wide(&self) -> usize {
        self.wide
    }

    /// How many dots high it is.
    pub fn high(&self) -> usize {
        self.dots.len().checked_div(self.wide).unwrap_or(0)
    }

    /// Whether there is a dot; nothing lies outside the picture.
    pub fn has(&self, x: usize, y: usize) -> bool {
        x < self.wide && self.dots.get(y * self.wide + x).copied().unwrap_or_default()
    }

    /// Puts a dot; outside the picture nothing happens.
    pub fn put(&mut self, x: usize, y: usize) {
        if x < self.wide
            && let Some(dot) = self.dots.get_mut(y * self.wide + x)
        {
            *dot = true;
        }
    }

    /// Puts another picture on this one, its upper left corner here.
    pub fn lay(&mut self, other: &Self, x: usize, y: usize) {
        for (dx, dy) in spots(other.wide(), other.high()) {
            if other.has(dx, dy) {
                self.put(x + dx, y + dy);
            }
        }
    }

    /// The same, each dot so many wide and high.
    pub fn times(&self, wide: usize, high: usize) -> Self {
        let mut larger = Self::new(self.wide * wide, self.high() * high);
        for (x, y) in spots(larger.wide(), larger.high()) {
            if self.has(x / wide, y / high) {
                larger.put(x, y);
            }
        }
        larger
    }

    /// How many columns it takes.
    pub fn columns(&self) -> u16 {
        self.wide.div_ceil(2).min(usize::from(u16::MAX)) as u16
    }

    /// How many rows it takes.
    pub fn rows(&self) -> u16 {
        self.high().div_ceil(2).min(usize::from(u16::MAX)) as u16
    }

    /// Paints it inside the area, its upper left corner here; `plain` uses no sign beyond ASCII.
    pub fn paint(&self, buf: &mut Buffer, area: Rect, x: u16, y: u16, style: Style, plain: bool) {
        let area = area.intersection(buf.area);
        for (column, row) in spots(self.wide.div_ceil(2), self.high().div_ceil(2)) {
            let (dx, dy) = (column * 2, row * 2);
            let (column, row) = (u16::try_from(column).unwrap_or(u16::MAX), u16::try_from(row).unwrap_or(u16::MAX));
            let quarters = [(0, 0), (1, 0), (0, 1), (1, 1)];
            let sum = quarters.iter().enumerate().filter(|(_, (ax, ay))| self.has(dx + ax, dy + ay));
            let sum: usize = sum.map(|(nth, _)| 1 << nth).sum();
            let (x, y) = (x.saturating_add(column), y.saturating_add(row));
            if sum > 0
                && area.contains((x, y).into())
                && let Some(cell) = buf.cell_mut((x, y))
            {
                cell.set_symbol(if plain { "#" } else { QUARTERS[sum] }).set_style(style);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[&str]) -> Dots {
        let mut dots = Dots::new(rows[0].len(), rows.len());
        for (y, row) in rows.iter().enumerate() {
            row.char_indices().filter(|(_, letter)| *letter == '#').for_each(|(x, _)| dots.put(x, y));
        }
        dots
    }

    #[test]
    fn a_picture_is_enlarged_and_laid_on_another() {
        assert_eq!(of(&["#.", ".#"]).times(2, 1), of(&["##..", "..##"]));
        let mut ground = of(&["...", "..."]);
        ground.lay(&of(&["##", "#."]), 1, 1);
        assert_eq!(ground, of(&["...", ".##"]), "what lies outside is not there");
    }

    #[test]
    fn it_is_painted_in_quarters_and_never_outside_its_area() {
        let area = Rect::new(0, 0, 3, 1);
        let mut buf = Buffer::empty(area);
        of(&["#..##", ".#.##"]).paint(&mut buf, area, 0, 0, Style::new(), false);
        assert_eq!(buf, Buffer::with_lines(["▚▐▌"]));
        of(&["##", "##"]).paint(&mut buf, area, 2, 0, Style::new(), true);
        of(&["##", "##"]).paint(&mut buf, area, 3, 9, Style::new(), true);
        assert_eq!(buf, Buffer::with_lines(["▚▐#"]));
    }
}
