//! Whose clock was ahead: read off the stamps, which a wrong clock leaves behind in the files.
//!
//! Not for setting anything right: what a stamp does and why it is left as it is stands in `record::Stamp`. Called by
//! `run` and `cli` on opening a session.

use super::Session;
use crate::record::{DeviceId, Now};
use std::collections::{BTreeMap, HashMap};

/// Laptops in a hall differ by minutes; so many milliseconds ahead are worth a sentence.
const WORTH_TELLING: i64 = 10 * 60 * 1000;

impl Session {
    /// The devices whose stamps lie ahead of this device's clock, and by how many milliseconds.
    ///
    /// A device that has seen such a stamp counts on from it without being ahead itself. Who was first at that moment, with
    /// the lowest count, is the one whose clock it was.
    pub fn ahead(&self, now: Now) -> Vec<(DeviceId, i64)> {
        let limit = now.millis.saturating_add(WORTH_TELLING);
        let mut first: HashMap<i64, (u32, &DeviceId)> = HashMap::new();
        let stamps = self.everywhere().flat_map(|table| table.records.stamps());
        for stamp in stamps.filter(|stamp| stamp.millis > limit) {
            let own = (stamp.tick, &stamp.device);
            first.entry(stamp.millis).and_modify(|first| *first = own.min(*first)).or_insert(own);
        }
        let mut ahead: BTreeMap<&DeviceId, i64> = BTreeMap::new();
        for (millis, (_, device)) in first {
            let by = millis.saturating_sub(now.millis);
            ahead.entry(device).and_modify(|most| *most = by.max(*most)).or_insert(by);
        }
        ahead.into_iter().map(|(device, by)| (device.clone(), by)).collect()
    }
}
