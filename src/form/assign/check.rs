//! What an author can get wrong in an Assign.

use super::{Assign, Draw, Fault};
use crate::form::source::{self, written};

pub(super) fn check(assign: &Assign) -> Vec<Fault> {
    let mut faults = source::check("what", &assign.what, true);
    faults.extend(source::check("to", &assign.to, true));
    if assign.capacity == Some(0) {
        faults.push(Fault::new("capacity", "assign-capacity-zero"));
    }
    if let (Some(capacity), Some(what), Some(to)) = (assign.capacity, written(&assign.what), written(&assign.to))
        && capacity > 0
        && (capacity as usize).saturating_mul(to) < what
    {
        let fault = Fault::new("capacity", "assign-no-room").naming("capacity", capacity.to_string());
        faults.push(fault.naming("what", what.to_string()).naming("to", to.to_string()));
    }
    for (at, slot) in assign.slots.iter().enumerate() {
        if slot.trim().is_empty() {
            faults.push(Fault::new(format!("slots[{at}]"), "empty"));
        } else if assign.slots[..at].contains(slot) {
            faults.push(Fault::new(format!("slots[{at}]"), "assign-slot-twice").naming("slot", slot));
        }
    }
    if assign.host_stays && assign.draw != Draw::Rotate {
        faults.push(Fault::new("host_stays", "assign-host"));
    }
    faults
}
