//! What an author can get wrong in a Vote.

use super::{Fault, How, Vote};
use crate::form::{
    source::{self, written},
    terms::{Per, check_ids},
};

/// More stickers than this nobody spends.
const MOST_TOKENS: u32 = 40;

pub(super) fn check(vote: &Vote) -> Vec<Fault> {
    let mut faults = source::check("from", &vote.from, true);
    let items = written(&vote.from);
    faults.extend(budget("tokens", vote.tokens));
    if vote.most_per_item == Some(0) {
        faults.push(Fault::new("most_per_item", "vote-most-zero"));
    }
    let ranking = (vote.how == How::Ranking).then(|| vote.tokens());
    if let Some((length, items)) = ranking.zip(items).filter(|(length, items)| *length as usize > *items) {
        let fault = Fault::new("tokens", "vote-ranking-long");
        faults.push(fault.naming("tokens", length.to_string()).naming("items", items.to_string()));
    }
    match (vote.choose, items) {
        (Some(0), _) => faults.push(Fault::new("choose", "vote-choose-zero")),
        (Some(choose), Some(items)) if choose as usize > items => {
            let fault = Fault::new("choose", "vote-choose-many");
            faults.push(fault.naming("choose", choose.to_string()).naming("items", items.to_string()));
        }
        (Some(_) | None, _) => {}
    }
    if vote.how != How::Stickers && !vote.kinds.is_empty() {
        faults.push(Fault::new("kinds", "vote-kinds-unused"));
    }
    faults.extend(check_ids("kinds", vote.kinds.iter().map(|kind| (kind.id.as_str(), kind.label.as_str()))));
    let mut met: Vec<char> = Vec::new();
    for (at, kind) in vote.kinds.iter().enumerate() {
        faults.extend(budget(&format!("kinds[{at}].tokens"), kind.tokens));
        let field = format!("kinds[{at}].letter");
        match kind.sign() {
            // a line would have no way to tell it apart; hands are counted in columns
            Some(sign) if met.contains(&sign) && vote.per != Per::Table => {
                faults.push(Fault::new(field, "vote-letter-twice").naming("letter", sign.to_string()));
            }
            Some(sign) if kind.letter.chars().count() > 1 || !sign.is_alphabetic() => {
                let letter = if kind.letter.is_empty() { sign.to_string() } else { kind.letter.clone() };
                faults.push(Fault::new(field, "vote-letter").naming("letter", letter));
            }
            Some(_) | None => {}
        }
        met.extend(kind.sign());
    }
    faults
}

fn budget(field: &str, tokens: Option<u32>) -> Option<Fault> {
    let wrong = tokens.filter(|tokens| !(1..=MOST_TOKENS).contains(tokens))?;
    Some(Fault::new(field, "vote-tokens").naming("tokens", wrong.to_string()).naming("most", MOST_TOKENS.to_string()))
}
