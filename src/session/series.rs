//! Which sessions are of one series: one living lab, held on more than one day.
//!
//! **One lab.** A living lab is a meeting *or a short series* of meetings, of parties that share a neighbourhood or village.
//! So two evenings in one village are one lab, and what was said at both was named in one lab and not in two; and what was
//! agreed in a village comes back in that village, and never at the table of another.
//!
//! **How it is known.** Nobody is asked for the name of a series: the place tells. Two places are the same when all words of
//! the one are among those of the other, so `Kapelle` and `Dorpshuis, Kapelle` are; `Wijk Zuid` and `Wijk Noord` are not. A
//! session that says no place may be of any series. Who holds two labs in one place gives each its own, such as the
//! neighbourhood. Called by `store`, which carries agreements along, and by `search`, which counts labs.

use crate::text::{fold, language::words};
use std::collections::{BTreeSet, HashMap};

/// The words of a place, as they are compared.
fn spelled(place: &str) -> BTreeSet<String> {
    let folded = fold(place);
    words(&folded).map(|at| folded[at].to_owned()).collect()
}

/// Whether two sessions were held in the same place; nothing where one of them does not say.
pub fn same_place(one: &str, other: &str) -> Option<bool> {
    let (one, other) = (spelled(one), spelled(other));
    let known = !one.is_empty() && !other.is_empty();
    known.then(|| one.is_subset(&other) || other.is_subset(&one))
}

/// Which of many sessions are of one series.
#[derive(Clone, Debug)]
pub struct Series {
    /// For each session one of its series that stands closer to the one by which it is known; itself for that one.
    up: Vec<usize>,
}

impl Series {
    /// By their places. A place that is part of two different ones, such as a town of which two neighbourhoods have a lab of
    /// their own, stands by itself: nothing tells which of them it is.
    pub fn of_places<'a>(places: impl IntoIterator<Item = &'a str>) -> Self {
        let spelled: Vec<BTreeSet<String>> = places.into_iter().map(spelled).collect();
        let mut series = Self { up: (0..spelled.len()).collect() };
        let mut first: HashMap<&BTreeSet<String>, usize> = HashMap::new();
        let mut with: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, place) in spelled.iter().enumerate().filter(|(_, place)| !place.is_empty()) {
            match first.get(place) {
                Some(same) => series.join(*same, at),
                None => {
                    first.insert(place, at);
                    place.iter().for_each(|word| with.entry(word).or_default().push(at));
                }
            }
        }
        for (place, at) in &first {
            // who has all its words has the rarest of them
            let rarest = place.iter().filter_map(|word| with.get(word.as_str())).min_by_key(|all| all.len());
            let larger =
                rarest.into_iter().flatten().filter(|other| *other != at && place.is_subset(&spelled[**other]));
            let larger: Vec<usize> = larger.copied().collect();
            let Some(whole) = larger.iter().copied().max_by_key(|other| spelled[*other].len()) else { continue };
            if larger.iter().all(|other| spelled[*other].is_subset(&spelled[whole])) {
                series.join(*at, whole);
            }
        }
        series
    }

    /// Two sessions are of one series, for another reason than their place.
    pub fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        self.up[one.max(other)] = one.min(other);
    }

    /// The series of a session: the same number for all of one series.
    pub fn of(&self, mut at: usize) -> usize {
        while self.up[at] != at {
            at = self.up[at];
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_known_by_its_words() {
        for (one, other, same) in [
            ("Kapelle", "Dorpshuis, KAPELLE", Some(true)),
            ("Sint-Annaland", "sint annaland", Some(true)),
            ("Wijk Zuid", "Wijk Noord", Some(false)),
            ("Goes", "Kapelle", Some(false)),
            ("Goes", "  ", None),
            ("", "", None),
        ] {
            assert_eq!(same_place(one, other), same, "{one} and {other}");
            assert_eq!(same_place(other, one), same, "{other} and {one}");
        }
    }

    #[test]
    fn sessions_in_one_place_are_one_series_and_a_place_that_could_be_two_is_neither() {
        let mut series = Series::of_places(["Kapelle", "Dorpshuis, Kapelle", "Goes Oost", "Goes West", "Goes", "", ""]);
        let all = |series: &Series| (0..7).map(|at| series.of(at)).collect::<Vec<_>>();
        assert_eq!(all(&series), [0, 0, 2, 3, 4, 5, 6]);
        series.join(6, 1);
        assert_eq!(all(&series), [0, 0, 2, 3, 4, 5, 0]);
    }
}
