//! The shelf of lessons: what a session taught, kept so that a next one need not start at zero.
//!
//! An entry is a lesson when it carries the mark, at a table or in the harvest, where themes are entries too. Beside its
//! words stand, in columns of it, where it holds, under which conditions, and what one must know.
//!
//! **The count.** Two lessons tell of the same if they share a theme, or at least half of the stems that either has (the
//! smaller of the two counts), small words left out. A lesson was *named* in every session that has one that tells of the
//! same, or in which a table put something under a theme of its name.

use super::Lab;
use crate::{
    record::{ColumnId, Entry, EntryId, Flag, TableId, Value},
    session::{Session, Table},
    text::{
        fold,
        language::{Word, words},
    },
};
use std::collections::BTreeSet;

/// A lesson.
#[derive(Clone, PartialEq, Debug)]
pub struct Lesson {
    /// The session that taught it.
    pub lab: Lab,
    /// At which table, or in the harvest.
    pub table: TableId,
    /// The title of its round; empty in the harvest.
    pub title: String,
    /// Which entry.
    pub entry: EntryId,
    /// What was learned.
    pub text: String,
    /// Who said it, in words.
    pub by: String,
    /// Where it holds; the place of the session where nothing is said.
    pub place: String,
    /// Under which conditions.
    pub conditions: String,
    /// What one must know to not start at zero.
    pub know: String,
    /// The themes it stands under.
    pub themes: Vec<String>,
    /// The parties that sat at that session, and whom it is of, folded.
    pub parties: Vec<String>,
    /// In which sessions it was named: its own, and those that tell of the same.
    pub evidence: Vec<Lab>,
    /// Of how many sessions.
    pub of: usize,
    stems: BTreeSet<String>,
}

/// What one session gives to the shelf.
#[derive(Clone, PartialEq, Debug)]
pub struct Told {
    lab: Lab,
    lessons: Vec<Lesson>,
    themes: BTreeSet<String>,
}

impl Lesson {
    /// The column in which stands where it holds.
    pub fn place_column() -> ColumnId {
        ColumnId::new("lesson-place")
    }

    /// The column of its conditions.
    pub fn conditions_column() -> ColumnId {
        ColumnId::new("lesson-conditions")
    }

    /// The column of what one must know.
    pub fn know_column() -> ColumnId {
        ColumnId::new("lesson-know")
    }

    /// Whether two tell of the same.
    fn is_like(&self, other: &Self) -> bool {
        let theme = |one: &String| other.themes.iter().any(|theme| fold(theme) == fold(one));
        let least = self.stems.len().min(other.stems.len());
        let shared = self.stems.intersection(&other.stems).count();
        self.themes.iter().any(theme) || least > 0 && shared >= 2.min(least) && 2 * shared >= least
    }
}

/// What a session gives to the shelf.
pub fn lessons(session: &Session) -> Told {
    let lab = Lab::of(session);
    let mut told = Told { lab, lessons: Vec::new(), themes: BTreeSet::new() };
    for table in session.tables.iter().chain([&session.harvest]) {
        for entry in table.records.all().into_iter().filter(|entry| !entry.gone) {
            told.themes.extend(entry.themes.iter().map(|theme| fold(theme.as_str())));
            if entry.has(Flag::Lesson) && !entry.has(Flag::Confidential) && !entry.text.trim().is_empty() {
                told.lessons.push(lesson(session, table, entry, &told.lab));
            }
        }
    }
    told
}

fn lesson(session: &Session, table: &Table, entry: &Entry, lab: &Lab) -> Lesson {
    let head = &session.head;
    let column = |id: ColumnId| match entry.columns.get(&id) {
        Some(Value::Text(text)) => text.trim().to_owned(),
        Some(_) | None => String::new(),
    };
    let place = column(Lesson::place_column());
    let round = head.workshop.rounds.iter().find(|round| round.id == entry.home.round);
    Lesson {
        lab: lab.clone(),
        table: table.id,
        title: round.map(|round| round.title.clone()).unwrap_or_default(),
        entry: entry.id.clone(),
        text: entry.text.clone(),
        by: entry.by.as_ref().map(|voice| head.parties.voice(voice)).unwrap_or_default(),
        place: if place.is_empty() { lab.place.clone() } else { place },
        conditions: column(Lesson::conditions_column()),
        know: column(Lesson::know_column()),
        themes: entry.themes.iter().map(ToString::to_string).collect(),
        parties: head.parties.0.iter().map(|party| fold(&party.label)).collect(),
        evidence: vec![lab.clone()],
        of: 1,
        stems: stems(&entry.text),
    }
}

/// The shelf of all sessions: every lesson once, with its evidence; what was named most comes first, then the newest.
///
/// `of` is how many sessions there are in all, those that taught nothing among them.
pub fn shelve_lessons(told: &[Told], of: usize) -> Vec<Lesson> {
    let mut all: Vec<Lesson> = Vec::new();
    for lesson in told.iter().flat_map(|one| &one.lessons) {
        let named = |one: &&Told| {
            let theme = || lesson.themes.iter().any(|theme| one.themes.contains(&fold(theme)));
            one.lab.id == lesson.lab.id || one.lessons.iter().any(|other| lesson.is_like(other)) || theme()
        };
        let evidence: Vec<Lab> = told.iter().filter(named).map(|one| one.lab.clone()).collect();
        // of two that say it in the same words the newest stands for both
        let same = |one: &&mut Lesson| one.stems == lesson.stems && fold(&one.text) == fold(&lesson.text);
        match all.iter_mut().find(same) {
            Some(known) if known.lab.date >= lesson.lab.date => {}
            Some(known) => *known = Lesson { evidence, of, ..lesson.clone() },
            None => all.push(Lesson { evidence, of, ..lesson.clone() }),
        }
    }
    all.sort_by(|a, b| {
        let key = |one: &Lesson| (std::cmp::Reverse(one.evidence.len()), std::cmp::Reverse(one.lab.date));
        key(a).cmp(&key(b)).then_with(|| a.entry.cmp(&b.entry))
    });
    all
}

/// The lessons that fit a session that is being prepared: of a party that will sit there, or about words of its workshop;
/// those that fit in more ways come first, then as they stand on the shelf.
pub fn fitting<'a>(shelf: &'a [Lesson], parties: &[String], about: &str) -> Vec<&'a Lesson> {
    let parties: Vec<String> = parties.iter().map(|party| fold(party)).collect();
    let about = stems(about);
    let fits = |lesson: &Lesson| {
        let by = parties.contains(&fold(&lesson.by));
        let there = lesson.parties.iter().filter(|party| parties.contains(party)).count();
        let shared = lesson.stems.intersection(&about).count()
            + lesson.themes.iter().filter(|theme| !stems(theme).is_disjoint(&about)).count();
        2 * usize::from(by) + usize::from(there > 0) + shared
    };
    let mut fitting: Vec<(usize, &Lesson)> = shelf.iter().map(|lesson| (fits(lesson), lesson)).collect();
    fitting.retain(|(fits, _)| *fits > 0);
    fitting.sort_by_key(|(fits, _)| std::cmp::Reverse(*fits));
    fitting.into_iter().map(|(_, lesson)| lesson).collect()
}

/// Words that say nothing of what a lesson is about.
const SMALL: &[&str] = &[
    "aan", "als", "alle", "and", "are", "bij", "but", "dan", "dat", "deze", "die", "dit", "door", "een", "eerst",
    "for", "from", "geen", "haar", "had", "have", "heb", "hebben", "heeft", "het", "hij", "hoe", "hun", "iedereen",
    "iets", "into", "jij", "kan", "kun", "maar", "maken", "meer", "met", "moet", "moeten", "naar", "need", "niet",
    "nog", "not", "nu", "omdat", "ons", "onze", "ook", "over", "that", "the", "then", "they", "this", "toch", "tot",
    "uit", "van", "veel", "voor", "waar", "want", "was", "wat", "wel", "wie", "with", "worden", "wordt", "you", "zijn",
    "zich", "zij", "zonder", "zou",
];

/// The Dutch stems of the words of a text that say what it is about.
fn stems(text: &str) -> BTreeSet<String> {
    let found = words(text).map(|at| Word::new(&text[at]));
    found
        .filter(|word| word.folded.len() > 2 && !SMALL.contains(&word.folded.as_str()))
        .map(|word| word.dutch)
        .collect()
}
