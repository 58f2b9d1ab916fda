//! Categories, the action list, and what is still open.

use super::*;
use crate::{
    form::samples::Sheet,
    record::{CategoryId, Value},
    words::Lang,
};

fn collect(ron: &str) -> Collect {
    ron::from_str(ron).expect("the block can be read")
}

#[test]
fn categories_are_places_in_order_and_a_table_may_add_its_own() {
    let mut sheet = Sheet::new();
    let block = collect(
        r#"(id: "b", hint: "", template: "Als … dan …", ordered: true, extendable: true, categories: [
            (id: "min", label: "Bedreigingen", one: "bedreiging", sigil: "!", tone: Red), (id: "uit", label: "Oplossingen", answers: ["min"], hint: "Hoe dan?")])"#,
    );
    sheet.fact(&FactKey::Category("b".into(), "eigen".into()), "Kansen");
    sheet.fact(&FactKey::Category("ander".into(), "x".into()), "Elders");
    let places = block.places(sheet.scope());
    let told =
        |place: &Place| format!("{:?} {} {} {} {}", place.sigil, place.label, place.one, place.hint, place.ordered);
    assert_eq!(
        places.iter().map(told).collect::<Vec<_>>(),
        [
            "Some('!') Bedreigingen bedreiging Als … dan … true",
            "None Oplossingen oplossingen Hoe dan? true",
            "None Kansen kansen Als … dan … true",
        ]
    );
    assert_eq!(places[1].answers, [CategoryId::new("min")]);
    assert_eq!(Collect { extendable: false, ..block }.places(sheet.scope()).len(), 2);
}

#[test]
fn what_is_open_is_said_in_sentences() {
    let mut sheet = Sheet::new();
    let block = collect(r#"(id: "b", categories: [(id: "plus", label: "Plus")], least: Some(2), most: Some(3))"#);
    let open = |sheet: &Sheet| block.open(sheet.scope()).join(" ");
    assert_eq!(open(&sheet), "Er zijn nog 2 antwoorden nodig.");
    sheet.say("plus", "a", |_| {});
    assert_eq!(open(&sheet), "Er is nog 1 antwoord nodig.");
    assert_eq!(Collect { optional: true, ..block.clone() }.open(sheet.scope()), Vec::<String>::new());
    sheet.say("plus", "b", |_| {});
    assert_eq!(open(&sheet), "");
    sheet.say("plus", "c", |_| {});
    sheet.say("plus", "d", |_| {});
    assert_eq!(open(&sheet), "Er zijn 4 antwoorden; gevraagd is hoogstens 3.");
}

#[test]
fn an_action_without_who_or_when_is_open() {
    let mut sheet = Sheet::new();
    let block = collect(r#"(id: "b", preset: Some(ActionList))"#);
    for action in ["bellen", "mailen"] {
        sheet.say("action", action, |entry| {
            if action == "bellen" {
                entry.columns.insert("who".into(), Value::Text("Wim".into()));
            }
        });
    }
    assert_eq!(
        block.open(sheet.scope()),
        ["Bij 1 regel ontbreekt nog: wie trekt het.", "Bij 2 regels ontbreekt nog: wanneer."]
    );
}

#[test]
fn one_key_is_enough_for_each_choice_of_the_board() {
    for lang in Lang::ALL {
        let sheet = Sheet::of(lang);
        let place = collect(r#"(id: "b", preset: Some(ActionList))"#).places(sheet.scope()).remove(0);
        let board = place.columns.iter().find(|column| column.id == "board".into()).expect("the column is there");
        let ColumnKind::Choice(choices) = &board.kind else { panic!("the board is a choice") };
        let mut letters: Vec<char> = choices.iter().filter_map(|choice| choice.chars().next()).collect();
        letters.dedup();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), 3, "{lang}: {choices:?}");
        assert!(!place.hint.is_empty() && !place.label.is_empty() && !place.one.is_empty());
    }
}
