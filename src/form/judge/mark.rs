//! A mark: one value of a scale, as it is kept, shown, stepped through and counted.
//!
//! Pure: what a scale makes of a verdict and back. Reading what was typed is `typed`.

use super::Scale;
use crate::{
    form::Tone,
    record::Verdict,
    words::{Lang, Words, numbers},
};

/// A value of a scale. That somebody was absent is one too, so that nothing is open for who is not there.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Mark {
    /// Who would give it is not there.
    Absent,
    /// A number.
    Number(f64),
    /// A zone, from 0.
    Zone(usize),
    /// A ring from 0, the inmost first, and a sector of it.
    Ring(usize, Option<usize>),
    /// A place in a field: across and up, each 1 to 5.
    At(u8, u8),
    /// Yes or no.
    Yes(bool),
    /// What one has against it.
    Consent(Stance),
    /// What this scale does not know: the workshop was altered since.
    Odd,
}

/// What one has against a proposal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stance {
    /// Nothing.
    Fine,
    /// A concern, that does not stop it.
    Concern,
    /// An objection.
    Objection,
}

/// How many steps an axis has.
pub(super) const STEPS: u8 = 5;
/// What is kept for who is absent.
const ABSENT: &str = "-";
/// More steps than this are typed, not gone through.
const MOST_TURNS: f64 = 1000.0;

impl Scale {
    /// What a kept verdict means here.
    pub(super) fn mark(&self, verdict: &Verdict) -> Mark {
        let choice = match verdict {
            Verdict::Text(text) if text == ABSENT => return Mark::Absent,
            Verdict::Choice(choice) => Some(choice.as_str()),
            Verdict::Number(_)
            | Verdict::Set(_)
            | Verdict::Tokens(_)
            | Verdict::Rank(_)
            | Verdict::Place(..)
            | Verdict::Text(_) => None,
        };
        let mark = match self {
            Self::Numbers { .. } => number(verdict).map(Mark::Number),
            Self::Zones(zones) => choice.and_then(|name| zones.iter().position(|zone| zone == name)).map(Mark::Zone),
            Self::Rings { rings, sectors } => choice.map(|code| ring(code, rings.len(), sectors.len())),
            Self::Axes { .. } => place(verdict),
            Self::YesNo => match choice {
                Some("yes") => Some(Mark::Yes(true)),
                Some("no") => Some(Mark::Yes(false)),
                Some(_) | None => None,
            },
            Self::Consent => match choice {
                Some("fine") => Some(Mark::Consent(Stance::Fine)),
                Some("concern") => Some(Mark::Consent(Stance::Concern)),
                Some("objection") => Some(Mark::Consent(Stance::Objection)),
                Some(_) | None => None,
            },
        };
        mark.unwrap_or(Mark::Odd)
    }

    /// How a mark is kept; nothing for what this scale does not know.
    pub(super) fn verdict(&self, mark: Mark) -> Option<Verdict> {
        let choice = |text: &str| Some(Verdict::Choice(text.to_owned()));
        let place = |step: u8| f64::from(step.saturating_sub(1)) / f64::from(STEPS - 1);
        match mark {
            Mark::Absent => Some(Verdict::Text(ABSENT.to_owned())),
            Mark::Number(value) => Some(Verdict::Number(value)),
            Mark::Zone(at) => match self {
                Self::Zones(zones) => zones.get(at).and_then(|zone| choice(zone)),
                Self::Numbers { .. } | Self::Rings { .. } | Self::Axes { .. } | Self::YesNo | Self::Consent => None,
            },
            Mark::Ring(ring, sector) => choice(&code(ring, sector)),
            Mark::At(x, y) => Some(Verdict::Place(place(x), place(y))),
            Mark::Yes(yes) => choice(if yes { "yes" } else { "no" }),
            Mark::Consent(stance) => choice(match stance {
                Stance::Fine => "fine",
                Stance::Concern => "concern",
                Stance::Objection => "objection",
            }),
            Mark::Odd => None,
        }
    }

    /// A mark in a few characters, as it can be typed again.
    pub(super) fn short(&self, mark: Mark, lang: Lang) -> String {
        match mark {
            Mark::Absent => ABSENT.to_owned(),
            Mark::Number(value) => decimal(value, lang),
            Mark::Zone(at) => (at + 1).to_string(),
            Mark::Ring(ring, sector) => code(ring, sector),
            Mark::At(x, y) => format!("{x}/{y}"),
            Mark::Yes(true) => if lang == Lang::Nl { "j" } else { "y" }.to_owned(),
            Mark::Yes(false) | Mark::Consent(Stance::Objection) => "n".to_owned(),
            Mark::Consent(Stance::Fine) => if lang == Lang::Nl { "j" } else { "y" }.to_owned(),
            Mark::Consent(Stance::Concern) => if lang == Lang::Nl { "z" } else { "c" }.to_owned(),
            Mark::Odd => "?".to_owned(),
        }
    }

    /// A mark in words, where there is room for them.
    pub(super) fn long(&self, mark: Mark, words: &Words) -> String {
        match (mark, self) {
            (Mark::Zone(at), Self::Zones(zones)) => zones.get(at).cloned().unwrap_or_default(),
            (Mark::Ring(ring, sector), Self::Rings { rings, sectors }) => {
                let ring = rings.get(ring).cloned().unwrap_or_default();
                match sector.and_then(|sector| sectors.get(sector)) {
                    Some(sector) => format!("{ring}, {sector}"),
                    None => ring,
                }
            }
            (Mark::Yes(yes), _) => words.say(if yes { "form-yes" } else { "form-no" }),
            (Mark::Consent(Stance::Fine), _) => words.say("form-judge-fine"),
            (Mark::Consent(Stance::Concern), _) => words.say("form-judge-concern"),
            (Mark::Consent(Stance::Objection), _) => words.say("form-judge-objection"),
            (mark, _) => self.short(mark, words.lang()),
        }
    }

    /// The colour of a mark; a sign or word says the same.
    pub(super) fn tone(&self, mark: Mark) -> Tone {
        const ZONES: [Tone; 6] = [Tone::Teal, Tone::Yellow, Tone::Purple, Tone::Blue, Tone::Orange, Tone::Red];
        match mark {
            Mark::Absent | Mark::Number(_) | Mark::At(..) => Tone::Plain,
            Mark::Zone(at) | Mark::Ring(at, _) => ZONES[at % ZONES.len()],
            Mark::Yes(true) | Mark::Consent(Stance::Fine) => Tone::Green,
            Mark::Consent(Stance::Concern) => Tone::Yellow,
            Mark::Yes(false) | Mark::Consent(Stance::Objection) | Mark::Odd => Tone::Red,
        }
    }

    /// What follows a mark when one goes through the scale; behind the last comes nothing.
    pub(super) fn next(&self, mark: Option<Mark>) -> Option<Mark> {
        match self {
            Self::Numbers { from, to, step, .. } => next_number(*from, *to, *step, mark),
            Self::Zones(zones) => next_of(zones.len(), mark).map(Mark::Zone),
            Self::Rings { rings, .. } => {
                let sector = match mark {
                    Some(Mark::Ring(_, sector)) => sector,
                    Some(_) | None => None,
                };
                next_of(rings.len(), mark).map(|ring| Mark::Ring(ring, sector))
            }
            Self::Axes { .. } => Some(Mark::At(STEPS / 2 + 1, STEPS / 2 + 1)),
            Self::YesNo => match mark {
                Some(Mark::Yes(true)) => Some(Mark::Yes(false)),
                Some(Mark::Yes(false)) => None,
                Some(_) | None => Some(Mark::Yes(true)),
            },
            Self::Consent => match mark {
                Some(Mark::Consent(Stance::Fine)) => Some(Mark::Consent(Stance::Concern)),
                Some(Mark::Consent(Stance::Concern)) => Some(Mark::Consent(Stance::Objection)),
                Some(Mark::Consent(Stance::Objection)) => None,
                Some(_) | None => Some(Mark::Consent(Stance::Fine)),
            },
        }
    }

    /// How far a number lies from the first mark toward the last: 0 to 1 within the scale.
    pub(super) fn part(&self, value: f64) -> f64 {
        match self {
            Self::Numbers { from, to, .. } if from != to => (value - from) / (to - from),
            Self::Numbers { .. }
            | Self::Zones(_)
            | Self::Rings { .. }
            | Self::Axes { .. }
            | Self::YesNo
            | Self::Consent => value,
        }
    }

    /// How long the scale is in its own measure.
    pub fn length(&self) -> f64 {
        let steps = |count: usize| count.saturating_sub(1) as f64;
        match self {
            Self::Numbers { from, to, .. } => (to - from).abs(),
            Self::Zones(zones) => steps(zones.len()),
            Self::Rings { rings, .. } => steps(rings.len()),
            Self::Axes { .. } => f64::from(STEPS - 1),
            Self::YesNo => 1.0,
            Self::Consent => 2.0,
        }
    }
}

impl Mark {
    /// What it counts for in a mean: a number itself, yes as 1, a ring or zone by its place in the order.
    pub fn measure(self) -> Option<f64> {
        match self {
            Self::Absent | Self::Odd => None,
            Self::Number(value) => Some(value),
            Self::Zone(at) | Self::Ring(at, _) => Some(at as f64),
            Self::At(x, y) => Some((f64::from(x) + f64::from(y)) / 2.0),
            Self::Yes(yes) => Some(f64::from(u8::from(yes))),
            Self::Consent(Stance::Fine) => Some(0.0),
            Self::Consent(Stance::Concern) => Some(1.0),
            Self::Consent(Stance::Objection) => Some(2.0),
        }
    }

    /// Which of a few choices it is, for counting; a ring counts without its sector.
    pub fn choice(self) -> Option<usize> {
        match self {
            Self::Absent | Self::Odd | Self::Number(_) | Self::At(..) => None,
            Self::Zone(at) | Self::Ring(at, _) => Some(at),
            Self::Yes(yes) => Some(usize::from(!yes)),
            Self::Consent(stance) => Some(stance as usize),
        }
    }
}

fn number(verdict: &Verdict) -> Option<f64> {
    if let Verdict::Number(value) = verdict { Some(*value).filter(|value| value.is_finite()) } else { None }
}

fn place(verdict: &Verdict) -> Option<Mark> {
    let Verdict::Place(x, y) = verdict else { return None };
    let step = |part: f64| (part.clamp(0.0, 1.0) * f64::from(STEPS - 1)).round() as u8 + 1;
    Some(Mark::At(step(*x), step(*y)))
}

/// A number with as many decimals as it needs, three at most.
pub fn decimal(value: f64, lang: Lang) -> String {
    let fits = |decimals: &usize| {
        let scaled = value * 10_f64.powi(*decimals as i32);
        (scaled - scaled.round()).abs() < 1e-6
    };
    numbers::number(value, (0..3).find(fits).unwrap_or(3), lang)
}

/// `2b`: the second ring, its second sector.
fn code(ring: usize, sector: Option<usize>) -> String {
    let letter = sector.and_then(|sector| u8::try_from(sector).ok()).filter(|sector| *sector < 26);
    format!("{}{}", ring + 1, letter.map(|nth| char::from(b'a' + nth).to_string()).unwrap_or_default())
}

/// The ring of a code such as `2b`.
pub(super) fn ring(code: &str, rings: usize, sectors: usize) -> Mark {
    let digits = code.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let letters = &code[digits.len()..];
    let nth = digits.parse::<usize>().ok().filter(|nth| (1..=rings).contains(nth));
    let sector = match letters.as_bytes() {
        [] => Some(None),
        [letter] => Some(usize::from(letter.to_ascii_lowercase() - b'a')).filter(|at| *at < sectors).map(Some),
        _ => None, // more letters than one
    };
    match (nth, sector) {
        (Some(nth), Some(sector)) => Mark::Ring(nth - 1, sector),
        (Some(_) | None, _) => Mark::Odd,
    }
}

fn next_of(count: usize, mark: Option<Mark>) -> Option<usize> {
    let next = mark.and_then(Mark::choice).map_or(0, |at| at + 1);
    (next < count).then_some(next)
}

fn next_number(from: f64, to: f64, step: f64, mark: Option<Mark>) -> Option<Mark> {
    let steps = (to - from).abs() / step;
    if !(from.is_finite() && step > 0.0 && steps <= MOST_TURNS) {
        return None;
    }
    let next = match mark {
        Some(Mark::Number(value)) => ((value - from).abs() / step + 1e-6).floor() + 1.0,
        Some(_) | None => 0.0,
    };
    let value = from + next * step * if to < from { -1.0 } else { 1.0 };
    (next <= steps + 1e-6).then_some(Mark::Number((value * 1e6).round() / 1e6))
}
