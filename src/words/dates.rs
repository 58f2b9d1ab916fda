//! Dates, times and durations as the program writes them, with its own tables of names.
//!
//! Not for reading what people type: that is [`super::parse_date`], which shares the tables. The clock is always an
//! argument; nothing here knows what day it is.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

use super::Lang;

/// The months, January first: full and short.
pub(super) fn months(lang: Lang) -> &'static [(&'static str, &'static str); 12] {
    match lang {
        Lang::Nl => &[
            ("januari", "jan"),
            ("februari", "feb"),
            ("maart", "mrt"),
            ("april", "apr"),
            ("mei", "mei"),
            ("juni", "jun"),
            ("juli", "jul"),
            ("augustus", "aug"),
            ("september", "sep"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("december", "dec"),
        ],
        Lang::En => &[
            ("January", "Jan"),
            ("February", "Feb"),
            ("March", "Mar"),
            ("April", "Apr"),
            ("May", "May"),
            ("June", "Jun"),
            ("July", "Jul"),
            ("August", "Aug"),
            ("September", "Sep"),
            ("October", "Oct"),
            ("November", "Nov"),
            ("December", "Dec"),
        ],
    }
}

/// The days of the week, Monday first: full and short.
pub(super) fn weekdays(lang: Lang) -> &'static [(&'static str, &'static str); 7] {
    match lang {
        Lang::Nl => &[
            ("maandag", "ma"),
            ("dinsdag", "di"),
            ("woensdag", "wo"),
            ("donderdag", "do"),
            ("vrijdag", "vr"),
            ("zaterdag", "za"),
            ("zondag", "zo"),
        ],
        Lang::En => &[
            ("Monday", "Mon"),
            ("Tuesday", "Tue"),
            ("Wednesday", "Wed"),
            ("Thursday", "Thu"),
            ("Friday", "Fri"),
            ("Saturday", "Sat"),
            ("Sunday", "Sun"),
        ],
    }
}

fn month(date: NaiveDate, lang: Lang) -> (&'static str, &'static str) {
    months(lang)[date.month0() as usize]
}

fn weekday(day: Weekday, lang: Lang) -> (&'static str, &'static str) {
    weekdays(lang)[day.num_days_from_monday() as usize]
}

/// A date in full: `11 mei 2022`, `11 May 2022`.
pub fn date_long(date: NaiveDate, lang: Lang) -> String {
    format!("{} {} {}", date.day(), month(date, lang).0, date.year())
}

/// A date for narrow places: `3 nov 2026`, `3 Nov 2026`.
pub fn date_short(date: NaiveDate, lang: Lang) -> String {
    format!("{} {} {}", date.day(), month(date, lang).1, date.year())
}

/// A date near enough to need no year: `zaterdag 21 november`, `Saturday 21 November`.
pub fn weekday_long(date: NaiveDate, lang: Lang) -> String {
    format!("{} {} {}", weekday(date.weekday(), lang).0, date.day(), month(date, lang).0)
}

/// A date as file names carry it, so that they sort: `2026-05-12`.
pub fn stamp(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// A time of day, the same in both languages: `14:05`.
pub fn time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// What is left on a clock, in seconds: `07:42`, from an hour on `1:05:00`; what is below zero is overtime, `+01:20`.
pub fn clock(seconds: i64) -> String {
    let over = if seconds < 0 { "+" } else { "" };
    let all = seconds.unsigned_abs();
    let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
    match hours {
        0 => format!("{over}{minutes:02}:{seconds:02}"),
        _ => format!("{over}{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// A planned length in whole minutes: `20’`.
pub fn minutes(minutes: i64) -> String {
    format!("{minutes}’")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn dates_are_written_in_both_languages() {
        assert_eq!(date_long(day(2022, 5, 11), Lang::Nl), "11 mei 2022");
        assert_eq!(date_long(day(2022, 5, 11), Lang::En), "11 May 2022");
        assert_eq!(date_short(day(2026, 11, 3), Lang::Nl), "3 nov 2026");
        assert_eq!(date_short(day(2026, 3, 3), Lang::Nl), "3 mrt 2026");
        assert_eq!(weekday_long(day(2026, 11, 21), Lang::Nl), "zaterdag 21 november");
        assert_eq!(weekday_long(day(2026, 11, 21), Lang::En), "Saturday 21 November");
        assert_eq!(stamp(day(2026, 5, 12)), "2026-05-12");
        assert_eq!(time(NaiveTime::from_hms_opt(14, 5, 59).expect("a time")), "14:05");
    }

    #[test]
    fn a_clock_counts_down_and_then_over() {
        for (seconds, shown) in [
            (462, "07:42"),
            (0, "00:00"),
            (-1, "+00:01"),
            (-80, "+01:20"),
            (3599, "59:59"),
            (3900, "1:05:00"),
            (-3900, "+1:05:00"),
        ] {
            assert_eq!(clock(seconds), shown);
        }
        assert!(clock(i64::MIN).starts_with('+'));
        assert_eq!(minutes(20), "20’");
    }
}
