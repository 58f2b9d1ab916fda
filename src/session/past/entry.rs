//! One entry as it was: of every part, what was set last by then.

use super::Past;
use crate::record::{Entry, EntryId, Part, PartKey, Records, Stamp, Touch, Wording};
use std::collections::{BTreeMap, BTreeSet};

/// A part as somebody set it.
struct Setting<'a> {
    stamp: &'a Stamp,
    /// What it was before, where that is known.
    was: Option<&'a Part>,
    now: Part,
}

impl Past {
    /// An entry as it was, and of how many parts that is not sure; nothing if it was not said yet.
    ///
    /// One that was cut out of the files by hand, and that a journal still knows, was there from its birth on.
    pub(super) fn entry_at(&self, id: &EntryId, cut: &Stamp, now: &Records) -> Option<(Entry, usize)> {
        let standing = now.entry(id);
        let births: Vec<&Entry> = self.touches(id).filter_map(|(_, touch)| birth(touch)).collect();
        let base = standing.into_iter().chain(births.iter().copied()).min_by(|a, b| a.born.cmp(&b.born))?;
        if !self.by(cut, &base.born) {
            return None;
        }
        let mut entry = standing.unwrap_or(base).clone();
        entry.born.clone_from(&base.born);
        let settings = self.settings(id, standing, &births);
        let mut unsure = 0;
        for key in keys(standing, &births, &settings) {
            let still = standing.filter(|entry| entry.stamp_of(&key).is_none_or(|stamp| self.by(cut, stamp)));
            if still.is_some() {
                continue; // it stands as it stood
            }
            let known = settings.get(&key).map(Vec::as_slice).unwrap_or_default();
            match known.iter().filter(|setting| self.by(cut, setting.stamp)).max_by(|a, b| a.stamp.cmp(b.stamp)) {
                Some(setting) => {
                    entry.put(setting.now.clone());
                    if *setting.stamp == entry.born {
                        entry.changed.remove(&key);
                    } else {
                        entry.changed.insert(key, setting.stamp.clone());
                    }
                }
                None => {
                    let first = known.iter().min_by(|a, b| a.stamp.cmp(b.stamp)).and_then(|setting| setting.was);
                    unsure += usize::from(first.is_none());
                    entry.put(first.cloned().unwrap_or_else(|| unset(&key, &entry)));
                    entry.changed.remove(&key);
                }
            }
        }
        entry.earlier = earlier(&entry, standing, &settings, |stamp| self.by(cut, stamp));
        Some((entry, unsure))
    }

    /// Whether what carries this stamp had been said by then.
    ///
    /// What an entry is born with carries the stamp of its birth, and that is older than the stamp of the change that tells
    /// of it: within the same millisecond another device may have spoken in between. The change is what counts, where its
    /// journal is here.
    fn by(&self, cut: &Stamp, stamp: &Stamp) -> bool {
        self.told.get(stamp).unwrap_or(stamp) <= cut
    }

    /// What touches an entry, in order, each with the stamp of its change.
    pub(super) fn touches<'a>(&'a self, id: &'a EntryId) -> impl Iterator<Item = (&'a Stamp, &'a Touch)> {
        let changes = self.of.get(id).into_iter().flatten().map(|at| &self.changes[*at]);
        changes
            .flat_map(|change| change.touches.iter().map(|touch| (&change.stamp, touch)))
            .filter(move |(_, touch)| super::entry_of(touch) == Some(id))
    }

    fn settings<'a>(
        &'a self,
        id: &'a EntryId,
        standing: Option<&'a Entry>,
        births: &[&'a Entry],
    ) -> BTreeMap<PartKey, Vec<Setting<'a>>> {
        let mut settings: BTreeMap<PartKey, Vec<Setting<'a>>> = BTreeMap::new();
        let mut add = |key: PartKey, setting| settings.entry(key).or_default().push(setting);
        for birth in births {
            for key in keys_of(birth) {
                if let Some(stamp) = birth.stamp_of(&key) {
                    add(key.clone(), Setting { stamp, was: None, now: birth.part(&key) });
                }
            }
        }
        for (stamp, touch) in self.touches(id) {
            if let Touch::Part { was, now, .. } = touch {
                add(now.key(), Setting { stamp, was: Some(was), now: now.clone() });
            }
        }
        for Wording { stamp, text } in standing.map(|entry| entry.earlier.as_slice()).unwrap_or_default() {
            add(PartKey::Text, Setting { stamp, was: None, now: Part::Text(text.clone()) });
        }
        settings
    }
}

fn birth(touch: &Touch) -> Option<&Entry> {
    match touch {
        Touch::Birth(entry) => Some(entry),
        Touch::Part { .. } | Touch::Judgement { .. } | Touch::Fact { .. } => None,
    }
}

/// What a part is before anybody set it: without it where that can be, otherwise as it is now.
fn unset(key: &PartKey, now: &Entry) -> Part {
    match key {
        PartKey::Column(id) => Part::Column(id.clone(), None),
        PartKey::Flag(flag) => Part::Flag(*flag, false),
        PartKey::Theme(id) => Part::Theme(id.clone(), false),
        PartKey::Gone => Part::Gone(false),
        PartKey::Text
        | PartKey::Home
        | PartKey::Category
        | PartKey::By
        | PartKey::Namens
        | PartKey::Answers
        | PartKey::Order => now.part(key),
    }
}

/// The parts that an entry has, set or not.
pub(super) fn keys_of(entry: &Entry) -> BTreeSet<PartKey> {
    let always = [
        PartKey::Text,
        PartKey::Home,
        PartKey::Category,
        PartKey::By,
        PartKey::Namens,
        PartKey::Answers,
        PartKey::Order,
        PartKey::Gone,
    ];
    let columns = entry.columns.keys().cloned().map(PartKey::Column);
    let flags = entry.flags.iter().copied().map(PartKey::Flag);
    let themes = entry.themes.iter().cloned().map(PartKey::Theme);
    always.into_iter().chain(columns).chain(flags).chain(themes).chain(entry.changed.keys().cloned()).collect()
}

fn keys(
    standing: Option<&Entry>,
    births: &[&Entry],
    settings: &BTreeMap<PartKey, Vec<Setting<'_>>>,
) -> BTreeSet<PartKey> {
    let entries = standing.into_iter().chain(births.iter().copied());
    entries.flat_map(keys_of).chain(settings.keys().cloned()).collect()
}

/// The wordings that no longer stood by then.
fn earlier(
    entry: &Entry,
    standing: Option<&Entry>,
    settings: &BTreeMap<PartKey, Vec<Setting<'_>>>,
    by_then: impl Fn(&Stamp) -> bool,
) -> Vec<Wording> {
    let stood = entry.stamp_of(&PartKey::Text).cloned();
    let of_now = standing.into_iter().flat_map(|entry| {
        let last =
            entry.stamp_of(&PartKey::Text).map(|stamp| Wording { stamp: stamp.clone(), text: entry.text.clone() });
        entry.earlier.iter().cloned().chain(last)
    });
    let told = settings.get(&PartKey::Text).into_iter().flatten().filter_map(|setting| {
        let Part::Text(text) = &setting.now else { return None };
        standing.is_none().then(|| Wording { stamp: setting.stamp.clone(), text: text.clone() })
    });
    let wordings: BTreeSet<Wording> = of_now
        .chain(told)
        .filter(|wording| by_then(&wording.stamp) && Some(&wording.stamp) != stood.as_ref())
        .collect();
    wordings.into_iter().collect()
}
