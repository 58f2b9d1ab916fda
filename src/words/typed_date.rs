//! Dates as people type them, in Dutch and English mixed: `1 dec`, `1-12`, `vrijdag`, `over 2 weken`, `next week`.
//!
//! The day comes before the month. What has two readings is not guessed at: `next friday`, `1-3 dec` and `mei` are
//! not dates here, and the person is asked again. Called by the boxes that hold a date; they show what was read.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::Lang;
use super::dates::{months, weekdays};

/// Nobody types a date longer than this many words and numbers.
const MOST_PARTS: usize = 8;

/// A word or number of a typed date, by what it means.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    Number(Figure),
    Month(u32),
    Weekday(Weekday),
    Unit(Unit),
    /// So many days from today: today, tomorrow.
    Off(i64),
    Next,
    After,
    In,
}

/// A number with how many figures it was typed: `26` and `2026` are years in different ways.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Figure {
    value: u32,
    digits: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// The date a person typed, or `None` when it is not clear which one is meant; never panics.
///
/// Both languages' words are understood in both. Without a year the first such day from `today` on is meant, so a
/// day that is past this year lies in the next one. A weekday is the next one, never today. The language matters
/// only for `12/25`: English reads that as 25 December because it can be nothing else; Dutch does not read it.
pub fn parse_date(text: &str, today: NaiveDate, lang: Lang) -> Option<NaiveDate> {
    let parts = parts(text)?;
    match parts.as_slice() {
        [Part::Off(days)] => later_by_days(today, *days),
        [Part::Unit(Unit::Day), Part::After, Part::Off(1)] => later_by_days(today, 2),
        [Part::Weekday(day)] => later_by_days(today, days_until(today, *day)),
        [Part::Next, Part::Unit(unit)] => later(today, 1, *unit),
        [Part::Next, Part::Unit(Unit::Week), Part::Weekday(day)]
        | [Part::Weekday(day), Part::Next, Part::Unit(Unit::Week)] => {
            let from_monday = i64::from(today.weekday().num_days_from_monday());
            later_by_days(today, 7 - from_monday + i64::from(day.num_days_from_monday()))
        }
        [Part::In, Part::Number(number), Part::Unit(unit)] => later(today, number.value, *unit),
        [Part::Weekday(day), date @ ..] => calendar(date, today, lang).filter(|found| found.weekday() == *day),
        date => calendar(date, today, lang),
    }
}

/// From which day on, as a person typed it: a date, or a year or a month, of which the first day is meant; or `None`.
///
/// `2026` is 1 January 2026 and `februari 2026`, `2026-02` and `2-2026` are 1 February 2026. A month without a year has two
/// readings here as well.
pub fn parse_since(text: &str, today: NaiveDate, lang: Lang) -> Option<NaiveDate> {
    use Part::{Month, Number};
    let first = |year: Figure, month: u32| NaiveDate::from_ymd_opt(full_year(year)?, month, 1);
    let four = |figure: &Figure| figure.digits == 4;
    match parts(text)?.as_slice() {
        [Number(year)] if four(year) => first(*year, 1),
        [Month(month), Number(year)] | [Number(year), Month(month)] if four(year) => first(*year, *month),
        [Number(month), Number(year)] | [Number(year), Number(month)] if four(year) && !four(month) => {
            first(*year, month.value)
        }
        _ => parse_date(text, today, lang),
    }
}

/// A date by its numbers, with the month as a name or a number.
fn calendar(parts: &[Part], today: NaiveDate, lang: Lang) -> Option<NaiveDate> {
    use Part::{Month, Number};
    match *parts {
        [Number(day), Month(month)] | [Month(month), Number(day)] => first_from(today, month, day.value),
        [Number(day), Month(month), Number(year)] | [Month(month), Number(day), Number(year)] => {
            NaiveDate::from_ymd_opt(full_year(year)?, month, day.value)
        }
        [Number(first), Number(second)] => {
            let (day, month) = day_and_month(first, second, lang);
            first_from(today, month, day)
        }
        [Number(year @ Figure { digits: 4, .. }), Number(month), Number(day)] => {
            NaiveDate::from_ymd_opt(full_year(year)?, month.value, day.value)
        }
        [Number(first), Number(second), Number(year)] => {
            let (day, month) = day_and_month(first, second, lang);
            NaiveDate::from_ymd_opt(full_year(year)?, month, day)
        }
        _ => None,
    }
}

fn day_and_month(first: Figure, second: Figure, lang: Lang) -> (u32, u32) {
    match lang {
        Lang::En if second.value > 12 => (second.value, first.value),
        Lang::Nl | Lang::En => (first.value, second.value),
    }
}

/// `26` is 2026; four figures stand for themselves from 1900 on; anything else is a slip of the finger.
fn full_year(year: Figure) -> Option<i32> {
    match (year.digits, year.value) {
        (2, value) => i32::try_from(2000 + value).ok(),
        (4, value @ 1900..) => i32::try_from(value).ok(),
        _ => None,
    }
}

/// The first such day from today on; 29 February may be eight years away.
fn first_from(today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    (0..=8).filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day)).find(|date| *date >= today)
}

/// One to seven days.
fn days_until(today: NaiveDate, day: Weekday) -> i64 {
    let apart = i64::from(day.num_days_from_monday()) - i64::from(today.weekday().num_days_from_monday());
    (apart - 1).rem_euclid(7) + 1
}

fn later_by_days(today: NaiveDate, days: i64) -> Option<NaiveDate> {
    let far = Days::new(days.unsigned_abs());
    if days < 0 { today.checked_sub_days(far) } else { today.checked_add_days(far) }
}

fn later(today: NaiveDate, number: u32, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Day => later_by_days(today, i64::from(number)),
        Unit::Week => later_by_days(today, i64::from(number) * 7),
        Unit::Month => today.checked_add_months(Months::new(number)),
        Unit::Year => today.checked_add_months(Months::new(number.checked_mul(12)?)),
    }
}

/// The text in parts, without words that add nothing; `None` as soon as something in it means nothing here.
fn parts(text: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = text;
    let mut after_figure = false;
    while let Some(first) = rest.chars().next() {
        let figure = first.is_ascii_digit();
        let same = |c: char| {
            if figure { c.is_ascii_digit() } else { c.is_alphabetic() }
        };
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(if end == 0 { first.len_utf8() } else { end });
        rest = after;
        if figure {
            let value = (piece.len() <= 4).then(|| piece.parse().ok())??;
            parts.push(Part::Number(Figure { value, digits: piece.len() }));
        } else if first.is_alphabetic() {
            let piece = piece.to_lowercase();
            let ordinal = after_figure && matches!(&*piece, "e" | "ste" | "de" | "st" | "nd" | "rd" | "th");
            if !ordinal && !adds_nothing(&piece) {
                parts.push(word(&piece)?);
            }
        } else if !(first.is_whitespace() || matches!(first, ',' | '-' | '/' | '.' | '\'' | '’')) {
            return None;
        }
        after_figure = figure;
        if parts.len() > MOST_PARTS {
            return None;
        }
    }
    Some(parts)
}

fn adds_nothing(word: &str) -> bool {
    matches!(word, "op" | "on" | "de" | "the" | "of" | "aanstaande" | "komende" | "coming" | "deze" | "this")
}

/// What a word in small letters means in a date.
fn word(word: &str) -> Option<Part> {
    let small = |value| Part::Number(Figure { value, digits: 1 });
    let part = match word {
        "vandaag" | "today" => Part::Off(0),
        "morgen" | "tomorrow" => Part::Off(1),
        "overmorgen" => Part::Off(2),
        "gisteren" | "yesterday" => Part::Off(-1),
        "over" | "in" => Part::In,
        "volgende" | "volgend" | "next" => Part::Next,
        "after" => Part::After,
        "dag" | "dagen" | "day" | "days" => Part::Unit(Unit::Day),
        "week" | "weken" | "weeks" => Part::Unit(Unit::Week),
        "maand" | "maanden" | "month" | "months" => Part::Unit(Unit::Month),
        "jaar" | "jaren" | "year" | "years" => Part::Unit(Unit::Year),
        "een" | "één" | "a" | "an" | "one" => small(1),
        "twee" | "two" => small(2),
        "drie" | "three" => small(3),
        "vier" | "four" => small(4),
        "vijf" | "five" => small(5),
        "zes" | "six" => small(6),
        // Spellings next to the ones the program writes itself.
        "febr" => Part::Month(2),
        "sept" => Part::Month(9),
        "tues" => Part::Weekday(Weekday::Tue),
        "thur" | "thurs" => Part::Weekday(Weekday::Thu),
        _ => return named(word),
    };
    Some(part)
}

/// A month or a weekday, by the names with which the program writes them.
fn named(word: &str) -> Option<Part> {
    let is = |(long, short): &(&str, &str)| long.eq_ignore_ascii_case(word) || short.eq_ignore_ascii_case(word);
    Lang::ALL.into_iter().find_map(|lang| {
        let month = months(lang).iter().position(is).and_then(|at| u32::try_from(at + 1).ok());
        let day = weekdays(lang).iter().position(is).and_then(|at| u8::try_from(at).ok());
        let day = day.and_then(|at| Weekday::try_from(at).ok());
        month.map(Part::Month).or(day.map(Part::Weekday))
    })
}

#[cfg(test)]
#[path = "typed_date_tests.rs"]
mod tests;
