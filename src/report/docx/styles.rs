//! The styles of a Word file: one list, with the names by which a template may already have them.
//!
//! Word keeps the English names of its own styles in the file whatever language it speaks; others write the Dutch ones.
//! A style a template has is used as it is, a style it lacks is added. Not for where they are used (`body`).

use crate::report::palette::{Tone, hex};
use std::collections::BTreeMap;

/// What a style is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Role {
    Title,
    Subtitle,
    Heading(u8),
    Body,
    Bullet(u8),
    Quote,
    Source,
    Caption,
    Cell,
    Grid,
    TocHead,
    Toc(u8),
    Header,
    Footer,
    Fact,
    Card,
    CardHead,
    Line,
    Strong,
    Aside,
    Code,
}

/// How deep headings, bullets and contents have styles of their own.
pub(super) const HEADINGS: u8 = 5;
pub(super) const BULLETS: u8 = 4;
pub(super) const TOC: u8 = 2;

/// A style: its role, the kind, the names it is known by (its own first), and what it says.
struct Style {
    role: Role,
    kind: &'static str,
    names: Vec<String>,
    rest: String,
}

/// The ids under which a file knows the roles.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    ids: BTreeMap<Role, String>,
    /// The bullets whose own style brings the list.
    listed: Vec<Role>,
}

impl Styles {
    /// The id of a role.
    pub(super) fn id(&self, role: Role) -> &str {
        self.ids.get(&role).map_or("Normal", String::as_str)
    }

    /// Whether the style of a bullet brings its own list.
    pub(super) fn is_listed(&self, role: Role) -> bool {
        self.listed.contains(&role)
    }

    /// Our own styles, and the whole part they stand in.
    pub(super) fn own(language: &str) -> (Self, String) {
        let (styles, xml) = Self::beside(&[]);
        let defaults = format!(
            "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" \
             w:cs=\"Calibri\"/><w:color w:val=\"{}\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"{language}\" \
             w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" \
             w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>",
            hex(Tone::Ink.light())
        );
        let normal = "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
                      <w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
                      <w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>\
                      <w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";
        let whole =
            format!("{}<w:styles xmlns:w=\"{}\">{defaults}{normal}{xml}</w:styles>", super::xml::HEAD, super::parts::W);
        (styles, whole)
    }

    /// The styles of a file that has some already, and those to be added to it.
    pub(super) fn beside(known: &[Known]) -> (Self, String) {
        let mut styles = Self::default();
        let mut added = String::new();
        for style in list() {
            let has = style.names.iter().find_map(|name| {
                known.iter().find(|known| known.kind == style.kind && known.name.to_lowercase() == name.to_lowercase())
            });
            match has {
                Some(known) => {
                    styles.ids.insert(style.role, known.id.clone());
                    if known.listed {
                        styles.listed.push(style.role);
                    }
                }
                None => {
                    let mut id: String = style.names[0].chars().filter(|c| c.is_ascii_alphanumeric()).collect();
                    while known.iter().any(|known| known.id.eq_ignore_ascii_case(&id)) {
                        id.push('X');
                    }
                    let usual = if style.role == Role::Body && known.is_empty() { " w:default=\"1\"" } else { "" };
                    added.push_str(&format!(
                        "<w:style xmlns:w=\"{}\" w:type=\"{}\"{usual} w:styleId=\"{id}\"><w:name w:val=\"{}\"/>{}</w:style>",
                        super::parts::W,
                        style.kind,
                        style.names[0],
                        style.rest
                    ));
                    styles.ids.insert(style.role, id);
                }
            }
        }
        (styles, added)
    }
}

/// A style that a template has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Known {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) name: String,
    /// Whether it brings a list.
    pub(super) listed: bool,
}

fn list() -> Vec<Style> {
    let (accent, muted, line, pale) =
        (hex(Tone::Accent.light()), hex(Tone::Muted.light()), hex(Tone::Line.light()), hex(Tone::Pale.light()));
    let style = |role: Role, kind: &'static str, names: &[&str], rest: String| Style {
        role,
        kind,
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        rest,
    };
    let p = |role: Role, names: &[&str], paragraph: &str, run: &str| {
        let based = if role == Role::Body { "" } else { "<w:basedOn w:val=\"Normal\"/>" };
        let next = match role {
            Role::Title | Role::Subtitle | Role::Heading(_) | Role::Caption => "<w:next w:val=\"Normal\"/>",
            Role::Body | Role::Bullet(_) | Role::Quote | Role::Source | Role::Cell | Role::Grid | Role::TocHead => "",
            Role::Toc(_) | Role::Header | Role::Footer | Role::Fact | Role::Card | Role::CardHead | Role::Line => "",
            Role::Strong | Role::Aside | Role::Code => "",
        };
        let rest = format!("{based}{next}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr>");
        style(role, "paragraph", names, rest)
    };
    let c = |role: Role, names: &[&str], run: &str| {
        style(role, "character", names, format!("<w:qFormat/><w:rPr>{run}</w:rPr>"))
    };
    let size = |half: u32| format!("<w:sz w:val=\"{half}\"/><w:szCs w:val=\"{half}\"/>");
    let colour = |hex: &str| format!("<w:color w:val=\"{hex}\"/>");
    let mut all = vec![
        p(Role::Body, &["Normal", "Standaard"], "", ""),
        p(
            Role::Title,
            &["Title", "Titel"],
            "<w:keepNext/><w:spacing w:before=\"600\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/><w:contextualSpacing/>",
            &format!("<w:b/><w:spacing w:val=\"-8\"/>{}", size(56)),
        ),
        p(
            Role::Subtitle,
            &["Subtitle", "Ondertitel"],
            "<w:spacing w:after=\"240\"/>",
            &format!("{}{}", colour(&muted), size(28)),
        ),
    ];
    for level in 1..=HEADINGS {
        let (before, after, run) = match level {
            1 => (480, 120, format!("<w:b/>{}{}", colour(&accent), size(36))),
            2 => (320, 80, format!("<w:b/>{}", size(27))),
            3 => (240, 60, format!("<w:b/>{}", size(23))),
            0 | 4.. => (200, 40, format!("<w:b/>{}{}", colour(&muted), size(22))),
        };
        let names = [format!("heading {level}"), format!("Kop {level}")];
        let paragraph = format!(
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"{}\"/>",
            level - 1
        );
        all.push(p(Role::Heading(level), &names.each_ref().map(String::as_str), &paragraph, &run));
    }
    for level in 1..=BULLETS {
        let number = if level == 1 { String::new() } else { format!(" {level}") };
        let names =
            [format!("List Bullet{number}"), format!("Lijst opsom.teken{number}"), format!("Lijstopsomteken{number}")];
        let paragraph = "<w:spacing w:after=\"60\"/>";
        all.push(p(Role::Bullet(level), &names.each_ref().map(String::as_str), paragraph, ""));
    }
    let edge = |side: &str, width: u32, space: u32, colour: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"{width}\" w:space=\"{space}\" w:color=\"{colour}\"/>")
    };
    for level in 1..=TOC {
        let names = [format!("toc {level}"), format!("Inhopg {level}")];
        let (indent, before) = if level == 1 { (0, 80) } else { (340, 0) };
        let paragraph = format!("<w:spacing w:before=\"{before}\" w:after=\"20\"/><w:ind w:left=\"{indent}\"/>");
        let run = if level == 1 { "<w:b/>".to_owned() } else { String::new() };
        all.push(p(Role::Toc(level), &names.each_ref().map(String::as_str), &paragraph, &run));
    }
    all.extend([
        p(Role::Quote, &["Quote", "Citaat"], &format!("<w:keepLines/><w:pBdr>{}</w:pBdr><w:spacing w:before=\"120\" w:after=\"60\"/><w:ind w:left=\"284\" w:right=\"284\"/>", edge("left", 18, 12, &accent)),
            &format!("<w:i/>{}", size(23))),
        p(Role::Source, &["Quote Source", "Bron van citaat"], &format!("<w:pBdr>{}</w:pBdr><w:spacing w:after=\"160\"/><w:ind w:left=\"284\" w:right=\"284\"/>", edge("left", 18, 12, &accent)),
            &format!("{}{}", colour(&muted), size(20))),
        p(Role::Caption, &["caption", "Bijschrift"], "<w:spacing w:before=\"80\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/>", &format!("{}{}", colour(&muted), size(19))),
        p(Role::Cell, &["Table Text", "Tabeltekst"], "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"252\" w:lineRule=\"auto\"/>", &size(20)),
        p(Role::TocHead, &["TOC Heading", "Kopvaninhoudsopgave"], "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"80\"/>", &format!("<w:b/>{}", size(24))),
        p(Role::Header, &["header", "Koptekst"], &format!("<w:pBdr>{}</w:pBdr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", edge("bottom", 4, 6, &line)), &format!("{}{}", colour(&muted), size(18))),
        p(Role::Footer, &["footer", "Voettekst"], "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", &format!("{}{}", colour(&muted), size(18))),
        p(Role::Fact, &["Report Facts", "Verslag gegevens"], &format!("<w:pBdr>{}{}</w:pBdr><w:tabs><w:tab w:val=\"left\" w:pos=\"2268\"/></w:tabs><w:spacing w:after=\"0\"/><w:ind w:left=\"2268\" w:hanging=\"2268\"/>",
            edge("bottom", 4, 4, &line), edge("between", 4, 4, &line)), ""),
        p(Role::CardHead, &["Report Card Title", "Verslag kadertitel"], &format!("<w:keepNext/><w:pBdr>{}</w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{pale}\"/><w:spacing w:before=\"240\" w:after=\"0\"/><w:ind w:left=\"227\" w:right=\"113\"/>", edge("left", 24, 10, &accent)),
            &format!("<w:b/>{}", colour(&accent))),
        p(Role::Card, &["Report Card", "Verslag kader"], &format!("<w:keepLines/><w:pBdr>{}</w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{pale}\"/><w:spacing w:after=\"0\"/><w:ind w:left=\"227\" w:right=\"113\"/>", edge("left", 24, 10, &accent)), ""),
        p(Role::Line, &["Report Writing Line", "Verslag schrijflijn"], &format!("<w:pBdr>{}{}</w:pBdr><w:spacing w:after=\"0\" w:line=\"510\" w:lineRule=\"exact\"/>", edge("bottom", 4, 1, &line), edge("between", 4, 1, &line)), ""),
        c(Role::Strong, &["Strong", "Zwaar"], "<w:b/><w:bCs/>"),
        c(Role::Aside, &["Subtle Emphasis", "Subtiele benadrukking"], &colour(&muted)),
        c(Role::Code, &["Report Code", "Verslag code"], &format!("{}{}", colour(&muted), size(17))),
    ]);
    let grid = format!(
        "<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>{}{}</w:tblBorders><w:tblCellMar><w:top w:w=\"28\" w:type=\"dxa\"/>\
         <w:left w:w=\"85\" w:type=\"dxa\"/><w:bottom w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
         <w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/>{}</w:rPr><w:tcPr><w:tcBorders>{}</w:tcBorders><w:vAlign w:val=\"bottom\"/></w:tcPr></w:tblStylePr>\
         <w:tblStylePr w:type=\"firstCol\"><w:rPr><w:b/></w:rPr></w:tblStylePr>",
        edge("bottom", 4, 0, &line),
        edge("insideH", 4, 0, &line),
        colour(&accent),
        edge("bottom", 12, 0, &accent)
    );
    all.push(style(Role::Grid, "table", &["Report Table", "Verslag tabel"], grid));
    all
}
