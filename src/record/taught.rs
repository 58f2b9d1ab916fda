//! What makes an entry a lesson: the mark, and beside it where it holds, under which conditions, and what one must know.
//!
//! **Who says so.** The table, by a mark and columns of the entry itself; or the organiser, who writes at the table that is
//! the harvest and nowhere else: there it is a judgement of the line. So what a table said stays the table's, two laptops
//! that harvest are merged as a set, and undo is that of the harvest. Of the mark and of each of the three, what was said
//! last counts, wherever it was said.
//!
//! Not for what is made of lessons over sessions (that is `search`). Called by `form`, `search`, `report` and `app`.

use super::{
    Assessor, BlockId, Change, ColumnId, CriterionId, Entry, EntryId, Flag, Item, JudgementKey, Part, PartKey, Records,
    Stamp, Touch, Value, Verdict,
};

/// What stands beside the words of a lesson.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum About {
    /// Where it holds.
    Place,
    /// Under which conditions.
    Conditions,
    /// What one must know to not start at zero.
    Know,
}

impl About {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Place, Self::Conditions, Self::Know];

    /// The name of its column, of its judgement, and in the keys of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Place => "lesson-place",
            Self::Conditions => "lesson-conditions",
            Self::Know => "lesson-know",
        }
    }

    /// The column of the entry in which it stands.
    pub fn column(self) -> ColumnId {
        ColumnId::new(self.key())
    }

    /// Which of them a column is.
    pub fn of(column: &ColumnId) -> Option<Self> {
        Self::ALL.into_iter().find(|about| about.key() == column.as_str())
    }
}

/// What stands beside the words of a lesson, each empty where nobody said.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Taught(pub [String; 3]);

/// How the mark is spelled in a judgement.
const LESSON: &str = "lesson";
/// How it is spelled that it was taken away.
const PLAIN: &str = "plain";

impl Taught {
    /// What is said of it.
    pub fn get(&self, about: About) -> &str {
        &self.0[about as usize]
    }

    /// What makes an entry a lesson, if it is one; `harvest` is what was written at the table that is the harvest.
    pub fn of(entry: &Entry, harvest: Option<&Records>) -> Option<Self> {
        let own = entry.stamp_of(&PartKey::Flag(Flag::Lesson));
        let marked = match given(entry, harvest, None) {
            Some((Verdict::Choice(choice), stamp)) if own.is_none_or(|own| stamp > own) => choice == LESSON,
            Some(_) | None => entry.has(Flag::Lesson),
        };
        marked.then(|| Self(About::ALL.map(|about| told(entry, harvest, about))))
    }

    /// The touches that make an entry a lesson, or no longer one, at the table where it was said: `now` as it is to be.
    ///
    /// For a theme that table is the harvest.
    pub fn marks(entry: &Entry, harvest: Option<&Records>, now: Option<&Self>) -> Vec<Touch> {
        let was = Self::of(entry, harvest);
        let part = |part: Part| Touch::Part { entry: entry.id.clone(), was: entry.part(&part.key()), now: part };
        let mut touches = Vec::new();
        if was.is_some() != now.is_some() {
            // also where the entry has the mark already and the harvest took it away since: said again it counts again
            touches.push(part(Part::Flag(Flag::Lesson, now.is_some())));
        }
        let standing = was.unwrap_or_else(|| Self(About::ALL.map(|about| told(entry, harvest, about))));
        for about in About::ALL {
            let Some(now) = now.map(|now| now.get(about).trim()).filter(|now| *now != standing.get(about)) else {
                continue;
            };
            let value = (!now.is_empty()).then(|| Value::Text(now.to_owned()));
            touches.push(part(Part::Column(about.column(), value)));
        }
        touches
    }

    /// What a change at the harvest says of an entry as a lesson, told as if it were said at the table itself: for who asks
    /// what became of that entry.
    pub fn told_of(id: &EntryId, change: Change) -> Option<Change> {
        let part = |key: &JudgementKey, verdict: Option<&Verdict>| match (&key.criterion, verdict) {
            (None, Some(Verdict::Choice(choice))) => Some(Part::Flag(Flag::Lesson, choice == LESSON)),
            (None, _) => Some(Part::Flag(Flag::Lesson, false)),
            (Some(about), verdict) => {
                let about = About::of(&ColumnId::new(about.as_str()))?;
                let text = match verdict {
                    Some(Verdict::Text(text)) if !text.is_empty() => Some(Value::Text(text.clone())),
                    Some(_) | None => None,
                };
                Some(Part::Column(about.column(), text))
            }
        };
        let told = |touch: &Touch| match touch {
            Touch::Judgement { key, was, now } if key.block == block() && key.item == Item::Entry(id.clone()) => {
                let (was, now) = (part(key, was.as_ref())?, part(key, now.as_ref())?);
                Some(Touch::Part { entry: id.clone(), was, now })
            }
            Touch::Judgement { .. } | Touch::Birth(_) | Touch::Part { .. } | Touch::Fact { .. } => None,
        };
        let touches: Vec<Touch> = change.touches.iter().filter_map(told).collect();
        (!touches.is_empty()).then_some(Change { touches, ..change })
    }

    /// The same as [`Taught::marks`] for a line of a table, said by who harvests: touches at the table that is the harvest.
    pub fn judges(entry: &Entry, harvest: &Records, now: Option<&Self>) -> Vec<Touch> {
        let was = Self::of(entry, Some(harvest));
        let judge = |about: Option<About>, now: Verdict| {
            let key = key(entry, about);
            Touch::Judgement { was: harvest.verdict(&key).cloned(), key, now: Some(now) }
        };
        let mut touches = Vec::new();
        if was.is_some() != now.is_some() {
            let choice = if now.is_some() { LESSON } else { PLAIN };
            touches.push(judge(None, Verdict::Choice(choice.to_owned())));
        }
        let standing = was.unwrap_or_else(|| Self(About::ALL.map(|about| told(entry, Some(harvest), about))));
        for about in About::ALL {
            if let Some(now) = now.map(|now| now.get(about).trim()).filter(|now| *now != standing.get(about)) {
                touches.push(judge(Some(about), Verdict::Text(now.to_owned())));
            }
        }
        touches
    }
}

/// The block of these judgements at the harvest; no workshop has one of this name, as ids there have no meaning here.
fn block() -> BlockId {
    BlockId::new("lessons")
}

fn key(entry: &Entry, about: Option<About>) -> JudgementKey {
    JudgementKey {
        block: block(),
        item: Item::Entry(entry.id.clone()),
        assessor: Assessor::Table,
        criterion: about.map(|about| CriterionId::new(about.key())),
        pass: 0,
    }
}

/// What was said of an entry at the harvest, and when.
fn given<'a>(entry: &Entry, harvest: Option<&'a Records>, about: Option<About>) -> Option<(&'a Verdict, &'a Stamp)> {
    let judgements = harvest.map(Records::judgements).filter(|judgements| !judgements.is_empty())?;
    let judgement = judgements.get(&key(entry, about))?;
    Some((judgement.verdict.as_ref()?, &judgement.stamp))
}

/// What is said beside the words, by whoever said it last.
fn told(entry: &Entry, harvest: Option<&Records>, about: About) -> String {
    let own = entry.stamp_of(&PartKey::Column(about.column()));
    match given(entry, harvest, Some(about)) {
        Some((Verdict::Text(text), stamp)) if own.is_none_or(|own| stamp > own) => text.clone(),
        Some(_) | None => match entry.columns.get(&about.column()) {
            Some(Value::Text(text)) => text.trim().to_owned(),
            Some(_) | None => String::new(),
        },
    }
}

#[cfg(test)]
#[path = "taught_tests.rs"]
mod tests;
