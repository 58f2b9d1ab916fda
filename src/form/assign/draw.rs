//! Who goes where: by lot, or each to the next.
//!
//! Pure: counts and a seed, no records and no words. The lot gives every place as evenly as the rules allow: first all
//! places get one, as many as can, then a second, and so on. Each time somebody who finds only taken places may let another
//! move to a free one (the augmenting paths of Kuhn, 1955), so nobody is left over who could have been placed.

use crate::record::Dice;

/// What a draw has to keep to.
#[derive(Clone, Copy)]
pub(super) struct Terms<'a> {
    /// How many are placed.
    pub(super) what: usize,
    /// How many places there are.
    pub(super) places: usize,
    /// How many can go to one place; as many as needed where it is left out.
    pub(super) capacity: Option<usize>,
    /// Whether one may not go there.
    pub(super) barred: &'a dyn Fn(usize, usize) -> bool,
}

impl Terms<'_> {
    /// How many can go to one place: one where everything can be had once, else as many as needed.
    fn most(&self) -> usize {
        match self.capacity {
            Some(capacity) => capacity,
            None if self.what <= self.places => 1,
            // with places barred more may have to go to one than an even share
            None => self.what,
        }
    }
}

/// A place for each, by lot; nothing for whom there is none. The same seed draws the same.
pub(super) fn lots(terms: Terms<'_>, seed: u64) -> Vec<Option<usize>> {
    let mut dice = Dice::new(seed);
    let order = dice.shuffled(terms.what);
    let ways: Vec<Vec<usize>> = (0..terms.what).map(|_| dice.shuffled(terms.places)).collect();
    let mut seating = Seating { at: vec![None; terms.what], here: vec![Vec::new(); terms.places], ways, terms };
    for level in 1..=terms.most().min(terms.what) {
        // from what was tried in vain nothing free is reached any more at this level
        let mut vain = vec![false; terms.places];
        for one in &order {
            if seating.at[*one].is_none() {
                let mut tried = vain.clone();
                if !seating.seat(*one, level, &mut tried) {
                    vain = tried;
                }
            }
        }
        if seating.at.iter().all(Option::is_some) {
            break;
        }
    }
    seating.at
}

/// The same for several moments: nobody comes twice at the same place, where that can be done.
pub(super) fn slots(terms: Terms<'_>, slots: usize, seed: u64) -> Vec<Vec<Option<usize>>> {
    let mut drawn: Vec<Vec<Option<usize>>> = Vec::new();
    for slot in 0..slots {
        let seed = seed.wrapping_add(slot as u64);
        let been = |one: usize, place: usize| drawn.iter().any(|slot| slot[one] == Some(place));
        let again = |one: usize, place: usize| (terms.barred)(one, place) || been(one, place);
        let fresh = lots(Terms { barred: &again, ..terms }, seed);
        let any = lots(terms, seed);
        let placed = |all: &[Option<usize>]| all.iter().flatten().count();
        drawn.push(if placed(&fresh) >= placed(&any) { fresh } else { any });
    }
    drawn
}

/// Who sits where while the lot is drawn.
struct Seating<'a> {
    at: Vec<Option<usize>>,
    here: Vec<Vec<usize>>,
    /// In which order each tries the places.
    ways: Vec<Vec<usize>>,
    terms: Terms<'a>,
}

impl Seating<'_> {
    /// Seats somebody, letting others move; no place takes more than so many.
    fn seat(&mut self, one: usize, level: usize, tried: &mut [bool]) -> bool {
        let way = self.ways[one].clone();
        let open = |place: &&usize| !(self.terms.barred)(one, **place);
        let way: Vec<usize> = way.iter().filter(open).copied().collect();
        if let Some(free) = way.iter().find(|place| self.here[**place].len() < level) {
            self.put(one, *free);
            return true;
        }
        for place in way {
            if std::mem::replace(&mut tried[place], true) {
                continue;
            }
            for other in self.here[place].clone() {
                if self.seat(other, level, tried) {
                    self.here[place].retain(|seated| *seated != other);
                    self.put(one, place);
                    return true;
                }
            }
        }
        false
    }

    fn put(&mut self, one: usize, place: usize) {
        self.here[place].push(one);
        self.at[one] = Some(place);
    }
}

/// Each to the next place: so many further than where it would begin, and past what is barred.
pub(super) fn next(terms: Terms<'_>, from: usize, further: usize, one: usize) -> Option<usize> {
    let steps = 0..terms.places;
    steps.map(|more| (from + further + more) % terms.places).find(|place| !(terms.barred)(one, *place))
}
