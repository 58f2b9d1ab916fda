//! An organiser's own Word file as the clothes of a report: its styles, theme, fonts, page, header and footer.
//!
//! Everything in the file stays as it is but its text, its properties, its macros (a file with those is refused) and what
//! would protect the report or send Word elsewhere. Styles are found by their names (`styles`), and added where they lack.
//! Not for files of other programs. Called by the Word writer.

use super::{
    Package, Page, Setting, body,
    parts::{self, KIND, NAMES, RELS, TYPES, W},
    styles::Styles,
    xml,
};
use crate::{
    document::Document,
    report::format::{Look, Unwritten},
    words::Words,
};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read, Write},
};
use zip::ZipArchive;

mod look;

/// More than this is no template: so many parts, so many bytes when unpacked.
const MOST_PARTS: usize = 2_000;
const MOST_BYTES: u64 = 64 << 20;

const NOT_WORD: Unwritten = Unwritten::Template("report-template-not-word");
const BROKEN: Unwritten = Unwritten::Template("report-template-broken");
const LARGE: Unwritten = Unwritten::Template("report-template-large");
const MACROS: Unwritten = Unwritten::Template("report-template-macros");

/// A template, unpacked.
pub(super) struct Template {
    parts: BTreeMap<String, Vec<u8>>,
    /// The part with the text.
    main: String,
    /// The kinds of parts: by ending, and by name.
    endings: BTreeMap<String, String>,
    names: BTreeMap<String, String>,
}

/// One relation of a part.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

impl Template {
    /// Unpacks a file and looks whether it can be worn.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Unwritten> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NOT_WORD)?;
        if archive.len() > MOST_PARTS {
            return Err(LARGE);
        }
        let (mut parts, mut room) = (BTreeMap::new(), MOST_BYTES);
        for nth in 0..archive.len() {
            let mut file = archive.by_index(nth).map_err(|_| BROKEN)?;
            if file.is_dir() {
                continue;
            }
            let name = file.name().map_err(|_| BROKEN)?.into_owned();
            let mut part = Vec::new();
            // one byte more than there is room tells that it is too much, whatever the file says of its size
            let read = file.by_ref().take(room + 1).read_to_end(&mut part).map_err(|_| BROKEN)? as u64;
            room = room.checked_sub(read).ok_or(LARGE)?;
            parts.insert(name, part);
        }
        let mut template = Self { parts, main: String::new(), endings: BTreeMap::new(), names: BTreeMap::new() };
        template.kinds()?;
        let top = template.relations("_rels/.rels")?;
        let main = top.iter().find(|one| one.kind.ends_with("/officeDocument")).ok_or(NOT_WORD)?;
        template.main = main.target.trim_start_matches('/').to_owned();
        let kind = template.names.get(&format!("/{}", template.main)).cloned().unwrap_or_default();
        let macros =
            kind.contains("macroEnabled") || template.parts.keys().any(|name| name.ends_with("vbaProject.bin"));
        match kind.as_str() {
            _ if macros => Err(MACROS),
            kind if kind == format!("{KIND}.document.main+xml") || kind == format!("{KIND}.template.main+xml") => {
                Ok(template)
            }
            _ => Err(NOT_WORD),
        }
    }

    /// Writes the template with our text in it.
    pub(super) fn fill(
        mut self,
        document: &Document,
        words: &Words,
        look: &Look,
        package: &mut Package,
    ) -> Result<(), Unwritten> {
        let (folder, file) =
            self.main.rsplit_once('/').map_or(("", self.main.as_str()), |(folder, file)| (folder, file));
        let (folder, path) = (folder.to_owned(), format!("{folder}/_rels/{file}.rels"));
        let inside = |target: &str| match target.strip_prefix('/') {
            Some(target) => target.to_owned(),
            None => format!("{folder}/{target}"),
        };
        let mut relations = self.relations(&path)?;
        let part_of = |relations: &[Relation], kind: &str| {
            relations.iter().find(|one| one.kind.ends_with(&format!("/{kind}"))).map(|one| inside(&one.target))
        };
        let worn = look::Worn::read(self.text(&self.main)?)?;
        let style_part = part_of(&relations, "styles").ok_or(BROKEN)?;
        let known = look::known(self.text(&style_part)?)?;
        let (styles, added) = Styles::beside(&known);
        let whole = before_end(self.text(&style_part)?, &added)?;
        self.parts.insert(style_part, whole.into_bytes());
        let add = |relations: &mut Vec<Relation>,
                   names: &mut BTreeMap<String, String>,
                   id: &str,
                   kind: &str,
                   name: &str,
                   what: String| {
            relations.push(Relation {
                id: id.into(),
                kind: format!("{}/{kind}", parts::R),
                target: format!("/{folder}/{name}"),
            });
            names.insert(format!("/{folder}/{name}"), what);
            format!("{folder}/{name}")
        };
        let list = match part_of(&relations, "numbering") {
            Some(part) => {
                let (whole, list) = look::with_bullets(self.text(&part)?)?;
                self.parts.insert(part, whole.into_bytes());
                list
            }
            None => {
                let whole = format!(
                    "{}<w:numbering xmlns:w=\"{W}\">{}{}</w:numbering>",
                    xml::HEAD,
                    parts::bullets(0),
                    parts::number(1, 0)
                );
                let name = add(
                    &mut relations,
                    &mut self.names,
                    "aantafelList",
                    "numbering",
                    "aantafel-numbering.xml",
                    format!("{KIND}.numbering+xml"),
                );
                self.parts.insert(name, whole.into_bytes());
                1
            }
        };
        if let Some(logo) = &look.logo {
            let file = format!("media/aantafel-logo.{}", logo.kind.ending());
            let name =
                add(&mut relations, &mut self.names, "aantafelLogo", "image", &file, logo.kind.mime().to_owned());
            self.parts.insert(name, logo.bytes.clone());
        }
        let mut section = worn.section.clone();
        if !worn.has_footer {
            let name = add(
                &mut relations,
                &mut self.names,
                "aantafelFooter",
                "footer",
                "aantafel-footer.xml",
                format!("{KIND}.footer+xml"),
            );
            self.parts.insert(name, parts::footer(document, words, &styles).into_bytes());
            section = section.replacen('>', "><w:footerReference w:type=\"default\" r:id=\"aantafelFooter\"/>", 1);
        }
        if let Some(part) = part_of(&relations, "settings") {
            let free = look::free(self.text(&part)?)?;
            self.parts.insert(part.clone(), free.into_bytes());
            let (folder, file) = part.rsplit_once('/').unwrap_or(("", &part));
            self.parts.remove(&format!("{folder}/_rels/{file}.rels"));
        }
        let theme = part_of(&relations, "theme").is_some();
        let setting = Setting {
            styles: &styles,
            page: Page { text: worn.text, theme },
            list,
            logo: look.logo.as_ref().map(|_| "aantafelLogo"),
            tongue: true,
        };
        self.rest(document, &path, &relations, package)?;
        let to = package.open(&self.main)?;
        let names: String = NAMES
            .iter()
            .filter(|(name, _)| !worn.root.contains(&format!("xmlns:{name}=")))
            .map(|(name, address)| format!(" xmlns:{name}=\"{address}\""))
            .collect();
        write!(to, "{}<w:document {}{names}><w:body>", xml::HEAD, worn.root)?;
        body::write(document, words, look, &setting, &section, to)?;
        Ok(write!(to, "</w:body></w:document>")?)
    }

    /// Writes every part but the text: kinds and relations anew, properties ours, the others as they are now.
    fn rest(
        &mut self,
        document: &Document,
        path: &str,
        relations: &[Relation],
        package: &mut Package,
    ) -> Result<(), Unwritten> {
        let main = format!("/{}", self.main);
        self.parts.retain(|name, _| {
            !(name == path
                || *name == self.main
                || name == "[Content_Types].xml"
                || name == "_rels/.rels"
                || name.starts_with("docProps/"))
        });
        self.names.retain(|name, _| self.parts.contains_key(name.trim_start_matches('/')));
        self.names.insert(main, format!("{KIND}.document.main+xml"));
        self.names
            .insert("/docProps/core.xml".into(), "application/vnd.openxmlformats-package.core-properties+xml".into());
        let mut kinds = String::new();
        for (ending, kind) in &self.endings {
            kinds.push_str(&format!(
                "<Default Extension=\"{}\" ContentType=\"{}\"/>",
                xml::escape(ending),
                xml::escape(kind)
            ));
        }
        for (name, kind) in &self.names {
            kinds.push_str(&format!(
                "<Override PartName=\"{}\" ContentType=\"{}\"/>",
                xml::escape(name),
                xml::escape(kind)
            ));
        }
        package
            .part("[Content_Types].xml", format!("{}<Types xmlns=\"{TYPES}\">{kinds}</Types>", xml::HEAD).as_bytes())?;
        package.part("_rels/.rels", parts::top(&self.main).as_bytes())?;
        package.part("docProps/core.xml", parts::core(document).as_bytes())?;
        let told = relations.iter().map(|one| {
            let [id, kind, target] = [&one.id, &one.kind, &one.target].map(|words| xml::escape(words));
            format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>")
        });
        let told: String = told.collect();
        package
            .part(path, format!("{}<Relationships xmlns=\"{RELS}\">{told}</Relationships>", xml::HEAD).as_bytes())?;
        self.parts.iter().try_for_each(|(name, bytes)| package.part(name, bytes))
    }

    fn text(&self, part: &str) -> Result<&str, Unwritten> {
        let bytes = self.parts.get(part).ok_or(BROKEN)?;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        std::str::from_utf8(bytes).map_err(|_| BROKEN)
    }

    /// The relations of a part that stay inside the file.
    fn relations(&self, part: &str) -> Result<Vec<Relation>, Unwritten> {
        if !self.parts.contains_key(part) {
            return if part == "_rels/.rels" { Err(NOT_WORD) } else { Ok(Vec::new()) };
        }
        let mut relations = Vec::new();
        each(self.text(part)?, |_, start, _| {
            if start.local_name().as_ref() == b"Relationship"
                && attribute(start, b"TargetMode").as_deref() != Some("External")
            {
                let [id, kind, target] =
                    [&b"Id"[..], b"Type", b"Target"].map(|name| attribute(start, name).unwrap_or_default());
                relations.push(Relation { id, kind, target });
            }
        })?;
        Ok(relations)
    }

    fn kinds(&mut self) -> Result<(), Unwritten> {
        let (mut endings, mut names) = (BTreeMap::new(), BTreeMap::new());
        if !self.parts.contains_key("[Content_Types].xml") {
            return Err(NOT_WORD);
        }
        each(self.text("[Content_Types].xml")?, |_, start, _| {
            let kind = attribute(start, b"ContentType").unwrap_or_default();
            match start.local_name().as_ref() {
                b"Default" => drop(endings.insert(attribute(start, b"Extension").unwrap_or_default(), kind)),
                b"Override" => drop(names.insert(attribute(start, b"PartName").unwrap_or_default(), kind)),
                _ => {}
            }
        })?;
        (self.endings, self.names) = (endings, names);
        Ok(())
    }
}

/// Walks the elements of a part: the names of those above, the element, and where its tag begins and ends.
fn each(text: &str, mut see: impl FnMut(&[String], &BytesStart<'_>, (usize, usize))) -> Result<(), Unwritten> {
    let mut reader = Reader::from_str(text);
    let mut above: Vec<String> = Vec::new();
    loop {
        let from = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|_| BROKEN)?;
        let span = (from, reader.buffer_position() as usize);
        match event {
            Event::Start(start) => {
                see(&above, &start, span);
                above.push(String::from_utf8_lossy(start.local_name().as_ref()).into_owned());
            }
            Event::Empty(start) => see(&above, &start, span),
            Event::End(_) => drop(above.pop()),
            Event::DocType(_) => return Err(BROKEN),
            Event::Eof => return if above.is_empty() { Ok(()) } else { Err(BROKEN) },
            Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

/// The value of an attribute by its local name.
fn attribute(start: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let found = start.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
    found.unescape_value().ok().map(|value| value.into_owned())
}

/// A part with more at its end, inside its outermost element.
fn before_end(text: &str, more: &str) -> Result<String, Unwritten> {
    let at = text.rfind("</").ok_or(BROKEN)?;
    Ok(format!("{}{more}{}", &text[..at], &text[at..]))
}
