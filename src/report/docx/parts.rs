//! The parts of a Word file that is wholly ours: what kinds of parts there are, how they hang together, header and footer,
//! properties, the list of bullets.

use super::{
    Package, Page, Setting, body, language,
    styles::{Role, Styles},
    xml,
};
use crate::{
    document::Document,
    report::{
        format::{Look, Unwritten},
        wash,
    },
    words::Words,
};
use std::io::Write;

/// The words of the format.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Relations inside a document.
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Relations between parts.
pub(super) const RELS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// Kinds of parts.
pub(super) const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
/// What a Word part is called among the kinds.
pub(super) const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The names used in a body, beside their addresses.
pub(super) const NAMES: [(&str, &str); 8] = [
    ("w", W),
    ("r", R),
    ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
    ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
];

/// How wide the text of our own page is: A4 with margins of 25 mm.
const TEXT: u32 = 9070;

/// Writes every part.
pub(super) fn own(document: &Document, words: &Words, look: &Look, package: &mut Package) -> Result<(), Unwritten> {
    let language = language(document);
    let (styles, style_part) = Styles::own(language);
    let picture = look.logo.as_ref().map(|logo| format!("media/logo.{}", logo.kind.ending()));
    let over =
        |part: &str, kind: &str| format!("<Override PartName=\"/word/{part}.xml\" ContentType=\"{KIND}.{kind}+xml\"/>");
    let mut kinds = String::new();
    let list = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("header1", "header"),
        ("footer1", "footer"),
    ];
    list.iter().for_each(|(part, kind)| kinds.push_str(&over(part, kind)));
    let types = format!(
        "{}<Types xmlns=\"{TYPES}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>{kinds}<Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>",
        xml::HEAD
    );
    package.part("[Content_Types].xml", types.as_bytes())?;
    package.part("_rels/.rels", top("word/document.xml").as_bytes())?;
    package.part("docProps/core.xml", core(document).as_bytes())?;
    package.part("word/styles.xml", style_part.as_bytes())?;
    package.part(
        "word/numbering.xml",
        format!("{}<w:numbering xmlns:w=\"{W}\">{}{}</w:numbering>", xml::HEAD, bullets(0), number(1, 0)).as_bytes(),
    )?;
    package.part("word/settings.xml", settings(language).as_bytes())?;
    package.part("word/header1.xml", header(document, &styles).as_bytes())?;
    package.part("word/footer1.xml", footer(document, words, &styles).as_bytes())?;
    let mut relations: String = ["styles", "numbering", "settings", "header", "footer"]
        .iter()
        .enumerate()
        .map(|(nth, kind)| {
            let file = if nth < 3 { format!("{kind}.xml") } else { format!("{kind}1.xml") };
            relation(&format!("rId{}", nth + 1), kind, &file)
        })
        .collect();
    if let (Some(picture), Some(logo)) = (&picture, &look.logo) {
        relations.push_str(&relation("rIdLogo", "image", picture));
        package.part(&format!("word/{picture}"), &logo.bytes)?;
    }
    let relations = format!("{}<Relationships xmlns=\"{RELS}\">{relations}</Relationships>", xml::HEAD);
    package.part("word/_rels/document.xml.rels", relations.as_bytes())?;
    let setting = Setting {
        styles: &styles,
        page: Page { text: TEXT, theme: false },
        list: 1,
        logo: picture.as_ref().map(|_| "rIdLogo"),
        tongue: false,
    };
    let section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"default\" r:id=\"rId5\"/>\
                   <w:footerReference w:type=\"first\" r:id=\"rId5\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1531\" \
                   w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"680\" w:footer=\"624\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>";
    let names: String = NAMES.iter().map(|(name, address)| format!(" xmlns:{name}=\"{address}\"")).collect();
    let to = package.open("word/document.xml")?;
    write!(to, "{}<w:document{names}><w:body>", xml::HEAD)?;
    body::write(document, words, look, &setting, section, to)?;
    Ok(write!(to, "</w:body></w:document>")?)
}

/// What the file as a whole points to.
pub(super) fn top(main: &str) -> String {
    format!(
        "{}<Relationships xmlns=\"{RELS}\">{}<Relationship Id=\"rId2\" \
         Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         </Relationships>",
        xml::HEAD,
        relation("rId1", "officeDocument", main)
    )
}

/// One relation of the usual kind.
pub(super) fn relation(id: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{R}/{kind}\" Target=\"{target}\"/>")
}

/// Title, language and date, where Word keeps them.
pub(super) fn core(document: &Document) -> String {
    let made = document.created.map(|at| {
        let at = at.format("%Y-%m-%dT%H:%M:%SZ");
        format!(
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:modified>"
        )
    });
    format!(
        "{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>aantafel</dc:creator>\
         <dc:language>{}</dc:language>{}</cp:coreProperties>",
        xml::HEAD,
        xml::line(&document.title),
        language(document),
        made.unwrap_or_default()
    )
}

fn settings(language: &str) -> String {
    format!(
        "{}<w:settings xmlns:w=\"{W}\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"709\"/><w:compat><w:compatSetting \
         w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{language}\"/></w:settings>",
        xml::HEAD
    )
}

/// The bullets of lists, nine deep.
pub(super) fn bullets(number: u32) -> String {
    let level = |nth: u32| {
        let (left, sign) = (340 + nth * 340, ["•", "–", "·"][nth as usize % 3]);
        format!(
            "<w:lvl w:ilvl=\"{nth}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"{sign}\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"{left}\" w:hanging=\"255\"/></w:pPr></w:lvl>"
        )
    };
    let levels: String = (0..9).map(level).collect();
    format!(
        "<w:abstractNum xmlns:w=\"{W}\" w:abstractNumId=\"{number}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{levels}</w:abstractNum>"
    )
}

/// The list that has these bullets.
pub(super) fn number(number: u32, bullets: u32) -> String {
    format!("<w:num xmlns:w=\"{W}\" w:numId=\"{number}\"><w:abstractNumId w:val=\"{bullets}\"/></w:num>")
}

fn header(document: &Document, styles: &Styles) -> String {
    let words = wash::line(&document.header);
    let content = if words.is_empty() { String::new() } else { format!("<w:r>{}</w:r>", xml::text(&words)) };
    format!(
        "{}<w:hdr xmlns:w=\"{W}\"><w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{content}</w:p></w:hdr>",
        xml::HEAD,
        styles.id(if words.is_empty() { Role::Footer } else { Role::Header })
    )
}

pub(super) fn footer(document: &Document, words: &Words, styles: &Styles) -> String {
    let field = |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    // signs that no table can have said: they stand for the two fields in the words of the language
    let told = words.tell("report-page", &[("page", "\u{e000}".into()), ("pages", "\u{e001}".into())]);
    let mut number = String::new();
    for piece in told.split_inclusive(['\u{e000}', '\u{e001}']) {
        let said = piece.trim_end_matches(['\u{e000}', '\u{e001}']);
        if !said.is_empty() {
            number.push_str(&format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", xml::escape(said)));
        }
        match &piece[said.len()..] {
            "\u{e000}" => number.push_str(&field("PAGE")),
            "\u{e001}" => number.push_str(&field("NUMPAGES")),
            _ => {}
        }
    }
    format!(
        "{}<w:ftr xmlns:w=\"{W}\"><w:p><w:pPr><w:pStyle w:val=\"{}\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"{TEXT}\"/></w:tabs></w:pPr>\
         <w:r>{}<w:tab/></w:r>{number}</w:p></w:ftr>",
        xml::HEAD,
        styles.id(Role::Footer),
        xml::text(&wash::line(&document.footer))
    )
}
