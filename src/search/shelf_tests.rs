//! A shelf answers what reading every line would.

use super::{Kind, Lab, Line, Making, Query, Sieve};
use crate::record::{EntryId, RoundId, TableId};
use chrono::NaiveDate;
use proptest::prelude::*;

fn lab(nth: u32) -> Lab {
    let date = NaiveDate::from_ymd_opt(2026, 5, 1 + nth).expect("a day");
    Lab { id: format!("s{nth}").as_str().into(), title: format!("Sessie {nth}"), date, place: "Goes".into(), tables: 2 }
}

fn line(text: &str, label: &str, parties: &str, kinds: Vec<Kind>) -> Line {
    Line {
        table: TableId(1),
        round: RoundId::new("r"),
        title: "Ronde".into(),
        question: "Wat?".into(),
        entry: Some(EntryId::new(text)),
        label: label.into(),
        case: String::new(),
        kinds,
        by: String::new(),
        parties: parties.into(),
        text: text.into(),
    }
}

#[test]
fn a_line_comes_back_as_it_was_put_there() {
    let mut making = Making::default();
    making.add(lab(0), vec![line("Eén loket", "Wensen", "gemeente", vec![Kind::Key])]);
    making.add(lab(1), vec![line("Twee loketten\nerbij", "Zorgen", "", vec![])]);
    let shelf = making.done();
    let found = shelf.find(&Query::new("loket"), &Sieve::default(), false, 1);
    assert_eq!((found.count, found.rows.as_slice()), (2, &[0][..]));
    let hit = shelf.hit(0).expect("it is there");
    assert_eq!((hit.text, hit.label, hit.lab.id.as_str()), ("Eén loket", "Wensen", "s0"));
    assert_eq!((hit.entry(), hit.kinds().collect::<Vec<_>>()), (Some("Eén loket".into()), vec![Kind::Key]));
    assert!(shelf.hit(2).is_none());
}

proptest! {
    #[test]
    fn a_shelf_finds_what_reading_every_line_finds(
        said in proptest::collection::vec(
            ("(een|één|huis|huizen|thuis|wijkhuizen|bank|bankjes|gemeente|gemeetne|de|\\n| |-){1,6}",
             "(Wensen|Zorgen)", "(gemeente|zorg zeeland|)", any::<bool>()),
            0..90,
        ),
        typed in "(huis|bank|de|een|gemeente|\"e h\"|\"-\"|wijk|huizen de)?",
        kind in "(wens|sleutel|)",
        party in "(gem|zee|)",
        typos in any::<bool>(),
    ) {
        let key = |is: bool| if is { vec![Kind::Key] } else { Vec::new() };
        let lines: Vec<Line> = said.iter().map(|(text, label, party, is)| line(text, label, party, key(*is))).collect();
        let mut making = Making::default();
        making.add(lab(0), lines.clone());
        let (query, sieve) = (Query::new(&typed), Sieve { kind, party, ..Sieve::default() });
        let found = making.done().find(&query, &sieve, typos, usize::MAX);
        let read = lines.iter().enumerate().filter(|(_, line)| sieve.lets(line) && query.is_in(&line.text, typos));
        let read: Vec<u32> = read.map(|(at, _)| at as u32).collect();
        prop_assert_eq!(found.count, read.len());
        prop_assert_eq!(found.rows, read);
    }
}
