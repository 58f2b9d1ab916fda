//! The file is unpacked and its parts are read back; Word itself is not here, `.ci/check-reports` asks other programs.

use super::*;
use crate::{
    document::{Block, Run, samples},
    report::{
        logo::{Logo, tests::DOT},
        wash,
    },
    words::Lang,
};
use quick_xml::{Reader, events::Event};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
};
use zip::ZipArchive;

fn written(document: &Document, template: Option<Vec<u8>>) -> Result<BTreeMap<String, String>, Unwritten> {
    let look = Look { template, logo: Logo::read(DOT.to_vec(), "Proef") };
    let mut out = Vec::new();
    write(document, &Words::new(Lang::Nl), &look, &mut out)?;
    let mut archive = ZipArchive::new(Cursor::new(out)).expect("is a zip");
    let mut parts = BTreeMap::new();
    for nth in 0..archive.len() {
        let mut file = archive.by_index(nth).expect("opens");
        let name = file.name().expect("has a name").into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("unpacks");
        if !name.ends_with("png") {
            parts.insert(name, String::from_utf8(bytes).expect("is words"));
        }
    }
    Ok(parts)
}

/// An element with its attributes.
type Element = (String, BTreeMap<String, String>);

/// The elements of a part with their attributes, and the words in it.
fn read(part: &str) -> (Vec<Element>, String) {
    let (mut elements, mut words) = (Vec::new(), String::new());
    let mut reader = Reader::from_str(part);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in {part}")) {
            Event::Start(start) | Event::Empty(start) => {
                let attributes = start.attributes().map(|one| {
                    let one = one.unwrap_or_else(|error| panic!("{error} in {part}"));
                    let value = one.unescape_value().expect("is words").into_owned();
                    (String::from_utf8_lossy(one.key.as_ref()).into_owned(), value)
                });
                elements.push((String::from_utf8_lossy(start.name().as_ref()).into_owned(), attributes.collect()));
            }
            Event::Text(text) => words.push_str(&text.decode().expect("is words")),
            Event::GeneralRef(name) => words.push_str(match &*name.decode().expect("is words") {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                other => panic!("{other}"),
            }),
            Event::Eof => return (elements, words),
            Event::End(_) | Event::Decl(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

fn values<'e>(elements: &'e [Element], element: &str, name: &str) -> Vec<&'e str> {
    let own = elements.iter().filter(|(own, _)| own == element);
    own.filter_map(|(_, attributes)| attributes.get(name)).map(String::as_str).collect()
}

#[test]
fn every_block_survives_hostile_words_and_does_nothing() {
    let long = samples::long_word();
    for words in samples::HOSTILE.into_iter().chain([long.as_str()]) {
        let parts = written(&samples::every_block(words), None).expect("is written");
        for (name, part) in &parts {
            assert!(!part.contains(|c: char| c.is_control() && c != '\n'), "{name}: {part:?}");
            let (elements, _) = read(part);
            for (element, _) in elements {
                assert!(
                    !["script", "w:instrText", "w:fldSimple", "w:object"].contains(&element.as_str())
                        || name.contains("footer")
                        || element == "w:instrText",
                    "{element} in {name}"
                );
            }
        }
        let (elements, told) = read(&parts["word/document.xml"]);
        let clean = wash::line(words);
        assert!(told.matches(&clean).count() > 20, "{clean:?} is told too seldom");
        assert_eq!(
            elements.iter().filter(|(name, _)| name == "w:instrText").count(),
            1,
            "only the contents are a field"
        );
    }
}

#[test]
fn headings_tables_and_pictures_can_be_read_aloud() {
    let parts = written(&samples::every_block("woord"), None).expect("is written");
    let (elements, _) = read(&parts["word/document.xml"]);
    let styles = values(&elements, "w:pStyle", "w:val");
    for style in [
        "Title",
        "Subtitle",
        "heading1",
        "heading2",
        "heading3",
        "ListBullet",
        "ListBullet2",
        "Quote",
        "caption",
        "toc1",
    ] {
        assert!(styles.contains(&style), "no paragraph has {style}: {styles:?}");
    }
    let (defined, _) = read(&parts["word/styles.xml"]);
    let defined: BTreeSet<&str> = values(&defined, "w:style", "w:styleId").into_iter().collect();
    for style in
        styles.iter().chain(&values(&elements, "w:rStyle", "w:val")).chain(&values(&elements, "w:tblStyle", "w:val"))
    {
        assert!(defined.contains(style), "{style} is used and not defined");
    }
    let count = |wanted: &str| elements.iter().filter(|(name, _)| name == wanted).count();
    assert_eq!(count("w:tbl"), count("w:tblHeader"));
    let told = values(&elements, "wp:docPr", "descr");
    assert_eq!(told.len(), 4, "a logo and three drawings");
    assert!(told.iter().all(|told| !told.is_empty()), "{told:?}");
    let numbers = values(&elements, "wp:docPr", "id");
    assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len());
    assert!(parts["word/styles.xml"].contains("w:lang w:val=\"nl-NL\""));
    assert!(parts["docProps/core.xml"].contains("<dc:title>woord</dc:title>"));
    assert!(parts["word/footer1.xml"].contains("NUMPAGES"));
}

#[test]
fn every_link_leads_to_one_place_in_the_file() {
    let mut document = samples::every_block("woord");
    document.blocks.push(Block::Paragraph(vec![
        Run::link("T1·1·01"),
        Run::link("T9·9·99"),
        Run::code("T1·1·01"),
        Run::code("T1·1·01"),
    ]));
    let parts = written(&document, None).expect("is written");
    let (elements, _) = read(&parts["word/document.xml"]);
    let places = values(&elements, "w:bookmarkStart", "w:name");
    assert_eq!(places.iter().collect::<BTreeSet<_>>().len(), places.len(), "{places:?}");
    let links = values(&elements, "w:hyperlink", "w:anchor");
    assert!(links.len() > 8 && links.iter().all(|link| places.contains(link)), "{links:?} {places:?}");
}

/// A small template: Dutch styles, a header, a page of its own, and things that must not come along.
fn template(kind: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut package = Package { zip: ZipWriter::new(Cursor::new(Vec::new())) };
    let w = parts::W;
    let over = |part: &str, kind: &str| {
        format!("<Override PartName=\"/word/{part}.xml\" ContentType=\"{}.{kind}+xml\"/>", parts::KIND)
    };
    let types = format!(
        "<Types xmlns=\"{}\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}{}</Types>",
        parts::TYPES,
        over("document", kind),
        over("styles", "styles"),
        over("header1", "header"),
        over("settings", "settings")
    );
    let relations = ["styles", "header", "settings"]
        .map(|kind| parts::relation(kind, kind, &format!("{kind}{}.xml", if kind == "header" { "1" } else { "" })));
    let all = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", parts::top("word/document.xml")),
        (
            "word/_rels/document.xml.rels",
            format!("<Relationships xmlns=\"{}\">{}</Relationships>", parts::RELS, relations.concat()),
        ),
        ("word/_rels/settings.xml.rels", "<Relationships/>".to_owned()),
        (
            "word/document.xml",
            format!(
                "<w:document xmlns:w=\"{w}\" xmlns:r=\"{}\"><w:body><w:p><w:r><w:t>Voorbeeldtekst</w:t></w:r></w:p><w:sectPr><w:headerReference \
             w:type=\"default\" r:id=\"header\"/><w:pgSz w:w=\"12000\" w:h=\"16000\"/><w:pgMar w:left=\"1000\" w:right=\"2000\"/></w:sectPr></w:body></w:document>",
                parts::R
            ),
        ),
        (
            "word/styles.xml",
            format!(
                "<w:styles xmlns:w=\"{w}\"><w:style w:type=\"paragraph\" w:styleId=\"Kop1\"><w:name w:val=\"Kop 1\"/></w:style>\
             <w:style w:type=\"paragraph\" w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>\
             <w:style w:type=\"paragraph\" w:styleId=\"heading2\"><w:name w:val=\"iets anders\"/></w:style></w:styles>"
            ),
        ),
        ("word/header1.xml", format!("<w:hdr xmlns:w=\"{w}\"><w:p><w:r><w:t>Organisatie</w:t></w:r></w:p></w:hdr>")),
        (
            "word/settings.xml",
            format!(
                "<w:settings xmlns:w=\"{w}\"><w:documentProtection w:edit=\"readOnly\"/><w:evenAndOddHeaders/></w:settings>"
            ),
        ),
        ("docProps/thumbnail.xml", "<x/>".to_owned()),
    ];
    for (name, text) in &all {
        package.part(name, text.as_bytes()).expect("packs");
    }
    for (name, text) in more {
        package.part(name, text.as_bytes()).expect("packs");
    }
    package.zip.finish().expect("packs").into_inner()
}

#[test]
fn a_report_wears_the_template_of_the_organiser() {
    for kind in ["document.main", "template.main"] {
        let parts = written(&samples::every_block("woord"), Some(template(kind, &[]))).expect("is written");
        parts.values().for_each(|part| drop(read(part)));
        let text = &parts["word/document.xml"];
        let (elements, _) = read(text);
        let used = values(&elements, "w:pStyle", "w:val");
        assert!(used.contains(&"Kop1") && used.contains(&"Titel") && used.contains(&"heading2X"), "{used:?}");
        assert!(text.contains("w:w=\"12000\"") && text.contains("r:id=\"header\"") && text.contains("aantafelFooter"));
        assert!(!text.contains("Voorbeeldtekst"), "what stood in the template is not the report");
        let (styles, _) = read(&parts["word/styles.xml"]);
        let ids = values(&styles, "w:style", "w:styleId");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
        assert!(used.iter().all(|style| ids.contains(style)), "{used:?} {ids:?}");
        assert_eq!(parts["word/header1.xml"].matches("Organisatie").count(), 1);
        assert!(
            !parts["word/settings.xml"].contains("documentProtection")
                && parts["word/settings.xml"].contains("evenAndOdd")
        );
        assert!(!parts.contains_key("word/_rels/settings.xml.rels") && !parts.contains_key("docProps/thumbnail.xml"));
        assert!(parts["[Content_Types].xml"].contains(&format!("{}.document.main+xml", parts::KIND)));
        assert!(text.contains("<w:lang w:val=\"nl-NL\"/>"), "the template may speak another language");
    }
}

#[test]
fn what_is_no_template_is_refused_in_words() {
    let told = |bytes: Vec<u8>| match written(&samples::every_block("woord"), Some(bytes)) {
        Err(error @ Unwritten::Template(_)) => error.tell(&Words::new(Lang::Nl)),
        other => panic!("{other:?}"),
    };
    let whole = template("document.main", &[]);
    let cases = [
        (Vec::new(), "geen Word-bestand"),
        (b"PK\x03\x04 half".to_vec(), "geen Word-bestand"),
        (whole[..whole.len() / 2].to_vec(), "geen Word-bestand"),
        (template("document.other", &[]), "geen Word-bestand"),
        (template("document.main", &[("word/vbaProject.bin", "x")]), "macro"),
    ];
    for (bytes, expect) in cases {
        let told = told(bytes);
        assert!(told.contains(expect), "{told}");
    }
    let broken = {
        let mut package = Package { zip: ZipWriter::new_append(Cursor::new(whole)).expect("opens") };
        package.part("word/theme.xml", &vec![0; (64 << 20) + 1]).expect("packs");
        package.zip.finish().expect("packs").into_inner()
    };
    assert!(told(broken).contains("te groot"));
}
