//! Who makes a lesson, and who says what about it.

use super::*;
use crate::record::{Change, Deed, Home, Stamp, TableId};

fn stamp(millis: i64) -> Stamp {
    Stamp { millis, tick: 0, device: "a".into() }
}

fn alters(records: &mut Records, at: i64, touches: Vec<Touch>) -> Change {
    let change = Change { stamp: stamp(at), table: TableId(1), deed: Deed::Did, touches, at: None };
    records.apply(&change);
    change
}

/// A table that said one thing, and a harvest in which nothing is.
fn said() -> (Records, Records) {
    let home = Home { round: "r".into(), block: "b".into(), pass: 0 };
    let entry = Entry::new("x".into(), stamp(1), home, "plus".into(), "korte lijnen");
    let mut table = Records::default();
    table.meet(&entry);
    (table, Records::default())
}

fn entry(table: &Records) -> &Entry {
    table.entry(&"x".into()).expect("it was said")
}

fn taught(texts: [&str; 3]) -> Taught {
    Taught(texts.map(str::to_owned))
}

#[test]
fn a_table_marks_a_lesson_and_says_where_it_holds() {
    let (mut table, harvest) = said();
    assert_eq!(Taught::of(entry(&table), Some(&harvest)), None);
    let now = taught(["Goes", "", "bel eerst"]);
    let touches = Taught::marks(entry(&table), Some(&harvest), Some(&now));
    assert_eq!(touches.len(), 3, "what nobody said is not written");
    let change = alters(&mut table, 2, touches);
    assert_eq!(Taught::of(entry(&table), Some(&harvest)), Some(now.clone()));
    assert!(Taught::marks(entry(&table), Some(&harvest), Some(&now)).is_empty(), "it is so already");
    let back = table.undo(&change);
    alters(&mut table, 3, back);
    assert_eq!(Taught::of(entry(&table), Some(&harvest)), None);
}

#[test]
fn what_was_said_last_counts_at_the_table_or_at_the_harvest() {
    let (mut table, mut harvest) = said();
    let mark = Taught::marks(entry(&table), Some(&harvest), Some(&taught(["Goes", "", ""])));
    alters(&mut table, 2, mark);
    let judge = Taught::judges(entry(&table), &harvest, Some(&taught(["Zeeland", "met een wijkraad", ""])));
    alters(&mut harvest, 3, judge);
    assert_eq!(Taught::of(entry(&table), Some(&harvest)), Some(taught(["Zeeland", "met een wijkraad", ""])));
    assert_eq!(Taught::of(entry(&table), None), Some(taught(["Goes", "", ""])), "the words of the table stay its own");

    let away = Taught::judges(entry(&table), &harvest, None);
    let change = alters(&mut harvest, 4, away);
    assert_eq!(Taught::of(entry(&table), Some(&harvest)), None);
    let again = Taught::marks(entry(&table), Some(&harvest), Some(&taught(["Zeeland", "met een wijkraad", ""])));
    alters(&mut table, 5, again);
    assert!(Taught::of(entry(&table), Some(&harvest)).is_some(), "the table said so after the harvest did");

    let back = harvest.undo(&change);
    alters(&mut harvest, 6, back);
    assert!(Taught::of(entry(&table), Some(&harvest)).is_some());
}

#[test]
fn two_harvests_of_one_line_are_one_lesson() {
    let (table, mut harvest) = said();
    let mut other = harvest.clone();
    let here = Taught::judges(entry(&table), &harvest, Some(&taught(["Goes", "", ""])));
    let there = Taught::judges(entry(&table), &other, Some(&taught(["", "", "bel eerst"])));
    alters(&mut harvest, 2, here);
    alters(&mut other, 3, there);
    harvest.merge(&other);
    assert_eq!(Taught::of(entry(&table), Some(&harvest)), Some(taught(["Goes", "", "bel eerst"])));
}
