//! The card that is read back to a table at the end of a round, in the table's own words, and what the table says of it.
//!
//! **What stands on it.** For every category what was marked as a key insight, and where nothing was, the first that was said;
//! every text that grew; and of what was weighed or voted on, the highest. Nothing is put in other words. What may not be
//! shown to everybody stands on no card (`shown`), so that the same card can go on the wall.
//!
//! **What is kept.** The answer, as a fact of the table ([`FactKey::ReadBack`]). What the table adds or does not agree with is
//! typed as any other entry. Not for how it looks (`app`). Called by `app`, at the table, at Regie and on the wall.

use super::{
    Session, Table,
    shown::{is_revealed, may_be_shown, shown_scope},
};
use crate::{
    form::{Form, Kind, Place, Tone, source},
    record::{Entry, FactKey, Flag, Stamp, Value},
    text::clean_line,
    words::{Words, numbers::number},
    workshop::Round,
};

/// The most lines of one category, so that a card can be read aloud in a minute.
const MOST: usize = 3;

/// What a table says of its card.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// It is right (*klopt*).
    Right,
    /// It is right, and something is lacking (*aanvulling*).
    Addition,
    /// It is not what was said (*oneens*).
    Disagrees,
}

impl Answer {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Right, Self::Addition, Self::Disagrees];

    /// Its name: in files, and in the keys of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Addition => "addition",
            Self::Disagrees => "disagrees",
        }
    }

    /// What the table answered in a round, and when; nothing for what this program does not know.
    pub fn of(table: &Table, round: &Round) -> Option<(Self, Stamp)> {
        let fact = table.records.facts().get(&FactKey::ReadBack(round.id.clone()))?;
        let Some(Value::Choice(said)) = &fact.value else { return None };
        let answer = Self::ALL.into_iter().find(|answer| answer.key() == said)?;
        Some((answer, fact.stamp.clone()))
    }

    /// The fact that keeps it.
    pub fn fact(self, round: &Round) -> (FactKey, Option<Value>) {
        (FactKey::ReadBack(round.id.clone()), Some(Value::Choice(self.key().to_owned())))
    }
}

/// A part of the card: a category, a text or what was weighed.
#[derive(Clone, PartialEq, Debug)]
pub struct Part {
    /// The sign of the category.
    pub sigil: Option<char>,
    /// Its heading.
    pub label: String,
    /// Its colour.
    pub tone: Tone,
    /// The words themselves, at least one.
    pub lines: Vec<String>,
    /// Whether they are marked as key insights.
    pub key: bool,
}

/// The card of a table for a round; empty where nothing was said that may be shown.
pub fn read_back(session: &Session, words: &Words, round: &Round, table: &Table) -> Vec<Part> {
    let scope = round.scope(shown_scope(session, words, table));
    let mut parts: Vec<Part> = Vec::new();
    for place in round.places(shown_scope(session, words, table)).into_iter().filter(is_read_aloud) {
        let said: Vec<&Entry> = scope.listed(&place).filter(|entry| may_be_shown(entry)).collect();
        let Some(first) = said.first() else { continue };
        let marked: Vec<&Entry> = said.iter().copied().filter(|entry| entry.has(Flag::Key)).take(MOST).collect();
        let key = !marked.is_empty();
        let chosen = if key { marked } else { vec![*first] };
        let lines: Vec<String> = chosen.into_iter().map(|entry| clean_line(&entry.text).into_owned()).collect();
        // the cases of a block that is repeated are one category to whoever listens
        match parts.iter_mut().find(|part| part.label == place.label && part.sigil == place.sigil) {
            Some(part) => {
                let room = MOST.saturating_sub(part.lines.len());
                part.lines.extend(lines.into_iter().take(room));
                part.key |= key;
            }
            None => {
                parts.push(Part { sigil: place.sigil, label: place.label.clone(), tone: place.tone, lines, key });
            }
        }
    }
    parts.extend(round.blocks.iter().filter_map(|form| highest(form, round, session, words, table)));
    parts
}

fn is_read_aloud(place: &Place) -> bool {
    !place.quiet && !place.quote && !place.masked && !place.private && place.kind != Kind::Board
}

/// What has most in a block in which things are weighed; nothing if it is counted over the room, and not by this table.
fn highest(form: &Form, round: &Round, session: &Session, words: &Words, table: &Table) -> Option<Part> {
    let scope = round.scope(shown_scope(session, words, table));
    let frame = form.lens().frame();
    if frame.pool || !is_revealed(form, scope) {
        return None;
    }
    let mut scores = form.lens().scores(scope);
    scores.retain(|(_, score)| *score > 0.0);
    scores.sort_by(|a, b| b.1.total_cmp(&a.1));
    let whole = scores.iter().all(|(_, score)| score.fract() == 0.0);
    let line = |(item, score): &(crate::record::Item, f64)| {
        let label = clean_line(&source::label(scope, item)?).into_owned();
        Some(format!("{label} ({})", number(*score, if whole { 0 } else { 1 }, words.lang())))
    };
    let lines: Vec<String> = scores.iter().filter_map(line).take(MOST).collect();
    let title = if frame.title.trim().is_empty() { &round.title } else { frame.title };
    (!lines.is_empty()).then(|| Part { sigil: None, label: title.to_owned(), tone: Tone::Plain, lines, key: false })
}
