//! The short codes by which what is on paper finds its way back: `2·4·a` is table 2, round 4, block a; `2·4` the notes of
//! that round; `T2·4·07` the entry that has number 7 at table 2, and stands in round 4.
//!
//! **Rounds** are counted as in the workshop, from 1, also when the day goes in another order: what was printed before
//! stays true. **Blocks** are lettered as they stand in their round: a to z, then aa.
//!
//! **Numbers of entries** run over all that was written at a table, by birth, from 1; what was deleted keeps its number,
//! and so does what is moved to another round, where only the middle part of its code is then another. So a number is said
//! once and stays. Where two laptops wrote at one table the numbers are final when both are in; an entry that is cut out of a file
//! by hand leaves no gap.
//!
//! Pure. Not for what is done with a code: `cli` captures by it, `app` goes there, `report` prints it.

use super::{Head, Session, Table};
use crate::{
    form::Form,
    record::{BlockId, Entry, EntryId, RoundId, TableId},
    workshop::Round,
};
use std::{collections::HashMap, fmt};

/// What stands between the parts when it is printed.
const DOT: char = '·';
/// The most digits of a part: far more than there are tables, rounds or entries.
const DIGITS: usize = 7;

/// A short code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Code {
    /// The table.
    pub table: TableId,
    /// The round of the workshop, from 1.
    pub round: u32,
    /// What of it.
    pub part: Part,
}

/// What of a round at a table a code names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Part {
    /// The round itself, with its notes and quotes.
    Whole,
    /// A block, from 0.
    Block(u32),
    /// An entry, by its number at the table, from 1.
    Entry(u32),
}

/// Why something that was typed is no code of a session.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unread {
    /// It does not look like one.
    Strange,
    /// It may be any of these.
    Several(Vec<Code>),
    /// There is no such table.
    Table(u32),
    /// There is no such round.
    Round(u32),
    /// The round has no such block.
    Block,
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (table, round) = (self.table, self.round);
        match self.part {
            Part::Whole => write!(f, "{table}{DOT}{round}"),
            Part::Block(block) => write!(f, "{table}{DOT}{round}{DOT}{}", letters(block)),
            Part::Entry(number) => write!(f, "T{table}{DOT}{round}{DOT}{number:02}"),
        }
    }
}

/// `a` to `z`, then `aa`.
fn letters(nth: u32) -> String {
    let last = char::from(b'a' + (nth % 26) as u8);
    match nth / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letters(more - 1)),
    }
}

fn lettered(text: &str) -> Option<u32> {
    let value = |nth: u32, letter: u8| {
        let letter = letter.to_ascii_lowercase();
        letter.is_ascii_lowercase().then(|| nth.checked_mul(26)?.checked_add(u32::from(letter - b'a') + 1))?
    };
    text.bytes().try_fold(0, value)?.checked_sub(1)
}

fn number(text: &str) -> Option<u32> {
    let digits = (1..=DIGITS).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

impl Code {
    /// What a code says, as it is printed or typed: `2·4·a`, `2.4.a`, `2-4-A`, `2 4 a`, `t2·4·07`. Parts that are not set
    /// apart are for [`Code::read`], which knows what there is.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix(['T', 't']).unwrap_or(text);
        let parts: Vec<&str> = text.split([DOT, '.', '-', ' ', '/', '•']).collect();
        let (table, round, last) = match parts.as_slice() {
            [table, round] => (table, round, None),
            [table, round, last] => (table, round, Some(*last)),
            _ => return None,
        };
        let part = match last {
            None => Part::Whole,
            Some(last) => match number(last) {
                Some(number) => Part::Entry(number),
                None => Part::Block(lettered(last).filter(|_| last.len() <= 3)?),
            },
        };
        Some(Self { table: TableId(number(table)?), round: number(round)?, part })
    }

    /// The code of a session that was typed. Parts need not be set apart where only one code can be meant: `24a`.
    ///
    /// # Errors
    /// Why it is none, for who typed it.
    pub fn read(text: &str, head: &Head) -> Result<Self, Unread> {
        if let Some(code) = Self::parse(text) {
            return code.checked(head).map(|()| code);
        }
        let text = text.trim();
        let text = text.strip_prefix(['T', 't']).unwrap_or(text);
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (digits, rest) = text.split_at(end);
        let part = if rest.is_empty() { Some(Part::Whole) } else { lettered(rest).map(Part::Block) };
        let Some(part) = part.filter(|_| (2..=DIGITS).contains(&digits.len()) && rest.len() <= 3) else {
            return Err(Unread::Strange);
        };
        let split = |at: usize| {
            let (table, round) = digits.split_at(at);
            let plain = |text: &str| number(text).filter(|_| !text.starts_with('0'));
            Some(Self { table: TableId(plain(table)?), round: plain(round)?, part })
        };
        let split: Vec<Self> = (1..digits.len()).filter_map(split).collect();
        let known: Vec<Self> = split.iter().copied().filter(|code| code.checked(head).is_ok()).collect();
        match (known.as_slice(), split.as_slice()) {
            ([code], _) => Ok(*code),
            ([], [only]) => only.checked(head).map(|()| *only),
            ([], _) => Err(Unread::Strange),
            (_, _) => Err(Unread::Several(known)),
        }
    }

    /// Whether there is such a table, round and block; entries are looked up with [`Code::entry`].
    fn checked(&self, head: &Head) -> Result<(), Unread> {
        if !(1..=head.tables).contains(&self.table.0) {
            return Err(Unread::Table(self.table.0));
        }
        match (self.part, self.round(head)) {
            (Part::Entry(_), _) => Ok(()), // its number finds it, also where the round is none of the workshop
            (Part::Whole | Part::Block(_), None) => Err(Unread::Round(self.round)),
            (Part::Block(block), Some(round)) if block as usize >= round.blocks.len() => Err(Unread::Block),
            (Part::Whole | Part::Block(_), Some(_)) => Ok(()),
        }
    }

    /// The code of a round at a table, or of a block in it.
    pub fn of(head: &Head, table: TableId, round: &RoundId, block: Option<&BlockId>) -> Option<Self> {
        let at = head.workshop.round_at(round)?;
        let part = match block {
            None => Part::Whole,
            Some(id) if *id == BlockId::of_round(round) => Part::Whole,
            Some(id) => {
                let blocks = &head.workshop.rounds[at].blocks;
                Part::Block(blocks.iter().position(|block| block.lens().frame().id == id)? as u32)
            }
        };
        Some(Self { table, round: at as u32 + 1, part })
    }

    /// The codes of all entries of a table, also of those that were deleted. An entry of a round that the workshop
    /// does not know has round 0.
    pub fn entries(head: &Head, table: &Table) -> HashMap<EntryId, Self> {
        let by_birth = table.records.all().into_iter().enumerate();
        let code = |(nth, entry): (usize, &Entry)| {
            let round = head.workshop.round_at(&entry.home.round).map_or(0, |at| at as u32 + 1);
            (entry.id.clone(), Self { table: table.id, round, part: Part::Entry(nth as u32 + 1) })
        };
        by_birth.map(code).collect()
    }

    /// The round, if there is one.
    pub fn round<'a>(&self, head: &'a Head) -> Option<&'a Round> {
        head.workshop.rounds.get((self.round as usize).checked_sub(1)?)
    }

    /// The block, if one is named and it is there.
    pub fn block<'a>(&self, head: &'a Head) -> Option<&'a Form> {
        match self.part {
            Part::Block(block) => self.round(head)?.blocks.get(block as usize),
            Part::Whole | Part::Entry(_) => None,
        }
    }

    /// The entry, if one is named and it is there; also one that was moved to another round since.
    pub fn entry<'a>(&self, session: &'a Session) -> Option<&'a Entry> {
        match self.part {
            Part::Entry(number) => {
                session.table(self.table)?.records.all().get((number as usize).checked_sub(1)?).copied()
            }
            Part::Whole | Part::Block(_) => None,
        }
    }
}

#[cfg(test)]
#[path = "code_tests.rs"]
mod tests;
