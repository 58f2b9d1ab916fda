//! The library checks the standard while it writes; here is looked whether it was content, and what stands in the file.

use super::*;
use crate::{
    document::{Block, Item, Run, Table, samples},
    report::logo::{Logo, tests::DOT},
    words::Lang,
};

fn written(document: &Document) -> Vec<u8> {
    let look = Look { template: None, logo: Logo::read(DOT.to_vec(), "Proef") };
    let mut out = Vec::new();
    write(document, &Words::new(Lang::Nl), &look, &mut out).unwrap_or_else(|error| panic!("{error:?}"));
    out
}

fn has(pdf: &[u8], words: &str) -> bool {
    pdf.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn every_block_survives_hostile_words_and_keeps_to_the_standard() {
    let long = samples::long_word();
    for words in samples::HOSTILE.into_iter().chain([long.as_str(), "", " ", "woord"]) {
        let pdf = written(&samples::every_block(words));
        assert!(pdf.starts_with(b"%PDF-1."));
        for never in ["/JavaScript", "/JS", "/Launch", "/URI", "/EmbeddedFile"] {
            assert!(!has(&pdf, never), "{never} came with {words:?}");
        }
    }
}

#[test]
fn the_tree_names_what_is_a_heading_a_list_and_a_table() {
    let pdf = written(&samples::every_block("woord"));
    for tag in
        ["/H1", "/H2", "/H3", "/H4", "/L", "/LI", "/LBody", "/Table", "/TH", "/TD", "/Figure", "/BlockQuote", "/TOC"]
    {
        assert!(has(&pdf, &format!("/S{tag}")) || has(&pdf, &format!("/S {tag}")), "no {tag}");
    }
    assert!(has(&pdf, "nl-NL") && has(&pdf, "/Outlines") && has(&pdf, "pdfuaid"));
}

fn laid(blocks: Vec<Block>, contents: bool) -> (Laid, Vec<f32>) {
    let document = Document { title: "T".into(), language: "nl".into(), contents, blocks, ..Document::default() };
    let (mut fonts, mut tags) = (Fonts::open().expect("opens"), Tags::default());
    let laid = lay_out(&document, &Words::new(Lang::Nl), &Look::default(), &mut fonts, &mut tags);
    let feet = laid.sheets.iter().map(|sheet| {
        let foot = |mark: &flow::Mark| match mark {
            flow::Mark::Words { y, .. } => *y,
            flow::Mark::Area { y, height, .. } | flow::Mark::Logo { y, height, .. } => y + height,
            flow::Mark::Rule { from, to, .. } => from.1.max(to.1),
            flow::Mark::Drawing { drawing, y, scale, .. } => y + drawing.height * scale,
        };
        sheet.marks.iter().map(|(mark, _)| foot(mark)).fold(0.0, f32::max)
    });
    let feet = feet.collect();
    (laid, feet)
}

#[test]
fn nothing_runs_off_the_foot_of_a_page() {
    let long = samples::long_word();
    let text = "Wat hier staat, is langer dan een bladzijde. ".repeat(200);
    for words in [long.as_str(), text.as_str(), "kort"] {
        let mut blocks = samples::every_block(words).blocks;
        blocks.push(Block::Table(Table::blank(vec!["a".into()], 40, 30)));
        blocks.push(Block::Table(Table::blank(vec!["a".into()], 2, 900)));
        let (_, feet) = laid(blocks, true);
        let off: Vec<_> = feet.iter().enumerate().filter(|(_, foot)| **foot > flow::BOTTOM + 1.0).take(3).collect();
        assert!(off.is_empty(), "{off:?} of {}", feet.len());
    }
}

#[test]
fn the_contents_name_the_page_on_which_a_heading_stands() {
    let mut blocks = Vec::new();
    for nth in 0..120 {
        blocks.push(Block::Heading(1, format!("Kop {nth}")));
        blocks.push(Block::List(vec![Item { runs: vec![Run::plain("Iets wat gezegd is.")], below: vec![] }; 20]));
    }
    let (laid, _) = laid(blocks, true);
    let fronts = laid.sheets.iter().position(|sheet| sheet.links.is_empty()).expect("the body has no links");
    assert!(fronts > 1, "the contents take more than a page");
    let links = laid.sheets.iter().flat_map(|sheet| &sheet.links);
    let told: Vec<usize> = links.map(|link| laid.places[&link.to].0).collect();
    assert_eq!(told.len(), 120);
    assert!(told[0] == fronts && told.is_sorted() && told[119] < laid.sheets.len());
}
