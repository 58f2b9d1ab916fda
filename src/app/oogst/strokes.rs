//! Pictures of numbers in characters: a bar, a bar in parts, dots on a scale. Beside each stands the number as text.
//!
//! What a colour says a sign says too, and without colours or fine signs the picture is still one. Called by the views of
//! what all tables come to.

use crate::{
    form::Tone,
    harvest::verdicts::Summary,
    ui::{
        paint,
        theme::{Ink, Theme},
    },
};
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

/// The colours of the parts of a bar, in order.
const PARTS: [Tone; 6] = [Tone::Blue, Tone::Yellow, Tone::Purple, Tone::Teal, Tone::Orange, Tone::Red];

/// The colour of the nth choice.
pub fn tone(nth: usize) -> Ink {
    Ink::Tone(PARTS[nth % PARTS.len()])
}

/// The sign of the nth choice: in a bar without colours it is still seen where one part ends.
pub fn sign(nth: usize, theme: &Theme) -> &'static str {
    const FINE: [&str; 4] = ["█", "▓", "▒", "░"];
    const PLAIN: [&str; 4] = ["#", "=", "+", "-"];
    if theme.is_plain() { PLAIN[nth % 4] } else { FINE[nth % 4] }
}

/// A bar, as long as its part of `area`; what is more than nothing is seen.
pub fn bar(buf: &mut Buffer, area: Rect, part: f64, theme: &Theme) -> u16 {
    let cell = if theme.is_plain() { "#" } else { "▇" };
    let long = cells(part, area.width);
    paint::put(buf, area, area.x, area.y, &cell.repeat(usize::from(long)), theme.ink(Ink::Accent), area.width)
}

fn cells(part: f64, wide: u16) -> u16 {
    if part <= 0.0 { 0 } else { ((f64::from(wide) * part.min(1.0)).round() as u16).clamp(1, wide.max(1)) }
}

/// A bar in parts, one for each choice, that together fill `area`.
pub fn parts(buf: &mut Buffer, area: Rect, counts: &[usize], theme: &Theme) {
    let all: usize = counts.iter().sum();
    let (mut before, mut x) = (0, area.x);
    for (nth, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        before += count;
        let end = area.x + (f64::from(area.width) * before as f64 / all.max(1) as f64).round() as u16;
        let long = usize::from(end.saturating_sub(x));
        x += paint::put(buf, area, x, area.y, &sign(nth, theme).repeat(long), theme.ink(tone(nth)), area.width);
    }
}

/// Values on a scale: a dot for one, a number for more at one place, the middle half as a thicker line, the median strong,
/// and a ring where it was then. Places are parts of the scale, from 0 at the left.
pub fn dots(buf: &mut Buffer, area: Rect, values: &[f64], lie: Option<Lie>, then: Option<f64>, theme: &Theme) {
    if area.width < 2 {
        return;
    }
    let last = area.width - 1;
    let place = |part: f64| area.x + (part.clamp(0.0, 1.0) * f64::from(last)).round() as u16;
    let plain = theme.is_plain();
    for x in area.left()..area.right() {
        let thick = lie.is_some_and(|lie| (place(lie.lower)..=place(lie.upper)).contains(&x));
        let (sign, ink) = match (thick, plain) {
            (true, true) => ("=", Ink::Dim),
            (true, false) => ("━", Ink::Dim),
            (false, true) => ("-", Ink::Faint),
            (false, false) => ("─", Ink::Faint),
        };
        paint::put(buf, area, x, area.y, sign, theme.ink(ink), 1);
    }
    if let Some(then) = then {
        paint::put(buf, area, place(then), area.y, if plain { "O" } else { "○" }, theme.ink(Ink::Warn), 1);
    }
    if let Some(lie) = lie {
        let strong = theme.ink(Ink::Accent).add_modifier(Modifier::BOLD);
        paint::put(buf, area, place(lie.median), area.y, if plain { "|" } else { "┃" }, strong, 1);
    }
    let mut met: Vec<(u16, usize)> = Vec::new();
    for x in values.iter().map(|value| place(*value)) {
        match met.iter_mut().find(|(other, _)| *other == x) {
            Some((_, count)) => *count += 1,
            None => met.push((x, 1)),
        }
    }
    for (x, count) in met {
        let sign = match count {
            1 if plain => "o".to_owned(),
            1 => "●".to_owned(),
            2..=9 => count.to_string(),
            _ => "+".to_owned(),
        };
        let middle = lie.is_some_and(|lie| place(lie.median) == x);
        let style = theme.ink(if middle { Ink::Accent } else { Ink::Text });
        let style = if middle { style.add_modifier(Modifier::BOLD) } else { style };
        paint::put(buf, area, x, area.y, &sign, style, 1);
    }
}

/// Where the middle of values lies, as parts of the scale.
#[derive(Clone, Copy)]
pub struct Lie {
    lower: f64,
    median: f64,
    upper: f64,
}

impl Lie {
    /// Of values; `part` makes a part of the scale of a value.
    pub fn of(summary: &Summary, part: &dyn Fn(f64) -> f64) -> Option<Self> {
        let (one, other) = (part(summary.lower), part(summary.upper));
        (summary.count > 1).then(|| Self { lower: one.min(other), median: part(summary.median), upper: one.max(other) })
    }
}
