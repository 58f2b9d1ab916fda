//! What of a voice a report is told, and that what may not be told is nowhere in what it gets.

use super::*;
use crate::{
    record::{Deed, EntryId, Flag, Home, Mint, PartyId, Taught, Touch},
    session::{Person, samples},
    words::Lang,
};

/// A session in which the second chair of Welzijn spoke at both tables, in the name of the municipality, and took it on.
fn spoken() -> (Session, People) {
    let mut session = samples::session();
    let Session { tables, mint, .. } = &mut session;
    for table in tables.iter_mut() {
        let mut entry = born(mint, "Meer bankjes");
        entry.by = Some(Voice::Seat("welzijn#2".into()));
        entry.namens = Some(Voice::Party("gemeente".into()));
        entry.columns.insert("wie".into(), Value::Voice(Voice::Seat("welzijn#2".into())));
        table.alter(vec![Touch::Birth(Box::new(entry))], Deed::Did, mint, samples::NINE);
    }
    let mut people = People::default();
    let person = |table, name: &str| Person {
        seat: "welzijn#2".into(),
        table,
        name: name.into(),
        function: "voorzitter".into(),
    };
    people.put(person(Some(TableId(1)), "Stoel Aan-Een"));
    people.put(person(None, "Stoel In-De-Zaal"));
    (session, people)
}

fn born(mint: &mut Mint, text: &str) -> Entry {
    let stamp = mint.stamp(samples::NINE);
    let id = EntryId::new(&format!("e{}", stamp.to_string().len() + text.len()));
    let home = Home { round: "dromen".into(), block: "b".into(), pass: 0 };
    Entry::new(id, stamp, home, "plus".into(), text)
}

fn decided(session: &mut Session, names: Names) {
    let touch = session.room.records.touch_fact(FactKey::Names, Some(Value::Choice(names.key().to_owned())));
    session.room.alter(vec![touch], Deed::Did, &mut session.mint, samples::NINE);
}

/// By, in whose name, and who takes it on, for each table.
fn voices(told: &Told) -> Vec<[String; 3]> {
    let parties = &told.session.head.parties;
    let said = |voice: &Option<Voice>| voice.as_ref().map_or_else(String::new, |voice| parties.voice(voice));
    let all = told.session.tables.iter().flat_map(|table| table.records.all());
    let row = |entry: &Entry| {
        let who = match &entry.columns[&"wie".into()] {
            Value::Voice(voice) => parties.voice(voice),
            Value::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        };
        [said(&entry.by), said(&entry.namens), who]
    };
    all.map(row).collect()
}

#[test]
fn a_chair_is_a_person_a_party_or_nobody_as_was_decided_for_the_session() {
    let (mut session, people) = spoken();
    let words = Words::new(Lang::Nl);
    let party = session.told(Some(&people), Names::Full, &words);
    assert_eq!(party.names, Names::Party, "nothing was decided, so no name is told, also when it is asked for");
    assert_eq!(voices(&party), vec![["Welzijn", "Gemeente", "Welzijn"].map(str::to_owned); 2]);

    decided(&mut session, Names::Full);
    let full = session.told(Some(&people), Names::Full, &words);
    let of = |name: &str| [name, "Gemeente", name].map(|name| name.to_owned());
    assert_eq!(voices(&full), [of("Stoel Aan-Een (Welzijn)"), of("Stoel In-De-Zaal (Welzijn)")]);
    assert_eq!(voices(&session.told(None, Names::Full, &words))[0], of("Welzijn 2"), "a chair nobody knows is a chair");

    decided(&mut session, Names::None);
    let none = session.told(Some(&people), Names::Full, &words);
    assert_eq!(voices(&none), vec![["", "", "Welzijn"].map(str::to_owned); 2]);
    let labels: Vec<&str> = none.session.head.parties.0.iter().map(|party| party.label.as_str()).collect();
    assert_eq!(labels, ["partij A", "partij B", "partij C"]);
    assert!(!format!("{none:?}").contains("Aan-Een"), "no name is anywhere in it");
}

#[test]
fn what_is_kept_out_has_no_words_left_and_is_counted() {
    let (mut session, _) = spoken();
    let id = session.tables[0].records.all()[0].id.clone();
    for flag in [Flag::Confidential, Flag::NotInReport] {
        let touches = session.tables[0].toggle(&id, flag);
        session.tables[0].alter(touches, Deed::Did, &mut session.mint, samples::NINE);
    }
    let told = session.told(None, Names::Party, &Words::new(Lang::Nl));
    assert_eq!(told.withheld, 1);
    let kept = told.session.tables[0].records.entry(&id).expect("is counted");
    assert_eq!((kept.text.as_str(), kept.by.as_ref(), kept.columns.len()), ("", None, 0));
    assert_eq!(told.session.tables[1].records.all()[0].text, "Meer bankjes");
}

#[test]
fn what_the_harvest_says_of_a_line_that_is_kept_out_is_kept_out_as_well() {
    let (mut session, _) = spoken();
    let entry = session.tables[0].records.all()[0].clone();
    let words = ["Geheim", "", ""].map(str::to_owned);
    let lesson = Taught::judges(&entry, &session.harvest.records, Some(&Taught(words)));
    session.harvest.alter(lesson, Deed::Did, &mut session.mint, samples::NINE);
    let words = Words::new(Lang::Nl);
    assert!(format!("{:?}", session.told(None, Names::Party, &words)).contains("Geheim"));
    let touches = session.tables[0].toggle(&entry.id, Flag::Confidential);
    session.tables[0].alter(touches, Deed::Did, &mut session.mint, samples::NINE);
    assert!(!format!("{:?}", session.told(None, Names::Party, &words)).contains("Geheim"));
}

#[test]
fn a_hundred_parties_are_told_apart() {
    let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(letters).collect();
    assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    assert_eq!(Parties::chair_of(&Parties::nth_chair(&PartyId::new("a#b"), 7)), Some((PartyId::new("a#b"), 7)));
}
