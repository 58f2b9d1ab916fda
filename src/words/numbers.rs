//! Numbers as they are written and typed: `1.250,5` in Dutch, `1,250.5` in English.
//!
//! Not for numbers in data files; those stay as Rust writes them.

use super::Lang;

/// More decimals than this say nothing that a number here can hold.
const MOST_DECIMALS: usize = 15;

/// The marks of a language: between thousands, and before decimals.
fn marks(lang: Lang) -> (char, char) {
    match lang {
        Lang::Nl => ('.', ','),
        Lang::En => (',', '.'),
    }
}

/// A number with so many decimals (15 at most), halves rounded away from zero as at school: `0,25` becomes `0,3`.
///
/// What is not a number, or is endless, shows as `–`.
pub fn number(value: f64, decimals: usize, lang: Lang) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let (between, before) = marks(lang);
    let plain = rounded(value.abs(), decimals.min(MOST_DECIMALS));
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let nothing = plain.chars().all(|c| c == '0' || c == '.');
    let mut out = String::with_capacity(plain.len() * 4 / 3 + 2);
    if value < 0.0 && !nothing {
        out.push('-');
    }
    grouped(whole, between, &mut out);
    if !fraction.is_empty() {
        out.push(before);
        out.push_str(fraction);
    }
    out
}

/// A whole count: `1.250` or `1,250`.
pub fn count(number: usize, lang: Lang) -> String {
    let mut out = String::new();
    grouped(&number.to_string(), marks(lang).0, &mut out);
    out
}

/// A number as a person types it, or `None` when it is not one.
///
/// Both marks are understood in both languages: with both present, the last one starts the decimals. A single mark
/// that could be either follows the language, so `1.250` is 1250 in Dutch and 1.25 in English, while `1.5` is one
/// and a half in both. Thousands may also stand apart with a space. The result is always finite.
pub fn parse_number(text: &str, lang: Lang) -> Option<f64> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = match decimal_mark(digits, lang) {
        Some(at) => (&digits[..at], Some(&digits[at + 1..])),
        None => (digits, None),
    };
    let whole = if whole.is_empty() && fraction.is_some() { "0".to_owned() } else { ungrouped(whole)? };
    let fraction = fraction.unwrap_or("0");
    let sound = !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit());
    let value: f64 = sound.then(|| format!("{sign}{whole}.{fraction}"))?.parse().ok()?;
    value.is_finite().then_some(value)
}

/// Where the decimals start, as the place of their mark.
fn decimal_mark(digits: &str, lang: Lang) -> Option<usize> {
    let at = digits.rfind(['.', ','])?;
    let mark = if digits[at..].starts_with('.') { '.' } else { ',' };
    let both = digits.contains('.') && digits.contains(',');
    let once = digits.matches(mark).count() == 1;
    let (before, after) = (&digits[..at], &digits[at + 1..]);
    let looks_grouped = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    (once && (both || mark == marks(lang).1 || !looks_grouped)).then_some(at)
}

/// The digits of a whole number without what stands between its thousands; `None` when that is not every three.
fn ungrouped(whole: &str) -> Option<String> {
    let between = |c: char| matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}');
    let mark = whole.find(between).and_then(|at| whole[at..].chars().next());
    let groups: Vec<&str> = match mark {
        Some(mark) => whole.split(mark).collect(),
        None => vec![whole],
    };
    let digits = groups.iter().all(|g| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit()));
    let threes = groups[1..].iter().all(|g| g.len() == 3) && (mark.is_none() || groups[0].len() <= 3);
    (digits && threes).then(|| groups.concat())
}

fn grouped(digits: &str, between: char, out: &mut String) {
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(between);
        }
        out.push(digit);
    }
}

/// Rust rounds a tie to even; people expect it away from zero. Beyond what a float holds exactly it does not matter.
fn rounded(value: f64, decimals: usize) -> String {
    let scale = 10_f64.powi(i32::try_from(decimals).expect("at most 15 decimals"));
    let scaled = value * scale;
    let value = if scaled < 1e15 { scaled.round() / scale } else { value };
    format!("{value:.decimals$}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_written_in_the_manner_of_the_language() {
        for (value, decimals, nl, en) in [
            (1250.5, 1, "1.250,5", "1,250.5"),
            (1250.0, 0, "1.250", "1,250"),
            (999.0, 0, "999", "999"),
            (-1_234_567.891, 2, "-1.234.567,89", "-1,234,567.89"),
            (0.25, 1, "0,3", "0.3"),
            (2.5, 0, "3", "3"),
            (-0.04, 1, "0,0", "0.0"),
            (f64::NAN, 2, "–", "–"),
            (f64::INFINITY, 0, "–", "–"),
        ] {
            assert_eq!(number(value, decimals, Lang::Nl), nl);
            assert_eq!(number(value, decimals, Lang::En), en);
        }
        assert_eq!(count(1250, Lang::Nl), "1.250");
        assert_eq!(count(12, Lang::En), "12");
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (text, nl, en) in [
            ("1.250,5", Some(1250.5), Some(1250.5)),
            ("1,250.5", Some(1250.5), Some(1250.5)),
            ("1.250", Some(1250.0), Some(1.25)),
            ("1,250", Some(1.25), Some(1250.0)),
            ("1.5", Some(1.5), Some(1.5)),
            ("1,5", Some(1.5), Some(1.5)),
            ("0.500", Some(0.5), Some(0.5)),
            ("1.250.000", Some(1_250_000.0), Some(1_250_000.0)),
            (" 1 250 ", Some(1250.0), Some(1250.0)),
            ("−7", Some(-7.0), Some(-7.0)),
            (",5", Some(0.5), Some(0.5)),
            ("12.50.000", None, None),
            ("1 2", None, None),
            ("1,2.3,4", None, None),
            ("5,", None, None),
            ("", None, None),
            ("-", None, None),
            ("één", None, None),
            ("1e9", None, None),
            ("inf", None, None),
        ] {
            assert_eq!(parse_number(text, Lang::Nl), nl, "nl {text:?}");
            assert_eq!(parse_number(text, Lang::En), en, "en {text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(cents in -1_000_000_000_i64..1_000_000_000, decimals in 0_usize..3) {
            let value = number(cents as f64 / 100.0, 2, Lang::En).replace(',', "").parse::<f64>().expect("a number");
            for lang in Lang::ALL {
                let text = number(value, decimals, lang);
                let half = 0.5 / 10_f64.powi(decimals as i32) + 1e-9;
                let back = parse_number(&text, lang).expect("readable");
                prop_assert!((back - value).abs() <= half, "{} {}", text, value);
            }
        }

        #[test]
        fn any_text_and_any_number_is_taken_calmly(text in ".*", typed in "[-+0-9., ]{0,12}", value in any::<f64>(), decimals: usize) {
            for lang in Lang::ALL {
                parse_number(&text, lang);
                parse_number(&typed, lang);
                number(value, decimals, lang);
            }
        }
    }
}
