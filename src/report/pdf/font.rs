//! Letters and how wide they are: three faces of Noto Sans, and DejaVu Sans for signs, Hebrew and Arabic.
//!
//! What none of them has is shown as an empty box, and stays what it was for who copies or listens. A word is shaped once
//! and remembered. The files are parts of fonts (`assets/fonts/README.md`). Not for lines (`lines`).

use crate::report::wash;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, UnicodeBuffer};
use std::{collections::HashMap, rc::Rc};
use unicode_segmentation::UnicodeSegmentation;

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Bold.ttf");
const ITALIC: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Italic.ttf");
const SIGNS: &[u8] = include_bytes!("../../../assets/fonts/DejaVuSans.ttf");

/// What is shown for what no face has.
const BOX: &str = "□";

/// How words look.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub(super) enum Cut {
    Regular,
    Bold,
    Italic,
}

/// The last face, which is asked when the wanted one has no such letter.
const FALLBACK: usize = 3;

/// Faces, and the words shaped so far.
pub(super) struct Fonts {
    faces: [(Font, Face<'static>); 4],
    /// Per cut.
    known: [HashMap<Box<str>, Rc<Word>>; 3],
}

/// A shaped word; widths are parts of the size.
pub(super) struct Word {
    pub(super) parts: Vec<Part>,
    pub(super) width: f32,
    /// The width without the space at its end.
    pub(super) bare: f32,
    /// Whether it runs from right to left.
    pub(super) left: bool,
}

/// Letters of one face.
pub(super) struct Part {
    pub(super) font: Font,
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    pub(super) width: f32,
}

impl Fonts {
    /// Opens the faces; `None` only if the program was built with broken ones.
    pub(super) fn open() -> Option<Self> {
        let face = |bytes: &'static [u8]| Some((Font::new(bytes.into(), 0)?, Face::from_slice(bytes, 0)?));
        let faces = [face(REGULAR)?, face(BOLD)?, face(ITALIC)?, face(SIGNS)?];
        Some(Self { faces, known: Default::default() })
    }

    /// A word as it is drawn. Any text will do; it is put on one line.
    pub(super) fn word(&mut self, cut: Cut, text: &str) -> Rc<Word> {
        if let Some(word) = self.known[cut as usize].get(text) {
            return Rc::clone(word);
        }
        let word = Rc::new(self.shape(cut, text));
        self.known[cut as usize].insert(text.into(), Rc::clone(&word));
        word
    }

    fn shape(&self, cut: Cut, text: &str) -> Word {
        let mut runs: Vec<(Option<usize>, String)> = Vec::new();
        for grapheme in text.graphemes(true) {
            let face = self.face_for(cut, grapheme);
            match runs.last_mut() {
                Some((own, run)) if *own == face && face.is_some() => run.push_str(grapheme),
                Some(_) | None => runs.push((face, grapheme.to_owned())),
            }
        }
        let left = wash::runs_left(text);
        let mut parts: Vec<Part> = runs.into_iter().map(|(face, run)| self.part(face, run)).collect();
        if left {
            parts.reverse();
        }
        let width = parts.iter().map(|part| part.width).sum();
        let trimmed = text.trim_end_matches(' ');
        let spaces = text.len() - trimmed.len();
        let space = self.part(Some(cut as usize), " ".to_owned()).width;
        Word { parts, width, bare: width - space * spaces as f32, left }
    }

    /// The first face that has all letters of a grapheme.
    fn face_for(&self, cut: Cut, grapheme: &str) -> Option<usize> {
        let has = |face: &usize| {
            grapheme.chars().all(|c| self.faces[*face].1.glyph_index(c).is_some_and(|glyph| glyph.0 > 0))
        };
        [cut as usize, FALLBACK].into_iter().find(has)
    }

    fn part(&self, face: Option<usize>, text: String) -> Part {
        let shown = if face.is_some() { text.as_str() } else { BOX };
        let (font, shaper) = &self.faces[face.unwrap_or(FALLBACK)];
        let em = shaper.units_per_em() as f32;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(shown);
        buffer.guess_segment_properties();
        if wash::runs_left(shown) {
            buffer.set_direction(Direction::RightToLeft);
        }
        let shaped = rustybuzz::shape(shaper, &[], buffer);
        let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).map(|(info, place)| {
            let from = info.cluster as usize;
            let to = starts.get(starts.partition_point(|start| *start <= from)).copied().unwrap_or(shown.len());
            KrillaGlyph {
                glyph_id: GlyphId::new(info.glyph_id),
                // a box stands for everything it hides
                text_range: if face.is_some() { from..to } else { 0..text.len() },
                x_advance: place.x_advance as f32 / em,
                x_offset: place.x_offset as f32 / em,
                y_offset: place.y_offset as f32 / em,
                y_advance: 0.0,
                location: None,
            }
        });
        let glyphs: Vec<KrillaGlyph> = glyphs.collect();
        let width = glyphs.iter().map(|glyph| glyph.x_advance).sum();
        Part { font: font.clone(), text, glyphs, width }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::samples, report::wash};

    #[test]
    fn every_letter_has_a_face_or_a_box_and_keeps_what_it_says() {
        let mut fonts = Fonts::open().expect("the faces are whole");
        for words in samples::HOSTILE.into_iter().chain(["Één café, Žižek, Ωμέγα, Привет → ✓ ● ½ €", ""])
        {
            let words = wash::line(words);
            let word = fonts.word(Cut::Bold, &words);
            let mut told: Vec<&str> = word.parts.iter().map(|part| part.text.as_str()).collect();
            if word.left {
                told.reverse();
            }
            assert_eq!(told.concat(), words);
            for part in &word.parts {
                assert!(part.glyphs.iter().all(|glyph| glyph.glyph_id.to_u32() > 0), "{:?}", part.text);
                assert!(part.glyphs.iter().all(|glyph| part.text.is_char_boundary(glyph.text_range.end)));
            }
        }
        let wide = |text: &str, fonts: &mut Fonts| fonts.word(Cut::Regular, text).width;
        assert!(wide("WWW", &mut fonts) > wide("iii", &mut fonts) * 2.0);
        let word = fonts.word(Cut::Regular, "woord ");
        assert!(word.bare < word.width);
    }
}
