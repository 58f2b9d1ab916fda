//! The pages as `krilla` draws them, piece by piece, each with its mark for the tree or as decoration.

use super::{
    flow::{BOTTOM, HIGH, LEFT, Mark, Place, RIGHT, Sheet, TOP, WIDE},
    font::{Cut, Fonts},
    lines::{Line, Piece, lines, span},
};
use crate::report::{
    drawing::{Drawing, Label, Shape, Side},
    palette::Tone,
};
use krilla::{
    Document,
    annotation::{Annotation, LinkAnnotation, Target},
    color::rgb,
    destination::{Destination, XyzDestination},
    geom::{PathBuilder, Point, Rect, Size},
    image::Image,
    num::NormalizedF32,
    page::PageSettings,
    paint::{Fill, FillRule, Stroke},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag},
    text::{Font, KrillaGlyph},
};
use std::collections::BTreeMap;

/// The size of header and footer, and the room of the page number.
const RUNNING: f32 = 8.3;
const NUMBER: f32 = 110.0;

/// What is the same on every page.
pub(super) struct Frame<'a> {
    pub(super) header: String,
    pub(super) footer: String,
    /// The number of a page of so many, in words.
    pub(super) number: &'a dyn Fn(usize, usize) -> String,
    pub(super) logo: Option<Image>,
    pub(super) places: BTreeMap<Place, (usize, f32)>,
}

/// Draws all pages; gives what each piece of the tree became.
pub(super) fn draw(
    pdf: &mut Document,
    sheets: Vec<Sheet>,
    leaves: usize,
    fonts: &mut Fonts,
    frame: &Frame<'_>,
) -> Vec<Option<Identifier>> {
    let mut marks: Vec<Option<Identifier>> = Vec::new();
    marks.resize_with(leaves, || None);
    let count = sheets.len();
    let mut one = |words: &str, room: f32| -> Option<Line> {
        let words = [span(words, Cut::Regular, RUNNING, Tone::Muted.light())];
        lines(fonts, &words, room).into_iter().next()
    };
    // the same on every page, so laid out once
    let (header, footer) = (one(&frame.header, RIGHT - LEFT), one(&frame.footer, RIGHT - LEFT - NUMBER));
    for (nth, sheet) in sheets.into_iter().enumerate() {
        let settings = PageSettings::from_wh(WIDE, HIGH).unwrap_or_default();
        let mut page = pdf.start_page_with(settings);
        let mut surface = page.surface();
        for (mark, leaf) in &sheet.marks {
            let tag = match (mark, leaf) {
                (_, None) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
                (Mark::Words { .. }, Some(_)) => ContentTag::Span(SpanTag::empty()),
                (Mark::Area { .. } | Mark::Rule { .. } | Mark::Drawing { .. } | Mark::Logo { .. }, Some(_)) => {
                    ContentTag::Other
                }
            };
            let id = surface.start_tagged(tag);
            self::mark(&mut surface, mark, fonts, frame);
            surface.end_tagged();
            if let Some(slot) = leaf.and_then(|leaf| marks.get_mut(leaf)) {
                *slot = Some(id);
            }
        }
        let number =
            lines(fonts, &[span(&(frame.number)(nth + 1, count), Cut::Regular, RUNNING, Tone::Muted.light())], NUMBER);
        let header = header.as_ref().filter(|_| nth > 0 && !frame.header.is_empty());
        running(&mut surface, header, footer.as_ref(), number.first());
        surface.finish();
        for link in sheet.links {
            let place = frame.places.get(&link.to).copied();
            let [left, top, right, bottom] = link.area;
            let area = Rect::from_ltrb(left, top, right, bottom);
            if let (Some((at, y)), Some(area)) = (place, area) {
                let target = Target::Destination(Destination::Xyz(XyzDestination::new(
                    at,
                    Point::from_xy(0.0, (y - 12.0).max(0.0)),
                )));
                let told = if link.told.is_empty() { "–".to_owned() } else { link.told };
                let id =
                    page.add_tagged_annotation(Annotation::new_link(LinkAnnotation::new(area, target), Some(told)));
                if let Some(slot) = marks.get_mut(link.leaf) {
                    *slot = Some(id);
                }
            }
        }
        page.finish();
    }
    marks
}

/// Header and footer, which are no part of what is read.
fn running(surface: &mut Surface<'_>, header: Option<&Line>, footer: Option<&Line>, number: Option<&Line>) {
    if let Some(line) = header {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Header)));
        words(surface, &line.pieces, LEFT, TOP - 36.0);
        rule(surface, (LEFT, TOP - 28.0), (RIGHT, TOP - 28.0), 0.5, Tone::Line.light());
        surface.end_tagged();
    }
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    if let Some(line) = footer {
        words(surface, &line.pieces, LEFT, BOTTOM + 36.0);
    }
    if let Some(line) = number {
        words(surface, &line.pieces, RIGHT - line.width, BOTTOM + 36.0);
    }
    surface.end_tagged();
}

fn mark(surface: &mut Surface<'_>, mark: &Mark, fonts: &mut Fonts, frame: &Frame<'_>) {
    match mark {
        Mark::Words { pieces, x, y } => words(surface, pieces, *x, *y),
        Mark::Area { x, y, width, height, colour } => area(surface, *x, *y, *width, *height, *colour),
        Mark::Rule { from, to, weight, colour } => rule(surface, *from, *to, *weight, *colour),
        Mark::Drawing { drawing, x, y, scale } => picture(surface, drawing, (*x, *y), *scale, fonts),
        Mark::Logo { x, y, width, height } => {
            if let (Some(logo), Some(size)) = (&frame.logo, Size::from_wh(*width, *height)) {
                surface.push_transform(&krilla::geom::Transform::from_translate(*x, *y));
                surface.draw_image(logo.clone(), size);
                surface.pop();
            }
        }
    }
}

/// Letters of one face, size and colour that stand behind one another: drawn at once, which keeps the file small.
struct Stretch {
    font: Font,
    text: String,
    glyphs: Vec<KrillaGlyph>,
    size: f32,
    colour: u32,
    from: f32,
}

impl Stretch {
    fn draw(self, surface: &mut Surface<'_>, y: f32) {
        fill(surface, self.colour);
        surface.draw_glyphs(Point::from_xy(self.from, y), &self.glyphs, self.font, &self.text, self.size, false);
    }
}

fn words(surface: &mut Surface<'_>, pieces: &[Piece], x: f32, y: f32) {
    let mut open: Option<Stretch> = None;
    for piece in pieces {
        let (size, colour) = (piece.size, piece.colour);
        let mut at = x + piece.x;
        for part in &piece.word.parts {
            let to = at + part.width * size;
            match &mut open {
                Some(own) if own.font == part.font && own.size == size && own.colour == colour && !piece.word.left => {
                    let shift = own.text.len();
                    own.text.push_str(&part.text);
                    own.glyphs.extend(part.glyphs.iter().cloned().map(|mut glyph| {
                        glyph.text_range = glyph.text_range.start + shift..glyph.text_range.end + shift;
                        glyph
                    }));
                }
                Some(_) | None => {
                    let (font, text, glyphs) = (part.font.clone(), part.text.clone(), part.glyphs.clone());
                    let fresh = Stretch { font, text, glyphs, size, colour, from: at };
                    if let Some(done) = open.replace(fresh) {
                        done.draw(surface, y);
                    }
                }
            }
            at = to;
        }
    }
    if let Some(done) = open {
        done.draw(surface, y);
    }
}

fn fill(surface: &mut Surface<'_>, colour: u32) {
    surface.set_stroke(None);
    surface.set_fill(Some(Fill { paint: paint(colour).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }));
}

fn paint(colour: u32) -> rgb::Color {
    let [_, red, green, blue] = colour.to_be_bytes();
    rgb::Color::new(red, green, blue)
}

fn area(surface: &mut Surface<'_>, x: f32, y: f32, width: f32, height: f32, colour: u32) {
    let mut path = PathBuilder::new();
    if let Some(area) = Rect::from_xywh(x, y, width, height) {
        path.push_rect(area);
        shape(surface, path, colour);
    }
}

fn shape(surface: &mut Surface<'_>, path: PathBuilder, colour: u32) {
    fill(surface, colour);
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

fn rule(surface: &mut Surface<'_>, from: (f32, f32), to: (f32, f32), weight: f32, colour: u32) {
    let mut path = PathBuilder::new();
    path.move_to(from.0, from.1);
    path.line_to(to.0, to.1);
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke { paint: paint(colour).into(), width: weight, ..Stroke::default() }));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

/// A circle of four curves.
fn dot(x: f32, y: f32, radius: f32) -> PathBuilder {
    const HOLD: f32 = 0.552_285;
    let (r, h) = (radius, radius * HOLD);
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + h, x + h, y + r, x, y + r);
    path.cubic_to(x - h, y + r, x - r, y + h, x - r, y);
    path.cubic_to(x - r, y - h, x - h, y - r, x, y - r);
    path.cubic_to(x + h, y - r, x + r, y - h, x + r, y);
    path.close();
    path
}

fn picture(surface: &mut Surface<'_>, drawing: &Drawing, at: (f32, f32), scale: f32, fonts: &mut Fonts) {
    let place = |x: f32, y: f32| (at.0 + x * scale, at.1 + y * scale);
    for one in &drawing.shapes {
        match one {
            Shape::Area { x, y, width, height, tone } => {
                let (x, y) = place(*x, *y);
                area(surface, x, y, width * scale, height * scale, tone.light());
            }
            Shape::Line { from, to, weight, tone } => {
                rule(surface, place(from.0, from.1), place(to.0, to.1), weight * scale, tone.light());
            }
            Shape::Dot { x, y, radius, tone } => {
                let (x, y) = place(*x, *y);
                shape(surface, dot(x, y, radius * scale), tone.light());
            }
            Shape::Words(label) => label_at(surface, label, place(label.x, label.y), scale, fonts),
        }
    }
}

fn label_at(surface: &mut Surface<'_>, label: &Label, (x, y): (f32, f32), scale: f32, fonts: &mut Fonts) {
    let cut = if label.strong { Cut::Bold } else { Cut::Regular };
    let spans = [span(&label.text, cut, label.size * scale, label.tone.light())];
    if let Some(line) = lines(fonts, &spans, f32::MAX).into_iter().next() {
        let x = match label.side {
            Side::Start => x,
            Side::End => x - line.width,
        };
        words(surface, &line.pieces, x, y);
    }
}
