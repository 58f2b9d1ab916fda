//! A document as PDF: pages as they are printed, tagged for who listens to them (PDF/UA-1, ISO 14289-1).
//!
//! `krilla` writes the file and checks that it keeps to the standard; the layout is ours: `font` measures, `lines` breaks,
//! `flow` fills pages, `blocks`, `table` and `front` say what goes there, `tags` grows the tree and `paint` draws. Everything
//! is laid out before anything is drawn, because links and contents must know the pages. Called by `format`.

mod blocks;
mod flow;
mod font;
mod front;
mod lines;
mod paint;
mod table;
mod tags;

use super::{
    format::{Look, Unwritten},
    logo::Kind,
    trail::Trail,
    wash,
};
use crate::{document::Document, words::Words};
use chrono::{Datelike, NaiveDateTime, Timelike};
use flow::{Flow, Place, Sheet};
use font::Fonts;
use krilla::{
    Document as Pdf, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::Point,
    image::Image,
    metadata::{DateTime, Metadata},
    outline::{Outline, OutlineNode},
};
use std::{collections::BTreeMap, io::Write};
use tags::Tags;

/// Writes a document.
pub(super) fn write(document: &Document, words: &Words, look: &Look, to: &mut impl Write) -> Result<(), Unwritten> {
    let refused = |why: &dyn std::fmt::Display| Unwritten::Refused(why.to_string());
    let mut fonts = Fonts::open().ok_or_else(|| refused(&"fonts"))?;
    let mut tags = Tags::default();
    let laid = lay_out(document, words, look, &mut fonts, &mut tags);
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| refused(&format!("{error:?}")))?;
    let mut pdf = Pdf::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let number =
        |page: usize, pages: usize| words.tell("report-page", &[("page", page.into()), ("pages", pages.into())]);
    let logo = look.logo.as_ref().map(|logo| match logo.kind {
        Kind::Png => Image::from_png(logo.bytes.clone().into(), true),
        Kind::Jpeg => Image::from_jpeg(logo.bytes.clone().into(), true),
    });
    let frame = paint::Frame {
        header: wash::line(&document.header),
        footer: wash::line(&document.footer),
        number: &number,
        logo: logo.transpose().map_err(|error| refused(&error))?,
        places: laid.places,
    };
    let mut marks = paint::draw(&mut pdf, laid.sheets, tags.leaves(), &mut fonts, &frame);
    let language = if document.language == "nl" { "nl-NL" } else { "en-GB" };
    pdf.set_tag_tree(tags.tree(&laid.order, &mut marks).with_lang(Some(language.to_owned())));
    pdf.set_outline(outline(document, &laid.headings, &frame.places));
    pdf.set_metadata(metadata(document, language));
    let bytes = pdf.finish().map_err(|error| refused(&format!("{error:?}")))?;
    Ok(to.write_all(&bytes)?)
}

/// Pages, and what is known of them.
struct Laid {
    sheets: Vec<Sheet>,
    places: BTreeMap<Place, (usize, f32)>,
    headings: Vec<(u8, String)>,
    /// The parts of the tree in reading order.
    order: Vec<usize>,
}

/// Lays out the blocks first, so that the contents before them know the pages.
fn lay_out(document: &Document, words: &Words, look: &Look, fonts: &mut Fonts, tags: &mut Tags) -> Laid {
    let logo = look.logo.as_ref();
    let listed = document.contents && document.headings().any(|(level, _)| level <= front::DEPTH);
    let mut body = Flow::new(fonts, tags, Trail::of(document));
    if !listed {
        body.front(document, logo);
    }
    for (nth, block) in document.blocks.iter().enumerate() {
        body.next = Flow::least(&document.blocks[nth + 1..]);
        body.block(block);
    }
    let Flow { part, mut sheets, mut places, headings, .. } = body;
    if !listed {
        return Laid { sheets, places, headings, order: vec![part] };
    }
    let page_of = |places: &BTreeMap<Place, (usize, f32)>, nth: usize| {
        places.get(&Place::Heading(nth)).map_or(0, |(page, _)| *page)
    };
    let entries = |before: usize| -> Vec<front::Entry> {
        let entry =
            |(nth, (level, words)): (usize, &(u8, String))| (*level, words.clone(), page_of(&places, nth) + before + 1);
        headings.iter().enumerate().map(entry).collect()
    };
    let heading = words.say("report-contents");
    // how many pages the contents take does not depend on the numbers in them
    let mut spare = Tags::default();
    let mut trial = Flow::new(fonts, &mut spare, Trail::default());
    trial.front(document, logo);
    trial.contents(&heading, &entries(0));
    let before = trial.sheets.len();
    let mut front = Flow::new(fonts, tags, Trail::default());
    front.front(document, logo);
    front.contents(&heading, &entries(before));
    let (first, mut all) = (front.part, front.sheets);
    all.append(&mut sheets);
    places.values_mut().for_each(|(page, _)| *page += before);
    Laid { sheets: all, places, headings, order: vec![first, part] }
}

/// The headings as a tree at the side of the reader.
fn outline(document: &Document, headings: &[(u8, String)], places: &BTreeMap<Place, (usize, f32)>) -> Outline {
    let mut outline = Outline::new();
    let goal = |page: usize, y: f32| XyzDestination::new(page, Point::from_xy(0.0, (y - 12.0).max(0.0)));
    let mut open: Vec<(u8, OutlineNode)> = Vec::new();
    fn close(outline: &mut Outline, open: &mut Vec<(u8, OutlineNode)>, level: u8) {
        while open.last().is_some_and(|(own, _)| *own >= level) {
            if let Some((_, node)) = open.pop() {
                match open.last_mut() {
                    Some((_, parent)) => parent.push_child(node),
                    None => outline.push_child(node),
                }
            }
        }
    }
    for (nth, (level, text)) in headings.iter().enumerate() {
        close(&mut outline, &mut open, *level);
        let (page, y) = places.get(&Place::Heading(nth)).copied().unwrap_or_default();
        open.push((*level, OutlineNode::new(text.clone(), goal(page, y)).with_open(*level < front::DEPTH)));
    }
    close(&mut outline, &mut open, 0);
    if headings.is_empty() {
        outline.push_child(OutlineNode::new(titled(document), goal(0, 0.0)));
    }
    outline
}

fn titled(document: &Document) -> String {
    Some(wash::line(&document.title)).filter(|title| !title.is_empty()).unwrap_or_else(|| "–".to_owned())
}

fn metadata(document: &Document, language: &str) -> Metadata {
    let metadata = Metadata::new().title(titled(document)).language(language.to_owned()).creator("aantafel".to_owned());
    match document.created.and_then(moment) {
        Some(moment) => metadata.creation_date(moment),
        None => metadata,
    }
}

fn moment(at: NaiveDateTime) -> Option<DateTime> {
    let part = |number: u32| u8::try_from(number).ok();
    let date = DateTime::new(u16::try_from(at.year()).ok()?).month(part(at.month())?).day(part(at.day())?);
    Some(date.hour(part(at.hour())?).minute(part(at.minute())?).second(part(at.second())?))
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
