//! Writes the data of a session as a workbook: a sheet for what was said, judgements, agreements, votes, themes, rounds, and
//! what it is of.
//!
//! The head of each sheet stays in sight and filters. What was typed is written as words, so it is never a formula, a link
//! or a date; days and times are real ones. **A cell holds no more than Excel can**: what is longer goes on in the rows below, of
//! which the first cell says so. The moment it was made is the caller's, so the same session gives the same bytes. Called by
//! [`super::write_data`].

use super::{
    data::{
        Data,
        sheet::{self, Cell, Sheet},
    },
    format::Unwritten,
};
use crate::words::Words;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use std::io::Write;

/// The most a cell can hold, in UTF-16 units, as Excel counts.
const MOST: usize = 32_767;
/// What stands on a sheet of paper.
const A4: u8 = 9;

pub(super) fn write(data: &Data, words: &Words, to: &mut impl Write) -> Result<(), Unwritten> {
    let bytes = bytes(data, words).map_err(|error| Unwritten::Refused(error.to_string()))?;
    Ok(to.write_all(&bytes)?)
}

fn bytes(data: &Data, words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut properties = DocProperties::new()
        .set_title(&data.about.title)
        .set_subject(&data.about.workshop)
        .set_author("aantafel")
        .set_comment(words.tell("data-comment", &[("format", (data.format as usize).into())]));
    if let Some(made) = moment(data.made) {
        properties = properties.set_creation_datetime(&made);
    }
    book.set_properties(&properties);
    let look = Look::new();
    for sheet in sheet::sheets(data, words) {
        fill(book.add_worksheet(), &sheet, &look, words)?;
    }
    book.save_to_buffer()
}

/// How cells look.
struct Look {
    head: Format,
    text: Format,
    number: Format,
    date: Format,
    time: Format,
    moment: Format,
}

impl Look {
    fn new() -> Self {
        let cell = || Format::new().set_align(FormatAlign::Top);
        let head = cell().set_bold().set_text_wrap().set_background_color(Color::RGB(0x00E8_EEF2));
        Self {
            head: head.set_border_bottom(FormatBorder::Thin),
            text: cell().set_text_wrap(),
            number: cell(),
            date: cell().set_num_format("yyyy-mm-dd"),
            time: cell().set_num_format("hh:mm"),
            moment: cell().set_num_format("yyyy-mm-dd hh:mm"),
        }
    }
}

fn fill(to: &mut Worksheet, sheet: &Sheet, look: &Look, words: &Words) -> Result<(), XlsxError> {
    to.set_name(&sheet.name)?;
    to.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    to.set_repeat_rows(0, 0)?;
    for (column, head) in (0_u16..).zip(&sheet.head) {
        to.write_string_with_format(0, column, one(&head.label), &look.head)?;
        to.set_column_width(column, head.width)?;
    }
    let mut at = 1;
    for row in &sheet.rows {
        at = put(to, at, row, look, words)?;
    }
    to.set_freeze_panes(1, 1)?;
    let last = u16::try_from(sheet.head.len().saturating_sub(1)).unwrap_or(u16::MAX);
    to.autofilter(0, 0, at - 1, last)?;
    Ok(())
}

/// Writes a row, and what does not fit in its cells in rows below; gives the number of the next.
fn put(to: &mut Worksheet, at: u32, row: &[Cell], look: &Look, words: &Words) -> Result<u32, XlsxError> {
    let mut next = at + 1;
    for (column, cell) in (0_u16..).zip(row) {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => {
                for (below, part) in (at..).zip(parts(text)) {
                    to.write_string_with_format(below, column, part, &look.text)?;
                    next = next.max(below + 1);
                }
            }
            Cell::Number(number) => {
                to.write_number_with_format(at, column, *number, &look.number)?;
            }
            Cell::Date(day) => match self::day(*day) {
                Some(real) => {
                    to.write_datetime_with_format(at, column, &real, &look.date)?;
                }
                None => {
                    to.write_string_with_format(at, column, day.to_string(), &look.text)?;
                }
            },
            Cell::Time(when) => dated(to, (at, column), *when, look, &look.time)?,
            Cell::Moment(when) => dated(to, (at, column), *when, look, &look.moment)?,
        }
    }
    let (name, own) = match row.first() {
        Some(Cell::Text(first)) => (one(first), parts(first).len()),
        Some(_) | None => (String::new(), 1),
    };
    for (below, _) in (at..next).zip(0..).filter(|(_, nth)| *nth >= own) {
        let told = words.tell("data-goes-on", &[("code", name.as_str().into())]);
        to.write_string_with_format(below, 0, told, &look.text)?;
    }
    Ok(next)
}

fn dated(
    to: &mut Worksheet,
    (row, column): (u32, u16),
    when: NaiveDateTime,
    look: &Look,
    as_is: &Format,
) -> Result<(), XlsxError> {
    match moment(when) {
        Some(real) => to.write_datetime_with_format(row, column, &real, as_is)?,
        None => to.write_string_with_format(row, column, when.to_string(), &look.text)?,
    };
    Ok(())
}

/// A day as Excel knows it; nothing for one before 1900 or after 9999.
fn day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| (1900..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8).ok()
}

fn moment(when: NaiveDateTime) -> Option<ExcelDateTime> {
    let day = day(when.date())?;
    day.and_hms(when.hour() as u16, when.minute() as u8, when.second()).ok()
}

/// The text in parts that a cell can hold, divided where a word ends if there is one near.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        let mut units = 0;
        let over = rest.char_indices().find(|(_, letter)| {
            units += letter.len_utf16();
            units > MOST
        });
        let Some((over, _)) = over else { break };
        let near = rest[..over].rfind([' ', '\n']).map(|space| space + 1).filter(|space| *space > over / 2);
        let (part, tail) = rest.split_at(near.unwrap_or(over));
        parts.push(part);
        rest = tail;
    }
    parts.push(rest);
    parts
}

/// As much of it as a cell holds, for what is no more than a name.
fn one(text: &str) -> String {
    parts(text).first().map(|part| (*part).to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_for_a_cell_goes_on_and_no_letter_is_lost() {
        for text in ["é".repeat(80_000), "woord ".repeat(20_000), "👩\u{200d}👧".repeat(9_000), String::new()] {
            let parts = parts(&text);
            assert_eq!(parts.concat(), text);
            assert!(parts.iter().all(|part| part.encode_utf16().count() <= MOST));
        }
    }
}
