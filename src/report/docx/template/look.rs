//! What a template looks like, read off its parts: the page, the styles it has, its lists; and its settings without what
//! would bind the report.

use super::{BROKEN, NOT_WORD, attribute, each};
use crate::report::{
    docx::{
        parts::{self, W},
        styles::Known,
    },
    format::Unwritten,
};

/// The page of a template.
pub(super) struct Worn {
    /// What stands in the tag of the whole text: its names.
    pub(super) root: String,
    /// The section that the report stands in.
    pub(super) section: String,
    /// How wide the text is, in twentieths of a point.
    pub(super) text: u32,
    pub(super) has_footer: bool,
}

impl Worn {
    pub(super) fn read(text: &str) -> Result<Self, Unwritten> {
        let (mut root, mut from) = (None, None);
        each(text, |above, start, span| match (above, start.local_name().as_ref()) {
            ([], b"document") => root = Some(String::from_utf8_lossy(start.attributes_raw()).trim().to_owned()),
            ([_, body], b"sectPr") if body == "body" => from = Some(span.0),
            _ => {}
        })?;
        let root = root.ok_or(NOT_WORD)?;
        if !root.contains(&format!("xmlns:w=\"{W}\"")) {
            return Err(NOT_WORD);
        }
        // the section of the text is the last thing in its body
        let section = match from {
            Some(from) => {
                let end = text[from..].find("</w:sectPr>").map(|at| from + at + "</w:sectPr>".len());
                text[from..end.ok_or(BROKEN)?].to_owned()
            }
            None => "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>".to_owned(),
        };
        let mut worn = Self { root, section, text: 9_070, has_footer: false };
        let (mut page, mut margins) = (11_906i64, 2_836i64);
        let named = format!("<x {}>{}</x>", worn.root, worn.section);
        let mut footer = false;
        each(&named, |_, start, _| {
            let number = |name: &[u8]| attribute(start, name).and_then(|value| value.parse::<i64>().ok()).unwrap_or(0);
            match start.local_name().as_ref() {
                b"pgSz" => page = number(b"w"),
                b"pgMar" => margins = number(b"left") + number(b"right") + number(b"gutter"),
                b"footerReference" => footer = true,
                _ => {}
            }
        })?;
        worn.has_footer = footer;
        // a page that leaves no room is laid out as if it left some
        worn.text = u32::try_from((page - margins).clamp(2_000, 30_000)).unwrap_or(9_070);
        Ok(worn)
    }
}

/// The styles a part has.
pub(super) fn known(text: &str) -> Result<Vec<Known>, Unwritten> {
    let mut known: Vec<Known> = Vec::new();
    each(text, |above, start, _| match (above, start.local_name().as_ref()) {
        ([_], b"style") => known.push(Known {
            id: attribute(start, b"styleId").unwrap_or_default(),
            kind: attribute(start, b"type").unwrap_or_else(|| "paragraph".to_owned()),
            name: String::new(),
            listed: false,
        }),
        ([_, style], name) if style == "style" && name == b"name" => {
            if let Some(last) = known.last_mut() {
                last.name = attribute(start, b"val").unwrap_or_default();
            }
        }
        ([_, style, ..], b"numPr") if style == "style" => {
            if let Some(last) = known.last_mut() {
                last.listed = true;
            }
        }
        _ => {}
    })?;
    Ok(known)
}

/// The lists of a part with our bullets among them, and the number of that list.
pub(super) fn with_bullets(text: &str) -> Result<(String, u32), Unwritten> {
    let (mut bullets, mut list, mut first) = (0, 0, None);
    each(text, |above, start, span| {
        let number = |name: &[u8]| attribute(start, name).and_then(|value| value.parse::<u32>().ok()).unwrap_or(0);
        match (above, start.local_name().as_ref()) {
            ([_], b"abstractNum") => bullets = bullets.max(number(b"abstractNumId") + 1),
            ([_], b"num") => {
                list = list.max(number(b"numId"));
                first.get_or_insert(span.0);
            }
            ([_], b"numIdMacAtCleanup") => drop(first.get_or_insert(span.0)),
            _ => {}
        }
    })?;
    let at = match first {
        Some(at) => at,
        None => text.rfind("</").ok_or(BROKEN)?,
    };
    // the bullets stand before all lists, and our list may stand first among those
    let more = format!("{}{}", parts::bullets(bullets), parts::number(list + 1, bullets));
    Ok((format!("{}{more}{}", &text[..at], &text[at..]), list + 1))
}

/// What binds a report to the file it came from: protection, a template elsewhere, letters to be merged, changes tracked.
const BINDING: [&[u8]; 5] =
    [b"attachedTemplate", b"documentProtection", b"writeProtection", b"mailMerge", b"trackRevisions"];

/// Settings without what binds.
pub(super) fn free(text: &str) -> Result<String, Unwritten> {
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    each(text, |above, start, (from, to)| {
        if above.len() != 1 || !BINDING.contains(&start.local_name().as_ref()) {
            return;
        }
        let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
        let end = match text[from..to].ends_with("/>") {
            true => to,
            false => {
                let close = format!("</{name}>");
                text[to..].find(&close).map_or(to, |at| to + at + close.len())
            }
        };
        cuts.push((from, end));
    })?;
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for (from, to) in cuts {
        out.push_str(&text[at..from]);
        at = to;
    }
    out.push_str(&text[at..]);
    Ok(out)
}
