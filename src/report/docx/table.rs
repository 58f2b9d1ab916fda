//! A table of a Word file: a head row that comes back on every page, a caption, a description, shades where a matrix has
//! them.

use super::{body::Body, styles::Role, xml};
use crate::{
    document::{Run, Shade, Table},
    report::{columns, palette},
};

impl Body<'_> {
    /// A table with its caption above it.
    pub(super) fn table(&mut self, table: &Table) {
        if !table.caption.trim().is_empty() {
            self.start(Role::Caption, "<w:keepNext/>");
            self.words(&table.caption);
            self.end();
        }
        let parts = columns::parts(table);
        let rows = table.rows.iter().map(|row| row.iter().map(|cell| (cell.as_slice(), None)).collect());
        self.grid(table, &parts, rows);
    }

    /// A matrix is a table whose cells have a shade.
    pub(super) fn matrix(&mut self, told: &Table, alt: &str, shades: &[(String, Vec<Shade>)]) {
        let table = Table { alt: alt.to_owned(), ..told.clone() };
        let parts = columns::parts(&table);
        let rows = table.rows.iter().zip(shades).map(|(row, (_, shades))| {
            let depth = |nth: usize| nth.checked_sub(1).and_then(|nth| shades.get(nth)).map(|shade| shade.depth);
            row.iter().enumerate().map(|(nth, cell)| (cell.as_slice(), depth(nth))).collect()
        });
        self.grid(&table, &parts, rows);
    }

    fn grid<'r>(&mut self, table: &Table, parts: &[f32], rows: impl Iterator<Item = Vec<(&'r [Run], Option<f64>)>>) {
        if table.head.is_empty() {
            return;
        }
        self.break_before_table();
        let wide = self.setting.page.text as f32;
        let widths: Vec<u32> = parts.iter().map(|part| (part * wide).round() as u32).collect();
        let (named, look) = if table.names_rows { (1, "06A0") } else { (0, "0620") };
        let (caption, alt) = (xml::line(&table.caption), xml::line(&table.alt));
        let mut out = format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{}\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>",
            self.setting.styles.id(Role::Grid)
        );
        if table.row_height > 0 {
            let line = palette::hex(palette::Tone::Line.light());
            out.push_str("<w:tblBorders>");
            for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                out.push_str(&format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{line}\"/>"));
            }
            out.push_str("</w:tblBorders>");
        }
        out.push_str(&format!("<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"{look}\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"{named}\" \
             w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>"));
        for (name, words) in [("tblCaption", caption), ("tblDescription", alt)] {
            if !words.is_empty() {
                out.push_str(&format!("<w:{name} w:val=\"{words}\"/>"));
            }
        }
        out.push_str("</w:tblPr><w:tblGrid>");
        for width in &widths {
            out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        out.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        self.out.push_str(&out);
        for (head, width) in table.head.iter().zip(&widths) {
            self.cell(*width, None, |body| body.words(head));
        }
        self.out.push_str("</w:tr>");
        let height = u32::from(table.row_height) * 1440 * 10 / 254;
        for row in rows {
            self.out.push_str("<w:tr><w:trPr><w:cantSplit/>");
            if height > 0 {
                self.out.push_str(&format!("<w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>"));
            }
            self.out.push_str("</w:trPr>");
            for (nth, width) in widths.iter().enumerate() {
                let (runs, depth) = row.get(nth).copied().unwrap_or_default();
                self.cell(*width, depth, |body| body.runs(runs, false));
            }
            self.out.push_str("</w:tr>");
        }
        self.out.push_str("</w:tbl>");
        self.gap = true;
    }

    fn cell(&mut self, width: u32, depth: Option<f64>, fill: impl FnOnce(&mut Self)) {
        self.out.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"));
        let shade = depth.map(|depth| palette::LIGHT_SHADES[palette::shade(depth)]);
        if let Some((ground, _)) = shade {
            self.out
                .push_str(&format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>", palette::hex(ground)));
        }
        self.out.push_str("</w:tcPr>");
        self.colour = shade.map(|(_, words)| palette::hex(words));
        let middle = if depth.is_some() { "<w:jc w:val=\"center\"/>" } else { "" };
        self.start_cell(middle);
        fill(self);
        self.end();
        self.colour = None;
        self.out.push_str("</w:tc>");
    }
}
