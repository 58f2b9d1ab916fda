//! What an author can get wrong in a Collect.

use super::{Collect, ColumnKind, Fault};

pub(super) fn check(collect: &Collect) -> Vec<Fault> {
    let mut faults = Vec::new();
    if collect.categories.is_empty() && collect.preset.is_none() && !collect.extendable {
        faults.push(Fault::new("", "no-category"));
    }
    if let (Some(least), Some(most)) = (collect.least, collect.most)
        && least > most
    {
        faults.push(
            Fault::new("least", "least-above-most").naming("least", least.to_string()).naming("most", most.to_string()),
        );
    }
    for (at, category) in collect.categories.iter().enumerate() {
        let field = |name: &str| format!("categories[{at}].{name}");
        let earlier = &collect.categories[..at];
        if category.id.as_str().is_empty() {
            faults.push(Fault::new(field("id"), "empty"));
        }
        if earlier.iter().any(|other| other.id == category.id) {
            faults.push(Fault::new(field("id"), "id-twice").naming("id", category.id.as_str()));
        }
        if category.label.trim().is_empty() {
            faults.push(Fault::new(field("label"), "empty"));
        }
        if category.sigil.chars().count() > 1
            || category.sigil.chars().any(|c| c.is_alphanumeric() || c.is_whitespace() || "@#&/".contains(c))
        {
            faults.push(Fault::new(field("sigil"), "sigil-wrong").naming("sigil", &category.sigil));
        } else if !category.sigil.is_empty() && earlier.iter().any(|other| other.sigil == category.sigil) {
            faults.push(Fault::new(field("sigil"), "sigil-twice").naming("sigil", &category.sigil));
        }
        for (nth, target) in category.answers.iter().enumerate() {
            if *target == category.id {
                faults.push(
                    Fault::new(field(&format!("answers[{nth}]")), "answers-itself").naming("id", target.as_str()),
                );
            } else if !collect.categories.iter().any(|other| other.id == *target) {
                let known = collect.categories.iter().map(|other| other.id.as_str()).collect::<Vec<_>>().join(", ");
                let fault = Fault::new(field(&format!("answers[{nth}]")), "answers-unknown");
                faults.push(fault.naming("id", target.as_str()).naming("known", known));
            }
        }
        for (nth, column) in category.columns.iter().enumerate() {
            let field = |name: &str| field(&format!("columns[{nth}].{name}"));
            if column.id.as_str().is_empty() {
                faults.push(Fault::new(field("id"), "empty"));
            }
            if category.columns[..nth].iter().any(|other| other.id == column.id) {
                faults.push(Fault::new(field("id"), "id-twice").naming("id", column.id.as_str()));
            }
            if column.label.trim().is_empty() {
                faults.push(Fault::new(field("label"), "empty"));
            }
            if matches!(&column.kind, ColumnKind::Choice(choices) if choices.len() < 2) {
                faults.push(Fault::new(field("kind"), "choice-of-one"));
            }
        }
    }
    faults
}
