//! A document as one HTML file: no scripts, nothing from elsewhere, readable on a phone, on paper and aloud.
//!
//! Made for WCAG 2.2 AA: language, landmarks, headings, captions and scopes, a way past the contents, pictures as SVG
//! with a title and a description, light and dark with enough contrast. A policy in the head forbids whatever a browser
//! could be talked into. Not for pages; the browser's printer makes those. Called by `format`.

mod blocks;
mod svg;

use super::{
    format::Look,
    palette::{DARK_SHADES, LIGHT_SHADES, Tone, hex},
    trail::Trail,
    wash,
};
use crate::{document::Document, words::Words};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::io::{self, Write};

/// The style, without its colours.
const STYLE: &str = include_str!("style.css");

/// What a browser may do with the page: show it.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// Writes a document, block by block, so that a long one does not stand in memory twice.
pub(super) fn write(document: &Document, words: &Words, look: &Look, to: &mut impl Write) -> io::Result<()> {
    let contents = contents(document, words);
    let whole = html! {
        (DOCTYPE)
        html lang=(document.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="color-scheme" content="light dark";
                title { (titled(document)) }
                style { (PreEscaped(style())) }
            }
            body {
                a.skip href="#main" { (words.say("report-skip")) }
                (head(document, look))
                div.sides[contents.is_some()] {
                    @if let Some(contents) = &contents { (contents) }
                    main id="main" tabindex="-1" { (PreEscaped(SPLIT)) }
                }
                @let foot = wash::line(&document.footer);
                @if !foot.is_empty() { footer { p { (foot) } } }
            }
        }
    }
    .into_string();
    let (before, after) = whole.split_once(SPLIT).unwrap_or((&whole, ""));
    to.write_all(before.as_bytes())?;
    let mut writer = blocks::Writer::new(Trail::of(document));
    for block in &document.blocks {
        to.write_all(writer.block(block).into_string().as_bytes())?;
    }
    to.write_all(after.as_bytes())
}

/// Where the blocks come. No word of others can hold it: theirs are escaped.
const SPLIT: &str = "<!--blocks-->";

fn titled(document: &Document) -> String {
    Some(wash::line(&document.title)).filter(|title| !title.is_empty()).unwrap_or_else(|| "–".to_owned())
}

fn head(document: &Document, look: &Look) -> Markup {
    let (running, below) = (wash::line(&document.header), wash::line(&document.subtitle));
    html! {
        header {
            @if let Some(logo) = &look.logo {
                img.logo src=(format!("data:{};base64,{}", logo.kind.mime(), base64(&logo.bytes))) alt=(wash::line(&logo.alt));
            }
            @if !running.is_empty() { p.running { (running) } }
            h1 dir="auto" { (titled(document)) }
            @if !below.is_empty() { p.subtitle dir="auto" { (below) } }
            @if !document.facts.is_empty() { (blocks::facts(&document.facts)) }
        }
    }
}

/// Headings of the second level: their number and their words.
type Below = Vec<(usize, String)>;

/// The headings down to the second level, each under the one it belongs to.
fn contents(document: &Document, words: &Words) -> Option<Markup> {
    if !document.contents {
        return None;
    }
    let mut groups: Vec<(usize, String, Below)> = Vec::new();
    for (nth, (level, text)) in document.headings().enumerate() {
        let text = wash::line(text);
        match (level, groups.last_mut()) {
            (1, _) | (2, None) => groups.push((nth + 1, text, Vec::new())),
            (2, Some((.., below))) => below.push((nth + 1, text)),
            (_, _) => {}
        }
    }
    let link = |nth: &usize, text: &str| html! { a href=(format!("#h{nth}")) { bdi { (text) } } };
    (!groups.is_empty()).then(|| {
        html! {
            nav aria-labelledby="contents" {
                h2 id="contents" { (words.say("report-contents")) }
                ol {
                    @for (nth, text, below) in &groups {
                        li {
                            (link(nth, text))
                            @if !below.is_empty() { ol { @for (nth, text) in below { li { (link(nth, text)) } } } }
                        }
                    }
                }
            }
        }
    })
}

/// The style with its colours, light and dark; on paper it is always light.
fn style() -> String {
    let mut out = String::new();
    let set = |out: &mut String, colour: fn(Tone) -> u32, shades: &[(u32, u32)]| {
        // writing to a string cannot fail
        for tone in Tone::ALL {
            out.push_str(&format!("--{}:#{};", tone.name(), hex(colour(tone))));
        }
        for (nth, (ground, words)) in shades.iter().enumerate() {
            out.push_str(&format!("--g{nth}:#{};--w{nth}:#{};", hex(*ground), hex(*words)));
        }
    };
    out.push_str(":root{color-scheme:light dark;");
    set(&mut out, Tone::light, &LIGHT_SHADES);
    out.push_str("}@media screen and (prefers-color-scheme:dark){:root{");
    set(&mut out, Tone::dark, &DARK_SHADES);
    out.push_str("}}");
    for tone in Tone::ALL {
        out.push_str(&format!(".f-{0}{{fill:var(--{0})}}.s-{0}{{stroke:var(--{0})}}", tone.name()));
    }
    for nth in 0..LIGHT_SHADES.len() {
        out.push_str(&format!(".g{nth}{{background:var(--g{nth});color:var(--w{nth})}}"));
    }
    out.push_str(STYLE);
    out
}

/// Bytes in the letters of base 64 (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let part = |nth: usize| u32::from(three.get(nth).copied().unwrap_or(0));
        let bits = part(0) << 16 | part(1) << 8 | part(2);
        for nth in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * nth)) as usize & 63];
            out.push(if nth <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
