//! Documents for tests of writers: one of every block, once with words as people say them and once with what hurts.

use super::*;
use crate::document as d;

/// What a file of some format could trip over; none of it may do anything, and its letters must survive.
pub const HOSTILE: [&str; 12] = [
    "=cmd()|'/c calc'!A1",
    "<script>alert(1)</script>",
    "]]>&amp;&lt;<!--",
    "rood\u{1b}[31m\u{7}\u{0}\u{b}einde",
    "voor\u{202e}achter\u{2066}\u{200f}",
    "👩\u{200d}👩\u{200d}👧 🇳🇱 漢字 e\u{301}",
    "\u{fffe}\u{ffff}\u{1}niet in XML",
    "javascript:alert(1)",
    "_x0041_ {PAGE} \\field",
    "\"' onload=\"x\" style='y'",
    "-1+1\t@x\r\n+y",
    "السلام עולם Ωμέγα Ž",
];

/// One word of ten thousand letters.
pub fn long_word() -> String {
    "Woordzondereinde".repeat(625)
}

/// Every kind of block, in one document, all saying `words`.
pub fn every_block(words: &str) -> Document {
    let runs = || vec![Run::plain(words), Run::strong(words), Run::aside(words), Run::code(words), Run::link(words)];
    let item = |below: Vec<Item>| Item { runs: runs(), below };
    let facts = || vec![(words.to_owned(), words.to_owned())];
    let figure = |picture: Picture| Block::Figure(Figure { picture, caption: words.into(), alt: words.into() });
    let table = d::Table {
        caption: words.into(),
        alt: words.into(),
        widths: vec![1, 3],
        names_rows: true,
        ..d::Table::new(vec![words.into(), words.into()], vec![vec![runs(), runs()], vec![runs()]])
    };
    let bar = |value: f64| Bar { label: words.into(), value, told: words.into(), notch: Some(1.0) };
    let blocks = vec![
        Block::Heading(1, words.into()),
        Block::Paragraph(runs()),
        Block::Facts(facts()),
        Block::List(vec![item(vec![item(vec![item(vec![])])]), item(vec![])]),
        Block::Heading(2, words.into()),
        Block::Quote(runs(), Some(words.into())),
        Block::Quote(runs(), None),
        Block::Table(table),
        Block::Table(d::Table::blank(vec![words.into(), words.into()], 3, 12)),
        Block::Heading(3, words.into()),
        figure(Picture::Bars {
            what: words.into(),
            measure: words.into(),
            bars: vec![bar(3.0), bar(f64::NAN), bar(-1.0), bar(f64::INFINITY)],
            notch: words.into(),
        }),
        figure(Picture::Bars { what: words.into(), measure: words.into(), bars: vec![], notch: String::new() }),
        figure(Picture::Spread {
            what: words.into(),
            measure: words.into(),
            scale: Scale { low: 1.0, high: 5.0, low_label: words.into(), high_label: words.into() },
            rows: vec![
                Spread {
                    label: words.into(),
                    given: vec![1.0, 2.0, 2.0, 9.0, f64::NAN],
                    mean: Some(2.5),
                    told: words.into(),
                },
                Spread { label: words.into(), given: vec![], mean: None, told: words.into() },
            ],
        }),
        figure(Picture::Matrix {
            what: words.into(),
            columns: vec![words.into(), words.into()],
            rows: vec![
                (
                    words.into(),
                    vec![Shade { text: words.into(), depth: 0.2 }, Shade { text: words.into(), depth: 7.0 }],
                ),
                (words.into(), vec![]),
            ],
        }),
        Block::Card(Card { title: words.into(), paragraphs: vec![runs(), runs()] }),
        Block::Lines(3),
        Block::PageBreak,
        Block::Paragraph(vec![Run::plain(words)]),
    ];
    Document {
        title: words.into(),
        subtitle: words.into(),
        language: "nl".into(),
        facts: facts(),
        header: words.into(),
        footer: words.into(),
        created: chrono::NaiveDate::from_ymd_opt(2026, 5, 12).and_then(|day| day.and_hms_opt(14, 32, 0)),
        contents: true,
        blocks,
    }
}
