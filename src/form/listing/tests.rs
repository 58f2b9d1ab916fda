//! What stands where, on the screen and in the report.

use super::*;
use crate::{
    form::{
        Column, ColumnKind,
        samples::{Sheet, place, told_blocks, told_rows},
    },
    record::{Flag, Value, Voice},
};
use insta::assert_snapshot;
use proptest::prelude::*;

fn told(sheet: &Sheet, places: &[Place]) -> String {
    told_rows(sheet, places, &rows(sheet.scope(), places))
}

fn reported(sheet: &Sheet, places: &[Place]) -> String {
    told_blocks(&report(sheet.scope(), places, 3))
}

fn threats() -> [Place; 3] {
    [place("plus", &[]), place("min", &[]), place("uit", &["min"])]
}

#[test]
fn solutions_stand_under_their_threats_and_loose_ones_under_their_own_heading() {
    let mut sheet = Sheet::new();
    sheet.say("min", "geld", |_| {});
    sheet.say("min", "tijd", |_| {});
    sheet.under("uit", "pot", "geld");
    sheet.under("uit", "fonds", "geld");
    sheet.under("uit", "rente", "pot");
    assert_snapshot!(told(&sheet, &threats()), @r"
    # plus 0

    # min 2
    1. geld
      - pot
        - rente
      - fonds
    2. tijd
    ");
    sheet.say("uit", "los", |_| {});
    sheet.under("uit", "wees", "kwijt");
    assert!(told(&sheet, &threats()).ends_with("\n\n# uit 5\n- los\n- wees"));
}

#[test]
fn what_hung_under_something_deleted_is_loose() {
    let mut sheet = Sheet::new();
    sheet.say("min", "geld", |entry| entry.gone = true);
    sheet.under("uit", "pot", "geld");
    assert_snapshot!(told(&sheet, &threats()), @r"
    # plus 0

    # min 0

    # uit 1
    - pot
    ");
}

#[test]
fn a_circle_stands_in_its_own_place_with_what_hangs_under_it() {
    let mut sheet = Sheet::new();
    sheet.say("plus", "fijn", |_| {});
    sheet.under("min", "kip", "ei");
    sheet.under("uit", "ei", "kip");
    sheet.under("uit", "nest", "ei");
    sheet.under("plus", "zelf", "zelf");
    assert_snapshot!(told(&sheet, &threats()), @r"
    # plus 2
    - fijn
    - zelf

    # min 1
    1. kip

    # uit 2
    - ei
      - nest
    ");
}

#[test]
fn an_entry_of_another_block_hangs_here_and_what_hangs_under_it_stands_once() {
    let mut sheet = Sheet::new();
    sheet.say("min", "geld", |_| {});
    sheet.under("ander/reactie", "klopt", "geld");
    sheet.under("ander/reactie", "echt", "klopt");
    sheet.under("uit", "pot", "klopt");
    assert_snapshot!(told(&sheet, &threats()), @r"
    # plus 0

    # min 1
    1. geld
      - klopt (elsewhere)
        - echt (elsewhere)

    # uit 1
    - pot
    ");
}

#[test]
fn an_empty_text_has_a_blank_and_notes_show_only_when_there_are_any() {
    let mut sheet = Sheet::new();
    let places = [Place { kind: Kind::Slot, ..place("droom", &[]) }, Place { quiet: true, ..place("note", &[]) }];
    assert_eq!(told(&sheet, &places), "# droom 0\n_ droom");
    sheet.say("droom", "een dorp", |_| {});
    sheet.say("note", "het werd stil", |_| {});
    assert_eq!(told(&sheet, &places), "# droom 1\n- een dorp\n\n# note 1\n- het werd stil");
}

#[test]
fn numbers_are_for_lists_in_order_and_for_what_is_answered_in_the_same_block() {
    let mut sheet = Sheet::new();
    sheet.say("min", "geld", |_| {});
    let namesake = Place { block: "ander".into(), ..place("uit", &["min"]) };
    assert_eq!(told(&sheet, &[place("min", &[]), namesake]), "# min 1\n- geld\n\n# uit 0");
    let ordered = Place { ordered: true, ..place("min", &[]) };
    assert_eq!(told(&sheet, &[ordered]), "# min 1\n1. geld");
}

#[test]
fn a_very_long_chain_of_answers_is_shown_whole() {
    let mut sheet = Sheet::new();
    sheet.say("min", "0", |_| {});
    for at in 1..3000 {
        sheet.under("uit", &at.to_string(), &(at - 1).to_string());
    }
    let rows = rows(sheet.scope(), &threats());
    assert_eq!(rows.iter().filter_map(Row::id).count(), 3000);
    assert!(rows.iter().all(|row| !matches!(row, Row::Entry { depth, .. } if *depth > DEEPEST)));
}

// the report

#[test]
fn lists_nest_quotes_are_quotes_and_marks_stand_beside_the_words() {
    let mut sheet = Sheet::new();
    sheet.say("min", "geld", |entry| {
        entry.flags.extend([Flag::Key, Flag::Parked]);
        entry.by = Some(Voice::Party("gemeente".into()));
        entry.namens = Some(Voice::Party("welzijn".into()));
        entry.themes.insert("budget".into());
    });
    sheet.under("uit", "pot", "geld");
    sheet.say("uit", "zo gezegd", |entry| entry.flags.extend([Flag::Quote]));
    sheet.say("citaat", "Wij wachten al jaren", |entry| entry.by = Some(Voice::Seat("welzijn#2".into())));
    let quotes = Place { quote: true, ..place("citaat", &[]) };
    assert_snapshot!(reported(&sheet, &[place("min", &[]), place("uit", &["min"]), quotes]), @r"
    ### min
    - *geld* (Gemeente; namens Welzijn; #budget; sleutelinzicht; geparkeerd)
      - pot
    ### uit
    - “zo gezegd”
    ### citaat
    > Wij wachten al jaren ~ Welzijn 2
    ");
}

#[test]
fn what_is_withheld_is_counted_and_what_hung_under_it_is_under_nobody_else() {
    let mut sheet = Sheet::new();
    sheet.say("min", "geld", |_| {});
    sheet.say("min", "geheim", |entry| entry.flags.extend([Flag::Confidential]));
    sheet.under("uit", "pot", "geld");
    sheet.under("uit", "praten", "geheim");
    sheet.say("plus", "niet dit", |entry| entry.flags.extend([Flag::NotInReport]));
    assert_snapshot!(reported(&sheet, &threats()), @r"
    ### min
    - geld
      - pot
    ### uit
    - praten
     (Hier zijn 2 regels weggelaten: vertrouwelijk, of niet voor het verslag.)
    ");
}

fn actions() -> Place {
    let column = |id: &str, label: &str, kind, required| Column { id: id.into(), label: label.into(), kind, required };
    let columns =
        vec![column("who", "Wie", ColumnKind::Participant, true), column("cost", "Kosten", ColumnKind::Number, false)];
    Place { columns, ..place("actie", &[]) }
}

#[test]
fn an_action_list_is_a_table_that_shows_what_is_lacking() {
    let mut sheet = Sheet::new();
    sheet.say("actie", "bellen", |entry| {
        entry.columns.insert("who".into(), Value::Voice(Voice::Party("welzijn".into())));
        entry.columns.insert("cost".into(), Value::Number(12.5));
        entry.columns.insert("oud".into(), Value::Yes(true));
    });
    sheet.say("actie", "mailen", |_| {});
    sheet.under("note", "eerst bellen", "mailen");
    assert_snapshot!(reported(&sheet, &[actions(), place("note", &[])]), @r"
    ### actie
    Wat | Wie | Kosten
    bellen (oud: ja) | Welzijn | 12,50
    mailen |  (nog open) |
    eerst bellen |  |
    ");
}

#[test]
fn columns_of_what_hangs_in_a_list_are_told_beside_it() {
    let mut sheet = Sheet::new();
    sheet.say("min", "geld", |_| {});
    sheet.under("actie", "fonds", "geld");
    sheet.under("actie", "pot", "geld");
    let mut entry = sheet.records.entry(&"pot".into()).cloned().expect("it was said");
    entry.columns.insert("who".into(), Value::Text("Wim".into()));
    sheet.records = Default::default();
    sheet.say("min", "geld", |_| {});
    sheet.records.meet(&entry);
    assert_eq!(reported(&sheet, &[place("min", &[]), actions()]), "### min\n- geld\n  - pot (wie: Wim)\n");
}

#[test]
fn a_text_tells_its_status_and_an_anonymous_place_no_voice() {
    let mut sheet = Sheet::new();
    sheet.say("droom", "een dorp", |entry| {
        entry.columns.insert("status".into(), Value::Choice("settled".into()));
        entry.columns.insert("from".into(), Value::Entries(vec!["x".into()]));
    });
    sheet.say("geheim", "ik durf niet", |entry| entry.by = Some(Voice::Party("welzijn".into())));
    sheet.say("note", "geparkeerd", |entry| {
        entry.flags.insert(Flag::Parked);
        entry.columns.insert("status".into(), Value::Choice("parked".into()));
    });
    let droom = Place { kind: Kind::Slot, ..place("droom", &[]) };
    let geheim = Place { anonymous: true, ..place("geheim", &[]) };
    let note = Place { quiet: true, ..place("note", &[]) };
    assert_snapshot!(reported(&sheet, &[droom, geheim, note]), @r"
    ### droom
    een dorp (staat vast)
    ### geheim
    - ik durf niet
    ### note
    geparkeerd (geparkeerd)
    ");
    assert_eq!(report(Sheet::new().scope(), &threats(), 3), vec![], "nothing said, nothing told");
}

#[test]
fn every_value_and_every_mark_has_words() {
    let mut sheet = Sheet::new();
    sheet.say("plus", "x", |_| {});
    sheet.say("plus", "y", |_| {});
    let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
    let values = [
        (Value::Text("wim".into()), "wim"),
        (Value::Choice("ja".into()), "ja"),
        (Value::Number(1250.0), "1.250"),
        (Value::Date(day), "1 december 2026"),
        (Value::Voice(Voice::Party("kerk".into())), "kerk"),
        (Value::Entry("x".into()), "x"),
        (Value::Entries(vec!["x".into(), "y".into()]), "x; y"),
        (Value::Yes(true), "ja"),
        (Value::Yes(false), "nee"),
    ];
    for (value, words) in values {
        assert_eq!(tell(sheet.scope(), &value), words);
    }
    let names: Vec<String> = Flag::ALL.into_iter().map(|mark| flag(sheet.scope().words, mark)).collect();
    assert_eq!(names, ["citaat", "sleutelinzicht", "geparkeerd", "vertrouwelijk", "niet in het verslag", "les"]);
}

/// Where each entry stands, what it answers, and whether it was deleted or is kept out of the report.
type Spec = (usize, Option<usize>, bool, bool);

fn sheet_of(entries: &[Spec]) -> Sheet {
    let mut sheet = Sheet::new();
    for (at, (category, answers, gone, secret)) in entries.iter().enumerate() {
        sheet.say(["plus", "min", "uit", "ander/reactie"][*category], &format!("w{at}w"), |entry| {
            entry.answers = answers.map(|above| format!("w{above}w").as_str().into());
            entry.gone = *gone;
            if *secret {
                entry.flags.insert(Flag::Confidential);
            }
        });
    }
    sheet
}

fn any_entries() -> impl Strategy<Value = Vec<Spec>> {
    let any_entry =
        (0..4usize, proptest::option::of(0..12usize), prop::bool::weighted(0.15), prop::bool::weighted(0.2));
    proptest::collection::vec(any_entry, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_living_entry_of_the_places_stands_in_exactly_one_row(entries in any_entries()) {
        let sheet = sheet_of(&entries);
        let places = threats();
        let rows = rows(sheet.scope(), &places);
        let mut shown: Vec<&EntryId> = rows.iter().filter_map(Row::id).collect();
        shown.sort();
        let distinct = shown.len();
        shown.dedup();
        prop_assert_eq!(distinct, shown.len(), "an entry stands in two rows");
        for place in &places {
            for entry in sheet.records.listed(&place.block, &place.category) {
                prop_assert!(shown.contains(&&entry.id), "{} is nowhere", entry.text);
            }
        }
        prop_assert!(shown.iter().all(|id| sheet.records.entry(id).is_some_and(|entry| !entry.gone)));
        prop_assert!(rows.first().is_none_or(|row| matches!(row, Row::Head { .. })), "no heading first");
        let gaps_are_between_places = rows.windows(2).all(|pair| matches!(pair[0], Row::Gap) == matches!(pair[1], Row::Head { .. }));
        prop_assert!(gaps_are_between_places, "{:?}", rows);
    }

    #[test]
    fn the_report_tells_what_may_be_told_once_and_nothing_else(entries in any_entries()) {
        let sheet = sheet_of(&entries);
        let told = reported(&sheet, &threats());
        for (at, (category, _, gone, secret)) in entries.iter().enumerate() {
            let times = told.matches(&format!("w{at}w")).count();
            if *gone || *secret {
                prop_assert_eq!(times, 0);
            } else if *category < 3 {
                prop_assert_eq!(times, 1);
            }
        }
        let withheld = entries.iter().filter(|(category, _, gone, secret)| *category < 3 && !gone && *secret).count();
        prop_assert_eq!(told.contains("weggelaten"), withheld > 0);
    }
}

#[test]
#[ignore = "a figure: cargo test --release --lib ten_thousand -- --ignored --nocapture"]
fn ten_thousand_entries_are_listed_within_a_frame() {
    let mut sheet = Sheet::new();
    for at in 0..10_000 {
        sheet.say("min", &format!("01jv{at:012}"), |_| {});
    }
    let mut nested = Sheet::new();
    for at in 0..10_000 {
        let above = format!("01jv{:012}", at / 10 * 10);
        let (category, id) = (if at % 10 == 0 { "min" } else { "uit" }, format!("01jv{at:012}"));
        if at % 10 == 0 { nested.say(category, &id, |_| {}) } else { nested.under(category, &id, &above) }
    }
    for (what, sheet, most) in [("in one category", &sheet, 3), ("nine of ten under another", &nested, 10)] {
        let fastest = (0..50).map(|_| {
            let begun = std::time::Instant::now();
            let count = rows(sheet.scope(), &threats()).len();
            assert!(count > 10_000);
            begun.elapsed()
        });
        let fastest = fastest.min().expect("it ran");
        println!("10,000 entries, {what}: {fastest:?}");
        assert!(fastest.as_millis() < most, "{what}: {fastest:?}");
    }
}
