//! Writes what was said as csv: one row an entry, with its question beside it, as a Dutch Excel opens it.
//!
//! UTF-8 with a mark at the front, `;` between cells, a decimal comma, CRLF behind each row; days as `2026-05-12`. Lines within
//! a cell are divided by LF, between quotes. **No cell is a formula**: one that begins with `=`, `+`, `-`, `@`, their wide forms or
//! a control character, also behind spaces, gets an apostrophe in front, as OWASP advises. A number stays a number, below zero
//! too. Judgements, votes and themes are in xlsx and json. Called by [`super::write_data`].

use super::data::{
    Data,
    sheet::{self, Cell},
};
use crate::words::{Words, dates};
use csv::{QuoteStyle, Terminator, WriterBuilder};
use std::io::{self, Write};

/// What says that it is UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

pub(super) fn write(data: &Data, words: &Words, to: &mut impl Write) -> io::Result<()> {
    to.write_all(MARK)?;
    let sheet = sheet::entries(data, words);
    let mut out = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer(to);
    out.write_record(sheet.head.iter().map(|head| inert(&head.label)))?;
    for row in &sheet.rows {
        out.write_record(row.iter().map(cell))?;
    }
    out.flush()
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => inert(text),
        Cell::Number(number) => number.to_string().replace('.', ","),
        Cell::Date(day) => day.to_string(),
        Cell::Time(at) => dates::time(at.time()),
        Cell::Moment(at) => format!("{} {}", at.date(), dates::time(at.time())),
    }
}

/// Words that no program takes for a formula.
fn inert(words: &str) -> String {
    let words = words.replace('\r', "");
    let first = words.trim_start_matches(' ').chars().next();
    let is_formula = |c: char| "=+-@＝＋－＠".contains(c) || c.is_control();
    if first.is_some_and(is_formula) && !is_number(&words) { format!("'{words}") } else { words }
}

/// A number with digits alone, below zero or not: `-3`, `-2,5`. A plus in front is not: a telephone number would lose it.
fn is_number(words: &str) -> bool {
    let digits = words.strip_prefix('-').unwrap_or(words);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
    match digits.split_once([',', '.']) {
        None => is_digits(digits),
        Some((whole, part)) => is_digits(whole) && is_digits(part),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_a_number_stays_one() {
        for formula in
            ["=1+1", "+31 6", "-iets", "@SUM(A1)", "\t=1", "  =cmd|' /C calc'!A0", "＝1", "\r\n=1", "-1+2", "-"]
        {
            assert!(inert(formula).starts_with('\''), "{formula:?}");
        }
        for plain in ["-3", "-2,5", "12", "3.5", "a=b", "", "1 - 2", "'t dorp"] {
            assert_eq!(inert(plain), plain);
        }
    }
}
