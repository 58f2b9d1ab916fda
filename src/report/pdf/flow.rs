//! Pages: what stands where, and which part of the tree it belongs to. A4 with generous margins, in points.
//!
//! Knows lines, areas and pictures, not blocks (`blocks`) and not the library that draws (`paint`). Called by the other
//! files of this room.

use super::{
    font::{Cut, Fonts},
    lines::{Line, Piece, Span, lines},
    tags::Tags,
};
use crate::report::{
    drawing::Drawing,
    palette::Tone,
    trail::{Step, Trail},
};
use krilla::tagging::Tag;
use std::{collections::BTreeMap, rc::Rc};

pub(super) const WIDE: f32 = 595.28;
pub(super) const HIGH: f32 = 841.89;
/// Where the text begins and ends.
pub(super) const LEFT: f32 = 71.0;
pub(super) const RIGHT: f32 = WIDE - 71.0;
pub(super) const TOP: f32 = 80.0;
pub(super) const BOTTOM: f32 = HIGH - 78.0;

/// The size of running text, and the step from line to line as part of a size.
pub(super) const SIZE: f32 = 10.0;
pub(super) const STEP: f32 = 1.45;

/// A thing on a page.
pub(super) enum Mark {
    Words { pieces: Vec<Piece>, x: f32, y: f32 },
    Area { x: f32, y: f32, width: f32, height: f32, colour: u32 },
    Rule { from: (f32, f32), to: (f32, f32), weight: f32, colour: u32 },
    Drawing { drawing: Rc<Drawing>, x: f32, y: f32, scale: f32 },
    Logo { x: f32, y: f32, width: f32, height: f32 },
}

/// A place that is led to, by its name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Place {
    Heading(usize),
    Code(usize),
    Pointer(usize),
}

/// A link on a page: where one presses, where it leads, what is said of it, and its piece of the tree.
pub(super) struct Link {
    pub(super) area: [f32; 4],
    pub(super) to: Place,
    pub(super) told: String,
    pub(super) leaf: usize,
}

/// One page; what has no leaf is decoration.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) marks: Vec<(Mark, Option<usize>)>,
    pub(super) links: Vec<Link>,
}

/// What a stretch of words is beside words.
#[derive(Clone, Default)]
pub(super) struct Spot {
    pub(super) here: Option<Place>,
    pub(super) there: Option<Place>,
    pub(super) told: String,
}

/// How lines are put on the page.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    pub(super) indent: f32,
    pub(super) leading: f32,
    /// A bar at the left of every line, and whether the lines stand on a pale ground.
    pub(super) bar: bool,
    pub(super) ground: bool,
}

impl Default for Setting {
    fn default() -> Self {
        Self { indent: 0.0, leading: SIZE * STEP, bar: false, ground: false }
    }
}

/// The pages while they are being filled.
pub(super) struct Flow<'a> {
    pub(super) fonts: &'a mut Fonts,
    pub(super) tags: &'a mut Tags,
    pub(super) trail: Trail,
    pub(super) part: usize,
    pub(super) sheets: Vec<Sheet>,
    pub(super) y: f32,
    pub(super) places: BTreeMap<Place, (usize, f32)>,
    pub(super) headings: Vec<(u8, String)>,
    /// The least room that what comes next must have below a heading.
    pub(super) next: f32,
}

impl<'a> Flow<'a> {
    pub(super) fn new(fonts: &'a mut Fonts, tags: &'a mut Tags, trail: Trail) -> Self {
        let part = tags.part();
        Self {
            fonts,
            tags,
            trail,
            part,
            sheets: vec![Sheet::default()],
            y: TOP,
            places: BTreeMap::new(),
            headings: Vec::new(),
            next: 0.0,
        }
    }

    pub(super) fn turn(&mut self) {
        self.sheets.push(Sheet::default());
        self.y = TOP;
    }

    /// Whether nothing stands on this page yet.
    pub(super) fn is_fresh(&self) -> bool {
        self.y <= TOP
    }

    /// Makes sure of so much room, on a new page if need be.
    pub(super) fn need(&mut self, height: f32) {
        if self.y + height > BOTTOM && !self.is_fresh() {
            self.turn();
        }
    }

    /// White space, but not at the top of a page.
    pub(super) fn space(&mut self, height: f32) {
        if !self.is_fresh() {
            self.y += height;
        }
    }

    pub(super) fn put(&mut self, mark: Mark, leaf: Option<usize>) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.marks.push((mark, leaf));
        }
    }

    /// Remembers that a place stands here.
    pub(super) fn place(&mut self, place: Place) {
        let here = (self.sheets.len() - 1, self.y);
        self.places.entry(place).or_insert(here);
    }

    /// Spans as lines under a node, over as many pages as it takes.
    pub(super) fn words(&mut self, spans: &[Span], spots: &[Spot], node: usize, setting: Setting) {
        let width = RIGHT - LEFT - setting.indent - if setting.ground { 12.0 } else { 0.0 };
        for line in lines(self.fonts, spans, width) {
            self.need(setting.leading);
            let (x, y) = (LEFT + setting.indent, self.y);
            if setting.ground {
                let (height, colour) = (setting.leading + 0.4, Tone::Pale.light());
                let x = LEFT + setting.indent - 12.0;
                self.put(Mark::Area { x, y, width: RIGHT - x, height, colour }, None);
            }
            if setting.bar {
                let (x, height) = (LEFT + setting.indent - 12.0, setting.leading + 0.4);
                self.put(Mark::Area { x, y, width: 2.5, height, colour: Tone::Accent.light() }, None);
            }
            self.line(line, x, y, setting.leading, node, spots);
            self.y += setting.leading;
        }
    }

    /// One line whose top is at `y`; words that are links get a node of their own.
    pub(super) fn line(&mut self, line: Line, x: f32, y: f32, leading: f32, node: usize, spots: &[Spot]) {
        let tallest = line.pieces.iter().map(|piece| piece.size).fold(0.0, f32::max);
        let base = y + leading / 2.0 + tallest * 0.36;
        for group in line.pieces.chunk_by(|one, other| one.spot == other.spot) {
            let spot = group[0].spot.and_then(|spot| spots.get(spot)).cloned().unwrap_or_default();
            if let Some(here) = spot.here {
                let at = (self.sheets.len() - 1, y);
                self.places.entry(here).or_insert(at);
            }
            let owner = match &spot.there {
                Some(_) => self.tags.below(node, Tag::Link),
                None => node,
            };
            let leaf = self.tags.leaf(owner);
            if let Some(to) = spot.there {
                let from = x + group.iter().map(|piece| piece.x).fold(f32::MAX, f32::min);
                let end = group.iter().map(|piece| x + piece.x + piece.word.bare * piece.size).fold(from, f32::max);
                let link = self.tags.leaf(owner);
                let area = [from, y, end.max(from + 1.0), y + leading];
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.links.push(Link { area, to, told: spot.told, leaf: link });
                }
            }
            self.put(Mark::Words { pieces: group.to_vec(), x, y: base }, Some(leaf));
        }
        if line.pieces.is_empty() {
            // a cell or line without words is still there for who listens
            let piece = Piece { word: self.fonts.word(Cut::Regular, " "), x: 0.0, size: SIZE, colour: 0, spot: None };
            let leaf = self.tags.leaf(node);
            self.put(Mark::Words { pieces: vec![piece], x, y: base }, Some(leaf));
        }
    }
}

/// What a code is, as a spot.
pub(super) fn spot(step: Step, stands: bool, told: &str) -> Spot {
    let code = |number: usize| if stands { Place::Code(number) } else { Place::Pointer(number) };
    let other = |number: usize| if stands { Place::Pointer(number) } else { Place::Code(number) };
    Spot { here: step.here.map(code), there: step.there.map(other), told: told.to_owned() }
}
