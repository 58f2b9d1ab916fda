//! What holds for any line, any strokes and any scores.

use super::{
    tests::Table,
    typed::{Read, Slip},
    *,
};
use crate::{form::board::Stroke, record::Touch};
use proptest::prelude::*;

fn slip() -> impl Strategy<Value = Slip> {
    let how = prop_oneof![Just(How::Stickers), Just(How::Ranking), Just(How::One)];
    (how, 0usize..12, 1u32..9, 0usize..3, proptest::option::of(0u32..5)).prop_map(
        |(how, items, budget, kinds, most)| {
            let letters = if how == How::Stickers { ['v', 't', 'x'][..kinds].to_vec() } else { Vec::new() };
            let budget = if how == How::One { 1 } else { budget };
            Slip { how, items, budgets: vec![budget; letters.len().max(1)], letters, most }
        },
    )
}

proptest! {
    #[test]
    fn any_line_is_read_or_refused(slip in slip(), line in "\\PC{0,24}|[0-9vtx*, -]{0,24}") {
        if let Ok(Read::Marks(marks)) = slip.read(&line) {
            prop_assert_eq!(slip.read(&slip.write(&marks)), Ok(Read::Marks(marks.clone())));
            prop_assert!(slip.within(&marks).is_ok());
        }
    }

    #[test]
    fn strokes_undo_cleanly(lines in proptest::collection::vec(("[1-5 -]{0,8}", 0usize..5, 0u8..4), 1..12), how in 0usize..4) {
        let how = ["per: Seat", "how: Ranking, per: Seat", "how: One, per: Party", "choose: Some(2)"][how];
        let mut table = Table::new(how).chairs(2);
        for (line, at, kind) in lines {
            let before = table.sheet.records.clone();
            let stroke = match kind { 0 | 1 => Stroke::Typed(&line), 2 => Stroke::Turn, _ => Stroke::Clear };
            let fill = table.stroke(at, at % 3, stroke);
            for touch in &fill.touches {
                let Touch::Judgement { key, was, .. } = touch else { continue };
                prop_assert_eq!(before.verdict(key), was.as_ref());
            }
            let tally = tally::tally(&table.vote, table.sheet.scope(), None, &ballots::gather(&table.vote, table.sheet.scope(), None));
            prop_assert!(tally.scores.iter().all(|score| *score >= 0));
        }
    }

    #[test]
    fn ties_are_never_cut(scores in proptest::collection::vec(-3i64..6, 0..12), choose in 0usize..6) {
        let lots = tally::lots(&scores, choose);
        let chosen = lots.iter().filter(|lot| **lot == tally::Lot::Chosen).count();
        let tied = lots.iter().filter(|lot| **lot == tally::Lot::Tied).count();
        prop_assert!(chosen <= choose);
        prop_assert!(tied == 0 || (tied > 1 && chosen < choose && chosen + tied > choose));
        for (one, lot) in scores.iter().zip(&lots) {
            for (other, its) in scores.iter().zip(&lots) {
                prop_assert!(one != other || lot == its);
            }
        }
    }
}
