//! XML as Word reads it: what is said is escaped here and nowhere else.

use crate::report::wash;

/// What every part opens with.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Words of others on one line, as content or between double quotes.
pub(super) fn line(words: &str) -> String {
    escape(&wash::line(words))
}

/// Clean words, escaped.
pub(super) fn escape(clean: &str) -> String {
    let mut out = String::with_capacity(clean.len() + 8);
    for c in clean.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            other => out.push(other),
        }
    }
    out
}

/// Words of others as the content of a run: their lines stay lines.
pub(super) fn text(words: &str) -> String {
    let clean = wash::lines(words);
    let mut out = String::with_capacity(clean.len() + 40);
    for (nth, line) in clean.trim().split('\n').enumerate() {
        if nth > 0 {
            out.push_str("<w:br/>");
        }
        out.push_str("<w:t xml:space=\"preserve\">");
        out.push_str(&escape(line.trim_end()));
        out.push_str("</w:t>");
    }
    out
}
