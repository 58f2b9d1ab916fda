//! A text in parts: where it is written, what is open, and what an author gets wrong.

use super::*;
use crate::form::samples::{Sheet, faults, told_blocks};
use insta::assert_snapshot;

const DREAM: &str = r#"(id: "b", hint: "In één zin", slots: [(id: "kern", label: "De kern", most_words: Some(20)), (id: "waarom", label: "Waarom", hint: "Omdat …")])"#;

fn formulate(ron: &str) -> Formulate {
    ron::from_str(ron).expect("the block can be read")
}

#[test]
fn each_part_is_a_place_with_one_text() {
    let places = formulate(DREAM).places(Sheet::new().scope());
    let told =
        |place: &Place| (place.kind, place.label.clone(), place.one.clone(), place.hint.clone(), place.most_words);
    let (kern, waarom) = (told(&places[0]), told(&places[1]));
    assert_eq!(kern, (Kind::Slot, "De kern".into(), "de kern".into(), "In één zin".into(), Some(20)));
    assert_eq!(waarom, (Kind::Slot, "Waarom".into(), "waarom".into(), "Omdat …".into(), None));
}

#[test]
fn an_empty_part_is_open_unless_it_is_optional() {
    let mut sheet = Sheet::new();
    let dream = formulate(DREAM);
    sheet.say("kern", "Een dorp dat zorgt", |entry| {
        drop(entry.columns.insert(Status::column(), Status::Settled.value()))
    });
    assert_eq!(dream.open(sheet.scope()), ["Nog leeg: Waarom."]);
    assert_eq!(Formulate { optional: true, ..dream.clone() }.open(sheet.scope()), Vec::<String>::new());
    assert_eq!(
        told_blocks(&crate::form::report(sheet.scope(), &crate::form::Form::Formulate(dream), 3)),
        "### De kern\nEen dorp dat zorgt (staat vast)\n"
    );
}

#[test]
fn a_status_goes_round_and_is_read_as_it_was_written() {
    let mut sheet = Sheet::new();
    let mut status = Status::default();
    for _ in 0..3 {
        sheet.say("kern", "x", |entry| drop(entry.columns.insert(Status::column(), status.value())));
        let entry = sheet.records.entry(&"x".into()).expect("it was said");
        assert_eq!(Status::of(entry), status);
        sheet.records = Default::default();
        status = status.next();
    }
    assert_eq!(status, Status::Draft);
}

#[test]
fn every_fault_is_found() {
    assert_snapshot!(faults(&formulate(r#"(id: "b")"#)), @". no-slot");
    let wrong = r#"(id: "b", slots: [(id: "", label: "A"), (id: "a", label: " "), (id: "a", label: "B", most_words: Some(0))])"#;
    assert_snapshot!(faults(&formulate(wrong)), @r"
    slots[0].id empty
    slots[1].label empty
    slots[2].id id-twice id=a
    slots[2].most_words no-words
    ");
    assert_eq!(faults(&formulate(DREAM)), "");
}
