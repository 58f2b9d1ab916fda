//! What is read quickly is what is read thoroughly, however it is spelled and whatever happened to it.

use super::read;
use crate::dialect::{thoroughly, write_line, write_pretty};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(PartialEq, Debug, Serialize, Deserialize)]
struct Name(String);

#[derive(PartialEq, Debug, Serialize, Deserialize)]
struct Point {
    x: i32,
    #[serde(default)]
    y: Option<f64>,
}

#[derive(PartialEq, Debug, Serialize, Deserialize)]
struct Wrapped(Point);

#[derive(PartialEq, Debug, Serialize, Deserialize)]
enum Shape {
    Nothing,
    Named(Name),
    At(Point),
    Deep(Wrapped),
    Maybe(Option<Point>),
    Both(Box<Shape>, u8),
    Pair((u8, char)),
    Open { at: Point, more: Vec<Shape> },
    Many(Vec<u8>),
    By(BTreeMap<String, bool>),
    Unit(()),
}

#[derive(PartialEq, Debug, Serialize, Deserialize)]
struct Page {
    title: String,
    #[serde(default)]
    name: Option<Name>,
    #[serde(default)]
    shapes: Vec<Shape>,
    #[serde(default)]
    by: BTreeMap<Name, u64>,
    #[serde(default)]
    pair: (i8, bool),
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl Eq for Name {}

const PAGE: &str = r#"// a page
Page(
    title: "Een \"lijn\"\\n\n en é",
    name: "kort", // of who
    shapes: [
        Nothing, Named("a"), At(x: -3, y: 1.5), Deep((x: 7)), Maybe(Some(x: 1, y: None)), Maybe(None),
        Both(Nothing, 255), Pair(1, 'é'), Open(at: Point(x: 0), more: [Nothing,]), Many([1, 2,]), By({"a": true}), Unit(),
    ],
    by: {"een": 1, "twee": 20000000000,},
    pair: (-1, false),
)
"#;

/// Every way to spell a thing that takes a closer look is here, or one that is wrong.
const PIECES: [&str; 46] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "'",
    "\\",
    "\n",
    " ",
    "/",
    "//",
    "/* */",
    "-",
    ".",
    "0",
    "9",
    "_",
    "x",
    "é",
    "#",
    "None",
    "Some(",
    "Some",
    "true",
    "At(",
    "Nothing",
    "Page",
    "Point(",
    "Wrong(",
    "r\"a\"",
    "r#\"",
    "\"#",
    "\\u{e9}",
    "1e3",
    "1u8",
    "0x1f",
    "1_000",
    "\u{a0}",
    "(x: 1)",
    "Named(\"b\")",
    "Wrapped(",
    "()",
];

/// Holds what is promised of a text; says whether it was read quickly.
fn holds<T: PartialEq + std::fmt::Debug + serde::de::DeserializeOwned>(text: &str) -> bool {
    let quick: Option<T> = read(text);
    if let Some(value) = &quick {
        let thorough = thoroughly::<T>(text).unwrap_or_else(|mistake| panic!("{mistake}\n{text}"));
        assert_eq!((value, thorough.ignored.is_empty()), (&thorough.value, true), "{text}");
    }
    quick.is_some()
}

#[test]
fn every_thing_the_dialect_can_spell_is_read_quickly() {
    assert!(holds::<Page>(PAGE));
    let page: Page = read(PAGE).expect("quick");
    assert_eq!(page.title, "Een \"lijn\"\\n\n en é");
    let written = write_pretty("Blad", &page).expect("written");
    assert!(holds::<Page>(&written), "whatever it is called\n{written}");
    let line = write_line(&page.shapes).expect("written");
    assert!(holds::<Vec<Shape>>(&line), "{line}");
}

#[test]
fn what_takes_a_closer_look_gets_one() {
    for text in
        ["(x: 1, z: 2)", "(x: 1_000)", "(x: 0x10)", "(x: 1", "(x: 1) 2", "(y: 1.0)", "/* */ (x: 1)", "(x: \"1\")", ""]
    {
        assert!(!holds::<Point>(text), "{text}");
    }
    assert!(!holds::<String>(r#""a\u{e9}""#) && holds::<String>("r##\"a\"#\"##"));
    assert!(!holds::<Shape>("Deep(Wrong(x: 1))") && !holds::<u8>("256"));
    let deep = |levels: usize| format!("{}Nothing{}", "Both(".repeat(levels), ", 1)".repeat(levels));
    assert!(holds::<Shape>(&deep(20)));
    assert!((20..200).all(|levels| holds::<Shape>(&deep(levels)) == thoroughly::<Shape>(&deep(levels)).is_ok()));
}

proptest! {
    #[test]
    fn whatever_happened_to_a_text_what_is_read_quickly_is_what_the_library_reads(
        hits in prop::collection::vec((0..1000_usize, 0..6_usize, 0..PIECES.len()), 1..5),
    ) {
        let mut text = PAGE.to_owned();
        for (at, gone, piece) in hits {
            let place = |nth: usize| text.char_indices().nth(nth).map_or(text.len(), |(at, _)| at);
            let count = text.chars().count();
            let (from, to) = (place(at % count.max(1)), place(at % count.max(1) + gone));
            text.replace_range(from..to, PIECES[piece]);
        }
        holds::<Page>(&text);
    }

    #[test]
    fn a_thing_by_itself_as_well(pieces in prop::collection::vec(0..PIECES.len(), 1..9)) {
        let text: String = pieces.into_iter().map(|nth| PIECES[nth]).collect();
        holds::<Shape>(&text);
        holds::<Point>(&text);
        holds::<Option<Name>>(&text);
        holds::<f64>(&text);
        holds::<i32>(&text);
        holds::<Vec<Option<bool>>>(&text);
    }
}
