//! The shelf of lessons: what a session taught, kept so that a next one need not start at zero.
//!
//! An entry is a lesson when it carries the mark, at a table or in the harvest, where themes are entries too. Beside its
//! words stands where it holds, under which conditions, and what one must know ([`Taught`]). What a report leaves out is no
//! lesson.
//!
//! **The count**, *in 3 van 5 labs genoemd*. A lab is a series of sessions ([`Series`]): two evenings in one village are one
//! lab. Also of one series are sessions between which something came along (an agreement that is known in both), and
//! copies of one session. **Of** how many: the labs in which anything was said or filled in at a table. A session that was
//! made and never begun counts for nothing, also if agreements of an earlier one were laid ready in it; backups are kept
//! elsewhere, and are never among them. **Named** in how many: those with a lesson that says the same in words. Where only a
//! theme of it occurs elsewhere, typed at a table or made at the harvest, that is told of the theme and not of the lesson:
//! *theme trust in 3 of 5 labs*; under one theme one says yes and another no.
//!
//! Two lessons say the same if they share at least half of the stems that either has (the smaller of the two counts), small
//! words left out.

use super::{
    Lab,
    line::{is_agreement, voice_told},
};
use crate::{
    form::terms::{carried_column, then},
    record::{About, CategoryId, Entry, EntryId, Names, Records, TableId, Taught, Value, Verdict},
    session::{Series, Session, Table},
    text::{
        clean_line, fold,
        language::{Word, words},
    },
    words::Words,
    workshop::Workshop,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    /// The sessions in which it was named, the newest first: its own, and those that tell of the same.
    pub evidence: Vec<Lab>,
    /// In how many labs that is.
    pub named: usize,
    /// Of how many.
    pub of: usize,
    /// The theme of it that occurs in labs where the lesson itself was not named, with in how many labs it occurs; of several
    /// the one that occurs in most.
    pub theme: Option<(String, usize)>,
    /// The sessions in which that theme occurs and the lesson was not named, the newest first.
    pub themed: Vec<Lab>,
    stems: BTreeSet<String>,
}

/// What one session gives to the shelf.
#[derive(Clone, PartialEq, Debug)]
pub struct Told {
    lab: Lab,
    lessons: Vec<Lesson>,
    /// The themes that were typed at its tables or made at its harvest, as they are compared.
    themes: BTreeSet<String>,
    /// Whether anything was said in it.
    held: bool,
    /// What ties it to other sessions: what came along from one, and what another may have taken along.
    ties: Vec<EntryId>,
}

impl Lesson {
    /// Whether two say the same.
    fn is_like(&self, other: &Self) -> bool {
        let least = self.stems.len().min(other.stems.len());
        let shared = self.stems.intersection(&other.stems).count();
        least > 0 && shared >= 2.min(least) && 2 * shared >= least
    }
}

/// A theme as it is compared: a note-taker types its name as one word, so what divides words says nothing.
fn spelled(theme: &str) -> String {
    let folded = fold(theme);
    words(&folded).map(|at| folded[at].to_owned()).collect::<Vec<_>>().join("-")
}

/// What a session gives to the shelf.
pub fn lessons(session: &Session) -> Told {
    let lab = Lab::of(session);
    let made = Made::of(&session.harvest.records);
    let mut told = Told { lab, lessons: Vec::new(), themes: BTreeSet::new(), held: false, ties: Vec::new() };
    told.themes.extend(made.names.values().map(|name| spelled(name)));
    for table in &session.tables {
        told.held |= held(&table.records);
        for entry in table.records.all().into_iter().filter(|entry| !entry.gone) {
            told.themes.extend(entry.themes.iter().map(|theme| spelled(theme.as_str())));
            if entry.columns.contains_key(&carried_column()) || is_agreement(session, entry) {
                told.ties.push(entry.id.clone());
            }
            told.lessons.extend(lesson(session, table, entry, &told.lab, &made));
        }
    }
    let of_harvest = session.harvest.records.all();
    let of_harvest = of_harvest.into_iter().filter(|entry| !entry.gone);
    told.lessons.extend(of_harvest.filter_map(|entry| lesson(session, &session.harvest, entry, &told.lab, &made)));
    told
}

/// Whether anything was said or filled in at a table, besides what was laid ready.
fn held(records: &Records) -> bool {
    let ready = carried_column();
    let said = |entry: &&Entry| !entry.gone && !entry.text.trim().is_empty() && !entry.columns.contains_key(&ready);
    let given = records.judgements().iter().filter(|(_, given)| given.verdict.is_some());
    records.all().iter().any(said) || given.into_iter().any(|(key, _)| key.criterion.as_ref() != Some(&then()))
}

/// The themes that were made at a harvest.
struct Made<'a> {
    names: BTreeMap<&'a str, &'a str>,
    /// By line: the themes it was put under.
    of: HashMap<&'a EntryId, Vec<&'a str>>,
}

impl<'a> Made<'a> {
    /// `in` and `evidence` are how the harvest says that a line stands under a theme.
    fn of(records: &'a Records) -> Self {
        let is_theme = |entry: &&Entry| !entry.gone && entry.category == theme() && !entry.text.trim().is_empty();
        let made = records.all().into_iter().filter(is_theme);
        let names: BTreeMap<&str, &str> = made.map(|entry| (entry.id.as_str(), entry.text.as_str())).collect();
        let mut of: HashMap<&EntryId, Vec<&str>> = HashMap::new();
        for (key, given) in records.judgements() {
            let (crate::record::Item::Entry(line), Some(Verdict::Choice(choice))) = (&key.item, &given.verdict) else {
                continue;
            };
            let name = key.criterion.as_ref().and_then(|id| names.get(id.as_str()));
            if let Some(name) = name.filter(|_| ["in", "evidence"].contains(&choice.as_str())) {
                of.entry(line).or_default().push(name);
            }
        }
        Self { names, of }
    }
}

/// The category of the entries of a harvest that are themes.
pub(super) fn theme() -> CategoryId {
    CategoryId::new("theme")
}

fn lesson(session: &Session, table: &Table, entry: &Entry, lab: &Lab, made: &Made<'_>) -> Option<Lesson> {
    if entry.is_kept_in() || entry.text.trim().is_empty() {
        return None;
    }
    let taught = Taught::of(entry, Some(&session.harvest.records))?;
    let head = &session.head;
    let names = session.names();
    let round = head.workshop.rounds.iter().find(|round| round.id == entry.home.round);
    let is_theme = table.id == TableId::HARVEST && entry.category == theme();
    // of a theme what was learned says more than its name
    let text = match entry.columns.get(&"conclusion".into()) {
        Some(Value::Text(learned)) if is_theme && !learned.trim().is_empty() => {
            format!("{}: {}", entry.text.trim(), learned.trim())
        }
        Some(_) | None => entry.text.clone(),
    };
    let put = made.of.get(&entry.id).into_iter().flatten().map(|name| (*name).to_owned());
    let mut themes: Vec<String> = entry.themes.iter().map(ToString::to_string).chain(put).collect();
    themes.extend(is_theme.then(|| entry.text.clone()));
    let place = taught.get(About::Place);
    Some(Lesson {
        lab: lab.clone(),
        table: table.id,
        title: round.map(|round| round.title.clone()).unwrap_or_default(),
        entry: entry.id.clone(),
        stems: stems(&text),
        text,
        by: match (names, &entry.by) {
            (Names::None, _) | (_, None) => String::new(),
            (Names::Party | Names::Full, Some(voice)) => voice_told(session, names, voice),
        },
        place: if place.is_empty() { lab.place.clone() } else { place.to_owned() },
        conditions: taught.get(About::Conditions).to_owned(),
        know: taught.get(About::Know).to_owned(),
        themes,
        parties: head.parties.0.iter().map(|party| fold(&party.label)).collect(),
        evidence: vec![lab.clone()],
        named: 1,
        of: 1,
        theme: None,
        themed: Vec::new(),
    })
}

/// Which sessions are one lab.
fn labs(told: &[Told]) -> Series {
    let mut series = Series::of_places(told.iter().map(|one| one.lab.place.as_str()));
    let (mut ids, mut ties) = (HashMap::new(), HashMap::new());
    for (at, one) in told.iter().enumerate() {
        series.join(*ids.entry(&one.lab.id).or_insert(at), at);
        one.ties.iter().for_each(|tie| series.join(*ties.entry(tie).or_insert(at), at));
    }
    series
}

/// The shelf of all sessions: every lesson once, with its evidence; what was named most comes first, then what has a theme
/// that occurs most, then the newest.
///
/// All sessions are to be given, those that taught nothing among them: they count, if anything was said in them.
pub fn shelve_lessons(told: &[Told]) -> Vec<Lesson> {
    let series = labs(told);
    let held: BTreeSet<usize> = (0..told.len()).filter(|at| told[*at].held).map(|at| series.of(at)).collect();
    let mut all: Vec<Lesson> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for lesson in told.iter().flat_map(|one| &one.lessons) {
        let says = |at: &usize| {
            let one = &told[*at];
            one.lab.id == lesson.lab.id || one.lessons.iter().any(|other| lesson.is_like(other))
        };
        let count = |sessions: &[usize]| sessions.iter().map(|at| series.of(*at)).collect::<BTreeSet<_>>().len();
        let labs_of = |sessions: &[usize]| {
            let mut labs: Vec<Lab> = sessions.iter().map(|at| told[*at].lab.clone()).collect();
            labs.sort_by(|a, b| (b.date, &b.id).cmp(&(a.date, &a.id)));
            labs
        };
        let where_named: Vec<usize> = (0..told.len()).filter(says).collect();
        let in_labs: BTreeSet<usize> = where_named.iter().map(|at| series.of(*at)).collect();
        let named = in_labs.len();
        let of_theme = |theme: &String| -> Option<(String, usize, Vec<usize>)> {
            let wanted = spelled(theme);
            let own = |at: &usize| told[*at].lab.id == lesson.lab.id || told[*at].themes.contains(&wanted);
            let occurs: Vec<usize> = (0..told.len()).filter(own).collect();
            let count = count(&occurs);
            let besides: Vec<usize> = occurs.into_iter().filter(|at| !in_labs.contains(&series.of(*at))).collect();
            (!besides.is_empty()).then_some((theme.clone(), count, besides))
        };
        // of equals the first is taken
        let most = lesson.themes.iter().rev().filter_map(of_theme).max_by_key(|(_, count, _)| *count);
        let (theme, besides) = most.map_or((None, Vec::new()), |(name, count, at)| (Some((name, count)), at));
        // a lesson is something that was said, also where only the harvest has it
        let of = held.len().max(named).max(theme.as_ref().map_or(0, |(_, count)| *count));
        let (evidence, themed) = (labs_of(&where_named), labs_of(&besides));
        let lesson = Lesson { evidence, named, of, theme, themed, ..lesson.clone() };
        // of two that say it in the same words the newest stands for both
        match known.get(&fold(&lesson.text)) {
            Some(at) if all[*at].lab.date >= lesson.lab.date => {}
            Some(at) => all[*at] = lesson,
            None => {
                known.insert(fold(&lesson.text), all.len());
                all.push(lesson);
            }
        }
    }
    all.sort_by(|a, b| {
        let themed = |one: &Lesson| one.theme.as_ref().map_or(0, |(_, count)| *count);
        let key = |one: &Lesson| std::cmp::Reverse((one.named, themed(one), one.lab.date));
        key(a).cmp(&key(b)).then_with(|| a.entry.cmp(&b.entry))
    });
    all
}

impl Lesson {
    /// In how many labs it was named, and in how many more only a theme of it occurs; in words.
    pub fn counts(&self, words: &Words) -> String {
        let named = self.told_named(words);
        let theme = self.theme.as_ref().map(|(name, count)| {
            let args =
                [("theme", clean_line(name).into_owned().into()), ("count", (*count).into()), ("of", self.of.into())];
            words.tell("lesson-themed", &args)
        });
        [Some(named), theme].into_iter().flatten().collect::<Vec<_>>().join("; ").replace('\n', " ")
    }

    /// In how many labs it was named, where there is room for no more.
    pub fn told_named(&self, words: &Words) -> String {
        words.tell("lesson-named", &[("count", self.named.into()), ("of", self.of.into())]).replace('\n', " ")
    }
}

/// What a session that is being prepared is about, in words: its name, its workshop and the rounds of that.
pub fn about(title: &str, workshop: &Workshop) -> String {
    let rounds = workshop.rounds.iter().flat_map(|round| [round.title.as_str(), round.question.as_str()]);
    [title, &workshop.title, &workshop.summary].into_iter().chain(rounds).collect::<Vec<_>>().join(" ")
}

/// The lessons that fit a session that is being prepared: of a party that will sit there, or about words of its workshop;
/// those that fit in more ways come first, then as they stand on the shelf. Told by their places on it.
pub fn fitting(shelf: &[Lesson], parties: &[String], about: &str) -> Vec<usize> {
    let parties: Vec<String> = parties.iter().map(|party| fold(party)).collect();
    let about = stems(about);
    let fits = |lesson: &Lesson| {
        let by = parties.contains(&fold(&lesson.by));
        let there = lesson.parties.iter().filter(|party| parties.contains(party)).count();
        let shared = lesson.stems.intersection(&about).count()
            + lesson.themes.iter().filter(|theme| !stems(theme).is_disjoint(&about)).count();
        2 * usize::from(by) + usize::from(there > 0) + shared
    };
    let mut fitting: Vec<(usize, usize)> = shelf.iter().enumerate().map(|(at, lesson)| (fits(lesson), at)).collect();
    fitting.retain(|(fits, _)| *fits > 0);
    fitting.sort_by_key(|(fits, _)| std::cmp::Reverse(*fits));
    fitting.into_iter().map(|(_, at)| at).collect()
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
