//! What stands in a column, and what is marked on an entry, in words.

use crate::{
    form::Scope,
    record::{About, Flag, Parties, Records, Taught, Value},
    words::{Lang, Words, dates, numbers},
};

/// A value of a column in words.
pub fn tell(scope: Scope<'_>, value: &Value) -> String {
    match value {
        Value::Yes(true) => scope.words.say("form-yes"),
        Value::Yes(false) => scope.words.say("form-no"),
        Value::Text(_)
        | Value::Choice(_)
        | Value::Number(_)
        | Value::Date(_)
        | Value::Voice(_)
        | Value::Entry(_)
        | Value::Entries(_) => typed(scope.records, scope.parties, scope.words.lang(), value).unwrap_or_default(),
    }
}

/// A value as it stands in its field when the line is taken up again; nothing for yes and no, which are never typed.
///
/// Apart from [`tell`], so that the session can see that a field was left as it was: a number shown with two decimals, or
/// another entry shown by its words, would not be the same when read again.
pub fn typed(records: &Records, parties: &Parties, lang: Lang, value: &Value) -> Option<String> {
    let entry = |id| records.entry(id).map(|entry| entry.text.clone()).unwrap_or_default();
    Some(match value {
        Value::Text(text) | Value::Choice(text) => text.clone(),
        Value::Number(number) => numbers::number(*number, if number.fract() == 0.0 { 0 } else { 2 }, lang),
        Value::Date(date) => dates::date_long(*date, lang),
        Value::Voice(voice) => parties.voice(voice),
        Value::Entry(id) => entry(id),
        Value::Entries(ids) => ids.iter().map(entry).collect::<Vec<_>>().join("; "),
        Value::Yes(_) => return None,
    })
}

/// What is said of a lesson beside its words: what each is called, and the words; nothing of what nobody said.
pub fn lore(words: &Words, taught: &Taught) -> Vec<(String, String)> {
    let told = About::ALL.into_iter().map(|about| (about, taught.get(about)));
    told.filter(|(_, text)| !text.is_empty())
        .map(|(about, text)| (words.say(about.key()).to_lowercase(), text.to_owned()))
        .collect()
}

/// What a mark on an entry is called.
pub fn flag(words: &Words, flag: Flag) -> String {
    match flag {
        Flag::Quote => words.say("form-flag-quote"),
        Flag::Key => words.say("form-flag-key"),
        Flag::Parked => words.say("form-flag-parked"),
        Flag::Confidential => words.say("form-flag-confidential"),
        Flag::NotInReport => words.say("form-flag-not-in-report"),
        Flag::Lesson => words.say("form-flag-lesson"),
    }
}
