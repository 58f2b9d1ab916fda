//! A picture as lines, areas, dots and words: drawn once, for every format that can draw.
//!
//! Lengths are points (1/72 inch), from the top left. SVG, Word and PDF each spell the same shapes; how wide words are is
//! guessed here with room to spare, because the font differs per format. A matrix is no drawing but a table with shades,
//! which can be read aloud. Not for colours (`palette`). Called by the writers.

mod bars;
mod spread;

use super::palette::Tone;
use crate::{document::Picture, text};

/// How wide every drawing is.
pub(super) const WIDTH: f32 = 450.0;

/// The size of labels.
const SIZE: f32 = 9.5;

/// How much of its size a column of words takes at most, on average.
pub(super) const EM: f32 = 0.56;

/// Shapes, in the order in which they are drawn.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Drawing {
    pub(super) height: f32,
    pub(super) shapes: Vec<Shape>,
}

/// One shape.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Shape {
    Area { x: f32, y: f32, width: f32, height: f32, tone: Tone },
    Line { from: (f32, f32), to: (f32, f32), weight: f32, tone: Tone },
    Dot { x: f32, y: f32, radius: f32, tone: Tone },
    Words(Label),
}

/// Words in a drawing.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Label {
    /// Where the line of the letters begins, ends.
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) side: Side,
    pub(super) strong: bool,
    pub(super) tone: Tone,
    pub(super) text: String,
}

/// What of the words stands at `x`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Start,
    End,
}

/// The drawing of a picture; `None` for a matrix, which is a table.
pub(super) fn drawing(picture: &Picture) -> Option<Drawing> {
    match picture {
        Picture::Bars { bars, notch, .. } => Some(bars::draw(bars, notch)),
        Picture::Spread { scale, rows, .. } => Some(spread::draw(scale, rows)),
        Picture::Matrix { .. } => None,
    }
}

/// Words of a label, in at most so many rows of so much room; what does not fit ends in an ellipsis.
fn rows(words: &str, room: f32, most: usize) -> Vec<String> {
    let words = super::wash::line(words);
    let columns = ((room / (SIZE * EM)) as usize).max(4);
    let ranges = text::wrap(&words, columns);
    let mut rows: Vec<String> =
        ranges.iter().take(most).map(|range| words[range.clone()].trim_end().to_owned()).collect();
    if let (Some(last), Some(range)) = (rows.last_mut(), ranges.get(most - 1).filter(|_| ranges.len() > most)) {
        *last = text::fit(&words[range.start..], columns).trim_end().to_owned();
    }
    rows
}

/// How wide words are, with room to spare.
fn width(words: &str, size: f32) -> f32 {
    text::width(words) as f32 * size * EM
}

/// A label of one or more rows whose middle stands at `middle`.
fn label(rows: &[String], x: f32, middle: f32, tone: Tone) -> impl Iterator<Item = Shape> {
    let step = SIZE * 1.2;
    let top = middle - step * rows.len() as f32 / 2.0 + SIZE * 0.95;
    rows.iter().enumerate().map(move |(nth, words)| {
        Shape::Words(Label {
            x,
            y: top + step * nth as f32,
            size: SIZE,
            side: Side::Start,
            strong: false,
            tone,
            text: words.clone(),
        })
    })
}

/// A number that can be drawn: none, endless and below zero are not.
fn drawable(value: f64) -> Option<f64> {
    (value.is_finite() && value > 0.0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{
        Bar, Block, Scale, Spread,
        samples::{HOSTILE, every_block, long_word},
    };

    fn inside(drawing: &Drawing) {
        let fits = |x: f32, y: f32| (-0.1..=WIDTH + 0.1).contains(&x) && (-0.1..=drawing.height + 0.1).contains(&y);
        for shape in &drawing.shapes {
            let is = match shape {
                Shape::Area { x, y, width, height, .. } => fits(*x, *y) && fits(x + width, y + height),
                Shape::Line { from, to, .. } => fits(from.0, from.1) && fits(to.0, to.1),
                Shape::Dot { x, y, radius, .. } => fits(x - radius, y - radius) && fits(x + radius, y + radius),
                Shape::Words(label) => {
                    let wide = width(&label.text, label.size);
                    let left = match label.side {
                        Side::Start => label.x,
                        Side::End => label.x - wide,
                    };
                    fits(left, label.y - label.size * 0.7) && fits(left + wide, label.y)
                }
            };
            assert!(is, "{shape:?} falls out of {drawing:?}");
        }
    }

    #[test]
    fn nothing_falls_out_of_a_drawing_whatever_is_said() {
        let long = long_word();
        for words in HOSTILE.into_iter().chain([long.as_str(), "", "kort"]) {
            for block in every_block(words).blocks {
                if let Block::Figure(figure) = block {
                    drawing(&figure.picture).iter().for_each(inside);
                }
            }
        }
    }

    #[test]
    fn bars_are_as_long_as_their_numbers() {
        let bar = |value: f64| Bar { label: "x".into(), value, told: value.to_string(), notch: None };
        let drawing = bars::draw(&[bar(4.0), bar(2.0), bar(0.0)], "");
        let lengths: Vec<f32> = drawing
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Area { width, tone: Tone::Accent, .. } => Some(*width),
                Shape::Area { .. } | Shape::Line { .. } | Shape::Dot { .. } | Shape::Words(_) => None,
            })
            .collect();
        assert_eq!(lengths.len(), 2);
        assert!((lengths[0] - lengths[1] * 2.0).abs() < 0.01, "{lengths:?}");
    }

    #[test]
    fn many_dots_on_one_spot_stay_in_their_row() {
        let scale = Scale { low: 1.0, high: 5.0, low_label: "1".into(), high_label: "5".into() };
        let row = Spread { label: "x".into(), given: vec![3.0; 200], mean: Some(3.0), told: String::new() };
        inside(&spread::draw(&scale, &[row]));
    }
}
