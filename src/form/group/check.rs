//! What an author can get wrong in a Group.

use super::{Group, now::OUTLIERS};
use crate::{
    form::{Fault, source, terms},
    text::fold,
};

pub(super) fn check(group: &Group) -> Vec<Fault> {
    let mut faults = source::check("from", &group.from, true);
    let ready = group.groups.iter();
    faults.extend(terms::check_ids("groups", ready.map(|ready| (ready.id.as_str(), ready.label.as_str()))));
    for (at, ready) in group.groups.iter().enumerate() {
        let same = |other: &super::Ready| fold(other.label.trim()) == fold(ready.label.trim());
        if !ready.label.trim().is_empty() && group.groups[..at].iter().any(same) {
            let fault = Fault::new(format!("groups[{at}].label"), "group-twice");
            faults.push(fault.naming("label", ready.label.trim()));
        }
        if ready.id.as_str() == OUTLIERS {
            faults.push(Fault::new(format!("groups[{at}].id"), "group-outliers-id"));
        }
    }
    match group.most {
        Some(0) => faults.push(Fault::new("most", "group-most-zero")),
        Some(most) if group.groups.len() > most as usize => {
            let fault = Fault::new("most", "group-ready-above-most");
            faults.push(fault.naming("count", group.groups.len().to_string()).naming("most", most.to_string()));
        }
        Some(_) | None => {}
    }
    if group.mean.as_ref() == Some(&group.id) {
        faults.push(Fault::new("mean", "group-mean-itself"));
    }
    faults
}
