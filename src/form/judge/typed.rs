//! Reads a typed line: the values of a row, a reason behind `:`, or a note.
//!
//! ```text
//! 7 8 6 - 9          a value for each column, `-` for who is absent
//! 786-9              the same, where every value is one digit
//! j j n: te duur     the reason of the last one
//! n: te duur; j j    a semicolon begins the next values
//! : het bleef stil   a note beside the row
//! ```
//!
//! Pure: no records, no screen.

use super::{
    Scale,
    mark::{self, Mark, STEPS, Stance},
};
use crate::{
    text,
    words::{Lang, numbers},
};

/// What a line means.
#[derive(Clone, PartialEq, Debug)]
pub enum Typed {
    /// A note beside the row; an empty one takes it away.
    Note(String),
    /// Values in the order of the columns, each with its reason if one was given.
    Marks(Vec<(Mark, Option<String>)>),
}

/// Why a line means nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wrong {
    /// It lies outside the scale.
    Outside(String),
    /// It lies between two marks.
    OffStep(String),
    /// Of two numbers for a field there is only one.
    Half(String),
    /// More than one begins so.
    Either(String, String),
    /// It is no value of this scale.
    Unknown(String),
}

/// Reads a line for a board with so many columns.
pub fn read(scale: &Scale, line: &str, lang: Lang, columns: usize) -> Result<Typed, Wrong> {
    let line = line.trim();
    if let Some(note) = line.strip_prefix(':') {
        return Ok(Typed::Note(note.trim().to_owned()));
    }
    let reader = Reader { scale, lang, columns };
    let mut all = Vec::new();
    let mut rest = line;
    loop {
        let Some((values, tail)) = rest.split_once(':') else {
            all.extend(reader.marks(rest)?.into_iter().map(|mark| (mark, None)));
            return if all.is_empty() { Err(Wrong::Unknown(line.to_owned())) } else { Ok(Typed::Marks(all)) };
        };
        let marks = reader.marks(values)?;
        let (reason, more) = reader.reason(tail);
        let last = asked(&marks);
        let reason = Some(reason.trim().to_owned()).filter(|reason| !reason.is_empty());
        all.extend(marks.into_iter().enumerate().map(|(at, mark)| (mark, reason.clone().filter(|_| Some(at) == last))));
        match more {
            Some(more) => rest = more,
            None if all.is_empty() => return Err(Wrong::Unknown(line.to_owned())),
            None => return Ok(Typed::Marks(all)),
        }
    }
}

/// Which of these marks a reason belongs to: the last that has something against it, else the last that was given.
fn asked(marks: &[Mark]) -> Option<usize> {
    let against = |mark: &Mark| matches!(mark, Mark::Consent(Stance::Concern | Stance::Objection));
    let given = |mark: &Mark| *mark != Mark::Absent;
    let last = || marks.iter().rposition(given);
    marks.iter().rposition(against).or_else(last).or(marks.len().checked_sub(1))
}

struct Reader<'a> {
    scale: &'a Scale,
    lang: Lang,
    columns: usize,
}

impl Reader<'_> {
    /// The reason at the start of a text, and what follows where a semicolon begins other values.
    fn reason<'t>(&self, tail: &'t str) -> (&'t str, Option<&'t str>) {
        for (at, _) in tail.match_indices(';') {
            let next = &tail[at + 1..];
            let values = next.split([':', ';']).next().unwrap_or_default();
            if self.marks(values).is_ok_and(|marks| !marks.is_empty()) {
                return (&tail[..at], Some(next));
            }
        }
        (tail, None)
    }

    /// The values of a text without reasons.
    fn marks(&self, text: &str) -> Result<Vec<Mark>, Wrong> {
        let text = text.trim();
        if let Scale::Axes { .. } = self.scale {
            return pairs(text);
        }
        let tokens = text.split_whitespace().map(|token| token.trim_end_matches([',', ';']));
        let tokens: Vec<&str> = tokens.filter(|token| !token.is_empty()).collect();
        if let [token] = tokens[..] {
            let one = self.one(token);
            return match one {
                Ok(mark) => Ok(vec![mark]),
                Err(wrong) => self.close(token).ok_or(wrong),
            };
        }
        if tokens.len() > 1
            && let Scale::Zones(_) = self.scale
            && let Ok(mark) = self.one(text)
        {
            return Ok(vec![mark]); // a zone of several words
        }
        let mut marks: Vec<Mark> = Vec::new();
        for token in tokens {
            let joined = match (marks.last(), self.scale) {
                (Some(Mark::Ring(ring, None)), Scale::Rings { rings, sectors }) => {
                    Some(mark::ring(&format!("{}{token}", ring + 1), rings.len(), sectors.len()))
                        .filter(|mark| *mark != Mark::Odd && token.chars().all(char::is_alphabetic))
                }
                (Some(_) | None, _) => None,
            };
            match (joined, marks.last_mut()) {
                (Some(joined), Some(last)) => *last = joined,
                (Some(_) | None, _) => marks.push(self.one(token)?),
            }
        }
        Ok(marks)
    }

    /// Values without spaces between them, where each is one sign.
    fn close(&self, token: &str) -> Option<Vec<Mark>> {
        let count = token.chars().count();
        let one_digit = match self.scale {
            Scale::Numbers { from, to, .. } => {
                let (least, most) = (from.min(*to), from.max(*to));
                // a two on two columns is two ones; a 15 where ten is the most is rather a slip of the finger
                least >= 0.0
                    && (most < 10.0 || most <= 10.0 && (count > 2 || count == self.columns))
                    && self.columns > 1
            }
            Scale::Zones(zones) => zones.len() < 10,
            Scale::Rings { .. } => return self.close_rings(token),
            Scale::YesNo | Scale::Consent => true,
            Scale::Axes { .. } => false,
        };
        let one = |letter: char| self.one(letter.encode_utf8(&mut [0; 4])).ok();
        if one_digit && count > 1 { token.chars().map(one).collect() } else { None }
    }

    fn close_rings(&self, token: &str) -> Option<Vec<Mark>> {
        let mut parts: Vec<String> = Vec::new();
        for letter in token.chars() {
            match parts.last_mut() {
                Some(last) if letter.is_ascii_alphabetic() => last.push(letter),
                Some(_) | None => parts.push(letter.to_string()),
            }
        }
        parts.iter().map(|part| self.one(part).ok()).collect()
    }

    /// One value.
    fn one(&self, token: &str) -> Result<Mark, Wrong> {
        if matches!(token, "-" | "–" | "—" | "−") {
            return Ok(Mark::Absent);
        }
        let unknown = || Wrong::Unknown(token.to_owned());
        match self.scale {
            Scale::Numbers { from, to, step, .. } => {
                let value = numbers::parse_number(token, self.lang).ok_or_else(unknown)?;
                let (least, most) = (from.min(*to), from.max(*to));
                if value < least - 1e-9 || value > most + 1e-9 {
                    return Err(Wrong::Outside(token.to_owned()));
                }
                let steps = (value - from) / step;
                let off = *step > 0.0 && steps.is_finite() && (steps - steps.round()).abs() > 1e-6;
                if off { Err(Wrong::OffStep(token.to_owned())) } else { Ok(Mark::Number(value)) }
            }
            Scale::Zones(zones) => zone(zones, token),
            Scale::Rings { rings, sectors } => match mark::ring(token, rings.len(), sectors.len()) {
                Mark::Odd if token.starts_with(|c: char| c.is_ascii_digit()) => Err(Wrong::Outside(token.to_owned())),
                Mark::Odd => Err(unknown()),
                mark => Ok(mark),
            },
            Scale::Axes { .. } => Err(unknown()), // these come in pairs
            Scale::YesNo => match text::fold(token).as_str() {
                "j" | "ja" | "y" | "yes" => Ok(Mark::Yes(true)),
                "n" | "nee" | "no" => Ok(Mark::Yes(false)),
                _ => Err(unknown()),
            },
            Scale::Consent => match text::fold(token).as_str() {
                "j" | "ja" | "y" | "yes" => Ok(Mark::Consent(Stance::Fine)),
                "z" | "zorg" | "c" | "concern" => Ok(Mark::Consent(Stance::Concern)),
                "n" | "nee" | "no" | "bezwaar" | "o" | "objection" => Ok(Mark::Consent(Stance::Objection)),
                _ => Err(unknown()),
            },
        }
    }
}

/// A zone by its name, its number, or the letters it begins with.
fn zone(zones: &[String], token: &str) -> Result<Mark, Wrong> {
    let folded = text::fold(token);
    if let Some(at) = zones.iter().position(|zone| text::fold(zone) == folded) {
        return Ok(Mark::Zone(at));
    }
    if let Ok(nth) = token.parse::<usize>() {
        return if (1..=zones.len()).contains(&nth) {
            Ok(Mark::Zone(nth - 1))
        } else {
            Err(Wrong::Outside(token.to_owned()))
        };
    }
    let begin = |(at, zone): (usize, &String)| text::fold(zone).starts_with(&folded).then_some(at);
    match zones.iter().enumerate().filter_map(begin).collect::<Vec<_>>()[..] {
        [at] => Ok(Mark::Zone(at)),
        [one, other, ..] => Err(Wrong::Either(zones[one].clone(), zones[other].clone())),
        [] => Err(Wrong::Unknown(token.to_owned())),
    }
}

/// Places in a field, two digits each: `3 4`, `34`, `3/4 2/5 - 11`.
fn pairs(text: &str) -> Result<Vec<Mark>, Wrong> {
    let mut marks = Vec::new();
    let mut half: Option<u8> = None;
    for letter in text.chars() {
        let step = letter.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
        match (step, half) {
            (Some(step), _) if !(1..=STEPS).contains(&step) => return Err(Wrong::Outside(letter.to_string())),
            (Some(y), Some(x)) => {
                marks.push(Mark::At(x, y));
                half = None;
            }
            (Some(x), None) => half = Some(x),
            (None, None) if matches!(letter, '-' | '–' | '—' | '−') => marks.push(Mark::Absent),
            (None, _) if letter.is_whitespace() || matches!(letter, '/' | ',' | ';') => {}
            (None, Some(_) | None) => return Err(Wrong::Unknown(text.to_owned())),
        }
    }
    if half.is_some() { Err(Wrong::Half(text.to_owned())) } else { Ok(marks) }
}
