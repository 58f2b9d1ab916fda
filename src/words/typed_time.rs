//! A moment as people type it: `14:32`, `14.32`, `1432`, `14:32:05`, with a day before it if need be.
//!
//! Not for days alone (that is `typed_date`, which reads the day here too). Called by `app` and `cli`.

use super::{Lang, parse_date};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// The moment that was typed: the last second of the minute, or exactly the second, since `14:32` is what a clock shows
/// until 14:33. `day` is meant where none is typed; a day without a year is the first such day from `first` on.
pub fn parse_moment(text: &str, day: NaiveDate, first: NaiveDate, lang: Lang) -> Option<NaiveDateTime> {
    let text = text.trim().trim_end_matches(['Z', 'z']);
    let (date, time) = match text.rsplit_once([' ', 'T', ',']) {
        Some((date, time)) => (parse_date(date.trim().trim_end_matches(','), first, lang)?, time),
        None => (day, text),
    };
    Some(date.and_time(time_of(time.trim())?))
}

fn time_of(text: &str) -> Option<NaiveTime> {
    let text = text.trim_end_matches(['u', 'h']);
    let parts: Vec<&str> = text.split([':', '.']).collect();
    if !parts.iter().all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    let end = |hour, minute| NaiveTime::from_hms_milli_opt(hour, minute, 59, 999);
    match parts.as_slice() {
        [both] if both.len() >= 3 => {
            let (hour, minute) = both.split_at(both.len() - 2);
            end(number(hour)?, number(minute)?)
        }
        [hour] => NaiveTime::from_hms_milli_opt(number(hour)?, 0, 59, 999),
        [hour, minute] => end(number(hour)?, number(minute)?),
        [hour, minute, second] => NaiveTime::from_hms_milli_opt(number(hour)?, number(minute)?, number(second)?, 999),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_type_it() {
        let day: NaiveDate = "2026-05-12".parse().expect("a day");
        let read = |text: &str| parse_moment(text, day, day, Lang::Nl).map(|moment| moment.format("%F %T").to_string());
        for (typed, meant) in [
            ("14:32", "2026-05-12 14:32:59"),
            ("14.32", "2026-05-12 14:32:59"),
            ("1432", "2026-05-12 14:32:59"),
            ("932", "2026-05-12 09:32:59"),
            ("9", "2026-05-12 09:00:59"),
            ("14:32:05", "2026-05-12 14:32:05"),
            ("2026-05-13 14:32", "2026-05-13 14:32:59"),
            ("2026-05-13T14:32:05", "2026-05-13 14:32:05"),
            ("13 mei 14:32", "2026-05-13 14:32:59"),
            ("13 mei 2025, 14:32", "2025-05-13 14:32:59"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(meant), "{typed}");
        }
        for typed in ["", "25:00", "14:61", "half drie", "14:", "1:2:3:4", "99999", "morgen", "é", "１４:32"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
