//! Two journals of one device at one table as one: nothing twice, nothing lost, in the order in which it happened.
//!
//! Mostly one is an older copy of the other. Two that really differ come from two devices of one name, or from a laptop whose
//! disk was put back.

use std::collections::HashMap;

use crate::record::{Change, Stamp};
use crate::session::Log;

/// The journal that is here with what only the other has put in its place; nothing if it has all of it already.
///
/// Both one by one, nothing together. Of two half-typed lines that of the journal with the latest change stays.
pub(super) fn joined(here: &[Log], there: &[Log]) -> Option<Vec<Log>> {
    if here.starts_with(there) {
        return None;
    }
    if there.starts_with(here) {
        return Some(there.to_vec());
    }
    let missing = lacking(here, there);
    if missing.is_empty() {
        return None;
    }
    let latest = |logs: &[Log]| changes(logs).map(|change| change.stamp.clone()).max();
    if latest(there) > latest(here) {
        return Some(put_between(there.to_vec(), lacking(there, here)));
    }
    Some(put_between(here.to_vec(), missing))
}

fn changes(logs: &[Log]) -> impl Iterator<Item = &Change> {
    logs.iter().filter_map(|log| match log {
        Log::Change(change) => Some(&**change),
        Log::Step(_) | Log::Together(_) => None,
    })
}

/// The changes of `other` that are not in `logs`, in the order of their stamps.
fn lacking(logs: &[Log], other: &[Log]) -> Vec<Change> {
    let mut known: HashMap<&Stamp, Vec<&Change>> = HashMap::new();
    changes(logs).for_each(|change| known.entry(&change.stamp).or_default().push(change));
    // two devices of one name may have given one stamp twice
    let is_known = |change: &Change| known.get(&change.stamp).is_some_and(|all| all.contains(&change));
    let mut missing: Vec<Change> = changes(other).filter(|change| !is_known(change)).cloned().collect();
    missing.sort_by(|a, b| a.stamp.cmp(&b.stamp));
    missing
}

fn put_between(logs: Vec<Log>, missing: Vec<Change>) -> Vec<Log> {
    let mut all = Vec::with_capacity(logs.len() + missing.len());
    let mut missing = missing.into_iter().peekable();
    for log in logs {
        if let Log::Change(change) = &log {
            while let Some(earlier) = missing.next_if(|one| one.stamp < change.stamp) {
                all.push(Log::Change(Box::new(earlier)));
            }
        }
        all.push(log);
    }
    all.extend(missing.map(|change| Log::Change(Box::new(change))));
    all
}
