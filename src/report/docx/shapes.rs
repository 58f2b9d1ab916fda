//! A drawing as a group of Word's own shapes: sharp at every size, with its words as words.
//!
//! Word since 2010 and LibreOffice draw them; whatever else reads the file is told the alternative text instead.

use super::{Page, xml};
use crate::report::{
    drawing::{Drawing, EM, Label, Shape, Side, WIDTH},
    palette::{Tone, hex},
    wash,
};
use crate::text;

/// English metric units in a point.
const EMU: f32 = 12_700.0;

fn emu(points: f32) -> i64 {
    (points * EMU).round() as i64
}

/// One run that holds the drawing; `count` counts the shapes of the file, each of which has a number of its own.
pub(super) fn run(drawing: &Drawing, count: &mut usize, title: &str, told: &str, page: Page, language: &str) -> String {
    let (width, height) = (emu(WIDTH), emu(drawing.height));
    let scale = (page.text as f32 / 20.0 / WIDTH).min(1.0);
    let (shown_width, shown_height) = (emu(WIDTH * scale), emu(drawing.height * scale));
    let (title, told) = (xml::line(title), xml::line(told));
    *count += 1;
    let number = *count;
    let mut out = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\"><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
         <wp:extent cx=\"{shown_width}\" cy=\"{shown_height}\"/><wp:docPr id=\"{number}\" name=\"Figuur {number}\" descr=\"{told}\" \
         title=\"{title}\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData \
         uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>\
         <a:off x=\"0\" y=\"0\"/><a:ext cx=\"{shown_width}\" cy=\"{shown_height}\"/><a:chOff x=\"0\" y=\"0\"/>\
         <a:chExt cx=\"{width}\" cy=\"{height}\"/></a:xfrm></wpg:grpSpPr>"
    );
    for shape in &drawing.shapes {
        *count += 1;
        self::shape(&mut out, shape, *count, page.theme, language);
    }
    // writing to a string cannot fail
    out.push_str(&format!("</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t>{told}</w:t></mc:Fallback>\
         </mc:AlternateContent></w:r>"));
    out
}

fn fill(tone: Tone, theme: bool) -> String {
    match (tone, theme) {
        (Tone::Accent, true) => "<a:solidFill><a:schemeClr val=\"accent1\"/></a:solidFill>".to_owned(),
        (Tone::Ink | Tone::Muted | Tone::Pale | Tone::Line | Tone::Paper, _) | (Tone::Accent, false) => {
            format!("<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>", hex(tone.light()))
        }
    }
}

/// Puts one shape: its kind, where, how large, its look, and what it holds.
type Put<'a> = dyn FnMut(&str, (f32, f32), (f32, f32), &str, &str) + 'a;

fn shape(out: &mut String, shape: &Shape, number: usize, theme: bool, language: &str) {
    let mut put = |kind: &str, at: (f32, f32), size: (f32, f32), look: &str, rest: &str| {
        let (x, y, width, height) = (emu(at.0), emu(at.1), emu(size.0), emu(size.1));
        // writing to a string cannot fail
        out.push_str(&format!("<wps:wsp><wps:cNvPr id=\"{number}\" name=\"\"/><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/>\
             <a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"{kind}\"><a:avLst/></a:prstGeom>{look}</wps:spPr>{rest}</wps:wsp>"));
    };
    let plain = |tone: Tone| format!("{}<a:ln><a:noFill/></a:ln>", fill(tone, theme));
    match shape {
        Shape::Area { x, y, width, height, tone } => {
            put("rect", (*x, *y), (*width, *height), &plain(*tone), "<wps:bodyPr/>");
        }
        Shape::Dot { x, y, radius, tone } => {
            put("ellipse", (x - radius, y - radius), (radius * 2.0, radius * 2.0), &plain(*tone), "<wps:bodyPr/>");
        }
        Shape::Line { from, to, weight, tone } => {
            let look = format!("<a:ln w=\"{}\">{}</a:ln>", emu(*weight), fill(*tone, theme));
            put("line", *from, (to.0 - from.0, to.1 - from.1), &look, "<wps:bodyPr/>");
        }
        Shape::Words(label) => words(label, language, &mut put),
    }
}

fn words(label: &Label, language: &str, put: &mut Put<'_>) {
    // some room to spare, so that no font makes it wrap
    let wide = text::width(&label.text) as f32 * label.size * EM * 1.15 + 4.0;
    let tall = label.size * 1.5;
    let (left, side) = match label.side {
        Side::Start => (label.x, "left"),
        Side::End => (label.x - wide, "right"),
    };
    let half = (label.size * 2.0).round();
    let strong = if label.strong { "<w:b/>" } else { "" };
    let rest = format!(
        "<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>\
         <w:jc w:val=\"{side}\"/></w:pPr><w:r><w:rPr>{strong}<w:color w:val=\"{}\"/><w:sz w:val=\"{half}\"/><w:szCs w:val=\"{half}\"/>\
         <w:lang w:val=\"{language}\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:txbxContent></wps:txbx>\
         <wps:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:noAutofit/></wps:bodyPr>",
        hex(label.tone.light()),
        xml::escape(&wash::line(&label.text)),
    );
    put("rect", (left, label.y - label.size * 1.02), (wide, tall), "<a:noFill/><a:ln><a:noFill/></a:ln>", &rest);
}
