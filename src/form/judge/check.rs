//! What an author can get wrong in a Judge.

use super::{
    Axis, Judge, Scale,
    given::{NOTE, REASON},
};
use crate::form::{
    Fault, source,
    terms::{Condition, Derive, Rule, check_ids},
};

pub(super) fn check(judge: &Judge) -> Vec<Fault> {
    let mut faults = source::check("from", &judge.from, true);
    faults.extend(scale(&judge.scale));
    faults.extend(bounds(judge));
    faults.extend(check_ids("criteria", judge.criteria.iter().map(|one| (one.id.as_str(), one.label.as_str()))));
    for (at, criterion) in judge.criteria.iter().enumerate() {
        let id = criterion.id.as_str();
        if id == NOTE || id == REASON || id.contains('@') || id.contains('.') {
            faults.push(Fault::new(format!("criteria[{at}].id"), "criterion-taken").naming("id", id));
        }
    }
    if !judge.criteria.is_empty() && judge.has_voices() {
        faults.push(Fault::new("criteria", "criteria-per-table"));
    }
    if judge.mirror.as_ref() == Some(&judge.id) {
        faults.push(Fault::new("mirror", "mirror-itself"));
    }
    let no_consent = judge.until.as_ref().filter(|until| until.when == Condition::NoObjection);
    if no_consent.is_some() && !matches!(judge.scale, Scale::Consent) {
        faults.push(Fault::new("until.when", "until-consent"));
    }
    for (at, derive) in judge.derive.iter().enumerate().filter(|(_, derive)| !suits(&judge.scale, **derive)) {
        faults.push(Fault::new(format!("derive[{at}]"), "derive-odd").naming("derive", format!("{derive:?}")));
    }
    for (at, rule) in judge.rules.iter().enumerate().filter(|(_, rule)| **rule != Rule::AllFilled) {
        let name = format!("{rule:?}");
        let name = name.split('(').next().unwrap_or_default();
        faults.push(Fault::new(format!("rules[{at}]"), "judge-rule").naming("rule", name));
    }
    faults
}

fn scale(scale: &Scale) -> Vec<Fault> {
    match scale {
        Scale::Numbers { from, to, step, .. } => {
            let sound = from.is_finite() && to.is_finite() && from != to;
            if !sound {
                return vec![Fault::new("scale", "scale-flat")];
            }
            let sound = step.is_finite() && *step > 0.0 && *step <= (to - from).abs();
            if sound {
                Vec::new()
            } else {
                vec![Fault::new("scale.step", "scale-step").naming("step", step.to_string())]
            }
        }
        Scale::Zones(zones) => names(zones, "scale", 2),
        Scale::Rings { rings, sectors } => {
            let mut faults = names(rings, "scale.rings", 2);
            faults.extend(names(sectors, "scale.sectors", 0));
            if sectors.len() > 26 {
                faults.push(Fault::new("scale.sectors", "sectors-many"));
            }
            faults
        }
        Scale::Axes { x, y } => {
            [("scale.x", x), ("scale.y", y)].into_iter().flat_map(|(path, one)| axis(path, one)).collect()
        }
        Scale::YesNo | Scale::Consent => Vec::new(),
    }
}

/// Names that can be told apart, so many at least.
fn names(names: &[String], path: &str, least: usize) -> Vec<Fault> {
    let mut faults = Vec::new();
    if names.len() < least {
        faults.push(Fault::new(path, "scale-few"));
    }
    for (at, name) in names.iter().enumerate() {
        if name.trim().is_empty() {
            faults.push(Fault::new(format!("{path}[{at}]"), "empty"));
        } else if names[..at].contains(name) {
            faults.push(Fault::new(format!("{path}[{at}]"), "scale-twice").naming("name", name));
        }
    }
    faults
}

fn axis(path: &str, axis: &Axis) -> Vec<Fault> {
    let wordless = axis.label.trim().is_empty() && axis.low.trim().is_empty() && axis.high.trim().is_empty();
    if wordless && axis.from.is_none() {
        return vec![Fault::new(path, "axis-wordless")];
    }
    source::check(&format!("{path}.from"), axis.from.as_slice(), false)
        .into_iter()
        .map(|fault| Fault { at: format!("{path}.from"), ..fault }) // one source, not a list of them
        .collect()
}

/// The threshold and the veto lie on the scale.
fn bounds(judge: &Judge) -> Vec<Fault> {
    let within = |value: f64| match &judge.scale {
        Scale::Numbers { from, to, .. } => (from.min(*to)..=from.max(*to)).contains(&value),
        Scale::YesNo => (0.0..=1.0).contains(&value),
        Scale::Zones(_) | Scale::Rings { .. } | Scale::Axes { .. } | Scale::Consent => false,
    };
    let mut faults = Vec::new();
    if let Some(threshold) = judge.threshold.filter(|threshold| !within(*threshold)) {
        faults.push(Fault::new("threshold", "threshold-off").naming("threshold", threshold.to_string()));
    }
    let numbers = matches!(judge.scale, Scale::Numbers { .. });
    if let Some(veto) = judge.veto.filter(|veto| !numbers || !within(*veto)) {
        faults.push(Fault::new("veto", "veto-off").naming("veto", veto.to_string()));
    }
    faults
}

/// Whether something can be computed of a scale.
fn suits(scale: &Scale, derive: Derive) -> bool {
    let numbers = matches!(scale, Scale::Numbers { .. });
    match derive {
        Derive::Sum | Derive::Mean | Derive::Spread | Derive::Extremes => numbers,
        Derive::Gap => matches!(scale, Scale::Zones(_) | Scale::Rings { .. }),
        Derive::Overlap => false,
        Derive::Consensus => true,
        Derive::Robust => !matches!(scale, Scale::Axes { .. } | Scale::Consent),
        Derive::Threshold => numbers || matches!(scale, Scale::YesNo),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::samples::faults;
    use insta::assert_snapshot;

    fn judge(ron: &str) -> Judge {
        ron::from_str(ron).expect("the block can be read")
    }

    #[test]
    fn authors_are_told_what_is_wrong() {
        let sound = r#"(id: "j", from: [Parties], scale: Numbers(from: 5, to: 0, low: "veel", high: "niets"), threshold: Some(2), veto: Some(5), derive: [Mean, Robust])"#;
        assert_eq!(faults(&judge(sound)), "");
        assert_snapshot!(faults(&judge(r#"(id: "j", scale: Numbers(from: 3, to: 3))"#)), @"
        from no-source name=from
        scale scale-flat
        ");
        assert_snapshot!(faults(&judge(r#"(id: "j", from: [List([])], scale: Numbers(from: 1, to: 3, step: 0), threshold: Some(7), veto: Some(9), until: Some((when: NoObjection)), derive: [Gap], rules: [NoSelf, Links(2)], mirror: Some("j"), per: Seat, criteria: [(id: "note", label: "N")])"#)), @"
        from[0] empty-list
        scale.step scale-step step=0
        threshold threshold-off threshold=7
        veto veto-off veto=9
        criteria[0].id criterion-taken id=note
        criteria criteria-per-table
        mirror mirror-itself
        until.when until-consent
        derive[0] derive-odd derive=Gap
        rules[0] judge-rule rule=NoSelf
        rules[1] judge-rule rule=Links
        ");
        assert_snapshot!(faults(&judge(r#"(id: "j", from: [Seats], scale: Zones(["a", "a", " "]), threshold: Some(1))"#)), @"
        scale[1] scale-twice name=a
        scale[2] empty
        threshold threshold-off threshold=1
        ");
        assert_snapshot!(faults(&judge(r#"(id: "j", from: [Seats], scale: Axes(x: (), y: (from: Some(Top("v", 0)))))"#)), @"
        scale.x axis-wordless
        scale.y.from top-zero
        ");
    }
}
