//! What is promised of codes: what is printed is read again, and a number that was said stays.

use super::*;
use crate::{
    record::{Part as Parts, Touch},
    session::samples::{Room, session},
    workshop::shipped,
};
use proptest::prelude::*;

/// The head of a session of a workshop that ships, with so many tables.
fn head(text: &str, tables: u32) -> Head {
    let workshop = crate::workshop::read(text).expect("what ships can be read");
    Head { workshop, tables, ..session().head }
}

fn every_code(head: &Head, table: u32) -> Vec<Code> {
    let rounds = head.workshop.rounds.iter().flat_map(|round| {
        let blocks = round.blocks.iter().map(|block| Some(block.lens().frame().id));
        std::iter::once(None).chain(blocks).map(|block| {
            Code::of(head, TableId(table), &round.id, block).expect("a round and block of the workshop have a code")
        })
    });
    rounds.collect()
}

#[test]
fn every_block_of_every_workshop_that_ships_is_found_by_its_code_however_it_is_typed() {
    for shipped in ["nl", "en"].into_iter().flat_map(shipped) {
        for tables in [1, 9, 24] {
            let head = head(shipped.text, tables);
            for code in (1..=tables).flat_map(|table| every_code(&head, table)) {
                let printed = code.to_string();
                let typed = [".", "-", " ", "/"].map(|sign| printed.replace('·', sign));
                for text in typed.iter().chain([&printed, &printed.to_uppercase(), &format!(" {printed} ")]) {
                    assert_eq!(Code::read(text, &head), Ok(code), "{}: {text}", head.workshop.id);
                }
                match Code::read(&printed.replace('·', ""), &head) {
                    Ok(read) => assert_eq!(read, code, "{}: {printed}", head.workshop.id),
                    Err(Unread::Several(codes)) => assert!(codes.contains(&code) && codes.len() > 1, "{printed}"),
                    Err(other) => panic!("{printed} without signs: {other:?}"),
                }
                let (round, block) = (code.round(&head).expect("a round"), code.block(&head));
                assert_eq!(
                    Code::of(&head, code.table, &round.id, block.map(|block| block.lens().frame().id)),
                    Some(code)
                );
            }
        }
    }
}

proptest! {
    #[test]
    fn what_is_printed_is_read_again(table in 0u32..9_999_999, round in 0u32..9_999_999, nth in 0u32..9_999_999, which in 0..3) {
        let part = match which { 0 => Part::Whole, 1 => Part::Block(nth % 18_278), _ => Part::Entry(nth) };
        let code = Code { table: TableId(table), round, part };
        prop_assert_eq!(Code::parse(&code.to_string()), Some(code));
    }

    #[test]
    fn nothing_that_is_typed_makes_it_fail(text in "\\PC{0,12}", digits in "[tT]?[0-9.· -]{0,12}[a-z]{0,5}") {
        let head = session().head;
        for text in [text, digits] {
            if let Ok(code) = Code::read(&text, &head) {
                prop_assert_eq!(Code::read(&code.to_string(), &head), Ok(code));
            }
        }
    }
}

#[test]
fn what_is_wrong_with_a_code_is_told() {
    let workshop = shipped("nl").next().expect("a workshop ships").text;
    let head = head(workshop, 12);
    let read = |text: &str| Code::read(text, &head).expect_err(text);
    assert_eq!(read("13.1"), Unread::Table(13));
    assert_eq!(read("0.1"), Unread::Table(0));
    assert_eq!(read("2.99.a"), Unread::Round(99));
    assert_eq!(read("2.1.zz"), Unread::Block);
    assert_eq!(Code::read("101", &head).ok(), Code::parse("10.1"), "table 1 has no round 01");
    let (one, other) = (Code::parse("1.11"), Code::parse("11.1"));
    let rounds = std::iter::repeat_n(head.workshop.rounds[0].clone(), 11).collect();
    let long = Head { workshop: crate::workshop::Workshop { rounds, ..head.workshop.clone() }, ..head.clone() };
    assert_eq!(Code::read("111", &long), Err(Unread::Several([one, other].into_iter().flatten().collect())));
    for text in ["", "a", "2", "2.", "2..4", "tafel 2", "2.4.a.b", "12345678.1"] {
        assert_eq!(read(text), Unread::Strange, "{text}");
    }
}

#[test]
fn the_number_of_an_entry_stays_when_others_are_deleted_moved_or_said_later() {
    let mut room = Room::new();
    let ids: Vec<EntryId> = ["een", "twee", "drie"].into_iter().map(|text| room.typed("plus", text)).collect();
    let mut session = session();
    session.head.workshop.rounds[1].id = "r".into();
    let codes = |session: &mut Session, table: &Table| {
        *session.table_mut(table.id).expect("the table") = table.clone();
        Code::entries(&session.head, session.table(table.id).expect("the table"))
    };
    let before = codes(&mut session, &room.table);
    assert_eq!(ids.iter().map(|id| before[id].to_string()).collect::<Vec<_>>(), ["T1·2·01", "T1·2·02", "T1·2·03"]);
    let part = |now, was| Touch::Part { entry: ids[0].clone(), was, now };
    room.alter(vec![part(Parts::Gone(true), Parts::Gone(false))]).expect("it is deleted");
    let later = room.typed("plus", "vier");
    let after = codes(&mut session, &room.table);
    assert!(ids.iter().all(|id| after[id] == before[id]), "{after:?}");
    assert_eq!(after[&later].to_string(), "T1·2·04");
    for (id, code) in &after {
        let read = Code::read(&code.to_string(), &session.head).expect("a code");
        assert_eq!(read.entry(&session).map(|entry| &entry.id), Some(id));
    }
}
