//! What is done without typing a line, and what then stands at the table.

use crate::{
    record::{Change, Deed, EntryId, Flag, Order, Part, Touch, Value, Voice},
    session::samples::{Room, place},
};
use proptest::prelude::*;

fn party(id: &str) -> Voice {
    Voice::Party(id.into())
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

// placing

#[test]
fn moving_to_another_place_lets_go_of_what_is_not_answered_there() {
    let mut room = Room::new();
    let threat = room.typed("min", "Geen geld");
    let id = room.typed("oplossing", "Een potje");
    room.alter(room.table.rehome(&id, &"later".into(), &place("oplossing")));
    assert_eq!((&room.entry(&id).answers, room.entry(&id).home.round.as_str()), (&Some(threat.clone()), "later"));
    room.alter(room.table.rehome(&id, &"r".into(), &place("plus")));
    assert_eq!((&room.entry(&id).answers, room.texts("plus").len()), (&None, 1));
    room.undo();
    assert_eq!(room.entry(&id).answers, Some(threat));
}

#[test]
fn nothing_hangs_under_itself_and_a_circle_of_two_laptops_holds_nobody_up() {
    let mut room = Room::new();
    let ids: Vec<EntryId> = ["a", "b", "c", "d"].map(|text| room.typed("plus", text)).to_vec();
    room.alter(room.table.hang(&ids[1], Some(&ids[0])));
    room.alter(room.table.hang(&ids[2], Some(&ids[1])));
    assert_eq!(room.table.hang(&ids[0], Some(&ids[0])), vec![]);
    assert_eq!(room.table.hang(&ids[0], Some(&ids[2])), vec![]);
    room.alter(room.table.delete(&ids[1]));
    room.alter(room.table.delete(&ids[0]));
    assert!(!room.table.circles(&ids[3], &ids[2]), "deleted ones on the way do not make a circle");

    let circle = |under: usize| Part::Answers(Some(ids[under].clone()));
    let touch =
        |at: usize, under: usize| Touch::Part { entry: ids[at].clone(), was: Part::Answers(None), now: circle(under) };
    room.alter(vec![touch(0, 2)]);
    assert!(!room.table.hang(&ids[3], Some(&ids[1])).is_empty());
    room.alter(room.table.hang(&ids[0], None));
    assert_eq!(room.entry(&ids[0]).answers, None);
}

#[test]
fn shifting_moves_one_place_and_what_is_said_next_stands_behind_all() {
    let mut room = Room::new();
    let ids: Vec<EntryId> = ["a", "b", "c"].map(|text| room.typed("plus", text)).to_vec();
    room.alter(room.table.shift(&ids[0], false));
    room.alter(room.table.shift(&ids[0], false));
    assert_eq!(room.texts("plus"), ["b", "c", "a"]);
    assert_eq!(room.table.shift(&ids[0], false), vec![], "it is the last");
    assert_eq!(room.table.shift(&ids[1], true), vec![], "it is the first");
    room.typed("plus", "d");
    assert_eq!(room.texts("plus"), ["b", "c", "a", "d"]);
}

#[test]
fn siblings_are_those_that_hang_in_the_same_place() {
    let mut room = Room::new();
    let (first, second) = (room.typed("min", "1"), room.typed("min", "2"));
    let a = room.typed("oplossing", "a &1");
    room.typed("oplossing", "b &2");
    let c = room.typed("oplossing", "c &1");
    room.alter(room.table.shift(&c, true));
    assert_eq!(room.texts("oplossing"), ["c", "a", "b"]);
    assert_eq!(room.table.shift(&c, true), vec![]);
    room.alter(room.table.delete(&first));
    room.alter(room.table.delete(&second));
    room.alter(room.table.shift(&a, false));
    assert_eq!(room.texts("oplossing"), ["c", "b", "a"], "under deleted threats all are loose");
}

/// Entries with orders of which some are equal, as two laptops can give them.
fn list_of(orders: &[u8]) -> (Room, Vec<EntryId>) {
    let mut room = Room::new();
    let ids: Vec<EntryId> = orders.iter().map(|_| room.typed("plus", "x")).collect();
    let parts = ids.iter().zip(orders).map(|(id, order)| {
        let key: Order = ron::from_str(&format!("\"019e{order:02x}8\"")).expect("a key");
        Touch::Part { entry: id.clone(), was: Part::Order(key.clone()), now: Part::Order(key) }
    });
    let parts = parts.collect();
    room.alter(parts);
    (room, ids)
}

proptest! {
    #[test]
    fn shift_moves_exactly_one_place(
        orders in proptest::collection::vec(0..4u8, 1..7), at in any::<proptest::sample::Index>(), up in any::<bool>(),
        more in proptest::collection::vec((any::<proptest::sample::Index>(), any::<bool>()), 0..6),
    ) {
        let (mut room, ids) = list_of(&orders);
        for (at, up) in [(at, up)].into_iter().chain(more) {
            let listed = |room: &Room| room.table.records.listed(&"b".into(), &"plus".into()).map(|entry| entry.id.clone()).collect::<Vec<_>>();
            let mut expected = listed(&room);
            let id = at.get(&ids);
            let from = expected.iter().position(|other| other == id).expect("it is listed");
            let to = if up { from.saturating_sub(1) } else { (from + 1).min(expected.len() - 1) };
            expected.swap(from, to);
            let touches = room.table.shift(id, up);
            prop_assert_eq!(touches.is_empty(), from == to);
            room.alter(touches);
            prop_assert_eq!(listed(&room), expected);
        }
        let last = room.typed("plus", "laatste");
        prop_assert_eq!(room.table.records.listed(&"b".into(), &"plus".into()).next_back().map(|entry| entry.id.clone()), Some(last));
    }
}

// merging and splitting

#[test]
fn merging_keeps_all_words_marks_and_what_hung_under_both() {
    let mut room = Room::new();
    let (a, b) = (room.typed("min", "Te weinig geld @gem #geld"), room.typed("min", "Geen budget @@wel #tijd"));
    let (under_a, under_b) = (room.typed("oplossing", "x &1"), room.typed("oplossing", "y &2"));
    room.alter(room.table.toggle(&b, Flag::Confidential));
    let before = room.seen();
    room.alter(room.table.merge(&b, &a));
    let entry = room.entry(&a);
    assert_eq!(entry.text, "Te weinig geld / Geen budget");
    assert_eq!((&entry.by, &entry.namens), (&Some(party("gemeente")), &Some(party("welzijn"))));
    assert!(entry.themes.len() == 2 && entry.has(Flag::Confidential) && room.entry(&b).gone);
    assert_eq!(entry.earlier[0].text, "Te weinig geld");
    assert_eq!((&room.entry(&under_a).answers, &room.entry(&under_b).answers), (&Some(a.clone()), &Some(a.clone())));
    room.undo();
    assert_eq!(room.seen(), before, "taken back as one");
    assert_eq!(room.table.merge(&a, &a), vec![]);
    room.alter(room.table.delete(&b));
    assert_eq!(room.table.merge(&a, &b), vec![], "nothing is merged into what was deleted");
    assert_eq!(room.table.merge(&b, &a), vec![]);
}

#[test]
fn the_same_words_are_not_said_twice_and_columns_go_along() {
    let mut room = Room::new();
    let a = room.typed_in("actie", "Bellen", &["Wim", "1 dec"], None).expect("it was said");
    let b = room.typed_in("actie", "bellen", &["An", "2 dec", "b"], None).expect("it was said");
    let when = room.entry(&a).columns.get(&"when".into()).cloned();
    room.alter(room.table.merge(&b, &a));
    let columns = &room.entry(&a).columns;
    assert_eq!(room.entry(&a).text, "Bellen");
    assert_eq!(columns.get(&"who".into()), Some(&Value::Text("Wim / An".into())));
    assert_eq!(columns.get(&"when".into()), when.as_ref());
    assert_eq!(columns.get(&"board".into()), Some(&Value::Choice("bevestigd".into())));
    let c = room.typed_in("actie", "", &["gem"], None).expect("it was said");
    let d = room.typed("actie", "Mailen");
    room.alter(room.table.merge(&d, &c));
    assert_eq!(room.entry(&c).text, "Mailen");
}

#[test]
fn merging_into_what_hangs_far_below_makes_no_circle() {
    let mut room = Room::new();
    let ids: Vec<EntryId> = ["top", "a", "b", "c", "z"].map(|text| room.typed("plus", text)).to_vec();
    for pair in [(1, 0), (2, 1), (3, 2), (4, 1)] {
        room.alter(room.table.hang(&ids[pair.0], Some(&ids[pair.1])));
    }
    room.alter(room.table.merge(&ids[1], &ids[3]));
    let above = |at: usize| room.entry(&ids[at]).answers.clone();
    assert_eq!((above(3), above(2), above(4)), (Some(ids[0].clone()), Some(ids[3].clone()), Some(ids[3].clone())));
    assert!((0..5).all(|at| above(at).is_none_or(|up| !room.table.circles(&ids[at], &up))));
}

proptest! {
    #[test]
    fn merging_loses_no_word_and_makes_no_circle(
        hangs in proptest::collection::vec((0..5usize, 0..5usize), 0..6), a in 0..5usize, b in 0..5usize,
        texts in proptest::collection::vec("[a-cA-C]{1,2}( [a-c]{1,2}){0,2}", 5),
    ) {
        let mut room = Room::new();
        let ids: Vec<EntryId> = texts.iter().map(|text| room.typed("plus", text)).collect();
        for (id, under) in hangs {
            room.alter(room.table.hang(&ids[id], Some(&ids[under])));
        }
        let seen = room.seen();
        let merged = room.alter(room.table.merge(&ids[a], &ids[b]));
        prop_assert_eq!(merged.is_some(), a != b);
        if merged.is_some() {
            let result = room.entry(&ids[b]).text.to_lowercase();
            for word in words(&texts[a]).into_iter().chain(words(&texts[b])) {
                prop_assert!(words(&result).contains(&word.to_lowercase().as_str()), "{word} in {result}");
            }
            for entry in room.seen() {
                let hangs_well = |up: &EntryId| !room.table.circles(&entry.id, up) && !room.entry(up).gone;
                prop_assert!(entry.answers.as_ref().is_none_or(hangs_well), "{entry:?}");
            }
            room.undo();
            prop_assert_eq!(room.seen(), seen);
        }
    }

    #[test]
    fn splitting_keeps_every_word_right_behind_the_other(first in "[a-c ]{0,6}", second in "[a-c ]{0,6}", last in any::<bool>()) {
        let mut room = Room::new();
        let id = room.typed("plus", &format!("x{first}{second}"));
        if !last {
            room.typed("plus", "volgende");
        }
        let touches = room.table.split(&id, &format!("x{first}"), &second, &mut room.mint.clone(), room.now);
        prop_assert_eq!(touches.is_empty(), second.trim().is_empty());
        if room.alter(touches).is_some() {
            room.typed("plus", "daarna");
            let texts = room.texts("plus");
            prop_assert_eq!(&texts[..2], &[format!("x{first}").trim().to_owned(), second.trim().to_owned()]);
            prop_assert_eq!(texts.last().map(String::as_str), Some("daarna"));
        }
    }
}

#[test]
fn both_halves_keep_voices_marks_and_place() {
    let mut room = Room::new();
    room.typed("min", "Geen geld");
    let id = room.typed("oplossing", "Een potje en een plan @gem #geld");
    let change: Option<Change> =
        room.alter(room.table.split(&id, "Een potje", "een plan", &mut room.mint.clone(), room.now));
    assert_eq!(change.map(|change| (change.deed, change.touches.len())), Some((Deed::Did, 2)));
    assert_eq!(room.texts("oplossing"), ["Een potje", "een plan"]);
    let halves = room.table.records.listed(&"b".into(), &"oplossing".into()).collect::<Vec<_>>();
    assert_eq!(
        (&halves[0].by, &halves[0].answers, &halves[0].themes),
        (&halves[1].by, &halves[1].answers, &halves[1].themes)
    );
    room.undo();
    assert_eq!(room.texts("oplossing"), ["Een potje en een plan"]);
}
