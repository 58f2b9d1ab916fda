//! What stands under which theme, read off the table that is the harvest and off the themes that note-takers typed.
//!
//! **How it is read.** A theme that was put together with another has nothing of its own any more: its lines are the other's.
//! What was last said of a line for the theme itself decides; else it stands there if it stood under one that was put
//! together with it, or if a note-taker typed the theme's name, one it had before, or that of one put together with it. A
//! circle, as two laptops can make (A into B, B into A), is one theme: that with the least id.

use super::{Points, block, conclusion, into, spelled, theme};
use crate::{
    record::{Entry, EntryId, Item, Order, Records, Value, Verdict},
    session::Session,
};
use foldhash::fast::RandomState;
use std::collections::{BTreeMap, HashMap};

/// Where a theme comes from.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Origin {
    /// Somebody made it in the harvest: its entry.
    Made(EntryId),
    /// Note-takers typed it at the tables, and nothing was done with it yet: the handle of its name.
    Tables(String),
}

/// A theme with all that stands under it.
#[derive(Clone, PartialEq, Debug)]
pub struct Theme {
    /// Where it comes from.
    pub origin: Origin,
    /// Where it stands among the others. One that was only typed stands by its name, behind those that were made; and it keeps
    /// that place when something is done with it, so that its number does not change under the finger.
    pub order: Order,
    /// Its name.
    pub name: String,
    /// What was learned; empty while nobody said.
    pub conclusion: String,
    /// What stands under it, by the line's place in [`Points::all`], in that order.
    pub members: Vec<usize>,
    /// Which of these carry the conclusion.
    pub evidence: Vec<usize>,
    /// Themes that were put together with it, with their names.
    pub merged: Vec<(EntryId, String)>,
    /// Lines that it names and that are deleted at their table, or are of a table that is not here.
    pub gone: Vec<EntryId>,
    /// How many lines each table brings, by its place in the session.
    pub tables: Vec<u32>,
    /// How many lines each party brings, in their order; the last is nobody.
    pub parties: Vec<u32>,
}

/// All themes, and what is under none.
#[derive(Clone, Debug, Default)]
pub struct Themes {
    /// The themes in their order; those of the tables that nobody moved come last, by name.
    pub all: Vec<Theme>,
    /// The lines under no theme.
    pub unused: Vec<usize>,
    /// The themes of each line, by its place in [`Points::all`].
    pub of: Of,
    /// The lines that were taken out of a theme that stands, with its place; in no order, and some more than once.
    pub refused: Vec<(usize, u16)>,
    /// Which lines are key insights: the organiser decides, and where nobody did the table.
    pub key: Vec<bool>,
    /// How many lines stand under a theme that is nowhere in the files.
    pub homeless: usize,
}

/// The themes of each line, by its place: all behind each other, as most lines have one.
#[derive(Clone, Debug, Default)]
pub struct Of {
    /// Where those of each line begin; those of the last end at the end.
    from: Vec<u32>,
    themes: Vec<u16>,
}

impl Of {
    /// The places of the themes of a line; none of one that is not there.
    pub fn line(&self, at: usize) -> &[u16] {
        let Some(from) = self.from.get(at) else { return &[] };
        let to = self.from.get(at + 1).map_or(self.themes.len(), |to| *to as usize);
        &self.themes[*from as usize..to]
    }

    /// Of the lines of all themes, in their order, and how many lines there are.
    fn new(themes: &[Theme], lines: usize) -> Self {
        let mut counts = vec![0_u32; lines];
        themes.iter().flat_map(|theme| &theme.members).for_each(|member| counts[*member] += 1);
        let mut sum = 0;
        let begins = |count: &u32| {
            sum += count;
            sum - count
        };
        let from: Vec<u32> = counts.iter().map(begins).collect();
        let (mut next, mut all) = (from.clone(), vec![0; sum as usize]);
        for (nth, theme) in themes.iter().enumerate() {
            for member in &theme.members {
                all[next[*member] as usize] = u16::try_from(nth).unwrap_or(u16::MAX);
                next[*member] += 1;
            }
        }
        Self { from, themes: all }
    }
}

/// What was said of a line for a theme.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Out,
    In,
    Evidence,
}

/// How `in`, `out` and the like are spelled in a judgement.
pub(super) const IN: &str = "in";
/// See [`IN`].
pub(super) const OUT: &str = "out";
/// See [`IN`].
pub(super) const EVIDENCE: &str = "evidence";
/// See [`IN`].
pub(super) const KEY: &str = "key";
/// See [`IN`].
pub(super) const PLAIN: &str = "plain";

impl Theme {
    fn new(origin: Origin, order: Order, name: String) -> Self {
        Self {
            origin,
            order,
            name,
            conclusion: String::new(),
            members: Vec::new(),
            evidence: Vec::new(),
            merged: Vec::new(),
            gone: Vec::new(),
            tables: Vec::new(),
            parties: Vec::new(),
        }
    }

    /// Its entry, if somebody made it.
    pub fn id(&self) -> Option<&EntryId> {
        match &self.origin {
            Origin::Made(id) => Some(id),
            Origin::Tables(_) => None,
        }
    }

    /// From how many tables something stands under it.
    pub fn reach(&self) -> usize {
        self.tables.iter().filter(|count| **count > 0).count()
    }
}

impl Themes {
    /// Reads them.
    pub(super) fn read(session: &Session, points: &Points) -> Self {
        let records = &session.harvest.records;
        let mut reading = Reading::new(records);
        let mut themes = Self { key: points.all.iter().map(|point| point.key).collect(), ..Self::default() };
        reading.judge(records, points, &mut themes);
        let mut typed: BTreeMap<&str, (&str, Vec<usize>)> = BTreeMap::new();
        for (at, point) in points.all.iter().enumerate() {
            for (handle, name) in &point.names {
                match reading.names.get(handle.as_str()) {
                    Some(&of) => reading.typed(of, at),
                    None => typed.entry(handle).or_insert_with(|| (name, Vec::new())).1.push(at),
                }
            }
        }
        let taken_out = std::mem::take(&mut reading.taken_out);
        let ids = reading.ids();
        themes.all = reading.finish();
        themes.all.extend(typed.into_iter().map(|(handle, (name, members))| Theme {
            members,
            ..Theme::new(Origin::Tables(handle.to_owned()), Order::named(handle), name.to_owned())
        }));
        themes.all.sort_by(|a, b| a.order.cmp(&b.order)); // stable: of equal ones those that were made stand first, by id
        let places: HashMap<&EntryId, u16, RandomState> = themes
            .all
            .iter()
            .enumerate()
            .filter_map(|(at, theme)| Some((theme.id()?, u16::try_from(at).ok()?)))
            .collect();
        let place = |(line, theme): (usize, usize)| Some((line, *places.get(&ids[theme])?));
        themes.refused = taken_out.into_iter().filter_map(place).collect();
        themes.count(points);
        themes
    }

    fn count(&mut self, points: &Points) {
        self.of = Of::new(&self.all, points.all.len());
        for theme in &mut self.all {
            theme.tables = vec![0; points.tables.len()];
            theme.parties = vec![0; points.parties.len() + 1];
            for &member in &theme.members {
                let point = &points.all[member];
                theme.tables[point.nth] += 1;
                theme.parties[point.whose.unwrap_or(points.parties.len())] += 1;
            }
        }
        self.unused = (0..points.all.len()).filter(|&point| self.of.line(point).is_empty()).collect();
    }

    /// The theme with this entry, by its place; also for one that was put together with another.
    pub fn position(&self, id: &EntryId) -> Option<usize> {
        let is = |theme: &Theme| theme.id() == Some(id) || theme.merged.iter().any(|(merged, _)| merged == id);
        self.all.iter().position(is)
    }

    /// How many lines of a theme each question brings, by its place in [`Points::spots`]: the most first.
    pub fn by_spot(&self, theme: usize, points: &Points) -> Vec<(usize, usize)> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for &member in &self.all[theme].members {
            *counts.entry(points.all[member].spot).or_default() += 1;
        }
        let mut counts: Vec<(usize, usize)> = counts.into_iter().collect();
        counts.sort_by_key(|&(spot, count)| (std::cmp::Reverse(count), spot));
        counts
    }
}

/// The theme in which each theme ended up, by following what was put together with what.
fn roots(made: &[&Entry]) -> Vec<usize> {
    let index: HashMap<&EntryId, usize, RandomState> =
        made.iter().enumerate().map(|(at, entry)| (&entry.id, at)).collect();
    let next = |at: usize| match made[at].columns.get(&into()) {
        Some(Value::Entry(id)) => index.get(id).copied(),
        Some(_) | None => None,
    };
    let root = |from: usize| {
        let mut met = vec![from];
        let mut at = from;
        while let Some(up) = next(at) {
            if let Some(begin) = met.iter().position(|seen| *seen == up) {
                // a circle: the least id of those in it
                return met[begin..].iter().copied().min_by_key(|at| &made[*at].id).unwrap_or(up);
            }
            met.push(up);
            at = up;
        }
        at
    };
    (0..made.len()).map(root).collect()
}

/// Themes while they are read.
struct Reading<'a> {
    made: Vec<&'a Entry>,
    roots: Vec<usize>,
    by_id: HashMap<&'a str, usize, RandomState>,
    /// By handle: the theme that has or had this name.
    names: HashMap<String, usize, RandomState>,
    /// Of the theme itself, with the line; the last that is told of a line stands.
    own: Vec<Vec<(usize, Said)>>,
    /// Of those put together with it; what says most stands.
    others: Vec<Vec<(usize, Said)>>,
    /// Lines that were taken out of one that was put together, so that its name does not bring them back.
    out: HashMap<(usize, usize), (), RandomState>,
    gone: Vec<Vec<EntryId>>,
    /// What was taken out of a theme: the line, and the theme in which that ended up.
    taken_out: Vec<(usize, usize)>,
}

impl<'a> Reading<'a> {
    fn new(records: &'a Records) -> Self {
        let made: Vec<&Entry> = records.listed(&block(), &theme()).collect();
        let roots = roots(&made);
        let by_id = made.iter().enumerate().map(|(at, entry)| (entry.id.as_str(), at)).collect();
        let mut names = HashMap::default();
        // a name that stands goes before one that stood
        let standing = made.iter().enumerate().map(|(at, entry)| (at, entry.text.as_str()));
        let stood = made
            .iter()
            .enumerate()
            .flat_map(|(at, entry)| entry.earlier.iter().rev().map(move |wording| (at, wording.text.as_str())));
        for (at, text) in standing.chain(stood) {
            names.entry(spelled(text)).or_insert(at);
        }
        let empty = || vec![Vec::new(); made.len()];
        let (own, others, gone) = (empty(), empty(), vec![Vec::new(); made.len()]);
        Self { made, roots, by_id, names, own, others, out: HashMap::default(), gone, taken_out: Vec::new() }
    }

    /// Takes in what was said in the harvest.
    fn judge(&mut self, records: &'a Records, points: &Points, themes: &mut Themes) {
        let block = block();
        for (key, verdict) in records.judged(&block) {
            let (Item::Entry(id), Verdict::Choice(choice)) = (&key.item, verdict) else { continue };
            let point = points.at(id);
            let Some(criterion) = &key.criterion else {
                if let Some(at) = point.filter(|_| [KEY, PLAIN].contains(&choice.as_str())) {
                    themes.key[at] = choice == KEY;
                }
                continue;
            };
            let said = match choice.as_str() {
                IN => Said::In,
                EVIDENCE => Said::Evidence,
                OUT => Said::Out,
                _ => continue,
            };
            let Some(&at) = self.by_id.get(criterion.as_str()) else {
                let set_aside = records.entry(&EntryId::new(criterion.as_str())).is_some();
                themes.homeless += usize::from(said != Said::Out && !set_aside);
                continue;
            };
            let root = self.roots[at];
            self.taken_out.extend(point.filter(|_| said == Said::Out).map(|point| (point, root)));
            match point {
                None if said != Said::Out => self.gone[root].push(id.clone()),
                None => {}
                Some(point) if root == at => self.own[root].push((point, said)),
                Some(point) if said == Said::Out => drop(self.out.insert((at, point), ())),
                Some(point) => self.others[root].push((point, said)),
            }
        }
    }

    /// A note-taker typed the name of this theme at a line.
    fn typed(&mut self, theme: usize, line: usize) {
        if !self.out.contains_key(&(theme, line)) {
            self.others[self.roots[theme]].push((line, Said::In));
        }
    }

    /// The entry of each theme.
    fn ids(&self) -> Vec<EntryId> {
        self.made.iter().map(|entry| entry.id.clone()).collect()
    }

    fn finish(self) -> Vec<Theme> {
        let Self { made, roots, mut own, mut others, gone, .. } = self;
        let mut themes = Vec::new();
        for (at, entry) in made.iter().enumerate().filter(|(at, _)| roots[*at] == *at) {
            // the least first, and what the theme itself says behind what others say: the last of each line stands
            let mut all = std::mem::take(&mut others[at]);
            all.sort_unstable();
            all.append(&mut own[at]);
            all.sort_by_key(|(point, _)| *point); // stable
            let last = |group: &[(usize, Said)]| group.last().copied();
            let all: Vec<(usize, Said)> = all.chunk_by(|(one, _), (other, _)| one == other).filter_map(last).collect();
            let merged = made.iter().enumerate().filter(|(other, _)| *other != at && roots[*other] == at);
            let mut missing = gone[at].clone();
            missing.sort();
            missing.dedup();
            themes.push(Theme {
                conclusion: match entry.columns.get(&conclusion()) {
                    Some(Value::Text(text)) => text.clone(),
                    Some(_) | None => String::new(),
                },
                members: all.iter().filter(|(_, said)| *said != Said::Out).map(|(point, _)| *point).collect(),
                evidence: all.iter().filter(|(_, said)| *said == Said::Evidence).map(|(point, _)| *point).collect(),
                merged: merged.map(|(_, entry)| (entry.id.clone(), entry.text.clone())).collect(),
                gone: missing,
                ..Theme::new(Origin::Made(entry.id.clone()), entry.order.clone(), entry.text.clone())
            });
        }
        themes
    }
}
