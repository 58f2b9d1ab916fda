//! What became of one entry: every turn it took, and how to take one back.

use super::{Past, entry::keys_of};
use crate::record::{Deed, Entry, EntryId, Part, PartKey, Records, Stamp, Touch};
use chrono::NaiveDateTime;

/// One turn that an entry took.
#[derive(Clone, PartialEq, Debug)]
pub struct Turn {
    /// When and by which device.
    pub stamp: Stamp,
    /// When, in local time of this device, by the clock of the device that did it.
    pub local: NaiveDateTime,
    /// Why; nothing where only the table's file tells of it.
    pub deed: Option<Deed>,
    /// Whether it was said here for the first time.
    pub born: bool,
    /// What its parts became.
    pub parts: Vec<Part>,
    /// Whether all of that still stands.
    pub stands: bool,
}

impl Past {
    /// Every turn of an entry, the latest first.
    pub fn turns(&self, id: &EntryId, now: &Records) -> Vec<Turn> {
        let standing = now.entry(id);
        let mut turns: Vec<Turn> = Vec::new();
        for at in self.of.get(id).into_iter().flatten() {
            let change = &self.changes[*at];
            let mut turn = self.turn(&change.stamp, Some(change.deed.clone()));
            for touch in change.touches.iter().filter(|touch| super::entry_of(touch) == Some(id)) {
                match touch {
                    Touch::Birth(entry) => {
                        turn.born = true;
                        turn.parts.extend(told(entry));
                    }
                    Touch::Part { now, .. } => turn.parts.push(now.clone()),
                    Touch::Judgement { .. } | Touch::Fact { .. } => {}
                }
            }
            turns.push(turn);
        }
        let of_file = standing.map(|entry| self.turns_of_file(entry, &turns)).unwrap_or_default();
        turns.extend(of_file);
        turns.sort_by(|a, b| b.stamp.cmp(&a.stamp));
        for turn in &mut turns {
            let stands = |part: &Part| standing.is_some_and(|entry| entry.part(&part.key()) == *part);
            turn.stands = turn.parts.iter().all(stands);
        }
        turns
    }

    /// What only the table's file tells: earlier wordings, when parts were set, its birth.
    fn turns_of_file(&self, entry: &Entry, known: &[Turn]) -> Vec<Turn> {
        let born_here = known.iter().any(|turn| turn.born);
        let is_known =
            |stamp: &Stamp| known.iter().any(|turn| turn.stamp == *stamp) || born_here && *stamp == entry.born;
        let mut turns: Vec<Turn> = Vec::new();
        let mut add = |stamp: &Stamp, part: Part| {
            if is_known(stamp) {
                return;
            }
            let at = turns.iter().position(|turn| turn.stamp == *stamp).unwrap_or_else(|| {
                turns.push(Turn { born: *stamp == entry.born, ..self.turn(stamp, None) });
                turns.len() - 1
            });
            turns[at].parts.push(part);
        };
        for wording in &entry.earlier {
            add(&wording.stamp, Part::Text(wording.text.clone()));
        }
        for key in keys_of(entry) {
            let quiet =
                matches!(key, PartKey::Order) || !entry.changed.contains_key(&key) && is_bare(&entry.part(&key));
            if let Some(stamp) = entry.stamp_of(&key).filter(|_| !quiet) {
                add(stamp, entry.part(&key));
            }
        }
        turns
    }

    fn turn(&self, stamp: &Stamp, deed: Option<Deed>) -> Turn {
        Turn { stamp: stamp.clone(), local: self.time(stamp), deed, born: false, parts: Vec::new(), stands: false }
    }
}

impl Turn {
    /// The touches that make the entry again what it became in this turn, as far as it is not. An entry that was deleted
    /// since comes back; a turn in which it was deleted brings it back as it was before.
    pub fn put_back(&self, id: &EntryId, now: &Records) -> Vec<Touch> {
        let parts = self.parts.iter().filter(|part| !matches!(part, Part::Gone(true)));
        let back = now.touch(id, Part::Gone(false));
        back.into_iter().chain(parts.filter_map(|part| now.touch(id, part.clone()))).collect()
    }
}

/// The touches that make an entry what it was then: of what it was given since nothing is left, and one that was cut out of
/// the files by hand is born again. What is taken away so stays in its history.
pub fn bring_back(then: &Entry, now: &Records) -> Vec<Touch> {
    let Some(standing) = now.entry(&then.id) else {
        return vec![Touch::Birth(Box::new(then.clone()))];
    };
    let keys = keys_of(then).into_iter().chain(keys_of(standing));
    let keys: std::collections::BTreeSet<PartKey> = keys.collect();
    keys.iter().filter_map(|key| now.touch(&then.id, then.part(key))).collect()
}

/// What is told of a birth: its words, where it was said, and what it was given.
fn told(entry: &Entry) -> Vec<Part> {
    let parts = keys_of(entry).into_iter().map(|key| entry.part(&key));
    parts.filter(|part| !matches!(part, Part::Order(_)) && !is_bare(part)).collect()
}

/// Whether a part says nothing: no voice, no column, not deleted.
fn is_bare(part: &Part) -> bool {
    match part {
        Part::By(voice) | Part::Namens(voice) => voice.is_none(),
        Part::Answers(above) => above.is_none(),
        Part::Column(_, value) => value.is_none(),
        Part::Flag(_, on) | Part::Theme(_, on) | Part::Gone(on) => !on,
        Part::Order(_) => true,
        Part::Text(_) | Part::Home(_) | Part::Category(_) => false,
    }
}
