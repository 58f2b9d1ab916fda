//! Which theme a line may belong to, proposed from what stands under the themes; never applied by itself.
//!
//! What is accepted is an ordinary line under a theme, what is refused is a line that was taken out of one; both stand in the
//! harvest's own table like all else, so undo takes them back and two laptops share them. A theme that was refused for a
//! line is not proposed for it again, and counts against it for lines like it. `crate::suggest` holds the method.
//!
//! **Never slow.** Lines are read a few at a time, whenever something happens; until all are read nothing is proposed. Then
//! a key costs the line that is looked at. Called by `app`, for the door Oogst.

use super::{Harvest, Of, Origin, Theme};
use crate::{
    record::EntryId,
    session::Session,
    suggest::{Lines, Settings, Weigh, Why},
};
use foldhash::fast::RandomState;
use std::collections::{BTreeMap, HashMap};

/// How many lines are read in one go, and how many are only looked at for their words.
const READ: usize = 200;
const LEARN: usize = 1000;
/// How many lines are looked at in one go, whether anybody worded them anew.
const LOOK: usize = 4000;
/// With how many lines under a theme the words of a proposal are compared to say why.
const BESIDE: usize = 100;

/// Two words that speak for a proposal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Met {
    /// The word of the line.
    pub word: String,
    /// The word that it met, under the theme or in its name.
    pub other: String,
    /// By what they met.
    pub why: Why,
    /// The line of the other word, by its place in the points; none for the theme's name.
    pub point: Option<usize>,
}

/// A theme that a line may belong to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggested {
    /// The line.
    pub line: EntryId,
    /// The theme, by its place.
    pub theme: usize,
    /// The words that speak for it, the strongest first.
    pub because: Vec<Met>,
}

/// What is known of a line.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) number: usize,
    text: Box<str>,
    /// Under which themes it stands, and for which it was refused, by slot.
    under: Vec<usize>,
    refused: Vec<usize>,
}

/// Proposals for the lines under no theme.
#[derive(Clone, Debug)]
pub struct Suggestions {
    pub(super) lines: Lines,
    weigh: Weigh,
    pub(super) known: HashMap<EntryId, Known, RandomState>,
    /// By the number of a line, also of one that was worded anew since, whose it is.
    pub(super) ids: Vec<EntryId>,
    /// The pairs of lines that were called the same or different, as they count now.
    pub(super) called: Vec<(usize, usize, bool)>,
    /// Every theme that ever stood, with its name now; a theme keeps its number as long as it is the same one.
    slots: HashMap<Origin, (usize, String), RandomState>,
    /// By slot, the place of the theme, if it stands.
    places: Vec<Option<usize>>,
    /// How many lines were looked at for their words, and from where on they are read.
    learned: usize,
    pub(super) next: usize,
    /// Of which edition of the lines that is.
    edition: u64,
    /// Where lines stand has to be looked at.
    stale: bool,
    was: Was,
}

/// Where lines stood when that was looked at last.
#[derive(Clone, Debug, Default)]
struct Was {
    edition: u64,
    of: Of,
    /// By the place of a theme, its slot.
    slots: Vec<Option<usize>>,
    /// The lines that were taken out of a theme.
    refused: Vec<usize>,
}

impl Default for Suggestions {
    fn default() -> Self {
        Self {
            lines: Lines::new(Settings::default(), std::iter::empty(), &[]),
            weigh: Weigh::new(),
            known: HashMap::default(),
            ids: Vec::new(),
            called: Vec::new(),
            slots: HashMap::default(),
            places: Vec::new(),
            learned: 0,
            next: 0,
            edition: 0,
            stale: true,
            was: Was::default(),
        }
    }
}

impl Suggestions {
    /// Takes in what is different, if `anew` something is, and reads on; says whether there is more to read.
    pub fn follow(&mut self, session: &Session, harvest: &Harvest, anew: bool) -> bool {
        let points = &harvest.points;
        self.stale |= anew;
        if std::mem::replace(&mut self.edition, points.edition) != points.edition {
            self.next = 0;
        }
        if self.learned < points.all.len() {
            let until = (self.learned + LEARN).min(points.all.len());
            (self.learned..until).for_each(|at| self.lines.learn(points.text(session, at)));
            self.learned = until;
            return true;
        }
        // names after the words of the lines, so that their compounds are taken apart as well
        if self.stale {
            self.take_in_themes(harvest);
        }
        let until = (self.next + LOOK).min(points.all.len());
        let mut read = 0;
        while self.next < until && read < READ {
            read += usize::from(self.read(session, harvest, self.next));
            self.next += 1;
        }
        let more = self.next < points.all.len();
        if !more && std::mem::take(&mut self.stale) {
            self.take_in_lines(harvest);
            self.take_in_called(harvest);
        }
        more
    }

    /// Reads a line that is new or was worded anew; says whether it was.
    fn read(&mut self, session: &Session, harvest: &Harvest, at: usize) -> bool {
        let (id, text) = (&harvest.points.all[at].id, harvest.points.text(session, at));
        match self.known.get_mut(id) {
            Some(known) if *known.text == *text => return false,
            Some(known) => {
                self.weigh.take(&self.lines, known.number, &known.under);
                let was = std::mem::replace(&mut known.number, self.lines.add(text));
                self.ids.push(id.clone());
                for slot in &known.refused {
                    self.weigh.refuse(&self.lines, was, *slot, false);
                    self.weigh.refuse(&self.lines, known.number, *slot, true);
                }
                known.text = text.into();
                self.weigh.put(&self.lines, known.number, &known.under);
            }
            None => {
                let number = self.lines.add(text);
                self.ids.push(id.clone());
                let under = self.under(harvest, at);
                self.weigh.put(&self.lines, number, &under);
                self.known.insert(id.clone(), Known { number, text: text.into(), under, refused: Vec::new() });
            }
        }
        true
    }

    fn under(&self, harvest: &Harvest, at: usize) -> Vec<usize> {
        let of = harvest.themes.of.line(at).iter();
        of.filter_map(|nth| Some(self.slots.get(&harvest.themes.all.get(usize::from(*nth))?.origin)?.0)).collect()
    }

    fn take_in_themes(&mut self, harvest: &Harvest) {
        self.places.iter_mut().for_each(|place| *place = None);
        for (nth, theme) in harvest.themes.all.iter().enumerate() {
            let slot = match self.slots.get_mut(&theme.origin) {
                Some((slot, name)) => {
                    if *name != theme.name {
                        self.weigh.rename(&mut self.lines, *slot, &theme.name);
                        name.clone_from(&theme.name);
                    }
                    *slot
                }
                None => {
                    let slot = self.weigh.theme(&mut self.lines, &theme.name);
                    self.slots.insert(theme.origin.clone(), (slot, theme.name.clone()));
                    self.places.push(None);
                    slot
                }
            };
            self.places[slot] = Some(nth);
        }
        for (slot, name) in self.slots.values_mut() {
            if self.places[*slot].is_none() && !name.is_empty() {
                self.weigh.rename(&mut self.lines, *slot, "");
                name.clear();
            }
        }
    }

    /// Which lines stand where now, and what was refused; only those are looked at for which that may be different.
    fn take_in_lines(&mut self, harvest: &Harvest) {
        let (points, themes) = (&harvest.points, &harvest.themes);
        let slot = |theme: &Theme| self.slots.get(&theme.origin).map(|(slot, _)| *slot);
        let slots: Vec<Option<usize>> = themes.all.iter().map(slot).collect();
        let in_slots = |nth: &u16| slots.get(usize::from(*nth)).copied().flatten();
        let mut refused: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (line, nth) in &themes.refused {
            refused.entry(*line).or_default().extend(in_slots(nth));
        }
        let was = std::mem::take(&mut self.was);
        let lines: Vec<usize> = if was.edition == points.edition {
            let before = |nth: &u16| was.slots.get(usize::from(*nth)).copied().flatten();
            let moved = |at: &usize| !was.of.line(*at).iter().map(before).eq(themes.of.line(*at).iter().map(in_slots));
            let moved = (0..points.all.len()).filter(moved);
            let mut lines: Vec<usize> = moved.chain(refused.keys().copied()).chain(was.refused).collect();
            lines.sort_unstable();
            lines.dedup();
            lines
        } else {
            (0..points.all.len()).collect()
        };
        for at in lines {
            let under: Vec<usize> = themes.of.line(at).iter().filter_map(in_slots).collect();
            let Some(known) = self.known.get_mut(&points.all[at].id) else { continue };
            if known.under != under {
                self.weigh.take(&self.lines, known.number, &known.under);
                self.weigh.put(&self.lines, known.number, &under);
                known.under = under;
            }
            let mut now = refused.get(&at).cloned().unwrap_or_default();
            now.sort_unstable();
            now.dedup();
            now.retain(|slot| !known.under.contains(slot));
            if known.refused != now {
                known.refused.iter().for_each(|slot| self.weigh.refuse(&self.lines, known.number, *slot, false));
                now.iter().for_each(|slot| self.weigh.refuse(&self.lines, known.number, *slot, true));
                known.refused = now;
            }
        }
        let refused = refused.into_keys().collect();
        self.was = Was { edition: points.edition, of: themes.of.clone(), slots, refused };
    }

    /// What is proposed for a line; nothing for one under a theme, or while lines are still read.
    pub fn of(&mut self, session: &Session, harvest: &Harvest, point: usize) -> Option<Suggested> {
        let (theme, slot) = self.find(harvest, point)?;
        let (text, under) = (harvest.points.text(session, point), &harvest.themes.all[theme]);
        let members: Vec<(usize, usize)> = under
            .members
            .iter()
            .take(BESIDE)
            .filter_map(|at| Some((self.known.get(&harvest.points.all[*at].id)?.number, *at)))
            .collect();
        let texts = members.iter().map(|(number, at)| (*number, harvest.points.text(session, *at)));
        let because = self.weigh.why(&self.lines, text, slot, &under.name, texts);
        let met = because.into_iter().filter_map(|because| {
            let point = match because.line {
                Some(line) => Some(members.iter().find(|(number, _)| *number == line)?.1),
                None => None,
            };
            let there = point.map_or(under.name.as_str(), |at| harvest.points.text(session, at));
            let (word, other) = (text.get(because.at)?.to_owned(), there.get(because.there)?.to_owned());
            Some(Met { word, other, why: because.why, point })
        });
        Some(Suggested { line: harvest.points.all[point].id.clone(), theme, because: met.collect() })
    }

    /// The theme that is proposed for a line, by its place and by its slot.
    fn find(&mut self, harvest: &Harvest, point: usize) -> Option<(usize, usize)> {
        if self.next < harvest.points.all.len() || !harvest.themes.of.line(point).is_empty() {
            return None;
        }
        let known = self.known.get(&harvest.points.all[point].id)?;
        let places = &self.places;
        let out = |slot: usize| known.refused.contains(&slot) || places.get(slot).copied().flatten().is_none();
        let proposal = self.weigh.propose(&self.lines, known.number, out)?;
        Some((self.places[proposal.theme]?, proposal.theme))
    }

    /// Whether there is a proposal for a line.
    pub fn proposes(&mut self, harvest: &Harvest, point: usize) -> bool {
        self.find(harvest, point).is_some()
    }
}
