//! Words become lines of a width: measured with the letters themselves, broken where the language allows it.
//!
//! A word too long for a line is cut between graphemes; words that run from right to left stand in their own order. Every
//! word is looked at once, so a long text takes as long as it is. Not for pages (`flow`).

use super::font::{Cut, Fonts, Word};
use crate::{report::wash, text};
use std::rc::Rc;
use unicode_segmentation::UnicodeSegmentation;

/// Words in one look.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) cut: Cut,
    pub(super) size: f32,
    pub(super) colour: u32,
    /// The link or place these words are, if they are one: an index among those of the paragraph.
    pub(super) spot: Option<usize>,
}

/// A word on its place.
#[derive(Clone)]
pub(super) struct Piece {
    pub(super) word: Rc<Word>,
    pub(super) x: f32,
    pub(super) size: f32,
    pub(super) colour: u32,
    pub(super) spot: Option<usize>,
}

/// Words on one line, from left to right.
#[derive(Clone, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) width: f32,
}

/// Breaks spans into lines; there is always one.
pub(super) fn lines(fonts: &mut Fonts, spans: &[Span], width: f32) -> Vec<Line> {
    let mut maker = Maker { fonts, width, lines: Vec::new(), line: Line::default() };
    let whole: String = spans.iter().map(|span| span.text.as_str()).collect();
    let mut start = 0;
    for row in whole.split('\n') {
        if start > 0 {
            maker.turn();
        }
        let mut from = 0;
        for to in text::breaks(row) {
            maker.put(&cut(spans, start + from, start + to));
            from = to;
        }
        start += row.len() + 1;
    }
    maker.turn();
    maker.lines
}

/// The parts of the spans between two places in all of them.
fn cut(spans: &[Span], from: usize, to: usize) -> Vec<Span> {
    let mut at = 0;
    let mut parts = Vec::new();
    for span in spans {
        let (first, last) = (from.max(at), to.min(at + span.text.len()));
        if first < last {
            let Span { cut, size, colour, spot, .. } = *span;
            parts.push(Span { text: span.text[first - at..last - at].to_owned(), cut, size, colour, spot });
        }
        at += span.text.len();
        if at >= to {
            break;
        }
    }
    parts
}

struct Maker<'a> {
    fonts: &'a mut Fonts,
    width: f32,
    lines: Vec<Line>,
    line: Line,
}

impl Maker<'_> {
    /// Puts what must stay together on this line or the next.
    fn put(&mut self, parts: &[Span]) {
        let words: Vec<Rc<Word>> = parts.iter().map(|part| self.fonts.word(part.cut, &part.text)).collect();
        let whole: f32 = words.iter().zip(parts).map(|(word, part)| word.width * part.size).sum();
        let tail = words.last().zip(parts.last()).map_or(0.0, |(word, part)| (word.width - word.bare) * part.size);
        if self.line.width + whole - tail > self.width && !self.line.pieces.is_empty() {
            self.turn();
        }
        if whole - tail <= self.width {
            words.into_iter().zip(parts).for_each(|(word, part)| self.add(word, part));
            return;
        }
        for part in parts {
            let (mut piece, mut known) = (String::new(), 0.0);
            for grapheme in part.text.graphemes(true) {
                let wide = self.fonts.word(part.cut, grapheme).width * part.size;
                let first = piece.is_empty() && self.line.pieces.is_empty();
                let full = self.line.width + known + wide > self.width && !first;
                // a piece is shaped whole, so it is kept short
                if full || piece.len() >= 24 {
                    self.add_text(&std::mem::take(&mut piece), part);
                    known = 0.0;
                }
                if full {
                    self.turn();
                }
                piece.push_str(grapheme);
                known += wide;
            }
            self.add_text(&piece, part);
        }
    }

    fn add_text(&mut self, text: &str, part: &Span) {
        if !text.is_empty() {
            let word = self.fonts.word(part.cut, text);
            self.add(word, part);
        }
    }

    fn add(&mut self, word: Rc<Word>, part: &Span) {
        let x = self.line.width;
        self.line.width += word.width * part.size;
        self.line.pieces.push(Piece { word, x, size: part.size, colour: part.colour, spot: part.spot });
    }

    /// Ends the line.
    fn turn(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        order(&mut line.pieces);
        if let Some(last) = line.pieces.last() {
            line.width = last.x + last.word.bare * last.size;
        }
        self.lines.push(line);
    }
}

/// Turns every stretch of words that run from right to left around.
fn order(pieces: &mut [Piece]) {
    if !pieces.iter().any(|piece| piece.word.left) {
        return;
    }
    let mut at = 0;
    for stretch in pieces.chunk_by_mut(|one, other| one.word.left == other.word.left) {
        let mut x = stretch[0].x;
        if stretch[0].word.left {
            stretch.reverse();
            for piece in stretch.iter_mut() {
                piece.x = x;
                x += piece.word.width * piece.size;
            }
        }
        at += stretch.len();
    }
    debug_assert_eq!(at, pieces.len());
}

/// One span that is only words.
pub(super) fn span(text: &str, cut: Cut, size: f32, colour: u32) -> Span {
    Span { text: wash::lines(text).trim().to_owned(), cut, size, colour, spot: None }
}
