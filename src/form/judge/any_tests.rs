//! What holds for any scale, any line and any strokes, and how fast a large board is.

use super::{
    mark::Stance,
    tests::Table,
    typed::{Typed, Wrong, read},
    *,
};
use crate::{form::board::Then, record::Touch, words::Lang};
use proptest::prelude::*;

fn scales() -> Vec<Scale> {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    vec![
        Scale::default(),
        Scale::Numbers { from: 5.0, to: -5.0, step: 0.5, low: String::new(), high: String::new() },
        Scale::Numbers { from: 0.0, to: 5000.0, step: 250.0, low: String::new(), high: String::new() },
        Scale::Zones(names(&["herkend", "verrassend", "niet gemist"])),
        Scale::Rings { rings: names(&["a", "b", "c"]), sectors: names(&["x", "y"]) },
        Scale::Axes { x: Axis::default(), y: Axis::default() },
        Scale::YesNo,
        Scale::Consent,
    ]
}

/// A mark of a scale, by a number.
fn nth_mark(scale: &Scale, nth: usize) -> Mark {
    if nth.is_multiple_of(7) {
        return Mark::Absent;
    }
    match scale {
        Scale::Numbers { .. } => {
            let mut mark = scale.next(None);
            for _ in 0..nth % 20 {
                mark = scale.next(mark);
            }
            mark.unwrap_or(Mark::Absent)
        }
        Scale::Zones(zones) => Mark::Zone(nth % zones.len()),
        Scale::Rings { rings, .. } => Mark::Ring(nth % rings.len(), [None, Some(0), Some(1)][nth / 3 % 3]),
        Scale::Axes { .. } => Mark::At((nth % 5) as u8 + 1, (nth / 5 % 5) as u8 + 1),
        Scale::YesNo => Mark::Yes(nth.is_multiple_of(2)),
        Scale::Consent => Mark::Consent([Stance::Fine, Stance::Concern, Stance::Objection][nth % 3]),
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(which in 0..8_usize, nths in prop::collection::vec(0..200_usize, 1..40)) {
        let scale = &scales()[which];
        let marks: Vec<Mark> = nths.iter().map(|nth| nth_mark(scale, *nth)).collect();
        for lang in Lang::ALL {
            let line: Vec<String> = marks.iter().map(|mark| scale.short(*mark, lang)).collect();
            let want = Typed::Marks(marks.iter().map(|mark| (*mark, None)).collect());
            prop_assert_eq!(read(scale, &line.join(" "), lang, marks.len()), Ok(want));
        }
        for mark in marks {
            prop_assert_eq!(scale.mark(&scale.verdict(mark).expect("it can be kept")), mark);
        }
    }

    #[test]
    fn any_line_is_taken_calmly(which in 0..8_usize, line in ".*", typed in "[-0-9a-zjn:;,./ ]{0,24}", columns in 0..9_usize) {
        for line in [line, typed] {
            match read(&scales()[which], &line, Lang::Nl, columns) {
                Ok(Typed::Marks(marks)) => prop_assert!(!marks.is_empty()),
                Ok(Typed::Note(_)) => prop_assert!(line.trim().starts_with(':')),
                Err(Wrong::Outside(_) | Wrong::OffStep(_) | Wrong::Half(_) | Wrong::Either(..) | Wrong::Unknown(_)) => {}
            }
        }
    }

    #[test]
    fn the_tally_lies_within_what_was_given(nths in prop::collection::vec(0..200_usize, 0..30), which in 0..8_usize) {
        let scale = scales().remove(which);
        let marks: Vec<(usize, Mark)> = nths.iter().map(|nth| nth_mark(&scale, *nth)).enumerate().collect();
        let judge = Judge { scale, threshold: Some(1.0), veto: Some(1.0), per: Per::Seat, ..Judge::default() };
        let tally = Tally::of(&judge, &marks);
        prop_assert!(tally.given <= marks.len());
        prop_assert!(!(tally.contested && tally.agreed));
        if let (Some(mean), Some((low, _)), Some((high, _))) = (tally.mean, &tally.low, &tally.high) {
            prop_assert!(*low <= mean + 1e-9 && mean <= *high + 1e-9);
            prop_assert!(tally.spread.is_some_and(|spread| spread <= (high - low) / 2.0 + 1e-9));
        }
        Tally::is_robust(&judge, &marks);
    }

    #[test]
    fn any_strokes_are_undone_cleanly(strokes in prop::collection::vec((0..3_usize, 0..4_usize, 0..5_usize, "[-0-9jn:; ]{0,9}"), 1..12), which in 0..8_usize, seat: bool) {
        let mut table = Table::new(if seat { "per: Seat, until: Some((when: Said))" } else { "" });
        table.judge.scale = scales().remove(which);
        for (row, column, kind, line) in strokes {
            let stroke = match kind {
                0 => Stroke::Turn,
                1 => Stroke::Clear,
                2 => Stroke::NextPass,
                _ => Stroke::Typed(&line),
            };
            let before = table.board();
            let fill = table.fill(["a", "b", "c"][row], column, stroke);
            let back: Vec<_> = fill.touches.iter().rev().map(Touch::inverse).collect();
            let again = fill.touches.clone();
            table.apply(fill);
            table.apply(Fill::of(back, Then::Stay));
            prop_assert_eq!(&before, &table.board());
            table.apply(Fill::of(again, Then::Stay));
        }
        table.judge.scores(table.sheet.scope());
    }
}

#[test]
fn forty_chairs_and_twenty_items_stand_on_one_board() {
    let mut table = Table::new("per: Seat, derive: [Mean, Spread, Extremes, Robust, Consensus]");
    table.judge.from = vec![Source::List((0..20).map(|nth| format!("punt {nth}")).collect())];
    let row = (0..40).map(|nth| (nth % 10 + 1).to_string()).collect::<Vec<_>>().join(" ");
    for nth in 0..20 {
        let item = Item::Statement(format!("punt {nth}"));
        let fill =
            table.judge.fill(table.sheet.scope(), None, Spot { item: Some(&item), column: 0 }, Stroke::Typed(&row));
        table.apply(fill);
    }
    let board = table.judge.board(table.sheet.scope(), None).expect("there is one");
    assert_eq!((board.rows.len(), board.columns.len(), board.filled()), (20, 40, 20));
}

#[test]
fn a_broken_scale_breaks_nothing() {
    let scales = [
        "Numbers(from: 1, to: 1)",
        "Numbers(from: NaN, to: inf, step: NaN)",
        "Numbers(from: 0, to: 1e300, step: -1)",
        "Zones([])",
        "Rings(rings: [], sectors: [])",
    ];
    for scale in scales {
        let mut table =
            Table::new(&format!("per: Seat, scale: {scale}, derive: [Mean, Spread, Extremes, Robust, Gap, Consensus]"));
        for line in ["1", "1 2", "12", "-", ":", "1a", "", "j: x; y"] {
            table.type_at("a", line);
        }
        table.stroke("a", 0, Stroke::Turn);
        table.stroke("a", 0, Stroke::Turn);
        table.board();
        table.judge.scores(table.sheet.scope());
        table.judge.check();
    }
}
