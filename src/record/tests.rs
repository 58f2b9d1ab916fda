//! The promises of the kernel: any order, any repetition, and back again.

use super::*;
use proptest::prelude::*;

fn stamp(millis: i64, device: &str) -> Stamp {
    Stamp { millis, tick: 0, device: device.into() }
}

fn home() -> Home {
    Home { round: "r".into(), block: "b".into(), pass: 0 }
}

fn change(stamp: Stamp, touches: Vec<Touch>) -> Change {
    Change { stamp, table: TableId(1), deed: Deed::Did, touches, at: None }
}

fn birth(at: i64, id: &str, text: &str) -> Change {
    let stamp = stamp(at, "a");
    let entry = Entry::new(id.into(), stamp.clone(), home(), "plus".into(), text);
    change(stamp, vec![Touch::Birth(Box::new(entry))])
}

#[test]
fn a_stamp_never_goes_back_and_moves_past_what_it_saw() {
    let mut mint = Mint::new("laptop-1".into(), 7);
    let now = Now { millis: 1000, offset: 0 };
    let first = mint.stamp(now);
    let second = mint.stamp(Now { millis: 500, ..now });
    mint.observe(&stamp(9000, "laptop-2"));
    let third = mint.stamp(now);
    assert!(first < second && second < third, "{first} {second} {third}");
    assert_eq!(third.to_string().parse::<Stamp>().as_ref(), Ok(&third));
    assert_ne!(mint.entry(now), mint.entry(now));
}

#[test]
fn there_is_always_room_between_two_places() {
    let (mut low, high) = (Order::born(&stamp(1, "a")), Order::born(&stamp(2, "a")));
    for _ in 0..200 {
        let between = Order::between(Some(&low), Some(&high));
        assert!(low < between && between < high, "{low:?} {between:?} {high:?}");
        low = between;
    }
    let first = Order::between(None, Some(&low));
    assert!(first < low && Order::between(Some(&high), None) > high);
}

#[test]
fn rewording_keeps_the_earlier_words_and_undo_brings_them_back() {
    let mut records = Records::default();
    records.apply(&birth(1, "x", "Eerst zo"));
    let touch = records.touch(&"x".into(), Part::Text("Nu zo".into())).expect("the text differs");
    let reword = change(stamp(2, "a"), vec![touch]);
    records.apply(&reword);
    let entry = records.entry(&"x".into()).expect("it was born");
    assert_eq!((entry.text.as_str(), entry.earlier[0].text.as_str()), ("Nu zo", "Eerst zo"));

    let back = records.undo(&reword);
    records.apply(&change(stamp(3, "a"), back));
    assert_eq!(records.entry(&"x".into()).map(|entry| entry.text.as_str()), Some("Eerst zo"));
}

#[test]
fn undo_leaves_alone_what_another_changed_since() {
    let mut records = Records::default();
    records.apply(&birth(1, "x", "een"));
    let mine = change(stamp(2, "a"), records.touch(&"x".into(), Part::Text("twee".into())).into_iter().collect());
    records.apply(&mine);
    records.apply(&change(stamp(3, "b"), records.touch(&"x".into(), Part::Text("drie".into())).into_iter().collect()));
    assert_eq!(records.undo(&mine), vec![]);
}

#[test]
fn deleting_leaves_the_lists_and_coming_back_restores_the_place() {
    let mut records = Records::default();
    for (at, id) in [(1, "x"), (2, "y"), (3, "z")] {
        records.apply(&birth(at, id, id));
    }
    let delete = change(stamp(4, "a"), records.touch(&"y".into(), Part::Gone(true)).into_iter().collect());
    records.apply(&delete);
    let listed = |records: &Records| {
        records.listed(&"b".into(), &"plus".into()).map(|entry| entry.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(listed(&records), ["x", "z"]);
    assert_eq!(records.len(), 2);
    records.apply(&change(stamp(5, "a"), records.undo(&delete)));
    assert_eq!(listed(&records), ["x", "y", "z"]);
}

/// A part of one of three entries, or its birth, by one of two devices at one of twenty moments.
fn any_change() -> impl Strategy<Value = Change> {
    let part = prop_oneof![
        "[a-c]{1,2}".prop_map(Part::Text),
        prop_oneof![Just("plus"), Just("min")].prop_map(|id| Part::Category(id.into())),
        any::<bool>().prop_map(|on| Part::Flag(Flag::Key, on)),
        any::<bool>().prop_map(|on| Part::Flag(Flag::Parked, on)),
        any::<bool>().prop_map(Part::Gone),
        proptest::option::of(Just(Value::Number(1.0))).prop_map(|value| Part::Column("c".into(), value)),
        any::<bool>().prop_map(|on| Part::Theme("t".into(), on)),
        proptest::option::of(0..3usize).prop_map(|id| Part::Answers(id.map(|id| ["x", "y", "z"][id].into()))),
    ];
    let touch = prop_oneof![
        1 => Just(None),
        4 => part.prop_map(Some),
    ];
    (0..3usize, 1..20i64, prop_oneof![Just("a"), Just("b")], touch, any::<bool>()).prop_map(
        |(id, at, device, part, marked)| {
            let (id, stamp): (EntryId, _) = (["x", "y", "z"][id].into(), stamp(at, device));
            let touch = match part {
                None => {
                    let mut entry =
                        Entry::new(id, stamp.clone(), home(), "plus".into(), &format!("geboren {at}{device}"));
                    if marked {
                        entry.flags.insert(Flag::Key);
                        entry.columns.insert("c".into(), Value::Number(2.0));
                    }
                    Touch::Birth(Box::new(entry))
                }
                Some(now) => Touch::Part { entry: id, was: now.clone(), now },
            };
            change(stamp, vec![touch])
        },
    )
}

fn unique(mut changes: Vec<Change>) -> Vec<Change> {
    // a stamp is a change's id: two different changes never share one
    changes.sort_by(|a, b| a.stamp.cmp(&b.stamp));
    changes.dedup_by(|a, b| a.stamp == b.stamp);
    changes
}

fn applied<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Records {
    let mut records = Records::default();
    changes.into_iter().for_each(|change| records.apply(change));
    records
}

/// The lists must be what a fresh count of the entries gives.
fn lists_hold(records: &Records) -> Result<(), TestCaseError> {
    let mut fresh = Records::default();
    records.all().into_iter().for_each(|entry| fresh.meet(entry));
    for category in ["plus", "min"] {
        let ids = |records: &Records| {
            records.listed(&"b".into(), &category.into()).map(|entry| entry.id.clone()).collect::<Vec<_>>()
        };
        prop_assert_eq!(ids(records), ids(&fresh));
    }
    let parked = |records: &Records| records.parked().map(|entry| entry.id.clone()).collect::<Vec<_>>();
    prop_assert_eq!(parked(records), parked(&fresh));
    prop_assert_eq!(records.len(), fresh.len());
    Ok(())
}

proptest! {
    #[test]
    fn any_order_and_any_repetition_give_the_same(
        changes in proptest::collection::vec(any_change(), 0..14).prop_map(unique).prop_shuffle(),
        again in proptest::collection::vec(any::<proptest::sample::Index>(), 0..6),
    ) {
        let mut ordered = changes.clone();
        ordered.sort_by(|a, b| a.stamp.cmp(&b.stamp));
        let repeated = again.iter().filter(|_| !changes.is_empty()).map(|at| at.get(&changes));
        let (one, two) = (applied(&ordered), applied(changes.iter().chain(repeated)));
        prop_assert_eq!(&one, &two);
        lists_hold(&two)?;
    }

    #[test]
    fn two_halves_merge_into_the_whole(
        changes in proptest::collection::vec(any_change(), 0..14).prop_map(unique),
        mine in proptest::collection::vec(any::<bool>(), 14),
    ) {
        let whole = applied(&changes);
        let half = |which: bool| applied(changes.iter().zip(&mine).filter(|(_, mine)| **mine == which).map(|(change, _)| change));
        let (mut left, right) = (half(true), half(false));
        let mut other = right.clone();
        other.merge(&left);
        left.merge(&right);
        prop_assert_eq!(&left, &whole);
        prop_assert_eq!(&other, &whole);
        lists_hold(&left)?;
    }

    #[test]
    fn a_change_and_its_inverse_leave_the_words_as_they_were(
        before in proptest::collection::vec(any_change(), 0..10).prop_map(unique),
        text in "[a-c]{1,3}", flag in any::<bool>(),
    ) {
        let mut records = applied(&before);
        records.apply(&birth(100, "x", "begin"));
        let seen = |records: &Records| records.entry(&"x".into()).map(|entry| (entry.text.clone(), entry.flags.clone(), entry.gone));
        let was = seen(&records);
        let touches = [Part::Text(text), Part::Flag(Flag::Key, flag)].into_iter().filter_map(|part| records.touch(&"x".into(), part)).collect();
        let did = change(stamp(200, "a"), touches);
        records.apply(&did);
        let back = change(stamp(201, "a"), records.undo(&did));
        records.apply(&back);
        prop_assert_eq!(seen(&records), was);
    }
}
