//! What holds for every draw and any line.

use super::{
    draw::{Terms, lots, slots},
    tests::Table,
};
use crate::{form::board::Stroke, record::Touch};
use proptest::prelude::*;

proptest! {
    #[test]
    fn nobody_gets_oneself_and_everybody_another(count in 2usize..40, seed: u64) {
        let own = |one: usize, place: usize| one == place;
        let terms = Terms { what: count, places: count, capacity: None, barred: &own };
        let mut drawn: Vec<usize> = lots(terms, seed).into_iter().flatten().collect();
        prop_assert!(drawn.iter().enumerate().all(|(one, place)| one != *place));
        drawn.sort_unstable();
        prop_assert_eq!(drawn, (0..count).collect::<Vec<_>>());
    }

    #[test]
    fn the_same_seed_draws_the_same(what in 0usize..30, places in 0usize..30, seed: u64) {
        let terms = Terms { what, places, capacity: None, barred: &|_, _| false };
        prop_assert_eq!(lots(terms, seed), lots(terms, seed));
        prop_assert_eq!(slots(terms, 3, seed), slots(terms, 3, seed));
    }

    #[test]
    fn a_draw_is_even_and_never_above_what_fits(
        what in 0usize..30,
        places in 1usize..12,
        capacity in proptest::option::of(0usize..6),
        seed: u64,
    ) {
        let terms = Terms { what, places, capacity, barred: &|_, _| false };
        let drawn = lots(terms, seed);
        let mut loads = vec![0usize; places];
        drawn.iter().flatten().for_each(|place| loads[*place] += 1);
        let (least, most) = (loads.iter().min().copied().unwrap_or(0), loads.iter().max().copied().unwrap_or(0));
        prop_assert!(most - least <= 1, "{loads:?}");
        prop_assert!(capacity.is_none_or(|capacity| most <= capacity));
        let room = capacity.map_or(usize::MAX, |capacity| capacity * places);
        prop_assert_eq!(drawn.iter().flatten().count(), what.min(room));
    }

    #[test]
    fn what_is_barred_is_never_drawn_and_nobody_is_left_who_could_be_placed(
        bars in proptest::collection::vec(proptest::collection::vec(any::<bool>(), 5), 1..6),
        seed: u64,
    ) {
        let barred = |one: usize, place: usize| bars[one][place];
        let terms = Terms { what: bars.len(), places: 5, capacity: Some(1), barred: &barred };
        let drawn = lots(terms, seed);
        prop_assert!(drawn.iter().enumerate().all(|(one, place)| place.is_none_or(|place| !bars[one][place])));
        // as many as any way of placing them, tried one by one
        fn best(bars: &[Vec<bool>], taken: &mut [bool; 5]) -> usize {
            let Some((first, rest)) = bars.split_first() else { return 0 };
            let mut most = best(rest, taken);
            for place in 0..5 {
                if !first[place] && !taken[place] {
                    taken[place] = true;
                    most = most.max(1 + best(rest, taken));
                    taken[place] = false;
                }
            }
            most
        }
        prop_assert_eq!(drawn.iter().flatten().count(), best(&bars, &mut [false; 5]));
    }

    #[test]
    fn any_line_is_read_or_refused_and_undoes_cleanly(lines in proptest::collection::vec(("\\PC{0,12}|[0-9 ,-]{0,8}|[a-z]{1,3}", 0usize..4, 0usize..3), 1..10)) {
        let rest = r#"what: [Parties], to: [Parties], slots: ["Vroeg", "Laat"], draw: Random"#;
        let mut table = Table::new(rest, &["Gemeente", "Welzijn", "Wonen"]);
        for (line, row, column) in lines {
            let before = table.sheet.records.clone();
            let fill = table.stroke(row, column, Stroke::Typed(&line));
            for touch in &fill.touches {
                let Touch::Judgement { key, was, .. } = touch else { continue };
                prop_assert_eq!(before.verdict(key), was.as_ref());
            }
        }
    }
}

#[test]
fn two_thousand_are_spread_over_ten_places_at_once() {
    let terms = Terms { what: 2_000, places: 10, capacity: None, barred: &|one, place| one % 10 == place };
    let drawn = lots(terms, 1);
    let count = |place: usize| drawn.iter().filter(|at| **at == Some(place)).count();
    assert!((0..10).all(|place| count(place) == 200));
}
