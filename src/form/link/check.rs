//! What an author can get wrong in a Link.

use super::Link;
use crate::{
    form::{Fault, source, terms},
    text::fold,
};

/// The strongest that a link can be: one digit behind a letter.
const STRONGEST: u32 = 9;

pub(super) fn check(link: &Link) -> Vec<Fault> {
    let mut faults = source::check("from", &link.from, true);
    faults.extend(source::check("to", &link.to, false));
    let kinds = link.kinds.iter();
    faults.extend(terms::check_ids("kinds", kinds.map(|kind| (kind.id.as_str(), kind.label.as_str()))));
    for (at, kind) in link.kinds.iter().enumerate() {
        let field = format!("kinds[{at}].letter");
        let odd = |letter: char| {
            letter.is_numeric() || letter.is_whitespace() || letter.is_control() || "*,".contains(letter)
        };
        if kind.letter.chars().count() > 1 || kind.letter.chars().any(odd) {
            faults.push(Fault::new(field, "link-letter").naming("letter", &kind.letter));
        } else if !kind.letter.is_empty()
            && link.kinds[..at].iter().any(|other| fold(&other.letter) == fold(&kind.letter))
        {
            faults.push(Fault::new(field, "link-letter-twice").naming("letter", &kind.letter));
        }
    }
    if let Some(strength) = link.strength.filter(|strength| !(1..=STRONGEST).contains(strength)) {
        faults.push(Fault::new("strength", "link-strength").naming("strength", strength.to_string()));
    }
    faults
}
