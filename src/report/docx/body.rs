//! The body of a Word file, block by block, in real styles.
//!
//! Everything said goes through `xml`; what is put into the file beside it are our own marks. Links are bookmarks inside
//! the file, never addresses. Called by `parts` and `template`.

use super::{
    Setting, language, shapes,
    styles::{BULLETS, HEADINGS, Role, TOC},
    xml,
};
use crate::{
    document::{Block, Document, Figure, Item, Manner, Picture, Run},
    report::{
        drawing,
        format::{Look, Unwritten},
        logo::Logo,
        trail::{Step, Trail},
        wash,
    },
    words::Words,
};
use std::io::Write;

/// The body while it is being written.
pub(super) struct Body<'a> {
    pub(super) out: String,
    pub(super) setting: &'a Setting<'a>,
    /// The colour of the words in this cell, if it has a shade.
    pub(super) colour: Option<String>,
    /// A table was just written: two tables behind one another would become one.
    pub(super) gap: bool,
    trail: Trail,
    language: &'static str,
    fresh: bool,
    headings: usize,
    pictures: usize,
    marks: usize,
}

/// Writes head, contents and blocks; `end` is the section they stand in.
pub(super) fn write(
    document: &Document,
    words: &Words,
    look: &Look,
    setting: &Setting<'_>,
    end: &str,
    to: &mut impl Write,
) -> Result<(), Unwritten> {
    let mut body = Body {
        out: String::new(),
        setting,
        colour: None,
        gap: false,
        trail: Trail::of(document),
        language: language(document),
        fresh: false,
        headings: 0,
        pictures: 0,
        marks: 0,
    };
    body.head(document, look);
    body.contents(document, words);
    for block in &document.blocks {
        body.block(block);
        to.write_all(body.out.as_bytes())?;
        body.out.clear();
    }
    if body.gap || document.blocks.is_empty() {
        body.start(Role::Body, "");
        body.end();
    }
    to.write_all(body.out.as_bytes())?;
    Ok(to.write_all(end.as_bytes())?)
}

impl Body<'_> {
    /// Opens a paragraph; `extra` are properties beside its style, which stand before spacing in the order of the format.
    pub(super) fn start(&mut self, role: Role, extra: &str) {
        self.gap = false;
        let fresh = if std::mem::take(&mut self.fresh) { "<w:pageBreakBefore/>" } else { "" };
        let id = self.setting.styles.id(role);
        self.out.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{id}\"/>{extra}{fresh}</w:pPr>"));
    }

    /// Opens the paragraph of a cell.
    pub(super) fn start_cell(&mut self, extra: &str) {
        let id = self.setting.styles.id(Role::Cell);
        self.out.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{id}\"/>{extra}</w:pPr>"));
    }

    pub(super) fn end(&mut self) {
        self.out.push_str("</w:p>");
    }

    /// A paragraph that keeps two tables apart, or puts one on a new page.
    pub(super) fn break_before_table(&mut self) {
        if self.gap || self.fresh {
            self.start(Role::Caption, "");
            self.end();
        }
    }

    /// Words in the manner of the paragraph.
    pub(super) fn words(&mut self, words: &str) {
        self.run(None, &xml::text(words), wash::runs_left(words));
    }

    fn run(&mut self, role: Option<Role>, content: &str, left: bool) {
        self.out.push_str("<w:r>");
        let mut look = String::new();
        if let Some(role) = role {
            look.push_str(&format!("<w:rStyle w:val=\"{}\"/>", self.setting.styles.id(role)));
        }
        if let Some(colour) = self.colour.as_ref().filter(|_| role != Some(Role::Code)) {
            look.push_str(&format!("<w:color w:val=\"{colour}\"/>"));
        }
        if left {
            look.push_str("<w:rtl/>");
        }
        if self.setting.tongue {
            look.push_str(&format!("<w:lang w:val=\"{}\"/>", self.language));
        }
        if !look.is_empty() {
            self.out.push_str(&format!("<w:rPr>{look}</w:rPr>"));
        }
        self.out.push_str(content);
        self.out.push_str("</w:r>");
    }

    /// Runs beside one another; words about words stand between brackets, unless they are all there is.
    pub(super) fn runs(&mut self, runs: &[Run], own: bool) {
        let alone = own && runs.iter().all(|run| run.manner == Manner::Aside);
        for (nth, run) in runs.iter().filter(|run| !wash::line(&run.text).is_empty()).enumerate() {
            if nth > 0 {
                self.run(None, "<w:t xml:space=\"preserve\"> </w:t>", false);
            }
            let (content, left) = (xml::text(&run.text), wash::runs_left(&run.text));
            match run.manner {
                Manner::Plain => self.run(None, &content, left),
                Manner::Strong => self.run(Some(Role::Strong), &content, left),
                Manner::Aside if alone => self.run(Some(Role::Aside), &content, left),
                Manner::Aside => {
                    self.run(Some(Role::Aside), "<w:t>(</w:t>", false);
                    self.run(Some(Role::Aside), &content, left);
                    self.run(Some(Role::Aside), "<w:t>)</w:t>", false);
                }
                Manner::Code => {
                    let step = self.trail.place(&run.text);
                    self.code(step, ("c", "r"), &content, left);
                }
                Manner::Link => {
                    let step = self.trail.pointer(&run.text);
                    self.code(step, ("r", "c"), &content, left);
                }
            }
        }
    }

    /// A short code: a bookmark where something leads to it, a link where it leads to something.
    fn code(&mut self, step: Step, (own, other): (&str, &str), content: &str, left: bool) {
        let mark = step.here.map(|number| self.mark(&format!("{own}{number}")));
        if let Some(number) = step.there {
            self.out.push_str(&format!("<w:hyperlink w:anchor=\"{other}{number}\" w:history=\"1\">"));
        }
        self.run(Some(Role::Code), content, left);
        if step.there.is_some() {
            self.out.push_str("</w:hyperlink>");
        }
        self.unmark(mark);
    }

    fn mark(&mut self, name: &str) -> usize {
        self.marks += 1;
        self.out.push_str(&format!("<w:bookmarkStart w:id=\"{}\" w:name=\"{name}\"/>", self.marks));
        self.marks
    }

    fn unmark(&mut self, mark: Option<usize>) {
        if let Some(mark) = mark {
            self.out.push_str(&format!("<w:bookmarkEnd w:id=\"{mark}\"/>"));
        }
    }

    fn head(&mut self, document: &Document, look: &Look) {
        if let (Some(relation), Some(logo)) = (self.setting.logo, &look.logo) {
            self.start(Role::Body, "");
            self.logo(relation, logo);
            self.end();
        }
        self.start(Role::Title, "");
        self.words(&document.title);
        self.end();
        if !document.subtitle.trim().is_empty() {
            self.start(Role::Subtitle, "");
            self.words(&document.subtitle);
            self.end();
        }
        self.facts(&document.facts);
    }

    fn logo(&mut self, relation: &str, logo: &Logo) {
        self.pictures += 1;
        let (width, height) = logo.fit(150.0, 56.0);
        let (width, height) = ((width * 12_700.0).round() as i64, (height * 12_700.0).round() as i64);
        let (number, told) = (self.pictures, xml::line(&logo.alt));
        self.out.push_str(&format!("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
             <wp:docPr id=\"{number}\" name=\"Logo\" descr=\"{told}\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData \
             uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{number}\" \
             name=\"Logo\" descr=\"{told}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{relation}\"/><a:stretch>\
             <a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/>\
             </a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
             </w:drawing></w:r>"));
    }

    /// The contents as a field that Word can make anew, filled in so that it shows before anybody asks for that.
    ///
    /// Page numbers come with the first renewal (F9): to guess them would be to lie.
    fn contents(&mut self, document: &Document, words: &Words) {
        let headings = document.headings().enumerate();
        let headings: Vec<_> = headings.filter(|(_, (level, _))| *level <= TOC).collect();
        if !document.contents || headings.is_empty() {
            return;
        }
        self.out.push_str(
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr>\
             <w:sdtContent>",
        );
        self.start(Role::TocHead, "");
        self.words(&words.say("report-contents"));
        self.end();
        for (at, (nth, (level, text))) in headings.iter().enumerate() {
            self.start(Role::Toc(*level), "");
            if at == 0 {
                self.out.push_str(
                    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-2\" \\h \\z \\u \
                     </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
                );
            }
            self.out.push_str(&format!("<w:hyperlink w:anchor=\"_Toc{:07}\" w:history=\"1\">", nth + 1));
            self.words(text);
            self.out.push_str("</w:hyperlink>");
            if at + 1 == headings.len() {
                self.out.push_str("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
            }
            self.end();
        }
        self.out.push_str("</w:sdtContent></w:sdt>");
        self.fresh = true;
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, text) => {
                self.headings += 1;
                self.start(Role::Heading((*level).clamp(1, HEADINGS)), "");
                let mark = self.mark(&format!("_Toc{:07}", self.headings));
                self.words(text);
                self.unmark(Some(mark));
                self.end();
            }
            Block::Paragraph(runs) => {
                self.start(Role::Body, "");
                self.runs(runs, true);
                self.end();
            }
            Block::Facts(facts) => self.facts(facts),
            Block::List(items) => self.list(items, 1),
            Block::Quote(runs, by) => {
                self.start(Role::Quote, if by.is_some() { "<w:keepNext/>" } else { "" });
                self.runs(runs, true);
                self.end();
                if let Some(by) = by {
                    self.start(Role::Source, "");
                    self.words(&format!("— {}", wash::line(by)));
                    self.end();
                }
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Card(card) => {
                if !card.title.trim().is_empty() {
                    self.start(Role::CardHead, "");
                    self.words(&card.title);
                    self.end();
                }
                for runs in &card.paragraphs {
                    self.start(Role::Card, "");
                    self.runs(runs, true);
                    self.end();
                }
            }
            Block::Lines(count) => {
                for _ in 0..*count {
                    self.start(Role::Line, "");
                    self.end();
                }
                self.gap = *count > 0;
            }
            Block::PageBreak => self.fresh = true,
        }
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        for (name, value) in facts {
            self.start(Role::Fact, "");
            self.run(Some(Role::Aside), &xml::text(name), wash::runs_left(name));
            self.run(None, "<w:tab/>", false);
            self.words(value);
            self.end();
        }
    }

    fn list(&mut self, items: &[Item], depth: u8) {
        for item in items {
            let role = Role::Bullet(depth.min(BULLETS));
            let number = format!(
                "<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/></w:numPr>",
                depth.min(9) - 1,
                self.setting.list
            );
            let listed = self.setting.styles.is_listed(role) && depth <= BULLETS;
            self.start_item(role, if listed { "" } else { &number });
            self.runs(&item.runs, false);
            self.end();
            self.list(&item.below, depth.saturating_add(1));
        }
    }

    /// Opens a paragraph of a list; its number stands behind a page break in the order of the format.
    fn start_item(&mut self, role: Role, number: &str) {
        self.gap = false;
        let fresh = if std::mem::take(&mut self.fresh) { "<w:pageBreakBefore/>" } else { "" };
        let id = self.setting.styles.id(role);
        self.out.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{id}\"/>{fresh}{number}</w:pPr>"));
    }

    fn figure(&mut self, figure: &Figure) {
        if let Picture::Matrix { rows, .. } = &figure.picture {
            self.matrix(&figure.picture.table(), &figure.alt, rows);
        } else if let Some(drawing) = drawing::drawing(&figure.picture) {
            self.start(Role::Body, "<w:keepNext/>");
            let (page, told) = (self.setting.page, figure.spoken());
            let run = shapes::run(&drawing, &mut self.pictures, &figure.caption, &told, page, self.language);
            self.out.push_str(&run);
            self.end();
        }
        if !figure.caption.trim().is_empty() {
            self.start(Role::Caption, "");
            self.words(&figure.caption);
            self.end();
        }
    }
}
