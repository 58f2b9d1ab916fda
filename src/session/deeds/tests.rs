//! What a note-taker types, and what then stands at the table.

use crate::{
    form::formulate,
    record::{EntryId, Flag, Part, TableId, Touch, Value, Voice},
    session::samples::{Room, place},
};
use chrono::NaiveDate;
use proptest::prelude::*;

fn party(id: &str) -> Voice {
    Voice::Party(id.into())
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
fn what_is_worded_after_it_was_deleted_is_back() {
    let mut room = Room::new();
    for category in ["plus", "droom"] {
        let id = room.typed(category, "eerst");
        room.alter(room.table.delete(&id));
        room.reworded(&id, "toch", &[]);
        assert_eq!(room.texts(category), ["toch"]);
    }
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
