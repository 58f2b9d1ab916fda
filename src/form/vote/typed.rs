//! Reads what one voter gives: `3 5 5 1`, with kinds `3v 5t`, many at once `3*4`, of a ranking the first in front, `-` for
//! who does not vote. `4: 3 5 1` is the fourth voter.
//!
//! Pure: knows numbers, kinds and budgets, no records and no words.

use super::{How, ballots::Marks};
use std::collections::BTreeMap;

/// What a line may hold.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Slip {
    pub(super) how: How,
    /// How many items there are.
    pub(super) items: usize,
    /// How many a voter has of each kind.
    pub(super) budgets: Vec<u32>,
    /// The letters of the kinds; none where there is only one.
    pub(super) letters: Vec<char>,
    /// The most on one item, of all kinds together.
    pub(super) most: Option<u32>,
}

/// What was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Read {
    /// This voter gives this.
    Marks(Marks),
    /// This voter does not vote.
    Absent,
}

/// Why a line means nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Wrong {
    /// A word that is no number of an item.
    Word(String),
    /// There is no item with this number.
    Number(String),
    /// There is no kind with this letter.
    Letter(String),
    /// Several kinds, and none was named.
    NoLetter(String),
    /// More than there are of a kind, by its place.
    Budget { kind: usize, given: u32, budget: u32 },
    /// More on one item than may be.
    Most { number: usize, given: u32, most: u32 },
    /// Twice the same in a ranking.
    Twice(usize),
    /// More than one where one is chosen.
    One,
}

/// The voter that a line begins with, from 1, and the rest of it.
pub(super) fn voter(line: &str) -> (Option<usize>, &str) {
    match line.split_once(':').map(|(number, rest)| (number.trim().parse::<usize>(), rest)) {
        Some((Ok(number), rest)) if number > 0 => (Some(number), rest.trim()),
        Some(_) | None => (None, line.trim()),
    }
}

impl Slip {
    /// Reads what one voter gives.
    pub(super) fn read(&self, line: &str) -> Result<Read, Wrong> {
        if matches!(line.trim(), "-" | "–" | "−") {
            return Ok(Read::Absent);
        }
        let mut marks = Marks::new();
        let words =
            line.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '+')).filter(|word| !word.is_empty());
        for word in words {
            let (row, kind, times) = self.mark(word)?;
            match self.how {
                How::Stickers => {
                    let here = marks.entry((row, kind)).or_insert(0u32);
                    *here = here.saturating_add(times);
                }
                How::Ranking if marks.contains_key(&(row, 0)) => return Err(Wrong::Twice(row + 1)),
                How::Ranking => {
                    let place = marks.len() as u32 + 1;
                    marks.insert((row, 0), place);
                }
                How::One if marks.is_empty() => {
                    marks.insert((row, 0), 1);
                }
                How::One => return Err(Wrong::One),
            }
        }
        self.within(&marks)?;
        Ok(Read::Marks(marks))
    }

    /// Whether that can be given.
    pub(super) fn within(&self, marks: &Marks) -> Result<(), Wrong> {
        for (kind, budget) in self.budgets.iter().enumerate() {
            let given = marks.iter().filter(|((_, other), _)| *other == kind);
            let given = given.map(|(_, count)| if self.how == How::Ranking { 1 } else { *count });
            let given = given.fold(0, u32::saturating_add);
            if given > *budget {
                return Err(Wrong::Budget { kind, given, budget: *budget });
            }
        }
        let Some(most) = self.most.filter(|_| self.how == How::Stickers) else { return Ok(()) };
        let mut sums: BTreeMap<usize, u32> = BTreeMap::new();
        for ((row, _), count) in marks {
            let sum = sums.entry(*row).or_default();
            *sum = sum.saturating_add(*count);
        }
        match sums.into_iter().find(|(_, sum)| *sum > most) {
            Some((row, given)) => Err(Wrong::Most { number: row + 1, given, most }),
            None => Ok(()),
        }
    }

    /// A word: the number of an item, the letter of a kind, how many times.
    fn mark(&self, word: &str) -> Result<(usize, usize, u32), Wrong> {
        let wrong = || Wrong::Word(word.to_owned());
        let (mark, times) = match word.split_once('*') {
            Some((mark, times)) if self.how == How::Stickers => {
                (mark, times.parse::<u32>().ok().filter(|times| (1..=999).contains(times)).ok_or_else(wrong)?)
            }
            Some(_) => return Err(wrong()),
            None => (word, 1),
        };
        let digits = mark.bytes().take_while(u8::is_ascii_digit).count();
        let (number, letters) = mark.split_at(digits);
        if number.is_empty() {
            return Err(wrong());
        }
        let row = number.parse::<usize>().ok().filter(|number| (1..=self.items).contains(number));
        let row = row.ok_or_else(|| Wrong::Number(number.to_owned()))? - 1;
        if self.letters.is_empty() {
            return if letters.is_empty() { Ok((row, 0, times)) } else { Err(wrong()) };
        }
        let letter = letters.to_lowercase();
        let mut signs = letter.chars();
        match (signs.next(), signs.next()) {
            (None, _) if self.letters.len() == 1 => Ok((row, 0, times)),
            (None, _) => Err(Wrong::NoLetter(number.to_owned())),
            (Some(sign), None) => {
                let kind = self.letters.iter().position(|letter| *letter == sign);
                Ok((row, kind.ok_or(Wrong::Letter(letters.to_owned()))?, times))
            }
            (Some(_), Some(_)) => Err(Wrong::Letter(letters.to_owned())),
        }
    }

    /// Writes what a voter gives as it would be typed.
    pub(super) fn write(&self, marks: &Marks) -> String {
        let mut order: Vec<(&(usize, usize), &u32)> = marks.iter().collect();
        if self.how == How::Ranking {
            order.sort_by_key(|(_, place)| **place);
        }
        let word = |((row, kind), count): (&(usize, usize), &u32)| {
            let letter = self.letters.get(*kind).map(char::to_string).unwrap_or_default();
            let one = format!("{}{letter}", row + 1);
            match (self.how, *count) {
                (How::Stickers, count) if count > 3 => format!("{one}*{count}"),
                (How::Stickers, count) => vec![one; count as usize].join(" "),
                (How::Ranking | How::One, _) => one,
            }
        };
        order.into_iter().map(word).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }
}
