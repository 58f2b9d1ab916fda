//! The spread of what was given on a scale: a dot per seat, a rod for the mean, the scale below.

use super::{Drawing, Label, SIZE, Shape, Side, Tone, WIDTH, label, rows};
use crate::document::{Scale, Spread};
use std::collections::BTreeMap;

/// Where the scale begins.
const LEFT: f32 = 158.0;
/// How long the scale is; what is told of a row stands behind it.
const ROOM: f32 = 190.0;
/// How high a row is.
const TALL: f32 = 36.0;
/// The radius of a dot.
const DOT: f32 = 3.2;
/// More marks than these on a scale are not drawn.
const MARKS: f64 = 11.0;

pub(super) fn draw(scale: &Scale, spreads: &[Spread]) -> Drawing {
    let span = scale.high - scale.low;
    let place = |value: f64| {
        let part = if span.is_finite() && span > 0.0 { ((value - scale.low) / span).clamp(0.0, 1.0) } else { 0.5 };
        value.is_finite().then_some(LEFT + part as f32 * ROOM)
    };
    let whole = (1.0..MARKS).contains(&span);
    let mut drawing = Drawing { height: 4.0, shapes: Vec::new() };
    for row in spreads {
        let (top, base) = (drawing.height, drawing.height + TALL - 8.0);
        drawing.shapes.extend(label(&rows(&row.label, LEFT - 16.0, 2), 0.0, top + TALL / 2.0, Tone::Ink));
        let line = |from: (f32, f32), to: (f32, f32), weight: f32, tone: Tone| Shape::Line { from, to, weight, tone };
        drawing.shapes.push(line((LEFT, base), (LEFT + ROOM, base), 1.0, Tone::Line));
        let marks = if whole { span as u32 } else { 0 };
        for mark in 0..=marks {
            let x = place(scale.low + f64::from(mark)).unwrap_or(LEFT);
            drawing.shapes.push(line((x, base), (x, base + 3.0), 1.0, Tone::Line));
        }
        if let Some(x) = row.mean.and_then(place) {
            drawing.shapes.push(line((x, top + 3.0), (x, base + 4.0), 2.0, Tone::Ink));
        }
        let mut piles: BTreeMap<i32, usize> = BTreeMap::new();
        for x in row.given.iter().copied().filter_map(place) {
            *piles.entry((x * 2.0).round() as i32).or_default() += 1;
        }
        for (x, count) in piles {
            let room = base - top - 3.0 * DOT;
            let step = (room / count.saturating_sub(1).max(1) as f32).min(DOT * 2.0 + 0.6);
            for nth in 0..count {
                let (x, y) = (x as f32 / 2.0, base - DOT - 1.0 - step * nth as f32);
                drawing.shapes.push(Shape::Dot { x, y, radius: DOT, tone: Tone::Accent });
            }
        }
        let told = rows(&row.told, WIDTH - LEFT - ROOM - 14.0, 3);
        drawing.shapes.extend(label(&told, LEFT + ROOM + 12.0, top + TALL / 2.0, Tone::Muted));
        drawing.height += TALL;
    }
    let y = drawing.height + SIZE + 2.0;
    let ends = [(LEFT, Side::Start, &scale.low_label), (LEFT + ROOM, Side::End, &scale.high_label)];
    for (x, side, words) in ends {
        let text = rows(words, ROOM / 2.0 - 6.0, 1).concat();
        drawing.shapes.push(Shape::Words(Label { x, y, size: SIZE, side, strong: false, tone: Tone::Muted, text }));
    }
    drawing.height = y + 6.0;
    drawing
}
