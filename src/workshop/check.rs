//! The check of a workshop file: everything its author got wrong, each with its place, one sentence and one remedy.
//!
//! Not for reading alone (`read`) and not for files (`cli`). Called by `aantafel check` and `aantafel doctor`, and by the
//! test that walks the shelf.

use super::{Round, Workshop, check_links, read};
use crate::{
    dialect::{self, Mistake},
    form::{Fault, Form},
    record::{BlockId, Parties},
    text,
    words::{Arg, Lang, Words},
};
use serde_json::Value;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// The widest a title may be, in columns: the rail beside a sheet shows no more.
const WIDEST_TITLE: usize = 32;

/// The sign that every round keeps for its notes.
const NOTES: &str = ":";

/// Something an author got wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Complaint {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub col: usize,
    /// What it is.
    pub about: About,
}

/// What a complaint is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum About {
    /// The text cannot be read any further.
    Reading(Box<Mistake>),
    /// It can be read, but does not mean anything that can be held: a sentence and what it names.
    Meaning(Fault),
}

/// Reads a workshop and looks for everything that is wrong with it, in the order of the text.
///
/// A text that cannot be read gives one complaint and no workshop; one that can gives the workshop with all that is wrong.
pub fn check(text: &str) -> (Option<Workshop>, Vec<Complaint>) {
    let written = match read::as_written(text) {
        Ok(written) => written,
        Err(mistake) => {
            let (line, col) = (mistake.line, mistake.col);
            return (None, vec![Complaint { line, col, about: About::Reading(Box::new(mistake)) }]);
        }
    };
    let place = |fault: Fault| {
        let (line, col) = dialect::locate(text, &fault.at).unwrap_or((1, 1));
        Complaint { line, col, about: About::Meaning(fault) }
    };
    let mut complaints: Vec<Complaint> = faults(&written).into_iter().map(place).collect();
    complaints.sort_by_key(|complaint| (complaint.line, complaint.col));
    (read::cleaned(text, written), complaints)
}

/// What a workshop has and the same one in another language lacks, with its place in the text of the first.
pub fn compare(text: &str, own: &Workshop, other: &Workshop) -> Vec<Complaint> {
    let place = |fault: Fault| {
        let (line, col) = dialect::locate(text, &fault.at).unwrap_or((1, 1));
        Complaint { line, col, about: About::Meaning(fault) }
    };
    check_links::untranslated(own, other).into_iter().map(place).collect()
}

/// A complaint in words: the sentence, and what to do.
pub fn tell(words: &Words, complaint: &Complaint) -> (String, String) {
    match &complaint.about {
        About::Reading(mistake) => dialect::tell_mistake(words, mistake),
        About::Meaning(fault) => {
            let field = fault.at.rsplit('.').next().unwrap_or_default();
            let field = field.split('[').next().unwrap_or_default();
            let mut args: Vec<(&str, Arg<'_>)> = vec![("field", field.into())];
            args.extend(fault.args.iter().map(|(name, value)| (*name, text::clean_line(value).into_owned().into())));
            let sentence = words.tell(&format!("check-{}", fault.key), &args);
            (sentence, words.tell(&format!("check-{}-remedy", fault.key), &args))
        }
    }
}

/// Everything wrong with what the workshop says, with paths from its outermost bracket.
fn faults(workshop: &Workshop) -> Vec<Fault> {
    let mut faults = Vec::new();
    faults.extend(title("title", &workshop.title));
    if workshop.id.is_empty() {
        faults.push(Fault::new("id", "empty"));
    }
    if workshop.language.parse::<Lang>().is_err() {
        faults.push(Fault::new("language", "language").naming("language", &workshop.language));
    }
    if workshop.rounds.is_empty() {
        faults.push(Fault::new("rounds", "no-rounds"));
    }
    faults.extend(parties(&workshop.parties));
    for (at, round) in workshop.rounds.iter().enumerate() {
        let path = format!("rounds[{at}]");
        if workshop.rounds[..at].iter().any(|other| other.id == round.id) {
            faults.push(Fault::new(format!("{path}.id"), "round-twice").naming("id", round.id.as_str()));
        }
        faults.extend(self::round(&path, round));
        faults.extend(times(&path, round));
    }
    faults.extend(blocks(workshop));
    faults.extend(check_links::faults(workshop));
    faults.extend(texts(workshop));
    faults
}

fn title(path: &str, title: &str) -> Option<Fault> {
    let width = text::width(title);
    if title.trim().is_empty() {
        Some(Fault::new(path, "empty"))
    } else if title.contains('\n') {
        Some(Fault::new(path, "title-lines"))
    } else {
        let naming = |fault: Fault| fault.naming("width", width.to_string()).naming("most", WIDEST_TITLE.to_string());
        (width > WIDEST_TITLE).then(|| naming(Fault::new(path, "title-wide")))
    }
}

fn parties(names: &[String]) -> Vec<Fault> {
    let mut parties = Parties::default();
    let mut faults = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let before = parties.0.len();
        let path = format!("parties[{at}]");
        match parties.add(name) {
            None => faults.push(Fault::new(path, "party-empty")),
            Some(_) if parties.0.len() == before => {
                faults.push(Fault::new(path, "party-twice").naming("party", name));
            }
            Some(_) => {}
        }
    }
    faults
}

fn round(path: &str, round: &Round) -> Vec<Fault> {
    let mut faults = Vec::new();
    faults.extend(title(&format!("{path}.title"), &round.title));
    if round.id.as_str().is_empty() {
        faults.push(Fault::new(format!("{path}.id"), "empty"));
    }
    let only_talk = round.blocks.iter().all(|block| matches!(block, Form::Moment(_)));
    if round.question.trim().is_empty() && !only_talk {
        faults.push(Fault::new(format!("{path}.question"), "no-question"));
    }
    faults
}

fn times(path: &str, round: &Round) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (at, phase) in round.phases.iter().enumerate() {
        let path = format!("{path}.phases[{at}]");
        if phase.minutes == 0 {
            faults.push(Fault::new(format!("{path}.minutes"), "phase-without-time"));
        }
        if let Some(least) = phase.least.filter(|least| *least > phase.minutes) {
            let fault = Fault::new(format!("{path}.least"), "least-above-minutes");
            faults.push(fault.naming("least", least.to_string()).naming("minutes", phase.minutes.to_string()));
        }
    }
    let path = format!("{path}.minutes");
    match round.minutes {
        Some(minutes) if !round.phases.is_empty() && minutes != round.minutes() => {
            let fault = Fault::new(path, "minutes-differ");
            faults.push(fault.naming("minutes", minutes.to_string()).naming("phases", round.minutes().to_string()));
        }
        Some(_) | None if round.phases.is_empty() && round.minutes() == 0 => {
            faults.push(Fault::new(path, "no-minutes"));
        }
        Some(_) | None => {}
    }
    faults
}

/// What is wrong with the blocks: their ids, what each form says of itself, and what they take from one another.
fn blocks(workshop: &Workshop) -> Vec<Fault> {
    let all = workshop.rounds.iter().enumerate().flat_map(|(at, round)| {
        round.blocks.iter().enumerate().map(move |(nth, block)| (format!("rounds[{at}].blocks[{nth}]"), block))
    });
    let all: Vec<(String, &Form)> = all.collect();
    let mut faults = Vec::new();
    let mut seen: Vec<&BlockId> = Vec::new();
    for (path, block) in &all {
        let lens = block.lens();
        let id = lens.frame().id;
        if id.as_str().is_empty() {
            faults.push(Fault::new(format!("{path}.id"), "empty"));
        } else if seen.contains(&id) {
            faults.push(Fault::new(format!("{path}.id"), "block-twice").naming("id", id.as_str()));
        }
        if let Form::Formulate(formulate) = block {
            for (nth, from) in formulate.from.iter().enumerate().filter(|(_, from)| !seen.contains(from)) {
                let path = format!("{path}.from[{nth}]");
                let later = all.iter().any(|(_, other)| other.lens().frame().id == from);
                let fault = if later { Fault::new(path, "from-later") } else { Fault::new(path, "from-unknown") };
                let known = seen.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
                let known = if known.is_empty() { "–".to_owned() } else { known };
                faults.push(fault.naming("id", from.as_str()).naming("known", known));
            }
        }
        faults.extend(lens.check().into_iter().map(|fault| {
            let at = if fault.at.is_empty() { path.clone() } else { format!("{path}.{}", fault.at) };
            Fault { at, ..fault }
        }));
        seen.push(id);
    }
    faults
}

/// What is wrong with single texts, whatever form they stand in: ids, signs, characters that cannot be seen.
fn texts(workshop: &Workshop) -> Vec<Fault> {
    let mut texts = Vec::new();
    if let Ok(value) = serde_json::to_value(workshop) {
        collect("", &value, &mut texts);
    }
    let mut faults = Vec::new();
    let mut signs: HashMap<&str, &str> = HashMap::new();
    for (path, words) in &texts {
        if text::clean(words) != words.nfc().collect::<String>() {
            faults.push(Fault::new(path, "control"));
        }
        match path.rsplit('.').next() {
            Some("id") if words.chars().any(|c| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')) => {
                faults.push(Fault::new(path, "id-odd").naming("id", words));
            }
            Some("sigil") if words == NOTES => faults.push(Fault::new(path, "sigil-notes")),
            Some("sigil") if !words.is_empty() => match signs.insert(words, path) {
                // within one block the form itself has said so
                Some(other) if block_of(other) != block_of(path) => {
                    faults.push(Fault::new(path, "sigil-elsewhere").naming("sigil", words));
                }
                Some(_) | None => {}
            },
            Some(_) | None => {}
        }
    }
    faults
}

fn block_of(path: &str) -> &str {
    path.split(".categories").next().unwrap_or(path)
}

fn collect(path: &str, value: &Value, texts: &mut Vec<(String, String)>) {
    match value {
        Value::String(words) => texts.push((path.to_owned(), words.clone())),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(at, value)| collect(&format!("{path}[{at}]"), value, texts));
        }
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            let dot = if path.is_empty() { "" } else { "." };
            collect(&format!("{path}{dot}{name}"), value, texts);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
