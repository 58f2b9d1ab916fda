//! Which copies are kept. The rule, as docs/files.md tells it:
//!
//! - of each of the twenty sessions copied last: the last three copies, the last of each of the last seven days that have
//!   one, and the fullest;
//! - of a session before those: the last copy and the fullest;
//! - together at most 500 MB: beyond that the oldest go first, but never the last or fullest copy of a session that is
//!   gone, nor the last of the twenty.
//!
//! The fullest, because journals only grow: a copy that holds less may be one of a session that was mangled.

use super::{Backup, LEFT, folders_in};
use crate::record::{Now, SessionId};
use crate::store::aside::is_leftover;
use crate::store::sessions::Store;
use crate::store::trouble::{Deed, Safe, Trouble};
use chrono::NaiveDateTime;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::time::UNIX_EPOCH;

/// Of how many sessions more than the last copy is kept.
const SESSIONS: usize = 20;
/// How many copies of one session are kept, whenever they were made.
const LAST: usize = 3;
/// Of how many days the last copy is kept.
const DAYS: usize = 7;
/// How much all copies together may be.
const MOST_BYTES: u64 = 500 << 20;

/// A copy, as the rule sees it.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    session: SessionId,
    number: u32,
    made: NaiveDateTime,
    bytes: u64,
    /// Whether its session is not there any more.
    gone: bool,
}

impl Store {
    /// Throws away the copies that the rule does not keep, and what a crash left half.
    pub(super) fn prune(&self, now: Now) -> Result<(), Trouble> {
        let all = self.backups();
        let kept: Vec<Kept> = all.iter().map(|backup| self.kept(backup)).collect();
        let old = superfluous(&kept, MOST_BYTES).into_iter().map(|at| all[at].dir.path().to_owned());
        let folders = folders_in(&self.data().backups_dir());
        let left = folders.iter().flat_map(|folder| folders_in(folder)).filter(|path| {
            let half = path.file_name().is_some_and(|name| is_leftover(&name.to_string_lossy()));
            let written = path.metadata().and_then(|about| about.modified()).ok();
            let written =
                written.and_then(|at| at.duration_since(UNIX_EPOCH).ok()).map(|since| since.as_millis() as i64);
            half && written.is_some_and(|written| now.millis.saturating_sub(written) > LEFT)
        });
        for path in old.chain(left) {
            fs::remove_dir_all(&path).map_err(Trouble::io(Deed::Remove, &path, Safe::NothingLost))?;
        }
        Ok(())
    }

    fn kept(&self, backup: &Backup) -> Kept {
        let folder = backup.dir.path().parent();
        Kept {
            session: backup.session.clone(),
            number: backup.number,
            made: backup.made,
            bytes: backup.bytes(),
            gone: folder.is_some_and(|folder| !self.is_there(folder)),
        }
    }
}

/// Which of these copies go, as indexes.
fn superfluous(all: &[Kept], most: u64) -> Vec<usize> {
    let mut of: BTreeMap<&SessionId, Vec<usize>> = BTreeMap::new();
    for (at, copy) in all.iter().enumerate() {
        of.entry(&copy.session).or_default().push(at);
    }
    for copies in of.values_mut() {
        copies.sort_by_key(|at| all[*at].number);
    }
    let mut sessions: Vec<&Vec<usize>> = of.values().collect();
    sessions.sort_by_key(|copies| std::cmp::Reverse(copies.last().map(|at| all[*at].made)));
    let (mut keep, mut safe) = (BTreeSet::new(), HashSet::new());
    for (nth, copies) in sessions.into_iter().enumerate() {
        let Some(&last) = copies.last() else { continue };
        let fullest = copies.iter().copied().max_by_key(|at| (all[*at].bytes, *at)).unwrap_or(last);
        keep.extend([last, fullest]);
        if all[last].gone {
            safe.extend([last, fullest]);
        }
        if nth < SESSIONS {
            safe.insert(last);
            keep.extend(copies.iter().rev().take(LAST));
            let days: BTreeMap<_, usize> = copies.iter().map(|at| (all[*at].made.date(), *at)).collect();
            keep.extend(days.values().rev().take(DAYS));
        }
    }
    let mut bytes: u64 = keep.iter().map(|at| all[*at].bytes).sum();
    let mut oldest: Vec<usize> = keep.iter().copied().filter(|at| !safe.contains(at)).collect();
    oldest.sort_by_key(|at| all[*at].made);
    for at in oldest {
        if bytes <= most {
            break;
        }
        bytes -= all[at].bytes;
        keep.remove(&at);
    }
    (0..all.len()).filter(|at| !keep.contains(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copy(session: &str, number: u32, day: u32, bytes: u64) -> Kept {
        let made = chrono::NaiveDate::from_ymd_opt(2026, 5, day).expect("a day").and_hms_opt(9, 0, number % 60);
        Kept { session: session.into(), number, made: made.expect("a time"), bytes, gone: false }
    }

    fn left(all: &[Kept], most: u64) -> Vec<(String, u32)> {
        let gone = superfluous(all, most);
        let left = all.iter().enumerate().filter(|(at, _)| !gone.contains(at));
        left.map(|(_, kept)| (kept.session.to_string(), kept.number)).collect()
    }

    fn numbers(all: &[Kept]) -> Vec<u32> {
        left(all, u64::MAX).into_iter().map(|(_, number)| number).collect()
    }

    #[test]
    fn the_last_three_the_last_of_seven_days_and_the_fullest_are_kept() {
        let one_day: Vec<Kept> = (1..=6).map(|number| copy("a", number, 12, if number == 2 { 9 } else { 5 })).collect();
        assert_eq!(numbers(&one_day), [2, 4, 5, 6]);
        let days: Vec<Kept> = (1..=20).map(|number| copy("a", number, number.div_ceil(2), 5)).collect();
        assert_eq!(numbers(&days), [8, 10, 12, 14, 16, 18, 19, 20]);
    }

    #[test]
    fn a_clock_that_went_back_a_year_does_not_make_the_newest_copy_the_oldest() {
        let mut all: Vec<Kept> = (1..=5).map(|number| copy("a", number, 12, 5)).collect();
        all[4].made = all[4].made.checked_sub_days(chrono::Days::new(365)).expect("a day");
        assert!(numbers(&all).contains(&5));
    }

    #[test]
    fn of_the_twenty_first_session_only_the_last_and_the_fullest_stay() {
        let mut all: Vec<Kept> =
            (1..=20).flat_map(|nth| [1, 2].map(|number| copy(&format!("s{nth:02}"), number, 12, 5))).collect();
        all.extend((1..=4).map(|number| copy("old", number, 3, if number == 2 { 9 } else { 5 })));
        let old: Vec<u32> = left(&all, u64::MAX)
            .into_iter()
            .filter(|(session, _)| session == "old")
            .map(|(_, number)| number)
            .collect();
        assert_eq!(old, [2, 4]);
    }

    #[test]
    fn when_there_is_too_much_the_oldest_go_but_never_the_only_copy_of_a_session_that_is_gone() {
        let gone = Kept { gone: true, ..copy("gone", 1, 1, 100) };
        let all = [gone, copy("a", 1, 2, 40), copy("a", 2, 3, 40), copy("a", 3, 4, 40)];
        let named = |left: Vec<(String, u32)>| left.iter().map(|(name, n)| format!("{name}{n}")).collect::<Vec<_>>();
        assert_eq!(named(left(&all, 185)), ["gone1", "a2", "a3"]);
        assert_eq!(named(left(&all, 0)), ["gone1", "a3"]);
    }
}
