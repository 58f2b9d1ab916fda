//! The page is read back as XML, which it is strict enough for, by a reader that is not ours.

use super::*;
use crate::{
    document::{Block, Run, samples},
    report::logo::{Logo, tests::DOT},
    words::Lang,
};
use quick_xml::{Reader, events::Event};
use std::collections::BTreeSet;

fn written(document: &Document) -> String {
    let look = Look { template: None, logo: Logo::read(DOT.to_vec(), "Proef") };
    let mut out = Vec::new();
    write(document, &Words::new(Lang::Nl), &look, &mut out).expect("works");
    String::from_utf8(out).expect("works")
}

/// An element with its attributes.
type Element = (String, Vec<(String, String)>);

/// What stands in it: the elements with their attributes, and the words that are shown.
fn read(page: &str) -> (Vec<Element>, String) {
    let page = page.split_once("<body>").expect("has a body").1.split_once("</html>").expect("ends").0;
    let page = format!("<body>{page}");
    let (mut elements, mut words) = (Vec::new(), String::new());
    let mut reader = Reader::from_str(&page);
    reader.config_mut().check_end_names = false; // void elements have no end
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in {page}")) {
            Event::Start(start) | Event::Empty(start) => {
                let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
                let attributes = start.html_attributes().map(|one| {
                    let one = one.unwrap_or_else(|error| panic!("{error} in {name}"));
                    (
                        String::from_utf8_lossy(one.key.as_ref()).into_owned(),
                        one.unescape_value().expect("is words").into_owned(),
                    )
                });
                elements.push((name.clone(), attributes.collect()));
            }
            Event::Text(text) => words.push_str(&text.decode().expect("is words")),
            Event::GeneralRef(name) => words.push_str(match &*name.decode().expect("is words") {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                other => panic!("{other}"),
            }),
            Event::End(_) => {}
            Event::Eof => return (elements, words),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn every_block_survives_hostile_words_and_does_nothing() {
    let known = "a bdi blockquote body br caption col colgroup dd desc div dl dt em figcaption figure footer h1 h2 h3 h4 \
                 header img li line main nav ol p rect circle span strong svg table tbody td text th thead title tr ul";
    let known: BTreeSet<&str> = known.split_whitespace().collect();
    let long = samples::long_word();
    for words in samples::HOSTILE.into_iter().chain([long.as_str()]) {
        let page = written(&samples::every_block(words));
        assert!(!page.contains(|c: char| c.is_control() && c != '\n'), "{page:?}");
        let (elements, told) = read(&page);
        for (name, attributes) in &elements {
            assert!(known.contains(name.as_str()), "<{name}> came with {words:?}");
            assert!(attributes.iter().all(|(name, _)| !name.starts_with("on")), "{name} {attributes:?}");
            let target = attributes.iter().find(|(name, _)| name == "href").map(|(_, value)| value.as_str());
            assert!(target.is_none_or(|target| target.starts_with('#')), "{target:?}");
        }
        let clean = wash::line(words);
        assert!(told.matches(&clean).count() > 20, "{clean:?} is told too seldom in {told}");
    }
}

#[test]
fn every_link_leads_to_one_place_and_no_place_has_two_names() {
    let runs = |text: &str| vec![Run::link(text), Run::code(text), Run::link("T9·9·99"), Run::code(text)];
    let mut document = samples::every_block("woord");
    document.blocks.push(Block::Paragraph(runs("T1·1·01")));
    document.blocks.push(Block::Paragraph(runs("T1·1·01")));
    let (elements, _) = read(&written(&document));
    let values = |wanted: &str| -> Vec<&str> {
        let attributes = elements.iter().flat_map(|(_, attributes)| attributes);
        attributes.filter(|(name, _)| name == wanted).map(|(_, value)| value.as_str()).collect()
    };
    let ids = values("id");
    let places: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), places.len(), "{ids:?}");
    let targets = values("href");
    assert!(targets.len() > 8, "{targets:?}");
    for target in targets {
        assert!(places.contains(target.trim_start_matches('#')), "{target} leads nowhere");
    }
}

#[test]
fn the_page_can_be_read_aloud() {
    let page = written(&samples::every_block("woord"));
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"nl\">"), "{}", &page[..80]);
    let (elements, _) = read(&page);
    let count = |wanted: &str| elements.iter().filter(|(name, _)| name == wanted).count();
    assert_eq!((count("h1"), count("main"), count("nav"), count("header"), count("footer")), (1, 1, 1, 1, 1));
    for (name, attributes) in &elements {
        let has = |wanted: &str| attributes.iter().any(|(name, _)| name == wanted);
        match name.as_str() {
            "th" => assert!(has("scope")),
            "img" => assert!(has("alt")),
            "svg" => assert!(has("aria-labelledby") && has("aria-describedby")),
            _ => {}
        }
    }
}

#[test]
fn base_64_is_as_the_standard_says() {
    let told = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|text| base64(text.as_bytes()));
    assert_eq!(told, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
}
