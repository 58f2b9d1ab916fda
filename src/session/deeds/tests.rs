//! What a note-taker does, and what then stands at the table.

use crate::{
    form::formulate,
    record::{Change, Deed, EntryId, Flag, Order, Part, TableId, Touch, Value, Voice},
    session::samples::{Room, place},
};
use chrono::NaiveDate;
use proptest::prelude::*;

fn party(id: &str) -> Voice {
    Voice::Party(id.into())
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

// saying

#[test]
fn a_line_becomes_an_entry_with_its_marks() {
    let mut room = Room::new();
    let id = room.typed("plus", "@gem Korte lijnen #contact @@wel");
    let entry = room.entry(&id);
    assert_eq!((entry.text.as_str(), entry.category.as_str()), ("Korte lijnen", "plus"));
    assert_eq!((&entry.by, &entry.namens), (&Some(party("gemeente")), &Some(party("welzijn"))));
    assert!(entry.themes.contains(&"contact".into()));
    assert_eq!(room.typed_in("plus", "  ", &[], None), None, "nothing typed, nothing said");
}

#[test]
fn who_said_it_is_not_kept_where_nobody_may_know() {
    let mut room = Room::new();
    let id = room.typed("geheim", "Ik durf dit niet hardop @gem");
    assert_eq!((room.entry(&id).by.as_ref(), room.entry(&id).text.as_str()), (None, "Ik durf dit niet hardop"));
    room.reworded(&id, "Ik durf dit nu wel @gem", &[]);
    assert_eq!((room.entry(&id).by.as_ref(), room.entry(&id).text.as_str()), (None, "Ik durf dit nu wel"));
}

#[test]
fn a_solution_hangs_under_the_last_threat_or_the_one_named_or_chosen() {
    let mut room = Room::new();
    let loose = room.typed("oplossing", "Zomaar een oplossing");
    let (first, second) = (room.typed("min", "Te weinig tijd"), room.typed("min", "Te weinig geld"));
    let under = |room: &Room, id: &EntryId| room.entry(id).answers.clone();
    assert_eq!(under(&room, &loose), None);

    let new = room.typed("oplossing", "Samen betalen");
    assert_eq!(under(&room, &new), Some(second.clone()));
    let new = room.typed("oplossing", "Minder vergaderen &1");
    assert_eq!(under(&room, &new), Some(first.clone()));
    let new = room.typed("oplossing", "Een potje &2");
    assert_eq!(under(&room, &new), Some(second.clone()));
    let new = room.typed_in("oplossing", "Vrijwilligers", &[], Some(&first)).expect("it was said");
    assert_eq!(under(&room, &new), Some(first.clone()));

    let third = room.typed("oplossing", "Zie ook &3");
    assert_eq!((under(&room, &third), room.entry(&third).text.as_str()), (Some(second.clone()), "Zie ook &3"));
    let wish = room.typed("plus", "Zie &1");
    assert_eq!((under(&room, &wish), room.entry(&wish).text.as_str()), (None, "Zie &1"));

    room.alter(room.table.delete(&second));
    let new = room.typed_in("oplossing", "Na het schrappen", &[], Some(&second)).expect("it was said");
    assert_eq!(under(&room, &new), Some(first.clone()), "what was deleted is not answered");
    room.reworded(&new, "Na het schrappen &1", &[]);
    assert_eq!(under(&room, &new), Some(first));
}

#[test]
fn the_columns_of_an_action_are_read_as_each_asks() {
    let mut room = Room::new();
    let id = room.typed_in("actie", "Gesprek plannen", &["wel2", "1 dec", "b", "1.250,50"], None).expect("it was said");
    let day = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
    let column = |room: &Room, id: &EntryId, column: &str| room.entry(id).columns.get(&column.into()).cloned();
    assert_eq!(column(&room, &id, "who"), Some(Value::Voice(Voice::Seat("welzijn#2".into()))));
    assert_eq!(column(&room, &id, "when"), Some(Value::Date(day)));
    assert_eq!(column(&room, &id, "board"), Some(Value::Choice("bevestigd".into())));
    assert_eq!(column(&room, &id, "cost"), Some(Value::Number(1250.5)));

    let said = ["Wim van de bakker", "als het kan", "n", "veel"];
    let id = room.typed_in("actie", "", &said, None).expect("columns alone are said too");
    for (name, text) in ["who", "when", "board", "cost"].into_iter().zip(said) {
        assert_eq!(column(&room, &id, name), Some(Value::Text(text.into())), "no word is refused");
    }
    for (typed, board) in [("niet", "niet nodig"), ("NOG", "nog nodig")] {
        let id = room.typed_in("actie", "x", &["", "", typed], None).expect("it was said");
        assert_eq!(column(&room, &id, "board"), Some(Value::Choice(board.into())));
    }
    for (typed, days) in [("vrijdag", 3), ("over 2 weken", 14), ("morgen", 1)] {
        let id = room.typed_in("actie", "x", &["@gem", typed], None).expect("it was said");
        let date = room.now.date() + chrono::Days::new(days);
        assert_eq!(column(&room, &id, "when"), Some(Value::Date(date)), "{typed}");
        assert_eq!(column(&room, &id, "who"), Some(Value::Voice(party("gemeente"))));
    }
    let id = room.typed_in("actie", "x", &["@", "", ""], None).expect("it was said");
    assert_eq!(column(&room, &id, "who"), Some(Value::Text("@".into())), "no name is not the first party");
}

#[test]
fn in_a_list_of_actions_a_voice_pulls_it_and_a_second_one_said_it() {
    let mut room = Room::new();
    let id = room.typed("actie", "Bellen @wel");
    let who = |room: &Room, id: &EntryId| room.entry(id).columns.get(&"who".into()).cloned();
    assert_eq!((who(&room, &id), room.entry(&id).by.clone()), (Some(Value::Voice(party("welzijn"))), None));
    let id = room.typed_in("actie", "Bellen @wel", &["gem"], None).expect("it was said");
    let welzijn = Some(party("welzijn"));
    assert_eq!((who(&room, &id), room.entry(&id).by.clone()), (Some(Value::Voice(party("gemeente"))), welzijn.clone()));
    room.reworded(&id, "Snel bellen @Welzijn", &["Gemeente"]);
    assert_eq!((who(&room, &id), room.entry(&id).by.clone()), (Some(Value::Voice(party("gemeente"))), welzijn));
    room.reworded(&id, "Snel bellen @zorgc", &["Gemeente"]);
    assert_eq!(who(&room, &id), Some(Value::Voice(party("zorgcooperatie-zeeland"))));
}

#[test]
fn the_text_of_a_slot_is_one_entry_on_two_devices_and_merges() {
    let (mut one, mut two) = (Room::new(), Room::of("laptop-2", 8));
    two.now = two.now.plus(60);
    let (a, b) = (one.typed("droom", "Een dorp"), two.typed("droom", "Een dorp dat zorgt"));
    assert_eq!(a, b);
    assert_eq!(a, formulate::slot_entry(TableId(1), &"b".into(), &"droom".into()));
    let other = one.table.records.clone();
    one.table.records.merge(&two.table.records);
    two.table.records.merge(&other);
    assert_eq!(one.table.records, two.table.records);
    assert_eq!(one.texts("droom"), ["Een dorp dat zorgt"]);
    assert_eq!(one.entry(&a).earlier[0].text, "Een dorp");

    one.undo();
    assert_eq!(one.texts("droom"), ["Een dorp dat zorgt"], "taking back mine does not take away theirs");
}

#[test]
fn a_slot_is_worded_anew_emptied_and_filled_again() {
    let mut room = Room::new();
    let id = room.typed("droom", "Eerste");
    room.typed("droom", "Tweede @gem");
    assert_eq!(room.texts("droom"), ["Tweede @gem"], "a text has no marks");
    room.reworded(&id, " ", &[]);
    assert_eq!(room.texts("droom"), Vec::<String>::new());
    assert_eq!(room.typed_in("droom", "", &[], None), None);
    room.typed("droom", "Derde");
    assert_eq!((room.texts("droom"), room.entry(&id).earlier.len()), (vec!["Derde".to_owned()], 2));
    room.typed_in("droom", "", &[], None);
    assert_eq!(room.table.records.len(), 0, "emptied on the line, too");
    room.undo();
    assert_eq!(room.texts("droom"), ["Derde"]);

    room.alter(room.table.rehome(&id, &"r".into(), &place("plus")));
    room.typed("droom", "Een andere");
    assert_eq!((room.texts("plus"), room.texts("droom")), (vec!["Derde".to_owned()], vec!["Een andere".to_owned()]));
}

// rewording

#[test]
fn rewording_keeps_what_was_not_on_the_line() {
    let mut room = Room::new();
    let threat = room.typed("min", "Geen geld");
    let id = room.typed("oplossing", "Een potje @gem #geld");
    let theme = Touch::Part {
        entry: id.clone(),
        was: Part::Theme("wonen en zorg".into(), false),
        now: Part::Theme("wonen en zorg".into(), true),
    };
    let stranger = Touch::Part { entry: id.clone(), was: Part::Namens(None), now: Part::Namens(Some(party("kerk"))) };
    room.alter(room.table.toggle(&id, Flag::Key));
    room.alter(vec![theme, stranger]);
    room.reworded(&id, "Een pot @wel #centen", &[]);
    let entry = room.entry(&id);
    assert_eq!((entry.text.as_str(), &entry.by), ("Een pot", &Some(party("welzijn"))));
    assert_eq!((&entry.answers, entry.has(Flag::Key), &entry.namens), (&Some(threat), true, &Some(party("kerk"))));
    assert_eq!(entry.themes.iter().map(ToString::to_string).collect::<Vec<_>>(), ["centen", "wonen en zorg"]);
    assert_eq!(entry.earlier[0].text, "Een potje");
    room.reworded(&id, "Een pot", &[]);
    assert_eq!((&room.entry(&id).by, room.entry(&id).themes.len()), (&None, 1), "marks taken off the line are off");
}

#[test]
fn columns_that_were_not_shown_or_not_altered_keep_their_value() {
    let mut room = Room::new();
    let id = room.typed_in("actie", "Bellen", &["gem", "1 dec", "b", "0,125"], None).expect("it was said");
    let was = room.entry(&id).columns.clone();
    room.reworded(&id, "Nu bellen", &[]);
    assert_eq!(room.entry(&id).columns, was);
    room.reworded(&id, "Straks bellen", &["Gemeente", "1 december 2026", "bevestigd", "0,13"]);
    assert_eq!(room.entry(&id).columns, was, "shown as 0,13, and still 0,125");
    assert_eq!(room.reworded(&id, "Straks bellen", &["Gemeente", "1 december 2026", "bevestigd", "0,13"]), None);
    room.reworded(&id, "Straks bellen", &["Gemeente", "", "niet"]);
    let columns = &room.entry(&id).columns;
    assert_eq!((columns.get(&"when".into()), columns.len()), (None, 3));
    assert_eq!(columns.get(&"board".into()), Some(&Value::Choice("niet nodig".into())));
}

#[test]
fn emptied_it_is_deleted_and_undo_brings_it_back() {
    let mut room = Room::new();
    let id = room.typed("plus", "Korte lijnen #contact");
    let seen = room.seen();
    room.reworded(&id, "  ", &[]);
    assert!(room.entry(&id).gone);
    room.undo();
    assert_eq!(room.seen(), seen);

    let id = room.typed_in("actie", "Bellen", &["gem"], None).expect("it was said");
    room.reworded(&id, "", &[]);
    assert!(!room.entry(&id).gone, "who pulls it still stands there");
    room.reworded(&id, "", &[""]);
    assert!(room.entry(&id).gone);
}

#[test]
fn words_that_end_in_what_looks_like_a_mark_are_left_alone_until_altered() {
    let mut room = Room::new();
    let id = room.typed("plus", "bellen met @gem daarna");
    room.alter(vec![Touch::Part {
        entry: id.clone(),
        was: Part::Text("bellen met @gem daarna".into()),
        now: Part::Text("bellen met @gem".into()),
    }]);
    assert_eq!(room.reworded(&id, "bellen met @gem", &[]), None);
    room.reworded(&id, "bellen met @gem #x", &[]);
    assert_eq!(room.entry(&id).by, Some(party("gemeente")));
}

proptest! {
    #[test]
    fn a_line_taken_up_and_saved_unaltered_alters_nothing(
        line in "[@#&]{0,2}[a-z]{1,6}( ([@#&]{0,2}(gem|wel2|zorg|[a-z]{1,4}|[0-9])))" , under in any::<bool>(),
    ) {
        let mut room = Room::new();
        room.typed("min", "Een dreiging");
        let category = if under { "oplossing" } else { "plus" };
        if let Some(id) = room.typed_in(category, &line, &[], None) {
            let entry = room.entry(&id).clone();
            let marks = crate::session::Said::marks(entry.by.as_ref(), entry.namens.as_ref(), entry.themes.iter().cloned(), &crate::session::samples::parties());
            prop_assert_eq!(room.reworded(&id, &format!("{}{marks}", entry.text), &[]), None);
        }
    }
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
