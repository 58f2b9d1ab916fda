//! The data of small halls in each format, against the schema, and against words that mean harm.

use super::{sheet::sheets, *};
use crate::{
    form::{Form, terms::Hidden},
    harvest::verdicts::tests::{Hall, filled, rated, stuck},
    record::{Assessor, Flag, Item, Names, Value, Verdict, Voice},
    report::{Rows, tests::harvests, write_data},
    words::Lang,
};
use serde_json::Value as Json;
use std::io::{Cursor, Read};

fn options() -> Options {
    let made = NaiveDate::from_ymd_opt(2026, 5, 12).and_then(|day| day.and_hms_opt(16, 40, 0)).expect("a day");
    Options { made, ..Options::default() }
}

fn read(hall: &Hall, names: Names, options: &Options) -> Data {
    let words = Words::new(Lang::Nl);
    data(&hall.session.told(None, names, &words), &words, options, &|_| 7200)
}

fn bytes(data: &Data, format: Rows) -> Vec<u8> {
    let mut out = Vec::new();
    write_data(format, data, &Words::new(Lang::Nl), &mut out).expect("a buffer takes all");
    out
}

fn csv_rows(data: &Data) -> Vec<Vec<String>> {
    let told = bytes(data, Rows::Csv);
    let told = told.strip_prefix("\u{feff}".as_bytes()).expect("a mark at the front");
    let mut rows = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(told);
    rows.records().map(|row| row.expect("one width").iter().map(str::to_owned).collect()).collect()
}

/// The parts of a workbook.
fn parts(data: &Data) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes(data, Rows::Xlsx))).expect("a zip");
    let count = zip.len();
    let part = |nth| {
        let mut part = zip.by_index(nth).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        (part.name().expect("a name").into_owned(), text)
    };
    (0..count).map(part).collect()
}

/// A hall with something of every kind.
fn everything() -> Hall {
    let mut hall = stuck();
    hall.says(1, "acties/action", "Loket openen", |entry| {
        entry.columns.insert("when".into(), Value::Date(options().made.date()));
        entry.themes.insert("contact".into());
        entry.by = Some(Voice::Seat("gemeente#1".into()));
        entry.answers = Some("1:Bellen".into());
    });
    let item = || Item::Statement("We vertrouwen elkaar".into());
    for (party, number) in [("bewoners", 2.0), ("gemeente", 8.0)] {
        hall.gives(1, "cijfer", item(), Assessor::Party(party.into()), Verdict::Number(number));
    }
    let secret = Item::Statement("Wat denk je echt?".into());
    hall.gives(1, "geheim", secret, Assessor::Chair(1), Verdict::Number(9.0));
    hall
}

/// Walks over what was written beside the schema: every key stands in it, and every key it requires was written.
fn hold(at: &str, told: &Json, schema: &Json, wrong: &mut Vec<String>) {
    match told {
        Json::Object(keys) => {
            let known = schema["properties"].as_object();
            for (key, value) in keys {
                match known.and_then(|known| known.get(key)) {
                    Some(schema) => hold(&format!("{at}/{key}"), value, schema, wrong),
                    None => wrong.push(format!("{at}/{key} is not in the schema")),
                }
            }
            let required = schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str);
            wrong.extend(
                required.filter(|key| !keys.contains_key(*key)).map(|key| format!("{at}/{key} is not written")),
            );
        }
        Json::Array(items) => items.iter().for_each(|item| hold(at, item, &schema["items"], wrong)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

#[test]
fn every_key_of_the_json_stands_in_the_schema_and_every_required_one_is_written() {
    let schema: Json = serde_json::from_str(include_str!("../../../docs/report.schema.json")).expect("JSON");
    let mut wrong = Vec::new();
    for hall in [everything(), filled(), rated()] {
        let told: Json =
            serde_json::from_slice(&bytes(&read(&hall, Names::Full, &options()), Rows::Json)).expect("JSON");
        hold("", &told, &schema, &mut wrong);
        assert_eq!(told["format"], FORMAT);
    }
    assert_eq!(schema["properties"]["format"]["const"], FORMAT);
    assert!(wrong.is_empty(), "{wrong:#?}");
    let told = read(&everything(), Names::Full, &options());
    let full = [told.entries.len(), told.judgements.len(), told.votes.len(), told.agreements.len(), told.themes.len()];
    assert!(full.iter().all(|count| *count > 0), "the walk saw rows of every kind: {full:?}");
}

#[test]
fn the_same_session_gives_the_same_bytes_also_when_its_tables_came_in_another_order() {
    let mut hall = everything();
    let first = Rows::ALL.map(|format| bytes(&read(&hall, Names::Full, &options()), format));
    hall.session.tables.reverse();
    let second = Rows::ALL.map(|format| bytes(&read(&hall, Names::Full, &options()), format));
    assert!(first == second);
}

#[test]
fn an_entry_stands_with_its_question_its_code_its_themes_and_what_it_answers() {
    let told = read(&everything(), Names::Party, &options());
    let one = told.entries.iter().find(|entry| entry.words == "Loket openen").expect("told");
    assert_eq!((one.code.as_str(), one.asked.question.as_str(), one.table), ("T1·1·03", "Wat helpt?", 1));
    assert_eq!((one.by.as_deref(), one.answers.as_deref()), (Some("Gemeente"), Some("T1·1·02")));
    assert_eq!(
        (one.themes.as_slice(), &told.themes[0].codes),
        (["contact".to_owned()].as_slice(), &vec![one.code.clone()])
    );
    assert_eq!(
        (told.agreements[0].code.as_str(), told.agreements[0].lacks.as_slice()),
        ("T1·1·03", ["who"].as_slice())
    );
    let rows = csv_rows(&told);
    let row = rows.iter().find(|row| row[0] == one.code).expect("a row");
    assert!(row.contains(&"Wat helpt?".to_owned()) && row.contains(&"2026-05-12".to_owned()), "{row:?}");
}

#[test]
fn what_was_called_the_same_is_named_by_its_code_on_both_sides() {
    let mut hall = Hall::new(2);
    hall.says(1, "punten/plus", "Bellen", |_| {});
    hall.says(2, "punten/plus", "Elkaar bellen", |_| {});
    hall.says(2, "punten/plus", "Samen eten", |_| {});
    let ids: Vec<_> =
        hall.session.tables.iter().flat_map(|table| table.records.all()).map(|one| one.id.clone()).collect();
    harvests(&mut hall.session, |deeds| deeds.call(&ids[0], &ids[1], true));
    let told = read(&hall, Names::Party, &options());
    let same: Vec<&[String]> = told.entries.iter().map(|entry| entry.same.as_slice()).collect();
    let codes: Vec<String> = told.entries.iter().map(|entry| entry.code.clone()).collect();
    assert_eq!(same, [&codes[1..2], &codes[..1], &[]]);
    assert!(csv_rows(&told)[0].contains(&"Zegt hetzelfde".to_owned()));
}

#[test]
fn a_table_that_said_nothing_stands_there_empty() {
    let mut hall = Hall::new(2);
    hall.says(2, "punten/plus", "Bellen", |_| {});
    let told = read(&hall, Names::Party, &options());
    assert_eq!(told.tables.iter().map(|table| table.entries).collect::<Vec<_>>(), [0, 1]);
    let rows = csv_rows(&told);
    assert_eq!((rows[1][1].as_str(), rows[1].concat().as_str()), ("1", "1"));
    assert_eq!(rows.len(), 3);
}

#[test]
fn what_is_kept_out_of_a_report_is_in_no_format_and_is_counted() {
    let mut hall = everything();
    hall.says(2, "punten/plus", "GEHEIMPJE", |entry| {
        entry.flags.insert(Flag::Confidential);
    });
    hall.gives(2, "stem", Item::Entry("2:GEHEIMPJE".into()), Assessor::Chair(1), Verdict::Tokens(2));
    hall.says(1, "punten/min", "Zie ook", |entry| {
        entry.answers = Some("2:GEHEIMPJE".into());
        entry.columns.insert("bij".into(), Value::Entry("2:GEHEIMPJE".into()));
    });
    let told = read(&hall, Names::Full, &options());
    assert_eq!((told.about.withheld, told.about.hidden), (1, 1), "an entry, and a board that is not shown yet");
    assert!(!told.judgements.iter().any(|row| row.asked.block == "geheim"));
    let json = String::from_utf8(bytes(&told, Rows::Json)).expect("text");
    let csv = String::from_utf8(bytes(&told, Rows::Csv)).expect("text");
    assert!(!json.contains("GEHEIMPJE") && !csv.contains("GEHEIMPJE"));
    assert!(parts(&told).iter().all(|(_, part)| !part.contains("GEHEIMPJE")));
    assert!(json.contains("Zie ook"));
}

#[test]
fn for_everybody_nothing_is_told_that_was_parked_or_that_the_note_taker_saw() {
    let mut hall = everything();
    hall.says(1, "punten/plus", "Later eens", |entry| {
        entry.flags.insert(Flag::Parked);
    });
    let note = format!("{}/{}", crate::record::BlockId::of_round(&"r".into()), crate::record::CategoryId::note());
    hall.says(1, &note, "Het werd stil", |_| {});
    let all = read(&hall, Names::Party, &options());
    let public = read(&hall, Names::Party, &Options { variant: Variant::Public, ..options() });
    assert_eq!((public.about.not_public, all.entries.len() - public.entries.len()), (2, 2));
    assert!(public.entries.iter().all(|entry| !["Later eens", "Het werd stil"].contains(&entry.words.as_str())));
}

#[test]
fn without_names_no_party_is_told_not_even_by_its_id() {
    let mut hall = everything();
    hall.session.room.records.note(
        &crate::record::FactKey::Names,
        Some(Value::Choice("none".into())),
        &crate::record::Stamp::zero(),
    );
    let json = String::from_utf8(bytes(&read(&hall, Names::None, &options()), Rows::Json)).expect("text");
    assert!(json.contains("partij A") && !json.to_lowercase().contains("gemeente\""), "{json}");
    assert!(!json.to_lowercase().contains("bewoners"));
}

#[test]
fn where_it_stays_out_of_sight_who_judged_rows_stand_by_value_and_nobody_is_named() {
    let mut hall = rated();
    for form in hall.session.head.workshop.rounds.iter_mut().flat_map(|round| &mut round.blocks) {
        if let Form::Judge(judge) = form {
            judge.hidden = Hidden::Anonymous;
        }
    }
    hall.gives(
        1,
        "cijfer",
        Item::Statement("We halen onze doelen".into()),
        Assessor::Party("bewoners".into()),
        Verdict::Number(9.0),
    );
    hall.gives(
        1,
        "cijfer",
        Item::Statement("We halen onze doelen".into()),
        Assessor::Party("gemeente".into()),
        Verdict::Number(1.0),
    );
    let told = read(&hall, Names::Full, &options());
    let at_one = |item: &str| {
        let rows = told.judgements.iter().filter(|row| row.table == 1 && row.item == item);
        rows.map(|row| (row.by.clone(), row.value.clone())).collect::<Vec<_>>()
    };
    assert_eq!(at_one("We vertrouwen elkaar"), [(None, "2".to_owned()), (None, "8".to_owned())]);
    assert_eq!(at_one("We halen onze doelen"), [(None, "1".to_owned()), (None, "9".to_owned())]);
}

#[test]
fn one_table_alone_tells_what_it_gave_itself() {
    let told = read(&stuck(), Names::Party, &Options { table: Some(TableId(2)), ..options() });
    assert_eq!((told.tables.len(), told.about.table), (1, Some(2)));
    assert!(told.entries.iter().all(|entry| entry.table == 2) && told.judgements.iter().all(|row| row.table == 2));
    let votes: Vec<_> = told.votes.iter().map(|vote| (vote.option.as_str(), vote.score, vote.place)).collect();
    assert_eq!(votes, [("Loket", 3, Some(1)), ("Elkaar kennen", 0, None)]);
}

/// Words that mean harm, or that no format was made for.
const HOSTILE: [&str; 12] = [
    "=cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "-2+3+cmd|' /C calc'!A0",
    "+31 113 000000",
    "https://voorbeeld.nl",
    "<script>alert(1)</script>]]><f>1+1</f>",
    "a\u{1b}[31mrood\u{7}\u{0}\u{8}",
    "links \u{202e}rechts\u{200f}",
    "een;\"twee\"\ndrie\r\nvier",
    "_x0041_ \u{fffe}\u{ffff}",
    "👩\u{200d}👩\u{200d}👧 שלום",
    "{=1+1}",
];

#[test]
fn words_that_mean_harm_are_words_in_every_format() {
    let mut hall = Hall::new(1);
    for text in HOSTILE {
        hall.says(1, "punten/plus", text, |entry| {
            entry.themes.insert(text.into());
            entry.columns.insert(text.into(), Value::Text(text.to_owned()));
        });
    }
    hall.says(1, "punten/plus", &"a".repeat(40_000), |_| {});
    hall.session.head.title = HOSTILE[5].to_owned();
    let told = read(&hall, Names::Full, &options());
    assert_eq!(told.entries.len(), HOSTILE.len() + 1);
    for row in csv_rows(&told) {
        for cell in row {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?}");
            assert!(!cell.contains(['\u{1b}', '\u{7}', '\u{0}', '\u{202e}', '\u{fffe}', '\r']), "{cell:?}");
        }
    }
    let json = String::from_utf8(bytes(&told, Rows::Json)).expect("text");
    assert!(!json.contains("\\u00") && !json.contains(['\u{1b}', '\u{202e}']), "{json}");
    for (name, part) in parts(&told) {
        assert!(!part.contains("<f>") && !part.contains("<hyperlink") && !part.contains("<script"), "{name}");
        assert!(!part.contains(['\u{1b}', '\u{7}', '\u{202e}', '\u{fffe}', '\u{ffff}']), "{name}");
    }
    let strings = parts(&told).into_iter().find(|(name, _)| name.ends_with("sharedStrings.xml")).expect("words").1;
    assert!(strings.contains("=cmd|") && strings.contains("_x005F_x0041_") && strings.contains("vervolg van T1·1·13"));
}

#[test]
fn sheets_have_legal_names_in_both_languages_and_a_head_above_every_cell() {
    let told = read(&everything(), Names::Full, &options());
    for lang in Lang::ALL {
        let all = sheets(&told, &Words::new(lang));
        for sheet in &all {
            assert!(
                sheet.name.chars().count() <= 31 && !sheet.name.contains(['[', ']', ':', '*', '?', '/', '\\', '\''])
            );
            assert!(sheet.rows.iter().all(|row| row.len() == sheet.head.len()), "{}", sheet.name);
            assert!(sheet.head.iter().all(|head| !head.label.is_empty()));
        }
        let names: std::collections::BTreeSet<String> = all.iter().map(|sheet| sheet.name.to_lowercase()).collect();
        assert_eq!(names.len(), all.len());
    }
}
