//! Undo and redo: without limit, over a restart, and never of what another device did.

use super::*;
use crate::{
    record::{Entry, EntryId, Flag},
    session::samples::{Room, place},
};
use proptest::prelude::*;

/// Something done at the table; the numbers choose among the entries there are.
#[derive(Clone, Debug)]
enum Did {
    Say(usize, String),
    Reword(usize, String),
    Toggle(usize),
    Shift(usize, bool),
    Merge(usize, usize),
    Split(usize),
    Hang(usize, usize),
    Rehome(usize, usize),
    Delete(usize),
    Undo,
    Redo,
}

const CATEGORIES: [&str; 5] = ["plus", "min", "oplossing", "droom", "actie"];

fn did() -> impl Strategy<Value = Did> {
    let line = "[a-c]{1,3}( [a-c]{1,3}){0,2}( @gem| #x| &1)?";
    prop_oneof![
        5 => (0..5usize, line).prop_map(|(category, line)| Did::Say(category, line)),
        2 => (0..9usize, prop_oneof![4 => line.boxed(), 1 => Just(String::new()).boxed()]).prop_map(|(at, line)| Did::Reword(at, line)),
        1 => (0..9usize).prop_map(Did::Toggle),
        1 => (0..9usize, any::<bool>()).prop_map(|(at, up)| Did::Shift(at, up)),
        1 => (0..9usize, 0..9usize).prop_map(|(a, b)| Did::Merge(a, b)),
        1 => (0..9usize).prop_map(Did::Split),
        1 => (0..9usize, 0..9usize).prop_map(|(a, b)| Did::Hang(a, b)),
        1 => (0..9usize, 0..5usize).prop_map(|(at, category)| Did::Rehome(at, category)),
        1 => (0..9usize).prop_map(Did::Delete),
    ]
}

fn did_or_undone() -> impl Strategy<Value = Did> {
    prop_oneof![4 => did(), 2 => Just(Did::Undo), 1 => Just(Did::Redo)]
}

fn act(room: &mut Room, did: &Did) {
    let living: Vec<EntryId> = room.table.records.all().iter().filter(|e| !e.gone).map(|e| e.id.clone()).collect();
    let pick = |at: &usize| living.get(at % living.len().max(1)).cloned().unwrap_or_default();
    let touches = match did {
        Did::Say(category, line) => {
            room.typed_in(CATEGORIES[*category], line, &["wel", "1 dec"], None);
            return;
        }
        Did::Undo => {
            room.undo();
            return;
        }
        Did::Redo => {
            room.redo();
            return;
        }
        Did::Reword(at, line) => {
            if !living.is_empty() {
                room.reworded(&pick(at), line, &["gem"]);
            }
            return;
        }
        Did::Toggle(at) => room.table.toggle(&pick(at), Flag::Key),
        Did::Shift(at, up) => room.table.shift(&pick(at), *up),
        Did::Merge(a, b) => room.table.merge(&pick(a), &pick(b)),
        Did::Split(at) => room.table.split(&pick(at), "a", "b", &mut room.mint, room.now),
        Did::Hang(a, b) => room.table.hang(&pick(a), Some(&pick(b))),
        Did::Rehome(at, category) => room.table.rehome(&pick(at), &"r".into(), &place(CATEGORIES[*category])),
        Did::Delete(at) => room.table.delete(&pick(at)),
    };
    room.alter(touches);
}

fn after(deeds: &[Did]) -> Room {
    let mut room = Room::new();
    deeds.iter().for_each(|did| act(&mut room, did));
    room
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn everything_taken_back_is_an_empty_table_and_everything_done_again_is_the_full_one(
        deeds in proptest::collection::vec(did(), 0..25),
    ) {
        let mut room = after(&deeds);
        let (full, changes) = (room.seen(), room.journal.len());
        let mut undone = 0;
        while room.undo() {
            undone += 1;
        }
        prop_assert_eq!((undone, room.seen()), (changes, vec![]));
        while room.redo() {}
        prop_assert_eq!(room.seen(), full);
        while room.undo() {}
        prop_assert_eq!(room.seen(), vec![]);
    }

    #[test]
    fn each_step_back_is_the_state_before_it(deeds in proptest::collection::vec(did(), 0..15)) {
        let mut room = Room::new();
        let mut states = vec![room.seen()];
        for did in &deeds {
            let made = room.journal.len();
            act(&mut room, did);
            if room.journal.len() > made {
                states.push(room.seen());
            }
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(room.undo());
            prop_assert_eq!(&room.seen(), state);
        }
        for state in states.iter().skip(1) {
            prop_assert!(room.redo());
            prop_assert_eq!(&room.seen(), state);
        }
    }

    #[test]
    fn a_restart_in_between_makes_no_difference(deeds in proptest::collection::vec(did_or_undone(), 0..30), then in proptest::collection::vec(did_or_undone(), 0..10)) {
        let mut live = after(&deeds);
        let mut again = live.restarted();
        // a snapshot was written: the records are on disk, and only what undo needs is replayed
        let mut snapshot = again.clone();
        snapshot.table = Table::new(TableId(1));
        snapshot.table.records = live.table.records.clone();
        live.table.history().for_each(|change| snapshot.table.replay(change.clone(), &live.device(), false));
        for room in [&mut live, &mut again, &mut snapshot] {
            for did in then.iter().filter(|did| matches!(did, Did::Undo | Did::Redo)) {
                act(room, did);
            }
        }
        for room in [&again, &snapshot] {
            prop_assert_eq!(&room.table.records, &live.table.records);
            prop_assert_eq!((room.table.can_undo(), room.table.can_redo()), (live.table.can_undo(), live.table.can_redo()));
        }
        let mut rooms = [live, again, snapshot];
        rooms.iter_mut().for_each(|room| while room.undo() {});
        prop_assert_eq!(rooms[0].seen(), rooms[1].seen());
        prop_assert_eq!(rooms[0].seen(), rooms[2].seen());
    }

    #[test]
    fn what_another_device_did_is_never_taken_back(
        mine in proptest::collection::vec(did(), 1..12), theirs in proptest::collection::vec(did(), 1..12), more in proptest::collection::vec("[a-c]{1,3}", 0..4),
    ) {
        let mut me = after(&mine);
        let mut them = Room::of("laptop-2", 8);
        them.now = me.now;
        for change in &me.journal {
            them.mint.observe(&change.stamp);
            them.table.replay(change.clone(), &them.device(), true);
        }
        theirs.iter().for_each(|did| act(&mut them, did));
        for change in &them.journal {
            me.mint.observe(&change.stamp);
            me.table.replay(change.clone(), &me.device(), true);
        }
        more.iter().for_each(|line| drop(me.typed("plus", line)));
        // the parts that they set last, and mine set nothing over since
        let theirs = |entry: &Entry| entry.changed.iter().filter(|(_, stamp)| stamp.device == "laptop-2".into()).map(|(key, _)| (entry.id.clone(), entry.part(key))).collect::<Vec<_>>();
        let standing: Vec<_> = me.table.records.all().into_iter().flat_map(theirs).collect();
        let touched = |entry: &&Entry| entry.born.device == "laptop-2".into() || !theirs(entry).is_empty();
        let all = me.table.records.all();
        let living: Vec<EntryId> = all.into_iter().filter(|entry| !entry.gone).filter(touched).map(|entry| entry.id.clone()).collect();
        while me.undo() {}
        for (id, part) in standing {
            prop_assert_eq!(me.entry(&id).part(&part.key()), part);
        }
        for id in living {
            prop_assert!(!me.entry(&id).gone, "{id} vanished");
        }
    }
}

#[test]
fn there_is_no_limit() {
    let mut room = Room::new();
    let id = room.typed("plus", "woord 0");
    for at in 1..2000 {
        room.reworded(&id, &format!("woord {at}"), &[]);
    }
    let mut room = room.restarted();
    for _ in 0..2000 {
        assert!(room.undo());
    }
    assert!(!room.undo() && !room.table.can_undo() && room.seen().is_empty());
    for _ in 0..2000 {
        assert!(room.redo());
    }
    assert!(!room.redo() && !room.table.can_redo());
    assert_eq!(room.texts("plus"), ["woord 1999"]);
    assert_eq!(room.table.history().count(), 2000);
}

#[test]
fn something_new_ends_what_could_be_done_again_and_what_the_program_keeps_does_not() {
    let mut room = Room::new();
    room.typed("plus", "een");
    room.typed("plus", "twee");
    room.undo();
    let fact = room.table.records.touch_fact(crate::record::FactKey::Done("r".into()), None);
    room.table.alter(vec![fact], Deed::Kept, &mut room.mint, room.now);
    assert!(room.table.can_redo(), "the clock is nobody's deed");
    room.typed("plus", "drie");
    assert!(!room.table.can_redo() && !room.redo());
    room.undo();
    assert_eq!(room.texts("plus"), ["een"]);
}

#[test]
fn an_entry_that_another_device_worked_on_does_not_vanish() {
    let mut room = Room::new();
    room.typed("plus", "eerst");
    let id = room.typed("plus", "mijn woorden");
    let stamp = Stamp { millis: room.now.millis + 5000, tick: 0, device: "laptop-2".into() };
    let touch = room.table.records.touch(&id, Part::Text("hun woorden".into())).expect("other words");
    let theirs = Change { stamp, table: TableId(1), deed: Deed::Did, touches: vec![touch], at: None };
    room.table.replay(theirs, &room.device(), true);
    assert!(room.undo(), "what came before it can be taken back");
    assert_eq!(room.texts("plus"), ["hun woorden"]);
}

#[test]
#[ignore = "a figure: cargo test --release --lib ten_thousand -- --ignored --nocapture"]
fn ten_thousand_entries_do_not_slow_the_next_one() {
    let fill = |count: usize| {
        let mut room = Room::new();
        (0..count).for_each(|at| drop(room.typed("min", &format!("dreiging {at} @gem"))));
        room
    };
    let fastest = |room: &mut Room| {
        let times = (0..200).map(|_| {
            let begun = std::time::Instant::now();
            room.typed("oplossing", "Samen betalen #geld @wel");
            let said = begun.elapsed();
            room.undo();
            (said, begun.elapsed())
        });
        times.min().expect("it ran")
    };
    let (ten, many) = (fastest(&mut fill(10)), fastest(&mut fill(10_000)));
    println!("saying (and undoing) one more: of ten {ten:?}, of ten thousand {many:?}");
    assert!(many.0 < ten.0 * 8, "{many:?}");
}
