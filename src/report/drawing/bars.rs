//! Lying bars: a label, a bar as long as its number, the number in words behind it, and a notch where one was given.

use super::{Drawing, Label, SIZE, Shape, Side, Tone, WIDTH, drawable, label, rows, width};
use crate::document::Bar;

/// Where the bars begin, and how much room the labels have.
const LEFT: f32 = 150.0;
/// The room for the longest bar; the number in words stands behind it.
const ROOM: f32 = 200.0;

pub(super) fn draw(bars: &[Bar], notch: &str) -> Drawing {
    let numbers = bars.iter().flat_map(|bar| [Some(bar.value), bar.notch]).flatten().filter_map(drawable);
    let most = numbers.fold(0.0, f64::max);
    let long = |value: f64| drawable(value).map(|value| (value / most) as f32 * ROOM);
    let mut drawing = Drawing { height: 4.0, shapes: Vec::new() };
    for bar in bars {
        let words = rows(&bar.label, LEFT - 12.0, 2);
        let tall = if words.len() > 1 { 28.0 } else { 22.0 };
        let middle = drawing.height + tall / 2.0;
        drawing.shapes.extend(label(&words, 0.0, middle, Tone::Ink));
        let length = long(bar.value);
        let (x, y, height) = (LEFT, middle - 7.0, 14.0);
        drawing.shapes.push(Shape::Area { x, y, width: ROOM, height, tone: Tone::Pale });
        if let Some(width) = length {
            drawing.shapes.push(Shape::Area { x, y, width, height, tone: Tone::Accent });
        }
        if let Some(at) = bar.notch.and_then(long) {
            let (from, to) = ((x + at, middle - 10.0), (x + at, middle + 10.0));
            drawing.shapes.push(Shape::Line { from, to, weight: 2.0, tone: Tone::Ink });
        }
        let told = rows(&bar.told, WIDTH - LEFT - ROOM - 10.0, 2);
        drawing.shapes.extend(label(&told, LEFT + ROOM + 8.0, middle, Tone::Ink));
        drawing.height += tall;
    }
    if bars.iter().any(|bar| bar.notch.is_some()) {
        drawing.height += 18.0;
        let y = drawing.height - 4.0;
        let words = rows(notch, ROOM + 60.0, 1).concat();
        let x = LEFT + 8.0;
        debug_assert!(x + width(&words, SIZE) < WIDTH + SIZE);
        drawing.shapes.push(Shape::Line {
            from: (LEFT + 1.0, y - 10.0),
            to: (LEFT + 1.0, y + 2.0),
            weight: 2.0,
            tone: Tone::Ink,
        });
        let key = Label { x, y, size: SIZE, side: Side::Start, strong: false, tone: Tone::Muted, text: words };
        drawing.shapes.push(Shape::Words(key));
    }
    drawing.height += 4.0;
    drawing
}
