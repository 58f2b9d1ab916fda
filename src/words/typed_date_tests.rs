//! What people type as a date, and what is understood by it.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::words::dates::{date_long, date_short, stamp, weekday_long};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

/// Saturday.
fn today() -> NaiveDate {
    day(2026, 11, 21)
}

#[test]
fn what_people_type_is_understood_in_both_languages() {
    for (text, date) in [
        ("1 dec", day(2026, 12, 1)),
        ("1 Dec.", day(2026, 12, 1)),
        ("1 december 2026", day(2026, 12, 1)),
        ("1 dec '27", day(2027, 12, 1)),
        ("1dec", day(2026, 12, 1)),
        ("December 1st, 2026", day(2026, 12, 1)),
        ("the 1st of december", day(2026, 12, 1)),
        ("op 1 december", day(2026, 12, 1)),
        ("1-12", day(2026, 12, 1)),
        ("1/12/2026", day(2026, 12, 1)),
        ("01.12.26", day(2026, 12, 1)),
        ("2026-12-01", day(2026, 12, 1)),
        ("1 juni", day(2027, 6, 1)),
        ("21 november", today()),
        ("20-11", day(2027, 11, 20)),
        ("29 feb", day(2028, 2, 29)),
        ("vandaag", today()),
        ("Today", today()),
        ("  morgen ", day(2026, 11, 22)),
        ("tomorrow", day(2026, 11, 22)),
        ("overmorgen", day(2026, 11, 23)),
        ("the day after tomorrow", day(2026, 11, 23)),
        ("vr", day(2026, 11, 27)),
        ("vrijdag", day(2026, 11, 27)),
        ("komende vrijdag", day(2026, 11, 27)),
        ("fri", day(2026, 11, 27)),
        ("zondag", day(2026, 11, 22)),
        ("zaterdag", day(2026, 11, 28)),
        ("di 24 nov", day(2026, 11, 24)),
        ("over 2 weken", day(2026, 12, 5)),
        ("over een maand", day(2026, 12, 21)),
        ("in 3 days", day(2026, 11, 24)),
        ("volgende week", day(2026, 11, 28)),
        ("next month", day(2026, 12, 21)),
        ("volgend jaar", day(2027, 11, 21)),
        ("volgende week dinsdag", day(2026, 11, 24)),
        ("dinsdag volgende week", day(2026, 11, 24)),
    ] {
        for lang in Lang::ALL {
            assert_eq!(parse_date(text, today(), lang), Some(date), "{lang} {text:?}");
        }
    }
}

#[test]
fn what_is_not_clear_is_not_guessed() {
    for text in [
        "",
        " ",
        "-",
        "soon",
        "mei",
        "december 2026",
        "12",
        "32 dec",
        "30 feb",
        "29-2-2027",
        "1 dec 202",
        "1-3 dec",
        "wo 24 nov",
        "next friday",
        "14:05",
        "1 t/m 3 dec",
        "over weken",
        "2026-13-01",
        "0-0",
        "99999-1-1",
        "1 dec 0026",
    ] {
        for lang in Lang::ALL {
            assert_eq!(parse_date(text, today(), lang), None, "{lang} {text:?}");
        }
    }
}

#[test]
fn a_month_comes_first_only_in_english_and_only_when_it_must() {
    assert_eq!(parse_date("12/25", today(), Lang::En), Some(day(2026, 12, 25)));
    assert_eq!(parse_date("12/25/2026", today(), Lang::En), Some(day(2026, 12, 25)));
    assert_eq!(parse_date("12/25", today(), Lang::Nl), None);
    assert_eq!(parse_date("12/11/2026", today(), Lang::En), Some(day(2026, 11, 12)));
}

fn a_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..80_000).prop_map(|days| day(1900, 1, 1) + Days::new(days))
}

fn nearly() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "1", "12", "2026", "9999", "dec", "mei", "vr", "fri", "over", "in", "een", "weken", "jaar", "next", "volgende",
        "week", "vandaag", "-", "/", " ", "é", "e",
    ]);
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn whatever_is_typed_nothing_breaks(text in ".*", nearly in nearly(), days in any::<u32>()) {
        let odd = NaiveDate::MIN.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
        for lang in Lang::ALL {
            for now in [today(), odd, NaiveDate::MIN, NaiveDate::MAX] {
                parse_date(&text, now, lang);
                parse_date(&nearly, now, lang);
            }
        }
    }

    #[test]
    fn what_the_program_writes_it_also_reads(date in a_day(), now in a_day(), ahead in 0_u64..365) {
        let near = now + Days::new(ahead);
        for wrote in Lang::ALL {
            for lang in Lang::ALL {
                prop_assert_eq!(parse_date(&date_long(date, wrote), now, lang), Some(date));
                prop_assert_eq!(parse_date(&date_short(date, wrote), now, lang), Some(date));
                prop_assert_eq!(parse_date(&weekday_long(near, wrote), now, lang), Some(near));
                prop_assert_eq!(parse_date(&stamp(date), now, lang), Some(date));
            }
        }
    }
}

#[test]
fn since_a_year_or_a_month_is_since_its_first_day() {
    let today = day(2026, 5, 12);
    for (typed, year, month, on) in [
        ("2026", 2026, 1, 1),
        ("februari 2026", 2026, 2, 1),
        ("feb 2025", 2025, 2, 1),
        ("2026-02", 2026, 2, 1),
        ("2-2026", 2026, 2, 1),
        ("3 feb 2026", 2026, 2, 3),
        ("gisteren", 2026, 5, 11),
    ] {
        assert_eq!(parse_since(typed, today, Lang::Nl), Some(day(year, month, on)), "{typed}");
    }
    for typed in ["26", "13-2026", "1850", "ooit", "2026 2027", ""] {
        assert_eq!(parse_since(typed, today, Lang::Nl), None, "{typed}");
    }
    assert_eq!(parse_date("2026", today, Lang::Nl), None, "no day to do something by");
}
